//! Nouns of the survey after a decision.

use kernel::{Id, words};
use serde::Serialize;

words! {
    /// By which way an answer of the survey came.
    #[derive(Default)]
    pub enum Means {
        /// The page of the case.
        #[default]
        Page = "page",
        /// The address in a message, and one tap.
        Message = "message",
        /// A number in an SMS. Its sender may be forged: whatever comes another way takes its place.
        Sms = "sms",
        Counter = "counter",
        Phone = "phone",
    }
}

/// Answers of the survey after a decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Survey {
    pub solved: Option<String>,
    pub satisfaction: Option<i64>,
    pub clear: Option<String>,
    pub words: Option<String>,
    pub means: Means,
}

/// How many gave the same mark to the same unit by the same way.
#[derive(Debug, Clone, PartialEq)]
pub struct Rated {
    pub unit: Id,
    pub means: Means,
    pub mark: i64,
    pub solved: String,
    pub count: i64,
}
