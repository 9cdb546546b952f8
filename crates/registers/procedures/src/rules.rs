//! The law of a procedure's declaration, and its conditions. No database, no clock, no language.

use crate::catalog::Catalog;
use crate::model::{Procedure, Question};
use platform::Json;
use std::collections::BTreeSet;

/// Whether a condition holds over the answers given so far. A condition that fails to run shows the question: the
/// loader has refused those that cannot be read.
pub fn holds(condition: &str, answers: &Json) -> bool {
    match datalogic_rs::eval_str(condition, answers.to_string().as_str()) {
        Ok(text) => !matches!(text.as_str(), "false" | "null" | "0" | "\"\"" | "[]"),
        Err(_) => true,
    }
}

/// Refuses a procedure that would leave someone before a wall (citizen-services 5.4).
pub fn sound(procedure: &Procedure, known: &Catalog) -> Result<(), String> {
    if known.procedures.contains_key(&procedure.id) {
        return Err("the id is taken".into());
    }
    if known.procedures.values().any(|other| other.code == procedure.code) {
        return Err(format!("the code {} is taken", procedure.code));
    }
    if !known.groups.iter().any(|group| group.id == procedure.group) {
        return Err(format!("the group {} is unknown", procedure.group));
    }
    if procedure.route.is_empty() {
        return Err("no unit takes it".into());
    }
    if procedure.clock("answer").is_none() {
        return Err("it has no clock for the answer".into());
    }
    labels(procedure)?;
    questions(&procedure.questions)?;
    questions(&procedure.survey)?;
    states(procedure)?;
    clocks(procedure)
}

fn labels(procedure: &Procedure) -> Result<(), String> {
    let titles = std::iter::once(&procedure.title)
        .chain(procedure.questions.iter().map(|q| &q.label))
        .chain(procedure.states.iter().map(|s| &s.name));
    for label in titles {
        if label.ar.trim().is_empty() || label.fr.trim().is_empty() {
            return Err(format!("a text lacks Arabic or French: {label:?}"));
        }
    }
    Ok(())
}

/// Ids are unique, conditions can be read and look only backwards.
fn questions(questions: &[Question]) -> Result<(), String> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for question in questions {
        if let Some(condition) = &question.show_if {
            let logic: Json = serde_json::from_str(condition).map_err(|error| format!("question {}: {error}", question.id))?;
            datalogic_rs::compile(condition.as_str()).map_err(|error| format!("question {}: {error}", question.id))?;
            if let Some(forward) = variables(&logic).into_iter().find(|name| !seen.contains(name.as_str())) {
                return Err(format!("question {} depends on {forward}, which does not come before it", question.id));
            }
        }
        if !seen.insert(&question.id) {
            return Err(format!("two questions are called {}", question.id));
        }
    }
    Ok(())
}

fn variables(logic: &Json) -> Vec<String> {
    match logic {
        Json::Object(map) => map
            .iter()
            .flat_map(|(operator, value)| match (operator.as_str(), value) {
                ("var", Json::String(name)) => vec![name.clone()],
                ("var", Json::Array(list)) => list.first().and_then(Json::as_str).map(str::to_owned).into_iter().collect(),
                _ => variables(value),
            })
            .collect(),
        Json::Array(list) => list.iter().flat_map(variables).collect(),
        _ => Vec::new(),
    }
}

/// One start, every state reachable, a way out of every state that is not an end.
fn states(procedure: &Procedure) -> Result<(), String> {
    if procedure.states.iter().filter(|state| state.start).count() != 1 {
        return Err("it needs exactly one state to start in".into());
    }
    for action in &procedure.actions {
        let names = action.from.iter().chain(std::iter::once(&action.to));
        if let Some(unknown) = names.into_iter().find(|id| procedure.state(id).is_none()) {
            return Err(format!("action {} names the unknown state {unknown}", action.id));
        }
    }
    let mut reached: BTreeSet<&str> = procedure.start().map(|state| state.id.as_str()).into_iter().collect();
    loop {
        let more: BTreeSet<&str> = procedure
            .actions
            .iter()
            .filter(|action| action.from.iter().any(|from| reached.contains(from.as_str())))
            .map(|action| action.to.as_str())
            .collect();
        if more.is_subset(&reached) {
            break;
        }
        reached.extend(more);
    }
    for state in &procedure.states {
        if !reached.contains(state.id.as_str()) {
            return Err(format!("nothing leads to the state {}", state.id));
        }
        if !state.end && procedure.actions_from(&state.id).next().is_none() {
            return Err(format!("nothing leads out of the state {}", state.id));
        }
    }
    Ok(())
}

fn clocks(procedure: &Procedure) -> Result<(), String> {
    for clock in &procedure.clocks {
        if clock.span <= 0 {
            return Err(format!("clock {} has no length", clock.id));
        }
        if clock.on_due.is_empty() {
            return Err(format!("clock {} does nothing when it runs out", clock.id));
        }
        if let Some(unknown) = [&clock.starts, &clock.stops].into_iter().find(|id| procedure.state(id).is_none()) {
            return Err(format!("clock {} names the unknown state {unknown}", clock.id));
        }
    }
    let paused = procedure.states.iter().flat_map(|state| &state.pauses);
    match paused.into_iter().find(|id| procedure.clock(id).is_none() && *id != "service") {
        Some(unknown) => Err(format!("a state pauses the unknown clock {unknown}")),
        None => Ok(()),
    }
}
