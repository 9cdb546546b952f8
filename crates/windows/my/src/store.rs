//! SQL of visits.

use crate::model::Visit;
use kernel::Id;
use platform::{Result, Tx, args};

pub fn insert(tx: &mut Tx, visit: &Visit) -> Result<()> {
    tx.execute(
        "INSERT INTO my_visits (tenant, id, person, account, proof, began_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tx.tenant(), visit.id, visit.person, visit.account, visit.proof, tx.now(), visit.ends_at],
    )
}

/// A visit of this clerk that still goes on.
pub fn find(tx: &mut Tx, id: &Id, account: &Id) -> Result<Visit> {
    let sql = "SELECT * FROM my_visits WHERE tenant = $1 AND id = $2 AND account = $3 AND ends_at > $4";
    tx.one(sql, args![tx.tenant(), id, account, tx.now()], |row| {
        Ok(Visit {
            id: row.get("id")?,
            person: row.get("person")?,
            account: row.get("account")?,
            proof: row.get("proof")?,
            ends_at: row.get("ends_at")?,
        })
    })
}

pub fn end(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("UPDATE my_visits SET ends_at = $3 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id, tx.now()])
}

/// Ended ones say nothing that the journal does not.
pub fn forget(tx: &mut Tx) -> Result<()> {
    tx.execute("DELETE FROM my_visits WHERE tenant = $1 AND ends_at < $2", args![tx.tenant(), tx.now()])
}
