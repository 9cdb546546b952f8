//! Answers as a program sends them, turned into what a person would have typed: from there on the rules are the same. Pure.

use kernel::Refusal;
use platform::Json;
use platform::json::Map;
use procedures::{Procedure, Question, QuestionKind, Typed};

/// Names under which the place of a request is typed.
pub const PLACE: [&str; 3] = ["lat", "lon", "quarter"];

/// The parts of an answer that has some, by their names.
pub fn parts(kind: QuestionKind) -> &'static [&'static str] {
    match kind {
        QuestionKind::Person => &["name", "card", "birth"],
        QuestionKind::Company => &["name", "ice", "register"],
        QuestionKind::Place => &PLACE,
        _ => &[],
    }
}

/// Each question that was sent, with what it holds from now on. What no form asks for is refused, and so is what has another
/// shape than its question.
pub fn read(procedure: &Procedure, sent: &Map<String, Json>) -> Result<Vec<(String, Typed)>, Vec<Refusal>> {
    let mut wrong = Vec::new();
    let mut given = Vec::new();
    for (name, value) in sent {
        let question = procedure.question(name).filter(|question| question.page.is_some() && question.value.is_none());
        match question.map(|question| typed(question, value)) {
            Some(Some(typed)) => given.push((name.clone(), typed)),
            Some(None) => wrong.push(Refusal::new("requests-shape-wrong").at(name)),
            None => wrong.push(Refusal::new("requests-field-unknown").at(name)),
        }
    }
    if wrong.is_empty() { Ok(given) } else { Err(wrong) }
}

/// Whether a typed name belongs to a question: itself, a part of it, a cell of it.
pub fn is_of(question: &str, name: &str) -> bool {
    let below = |name: &str| name.strip_prefix(question).is_some_and(|rest| rest.starts_with('.'));
    name == question || below(name) || (question == "place" && PLACE.contains(&name))
}

/// `None` when the value has not the shape of its question.
fn typed(question: &Question, value: &Json) -> Option<Typed> {
    let mut typed = Typed::new();
    match (question.kind, value) {
        (_, Json::Null) => {}
        (QuestionKind::Table, Json::Array(rows)) => {
            for (number, row) in rows.iter().enumerate() {
                for (column, cell) in row.as_object()? {
                    question.columns.iter().find(|known| known.id == *column)?;
                    put(&mut typed, format!("{}.{number}.{column}", question.id), cell)?;
                }
            }
        }
        (QuestionKind::Choices, Json::Array(list)) => {
            let values = list.iter().map(plain).collect::<Option<Vec<String>>>()?;
            typed.insert(question.id.clone(), values);
        }
        (kind, Json::Object(sent)) => {
            for (part, cell) in sent {
                parts(kind).iter().find(|known| *known == part)?;
                let name = if kind == QuestionKind::Place { part.clone() } else { format!("{}.{part}", question.id) };
                put(&mut typed, name, cell)?;
            }
        }
        (kind, value) if parts(kind).is_empty() && kind != QuestionKind::Table => put(&mut typed, question.id.clone(), value)?,
        _ => return None,
    }
    Some(typed)
}

fn put(typed: &mut Typed, name: String, value: &Json) -> Option<()> {
    if !value.is_null() {
        typed.insert(name, vec![plain(value)?]);
    }
    Some(())
}

/// One value as it is typed: numbers with western digits, yes and no as words.
fn plain(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        _ => None,
    }
}

/// What a draft holds, in the shape in which it is sent.
pub fn told(procedure: &Procedure, typed: &Typed) -> Map<String, Json> {
    let mut all = Map::new();
    for question in procedure.questions.iter().filter(|question| question.page.is_some()) {
        let value = shape(question, typed);
        if !value.is_null() {
            all.insert(question.id.clone(), value);
        }
    }
    all
}

fn shape(question: &Question, typed: &Typed) -> Json {
    let first = |name: &str| typed.get(name).and_then(|values| values.first()).map(|text| Json::from(text.as_str()));
    match question.kind {
        QuestionKind::Choices => typed.get(&question.id).map_or(Json::Null, |values| Json::from(values.clone())),
        QuestionKind::Table => table(question, typed),
        kind if !parts(kind).is_empty() => {
            let name = |part: &str| if kind == QuestionKind::Place { part.to_owned() } else { format!("{}.{part}", question.id) };
            let held: Map<String, Json> =
                parts(kind).iter().filter_map(|part| Some(((*part).to_owned(), first(&name(part))?))).collect();
            if held.is_empty() { Json::Null } else { Json::Object(held) }
        }
        _ => first(&question.id).unwrap_or_default(),
    }
}

fn table(question: &Question, typed: &Typed) -> Json {
    let mut rows: Vec<(usize, Map<String, Json>)> = Vec::new();
    let below = format!("{}.", question.id);
    for (name, values) in typed {
        let Some((number, column)) = name.strip_prefix(&below).and_then(|rest| rest.split_once('.')) else { continue };
        let (Ok(number), Some(value)) = (number.parse::<usize>(), values.first()) else { continue };
        if rows.iter().all(|(known, _)| *known != number) {
            rows.push((number, Map::new()));
        }
        if let Some((_, row)) = rows.iter_mut().find(|(known, _)| *known == number) {
            row.insert(column.to_owned(), Json::from(value.as_str()));
        }
    }
    rows.sort_by_key(|(number, _)| *number);
    if rows.is_empty() { Json::Null } else { rows.into_iter().map(|(_, row)| Json::Object(row)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::json::json;

    fn question(id: &str, kind: QuestionKind, columns: Vec<Question>) -> Question {
        let mut question: Question =
            platform::json::from_value(json!({ "id": id, "kind": "text", "label": { "ar": "س", "fr": "q" } })).unwrap();
        (question.kind, question.columns) = (kind, columns);
        question
    }

    #[test]
    fn what_is_sent_comes_back_in_the_same_shape() {
        let column = question("surface", QuestionKind::Number, Vec::new());
        let cases = [
            (question("a", QuestionKind::Text, vec![]), json!("عربي"), Some(json!("عربي"))),
            (question("a", QuestionKind::Number, vec![]), json!(12), Some(json!("12"))),
            (question("a", QuestionKind::YesNo, vec![]), json!(true), Some(json!("yes"))),
            (question("a", QuestionKind::Choices, vec![]), json!(["x", "y"]), Some(json!(["x", "y"]))),
            (question("a", QuestionKind::Person, vec![]), json!({ "name": "ليلى" }), Some(json!({ "name": "ليلى" }))),
            (
                question("a", QuestionKind::Table, vec![column.clone()]),
                json!([{ "surface": 3 }]),
                Some(json!([{ "surface": "3" }])),
            ),
            (question("place", QuestionKind::Place, vec![]), json!({ "lat": 34.05 }), Some(json!({ "lat": "34.05" }))),
            (question("a", QuestionKind::Text, vec![]), json!(null), Some(json!(null))),
            (question("a", QuestionKind::Person, vec![]), json!("ليلى"), None),
            (question("a", QuestionKind::Person, vec![]), json!({ "age": 3 }), None),
            (question("a", QuestionKind::Table, vec![column]), json!([{ "colour": 3 }]), None),
            (question("a", QuestionKind::Text, vec![]), json!(["x"]), None),
            (question("a", QuestionKind::Choices, vec![]), json!([["x"]]), None),
        ];
        for (question, sent, expected) in cases {
            assert_eq!(typed(&question, &sent).map(|typed| shape(&question, &typed)), expected, "{sent}");
        }
    }

    #[test]
    fn a_part_belongs_to_its_question_only() {
        for (question, name, own) in [
            ("applicant", "applicant.name", true),
            ("applicant", "applicant", true),
            ("applicant", "applicants", false),
            ("place", "lat", true),
            ("place", "place_words", false),
        ] {
            assert_eq!(is_of(question, name), own, "{question} {name}");
        }
    }
}
