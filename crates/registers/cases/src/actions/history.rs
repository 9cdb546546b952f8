//! Cases of another system, taken over with their dates: no receipt, no clock, no message, and a register of their own.

use super::open::{index_new, route};
use crate::model::{Audience, Case, Channel, Contact, EventKind, PastCase, Publication, Sealed};
use crate::rules;
use crate::store::{self, Keys};
use kernel::{Id, Moment, Pin, PublicCode};
use platform::{Problem, Result, Tx, communes};
use procedures::{Answers, Phase, Procedure, State};
use serde_json::json;

/// Numbers of what was taken over, by the year in which it was received there: those of our own deposits stay without gaps.
const REGISTER: &str = "cases-imported";
/// The action that its entries name; no procedure has it.
const ACTION: &str = "import";

/// Takes a case over. Whoever calls sees to it that each comes once.
///
/// It starts no clock, since the delay of the law ran elsewhere, and is not shown to the public: nobody moderated it here.
pub fn import(tx: &mut Tx, past: &PastCase) -> Result<Case> {
    rules::past_dates(past.received_at, past.ended_at, tx.now())?;
    let procedure = procedures::procedure(tx, &past.procedure)?;
    let state = state_of(&procedure, past.ended_at)?.clone();
    let id = tx.new_id();
    let year = i64::from(past.received_at.day().year());
    let updated = past.ended_at.unwrap_or(past.received_at);
    let prefix = communes::prefix(tx)?;
    let case = Case {
        code: PublicCode::new(&prefix, tx.random()?).to_string(),
        year,
        number: tx.next_number(REGISTER, year)?,
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
        publication: Publication::None,
        public_words: None,
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
        vault: tx.keys().new_vault(&tx.tenant(), "cases_cases", id.as_str())?.wrapped().to_owned(),
        id,
    };
    let sealed = Sealed {
        words: past.words.clone(),
        answers: Answers::default(),
        contact: Contact::default(),
        place_words: past.place.words.clone(),
        pin: Pin::new(tx.random()?).as_str().to_owned(),
    };
    store::insert(tx, &case, &sealed, &Keys { phone: None, email: None })?;
    store::update(tx, &case)?; // its end, which a new case has not
    index_new(tx, &case, &sealed)?;
    let source = json!({ "source": past.source, "number": past.number });
    let data = json!({ "procedure": case.procedure, "unit": case.unit, "channel": case.channel, "from": source });
    store::timeline::add_past(tx, &case, (EventKind::Filed, past.received_at), &data)?;
    if let Some(at) = past.ended_at {
        ended(tx, &case, procedure.start().map_or("", |state| state.id.as_str()), at)?;
    }
    store::timeline::add(tx, &case, EventKind::Note, Audience::Staff, &source, Some(&past.raw))?;
    tx.record("cases.imported", &case.id, &json!({ "code": case.code, "procedure": case.procedure, "from": source }))?;
    Ok(case)
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
    let data = json!({ "action": ACTION, "from": from, "to": case.state, "outcome": case.outcome, "unit": case.unit });
    store::timeline::add_past(tx, case, (EventKind::Moved, at), &data)
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
