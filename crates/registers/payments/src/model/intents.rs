//! Nouns: a try to pay an order at a provider, and what a provider says of money.

use kernel::{Id, Moment, Money, words};
use platform::Event;
use serde::{Deserialize, Serialize};

words! {
    /// Who takes the money. The cash desk is one of them, and the only one of a commune without a contract for cards.
    pub enum Provider { Cash = "cash", Card = "card" }
}

words! {
    /// Where a try to pay stands.
    pub enum IntentState {
        Created = "created",
        /// The payer was sent to the provider.
        Started = "started",
        /// The provider called; what it says is being asked again.
        Submitted = "submitted",
        Success = "success",
        Failed = "failed",
        Cancelled = "cancelled",
        /// Money and claim disagree: a person must look.
        Error = "error",
        /// The whole was given back.
        Refunded = "refunded",
    }
}

impl IntentState {
    /// Whether its end is still to come.
    pub fn is_alive(self) -> bool {
        matches!(self, IntentState::Created | IntentState::Started | IntentState::Submitted)
    }
}

words! {
    /// Why a try to pay ended without its order being paid by it.
    pub enum Failure {
        /// The bank said no.
        Declined = "declined",
        /// Nothing was heard of it for a day.
        Expired = "expired",
        /// The order was paid otherwise meanwhile.
        Elsewhere = "elsewhere",
        /// The order was cancelled, or another took its place.
        Ended = "ended",
        /// Another sum than the order's.
        Amount = "amount",
        Currency = "currency",
    }
}

/// One try to pay one order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Intent {
    pub id: Id,
    pub order: Id,
    pub subject: Id,
    /// The public code of the file.
    pub reference: String,
    pub amount: Money,
    pub provider: Provider,
    pub state: IntentState,
    /// The provider's own name for the payment.
    pub external: Option<String>,
    pub reason: Option<Failure>,
    pub receipt: Option<Id>,
    /// What was given back of it.
    pub back: Money,
    pub created_at: Moment,
    pub started_at: Option<Moment>,
    pub submitted_at: Option<Moment>,
    pub ended_at: Option<Moment>,
    /// When a person looked at money and claim that disagree.
    pub seen_at: Option<Moment>,
}

impl Intent {
    /// Whether staff are still to look.
    pub fn is_doubted(&self) -> bool {
        self.state == IntentState::Error && self.seen_at.is_none()
    }
}

/// What a provider says that it took.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    pub external: String,
    pub amount: Money,
}

/// A try to pay has ended; `state` says how.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntentEnded {
    pub intent: Id,
    pub subject: Id,
    pub state: IntentState,
    pub reason: Option<Failure>,
}

impl Event for IntentEnded {
    const NAME: &'static str = "payments.intent_ended";
}

/// A second person asked the provider of an intent to give money back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RefundAsked {
    pub refund: Id,
    pub intent: Id,
    pub amount: Money,
}

impl Event for RefundAsked {
    const NAME: &'static str = "payments.refund_asked";
}
