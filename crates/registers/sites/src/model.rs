//! Nouns: sites, counters, matters, opening hours, closures.

use kernel::{Day, Id, Label, Moment, Point};
use platform::Event;
use serde::{Deserialize, Serialize};

/// A building where people are served.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Site {
    pub id: Id,
    /// The unit that answers for it.
    pub unit: Id,
    pub name: Label,
    pub address: Label,
    pub phone: Option<String>,
    /// HCP code of the arrondissement in which it stands.
    pub area: Option<String>,
    #[serde(skip)]
    pub point: Option<Point>,
    /// Whether a wheelchair gets in.
    pub step_free: bool,
    pub retired_on: Option<Day>,
}

/// Where a person is served, in one site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Counter {
    pub id: Id,
    pub site: Id,
    /// What stands above it: a number, or a number and a word.
    pub label: String,
    /// How many are served at the same time.
    pub seats: i64,
    /// Whether it takes people with priority first.
    pub priority: bool,
    pub retired_on: Option<Day>,
}

kernel::words! {
    /// How a matter may be dealt with.
    pub enum Way {
        /// In person, by appointment.
        Visit = "visit",
        /// By telephone, by appointment.
        Phone = "phone",
        /// In person, with a ticket of the queue.
        WalkIn = "walk_in",
    }
}

kernel::words! {
    /// What binds an appointment to one person.
    pub enum Identity { Name = "name", NationalNumber = "national_number" }
}

/// What one comes for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Matter {
    pub code: String,
    pub name: Label,
    /// How long one visit takes, a multiple of the grid.
    pub minutes: i64,
    /// The procedure whose sheet says what to bring.
    pub procedure: Option<String>,
    /// What to bring, where no procedure says it.
    pub bring: Vec<Label>,
    pub ways: Vec<Way>,
    /// People who may come in one visit.
    pub most_people: i64,
    pub identity: Identity,
    pub retired_on: Option<Day>,
}

impl Matter {
    pub fn allows(&self, way: Way) -> bool {
        self.ways.contains(&way)
    }
}

kernel::words! {
    /// Which part of the year a rule speaks of.
    pub enum Season { Usual = "usual", Ramadan = "ramadan" }
}

/// On this day of the week the doors are open between two civil times.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    pub id: Id,
    pub site: Id,
    /// One counter; the whole site when absent.
    pub counter: Option<Id>,
    /// Monday is 1, Sunday 7.
    pub weekday: i64,
    /// Minutes after midnight.
    pub opens: i64,
    pub closes: i64,
    pub season: Season,
    /// First and last day on which the rule holds.
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
}

/// A site or counter is closed on a day, or for a part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Closure {
    pub id: Id,
    pub site: Id,
    pub counter: Option<Id>,
    pub day: Day,
    /// Minutes after midnight between which nobody is served; the whole day when absent.
    pub part: Option<(i64, i64)>,
    pub why: Label,
}

/// A stretch of time in which a counter serves; the end is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub from: Moment,
    pub to: Moment,
}

impl Span {
    pub fn minutes(&self) -> i64 {
        self.to.secs_since(self.from) / 60
    }

    pub fn holds(&self, from: Moment, to: Moment) -> bool {
        self.from <= from && to <= self.to
    }
}

/// Told when sites, counters, matters, hours or closures change: whoever has promised a time looks again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {
    /// The one day that changed; any day when absent.
    pub day: Option<Day>,
}

impl Event for Changed {
    const NAME: &'static str = "sites.changed";
}
