//! Plausible answers to any form: for the preview of a procedure, its trial and the demonstration.

use super::{Typed, read};
use crate::model::{Procedure, Question, QuestionKind};
use platform::Json;

/// Rounds of filling what the answers so far ask for.
const ROUNDS: usize = 12;

/// Fills what is required and missing until the form is accepted; what is already in `typed` stays.
pub fn sample(procedure: &Procedure, typed: &Typed, with: &Json) -> Typed {
    let mut typed = typed.clone();
    for _ in 0..ROUNDS {
        let read = read(&procedure.questions, &typed, with);
        if read.wrong.is_empty() {
            break;
        }
        for field in read.wrong.iter().filter_map(|refusal| refusal.field.as_deref()) {
            let id = field.split('.').next().unwrap_or(field);
            if let Some(question) = procedure.question(id) {
                typed.extend(values(question, &read.context));
            }
        }
    }
    typed
}

fn values(question: &Question, with: &Json) -> Vec<(String, Vec<String>)> {
    let part = |part: &str, value: &str| (format!("{}.{part}", question.id), vec![value.to_owned()]);
    match question.kind {
        QuestionKind::Person => vec![part("name", "ليلى بنعيسى"), part("card", "AB123456")],
        QuestionKind::Company => vec![part("name", "شركة الواحة"), part("ice", "001234567000089")],
        QuestionKind::Table => {
            let cell = |column: &Question| (format!("{}.0.{}", question.id, column.id), vec![value(column, with)]);
            question.columns.iter().map(cell).collect()
        }
        _ => vec![(question.id.clone(), vec![value(question, with)])],
    }
}

fn value(question: &Question, with: &Json) -> String {
    match question.kind {
        QuestionKind::Choice | QuestionKind::Choices => {
            question.options.first().map_or(String::new(), |option| option.id.clone())
        }
        QuestionKind::YesNo => "no".into(),
        QuestionKind::Number => question.min.unwrap_or(1).to_string(),
        QuestionKind::Money => (question.min.unwrap_or(100_000) / 100).max(1).to_string(),
        QuestionKind::Date => match super::limits::bounds(question, with) {
            (Some(first), _) => first.to_string(),
            (_, Some(last)) => last.to_string(),
            _ => with.get("today").and_then(Json::as_str).unwrap_or("2026-03-02").to_owned(),
        },
        QuestionKind::Parcel => "55097/20".into(),
        QuestionKind::Phone => "0612345678".into(),
        QuestionKind::Email => "leila@exemple.ma".into(),
        _ => {
            let most = question.max.and_then(|max| usize::try_from(max).ok()).unwrap_or(usize::MAX);
            "وصف قصير".chars().take(most).collect()
        }
    }
}
