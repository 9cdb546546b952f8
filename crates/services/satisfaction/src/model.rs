//! Nouns: what a unit was given, as everybody may read it, and a low mark as its head reads it.

use cases::{Case, Means, Survey};
use kernel::{Label, Moment};
use std::collections::BTreeMap;

/// The marks of one unit over a year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    pub unit: String,
    pub name: Label,
    pub count: i64,
    pub sum: i64,
    /// Of those who said whether the problem was solved: how many said, and how many said yes.
    pub told: i64,
    pub solved: i64,
    pub means: BTreeMap<Means, i64>,
    /// Cases answered and reopened in the same year.
    pub answered: i64,
    pub reopened: i64,
    /// Too few for the mark to be shown.
    pub few: bool,
}

/// A low mark, with the words that only the service reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Low {
    pub case: Case,
    pub survey: Survey,
    pub at: Moment,
    pub round: i64,
}
