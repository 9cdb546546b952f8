//! Nouns: an order of a copy by post, the entry of the register behind it, the letter and the bordereau it leaves with.

use kernel::{Day, Id, Moment, words};
use serde::{Deserialize, Serialize};

words! {
    /// Where an order stands on its way from the register to the door.
    pub enum Stage {
        /// The act is to be found in the register.
        LookUp = "look_up",
        /// The person was asked about what does not agree.
        Doubt = "doubt",
        /// Found: the copy is paid and drawn.
        Copy = "copy",
        /// Drawn: to be put into an envelope with a number.
        Pack = "pack",
        Way = "way",
        Back = "back",
        Done = "done",
        /// Refused or withdrawn.
        Dropped = "dropped",
    }
}

words! {
    /// Why this person may have this copy (law 36-21 art. 43): what the officer saw.
    pub enum Entitled {
        /// The act is his own: name and birth agree with his card.
        Own = "own",
        /// The act itself names him.
        Act = "act",
        /// A family booklet, a mandate or a judgment that was seen.
        Proof = "proof",
    }
}

/// An entry of the register, as whoever looked it up found it. The whole is sealed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Civil-status office whose registers hold the act.
    pub office: String,
    /// Year of the register, Hijri or Gregorian as on its cover.
    pub year: i64,
    pub number: String,
    pub entitled: Entitled,
}

/// An order by post.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    pub case: Id,
    pub code: String,
    pub stage: Stage,
    pub since: Moment,
    /// Questions whose answers do not agree with the register, while the person is asked.
    pub doubts: Vec<String>,
    pub vault: String,
    pub entry: Option<Entry>,
    pub found_at: Option<Moment>,
}

words! {
    pub enum BordereauState {
        /// Letters are put in.
        Open = "open",
        /// It has its number and is printed.
        Closed = "closed",
        /// The post has taken it over.
        Handed = "handed",
    }
}

/// A list of letters handed to the post together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bordereau {
    pub id: Id,
    pub state: BordereauState,
    pub opened_at: Moment,
    /// Year and gapless number, once it is closed.
    pub number: Option<(i64, i64)>,
    pub handed_on: Option<Day>,
    /// Number of the post's discharge.
    pub deposit: String,
}

impl Bordereau {
    pub fn reference(&self) -> Option<String> {
        self.number.map(|(year, number)| format!("{number}/{year}"))
    }
}

words! {
    pub enum LetterState {
        Prepared = "prepared",
        Handed = "handed",
        /// Nobody was there: a notice was left, and the letter waits at the post office.
        Notice = "notice",
        Delivered = "delivered",
        Returned = "returned",
        Lost = "lost",
    }
}

impl LetterState {
    /// Whether nothing more can happen to the letter.
    pub fn is_final(self) -> bool {
        matches!(self, LetterState::Delivered | LetterState::Returned | LetterState::Lost)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Letter {
    pub id: Id,
    pub case: Id,
    pub code: String,
    pub bordereau: Id,
    pub position: i64,
    pub tracking: String,
    pub state: LetterState,
    pub since: Moment,
}

/// What is known of a letter since a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct News {
    pub state: LetterState,
    pub on: Day,
}

/// Who receives a letter, and where.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Address {
    pub receiver: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
}
