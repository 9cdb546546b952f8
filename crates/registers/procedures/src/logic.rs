//! Conditions and formulas: one evaluator, here, for every door.

use platform::Json;

/// Whether a condition holds over the answers given so far. A condition that fails to run shows the question: the
/// loader has refused those that cannot be read.
pub fn holds(condition: &str, answers: &Json) -> bool {
    match datalogic_rs::eval_str(condition, answers.to_string().as_str()) {
        Ok(text) => !matches!(text.as_str(), "false" | "null" | "0" | "\"\"" | "[]"),
        Err(_) => true,
    }
}

/// The value of a formula; nothing when it cannot be computed from these answers.
pub fn value(formula: &str, answers: &Json) -> Option<Json> {
    let text = datalogic_rs::eval_str(formula, answers.to_string().as_str()).ok()?;
    serde_json::from_str(&text).ok().filter(|value: &Json| !value.is_null())
}

/// A whole number of centimes; a fraction is rounded to the nearest.
pub fn centimes(formula: &str, answers: &Json) -> Option<i64> {
    let value = value(formula, answers)?;
    let number = value.as_f64().or_else(|| value.as_str()?.parse().ok())?;
    (number.is_finite() && number.abs() < 1e15).then(|| number.round() as i64)
}

/// Whether a text is a rule that can be run; the reason when it is not.
pub fn readable(rule: &str) -> Result<Json, String> {
    let logic: Json = serde_json::from_str(rule).map_err(|error| error.to_string())?;
    datalogic_rs::compile(rule).map_err(|error| error.to_string())?;
    Ok(logic)
}

/// The first part of every variable that a rule names, outside of `map`, `filter` and their like, whose own rows they name.
pub fn variables(logic: &Json) -> Vec<String> {
    const OVER_ROWS: [&str; 6] = ["map", "filter", "reduce", "all", "some", "none"];
    match logic {
        Json::Object(map) => map
            .iter()
            .flat_map(|(operator, value)| match (operator.as_str(), value) {
                ("var", Json::String(name)) => vec![first(name)],
                ("var", Json::Array(list)) => list.first().and_then(Json::as_str).map(first).into_iter().collect(),
                (over, Json::Array(list)) if OVER_ROWS.contains(&over) => list.first().map(variables).unwrap_or_default(),
                _ => variables(value),
            })
            .collect(),
        Json::Array(list) => list.iter().flat_map(variables).collect(),
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
