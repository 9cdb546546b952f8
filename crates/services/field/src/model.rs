//! Nouns: what a telephone brings, what became of it, and the list that it takes along.

use kernel::{Id, Moment, Point, words};

words! {
    /// What was done in the street.
    pub enum Kind {
        Report = "report",
        /// The work of a case is done; a photograph proves it.
        Done = "done",
        /// A task is done.
        Task = "task",
        /// Nothing of what was reported is to be seen there.
        NotFound = "not_found",
        /// It is the work of another unit.
        OtherUnit = "other_unit",
        /// A stop of a round was looked at.
        Stop = "stop",
    }
}

words! {
    /// What became of it.
    pub enum Outcome {
        Done = "done",
        /// The unit of the case is asked to look at it.
        Asked = "asked",
        /// It is kept beside the object: somebody had noted the stop before.
        Kept = "kept",
    }
}

words! {
    /// Why the deed itself could not be done any more when it came.
    pub enum Clash {
        Closed = "closed",
        Moved = "moved",
        Recategorised = "recategorised",
        OutOfReach = "out_of_reach",
        /// The case or the round refuses it from where it stands now.
        Refused = "refused",
    }
}

words! {
    /// Why a photograph proves less than it should. It is kept all the same.
    pub enum Doubt {
        Elsewhere = "elsewhere",
        Earlier = "earlier",
        NoPlace = "no_place",
        NoTime = "no_time",
        /// Taken hours before what it is to prove.
        Stale = "stale",
        /// The clock of the telephone is wrong.
        Clock = "clock",
    }
}

/// A case as the list showed it to one account. Only a list of ours can say so: it is signed.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub case: Id,
    pub unit: Id,
    pub procedure: String,
    pub at: Moment,
}

/// A photograph that was made anew and sealed, with what it and the telephone say of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Photo {
    pub blob: String,
    pub thumb: String,
    pub kind: String,
    pub point: Option<Point>,
    pub at: Option<Moment>,
}

/// One deed as the telephone sends it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    pub key: Id,
    pub what: What,
    pub words: String,
    pub photo: Option<Photo>,
    /// By the clock of the telephone.
    pub done_at: Option<Moment>,
    /// When the list was given that the telephone worked with, by our clock; nothing when nothing proves it.
    pub listed: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum What {
    Report(NewReport),
    Deed(Target, Deed),
    Stop { round: Id, seq: i64, finding: upkeep::Finding, category: Option<String> },
}

/// What was seen where.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReport {
    pub category: String,
    /// The number on the plate, as it was read; empty without one.
    pub number: String,
    pub point: Option<Point>,
}

/// The case that a deed belongs to: of the list, or filed by the same telephone under this key.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    Listed(Seen),
    Filed(Id),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    Done,
    Task(Id),
    NotFound,
    OtherUnit,
}

impl What {
    pub fn kind(&self) -> Kind {
        match self {
            What::Report(_) => Kind::Report,
            What::Deed(_, Deed::Done) => Kind::Done,
            What::Deed(_, Deed::Task(_)) => Kind::Task,
            What::Deed(_, Deed::NotFound) => Kind::NotFound,
            What::Deed(_, Deed::OtherUnit) => Kind::OtherUnit,
            What::Stop { .. } => Kind::Stop,
        }
    }
}

/// One deed that arrived.
#[derive(Debug, Clone, PartialEq)]
pub struct Deposit {
    pub key: Id,
    pub account: Id,
    pub by_whom: String,
    pub kind: Kind,
    pub outcome: Outcome,
    pub clash: Option<Clash>,
    pub case: Option<Id>,
    /// The unit and category of a report as it was filed: what a later deed of the same telephone knew of it.
    pub unit: Option<Id>,
    pub procedure: Option<String>,
    pub asset: Option<Id>,
    /// Where the deed itself left no words: what came late.
    pub words: String,
    /// Blob and thumbnail that nobody else owns.
    pub photo: Option<(String, String)>,
    pub photo_at: Option<Moment>,
    /// From the place of the case to that of the photograph. The place of the agent himself is not kept.
    pub metres: Option<i64>,
    pub doubts: Vec<Doubt>,
    pub done_at: Option<Moment>,
    pub received_at: Moment,
}
