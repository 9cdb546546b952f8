//! Cases of another system, taken over with their dates: no receipt, no clock, no message, and a register of their own.

use super::open::{route, words};
use crate::model::{Audience, Case, Channel, Contact, EventKind, PastCase, Publication, Sealed};
use crate::rules;
use crate::store;
use crate::store::past::{PastEntry, Told};
use kernel::{Id, Moment, Pin, PublicCode};
use platform::store::search::{Visibility, index_many};
use platform::{Json, Problem, Result, Tx, communes};
use procedures::{Answers, Phase, Procedure, State};
use serde_json::json;
use std::collections::BTreeMap;

/// Numbers of what was taken over, by the year in which it was received there: those of our own deposits stay without gaps.
const REGISTER: &str = "cases-imported";
/// The action that its entries name; no procedure has it.
const ACTION: &str = "import";

/// Takes a case over. Whoever calls sees to it that each comes once.
///
/// It starts no clock, since the delay of the law ran elsewhere, and is shown to the public only with words that somebody
/// vouches for: nobody moderated it here.
pub fn import(tx: &mut Tx, past: &PastCase) -> Result<Case> {
    let mut all = import_many(tx, std::slice::from_ref(past))?;
    all.pop().ok_or_else(|| Problem::internal("a case was taken over and is not there"))
}

/// The same for many cases at once.
pub fn import_many(tx: &mut Tx, past: &[PastCase]) -> Result<Vec<Case>> {
    let mut numbers = numbers(tx, past)?;
    let mut all = Vec::with_capacity(past.len());
    for one in past {
        all.push(told(tx, one, &mut numbers)?);
    }
    store::past::insert(tx, &all)?;
    let words = all.iter().flat_map(|told| words(&told.case, &told.sealed));
    index_many(tx, "cases", &words.collect::<Vec<_>>())?;
    let shown = |told: &Told| {
        let words = told.case.public_words.as_ref()?;
        Some((told.case.id.clone(), Visibility::Clear, kernel::fold::tokens(words)))
    };
    index_many(tx, "reports", &all.iter().filter_map(shown).collect::<Vec<_>>())?;
    for (told, past) in all.iter().zip(past) {
        let case = &told.case;
        tx.record("cases.imported", &case.id, &json!({ "code": case.code, "procedure": case.procedure, "from": source(past) }))?;
    }
    Ok(all.into_iter().map(|told| told.case).collect())
}

fn source(past: &PastCase) -> Json {
    json!({ "source": past.source, "number": past.number })
}

/// The next number of each year that these cases need.
fn numbers(tx: &mut Tx, past: &[PastCase]) -> Result<BTreeMap<i64, i64>> {
    let mut counts: BTreeMap<i64, i64> = BTreeMap::new();
    for one in past {
        *counts.entry(year(one)).or_default() += 1;
    }
    counts.into_iter().map(|(year, count)| Ok((year, tx.next_numbers(REGISTER, year, count)?))).collect()
}

fn year(past: &PastCase) -> i64 {
    past.received_at.day().year().into()
}

fn told(tx: &mut Tx, past: &PastCase, numbers: &mut BTreeMap<i64, i64>) -> Result<Told> {
    rules::past_dates(past.received_at, past.ended_at, tx.now())?;
    let procedure = procedures::procedure(tx, &past.procedure)?;
    let state = state_of(&procedure, past.ended_at)?.clone();
    let (id, year) = (tx.new_id(), year(past));
    let vault = store::past::new_vault(tx, &id)?;
    let updated = past.ended_at.unwrap_or(past.received_at);
    let prefix = communes::prefix(tx)?;
    let next = numbers.get_mut(&year).ok_or_else(|| Problem::internal("a year without numbers"))?;
    let number = *next;
    *next += 1;
    let public = past.public_words.as_ref().filter(|_| procedure.public && !procedure.restricted);
    let case = Case {
        code: PublicCode::new(&prefix, tx.random()?).to_string(),
        year,
        number,
        procedure: procedure.id.clone(),
        procedure_pin: store::pin_procedure(tx, &procedure)?,
        state: state.id,
        phase: state.phase,
        outcome: None,
        unit: route(tx, &procedure, past.place.area.as_deref())?,
        assignee: None,
        area: past.place.area.clone(),
        quarter: past.place.quarter.clone(),
        point: past.place.point,
        asset: past.place.asset.clone(),
        channel: Channel::Import,
        agent: None,
        person: None,
        lang: past.lang,
        restricted: procedure.restricted,
        hide_author: procedure.hide_author,
        urgent: procedure.urgent && past.ended_at.is_none(),
        publication: if public.is_some() { Publication::Published } else { Publication::None },
        public_words: public.cloned(),
        public_photo: None,
        received_at: past.received_at,
        moved_at: updated,
        updated_at: updated,
        taken_at: None,
        answered_at: past.ended_at,
        due_at: None,
        planned_on: None,
        merged_into: None,
        reopened: 0,
        followers: 0,
        rating: None,
        vault: vault.wrapped().to_owned(),
        id,
    };
    let sealed = Sealed {
        words: past.words.clone(),
        answers: Answers::default(),
        contact: Contact::default(),
        place_words: past.place.words.clone(),
        pin: Pin::new(tx.random()?).as_str().to_owned(),
    };
    let start = procedure.start().map_or("", |state| state.id.as_str());
    let entries = entries(&case, past, start, tx.now());
    Ok(Told { case, sealed, vault, entries })
}

/// That it came in and ended there, and everything as it was told.
fn entries(case: &Case, past: &PastCase, start: &str, now: Moment) -> Vec<PastEntry> {
    let filed = json!({ "procedure": case.procedure, "unit": case.unit, "channel": case.channel, "from": source(past) });
    let public = |kind, at, data| PastEntry { kind, audience: Audience::Public, at, data, text: None };
    let mut entries = vec![public(EventKind::Filed, past.received_at, filed)];
    entries.extend(past.ended_at.map(|at| public(EventKind::Moved, at, ended_data(case, start))));
    let raw = Some(past.raw.clone());
    entries.push(PastEntry { kind: EventKind::Note, audience: Audience::Staff, at: now, data: source(past), text: raw });
    entries
}

/// The same case told again by the other system. It follows as long as nobody here has worked on it; says whether it moved.
/// What was told is kept for staff either way.
pub fn import_again(tx: &mut Tx, id: &Id, ended_at: Option<Moment>, raw: &str) -> Result<bool> {
    let mut case = store::find(tx, id)?;
    if case.vault == platform::store::seal::ERASED {
        return Ok(false);
    }
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let moves = case.is_open() == ended_at.is_some() && untouched(tx, &case)?;
    if moves {
        let at = ended_at.unwrap_or(tx.now());
        rules::past_dates(case.received_at, Some(at), tx.now())?;
        let to = state_of(&procedure, ended_at)?.clone();
        let from = std::mem::replace(&mut case.state, to.id);
        (case.phase, case.answered_at, case.moved_at, case.updated_at) = (to.phase, ended_at, at, at);
        store::update(tx, &case)?;
        ended(tx, &case, &from, at)?;
    }
    store::timeline::add(tx, &case, EventKind::Note, Audience::Staff, &json!({}), Some(raw))?;
    tx.record("cases.imported_again", &case.id, &json!({ "to": case.state, "moved": moves }))?;
    Ok(moves)
}

/// Where a case of the past stands: at the start while it is open, at the end of the procedure when it ended.
fn state_of(procedure: &Procedure, ended_at: Option<Moment>) -> Result<&State> {
    let end = || procedure.states.iter().find(|state| state.phase == Phase::Closed);
    let decided = || procedure.states.iter().find(|state| state.phase == Phase::Decided);
    let found = if ended_at.is_some() { end().or_else(decided) } else { procedure.start() };
    found.ok_or_else(|| Problem::internal("a procedure without a start or an end"))
}

fn ended(tx: &mut Tx, case: &Case, from: &str, at: Moment) -> Result<()> {
    store::timeline::add_past(tx, case, (EventKind::Moved, at), &ended_data(case, from))
}

fn ended_data(case: &Case, from: &str) -> Json {
    json!({ "action": ACTION, "from": from, "to": case.state, "outcome": case.outcome, "unit": case.unit })
}

/// Whether nobody here has worked on it: what was done to it, the import did.
fn untouched(tx: &mut Tx, case: &Case) -> Result<bool> {
    let entries = store::timeline::public(tx, case)?;
    let ours = |entry: &crate::model::Entry| match entry.kind {
        EventKind::Filed => true,
        EventKind::Moved => entry.data["action"] == ACTION,
        _ => false,
    };
    Ok(case.channel == Channel::Import && case.assignee.is_none() && entries.iter().all(ours))
}
