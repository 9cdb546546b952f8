//! Nouns: a paper and its life.

use crate::stamp::Stamp;
use kernel::{Day, Id, Label, Lang, Moment, words};
use platform::Event;
use procedures::Sign;
use serde::{Deserialize, Serialize};

words! {
    /// A row with its number; the PDF exists; somebody answers for it; it will never be.
    pub enum PaperState { Prepared = "prepared", Made = "made", Issued = "issued", Cancelled = "cancelled" }
}

/// The signature field of the one who decides, and the beginning of the others' names.
pub const FIELD: &str = "signature";

/// A paper of a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paper {
    pub id: Id,
    pub case: Id,
    /// Id of the output in its procedure.
    pub output: String,
    pub template: String,
    pub title: Label,
    pub register: String,
    pub year: i64,
    pub number: i64,
    pub state: PaperState,
    pub sign: Sign,
    /// The state of the case in which it was prepared.
    pub on_state: String,
    /// The action that its signature does.
    pub action: Option<String>,
    /// Public name for verification.
    pub code: String,
    pub lang: Lang,
    #[serde(skip)]
    pub vault: String,
    /// Reasons or conditions written with the proposal.
    #[serde(skip)]
    pub words: String,
    #[serde(skip)]
    pub blob: Option<String>,
    pub sha256: Option<String>,
    pub signer: Option<String>,
    pub issued_at: Option<Moment>,
    /// The last day on which it is good; known once it is issued.
    pub valid_until: Option<Day>,
    /// The day on which what it allows began, where it would lapse otherwise.
    pub begun_on: Option<Day>,
    /// When it was recorded that it had ended.
    pub expired_at: Option<Moment>,
    /// Roles that sign before the one who decides, in this order.
    pub before: Vec<String>,
    /// How many have signed.
    pub turn: usize,
    /// The time stamp of the last signature; nothing where no authority is asked.
    pub stamp: Option<Stamp>,
    /// When it gave its number back: cancelled before anybody had signed.
    pub released_at: Option<Moment>,
    /// Why it was cancelled, in the words of who sent it back.
    #[serde(skip)]
    pub cancelled_words: Option<String>,
}

/// One signature on a paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    pub turn: usize,
    /// The role that signed before the one who decides.
    pub role: Option<String>,
    /// As in the journal.
    #[serde(skip)]
    pub actor: String,
    /// The name in the certificate.
    pub signer: String,
    pub at: Moment,
}

/// A PDF that has just been signed, and what its signature was made on.
#[derive(Debug, Clone, PartialEq)]
pub struct Signed {
    /// The sealed file that was signed: the paper must still have it.
    pub from: String,
    pub blob: String,
    pub sha256: String,
    pub signer: String,
    pub stamp: Option<Stamp>,
}

/// A draft or file that takes up an earlier paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Renewal {
    pub draft: Id,
    pub paper: Id,
    pub case: Option<Id>,
    /// Whether the applicant is the holder of the paper; known once it is filed.
    pub same_holder: Option<bool>,
}

impl Paper {
    /// Whether it has ended by this day; what was begun in time does not end.
    pub fn is_over(&self, today: Day) -> bool {
        self.begun_on.is_none() && self.valid_until.is_some_and(|until| until < today)
    }

    pub fn reference(&self) -> String {
        format!("{}/{}", self.number, self.year)
    }

    /// The role whose turn it is; nothing when only the one who decides is left.
    pub fn awaited(&self) -> Option<&str> {
        self.before.get(self.turn).map(String::as_str)
    }

    /// The signature fields, in the order of signing.
    pub fn fields(&self) -> Vec<String> {
        let before = (1..=self.before.len()).map(|n| format!("{FIELD}-{n}"));
        before.chain([FIELD.to_owned()]).collect()
    }

    /// The field that the next signature fills.
    pub fn field(&self) -> String {
        if self.turn < self.before.len() { format!("{FIELD}-{}", self.turn + 1) } else { FIELD.to_owned() }
    }
}

/// Told when a paper is good: its last signature was made, or it needed none. The case may move only afterwards, or not at all.
#[derive(Debug, Serialize, Deserialize)]
pub struct Issued {
    pub paper: Id,
    pub case: Id,
    pub template: String,
}

impl Event for Issued {
    const NAME: &'static str = "documents.issued";
}
