//! SQL of accounts: what opens them, and how often it failed.

use crate::model::Account;
use kernel::{Id, Moment};
use platform::access::Side;
use platform::store::seal::{ERASED, hex_sha256};
use platform::{Keys, Result, Row, Tx, args};
use sending::To;

const TABLE: &str = "people_accounts";

/// Without a contact no code opens it: another proof does.
pub fn insert(tx: &mut Tx, id: &Id, person: &Id, side: Side, contact: Option<&To>) -> Result<()> {
    let tenant = tx.tenant();
    let key = contact.map(|contact| super::persons::contact_key(tx, contact)).transpose()?;
    let vault = tx.keys().new_vault(&tenant, TABLE, id.as_str())?;
    let (phone, email) = if matches!(contact, Some(To::Phone(_))) { (key, None) } else { (None, key) };
    tx.execute(
        "INSERT INTO people_accounts (tenant, id, person, side, phone_key, email_key, vault, totp_step, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8)",
        args![tenant, id, person, side, phone, email, vault.wrapped(), tx.now()],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Account> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM people_accounts WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

/// The open account that a confirmed contact opens.
pub fn by_contact(tx: &mut Tx, side: Side, contact: &To) -> Result<Option<Account>> {
    let (tenant, keys, key) = (tx.tenant(), tx.keys().clone(), super::persons::contact_key(tx, contact)?);
    let sql = match contact {
        To::Phone(_) => "SELECT * FROM people_accounts WHERE tenant = $1 AND side = $2 AND phone_key = $3 AND closed_at IS NULL",
        To::Email(_) => "SELECT * FROM people_accounts WHERE tenant = $1 AND side = $2 AND email_key = $3 AND closed_at IS NULL",
    };
    tx.maybe(sql, args![tenant, side, key], |row| read(row, &tenant, &keys))
}

pub fn of_person(tx: &mut Tx, person: &Id) -> Result<Vec<Account>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM people_accounts WHERE tenant = $1 AND person = $2 ORDER BY id";
    tx.all(sql, args![tenant, person], |row| read(row, &tenant, &keys))
}

pub fn of_staff(tx: &mut Tx) -> Result<Vec<Account>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM people_accounts WHERE tenant = $1 AND side = 'staff' ORDER BY id";
    tx.all(sql, args![tenant], |row| read(row, &tenant, &keys))
}

pub fn set_contact(tx: &mut Tx, id: &Id, contact: &To) -> Result<()> {
    let key = super::persons::contact_key(tx, contact)?;
    let sql = match contact {
        To::Phone(_) => "UPDATE people_accounts SET phone_key = $1 WHERE tenant = $2 AND id = $3",
        To::Email(_) => "UPDATE people_accounts SET email_key = $1 WHERE tenant = $2 AND id = $3",
    };
    tx.execute(sql, args![key, tx.tenant(), id])
}

pub fn set_password(tx: &mut Tx, id: &Id, hash: &str) -> Result<()> {
    tx.execute("UPDATE people_accounts SET password = $1 WHERE tenant = $2 AND id = $3", args![hash, tx.tenant(), id])
}

pub fn forget_password(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("UPDATE people_accounts SET password = NULL WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}

/// A new seed; `at` says when its owner proved to have it.
pub fn set_seed(tx: &mut Tx, id: &Id, seed: &str, at: Option<Moment>) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT vault FROM people_accounts WHERE tenant = $1 AND id = $2";
    let wrapped: String = tx.one(sql, args![tenant, id], |row| row.get("vault"))?;
    let sealed = keys.open_vault(&tenant, TABLE, id.as_str(), &wrapped)?.seal(&keys, "totp", seed)?;
    let sql = "UPDATE people_accounts SET totp = $1, totp_at = $2, totp_step = 0 WHERE tenant = $3 AND id = $4";
    tx.execute(sql, args![sealed, at, tenant, id])
}

/// Notes the step of an accepted code. Says no when another request was faster with the same code.
pub fn use_step(tx: &mut Tx, id: &Id, step: i64) -> Result<bool> {
    let sql = "UPDATE people_accounts SET totp_step = $1, totp_at = COALESCE(totp_at, $2)
               WHERE tenant = $3 AND id = $4 AND totp_step < $1";
    Ok(tx.changed(sql, args![step, tx.now(), tx.tenant(), id])? == 1)
}

/// Closed for good: its contacts are free for another account, its keys open nothing.
pub fn close(tx: &mut Tx, id: &Id) -> Result<()> {
    super::passkeys::delete_all(tx, id)?;
    let sql = "UPDATE people_accounts SET closed_at = $1, phone_key = NULL, email_key = NULL, password = NULL, totp = NULL,
               totp_at = NULL, vault = $2 WHERE tenant = $3 AND id = $4 AND closed_at IS NULL";
    tx.execute(sql, args![tx.now(), ERASED, tx.tenant(), id])
}

/// Replaces the recovery codes; only their hashes stay.
pub fn set_recovery(tx: &mut Tx, account: &Id, codes: &[String]) -> Result<()> {
    tx.execute("DELETE FROM people_recovery WHERE tenant = $1 AND account = $2", args![tx.tenant(), account])?;
    for code in codes {
        let hash = hex_sha256(crate::rules::tidy_code(code).as_bytes());
        tx.execute("INSERT INTO people_recovery (tenant, account, hash) VALUES ($1, $2, $3)", args![tx.tenant(), account, hash])?;
    }
    Ok(())
}

/// Takes one recovery code. Says whether it was good.
pub fn use_recovery(tx: &mut Tx, account: &Id, typed: &str) -> Result<bool> {
    let hash = hex_sha256(typed.as_bytes());
    let sql = "UPDATE people_recovery SET used_at = $1 WHERE tenant = $2 AND account = $3 AND hash = $4 AND used_at IS NULL";
    Ok(tx.changed(sql, args![tx.now(), tx.tenant(), account, hash])? == 1)
}

pub fn recovery_left(tx: &mut Tx, account: &Id) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM people_recovery WHERE tenant = $1 AND account = $2 AND used_at IS NULL";
    tx.count(sql, args![tx.tenant(), account])
}

/// Failures in a row of whoever claims this contact, and the last of them. Kept for unknown contacts as for known ones.
pub fn failures(tx: &mut Tx, who: &str) -> Result<(i64, Option<Moment>)> {
    let sql = "SELECT failures, last_at FROM people_attempts WHERE tenant = $1 AND who = $2";
    let found = tx.maybe(sql, args![tx.tenant(), who], |row| Ok((row.get("failures")?, Some(row.get("last_at")?))))?;
    Ok(found.unwrap_or((0, None)))
}

pub fn add_failure(tx: &mut Tx, who: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO people_attempts (tenant, who, failures, last_at) VALUES ($1, $2, 1, $3)
         ON CONFLICT (tenant, who) DO UPDATE SET failures = people_attempts.failures + 1, last_at = excluded.last_at",
        args![tx.tenant(), who, tx.now()],
    )
}

pub fn forget_failures(tx: &mut Tx, who: &str) -> Result<()> {
    tx.execute("DELETE FROM people_attempts WHERE tenant = $1 AND who = $2", args![tx.tenant(), who])
}

pub fn sweep_failures(tx: &mut Tx, before: Moment) -> Result<()> {
    tx.execute("DELETE FROM people_attempts WHERE tenant = $1 AND last_at < $2", args![tx.tenant(), before])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Account> {
    let id: Id = row.get("id")?;
    let totp = row
        .get::<Option<String>>("totp")?
        .map(|sealed| keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?.open("totp", &sealed));
    Ok(Account {
        person: row.get("person")?,
        side: row.get("side")?,
        phone_key: row.get("phone_key")?,
        email_key: row.get("email_key")?,
        password: row.get("password")?,
        totp: totp.transpose()?,
        totp_at: row.get("totp_at")?,
        totp_step: row.get("totp_step")?,
        created_at: row.get("created_at")?,
        closed_at: row.get("closed_at")?,
        id,
    })
}
