//! Reports about objects, and the spells that follow from them.

use crate::model::{Fault, Spell};
use assets::Asset;
use kernel::Id;
use platform::{Result, Row, Tx, args};

fn word(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

pub fn put(tx: &mut Tx, fault: &Fault) -> Result<()> {
    tx.execute(
        "INSERT INTO upkeep_faults (tenant, asset, case_id, main, procedure, fails, standing, unit, from_s, until_s)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (tenant, asset, case_id) DO UPDATE SET main = excluded.main, procedure = excluded.procedure,
             fails = excluded.fails, standing = excluded.standing, unit = excluded.unit, until_s = excluded.until_s",
        args![
            tx.tenant(),
            fault.asset,
            fault.case,
            fault.main,
            fault.procedure,
            word(fault.fails),
            fault.outcome,
            fault.unit,
            fault.from,
            fault.until
        ],
    )
}

/// The newest first.
pub fn of_asset(tx: &mut Tx, asset: &Id) -> Result<Vec<Fault>> {
    let sql = "SELECT * FROM upkeep_faults WHERE tenant = $1 AND asset = $2 ORDER BY from_s DESC, case_id";
    tx.all(sql, args![tx.tenant(), asset], read)
}

/// An open report that says that the object does not work.
pub fn open_of(tx: &mut Tx, asset: &Id, category: &str) -> Result<Option<Id>> {
    let sql = "SELECT case_id FROM upkeep_faults WHERE tenant = $1 AND asset = $2 AND procedure = $3 AND standing = 'open'
               AND main = case_id ORDER BY from_s, case_id LIMIT 1";
    tx.maybe(sql, args![tx.tenant(), asset, category], |row| row.get("case_id"))
}

/// Reports that repeat this one.
pub fn repeating(tx: &mut Tx, main: &Id) -> Result<Vec<Id>> {
    let sql = "SELECT DISTINCT case_id FROM upkeep_faults WHERE tenant = $1 AND main = $2 AND case_id <> $2 ORDER BY case_id";
    tx.all(sql, args![tx.tenant(), main], |row| row.get("case_id"))
}

pub fn replace_spells(tx: &mut Tx, asset: &Asset, spells: &[Spell]) -> Result<()> {
    tx.execute("DELETE FROM upkeep_spells WHERE tenant = $1 AND asset = $2", args![tx.tenant(), asset.id])?;
    for spell in spells {
        tx.execute(
            "INSERT INTO upkeep_spells (tenant, asset, from_s, until_s, unit, reports, kind, number, area, quarter, street)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            args![
                tx.tenant(),
                asset.id,
                spell.from,
                spell.until,
                spell.unit,
                spell.reports,
                asset.kind,
                asset.number,
                asset.area,
                asset.quarter,
                asset.street
            ],
        )?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<Fault> {
    Ok(Fault {
        asset: row.get("asset")?,
        case: row.get("case_id")?,
        main: row.get("main")?,
        procedure: row.get("procedure")?,
        fails: row.get::<String>("fails")? == "yes",
        outcome: row.get("standing")?,
        unit: row.get("unit")?,
        from: row.get("from_s")?,
        until: row.get("until_s")?,
    })
}
