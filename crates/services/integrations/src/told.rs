//! A case as the world outside is told of it: nothing that a person wrote or is, unless a moderator has let it through.

use crate::shapes::{Place, Report, Unit};
use cases::points::Grid;
use cases::{Case, Publication};
use kernel::{Id, Lang};
use platform::{Problem, Result, Tx};
use procedures::{Catalog, Procedure};
use std::collections::HashMap;
use std::sync::Arc;

/// An object of the street stands where it stands: its number is told where the place is told this exactly.
const EXACT_M: u32 = 10;

/// What reports are told with, read once for all of them.
pub struct Names {
    catalog: Arc<Catalog>,
    units: HashMap<Id, Unit>,
    /// Address of the public page of a report, without its code.
    page: String,
}

impl Names {
    pub fn load(tx: &mut Tx, lang: Lang) -> Result<Names> {
        let unit = |unit: units::Unit| (unit.id.clone(), self::unit(unit));
        Ok(Names {
            catalog: procedures::catalog(tx)?,
            units: units::all(tx)?.into_iter().map(unit).collect(),
            page: platform::web_link(tx, lang, "/reports/")?,
        })
    }
}

pub fn unit(unit: units::Unit) -> Unit {
    Unit { id: unit.id.to_string(), code: unit.code, name: unit.name }
}

/// The categories that are told of.
pub fn categories(catalog: &Catalog) -> Vec<String> {
    catalog.all().filter(|procedure| procedure.may_leave()).map(|procedure| procedure.id.clone()).collect()
}

/// Whether this case is told of to anybody.
pub fn may_be_told(tx: &mut Tx, case: &Case) -> Result<bool> {
    Ok(!case.restricted && !case.hide_author && cases::pinned(tx, &case.procedure_pin)?.may_leave())
}

pub fn report(tx: &mut Tx, case: &Case, names: &Names) -> Result<Report> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let published = case.publication == Publication::Published;
    let outcome = case.outcome.as_deref().filter(|_| !case.is_open());
    let merged_into = match &case.merged_into {
        Some(other) => code_of(tx, other)?,
        None => None,
    };
    Ok(Report {
        code: case.code.clone(),
        category: case.procedure.clone(),
        title: names.catalog.find(&case.procedure).map_or_else(|| procedure.title.clone(), |known| known.title.clone()),
        state: case.state.clone(),
        state_name: procedure.state(&case.state).map(|state| state.name.clone()),
        phase: case.phase,
        outcome: outcome.map(str::to_owned),
        outcome_name: outcome.and_then(|id| procedure.outcome(id)).map(|outcome| outcome.name.clone()),
        open: case.is_open(),
        urgent: case.urgent,
        unit: names.units.get(&case.unit).cloned(),
        place: place(case, &procedure),
        words: case.public_words.clone().filter(|_| published),
        published,
        url: published.then(|| format!("{}{}", names.page, case.code)),
        received_at: case.received_at,
        updated_at: case.updated_at,
        answered_at: case.answered_at,
        due_at: case.due_at,
        planned_on: case.planned_on.map(|day| day.to_string()),
        followers: case.followers,
        reopened: case.reopened,
        merged_into,
    })
}

fn place(case: &Case, procedure: &Procedure) -> Place {
    let precision_m = procedure.open.point_precision_m;
    let point = case.point.map(|point| Grid::metres(precision_m).shown(point));
    Place {
        lat: point.map(|point| point.lat()),
        lon: point.map(|point| point.lon()),
        precision_m,
        area: case.area.clone(),
        quarter: case.quarter.clone(),
        object: case.asset.clone().filter(|_| precision_m <= EXACT_M),
    }
}

fn code_of(tx: &mut Tx, id: &Id) -> Result<Option<String>> {
    match cases::find(tx, id) {
        Ok(case) => Ok(Some(case.code)),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}
