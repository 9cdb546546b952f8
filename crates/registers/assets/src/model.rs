//! Nouns: a kind of numbered object, one such object, and the rows of a file that brings them.

use kernel::{Day, Id, Label, Point, Refusal, words};
use serde::{Deserialize, Serialize};

/// A kind of numbered object, as the pack declares it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub id: String,
    pub icon: String,
    pub name: Label,
    /// What a number of this kind usually looks like. Never blocks a report.
    pub number_pattern: String,
    #[serde(default)]
    pub confirm: bool,
    /// Where the number is written.
    pub hint: Label,
}

/// The kinds of the country. A fact.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    pub asset: Vec<Kind>,
}

impl Kinds {
    pub fn find(&self, id: &str) -> Option<&Kind> {
        self.asset.iter().find(|kind| kind.id == id)
    }
}

words! {
    pub enum AssetState {
        InPlace = "in_place",
        Damaged = "damaged",
        Removed = "removed",
        /// Its plate is printed and hangs nowhere yet.
        Reserved = "reserved",
    }
}

/// One numbered object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asset {
    pub id: Id,
    pub kind: String,
    /// As it is written on the object.
    pub number: String,
    pub point: Option<Point>,
    /// The arrondissement in which its point lies.
    pub area: Option<String>,
    pub quarter: String,
    pub street: String,
    pub state: AssetState,
    pub installed_on: Option<Day>,
    pub note: String,
}

impl Asset {
    /// The place in words: street, then quarter.
    pub fn place(&self) -> String {
        [self.street.as_str(), self.quarter.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// One row of an imported file.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAsset {
    pub line: usize,
    pub number: String,
    pub point: Option<Point>,
    pub quarter: String,
    pub street: String,
    pub state: AssetState,
    pub installed_on: Option<Day>,
    pub note: String,
}

/// What is wrong with one line of a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fault {
    pub line: usize,
    pub refusal: Refusal,
}

/// A file as it was read: good rows, and the faults of the others.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub rows: Vec<NewAsset>,
    pub faults: Vec<Fault>,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Imported {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    /// Rows whose point lies outside of the commune; they are taken as they are.
    pub outside: usize,
}

/// What a typed number turned out to be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Reading {
    Known(Asset),
    /// Objects of several kinds bear it.
    Either(Vec<Asset>),
    /// The plate is another commune's.
    Elsewhere(Label),
    /// The check letter does not fit: it was misread. Those that were perhaps meant.
    Slip(Vec<Asset>),
    /// No object bears it. Those that were perhaps meant.
    Unknown(Vec<Asset>),
}

/// One number of a list, as it was typed and as it was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listed {
    pub typed: String,
    pub reading: Reading,
}

/// A series of numbers that the commune gives itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    pub letters: String,
    pub kind: String,
    pub last: i64,
}

/// How many objects of a kind stand in one place, and since when those that were installed after a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    pub area: Option<String>,
    pub quarter: String,
    pub street: Option<String>,
    pub since: Option<Day>,
    pub count: i64,
}

/// Told when an object was changed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Changed {
    pub asset: Id,
}

impl platform::Event for Changed {
    const NAME: &'static str = "assets.changed";
}

/// Told when a part of a list was taken in that changed known objects.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ListTaken {
    pub changed: Vec<Id>,
}

impl platform::Event for ListTaken {
    const NAME: &'static str = "assets.list_taken";
}
