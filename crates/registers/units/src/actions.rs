//! Verbs: install the default organisation, find units, change them.

use crate::default::{Organisation, Proposed};
use crate::model::{Changed, Duty, Reached, Unit, UnitKind};
use crate::{rules, store};
use kernel::{Id, Label, Refusal};
use places::AreaKind;
use platform::json::json;
use platform::{Problem, Result, Tx};
use std::collections::HashMap;
use std::sync::Arc;

/// The pack's organisation, with one copy of each template per arrondissement. What the commune has stays as it is,
/// retired units included. Safe to run twice.
pub fn install(tx: &mut Tx) -> Result<()> {
    let organisation = tx.fact::<Organisation>()?;
    let areas = places::areas(tx)?;
    let arrondissements: Vec<_> = areas.iter().filter(|area| area.kind == AreaKind::Arrondissement).collect();
    let mut units = store::everything(tx)?.to_vec();
    for proposed in &organisation.unit {
        if proposed.area.is_none() {
            put(tx, &mut units, proposed, None)?;
            continue;
        }
        for area in &arrondissements {
            put(tx, &mut units, proposed, Some((&area.code, &area.name)))?;
        }
    }
    tx.record_once("units.installed", tx.tenant(), &json!({ "units": units.len() })).map(|_| ())
}

fn put(tx: &mut Tx, units: &mut Vec<Unit>, proposed: &Proposed, area: Option<(&str, &Label)>) -> Result<()> {
    let code = area.map(|(code, _)| code);
    if units.iter().any(|unit| unit.code == proposed.code && unit.area.as_deref() == code) {
        return Ok(());
    }
    let above = |area: Option<&str>| units.iter().find(|unit| unit.code == proposed.parent && unit.area.as_deref() == area);
    let parent = above(code).or_else(|| above(None)).map(|unit| unit.id.clone());
    let unit = proposed.build(tx.new_id(), parent, area);
    store::insert(tx, &unit)?;
    units.push(unit);
    Ok(())
}

/// Every unit that is not retired, in the order of the organisation.
pub fn all(tx: &mut Tx) -> Result<Vec<Unit>> {
    store::all(tx)
}

/// A unit, retired or not: old files still name it.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Unit> {
    store::find(tx, id)
}

/// The unit of a code of the pack: for the whole commune, or in one arrondissement. Retired units are not found.
pub fn by_code(tx: &mut Tx, code: &str, area: Option<&str>) -> Result<Option<Unit>> {
    store::by_code(tx, code, area)
}

pub fn with_duty(tx: &mut Tx, duty: Duty) -> Result<Vec<Unit>> {
    Ok(store::all(tx)?.into_iter().filter(|unit| unit.has(duty)).collect())
}

/// Whether a grant on one unit reaches another: itself and the units below, but not into a restricted one.
pub fn covers(tx: &mut Tx, grant_unit: &Id, unit: &Id) -> Result<bool> {
    Ok(rules::Tree::of(&store::everything(tx)?).covers(grant_unit, unit))
}

/// The units whose files a grant opens, for lists: `None` is a grant for the whole commune, which stops at restricted units too.
pub fn reached(tx: &mut Tx, grant_unit: Option<&Id>) -> Result<Arc<Reached>> {
    let of = grant_unit.map(Id::to_string).unwrap_or_default();
    tx.remembered(&of, |tx| Ok(rules::reached(&store::everything(tx)?, grant_unit)))
}

/// The names of all units, retired ones included: old files still name them.
pub fn names(tx: &mut Tx) -> Result<Arc<HashMap<Id, Label>>> {
    tx.remembered("units", |tx| Ok(store::everything(tx)?.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect()))
}

/// The unit, then those above it.
pub fn path(tx: &mut Tx, unit: &Id) -> Result<Vec<Unit>> {
    Ok(rules::Tree::of(&store::everything(tx)?).path(unit).into_iter().cloned().collect())
}

/// The unit and those below it, retired ones included, for lists of files.
pub fn below(tx: &mut Tx, unit: &Id) -> Result<Vec<Id>> {
    Ok(rules::below(&store::everything(tx)?, unit))
}

/// What a person says of a unit.
#[derive(Debug, Clone, PartialEq)]
pub struct NewUnit {
    pub name: Label,
    pub kind: UnitKind,
    pub parent: Option<Id>,
    pub area: Option<String>,
    pub external: bool,
}

pub fn add(tx: &mut Tx, new: NewUnit) -> Result<Id> {
    let id = tx.new_id();
    let unit = Unit {
        id: id.clone(),
        code: id.to_string(),
        parent: new.parent,
        kind: new.kind,
        name: new.name,
        area: new.area,
        external: new.external,
        duties: Vec::new(),
        channels: Vec::new(),
        answer_hours: None,
        retired_on: None,
    };
    check(tx, &unit)?;
    store::insert(tx, &unit)?;
    changed(tx, "units.added", &unit)?;
    Ok(id)
}

pub fn change(tx: &mut Tx, id: &Id, new: NewUnit) -> Result<()> {
    let old = current(tx, id)?;
    let unit = Unit { name: new.name, kind: new.kind, parent: new.parent, area: new.area, external: new.external, ..old };
    check(tx, &unit)?;
    store::update(tx, &unit)?;
    changed(tx, "units.changed", &unit)
}

/// The unit takes nothing new from today on. Its history stays.
pub fn retire(tx: &mut Tx, id: &Id) -> Result<()> {
    let unit = current(tx, id)?;
    rules::check_retire(&store::all(tx)?, &unit)?;
    let unit = Unit { retired_on: Some(tx.today()), ..unit };
    store::update(tx, &unit)?;
    changed(tx, "units.retired", &unit)
}

pub(crate) fn current(tx: &mut Tx, id: &Id) -> Result<Unit> {
    let unit = store::find(tx, id)?;
    if unit.retired_on.is_some() { Err(Refusal::new("units-retired-already").into()) } else { Ok(unit) }
}

fn check(tx: &mut Tx, unit: &Unit) -> Result<()> {
    rules::check_parent(&store::all(tx)?, &unit.id, unit.parent.as_ref())?;
    if let Some(area) = &unit.area {
        let known = places::areas(tx)?.iter().any(|known| known.code == *area && known.kind == AreaKind::Arrondissement);
        if !known {
            return Err(Problem::Refused(Refusal::new("units-area-unknown").at("area")));
        }
    }
    Ok(())
}

fn changed(tx: &mut Tx, verb: &str, unit: &Unit) -> Result<()> {
    tx.record(verb, &unit.id, unit)?;
    tx.emit(&Changed {})
}
