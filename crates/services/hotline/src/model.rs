//! Nouns: what a caller says of himself, what that proves, and what may be told to him.

use cases::{Case, Told as Sentence};
use kernel::{Label, Phone, PublicCode, words};

/// What was typed while somebody speaks.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    Number(Phone),
    Code(PublicCode),
    Name(String),
}

words! {
    /// What shows that the caller may know.
    pub enum Proof {
        /// The code and the secret of the receipt.
        Secret = "secret",
        /// The number with which it was filed.
        Number = "number",
        Code = "code",
        Name = "name",
    }
}

words! {
    pub enum Told { Nothing = "nothing", State = "state", Everything = "everything" }
}

/// One file as the caller may hear of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub case: Case,
    pub title: Label,
    pub unit: Label,
    pub told: Told,
    /// Not even what it is about may be shown: somebody knows its code, and it is confidential.
    pub hidden: bool,
    pub sentence: Option<Sentence>,
    /// What he wrote, and what the commune last wrote to him.
    pub words: Option<(String, String)>,
    /// Whether who answers the call may open the file.
    pub opens: bool,
}
