//! A refusal: what the house answers when a rule says no. A person reads it, a test compares it.

use crate::Money;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Marks an argument that is a sum in centimes.
const SUM: char = '¤';

/// The key of a message and its arguments; the door translates it. `field` names the form field it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    pub key: String,
    pub field: Option<String>,
    pub args: BTreeMap<String, String>,
}

impl Refusal {
    pub fn new(key: impl Into<String>) -> Self {
        Refusal { key: key.into(), field: None, args: BTreeMap::new() }
    }

    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.insert(name.into(), value.to_string());
        self
    }

    /// A sum, which the door writes as its language does.
    pub fn with_sum(self, name: &str, sum: Money) -> Self {
        self.with(name, format_args!("{}{SUM}", sum.0))
    }

    /// The sum that an argument is, if it is one.
    pub fn sum_of(argument: &str) -> Option<Money> {
        argument.strip_suffix(SUM)?.parse().ok().map(Money)
    }

    /// Ties the refusal to a field of the form, so that it shows beside it.
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Names the law that says no, for whoever wants to read it.
    pub fn under(self, law: &str, article: &str) -> Self {
        self.with("law", law).with("article", article)
    }

    /// The law and article that say no, where one does.
    pub fn basis(&self) -> Option<(&str, &str)> {
        self.args.get("law").zip(self.args.get("article")).map(|(law, article)| (law.as_str(), article.as_str()))
    }
}
