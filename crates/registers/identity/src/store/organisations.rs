//! SQL of organisations and of those who act for them.

use crate::organisation::{NewOrganisation, NewRepresentative, Organisation, OrganisationKind, Representative};
use kernel::Id;
use platform::{Keys, Problem, Result, Row, Tx, args};

const TABLE: &str = "identity_organisations";
const ROLES: &str = "identity_representatives";
const LISTED: i64 = 200;

fn number_key(tx: &Tx, number: &str) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "organisation", number)
}

pub fn insert(tx: &mut Tx, id: &Id, new: &NewOrganisation) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, id.as_str())?;
    tx.execute(
        "INSERT INTO identity_organisations (tenant, id, kind, number_key, vault, name, number, contact, noted_at, noted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            tenant,
            id,
            new.kind,
            number_key(tx, &new.number)?,
            vault.wrapped(),
            vault.seal(&keys, "name", &new.name)?,
            vault.seal(&keys, "number", &new.number)?,
            vault.seal(&keys, "contact", new.contact.as_str())?,
            tx.now(),
            tx.actor().to_string()
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Organisation> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_organisations WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tenant, id], |row| read(row, &tenant, &keys))
}

pub fn by_number(tx: &mut Tx, kind: OrganisationKind, number: &str) -> Result<Option<Organisation>> {
    let (tenant, keys, key) = (tx.tenant(), tx.keys().clone(), number_key(tx, number)?);
    let sql = "SELECT * FROM identity_organisations WHERE tenant = $1 AND kind = $2 AND number_key = $3";
    tx.maybe(sql, args![tenant, kind, key], |row| read(row, &tenant, &keys))
}

/// The latest first.
pub fn latest(tx: &mut Tx) -> Result<Vec<Organisation>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_organisations WHERE tenant = $1 ORDER BY id DESC LIMIT $2";
    tx.all(sql, args![tenant, LISTED], |row| read(row, &tenant, &keys))
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Organisation> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    let contact = vault.open("contact", &row.get::<String>("contact")?)?;
    Ok(Organisation {
        kind: row.get("kind")?,
        name: vault.open("name", &row.get::<String>("name")?)?,
        number: vault.open("number", &row.get::<String>("number")?)?,
        contact: people::contact::parse(&contact).ok_or_else(|| Problem::internal("contact of an organisation"))?,
        id,
    })
}

pub fn add_representative(tx: &mut Tx, id: &Id, new: &NewRepresentative) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, ROLES, id.as_str())?;
    tx.execute(
        "INSERT INTO identity_representatives
         (tenant, id, organisation, person, role, vault, proof, starts_on, ends_on, confirmed_at, confirmed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tenant,
            id,
            new.organisation,
            new.person,
            new.role,
            vault.wrapped(),
            vault.seal(&keys, "proof", &new.proof)?,
            new.starts_on,
            new.ends_on,
            tx.now(),
            tx.actor().to_string()
        ],
    )
}

pub fn representative(tx: &mut Tx, id: &Id) -> Result<Representative> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_representatives WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tenant, id], |row| read_representative(row, &tenant, &keys))
}

pub fn representatives(tx: &mut Tx, organisation: &Id) -> Result<Vec<Representative>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_representatives WHERE tenant = $1 AND organisation = $2 ORDER BY id";
    tx.all(sql, args![tenant, organisation], |row| read_representative(row, &tenant, &keys))
}

pub fn held_by(tx: &mut Tx, person: &Id) -> Result<Vec<Representative>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_representatives WHERE tenant = $1 AND person = $2 AND ended_at IS NULL ORDER BY id";
    tx.all(sql, args![tenant, person], |row| read_representative(row, &tenant, &keys))
}

/// Says no when it had ended before.
pub fn end(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql =
        "UPDATE identity_representatives SET ended_at = $1, ended_by = $2 WHERE tenant = $3 AND id = $4 AND ended_at IS NULL";
    let by = tx.actor().to_string();
    Ok(tx.changed(sql, args![tx.now(), by, tx.tenant(), id])? == 1)
}

pub fn forget(tx: &mut Tx, person: &Id) -> Result<()> {
    tx.execute("DELETE FROM identity_representatives WHERE tenant = $1 AND person = $2", args![tx.tenant(), person])
}

fn read_representative(row: &Row, tenant: &str, keys: &Keys) -> Result<Representative> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, ROLES, id.as_str(), &row.get::<String>("vault")?)?;
    Ok(Representative {
        organisation: row.get("organisation")?,
        person: row.get("person")?,
        role: row.get("role")?,
        proof: vault.open("proof", &row.get::<String>("proof")?)?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        ended_at: row.get("ended_at")?,
        id,
    })
}
