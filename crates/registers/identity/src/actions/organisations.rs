//! Organisations and who acts for them: noted and confirmed by staff, ended by staff or by the legal representative.

use crate::organisation::{Acting, NewOrganisation, NewRepresentative, Organisation, Representative, Role};
use crate::rules;
use crate::store::organisations as store;
use kernel::{Id, Refusal};
use people::{Level, Why};
use platform::json::json;
use platform::{Actor, Problem, Result, Tx};

/// Notes an organisation, once per number.
pub fn note_organisation(tx: &mut Tx, new: &NewOrganisation) -> Result<Id> {
    if new.name.is_empty() {
        return Err(Refusal::new("identity-organisation-name").at("name").into());
    }
    let number = rules::organisation_number(new.kind, &new.number)?;
    if store::by_number(tx, new.kind, &number)?.is_some() {
        return Err(Refusal::new("identity-organisation-known").at("number").into());
    }
    let id = tx.new_id();
    store::insert(tx, &id, &NewOrganisation { number, ..new.clone() })?;
    tx.record("identity.organisation_noted", &id, &json!({ "kind": new.kind }))?;
    Ok(id)
}

pub fn organisation(tx: &mut Tx, id: &Id) -> Result<Organisation> {
    store::find(tx, id)
}

pub fn organisations(tx: &mut Tx) -> Result<Vec<Organisation>> {
    store::latest(tx)
}

pub fn representatives(tx: &mut Tx, organisation: &Id) -> Result<Vec<Representative>> {
    store::representatives(tx, organisation)
}

/// Staff saw the paper and know the person: from now on this person acts for it.
pub fn confirm_representative(tx: &mut Tx, new: &NewRepresentative) -> Result<Id> {
    store::find(tx, &new.organisation)?;
    rules::representation(new.starts_on, new.ends_on, &new.proof)?;
    if people::own_card(tx, &new.person)?.level < Level::Counter {
        return Err(Refusal::new("identity-representative-unsure").at("person").into());
    }
    let today = tx.today();
    let same = |held: &Representative| held.person == new.person && held.holds_on(new.starts_on.max(today));
    if store::representatives(tx, &new.organisation)?.iter().any(same) {
        return Err(Refusal::new("identity-representative-known").at("person").into());
    }
    let id = tx.new_id();
    store::add_representative(tx, &id, new)?;
    tx.look(&new.person, Why::Identity.as_str())?;
    let summary = json!({ "organisation": new.organisation, "representative": id, "role": new.role, "from": new.starts_on, "to": new.ends_on });
    tx.record("identity.representative_confirmed", &new.person, &summary)?;
    Ok(id)
}

/// Ends it now: sight and voice are gone with this commit.
pub fn end_representative(tx: &mut Tx, id: &Id) -> Result<()> {
    let held = store::representative(tx, id)?;
    if let Actor::Citizen { account } = tx.actor().clone() {
        let person = people::account_person(tx, &account)?;
        let legal = |one: &Acting| one.organisation.id == held.organisation && one.role == Role::Legal;
        if held.person != person && !acts_for(tx, &person)?.iter().any(legal) {
            return Err(Problem::NotFound);
        }
    }
    if store::end(tx, id)? {
        let summary = json!({ "organisation": held.organisation, "representative": id });
        tx.record("identity.representative_ended", &held.person, &summary)?;
    }
    Ok(())
}

/// For whom a person acts today.
pub fn acts_for(tx: &mut Tx, person: &Id) -> Result<Vec<Acting>> {
    let today = tx.today();
    let mut acting = Vec::new();
    for held in store::held_by(tx, person)?.into_iter().filter(|held| held.holds_on(today)) {
        acting.push(Acting { organisation: store::find(tx, &held.organisation)?, role: held.role, until: held.ends_on });
    }
    Ok(acting)
}

/// The organisation for which this person may act now; a refusal with its sentence otherwise.
pub fn may_act(tx: &mut Tx, person: &Id, organisation: &Id) -> Result<Acting> {
    let found = acts_for(tx, person)?.into_iter().find(|acting| acting.organisation.id == *organisation);
    found.ok_or_else(|| Refusal::new("identity-acts-not").into())
}
