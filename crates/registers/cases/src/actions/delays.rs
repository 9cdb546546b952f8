//! How long decisions took, counted as the law counts: for figures that everybody may see.

use crate::store;
use kernel::Moment;
use kernel::clock::{self, DayKind};
use platform::{Result, Tx};

/// One decision: what was asked, where, how many days of its clock it took, and whether in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    pub procedure: String,
    pub area: Option<String>,
    pub days: i64,
    pub kind: DayKind,
    pub in_time: bool,
}

/// Decisions of requests since a moment, newest first. What was withdrawn is not among them: its clock is void.
pub fn decided(tx: &mut Tx, since: Moment, limit: i64) -> Result<Vec<Decided>> {
    let calendar = calendar::calendar(tx)?;
    let mut all = Vec::new();
    for row in store::clocks::decided(tx, since, limit)? {
        let pauses = store::clocks::pauses(tx, &row.clock)?;
        let days = clock::counted_days(row.started_at, row.stopped_at, row.kind, &calendar, &pauses);
        all.push(Decided { procedure: row.procedure, area: row.area, days, kind: row.kind, in_time: row.in_time });
    }
    Ok(all)
}
