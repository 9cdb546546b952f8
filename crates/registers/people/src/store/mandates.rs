//! SQL of mandates.

use crate::model::Mandate;
use kernel::Id;
use platform::store::seal::ERASED;
use platform::{Keys, Result, Row, Tx, args};

const TABLE: &str = "people_mandates";

pub fn insert(tx: &mut Tx, mandate: &Mandate) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, mandate.id.as_str())?;
    tx.execute(
        "INSERT INTO people_mandates (tenant, id, holder, for_person, vault, matter, proof, starts_on, ends_on, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            tenant,
            mandate.id,
            mandate.holder,
            mandate.for_person,
            vault.wrapped(),
            vault.seal(&keys, "matter", &mandate.matter)?,
            vault.seal(&keys, "proof", &mandate.proof)?,
            mandate.starts_on,
            mandate.ends_on,
            tx.now()
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Mandate> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM people_mandates WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

/// Given by this person or held by them, newest first.
pub fn about(tx: &mut Tx, person: &Id) -> Result<Vec<Mandate>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql =
        "SELECT * FROM people_mandates WHERE tenant = $1 AND (holder = $2 OR for_person = $2) AND vault <> $3 ORDER BY id DESC";
    tx.all(sql, args![tenant, person, ERASED], |row| read(row, &tenant, &keys))
}

pub fn end(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "UPDATE people_mandates SET ended_at = $1 WHERE tenant = $2 AND id = $3 AND ended_at IS NULL";
    tx.execute(sql, args![tx.now(), tx.tenant(), id])
}

pub fn erase_about(tx: &mut Tx, person: &Id) -> Result<()> {
    let sql = "UPDATE people_mandates SET vault = $1, matter = '', proof = '', ended_at = COALESCE(ended_at, $2)
               WHERE tenant = $3 AND (holder = $4 OR for_person = $4)";
    tx.execute(sql, args![ERASED, tx.now(), tx.tenant(), person])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Mandate> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    Ok(Mandate {
        holder: row.get("holder")?,
        for_person: row.get("for_person")?,
        matter: vault.open("matter", &row.get::<String>("matter")?)?,
        proof: vault.open("proof", &row.get::<String>("proof")?)?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        ended_at: row.get("ended_at")?,
        id,
    })
}
