//! Identifiers: UUIDv7 as text, so that a row can be read in any shell and sorts by age.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The identity of one row. Made by `tx.new_id()` or, for a submission, by the client.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// Takes text that the program itself wrote; use [`Id::parse`] for what came from outside.
    pub fn new(text: impl Into<String>) -> Self {
        Id(text.into())
    }

    /// Accepts a UUID in lower or upper case with hyphens. `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let groups: Vec<&str> = text.split('-').collect();
        let shaped = groups.iter().map(|g| g.len()).eq([8, 4, 4, 4, 12]);
        let hex = groups.iter().all(|g| g.bytes().all(|b| b.is_ascii_hexdigit()));
        (shaped && hex).then(|| Id(text.to_ascii_lowercase()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn only_a_uuid_is_an_id_from_outside() {
        assert!(Id::parse("01936F2A-7a3b-7c4d-8e5f-0123456789ab").is_some());
        assert_eq!(Id::parse("01936F2A-7a3b-7c4d-8e5f-0123456789AB").unwrap().as_str(), "01936f2a-7a3b-7c4d-8e5f-0123456789ab");
        for wrong in ["", "1", "../../etc/passwd", "01936f2a7a3b7c4d8e5f0123456789ab", "01936f2a-7a3b-7c4d-8e5f-0123456789ag"] {
            assert!(Id::parse(wrong).is_none(), "{wrong}");
        }
    }
}
