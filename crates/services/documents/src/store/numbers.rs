//! Numbers of papers, without holes: what a draft gave back before anybody signed it is given to the next, the lowest first.

use crate::model::Paper;
use platform::{Result, Tx, args};

/// The number of the next draft. On PostgreSQL two drafts that want the same freed one wait for each other.
pub fn next(tx: &mut Tx, register: &str, year: i64) -> Result<i64> {
    let sql = "DELETE FROM documents_free_numbers WHERE tenant = $1 AND register = $2 AND year = $3 AND number =
                   (SELECT MIN(number) FROM documents_free_numbers WHERE tenant = $1 AND register = $2 AND year = $3)
               RETURNING number";
    match tx.maybe(sql, args![tx.tenant(), register, year], |row| row.get("number"))? {
        Some(freed) => Ok(freed),
        None => tx.next_number(register, year),
    }
}

/// The number of a draft that was cancelled unsigned is free again.
pub fn free(tx: &mut Tx, paper: &Paper) -> Result<()> {
    let sql =
        "INSERT INTO documents_free_numbers (tenant, register, year, number) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), paper.register, paper.year, paper.number])
}
