//! Work nobody waits for: note what happened, tell at once of one report, and once a day of the rest. Safe to run twice.

use crate::model::What;
use crate::{actions, rules, store};
use cases::{Moved, Publication, Shown};
use kernel::Id;
use platform::{Job, Result, Tx};
use serde::{Deserialize, Serialize};

pub const TELL: &str = "follow.tell";
pub const DIGEST: &str = "follow.digest_some";
/// Subscriptions looked at in one transaction.
const AT_ONCE: i64 = 200;

/// A report that reached a state, to be told to who follows it.
#[derive(Debug, Serialize, Deserialize)]
struct Reached {
    case: Id,
    state: String,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct After {
    id: String,
}

/// A report moved: who follows it is told at once, or when the quiet hours are over.
pub fn moved(tx: &mut Tx, moved: Moved) -> Result<()> {
    let case = cases::find(tx, &moved.case)?;
    if case.publication != Publication::Published || case.restricted || case.state != moved.to {
        return Ok(());
    }
    if let Some(what) = actions::what(&case) {
        store::add_news(tx, &case.id, what)?;
    }
    if case.followers == 0 {
        return Ok(());
    }
    let due = rules::may_tell_at(tx.now());
    tx.job_at(TELL, &Reached { case: case.id, state: moved.to }, due)
}

/// A report is shown to everybody from now on.
pub fn shown(tx: &mut Tx, shown: Shown) -> Result<()> {
    store::add_news(tx, &shown.case, What::New)
}

pub fn tell(tx: &mut Tx, job: &Job) -> Result<()> {
    let reached: Reached = job.payload()?;
    actions::tell(tx, &reached.case, &reached.state)
}

/// Once a day, at an hour at which nobody sleeps.
pub fn digest(tx: &mut Tx) -> Result<()> {
    tx.job(DIGEST, &After::default())
}

/// Some of the subscriptions; leaves a job for the next ones.
pub fn digest_some(tx: &mut Tx, job: &Job) -> Result<()> {
    let after: After = job.payload()?;
    let news = actions::news(tx)?;
    if news.is_empty() {
        return Ok(());
    }
    let some = store::confirmed_after(tx, &after.id, AT_ONCE)?;
    for subscription in &some {
        let untold = rules::untold(subscription, &news);
        if !untold.is_empty() {
            actions::digest(tx, subscription, &untold)?;
        }
    }
    match some.last() {
        Some(last) if some.len() as i64 == AT_ONCE => tx.job(DIGEST, &After { id: last.id.to_string() }),
        _ => Ok(()),
    }
}

/// Forgets contacts that were never confirmed, and old news.
pub fn forget(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    store::forget(tx, now.plus_secs(-rules::CODE_SECS), now.plus_secs(-rules::NEWS_SECS))
}
