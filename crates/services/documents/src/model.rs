//! Nouns: a paper and its life.

use kernel::{Day, Id, Label, Lang, Moment, words};
use procedures::Sign;
use serde::Serialize;

words! {
    /// A row with its number; the PDF exists; somebody answers for it; it will never be.
    pub enum PaperState { Prepared = "prepared", Made = "made", Issued = "issued", Cancelled = "cancelled" }
}

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
}
