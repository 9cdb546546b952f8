//! Rows of presences: whose folder a member of staff may open, for one request, for a while.

use kernel::{Id, Moment};
use platform::{Result, Tx, args};

pub fn put(tx: &mut Tx, draft: &Id, account: &Id, person: &Id, until: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO folder_presences (tenant, draft, account, person, until) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant, draft, account) DO UPDATE SET person = excluded.person, until = excluded.until",
        args![tx.tenant(), draft, account, person, until],
    )
}

pub fn find(tx: &mut Tx, draft: &Id, account: &Id) -> Result<Option<Id>> {
    let sql = "SELECT person FROM folder_presences WHERE tenant = $1 AND draft = $2 AND account = $3 AND until > $4";
    tx.maybe(sql, args![tx.tenant(), draft, account, tx.now()], |row| row.get("person"))
}

pub fn sweep(tx: &mut Tx) -> Result<()> {
    tx.execute("DELETE FROM folder_presences WHERE tenant = $1 AND until < $2", args![tx.tenant(), tx.now()])
}
