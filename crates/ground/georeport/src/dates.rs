//! Moments as servers and exports write them.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use kernel::{Day, Moment};

/// The zone in which a date without one is taken.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    /// By its name, such as `Africa/Casablanca`.
    pub fn named(name: &str) -> Option<Zone> {
        TimeZone::get(name).ok().map(Zone)
    }

    /// The country's own.
    pub fn ours() -> Zone {
        Zone(TimeZone::get(kernel::ZONE).unwrap_or(TimeZone::UTC))
    }
}

/// A moment that was read, and what had to be assumed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Read {
    pub at: Moment,
    /// It named no zone.
    pub naive: bool,
    /// Day and month could be exchanged.
    pub doubtful: bool,
}

/// A moment with a zone, or in `zone` without one; a day alone is its beginning, or its end when `late`.
pub fn moment(text: &str, zone: &Zone, late: bool) -> Option<Read> {
    let text = text.trim();
    // A plus sign that nobody escaped arrives as a blank: 2026-11-24T10:00:00 01:00.
    let repaired = text.rsplit_once(' ').filter(|(before, _)| before.contains('T')).map(|(time, zone)| format!("{time}+{zone}"));
    if let Some(at) = Moment::parse(text).or_else(|| Moment::parse(&repaired?)) {
        return Some(Read { at, naive: false, doubtful: false });
    }
    if let Some(day) = Day::parse(text).filter(|_| text.len() == 10) {
        return in_zone(if late { day.0.at(23, 59, 59, 0) } else { day.0.at(0, 0, 0, 0) }, zone, false);
    }
    match text.parse::<DateTime>() {
        Ok(time) => in_zone(time, zone, false),
        Err(_) => slashes(text, zone, late),
    }
}

fn in_zone(time: DateTime, zone: &Zone, doubtful: bool) -> Option<Read> {
    let at = zone.0.to_ambiguous_timestamp(time).compatible().ok().map(Moment)?;
    Some(Read { at, naive: true, doubtful })
}

/// `24/11/2026 10:00`, `11/24/2026 10:00:00 AM`: the day first, unless the second number cannot be a month or halves of the
/// day are named, as where the month is written first.
fn slashes(text: &str, zone: &Zone, late: bool) -> Option<Read> {
    let mut parts = text.split_whitespace();
    let (date, clock, half) = (parts.next()?, parts.next(), parts.next().map(str::to_ascii_uppercase));
    if parts.next().is_some() {
        return None;
    }
    let numbers: Vec<i16> = date.split(['/', '.', '-']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [first, second, year] = numbers[..] else { return None };
    let month_first = second > 12 || half.is_some();
    let (day, month) = if month_first { (second, first) } else { (first, second) };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| year >= 1900)?;
    let time = match clock {
        None if late => date.at(23, 59, 59, 0),
        None => date.at(0, 0, 0, 0),
        Some(clock) => at_clock(date, clock, half.as_deref())?,
    };
    in_zone(time, zone, half.is_none() && first <= 12 && second <= 12 && first != second)
}

fn at_clock(date: Date, clock: &str, half: Option<&str>) -> Option<DateTime> {
    let clock = clock.split('.').next()?;
    let numbers: Vec<i8> = clock.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (hour, minute, second) = match numbers[..] {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let hour = match half {
        None => hour,
        Some("AM") if (1..=12).contains(&hour) => hour % 12,
        Some("PM") if (1..=12).contains(&hour) => hour % 12 + 12,
        Some(_) => return None,
    };
    let within = (0..24).contains(&hour) && (0..60).contains(&minute) && (0..60).contains(&second);
    within.then(|| date.at(hour, minute, second, 0))
}
