//! The grid of time: cells of five minutes since 1970, where visits may begin, and which seats are taken. No database.

use kernel::Moment;
use sites::Span;
use sites::rules::CELL_MINUTES;
use std::collections::HashMap;

const CELL_SECS: i64 = CELL_MINUTES * 60;

/// A cell is a number: the clock may change, cells do not.
pub fn cell(moment: Moment) -> i64 {
    moment.0.as_second().div_euclid(CELL_SECS)
}

pub fn moment(cell: i64) -> Moment {
    Moment(Default::default()).plus_secs(cell * CELL_SECS)
}

/// Cells that a visit fills: each person takes the time of the matter.
pub fn cells_of(minutes: i64, people: i64) -> i64 {
    (minutes * people).div_euclid(CELL_MINUTES).max(1)
}

/// Cells at which a visit may begin in a span: one after the other, as long as it still fits.
pub fn starts(span: &Span, minutes: i64, cells: i64) -> impl Iterator<Item = i64> {
    let first = cell(span.from.plus_secs(CELL_SECS - 1));
    let last = cell(span.to) - cells;
    let step = usize::try_from(cells_of(minutes, 1)).unwrap_or(1);
    (first..=last).step_by(step)
}

/// Who sits where at a counter on one day: for each seat of each cell, until when (for good when absent).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Taken(HashMap<i64, Vec<(i64, Option<Moment>)>>);

impl Taken {
    pub fn add(&mut self, cell: i64, seat: i64, until: Option<Moment>) {
        self.0.entry(cell).or_default().push((seat, until));
    }

    fn is_taken(&self, cell: i64, seat: i64, now: Moment) -> bool {
        self.0
            .get(&cell)
            .is_some_and(|seats| seats.iter().any(|(one, until)| *one == seat && until.is_none_or(|until| until > now)))
    }

    /// Seats that are free through all cells of a visit.
    pub fn free(&self, first: i64, cells: i64, seats: i64, now: Moment) -> i64 {
        let whole = |seat: &i64| !(first..first + cells).any(|cell| self.is_taken(cell, *seat, now));
        i64::try_from((0..seats).filter(whole).count()).unwrap_or(0)
    }
}
