//! What follows on a file: each action with its own fields, what hinders it, and the answers that are ready to send.

use crate::actions::offer::Offered;
use crate::model::{Case, Given};
use crate::{rules, store};
use kernel::{Id, Label, format};
use platform::{Ctx, Fields, Json, Result, Tx, context};
use procedures::{Action, AnswerTemplate, Phase, Procedure};
use std::collections::BTreeSet;

/// What the texts of ready answers may name.
pub struct Around<'a> {
    pub case: &'a Case,
    pub procedure: &'a Procedure,
    pub unit: Option<&'a Label>,
    pub place: Option<&'a Label>,
}

/// The whole part of the page: choices, outcomes, ready answers, and what was chosen among them.
pub fn model(ctx: &Ctx, around: &Around, offered: &[Offered], answers: &[AnswerTemplate], typed: &Fields) -> Json {
    let procedure = around.procedure;
    let fitting = fitting(procedure, offered, answers);
    let query = ctx.query();
    let template = fitting.iter().find(|answer| answer.id == query.get("answer"));
    let leads = template.and_then(|answer| free(procedure, offered).find(|action| action.to == answer.state));
    let only = free(procedure, offered).next().filter(|_| offered.len() == 1);
    let action = leads.map(|action| action.id.as_str()).or(typed.opt("action")).or(only.map(|action| action.id.as_str()));
    let said = template.and_then(|answer| rules::chosen_by_staff(procedure).find(|outcome| outcome.answer == answer.id));
    let outcome = typed.opt("outcome").or(said.map(|outcome| outcome.id.as_str()));
    let ready = |answer: &&AnswerTemplate| context! { value => answer.id, label => answer.title.text(ctx.lang) };
    let mut fields: BTreeSet<&str> =
        free(procedure, offered).flat_map(|one| names(&rules::takes(procedure, one), false)).collect();
    if fields.contains("outcome") {
        fields.extend(rules::chosen_by_staff(procedure).flat_map(|outcome| names(&rules::asked(&outcome.requires), false)));
    }
    context! {
        fields => fields, choices => offered.iter().filter_map(|one| choice(ctx, procedure, one)).collect::<Vec<_>>(), action => action,
        outcomes => rules::chosen_by_staff(procedure).map(|outcome| context! {
            value => outcome.id, label => outcome.name.text(ctx.lang), takes => names(&rules::asked(&outcome.requires), false),
        }).collect::<Vec<_>>(),
        outcome => outcome, answers => fitting.iter().map(ready).collect::<Vec<_>>(), answer => template.map(|answer| &answer.id),
        words => template.map(|answer| fill(ctx, around, answer)).or(typed.opt("words").map(str::to_owned)),
    }
}

fn choice(ctx: &Ctx, procedure: &Procedure, offered: &Offered) -> Option<Json> {
    let action = procedure.action(&offered.action)?;
    let takes = rules::takes(procedure, action);
    let lacks = offered.lacks.as_ref().map(|refusal| ctx.sentence(refusal));
    Some(context! {
        value => action.id, label => action.name, disabled => lacks.is_some(), hint => lacks,
        takes => names(&takes, false), needs => names(&takes, true),
    })
}

fn names(fields: &[rules::Field], needed: bool) -> Vec<&'static str> {
    fields.iter().filter(|(_, must)| *must || !needed).map(|(name, _)| *name).collect()
}

/// The actions that nothing hinders.
fn free<'p>(procedure: &'p Procedure, offered: &[Offered]) -> impl Iterator<Item = &'p Action> {
    offered.iter().filter(|one| one.lacks.is_none()).filter_map(|one| procedure.action(&one.action))
}

/// The ready answers of the states to which something leads from here; not those that speak of an outcome of others.
fn fitting<'a>(procedure: &Procedure, offered: &[Offered], answers: &'a [AnswerTemplate]) -> Vec<&'a AnswerTemplate> {
    let of_others = |answer: &AnswerTemplate| {
        procedure.outcomes.iter().any(|outcome| outcome.answer == answer.id)
            && !rules::chosen_by_staff(procedure).any(|outcome| outcome.answer == answer.id)
    };
    let leads = |answer: &AnswerTemplate| free(procedure, offered).any(|action| action.to == answer.state);
    answers.iter().filter(|answer| leads(answer) && !of_others(answer)).collect()
}

/// An answer of the pack with what is known filled in; the clerk sees and changes it before it is sent. Today is the day of
/// what is done; a promise is for the planned day or the deadline, and stays a hole when there is neither.
fn fill(ctx: &Ctx, around: &Around, answer: &AnswerTemplate) -> String {
    let case = around.case;
    let decides =
        around.procedure.state(&answer.state).is_some_and(|state| matches!(state.phase, Phase::Decided | Phase::Closed));
    let unit = around.unit.map_or("", |unit| unit.text(case.lang));
    let place = around.place.map_or("", |area| area.text(case.lang));
    let promised = case.planned_on.or(case.due_at.map(|due| due.day()));
    let date = if decides { Some(ctx.today()) } else { promised };
    let mut filled = answer.text.text(case.lang).replace("{code}", &case.code).replace("{unit}", unit);
    if !place.is_empty() {
        filled = filled.replace("{place}", place);
    }
    match date {
        Some(day) => filled.replace("{date}", &format::day(day, case.lang)),
        None => filled,
    }
}

/// Only what the action and its outcome ask for: what stood in the field of another choice was not meant. An outcome for which
/// the page has no field was.
pub fn meant(tx: &mut Tx, id: &Id, action: &str, given: &Given) -> Result<Given> {
    let case = store::find(tx, id)?;
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let Some(action) = procedure.action(action) else { return Ok(given.clone()) };
    let takes = rules::takes(&procedure, action);
    let of_another = procedure.actions_from(&case.state).any(|other| has(&rules::takes(&procedure, other), "outcome"));
    let outcome = given.outcome.clone().filter(|_| has(&takes, "outcome") || !of_another);
    let chosen = outcome.as_deref().and_then(|id| procedure.outcome(id)).map(|outcome| rules::asked(&outcome.requires));
    let asks = |name: &str| has(&takes, name) || chosen.as_ref().is_some_and(|fields| has(fields, name));
    Ok(Given {
        words: given.words.clone(),
        date: given.date.filter(|_| asks("date")),
        unit: given.unit.clone().filter(|_| asks("unit")),
        case: given.case.clone().filter(|_| asks("case")),
        files: if asks("proof") { given.files.clone() } else { Vec::new() },
        outcome,
    })
}

fn has(fields: &[rules::Field], name: &str) -> bool {
    fields.iter().any(|(known, _)| *known == name)
}
