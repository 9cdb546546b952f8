//! SQL of the contracts, orders and penalties: one function per question, our own tables only.

pub mod contracts;
pub mod orders;
pub mod penalties;
pub mod statements;

use crate::model::Spot;
use kernel::Point;
use platform::{Result, Row};

fn read_spot(row: &Row) -> Result<Spot> {
    let point = row.get::<Option<i64>>("lat_e6")?.zip(row.get::<Option<i64>>("lon_e6")?);
    Ok(Spot {
        area: row.get("area")?,
        quarter: row.get("quarter")?,
        point: point.and_then(|(lat, lon)| Point::from_e6(lat, lon)),
        asset: row.get("asset")?,
    })
}
