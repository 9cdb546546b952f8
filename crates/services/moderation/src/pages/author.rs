//! What stands beside a case: for everybody the reason, for its author the words and the appeal, at the desk all of it.

use super::reason;
use crate::model::{Appeal, Country, Decision, Outcome};
use crate::{actions, rules, store};
use kernel::{Id, Label, format};
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Fields, PanelModel, Result, Tx, context};

/// Why a report is not shown, or not as it was written.
pub fn for_everybody(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, case)?;
    let Some(decision) = actions::standing(tx, &case)?.filter(|_| !case.restricted) else { return Ok(None) };
    let reason = reason(tx, decision.reason.as_deref())?;
    Ok(Some(Box::new(move |ctx: &Ctx| {
        context! { kind => decision.kind, reason => reason, at => format::long_day(decision.at.day(), ctx.lang), how => ctx.url("/moderation") }
    })))
}

/// The moderator's words, the appeal and what became of it.
pub fn for_the_author(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let case = cases::find(tx, id)?;
    let (country, decisions, appeal) = (tx.fact::<Country>()?, store::decisions(tx, id)?, store::appeal(tx, id)?);
    let may = rules::may_appeal(&country, decisions.last(), appeal.as_ref(), tx.now()).is_ok();
    let standing = actions::standing(tx, &case)?;
    if !may && appeal.is_none() && standing.as_ref().is_none_or(|decision| decision.words.is_empty()) {
        return Ok(None);
    }
    let until = decisions.last().map(|decision| decision.at.day().plus_days(country.appeal_days));
    let (link, words) = (cases::link(tx, &case.code)?, standing.map(|decision| decision.words).unwrap_or_default());
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let key = link.split_once("?k=").map_or("", |(_, key)| key);
        context! {
            words => words, may => may, until => until.map(|day| format::long_day(day, ctx.lang)), key => key,
            action => ctx.url(&format!("/cases/{}/appeal", case.code)), appeal => appeal.as_ref().map(|appeal| shown(ctx, appeal)),
        }
    })))
}

fn shown(ctx: &Ctx, appeal: &Appeal) -> platform::Json {
    context! {
        words => appeal.words, answer => appeal.answer, outcome => appeal.outcome, at => format::moment(appeal.at, ctx.lang),
        answered => appeal.decided_at.map(|at| format::moment(at, ctx.lang)), open => appeal.outcome == Outcome::Open,
    }
}

/// Every decision on the file of the case.
pub fn at_the_desk(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let decisions = store::decisions(tx, id)?;
    if decisions.is_empty() {
        return Ok(None);
    }
    let appeal = store::appeal(tx, id)?;
    let mut rows: Vec<(Decision, Option<Label>)> = Vec::new();
    for decision in decisions {
        let name = reason(tx, decision.reason.as_deref())?;
        rows.push((decision, name));
    }
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let row = |(decision, reason): &(Decision, Option<Label>)| {
            context! { kind => decision.kind, reason => reason, words => decision.words, at => format::moment(decision.at, ctx.lang) }
        };
        context! { rows => rows.iter().map(row).collect::<Vec<_>>(), appeal => appeal.as_ref().map(|appeal| shown(ctx, appeal)) }
    })))
}

pub async fn appeal(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let (key, words) = (fields.get("k").to_owned(), fields.get("appeal").to_owned());
    let back = if key.is_empty() { format!("/cases/{code}") } else { format!("/cases/{code}?k={}", encode(&key)) };
    let done = ctx
        .write(move |tx| {
            let case = cases::opened_by_author(tx, &code, &key)?;
            actions::appeal(tx, &case.id, &words)
        })
        .await;
    match done {
        Ok(()) => ctx.go_saying(&back, "moderation-said-appealed"),
        Err(problem) => Err(problem.into()),
    }
}
