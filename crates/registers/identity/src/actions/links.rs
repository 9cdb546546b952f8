//! Links as their owner sees them, and their end.

use crate::model::Link;
use crate::store::{flows, links, organisations};
use kernel::Id;
use people::Level;
use platform::json::json;
use platform::{Problem, Result, Tx};

pub fn of_account(tx: &mut Tx, account: &Id) -> Result<Vec<Link>> {
    links::of_account(tx, account)
}

/// Ends a link of one's own account. The level that it gave goes with it; an account that nothing else opens keeps its last.
pub fn unlink(tx: &mut Tx, account: &Id, id: &Id) -> Result<()> {
    let own = links::of_account(tx, account)?;
    let link = own.iter().find(|link| link.id == *id).ok_or(Problem::NotFound)?;
    if own.len() == 1 && people::confirmed(tx, &link.person)?.is_empty() {
        return Err(kernel::Refusal::new("identity-last-door").into());
    }
    links::delete(tx, id)?;
    match own.len() {
        1 => people::lower(tx, &link.person, link.level_before)?,
        _ => links::lower_before(tx, &link.person, link.level_before)?,
    }
    tx.record("identity.unlinked", account, &json!({ "link": id, "provider": link.provider }))
}

/// The counter saw the card meanwhile: that stays when a link goes.
pub fn seen_at_counter(tx: &mut Tx, event: people::Identified) -> Result<()> {
    links::raise_before(tx, &event.person, Level::Counter)
}

pub fn forget(tx: &mut Tx, event: people::Erased) -> Result<()> {
    organisations::forget(tx, &event.person)?;
    links::forget(tx, &event.person)
}

/// Journeys that are over; a day is left so that a replay is told from an unknown state.
pub fn sweep(tx: &mut Tx) -> Result<()> {
    let before = tx.now().plus_minutes(-24 * 60);
    flows::sweep(tx, before)
}
