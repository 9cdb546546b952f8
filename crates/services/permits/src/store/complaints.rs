//! Rows that tie reports to permits.

use crate::model::Complaint;
use kernel::Id;
use platform::{Result, Row, Tx, args};

pub fn insert(tx: &mut Tx, report: &Id, permit: &Id) -> Result<()> {
    let id = tx.new_id();
    tx.execute(
        "INSERT INTO permits_complaints (tenant, report, id, permit, linked_at, linked_by) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING",
        args![tx.tenant(), report, id, permit, tx.now(), tx.actor().to_string()],
    )
}

/// Ends the tie that stands; says whether there was one.
pub fn end(tx: &mut Tx, report: &Id, permit: &Id) -> Result<u64> {
    let sql = "UPDATE permits_complaints SET unlinked_at = $4, unlinked_by = $5
               WHERE tenant = $1 AND report = $2 AND permit = $3 AND unlinked_at IS NULL";
    tx.changed(sql, args![tx.tenant(), report, permit, tx.now(), tx.actor().to_string()])
}

/// The ties of a report that stand.
pub fn of_report(tx: &mut Tx, report: &Id) -> Result<Vec<Complaint>> {
    let sql = "SELECT * FROM permits_complaints WHERE tenant = $1 AND report = $2 AND unlinked_at IS NULL ORDER BY linked_at, id";
    tx.all(sql, args![tx.tenant(), report], read)
}

/// All ties of a permit, newest first.
pub fn of_permit(tx: &mut Tx, permit: &Id) -> Result<Vec<Complaint>> {
    let sql = "SELECT * FROM permits_complaints WHERE tenant = $1 AND permit = $2 ORDER BY linked_at DESC, id DESC LIMIT 100";
    tx.all(sql, args![tx.tenant(), permit], read)
}

fn read(row: &Row) -> Result<Complaint> {
    Ok(Complaint {
        report: row.get("report")?,
        permit: row.get("permit")?,
        linked_at: row.get("linked_at")?,
        unlinked_at: row.get("unlinked_at")?,
    })
}
