//! Work nobody waits for.

use crate::actions::{draft, lent, upload};
use crate::store;
use platform::{Ctx, Job, Result, Tx};
use serde::{Deserialize, Serialize};

pub const ERASE: &str = "requests.erase_files";
/// Days after which a draft that nobody touched is forgotten, when the pack says nothing.
const DRAFT_DAYS: i64 = 30;
/// An upload that was cut goes on within a day, or begins again.
const UPLOAD_SECS: i64 = 86_400;
const AT_ONCE: i64 = 500;

#[derive(Serialize, Deserialize)]
struct Erase {
    blobs: Vec<String>,
}

/// Leaves sealed files to be removed after the commit.
pub fn erase_later(tx: &mut Tx, blobs: &[String]) -> Result<()> {
    if blobs.is_empty() { Ok(()) } else { tx.job(ERASE, &Erase { blobs: blobs.to_vec() }) }
}

/// Removes sealed files that no case names.
pub async fn erase_files(ctx: Ctx, job: Job) -> Result<()> {
    let asked: Erase = job.payload()?;
    let (blobs, tenant) = (ctx.app().blobs().clone(), ctx.commune().code.clone());
    for blob in asked.blobs {
        let named = blob.clone();
        if !ctx.read(move |rx| cases::files::named(rx, &named)).await? {
            blobs.erase(&tenant, &blob)?;
        }
    }
    Ok(())
}

/// How long a draft is kept after it was last touched.
pub fn draft_days(tx: &Tx) -> Result<i64> {
    Ok(tx.fact::<cases::Retention>()?.days.get("draft").copied().unwrap_or(DRAFT_DAYS))
}

/// Forgets drafts that nobody touched.
pub fn forget_drafts(tx: &mut Tx) -> Result<()> {
    let days = draft_days(tx)?;
    let before = tx.now().plus_secs(-days * 86_400);
    for left in store::uploads_before(tx, tx.now().plus_secs(-UPLOAD_SECS), AT_ONCE)? {
        upload::abandon(tx, &left)?;
    }
    for draft in store::idle(tx, before, AT_ONCE)? {
        draft::drop_draft(tx, draft)?;
    }
    Ok(())
}

/// A written mandate has ended: what was begun under it is the citizen's, who is told where to go on.
pub fn mandate_ended(tx: &mut Tx, ended: people::MandateEnded) -> Result<()> {
    if draft::give_back(tx, &ended.mandate)? == 0 {
        return Ok(());
    }
    let held = assisted::held(tx, &ended.mandate)?;
    assisted::tell_ended(tx, &held.paper)
}

/// A person took back what he had lent from his folder: the copy leaves the draft.
pub fn take_back(tx: &mut Tx, withdrawn: folder::Withdrawn) -> Result<()> {
    lent::drop_lent(tx, &withdrawn.draft, &withdrawn.loan)
}

/// What ends without being granted, with an outcome or without, is not owed any more.
pub fn follow_case(tx: &mut Tx, moved: cases::Moved) -> Result<()> {
    let case = cases::find(tx, &moved.case)?;
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let granted = case.outcome.as_deref().and_then(|id| procedure.outcome(id)).is_some_and(|outcome| outcome.solved);
    if !procedure.is_request() || case.is_open() || granted {
        return Ok(());
    }
    payments::cancel(tx, &case.id, &case.state)
}
