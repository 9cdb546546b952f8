//! Nouns: a due, how it was paid, and its receipt.

mod closes;
mod intents;

pub use closes::{COINS, Close, Coins, Counted, Export, LineKind, LineVerdict, Session, Sheet, Statement, StatementLine, Total};
pub use intents::{Failure, Intent, IntentEnded, IntentState, Provider, RefundAsked, Taken};

use kernel::{Day, Id, Label, Moment, Money, words};
use serde::{Deserialize, Serialize};

words! {
    /// Until which step it must be paid.
    pub enum DueAt { Filing = "filing", Grant = "grant", Delivery = "delivery" }
}

words! {
    pub enum DueState {
        Due = "due",
        Paid = "paid",
        Cancelled = "cancelled",
        ToRefund = "to_refund",
        Refunded = "refunded",
    }
}

words! {
    /// Why money goes back. The first two follow from the case by themselves, the last from what the bank says.
    pub enum Reason {
        Refused = "refused",
        Withdrawn = "withdrawn",
        Mistake = "mistake",
        NotServed = "not_served",
        /// It came for an order that was paid otherwise, or stood no more.
        Late = "late",
    }
}

words! {
    /// `Asked`: the provider that took it was asked to give it back; `Refused`: it would not.
    pub enum RefundState { Ordered = "ordered", Asked = "asked", Paid = "paid", Refused = "refused" }
}

words! {
    pub enum Method { Cash = "cash", Cheque = "cheque", Transfer = "transfer", Card = "card" }
}

impl Method {
    /// What is paid otherwise than over the counter is known by the number of a cheque or a transfer, and by its bank.
    pub fn has_voucher(self) -> bool {
        matches!(self, Method::Cheque | Method::Transfer)
    }
}

/// What is handed over at the cash desk, and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Tender {
    pub method: Method,
    /// Number of the cheque or of the transfer.
    pub voucher: String,
    pub bank: String,
    /// Who pays, when it is not the applicant.
    pub payer: String,
}

impl From<Method> for Tender {
    fn from(method: Method) -> Tender {
        Tender { method, voucher: String::new(), bank: String::new(), payer: String::new() }
    }
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

words! {
    /// The series in which a receipt is numbered without gaps.
    pub enum Register { Cash = "cash", Online = "online" }
}

/// A receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Paid {
    pub id: Id,
    pub register: Register,
    pub year: i64,
    pub number: i64,
    pub subject: Id,
    pub reference: String,
    pub amount: Money,
    pub tender: Tender,
    pub cashier: String,
    pub paid_on: Day,
    pub paid_at: Moment,
    /// The drawer into which it went.
    pub session: Option<Id>,
    pub intent: Option<Id>,
}

impl Paid {
    /// As it is written: `12/2026`, and `E12/2026` for what was paid by card.
    pub fn written(&self) -> String {
        let series = if self.register == Register::Online { "E" } else { "" };
        format!("{series}{}/{}", self.number, self.year)
    }
}

/// Money that goes back to who paid it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Refund {
    pub id: Id,
    pub subject: Id,
    pub reference: String,
    pub fees: Vec<String>,
    pub amount: Money,
    pub reason: Reason,
    /// Why, in the words of who ordered it.
    pub words: String,
    pub state: RefundState,
    pub ordered_by: String,
    pub ordered_at: Moment,
    /// Year and gapless number, once it was paid out.
    pub number: Option<(i64, i64)>,
    pub method: Option<Method>,
    pub paid_at: Option<Moment>,
    /// By which it came in, when a provider took it.
    pub intent: Option<Id>,
    pub asked_at: Option<Moment>,
    /// The provider's words, when it would not.
    pub refused: Option<String>,
}

words! {
    /// An order waits, was paid, or gave way to another.
    pub enum OrderState { Open = "open", Paid = "paid", Cancelled = "cancelled" }
}

words! {
    /// Why a sum, and the order that said it, does not stand any more.
    pub enum Ended {
        /// More was ordered of the same subject.
        Ordered = "ordered",
        /// Measured otherwise on the spot.
        Measured = "measured",
        /// A mistake in what was declared or counted.
        Error = "error",
        /// The law or the commune's order exempts.
        Exempt = "exempt",
        /// The request itself ended.
        Dropped = "dropped",
    }
}

impl Ended {
    /// The reasons a member of staff may give for correcting a sum.
    pub const CORRECTIONS: [Ended; 3] = [Ended::Measured, Ended::Error, Ended::Exempt];
}

/// One line of an order, as it stood when it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub label: Label,
    pub amount: Money,
}

/// An order of payment: what the citizen brings to the cash desk.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Order {
    pub id: Id,
    pub subject: Id,
    /// The public code of the file.
    pub reference: String,
    /// The order's own public name, on the paper as letters and as a drawing.
    pub code: String,
    pub year: i64,
    /// Its place in the register of its year.
    pub count: i64,
    pub lines: Vec<Line>,
    pub amount: Money,
    pub state: OrderState,
    pub made_at: Moment,
    pub ended_at: Option<Moment>,
    pub why: Option<Ended>,
    pub receipt: Option<Id>,
}

impl Order {
    /// As it is written: `12/2026`.
    pub fn number(&self) -> String {
        format!("{}/{}", self.count, self.year)
    }
}
