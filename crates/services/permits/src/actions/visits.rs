//! A visit: what was found on the spot, recorded there and then, or brought back from where there was no network.

use super::reasons;
use crate::model::{NewVisit, Visit};
use crate::store;
use cases::{Case, HANDLE, NewTask};
use kernel::{Id, Lang};
use platform::{Problem, Result, Tx, json::json};

/// Photographs of one visit.
pub const PHOTOS_MOST: usize = 6;

/// Bodies that go along on one visit.
pub const PARTIES_MOST: usize = 6;

/// Records what was found. The same key is the same visit. A file that went on meanwhile loses nothing: the visit is kept, marked
/// as late, and its unit is asked to look at it.
///
/// # Errors
/// Nobody but the handlers; reasons that lack.
pub fn visit(tx: &mut Tx, case: &Id, new: &NewVisit, lang: Lang) -> Result<Id> {
    let found = cases::find(tx, case)?;
    if !cases::may(tx, &found, HANDLE)? {
        return Err(Problem::Forbidden);
    }
    if let Some(key) = &new.key
        && let Some(known) = store::visit_of_key(tx, case, key)?
    {
        return Ok(known);
    }
    let words = reasons(new.finding, &new.words)?;
    // Without a key it was written on the page of the file itself, which shows where the file stands.
    let late = (new.key.is_some() && found.state != "visit").then(|| found.state.clone());
    let visit = Visit {
        id: tx.new_id(),
        done_at: tx.now(),
        finding: new.finding,
        points: new.points.clone(),
        words,
        parties: new.parties.iter().filter(|party| !party.body.trim().is_empty()).take(PARTIES_MOST).cloned().collect(),
        late: late.clone(),
        photos: new.photos.iter().take(PHOTOS_MOST).map(|_| tx.new_id()).collect(),
    };
    store::add_visit(tx, case, &visit, &new.photos, new.key.as_ref())?;
    tx.record("permits.visited", case, &json!({ "visit": visit.id, "finding": visit.finding, "late": late }))?;
    if late.is_some() {
        ask_to_look(tx, &found, lang)?;
    }
    Ok(visit.id)
}

/// A file that is closed takes no tasks: a note in it says the same.
fn ask_to_look(tx: &mut Tx, case: &Case, lang: Lang) -> Result<()> {
    let words = platform::text(tx, lang, "permits-task-late", &[("code", &case.code)])?;
    if !case.is_open() {
        return cases::note(tx, &case.id, &words);
    }
    let task = NewTask { unit: Some(case.unit.clone()), words, ..NewTask::default() };
    cases::ask_task(tx, &case.id, &task).map(drop)
}
