//! A case that another system kept before this one.

use super::Place;
use kernel::{Lang, Moment};

/// What is taken over of it. No contact: nobody is written to about what another system received.
#[derive(Debug, Clone, PartialEq)]
pub struct PastCase {
    pub procedure: String,
    pub received_at: Moment,
    /// When it ended there; it is still open without.
    pub ended_at: Option<Moment>,
    pub lang: Lang,
    pub words: String,
    /// The words as the public could read them there, when somebody vouches for them; the case is not shown without.
    pub public_words: Option<String>,
    pub place: Place,
    /// The system that kept it, and its number there.
    pub source: String,
    pub number: String,
    /// Everything as it was written there, for staff.
    pub raw: String,
}
