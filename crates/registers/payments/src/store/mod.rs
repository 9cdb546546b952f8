//! Rows of dues, orders and receipts.

pub mod accounts;
pub mod intents;
pub mod orders;
pub mod own;
pub mod refunds;
pub mod sessions;

use crate::model::{Due, DueState, Ended, Method, Paid, Tender};
use kernel::{Day, Id, Money};
use platform::{Result, Row, Tx, args};

const RECEIPTS: &str = "payments_receipts";

pub fn put(tx: &mut Tx, due: &Due) -> Result<()> {
    tx.execute(
        "INSERT INTO payments_dues (tenant, subject, fee, reference, label, amount, due, state, ordered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING",
        args![
            tx.tenant(),
            due.subject,
            due.fee,
            due.reference,
            platform::json::to_string(&due.label)?,
            due.amount.0,
            due.due,
            due.state,
            due.ordered_at
        ],
    )
}

pub fn of(tx: &mut Tx, subject: &Id) -> Result<Vec<Due>> {
    let sql = "SELECT * FROM payments_dues WHERE tenant = $1 AND subject = $2 ORDER BY ordered_at, fee";
    tx.all(sql, args![tx.tenant(), subject], |row| {
        Ok(Due {
            subject: row.get("subject")?,
            fee: row.get("fee")?,
            reference: row.get("reference")?,
            label: platform::json::from_str(&row.get::<String>("label")?)?,
            amount: Money(row.get("amount")?),
            due: row.get("due")?,
            state: row.get("state")?,
            ordered_at: row.get("ordered_at")?,
            receipt: row.get("receipt")?,
        })
    })
}

/// Marks every open due of a subject as paid by a receipt.
pub fn settle(tx: &mut Tx, subject: &Id, receipt: &Id) -> Result<u64> {
    let sql = "UPDATE payments_dues SET state = $3, receipt = $4 WHERE tenant = $1 AND subject = $2 AND state = 'due'";
    tx.changed(sql, args![tx.tenant(), subject, DueState::Paid, receipt])
}

pub fn set_state(tx: &mut Tx, subject: &Id, fee: &str, state: DueState) -> Result<()> {
    let sql = "UPDATE payments_dues SET state = $4 WHERE tenant = $1 AND subject = $2 AND fee = $3";
    tx.execute(sql, args![tx.tenant(), subject, fee, state])
}

pub fn cancel(tx: &mut Tx, subject: &Id, reason: &str) -> Result<u64> {
    let sql = "UPDATE payments_dues SET state = $3, reason = $4 WHERE tenant = $1 AND subject = $2 AND state = 'due'";
    tx.changed(sql, args![tx.tenant(), subject, DueState::Cancelled, reason])
}

/// Writes another sum for a due that is open; a sum of nothing ends it.
pub fn adjust(tx: &mut Tx, subject: &Id, fee: &str, amount: Money, why: Ended) -> Result<()> {
    let state = if amount > Money(0) { DueState::Due } else { DueState::Cancelled };
    let sql = "UPDATE payments_dues SET amount = $4, state = $5, reason = $6
               WHERE tenant = $1 AND subject = $2 AND fee = $3 AND state = 'due'";
    tx.execute(sql, args![tx.tenant(), subject, fee, amount.0, state, why])
}

/// Who paid, and by what, is sealed in the row.
pub fn add_receipt(tx: &mut Tx, paid: &Paid) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), RECEIPTS, paid.id.as_str())?;
    let tender = &paid.tender;
    let (payer, voucher, bank) = (
        vault.seal(tx.keys(), "payer", &tender.payer)?,
        vault.seal(tx.keys(), "voucher", &tender.voucher)?,
        vault.seal(tx.keys(), "bank", &tender.bank)?,
    );
    tx.execute(
        "INSERT INTO payments_receipts
             (tenant, id, year, number, subject, reference, amount, method, cashier, paid_on, paid_at, vault, payer, voucher, bank,
              register, session, intent)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        args![
            tx.tenant(),
            paid.id,
            paid.year,
            paid.number,
            paid.subject,
            paid.reference,
            paid.amount.0,
            tender.method,
            paid.cashier,
            paid.paid_on,
            paid.paid_at,
            vault.wrapped(),
            payer,
            voucher,
            bank,
            paid.register,
            paid.session,
            paid.intent
        ],
    )
}

pub fn receipt(tx: &mut Tx, id: &Id) -> Result<Paid> {
    let read = reader(tx);
    tx.one("SELECT * FROM payments_receipts WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

/// The receipts of a day, in the order of their numbers.
pub fn of_day(tx: &mut Tx, day: Day) -> Result<Vec<Paid>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_receipts WHERE tenant = $1 AND paid_on = $2 ORDER BY register, number";
    tx.all(sql, args![tx.tenant(), day], read)
}

/// What went into a drawer, in the order of the numbers.
pub fn of_session(tx: &mut Tx, session: &Id) -> Result<Vec<Paid>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_receipts WHERE tenant = $1 AND session = $2 ORDER BY year, number";
    tx.all(sql, args![tx.tenant(), session], read)
}

/// The receipts between two days, both counted.
pub fn between(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Paid>> {
    let read = reader(tx);
    let sql = "SELECT * FROM payments_receipts WHERE tenant = $1 AND paid_on BETWEEN $2 AND $3 ORDER BY paid_on, register, year, number";
    tx.all(sql, args![tx.tenant(), from, to], read)
}

fn reader(tx: &Tx) -> impl Fn(&Row) -> Result<Paid> + use<> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    move |row| {
        let (id, method): (Id, Method) = (row.get("id")?, row.get("method")?);
        let tender = match row.get::<Option<String>>("vault")? {
            Some(wrapped) => {
                let vault = keys.open_vault(&tenant, RECEIPTS, id.as_str(), &wrapped)?;
                let opened = |column: &str| vault.open(column, &row.get::<String>(column)?);
                Tender { method, voucher: opened("voucher")?, bank: opened("bank")?, payer: opened("payer")? }
            }
            // Receipts of before who paid was asked.
            None => Tender::from(method),
        };
        Ok(Paid {
            year: row.get("year")?,
            number: row.get("number")?,
            subject: row.get("subject")?,
            reference: row.get("reference")?,
            amount: Money(row.get("amount")?),
            cashier: row.get("cashier")?,
            paid_on: row.get("paid_on")?,
            paid_at: row.get("paid_at")?,
            register: row.get("register")?,
            session: row.get("session")?,
            intent: row.get("intent")?,
            tender,
            id,
        })
    }
}
