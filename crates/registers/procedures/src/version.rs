//! Nouns of the editor: a version of a procedure, how far it is, and what changes with it.

use kernel::{Id, Moment, words};
use serde::Serialize;

words! {
    /// A published version never changes; a withdrawn one runs no more, and stays for the cases that began under it.
    pub enum VersionState { Draft = "draft", Proposed = "proposed", Published = "published", Withdrawn = "withdrawn" }
}

/// Signs of a digest that tell two texts apart.
const STAMP: usize = 16;

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
    /// The person behind the account that proposed it.
    pub proposed_person: Option<Id>,
    pub proposed_at: Option<Moment>,
    pub published_by: Option<String>,
    pub published_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

impl Version {
    /// What a form was filled in over: another stamp means that somebody wrote in between.
    pub fn stamp(&self) -> String {
        let mut digest = platform::store::seal::hex_sha256(self.body.as_bytes());
        digest.truncate(STAMP);
        digest
    }

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
    /// A model of the country, where it is like no other request.
    pub model: Option<String>,
    pub title: kernel::Label,
}

/// One difference: the path of keys, and the value before and after as it is written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    pub at: Vec<String>,
    pub before: Option<String>,
    pub after: Option<String>,
}
