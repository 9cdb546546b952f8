//! Nouns: what is followed, who follows, and what there is to tell.

use kernel::{Id, Lang, Moment, words};
use sending::To;
use serde::{Deserialize, Serialize};

words! {
    /// What can be followed.
    pub enum Kind { Report = "report", Quarter = "quarter", Category = "category", Asset = "asset" }
}

words! {
    /// What happened to a published report.
    pub enum What { New = "new", Answered = "answered", Reopened = "reopened" }
}

/// One thing that is followed: a kind, and the code, id or number that names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Topic {
    pub kind: Kind,
    pub subject: String,
}

/// Somebody who follows, or asked to.
#[derive(Debug, Clone, PartialEq)]
pub struct Subscription {
    pub id: Id,
    pub topic: Topic,
    pub lang: Lang,
    pub to: To,
    pub contact_key: String,
    pub code_key: String,
    pub tries: i64,
    pub asked_at: Moment,
    pub confirmed_at: Option<Moment>,
    /// What happened until then was told.
    pub told_until: Moment,
}

/// Something that happened to a published report.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    pub at: Moment,
    pub case: Id,
    pub what: What,
}

/// What became of a typed code. A wrong one is no error of the transaction: the try must be counted.
#[derive(Debug, Clone, PartialEq)]
pub enum Confirmed {
    Yes(Topic),
    Wrong,
    /// Expired, or tried too often.
    Gone,
}
