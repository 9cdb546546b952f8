//! Rows of keys and trusted roots.

use super::{Holder, Place};
use kernel::Moment;
use platform::store::seal::hex_sha256;
use platform::{Result, Tx, args};

const TABLE: &str = "documents_keys";

/// A key as the store keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// `person:…`, `office:…`, `seal` or `root`.
    pub holder: String,
    pub place: Place,
    /// When its certificate ends, once that is known.
    pub expires_at: Option<Moment>,
}

/// Puts a key in the place of the holder's former one.
pub fn put(tx: &mut Tx, holder: &Holder, place: &Place, expires_at: Option<Moment>) -> Result<()> {
    tx.execute("DELETE FROM documents_keys WHERE tenant = $1 AND holder = $2", args![tx.tenant(), holder.to_string()])?;
    super::tries::forget(tx, &holder.to_string())?;
    put_first(tx, holder, place, expires_at)
}

/// The same, unless the holder has one: another machine may have been first.
pub fn put_first(tx: &mut Tx, holder: &Holder, place: &Place, expires_at: Option<Moment>) -> Result<()> {
    let holder = holder.to_string();
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, &holder)?;
    let content = vault.seal(tx.keys(), "content", &serde_json::to_string(place)?)?;
    let kind = match place {
        Place::File(_) => "file",
        Place::Card { .. } => "card",
    };
    let sql = "INSERT INTO documents_keys (tenant, holder, kind, vault, content, expires_at, made_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    let values = args![tx.tenant(), holder, kind, vault.wrapped(), content, expires_at, tx.now()];
    if tx.changed(sql, values)? == 1 {
        tx.record("documents.key_kept", &holder, &platform::json::json!({ "kind": kind, "expires_at": expires_at }))?;
    }
    Ok(())
}

/// Notes when the certificate of a key ends, as seen while it signed.
pub fn expires(tx: &mut Tx, holder: &str, at: Option<Moment>) -> Result<()> {
    let sql = "UPDATE documents_keys SET expires_at = $3 WHERE tenant = $1 AND holder = $2";
    tx.execute(sql, args![tx.tenant(), holder, at])
}

pub fn find(tx: &mut Tx, holder: &Holder) -> Result<Option<Kept>> {
    let holder = holder.to_string();
    Ok(all(tx)?.into_iter().find(|kept| kept.holder == holder))
}

/// Every key of the commune: a handful.
pub fn all(tx: &mut Tx) -> Result<Vec<Kept>> {
    let keys = tx.keys().clone();
    let tenant = tx.tenant();
    tx.all("SELECT * FROM documents_keys WHERE tenant = $1 ORDER BY holder", args![tenant], |row| {
        let holder: String = row.get("holder")?;
        let vault = keys.open_vault(&tenant, TABLE, &holder, &row.get::<String>("vault")?)?;
        let place = serde_json::from_str(&vault.open("content", &row.get::<String>("content")?)?)?;
        Ok(Kept { holder, place, expires_at: row.get("expires_at")? })
    })
}

/// Trusts the certificates of a PEM text as roots.
pub fn trust(tx: &mut Tx, pem: &str) -> Result<()> {
    let hash = hex_sha256(pem.as_bytes());
    let sql = "INSERT INTO documents_roots (tenant, sha256, pem, added_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    if tx.changed(sql, args![tx.tenant(), hash, pem, tx.now()])? == 1 {
        tx.record("documents.root_trusted", &hash, &platform::json::json!({}))?;
    }
    Ok(())
}

pub fn roots(tx: &mut Tx) -> Result<Vec<String>> {
    tx.all("SELECT pem FROM documents_roots WHERE tenant = $1 ORDER BY sha256", args![tx.tenant()], |row| row.get("pem"))
}
