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
    let after = procedure.action("close").and_then(|action| action.after_days);
    Ok(after.zip(case.answered_at).is_some_and(|(days, answered)| tx.today().days_since(answered.day()) >= days))
}
