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

/// Says who sits, and who came.
pub fn invite(tx: &mut Tx, id: &Id, members: Vec<Member>) -> Result<()> {
    let mut sitting = planned(tx, id)?;
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

/// The opinion of the commission on one file. What is not favourable has its reasons.
pub fn judge(tx: &mut Tx, id: &Id, case: &Id, finding: Finding, words: &str) -> Result<()> {
    planned(tx, id)?;
    let words = reasons(finding, words)?;
    if !store::items(tx, id)?.iter().any(|item| item.case == *case) {
        return Err(Problem::NotFound);
    }
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

/// Closes the sitting: every file was judged, somebody was there; the minutes get their number. Files that were judged go on.
pub fn close(tx: &mut Tx, id: &Id) -> Result<Sitting> {
    let mut sitting = planned(tx, id)?;
    let items = store::items(tx, id)?;
    if items.is_empty() || items.iter().any(|item| item.finding.is_none()) {
        return Err(Refusal::new("permits-not-all-judged").into());
    }
    if !sitting.members.iter().any(|member| member.present) {
        return Err(Refusal::new("permits-nobody-there").into());
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

/// A closed sitting with its agenda: what its minutes say.
pub fn minutes(tx: &mut Tx, id: &Id) -> Result<(Sitting, Vec<Item>)> {
    let sitting = store::find(tx, id)?;
    if sitting.state != SittingState::Closed {
        return Err(Problem::NotFound);
    }
    Ok((sitting, store::items(tx, id)?))
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
