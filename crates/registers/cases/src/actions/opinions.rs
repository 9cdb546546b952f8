//! Opinions: services are asked beside each other, each with a clock of its own; silence counts as the procedure says.

use super::{look, tasks};
use crate::model::{Audience, Case, EventKind, NewOpinion, NewTask, OpinionView, TaskState, Verdict, Voice};
use crate::{HANDLE, RESTRICTED, SEE, store};
use kernel::{Id, Refusal, clock, text};
use platform::{Actor, Problem, Result, Tx};
use procedures::Procedure;

const MOST: usize = 4_000;
const MOST_SOURCE: usize = 200;
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
            source: None,
            given_by: None,
            given_at: None,
        };
        store::opinions::insert(tx, &case.id, &view)?;
        let data = serde_json::json!({ "opinion": view.id, "unit": view.unit, "due": view.due_at });
        store::timeline::add(tx, case, EventKind::OpinionAsked, Audience::Public, &data, None)?;
        tx.record("cases.opinion_asked", &case.id, &data)?;
    }
    Ok(())
}

/// How this actor may give an opinion, or correct it until the file is decided. Only the unit that was asked speaks in its own
/// name; who studies the file may copy what came on paper, and never over what the unit said itself.
pub fn voice(tx: &mut Tx, case: &Case, opinion: &OpinionView) -> Result<Option<Voice>> {
    if !case.is_open() || opinion.verdict == Some(Verdict::Silent) {
        return Ok(None);
    }
    if speaks_for(tx, case, &opinion.unit)? {
        return Ok(Some(Voice::Own));
    }
    let said_by_itself = opinion.given_at.is_some() && opinion.source.is_none();
    Ok((!said_by_itself && look::may(tx, case, HANDLE)?).then_some(Voice::Paper))
}

/// Whether this actor works in a unit or heads one above it. A body outside the commune has nobody of the commune above it.
fn speaks_for(tx: &mut Tx, case: &Case, unit: &Id) -> Result<bool> {
    let actor = tx.actor().clone();
    if matches!(actor, Actor::System { .. }) {
        return Ok(true);
    }
    if case.restricted && !actor.may(RESTRICTED) {
        return Ok(false);
    }
    let unit = units::find(tx, unit)?;
    for grant in actor.grants().iter().filter(|grant| grant.allows(HANDLE)) {
        let above = match &grant.unit {
            Some(own) if unit.external => *own == unit.id,
            Some(own) => units::covers(tx, own, &unit.id)?,
            None => !unit.external && units::reached(tx, None)?.contains(&unit.id),
        };
        if above && look::in_area(tx, grant, case)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A service gives its opinion in its own name.
pub fn give(tx: &mut Tx, id: &Id, opinion: &str, verdict: Verdict, words: &str) -> Result<()> {
    say(tx, id, opinion, &NewOpinion { verdict, words: words.to_owned(), source: None })
}

/// An opinion is given, copied from paper, or corrected; what stood there before stays readable for staff.
pub fn say(tx: &mut Tx, id: &Id, opinion: &str, said: &NewOpinion) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, SEE)?;
    let found = store::opinions::of(tx, &case)?.into_iter().find(|known| known.id == opinion).ok_or(Problem::NotFound)?;
    match (voice(tx, &case, &found)?, &said.source) {
        (Some(Voice::Own), _) | (Some(Voice::Paper), Some(_)) => {}
        (Some(Voice::Paper), None) => return Err(Refusal::new("cases-opinion-not-yours").at("opinion_source").into()),
        (None, _) if look::may(tx, &case, HANDLE)? || speaks_for(tx, &case, &found.unit)? => {
            return Err(Refusal::new("cases-not-from-here").into());
        }
        (None, _) => return Err(Problem::Forbidden),
    }
    let words = match clean(&said.words, MOST, "opinion_words") {
        Err(Problem::Refused(_)) if said.words.trim().is_empty() && said.verdict == Verdict::Favourable => String::new(),
        other => other?,
    };
    let source = said.source.as_deref().map(|text| clean(text, MOST_SOURCE, "opinion_source")).transpose()?;
    super::talk::touch(tx, &mut case)?;
    note(tx, &case, &found, &NewOpinion { words, source, verdict: said.verdict })
}

fn clean(words: &str, most: usize, field: &str) -> Result<String> {
    text::clean_lines(words, most).map_err(|fault| match fault {
        text::TextFault::Empty if field == "opinion_source" => Refusal::new("cases-opinion-needs-source").at(field).into(),
        text::TextFault::Empty => Refusal::new("cases-needs-words").at(field).into(),
        text::TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max).at(field).into(),
    })
}

fn note(tx: &mut Tx, case: &Case, opinion: &OpinionView, said: &NewOpinion) -> Result<()> {
    store::opinions::give(tx, case, &opinion.id, said)?;
    let mut data = serde_json::json!({ "opinion": opinion.id, "unit": opinion.unit, "verdict": said.verdict });
    if said.source.is_some() {
        data["paper"] = true.into();
    }
    let Some(was) = opinion.verdict else {
        tasks::close(tx, case, &opinion.task, TaskState::Done)?;
        store::timeline::add(tx, case, EventKind::OpinionGiven, Audience::Public, &data, None)?;
        return tx.record("cases.opinion_given", &case.id, &data);
    };
    data["was"] = was.as_str().into();
    let verdict = platform::text(tx, case.lang, &format!("cases-verdict-{was}"), &[])?;
    let before: Vec<&str> = [verdict.as_str(), opinion.words.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    store::timeline::add(tx, case, EventKind::OpinionCorrected, Audience::Staff, &data, Some(&before.join("\n")))?;
    tx.record("cases.opinion_corrected", &case.id, &data)
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
            let silence = NewOpinion { verdict: Verdict::Silent, words: String::new(), source: None };
            note(tx, &case, &opinion, &silence)?;
        }
    }
    Ok(())
}
