//! Rows of the practice bank.

use crate::model::{Card, Payment, State};
use kernel::{Id, Money};
use platform::{Result, Tx, args};

/// A payment that is brought again stays as it is.
pub fn insert(tx: &mut Tx, payment: &Payment) -> Result<()> {
    let sql = "INSERT INTO simulator_payments
                   (tenant, oid, merchant, amount, currency, back, callback, state, external, taken, returned, made_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10) ON CONFLICT DO NOTHING";
    let Payment { oid, merchant, amount, currency, back, callback, state, external, .. } = payment;
    tx.execute(sql, args![tx.tenant(), oid, merchant, amount.0, currency, back, callback, state, external, tx.now()])
}

pub fn find(tx: &mut Tx, oid: &Id) -> Result<Payment> {
    let sql = format!("SELECT * FROM simulator_payments WHERE tenant = $1 AND oid = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), oid], |row| {
        Ok(Payment {
            oid: row.get("oid")?,
            merchant: row.get("merchant")?,
            amount: Money(row.get("amount")?),
            currency: row.get("currency")?,
            back: row.get("back")?,
            callback: row.get("callback")?,
            state: row.get::<State>("state")?,
            card: row.get::<Option<Card>>("card")?,
            external: row.get("external")?,
            taken: Money(row.get("taken")?),
            returned: Money(row.get("returned")?),
        })
    })
}

pub fn update(tx: &mut Tx, payment: &Payment) -> Result<()> {
    let sql = "UPDATE simulator_payments SET state = $3, card = $4, taken = $5, returned = $6 WHERE tenant = $1 AND oid = $2";
    let Payment { oid, state, card, taken, returned, .. } = payment;
    tx.execute(sql, args![tx.tenant(), oid, state, card, taken.0, returned.0])
}

/// False when the same credit was given before.
pub fn add_credit(tx: &mut Tx, trans: &str, oid: &Id, amount: Money) -> Result<bool> {
    let sql =
        "INSERT INTO simulator_credits (tenant, trans, oid, amount, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    Ok(tx.changed(sql, args![tx.tenant(), trans, oid, amount.0, tx.now()])? == 1)
}
