//! Rows of lineage: merges with what they came from, and the reports below a big one.

use crate::model::Merge;
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args};

pub fn insert(tx: &mut Tx, case: &Id, into: &Id, from_state: &str) -> Result<()> {
    let sql = "INSERT INTO cases_merges (tenant, case_id, at, into_id, from_state, merged_by) VALUES ($1, $2, $3, $4, $5, $6)";
    tx.execute(sql, args![tx.tenant(), case, tx.now(), into, from_state, tx.actor().to_string()])
}

/// The merge of a case that still holds.
pub fn standing(tx: &mut Tx, case: &Id) -> Result<Option<Merge>> {
    let sql = "SELECT * FROM cases_merges WHERE tenant = $1 AND case_id = $2 AND split_at IS NULL ORDER BY at DESC LIMIT 1";
    tx.maybe(sql, args![tx.tenant(), case], read)
}

pub fn end(tx: &mut Tx, case: &Id, at: Moment) -> Result<()> {
    let sql = "UPDATE cases_merges SET split_at = $4, split_by = $5 WHERE tenant = $1 AND case_id = $2 AND at = $3";
    tx.execute(sql, args![tx.tenant(), case, at, tx.now(), tx.actor().to_string()])
}

/// The merges of a case and into it, those that were undone included, the oldest first.
pub fn merges(tx: &mut Tx, case: &Id) -> Result<Vec<Merge>> {
    let sql = "SELECT * FROM cases_merges WHERE tenant = $1 AND (case_id = $2 OR into_id = $2) ORDER BY at, case_id LIMIT 200";
    tx.all(sql, args![tx.tenant(), case], read)
}

fn read(row: &Row) -> Result<Merge> {
    Ok(Merge {
        case: row.get("case_id")?,
        into: row.get("into_id")?,
        at: row.get("at")?,
        from_state: row.get("from_state")?,
        split_at: row.get("split_at")?,
    })
}

/// Says whether the child had no parent before.
pub fn attach(tx: &mut Tx, child: &Id, parent: &Id) -> Result<bool> {
    let sql =
        "INSERT INTO cases_parents (tenant, child, parent, at, attached_by) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    Ok(tx.changed(sql, args![tx.tenant(), child, parent, tx.now(), tx.actor().to_string()])? == 1)
}

pub fn detach(tx: &mut Tx, child: &Id) -> Result<()> {
    tx.execute("DELETE FROM cases_parents WHERE tenant = $1 AND child = $2", args![tx.tenant(), child])
}

pub fn parent(tx: &mut Tx, child: &Id) -> Result<Option<Id>> {
    let sql = "SELECT parent FROM cases_parents WHERE tenant = $1 AND child = $2";
    tx.maybe(sql, args![tx.tenant(), child], |row| row.get("parent"))
}

pub fn children(tx: &mut Tx, parent: &Id) -> Result<Vec<Id>> {
    let sql = "SELECT child FROM cases_parents WHERE tenant = $1 AND parent = $2 ORDER BY at, child";
    tx.all(sql, args![tx.tenant(), parent], |row| row.get("child"))
}
