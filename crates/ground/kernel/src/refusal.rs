//! A refusal: what the house answers when a rule says no. A person reads it, a test compares it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

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

    /// Ties the refusal to a field of the form, so that it shows beside it.
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.into());
        self
    }
}
