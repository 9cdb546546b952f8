//! The versions that a commune wrote, and the amounts it set.

use crate::version::{Version, VersionState};
use kernel::{Id, Moment};
use platform::{Count, Problem, Result, Row, Tx, Waits, args};
use serde::Serialize;

/// An amount that this commune set, with the decision that set it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnTariff {
    pub id: String,
    pub amount: i64,
    pub decision: String,
    pub changed_at: Moment,
}

fn read(row: &Row) -> Result<Version> {
    Ok(Version {
        procedure: row.get("procedure")?,
        version: row.get("version")?,
        state: row.get("state")?,
        body: row.get("body")?,
        note: row.get("note")?,
        made_by: row.get("made_by")?,
        made_at: row.get("made_at")?,
        proposed_by: row.get("proposed_by")?,
        proposed_person: row.get("proposed_person")?,
        proposed_at: row.get("proposed_at")?,
        published_by: row.get("published_by")?,
        published_at: row.get("published_at")?,
        withdrawn_at: row.get("withdrawn_at")?,
    })
}

/// All versions of one procedure, the newest first.
pub fn of(tx: &mut Tx, procedure: &str) -> Result<Vec<Version>> {
    let sql = "SELECT * FROM procedures_versions WHERE tenant = $1 AND procedure = $2 ORDER BY version DESC";
    tx.all(sql, args![tx.tenant(), procedure], read)
}

/// `NotFound` for a version that nobody began.
pub fn one(tx: &mut Tx, procedure: &str, version: i64) -> Result<Version> {
    let sql = "SELECT * FROM procedures_versions WHERE tenant = $1 AND procedure = $2 AND version = $3";
    tx.one(sql, args![tx.tenant(), procedure, version], read)
}

/// Every version in this state, the newest of each procedure first.
pub fn in_state(tx: &mut Tx, state: VersionState) -> Result<Vec<Version>> {
    let sql = "SELECT * FROM procedures_versions WHERE tenant = $1 AND state = $2 ORDER BY procedure, version DESC";
    tx.all(sql, args![tx.tenant(), state], read)
}

/// Every version that ran at some time, the newest of each procedure first.
pub fn ever_published(tx: &mut Tx) -> Result<Vec<Version>> {
    let sql = "SELECT * FROM procedures_versions WHERE tenant = $1 AND published_at IS NOT NULL ORDER BY procedure, version DESC";
    tx.all(sql, args![tx.tenant()], read)
}

pub fn proposed(tx: &mut Tx) -> Result<Waits> {
    let sql = "SELECT COUNT(*) AS n FROM procedures_versions WHERE tenant = $1 AND state = 'proposed'";
    Ok(Count::of(sql, args![tx.tenant()]).into())
}

pub fn add(tx: &mut Tx, procedure: &str, version: i64, body: &str) -> Result<()> {
    let by = tx.actor().to_string();
    tx.execute(
        "INSERT INTO procedures_versions (tenant, procedure, version, state, body, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tx.tenant(), procedure, version, VersionState::Draft, body, by, tx.now()],
    )
}

/// Changes the text of a draft; what is no draft stays as it is.
pub fn write(tx: &mut Tx, procedure: &str, version: i64, body: &str) -> Result<()> {
    let sql =
        "UPDATE procedures_versions SET body = $4 WHERE tenant = $1 AND procedure = $2 AND version = $3 AND state = 'draft'";
    changed(tx.changed(sql, args![tx.tenant(), procedure, version, body])?)
}

pub fn propose(tx: &mut Tx, of: &Version, person: Option<Id>, note: Option<&str>) -> Result<()> {
    let by = tx.actor().to_string();
    let sql =
        "UPDATE procedures_versions SET state = 'proposed', proposed_by = $4, proposed_at = $5, note = $6, proposed_person = $7
               WHERE tenant = $1 AND procedure = $2 AND version = $3 AND state = 'draft'";
    changed(tx.changed(sql, args![tx.tenant(), of.procedure, of.version, by, tx.now(), note.map(str::to_owned), person])?)
}

pub fn send_back(tx: &mut Tx, of: &Version, note: Option<&str>) -> Result<()> {
    let sql = "UPDATE procedures_versions SET state = 'draft', note = $4
               WHERE tenant = $1 AND procedure = $2 AND version = $3 AND state = 'proposed'";
    changed(tx.changed(sql, args![tx.tenant(), of.procedure, of.version, note.map(str::to_owned)])?)
}

pub fn publish(tx: &mut Tx, of: &Version) -> Result<()> {
    let by = tx.actor().to_string();
    let sql = "UPDATE procedures_versions SET state = 'published', published_by = $4, published_at = $5
               WHERE tenant = $1 AND procedure = $2 AND version = $3 AND state = 'proposed'";
    changed(tx.changed(sql, args![tx.tenant(), of.procedure, of.version, by, tx.now()])?)
}

pub fn withdraw(tx: &mut Tx, of: &Version) -> Result<()> {
    let by = tx.actor().to_string();
    let sql = "UPDATE procedures_versions SET state = 'withdrawn', withdrawn_by = $4, withdrawn_at = $5
               WHERE tenant = $1 AND procedure = $2 AND version = $3 AND state <> 'withdrawn'";
    changed(tx.changed(sql, args![tx.tenant(), of.procedure, of.version, by, tx.now()])?)
}

fn changed(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Problem::NotFound) }
}

pub fn own_tariffs(tx: &mut Tx) -> Result<Vec<OwnTariff>> {
    let sql = "SELECT * FROM procedures_tariffs WHERE tenant = $1 ORDER BY id";
    tx.all(sql, args![tx.tenant()], |row| {
        Ok(OwnTariff {
            id: row.get("id")?,
            amount: row.get("amount")?,
            decision: row.get("decision")?,
            changed_at: row.get("changed_at")?,
        })
    })
}

pub fn put_tariff(tx: &mut Tx, id: &str, amount: i64, decision: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO procedures_tariffs (tenant, id, amount, decision, changed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant, id) DO UPDATE SET amount = excluded.amount, decision = excluded.decision,
             changed_at = excluded.changed_at",
        args![tx.tenant(), id, amount, decision, tx.now()],
    )
}
