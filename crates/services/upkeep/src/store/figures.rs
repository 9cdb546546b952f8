//! Sums over spells: one question each, answered by the index on their time.

use crate::model::{Place, Sums, Worst};
use platform::{Result, Tx, args};

/// Seconds without light and failures begun between two moments, by place.
pub fn dark(tx: &mut Tx, kind: &str, from: i64, until: i64, streets: bool) -> Result<Vec<(Place, Sums)>> {
    let street = if streets { ", street" } else { "" };
    let sql = format!(
        "SELECT area, quarter{street}, CAST(SUM(
                 CASE WHEN until_s IS NULL OR until_s > CAST($4 AS BIGINT) THEN CAST($4 AS BIGINT) ELSE until_s END
                 - CASE WHEN from_s < CAST($3 AS BIGINT) THEN CAST($3 AS BIGINT) ELSE from_s END) AS BIGINT) AS dark,
             CAST(SUM(CASE WHEN from_s >= CAST($3 AS BIGINT) THEN 1 ELSE 0 END) AS BIGINT) AS failures
         FROM upkeep_spells WHERE tenant = $1 AND kind = $2 AND from_s < $4 AND (until_s IS NULL OR until_s > $3)
         GROUP BY area, quarter{street}"
    );
    tx.all(&sql, args![tx.tenant(), kind, from, until], |row| {
        let street = if streets { row.get("street")? } else { String::new() };
        let place = Place { area: row.get("area")?, quarter: row.get("quarter")?, street };
        Ok((place, Sums { dark_secs: row.get("dark")?, failures: row.get("failures")?, ..Sums::default() }))
    })
}

/// When the first spell of a kind began.
pub fn first(tx: &mut Tx, kind: &str) -> Result<Option<i64>> {
    let sql = "SELECT from_s FROM upkeep_spells WHERE tenant = $1 AND kind = $2 ORDER BY from_s LIMIT 1";
    tx.maybe(sql, args![tx.tenant(), kind], |row| row.get("from_s"))
}

/// Kinds of which anything failed.
pub fn kinds(tx: &mut Tx) -> Result<Vec<String>> {
    tx.all("SELECT DISTINCT kind FROM upkeep_spells WHERE tenant = $1 ORDER BY kind", args![tx.tenant()], |row| row.get("kind"))
}

/// How many spells that began since a moment took how many hours, by the unit that ended them.
pub fn repairs(tx: &mut Tx, kind: &str, since: i64) -> Result<Vec<(String, i64, i64)>> {
    let sql = "SELECT unit, (until_s - from_s) / 3600 AS hours, COUNT(*) AS n FROM upkeep_spells
               WHERE tenant = $1 AND kind = $2 AND from_s >= $3 AND until_s IS NOT NULL
               GROUP BY unit, (until_s - from_s) / 3600";
    tx.all(sql, args![tx.tenant(), kind, since], |row| Ok((row.get("unit")?, row.get("hours")?, row.get("n")?)))
}

/// Spells that last, by the unit that has them.
pub fn open(tx: &mut Tx, kind: &str) -> Result<Vec<(String, i64)>> {
    let sql = "SELECT unit, COUNT(*) AS n FROM upkeep_spells WHERE tenant = $1 AND kind = $2 AND until_s IS NULL GROUP BY unit";
    tx.all(sql, args![tx.tenant(), kind], |row| Ok((row.get("unit")?, row.get("n")?)))
}

/// Objects that failed at least so often since a moment, the worst first.
pub fn worst(tx: &mut Tx, kind: &str, since: i64, now: i64, at_least: i64, limit: i64) -> Result<Vec<Worst>> {
    let sql = "SELECT asset, number, quarter, street, COUNT(*) AS n, CAST(SUM(COALESCE(until_s, CAST($4 AS BIGINT)) - from_s) AS BIGINT) AS dark
               FROM upkeep_spells WHERE tenant = $1 AND kind = $2 AND from_s >= $3
               GROUP BY asset, number, quarter, street HAVING COUNT(*) >= $5 ORDER BY n DESC, dark DESC, number LIMIT $6";
    tx.all(sql, args![tx.tenant(), kind, since, now, at_least, limit], |row| {
        Ok(Worst {
            asset: row.get("asset")?,
            number: row.get("number")?,
            quarter: row.get("quarter")?,
            street: row.get("street")?,
            failures: row.get("n")?,
            dark_secs: row.get("dark")?,
        })
    })
}
