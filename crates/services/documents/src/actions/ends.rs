//! The end of what was issued for a time: told before, recorded once when it comes, prevented where work has begun.

use crate::model::{Paper, PaperState};
use crate::store;
use cases::{Case, HANDLE};
use kernel::{Day, Id, Refusal, format};
use platform::{Problem, Result, Tx, json::json};
use procedures::Valid;

/// No reminder comes earlier than this before an end.
const REMIND_MOST_DAYS: i64 = 400;
/// Papers read at a time.
const PAGE: i64 = 200;

/// The validity that the procedure of a paper declares for it.
pub(crate) fn declared(tx: &mut Tx, case: &Case, paper: &Paper) -> Result<Option<Valid>> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    Ok(procedure.service.outputs.iter().find(|output| output.id == paper.output).and_then(|output| output.valid.clone()))
}

/// Every night: who holds a paper that ends soon is told once, and what has ended is recorded once.
pub fn note_ends(tx: &mut Tx) -> Result<()> {
    let horizon = tx.today().plus_days(REMIND_MOST_DAYS);
    let mut after: Option<(Day, Id)> = None;
    loop {
        let page = store::ending(tx, horizon, after.as_ref(), PAGE)?;
        for (until, id) in &page {
            look_at(tx, id, *until)?;
        }
        match page.last() {
            Some(last) if page.len() as i64 == PAGE => after = Some(last.clone()),
            _ => return Ok(()),
        }
    }
}

fn look_at(tx: &mut Tx, id: &Id, until: Day) -> Result<()> {
    let paper = store::find(tx, id)?;
    let case = cases::find(tx, &paper.case)?;
    if until < tx.today() {
        store::expire(tx, id)?;
        if tx.record_once("documents.expired", id, &json!({ "case": case.id, "number": paper.reference(), "until": until }))? {
            message(tx, &case, &paper, "documents-sms-expired", until)?;
        }
        return Ok(());
    }
    let Some(valid) = declared(tx, &case, &paper)? else { return Ok(()) };
    let due = valid.renewed_from(until).is_some_and(|from| from <= tx.today());
    if due && tx.record_once("documents.reminded", id, &json!({ "case": case.id, "until": until }))? {
        let key = match (valid.unless_begun, valid.renewable) {
            (true, _) => "documents-sms-lapses",
            (false, true) => "documents-sms-renew",
            (false, false) => "documents-sms-ends",
        };
        message(tx, &case, &paper, key, until)?;
    }
    Ok(())
}

fn message(tx: &mut Tx, case: &Case, paper: &Paper, key: &str, until: Day) -> Result<()> {
    let (title, number) = (paper.title.text(case.lang).to_owned(), paper.reference());
    let day = format::day(until, case.lang);
    cases::message_author(tx, case, key, &[("title", &title), ("number", &number), ("day", &day)])
}

/// What the permit allows has begun: it does not lapse any more.
///
/// # Errors
/// `documents-begun-day` for a day before it was issued, to come, or after the permit had lapsed; `documents-no-begin` where
/// the validity does not depend on it.
pub fn begun(tx: &mut Tx, id: &Id, day: Day) -> Result<Paper> {
    let mut paper = store::find(tx, id)?;
    let case = cases::find(tx, &paper.case)?;
    if !cases::may(tx, &case, HANDLE)? {
        return Err(Problem::NotFound);
    }
    let depends = declared(tx, &case, &paper)?.is_some_and(|valid| valid.unless_begun);
    if paper.state != PaperState::Issued || !depends || paper.begun_on.is_some() {
        return Err(Refusal::new("documents-no-begin").into());
    }
    let issued = paper.issued_at.map(|at| at.day());
    let fits = issued.is_some_and(|issued| issued <= day) && paper.valid_until.is_none_or(|until| day <= until);
    if !fits || day > tx.today() {
        return Err(Refusal::new("documents-begun-day").at("day").into());
    }
    // Works that began in time, told late: the permit had not lapsed.
    (paper.begun_on, paper.expired_at) = (Some(day), None);
    store::update(tx, &paper)?;
    tx.record("documents.begun", &paper.id, &json!({ "case": case.id, "on": day }))?;
    Ok(paper)
}
