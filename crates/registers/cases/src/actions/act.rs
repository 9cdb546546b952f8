//! What staff do with a case: the actions of its procedure, assignment, transfer, merge.

use super::{clocks, look, talk};
use crate::model::{Audience, Case, EventKind, Given, Handed, Moved, NewFile};
use crate::rules::{self, By, Circumstances};
use crate::{ASSIGN, FILE_FOR, HANDLE, MERGE, SIGN, TRANSFER, store};
use kernel::{Id, Refusal};
use platform::{Problem, Result, Tx};
use procedures::{Clock, Phase, Readers};

/// Runs one action of the case's procedure. Staff must reach the case; the author has shown his receipt.
pub fn act(tx: &mut Tx, id: &Id, action: &str, given: &Given, by_applicant: bool) -> Result<Case> {
    let mut case = store::find(tx, id)?;
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let actor = tx.actor().clone();
    let by = if by_applicant {
        By::Applicant
    } else if matches!(actor, platform::Actor::System { .. }) {
        By::System
    } else {
        must_do(tx, &case, &procedure, action)?;
        By::Staff(&actor)
    };
    if matches!(by, By::Staff(_)) {
        rules::filled(&given.words)?;
    }
    let circumstances = circumstances(tx, &case, &procedure, action)?;
    let step = rules::step(&procedure, &case, action, given, by, tx.now(), circumstances)?;
    for file in &given.files {
        add_file(tx, &case, file)?;
    }
    if !matches!(by, By::System) {
        must_hold(tx, &case, &procedure, action)?;
        must_be_complete(tx, &case, &procedure, action, given, by)?;
    }
    let words = words(tx, &case, &step, given, by)?;
    if let Some(day) = given.date {
        rules::plannable(day, tx.today())?;
        case.planned_on = Some(day);
    }
    if let Some(unit) = &given.unit {
        case.unit = units::find(tx, unit)?.id;
    }
    if step.outcome.as_deref() == Some("duplicate") {
        super::lineage::join(tx, &mut case, given)?;
    }
    let from = std::mem::replace(&mut case.state, step.to.clone());
    let was = std::mem::replace(&mut case.phase, step.phase);
    (case.moved_at, case.updated_at) = (tx.now(), tx.now());
    if case.taken_at.is_none() && !by_applicant {
        case.taken_at = Some(tx.now());
    }
    let taken = take(&mut case, action, by);
    match step.phase {
        // What happens to a decision afterwards is not another answer, and does not make it later.
        Phase::Decided => {
            let decided = was == Phase::Decided;
            case.outcome = step.outcome.clone().or_else(|| case.outcome.take().filter(|_| decided));
            case.answered_at = case.answered_at.filter(|_| decided).or(Some(tx.now()));
        }
        // Withdrawn or given back: it ends without an answer.
        Phase::Closed => case.outcome = step.outcome.clone().or(case.outcome.take()),
        _ => {}
    }
    if action == "reopen" {
        reopen(&mut case, step.other_person);
    }
    clocks::follow(tx, &mut case, &procedure)?;
    if action == "reopen" {
        let all: Vec<&Clock> = procedure.clocks.iter().collect();
        clocks::start(tx, &mut case, &all)?;
    } else {
        clocks::begin(tx, &mut case, &procedure)?;
    }
    if let Some(extend) = procedure.action(action).and_then(|action| action.extends.as_ref()) {
        clocks::extend(tx, &mut case, extend)?;
    }
    store::update(tx, &case)?;
    super::opinions::ask(tx, &mut case, &procedure)?;
    let mut data = serde_json::json!({ "action": action, "from": from, "to": case.state, "outcome": case.outcome, "unit": case.unit, "planned_on": case.planned_on });
    let readers = procedure.action(action).map(|action| action.words).unwrap_or_default();
    if readers != Readers::Person {
        data["words"] = readers.as_str().into();
    }
    store::timeline::add(
        tx,
        &case,
        EventKind::Moved,
        Audience::Public,
        &data,
        Some(words.as_str()).filter(|words| !words.is_empty()),
    )?;
    tx.record("cases.moved", &case.id, &data)?;
    if let Some(person) = taken {
        note_assigned(tx, &case, Some(&person))?;
    }
    tx.emit(&Moved {
        case: case.id.clone(),
        procedure: case.procedure.clone(),
        from,
        to: case.state.clone(),
        outcome: case.outcome.clone(),
    })?;
    if !case.is_open() {
        super::tasks::drop_open(tx, &case)?;
    }
    if !by_applicant {
        talk::tell_author(tx, &case, talk::message_of(&case))?;
    }
    Ok(case)
}

/// What is written with a step. A decision without words of its own tells those under which it was proposed.
fn words(tx: &mut Tx, case: &Case, step: &rules::Step, given: &Given, by: By) -> Result<String> {
    let typed = given.words.trim();
    if !typed.is_empty() || step.phase != Phase::Decided || !matches!(by, By::Staff(_)) {
        return Ok(typed.to_owned());
    }
    let entries = store::timeline::of(tx, case, &[Audience::Public, Audience::Staff])?;
    let proposed = entries.into_iter().rev().find(|entry| entry.kind == EventKind::Moved);
    Ok(proposed.filter(|entry| entry.data["words"] == "decision").and_then(|entry| entry.text).unwrap_or_default())
}

/// Who begins on a file that nobody has answers for it from then on.
fn take(case: &mut Case, action: &str, by: By) -> Option<Id> {
    let By::Staff(platform::Actor::Staff { person, .. }) = by else { return None };
    if action != "take" || case.assignee.is_some() {
        return None;
    }
    case.assignee = Some(person.clone());
    case.assignee.clone()
}

/// One of the permissions that the action names must reach this case.
pub(super) fn must_do(tx: &mut Tx, case: &Case, procedure: &procedures::Procedure, action: &str) -> Result<()> {
    let by = procedure.action(action).map(|action| action.by.as_slice()).unwrap_or_default();
    for permission in
        [HANDLE, ASSIGN, TRANSFER, MERGE, FILE_FOR, SIGN].into_iter().filter(|known| by.iter().any(|by| by == known.0))
    {
        if look::may(tx, case, permission)? {
            return Ok(());
        }
    }
    look::must(tx, case, HANDLE)
}

pub(super) fn circumstances(tx: &mut Tx, case: &Case, procedure: &procedures::Procedure, action: &str) -> Result<Circumstances> {
    let Some(action) = procedure.action(action) else { return Ok(Circumstances::default()) };
    let times = if action.limit.is_some() { store::timeline::times(tx, &case.id, &action.id)? } else { 0 };
    let second_half = match &action.first_half_of {
        Some(clock) => !clocks::in_first_half(tx, &case.id, clock)?,
        None => false,
    };
    Ok(Circumstances { times, second_half })
}

/// What must hold of the file before the action: its pieces and opinions here, the rest by the modules that know it.
pub(super) fn must_hold(tx: &mut Tx, case: &Case, procedure: &procedures::Procedure, action: &str) -> Result<()> {
    let needs = procedure.action(action).map(|action| action.requires.clone()).unwrap_or_default();
    for need in needs.iter().filter(|need| procedures::HOLDS.contains(&need.as_str())) {
        let lacks = match need.as_str() {
            "pieces" => super::pieces::lacking(tx, case, procedure)?,
            "completion" => None, // may come with the action itself
            "opinions" => super::opinions::lacking(tx, case)?,
            other => platform::condition(tx, other, &case.id)?,
        };
        if let Some(refusal) = lacks {
            return Err(refusal.into());
        }
    }
    match ends(procedure, action) {
        true => platform::objection(tx, "cases.decided", &case.id)?.map_or(Ok(()), |refusal| Err(refusal.into())),
        false => Ok(()),
    }
}

/// Whether staff decide or end the case by this action; what the author takes back is his.
fn ends(procedure: &procedures::Procedure, action: &str) -> bool {
    let action = procedure.action(action).filter(|action| !action.is_by("applicant"));
    let phase = action.and_then(|action| procedure.state(&action.to)).map(|state| state.phase);
    matches!(phase, Some(Phase::Decided | Phase::Closed))
}

/// What was asked for has come: a piece since, or words of staff on what was handed to them. A completion is asked for once
/// (law 55-19, art. 10); an empty one would use that up.
fn must_be_complete(
    tx: &mut Tx,
    case: &Case,
    procedure: &procedures::Procedure,
    action: &str,
    given: &Given,
    by: By,
) -> Result<()> {
    let asks = procedure.action(action).is_some_and(|action| action.requires.iter().any(|need| need == "completion"));
    let staff = matches!(by, By::Staff(_));
    if !asks || staff && !given.words.trim().is_empty() || super::pieces::came(tx, case)? {
        return Ok(());
    }
    Err(Refusal::new(if staff { "cases-completion-counter" } else { "cases-completion-empty" }).at("words").into())
}

/// A reopened case goes to another person, and keeps the verdict of its old clocks.
fn reopen(case: &mut Case, other_person: bool) {
    case.reopened += 1;
    case.outcome = None;
    case.answered_at = None;
    case.rating = None;
    if other_person {
        case.assignee = None;
    }
}

/// Merges a duplicate in one step.
pub fn merge(tx: &mut Tx, id: &Id, code: &str, words: &str) -> Result<Case> {
    let given = Given { words: words.into(), case: Some(code.into()), ..Given::default() };
    act(tx, id, "merge", &given, false)
}

/// Gives the case to a person of its unit. The deadline does not move.
pub fn assign(tx: &mut Tx, id: &Id, person: Option<&Id>) -> Result<Case> {
    let mut case = store::find(tx, id)?;
    let own = matches!((tx.actor(), person), (platform::Actor::Staff { person, .. }, Some(to)) if person == to);
    look::must(tx, &case, if own { HANDLE } else { ASSIGN })?;
    if let Some(person) = person
        && !people::is_staff(tx, person)?
    {
        return Err(Refusal::new("cases-not-staff").at("person").into());
    }
    case.assignee = person.cloned();
    case.updated_at = tx.now();
    store::update(tx, &case)?;
    note_assigned(tx, &case, person)?;
    Ok(case)
}

fn note_assigned(tx: &mut Tx, case: &Case, person: Option<&Id>) -> Result<()> {
    let data = serde_json::json!({ "person": person });
    store::timeline::add(tx, case, EventKind::Assigned, Audience::Staff, &data, None)?;
    tx.record("cases.assigned", &case.id, &data)
}

/// Sends the case to the right door. The clock belongs to the case and goes on (citizen-services 5.5).
pub fn transfer(tx: &mut Tx, id: &Id, unit: &Id, words: &str) -> Result<Case> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, TRANSFER)?;
    if !case.is_open() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let to = units::find(tx, unit)?;
    let from = std::mem::replace(&mut case.unit, to.id);
    case.assignee = None;
    case.updated_at = tx.now();
    store::update(tx, &case)?;
    let data = serde_json::json!({ "from": from, "to": case.unit });
    store::timeline::add(tx, &case, EventKind::Transferred, Audience::Public, &data, None)?;
    if !words.trim().is_empty() {
        store::timeline::add(tx, &case, EventKind::Note, Audience::Staff, &serde_json::json!({}), Some(words.trim()))?;
    }
    tx.record("cases.transferred", &case.id, &data)?;
    tx.emit(&Handed { case: case.id.clone() })?;
    Ok(case)
}

/// Puts the case under another category. The legal clock keeps its start; the unit follows the new route.
pub fn recategorise(tx: &mut Tx, id: &Id, procedure: &str) -> Result<Case> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, TRANSFER)?;
    let new = procedures::procedure(tx, procedure).map_err(|problem| match problem {
        Problem::NotFound => Refusal::new("cases-choose-category").at("procedure").into(),
        other => other,
    })?;
    if new.is_request() || procedures::procedure(tx, &case.procedure)?.is_request() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let data = serde_json::json!({ "from": case.procedure, "to": new.id });
    if !new.public || new.restricted {
        super::public::hide(tx, &mut case, crate::model::Publication::None)?;
        (case.public_words, case.public_photo) = (None, None);
    }
    case.procedure = new.id.clone();
    case.procedure_pin = store::pin_procedure(tx, &new)?;
    case.unit = super::open::route(tx, &new, case.area.as_deref())?;
    (case.restricted, case.hide_author, case.urgent) = (new.restricted, new.hide_author, new.urgent);
    case.assignee = None;
    case.updated_at = tx.now();
    store::update(tx, &case)?;
    store::timeline::add(tx, &case, EventKind::Recategorised, Audience::Public, &data, None)?;
    tx.record("cases.recategorised", &case.id, &data)?;
    tx.emit(&Handed { case: case.id.clone() })?;
    Ok(case)
}

/// Ties a stored file to the case.
pub fn add_file(tx: &mut Tx, case: &Case, file: &NewFile) -> Result<Id> {
    let id = store::files::add(tx, &case.id, file)?;
    let data = serde_json::json!({ "file": id, "role": file.role });
    store::timeline::add(tx, case, EventKind::FileAdded, Audience::Applicant, &data, None)?;
    tx.record("cases.file_added", &case.id, &data)?;
    Ok(id)
}
