//! Rows of deeds; words are sealed under a key of each.

use crate::model::{Deposit, Doubt};
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args};

const TABLE: &str = "field_deposits";

/// A second row of the same key is refused by the database.
pub fn add(tx: &mut Tx, new: &Deposit) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, new.key.as_str())?;
    let words = vault.seal(tx.keys(), "words", &new.words)?;
    let (photo, thumb) = new.photo.clone().unzip();
    let doubts: Vec<&str> = new.doubts.iter().map(|doubt| doubt.as_str()).collect();
    tx.changed(
        "INSERT INTO field_deposits (tenant, key, account, by_whom, kind, outcome, clash, case_id, unit, procedure, asset, vault, words,
         photo, thumb, photo_at, metres, doubts, done_at, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
        args![
            tx.tenant(),
            new.key,
            new.account,
            new.by_whom,
            new.kind,
            new.outcome,
            new.clash,
            new.case,
            new.unit,
            new.procedure,
            new.asset,
            vault.wrapped(),
            words,
            photo,
            thumb,
            new.photo_at,
            new.metres,
            doubts.join(" "),
            new.done_at,
            new.received_at
        ],
    )
    .map(drop)
}

pub fn find(tx: &mut Tx, key: &Id) -> Result<Option<Deposit>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM field_deposits WHERE tenant = $1 AND key = $2";
    tx.maybe(sql, args![tx.tenant(), key], |row| read(row, &keys, &tenant))
}

/// Deeds of an account that came late since a moment.
pub fn late(tx: &mut Tx, account: &Id, since: Moment) -> Result<i64> {
    let sql =
        "SELECT COUNT(*) AS n FROM field_deposits WHERE tenant = $1 AND account = $2 AND clash IS NOT NULL AND received_at > $3";
    tx.count(sql, args![tx.tenant(), account, since])
}

/// What was done about a case in the street, the first deed first.
pub fn of_case(tx: &mut Tx, case: &Id) -> Result<Vec<Deposit>> {
    of(tx, "case_id", case)
}

/// What came late about an object.
pub fn of_asset(tx: &mut Tx, asset: &Id) -> Result<Vec<Deposit>> {
    of(tx, "asset", asset)
}

fn of(tx: &mut Tx, column: &'static str, id: &Id) -> Result<Vec<Deposit>> {
    const MOST: i64 = 50;
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = format!("SELECT * FROM field_deposits WHERE tenant = $1 AND {column} = $2 ORDER BY received_at, key LIMIT {MOST}");
    tx.all(&sql, args![tx.tenant(), id], |row| read(row, &keys, &tenant))
}

/// Photographs that came late before a moment.
pub fn photos_before(tx: &mut Tx, before: Moment, limit: i64) -> Result<Vec<(Id, String, String)>> {
    let sql = "SELECT key, photo, thumb FROM field_deposits WHERE tenant = $1 AND received_at < $2 AND photo IS NOT NULL
               ORDER BY received_at, key LIMIT $3";
    tx.all(sql, args![tx.tenant(), before, limit], |row| Ok((row.get("key")?, row.get("photo")?, row.get("thumb")?)))
}

pub fn drop_photo(tx: &mut Tx, key: &Id) -> Result<()> {
    let sql = "UPDATE field_deposits SET photo = NULL, thumb = NULL WHERE tenant = $1 AND key = $2";
    tx.execute(sql, args![tx.tenant(), key])
}

fn read(row: &Row, keys: &platform::Keys, tenant: &str) -> Result<Deposit> {
    let key: Id = row.get("key")?;
    let vault = keys.open_vault(tenant, TABLE, key.as_str(), &row.get::<String>("vault")?)?;
    Ok(Deposit {
        words: vault.open("words", &row.get::<String>("words")?)?,
        account: row.get("account")?,
        by_whom: row.get("by_whom")?,
        kind: row.get("kind")?,
        outcome: row.get("outcome")?,
        clash: row.get("clash")?,
        case: row.get("case_id")?,
        unit: row.get("unit")?,
        procedure: row.get("procedure")?,
        asset: row.get("asset")?,
        photo: row.get::<Option<String>>("photo")?.zip(row.get::<Option<String>>("thumb")?),
        photo_at: row.get("photo_at")?,
        metres: row.get("metres")?,
        doubts: row.get::<String>("doubts")?.split(' ').filter_map(Doubt::parse).collect(),
        done_at: row.get("done_at")?,
        received_at: row.get("received_at")?,
        key,
    })
}
