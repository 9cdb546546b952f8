//! Nouns: reasons, decisions, appeals, and what is shown of a photo.

use kernel::{Id, Label, Moment, words};
use platform::{Pack, Result, pack_fault};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const FILE: &str = "moderation.toml";

/// The reasons of the country, and how long its decisions may be appealed against. A fact.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    pub appeal_days: i64,
    pub reason: Vec<Reason>,
}

/// Why something is kept from the public, or changed before it is shown.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    pub id: String,
    pub name: Label,
    /// Whether it may keep a whole report from the public, or only change words.
    #[serde(default = "yes")]
    pub withholds: bool,
}

fn yes() -> bool {
    true
}

/// Reads and checks `moderation.toml`.
pub(crate) fn load(pack: &Pack) -> Result<Country> {
    let country: Country = pack.toml(FILE)?;
    let ids: BTreeSet<&str> = country.reason.iter().map(|reason| reason.id.as_str()).collect();
    if ids.len() != country.reason.len() || !country.reason.iter().any(|reason| reason.withholds) {
        return Err(pack_fault(FILE, "a reason stands twice, or none withholds"));
    }
    if (1..=365).contains(&country.appeal_days) { Ok(country) } else { Err(pack_fault(FILE, "appeal_days is from 1 to 365")) }
}

words! {
    /// What a moderator decided: shown as it was written, shown with other words, or kept from the public.
    pub enum Kind { Published = "published", Edited = "edited", Withheld = "withheld" }
}

words! {
    /// What became of an appeal.
    pub enum Outcome { Open = "open", Granted = "granted", Refused = "refused" }
}

/// What a moderator says in the form.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choice {
    pub publish: bool,
    /// The words that everybody is to see.
    pub shown: String,
    pub photo: Option<Id>,
    pub reason: Option<String>,
    /// For the author alone.
    pub words: String,
}

/// A decision as it was taken.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Decision {
    pub id: Id,
    pub at: Moment,
    pub decided_by: String,
    pub kind: Kind,
    pub reason: Option<String>,
    pub words: String,
}

/// An appeal against a decision: once for each case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Appeal {
    pub case: Id,
    pub at: Moment,
    /// Who took the decision: somebody else answers.
    pub against: String,
    pub outcome: Outcome,
    pub words: String,
    pub answer: Option<String>,
    pub decided_at: Option<Moment>,
}

/// The answer to an appeal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answered {
    pub grant: bool,
    pub words: String,
    /// When it is granted: what everybody is to see.
    pub shown: String,
    pub photo: Option<Id>,
}

/// What is shown of a photo, and the parts that are hidden in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub original: Id,
    pub shown: Id,
    pub parts: Vec<photos::Part>,
    pub at: Moment,
    pub made_by: String,
}

/// One line of the public counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Line {
    pub month: String,
    pub kind: String,
    pub reason: String,
    pub count: i64,
}
