//! What consulted services say of a file, in their own name or on paper.

use kernel::{Id, Label, Moment, words};
use serde::Serialize;

words! {
    /// What a consulted service says of a file.
    pub enum Verdict { Favourable = "favourable", Reserved = "reserved", Unfavourable = "unfavourable", Silent = "silent" }
}

words! {
    /// How a member of staff may give an opinion: for the service that was asked, or by copying what it sent on paper.
    pub enum Voice { Own = "own", Paper = "paper" }
}

/// The opinion of one service on a file, asked beside the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpinionView {
    pub id: String,
    pub unit: Id,
    pub title: Label,
    pub task: Id,
    pub asked_at: Moment,
    pub due_at: Option<Moment>,
    pub silence: procedures::OpinionSilence,
    pub verdict: Option<Verdict>,
    pub words: String,
    /// Of an opinion received on paper: who signed it, its reference or its day. `given_by` only copied it.
    pub source: Option<String>,
    pub given_by: Option<String>,
    pub given_at: Option<Moment>,
}

impl OpinionView {
    /// Whether it stands against a favourable decision: unfavourable, or silent where silence counts so.
    pub fn is_against(&self) -> bool {
        match self.verdict {
            Some(Verdict::Unfavourable) => true,
            Some(Verdict::Silent) => self.silence == procedures::OpinionSilence::Unfavourable,
            _ => false,
        }
    }
}

/// What is said of a file. With a `source` it is copied from paper.
#[derive(Debug, Clone, PartialEq)]
pub struct NewOpinion {
    pub verdict: Verdict,
    pub words: String,
    pub source: Option<String>,
}
