//! Nouns: a sitting with its members and agenda, a visit with what was found.

use kernel::{Day, Id, Moment, words};
use serde::{Deserialize, Serialize};

words! {
    /// Large projects go to a commission within 3 working days, small ones are looked at the same day (decree 2-18-577).
    pub enum Scale { Large = "large", Small = "small" }
}

words! {
    pub enum SittingState { Planned = "planned", Closed = "closed" }
}

words! {
    /// What the commission or the visitor found.
    #[derive(Default)]
    pub enum Finding {
        #[default]
        Favourable = "favourable",
        Reserved = "reserved",
        Unfavourable = "unfavourable",
        Adjourned = "adjourned",
    }
}

/// A member of the commission at one sitting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// The body in whose name he sits: prefecture, commune, urban agency.
    pub body: String,
    pub name: String,
    pub present: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sitting {
    pub id: Id,
    pub scale: Scale,
    pub held_on: Day,
    pub place: String,
    pub state: SittingState,
    pub members: Vec<Member>,
    /// Number of the minutes, without gaps, once it is closed.
    pub number: Option<(i64, i64)>,
}

/// One file on the agenda.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    pub case: Id,
    pub code: String,
    pub position: i64,
    pub finding: Option<Finding>,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewSitting {
    pub scale: Scale,
    pub held_on: Day,
    pub place: String,
}

/// Who came along on a mixed visit, and for whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Party {
    pub body: String,
    pub name: String,
}

/// A visit that was made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Visit {
    pub id: Id,
    pub done_at: Moment,
    pub finding: Finding,
    /// Points looked at, each in order or not.
    pub points: Vec<(String, bool)>,
    pub words: String,
    pub parties: Vec<Party>,
    /// The state in which the file was already when the visit arrived, if it had gone on.
    pub late: Option<String>,
    /// Ids of its photographs.
    pub photos: Vec<Id>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewVisit {
    /// Made with the page: the same key is the same visit, however often it is sent.
    pub key: Option<Id>,
    pub finding: Finding,
    pub points: Vec<(String, bool)>,
    pub words: String,
    pub parties: Vec<Party>,
    pub photos: Vec<VisitPhoto>,
}

/// A photograph made anew and sealed: addresses of the picture and of a small one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VisitPhoto {
    pub blob: String,
    pub thumb: String,
}

/// A report that concerns a permit.
#[derive(Debug, Clone, PartialEq)]
pub struct Complaint {
    pub report: Id,
    pub permit: Id,
    pub linked_at: Moment,
    pub unlinked_at: Option<Moment>,
}
