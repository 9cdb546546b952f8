//! What the pack tells that every visitor may need: emergency numbers, and how long data is kept.

use kernel::Label;
use platform::{Pack, Result};
use serde::{Deserialize, Serialize};

/// The parts of `pack.toml` that these pages show.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
pub struct Country {
    pub emergency: Vec<Number>,
    #[serde(default)]
    pub helpline: Vec<Number>,
    pub retention: Vec<Kept>,
}

/// A telephone number that works from any phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Number {
    pub number: String,
    #[serde(rename = "for")]
    pub what: Label,
    #[serde(default)]
    pub confirm: bool,
}

/// How long one kind of data is kept, and on what ground.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    pub kind: String,
    /// 0: for good.
    pub days: i64,
    pub then: String,
    pub name: Label,
    pub basis: Label,
    #[serde(default)]
    pub confirm: bool,
}

pub fn load(pack: &Pack) -> Result<Country> {
    pack.toml("pack.toml")
}
