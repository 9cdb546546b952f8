//! Every published case, the oldest first, with the columns that a list of a million needs: nothing sealed is read.

use super::points::PUBLISHED;
use kernel::{Id, Moment, Point};
use platform::{Cursor, Result, Row, Tx, args};
use procedures::Phase;

/// What everybody may know of a published case.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: Id,
    pub code: String,
    pub procedure: String,
    pub state: String,
    pub phase: Phase,
    pub outcome: Option<String>,
    pub unit: Id,
    pub area: Option<String>,
    pub quarter: Option<String>,
    pub point: Option<Point>,
    pub channel: crate::Channel,
    pub received_at: Moment,
    pub updated_at: Moment,
    pub answered_at: Option<Moment>,
    pub words: String,
}

impl Line {
    /// The key of the line in the order of [`published`].
    pub fn cursor(&self) -> Cursor {
        Cursor { sort: self.received_at.to_string(), id: self.id.to_string() }
    }
}

/// Published cases after a key.
pub fn published(tx: &mut Tx, after: Option<&Cursor>, limit: i64) -> Result<Vec<Line>> {
    let (sort, id) = after.map_or(("", ""), |cursor| (cursor.sort.as_str(), cursor.id.as_str()));
    let sql = format!(
        "SELECT id, code, procedure, state, phase, outcome, unit, area, quarter, lat_e6, lon_e6, channel, received_at, updated_at,
             answered_at, public_words
         FROM cases_cases WHERE tenant = $1 AND {PUBLISHED} AND (received_at, id) > ($2, $3)
         ORDER BY received_at, id LIMIT {}",
        limit.max(0)
    );
    tx.all(&sql, args![tx.tenant(), sort, id], read)
}

fn read(row: &Row) -> Result<Line> {
    let point = row.get::<Option<i64>>("lat_e6")?.zip(row.get::<Option<i64>>("lon_e6")?);
    Ok(Line {
        id: row.get("id")?,
        code: row.get("code")?,
        procedure: row.get("procedure")?,
        state: row.get("state")?,
        phase: row.get("phase")?,
        outcome: row.get("outcome")?,
        unit: row.get("unit")?,
        area: row.get("area")?,
        quarter: row.get("quarter")?,
        point: point.and_then(|(lat, lon)| Point::from_e6(lat, lon)),
        channel: row.get("channel")?,
        received_at: row.get("received_at")?,
        updated_at: row.get("updated_at")?,
        answered_at: row.get("answered_at")?,
        words: row.get::<Option<String>>("public_words")?.unwrap_or_default(),
    })
}
