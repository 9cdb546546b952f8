//! The books beside the bank's: reconciliation, statements, exports for the accounting room.

use crate::model::{Export, Intent, LineKind, Session, Statement, StatementLine, Total};
use crate::{exports, reading, rules, store};
use kernel::{Day, Id, Money, Refusal};
use platform::store::seal::hex_sha256;
use platform::{Result, Tx, json::json};

/// Days that one report spans at most.
const DAYS_MOST: i64 = 400;

/// Everything that came in and went out in a period, as our rows say and as the bank says.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    pub receipts: Vec<Total>,
    pub intents: Vec<Total>,
    pub refunds: Vec<Total>,
    pub closes: Vec<Session>,
    pub statements: Vec<(Statement, Vec<StatementLine>)>,
    /// Card payments that no statement names yet.
    pub unsettled: Vec<Intent>,
}

/// Two days in the right order, and not too far apart.
///
/// # Errors
/// `payments-days-wrong`.
pub fn period(from: Day, to: Day) -> Result<(Day, Day), Refusal> {
    if from > to || to.days_since(from) > DAYS_MOST {
        return Err(Refusal::new("payments-days-wrong").with("most", DAYS_MOST).at("from"));
    }
    Ok((from, to))
}

pub fn report(tx: &mut Tx, from: Day, to: Day) -> Result<Report> {
    let (from, to) = period(from, to)?;
    let mut statements = Vec::new();
    for statement in store::accounts::statements(tx, from, to)? {
        let differences = store::accounts::differences(tx, &statement.id)?;
        statements.push((statement, differences));
    }
    Ok(Report {
        receipts: store::accounts::receipts(tx, from, to)?,
        intents: store::accounts::intents(tx, from, to)?,
        refunds: store::accounts::refunds(tx, from, to)?,
        closes: store::sessions::between(tx, from, to)?,
        unsettled: store::intents::unsettled(tx, from, to)?,
        statements,
    })
}

/// Reads a file of the bank, and keeps what our rows say of each line. The same file is read once.
///
/// # Errors
/// `payments-statement-known`, and those of the reading.
pub fn read_statement(tx: &mut Tx, content: &[u8]) -> Result<Statement> {
    let sha256 = hex_sha256(content);
    if store::accounts::is_known(tx, &sha256)? {
        return Err(Refusal::new("payments-statement-known").at("file").into());
    }
    let said = reading::statement(content)?;
    let statement = Statement {
        id: tx.new_id(),
        rows: said.len() as i64,
        amount: said.iter().fold(Money(0), |sum, line| match line.kind {
            LineKind::Sale => sum + line.amount,
            LineKind::Refund => sum - line.amount,
        }),
        days: said.iter().filter_map(|line| line.day).min().zip(said.iter().filter_map(|line| line.day).max()),
        sent_at: tx.now(),
    };
    store::accounts::add_statement(tx, &statement, &sha256)?;
    let mut differences = 0;
    for line in said {
        let ours = match Id::parse(&line.intent) {
            Some(id) => match store::intents::find(tx, &id) {
                Err(platform::Problem::NotFound) => None,
                found => Some(found?),
            },
            None => None,
        };
        let before = store::accounts::sales_said(tx, &line.intent)?;
        let verdict = rules::verdict(line.kind, line.amount, ours.as_ref(), before);
        differences += i64::from(verdict != crate::LineVerdict::Matched);
        store::accounts::add_line(tx, &statement.id, &StatementLine { verdict, ..line })?;
    }
    let told = json!({ "rows": statement.rows, "amount": statement.amount, "differences": differences });
    tx.record("payments.statement_read", &statement.id, &told)?;
    Ok(statement)
}

/// Hands the receipts and refunds of days that are over to the accounting room, under a number. Rows of a day that is over
/// never change, so the file comes out the same whenever it is asked for again.
///
/// # Errors
/// `payments-days-wrong`, `payments-day-not-over`, `payments-export-overlaps`.
pub fn export(tx: &mut Tx, from: Day, to: Day) -> Result<Export> {
    let (from, to) = period(from, to)?;
    if to >= tx.today() {
        return Err(Refusal::new("payments-day-not-over").at("to").into());
    }
    // A day that is handed over twice is counted twice.
    if let Some(earlier) = store::accounts::export_over(tx, from, to)? {
        let number = format!("{}/{}", earlier.number, earlier.year);
        return Err(Refusal::new("payments-export-overlaps").with("number", number).at("from").into());
    }
    let file = exports::accounts(tx, from, to)?;
    let year = i64::from(tx.today().year());
    let export = Export {
        year,
        number: tx.next_number("accounting-exports", year)?,
        from,
        to,
        rows: file.rows,
        received: file.received,
        returned: file.returned,
        sha256: hex_sha256(&file.content),
        made_at: tx.now(),
    };
    store::accounts::add_export(tx, &export)?;
    let told = json!({ "from": from, "to": to, "rows": export.rows, "sha256": export.sha256 });
    tx.record("payments.exported", format!("{}/{}", export.number, year), &told)?;
    Ok(export)
}
