//! Nouns: a message, where it goes, and where it stands.

use kernel::{Email, Id, Lang, Moment, Phone};
use platform::Event;
use serde::{Deserialize, Serialize};

/// Where a message goes.
#[derive(Debug, Clone, PartialEq)]
pub enum To {
    Phone(Phone),
    Email(Email),
}

/// What a module hands over to be sent. The subject is not part of an SMS.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub to: To,
    pub lang: Lang,
    pub subject: String,
    pub text: String,
    pub about: Option<Id>,
}

kernel::words! {
    pub enum Channel { Email = "email", Sms = "sms" }
}

kernel::words! {
    /// Held: its channel is not configured. Shown: a demonstration sends nothing, it shows.
    pub enum State { Waiting = "waiting", Sent = "sent", Failed = "failed", Held = "held", Shown = "shown", Expired = "expired" }
}

/// A message as it is stored, opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    pub id: Id,
    pub channel: Channel,
    pub state: State,
    pub about: Option<Id>,
    pub lang: Lang,
    /// Absent once erased.
    pub content: Option<Content>,
    pub error: Option<String>,
    /// Whether the room that sent it wants to know what became of it.
    pub known: bool,
    pub created_at: Moment,
    pub expires_at: Option<Moment>,
    pub sent_at: Option<Moment>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub to: To,
    pub subject: String,
    pub text: String,
}

/// The payload of the effect that delivers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Delivery {
    pub message: Id,
}

/// Told when a message cannot leave because its channel is not there: somebody waits for it in vain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Held {}

impl Event for Held {
    const NAME: &'static str = "sending.held";
}

/// Told of a message that was sent with [`crate::send_known`], once it left or cannot leave any more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    pub message: Id,
    pub about: Option<Id>,
    /// Whether it left; what a demonstration shows has left too.
    pub left: bool,
}

impl Event for Told {
    const NAME: &'static str = "sending.told";
}

/// What the outbox is filtered by.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub state: Option<State>,
    pub channel: Option<Channel>,
    /// Id of the last row shown.
    pub after: Option<String>,
}

impl To {
    pub fn channel(&self) -> Channel {
        match self {
            To::Phone(_) => Channel::Sms,
            To::Email(_) => Channel::Email,
        }
    }

    pub fn as_str(&self) -> &str {
        match self {
            To::Phone(phone) => phone.as_str(),
            To::Email(email) => email.as_str(),
        }
    }

    pub fn masked(&self) -> String {
        match self {
            To::Phone(phone) => phone.masked(),
            To::Email(email) => email.masked(),
        }
    }

    pub fn parse(channel: Channel, text: &str) -> Option<To> {
        match channel {
            Channel::Sms => Phone::parse(text).map(To::Phone),
            Channel::Email => Email::parse(text).map(To::Email),
        }
    }
}
