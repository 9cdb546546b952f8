//! SQL of incoming SMS. The number stands as a keyed hash, the words and the number itself are sealed.

use super::model::{Arrived, Outcome};
use kernel::{Id, Moment, Phone};
use platform::store::seal::ERASED;
use platform::{Result, Tx, Waits, args};

const TABLE: &str = "sending_incoming";

pub fn phone_key(tx: &Tx, phone: &Phone) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "incoming-phone", phone.as_str())
}

/// Takes the id of a message; `false` when it was taken before. Words of a flood are not kept.
pub fn take(tx: &mut Tx, arrived: &Arrived, keep: bool) -> Result<bool> {
    let (key, tenant) = (phone_key(tx, &arrived.from)?, tx.tenant());
    let vault = tx.keys().new_vault(&tenant, TABLE, &arrived.message)?;
    let sender = vault.seal(tx.keys(), "sender", arrived.from.as_str())?;
    let body = vault.seal(tx.keys(), "body", if keep { &arrived.text } else { "" })?;
    let sql = "INSERT INTO sending_incoming (tenant, message, at, phone_key, outcome, vault, sender, body)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING";
    let outcome = if keep { Outcome::Silent } else { Outcome::Flood };
    Ok(tx.changed(sql, args![tenant, arrived.message, tx.now(), key, outcome, vault.wrapped(), sender, body])? == 1)
}

pub fn is_known(tx: &mut Tx, message: &str) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM sending_incoming WHERE tenant = $1 AND message = $2";
    Ok(tx.count(sql, args![tx.tenant(), message])? > 0)
}

pub fn note(tx: &mut Tx, message: &str, outcome: Outcome, about: Option<&Id>) -> Result<()> {
    let sql = "UPDATE sending_incoming SET outcome = $3, about = $4 WHERE tenant = $1 AND message = $2";
    tx.execute(sql, args![tx.tenant(), message, outcome, about])
}

/// SMS of one telephone since a moment.
pub fn since(tx: &mut Tx, phone: &Phone, moment: Moment) -> Result<i64> {
    let key = phone_key(tx, phone)?;
    let sql = "SELECT COUNT(*) AS n FROM sending_incoming WHERE tenant = $1 AND phone_key = $2 AND at > $3";
    tx.count(sql, args![tx.tenant(), key, moment])
}

/// The same, of one outcome.
pub fn of_outcome(tx: &mut Tx, phone: &Phone, outcome: Outcome, moment: Moment) -> Result<i64> {
    let key = phone_key(tx, phone)?;
    let sql = "SELECT COUNT(*) AS n FROM sending_incoming WHERE tenant = $1 AND phone_key = $2 AND outcome = $3 AND at > $4";
    tx.count(sql, args![tx.tenant(), key, outcome, moment])
}

pub fn mark_answered(tx: &mut Tx, message: &str) -> Result<()> {
    let sql = "UPDATE sending_incoming SET answered_at = $3 WHERE tenant = $1 AND message = $2";
    tx.execute(sql, args![tx.tenant(), message, tx.now()])
}

/// Answers to one telephone since a moment.
pub fn answered(tx: &mut Tx, phone: &Phone, moment: Moment) -> Result<i64> {
    let key = phone_key(tx, phone)?;
    let sql = "SELECT COUNT(*) AS n FROM sending_incoming WHERE tenant = $1 AND phone_key = $2 AND at > $3 AND answered_at > $3";
    tx.count(sql, args![tx.tenant(), key, moment])
}

/// Answers to all telephones since a moment, counted up to as many as matter.
pub fn all_answered(tx: &mut Tx, moment: Moment, most: i64) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM
               (SELECT 1 AS one FROM sending_incoming WHERE tenant = $1 AND answered_at IS NOT NULL AND answered_at > $2 LIMIT $3) AS a";
    tx.count(sql, args![tx.tenant(), moment, most])
}

/// Writes that the commune's answers of this hour are given; `false` when that stands already.
pub fn stop(tx: &mut Tx) -> Result<bool> {
    let hour: String = tx.now().to_string().chars().take(13).collect();
    let sql = "INSERT INTO sending_stops (tenant, hour, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    Ok(tx.changed(sql, args![tx.tenant(), hour, tx.now()])? == 1)
}

/// The last time within a day that the commune stopped answering.
pub fn stopped(tx: &mut Tx) -> Result<Option<Moment>> {
    let since = tx.now().plus_secs(-super::rules::DAY_SECS);
    let sql = "SELECT MAX(at) AS last FROM sending_stops WHERE tenant = $1 AND at > $2";
    Ok(tx.maybe(sql, args![tx.tenant(), since], |row| row.get::<Option<Moment>>("last"))?.flatten())
}

pub fn stops(tx: &mut Tx) -> Result<Waits> {
    Ok(Waits::known(usize::from(stopped(tx)?.is_some())))
}

pub fn wrong_about(tx: &mut Tx, case: &Id, moment: Moment) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM sending_incoming WHERE tenant = $1 AND about = $2 AND outcome = 'wrong' AND at > $3";
    tx.count(sql, args![tx.tenant(), case, moment])
}

/// Destroys the keys of what was written before a moment.
pub fn erase_before(tx: &mut Tx, moment: Moment) -> Result<u64> {
    tx.execute("DELETE FROM sending_stops WHERE tenant = $1 AND at < $2", args![tx.tenant(), moment])?;
    let sql = "UPDATE sending_incoming SET vault = $1, sender = '', body = '', phone_key = '', erased_at = $2
               WHERE tenant = $3 AND erased_at IS NULL AND at < $4";
    tx.changed(sql, args![ERASED, tx.now(), tx.tenant(), moment])
}

/// The last words of one telephone, newest first, for the demonstration.
pub fn last_of(tx: &mut Tx, phone: &Phone, limit: i64) -> Result<Vec<(Moment, String)>> {
    let (keys, tenant, key) = (tx.keys().clone(), tx.tenant(), phone_key(tx, phone)?);
    let sql = "SELECT message, at, vault, body FROM sending_incoming
               WHERE tenant = $1 AND phone_key = $2 AND erased_at IS NULL ORDER BY at DESC, message DESC LIMIT $3";
    tx.all(sql, args![tenant, key, limit], |row| {
        let vault = keys.open_vault(&tenant, TABLE, &row.get::<String>("message")?, &row.get::<String>("vault")?)?;
        Ok((row.get("at")?, vault.open("body", &row.get::<String>("body")?)?))
    })
}

/// What became of each message, in the order of their ids.
#[cfg(test)]
pub fn outcomes(tx: &mut Tx) -> Result<Vec<(String, Outcome)>> {
    let sql = "SELECT message, outcome FROM sending_incoming WHERE tenant = $1 ORDER BY message";
    tx.all(sql, args![tx.tenant()], |row| Ok((row.get("message")?, row.get("outcome")?)))
}
