//! SQL of who was asked, and of low marks that somebody looked at.

use kernel::{Id, Moment};
use platform::{Result, Tx, args};
use std::collections::BTreeMap;

/// Says whether this round was not asked about yet.
pub fn ask(tx: &mut Tx, case: &Id, round: i64) -> Result<bool> {
    let sql = "INSERT INTO satisfaction_asks (tenant, case_id, round, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    Ok(tx.changed(sql, args![tx.tenant(), case, round, tx.now()])? == 1)
}

pub fn mark_seen(tx: &mut Tx, case: &Id, round: i64) -> Result<bool> {
    let sql =
        "INSERT INTO satisfaction_seen (tenant, case_id, round, at, seen_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant, case_id, round) DO UPDATE SET at = excluded.at, seen_by = excluded.seen_by WHERE satisfaction_seen.at < excluded.at";
    Ok(tx.changed(sql, args![tx.tenant(), case, round, tx.now(), tx.actor().to_string()])? == 1)
}

/// What was looked at among low marks, and when.
pub fn seen(tx: &mut Tx) -> Result<BTreeMap<(Id, i64), Moment>> {
    let sql = "SELECT case_id, round, at FROM satisfaction_seen WHERE tenant = $1";
    let all = tx.all(sql, args![tx.tenant()], |row| Ok(((row.get("case_id")?, row.get("round")?), row.get("at")?)))?;
    Ok(all.into_iter().collect())
}

/// When this round of a case was asked about.
pub fn asked_at(tx: &mut Tx, case: &Id, round: i64) -> Result<Option<Moment>> {
    let sql = "SELECT at FROM satisfaction_asks WHERE tenant = $1 AND case_id = $2 AND round = $3";
    tx.maybe(sql, args![tx.tenant(), case, round], |row| row.get("at"))
}
