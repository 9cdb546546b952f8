//! Rows of the months that were signed.

use crate::model::{Statement, Sum};
use kernel::{Id, Money};
use platform::{Result, Row, Tx, args};

pub fn insert(tx: &mut Tx, statement: &Statement) -> Result<()> {
    tx.execute(
        "INSERT INTO contractors_statements (tenant, contract, month, invoice, total, cap, payable, signed_at, signed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            tx.tenant(),
            statement.contract,
            statement.month,
            statement.invoice.map(|sum| sum.0),
            statement.sum.total.0,
            statement.sum.cap.map(|sum| sum.0),
            statement.sum.payable.0,
            statement.signed_at,
            statement.signed_by
        ],
    )
}

pub fn find(tx: &mut Tx, contract: &Id, month: &str) -> Result<Option<Statement>> {
    let sql = "SELECT * FROM contractors_statements WHERE tenant = $1 AND contract = $2 AND month = $3";
    tx.maybe(sql, args![tx.tenant(), contract, month], read)
}

/// The newest first.
pub fn of(tx: &mut Tx, contract: &Id) -> Result<Vec<Statement>> {
    let sql = "SELECT * FROM contractors_statements WHERE tenant = $1 AND contract = $2 ORDER BY month DESC";
    tx.all(sql, args![tx.tenant(), contract], read)
}

fn read(row: &Row) -> Result<Statement> {
    Ok(Statement {
        contract: row.get("contract")?,
        month: row.get("month")?,
        invoice: row.get::<Option<i64>>("invoice")?.map(Money),
        sum: Sum {
            total: Money(row.get("total")?),
            cap: row.get::<Option<i64>>("cap")?.map(Money),
            payable: Money(row.get("payable")?),
        },
        signed_at: row.get("signed_at")?,
        signed_by: row.get("signed_by")?,
    })
}
