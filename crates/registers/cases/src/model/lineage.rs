//! Nouns of lineage: a report joined to another, and reports below a big problem.

use super::Case;
use kernel::{Id, Moment};
use serde::Serialize;

/// A report was joined to another, and perhaps parted again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Merge {
    pub case: Id,
    pub into: Id,
    pub at: Moment,
    pub from_state: String,
    pub split_at: Option<Moment>,
}

/// The relatives of a case.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lineage {
    /// The report that it is joined to.
    pub into: Option<Case>,
    /// Reports that are, or were, joined to it or parted from it.
    pub merges: Vec<(Merge, Case)>,
    pub parent: Option<Case>,
    pub children: Vec<Case>,
}
