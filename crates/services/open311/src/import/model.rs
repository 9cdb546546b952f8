//! Nouns of an import: the system it comes from, a row of it, and what became of the row.

use georeport::{Repair, Zone};
use kernel::{Lang, Moment, Point, words};
use serde::{Deserialize, Serialize};

/// The system that an export comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// Under which name its numbers are known here.
    pub name: String,
    /// In which its dates without a zone are taken.
    pub zone: Zone,
}

/// One thing of an export, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Which one it is in its file, from 1.
    pub place: usize,
    /// Its number there, or one made from what it says.
    pub number: String,
    /// Of everything it says: the same row again is the same.
    pub fingerprint: String,
    pub code: Option<String>,
    pub category: Option<String>,
    pub words: String,
    pub lang: Lang,
    #[serde(with = "moment")]
    pub received: Moment,
    #[serde(with = "moment::maybe")]
    pub ended: Option<Moment>,
    /// When the other system last changed it.
    #[serde(with = "moment::maybe")]
    pub told: Option<Moment>,
    pub point: Option<Point>,
    pub address: Option<String>,
    pub asset: Option<String>,
    /// Every value as it was written, one a line.
    pub raw: String,
    #[serde(skip)]
    pub repairs: Vec<Repair>,
}

impl Row {
    /// The category by which staff know it: its name, else its code, else nothing.
    pub fn label(&self) -> &str {
        self.category.as_deref().or(self.code.as_deref()).unwrap_or("")
    }
}

words! {
    /// What became of a row. Each has a sentence, `open311-import-…`.
    pub enum Fate {
        /// It is a case now.
        Placed = "placed",
        /// No category here fits: it waits for staff.
        Waiting = "waiting",
        /// It was taken before.
        Same = "same",
        /// Known, and it stands otherwise now.
        Moved = "moved",
        /// Known, and what it says now is kept beside the case.
        Noted = "noted",
    }
}

/// A row after it was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    pub place: usize,
    pub number: String,
    pub fate: Fate,
    pub repairs: Vec<Repair>,
}

/// Moments as text of fixed shape.
mod moment {
    use kernel::Moment;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(at: &Moment, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(at)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        let text = String::deserialize(deserializer)?;
        Moment::parse(&text).ok_or_else(|| D::Error::custom("a moment"))
    }

    pub mod maybe {
        use super::{Deserialize, Deserializer, Error, Moment, Serializer};

        pub fn serialize<S: Serializer>(at: &Option<Moment>, serializer: S) -> Result<S::Ok, S::Error> {
            match at {
                Some(at) => serializer.serialize_some(&at.to_string()),
                None => serializer.serialize_none(),
            }
        }

        pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Moment>, D::Error> {
            let text = Option::<String>::deserialize(deserializer)?;
            text.map(|text| Moment::parse(&text).ok_or_else(|| D::Error::custom("a moment"))).transpose()
        }
    }
}
