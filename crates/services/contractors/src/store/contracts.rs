//! Rows of contracts, of what their terms were, and of the data that came.

use crate::model::{Contract, Received};
use kernel::{Email, Id, Moment};
use platform::{Result, Row, Tx, args, json};
use std::sync::Arc;

const TABLE: &str = "contractors_contracts";

/// All of them, the newest first; kept in memory until one changes.
pub fn all(tx: &mut Tx) -> Result<Arc<Vec<Contract>>> {
    tx.remembered("all", |tx| {
        let (keys, tenant) = (tx.keys().clone(), tx.tenant());
        let sql = "SELECT * FROM contractors_contracts WHERE tenant = $1 ORDER BY starts_on DESC, id DESC";
        tx.all(sql, args![tx.tenant()], |row| read(row, &keys, &tenant))
    })
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Contract> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM contractors_contracts WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tx.tenant(), id], |row| read(row, &keys, &tenant))
}

fn read(row: &Row, keys: &platform::Keys, tenant: &str) -> Result<Contract> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    let system = row.get::<Option<String>>("system")?.map(|sealed| vault.open("system", &sealed)).transpose()?;
    let email = row.get::<Option<String>>("email")?.map(|sealed| vault.open("email", &sealed)).transpose()?;
    Ok(Contract {
        unit: row.get("unit")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        edition: row.get("edition")?,
        terms: json::from_str(&row.get::<String>("terms")?)?,
        email: email.as_deref().and_then(Email::parse),
        system: system.map(|text| json::from_str(&text)).transpose()?,
        updated_at: row.get("updated_at")?,
        id,
    })
}

/// Writes a contract, new or changed, and keeps this edition of its terms.
pub fn put(tx: &mut Tx, contract: &Contract) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, contract.id.as_str())?;
    let email = contract.email.as_ref().map(|email| vault.seal(tx.keys(), "email", email.as_str())).transpose()?;
    let system = match &contract.system {
        Some(system) => Some(vault.seal(tx.keys(), "system", &json::to_string(system)?)?),
        None => None,
    };
    let terms = json::to_string(&contract.terms)?;
    tx.execute(
        "INSERT INTO contractors_contracts (tenant, id, unit, starts_on, ends_on, edition, terms, vault, email, updated_at,
          system)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         ON CONFLICT (tenant, id) DO UPDATE SET unit = $3, starts_on = $4, ends_on = $5, edition = $6, terms = $7, vault = $8,
         email = $9, updated_at = $10, system = $11",
        args![
            tx.tenant(),
            contract.id,
            contract.unit,
            contract.starts_on,
            contract.ends_on,
            contract.edition,
            terms,
            vault.wrapped(),
            email,
            contract.updated_at,
            system
        ],
    )?;
    tx.execute(
        "INSERT INTO contractors_editions (tenant, contract, edition, terms, at, by_whom) VALUES ($1, $2, $3, $4, $5, $6)",
        args![tx.tenant(), contract.id, contract.edition, terms, tx.now(), tx.actor().to_string()],
    )
}

/// The terms as an earlier edition had them.
pub fn edition(tx: &mut Tx, contract: &Id, edition: i64) -> Result<crate::model::Terms> {
    let sql = "SELECT terms FROM contractors_editions WHERE tenant = $1 AND contract = $2 AND edition = $3";
    tx.one(sql, args![tx.tenant(), contract, edition], |row| Ok(json::from_str(&row.get::<String>("terms")?)?))
}

/// Notes that data came. The same day again corrects it.
pub fn receive(tx: &mut Tx, contract: &Id, received: &Received) -> Result<()> {
    tx.execute(
        "INSERT INTO contractors_data (tenant, contract, duty, received_on, rows_count, at, actor) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant, contract, duty, received_on) DO UPDATE SET rows_count = $5, at = $6, actor = $7",
        args![tx.tenant(), contract, received.duty, received.on, received.rows, tx.now(), tx.actor().to_string()],
    )
}

/// What came, the newest first.
pub fn received(tx: &mut Tx, contract: &Id) -> Result<Vec<Received>> {
    let sql = "SELECT duty, received_on, rows_count FROM contractors_data WHERE tenant = $1 AND contract = $2
               ORDER BY received_on DESC, duty";
    tx.all(sql, args![tx.tenant(), contract], |row| {
        Ok(Received { duty: row.get("duty")?, on: row.get("received_on")?, rows: row.get("rows_count")? })
    })
}

/// Until when the contractor's system was asked for news.
pub fn asked_until(tx: &mut Tx, contract: &Id) -> Result<Option<Moment>> {
    let sql = "SELECT asked_until FROM contractors_contracts WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tx.tenant(), contract], |row| row.get("asked_until"))
}

pub fn ask_again_from(tx: &mut Tx, contract: &Id, until: Moment) -> Result<()> {
    let sql = "UPDATE contractors_contracts SET asked_until = $3 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), contract, until])
}

/// Notes what their system told; whether it is new.
pub fn hear(tx: &mut Tx, contract: &Id, update: &str, order: &Id, status: &str) -> Result<bool> {
    let changed = tx.changed(
        "INSERT INTO contractors_heard (tenant, contract, update_id, order_id, at, status) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING",
        args![tx.tenant(), contract, update, order, tx.now(), status],
    )?;
    Ok(changed == 1)
}
