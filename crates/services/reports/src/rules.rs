//! The law of filing and counting: quarantine, rounding of published points, medians. No database, no clock, no language.

use crate::model::Standing;
use cases::points::Grid;
use kernel::{Point, Refusal};
use procedures::Procedure;

/// Reports from one address in a day before the next ones wait for a person. A mobile operator shares one address among
/// many subscribers, so this is far above what a household files.
const FROM_ONE_ADDRESS: i64 = 25;
/// The same words from anybody in a day.
const SAME_WORDS: i64 = 3;
/// Deposits beyond this number change no judgement, so no more are counted.
pub const MOST_COUNTED: i64 = FROM_ONE_ADDRESS;
/// Photos from one address in an hour that wait for a report.
pub const PHOTOS_WAITING: i64 = 40;
/// Objects of one report.
pub const OBJECTS: usize = 50;

/// Whether a report may be said: a voice is a name, and whoever writes it down would know who complains.
pub fn may_be_said(procedure: &Procedure) -> bool {
    !procedure.restricted && !procedure.hide_author
}

/// One recording says it; of two, nobody knows which is meant.
pub fn one_voice() -> Refusal {
    Refusal::new("reports-voice-one").at("voice")
}

/// A report that looks like one of many stays out of public view until somebody has read it. It is never refused.
pub fn standing(staff: bool, signed_in: bool, from_this_address: i64, with_these_words: i64) -> Standing {
    let many = !signed_in && from_this_address >= FROM_ONE_ADDRESS;
    if !staff && (many || with_these_words >= SAME_WORDS) { Standing::Quarantined } else { Standing::Plain }
}

/// The middle of the square of a grid in which a point lies: what is published instead of the point.
pub fn grid(point: Point, metres: u32) -> Point {
    Grid::metres(metres).shown(point)
}

/// The middle value of counted values.
pub fn median(counted: &[(i64, i64)]) -> Option<i64> {
    let total: i64 = counted.iter().map(|(_, count)| count).sum();
    let mut sorted = counted.to_vec();
    sorted.sort_unstable();
    let mut seen = 0;
    sorted
        .into_iter()
        .find(|(_, count)| {
            seen += count;
            seen * 2 > total
        })
        .map(|(value, _)| value)
}

/// A share in whole hundredths; `None` of nothing.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 100 + whole / 2) / whole)
}

/// A mean of marks from 1 to 5 in tenths; `None` without marks.
pub fn mean(counted: &[(i64, i64)]) -> Option<i64> {
    let count: i64 = counted.iter().map(|(_, count)| count).sum();
    let sum: i64 = counted.iter().map(|(mark, count)| mark * count).sum();
    (count > 0).then(|| (sum * 10 + count / 2) / count)
}

/// Groups of fewer are never shown: whoever knows one of them would know the others.
pub const FEWEST: i64 = 5;

/// Which groups of a total are hidden. A single small group could be reckoned from the total and the others, so that the
/// next smallest are hidden with it until what is hidden says nothing of anybody. Empty groups hide nothing.
pub fn hidden(counts: &[i64]) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..FEWEST).contains(count)).collect();
    let mut order: Vec<usize> = (0..counts.len()).filter(|place| counts[*place] >= FEWEST).collect();
    order.sort_by_key(|place| (counts[*place], *place));
    let mut order = order.into_iter();
    loop {
        let (groups, sum) =
            counts.iter().zip(&hidden).filter(|(_, hides)| **hides).fold((0, 0), |(n, sum), (count, _)| (n + 1, sum + count));
        if groups == 0 || (groups > 1 && sum >= FEWEST) {
            return hidden;
        }
        match order.next() {
            Some(place) => hidden[place] = true,
            None => return hidden,
        }
    }
}

/// What of its groups may be counted in a whole: a small one alone could be reckoned from the whole and the large ones, several
/// that are enough together tell of nobody.
pub fn countable(groups: &[i64]) -> i64 {
    let (large, small): (Vec<i64>, Vec<i64>) = groups.iter().filter(|count| **count > 0).partition(|count| **count >= FEWEST);
    let (large, joined) = (large.iter().sum::<i64>(), small.iter().sum::<i64>());
    if small.len() > 1 && joined >= FEWEST { large + joined } else { large }
}

/// The value below which so many hundredths of the sorted values lie, the last included (nearest rank).
pub fn percentile(sorted: &[i64], hundredths: usize) -> Option<i64> {
    let rank = (sorted.len() * hundredths).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// Seconds in tenths of a day, rounded.
pub fn tenths_of_days(secs: i64) -> i64 {
    (secs * 10 + 43_200) / 86_400
}
