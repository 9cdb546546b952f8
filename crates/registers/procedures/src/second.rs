//! The second person: who publishes is somebody else than who proposed, be it under another account or for another.

use crate::version::Version;
use kernel::{Id, Refusal};
use platform::{Actor, Problem, Result, Tx};

/// The person behind the account that acts; programs and the public have none.
pub fn person(tx: &Tx) -> Option<Id> {
    match tx.actor() {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    }
}

/// Why who looks at a proposed version is no second person: a key of a sentence.
pub fn hindrance(tx: &mut Tx, of: &Version) -> Result<Option<&'static str>> {
    if of.proposed_by.as_deref() == Some(&*tx.actor().to_string()) {
        return Ok(Some("procedures-second-person"));
    }
    let (Some(first), Some(me)) = (proposer(tx, of)?, person(tx)) else { return Ok(None) };
    if people::same_human(tx, &first, &me)? {
        return Ok(Some("procedures-second-account"));
    }
    Ok(acts_for(tx, &first, &me)?.then_some("procedures-second-acts-for"))
}

/// Whether one of two persons acts for the other: by a mandate, or standing in today.
pub fn acts_for(tx: &mut Tx, first: &Id, me: &Id) -> Result<bool> {
    let mandated = people::may_act_for(tx, me, first)? || people::may_act_for(tx, first, me)?;
    Ok(mandated || stands_in(tx, me, first)?)
}

/// A version that was proposed before persons were noted is known by its account.
fn proposer(tx: &mut Tx, of: &Version) -> Result<Option<Id>> {
    if of.proposed_person.is_some() {
        return Ok(of.proposed_person.clone());
    }
    let Some(account) = of.proposed_by.as_deref().and_then(|by| by.strip_prefix("staff:")) else { return Ok(None) };
    match people::account_person(tx, &Id::new(account)) {
        Ok(person) => Ok(Some(person)),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Whether one of two stands in for the other today.
fn stands_in(tx: &mut Tx, me: &Id, first: &Id) -> Result<bool> {
    let today = tx.today();
    let between = |person: &Id, delegate: &Option<Id>| {
        (person == first && delegate.as_ref() == Some(me)) || (person == me && delegate.as_ref() == Some(first))
    };
    let absences = units::absences(tx)?;
    Ok(absences.iter().any(|one| one.starts_on <= today && today <= one.ends_on && between(&one.person, &one.delegate)))
}

/// Refuses who is no second person.
pub fn must_be(tx: &mut Tx, of: &Version) -> Result<()> {
    match hindrance(tx, of)? {
        Some(key) => Err(Refusal::new(key).into()),
        None => Ok(()),
    }
}
