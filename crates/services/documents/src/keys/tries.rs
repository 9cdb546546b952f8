//! Tries of a PIN. One is taken before the key is opened and given back when the PIN was not what failed, so that a burst gets
//! no more of them than one after the other; a key is used by one signature at a time.

use super::Holder;
use kernel::{Id, Moment, Refusal};
use platform::{Actor, App, Problem, Result, Scope, Tx, args, json::json};

/// A locked key opens again after a day without a try.
const LOCKED_SECS: i64 = 86_400;
/// A signature that was cut off holds its key no longer than this.
const BUSY_SECS: i64 = 60;

/// One try there must be.
fn limit(most: u32) -> i64 {
    i64::from(most.max(1))
}

/// What is known of the tries of one key.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tries {
    /// Wrong PINs in a row.
    pub wrong: i64,
    /// The last one.
    pub at: Moment,
}

impl Tries {
    pub fn is_locked(&self, most: u32, now: Moment) -> bool {
        self.wrong >= limit(most) && now.secs_since(self.at) < LOCKED_SECS
    }

    /// How many are left after wrong ones; nothing when the next is the first.
    pub fn left(&self, most: u32) -> Option<i64> {
        (self.wrong > 0 && self.wrong < limit(most)).then(|| limit(most) - self.wrong)
    }
}

/// Takes a try, and the key with it.
///
/// # Errors
/// `documents-key-locked` after too many wrong ones, `documents-key-busy` while another signature is made with this key.
pub fn take(tx: &mut Tx, holder: &str, most: u32) -> Result<()> {
    let now = tx.now();
    let (busy_until, day_ago) = (now.plus_secs(BUSY_SECS), now.plus_secs(-LOCKED_SECS));
    let sql = "INSERT INTO documents_tries (tenant, holder, wrong, at, busy_until) VALUES ($1, $2, 1, $3, $4)
               ON CONFLICT (tenant, holder) DO UPDATE SET at = excluded.at, busy_until = excluded.busy_until,
                   wrong = CASE WHEN documents_tries.wrong >= $5 THEN 1 ELSE documents_tries.wrong + 1 END
               WHERE (documents_tries.busy_until IS NULL OR documents_tries.busy_until <= $3)
                 AND (documents_tries.wrong < $5 OR documents_tries.at <= $6)";
    if tx.changed(sql, args![tx.tenant(), holder, now, busy_until, limit(most), day_ago])? == 1 {
        return Ok(());
    }
    match of(tx, holder)? {
        Some(tries) if tries.is_locked(most, now) => Err(locked()),
        _ => Err(Refusal::new("documents-key-busy").at("pin").into()),
    }
}

fn locked() -> Problem {
    Refusal::new("documents-key-locked").at("pin").into()
}

/// The PIN was right: the count begins anew.
pub fn right(tx: &mut Tx, holder: &str) -> Result<()> {
    let sql = "UPDATE documents_tries SET wrong = 0, busy_until = NULL WHERE tenant = $1 AND holder = $2";
    tx.execute(sql, args![tx.tenant(), holder])
}

/// Something else failed, perhaps before the PIN was looked at: the try is given back.
pub fn give_back(tx: &mut Tx, holder: &str) -> Result<()> {
    let sql = "UPDATE documents_tries SET wrong = wrong - 1, busy_until = NULL WHERE tenant = $1 AND holder = $2 AND wrong > 0";
    tx.execute(sql, args![tx.tenant(), holder])
}

/// The PIN was wrong: says so, with the tries that are left, and notes when the key is locked by it.
pub fn wrong(tx: &mut Tx, holder: &str, paper: &Id, most: u32) -> Result<Problem> {
    let sql = "UPDATE documents_tries SET busy_until = NULL WHERE tenant = $1 AND holder = $2";
    tx.execute(sql, args![tx.tenant(), holder])?;
    let wrong = of(tx, holder)?.map_or(0, |tries| tries.wrong);
    let left = (limit(most) - wrong).max(0);
    tx.record("documents.wrong_pin", paper, &json!({ "key": holder, "left": left }))?;
    if left == 0 {
        tx.record("documents.key_locked", holder, &json!({ "wrong": wrong }))?;
        return Ok(locked());
    }
    Ok(Refusal::new("documents-wrong-pin-left").with("left", left).at("pin").into())
}

pub fn of(tx: &mut Tx, holder: &str) -> Result<Option<Tries>> {
    let sql = "SELECT wrong, at FROM documents_tries WHERE tenant = $1 AND holder = $2";
    tx.maybe(sql, args![tx.tenant(), holder], |row| Ok(Tries { wrong: row.get("wrong")?, at: row.get("at")? }))
}

/// A new key, or an administrator, begins the count anew. Says whether there was one.
pub fn forget(tx: &mut Tx, holder: &str) -> Result<bool> {
    let sql = "DELETE FROM documents_tries WHERE tenant = $1 AND holder = $2";
    Ok(tx.changed(sql, args![tx.tenant(), holder])? > 0)
}

/// Unlocks a key before its day has passed. Nobody unlocks the own one.
///
/// # Errors
/// `documents-unlock-own`.
pub fn unlock(tx: &mut Tx, holder: &str) -> Result<()> {
    if let Actor::Staff { person, .. } = tx.actor().clone()
        && let Some(Holder::Person(other)) = Holder::read(holder)
        && people::same_human(tx, &person, &other)?
    {
        return Err(Refusal::new("documents-unlock-own").into());
    }
    if forget(tx, holder)? {
        tx.record("documents.key_unlocked", holder, &json!({}))?;
    }
    Ok(())
}

/// The same by the machine's keeper.
pub async fn unlock_at_machine(app: &App, tenant: &str, holder: Holder) -> Result<()> {
    app.store().write(Scope::system(tenant), move |tx| unlock(tx, &holder.to_string())).await
}
