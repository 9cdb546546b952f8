//! The matters that the pack proposes, `matters.toml`.

use crate::model::{Identity, Matter, Way};
use crate::rules;
use kernel::Label;
use platform::{Pack, Result, pack_fault};
use serde::Deserialize;

const FILE: &str = "matters.toml";

/// What people come for in most communes. A fact.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposed {
    pub(crate) matter: Vec<ProposedMatter>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProposedMatter {
    pub code: String,
    pub name: Label,
    pub minutes: i64,
    pub procedure: Option<String>,
    #[serde(default)]
    pub bring: Vec<Label>,
    pub ways: Vec<Way>,
    pub most_people: i64,
    pub identity: Identity,
}

impl ProposedMatter {
    pub fn build(&self) -> Matter {
        Matter {
            code: self.code.clone(),
            name: self.name.clone(),
            minutes: self.minutes,
            procedure: self.procedure.clone(),
            bring: self.bring.clone(),
            ways: self.ways.clone(),
            most_people: self.most_people,
            identity: self.identity,
            retired_on: None,
        }
    }
}

pub(crate) fn load(pack: &Pack) -> Result<Proposed> {
    let proposed: Proposed = pack.toml(FILE)?;
    for (place, matter) in proposed.matter.iter().enumerate() {
        rules::check_matter(&matter.build()).map_err(|refusal| pack_fault(FILE, format!("{}: {}", matter.code, refusal.key)))?;
        if proposed.matter[..place].iter().any(|other| other.code == matter.code) {
            return Err(pack_fault(FILE, format!("two matters are called {}", matter.code)));
        }
    }
    Ok(proposed)
}
