//! The organisation that the pack proposes, `units.toml`.

use crate::model::{Duty, Unit, UnitKind};
use kernel::{Id, Label};
use platform::{Pack, Result, pack_fault};
use serde::Deserialize;

const FILE: &str = "units.toml";

/// The units of a commune that has decided nothing yet. A fact.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    pub(crate) unit: Vec<Proposed>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Proposed {
    pub code: String,
    /// Empty at the top.
    pub parent: String,
    pub kind: UnitKind,
    pub name: Label,
    pub internal: bool,
    pub area: Option<Tier>,
    #[serde(default)]
    pub triage: bool,
    #[serde(default)]
    pub moderation: bool,
    #[serde(default)]
    pub restricted: bool,
    #[serde(default)]
    pub channels: Vec<String>,
    pub answers: Option<Answers>,
}

/// Where a unit is repeated.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Tier {
    Arrondissement,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answers {
    pub hours: i64,
    #[serde(rename = "source")]
    _source: String,
}

/// Reads and checks `units.toml`: parents come first, and codes are unique.
pub(crate) fn load(pack: &Pack) -> Result<Organisation> {
    let organisation: Organisation = pack.toml(FILE)?;
    for (place, unit) in organisation.unit.iter().enumerate() {
        let before = &organisation.unit[..place];
        if before.iter().any(|other| other.code == unit.code) {
            return Err(pack_fault(FILE, format!("two units are called {}", unit.code)));
        }
        if !unit.parent.is_empty() && !before.iter().any(|other| other.code == unit.parent) {
            return Err(pack_fault(FILE, format!("the parent of {} is not listed before it", unit.code)));
        }
    }
    if !organisation.unit.iter().any(|unit| unit.triage && unit.area.is_none()) {
        return Err(pack_fault(FILE, "no unit receives what has no other taker (triage = true)"));
    }
    Ok(organisation)
}

impl Proposed {
    /// This unit for the whole commune, or for one arrondissement, whose name it then carries.
    pub fn build(&self, id: Id, parent: Option<Id>, area: Option<(&str, &Label)>) -> Unit {
        let duties = [(self.triage, Duty::Triage), (self.moderation, Duty::Moderation), (self.restricted, Duty::Restricted)];
        Unit {
            id,
            code: self.code.clone(),
            parent,
            kind: self.kind,
            name: area.map_or_else(|| self.name.clone(), |(_, name)| named_after(&self.name, name)),
            area: area.map(|(code, _)| code.to_owned()),
            external: !self.internal,
            duties: duties.into_iter().filter(|(has, _)| *has).map(|(_, duty)| duty).collect(),
            channels: self.channels.clone(),
            answer_hours: self.answers.as_ref().map(|answers| answers.hours),
            retired_on: None,
        }
    }
}

/// `Guichet de l'arrondissement (Tabriquet)`. A language that lacks one of the two names falls back as a whole.
fn named_after(unit: &Label, area: &Label) -> Label {
    let joined = |unit: &str, area: &str| format!("{unit} ({area})");
    let zgh = unit.zgh.as_ref().zip(area.zgh.as_ref()).map(|(unit, area)| joined(unit, area));
    let en = unit.en.as_ref().map(|unit| joined(unit, area.en.as_ref().unwrap_or(&area.fr)));
    Label { ar: joined(&unit.ar, &area.ar), fr: joined(&unit.fr, &area.fr), zgh, en }
}
