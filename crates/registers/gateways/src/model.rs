//! Nouns: the commune's contract with a gateway, and what the gateway says.

use kernel::{Label, Money, words};
use payments::Taken;
use serde::Serialize;

words! {
    /// Which gateway takes cards for the commune.
    pub enum Kind {
        /// Public money is taken by the accountant or his cashier only: nobody else has a contract.
        None = "none",
        /// The practice gateway of the demonstration.
        Simulated = "simulated",
        /// A bank's gateway of the EST family.
        Est = "est",
    }
}

/// What the commune decided about taking money.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub kind: Kind,
    pub merchant: String,
    pub store_key: String,
    /// Name and password of the merchant's program at the gateway.
    pub account: String,
    pub password: String,
    /// Where the payer's browser goes.
    pub pay_url: String,
    /// Where our own questions go.
    pub api_url: String,
    /// Where the cash desk is, and when it is open; empty: as on the page of the commune.
    pub place: Label,
    pub hours: Label,
}

impl Default for Settings {
    fn default() -> Settings {
        let empty = String::new;
        Settings {
            kind: Kind::None,
            merchant: empty(),
            store_key: empty(),
            account: empty(),
            password: empty(),
            pay_url: empty(),
            api_url: empty(),
            place: Label::new("", ""),
            hours: Label::new("", ""),
        }
    }
}

/// What a call of the gateway says, the card left out but for its mask.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Told {
    pub merchant: String,
    pub intent: String,
    /// `00` when the bank agreed.
    pub code: String,
    pub amount: Option<Money>,
    /// ISO 4217, in digits.
    pub currency: String,
    pub external: String,
    pub card: String,
}

/// Where a payment stands, as the gateway answers when it is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    Paid(Taken),
    Declined,
    /// Held, or under way.
    Pending,
    /// The gateway never heard of it.
    Unknown,
}

/// What the gateway's call is answered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// The money may be taken.
    Take,
    /// Heard; there is nothing to take.
    Heard,
    /// The gateway's own word, about other money than ours: nothing may be taken.
    Doubted,
    /// Not the gateway's word.
    Refused,
}

impl Reply {
    /// The words that gateways of this family wait for.
    pub fn as_str(self) -> &'static str {
        match self {
            Reply::Take => "ACTION=POSTAUTH",
            Reply::Heard => "APPROVED",
            Reply::Doubted | Reply::Refused => "FAILURE",
        }
    }
}
