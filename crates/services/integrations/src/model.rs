//! Nouns: who is told (a hook), of what, and each time that it is told (a delivery).

use crate::shapes::Change;
use kernel::{Email, Id, Lang, Moment, words};
use serde::{Deserialize, Serialize};

words! {
    /// What may be told of a report.
    pub enum Happening {
        Filed = "report.filed",
        Published = "report.published",
        /// The public sees it no more.
        Hidden = "report.hidden",
        Handed = "report.handed",
        Moved = "report.moved",
        Answered = "report.answered",
        Closed = "report.closed",
        Reopened = "report.reopened",
        /// Nothing happened: the way is tried.
        Ping = "ping",
    }
}

impl Happening {
    /// What one may ask to be told of.
    pub fn offered() -> impl Iterator<Item = Happening> {
        Happening::ALL.iter().copied().filter(|one| *one != Happening::Ping)
    }
}

words! {
    pub enum OffWhy {
        Staff = "staff",
        /// Nothing arrived for days.
        Failing = "failing",
        /// The other side said that it is gone.
        Gone = "gone",
    }
}

words! {
    /// Dead: no further try, unless a person asks for one.
    pub enum DeliveryState { Waiting = "waiting", Done = "done", Dead = "dead" }
}

words! {
    /// Why a try failed; `Status` where something was answered, the rest as [`georeport::Trouble`] says.
    pub enum Trouble {
        Status = "status",
        Moved = "moved",
        Address = "address",
        Inside = "inside",
        Unreachable = "unreachable",
        Insecure = "insecure",
        Slow = "slow",
        Cut = "cut",
        /// The hook was switched off meanwhile.
        Off = "off",
    }
}

/// A secret that is on its way out, and until when it still signs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OldSecret {
    pub secret: String,
    pub until: Moment,
}

/// What is sealed of a hook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sealed {
    pub url: String,
    /// `whsec_…`
    pub secret: String,
    pub old: Option<OldSecret>,
    /// Whoever is told when nothing arrives any more.
    pub email: Option<Email>,
}

/// What a hook is told of, as a person writes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    pub name: String,
    pub url: String,
    pub email: Option<Email>,
    pub lang: Lang,
    pub happenings: Vec<Happening>,
    /// Empty: every category.
    pub categories: Vec<String>,
    /// With the units below them; empty: every unit.
    pub units: Vec<Id>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Hook {
    pub id: Id,
    pub name: String,
    pub sealed: Sealed,
    pub lang: Lang,
    pub happenings: Vec<Happening>,
    pub categories: Vec<String>,
    pub units: Vec<Id>,
    pub off: Option<(Moment, OffWhy)>,
    /// Since when no try has arrived.
    pub failing_since: Option<Moment>,
    /// Until then nobody tries the way.
    pub rests_until: Option<Moment>,
    pub created_at: Moment,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Delivery {
    /// `webhook-id`: the same for every try.
    pub id: Id,
    pub hook: Id,
    pub happening: Happening,
    /// Of the report.
    pub code: Option<String>,
    /// From which state to which, where a state was left.
    pub change: Option<Change>,
    pub at: Moment,
    pub state: DeliveryState,
    pub attempts: i64,
    pub tried_at: Option<Moment>,
    pub next_at: Option<Moment>,
    /// Of the last answer.
    pub status: Option<i64>,
    pub trouble: Option<Trouble>,
}
