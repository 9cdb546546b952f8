//! How long decisions took, counted as the law counts: for figures that everybody may see.

use crate::store;
use kernel::Moment;
use kernel::clock::{self, DayKind};
use platform::{Result, Tx};

/// One decision: what was asked, where, what came of it, how long it took, and whether in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    pub procedure: String,
    pub area: Option<String>,
    pub outcome: Option<String>,
    /// Days of the kind in which its clock counts.
    pub days: i64,
    /// Days of the calendar, in which decisions of several clocks can be held together.
    pub calendar_days: i64,
    pub kind: DayKind,
    pub in_time: bool,
}

/// Decisions of requests since a moment, newest first. What was withdrawn is not among them: its clock is void.
pub fn decided(tx: &mut Tx, since: Moment, limit: i64) -> Result<Vec<Decided>> {
    let calendar = calendar::calendar(tx)?;
    let mut all = Vec::new();
    for row in store::clocks::decided(tx, since, limit)? {
        let pauses = store::clocks::pauses(tx, &row.clock)?;
        let days = |kind| clock::counted_days(row.started_at, row.stopped_at, kind, &calendar, &pauses);
        all.push(Decided {
            days: days(row.kind),
            calendar_days: days(DayKind::Calendar),
            procedure: row.procedure,
            area: row.area,
            outcome: row.outcome,
            kind: row.kind,
            in_time: row.in_time,
        });
    }
    Ok(all)
}
