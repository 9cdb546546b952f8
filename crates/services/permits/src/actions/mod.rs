//! Verbs: call a sitting, put files on its agenda, judge them, close it with numbered minutes; record a visit.

pub mod complaints;
pub mod visits;

pub use visits::visit;

use crate::COMMISSION;
use crate::model::{Finding, Item, Member, NewSitting, Sitting, SittingState};
use crate::store;
use kernel::{Id, Refusal, text};
use platform::{Problem, Result, Tx, json::json};

const WORDS_MOST: usize = 4_000;
const ITEMS_MOST: usize = 60;

/// Calls the commission for a day.
pub fn open(tx: &mut Tx, new: &NewSitting) -> Result<Id> {
    if new.held_on < tx.today() {
        return Err(Refusal::new("permits-day-past").at("held_on").into());
    }
    let place = text::clean(&new.place, 120).map_err(|_| Refusal::new("permits-needs-place").at("place"))?;
    let id = tx.new_id();
    store::insert(tx, &id, &NewSitting { place, ..new.clone() })?;
    tx.record("permits.sitting_called", &id, &json!({ "on": new.held_on, "scale": new.scale }))?;
    Ok(id)
}

fn planned(tx: &mut Tx, id: &Id) -> Result<Sitting> {
    let sitting = store::find(tx, id)?;
    if sitting.state == SittingState::Planned { Ok(sitting) } else { Err(Refusal::new("permits-closed").into()) }
}

/// Whether this actor sees every file of an agenda.
pub fn sees_all(tx: &mut Tx, items: &[Item]) -> Result<bool> {
    for item in items {
        let case = cases::find(tx, &item.case)?;
        if !cases::may(tx, &case, cases::SEE)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What concerns the sitting as a whole is for who sees all that it sits on.
fn must_see_all(tx: &mut Tx, items: &[Item]) -> Result<()> {
    if sees_all(tx, items)? { Ok(()) } else { Err(Refusal::new("permits-not-all-seen").into()) }
}

/// Nothing is found nor written down before the day.
fn must_be_held(tx: &Tx, sitting: &Sitting) -> Result<()> {
    if sitting.held_on <= tx.today() { Ok(()) } else { Err(Refusal::new("permits-not-held-yet").into()) }
}

/// Says who sits, and who came.
pub fn invite(tx: &mut Tx, id: &Id, members: Vec<Member>) -> Result<()> {
    let mut sitting = planned(tx, id)?;
    let items = store::items(tx, id)?;
    must_see_all(tx, &items)?;
    sitting.members = members.into_iter().filter(|member| !member.body.trim().is_empty()).take(20).collect();
    store::update(tx, &sitting)
}

/// Puts a file that waits for the commission on the agenda.
pub fn put_on_agenda(tx: &mut Tx, id: &Id, code: &str) -> Result<()> {
    let sitting = planned(tx, id)?;
    let case = cases::by_code(tx, code).map_err(|_| Refusal::new("permits-no-such-file").at("code"))?;
    if !cases::may(tx, &case, cases::SEE)? {
        return Err(Refusal::new("permits-no-such-file").at("code").into());
    }
    if case.state != "commission" {
        return Err(Refusal::new("permits-not-waiting").at("code").into());
    }
    if store::items(tx, id)?.len() >= ITEMS_MOST {
        return Err(Refusal::new("permits-agenda-full").into());
    }
    store::add_item(tx, &sitting.id, &case.id, &case.code)?;
    tx.record("permits.on_agenda", &case.id, &json!({ "sitting": sitting.id, "on": sitting.held_on }))
}

/// A file of an agenda, for who sees it.
fn item(tx: &mut Tx, id: &Id, case: &Id) -> Result<Item> {
    let item = store::items(tx, id)?.into_iter().find(|item| item.case == *case).ok_or(Problem::NotFound)?;
    if sees_all(tx, std::slice::from_ref(&item))? { Ok(item) } else { Err(Problem::NotFound) }
}

/// Takes a file off the agenda, before anything was found of it: it waits for another sitting.
pub fn take_off(tx: &mut Tx, id: &Id, case: &Id) -> Result<()> {
    planned(tx, id)?;
    if item(tx, id, case)?.finding.is_some() {
        return Err(Refusal::new("permits-judged-already").into());
    }
    store::remove_item(tx, id, case)?;
    tx.record("permits.off_agenda", case, &json!({ "sitting": id }))
}

/// The opinion of the commission on one file, on its day. What is not favourable has its reasons.
pub fn judge(tx: &mut Tx, id: &Id, case: &Id, finding: Finding, words: &str) -> Result<()> {
    let sitting = planned(tx, id)?;
    item(tx, id, case)?;
    must_be_held(tx, &sitting)?;
    let words = reasons(finding, words)?;
    store::judge(tx, id, case, finding, &words)?;
    tx.record("permits.judged", case, &json!({ "sitting": id, "finding": finding }))
}

pub(crate) fn reasons(finding: Finding, words: &str) -> Result<String> {
    match text::clean_lines(words, WORDS_MOST) {
        Ok(words) => Ok(words),
        Err(text::TextFault::Empty) if finding == Finding::Favourable => Ok(String::new()),
        Err(text::TextFault::Empty) => Err(Refusal::new("permits-needs-reasons").at("words").into()),
        Err(text::TextFault::TooLong { max }) => Err(Refusal::new("procedures-too-long").with("max", max).at("words").into()),
    }
}

/// A commission is several bodies together (decree 2-18-577): one alone is none.
const BODIES_LEAST: usize = 2;

/// Closes the sitting, not before its day: every file was judged, at least two bodies were there; the minutes get their number.
/// Files that were judged go on.
pub fn close(tx: &mut Tx, id: &Id) -> Result<Sitting> {
    let mut sitting = planned(tx, id)?;
    let items = store::items(tx, id)?;
    must_see_all(tx, &items)?;
    must_be_held(tx, &sitting)?;
    if items.is_empty() || items.iter().any(|item| item.finding.is_none()) {
        return Err(Refusal::new("permits-not-all-judged").into());
    }
    if bodies_there(&sitting.members) < BODIES_LEAST {
        return Err(Refusal::new("permits-too-few-there").with("least", BODIES_LEAST).into());
    }
    let year = i64::from(tx.today().year());
    sitting.number = Some((year, tx.next_number("commission", year)?));
    sitting.state = SittingState::Closed;
    store::update(tx, &sitting)?;
    tx.record("permits.sitting_closed", id, &json!({ "number": sitting.number, "files": items.len() }))?;
    for item in items.iter().filter(|item| item.finding != Some(Finding::Adjourned)) {
        let case = cases::find(tx, &item.case)?;
        let procedure = cases::pinned(tx, &case.procedure_pin)?;
        if procedure.actions_from(&case.state).any(|action| action.id == "conclude") {
            let given = cases::Given { words: item.words.clone(), ..cases::Given::default() };
            cases::act(tx, &item.case, "conclude", &given, false)?;
        }
    }
    Ok(sitting)
}

fn bodies_there(members: &[Member]) -> usize {
    let there = members.iter().filter(|member| member.present);
    there.map(|member| kernel::fold::fold(member.body.trim())).collect::<std::collections::BTreeSet<_>>().len()
}

/// A closed sitting with its agenda: what its minutes say. They name people, and every look is journaled.
pub fn minutes(tx: &mut Tx, id: &Id) -> Result<(Sitting, Vec<Item>)> {
    let sitting = store::find(tx, id)?;
    let items = store::items(tx, id)?;
    if sitting.state != SittingState::Closed || !sees_all(tx, &items)? {
        return Err(Problem::NotFound);
    }
    for item in &items {
        tx.look(&item.case, "minutes")?;
    }
    Ok((sitting, items))
}

/// Why a file may not leave the commission: it was not judged in a sitting that is closed.
pub fn lacks_sitting(tx: &mut Tx, case: &Id) -> Result<Option<Refusal>> {
    let judged = |(sitting, item): &(Sitting, Item)| {
        sitting.state == SittingState::Closed && !matches!(item.finding, None | Some(Finding::Adjourned))
    };
    Ok((!store::agendas(tx, case)?.iter().any(judged)).then(|| Refusal::new("permits-lacks-sitting")))
}

/// Why a file may not go on: nobody went and looked since it was planned.
pub fn lacks_visit(tx: &mut Tx, case: &Id) -> Result<Option<Refusal>> {
    let found = cases::find(tx, case)?;
    let since = store::visits(tx, case)?.iter().any(|visit| visit.done_at >= found.moved_at);
    Ok((!since).then(|| Refusal::new("permits-lacks-visit")))
}

/// Whether this actor may call the commission.
pub fn may_sit(tx: &Tx) -> bool {
    tx.actor().may(COMMISSION)
}
