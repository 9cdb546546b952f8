//! Nouns: a ticket, the post of an agent at a counter, and what stands in a waiting hall.

use kernel::{Day, Id, Lang, Moment};

kernel::words! {
    /// Where a ticket stands. Aside: called twice in vain, may come back. Missed: did not. Returned: gave the place back.
    pub enum State {
        Waiting = "waiting",
        Called = "called",
        Serving = "serving",
        Aside = "aside",
        Done = "done",
        Missed = "missed",
        Returned = "returned",
        Closed = "closed",
    }
}

impl State {
    /// Whether the person is still expected at a counter.
    pub fn is_live(self) -> bool {
        matches!(self, State::Waiting | State::Called | State::Serving | State::Aside)
    }
}

kernel::words! {
    /// Where the ticket was taken. Booking: the code of an appointment, typed in the hall. Link: a button, from anywhere.
    pub enum Channel { Kiosk = "kiosk", Reception = "reception", Booking = "booking", Link = "link" }
}

kernel::words! {
    /// Why somebody goes before others: a word that reception sees, forgotten at night.
    pub enum Priority { Disabled = "disabled", Pregnant = "pregnant", Elderly = "elderly", Child = "child" }
}

kernel::words! {
    /// How a visit at a counter ended.
    pub enum Outcome { Served = "served", Papers = "papers", Elsewhere = "elsewhere", Down = "down" }
}

kernel::words! {
    /// Why a counter is open and serves nobody.
    pub enum Pause { Prayer = "prayer", Rest = "rest", Papers = "papers", Down = "down" }
}

/// A place in the line of one site, on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    pub id: Id,
    pub site: Id,
    pub day: Day,
    pub letter: String,
    pub number: i64,
    /// The public name; nobody guesses it.
    pub code: String,
    pub matter: String,
    pub state: State,
    pub channel: Channel,
    pub priority: Option<Priority>,
    pub booking: Option<Id>,
    pub booked_at: Option<Moment>,
    pub person: Option<Id>,
    pub lang: Lang,
    /// The earlier, the sooner: see `rules::order`.
    pub place: Moment,
    pub taken_at: Moment,
    pub called_at: Option<Moment>,
    /// How often it was called since it last began to wait.
    pub calls: i64,
    pub post: Option<Id>,
    pub counter: Option<Id>,
    pub begun_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    pub outcome: Option<Outcome>,
    pub vault: String,
    /// Sealed; `store::tickets::phone` opens it.
    pub phone: Option<String>,
}

impl Ticket {
    /// As the board shows it and the loudspeaker says it: `B12`.
    pub fn name(&self) -> String {
        format!("{}{}", self.letter, self.number)
    }
}

/// What somebody asks a ticket with.
#[derive(Debug, Clone, PartialEq)]
pub struct NewTicket {
    pub site: Id,
    pub matter: String,
    pub channel: Channel,
    pub priority: Option<Priority>,
    pub lang: Lang,
    pub phone: Option<kernel::Phone>,
}

/// An agent at a counter, from opening to closing.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    pub id: Id,
    pub site: Id,
    pub counter: Id,
    pub agent: String,
    pub opened_at: Moment,
    pub paused: Option<(Moment, Pause)>,
}

/// What estimates are made of: how long a counter was taken by one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Served {
    pub site: Id,
    pub matter: String,
    pub waited_secs: i64,
    pub served_secs: i64,
    pub outcome: Outcome,
}

/// The figures of one matter at one site on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    pub site: String,
    pub matter: String,
    pub day: Day,
    pub tickets: i64,
    pub served: i64,
    pub missed: i64,
    /// Nothing where too few were served to say something of nobody in particular.
    pub wait_median_secs: Option<i64>,
    pub wait_p90_secs: Option<i64>,
}
