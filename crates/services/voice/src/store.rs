//! SQL of voice notes and of the versions of their words. Our own tables only.

use crate::model::{Note, Version};
use kernel::{Id, Moment};
use platform::{Count, Result, Row, Tx, args};

const VERSIONS: &str = "voice_versions";

/// A condition of cases whose note waits for somebody.
pub const WAITING: &str =
    "id IN (SELECT case_id FROM voice_notes WHERE tenant = $1 AND state IN ('waiting', 'heard') AND erased_at IS NULL)";

pub fn any_waits(tx: &Tx) -> Count {
    let sql = "SELECT COUNT(*) AS n FROM (
                   SELECT 1 FROM voice_notes WHERE tenant = $1 AND state IN ('waiting', 'heard') AND erased_at IS NULL LIMIT 1
               ) AS notes";
    Count::of(sql, args![tx.tenant()])
}

pub fn insert(tx: &mut Tx, case: &Id, file: &Id, received_at: Moment) -> Result<()> {
    let sql = "INSERT INTO voice_notes (tenant, case_id, file, state, received_at, tries) VALUES ($1, $2, $3, 'waiting', $4, 0)
               ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), case, file, received_at])
}

/// Locks the row where rows are locked one by one.
pub fn find(tx: &mut Tx, case: &Id) -> Result<Option<Note>> {
    let sql = format!("SELECT * FROM voice_notes WHERE tenant = $1 AND case_id = $2{}", tx.for_update());
    tx.once(&["voice_notes"], case, |tx| tx.maybe(&sql, args![tx.tenant(), case], read))
}

pub fn update(tx: &mut Tx, note: &Note) -> Result<()> {
    let sql = "UPDATE voice_notes SET state = $3, spoken = $4, heard_at = $5, read_back = $6, tries = $7, erased_at = $8
               WHERE tenant = $1 AND case_id = $2";
    tx.execute(
        sql,
        args![tx.tenant(), note.case, note.state, note.spoken, note.heard_at, note.read_back, note.tries, note.erased_at],
    )
}

/// Who wrote it down, and who ended the reading back.
pub fn sign(tx: &mut Tx, case: &Id, settled: bool) -> Result<()> {
    let by = tx.actor().to_string();
    if settled {
        let sql = "UPDATE voice_notes SET settled_at = $3, settled_by = $4 WHERE tenant = $1 AND case_id = $2";
        return tx.execute(sql, args![tx.tenant(), case, tx.now(), by]);
    }
    tx.execute("UPDATE voice_notes SET heard_by = $3 WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case, by])
}

/// Notes whose sound is still there: written down before a moment, or received before it and never written down; these come last, since
/// those that still wait for a clerk stay and would keep the others from being reached.
pub fn old(tx: &mut Tx, before: Moment, limit: i64) -> Result<Vec<Note>> {
    let sql = "SELECT * FROM voice_notes WHERE tenant = $1 AND erased_at IS NULL
               AND (heard_at < $2 OR (heard_at IS NULL AND received_at < $2))
               ORDER BY CASE WHEN heard_at IS NULL THEN 1 ELSE 0 END, received_at, case_id LIMIT $3";
    tx.all(sql, args![tx.tenant(), before, limit], read)
}

pub fn add_version(tx: &mut Tx, case: &Id, seq: i64, words: &str) -> Result<()> {
    let (tenant, row) = (tx.tenant(), format!("{case}/{seq}"));
    let vault = tx.keys().new_vault(&tenant, VERSIONS, &row)?;
    let sealed = vault.seal(tx.keys(), "words", words)?;
    tx.execute(
        "INSERT INTO voice_versions (tenant, case_id, seq, at, written_by, vault, words) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tenant, case, seq, tx.now(), tx.actor().to_string(), vault.wrapped(), sealed],
    )
}

/// The caller has recorded the look.
pub fn versions(tx: &mut Tx, case: &Id) -> Result<Vec<Version>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM voice_versions WHERE tenant = $1 AND case_id = $2 ORDER BY seq";
    tx.all(sql, args![tenant, case], |row| {
        let seq: i64 = row.get("seq")?;
        let vault = keys.open_vault(&tenant, VERSIONS, &format!("{case}/{seq}"), &row.get::<String>("vault")?)?;
        let words = vault.open("words", &row.get::<String>("words")?)?;
        Ok(Version { seq, at: row.get("at")?, by: row.get("written_by")?, words })
    })
}

pub fn forget_versions(tx: &mut Tx, case: &Id) -> Result<()> {
    tx.execute("DELETE FROM voice_versions WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case])
}

fn read(row: &Row) -> Result<Note> {
    Ok(Note {
        case: row.get("case_id")?,
        file: row.get("file")?,
        state: row.get("state")?,
        received_at: row.get("received_at")?,
        spoken: row.get("spoken")?,
        heard_at: row.get("heard_at")?,
        read_back: row.get("read_back")?,
        tries: row.get("tries")?,
        erased_at: row.get("erased_at")?,
    })
}
