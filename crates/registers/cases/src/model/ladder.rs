//! Nouns of escalation: the ladders of the pack, and a clock that climbs one.

use super::ClockView;
use kernel::clock::DayKind;
use kernel::{Id, Moment};
use platform::{Pack, Result, pack_fault};
use serde::Deserialize;
use std::collections::BTreeSet;

const FILE: &str = "escalation.toml";

/// The ladders of the country. A fact.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladders {
    pub ladder: Vec<Ladder>,
}

/// Steps by which the files of some procedures, clocks or units are brought before those above.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    pub id: String,
    #[serde(default)]
    pub procedures: Vec<String>,
    #[serde(default)]
    pub clocks: Vec<String>,
    #[serde(default)]
    pub units: Vec<String>,
    #[serde(default)]
    pub kinds: Vec<DayKind>,
    /// How the time after the end of the delay counts.
    pub after_in: DayKind,
    pub steps: Vec<Rung>,
}

/// One step of a ladder.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rung {
    pub id: String,
    /// Per cent of the delay.
    pub part: Option<i64>,
    /// Hours or days after its end.
    pub after: Option<i64>,
    /// The same number for a file that nobody took on.
    pub unassigned: Option<i64>,
    /// `handler`, `head`, `division`, or the code of a unit.
    pub to: String,
}

/// A running clock that may have reached a step.
#[derive(Debug, Clone)]
pub struct Climber {
    pub case: Id,
    pub clock: ClockView,
}

/// Where the next look at a clock was computed from: when one of these changes, it is computed again.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookout {
    pub due_at: Moment,
    pub assigned: bool,
    pub next_at: Option<Moment>,
}

#[derive(Deserialize)]
struct Codes {
    unit: Vec<Code>,
}

#[derive(Deserialize)]
struct Code {
    code: String,
}

/// Reads and checks `escalation.toml`: units and procedures exist, steps rise, and the last ladder fits every clock.
pub(crate) fn load(pack: &Pack) -> Result<Ladders> {
    let ladders: Ladders = pack.toml(FILE)?;
    let units: BTreeSet<String> = pack.toml::<Codes>("units.toml")?.unit.into_iter().map(|unit| unit.code).collect();
    for ladder in &ladders.ladder {
        check(ladder, &units).map_err(|what| pack_fault(FILE, format!("ladder {}: {what}", ladder.id)))?;
    }
    let catches =
        |last: &Ladder| last.procedures.is_empty() && last.clocks.is_empty() && last.units.is_empty() && last.kinds.is_empty();
    if ladders.ladder.last().is_some_and(catches) {
        Ok(ladders)
    } else {
        Err(pack_fault(FILE, "the last ladder does not fit all"))
    }
}

fn check(ladder: &Ladder, units: &BTreeSet<String>) -> std::result::Result<(), String> {
    if let Some(unknown) = ladder.units.iter().find(|code| !units.contains(*code)) {
        return Err(format!("no unit is called {unknown}"));
    }
    let mut seen = BTreeSet::new();
    let mut before = (0, 0);
    for step in &ladder.steps {
        let at = step.place().ok_or_else(|| format!("step {} needs either part (1 to 100) or after", step.id))?;
        if at < before || !seen.insert(&step.id) {
            return Err(format!("step {} stands before the one it follows, or twice", step.id));
        }
        if step.unassigned.is_some_and(|early| early < 0 || early > at.1) {
            return Err(format!("step {} comes later for a file that nobody took on", step.id));
        }
        if !matches!(step.to.as_str(), "handler" | "head" | "division") && !units.contains(&step.to) {
            return Err(format!("step {} goes to {}, which is no unit", step.id, step.to));
        }
        before = at;
    }
    Ok(())
}

impl Rung {
    /// Its place in the order of steps: parts first, then what comes after the end.
    fn place(&self) -> Option<(i64, i64)> {
        match (self.part, self.after) {
            (Some(part), None) if (1..=100).contains(&part) => Some((0, part)),
            (None, Some(after)) if (0..=10_000).contains(&after) => Some((1, after)),
            _ => None,
        }
    }
}
