//! Rows of templates.

use super::{Template, TemplateState};
use platform::{Count, Result, Row, Tx, Waits, args};

/// All versions of a kind, the newest first.
pub fn of(tx: &mut Tx, kind: &str) -> Result<Vec<Template>> {
    let sql = "SELECT * FROM documents_templates WHERE tenant = $1 AND kind = $2 ORDER BY version DESC";
    tx.all(sql, args![tx.tenant(), kind], read)
}

pub fn find(tx: &mut Tx, kind: &str, version: i64) -> Result<Template> {
    let sql = "SELECT * FROM documents_templates WHERE tenant = $1 AND kind = $2 AND version = $3";
    tx.one(sql, args![tx.tenant(), kind, version], read)
}

/// The version in use, if the commune has one.
pub fn live(tx: &mut Tx, kind: &str) -> Result<Option<Template>> {
    let sql = "SELECT * FROM documents_templates WHERE tenant = $1 AND kind = $2 AND state = 'published'";
    tx.maybe(sql, args![tx.tenant(), kind], read)
}

/// Versions in use that failed with real data.
pub fn failing(tx: &mut Tx) -> Result<Waits> {
    let sql = "SELECT COUNT(*) AS n FROM documents_templates WHERE tenant = $1 AND state = 'published' AND failed_at IS NOT NULL";
    Ok(Count::of(sql, args![tx.tenant()]).into())
}

pub fn add(tx: &mut Tx, kind: &str, version: i64, text: &str) -> Result<()> {
    let sql = "INSERT INTO documents_templates (tenant, kind, version, text, state, written_by, written_at, written_person)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let by = (tx.actor().to_string(), super::actions::person(tx));
    tx.execute(sql, args![tx.tenant(), kind, version, text, TemplateState::Draft, by.0, tx.now(), by.1])
}

pub fn publish(tx: &mut Tx, kind: &str, version: i64) -> Result<()> {
    let sql = "UPDATE documents_templates SET state = 'published', published_by = $4, published_at = $5, failed_at = NULL, failed_why = NULL
               WHERE tenant = $1 AND kind = $2 AND version = $3";
    tx.execute(sql, args![tx.tenant(), kind, version, tx.actor().to_string(), tx.now()])
}

/// Takes the version in use out of use. Says whether there was one.
pub fn retire(tx: &mut Tx, kind: &str) -> Result<bool> {
    let sql = "UPDATE documents_templates SET state = 'former' WHERE tenant = $1 AND kind = $2 AND state = 'published'";
    Ok(tx.changed(sql, args![tx.tenant(), kind])? > 0)
}

/// Notes the first failure of a version. Says whether it was the first.
pub fn fail(tx: &mut Tx, kind: &str, version: i64, why: &str) -> Result<bool> {
    let sql = "UPDATE documents_templates SET failed_at = $4, failed_why = $5
               WHERE tenant = $1 AND kind = $2 AND version = $3 AND failed_at IS NULL";
    Ok(tx.changed(sql, args![tx.tenant(), kind, version, tx.now(), why])? > 0)
}

fn read(row: &Row) -> Result<Template> {
    Ok(Template {
        kind: row.get("kind")?,
        version: row.get("version")?,
        text: row.get("text")?,
        state: row.get("state")?,
        written_by: row.get("written_by")?,
        written_person: row.get("written_person")?,
        written_at: row.get("written_at")?,
        published_at: row.get("published_at")?,
        failed_at: row.get("failed_at")?,
        failed_why: row.get("failed_why")?,
    })
}
