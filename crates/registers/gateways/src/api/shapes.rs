//! What programs get, as types: the description of the API is made of them.

use kernel::Label;
use procedures::Spoken;
use schemars::JsonSchema;
use serde::Serialize;

/// An order of payment. Sums are whole centimes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Order {
    pub code: String,
    /// As it is written on the paper.
    pub number: String,
    /// The public code of the file.
    pub file: String,
    /// `open`, `paid`, or `cancelled` when another order took its place.
    pub state: String,
    pub amount: i64,
    /// ISO 4217.
    pub currency: String,
    pub lines: Vec<Line>,
    pub made_at: String,
    /// Where it may be paid: `cash`, and `card` when the commune has a contract and the order is open.
    pub providers: Vec<String>,
    pub intents: Vec<Intent>,
    /// Number of the receipt that paid it.
    pub receipt: Option<String>,
    /// Its page for people.
    pub page: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Line {
    #[schemars(with = "Spoken")]
    pub label: Label,
    pub amount: i64,
}

/// A try to pay.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Intent {
    pub id: String,
    pub provider: String,
    /// `created`, `started`, `submitted`, `success`, `failed`, `cancelled`, `error` or `refunded`.
    pub state: String,
    /// Whether it may still change by itself.
    pub finished: bool,
    pub amount: i64,
    /// `declined`, `expired`, `elsewhere`, `ended`, `amount` or `currency`.
    pub reason: Option<String>,
    pub created_at: String,
    pub ended_at: Option<String>,
}

/// A try to pay with the way to the bank.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Begun {
    pub intent: Intent,
    /// Where the payer's browser posts the fields; absent once it has ended.
    pub action: Option<String>,
    /// Names and values of the form.
    pub fields: Vec<FormField>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FormField {
    pub name: String,
    pub value: String,
}
