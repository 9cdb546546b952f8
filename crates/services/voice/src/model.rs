//! Nouns: a voice note, where it stands, what was heard in it, and what its author said when it was read back.

use kernel::{Id, Moment, words};

words! {
    /// Waiting for a clerk; written down and still to be read back; over.
    pub enum State { Waiting = "waiting", Heard = "heard", Settled = "settled" }
}

words! {
    /// What was spoken.
    pub enum Spoken {
        Darija = "darija", Arabic = "arabic", Tamazight = "tamazight", Tachelhit = "tachelhit", Tarifit = "tarifit",
        Hassania = "hassania", French = "french", Other = "other",
    }
}

words! {
    /// How the reading back ended.
    pub enum ReadBack {
        Confirmed = "confirmed",
        Corrected = "corrected",
        /// Nobody answered, as often as one tries.
        Unreached = "unreached",
        /// The author left no telephone.
        Nobody = "nobody",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub case: Id,
    /// The sealed file of the case.
    pub file: Id,
    pub state: State,
    pub received_at: Moment,
    pub spoken: Option<Spoken>,
    pub heard_at: Option<Moment>,
    pub read_back: Option<ReadBack>,
    /// Calls in vain.
    pub tries: i64,
    pub erased_at: Option<Moment>,
}

/// What a clerk heard.
#[derive(Debug, Clone, PartialEq)]
pub struct Transcript {
    pub spoken: Spoken,
    pub words: String,
}

/// One version of the words: number 0 is what the author had typed himself.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub seq: i64,
    pub at: Moment,
    pub by: String,
    pub words: String,
}
