//! The form of a procedure: what to ask, and the answers once checked. The same rules for web, API and counter.

use crate::model::{Procedure, Question, QuestionKind};
use crate::rules::holds;
use kernel::text::{self, TextFault};
use kernel::{Email, Label, Phone, Refusal};
use platform::{Json, Problem, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const TEXT_MOST: usize = 2_000;

/// What was typed, by question: one or several values.
pub type Typed = BTreeMap<String, Vec<String>>;

/// Checked answers, by question id. Hidden questions are absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Json>);

impl Answers {
    pub fn text(&self, id: &str) -> Option<&str> {
        self.0.get(id).and_then(Json::as_str).filter(|text| !text.is_empty())
    }
}

/// One question with what to show beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormField {
    pub name: String,
    pub kind: QuestionKind,
    pub label: Label,
    pub hint: Option<Label>,
    pub required: bool,
    pub max: Option<i64>,
    pub options: Vec<crate::model::Choice>,
    pub show_if: Option<String>,
    pub values: Vec<String>,
}

/// The questions of one page of the form, with what was typed so far.
pub fn fields(procedure: &Procedure, page: &str, typed: &Typed) -> Vec<FormField> {
    let of_page = procedure.questions.iter().filter(|question| question.page.as_deref() == Some(page));
    of_page.map(|question| field(question, typed)).collect()
}

fn field(question: &Question, typed: &Typed) -> FormField {
    FormField {
        name: question.id.clone(),
        kind: question.kind,
        label: question.label.clone(),
        hint: question.hint.clone(),
        required: question.required && question.show_if.is_none(),
        max: question.max,
        options: question.options.clone(),
        show_if: question.show_if.clone(),
        values: typed.get(&question.id).cloned().unwrap_or_default(),
    }
}

/// Checks what was typed against the questions. Photos, places and numbers of assets are checked by the module that
/// knows them; here they pass as they are.
pub fn check(questions: &[Question], typed: &Typed) -> Result<Answers> {
    let mut answers = Json::Object(Default::default());
    let mut wrong = Vec::new();
    let mut checked = Answers::default();
    for question in questions {
        if question.show_if.as_ref().is_some_and(|condition| !holds(condition, &answers)) {
            continue; // hidden = absent, before the next condition is looked at
        }
        let values: Vec<&str> = typed
            .get(&question.id)
            .map(|list| list.iter().map(|v| v.trim()).filter(|v| !v.is_empty()).collect())
            .unwrap_or_default();
        match answer(question, &values) {
            Ok(Json::Null) if question.required && !elsewhere(question.kind) => {
                wrong.push(Refusal::new("procedures-needed").at(&question.id))
            }
            Ok(Json::Null) => {}
            Ok(value) => {
                answers[question.id.as_str()] = value.clone();
                checked.0.insert(question.id.clone(), value);
            }
            Err(refusal) => wrong.push(refusal.at(&question.id)),
        }
    }
    if wrong.is_empty() { Ok(checked) } else { Err(Problem::Invalid(wrong)) }
}

/// Kinds that another module checks.
fn elsewhere(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::Photo | QuestionKind::Place | QuestionKind::Asset)
}

fn answer(question: &Question, values: &[&str]) -> Result<Json, Refusal> {
    let Some(first) = values.first() else { return Ok(Json::Null) };
    match question.kind {
        QuestionKind::Text => {
            let most = question.max.and_then(|max| usize::try_from(max).ok()).unwrap_or(TEXT_MOST);
            text::clean_lines(first, most).map(Json::from).map_err(|fault| match fault {
                TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max),
                TextFault::Empty => Refusal::new("procedures-needed"),
            })
        }
        QuestionKind::Choice => {
            let known = question.options.iter().any(|option| option.id == *first);
            if known { Ok(Json::from(*first)) } else { Err(Refusal::new("procedures-not-offered")) }
        }
        QuestionKind::YesNo => match *first {
            "yes" | "true" | "1" => Ok(Json::Bool(true)),
            "no" | "false" | "0" => Ok(Json::Bool(false)),
            _ => Err(Refusal::new("procedures-not-offered")),
        },
        QuestionKind::Number => {
            let digits: String = first.chars().map(text::western_digit).filter(|c| !c.is_whitespace()).collect();
            digits.parse::<i64>().map(Json::from).map_err(|_| Refusal::new("procedures-not-a-number"))
        }
        QuestionKind::Phone => match Phone::parse(first) {
            Some(phone) => Ok(Json::from(phone.as_str())),
            None => Err(Refusal::new("procedures-not-a-phone")),
        },
        QuestionKind::Email => match Email::parse(first) {
            Some(email) => Ok(Json::from(email.as_str())),
            None => Err(Refusal::new("procedures-not-an-email")),
        },
        QuestionKind::Photo | QuestionKind::Place | QuestionKind::Asset => Ok(Json::from(*first)),
    }
}
