//! SQL of what is to be settled: one row for each statement that contradicts the register, once.

use crate::model::{Claims, Doubt, Kind, Link, Verdict};
use kernel::Id;
use platform::{Count, Keys, Result, Row, Tx, Waits, args, json};

const TABLE: &str = "identity_doubts";
const LISTED: i64 = 200;

/// The statement as a keyed mark: the same one is settled once, not at each sign-in.
fn mark(tx: &Tx, kind: Kind, claims: &Claims) -> Result<String> {
    let said = match kind {
        Kind::Number | Kind::Taken => claims.cin.as_ref().map_or("", |cin| cin.as_str()),
        Kind::Name => claims.name.as_deref().unwrap_or(""),
    };
    tx.keys().lookup(&tx.tenant(), "doubt", said)
}

/// Says whether it is new.
pub fn insert(tx: &mut Tx, link: &Link, kind: Kind, claims: &Claims) -> Result<Option<Id>> {
    let (tenant, keys, id) = (tx.tenant(), tx.keys().clone(), tx.new_id());
    let vault = keys.new_vault(&tenant, TABLE, id.as_str())?;
    let sealed = vault.seal(&keys, "claims", &json::to_string(claims)?)?;
    let added = tx.changed(
        "INSERT INTO identity_doubts (tenant, id, link, person, kind, mark, vault, claims, noted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (tenant, link, kind, mark) DO NOTHING",
        args![tenant, id, link.id, link.person, kind, mark(tx, kind, claims)?, vault.wrapped(), sealed, tx.now()],
    )?;
    Ok((added == 1).then_some(id))
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Doubt> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM identity_doubts WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

/// Those that wait, oldest first.
pub fn open(tx: &mut Tx) -> Result<Vec<Doubt>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_doubts WHERE tenant = $1 AND settled_at IS NULL ORDER BY noted_at, id LIMIT $2";
    tx.all(sql, args![tenant, LISTED], |row| read(row, &tenant, &keys))
}

pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    let sql = "SELECT COUNT(*) AS n FROM identity_doubts WHERE tenant = $1 AND settled_at IS NULL";
    Ok(Count::of(sql, args![tx.tenant()]).into())
}

/// Says no when a colleague was faster.
pub fn settle(tx: &mut Tx, id: &Id, verdict: Verdict, reason: &str) -> Result<bool> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT vault FROM identity_doubts WHERE tenant = $1 AND id = $2";
    let wrapped: String = tx.one(sql, args![tenant, id], |row| row.get("vault"))?;
    let sealed = keys.open_vault(&tenant, TABLE, id.as_str(), &wrapped)?.seal(&keys, "reason", reason)?;
    let sql = "UPDATE identity_doubts SET settled_at = $1, settled_by = $2, verdict = $3, reason = $4
               WHERE tenant = $5 AND id = $6 AND settled_at IS NULL";
    let by = tx.actor().to_string();
    Ok(tx.changed(sql, args![tx.now(), by, verdict, sealed, tenant, id])? == 1)
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Doubt> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    Ok(Doubt {
        link: row.get("link")?,
        person: row.get("person")?,
        kind: row.get("kind")?,
        claims: json::from_str(&vault.open("claims", &row.get::<String>("claims")?)?)?,
        noted_at: row.get("noted_at")?,
        settled_at: row.get("settled_at")?,
        verdict: row.get("verdict")?,
        id,
    })
}

/// Whether a statement about this person waits to be settled.
pub fn is_doubted(tx: &mut Tx, person: &Id) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM identity_doubts WHERE tenant = $1 AND person = $2 AND settled_at IS NULL";
    Ok(tx.count(sql, args![tx.tenant(), person])? > 0)
}
