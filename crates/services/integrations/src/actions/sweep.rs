//! Once a day: what nobody needs any more is forgotten.

use crate::rules;
use crate::store::{changes, deliveries};
use platform::{Result, Tx};

const DAY_SECS: i64 = 86_400;

pub fn forget(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    let ago = |days: i64| now.plus_secs(-days * DAY_SECS);
    deliveries::forget(tx, ago(rules::DONE_DAYS), ago(rules::DEAD_DAYS))?;
    changes::forget(tx, ago(rules::CHANGE_DAYS))
}
