//! Rows of systems, outages and updates.

use crate::model::{Outage, System, Update};
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args, json};

/// The systems that the commune added.
pub fn own_systems(tx: &mut Tx) -> Result<Vec<System>> {
    let sql = "SELECT id, name, down FROM outages_systems WHERE tenant = $1 AND retired_at IS NULL ORDER BY added_at, id";
    tx.all(sql, args![tx.tenant()], |row| {
        Ok(System {
            id: row.get("id")?,
            name: json::from_str(&row.get::<String>("name")?)?,
            down: json::from_str(&row.get::<String>("down")?)?,
            matters: Vec::new(),
            own: true,
        })
    })
}

pub fn add_system(tx: &mut Tx, system: &System) -> Result<()> {
    tx.execute(
        "INSERT INTO outages_systems (tenant, id, name, down, added_at) VALUES ($1, $2, $3, $4, $5)",
        args![tx.tenant(), system.id, json::to_string(&system.name)?, json::to_string(&system.down)?, tx.now()],
    )
}

pub fn retire_system(tx: &mut Tx, id: &str) -> Result<u64> {
    let sql = "UPDATE outages_systems SET retired_at = $3 WHERE tenant = $1 AND id = $2 AND retired_at IS NULL";
    tx.changed(sql, args![tx.tenant(), id, tx.now()])
}

/// Whether it is new: the same one may be open already.
pub fn insert(tx: &mut Tx, outage: &Outage) -> Result<bool> {
    let changed = tx.changed(
        "INSERT INTO outages_outages
         (tenant, id, system, source, since, sites, matters, words, expected, declared_at, declared_by, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $10) ON CONFLICT DO NOTHING",
        args![
            tx.tenant(),
            outage.id,
            outage.system,
            outage.source,
            outage.since,
            json::to_string(&outage.sites)?,
            json::to_string(&outage.matters)?,
            json::to_string(&outage.words)?,
            outage.expected,
            outage.declared_at,
            outage.declared_by
        ],
    )?;
    Ok(changed == 1)
}

/// Whether it was open until now.
pub fn end(tx: &mut Tx, id: &Id, ended: Moment) -> Result<bool> {
    let sql = "UPDATE outages_outages SET ended_at = $3, updated_at = $4 WHERE tenant = $1 AND id = $2 AND ended_at IS NULL";
    Ok(tx.changed(sql, args![tx.tenant(), id, ended, tx.now()])? == 1)
}

pub fn expect(tx: &mut Tx, id: &Id, expected: Option<Moment>) -> Result<bool> {
    let sql = "UPDATE outages_outages SET expected = $3, updated_at = $4 WHERE tenant = $1 AND id = $2 AND ended_at IS NULL";
    Ok(tx.changed(sql, args![tx.tenant(), id, expected, tx.now()])? == 1)
}

pub fn add_update(tx: &mut Tx, outage: &Id, update: &Update) -> Result<()> {
    let sql = "SELECT COUNT(*) AS n FROM outages_updates WHERE tenant = $1 AND outage = $2";
    let seq = tx.count(sql, args![tx.tenant(), outage])? + 1;
    tx.execute(
        "INSERT INTO outages_updates (tenant, outage, seq, at, words, expected, by_whom) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tx.tenant(), outage, seq, update.at, json::to_string(&update.words)?, update.expected, tx.actor().to_string()],
    )
}

/// What was said, the last first.
pub fn updates(tx: &mut Tx, outage: &Id) -> Result<Vec<Update>> {
    let sql = "SELECT at, words, expected FROM outages_updates WHERE tenant = $1 AND outage = $2 ORDER BY seq DESC";
    tx.all(sql, args![tx.tenant(), outage], |row| {
        Ok(Update { at: row.get("at")?, words: json::from_str(&row.get::<String>("words")?)?, expected: row.get("expected")? })
    })
}

/// Locks the row where rows are locked one by one.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Outage> {
    let sql = format!("SELECT * FROM outages_outages WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], read)
}

/// Those that go on, the longest first.
pub fn open(tx: &mut Tx) -> Result<Vec<Outage>> {
    let sql = "SELECT * FROM outages_outages WHERE tenant = $1 AND ended_at IS NULL ORDER BY since, id";
    tx.all(sql, args![tx.tenant()], read)
}

/// Those that went on at some time after a moment, the newest first.
pub fn since(tx: &mut Tx, moment: Moment, limit: i64) -> Result<Vec<Outage>> {
    let sql = "SELECT * FROM outages_outages WHERE tenant = $1 AND (ended_at IS NULL OR ended_at > $2)
               ORDER BY since DESC, id DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), moment, limit], read)
}

/// For the dataset: in the order of their ids.
pub fn after(tx: &mut Tx, id: &str, limit: i64) -> Result<Vec<Outage>> {
    let sql = "SELECT * FROM outages_outages WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT $3";
    tx.all(sql, args![tx.tenant(), id, limit], read)
}

fn read(row: &Row) -> Result<Outage> {
    Ok(Outage {
        id: row.get("id")?,
        system: row.get("system")?,
        source: row.get("source")?,
        since: row.get("since")?,
        sites: json::from_str(&row.get::<String>("sites")?)?,
        matters: json::from_str(&row.get::<String>("matters")?)?,
        words: json::from_str(&row.get::<String>("words")?)?,
        expected: row.get("expected")?,
        declared_at: row.get("declared_at")?,
        declared_by: row.get("declared_by")?,
        updated_at: row.get("updated_at")?,
        ended_at: row.get("ended_at")?,
    })
}
