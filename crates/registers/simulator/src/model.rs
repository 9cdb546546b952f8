//! Nouns: the cards of the practice bank, and a payment as it knows it.

use kernel::{Id, Money, words};

words! {
    /// What each practice card does.
    pub enum Card {
        Paid = "paid",
        Declined = "declined",
        /// Never a word about it.
        Silent = "silent",
        /// The bank calls two hours later.
        Late = "late",
        /// The bank calls twice.
        Twice = "twice",
        /// The bank takes, and tells, another sum.
        Amount = "amount",
    }
}

impl Card {
    /// Invented numbers, one for each card.
    pub fn number(self) -> &'static str {
        match self {
            Card::Paid => "9999 0000 0000 0001",
            Card::Declined => "9999 0000 0000 0002",
            Card::Silent => "9999 0000 0000 0003",
            Card::Late => "9999 0000 0000 0004",
            Card::Twice => "9999 0000 0000 0005",
            Card::Amount => "9999 0000 0000 0006",
        }
    }

    pub fn masked(self) -> String {
        format!("9999 00** **** {}", &self.number()[15..])
    }
}

words! {
    pub enum State { Open = "open", Held = "held", Taken = "taken", Declined = "declined" }
}

/// A payment, as the practice bank knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Payment {
    pub oid: Id,
    pub merchant: String,
    pub amount: Money,
    pub currency: String,
    pub back: String,
    pub callback: String,
    pub state: State,
    pub card: Option<Card>,
    pub external: String,
    pub taken: Money,
    pub returned: Money,
}
