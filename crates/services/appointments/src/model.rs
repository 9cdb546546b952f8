//! Nouns: a booking, who it is bound to, and the slots that are free.

use kernel::{Cin, Day, Id, Lang, Moment, Phone, PublicCode};
use platform::Event;
use serde::{Deserialize, Serialize};
use sites::Way;

kernel::words! {
    /// Where a booking stands. Held: until a moment, for who is writing his name. Offered: a freed seat, held for who waits.
    pub enum State {
        Held = "held",
        Booked = "booked",
        Waiting = "waiting",
        Offered = "offered",
        Arrived = "arrived",
        Done = "done",
        NoShow = "no_show",
        Cancelled = "cancelled",
    }
}

/// Whom a booking is bound to, opened. It is checked against the card at the counter and never changes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    pub name: String,
    pub phone: Phone,
    pub cin: Option<Cin>,
}

/// When and where a booking is.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub counter: Id,
    pub site: Id,
    pub starts: Moment,
    pub ends: Moment,
}

/// A row of bookings; who it is bound to stays sealed until it is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Booking {
    pub id: Id,
    pub code: PublicCode,
    pub state: State,
    pub matter: String,
    pub way: Way,
    pub people: i64,
    /// The site that is booked, or wished for while waiting; any when absent.
    pub site: Option<Id>,
    pub place: Option<Place>,
    /// When a hold or an offer ends.
    pub until: Option<Moment>,
    /// First and last day that suit who waits.
    pub wants: Option<(Day, Day)>,
    /// How often an offer passed unanswered.
    pub passed: i64,
    pub person: Option<Id>,
    pub who_key: Option<String>,
    /// Whether somebody has written his name.
    pub named: bool,
    pub device: String,
    pub lang: Lang,
    /// Counts the changes, for calendars that follow.
    pub edition: i64,
    pub made_at: Moment,
}

impl Booking {
    /// Whether a hold or an offer has run out.
    pub fn lapsed(&self, now: Moment) -> bool {
        matches!(self.state, State::Held | State::Offered) && self.until.is_some_and(|until| until <= now)
    }

    /// Whether somebody is expected.
    pub fn is_live(&self) -> bool {
        matches!(self.state, State::Booked | State::Arrived)
    }

    pub fn starts(&self) -> Option<Moment> {
        self.place.as_ref().map(|place| place.starts)
    }

    pub fn day(&self) -> Option<Day> {
        self.starts().map(Moment::day)
    }
}

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Want {
    pub matter: String,
    /// Any site when absent.
    pub site: Option<Id>,
    pub starts: Moment,
    pub people: i64,
    pub way: Way,
    pub lang: Lang,
}

/// Who asks, as far as it is known before a name: keyed marks of a device and of an address.
#[derive(Debug, Clone, PartialEq)]
pub struct Visitor {
    pub device: String,
    pub address: String,
    /// How many may be held from one address at a time.
    pub most: u32,
}

/// One time at one site, with the counters that could take it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slot {
    pub site: Id,
    pub starts: Moment,
    pub free: i64,
}

/// How many visits a day could still take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FreeDay {
    pub day: Day,
    pub site: Id,
    pub free: i64,
}

/// Told when somebody is expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Booked {
    pub booking: Id,
}

impl Event for Booked {
    const NAME: &'static str = "appointments.booked";
}

/// Told when a booking has another time or place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Moved {
    pub booking: Id,
}

impl Event for Moved {
    const NAME: &'static str = "appointments.moved";
}

/// Told when nobody comes any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cancelled {
    pub booking: Id,
}

impl Event for Cancelled {
    const NAME: &'static str = "appointments.cancelled";
}
