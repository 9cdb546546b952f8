//! Nouns: a case, what is sealed in it, its timeline, clocks, files, and what it takes to open or move one.

mod events;
mod ladder;
mod lineage;
mod opinions;
mod past;
mod survey;

pub use events::{Forgotten, Handed, Hidden, Moved, OpenedEvent, Shown};
pub(crate) use ladder::load as load_ladders;
pub use ladder::{Climber, Ladder, Ladders, Lookout, Rung};
pub use lineage::{Lineage, Merge};
pub use opinions::{NewOpinion, OpinionView, Verdict, Voice};
pub use past::PastCase;
pub use survey::{Means, Rated, Survey};
pub use uploads::Scan;

use kernel::clock::{DayKind, DayMark};
use kernel::{Day, Email, Id, Label, Lang, Moment, Phone, Point, words};
use platform::Receipt;
use procedures::{Answers, ClockSource, OnDue, Phase};
use serde::{Deserialize, Serialize};

words! {
    /// How a case came in.
    pub enum Channel {
        Web = "web", Counter = "counter", Phone = "phone", Post = "post", Api = "api", Kiosk = "kiosk", Writer = "writer",
        /// From the books of another system.
        Import = "import",
    }
}

words! {
    /// Whether the public may see it: asked and waiting for moderation, seen, or held back.
    pub enum Publication { None = "none", Pending = "pending", Published = "published", Withheld = "withheld" }
}

words! {
    /// Who sees an entry of the timeline.
    pub enum Audience { Public = "public", Applicant = "applicant", Staff = "staff" }
}

words! {
    pub enum FileRole {
        Photo = "photo",
        Proof = "proof",
        /// What of a photo the public may see, made by a moderator.
        Shown = "shown",
        Document = "document",
        /// A piece that the procedure asks for.
        Piece = "piece",
        /// A paper that the commune delivers.
        Paper = "paper",
        /// What the author said instead of writing.
        Voice = "voice",
    }
}

words! {
    pub enum ClockStanding { Running = "running", Paused = "paused", Met = "met", Missed = "missed", Void = "void" }
}

words! {
    pub enum EventKind {
        Filed = "filed", Moved = "moved", Assigned = "assigned", Transferred = "transferred", Told = "told", Wrote = "wrote",
        Note = "note", FileAdded = "file_added", ClockMissed = "clock_missed", Published = "published",
        Withheld = "withheld", Flagged = "flagged", Merged = "merged", Followed = "followed", Rated = "rated",
        Corrected = "corrected", Recategorised = "recategorised", TaskAsked = "task_asked", TaskEnded = "task_ended",
        OpinionAsked = "opinion_asked", OpinionGiven = "opinion_given", OpinionCorrected = "opinion_corrected",
        Extended = "extended", Escalated = "escalated", Split = "split", Attached = "attached", Detached = "detached",
        /// A voice note was written down.
        Heard = "heard",
    }
}

/// A case without what is sealed in it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Case {
    pub id: Id,
    pub code: String,
    pub year: i64,
    pub number: i64,
    pub procedure: String,
    pub procedure_pin: String,
    pub state: String,
    pub phase: Phase,
    pub outcome: Option<String>,
    pub unit: Id,
    pub assignee: Option<Id>,
    pub area: Option<String>,
    pub quarter: Option<String>,
    pub point: Option<Point>,
    pub asset: Option<String>,
    pub channel: Channel,
    pub agent: Option<Id>,
    pub person: Option<Id>,
    pub lang: Lang,
    pub restricted: bool,
    pub hide_author: bool,
    pub urgent: bool,
    pub publication: Publication,
    pub public_words: Option<String>,
    pub public_photo: Option<Id>,
    pub received_at: Moment,
    pub moved_at: Moment,
    pub updated_at: Moment,
    pub taken_at: Option<Moment>,
    pub answered_at: Option<Moment>,
    pub due_at: Option<Moment>,
    pub planned_on: Option<Day>,
    pub merged_into: Option<Id>,
    pub reopened: i64,
    pub followers: i64,
    pub rating: Option<i64>,
    #[serde(skip)]
    pub vault: String,
}

impl Case {
    /// Whether everybody may see it.
    pub fn is_published(&self) -> bool {
        self.publication == Publication::Published && !self.restricted
    }

    /// What everybody may read of it.
    pub fn published_words(&self) -> Option<&str> {
        self.public_words.as_deref().filter(|_| self.is_published())
    }

    pub fn is_open(&self) -> bool {
        !matches!(self.phase, Phase::Decided | Phase::Closed)
    }
}

/// What only those who handle the case, and its author, may read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Sealed {
    pub words: String,
    pub answers: Answers,
    pub contact: Contact,
    pub place_words: String,
    pub pin: String,
}

/// How the author is told, if he wishes to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
}

impl Contact {
    pub fn is_none(&self) -> bool {
        self.phone.is_none() && self.email.is_none()
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Place {
    pub point: Option<Point>,
    pub area: Option<String>,
    pub quarter: Option<String>,
    pub asset: Option<String>,
    pub words: String,
}

/// A file already sealed and stored, about to be tied to a case.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFile {
    pub role: FileRole,
    /// The piece of the procedure that it is.
    pub piece: Option<String>,
    pub blob: String,
    /// Empty for what is no image.
    pub thumb: String,
    pub kind: String,
    pub scan: Scan,
}

impl NewFile {
    /// An image that was made anew: nothing in it needs a scanner.
    pub fn image(role: FileRole, blob: String, thumb: String, kind: String) -> NewFile {
        NewFile { role, piece: None, blob, thumb, kind, scan: Scan::Clean }
    }
}

/// What it takes to open a case.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// Made by the client: the same key is the same case, for ever.
    pub key: Id,
    pub procedure: String,
    pub channel: Channel,
    pub lang: Lang,
    pub words: String,
    pub answers: Answers,
    pub contact: Contact,
    /// The person behind the account, when the author has one.
    pub person: Option<Id>,
    pub place: Place,
    pub files: Vec<NewFile>,
    /// Whether the author agreed that it be shown to the public.
    pub publish: bool,
    /// Why staff are to look at it before anybody else, such as `quarantine`.
    pub suspect: Option<&'static str>,
}

/// What the author receives.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Opened {
    pub id: Id,
    pub code: String,
    pub pin: String,
    pub receipt: Receipt,
}

/// What accompanies an action: only what the action requires is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
    pub words: String,
    pub outcome: Option<String>,
    pub date: Option<Day>,
    pub unit: Option<Id>,
    /// Public code of another case.
    pub case: Option<String>,
    /// Shown to the author as well as kept in the file.
    pub files: Vec<NewFile>,
}

/// A member of staff as colleagues know him; citizens read of the commune alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Doer {
    pub name: String,
    pub unit: Option<Label>,
}

/// One entry of the timeline, with its text opened.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    pub seq: i64,
    pub at: Moment,
    pub actor: String,
    /// Filled in for the desk alone.
    pub by: Option<Doer>,
    pub kind: EventKind,
    pub audience: Audience,
    pub data: platform::Json,
    pub text: Option<String>,
}

impl Entry {
    /// Whether its text is for staff: a note, an opinion as it stood before, the words of a proposal.
    pub fn is_internal(&self) -> bool {
        self.audience == Audience::Staff || !matches!(self.data["words"].as_str(), None | Some("person"))
    }
}

/// A clock as it stands, with the days it counted.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClockView {
    pub id: Id,
    pub clock: String,
    pub span: i64,
    pub kind: DayKind,
    pub source: ClockSource,
    pub on_due: Vec<OnDue>,
    pub started_at: Moment,
    pub due_at: Option<Moment>,
    pub standing: ClockStanding,
    pub stopped_at: Option<Moment>,
    pub missed_at: Option<Moment>,
    pub marks: Vec<DayMark>,
    pub moved_from: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseFile {
    pub id: Id,
    pub case_id: Id,
    pub role: FileRole,
    pub piece: Option<String>,
    #[serde(skip)]
    pub blob: String,
    #[serde(skip)]
    pub thumb: String,
    pub kind: String,
    pub scan: Scan,
    pub at: Moment,
}

words! {
    /// Done, or not needed any more.
    pub enum TaskState { Open = "open", Done = "done", Dropped = "dropped" }
}

/// One thing asked of a unit or of one person for a case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Task {
    pub id: Id,
    pub unit: Option<Id>,
    pub person: Option<Id>,
    pub words: String,
    pub due_on: Option<Day>,
    pub state: TaskState,
    /// Ends with an opinion that is still to come.
    pub opinion: bool,
    pub asked_by: String,
    pub asked_at: Moment,
    pub ended_at: Option<Moment>,
}

/// What is asked, of a unit or of a person, and until which day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewTask {
    pub unit: Option<Id>,
    pub person: Option<Id>,
    pub words: String,
    pub due_on: Option<Day>,
}

/// Somebody who wants to be told what becomes of another's case.
#[derive(Debug, Clone, PartialEq)]
pub struct Follower {
    pub id: Id,
    pub contact: Contact,
    pub lang: Lang,
    /// By which the same person counts once.
    pub key: String,
}

/// Filters of a list of cases; each is an address parameter.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Filter {
    pub unit: Option<Id>,
    pub mine: Option<Id>,
    pub area: Option<String>,
    pub procedure: Option<String>,
    pub state: Option<String>,
    pub view: View,
    pub words: String,
    /// What the search found by these words, when it was asked before.
    pub found: Option<Vec<Id>>,
}

words! {
    /// Saved views of the inbox.
    #[derive(Default)]
    pub enum View {
        #[default]
        Open = "open",
        New = "new",
        Mine = "mine",
        Late = "late",
        Tasks = "tasks",
        Escalated = "escalated",
        Waiting = "waiting",
        Answered = "answered",
        All = "all",
    }
}

/// A label for the area, unit or procedure of a row, resolved once per page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    pub case: Case,
    pub title: Label,
    pub unit: Label,
    pub place: Option<Label>,
    /// The beginning of the words, opened for those who handle it.
    pub excerpt: String,
    pub late: bool,
    pub near: bool,
}
