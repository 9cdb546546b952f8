//! SQL of the Open311 door: which key filed which case, updates already taken, and the changeset of the catalogue.

use kernel::{Id, Moment};
use platform::{Result, Tx, Value, args};

/// A case belongs to the key that filed it first.
pub fn filed(tx: &mut Tx, case: &Id, key: &Id) -> Result<()> {
    let sql = "INSERT INTO open311_requests (tenant, case_id, api_key, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), case, key, tx.now()])
}

pub fn filed_by(tx: &mut Tx, case: &Id, key: &Id) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM open311_requests WHERE tenant = $1 AND case_id = $2 AND api_key = $3";
    Ok(tx.count(sql, args![tx.tenant(), case, key])? > 0)
}

/// A condition over cases: filed by this key. `?` stands for its parameters.
pub fn own_condition(tx: &Tx, key: &Id) -> (&'static str, Vec<Value>) {
    ("id IN (SELECT case_id FROM open311_requests WHERE tenant = ? AND api_key = ?)", args![tx.tenant(), key])
}

/// Says whether this update comes for the first time.
pub fn take_update(tx: &mut Tx, key: &Id, update: &str, case: &Id) -> Result<bool> {
    let sql = "INSERT INTO open311_updates (tenant, api_key, update_id, case_id, at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT DO NOTHING";
    Ok(tx.changed(sql, args![tx.tenant(), key, update, case, tx.now()])? == 1)
}

/// What the catalogue looked like when it was last asked for, and since when.
pub fn changeset(tx: &mut Tx) -> Result<Option<(String, Moment)>> {
    let sql = "SELECT fingerprint, at FROM open311_changesets WHERE tenant = $1";
    tx.maybe(sql, args![tx.tenant()], |row| Ok((row.get("fingerprint")?, row.get("at")?)))
}

pub fn note_changeset(tx: &mut Tx, fingerprint: &str) -> Result<()> {
    let sql = "INSERT INTO open311_changesets (tenant, fingerprint, at) VALUES ($1, $2, $3)
               ON CONFLICT (tenant) DO UPDATE SET fingerprint = excluded.fingerprint, at = excluded.at";
    tx.execute(sql, args![tx.tenant(), fingerprint, tx.now()])
}
