//! What a list says of a case and of its own hour, signed for one account: a deed comes back with it, also after the case went
//! elsewhere.

use crate::model::Seen;
use crate::rules;
use cases::Case;
use kernel::{Id, Moment, Refusal};
use platform::{Problem, Result, Tx};

/// Who the telephone works for: says nothing of the account to whoever finds the telephone.
pub fn owner(tx: &Tx) -> Result<String> {
    let account = account(tx)?;
    Ok(tx.keys().lookup(&tx.tenant(), "field-owner", account.as_str())?.chars().take(24).collect())
}

pub fn account(tx: &Tx) -> Result<Id> {
    tx.actor().account().cloned().ok_or(Problem::Forbidden)
}

pub fn write(tx: &Tx, case: &Case) -> Result<String> {
    let seen = Seen { case: case.id.clone(), unit: case.unit.clone(), procedure: case.procedure.clone(), at: tx.now() };
    let seal = seal(tx, &seen)?;
    Ok(format!("{}~{seal}", plain(&seen)))
}

/// The hour of a list, by our clock: what was done with the list was done after it.
pub fn write_hour(tx: &Tx) -> Result<String> {
    let at = tx.now();
    Ok(format!("{at}~{}", hour_seal(tx, at)?))
}

/// Nothing without the hour of a list that this account was given, or with one that is too old to prove anything.
pub fn read_hour(tx: &Tx, token: &str) -> Result<Option<Moment>> {
    let Some((at, told)) = token.split_once('~') else { return Ok(None) };
    let Some(at) = Moment::parse(at) else { return Ok(None) };
    let holds = hour_seal(tx, at)? == told && !rules::is_over(at, tx.now());
    Ok(holds.then_some(at))
}

fn hour_seal(tx: &Tx, at: Moment) -> Result<String> {
    let account = account(tx)?;
    tx.keys().lookup(&tx.tenant(), "field-hour", &format!("{account}~{at}"))
}

/// # Errors
/// A token that no list of ours gave to this account, or one of a list that is too old.
pub fn read(tx: &Tx, token: &str) -> Result<Seen> {
    let wrong = || Problem::from(Refusal::new("field-not-listed").at("seen"));
    let parts: Vec<&str> = token.split('~').collect();
    let [case, unit, procedure, at, told] = parts.as_slice() else { return Err(wrong()) };
    let id = |text: &str| Id::parse(text).ok_or_else(wrong);
    let at = Moment::parse(at).ok_or_else(wrong)?;
    let seen = Seen { case: id(case)?, unit: id(unit)?, procedure: (*procedure).to_owned(), at };
    if seal(tx, &seen)? != *told {
        return Err(wrong());
    }
    if rules::is_over(seen.at, tx.now()) {
        return Err(Refusal::new("field-list-old").with("days", rules::LISTED_DAYS).at("seen").into());
    }
    Ok(seen)
}

fn plain(seen: &Seen) -> String {
    format!("{}~{}~{}~{}", seen.case, seen.unit, seen.procedure, seen.at)
}

fn seal(tx: &Tx, seen: &Seen) -> Result<String> {
    let account = account(tx)?;
    tx.keys().lookup(&tx.tenant(), "field-seen", &format!("{account}~{}", plain(seen)))
}
