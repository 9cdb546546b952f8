//! Each hour: whose time ran out.

use super::penalties;
use crate::store::orders;
use platform::{Result, Tx};

/// Orders looked at in one run; the next run takes the rest.
const AT_ONCE: i64 = 500;

/// Drafts the penalties that are owed. It may run as often as it likes: a spot is counted once a day.
pub fn draft_penalties(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    for order in orders::due(tx, now, AT_ONCE)? {
        penalties::draft_owed(tx, order)?;
    }
    Ok(())
}
