//! Sums for the reconciliation, rows of statements of the bank and of exports.

use crate::model::{Export, Statement, StatementLine, Total};
use kernel::{Day, Id, Money};
use platform::{Result, Row, Tx, args};

/// Receipts of a period by register and way of payment.
pub fn receipts(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Total>> {
    let sql = "SELECT register AS a, method AS b, COUNT(*) AS n, CAST(SUM(amount) AS BIGINT) AS total FROM payments_receipts
               WHERE tenant = $1 AND paid_on BETWEEN $2 AND $3 GROUP BY register, method ORDER BY register, method";
    totals(tx, sql, from, to)
}

/// Tries to pay that began in a period, by provider and state.
pub fn intents(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Total>> {
    let sql = "SELECT provider AS a, state AS b, COUNT(*) AS n, CAST(SUM(amount) AS BIGINT) AS total FROM payments_intents
               WHERE tenant = $1 AND created_on BETWEEN $2 AND $3 GROUP BY provider, state ORDER BY provider, state";
    totals(tx, sql, from, to)
}

/// What was paid back in a period, by way of payment.
pub fn refunds(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Total>> {
    let sql = "SELECT state AS a, method AS b, COUNT(*) AS n, CAST(SUM(amount) AS BIGINT) AS total FROM payments_refunds
               WHERE tenant = $1 AND paid_on BETWEEN $2 AND $3 GROUP BY state, method ORDER BY method";
    totals(tx, sql, from, to)
}

fn totals(tx: &mut Tx, sql: &str, from: Day, to: Day) -> Result<Vec<Total>> {
    tx.all(sql, args![tx.tenant(), from, to], |row| {
        Ok(Total { of: (row.get("a")?, row.get("b")?), count: row.get("n")?, sum: Money(row.get("total")?) })
    })
}

pub fn add_statement(tx: &mut Tx, statement: &Statement, sha256: &str) -> Result<()> {
    let (first, last) = statement.days.unzip();
    tx.execute(
        "INSERT INTO payments_statements (tenant, id, sha256, rows, amount, first_day, last_day, sent_by, sent_on, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            tx.tenant(),
            statement.id,
            sha256,
            statement.rows,
            statement.amount.0,
            first,
            last,
            tx.actor().to_string(),
            tx.today(),
            statement.sent_at
        ],
    )
}

pub fn add_line(tx: &mut Tx, statement: &Id, line: &StatementLine) -> Result<()> {
    let sql = "INSERT INTO payments_statement_lines (tenant, statement, line, intent, kind, amount, day, verdict)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let StatementLine { line, intent, kind, amount, day, verdict } = line;
    tx.execute(sql, args![tx.tenant(), statement, line, intent, kind, amount.0, day, verdict])
}

pub fn is_known(tx: &mut Tx, sha256: &str) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM payments_statements WHERE tenant = $1 AND sha256 = $2";
    Ok(tx.count(sql, args![tx.tenant(), sha256])? > 0)
}

/// How often the bank named the sale of an intent.
pub fn sales_said(tx: &mut Tx, intent: &str) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM payments_statement_lines WHERE tenant = $1 AND intent = $2 AND kind = 'sale'";
    tx.count(sql, args![tx.tenant(), intent])
}

/// Statements that were sent in, or speak of days, in a period.
pub fn statements(tx: &mut Tx, from: Day, to: Day) -> Result<Vec<Statement>> {
    let sql = "SELECT * FROM payments_statements WHERE tenant = $1
               AND (sent_on BETWEEN $2 AND $3 OR (first_day <= $3 AND last_day >= $2)) ORDER BY sent_at, id";
    tx.all(sql, args![tx.tenant(), from, to], |row| {
        Ok(Statement {
            id: row.get("id")?,
            rows: row.get("rows")?,
            amount: Money(row.get("amount")?),
            days: row.get::<Option<Day>>("first_day")?.zip(row.get::<Option<Day>>("last_day")?),
            sent_at: row.get("sent_at")?,
        })
    })
}

/// The lines of a statement that differ from our rows.
pub fn differences(tx: &mut Tx, statement: &Id) -> Result<Vec<StatementLine>> {
    let sql =
        "SELECT * FROM payments_statement_lines WHERE tenant = $1 AND statement = $2 AND verdict <> 'matched' ORDER BY line";
    tx.all(sql, args![tx.tenant(), statement], |row| {
        Ok(StatementLine {
            line: row.get("line")?,
            intent: row.get("intent")?,
            kind: row.get("kind")?,
            amount: Money(row.get("amount")?),
            day: row.get("day")?,
            verdict: row.get("verdict")?,
        })
    })
}

pub fn add_export(tx: &mut Tx, export: &Export) -> Result<()> {
    tx.execute(
        "INSERT INTO payments_exports (tenant, year, number, from_day, to_day, rows, received, returned, sha256, made_by, made_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tx.tenant(),
            export.year,
            export.number,
            export.from,
            export.to,
            export.rows,
            export.received.0,
            export.returned.0,
            export.sha256,
            tx.actor().to_string(),
            export.made_at
        ],
    )
}

pub fn export(tx: &mut Tx, year: i64, number: i64) -> Result<Export> {
    let sql = "SELECT * FROM payments_exports WHERE tenant = $1 AND year = $2 AND number = $3";
    tx.one(sql, args![tx.tenant(), year, number], read_export)
}

/// An export that holds one of these days.
pub fn export_over(tx: &mut Tx, from: Day, to: Day) -> Result<Option<Export>> {
    let sql =
        "SELECT * FROM payments_exports WHERE tenant = $1 AND from_day <= $3 AND to_day >= $2 ORDER BY year, number LIMIT 1";
    tx.maybe(sql, args![tx.tenant(), from, to], read_export)
}

/// Newest first.
pub fn exports(tx: &mut Tx, limit: i64) -> Result<Vec<Export>> {
    let sql = "SELECT * FROM payments_exports WHERE tenant = $1 ORDER BY year DESC, number DESC LIMIT $2";
    tx.all(sql, args![tx.tenant(), limit], read_export)
}

fn read_export(row: &Row) -> Result<Export> {
    Ok(Export {
        year: row.get("year")?,
        number: row.get("number")?,
        from: row.get("from_day")?,
        to: row.get("to_day")?,
        rows: row.get("rows")?,
        received: Money(row.get("received")?),
        returned: Money(row.get("returned")?),
        sha256: row.get("sha256")?,
        made_at: row.get("made_at")?,
    })
}
