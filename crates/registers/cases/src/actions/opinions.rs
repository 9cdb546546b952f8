//! Opinions: services are asked beside each other, each with a clock of its own; silence counts as the procedure says.

use super::{look, tasks};
use crate::model::{Audience, Case, EventKind, NewTask, OpinionView, TaskState, Verdict};
use crate::{HANDLE, SEE, store};
use kernel::{Id, Refusal, clock, text};
use platform::{Problem, Result, Tx};
use procedures::Procedure;

const MOST: usize = 4_000;
/// Silent opinions noted in one run; the next run takes the rest.
const AT_ONCE: i64 = 500;

/// Asks for the opinions that the state just reached calls for and that were not asked before.
pub(crate) fn ask(tx: &mut Tx, case: &mut Case, procedure: &Procedure) -> Result<()> {
    let wanted: Vec<_> = procedure.service.opinions.iter().filter(|opinion| opinion.on == case.state).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let asked: Vec<String> = store::opinions::of(tx, case)?.into_iter().map(|opinion| opinion.id).collect();
    let answers = store::unseal(tx, case)?.answers.to_json();
    let with = procedures::with(tx)?;
    let context = procedures::settle(procedure, &answers, &with).context;
    let calendar = calendar::calendar(tx)?;
    for opinion in wanted {
        let applies = opinion.condition.as_ref().is_none_or(|condition| procedures::holds(condition, &context));
        if asked.contains(&opinion.id) || !applies {
            continue;
        }
        let unit = match units::by_code(tx, &opinion.unit, case.area.as_deref())? {
            Some(unit) => unit.id,
            None => units::by_code(tx, &opinion.unit, None)?.map_or(case.unit.clone(), |unit| unit.id),
        };
        let due_at = clock::due(tx.now(), opinion.length(), &calendar, &[], tx.now()).due;
        let new = NewTask {
            unit: Some(unit.clone()),
            person: None,
            words: opinion.title.text(case.lang).to_owned(),
            due_on: due_at.map(|due| due.day()),
        };
        let task = tasks::put(tx, case, &new)?;
        let view = OpinionView {
            id: opinion.id.clone(),
            unit,
            title: opinion.title.clone(),
            task,
            asked_at: tx.now(),
            due_at,
            silence: opinion.silence,
            verdict: None,
            words: String::new(),
            given_at: None,
        };
        store::opinions::insert(tx, &case.id, &view)?;
        let data = serde_json::json!({ "opinion": view.id, "unit": view.unit, "due": view.due_at });
        store::timeline::add(tx, case, EventKind::OpinionAsked, Audience::Public, &data, None)?;
        tx.record("cases.opinion_asked", &case.id, &data)?;
    }
    Ok(())
}

/// A service gives its opinion: whoever was asked, or whoever handles the case in its place.
pub fn give(tx: &mut Tx, id: &Id, opinion: &str, verdict: Verdict, words: &str) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, SEE)?;
    let found = store::opinions::of(tx, &case)?.into_iter().find(|known| known.id == opinion).ok_or(Problem::NotFound)?;
    if found.given_at.is_some() || !case.is_open() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let asked = [(Some(found.unit.clone()), None)];
    if !look::is_asked(tx, &case, &asked)? && !look::may(tx, &case, HANDLE)? {
        return Err(Problem::Forbidden);
    }
    let words = match (text::clean_lines(words, MOST), verdict) {
        (Ok(words), _) => words,
        (Err(text::TextFault::Empty), Verdict::Favourable) => String::new(),
        (Err(text::TextFault::Empty), _) => return Err(Refusal::new("cases-needs-words").at("opinion_words").into()),
        (Err(text::TextFault::TooLong { max }), _) => {
            return Err(Refusal::new("procedures-too-long").with("max", max).at("opinion_words").into());
        }
    };
    super::talk::touch(tx, &mut case)?;
    note(tx, &case, &found, verdict, &words)
}

fn note(tx: &mut Tx, case: &Case, opinion: &OpinionView, verdict: Verdict, words: &str) -> Result<()> {
    store::opinions::give(tx, case, &opinion.id, verdict, words)?;
    tasks::close(tx, case, &opinion.task, TaskState::Done)?;
    let data = serde_json::json!({ "opinion": opinion.id, "unit": opinion.unit, "verdict": verdict });
    store::timeline::add(tx, case, EventKind::OpinionGiven, Audience::Public, &data, None)?;
    tx.record("cases.opinion_given", &case.id, &data)
}

/// Why no decision can be proposed yet: an opinion is awaited, or one stands against it.
pub(crate) fn lacking(tx: &mut Tx, case: &Case) -> Result<Option<Refusal>> {
    let opinions = store::opinions::of(tx, case)?;
    let waiting = opinions.iter().filter(|opinion| opinion.given_at.is_none()).count();
    let against = opinions.iter().filter(|opinion| opinion.is_against()).count();
    Ok(match (waiting, against) {
        (0, 0) => None,
        (0, against) => Some(Refusal::new("cases-opinions-against").with("count", against)),
        (waiting, _) => Some(Refusal::new("cases-opinions-awaited").with("count", waiting)),
    })
}

/// Notes the silence of services whose delay ran out.
pub fn note_silence(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    for (case, id) in store::opinions::silent(tx, now, AT_ONCE)? {
        let case = store::find(tx, &case)?;
        if let Some(opinion) = store::opinions::of(tx, &case)?.into_iter().find(|known| known.id == id) {
            note(tx, &case, &opinion, Verdict::Silent, "")?;
        }
    }
    Ok(())
}
