//! Verbs: gather a person's page, begin and end a visit at the counter.

use crate::model::{Proof, Shown, Visit};
use crate::store;
use kernel::{Id, Lang, Moment, Refusal};
use people::Why;
use platform::json::json;
use platform::own::{self, Asked};
use platform::{Cursor, Problem, Result, Tx};

/// Lines of one page.
pub const PAGE: i64 = 25;
/// A visit at the counter; afterwards the person proves anew that he is there.
const VISIT_MINUTES: i64 = 30;

/// The steps to come and a page of lines, newest first.
pub fn gather(tx: &mut Tx, person: &Id, lang: Lang, kind: Option<&str>, after: &str) -> Result<Shown> {
    let kinds = own::kinds(tx)?;
    let kind = kind.filter(|kind| kinds.contains(kind));
    let before = match Cursor::read(after, tx.keys(), &tx.tenant())? {
        Some(cursor) => Some((Moment::parse(&cursor.sort).ok_or(Problem::NotFound)?, cursor.id)),
        None => None,
    };
    let asked = Asked { person, lang, before: before.as_ref(), limit: PAGE + 1 };
    let mut lines = own::lines(tx, kind, &asked)?;
    let more = lines.len() > PAGE as usize;
    lines.truncate(PAGE as usize);
    let cursor = lines.last().filter(|_| more).map(|(_, line)| Cursor { sort: line.at.to_string(), id: line.id.clone() });
    let next = cursor.map(|cursor| cursor.write(tx.keys(), &tx.tenant())).transpose()?;
    // What comes next stands on top of the first page only.
    let steps = if before.is_none() && kind.is_none() { own::steps(tx, person, lang)? } else { Vec::new() };
    Ok(Shown { kinds, steps, lines, next, later: before.is_some() })
}

/// The person is there, by his card or his code: his page is open to this clerk for a while.
pub fn begin(tx: &mut Tx, person: &Id, proof: Proof) -> Result<Visit> {
    let account = tx.actor().account().cloned().ok_or(Problem::Forbidden)?;
    let visit = Visit { id: tx.new_id(), person: person.clone(), account, proof, ends_at: tx.now().plus_minutes(VISIT_MINUTES) };
    store::insert(tx, &visit)?;
    tx.record("my.visit_began", &visit.id, &json!({ "person": person, "proof": proof }))?;
    Ok(visit)
}

/// The page of whoever is served, with the look that he will find on it.
pub fn serve(tx: &mut Tx, visit: &Id, lang: Lang, kind: Option<&str>, after: &str) -> Result<(Visit, Shown)> {
    let visit = going_on(tx, visit)?;
    tx.look(&visit.person, Why::Counter.as_str())?;
    let shown = gather(tx, &visit.person, lang, kind, after)?;
    Ok((visit, shown))
}

pub fn end(tx: &mut Tx, visit: &Id) -> Result<()> {
    let visit = going_on(tx, visit)?;
    store::end(tx, &visit.id)?;
    tx.record("my.visit_ended", &visit.id, &json!({}))
}

fn going_on(tx: &mut Tx, visit: &Id) -> Result<Visit> {
    let account = tx.actor().account().cloned().ok_or(Problem::Forbidden)?;
    match store::find(tx, visit, &account) {
        Err(Problem::NotFound) => Err(Refusal::new("my-visit-over").into()),
        found => found,
    }
}

pub fn forget_visits(tx: &mut Tx) -> Result<()> {
    store::forget(tx)
}
