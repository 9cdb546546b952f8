//! Contracts: agreed, changed, and the data that came of them.

use super::reach;
use crate::model::{Contract, Received, System, Terms, Way};
use crate::store::contracts;
use crate::{SIGN, rules};
use kernel::{Day, Email, Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use units::UnitKind;

/// What is written of a contract besides its terms.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub unit: Id,
    pub starts_on: Day,
    pub ends_on: Option<Day>,
    pub email: Option<Email>,
    pub system: Option<System>,
    pub terms: Terms,
}

/// The contractors that one may agree with: units outside of the commune.
pub fn parties(tx: &mut Tx) -> Result<Vec<units::Unit>> {
    let today = tx.today();
    let reached = reach::units(tx, SIGN)?;
    let mut all = units::all(tx)?;
    all.retain(|unit| {
        matches!(unit.kind, UnitKind::Contractor | UnitKind::Partner)
            && unit.retired_on.is_none_or(|day| day > today)
            && reached.contains(&unit.id)
    });
    Ok(all)
}

/// Agrees on a contract, or changes one. Orders already given keep the clock they had; penalties name the edition they follow.
///
/// # Errors
/// Each mistake at its field.
pub fn write(tx: &mut Tx, id: Option<&Id>, written: Written) -> Result<Id> {
    let mut wrong = rules::check(&written.terms);
    if written.ends_on.is_some_and(|end| end < written.starts_on) {
        wrong.push(Refusal::new("contractors-ends-before").at("ends_on"));
    }
    if !parties(tx)?.iter().any(|unit| unit.id == written.unit) {
        wrong.push(Refusal::new("contractors-unit-unknown").at("unit"));
    }
    if written.terms.way == Way::Open311 && written.system.is_none() {
        wrong.push(Refusal::new("contractors-needs-system").at("system_url"));
    }
    if written.terms.way == Way::Email && written.email.is_none() {
        wrong.push(Refusal::new("contractors-needs-email").at("email"));
    }
    let catalog = procedures::catalog(tx)?;
    let known = |category: &String| catalog.procedures.get(category).is_some_and(|procedure| procedure.may_leave());
    if !written.terms.categories.iter().all(known) {
        wrong.push(Refusal::new("contractors-category-unknown").at("categories"));
    }
    let id = id.cloned().unwrap_or_else(|| tx.new_id());
    let before = contracts::all(tx)?;
    if before.iter().any(|other| other.id != id && overlaps(other, &written)) {
        wrong.push(Refusal::new("contractors-covered-already").at("categories"));
    }
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    let known = before.iter().find(|contract| contract.id == id);
    if let Some(known) = known {
        reach::must(tx, SIGN, &known.unit)?;
    }
    let edition = known.map_or(1, |contract| contract.edition + 1);
    let Written { unit, starts_on, ends_on, email, system, terms } = written;
    // A key that was left empty stays as it was: it is never shown again.
    let kept = known.and_then(|contract| contract.system.clone()).and_then(|system| system.key);
    let system = system.map(|system| System { key: system.key.or(kept), ..system });
    let updated_at = tx.now();
    let contract = Contract { id: id.clone(), unit, starts_on, ends_on, edition, terms, email, system, updated_at };
    contracts::put(tx, &contract)?;
    tx.record("contractors.agreed", &id, &json!({ "unit": contract.unit, "edition": edition, "terms": contract.terms }))?;
    tx.job(super::orders::TAKE_UP, &super::orders::TakeUp { contract: id.clone(), after: String::new() })?;
    Ok(id)
}

/// Two contracts of one unit at one time may not name the same category in the same place: nobody could say which counts.
fn overlaps(one: &Contract, other: &Written) -> bool {
    let days = one.starts_on <= other.ends_on.unwrap_or(one.starts_on.max(other.starts_on))
        && other.starts_on <= one.ends_on.unwrap_or(other.starts_on.max(one.starts_on));
    let (these, those) = (&one.terms.areas, &other.terms.areas);
    let areas = these.is_empty() || those.is_empty() || these.iter().any(|area| those.contains(area));
    let categories = one.terms.categories.iter().any(|category| other.terms.categories.contains(category));
    one.unit == other.unit && days && areas && categories
}

/// Notes that data which the contract owes has come.
pub fn receive(tx: &mut Tx, id: &Id, received: Received) -> Result<()> {
    let contract = contracts::find(tx, id)?;
    reach::must(tx, SIGN, &contract.unit)?;
    if !contract.terms.data.iter().any(|duty| duty.id == received.duty) {
        return Err(Problem::NotFound);
    }
    if received.on > tx.today() || received.rows.is_some_and(|rows| rows < 0) {
        return Err(Refusal::new("contractors-day-wrong").at("received_on").into());
    }
    contracts::receive(tx, id, &received)?;
    tx.record("contractors.data_received", id, &json!({ "duty": received.duty, "on": received.on, "rows": received.rows }))
}
