//! What one commune makes of the country's procedures: offered or not, to which unit, with which service target.

pub mod versions;

use crate::catalog::Catalog;
use crate::draft;
use crate::load::Country;
use crate::model::{ClockSource, Procedure, SourceKind};
use crate::version::{Version, VersionState};
use kernel::clock::DayKind;
use kernel::{Label, Moment};
use platform::json::json;
use platform::{Json, Problem, Result, Row, Tx, args};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// One commune's own setting of one procedure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Setting {
    pub procedure: String,
    pub offered: bool,
    /// Code of the unit that takes it, instead of the pack's route.
    pub unit: Option<String>,
    pub service: Option<(i64, DayKind)>,
    pub changed_at: Option<Moment>,
}

pub fn settings(tx: &mut Tx) -> Result<Vec<Setting>> {
    tx.all("SELECT * FROM procedures_settings WHERE tenant = $1 ORDER BY procedure", args![tx.tenant()], read)
}

fn read(row: &Row) -> Result<Setting> {
    let span: Option<i64> = row.get("service_span")?;
    let kind: Option<DayKind> = row.get("service_kind")?;
    Ok(Setting {
        procedure: row.get("procedure")?,
        offered: row.get::<String>("offered")? == "yes",
        unit: row.get("unit")?,
        service: span.zip(kind),
        changed_at: row.get("changed_at")?,
    })
}

/// Changes one procedure for this commune. Open cases keep the clocks they started with.
pub fn change(tx: &mut Tx, setting: &Setting) -> Result<()> {
    if catalog(tx)?.find(&setting.procedure).is_none() {
        return Err(Problem::NotFound);
    }
    let offered = if setting.offered { "yes" } else { "no" };
    let (span, kind) = setting.service.unzip();
    tx.execute(
        "INSERT INTO procedures_settings (tenant, procedure, offered, unit, service_span, service_kind, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant, procedure) DO UPDATE SET offered = excluded.offered, unit = excluded.unit,
             service_span = excluded.service_span, service_kind = excluded.service_kind, changed_at = excluded.changed_at",
        args![tx.tenant(), setting.procedure, offered, setting.unit, span, kind, tx.now()],
    )?;
    tx.record("procedures.changed", &setting.procedure, setting)
}

/// The catalogue as this commune offers it.
pub fn catalog(tx: &mut Tx) -> Result<Arc<Catalog>> {
    tx.remembered("", |tx| {
        let mut catalog = (*tx.fact::<Catalog>()?).clone();
        for own in versions::own_tariffs(tx)? {
            if let Some(tariff) = catalog.tariffs.iter_mut().find(|tariff| tariff.id == own.id) {
                tariff.amount = own.amount;
            }
        }
        let country = tx.fact::<Country>()?;
        for version in newest(tx)? {
            if let Some(mut procedure) = draft::fold(&country, &version.procedure, &version.body) {
                // What was withdrawn altogether is offered no more, and stays for its open cases.
                procedure.offered = version.state == VersionState::Published;
                if procedure.offered || !catalog.requests.contains_key(&version.procedure) {
                    catalog.requests.insert(version.procedure, Arc::new(procedure));
                }
            }
        }
        for setting in settings(tx)? {
            let list =
                if catalog.procedures.contains_key(&setting.procedure) { &mut catalog.procedures } else { &mut catalog.requests };
            if let Some(procedure) = list.get_mut(&setting.procedure) {
                *procedure = Arc::new(adapt(procedure, &setting));
            }
        }
        Ok(catalog)
    })
}

/// Of each procedure that the commune ever published the version that runs, else the newest.
fn newest(tx: &mut Tx) -> Result<Vec<Version>> {
    let mut all = versions::ever_published(tx)?;
    all.sort_by(|a, b| {
        let withdrawn = |version: &Version| version.state != VersionState::Published;
        (&a.procedure, withdrawn(a), -a.version).cmp(&(&b.procedure, withdrawn(b), -b.version))
    });
    all.dedup_by(|later, first| later.procedure == first.procedure);
    Ok(all)
}

/// One procedure as this commune offers it. `NotFound` for an unknown id.
pub fn procedure(tx: &mut Tx, id: &str) -> Result<Arc<Procedure>> {
    catalog(tx)?.find(id).cloned().ok_or(Problem::NotFound)
}

/// What conditions and formulas may name besides answers: the commune's tariffs and today.
pub fn with(tx: &mut Tx) -> Result<Json> {
    let catalog = catalog(tx)?;
    let tariffs: BTreeMap<&str, i64> = catalog.tariffs.iter().map(|tariff| (tariff.id.as_str(), tariff.amount)).collect();
    Ok(json!({ "tariff": tariffs, "today": tx.today().to_string() }))
}

fn adapt(procedure: &Procedure, setting: &Setting) -> Procedure {
    let mut own = procedure.clone();
    own.offered = own.offered && setting.offered;
    if let Some(unit) = &setting.unit {
        own.route.insert(0, crate::model::Route { unit: unit.clone(), level: crate::model::Level::Commune });
    }
    if let Some((span, kind)) = setting.service {
        for clock in own.clocks.iter_mut().filter(|clock| clock.id == "service") {
            let text = Label {
                en: Some("Target set by the commune".into()),
                ..Label::new("هدف حددته الجماعة", "Objectif fixé par la commune")
            };
            (clock.span, clock.kind, clock.source) =
                (span, kind, ClockSource { kind: SourceKind::Target, law: None, article: None, text, confirm: false });
        }
    }
    own
}
