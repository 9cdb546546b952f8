//! States, actions and clocks: one start, every state reachable, a way out for someone who exists, every clock with an effect.

use super::Known;
use crate::fault::Fault;
use crate::model::{Action, Procedure};
use crate::service::{Output, Sign};
use std::collections::BTreeSet;

/// What an action may require besides what is typed: things that must hold of the case.
pub const HOLDS: [&str; 11] =
    ["pieces", "completion", "paid", "opinions", "sitting", "visit", "paper", "entry", "doubts", "corrected", "letter"];
const GIVEN: [&str; 7] = ["words", "reason", "outcome", "date", "unit", "case", "list"];
const ON_DUE: [&str; 4] = ["notify_head", "escalate", "act", "penalty"];

pub fn faults(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let mut found = names(procedure, known);
    if found.is_empty() {
        found.extend(ways(procedure));
    }
    found.extend(clocks(procedure));
    found.extend(papers(procedure, known));
    found
}

fn names(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let mut found = Vec::new();
    if procedure.states.iter().filter(|state| state.start).count() != 1 {
        found.push(Fault::new(&["state"], "one-start"));
    }
    for action in &procedure.actions {
        let at = |key: &'static str| ["action", &action.id, key].map(str::to_owned).to_vec();
        let wrong = |key, name: &str, value: &str| Fault { at: at(key), ..Fault::new(&[], name).with("name", value) };
        let states = action.from.iter().map(|from| ("from", from)).chain([("to", &action.to)]);
        found.extend(states.filter(|(_, id)| procedure.state(id).is_none()).map(|(key, id)| wrong(key, "state-unknown", id)));
        found.extend(action.by.iter().filter(|by| !is_somebody(by, known)).map(|by| wrong("by", "nobody", by)));
        if action.by.is_empty() {
            found.push(wrong("by", "nobody", ""));
        }
        let needs = action.requires.iter().filter(|need| !HOLDS.contains(&need.as_str()) && !GIVEN.contains(&need.as_str()));
        found.extend(needs.map(|need| wrong("requires", "need-unknown", need)));
        let outcome = action.outcome.iter().filter(|id| procedure.outcome(id).is_none());
        found.extend(outcome.map(|id| wrong("outcome", "name-unknown", id)));
        let clocks = action.first_half_of.iter().chain(action.extends.as_ref().map(|extend| &extend.clock));
        found.extend(clocks.filter(|id| procedure.clock(id).is_none()).map(|id| wrong("extends", "clock-unknown", id)));
    }
    found
}

fn is_somebody(by: &str, known: &Known) -> bool {
    matches!(by, "applicant" | "system") || known.permissions.contains(by)
}

fn ways(procedure: &Procedure) -> Vec<Fault> {
    let mut reached: BTreeSet<&str> =
        procedure.states.iter().filter(|state| state.start || state.incomplete).map(|state| state.id.as_str()).collect();
    loop {
        let leaves = |action: &&Action| action.from.iter().any(|from| reached.contains(from.as_str()));
        let more: BTreeSet<&str> = procedure.actions.iter().filter(leaves).map(|action| action.to.as_str()).collect();
        if more.is_subset(&reached) {
            break;
        }
        reached.extend(more);
    }
    let mut found = Vec::new();
    for state in &procedure.states {
        if !reached.contains(state.id.as_str()) {
            found.push(Fault::new(&["state", &state.id], "unreachable").with("name", &state.id));
        }
        // What may always be done, such as to withdraw, is no way on.
        let way_out = procedure.actions_from(&state.id).any(|action| action.to != state.id && !action.anywhere);
        if !state.end && !way_out {
            found.push(Fault::new(&["state", &state.id], "no-way-out").with("name", &state.id));
        }
    }
    found
}

fn clocks(procedure: &Procedure) -> Vec<Fault> {
    let mut found = Vec::new();
    let answers = if procedure.is_request() { "decision" } else { "answer" };
    if procedure.clock(answers).is_none() {
        found.push(Fault::new(&["clock"], "no-answer-clock").with("name", answers));
    }
    for clock in &procedure.clocks {
        let at = ["clock", &clock.id];
        if clock.span <= 0 {
            found.push(Fault::new(&at, "no-length").with("name", &clock.id));
        }
        if clock.on_due.is_empty() {
            found.push(Fault::new(&["clock", &clock.id, "on_due"], "no-effect").with("name", &clock.id));
        }
        for due in &clock.on_due {
            let by_itself = |id: &String| procedure.action(id).is_some_and(|action| action.is_by("system"));
            let runs = due.act != "act" || due.rule.as_ref().is_some_and(by_itself);
            if !ON_DUE.contains(&due.act.as_str()) || !runs {
                found.push(Fault::new(&["clock", &clock.id, "on_due"], "effect-unknown").with("name", &due.act));
            }
        }
        let states = [&clock.starts, &clock.stops].into_iter().filter(|id| procedure.state(id).is_none());
        found.extend(states.map(|id| Fault::new(&at, "state-unknown").with("name", id)));
    }
    for state in &procedure.states {
        // A report's target may be left out; the law's clock may not.
        let paused = state.pauses.iter().filter(|id| procedure.clock(id).is_none() && *id != "service");
        found.extend(paused.map(|id| Fault::new(&["state", &state.id, "pauses"], "clock-unknown").with("name", id)));
    }
    found
}

/// Who signs before the one who decides: roles that exist, each once, on a paper that somebody signs at all.
fn signers(output: &Output, known: &Known) -> Vec<Fault> {
    const MOST: usize = 4;
    let (at, first) = (["output", output.id.as_str(), "first_signed_by"], &output.first_signed_by);
    let unknown = first.iter().filter(|role| !known.roles.contains(*role));
    let mut found: Vec<Fault> = unknown.map(|role| Fault::new(&at, "name-unknown").with("name", role)).collect();
    let again = first.iter().enumerate().filter(|(place, role)| first[..*place].contains(role));
    found.extend(again.map(|(_, role)| Fault::new(&at, "twice").with("name", role)));
    if first.len() > MOST || (!first.is_empty() && output.sign != Sign::Qualified) {
        found.push(Fault::new(&at, "signers").with("name", &output.id).with("most", MOST));
    }
    found
}

/// The papers it delivers and the opinions it asks.
fn papers(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    const TEMPLATES: [&str; 5] = ["permit", "refusal", "certificate", "silence", "receipt"];
    let mut found = Vec::new();
    for output in &procedure.service.outputs {
        let states = output.on.iter().filter(|id| procedure.state(id).is_none());
        found.extend(states.map(|id| Fault::new(&["output", &output.id, "on"], "state-unknown").with("name", id)));
        if !TEMPLATES.contains(&output.template.as_str()) {
            found.push(Fault::new(&["output", &output.id, "template"], "name-unknown").with("name", &output.template));
        }
        found.extend(signers(output, known));
        if output.valid.as_ref().is_some_and(|valid| !valid.makes_sense()) {
            found.push(Fault::new(&["output", &output.id, "valid"], "valid").with("name", &output.id));
        }
    }
    for opinion in &procedure.service.opinions {
        let at = ["opinion", &opinion.id];
        if procedure.state(&opinion.on).is_none() {
            found.push(Fault::new(&at, "state-unknown").with("name", &opinion.on));
        }
        if !known.units.contains(&opinion.unit) {
            found.push(Fault::new(&at, "unit-unknown").with("name", &opinion.unit));
        }
        if opinion.span <= 0 {
            found.push(Fault::new(&at, "no-length").with("name", &opinion.id));
        }
    }
    found
}
