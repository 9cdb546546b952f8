//! Conditions and formulas: one evaluator, here, for every door.

mod allowed;
mod condition;

use kernel::Refusal;
use platform::Json;
use platform::json::Map;

/// Bytes of the answers that one rule reads: the largest table a form takes.
const READ_MOST: usize = 4_000_000;
/// Bytes of what a formula gives.
const VALUE_MOST: usize = 2_000;

/// Whether a condition holds over the answers given so far. One that hangs on a question without an answer is not met, unless
/// it asks for that very absence. A condition that fails to run shows the question: the loader has refused those that cannot
/// be read.
pub fn holds(condition: &str, answers: &Json) -> bool {
    match parsed(condition) {
        Ok(logic) => condition::verdict(&logic, answers).is_none_or(|verdict| verdict == Some(true)),
        Err(_) => true,
    }
}

/// The value of a formula; nothing when it cannot be computed from these answers.
pub fn value(formula: &str, answers: &Json) -> Option<Json> {
    let value = evaluated(&parsed(formula).ok()?, answers)?;
    let single = !value.is_array() && !value.is_object() && value.as_str().is_none_or(|text| text.len() <= VALUE_MOST);
    single.then_some(value).filter(|value| !value.is_null())
}

/// A whole number of centimes; a fraction is rounded to the nearest.
pub fn centimes(formula: &str, answers: &Json) -> Option<i64> {
    let value = value(formula, answers)?;
    let number = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
    (number.is_finite() && number.abs() < 1e15).then(|| number.round() as i64)
}

/// What JsonLogic itself makes of a rule over the answers that it names; nothing when it cannot be run.
fn evaluated(logic: &Json, answers: &Json) -> Option<Json> {
    let data = read_by(logic, answers).to_string();
    if data.len() > READ_MOST {
        return None;
    }
    let text = datalogic_rs::eval_str(logic.to_string().as_str(), data.as_str()).ok()?;
    serde_json::from_str(&text).ok()
}

/// Only the answers that a rule names: what it costs to run does not grow with the rest of the form.
fn read_by(logic: &Json, answers: &Json) -> Json {
    let named = variables(logic).into_iter();
    Json::Object(named.filter_map(|name| answers.get(&name).map(|value| (name, value.clone()))).collect::<Map<_, _>>())
}

/// Whether a text is a rule that a procedure may run; the reason when it is not.
pub fn readable(rule: &str) -> Result<Json, Refusal> {
    let logic = parsed(rule)?;
    datalogic_rs::compile(rule).map_err(unreadable)?;
    Ok(logic)
}

/// A rule that says nothing it may not, whoever wrote it and whenever: a draft is run before it is judged.
fn parsed(rule: &str) -> Result<Json, Refusal> {
    allowed::length(rule)?;
    let logic: Json = serde_json::from_str(rule).map_err(unreadable)?;
    allowed::rule(&logic)?;
    Ok(logic)
}

fn unreadable(why: impl std::fmt::Display) -> Refusal {
    Refusal::new("procedures-fault-rule").with("text", why)
}

/// The first part of every answer that a rule names, outside of `filter`, `some` and their like, whose own rows they name.
pub fn variables(logic: &Json) -> Vec<String> {
    match logic {
        Json::Object(map) => map
            .iter()
            .flat_map(|(operator, value)| match (operator.as_str(), value) {
                ("var", Json::String(name)) => vec![first(name)],
                ("var", Json::Array(list)) => list.first().and_then(Json::as_str).map(first).into_iter().collect(),
                ("missing" | "missing_some", value) => names(value),
                (over, Json::Array(list)) if allowed::OVER_ROWS.contains(&over) => {
                    list.first().map(variables).unwrap_or_default()
                }
                _ => variables(value),
            })
            .collect(),
        Json::Array(list) => list.iter().flat_map(variables).collect(),
        _ => Vec::new(),
    }
}

/// The answers that a rule wants to know the absence of.
fn names(value: &Json) -> Vec<String> {
    match value {
        Json::String(name) => vec![first(name)],
        Json::Array(list) => list.iter().flat_map(names).collect(),
        _ => Vec::new(),
    }
}

/// The tariffs that a rule names.
pub fn tariffs(logic: &Json) -> Vec<String> {
    match logic {
        Json::Object(map) => map
            .iter()
            .flat_map(|(operator, value)| match (operator.as_str(), value) {
                ("var", Json::String(name)) => name.strip_prefix("tariff.").map(str::to_owned).into_iter().collect(),
                _ => tariffs(value),
            })
            .collect(),
        Json::Array(list) => list.iter().flat_map(tariffs).collect(),
        _ => Vec::new(),
    }
}

fn first(name: &str) -> String {
    name.split('.').next().unwrap_or(name).to_owned()
}

/// What the evaluator makes of any rule, for the reference tests of JsonLogic.
#[cfg(test)]
pub fn reference(rule: &Json, data: &Json) -> Option<Json> {
    let text = datalogic_rs::eval_str(rule.to_string().as_str(), data.to_string().as_str()).ok()?;
    serde_json::from_str(&text).ok()
}
