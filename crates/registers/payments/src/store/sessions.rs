//! Rows of drawers and their closes.

use crate::model::{Close, Session};
use kernel::{Day, Id, Money};
use platform::{Result, Row, Tx, args, json};

const SESSIONS: &str = "payments_sessions";

pub fn insert(tx: &mut Tx, session: &Session) -> Result<()> {
    let sql =
        "INSERT INTO payments_sessions (tenant, id, cashier, day, turn, opening, opened_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let Session { id, cashier, day, turn, opening, opened_at, .. } = session;
    tx.execute(sql, args![tx.tenant(), id, cashier, day, turn, opening.0, opened_at])
}

/// Locks the row where rows are locked one by one: a receipt and a close wait for each other.
pub fn open(tx: &mut Tx, cashier: &str, day: Day) -> Result<Option<Session>> {
    let read = reader(tx);
    let lock = tx.for_update();
    let sql =
        format!("SELECT * FROM payments_sessions WHERE tenant = $1 AND cashier = $2 AND day = $3 AND closed_at IS NULL{lock}");
    tx.maybe(&sql, args![tx.tenant(), cashier, day], read)
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Session> {
    let read = reader(tx);
    let sql = format!("SELECT * FROM payments_sessions WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

/// How many drawers a cashier opened on a day.
pub fn turns(tx: &mut Tx, cashier: &str, day: Day) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM payments_sessions WHERE tenant = $1 AND cashier = $2 AND day = $3";
    tx.count(sql, args![tx.tenant(), cashier, day])
}

pub fn set_opening(tx: &mut Tx, id: &Id, opening: Money) -> Result<()> {
    let sql = "UPDATE payments_sessions SET opening = $3 WHERE tenant = $1 AND id = $2 AND closed_at IS NULL";
    tx.execute(sql, args![tx.tenant(), id, opening.0])
}

/// Why a drawer holds more or less is sealed in the row: it may name people.
pub fn close(tx: &mut Tx, id: &Id, close: &Close) -> Result<bool> {
    let vault = tx.keys().new_vault(&tx.tenant(), SESSIONS, id.as_str())?;
    let reason = vault.seal(tx.keys(), "reason", &close.reason)?;
    let sql = "UPDATE payments_sessions SET closed_at = $3, year = $4, number = $5, expected = $6, counted = $7, coins = $8, vault = $9,
                   reason = $10 WHERE tenant = $1 AND id = $2 AND closed_at IS NULL";
    let args = args![
        tx.tenant(),
        id,
        close.at,
        close.year,
        close.number,
        close.expected.0,
        close.counted.0,
        json::to_string(&close.coins)?,
        vault.wrapped(),
        reason
    ];
    Ok(tx.changed(sql, args)? == 1)
}

/// The drawers of one cashier, newest first.
pub fn of_cashier(tx: &mut Tx, cashier: &str, limit: i64) -> Result<Vec<Session>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_sessions WHERE tenant = $1 AND cashier = $2 ORDER BY day DESC, turn DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), cashier, limit], read)
}

/// The drawers between two days, both counted.
pub fn between(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Session>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_sessions WHERE tenant = $1 AND day BETWEEN $2 AND $3 ORDER BY day, opened_at, id";
    tx.all(sql, args![tx.tenant(), from, to], read)
}

fn reader(tx: &Tx) -> impl Fn(&Row) -> Result<Session> + use<> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    move |row| {
        let id: Id = row.get("id")?;
        let close = match row.get::<Option<String>>("vault")? {
            Some(wrapped) => Some(Close {
                at: row.get("closed_at")?,
                year: row.get("year")?,
                number: row.get("number")?,
                expected: Money(row.get("expected")?),
                counted: Money(row.get("counted")?),
                coins: json::from_str(&row.get::<String>("coins")?)?,
                reason: keys
                    .open_vault(&tenant, SESSIONS, id.as_str(), &wrapped)?
                    .open("reason", &row.get::<String>("reason")?)?,
            }),
            None => None,
        };
        Ok(Session {
            cashier: row.get("cashier")?,
            day: row.get("day")?,
            turn: row.get("turn")?,
            opening: Money(row.get("opening")?),
            opened_at: row.get("opened_at")?,
            close,
            id,
        })
    }
}
