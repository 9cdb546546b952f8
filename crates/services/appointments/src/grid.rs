//! The grid of time: cells of five minutes since 1970, where visits may begin, and which seats are taken. No database.

use kernel::Moment;
use sites::Span;
use sites::rules::CELL_MINUTES;

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

/// Who sits where at a counter on one day: cells and seats, each until when (for good when absent).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Taken(Vec<(i64, i64, Option<Moment>)>);

impl Taken {
    pub fn add(&mut self, cell: i64, seat: i64, until: Option<Moment>) {
        self.0.push((cell, seat, until));
    }

    /// As it stands at a moment, for the cells from one on: one bit for each seat that is taken.
    pub fn at(&self, now: Moment, first: i64, cells: usize) -> Busy {
        let mut seats = vec![0_u32; cells];
        for (cell, seat, until) in &self.0 {
            let place = usize::try_from(cell - first).ok().and_then(|place| seats.get_mut(place));
            if let (Some(seats), true) = (place, until.is_none_or(|until| until > now)) {
                *seats |= 1 << (seat & 31);
            }
        }
        Busy { first, seats }
    }
}

/// The seats of a day that are taken at one moment.
pub struct Busy {
    first: i64,
    seats: Vec<u32>,
}

impl Busy {
    /// Seats that are free through all cells of a visit.
    pub fn free(&self, first: i64, cells: i64, seats: i64) -> i64 {
        let from = usize::try_from(first - self.first).unwrap_or(usize::MAX);
        let visit = self.seats.iter().skip(from).take(usize::try_from(cells).unwrap_or(0));
        let taken = visit.fold(0, |taken, one| taken | one);
        i64::from((!taken & ((1_u32 << seats.clamp(0, 31)) - 1)).count_ones())
    }
}
