//! SQL of imports: rows that were seen, what became of them, and the categories that staff chose.

use super::model::Row;
use kernel::{Id, Moment};
use platform::{Count, Result, Tx, args};

const TABLE: &str = "open311_imports";

/// What is known of a number of another system.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    pub case: Option<Id>,
    pub told_at: Option<Moment>,
    pub vault: Option<String>,
    pub raw: Option<String>,
}

/// What a row says, as a keyed hash: nobody who reads the table can try words against it.
fn fingerprint(tx: &Tx, row: &Row) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "open311-import", &row.fingerprint)
}

pub fn seen(tx: &mut Tx, source: &str, row: &Row) -> Result<bool> {
    let sql =
        "SELECT COUNT(*) AS n FROM open311_import_rows WHERE tenant = $1 AND source = $2 AND number = $3 AND fingerprint = $4";
    let fingerprint = fingerprint(tx, row)?;
    Ok(tx.count(sql, args![tx.tenant(), source, row.number, fingerprint])? > 0)
}

/// Says whether this row comes for the first time.
pub fn see(tx: &mut Tx, source: &str, row: &Row) -> Result<bool> {
    let sql = "INSERT INTO open311_import_rows (tenant, source, number, fingerprint, at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT DO NOTHING";
    let fingerprint = fingerprint(tx, row)?;
    Ok(tx.changed(sql, args![tx.tenant(), source, row.number, fingerprint, tx.now()])? == 1)
}

pub fn known(tx: &mut Tx, source: &str, number: &str) -> Result<Option<Known>> {
    let sql = "SELECT case_id, told_at, vault, raw FROM open311_imports WHERE tenant = $1 AND source = $2 AND number = $3";
    tx.maybe(sql, args![tx.tenant(), source, number], |row| {
        Ok(Known { case: row.get("case_id")?, told_at: row.get("told_at")?, vault: row.get("vault")?, raw: row.get("raw")? })
    })
}

/// Notes that a number became a case: what waited of it is there now.
pub fn placed(tx: &mut Tx, source: &str, row: &Row, case: &Id) -> Result<()> {
    let sql = "INSERT INTO open311_imports (tenant, source, number, category, case_id, told_at, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
               ON CONFLICT (tenant, source, number) DO UPDATE SET case_id = excluded.case_id, told_at = excluded.told_at, vault = NULL, raw = NULL";
    tx.execute(sql, args![tx.tenant(), source, row.number, row.label(), case, row.told, tx.now()])
}

pub fn told(tx: &mut Tx, source: &str, row: &Row) -> Result<()> {
    let sql = "UPDATE open311_imports SET told_at = $4 WHERE tenant = $1 AND source = $2 AND number = $3";
    tx.execute(sql, args![tx.tenant(), source, row.number, row.told])
}

fn address(source: &str, number: &str) -> String {
    format!("{source}/{number}")
}

/// Keeps what was told of a number until it has a category, sealed: the newest last.
pub fn keep(tx: &mut Tx, source: &str, rows: &[Row]) -> Result<()> {
    let Some(newest) = rows.last() else { return Ok(()) };
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, &address(source, &newest.number))?;
    let raw = vault.seal(tx.keys(), "raw", &platform::json::to_string(rows)?)?;
    let sql = "INSERT INTO open311_imports (tenant, source, number, category, told_at, vault, raw, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
               ON CONFLICT (tenant, source, number) DO UPDATE SET category = excluded.category, told_at = excluded.told_at,
                   vault = excluded.vault, raw = excluded.raw";
    let wrapped = vault.wrapped().to_owned();
    tx.execute(sql, args![tx.tenant(), source, newest.number, newest.label(), newest.told, wrapped, raw, tx.now()])
}

/// Everything that was told of a number that waits.
pub fn kept(tx: &mut Tx, source: &str, number: &str, known: &Known) -> Result<Vec<Row>> {
    let (Some(wrapped), Some(raw)) = (&known.vault, &known.raw) else { return Ok(Vec::new()) };
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, &address(source, number), wrapped)?;
    Ok(platform::json::from_str(&vault.open("raw", raw)?)?)
}

/// Numbers of a category that wait.
pub fn some_waiting(tx: &mut Tx, source: &str, category: &str, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT number FROM open311_imports WHERE tenant = $1 AND source = $2 AND category = $3 AND case_id IS NULL
               ORDER BY number LIMIT $4";
    tx.all(sql, args![tx.tenant(), source, category, limit], |row| row.get("number"))
}

/// A category of another system whose rows wait.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Waiting {
    pub source: String,
    pub category: String,
    pub count: i64,
}

pub fn waiting(tx: &mut Tx) -> Result<Vec<Waiting>> {
    let sql = "SELECT source, category, COUNT(*) AS n FROM open311_imports WHERE tenant = $1 AND case_id IS NULL
               GROUP BY source, category ORDER BY source, n DESC, category LIMIT 200";
    tx.all(sql, args![tx.tenant()], |row| {
        Ok(Waiting { source: row.get("source")?, category: row.get("category")?, count: row.get("n")? })
    })
}

pub fn without_category(tx: &Tx) -> Count {
    Count::of("SELECT COUNT(*) AS n FROM open311_imports WHERE tenant = $1 AND case_id IS NULL", args![tx.tenant()])
}

pub fn mapping(tx: &mut Tx, source: &str, category: &str) -> Result<Option<String>> {
    let sql = "SELECT procedure FROM open311_mappings WHERE tenant = $1 AND source = $2 AND category = $3";
    tx.maybe(sql, args![tx.tenant(), source, category], |row| row.get("procedure"))
}

pub fn map(tx: &mut Tx, source: &str, category: &str, procedure: &str) -> Result<()> {
    let by = tx.actor().to_string();
    let sql = "INSERT INTO open311_mappings (tenant, source, category, procedure, chosen_by, at) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (tenant, source, category) DO UPDATE SET procedure = excluded.procedure, chosen_by = excluded.chosen_by, at = excluded.at";
    tx.execute(sql, args![tx.tenant(), source, category, procedure, by, tx.now()])
}
