//! Questions, pieces and fees: ids once, conditions that can be read, look backwards and can hold.

use super::Known;
use crate::fault::Fault;
use crate::form::Limit;
use crate::logic;
use crate::model::{Procedure, Question, QuestionKind};
use platform::{Json, json::json};
use std::collections::BTreeSet;

/// Names that every condition may use besides answers.
const ALWAYS: [&str; 2] = ["tariff", "today"];
/// The answers of a survey that are kept: they are counted alike in all procedures.
const SURVEY: [&str; 4] = ["solved", "satisfaction", "clear", "what_else"];
/// Answers tried to see whether a condition can ever hold.
const MOST_TRIED: usize = 4_000;

pub fn faults(procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let mut found = questions("question", &procedure.questions, procedure, known);
    let strange = procedure.survey.iter().filter(|question| !SURVEY.contains(&question.id.as_str()));
    found.extend(strange.map(|one| Fault::new(&["survey", &one.id], "survey-unknown").with("name", &one.id)));
    found.extend(questions("survey", &procedure.survey, procedure, known));
    let all: BTreeSet<&str> = procedure.questions.iter().map(|question| question.id.as_str()).collect();
    let look = |at: &[&str], rule: &str| rule_faults(at, rule, &all, known);
    let mut ids = BTreeSet::new();
    for piece in &procedure.service.pieces {
        if !ids.insert(&piece.id) {
            found.push(Fault::new(&["piece", &piece.id], "twice").with("name", &piece.id));
        }
        piece.condition.iter().for_each(|rule| found.extend(look(&["piece", &piece.id, "if"], rule)));
    }
    for fee in &procedure.service.fees {
        found.extend(look(&["fee", &fee.id, "amount"], &fee.amount));
        fee.condition.iter().for_each(|rule| found.extend(look(&["fee", &fee.id, "if"], rule)));
    }
    for opinion in &procedure.service.opinions {
        opinion.condition.iter().for_each(|rule| found.extend(look(&["opinion", &opinion.id, "if"], rule)));
    }
    found
}

fn questions(list: &'static str, questions: &[Question], procedure: &Procedure, known: &Known) -> Vec<Fault> {
    let mut found = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (place, question) in questions.iter().enumerate() {
        let at = [list, &question.id];
        if list == "question" && !procedure.pages.iter().any(|page| question.page.as_deref() == Some(&page.id)) {
            found.push(Fault::new(&at, "page-unknown").with("name", question.page.as_deref().unwrap_or("")));
        }
        let choice = matches!(question.kind, QuestionKind::Choice | QuestionKind::Choices);
        if choice && question.options.is_empty() {
            found.push(Fault::new(&at, "no-options").with("name", &question.id));
        }
        if question.kind == QuestionKind::Table && question.columns.is_empty() {
            found.push(Fault::new(&at, "no-columns").with("name", &question.id));
        }
        if question.kind == QuestionKind::Computed && question.value.is_none() {
            found.push(Fault::new(&at, "no-value").with("name", &question.id));
        }
        let rules = [("show_if", &question.show_if), ("value", &question.value)];
        for (key, rule) in rules.into_iter().filter_map(|(key, rule)| rule.as_ref().map(|rule| (key, rule))) {
            let wrong = rule_faults(&[list, &question.id, key], rule, &seen, known);
            let fine = wrong.is_empty();
            found.extend(wrong);
            if key == "show_if" && question.required && fine && !can_hold(rule, &questions[..place]) {
                found.push(Fault::new(&[list, &question.id, "show_if"], "never-shown").with("name", &question.id));
            }
        }
        found.extend(limits(&at, question, &questions[..place]));
        let columns = question.columns.iter();
        found.extend(columns.flat_map(|column| limits(&[list, &question.id, "columns"], column, &questions[..place])));
        if !seen.insert(&question.id) {
            found.push(Fault::new(&at, "twice").with("name", &question.id));
        }
    }
    found
}

/// Limits of days that can be known when the day is asked, and digits that a number can have.
fn limits(at: &[&str], question: &Question, before: &[Question]) -> Vec<Fault> {
    let known = |limit: &str| match Limit::parse(limit) {
        Some(Limit::Today(_)) => true,
        Some(Limit::Question(id)) => before.iter().any(|one| one.id == id && one.kind == QuestionKind::Date),
        None => false,
    };
    let fits = |limit: &&String| question.kind == QuestionKind::Date && known(limit);
    let limits = [("not_before", &question.not_before), ("not_after", &question.not_after)];
    let wrong =
        limits.into_iter().filter_map(|(key, limit)| limit.as_ref().filter(|limit| !fits(limit)).map(|limit| (key, limit)));
    let days = wrong.map(|(key, limit)| Fault::new(&[at, &[key]].concat(), "day-limit").with("name", limit));
    let digits = question.decimals > 3 || (question.decimals > 0 && question.kind != QuestionKind::Number);
    let digits = digits.then(|| Fault::new(&[at, &["decimals"]].concat(), "decimals").with("name", &question.id));
    days.chain(digits).collect()
}

fn rule_faults(at: &[&str], rule: &str, seen: &BTreeSet<&str>, known: &Known) -> Vec<Fault> {
    let logic = match logic::readable(rule) {
        Ok(logic) => logic,
        Err(why) => return vec![Fault { why, ..Fault::new(at, "rule") }],
    };
    let forward =
        logic::variables(&logic).into_iter().filter(|name| !seen.contains(name.as_str()) && !ALWAYS.contains(&name.as_str()));
    let tariffs = logic::tariffs(&logic).into_iter().filter(|id| !known.tariffs.iter().any(|tariff| tariff.id == *id));
    let later = forward.map(|name| Fault::new(at, "later").with("name", name));
    later.chain(tariffs.map(|id| Fault::new(at, "tariff-unknown").with("name", id))).collect()
}

/// Whether any answers to the questions named make the condition hold. Choices are tried one by one, numbers at their
/// bounds; a condition over more than that is given the benefit of the doubt.
fn can_hold(rule: &str, before: &[Question]) -> bool {
    let Ok(logic) = logic::readable(rule) else { return true };
    let named: BTreeSet<String> = logic::variables(&logic).into_iter().collect();
    let mut tried: Vec<Json> = vec![json!({})];
    for question in before.iter().filter(|question| named.contains(&question.id)) {
        let values = values_of(question);
        if tried.len() * values.len() > MOST_TRIED {
            return true;
        }
        tried = tried
            .iter()
            .flat_map(|answers| {
                values.iter().map(move |value| {
                    let mut more = answers.clone();
                    more[question.id.as_str()] = value.clone();
                    more
                })
            })
            .collect();
    }
    tried.iter().any(|answers| logic::holds(rule, answers))
}

fn values_of(question: &Question) -> Vec<Json> {
    let mut values = match question.kind {
        QuestionKind::Choice => question.options.iter().map(|option| json!(option.id)).collect(),
        QuestionKind::Choices => question.options.iter().map(|option| json!([option.id])).collect(),
        QuestionKind::YesNo => vec![json!(true), json!(false)],
        QuestionKind::Number | QuestionKind::Money | QuestionKind::Computed => {
            let (min, max) = (question.min.unwrap_or(0), question.max.unwrap_or(1_000_000));
            [min, min + 1, (min + max) / 2, max].into_iter().map(|number| json!(number)).collect()
        }
        QuestionKind::Table => vec![json!([{}]), json!([{}, {}])],
        _ => vec![json!("x")],
    };
    if !question.required || question.show_if.is_some() {
        values.push(Json::Null);
    }
    values
}
