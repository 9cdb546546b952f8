//! Open data of this module: the numbered objects and where they stand.

use crate::store;
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const ASSETS: Dataset = Dataset {
    id: "assets",
    title: "assets-data",
    description: "assets-data-about",
    columns: &[
        ("id", "assets-column-id"),
        ("kind", "assets-column-kind"),
        ("number", "assets-column-number"),
        ("state", "assets-column-state"),
        ("arrondissement", "assets-column-area"),
        ("quarter", "assets-column-quarter"),
        ("street", "assets-column-street"),
        ("lat", "assets-column-lat"),
        ("lon", "assets-column-lon"),
    ],
    point: Some(("lat", "lon")),
    rows,
};

fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let row = |asset: crate::Asset| {
        let (lat, lon) = (asset.point.map(kernel::Point::lat), asset.point.map(kernel::Point::lon));
        vec![
            json!(asset.id),
            json!(asset.kind),
            json!(asset.number),
            json!(asset.state),
            json!(asset.area),
            json!(asset.quarter),
            json!(asset.street),
            json!(lat),
            json!(lon),
        ]
    };
    Ok(store::after(tx, after, limit)?.into_iter().map(row).collect())
}
