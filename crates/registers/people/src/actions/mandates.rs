//! Mandates: one person acts for another, for a time, with a proof.

use super::persons::same_contact;
use crate::model::{Mandate, MandateEnded, Why};
use crate::rules;
use crate::store::{mandates, persons};
use kernel::{Day, Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// A mandate as a clerk notes it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewMandate {
    pub holder: Id,
    pub for_person: Id,
    pub matter: String,
    pub proof: String,
    pub starts_on: Day,
    pub ends_on: Day,
}

pub fn give_mandate(tx: &mut Tx, new: NewMandate) -> Result<Id> {
    rules::mandate_days(new.starts_on, new.ends_on)?;
    if new.holder == new.for_person {
        return Err(Refusal::new("people-mandate-self").at("holder").into());
    }
    persons::find(tx, &new.holder)?;
    persons::find(tx, &new.for_person)?;
    let id = tx.new_id();
    let NewMandate { holder, for_person, matter, proof, starts_on, ends_on } = new;
    let mandate = Mandate { id: id.clone(), holder, for_person, matter, proof, starts_on, ends_on, ended_at: None };
    mandates::insert(tx, &mandate)?;
    tx.look(&mandate.for_person, Why::Identity.as_str())?;
    let summary = json!({ "mandate": id, "holder": mandate.holder, "from": starts_on, "to": ends_on });
    tx.record("people.mandate_given", &mandate.for_person, &summary)?;
    Ok(id)
}

/// Ends it now; what hangs on it hears of it.
pub fn end_mandate(tx: &mut Tx, id: &Id) -> Result<()> {
    let mandate = mandates::find(tx, id)?;
    if mandate.ended_at.is_some() {
        return Ok(());
    }
    mandates::end(tx, id)?;
    tx.record("people.mandate_ended", &mandate.for_person, &json!({ "mandate": id }))?;
    tx.emit(&MandateEnded { mandate: id.clone() })
}

/// Mandates that a citizen holds or gave, also as somebody whom only the same confirmed contact names.
pub fn mandates_of(tx: &mut Tx, person: &Id) -> Result<Vec<Mandate>> {
    let mut found = Vec::new();
    for same in same_contact(tx, person)? {
        found.extend(mandates::about(tx, &same)?);
    }
    Ok(found)
}

/// Ends a mandate that a citizen holds or gave.
pub fn end_own_mandate(tx: &mut Tx, id: &Id, person: &Id) -> Result<()> {
    let mandate = mandates::find(tx, id)?;
    let own = same_contact(tx, person)?;
    if own.contains(&mandate.for_person) || own.contains(&mandate.holder) { end_mandate(tx, id) } else { Err(Problem::NotFound) }
}

/// One mandate, ended or not.
pub fn mandate(tx: &mut Tx, id: &Id) -> Result<Mandate> {
    mandates::find(tx, id)
}

/// Mandates given or held by a person.
pub fn mandates_about(tx: &mut Tx, person: &Id) -> Result<Vec<Mandate>> {
    mandates::about(tx, person)
}

/// Whether `holder` may act for a person today.
pub fn may_act_for(tx: &mut Tx, holder: &Id, person: &Id) -> Result<bool> {
    let today = tx.today();
    Ok(mandates::about(tx, holder)?.iter().any(|m| m.holder == *holder && m.for_person == *person && m.holds_on(today)))
}
