//! SQL of the commune's own days.

use crate::model::Edit;
use kernel::Day;
use platform::json;
use platform::{Result, Row, Tx, args};

pub fn edits(tx: &mut Tx) -> Result<Vec<Edit>> {
    tx.all("SELECT day, kind, name FROM calendar_days WHERE tenant = $1 ORDER BY day", args![tx.tenant()], read)
}

pub fn find(tx: &mut Tx, day: Day) -> Result<Option<Edit>> {
    tx.maybe("SELECT day, kind, name FROM calendar_days WHERE tenant = $1 AND day = $2", args![tx.tenant(), day], read)
}

pub fn put(tx: &mut Tx, edit: &Edit) -> Result<()> {
    let name = json::to_string(&edit.name)?;
    tx.execute(
        "INSERT INTO calendar_days (tenant, day, kind, name) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant, day) DO UPDATE SET kind = excluded.kind, name = excluded.name",
        args![tx.tenant(), edit.day, edit.kind, name],
    )
}

pub fn drop(tx: &mut Tx, day: Day) -> Result<()> {
    tx.execute("DELETE FROM calendar_days WHERE tenant = $1 AND day = $2", args![tx.tenant(), day])
}

fn read(row: &Row) -> Result<Edit> {
    Ok(Edit { day: row.get("day")?, kind: row.get("kind")?, name: json::from_str(&row.get::<String>("name")?)? })
}
