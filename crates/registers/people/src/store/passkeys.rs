//! SQL of passkeys, and of the questions that wait for a browser's answer.

use crate::model::Passkey;
use crate::relying::Asked;
use kernel::{Id, Moment};
use platform::store::seal::hex_sha256;
use platform::{Keys, Result, Row, Tx, args, json};
use webauthn_rs::prelude::Passkey as Credential;

const TABLE: &str = "people_passkeys";
const CHALLENGES: &str = "people_challenges";

/// Says no when the credential is known already, whosever it is.
pub fn insert(tx: &mut Tx, id: &Id, account: &Id, name: &str, credential: &Credential) -> Result<bool> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, id.as_str())?;
    let sql = "INSERT INTO people_passkeys (tenant, id, account, credential_key, credential, vault, name, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant, credential_key) DO NOTHING";
    let values = args![
        tenant,
        id,
        account,
        hex_sha256(credential.cred_id()),
        vault.seal(&keys, "credential", &json::to_string(credential)?)?,
        vault.wrapped(),
        vault.seal(&keys, "name", name)?,
        tx.now()
    ];
    Ok(tx.changed(sql, values)? == 1)
}

pub fn by_credential(tx: &mut Tx, credential: &[u8]) -> Result<Option<Passkey>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM people_passkeys WHERE tenant = $1 AND credential_key = $2";
    tx.maybe(sql, args![tenant, hex_sha256(credential)], |row| read(row, &tenant, &keys))
}

pub fn of_account(tx: &mut Tx, account: &Id) -> Result<Vec<Passkey>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM people_passkeys WHERE tenant = $1 AND account = $2 ORDER BY created_at, id";
    tx.all(sql, args![tenant, account], |row| read(row, &tenant, &keys))
}

/// Notes a sign-in, and the counter that the device has reached.
pub fn used(tx: &mut Tx, id: &Id, credential: &Credential) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT vault FROM people_passkeys WHERE tenant = $1 AND id = $2";
    let wrapped: String = tx.one(sql, args![tenant, id], |row| row.get("vault"))?;
    let sealed =
        keys.open_vault(&tenant, TABLE, id.as_str(), &wrapped)?.seal(&keys, "credential", &json::to_string(credential)?)?;
    let sql = "UPDATE people_passkeys SET credential = $1, used_at = $2 WHERE tenant = $3 AND id = $4";
    tx.execute(sql, args![sealed, tx.now(), tenant, id])
}

pub fn stop(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("UPDATE people_passkeys SET stopped_at = $1 WHERE tenant = $2 AND id = $3", args![tx.now(), tx.tenant(), id])
}

/// Says no when the account has no such key.
pub fn delete(tx: &mut Tx, account: &Id, id: &Id) -> Result<bool> {
    forget(tx, account)?;
    let sql = "DELETE FROM people_passkeys WHERE tenant = $1 AND account = $2 AND id = $3";
    Ok(tx.changed(sql, args![tx.tenant(), account, id])? == 1)
}

pub fn delete_all(tx: &mut Tx, account: &Id) -> Result<()> {
    forget(tx, account)?;
    tx.execute("DELETE FROM people_passkeys WHERE tenant = $1 AND account = $2", args![tx.tenant(), account])
}

/// Questions to this account that wait for an answer: none may bring a key once one was taken away.
fn forget(tx: &mut Tx, account: &Id) -> Result<()> {
    tx.execute("DELETE FROM people_challenges WHERE tenant = $1 AND account = $2", args![tx.tenant(), account])
}

/// Remembers a question under a secret of the page and one of the browser; only hashes of both are kept.
pub fn ask(tx: &mut Tx, secret: &str, browser: &str, account: Option<&Id>, asked: &Asked, expires_at: Moment) -> Result<()> {
    let (tenant, keys, id) = (tx.tenant(), tx.keys().clone(), hex_sha256(secret.as_bytes()));
    let vault = keys.new_vault(&tenant, CHALLENGES, &id)?;
    let sealed = vault.seal(&keys, "asked", &json::to_string(asked)?)?;
    tx.execute(
        "INSERT INTO people_challenges (tenant, id, browser, account, vault, asked, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![tenant, id, hex_sha256(browser.as_bytes()), account, vault.wrapped(), sealed, tx.now(), expires_at],
    )
}

/// Takes a question back with the moment at which it was asked, once: of this browser, for this account or for nobody, while it
/// lasts.
pub fn take(tx: &mut Tx, secret: &str, browser: &str, account: Option<&Id>) -> Result<Option<(Asked, Moment)>> {
    let (tenant, keys, id) = (tx.tenant(), tx.keys().clone(), hex_sha256(secret.as_bytes()));
    let sql = "SELECT vault, asked, created_at FROM people_challenges WHERE tenant = $1 AND id = $2 AND browser = $3 AND expires_at > $4
               AND COALESCE(account, '') = $5";
    let whose = account.map_or("", Id::as_str);
    let found = tx.maybe(sql, args![tenant, id, hex_sha256(browser.as_bytes()), tx.now(), whose], |row| {
        let vault = keys.open_vault(&tenant, CHALLENGES, &id, &row.get::<String>("vault")?)?;
        Ok((vault.open("asked", &row.get::<String>("asked")?)?, row.get::<Moment>("created_at")?))
    })?;
    let Some((asked, at)) = found else { return Ok(None) };
    if tx.changed("DELETE FROM people_challenges WHERE tenant = $1 AND id = $2", args![tenant, id])? != 1 {
        return Ok(None);
    }
    Ok(Some((json::from_str(&asked)?, at)))
}

pub fn sweep(tx: &mut Tx) -> Result<()> {
    tx.execute("DELETE FROM people_challenges WHERE tenant = $1 AND expires_at < $2", args![tx.tenant(), tx.now()])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Passkey> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    Ok(Passkey {
        account: row.get("account")?,
        credential: json::from_str(&vault.open("credential", &row.get::<String>("credential")?)?)?,
        name: vault.open("name", &row.get::<String>("name")?)?,
        created_at: row.get("created_at")?,
        used_at: row.get("used_at")?,
        stopped_at: row.get("stopped_at")?,
        id,
    })
}
