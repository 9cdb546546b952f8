//! Work nobody waits for. Every job is safe to run twice.

use crate::model::{Case, Given};
use crate::store::lists::{self, Where};
use crate::{actions, store};
use platform::{Result, Tx, args};

/// Cases closed in one run; the next day takes the rest.
const AT_ONCE: i64 = 500;

/// Forgets what the law says to forget.
pub fn forget(tx: &mut Tx) -> Result<()> {
    actions::retention::forget(tx)
}

/// A person asked to be forgotten: answered cases forget them now, open ones when they close (the answer is owed).
pub fn erasure_asked(tx: &mut Tx, asked: people::ErasureAsked) -> Result<()> {
    let cases = actions::of_person(tx, &asked.person, AT_ONCE)?;
    let open = cases.iter().filter(|case| case.is_open()).count();
    for case in cases.iter().filter(|case| !case.is_open()) {
        actions::retention::forget_author(tx, case)?;
    }
    if open == 0 { people::erase(tx, &asked.person) } else { wait_for_closing(tx, &asked.person, open) }
}

fn wait_for_closing(tx: &mut Tx, person: &kernel::Id, open: usize) -> Result<()> {
    let sql = "INSERT INTO cases_erasures (tenant, person, asked_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), person, tx.now()])?;
    tx.record("cases.erasure_waits", person, &serde_json::json!({ "open": open }))
}

/// The last open case of a person who asked to be forgotten has closed.
pub fn erase_after_closing(tx: &mut Tx, moved: crate::model::Moved) -> Result<()> {
    let case = store::find(tx, &moved.case)?;
    let Some(person) = case.person.clone().filter(|_| !case.is_open()) else { return Ok(()) };
    let sql = "SELECT COUNT(*) AS n FROM cases_erasures WHERE tenant = $1 AND person = $2";
    if tx.count(sql, args![tx.tenant(), person])? == 0 { Ok(()) } else { erasure_asked(tx, people::ErasureAsked { person }) }
}

/// Removes sealed files that no row names any more.
pub async fn erase_files(ctx: platform::Ctx, job: platform::Job) -> Result<()> {
    let files: actions::retention::EraseFile = job.payload()?;
    let (blobs, tenant) = (ctx.app().blobs().clone(), ctx.commune().code.clone());
    files.blobs.iter().try_for_each(|blob| blobs.erase(&tenant, blob))
}

/// Records dates that were missed.
pub fn note_missed(tx: &mut Tx) -> Result<()> {
    actions::note_missed(tx)
}

/// Notes opinions that did not come in time.
pub fn note_silence(tx: &mut Tx) -> Result<()> {
    actions::opinions::note_silence(tx)
}

/// The calendar changed: every open date is computed again.
pub fn recompute(tx: &mut Tx, _: calendar::Changed) -> Result<()> {
    actions::recompute(tx)
}

/// Closes what was answered long enough ago, as the procedure says.
pub fn close_answered(tx: &mut Tx) -> Result<()> {
    let mut conditions = Where::tenant(tx);
    conditions.and("phase = 'decided' AND answered_at < ?", args![tx.now().plus_secs(-86_400)]);
    for case in lists::page(tx, conditions, None, AT_ONCE)? {
        if due_to_close(tx, &case)? {
            actions::act(tx, &case.id, "close", &Given::default(), false)?;
        }
    }
    Ok(())
}

fn due_to_close(tx: &mut Tx, case: &Case) -> Result<bool> {
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let after = procedure.actions_from(&case.state).find(|action| action.id == "close").and_then(|action| action.after_days);
    Ok(after.zip(case.answered_at).is_some_and(|(days, answered)| tx.today().days_since(answered.day()) >= days))
}
