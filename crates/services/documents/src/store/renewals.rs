//! Rows that tie a renewal to the paper it takes up.

use crate::model::Renewal;
use kernel::Id;
use platform::{Result, Row, Tx, args};

pub fn insert(tx: &mut Tx, draft: &Id, paper: &Id) -> Result<()> {
    tx.execute(
        "INSERT INTO documents_renewals (tenant, draft, paper, began_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        args![tx.tenant(), draft, paper, tx.now()],
    )
}

/// The draft became a case; `same`: asked by the holder of the paper.
pub fn filed(tx: &mut Tx, draft: &Id, case: &Id, same: bool) -> Result<()> {
    let holder = if same { "same" } else { "other" };
    let sql = "UPDATE documents_renewals SET case_id = $3, holder = $4 WHERE tenant = $1 AND draft = $2";
    tx.execute(sql, args![tx.tenant(), draft, case, holder])
}

pub fn of_draft(tx: &mut Tx, draft: &Id) -> Result<Option<Renewal>> {
    tx.maybe("SELECT * FROM documents_renewals WHERE tenant = $1 AND draft = $2", args![tx.tenant(), draft], read)
}

pub fn of_case(tx: &mut Tx, case: &Id) -> Result<Option<Renewal>> {
    tx.maybe("SELECT * FROM documents_renewals WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case], read)
}

pub fn of_paper(tx: &mut Tx, paper: &Id) -> Result<Vec<Renewal>> {
    let sql = "SELECT * FROM documents_renewals WHERE tenant = $1 AND paper = $2 ORDER BY began_at DESC, draft DESC";
    tx.all(sql, args![tx.tenant(), paper], read)
}

fn read(row: &Row) -> Result<Renewal> {
    Ok(Renewal {
        draft: row.get("draft")?,
        paper: row.get("paper")?,
        case: row.get("case_id")?,
        same_holder: row.get::<Option<String>>("holder")?.map(|holder| holder == "same"),
    })
}
