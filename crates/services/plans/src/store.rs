//! Rows of plans, of the pictures of their pages, and of remarks; words are sealed under the key of their remark.

use crate::model::{Picture, Remark};
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args};

const REMARKS: &str = "plans_remarks";

/// What is kept of a plan besides the file itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Kept {
    pub aside_at: Option<Moment>,
    pub blob: Option<String>,
    pub sha256: Option<String>,
    pub stamped_at: Option<Moment>,
    pub fault: Option<String>,
}

pub fn kept(tx: &mut Tx, file: &Id) -> Result<Kept> {
    let found = tx.maybe("SELECT * FROM plans_files WHERE tenant = $1 AND file = $2", args![tx.tenant(), file], |row| {
        Ok(Kept {
            aside_at: row.get("aside_at")?,
            blob: row.get("blob")?,
            sha256: row.get("sha256")?,
            stamped_at: row.get("stamped_at")?,
            fault: row.get("fault")?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

fn ensure(tx: &mut Tx, case: &Id, file: &Id) -> Result<()> {
    let sql = "INSERT INTO plans_files (tenant, file, case_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), file, case])
}

pub fn set_aside(tx: &mut Tx, case: &Id, file: &Id, aside: bool) -> Result<()> {
    ensure(tx, case, file)?;
    let (at, by) = (aside.then(|| tx.now()), aside.then(|| tx.actor().to_string()));
    let sql = "UPDATE plans_files SET aside_at = $3, aside_by = $4 WHERE tenant = $1 AND file = $2";
    tx.execute(sql, args![tx.tenant(), file, at, by])
}

pub fn stamped(tx: &mut Tx, case: &Id, file: &Id, paper: &Id, blob: &str, sha256: &str) -> Result<()> {
    ensure(tx, case, file)?;
    let sql = "UPDATE plans_files SET paper = $3, blob = $4, sha256 = $5, stamped_at = $6, fault = NULL
               WHERE tenant = $1 AND file = $2";
    tx.execute(sql, args![tx.tenant(), file, paper, blob, sha256, tx.now()])
}

pub fn failed(tx: &mut Tx, case: &Id, file: &Id, fault: &str) -> Result<()> {
    ensure(tx, case, file)?;
    tx.execute("UPDATE plans_files SET fault = $3 WHERE tenant = $1 AND file = $2", args![tx.tenant(), file, fault])
}

pub fn picture(tx: &mut Tx, file: &Id, page: i64) -> Result<Option<Picture>> {
    let sql = "SELECT * FROM plans_pictures WHERE tenant = $1 AND file = $2 AND page = $3";
    tx.maybe(sql, args![tx.tenant(), file, page], |row| {
        Ok(Picture { pages: row.get("pages")?, width: row.get("width")?, height: row.get("height")?, blob: row.get("blob")? })
    })
}

pub fn add_picture(tx: &mut Tx, file: &Id, page: i64, picture: &Picture) -> Result<()> {
    tx.execute(
        "INSERT INTO plans_pictures (tenant, file, page, pages, width, height, blob) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT DO NOTHING",
        args![tx.tenant(), file, page, picture.pages, picture.width, picture.height, picture.blob],
    )
}

/// Writes a remark with the next number of its case.
pub fn add(tx: &mut Tx, case: &Id, remark: &Remark) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), REMARKS, &address(case, remark.number))?;
    let words = vault.seal(tx.keys(), "words", &remark.words)?;
    tx.execute(
        "INSERT INTO plans_remarks (tenant, case_id, number, file, page, square, vault, words, unit, written_at, written_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tx.tenant(),
            case,
            remark.number,
            remark.file,
            remark.page,
            remark.square,
            vault.wrapped(),
            words,
            remark.unit,
            remark.written_at,
            tx.actor().to_string()
        ],
    )
}

fn address(case: &Id, number: i64) -> String {
    format!("{case}/{number}")
}

pub fn resolve(tx: &mut Tx, case: &Id, number: i64, resolved: bool) -> Result<u64> {
    let (at, by) = (resolved.then(|| tx.now()), resolved.then(|| tx.actor().to_string()));
    let sql = "UPDATE plans_remarks SET resolved_at = $4, resolved_by = $5 WHERE tenant = $1 AND case_id = $2 AND number = $3";
    tx.changed(sql, args![tx.tenant(), case, number, at, by])
}

/// The remarks of a case, by number.
pub fn of(tx: &mut Tx, case: &Id) -> Result<Vec<Remark>> {
    let (keys, tenant, case) = (tx.keys().clone(), tx.tenant(), case.clone());
    let sql = "SELECT * FROM plans_remarks WHERE tenant = $1 AND case_id = $2 ORDER BY number";
    tx.all(sql, args![tx.tenant(), case], move |row: &Row| {
        let number: i64 = row.get("number")?;
        let vault = keys.open_vault(&tenant, REMARKS, &address(&case, number), &row.get::<String>("vault")?)?;
        Ok(Remark {
            number,
            file: row.get("file")?,
            page: row.get("page")?,
            square: row.get("square")?,
            words: vault.open("words", &row.get::<String>("words")?)?,
            unit: row.get("unit")?,
            written_at: row.get("written_at")?,
            resolved_at: row.get("resolved_at")?,
        })
    })
}
