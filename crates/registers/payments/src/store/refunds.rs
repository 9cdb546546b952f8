//! Rows of refunds.

use crate::model::{Refund, RefundState};
use kernel::{Day, Id, Money};
use platform::{Result, Row, Tx, args, json};

const REFUNDS: &str = "payments_refunds";

pub fn add(tx: &mut Tx, refund: &Refund) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), REFUNDS, refund.id.as_str())?;
    let words = vault.seal(tx.keys(), "words", &refund.words)?;
    tx.execute(
        "INSERT INTO payments_refunds
             (tenant, id, subject, reference, fees, amount, reason, state, ordered_by, ordered_at, vault, words, intent)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        args![
            tx.tenant(),
            refund.id,
            refund.subject,
            refund.reference,
            json::to_string(&refund.fees)?,
            refund.amount.0,
            refund.reason,
            refund.state,
            refund.ordered_by,
            refund.ordered_at,
            vault.wrapped(),
            words,
            refund.intent
        ],
    )
}

/// Asks the provider: whoever paid it out meanwhile, or asked before, changed the state that is looked for.
pub fn asked(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql = "UPDATE payments_refunds SET state = $3, asked_at = $4, asked_by = $5, refused = NULL
               WHERE tenant = $1 AND id = $2 AND state IN ('ordered', 'refused')";
    Ok(tx.changed(sql, args![tx.tenant(), id, RefundState::Asked, tx.now(), tx.actor().to_string()])? == 1)
}

pub fn refused(tx: &mut Tx, id: &Id, why: &str) -> Result<()> {
    let sql = "UPDATE payments_refunds SET state = $3, refused = $4 WHERE tenant = $1 AND id = $2 AND state = 'asked'";
    tx.execute(sql, args![tx.tenant(), id, RefundState::Refused, why])
}

pub fn paid(tx: &mut Tx, refund: &Refund, session: Option<&Id>) -> Result<()> {
    let (year, number) = refund.number.unzip();
    tx.execute(
        "UPDATE payments_refunds SET state = $3, year = $4, number = $5, method = $6, cashier = $7, paid_on = $8, paid_at = $9, session = $10
         WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            refund.id,
            RefundState::Paid,
            year,
            number,
            refund.method,
            tx.actor().to_string(),
            tx.today(),
            refund.paid_at,
            session
        ],
    )
}

/// Locks the row where rows are locked one by one: two cashiers pay once.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Refund> {
    let read = reader(tx);
    let sql = format!("SELECT * FROM payments_refunds WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

pub fn of(tx: &mut Tx, subject: &Id) -> Result<Vec<Refund>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_refunds WHERE tenant = $1 AND subject = $2 ORDER BY ordered_at, id";
    tx.all(sql, args![tx.tenant(), subject], read)
}

/// What was paid out on a day, in the order of the numbers.
pub fn of_day(tx: &mut Tx, day: Day) -> Result<Vec<Refund>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_refunds WHERE tenant = $1 AND paid_on = $2 ORDER BY number";
    tx.all(sql, args![tx.tenant(), day], read)
}

/// What went out of a drawer, in the order of the numbers.
pub fn of_session(tx: &mut Tx, session: &Id) -> Result<Vec<Refund>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_refunds WHERE tenant = $1 AND session = $2 ORDER BY year, number";
    tx.all(sql, args![tx.tenant(), session], read)
}

/// What was paid out between two days, both counted.
pub fn between(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Refund>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_refunds WHERE tenant = $1 AND paid_on BETWEEN $2 AND $3 ORDER BY paid_on, year, number";
    tx.all(sql, args![tx.tenant(), from, to], read)
}

/// Refunds that are not paid out yet, oldest first.
pub fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Refund>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_refunds WHERE tenant = $1 AND state <> 'paid' ORDER BY ordered_at, id LIMIT $2";
    tx.all(sql, args![tx.tenant(), limit], read)
}

fn reader(tx: &Tx) -> impl Fn(&Row) -> Result<Refund> + use<> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    move |row| {
        let id: Id = row.get("id")?;
        let words = match row.get::<Option<String>>("vault")? {
            Some(wrapped) => {
                keys.open_vault(&tenant, REFUNDS, id.as_str(), &wrapped)?.open("words", &row.get::<String>("words")?)?
            }
            None => String::new(),
        };
        Ok(Refund {
            subject: row.get("subject")?,
            reference: row.get("reference")?,
            fees: json::from_str(&row.get::<String>("fees")?)?,
            amount: Money(row.get("amount")?),
            reason: row.get("reason")?,
            state: row.get("state")?,
            ordered_by: row.get("ordered_by")?,
            ordered_at: row.get("ordered_at")?,
            number: row.get::<Option<i64>>("year")?.zip(row.get::<Option<i64>>("number")?),
            method: row.get("method")?,
            paid_at: row.get("paid_at")?,
            intent: row.get("intent")?,
            asked_at: row.get("asked_at")?,
            refused: row.get("refused")?,
            words,
            id,
        })
    }
}
