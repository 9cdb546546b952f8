//! Rows of sittings, agendas and visits.

pub mod complaints;
mod visits;

pub use visits::{add_visit, photo, visit_of_key, visits};

use crate::model::{Finding, Item, NewSitting, Sitting, SittingState};
use kernel::{Day, Id};
use platform::{Count, Result, Row, Tx, Waits, args, json};

pub fn insert(tx: &mut Tx, id: &Id, new: &NewSitting) -> Result<()> {
    tx.execute(
        "INSERT INTO permits_sittings (tenant, id, scale, held_on, place, state, members) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tx.tenant(), id, new.scale, new.held_on, new.place, SittingState::Planned, "[]"],
    )
}

pub fn update(tx: &mut Tx, sitting: &Sitting) -> Result<()> {
    let closed = (sitting.state == SittingState::Closed).then(|| tx.now());
    tx.execute(
        "UPDATE permits_sittings SET state = $3, members = $4, year = $5, number = $6, closed_at = $7 WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            sitting.id,
            sitting.state,
            json::to_string(&sitting.members)?,
            sitting.number.map(|(year, _)| year),
            sitting.number.map(|(_, number)| number),
            closed
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Sitting> {
    tx.one("SELECT * FROM permits_sittings WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

/// Sittings from a day on, the newest first.
pub fn from(tx: &mut Tx, day: Day, limit: i64) -> Result<Vec<Sitting>> {
    let sql = "SELECT * FROM permits_sittings WHERE tenant = $1 AND held_on >= $2 ORDER BY held_on DESC, id DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), day, limit], read)
}

/// Sittings that are planned, for the bell of the menu.
pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    let sql = "SELECT COUNT(*) AS n FROM permits_sittings WHERE tenant = $1 AND state = 'planned'";
    Ok(Count::of(sql, args![tx.tenant()]).into())
}

fn read(row: &Row) -> Result<Sitting> {
    Ok(Sitting {
        id: row.get("id")?,
        scale: row.get("scale")?,
        held_on: row.get("held_on")?,
        place: row.get("place")?,
        state: row.get("state")?,
        members: json::from_str(&row.get::<String>("members")?)?,
        number: row.get::<Option<i64>>("year")?.zip(row.get::<Option<i64>>("number")?),
    })
}

pub fn add_item(tx: &mut Tx, sitting: &Id, case: &Id, code: &str) -> Result<()> {
    let position = items(tx, sitting)?.last().map_or(0, |last| last.position) + 1;
    tx.execute(
        "INSERT INTO permits_items (tenant, sitting, case_id, code, position) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
        args![tx.tenant(), sitting, case, code, position],
    )
}

pub fn remove_item(tx: &mut Tx, sitting: &Id, case: &Id) -> Result<()> {
    let sql = "DELETE FROM permits_items WHERE tenant = $1 AND sitting = $2 AND case_id = $3 AND verdict IS NULL";
    tx.execute(sql, args![tx.tenant(), sitting, case])
}

pub fn judge(tx: &mut Tx, sitting: &Id, case: &Id, finding: Finding, words: &str) -> Result<()> {
    tx.execute(
        "UPDATE permits_items SET verdict = $4, words = $5 WHERE tenant = $1 AND sitting = $2 AND case_id = $3",
        args![tx.tenant(), sitting, case, finding, words],
    )
}

pub fn items(tx: &mut Tx, sitting: &Id) -> Result<Vec<Item>> {
    let sql = "SELECT * FROM permits_items WHERE tenant = $1 AND sitting = $2 ORDER BY position";
    tx.all(sql, args![tx.tenant(), sitting], item)
}

/// The agendas on which a case stands, with the state of their sittings, newest last.
pub fn agendas(tx: &mut Tx, case: &Id) -> Result<Vec<(Sitting, Item)>> {
    let sql = "SELECT sitting FROM permits_items WHERE tenant = $1 AND case_id = $2";
    let sittings: Vec<Id> = tx.all(sql, args![tx.tenant(), case], |row| row.get("sitting"))?;
    let mut found = Vec::new();
    for id in sittings {
        let sitting = find(tx, &id)?;
        if let Some(item) = items(tx, &id)?.into_iter().find(|item| item.case == *case) {
            found.push((sitting, item));
        }
    }
    found.sort_by_key(|(sitting, _)| sitting.held_on);
    Ok(found)
}

fn item(row: &Row) -> Result<Item> {
    Ok(Item {
        case: row.get("case_id")?,
        code: row.get("code")?,
        position: row.get("position")?,
        finding: row.get("verdict")?,
        words: row.get::<Option<String>>("words")?.unwrap_or_default(),
    })
}
