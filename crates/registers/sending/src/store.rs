//! SQL of the outbox.

use crate::model::{Channel, Content, Filter, Message, State, Stored, To};
use crate::rules;
use kernel::{Id, Lang, Moment};
use platform::store::seal::ERASED;
use platform::{Count, Keys, Problem, Result, Row, Tx, Waits, args};

const TABLE: &str = "sending_messages";

pub fn insert(tx: &mut Tx, id: &Id, message: &Message, expires_at: Option<Moment>, known: bool) -> Result<()> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let vault = keys.new_vault(&tenant, TABLE, id.as_str())?;
    let recipient = vault.seal(&keys, "recipient", message.to.as_str())?;
    let subject = vault.seal(&keys, "subject", &message.subject)?;
    let body = vault.seal(&keys, "body", &message.text)?;
    tx.execute(
        "INSERT INTO sending_messages (tenant, id, channel, state, about, lang, vault, recipient, subject, body, created_at, expires_at,
          known)
         VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        args![
            tenant,
            id,
            message.to.channel(),
            message.about,
            message.lang.code(),
            vault.wrapped(),
            recipient,
            subject,
            body,
            tx.now(),
            expires_at,
            known.then_some("yes")
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Stored> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    tx.one("SELECT * FROM sending_messages WHERE tenant = $1 AND id = $2", args![tenant, id], |row| read(row, &tenant, &keys))
}

/// Newest first, one more than a page holds.
pub fn list(tx: &mut Tx, filter: &Filter, limit: i64) -> Result<Vec<Stored>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM sending_messages WHERE tenant = $1 AND (CAST($2 AS TEXT) IS NULL OR state = $2)
               AND (CAST($3 AS TEXT) IS NULL OR channel = $3) AND (CAST($4 AS TEXT) IS NULL OR id < $4)
               ORDER BY id DESC LIMIT $5";
    let values = args![tenant, filter.state, filter.channel, filter.after, limit];
    tx.all(sql, values, |row| read(row, &tenant, &keys))
}

pub fn counts(tx: &mut Tx) -> Result<Vec<(State, i64)>> {
    let sql = "SELECT state, COUNT(*) AS n FROM sending_messages WHERE tenant = $1 GROUP BY state";
    tx.all(sql, args![tx.tenant()], |row| Ok((row.get("state")?, row.get("n")?)))
}

/// Failed or held in the last days: what a person should look at.
pub fn unsent(tx: &mut Tx) -> Result<Waits> {
    let since = tx.today().plus_days(-rules::HELD_DAYS).start();
    let sql = "SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1 AND state IN ('failed', 'held') AND created_at > $2";
    Ok(Count::of(sql, args![tx.tenant(), since]).into())
}

pub fn held(tx: &mut Tx, channel: Channel, limit: i64) -> Result<Vec<Id>> {
    let since = tx.today().plus_days(-rules::HELD_DAYS).start();
    let sql = "SELECT id FROM sending_messages WHERE tenant = $1 AND state = 'held' AND channel = $2 AND created_at > $3
               ORDER BY id LIMIT $4";
    tx.all(sql, args![tx.tenant(), channel, since, limit], |row| row.get("id"))
}

/// When the oldest message was written that is held still.
pub fn held_since(tx: &mut Tx) -> Result<Option<Moment>> {
    let since = tx.today().plus_days(-rules::HELD_DAYS).start();
    let sql = "SELECT MIN(created_at) AS first FROM sending_messages WHERE tenant = $1 AND state = 'held' AND created_at > $2";
    Ok(tx.maybe(sql, args![tx.tenant(), since], |row| row.get::<Option<Moment>>("first"))?.flatten())
}

pub fn mark(tx: &mut Tx, id: &Id, state: State, error: Option<&str>) -> Result<()> {
    let sent_at = matches!(state, State::Sent | State::Shown).then(|| tx.now());
    let sql = "UPDATE sending_messages SET state = $1, error = $2, sent_at = $3 WHERE tenant = $4 AND id = $5";
    tx.execute(sql, args![state, error, sent_at, tx.tenant(), id])
}

/// Destroys the key of every message written before a moment: words and addresses can never be read again.
pub fn erase_before(tx: &mut Tx, moment: Moment) -> Result<u64> {
    let sql = "UPDATE sending_messages SET vault = $1, recipient = '', subject = '', body = '', erased_at = $2
               WHERE tenant = $3 AND erased_at IS NULL AND created_at < $4";
    tx.changed(sql, args![ERASED, tx.now(), tx.tenant(), moment])
}

fn read(row: &Row, tenant: &str, keys: &Keys) -> Result<Stored> {
    let (id, channel): (Id, Channel) = (row.get("id")?, row.get("channel")?);
    Ok(Stored {
        content: content(row, tenant, keys, &id, channel)?,
        id,
        channel,
        state: row.get("state")?,
        about: row.get("about")?,
        lang: Lang::parse(&row.get::<String>("lang")?).unwrap_or(Lang::Ar),
        error: row.get("error")?,
        known: row.get::<Option<String>>("known")?.is_some(),
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        sent_at: row.get("sent_at")?,
    })
}

fn content(row: &Row, tenant: &str, keys: &Keys, id: &Id, channel: Channel) -> Result<Option<Content>> {
    let wrapped: String = row.get("vault")?;
    if wrapped == ERASED {
        return Ok(None);
    }
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &wrapped)?;
    let to = vault.open("recipient", &row.get::<String>("recipient")?)?;
    let to = To::parse(channel, &to).ok_or_else(|| Problem::internal("a stored recipient cannot be read"))?;
    let subject = vault.open("subject", &row.get::<String>("subject")?)?;
    Ok(Some(Content { to, subject, text: vault.open("body", &row.get::<String>("body")?)? }))
}
