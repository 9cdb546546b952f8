//! Nouns: who files for others, for whom, what was done, and the devices where anybody files.

use kernel::{Day, Id, Lang, Moment};
use sending::To;
use serde::Serialize;

kernel::words! {
    /// A public writer (كاتب عمومي) has an office; an association has members who help.
    pub enum HolderKind { Writer = "writer", Association = "association" }
}

kernel::words! {
    /// What a holder did for somebody, as his journal names it.
    pub enum What {
        Noted = "noted",
        Began = "began",
        Looked = "looked",
        Filed = "filed",
        Gave = "gave",
        Ended = "ended",
    }
}

/// A mandate of the commune: this account may file for others.
#[derive(Debug, Clone, PartialEq)]
pub struct Holder {
    pub id: Id,
    pub person: Id,
    pub account: Id,
    pub kind: HolderKind,
    /// As the citizen reads it.
    pub name: String,
    /// The written agreement: number and date, or a decision.
    pub agreement: String,
    /// Ids of the procedures that the holder may file.
    pub procedures: Vec<String>,
    pub starts_on: Day,
    pub ends_on: Day,
    pub created_at: Moment,
    pub ended_at: Option<Moment>,
}

/// What an administrator writes down of a mandate.
#[derive(Debug, Clone, PartialEq)]
pub struct Appointment {
    pub kind: HolderKind,
    pub name: String,
    pub agreement: String,
    pub procedures: Vec<String>,
    pub ends_on: Day,
}

/// The written mandate of one citizen. Its days and its end stand in the mandate of `people` with the same id.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    pub id: Id,
    pub holder: Id,
    /// The citizen.
    pub person: Id,
    pub name: String,
    pub contact: To,
    /// The secret by which the citizen looks and stops; the holder never sees it.
    pub code: String,
    pub lang: Lang,
    pub procedures: Vec<String>,
    /// The signed paper, sealed; or only its reference, in the mandate.
    pub scan: Option<Scan>,
    pub created_at: Moment,
    pub vault: String,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Scan {
    pub blob: String,
    pub kind: String,
}

/// A written mandate as a holder notes it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewPaper {
    pub name: String,
    pub contact: To,
    pub lang: Lang,
    pub procedures: Vec<String>,
    pub reference: String,
    pub scan: Option<Scan>,
    pub signed_on: Day,
    pub ends_on: Day,
}

/// A line of the holder's journal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deed {
    pub paper: Id,
    pub what: What,
    pub procedure: String,
    /// The id of a draft, or the code of a case.
    pub subject: String,
    pub at: Moment,
}

/// A device at which anybody may file.
#[derive(Debug, Clone, PartialEq)]
pub struct Kiosk {
    pub id: Id,
    pub name: String,
    /// Where it stands.
    pub site: String,
    /// Ids of the procedures open on it; none means those that ask no paper.
    pub procedures: Vec<String>,
    /// Keyed hash of the link that sets a device up, once, until then.
    pub link: Option<(String, Moment)>,
    /// Keyed hash of the cookie of its device.
    pub device: Option<String>,
    pub set_up_at: Option<Moment>,
    pub seen_at: Option<Moment>,
    pub created_at: Moment,
    pub ended_at: Option<Moment>,
}

/// One person's minutes at a kiosk.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// Hash of the secret of its cookie.
    pub id: String,
    pub kiosk: Id,
    pub draft: Option<Id>,
    pub seen_at: Moment,
    pub ended_at: Option<Moment>,
}
