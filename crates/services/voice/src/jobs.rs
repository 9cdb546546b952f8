//! Work nobody waits for. Every job is safe to run twice.

use crate::{actions, store};
use platform::{Result, Tx};

/// Sounds erased in one night; the next night takes the rest.
const AT_ONCE: i64 = 500;
/// Its days stand in the pack.
const RETENTION: &str = "voice_note";

pub fn arrived(tx: &mut Tx, opened: cases::OpenedEvent) -> Result<()> {
    actions::arrived(tx, &opened.case)
}

pub fn forgotten(tx: &mut Tx, forgotten: cases::Forgotten) -> Result<()> {
    actions::forget(tx, &forgotten.case)
}

/// Erases the sounds that were written down long enough ago (law 09-08, art. 3).
pub fn erase(tx: &mut Tx) -> Result<()> {
    let Some(before) = tx.fact::<cases::Retention>()?.before(RETENTION, tx.now()) else { return Ok(()) };
    for note in store::old(tx, before, AT_ONCE)? {
        actions::erase(tx, note)?;
    }
    Ok(())
}
