//! Nouns: units, posts, absences.

use kernel::{Day, Id, Label};
use platform::{Event, Result, Tx};
use serde::{Deserialize, Serialize};

kernel::words! {
    /// What a unit is in the organisation.
    pub enum UnitKind {
        Division = "division",
        Service = "service",
        Cell = "cell",
        Counter = "counter",
        Contractor = "contractor",
        Arrondissement = "arrondissement",
        Partner = "partner",
    }
}

kernel::words! {
    /// A task that one unit has for the whole commune, or a wall around its files.
    pub enum Duty {
        /// Receives what has no other taker.
        Triage = "triage",
        /// Reads before publication.
        Moderation = "moderation",
        /// Its files are seen by grants in this very unit only, not by those above.
        Restricted = "restricted",
    }
}

/// A part of the commune, or a body that works for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unit {
    pub id: Id,
    /// The pack's code, the same in each arrondissement; the id for a unit that the commune made.
    pub code: String,
    pub parent: Option<Id>,
    pub kind: UnitKind,
    pub name: Label,
    /// HCP code of the arrondissement that it serves; absent for the whole commune.
    pub area: Option<String>,
    /// Outside of the commune: it sees only what was handed to it.
    pub external: bool,
    pub duties: Vec<Duty>,
    /// Ways in which people reach it: counter, phone, post.
    pub channels: Vec<String>,
    /// The service target that the pack proposes; no legal delay.
    pub answer_hours: Option<i64>,
    pub retired_on: Option<Day>,
}

impl Unit {
    pub fn has(&self, duty: Duty) -> bool {
        self.duties.contains(&duty)
    }
}

/// What a grant reaches of the organisation, and what it does not: every unit that ever was is in one of them, both in the order of
/// their creation.
#[derive(Debug, Clone, PartialEq)]
pub struct Reached {
    pub units: Vec<Id>,
    pub others: Vec<Id>,
}

impl Reached {
    pub fn contains(&self, unit: &Id) -> bool {
        self.units.contains(unit)
    }
}

/// A person heads a unit from one day to another, both included.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Post {
    pub id: Id,
    pub unit: Id,
    pub person: Id,
    pub starts_on: Day,
    pub ends_on: Option<Day>,
    pub decision: String,
}

/// A person is away from one day to another, both included; the delegate stands in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Absence {
    pub id: Id,
    pub person: Id,
    pub starts_on: Day,
    pub ends_on: Day,
    pub delegate: Option<Id>,
}

/// Told when the organisation, a head or an absence changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Changed {}

impl Event for Changed {
    const NAME: &'static str = "units.changed";
}

/// Asks for members of staff, by id and name.
pub type AskNames = fn(&mut Tx) -> Result<Vec<(Id, String)>>;

/// Members of staff for the choices of our pages. A higher module, which knows persons, puts it among the facts: units hold
/// ids only.
pub struct Names(pub AskNames);
