//! Days and moments, as text of fixed shape: ISO days, UTC moments to the microsecond.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Morocco's civil time: UTC+1, UTC+0 in Ramadan (decree 2-18-855); always from the tz database.
pub const ZONE: &str = "Africa/Casablanca";

/// A civil day of the commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub Date);

impl Day {
    pub fn ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        Date::new(year, month, day).ok().map(Day)
    }

    pub fn parse(text: &str) -> Option<Day> {
        text.parse().ok().map(Day)
    }

    pub fn plus_days(self, days: i64) -> Day {
        Day(self.0.saturating_add(days.clamp(-3_000_000, 3_000_000).days()))
    }

    /// The same day of a later month; its last day when it is shorter.
    pub fn plus_months(self, months: i64) -> Day {
        Day(self.0.saturating_add(months.clamp(-12_000, 12_000).months()))
    }

    pub fn next(self) -> Day {
        self.plus_days(1)
    }

    /// Whole days from `earlier` to this day; negative when this day is before it.
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).get_days().into()
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// Monday is 1, Sunday 7: the week starts on Monday.
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }

    /// The moment this civil day begins in the commune.
    pub fn start(self) -> Moment {
        self.at(0, 0)
    }

    /// The last second of this civil day in the commune: when a delay counted in days runs out.
    pub fn end(self) -> Moment {
        self.at(23, 59).plus_secs(59)
    }

    /// A civil time of this day as a moment; a time that the clocks skip moves forward.
    pub fn at(self, hour: i8, minute: i8) -> Moment {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        let civil = self.0.at(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0);
        // Only the last days that can be written lie beyond what has a moment.
        Moment(zone.to_ambiguous_timestamp(civil).compatible().unwrap_or(Timestamp::MAX))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A moment in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub Timestamp);

impl Moment {
    /// Reads RFC 3339 with a zone.
    pub fn parse(text: &str) -> Option<Moment> {
        text.parse().ok().map(Moment)
    }

    /// The civil day of the commune at this moment.
    pub fn day(self) -> Day {
        Day(self.zoned().date())
    }

    pub fn zoned(self) -> jiff::ZonedDateTime {
        let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
        self.0.to_zoned_datetime(zone)
    }

    pub fn plus_secs(self, secs: i64) -> Moment {
        Moment(self.0.saturating_add(SignedDuration::from_secs(secs)).unwrap_or(self.0))
    }

    pub fn plus_minutes(self, minutes: i64) -> Moment {
        self.plus_secs(minutes.saturating_mul(60))
    }

    pub fn secs_since(self, earlier: Moment) -> i64 {
        self.0.as_second() - earlier.0.as_second()
    }
}

impl fmt::Display for Moment {
    /// Fixed width, so that text order is time order.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6}", self.0)
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Moment::parse(&text).ok_or_else(|| serde::de::Error::custom("not a moment"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Moment};

    #[test]
    fn a_moment_is_text_of_fixed_width() {
        let moment = Moment::parse("2026-11-24T17:02:01Z").unwrap();
        assert_eq!(moment.to_string(), "2026-11-24T17:02:01.000000Z");
        assert_eq!(Moment::parse(&moment.to_string()), Some(moment));
    }

    #[test]
    fn midnight_is_casablancas_also_in_ramadan() {
        assert_eq!(Day::ymd(2026, 11, 24).unwrap().start().to_string(), "2026-11-23T23:00:00.000000Z");
        assert_eq!(Day::ymd(2026, 3, 1).unwrap().start().to_string(), "2026-03-01T00:00:00.000000Z");
        assert_eq!(Moment::parse("2026-11-23T23:30:00Z").unwrap().day(), Day::ymd(2026, 11, 24).unwrap());
    }
}
