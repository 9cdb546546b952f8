//! SQL of providers: the secret is sealed in its row.

use crate::model::{NewProvider, Provider};
use kernel::Id;
use platform::{Keys, Result, Row, Tx, args, json};

const TABLE: &str = "identity_providers";

pub fn insert(tx: &mut Tx, id: &Id, new: &NewProvider) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, id.as_str())?;
    tx.execute(
        "INSERT INTO identity_providers
         (tenant, id, label, issuer, client_id, vault, secret, scopes, claims, levels, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tenant,
            id,
            json::to_string(&new.label)?,
            new.issuer,
            new.client_id,
            vault.wrapped(),
            vault.seal(&keys, "secret", new.secret.as_deref().unwrap_or(""))?,
            new.scopes,
            json::to_string(&new.claims)?,
            json::to_string(&new.levels)?,
            tx.now()
        ],
    )
}

pub fn update(tx: &mut Tx, id: &Id, new: &NewProvider) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "UPDATE identity_providers SET label = $1, issuer = $2, client_id = $3, scopes = $4, claims = $5, levels = $6
               WHERE tenant = $7 AND id = $8";
    let (label, claims, levels) = (json::to_string(&new.label)?, json::to_string(&new.claims)?, json::to_string(&new.levels)?);
    tx.execute(sql, args![label, new.issuer, new.client_id, new.scopes, claims, levels, tenant, id])?;
    let Some(secret) = &new.secret else { return Ok(()) };
    let sql = "SELECT vault FROM identity_providers WHERE tenant = $1 AND id = $2";
    let wrapped: String = tx.one(sql, args![tenant, id], |row| row.get("vault"))?;
    let sealed = keys.open_vault(&tenant, TABLE, id.as_str(), &wrapped)?.seal(&keys, "secret", secret)?;
    tx.execute("UPDATE identity_providers SET secret = $1 WHERE tenant = $2 AND id = $3", args![sealed, tenant, id])
}

pub fn turn(tx: &mut Tx, id: &Id, on: bool) -> Result<()> {
    let since = on.then(|| tx.now());
    tx.execute("UPDATE identity_providers SET on_since = $1 WHERE tenant = $2 AND id = $3", args![since, tx.tenant(), id])
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Provider> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM identity_providers WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

pub fn all(tx: &mut Tx) -> Result<Vec<Provider>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.all("SELECT * FROM identity_providers WHERE tenant = $1 ORDER BY id", args![tenant], |row| read(row, &tenant, &keys))
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Provider> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    Ok(Provider {
        label: json::from_str(&row.get::<String>("label")?)?,
        issuer: row.get("issuer")?,
        client_id: row.get("client_id")?,
        secret: vault.open("secret", &row.get::<String>("secret")?)?,
        scopes: row.get("scopes")?,
        claims: json::from_str(&row.get::<String>("claims")?)?,
        levels: json::from_str(&row.get::<String>("levels")?)?,
        on_since: row.get("on_since")?,
        id,
    })
}
