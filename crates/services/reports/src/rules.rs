//! The law of filing and counting: quarantine, rounding of published points, medians. No database, no clock, no language.

use crate::model::Standing;
use kernel::Point;

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
/// Metres in a degree of latitude.
const METRES_PER_DEGREE: f64 = 111_320.0;

/// A report that looks like one of many stays out of public view until somebody has read it. It is never refused.
pub fn standing(staff: bool, signed_in: bool, from_this_address: i64, with_these_words: i64) -> Standing {
    let many = !signed_in && from_this_address >= FROM_ONE_ADDRESS;
    if !staff && (many || with_these_words >= SAME_WORDS) { Standing::Quarantined } else { Standing::Plain }
}

/// The middle of the square of a grid in which a point lies: what is published instead of the point.
pub fn grid(point: Point, metres: u32) -> Point {
    if metres == 0 {
        return point;
    }
    let step_lat = f64::from(metres) / METRES_PER_DEGREE;
    let lat = (point.lat() / step_lat).round() * step_lat;
    let step_lon = step_lat / lat.to_radians().cos().max(0.1);
    let lon = (point.lon() / step_lon).round() * step_lon;
    Point::new(lat, lon).unwrap_or(point)
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

/// A mean of marks from 1 to 5 in tenths, as `4.3`; `None` without marks.
pub fn mean(counted: &[(i64, i64)]) -> Option<String> {
    let count: i64 = counted.iter().map(|(_, count)| count).sum();
    let sum: i64 = counted.iter().map(|(mark, count)| mark * count).sum();
    (count > 0).then(|| {
        let tenths = (sum * 10 + count / 2) / count;
        format!("{}.{}", tenths / 10, tenths % 10)
    })
}
