//! Rows of orders of payment.

use crate::model::{Ended, Order, OrderState};
use kernel::{Id, Money};
use platform::{Result, Row, Tx, args, json};

pub fn insert(tx: &mut Tx, order: &Order) -> Result<()> {
    tx.execute(
        "INSERT INTO payments_orders (tenant, id, subject, reference, code, year, number, lines, amount, state, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tx.tenant(),
            order.id,
            order.subject,
            order.reference,
            order.code,
            order.year,
            order.count,
            json::to_string(&order.lines)?,
            order.amount.0,
            order.state,
            order.made_at
        ],
    )
}

/// Ends an open order: it was paid, or another one takes its place.
pub fn end(tx: &mut Tx, id: &Id, state: OrderState, why: Option<Ended>, receipt: Option<&Id>) -> Result<()> {
    let sql = "UPDATE payments_orders SET state = $3, why = $4, receipt = $5, ended_at = $6
               WHERE tenant = $1 AND id = $2 AND state = 'open'";
    tx.execute(sql, args![tx.tenant(), id, state, why, receipt, tx.now()])
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Order> {
    tx.one("SELECT * FROM payments_orders WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

/// The same, and nobody else pays or ends it before this action is over.
pub fn locked(tx: &mut Tx, id: &Id) -> Result<Order> {
    let sql = format!("SELECT * FROM payments_orders WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

/// The orders of a subject, oldest first.
pub fn of(tx: &mut Tx, subject: &Id) -> Result<Vec<Order>> {
    let sql = "SELECT * FROM payments_orders WHERE tenant = $1 AND subject = $2 ORDER BY made_at, year, number";
    tx.all(sql, args![tx.tenant(), subject], read)
}

pub fn open_of(tx: &mut Tx, subject: &Id) -> Result<Option<Order>> {
    let sql = format!("SELECT * FROM payments_orders WHERE tenant = $1 AND subject = $2 AND state = 'open'{}", tx.for_update());
    tx.maybe(&sql, args![tx.tenant(), subject], read)
}

pub fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Order>> {
    tx.maybe("SELECT * FROM payments_orders WHERE tenant = $1 AND code = $2", args![tx.tenant(), code], read)
}

pub fn by_number(tx: &mut Tx, year: i64, number: i64) -> Result<Option<Order>> {
    let sql = "SELECT * FROM payments_orders WHERE tenant = $1 AND year = $2 AND number = $3";
    tx.maybe(sql, args![tx.tenant(), year, number], read)
}

/// The last order of a file by the code that people know it by.
pub fn by_reference(tx: &mut Tx, reference: &str) -> Result<Option<Order>> {
    let sql = "SELECT * FROM payments_orders WHERE tenant = $1 AND reference = $2 ORDER BY made_at DESC, year DESC, number DESC LIMIT 1";
    tx.maybe(sql, args![tx.tenant(), reference], read)
}

fn read(row: &Row) -> Result<Order> {
    Ok(Order {
        id: row.get("id")?,
        subject: row.get("subject")?,
        reference: row.get("reference")?,
        code: row.get("code")?,
        year: row.get("year")?,
        count: row.get("number")?,
        lines: json::from_str(&row.get::<String>("lines")?)?,
        amount: Money(row.get("amount")?),
        state: row.get("state")?,
        made_at: row.get("made_at")?,
        ended_at: row.get("ended_at")?,
        why: row.get::<Option<Ended>>("why")?,
        receipt: row.get("receipt")?,
    })
}
