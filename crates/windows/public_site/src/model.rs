//! What the pack says for every commune: emergency numbers, help lines, and how long each kind of data is kept.

use kernel::Label;
use platform::{Facts, Pack, Result};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Number {
    pub number: String,
    #[serde(rename = "for")]
    pub purpose: Label,
    #[serde(default)]
    pub confirm: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Retention {
    pub kind: String,
    /// 0: kept for good.
    pub days: i64,
    pub then: String,
    pub name: Label,
    pub basis: Label,
    #[serde(default)]
    pub confirm: bool,
}

/// The parts of `pack.toml` that the public reads.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Country {
    #[serde(default)]
    pub emergency: Vec<Number>,
    #[serde(default)]
    pub helpline: Vec<Number>,
    #[serde(default)]
    pub retention: Vec<Retention>,
}

pub fn read(pack: &Pack, facts: &mut Facts) -> Result<()> {
    facts.put(pack.toml::<Country>("pack.toml")?);
    Ok(())
}
