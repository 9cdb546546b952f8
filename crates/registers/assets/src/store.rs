//! SQL of the numbered objects: our own table only.

use crate::model::{Asset, Series, Standing};
use crate::rules::fold_number;
use kernel::{Day, Id, Point, fold};
use platform::{Cursor, Result, Row, Tx, args};

/// Numbers of one kind that an unknown number is compared with.
const COMPARED: i64 = 100_000;

/// Which objects a list shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub kind: Option<String>,
    pub words: String,
}

impl Filter {
    /// The searched text as it stands in the column `words`, between joker signs.
    fn like(&self) -> Option<String> {
        let sought = fold::fold(&self.words).replace(['%', '_'], "");
        let number = fold_number(&self.words);
        let looks_like_number = number.chars().any(|c| c.is_ascii_digit());
        let text = if looks_like_number { number.to_lowercase() } else { sought.trim().to_owned() };
        (!text.is_empty()).then(|| format!("%{text}%"))
    }
}

fn words_of(asset: &Asset) -> String {
    format!("{} {}", fold_number(&asset.number).to_lowercase(), fold::fold(&format!("{} {}", asset.street, asset.quarter)))
}

pub fn put(tx: &mut Tx, asset: &Asset) -> Result<()> {
    let point = asset.point;
    tx.execute(
        "INSERT INTO assets_assets (tenant, id, kind, number, folded, lat_e6, lon_e6, cell, area, quarter, street, state,
             installed_on, note, words, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         ON CONFLICT (tenant, kind, folded) DO UPDATE SET number = excluded.number, lat_e6 = excluded.lat_e6,
             lon_e6 = excluded.lon_e6, cell = excluded.cell, area = excluded.area, quarter = excluded.quarter,
             street = excluded.street, state = excluded.state, installed_on = excluded.installed_on, note = excluded.note,
             words = excluded.words, changed_at = excluded.changed_at",
        args![
            tx.tenant(),
            asset.id,
            asset.kind,
            asset.number,
            fold_number(&asset.number),
            point.map(Point::lat_e6),
            point.map(Point::lon_e6),
            point.map(Point::cell),
            asset.area,
            asset.quarter,
            asset.street,
            asset.state,
            asset.installed_on,
            asset.note,
            words_of(asset),
            tx.now()
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Asset> {
    tx.one("SELECT * FROM assets_assets WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

/// Every object with this number, the likeliest kind first.
pub fn all_by_folded(tx: &mut Tx, kind: Option<&str>, folded: &str) -> Result<Vec<Asset>> {
    let sql = "SELECT * FROM assets_assets WHERE tenant = $1 AND folded = $2 AND (CAST($3 AS TEXT) IS NULL OR kind = $3)
               ORDER BY CASE kind WHEN 'lamp' THEN 0 WHEN 'bin' THEN 1 ELSE 2 END, kind";
    tx.all(sql, args![tx.tenant(), folded, kind], read)
}

pub fn by_folded(tx: &mut Tx, kind: Option<&str>, folded: &str) -> Result<Option<Asset>> {
    Ok(all_by_folded(tx, kind, folded)?.into_iter().next())
}

/// Objects of these ids, in no order.
pub fn some(tx: &mut Tx, ids: &[Id]) -> Result<Vec<Asset>> {
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(400) {
        let marks: Vec<String> = (2..part.len() + 2).map(|place| format!("${place}")).collect();
        let sql = format!("SELECT * FROM assets_assets WHERE tenant = $1 AND id IN ({})", marks.join(", "));
        let mut values = args![tx.tenant()];
        values.extend(part.iter().flat_map(|id| args![id]));
        found.extend(tx.all(&sql, values, read)?);
    }
    Ok(found)
}

/// Whether a number here begins with these letters.
pub fn begins_with(tx: &mut Tx, letters: &str) -> Result<bool> {
    let sql = "SELECT id FROM assets_assets WHERE tenant = $1 AND folded >= $2 AND folded < $3 LIMIT 1";
    Ok(tx.maybe(sql, args![tx.tenant(), letters, format!("{letters}~")], |row| row.get::<Id>("id"))?.is_some())
}

/// How many stand where, removed and not yet installed ones left out. Those installed after a day are told by their day.
pub fn standing(tx: &mut Tx, kind: &str, after: Day, streets: bool) -> Result<Vec<Standing>> {
    let street = if streets { "street" } else { "CAST(NULL AS TEXT)" };
    let sql = format!(
        "SELECT area, quarter, {street} AS street, CASE WHEN installed_on > $3 THEN installed_on END AS since, COUNT(*) AS n
         FROM assets_assets WHERE tenant = $1 AND kind = $2 AND state IN ('in_place', 'damaged')
         GROUP BY area, quarter{}, CASE WHEN installed_on > $3 THEN installed_on END",
        if streets { ", street" } else { "" }
    );
    tx.all(&sql, args![tx.tenant(), kind, after], |row| {
        Ok(Standing {
            area: row.get("area")?,
            quarter: row.get("quarter")?,
            street: row.get("street")?,
            since: row.get("since")?,
            count: row.get("n")?,
        })
    })
}

/// The first objects of a kind in a quarter that can be looked at, by number.
pub fn of_quarter(tx: &mut Tx, kind: &str, area: Option<&str>, quarter: Option<&str>, limit: i64) -> Result<Vec<Asset>> {
    let sql = "SELECT * FROM assets_assets WHERE tenant = $1 AND kind = $2 AND state IN ('in_place', 'damaged')
               AND (CAST($3 AS TEXT) IS NULL OR area = $3) AND (CAST($4 AS TEXT) IS NULL OR quarter = $4)
               ORDER BY street, number, id LIMIT $5";
    tx.all(sql, args![tx.tenant(), kind, area, quarter, limit], read)
}

pub fn series(tx: &mut Tx) -> Result<Vec<Series>> {
    let sql = "SELECT letters, kind, last FROM assets_series WHERE tenant = $1 ORDER BY letters";
    tx.all(sql, args![tx.tenant()], |row| {
        Ok(Series { letters: row.get("letters")?, kind: row.get("kind")?, last: row.get("last")? })
    })
}

pub fn put_series(tx: &mut Tx, series: &Series) -> Result<()> {
    let sql = "INSERT INTO assets_series (tenant, letters, kind, last) VALUES ($1, $2, $3, $4)
               ON CONFLICT (tenant, letters) DO UPDATE SET last = excluded.last";
    tx.execute(sql, args![tx.tenant(), series.letters, series.kind, series.last])
}

/// Ids and folded numbers of one kind, or of all.
pub fn numbers(tx: &mut Tx, kind: Option<&str>) -> Result<Vec<(Id, String)>> {
    let sql = "SELECT id, folded FROM assets_assets WHERE tenant = $1 AND (CAST($2 AS TEXT) IS NULL OR kind = $2) LIMIT $3";
    tx.all(sql, args![tx.tenant(), kind, COMPARED], |row| Ok((row.get("id")?, row.get("folded")?)))
}

pub fn page(tx: &mut Tx, filter: &Filter, after: Option<&Cursor>, limit: i64) -> Result<Vec<Asset>> {
    let (sort, id) = after.map(|cursor| (cursor.sort.clone(), cursor.id.clone())).unzip();
    let sql = "SELECT * FROM assets_assets WHERE tenant = $1 AND (CAST($2 AS TEXT) IS NULL OR kind = $2)
               AND (CAST($3 AS TEXT) IS NULL OR words LIKE $3)
               AND (CAST($4 AS TEXT) IS NULL OR number > $4 OR (number = $4 AND id > $5)) ORDER BY number, id LIMIT $6";
    tx.all(sql, args![tx.tenant(), filter.kind, filter.like(), sort, id, limit], read)
}

pub fn count(tx: &mut Tx, filter: &Filter) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM assets_assets WHERE tenant = $1 AND (CAST($2 AS TEXT) IS NULL OR kind = $2)
               AND (CAST($3 AS TEXT) IS NULL OR words LIKE $3)";
    tx.count(sql, args![tx.tenant(), filter.kind, filter.like()])
}

pub fn counts_by_kind(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT kind, COUNT(*) AS n FROM assets_assets WHERE tenant = $1 GROUP BY kind ORDER BY kind";
    tx.all(sql, args![tx.tenant()], |row| Ok((row.get("kind")?, row.get("n")?)))
}

/// Objects after an id, for the dataset.
pub fn after(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Asset>> {
    let sql = "SELECT * FROM assets_assets WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT $3";
    tx.all(sql, args![tx.tenant(), after, limit], read)
}

pub fn cursor(asset: &Asset) -> Cursor {
    Cursor { sort: asset.number.clone(), id: asset.id.to_string() }
}

fn read(row: &Row) -> Result<Asset> {
    let point = row.get::<Option<i64>>("lat_e6")?.zip(row.get::<Option<i64>>("lon_e6")?);
    Ok(Asset {
        id: row.get("id")?,
        kind: row.get("kind")?,
        number: row.get("number")?,
        point: point.and_then(|(lat, lon)| Point::from_e6(lat, lon)),
        area: row.get("area")?,
        quarter: row.get("quarter")?,
        street: row.get("street")?,
        state: row.get("state")?,
        installed_on: row.get("installed_on")?,
        note: row.get("note")?,
    })
}
