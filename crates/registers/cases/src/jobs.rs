//! Work nobody waits for. Every job is safe to run twice.

use crate::model::Given;
use crate::store::lists;
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

/// Brings files whose delay runs out before those above.
pub fn escalate(tx: &mut Tx) -> Result<()> {
    actions::escalate(tx)
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
    close_some(tx, AT_ONCE)
}

/// Asks only for states that close by themselves: what rests decided for ever, such as a silent acceptance, takes no place.
pub(crate) fn close_some(tx: &mut Tx, at_once: i64) -> Result<()> {
    let mut left = at_once;
    for (pin, state) in lists::decided_states(tx)? {
        let Some(after_days) = closes_after(tx, &pin, &state)? else { continue };
        let day = tx.today().plus_days(1 - after_days); // answered before this day has begun
        for case in lists::decided_before(tx, &pin, &state, day.start(), left)? {
            actions::act(tx, &case, "close", &Given::default(), false)?;
            left -= 1;
        }
    }
    Ok(())
}

/// After how many days a state closes by itself; nothing where it does not.
fn closes_after(tx: &mut Tx, pin: &str, state: &str) -> Result<Option<i64>> {
    let procedure = store::pinned(tx, pin)?;
    Ok(procedure.actions_from(state).find(|action| action.id == "close").and_then(|action| action.after_days))
}
