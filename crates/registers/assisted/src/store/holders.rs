//! SQL of holders and of their journal.

use crate::model::{Deed, Holder, What};
use kernel::{Id, Moment};
use platform::{Keys, Result, Row, Tx, args, json};

const TABLE: &str = "assisted_holders";

pub fn insert(tx: &mut Tx, holder: &Holder) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, holder.id.as_str())?;
    tx.execute(
        "INSERT INTO assisted_holders (tenant, id, person, account, kind, vault, name, agreement, procedures, starts_on, ends_on, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            tenant,
            holder.id,
            holder.person,
            holder.account,
            holder.kind,
            vault.wrapped(),
            vault.seal(&keys, "name", &holder.name)?,
            vault.seal(&keys, "agreement", &holder.agreement)?,
            json::to_string(&holder.procedures)?,
            holder.starts_on,
            holder.ends_on,
            holder.created_at
        ],
    )
}

/// What a renewal changes.
pub fn update(tx: &mut Tx, holder: &Holder) -> Result<()> {
    tx.execute(
        "UPDATE assisted_holders SET procedures = $3, ends_on = $4, ended_at = $5 WHERE tenant = $1 AND id = $2",
        args![tx.tenant(), holder.id, json::to_string(&holder.procedures)?, holder.ends_on, holder.ended_at],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Holder> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM assisted_holders WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

pub fn by_account(tx: &mut Tx, account: &Id) -> Result<Option<Holder>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM assisted_holders WHERE tenant = $1 AND account = $2";
    tx.maybe(sql, args![tenant, account], |row| read(row, &tenant, &keys))
}

/// Every holder that ever was, newest first.
pub fn all(tx: &mut Tx) -> Result<Vec<Holder>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM assisted_holders WHERE tenant = $1 ORDER BY id DESC";
    tx.all(sql, args![tenant], |row| read(row, &tenant, &keys))
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Holder> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    Ok(Holder {
        person: row.get("person")?,
        account: row.get("account")?,
        kind: row.get("kind")?,
        name: vault.open("name", &row.get::<String>("name")?)?,
        agreement: vault.open("agreement", &row.get::<String>("agreement")?)?,
        procedures: json::from_str(&row.get::<String>("procedures")?)?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
        id,
    })
}

pub fn add_deed(tx: &mut Tx, holder: &Id, deed: &Deed) -> Result<()> {
    tx.execute(
        "INSERT INTO assisted_deeds (tenant, id, holder, paper, what, procedure, subject, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![tx.tenant(), tx.new_id(), holder, deed.paper, deed.what, deed.procedure, deed.subject, deed.at],
    )
}

/// Whether the same thing was done since a moment.
pub fn did(tx: &mut Tx, paper: &Id, what: What, subject: &str, since: Moment) -> Result<bool> {
    let sql =
        "SELECT COUNT(*) AS n FROM assisted_deeds WHERE tenant = $1 AND paper = $2 AND what = $3 AND subject = $4 AND at > $5";
    Ok(tx.count(sql, args![tx.tenant(), paper, what, subject, since])? > 0)
}

/// What a holder did, newest first.
pub fn deeds(tx: &mut Tx, holder: &Id, limit: i64) -> Result<Vec<Deed>> {
    let sql = "SELECT * FROM assisted_deeds WHERE tenant = $1 AND holder = $2 ORDER BY id DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), holder, limit], read_deed)
}

/// What was done under one paper, newest first.
pub fn deeds_of(tx: &mut Tx, paper: &Id, limit: i64) -> Result<Vec<Deed>> {
    let sql = "SELECT * FROM assisted_deeds WHERE tenant = $1 AND paper = $2 ORDER BY id DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), paper, limit], read_deed)
}

/// The paper under which a case was filed.
pub fn filed_under(tx: &mut Tx, case_code: &str) -> Result<Option<Id>> {
    let sql = "SELECT paper FROM assisted_deeds WHERE tenant = $1 AND subject = $2 AND what = 'filed' ORDER BY id LIMIT 1";
    tx.maybe(sql, args![tx.tenant(), case_code], |row| row.get("paper"))
}

fn read_deed(row: &Row) -> Result<Deed> {
    Ok(Deed {
        paper: row.get("paper")?,
        what: row.get("what")?,
        procedure: row.get("procedure")?,
        subject: row.get("subject")?,
        at: row.get("at")?,
    })
}
