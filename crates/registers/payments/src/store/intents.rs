//! Rows of tries to pay, and the keys under which they were begun.

use crate::model::{Failure, Intent, IntentState};
use kernel::{Day, Id, Moment, Money};
use platform::{Count, Result, Row, Tx, args};

pub fn insert(tx: &mut Tx, intent: &Intent) -> Result<()> {
    tx.execute(
        "INSERT INTO payments_intents
             (tenant, id, order_id, subject, reference, amount, provider, state, external, reason, receipt, back, created_on, created_at,
              started_at, submitted_at, ended_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        args![
            tx.tenant(),
            intent.id,
            intent.order,
            intent.subject,
            intent.reference,
            intent.amount.0,
            intent.provider,
            intent.state,
            intent.external,
            intent.reason,
            intent.receipt,
            intent.back.0,
            intent.created_at.day(),
            intent.created_at,
            intent.started_at,
            intent.submitted_at,
            intent.ended_at
        ],
    )
}

/// Writes where an intent stands now.
pub fn update(tx: &mut Tx, intent: &Intent) -> Result<()> {
    tx.execute(
        "UPDATE payments_intents SET state = $3, external = $4, reason = $5, receipt = $6, back = $7, started_at = $8,
             submitted_at = $9, ended_at = $10 WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            intent.id,
            intent.state,
            intent.external,
            intent.reason,
            intent.receipt,
            intent.back.0,
            intent.started_at,
            intent.submitted_at,
            intent.ended_at
        ],
    )
}

/// Locks the row where rows are locked one by one: the bank may call twice at once.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Intent> {
    let sql = format!("SELECT * FROM payments_intents WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

/// The one that is still under way for an order.
pub fn alive(tx: &mut Tx, order: &Id) -> Result<Option<Intent>> {
    let sql =
        "SELECT * FROM payments_intents WHERE tenant = $1 AND order_id = $2 AND state IN ('created', 'started', 'submitted')";
    tx.maybe(sql, args![tx.tenant(), order], read)
}

/// Every try to pay an order, oldest first.
pub fn of_order(tx: &mut Tx, order: &Id) -> Result<Vec<Intent>> {
    let sql = "SELECT * FROM payments_intents WHERE tenant = $1 AND order_id = $2 ORDER BY created_at, id";
    tx.all(sql, args![tx.tenant(), order], read)
}

/// Those under way that began before a moment, oldest first.
pub fn hanging(tx: &mut Tx, before: Moment, limit: i64) -> Result<Vec<Intent>> {
    let sql =
        "SELECT * FROM payments_intents WHERE tenant = $1 AND state IN ('created', 'started', 'submitted') AND created_at <= $2
               ORDER BY created_at, id LIMIT $3";
    tx.all(sql, args![tx.tenant(), before, limit], read)
}

/// Those whose money and claim disagree, until somebody has looked.
pub fn wrong(tx: &mut Tx, limit: i64) -> Result<Vec<Intent>> {
    let sql =
        "SELECT * FROM payments_intents WHERE tenant = $1 AND state = 'error' AND seen_at IS NULL ORDER BY created_at LIMIT $2";
    tx.all(sql, args![tx.tenant(), limit], read)
}

/// How many these are, no further than a limit.
pub fn count_wrong(tx: &Tx, limit: i64) -> Count {
    let sql = "SELECT COUNT(*) AS n FROM (
                   SELECT 1 FROM payments_intents WHERE tenant = $1 AND state = 'error' AND seen_at IS NULL LIMIT $2
               ) AS intents";
    Count::of(sql, args![tx.tenant(), limit])
}

pub fn seen(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE payments_intents SET seen_at = $3 WHERE tenant = $1 AND id = $2 AND state = 'error' AND seen_at IS NULL";
    Ok(tx.changed(sql, args![tx.tenant(), id, tx.now()])? == 1)
}

/// Card payments of a period that no statement of the bank names.
pub fn unsettled(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Intent>> {
    let sql = "SELECT * FROM payments_intents i WHERE i.tenant = $1 AND i.provider = 'card' AND i.receipt IS NOT NULL
               AND i.created_on BETWEEN $2 AND $3 AND NOT EXISTS (
                   SELECT 1 FROM payments_statement_lines l WHERE l.tenant = $1 AND l.intent = i.id AND l.kind = 'sale')
               ORDER BY i.created_at, i.id";
    tx.all(sql, args![tx.tenant(), from, to], read)
}

/// Which order and intent a key belongs to.
pub fn by_key(tx: &mut Tx, key: &Id) -> Result<Option<(Id, Id)>> {
    let sql = "SELECT order_id, intent FROM payments_intent_keys WHERE tenant = $1 AND key = $2";
    tx.maybe(sql, args![tx.tenant(), key], |row| Ok((row.get("order_id")?, row.get("intent")?)))
}

pub fn keep_key(tx: &mut Tx, key: &Id, intent: &Intent) -> Result<()> {
    let sql = "INSERT INTO payments_intent_keys (tenant, key, order_id, intent) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), key, intent.order, intent.id])
}

fn read(row: &Row) -> Result<Intent> {
    Ok(Intent {
        id: row.get("id")?,
        order: row.get("order_id")?,
        subject: row.get("subject")?,
        reference: row.get("reference")?,
        amount: Money(row.get("amount")?),
        provider: row.get("provider")?,
        state: row.get::<IntentState>("state")?,
        external: row.get("external")?,
        reason: row.get::<Option<Failure>>("reason")?,
        receipt: row.get("receipt")?,
        back: Money(row.get("back")?),
        created_at: row.get("created_at")?,
        started_at: row.get("started_at")?,
        submitted_at: row.get("submitted_at")?,
        ended_at: row.get("ended_at")?,
        seen_at: row.get("seen_at")?,
    })
}
