//! Nouns: what a report says of an object, the times in which it did not work, and rounds that look after objects.

use kernel::{Day, Id, Lang, Moment, words};
use serde::{Deserialize, Serialize};

/// Which categories say that an object of a kind does not work. A fact.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    pub kind: Vec<Measured>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measured {
    pub id: String,
    pub fails: Vec<String>,
}

impl Country {
    /// Whether a report of this category says that an object of this kind does not work.
    pub fn fails(&self, kind: &str, category: &str) -> bool {
        self.kind.iter().find(|one| one.id == kind).is_none_or(|one| one.fails.iter().any(|known| known == category))
    }
}

words! {
    /// What became of a report about an object. Dismissed: refused, withdrawn or another body's.
    pub enum Outcome { Open = "open", Repaired = "repaired", Dismissed = "dismissed" }
}

/// One report about one object. Times are seconds since 1970.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub asset: Id,
    pub case: Id,
    /// The report that this one repeats, or itself.
    pub main: Id,
    pub procedure: String,
    /// It says that the object does not work.
    pub fails: bool,
    pub outcome: Outcome,
    pub unit: Id,
    pub from: i64,
    pub until: Option<i64>,
}

/// A time in which an object did not work, however many reported it.
#[derive(Debug, Clone, PartialEq)]
pub struct Spell {
    pub from: i64,
    pub until: Option<i64>,
    pub unit: Id,
    pub reports: i64,
}

/// Sums of one place: objects, seconds in which they stood, seconds in which they did not work, times that they failed.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Sums {
    pub objects: i64,
    pub object_secs: i64,
    pub dark_secs: i64,
    pub failures: i64,
}

/// A quarter of an arrondissement, or a street of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    pub area: Option<String>,
    pub quarter: String,
    pub street: String,
}

/// What one unit had to do and did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Work {
    pub unit: String,
    pub repaired: i64,
    pub open: i64,
    pub median_hours: Option<i64>,
}

/// An object that failed again and again.
#[derive(Debug, Clone, PartialEq)]
pub struct Worst {
    pub asset: Id,
    pub number: String,
    pub quarter: String,
    pub street: String,
    pub failures: i64,
    pub dark_secs: i64,
}

words! {
    /// What a round found at an object.
    pub enum Finding { InOrder = "in_order", Broken = "broken", NotFound = "not_found", Unreadable = "unreadable" }
}

/// A list of objects to look at, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    pub id: Id,
    pub title: String,
    pub kind: String,
    pub unit: Id,
    pub planned_on: Day,
    pub made_by: String,
    pub made_at: Moment,
    pub ended_at: Option<Moment>,
    pub stops: i64,
    pub noted: i64,
    pub broken: i64,
}

/// What it takes to plan one.
#[derive(Debug, Clone)]
pub struct NewRound {
    pub title: String,
    pub kind: String,
    pub unit: Id,
    pub planned_on: Day,
    /// A pasted list; else the objects of the place.
    pub list: String,
    pub area: Option<String>,
    pub quarter: Option<String>,
    /// In which a refusal names a commune.
    pub lang: Lang,
}

/// One object of a round, with what was found there.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub seq: i64,
    pub asset: Id,
    pub note: Option<Note>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub finding: Finding,
    pub words: String,
    pub photo: Option<Photo>,
    pub case: Option<Id>,
    pub at: Moment,
    pub by: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    pub blob: String,
    pub thumb: String,
}

/// What somebody notes at a stop.
#[derive(Debug, Clone)]
pub struct NewNote {
    /// Made by whoever notes: the same key is the same note, for ever.
    pub key: Id,
    pub finding: Finding,
    pub words: String,
    /// What is wrong with it, when it is broken.
    pub category: Option<String>,
    pub photo: Option<Photo>,
}
