//! The categories of the pack, and what this commune makes of them: offered or not, by whom, how soon.

use super::typed_values;
use kernel::clock::DayKind;
use kernel::{Label, Refusal, text};
use platform::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::{Catalog, Clock, Group, Procedure, Setting};
use std::sync::Arc;
use units::Unit;

const LIST: &str = "administration/categories.html";
const PAGE: &str = "administration/category.html";
const HOURS_MOST: i64 = 8_760;
const DAYS_MOST: i64 = 365;

pub async fn list(ctx: Ctx) -> Answer {
    let (catalog, units) = ctx.read(|rx| Ok((procedures::catalog(rx)?, units::all(rx)?))).await?;
    let groups: Vec<Json> = catalog.groups.iter().map(|group| group_model(group, &catalog, &units)).collect();
    ctx.page(LIST, context! { groups => groups, count => catalog.procedures.len(), offered => catalog.offered().len() }).await
}

fn group_model(group: &Group, catalog: &Catalog, units: &[Unit]) -> Json {
    let mut rows: Vec<&Arc<Procedure>> = catalog.procedures.values().filter(|one| one.group == group.id).collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let rows: Vec<Json> = rows.into_iter().map(|one| row(one, units)).collect();
    context! { name => group.name, icon => group.icon, rows => rows }
}

fn row(procedure: &Procedure, units: &[Unit]) -> Json {
    let clock = |id: &str| procedure.clock(id).map(clock_model);
    context! {
        id => procedure.id, code => procedure.code, title => procedure.title, offered => procedure.offered,
        unit => procedure.route.first().map(|route| unit_name(units, &route.unit)), answer => clock("answer"), service => clock("service"),
    }
}

fn clock_model(clock: &Clock) -> Json {
    context! { id => clock.id, span => clock.span, kind => clock.kind, source => clock.source.kind, text => clock.source.text, confirm => clock.source.confirm }
}

/// The name of a unit. A code that each arrondissement has is told without the name of one.
fn unit_name(units: &[Unit], code: &str) -> Label {
    match units.iter().find(|unit| unit.code == code) {
        Some(unit) if unit.area.is_some() => Label {
            ar: bare(&unit.name.ar),
            fr: bare(&unit.name.fr),
            zgh: unit.name.zgh.as_deref().map(bare),
            en: unit.name.en.as_deref().map(bare),
        },
        Some(unit) => unit.name.clone(),
        None => Label::new(code, code),
    }
}

/// A name without the words in brackets at its end.
fn bare(name: &str) -> String {
    name.rsplit_once(" (").map_or(name, |(start, _)| start).to_owned()
}

/// One category as the pack declares it, as the commune has it, and the units that can take it.
pub struct View {
    pub country: Arc<Procedure>,
    pub own: Option<Setting>,
    pub units: Vec<Unit>,
}

async fn view(ctx: &Ctx, id: &str) -> Result<View> {
    let id = id.to_owned();
    ctx.read(move |rx| {
        let country = rx.fact::<Catalog>()?.find(&id).cloned().ok_or(Problem::NotFound)?;
        let own = procedures::settings(rx)?.into_iter().find(|setting| setting.procedure == id);
        Ok(View { country, own, units: units::all(rx)? })
    })
    .await
}

pub async fn show(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let view = view(&ctx, &id).await?;
    let typed = typed_of(view.own.as_ref());
    ctx.page(PAGE, model(view, Json::Null, typed)).await
}

fn typed_of(own: Option<&Setting>) -> Fields {
    let mut typed = Fields::default();
    typed.push("offered", if own.is_none_or(|own| own.offered) { "yes" } else { "" });
    typed.push("unit", own.and_then(|own| own.unit.clone()).unwrap_or_default());
    let (span, kind) =
        own.and_then(|own| own.service).map_or((String::new(), DayKind::Hours), |(span, kind)| (span.to_string(), kind));
    typed.push("span", span);
    typed.push("kind", kind.as_str());
    typed
}

pub fn model(view: View, errors: Json, typed: Fields) -> Json {
    let errors = if errors.is_array() { errors } else { Json::Array(Vec::new()) };
    let country = &view.country;
    // A setting names one unit for the whole commune; the crews of arrondissements come from the pack's route.
    let units: Vec<Json> = view
        .units
        .iter()
        .filter(|unit| unit.area.is_none())
        .map(|unit| context! { value => unit.code, name => unit.name })
        .collect();
    let route: Vec<Label> = country.route.iter().map(|route| unit_name(&view.units, &route.unit)).collect();
    context! {
        id => country.id, code => country.code, title => country.title, hint => country.hint, icon => country.icon, route => route,
        clocks => country.clocks.iter().map(clock_model).collect::<Vec<_>>(), units => units, kinds => DayKind::ALL,
        changed_at => view.own.and_then(|own| own.changed_at).map(|moment| moment.to_string()),
        errors => errors, typed => typed_values(typed),
    }
}

pub async fn save(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let view = view(&ctx, &id).await?;
    let done = match read(&id, &fields) {
        Ok(setting) => ctx.write(move |tx| change(tx, &setting)).await,
        Err(problem) => Err(problem),
    };
    match done {
        Ok(()) => ctx.go_saying("/admin/categories", "administration-category-saved"),
        Err(problem) => {
            ctx.form_again(problem, PAGE, |errors| model(view, json::to_value(errors).unwrap_or_default(), fields)).await
        }
    }
}

fn change(tx: &mut Tx, setting: &Setting) -> Result<()> {
    if let Some(unit) = &setting.unit
        && units::by_code(tx, unit, None)?.is_none()
    {
        return Err(Refusal::new("administration-unit-wrong").at("unit").into());
    }
    procedures::change(tx, setting)
}

fn read(id: &str, fields: &Fields) -> Result<Setting> {
    let kind = DayKind::parse(fields.get("kind")).ok_or_else(|| Refusal::new("administration-kind-wrong").at("kind"))?;
    let most = if kind == DayKind::Hours { HOURS_MOST } else { DAYS_MOST };
    let span = fields.opt("span").map(|typed| {
        let digits: String = typed.chars().map(text::western_digit).collect();
        let wrong = || Refusal::new("administration-span-wrong").with("most", most).at("span");
        digits.parse::<i64>().ok().filter(|span| (1..=most).contains(span)).ok_or_else(wrong)
    });
    Ok(Setting {
        procedure: id.to_owned(),
        offered: fields.ticked("offered"),
        unit: fields.opt("unit").map(str::to_owned),
        service: span.transpose()?.map(|span| (span, kind)),
        changed_at: None,
    })
}
