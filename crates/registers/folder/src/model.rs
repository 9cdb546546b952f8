//! Nouns: a kept document, the loan of one to a procedure.

use kernel::{Day, Id, Lang, Moment, words};
use platform::{Event, Result, Tx};
use serde::{Deserialize, Serialize};
use uploads::Scan;

words! {
    /// How a document came into the folder.
    pub enum Origin {
        Uploaded = "uploaded",
        /// Taken over from a request that the person had filed.
        Case = "case",
        Issued = "issued",
    }
}

words! {
    /// Who answers for it: the person alone, a service that examined it in a granted request, the commune that made it.
    pub enum Trust { Own = "own", Seen = "seen", Issued = "issued" }
}

words! {
    pub enum Standing { Good = "good", EndsSoon = "ends_soon", Ended = "ended" }
}

/// A document that is kept for a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub id: Id,
    pub person: Id,
    /// A kind of `pieces.toml`.
    pub kind: String,
    pub origin: Origin,
    pub trust: Trust,
    /// The paper that it is, or the file of a case that it was made of.
    pub source: Option<String>,
    /// Its own sealed file; none for a paper of the commune, which stays where it is.
    pub blob: Option<String>,
    pub thumb: String,
    /// Media type.
    pub media: String,
    pub size: i64,
    pub mark: String,
    pub scan: Scan,
    pub title: String,
    /// SHA-256 of the file, for whoever wants to compare.
    pub digest: String,
    pub issued_on: Option<Day>,
    pub valid_until: Option<Day>,
    pub kept_at: Moment,
    pub vault: String,
}

/// What is to be kept, besides the file.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDocument {
    pub kind: String,
    pub title: String,
    pub issued_on: Option<Day>,
    pub valid_until: Option<Day>,
}

/// A file that was taken in, and where it came from.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    pub kept: uploads::Kept,
    pub digest: String,
    pub origin: Origin,
    pub trust: Trust,
    pub source: Option<String>,
}

/// A paper that the commune has just issued to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct NewIssued {
    pub person: Id,
    pub paper: Id,
    /// The template of the paper; its kind, where pieces have one of that name.
    pub template: String,
    pub title: String,
    pub valid_until: Option<Day>,
}

/// Where a paper of the commune is read: documents answer for it, who stand above. Nothing for one that does not hold any more.
pub struct Papers(pub fn(&mut Tx, &Id) -> Result<Option<PaperFile>>);

#[derive(Debug, Clone, PartialEq)]
pub struct PaperFile {
    pub blob: String,
    pub digest: String,
}

/// A document that was given to a procedure: a copy, by consent.
#[derive(Debug, Clone, PartialEq)]
pub struct Loan {
    pub id: Id,
    pub person: Id,
    pub document: Id,
    /// The request that was being written.
    pub draft: Option<Id>,
    pub case: Option<Id>,
    pub case_code: Option<String>,
    pub procedure: String,
    pub piece: String,
    pub unit: Id,
    pub trust: Trust,
    pub mark: String,
    /// The version of the words that were agreed to.
    pub consent: String,
    pub lang: Lang,
    /// Days that the service keeps the copy after the decision, as the person was told; 0 where the archives keep it.
    pub keeps_days: i64,
    /// Who gave it, as in the journal: the person, or a member of staff beside him.
    pub actor: String,
    pub lent_at: Moment,
    pub filed_at: Option<Moment>,
    pub withdrawn_at: Option<Moment>,
}

/// What is lent to whom, before it is.
#[derive(Debug, Clone, PartialEq)]
pub struct NewLoan {
    pub procedure: String,
    pub piece: String,
    pub unit: Id,
    pub draft: Option<Id>,
    pub case: Option<Id>,
    pub case_code: Option<String>,
    pub lang: Lang,
}

/// A person takes back what he lent to a request that is not filed: whoever holds the copy drops it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Withdrawn {
    pub loan: Id,
    pub draft: Id,
}

impl Event for Withdrawn {
    const NAME: &'static str = "folder.withdrawn";
}
