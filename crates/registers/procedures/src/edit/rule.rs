//! Conditions as people say them: «when this question is this value», and the JsonLogic that says the same.

use crate::logic;
use crate::model::{Question, QuestionKind};
use platform::{Json, json::json};

/// How an answer is compared.
pub const OPERATORS: [&str; 7] = ["==", "!=", ">", ">=", "<", "<=", "in"];

/// A condition in three words; `value` holds several with commas for `in`.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Simple {
    pub of: String,
    pub is: String,
    pub value: String,
}

/// The condition in three words, when it can be said so.
pub fn simple(rule: &str) -> Option<Simple> {
    let logic = logic::readable(rule).ok()?;
    let (is, sides) = logic.as_object().filter(|map| map.len() == 1)?.iter().next()?;
    let sides = sides.as_array().filter(|sides| sides.len() == 2)?;
    let is = match is.as_str() {
        "===" => "==",
        "!==" => "!=",
        other => OPERATORS.iter().find(|known| **known == other)?,
    };
    let of = |side: &Json| side.get("var").and_then(Json::as_str).map(str::to_owned);
    let (of, value) = match (of(&sides[0]), of(&sides[1])) {
        (Some(of), None) => (of, &sides[1]),
        (None, Some(of)) if is == "in" => (of, &sides[0]),
        _ => return None,
    };
    let value = match value {
        Json::Array(list) if is == "in" => list.iter().map(plain).collect::<Option<Vec<_>>>()?.join(", "),
        other => plain(other)?,
    };
    Some(Simple { of, is: is.to_owned(), value })
}

fn plain(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(true) => Some("yes".into()),
        Json::Bool(false) => Some("no".into()),
        Json::Number(number) => Some(number.to_string()),
        Json::Null => Some(String::new()),
        _ => None,
    }
}

/// The JsonLogic of a condition in three words, its value read as the question's kind wants it.
pub fn written(simple: &Simple, questions: &[Question]) -> String {
    let question = questions.iter().find(|question| question.id == simple.of);
    let kind = question.map_or(QuestionKind::Text, |question| question.kind);
    let read = |text: &str| read(kind, text.trim());
    let var = json!({ "var": simple.of });
    let sides = match (simple.is.as_str(), kind) {
        // One answer of several is in the list of the chosen ones.
        ("in" | "==", QuestionKind::Choices) => return json!({ "in": [read(&simple.value), var] }).to_string(),
        ("in", _) => {
            let list: Vec<Json> = simple.value.split([',', '،']).filter(|word| !word.trim().is_empty()).map(read).collect();
            json!([var, list])
        }
        _ => json!([var, read(&simple.value)]),
    };
    let mut rule = platform::json::Map::new();
    rule.insert(simple.is.clone(), sides);
    Json::Object(rule).to_string()
}

fn read(kind: QuestionKind, text: &str) -> Json {
    let number = || text.parse::<i64>().map(Json::from);
    match kind {
        _ if text.is_empty() => Json::Null,
        QuestionKind::YesNo => Json::Bool(!matches!(text, "no" | "false" | "0" | "لا" | "non")),
        QuestionKind::Number | QuestionKind::Computed => number().unwrap_or_else(|_| Json::from(text)),
        QuestionKind::Money => crate::form::centimes(text).map_or_else(|| Json::from(text), Json::from),
        _ => Json::from(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_said_in_three_words_and_back() {
        let question = |kind: &str| -> Question {
            platform::json::from_value(json!({ "id": "q", "kind": kind, "label": { "ar": "س", "fr": "q" } })).unwrap()
        };
        for (kind, rule) in [
            ("choice", r#"{"==":[{"var":"q"},"other"]}"#),
            ("yesno", r#"{"==":[{"var":"q"},true]}"#),
            ("number", r#"{">":[{"var":"q"},3]}"#),
            ("choice", r#"{"in":[{"var":"q"},["a","b"]]}"#),
            ("choices", r#"{"in":["a",{"var":"q"}]}"#),
            ("text", r#"{"!=":[{"var":"q"},null]}"#),
        ] {
            let said = simple(rule).unwrap();
            assert_eq!(written(&said, &[question(kind)]), rule, "{said:?}");
        }
        assert_eq!(simple(r#"{"and":[{"==":[{"var":"a"},1]},true]}"#), None);
    }
}
