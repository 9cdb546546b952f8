//! SQL of links: which account a provider's subject opens, and what the provider said last.

use crate::model::{Claims, Link};
use kernel::Id;
use people::Level;
use platform::{Keys, Result, Row, Tx, args, json};

const TABLE: &str = "identity_links";

fn subject_key(tx: &Tx, provider: &Id, subject: &str) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "subject", &format!("{provider}/{subject}"))
}

pub fn insert(tx: &mut Tx, link: &Link) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, link.id.as_str())?;
    let key = subject_key(tx, &link.provider, &link.claims.subject)?;
    tx.execute(
        "INSERT INTO identity_links
         (tenant, id, provider, subject_key, account, person, vault, claims, level_before, linked_at, seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)",
        args![
            tenant,
            link.id,
            link.provider,
            key,
            link.account,
            link.person,
            vault.wrapped(),
            vault.seal(&keys, "claims", &json::to_string(&link.claims)?)?,
            link.level_before,
            link.linked_at
        ],
    )
}

/// What the provider says today takes the place of what it said before.
pub fn refresh(tx: &mut Tx, id: &Id, claims: &Claims) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT vault FROM identity_links WHERE tenant = $1 AND id = $2";
    let wrapped: String = tx.one(sql, args![tenant, id], |row| row.get("vault"))?;
    let sealed = keys.open_vault(&tenant, TABLE, id.as_str(), &wrapped)?.seal(&keys, "claims", &json::to_string(claims)?)?;
    let sql = "UPDATE identity_links SET claims = $1, seen_at = $2 WHERE tenant = $3 AND id = $4";
    tx.execute(sql, args![sealed, tx.now(), tenant, id])
}

pub fn by_subject(tx: &mut Tx, provider: &Id, subject: &str) -> Result<Option<Link>> {
    let (tenant, keys, key) = (tx.tenant(), tx.keys().clone(), subject_key(tx, provider, subject)?);
    let sql = "SELECT * FROM identity_links WHERE tenant = $1 AND provider = $2 AND subject_key = $3";
    tx.maybe(sql, args![tenant, provider, key], |row| read(row, &tenant, &keys))
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Link> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM identity_links WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

pub fn of_account(tx: &mut Tx, account: &Id) -> Result<Vec<Link>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_links WHERE tenant = $1 AND account = $2 ORDER BY id";
    tx.all(sql, args![tenant, account], |row| read(row, &tenant, &keys))
}

/// What providers said of a person.
pub fn of_person(tx: &mut Tx, person: &Id) -> Result<Vec<Link>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM identity_links WHERE tenant = $1 AND person = $2 ORDER BY id";
    tx.all(sql, args![tenant, person], |row| read(row, &tenant, &keys))
}

/// The level to which the person goes back without these links, when it is above.
pub fn lower_before(tx: &mut Tx, person: &Id, level: Level) -> Result<()> {
    move_before(tx, person, level, |before| before > level)
}

pub fn raise_before(tx: &mut Tx, person: &Id, level: Level) -> Result<()> {
    move_before(tx, person, level, |before| before < level)
}

fn move_before(tx: &mut Tx, person: &Id, level: Level, moves: impl Fn(Level) -> bool) -> Result<()> {
    let sql = "SELECT id, level_before FROM identity_links WHERE tenant = $1 AND person = $2";
    let all: Vec<(Id, Level)> = tx.all(sql, args![tx.tenant(), person], |row| Ok((row.get("id")?, row.get("level_before")?)))?;
    for (id, _) in all.into_iter().filter(|(_, before)| moves(*before)) {
        let sql = "UPDATE identity_links SET level_before = $1 WHERE tenant = $2 AND id = $3";
        tx.execute(sql, args![level, tx.tenant(), id])?;
    }
    Ok(())
}

pub fn delete(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("DELETE FROM identity_links WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}

pub fn forget(tx: &mut Tx, person: &Id) -> Result<()> {
    tx.execute("DELETE FROM identity_links WHERE tenant = $1 AND person = $2", args![tx.tenant(), person])?;
    tx.execute("DELETE FROM identity_doubts WHERE tenant = $1 AND person = $2", args![tx.tenant(), person])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Link> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    Ok(Link {
        provider: row.get("provider")?,
        account: row.get("account")?,
        person: row.get("person")?,
        claims: json::from_str(&vault.open("claims", &row.get::<String>("claims")?)?)?,
        level_before: row.get("level_before")?,
        linked_at: row.get("linked_at")?,
        seen_at: row.get("seen_at")?,
        id,
    })
}
