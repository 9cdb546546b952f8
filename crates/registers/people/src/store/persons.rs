//! SQL of persons: sealed fields, keyed look-ups.

use crate::model::{Card, Level, NewPerson};
use kernel::{Cin, Email, Id, Lang, Moment, Phone};
use platform::store::seal::ERASED;
use platform::{Keys, Result, Row, Tx, Vault, args};
use sending::To;

const TABLE: &str = "people_persons";

/// The keyed hash under which a sealed value is found again.
pub fn key(tx: &Tx, purpose: &str, value: &str) -> Result<String> {
    let value = if purpose == "email" { value.to_lowercase() } else { value.to_owned() };
    tx.keys().lookup(&tx.tenant(), purpose, &value)
}

pub fn contact_key(tx: &Tx, contact: &To) -> Result<String> {
    match contact {
        To::Phone(phone) => key(tx, "phone", phone.as_str()),
        To::Email(email) => key(tx, "email", email.as_str()),
    }
}

fn keyed(tx: &Tx, purpose: &str, value: Option<&str>) -> Result<Option<String>> {
    value.map(|value| key(tx, purpose, value)).transpose()
}

fn sealed(keys: &Keys, vault: &Vault, column: &str, value: Option<&str>) -> Result<Option<String>> {
    value.map(|value| vault.seal(keys, column, value)).transpose()
}

pub fn insert(tx: &mut Tx, id: &Id, person: &NewPerson) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, id.as_str())?;
    let (phone, email) = (person.phone.as_ref().map(Phone::as_str), person.email.as_ref().map(Email::as_str));
    let cin = person.cin.as_ref().map(Cin::as_str);
    tx.execute(
        "INSERT INTO people_persons (tenant, id, level, lang, vault, name, phone, email, cin, phone_key, email_key, cin_key, created_at, seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)",
        args![
            tenant,
            id,
            person.level,
            person.lang.code(),
            vault.wrapped(),
            vault.seal(&keys, "name", &person.name)?,
            sealed(&keys, &vault, "phone", phone)?,
            sealed(&keys, &vault, "email", email)?,
            sealed(&keys, &vault, "cin", cin)?,
            keyed(tx, "phone", phone)?,
            keyed(tx, "email", email)?,
            keyed(tx, "cin", cin)?,
            tx.now()
        ],
    )
}

/// The card, without a word about who reads it: only actions call this.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Card> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM people_persons WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

/// Persons who have this value, erased ones apart. `column` is one of ours, never typed by anybody.
pub fn by_key(tx: &mut Tx, purpose: &str, value: &str) -> Result<Vec<Card>> {
    let (tenant, keys, key) = (tx.tenant(), tx.keys().clone(), key(tx, purpose, value)?);
    let sql = match purpose {
        "phone" => "SELECT * FROM people_persons WHERE tenant = $1 AND phone_key = $2 AND erased_at IS NULL ORDER BY id LIMIT 20",
        "email" => "SELECT * FROM people_persons WHERE tenant = $1 AND email_key = $2 AND erased_at IS NULL ORDER BY id LIMIT 20",
        _ => "SELECT * FROM people_persons WHERE tenant = $1 AND cin_key = $2 AND erased_at IS NULL ORDER BY id LIMIT 20",
    };
    tx.all(sql, args![tenant, key], |row| read(row, &tenant, &keys))
}

/// Whether two persons have the same card number or the same telephone.
pub fn share_a_key(tx: &mut Tx, one: &Id, other: &Id) -> Result<bool> {
    let sql = "SELECT count(*) AS n FROM people_persons a JOIN people_persons b
               ON b.tenant = a.tenant AND (b.cin_key = a.cin_key OR b.phone_key = a.phone_key)
               WHERE a.tenant = $1 AND a.id = $2 AND b.id = $3";
    Ok(tx.count(sql, args![tx.tenant(), one, other])? > 0)
}

/// Every person with an account of staff.
pub fn of_staff(tx: &mut Tx) -> Result<Vec<Card>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM people_persons WHERE tenant = $1 AND erased_at IS NULL
               AND id IN (SELECT person FROM people_accounts WHERE tenant = $1 AND side = 'staff')";
    tx.all(sql, args![tenant], |row| read(row, &tenant, &keys))
}

/// Changes one sealed field and its key.
pub fn set_field(tx: &mut Tx, id: &Id, column: &'static str, value: Option<&str>) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT vault FROM people_persons WHERE tenant = $1 AND id = $2";
    let wrapped: String = tx.one(sql, args![tenant, id], |row| row.get("vault"))?;
    let vault = keys.open_vault(&tenant, TABLE, id.as_str(), &wrapped)?;
    let (sealed, key) = (sealed(&keys, &vault, column, value)?, keyed(tx, column, value)?);
    match column {
        "name" => {
            let name = sealed.unwrap_or_default();
            tx.execute("UPDATE people_persons SET name = $1 WHERE tenant = $2 AND id = $3", args![name, tenant, id])
        }
        "phone" => tx.execute(
            "UPDATE people_persons SET phone = $1, phone_key = $2 WHERE tenant = $3 AND id = $4",
            args![sealed, key, tenant, id],
        ),
        "email" => tx.execute(
            "UPDATE people_persons SET email = $1, email_key = $2 WHERE tenant = $3 AND id = $4",
            args![sealed, key, tenant, id],
        ),
        _ => tx.execute(
            "UPDATE people_persons SET cin = $1, cin_key = $2 WHERE tenant = $3 AND id = $4",
            args![sealed, key, tenant, id],
        ),
    }
}

pub fn set_level(tx: &mut Tx, id: &Id, level: Level) -> Result<()> {
    tx.execute("UPDATE people_persons SET level = $1 WHERE tenant = $2 AND id = $3", args![level, tx.tenant(), id])
}

pub fn set_lang(tx: &mut Tx, id: &Id, lang: Lang) -> Result<()> {
    tx.execute("UPDATE people_persons SET lang = $1 WHERE tenant = $2 AND id = $3", args![lang.code(), tx.tenant(), id])
}

pub fn touch(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("UPDATE people_persons SET seen_at = $1 WHERE tenant = $2 AND id = $3", args![tx.now(), tx.tenant(), id])
}

/// Says whether it was the first time.
pub fn ask_erasure(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE people_persons SET erasure_asked_at = $1 WHERE tenant = $2 AND id = $3 AND erasure_asked_at IS NULL";
    Ok(tx.changed(sql, args![tx.now(), tx.tenant(), id])? == 1)
}

/// Destroys the record's key. Says whether there was still something to destroy.
pub fn erase(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE people_persons SET vault = $1, name = '', phone = NULL, email = NULL, cin = NULL,
               phone_key = NULL, email_key = NULL, cin_key = NULL, erased_at = $2
               WHERE tenant = $3 AND id = $4 AND erased_at IS NULL";
    Ok(tx.changed(sql, args![ERASED, tx.now(), tx.tenant(), id])? == 1)
}

/// Persons that nobody has seen since a moment, staff apart.
pub fn idle_since(tx: &mut Tx, moment: Moment, limit: i64) -> Result<Vec<Id>> {
    let sql = "SELECT id FROM people_persons WHERE tenant = $1 AND erased_at IS NULL AND seen_at < $2
               AND id NOT IN (SELECT person FROM people_accounts WHERE tenant = $1 AND side = 'staff')
               ORDER BY seen_at, id LIMIT $3";
    tx.all(sql, args![tx.tenant(), moment, limit], |row| row.get("id"))
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Card> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    let open = |column: &str| -> Result<Option<String>> {
        row.get::<Option<String>>(column)?.map(|sealed| vault.open(column, &sealed)).transpose()
    };
    Ok(Card {
        name: open("name")?.unwrap_or_default(),
        phone: open("phone")?.and_then(|text| Phone::parse(&text)),
        email: open("email")?.and_then(|text| Email::parse(&text)),
        cin: open("cin")?.and_then(|text| Cin::parse(&text)),
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::Ar),
        level: row.get("level")?,
        created_at: row.get("created_at")?,
        erasure_asked_at: row.get("erasure_asked_at")?,
        id,
    })
}
