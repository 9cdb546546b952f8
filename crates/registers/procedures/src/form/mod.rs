//! The form of a procedure: what to ask, and the answers once checked. The same rules for web, API and counter.

mod answer;
mod limits;
mod sample;
mod settle;
mod typed;

pub use answer::{centimes, date as read_day};
pub use limits::Limit;
pub use sample::sample;
pub use settle::{Shown, fees, lacking, pieces, settle};
pub use typed::typed;

use crate::logic::{self, holds};
use crate::model::{Procedure, Question, QuestionKind};
use kernel::{Label, Refusal};
use platform::{Json, Problem, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What was typed, by question: one or several values. A part of a person or company is `question.part`, a cell of a table
/// `question.row.column`.
pub type Typed = BTreeMap<String, Vec<String>>;

/// Checked answers, by question id. Hidden questions are absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Json>);

impl Answers {
    pub fn text(&self, id: &str) -> Option<&str> {
        self.0.get(id).and_then(Json::as_str).filter(|text| !text.is_empty())
    }

    /// A part of an answer that has parts, such as the name of a person.
    pub fn part(&self, id: &str, part: &str) -> Option<&str> {
        self.0.get(id).and_then(|answer| answer.get(part)).and_then(Json::as_str).filter(|text| !text.is_empty())
    }

    pub fn to_json(&self) -> Json {
        Json::Object(self.0.clone().into_iter().collect())
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
    pub min: Option<i64>,
    pub decimals: u8,
    pub options: Vec<crate::model::Choice>,
    pub show_if: Option<String>,
    pub values: Vec<String>,
    /// Values of its parts and cells, by their names.
    pub parts: BTreeMap<String, String>,
    pub columns: Vec<FormField>,
}

/// The questions of one page of the form, with what was typed so far.
pub fn fields(procedure: &Procedure, page: &str, typed: &Typed) -> Vec<FormField> {
    let of_page = procedure.questions.iter().filter(|question| question.page.as_deref() == Some(page));
    of_page.map(|question| field(question, typed)).collect()
}

/// One question with what was typed so far.
pub fn field(question: &Question, typed: &Typed) -> FormField {
    let below = format!("{}.", question.id);
    let parts = typed.range(below.clone()..).take_while(|(name, _)| name.starts_with(&below));
    FormField {
        name: question.id.clone(),
        kind: question.kind,
        label: question.label.clone(),
        hint: question.hint.clone(),
        required: question.required && question.show_if.is_none(),
        max: question.max,
        min: question.min,
        decimals: question.decimals,
        options: question.options.clone(),
        show_if: question.show_if.clone(),
        values: typed.get(&question.id).cloned().unwrap_or_default(),
        parts: parts
            .map(|(name, values)| (name[below.len()..].to_owned(), values.first().cloned().unwrap_or_default()))
            .collect(),
        columns: question.columns.iter().map(|column| field(column, &Typed::new())).collect(),
    }
}

/// Checks what was typed against the questions. Photos, places and numbers of assets are checked by the module that
/// knows them; here they pass as they are.
pub fn check(questions: &[Question], typed: &Typed) -> Result<Answers> {
    check_with(questions, typed, &Json::Object(Default::default()))
}

/// The same, where conditions and formulas may also name what stands in `with`: the commune's tariffs and today.
pub fn check_with(questions: &[Question], typed: &Typed, with: &Json) -> Result<Answers> {
    let read = read(questions, typed, with);
    if read.wrong.is_empty() { Ok(read.answers) } else { Err(Problem::Invalid(read.wrong)) }
}

/// A form as far as it was filled.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    pub answers: Answers,
    /// What is wrong or missing, each beside its field.
    pub wrong: Vec<Refusal>,
    /// The questions that show with these answers.
    pub asked: BTreeSet<String>,
    /// The answers as conditions see them.
    pub context: Json,
}

impl Read {
    /// What is wrong with the questions of one page.
    pub fn wrong_on(&self, procedure: &Procedure, page: &str) -> Vec<Refusal> {
        let of_page = |field: &str| {
            let id = field.split('.').next().unwrap_or(field);
            procedure.question(id).is_some_and(|question| question.page.as_deref() == Some(page))
        };
        self.wrong.iter().filter(|refusal| refusal.field.as_deref().is_some_and(of_page)).cloned().collect()
    }
}

/// Reads what was typed so far, question after question.
pub fn read(questions: &[Question], typed: &Typed, with: &Json) -> Read {
    let mut read = Read { context: with.clone(), ..Read::default() };
    for question in questions {
        if question.show_if.as_ref().is_some_and(|condition| !holds(condition, &read.context)) {
            continue; // hidden = absent, before the next condition is looked at
        }
        read.asked.insert(question.id.clone());
        let given = match &question.value {
            Some(formula) => Ok(logic::value(formula, &read.context).unwrap_or_default()),
            None => answer::of(question, typed, &read.context),
        };
        match given {
            Ok(Json::Null) if question.required && !elsewhere(question.kind) => {
                read.wrong.push(Refusal::new("procedures-needed").at(answer::first_part(question).as_str()))
            }
            Ok(Json::Null) => {}
            Ok(value) => {
                read.context[question.id.as_str()] = value.clone();
                read.answers.0.insert(question.id.clone(), value);
            }
            Err(refusals) => read.wrong.extend(refusals),
        }
    }
    read
}

/// Kinds that another module checks, and what asks nothing.
pub(crate) fn elsewhere(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::Photo | QuestionKind::Place | QuestionKind::Asset | QuestionKind::Info | QuestionKind::Computed)
}
