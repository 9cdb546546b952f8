//! SQL of journeys to a provider: bound to one provider and one browser, used once.

use crate::model::{Claims, Flow, Told};
use kernel::{Id, Moment};
use platform::{Keys, Result, Row, Tx, args, json};

const TABLE: &str = "identity_flows";

/// A journey as it is found again: what was sealed stays so until the rest has been checked.
pub struct Found {
    pub flow: Flow,
    pub browser: String,
    pub expires_at: Moment,
    pub used: bool,
}

pub fn insert(tx: &mut Tx, flow: &Flow, browser: &str, expires_at: Moment) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, &flow.id)?;
    let told = vault.seal(&keys, "told", &json::to_string(&flow.told)?)?;
    tx.execute(
        "INSERT INTO identity_flows (tenant, id, provider, browser, account, vault, told, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![tenant, flow.id, flow.provider, browser, flow.account, vault.wrapped(), told, tx.now(), expires_at],
    )
}

pub fn find(tx: &mut Tx, id: &str) -> Result<Option<Found>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_flows WHERE tenant = $1 AND id = $2";
    tx.maybe(sql, args![tenant, id], |row| read(row, &tenant, &keys))
}

/// Uses it up. Says no when somebody else just did.
pub fn use_up(tx: &mut Tx, id: &str) -> Result<bool> {
    let sql = "UPDATE identity_flows SET used_at = $1 WHERE tenant = $2 AND id = $3 AND used_at IS NULL";
    Ok(tx.changed(sql, args![tx.now(), tx.tenant(), id])? == 1)
}

/// Keeps what arrived until the code of our own came back.
pub fn keep(tx: &mut Tx, id: &str, claims: &Claims) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT vault FROM identity_flows WHERE tenant = $1 AND id = $2";
    let wrapped: String = tx.one(sql, args![tenant, id], |row| row.get("vault"))?;
    let sealed = keys.open_vault(&tenant, TABLE, id, &wrapped)?.seal(&keys, "arrived", &json::to_string(claims)?)?;
    tx.execute("UPDATE identity_flows SET arrived = $1 WHERE tenant = $2 AND id = $3", args![sealed, tenant, id])
}

/// The journey of this browser that arrived and waits for a code.
pub fn waiting(tx: &mut Tx, browser: &str) -> Result<Option<Flow>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_flows WHERE tenant = $1 AND browser = $2 AND arrived IS NOT NULL AND closed_at IS NULL
               AND expires_at > $3 ORDER BY created_at DESC LIMIT 1";
    let found = tx.maybe(sql, args![tenant, browser, tx.now()], |row| read(row, &tenant, &keys))?;
    Ok(found.map(|found| found.flow))
}

/// Promises what arrived to one account: whoever sits at this browser next makes no other of it.
pub fn promise(tx: &mut Tx, id: &str, account: &Id) -> Result<()> {
    let sql = "UPDATE identity_flows SET account = $1 WHERE tenant = $2 AND id = $3";
    tx.execute(sql, args![account, tx.tenant(), id])
}

/// Says no when it was closed meanwhile.
pub fn close(tx: &mut Tx, id: &str) -> Result<bool> {
    let sql = "UPDATE identity_flows SET closed_at = $1, arrived = NULL WHERE tenant = $2 AND id = $3 AND closed_at IS NULL";
    Ok(tx.changed(sql, args![tx.now(), tx.tenant(), id])? == 1)
}

pub fn sweep(tx: &mut Tx, before: Moment) -> Result<()> {
    tx.execute("DELETE FROM identity_flows WHERE tenant = $1 AND expires_at < $2", args![tx.tenant(), before])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Found> {
    let id: String = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, &id, &row.get::<String>("vault")?)?;
    let told: Told = json::from_str(&vault.open("told", &row.get::<String>("told")?)?)?;
    let arrived = row.get::<Option<String>>("arrived")?.map(|sealed| vault.open("arrived", &sealed)).transpose()?;
    let arrived = arrived.map(|text| json::from_str(&text)).transpose()?;
    Ok(Found {
        browser: row.get("browser")?,
        expires_at: row.get("expires_at")?,
        used: row.get::<Option<Moment>>("used_at")?.is_some(),
        flow: Flow { provider: row.get("provider")?, account: row.get("account")?, told, arrived, id },
    })
}
