//! Nouns: a system that the counters depend on, an outage of it, and what was said meanwhile.

use kernel::{Id, Label, Moment};
use platform::Event;
use serde::{Deserialize, Serialize};

kernel::words! {
    /// Who saw it: a person, or the house by its own checks.
    pub enum Source { Staff = "staff", House = "house" }
}

/// Something without which a counter cannot serve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    pub id: String,
    pub name: Label,
    /// A clause that says that it does not work; the hour since when follows it.
    pub down: Label,
    /// Matters that need it; none means all. An outage is told for them where nothing else is said.
    #[serde(default)]
    pub matters: Vec<String>,
    /// Whether the commune added it to the country's list.
    #[serde(skip_deserializing)]
    pub own: bool,
}

/// `systems.toml`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    #[serde(rename = "system")]
    pub systems: Vec<System>,
}

/// A system that does not work, from a moment to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Outage {
    pub id: Id,
    pub system: String,
    pub source: Source,
    /// Since when people feel it; earlier than when it was told.
    pub since: Moment,
    /// Ids of the sites concerned; none means all.
    pub sites: Vec<String>,
    /// Ids of the matters concerned; none means all.
    pub matters: Vec<String>,
    /// What people should know; empty where nothing was added.
    pub words: Label,
    pub expected: Option<Moment>,
    pub declared_at: Moment,
    pub declared_by: String,
    pub updated_at: Moment,
    pub ended_at: Option<Moment>,
}

impl Outage {
    pub fn is_open(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Whether it touches whoever comes to this site.
    pub fn is_at(&self, site: &str) -> bool {
        self.sites.is_empty() || self.sites.iter().any(|one| one == site)
    }

    /// Whether it touches whoever comes to this site for this matter.
    pub fn concerns(&self, site: &str, matter: &str) -> bool {
        self.is_at(site) && (self.matters.is_empty() || self.matters.iter().any(|one| one == matter))
    }
}

/// An outage as staff tell it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOutage {
    pub system: String,
    pub since: Moment,
    pub sites: Vec<String>,
    pub matters: Vec<String>,
    pub words: Label,
    pub expected: Option<Moment>,
}

/// What was said while it lasted.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    pub at: Moment,
    pub words: Label,
    pub expected: Option<Moment>,
}

/// An outage began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Declared {
    pub outage: Id,
}

/// More is known of it, or it is expected to end at another hour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Updated {
    pub outage: Id,
}

/// It is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ended {
    pub outage: Id,
}

impl Event for Declared {
    const NAME: &'static str = "outages.declared";
}

impl Event for Updated {
    const NAME: &'static str = "outages.updated";
}

impl Event for Ended {
    const NAME: &'static str = "outages.ended";
}
