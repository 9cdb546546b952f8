//! SQL of the subscriptions and of the news of the last days. Our own tables only.

use crate::model::{Kind, News, Subscription, Topic, What};
use kernel::{Id, Lang, Moment};
use platform::{Problem, Result, Row, Tx, args};
use sending::To;

const TABLE: &str = "follow_subscriptions";

/// The key by which the subscriptions of a contact are found.
pub fn contact_key(tx: &Tx, to: &To) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "follow-contact", to.as_str())
}

pub fn insert(tx: &mut Tx, new: &Subscription) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, new.id.as_str())?;
    let contact = vault.seal(tx.keys(), "contact", new.to.as_str())?;
    tx.execute(
        "INSERT INTO follow_subscriptions (tenant, id, kind, subject, lang, contact_key, vault, contact, code_key, tries, asked_at,
             confirmed_at, told_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![
            tx.tenant(),
            new.id,
            new.topic.kind,
            new.topic.subject,
            new.lang.code(),
            new.contact_key,
            vault.wrapped(),
            contact,
            new.code_key,
            new.tries,
            new.asked_at,
            new.confirmed_at,
            new.told_until
        ],
    )
}

/// Locks the row where rows are locked one by one.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Option<Subscription>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = format!("SELECT * FROM follow_subscriptions WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.maybe(&sql, args![tenant, id], |row| read(&keys, &tenant, row))
}

pub fn count_try(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "UPDATE follow_subscriptions SET tries = tries + 1 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), id])
}

/// Confirms it, unless the contact follows the same already.
pub fn confirm(tx: &mut Tx, found: &Subscription) -> Result<()> {
    let sql = "DELETE FROM follow_subscriptions
               WHERE tenant = $1 AND contact_key = $2 AND kind = $3 AND subject = $4 AND confirmed_at IS NOT NULL";
    tx.execute(sql, args![tx.tenant(), found.contact_key, found.topic.kind, found.topic.subject])?;
    let sql = "UPDATE follow_subscriptions SET confirmed_at = $3, told_until = $3, code_key = '' WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), found.id, tx.now()])
}

pub fn told(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "UPDATE follow_subscriptions SET told_until = $3 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), id, tx.now()])
}

pub fn remove(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("DELETE FROM follow_subscriptions WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}

/// Everything that a contact follows or asked to.
pub fn remove_all(tx: &mut Tx, contact_key: &str) -> Result<()> {
    tx.execute("DELETE FROM follow_subscriptions WHERE tenant = $1 AND contact_key = $2", args![tx.tenant(), contact_key])
}

pub fn asked_since(tx: &mut Tx, contact_key: &str, since: Moment) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM follow_subscriptions
               WHERE tenant = $1 AND contact_key = $2 AND asked_at >= $3 AND confirmed_at IS NULL";
    tx.count(sql, args![tx.tenant(), contact_key, since])
}

pub fn followed_by(tx: &mut Tx, contact_key: &str) -> Result<i64> {
    let sql =
        "SELECT COUNT(*) AS n FROM follow_subscriptions WHERE tenant = $1 AND contact_key = $2 AND confirmed_at IS NOT NULL";
    tx.count(sql, args![tx.tenant(), contact_key])
}

/// Confirmed subscriptions after an id, in the order of their ids.
pub fn confirmed_after(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Subscription>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql =
        "SELECT * FROM follow_subscriptions WHERE tenant = $1 AND id > $2 AND confirmed_at IS NOT NULL ORDER BY id LIMIT $3";
    tx.all(sql, args![tenant, after, limit], |row| read(&keys, &tenant, row))
}

pub fn forget(tx: &mut Tx, asked_before: Moment, news_before: Moment) -> Result<()> {
    let sql = "DELETE FROM follow_subscriptions WHERE tenant = $1 AND confirmed_at IS NULL AND asked_at < $2";
    tx.execute(sql, args![tx.tenant(), asked_before])?;
    tx.execute("DELETE FROM follow_news WHERE tenant = $1 AND at < $2", args![tx.tenant(), news_before])
}

pub fn add_news(tx: &mut Tx, case: &Id, what: What) -> Result<()> {
    let sql = "INSERT INTO follow_news (tenant, at, case_id, what) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), tx.now(), case, what])
}

/// What happened since a moment, the oldest first.
pub fn news_since(tx: &mut Tx, since: Moment) -> Result<Vec<News>> {
    let sql = "SELECT at, case_id, what FROM follow_news WHERE tenant = $1 AND at >= $2 ORDER BY at, case_id, what";
    tx.all(sql, args![tx.tenant(), since], |row| {
        Ok(News { at: row.get("at")?, case: row.get("case_id")?, what: row.get("what")? })
    })
}

fn read(keys: &platform::Keys, tenant: &str, row: &Row) -> Result<Subscription> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    let contact = vault.open("contact", &row.get::<String>("contact")?)?;
    Ok(Subscription {
        topic: Topic { kind: row.get::<Kind>("kind")?, subject: row.get("subject")? },
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("language"))?,
        to: people::contact::parse(&contact).ok_or_else(|| Problem::internal("contact"))?,
        contact_key: row.get("contact_key")?,
        code_key: row.get("code_key")?,
        tries: row.get("tries")?,
        asked_at: row.get("asked_at")?,
        confirmed_at: row.get("confirmed_at")?,
        told_until: row.get("told_until")?,
        id,
    })
}
