//! Nouns: a due, how it was paid, and the receipt of the cash desk.

use kernel::{Day, Id, Label, Moment, Money, words};
use serde::{Deserialize, Serialize};

words! {
    /// Until which step it must be paid.
    pub enum DueAt { Filing = "filing", Grant = "grant", Delivery = "delivery" }
}

words! {
    pub enum DueState { Due = "due", Paid = "paid", Cancelled = "cancelled" }
}

words! {
    pub enum Method { Cash = "cash", Cheque = "cheque", Transfer = "transfer", Card = "card" }
}

/// A sum about to be ordered.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDue {
    /// Id of the fee in its procedure: the same fee of the same subject is ordered once.
    pub fee: String,
    pub label: Label,
    pub amount: Money,
    pub due: DueAt,
}

/// A sum that was ordered of a subject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Due {
    pub subject: Id,
    pub fee: String,
    /// The public code under which people know the subject.
    pub reference: String,
    pub label: Label,
    pub amount: Money,
    pub due: DueAt,
    pub state: DueState,
    pub ordered_at: Moment,
    pub receipt: Option<Id>,
}

/// A receipt of the cash desk.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paid {
    pub id: Id,
    pub year: i64,
    pub number: i64,
    pub subject: Id,
    pub reference: String,
    pub amount: Money,
    pub method: Method,
    pub cashier: String,
    pub paid_on: Day,
    pub paid_at: Moment,
}
