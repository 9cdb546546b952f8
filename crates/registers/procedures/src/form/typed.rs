//! Back from answers to what a person would have typed: for a request that takes up an earlier one.

use super::{Answers, Typed};
use crate::model::{Question, QuestionKind};
use platform::Json;

/// The fields of a form that give these answers again. Questions that do not exist any more are left out.
pub fn typed(questions: &[Question], answers: &Answers) -> Typed {
    let mut typed = Typed::new();
    for question in questions {
        if let Some(value) = answers.0.get(&question.id) {
            fill(&mut typed, question, value);
        }
    }
    typed
}

fn fill(typed: &mut Typed, question: &Question, value: &Json) {
    match (question.kind, value) {
        (QuestionKind::Info | QuestionKind::Computed, _) => {}
        (QuestionKind::Person | QuestionKind::Company, Json::Object(parts)) => {
            for (part, value) in parts {
                put(typed, format!("{}.{part}", question.id), text(value, question.kind));
            }
        }
        (QuestionKind::Table, Json::Array(rows)) => {
            for (row, cells) in rows.iter().enumerate() {
                for column in &question.columns {
                    let cell = cells.get(&column.id).and_then(|value| text(value, column.kind));
                    put(typed, format!("{}.{row}.{}", question.id, column.id), cell);
                }
            }
        }
        (_, Json::Array(values)) => {
            let chosen: Vec<String> = values.iter().filter_map(|value| text(value, question.kind)).collect();
            typed.insert(question.id.clone(), chosen);
        }
        (kind, value) => put(typed, question.id.clone(), text(value, kind)),
    }
}

fn put(typed: &mut Typed, name: String, value: Option<String>) {
    typed.extend(value.map(|value| (name, vec![value])));
}

fn text(value: &Json, kind: QuestionKind) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Json::Number(number) if kind == QuestionKind::Money => {
            let centimes = number.as_i64()?;
            Some(format!("{},{:02}", centimes / 100, centimes % 100))
        }
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
