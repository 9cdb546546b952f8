//! Keys under which programs asked for changes.

use kernel::{Id, Moment, Refusal};
use platform::{Problem, Result, Tx, args};

/// Whether this change comes for the first time under this key.
///
/// # Errors
/// `Conflict` when the key named another change.
pub fn take(tx: &mut Tx, key: &Id, fingerprint: &str) -> Result<bool> {
    let program = tx.actor().to_string();
    let sql = "INSERT INTO integrations_changes (tenant, api_key, client_key, fingerprint, at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT DO NOTHING";
    if tx.changed(sql, args![tx.tenant(), program, key, fingerprint, tx.now()])? == 1 {
        return Ok(true);
    }
    let sql = "SELECT fingerprint FROM integrations_changes WHERE tenant = $1 AND api_key = $2 AND client_key = $3";
    let known: String = tx.one(sql, args![tx.tenant(), program, key], |row| row.get("fingerprint"))?;
    if known == fingerprint { Ok(false) } else { Err(Problem::Conflict(Refusal::new("platform-key-reused"))) }
}

pub fn forget(tx: &mut Tx, before: Moment) -> Result<()> {
    tx.execute("DELETE FROM integrations_changes WHERE tenant = $1 AND at < $2", args![tx.tenant(), before])
}
