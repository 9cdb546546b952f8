//! Nouns: a draft, its files, an upload that comes in parts.

use cases::{Channel, Scan};
use kernel::{Id, Lang, Moment, Money};
use procedures::Typed;
use serde::{Deserialize, Serialize};

/// A request that is being written. It belongs to whoever holds its code, and to the person when there is an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub id: Id,
    /// The secret name under which it is found again; only its keyed hash stands in clear.
    pub code: String,
    pub procedure: String,
    /// The version of the procedure that the person last saw; 0 when it is not known.
    pub version: i64,
    pub person: Option<Id>,
    /// The written mandate under which somebody else writes it, or wrote it before it was given back.
    pub mandate: Option<Id>,
    /// The company or association whose request it is: whoever acts for it today writes it, and nobody else.
    pub organisation: Option<Id>,
    pub channel: Channel,
    pub lang: Lang,
    /// As it was typed, also what is not right yet.
    pub typed: Typed,
    pub files: Vec<DraftFile>,
    pub created_at: Moment,
    pub updated_at: Moment,
    /// The case that it became.
    pub filed: Option<Id>,
    pub vault: String,
}

impl Draft {
    /// Whether a holder of a mandate writes it: nobody else opens it then.
    pub fn held_under(&self) -> Option<&Id> {
        self.mandate.as_ref().filter(|_| self.channel == Channel::Writer)
    }
}

/// A file of a draft, sealed and stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftFile {
    pub id: Id,
    pub piece: String,
    pub blob: String,
    /// Tells that the same file came twice, as when a button was pressed twice.
    #[serde(default)]
    pub mark: String,
    /// Address of the picture made anew; empty for what is no image.
    pub thumb: String,
    pub kind: String,
    /// As the person named it; never leaves the draft.
    pub name: String,
    pub size: usize,
    pub scan: Scan,
    /// The loan by which it came from the person's folder.
    #[serde(default)]
    pub origin: Option<Id>,
}

/// A file that arrives in parts, and goes on after a cut.
#[derive(Debug, Clone, PartialEq)]
pub struct PartialUpload {
    pub id: Id,
    pub draft: Id,
    pub piece: String,
    pub size: i64,
    pub received: i64,
    /// Addresses of the sealed parts, in order.
    pub chunks: Vec<String>,
}

/// What the person had before him when he filed; nothing is filed that he did not see.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Seen {
    pub total: Option<Money>,
    /// The version of the procedure.
    pub version: Option<i64>,
    /// The clerk at the counter had the national card in hand.
    pub card: bool,
}
