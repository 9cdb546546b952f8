//! Nouns: a page of a person's lines, and a visit during which a clerk sees it.

use kernel::{Id, Moment, words};
use platform::own::{Line, Step};

words! {
    /// How the person was known to be there: the card lay on the counter, or a code reached the confirmed contact.
    pub enum Proof { Card = "card", Code = "code" }
}

/// A clerk serves a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    pub id: Id,
    pub person: Id,
    /// The clerk's account: nobody else opens the page with it.
    pub account: Id,
    pub proof: Proof,
    pub ends_at: Moment,
}

/// What is shown at once.
#[derive(Debug, Clone)]
pub struct Shown {
    pub kinds: Vec<&'static str>,
    pub steps: Vec<Step>,
    pub lines: Vec<(&'static str, Line)>,
    /// The cursor of the lines that follow; absent at the end.
    pub next: Option<String>,
    /// Lines before these were left out.
    pub later: bool,
}
