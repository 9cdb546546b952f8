//! Nouns: persons, their accounts, what they may do for one another, and the staff among them.

use kernel::{Cin, Day, Email, Id, Lang, Moment, Phone};
use platform::Event;
use platform::access::{GrantRow, Side};
use sending::To;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use webauthn_rs::prelude::Passkey as Credential;

kernel::words! {
    /// How sure the commune is of who this is, from least to most: said so, reached by a code, seen with the national card,
    /// vouched for by the national identity service.
    pub enum Level { Declared = "declared", Contact = "contact", Counter = "counter", National = "national" }
}

kernel::words! {
    /// What a ticket opens, once.
    pub enum Purpose {
        SignIn = "sign_in",
        Contact = "contact",
        SecondFactor = "second_factor",
        Invitation = "invitation",
        Password = "password",
        NewFactor = "new_factor",
        /// Somebody is there, whatever for.
        Proof = "proof",
    }
}

kernel::words! {
    /// Why a member of staff opens a person's card; a case's own id may stand instead.
    pub enum Why {
        Counter = "counter",
        Request = "request",
        Identity = "identity",
        Complaint = "complaint",
        Search = "search",
        Notice = "notice",
        Handling = "handling",
        /// Somebody called.
        Telephone = "telephone",
    }
}

kernel::words! {
    /// What of a person was looked at.
    pub enum What {
        Card = "card",
        Case = "case",
        Piece = "piece",
        /// One that is kept in his folder.
        Document = "document",
        Booking = "booking",
        Payment = "payment",
    }
}

kernel::words! {
    /// Why a passkey opens nothing.
    pub enum Refused {
        /// The question was answered already, in another browser, or too late.
        Late = "late",
        /// Nobody here has it, or not at this door.
        Unknown = "unknown",
        Wrong = "wrong",
        /// It seems to exist twice.
        Stopped = "stopped",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewPerson {
    pub name: String,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub cin: Option<Cin>,
    pub lang: Lang,
    pub level: Level,
}

/// A person's card, opened: whoever asked for it has left a look.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    pub id: Id,
    pub name: String,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub cin: Option<Cin>,
    pub lang: Lang,
    pub level: Level,
    pub created_at: Moment,
    pub erasure_asked_at: Option<Moment>,
}

/// Enough to recognise a person in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Masked {
    pub id: Id,
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub cin: Option<String>,
    pub level: Level,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    pub id: Id,
    pub person: Id,
    pub side: Side,
    /// Keyed hashes of the confirmed contacts that open it.
    pub phone_key: Option<String>,
    pub email_key: Option<String>,
    pub password: Option<String>,
    /// Seed of the second factor in base 32, and the last step that was used.
    pub totp: Option<String>,
    pub totp_at: Option<Moment>,
    pub totp_step: i64,
    pub created_at: Moment,
    pub closed_at: Option<Moment>,
}

/// A key in somebody's device that opens one account; the name is its owner's.
#[derive(Debug, Clone, PartialEq)]
pub struct Passkey {
    pub id: Id,
    pub account: Id,
    pub name: String,
    pub credential: Credential,
    pub created_at: Moment,
    pub used_at: Option<Moment>,
    pub stopped_at: Option<Moment>,
}

/// A secret in somebody's hands: a link or a code, for one purpose, for a while, once.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    pub id: String,
    pub purpose: Purpose,
    pub account: Option<Id>,
    pub contact: Option<To>,
    pub code: String,
    pub tries: i64,
}

/// A member of staff, past ones included when they still have an account.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub person: Id,
    pub account: Id,
    pub name: String,
    pub email: String,
    pub grants: Vec<GrantRow>,
    /// Has set a password and a second factor.
    pub ready: bool,
    pub closed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewStaff {
    pub name: String,
    pub email: Email,
    pub role: String,
    pub unit: Option<Id>,
    pub area: Option<String>,
    pub decision: String,
    /// Both absent: an invitation leaves by e-mail, and the person chooses.
    pub password: Option<String>,
    pub totp_seed: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NewGrant {
    pub role: String,
    pub unit: Option<Id>,
    pub area: Option<String>,
    pub starts_on: Day,
    pub ends_on: Option<Day>,
    pub decision: String,
}

/// `holder` may act for `for_person`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mandate {
    pub id: Id,
    pub holder: Id,
    pub for_person: Id,
    pub matter: String,
    pub proof: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub ended_at: Option<Moment>,
}

/// A mandate is over before its last day: whoever lets its holder act stops now.
#[derive(Debug, Serialize, Deserialize)]
pub struct MandateEnded {
    pub mandate: Id,
}

impl Event for MandateEnded {
    const NAME: &'static str = "people.mandate_ended";
}

/// A person asked to be forgotten. Whoever keeps files about persons answers: erases, or says what binds.
#[derive(Debug, Serialize, Deserialize)]
pub struct ErasureAsked {
    pub person: Id,
}

impl Event for ErasureAsked {
    const NAME: &'static str = "people.erasure_asked";
}

/// A person was erased: whatever repeats their data forgets it too.
#[derive(Debug, Serialize, Deserialize)]
pub struct Erased {
    pub person: Id,
}

impl Event for Erased {
    const NAME: &'static str = "people.erased";
}

/// A clerk saw the national card of a person.
#[derive(Debug, Serialize, Deserialize)]
pub struct Identified {
    pub person: Id,
}

impl Event for Identified {
    const NAME: &'static str = "people.identified";
}

/// Passwords that everybody tries first, from the pack, in lower case.
pub struct CommonPasswords(pub HashSet<String>);

impl Account {
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// Can sign in as staff: password and second factor are both set.
    pub fn is_ready(&self) -> bool {
        self.password.is_some() && self.totp_at.is_some()
    }
}

impl Mandate {
    pub fn holds_on(&self, day: Day) -> bool {
        self.ended_at.is_none() && self.starts_on <= day && day <= self.ends_on
    }
}
