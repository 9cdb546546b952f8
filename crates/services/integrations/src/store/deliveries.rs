//! Rows of deliveries: what is told, once for each who is told.

use crate::model::{Delivery, DeliveryState};
use kernel::{Id, Moment};
use platform::{Count, Result, Row, Tx, args, json};

pub fn insert(tx: &mut Tx, delivery: &Delivery) -> Result<()> {
    let change = delivery.change.as_ref().map(json::to_string).transpose()?;
    tx.execute(
        "INSERT INTO integrations_deliveries (tenant, id, hook, event, code, change, at, state, attempts)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)",
        args![tx.tenant(), delivery.id, delivery.hook, delivery.happening, delivery.code, change, delivery.at, delivery.state],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Delivery> {
    tx.one("SELECT * FROM integrations_deliveries WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

fn read(row: &Row) -> Result<Delivery> {
    Ok(Delivery {
        id: row.get("id")?,
        hook: row.get("hook")?,
        happening: row.get("event")?,
        code: row.get("code")?,
        change: row.get::<Option<String>>("change")?.map(|change| json::from_str(&change)).transpose()?,
        at: row.get("at")?,
        state: row.get("state")?,
        attempts: row.get("attempts")?,
        tried_at: row.get("tried_at")?,
        next_at: row.get("next_at")?,
        status: row.get("status")?,
        trouble: row.get("trouble")?,
    })
}

/// Writes where a delivery stands. What ended has the moment of its end.
pub fn update(tx: &mut Tx, delivery: &Delivery) -> Result<()> {
    let ended_at = (delivery.state != DeliveryState::Waiting).then(|| tx.now());
    tx.execute(
        "UPDATE integrations_deliveries SET state = $3, attempts = $4, tried_at = $5, next_at = $6, status = $7, trouble = $8,
          ended_at = $9 WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            delivery.id,
            delivery.state,
            delivery.attempts,
            delivery.tried_at,
            delivery.next_at,
            delivery.status,
            delivery.trouble,
            ended_at
        ],
    )
}

/// Those of a hook, the newest first, after one of them.
pub fn of(tx: &mut Tx, hook: &Id, before: Option<&Id>, limit: i64) -> Result<Vec<Delivery>> {
    let sql = format!(
        "SELECT * FROM integrations_deliveries WHERE tenant = $1 AND hook = $2 AND (CAST($3 AS TEXT) IS NULL OR id < $3)
         ORDER BY id DESC LIMIT {limit}"
    );
    tx.all(&sql, args![tx.tenant(), hook, before], read)
}

/// How many of a hook reached nobody, and wait for a person.
pub fn dead(tx: &mut Tx, hook: &Id) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM integrations_deliveries WHERE tenant = $1 AND hook = $2 AND state = 'dead'";
    tx.count(sql, args![tx.tenant(), hook])
}

/// What wants a person: messages that reached nobody, of hooks that are on, and hooks that the house switched off.
pub fn wanting(tx: &Tx) -> [Count; 2] {
    let dead = "SELECT COUNT(*) AS n FROM integrations_deliveries WHERE tenant = $1 AND state = 'dead'
               AND hook IN (SELECT id FROM integrations_hooks WHERE tenant = $1 AND off_at IS NULL)";
    let given_up = "SELECT COUNT(*) AS n FROM integrations_hooks WHERE tenant = $1 AND off_why IN ('failing', 'gone')";
    [dead, given_up].map(|sql| Count::of(sql, args![tx.tenant()]))
}

/// The oldest dead ones of a hook.
pub fn oldest_dead(tx: &mut Tx, hook: &Id, limit: i64) -> Result<Vec<Delivery>> {
    let sql = format!(
        "SELECT * FROM integrations_deliveries WHERE tenant = $1 AND hook = $2 AND state = 'dead' ORDER BY id LIMIT {limit}"
    );
    tx.all(&sql, args![tx.tenant(), hook], read)
}

/// Forgets what ended before these moments: what arrived, and what did not.
pub fn forget(tx: &mut Tx, done_before: Moment, dead_before: Moment) -> Result<()> {
    let sql = "DELETE FROM integrations_deliveries WHERE tenant = $1 AND ended_at IS NOT NULL
               AND (ended_at < $3 OR (state = 'done' AND ended_at < $2))";
    tx.execute(sql, args![tx.tenant(), done_before, dead_before])
}
