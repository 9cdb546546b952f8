//! SQL of units, posts and absences.

use crate::model::{Absence, Post, Unit};
use kernel::{Day, Id};
use platform::json;
use platform::{Problem, Result, Row, Tx, args};
use std::sync::Arc;

/// Every unit that ever was, in the order of creation.
pub fn everything(tx: &mut Tx) -> Result<Arc<Vec<Unit>>> {
    tx.remembered("", |tx| tx.all("SELECT * FROM units_units WHERE tenant = $1 ORDER BY id", args![tx.tenant()], read_unit))
}

/// Units that are not retired.
pub fn all(tx: &mut Tx) -> Result<Vec<Unit>> {
    Ok(everything(tx)?.iter().filter(|unit| unit.retired_on.is_none()).cloned().collect())
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Unit> {
    everything(tx)?.iter().find(|unit| unit.id == *id).cloned().ok_or(Problem::NotFound)
}

pub fn by_code(tx: &mut Tx, code: &str, area: Option<&str>) -> Result<Option<Unit>> {
    let wanted = |unit: &&Unit| unit.retired_on.is_none() && unit.code == code && unit.area.as_deref() == area;
    Ok(everything(tx)?.iter().find(wanted).cloned())
}

pub fn insert(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let (name, reach) = (json::to_string(&unit.name)?, if unit.external { "external" } else { "internal" });
    let (duties, channels) = (json::to_string(&unit.duties)?, json::to_string(&unit.channels)?);
    tx.execute(
        "INSERT INTO units_units (tenant, id, code, area, parent, kind, name, reach, duties, channels, answer_hours, retired_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL)",
        args![
            tx.tenant(),
            unit.id,
            unit.code,
            unit.area,
            unit.parent,
            unit.kind,
            name,
            reach,
            duties,
            channels,
            unit.answer_hours
        ],
    )
}

pub fn update(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let (name, reach) = (json::to_string(&unit.name)?, if unit.external { "external" } else { "internal" });
    tx.execute(
        "UPDATE units_units SET parent = $3, kind = $4, name = $5, area = $6, reach = $7, retired_on = $8
         WHERE tenant = $1 AND id = $2",
        args![tx.tenant(), unit.id, unit.parent, unit.kind, name, unit.area, reach, unit.retired_on],
    )
}

fn read_unit(row: &Row) -> Result<Unit> {
    Ok(Unit {
        id: row.get("id")?,
        code: row.get("code")?,
        parent: row.get("parent")?,
        kind: row.get("kind")?,
        name: json::from_str(&row.get::<String>("name")?)?,
        area: row.get("area")?,
        external: row.get::<String>("reach")? == "external",
        duties: json::from_str(&row.get::<String>("duties")?)?,
        channels: json::from_str(&row.get::<String>("channels")?)?,
        answer_hours: row.get("answer_hours")?,
        retired_on: row.get("retired_on")?,
    })
}

/// Posts of a unit, or all; the latest first.
pub fn posts(tx: &mut Tx, unit: Option<&Id>) -> Result<Vec<Post>> {
    let sql = "SELECT * FROM units_posts WHERE tenant = $1 ORDER BY starts_on DESC, id";
    let all = tx.remembered("", |tx| tx.all(sql, args![tx.tenant()], read_post))?;
    Ok(all.iter().filter(|post| unit.is_none_or(|unit| post.unit == *unit)).cloned().collect())
}

fn read_post(row: &Row) -> Result<Post> {
    Ok(Post {
        id: row.get("id")?,
        unit: row.get("unit")?,
        person: row.get("person")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        decision: row.get("decision")?,
    })
}

pub fn insert_post(tx: &mut Tx, post: &Post) -> Result<()> {
    tx.execute(
        "INSERT INTO units_posts (tenant, id, unit, person, starts_on, ends_on, decision) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![tx.tenant(), post.id, post.unit, post.person, post.starts_on, post.ends_on, post.decision],
    )
}

pub fn end_post(tx: &mut Tx, id: &Id, last: Day) -> Result<()> {
    tx.execute("UPDATE units_posts SET ends_on = $1 WHERE tenant = $2 AND id = $3", args![last, tx.tenant(), id])
}

/// Absences that end on or after a day, the nearest first.
pub fn absences_from(tx: &mut Tx, day: Day) -> Result<Vec<Absence>> {
    let sql = "SELECT * FROM units_absences WHERE tenant = $1 ORDER BY starts_on, id";
    let all = tx.remembered("", |tx| tx.all(sql, args![tx.tenant()], read_absence))?;
    Ok(all.iter().filter(|absence| absence.ends_on >= day).cloned().collect())
}

fn read_absence(row: &Row) -> Result<Absence> {
    Ok(Absence {
        id: row.get("id")?,
        person: row.get("person")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        delegate: row.get("delegate")?,
    })
}

pub fn insert_absence(tx: &mut Tx, absence: &Absence) -> Result<()> {
    tx.execute(
        "INSERT INTO units_absences (tenant, id, person, starts_on, ends_on, delegate) VALUES ($1, $2, $3, $4, $5, $6)",
        args![tx.tenant(), absence.id, absence.person, absence.starts_on, absence.ends_on, absence.delegate],
    )
}

/// Says whether there was one.
pub fn remove_absence(tx: &mut Tx, id: &Id) -> Result<bool> {
    Ok(tx.changed("DELETE FROM units_absences WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])? == 1)
}
