//! Nouns of the editor: a version of a procedure, how far it is, and what changes with it.

use kernel::{Moment, words};
use serde::Serialize;

words! {
    /// A published version never changes; a withdrawn one runs no more, and stays for the cases that began under it.
    pub enum VersionState { Draft = "draft", Proposed = "proposed", Published = "published", Withdrawn = "withdrawn" }
}

/// One version of a procedure, as this commune wrote it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Version {
    pub procedure: String,
    pub version: i64,
    pub state: VersionState,
    /// The TOML text: the only truth.
    pub body: String,
    /// Why, in the words of who proposed it or sent it back.
    pub note: Option<String>,
    /// Actors as the journal writes them.
    pub made_by: String,
    pub made_at: Moment,
    pub proposed_by: Option<String>,
    pub proposed_at: Option<Moment>,
    pub published_by: Option<String>,
    pub published_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

impl Version {
    pub fn is_open(&self) -> bool {
        matches!(self.state, VersionState::Draft | VersionState::Proposed)
    }
}

/// A request that the pack does not have.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewProcedure {
    pub id: String,
    pub code: String,
    /// A request whose text is taken as a beginning.
    pub like: Option<String>,
    pub title: kernel::Label,
}

/// One difference: the path of keys, and the value before and after as it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    pub at: Vec<String>,
    pub before: Option<String>,
    pub after: Option<String>,
}
