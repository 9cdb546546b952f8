//! Nouns: the country's holidays as the pack tells them, the commune's changes, and the hours.

use kernel::{Day, Label};
use platform::Event;
use serde::{Deserialize, Serialize};

/// Told when the holidays of a commune change: whoever counts days counts again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {}

impl Event for Changed {
    const NAME: &'static str = "calendar.changed";
}

kernel::words! {
    /// What a commune says of one day, against the country's list.
    pub enum Kind { Holiday = "holiday", Working = "working" }
}

kernel::words! {
    /// How sure a holiday is: fixed by law, still waiting for the moon, confirmed or added by the commune, or taken away.
    pub enum Standing { Fixed = "fixed", Estimate = "estimate", Confirmed = "confirmed", Added = "added", Removed = "removed" }
}

/// One row of the commune's changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Edit {
    pub day: Day,
    pub kind: Kind,
    pub name: Label,
}

/// One day of the list that a person reads.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Holiday {
    pub day: Day,
    pub name: Label,
    pub standing: Standing,
}

/// `holidays.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct National {
    /// Monday is 1, Sunday 7.
    pub weekend: Vec<i8>,
    pub opening: Opening,
    pub opening_ramadan: Opening,
    #[serde(default)]
    pub fixed: Vec<Fixed>,
    #[serde(default)]
    pub dated: Vec<Dated>,
    #[serde(default)]
    pub ramadan: Vec<Ramadan>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    pub days: Vec<i8>,
    #[serde(with = "clock_time")]
    pub from: i64,
    #[serde(with = "clock_time")]
    pub to: i64,
    #[serde(default)]
    pub confirm: bool,
}

/// The same day of each year.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixed {
    pub month: i8,
    pub day: i8,
    pub name: Label,
    /// First year, when the holiday is recent.
    pub since: Option<i16>,
    #[serde(default)]
    pub confirm: bool,
}

/// A holiday of the moon, as announced or as computed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    pub date: Day,
    pub days: i64,
    pub name: Label,
    pub estimate: bool,
    #[serde(default)]
    pub confirm: bool,
}

/// The month of fasting, both days included: the doors open later and close earlier.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ramadan {
    pub year: i16,
    pub from: Day,
    pub to: Day,
    pub estimate: bool,
}

/// Opening hours, in minutes after midnight, and the one choice that the law leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    pub opens: i64,
    pub closes: i64,
    pub ramadan_opens: i64,
    pub ramadan_closes: i64,
    /// Whether a delay in calendar days that ends on a day off moves to the next working day.
    pub days_move: bool,
}

mod clock_time {
    //! `08:30` as minutes after midnight.

    use serde::{Deserialize, Deserializer, de::Error};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
        let text = String::deserialize(deserializer)?;
        crate::rules::minutes(&text).ok_or_else(|| D::Error::custom(format!("{text} is not an hour such as 08:30")))
    }
}
