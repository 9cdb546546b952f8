//! SQL of tickets: codes and links that open something once.

use crate::model::{Purpose, Ticket};
use crate::rules;
use kernel::{Id, Moment};
use platform::store::seal::{ERASED, hex_sha256};
use platform::{Keys, Result, Row, Tx, args};
use sending::To;

const TABLE: &str = "people_tickets";

/// What is stored of a ticket before it is handed out.
pub struct NewTicket<'a> {
    pub secret: &'a str,
    pub purpose: Purpose,
    pub account: Option<&'a Id>,
    pub contact: Option<&'a To>,
    /// Empty when the secret alone opens.
    pub code: &'a str,
    pub expires_at: Moment,
}

/// A code by its keyed hash: six digits are guessed in a moment by whoever steals plain hashes.
pub fn code_key(tx: &Tx, id: &str, code: &str) -> Result<String> {
    if code.is_empty() { Ok(String::new()) } else { tx.keys().lookup(&tx.tenant(), "code", &format!("{id}/{code}")) }
}

pub fn insert(tx: &mut Tx, ticket: &NewTicket) -> Result<()> {
    let (tenant, keys, id) = (tx.tenant(), tx.keys().clone(), hex_sha256(ticket.secret.as_bytes()));
    let vault = keys.new_vault(&tenant, TABLE, &id)?;
    let contact = ticket.contact.map_or(String::new(), |contact| contact.as_str().to_owned());
    let key = ticket.contact.map(|contact| super::persons::contact_key(tx, contact)).transpose()?;
    tx.execute(
        "INSERT INTO people_tickets (tenant, id, purpose, account, contact_key, vault, contact, code, tries, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)",
        args![
            tenant,
            id,
            ticket.purpose,
            ticket.account,
            key,
            vault.wrapped(),
            vault.seal(&keys, "contact", &contact)?,
            code_key(tx, &id, ticket.code)?,
            tx.now(),
            ticket.expires_at
        ],
    )
}

/// A ticket that still opens: not used, not expired, tries left.
pub fn find(tx: &mut Tx, secret: &str) -> Result<Option<Ticket>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM people_tickets WHERE tenant = $1 AND id = $2 AND used_at IS NULL AND expires_at > $3 AND tries < $4";
    let values = args![tenant, hex_sha256(secret.as_bytes()), tx.now(), rules::CODE_TRIES];
    tx.maybe(sql, values, |row| read(row, &tenant, &keys))
}

pub fn add_try(tx: &mut Tx, id: &str) -> Result<()> {
    tx.execute("UPDATE people_tickets SET tries = tries + 1 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}

/// Uses it up. Says no when somebody else just did.
pub fn use_up(tx: &mut Tx, id: &str) -> Result<bool> {
    let sql = "UPDATE people_tickets SET used_at = $1 WHERE tenant = $2 AND id = $3 AND used_at IS NULL";
    Ok(tx.changed(sql, args![tx.now(), tx.tenant(), id])? == 1)
}

/// Every link of an account stops working: it was set up, closed, or its rights changed hands.
pub fn void_all(tx: &mut Tx, account: &Id) -> Result<()> {
    let sql = "UPDATE people_tickets SET used_at = $1 WHERE tenant = $2 AND account = $3 AND used_at IS NULL";
    tx.execute(sql, args![tx.now(), tx.tenant(), account])
}

/// Messages that this contact received; the second step of a sign-in sends none.
pub fn sent_since(tx: &mut Tx, contact: &To, moment: Moment) -> Result<i64> {
    let key = super::persons::contact_key(tx, contact)?;
    let sql = "SELECT COUNT(*) AS n FROM people_tickets WHERE tenant = $1 AND contact_key = $2 AND created_at > $3
               AND purpose <> 'second_factor'";
    tx.count(sql, args![tx.tenant(), key, moment])
}

pub fn sweep(tx: &mut Tx, before: Moment) -> Result<()> {
    tx.execute("DELETE FROM people_tickets WHERE tenant = $1 AND expires_at < $2", args![tx.tenant(), before])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Ticket> {
    let (id, wrapped): (String, String) = (row.get("id")?, row.get("vault")?);
    let contact = match wrapped.as_str() {
        ERASED => String::new(),
        wrapped => keys.open_vault(tenant, TABLE, &id, wrapped)?.open("contact", &row.get::<String>("contact")?)?,
    };
    Ok(Ticket {
        purpose: row.get("purpose")?,
        account: row.get("account")?,
        contact: crate::contact::parse(&contact),
        code: row.get("code")?,
        tries: row.get("tries")?,
        id,
    })
}
