//! SQL of areas, quarters and boundaries.

use crate::model::{Area, Quarter};
use kernel::Point;
use platform::json;
use platform::{Problem, Result, Row, Tx, args};
use std::sync::Arc;

pub fn areas(tx: &mut Tx) -> Result<Arc<Vec<Area>>> {
    tx.remembered("", |tx| tx.all("SELECT * FROM places_areas WHERE tenant = $1 ORDER BY code", args![tx.tenant()], read_area))
}

/// Keeps what the commune has already.
pub fn add_area(tx: &mut Tx, area: &Area) -> Result<()> {
    let name = json::to_string(&area.name)?;
    tx.execute(
        "INSERT INTO places_areas (tenant, code, parent, kind, name, population) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant, code) DO NOTHING",
        args![tx.tenant(), area.code, area.parent, area.kind, name, area.population],
    )
}

fn read_area(row: &Row) -> Result<Area> {
    Ok(Area {
        code: row.get("code")?,
        parent: row.get("parent")?,
        kind: row.get("kind")?,
        name: json::from_str(&row.get::<String>("name")?)?,
        population: row.get("population")?,
    })
}

pub fn quarters(tx: &mut Tx) -> Result<Arc<Vec<Quarter>>> {
    let sql = "SELECT * FROM places_quarters WHERE tenant = $1 ORDER BY id";
    tx.remembered("", |tx| tx.all(sql, args![tx.tenant()], read_quarter))
}

pub fn quarter(tx: &mut Tx, id: &str) -> Result<Quarter> {
    quarters(tx)?.iter().find(|quarter| quarter.id == id).cloned().ok_or(Problem::NotFound)
}

/// Keeps what the commune has already.
pub fn add_quarter(tx: &mut Tx, quarter: &Quarter) -> Result<()> {
    write_quarter(tx, quarter, "ON CONFLICT (tenant, id) DO NOTHING")
}

pub fn put_quarter(tx: &mut Tx, quarter: &Quarter) -> Result<()> {
    let update = "ON CONFLICT (tenant, id) DO UPDATE SET arrondissement = excluded.arrondissement, name = excluded.name,
                  lat_e6 = excluded.lat_e6, lon_e6 = excluded.lon_e6";
    write_quarter(tx, quarter, update)
}

fn write_quarter(tx: &mut Tx, quarter: &Quarter, conflict: &str) -> Result<()> {
    let name = json::to_string(&quarter.name)?;
    let (lat, lon) = (quarter.point.map(Point::lat_e6), quarter.point.map(Point::lon_e6));
    tx.execute(
        &format!("INSERT INTO places_quarters (tenant, id, arrondissement, name, lat_e6, lon_e6) VALUES ($1, $2, $3, $4, $5, $6) {conflict}"),
        args![tx.tenant(), quarter.id, quarter.arrondissement, name, lat, lon],
    )
}

fn read_quarter(row: &Row) -> Result<Quarter> {
    let (lat, lon): (Option<i64>, Option<i64>) = (row.get("lat_e6")?, row.get("lon_e6")?);
    Ok(Quarter {
        id: row.get("id")?,
        arrondissement: row.get("arrondissement")?,
        name: json::from_str(&row.get::<String>("name")?)?,
        point: lat.zip(lon).and_then(|(lat, lon)| Point::from_e6(lat, lon)),
    })
}

/// Codes and geometries.
pub fn boundaries(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    tx.all("SELECT code, geometry FROM places_boundaries WHERE tenant = $1 ORDER BY code", args![tx.tenant()], |row| {
        Ok((row.get("code")?, row.get("geometry")?))
    })
}

pub fn put_boundary(tx: &mut Tx, code: &str, geometry: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO places_boundaries (tenant, code, geometry) VALUES ($1, $2, $3)
         ON CONFLICT (tenant, code) DO UPDATE SET geometry = excluded.geometry",
        args![tx.tenant(), code, geometry],
    )
}

pub fn has_boundaries(tx: &mut Tx) -> Result<bool> {
    Ok(tx.count("SELECT COUNT(*) AS n FROM places_boundaries WHERE tenant = $1", args![tx.tenant()])? > 0)
}
