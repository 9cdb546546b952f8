//! Nouns: a cashier's drawer and its close, a statement of the bank, an export for the accounts.

use super::Method;
use kernel::{Day, Id, Moment, Money, words};
use serde::{Deserialize, Serialize};

/// A cashier's drawer from its opening to its close.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Session {
    pub id: Id,
    pub cashier: String,
    pub day: Day,
    /// The how-manieth of that cashier on that day.
    pub turn: i64,
    /// What lay in the drawer before the first payer.
    pub opening: Money,
    pub opened_at: Moment,
    pub close: Option<Close>,
}

/// How a drawer was closed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Close {
    pub at: Moment,
    pub year: i64,
    pub number: i64,
    pub expected: Money,
    pub counted: Money,
    /// How many of each note and coin, when they were counted apart.
    pub coins: Vec<Coins>,
    /// Why it is more or less, in the cashier's words.
    pub reason: String,
}

impl Close {
    pub fn difference(&self) -> Money {
        self.counted - self.expected
    }
}

/// So many of one note or coin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Coins {
    pub value: Money,
    pub count: i64,
}

/// Notes and coins that Bank Al-Maghrib issues, in centimes, largest first.
pub const COINS: [i64; 12] = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5];

/// What the cashier writes when the drawer is closed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counted {
    pub sum: Option<Money>,
    pub coins: Vec<Coins>,
    pub reason: String,
}

/// One sum of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Total {
    /// What is summed: a register and a way of payment, a provider and a state.
    pub of: (String, String),
    pub count: i64,
    pub sum: Money,
}

/// The sums of a drawer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    pub received: Vec<(Method, i64, Money)>,
    pub paid_back: Vec<(Method, i64, Money)>,
    pub expected: Money,
}

words! {
    /// What our rows say of a line of the bank.
    pub enum LineVerdict {
        Matched = "matched",
        /// Another sum than ours.
        Amount = "amount",
        /// We know no such payment.
        Unknown = "unknown",
        /// We do not hold it for paid, or for given back.
        Unpaid = "unpaid",
        /// The bank said so before.
        Twice = "twice",
    }
}

words! {
    pub enum LineKind { Sale = "sale", Refund = "refund" }
}

/// One line of what the bank settled.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatementLine {
    pub line: i64,
    /// The reference that we gave the bank.
    pub intent: String,
    pub kind: LineKind,
    pub amount: Money,
    pub day: Option<Day>,
    pub verdict: LineVerdict,
}

/// A file of the bank that was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    pub id: Id,
    pub rows: i64,
    pub amount: Money,
    pub days: Option<(Day, Day)>,
    pub sent_at: Moment,
}

/// What was handed to the accounting room.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Export {
    pub year: i64,
    pub number: i64,
    pub from: Day,
    pub to: Day,
    pub rows: i64,
    pub received: Money,
    pub returned: Money,
    pub sha256: String,
    pub made_at: Moment,
}
