//! Open data of this module: every outage that was ever told.

use crate::store;
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const OUTAGES: Dataset = Dataset {
    id: "outages",
    title: "outages-data",
    description: "outages-data-about",
    columns: &[
        ("id", "outages-column-id"),
        ("system", "outages-column-system"),
        ("source", "outages-column-source"),
        ("since", "outages-column-since"),
        ("ended", "outages-column-ended"),
        ("minutes", "outages-column-minutes"),
        ("sites", "outages-column-sites"),
        ("matters", "outages-column-matters"),
    ],
    point: None,
    rows,
};

fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let rows = store::after(tx, after, limit)?;
    let row = |outage: crate::Outage| {
        let minutes = outage.ended_at.map(|ended| ended.secs_since(outage.since) / 60);
        let ended = outage.ended_at.map(|ended| ended.to_string());
        vec![
            json!(outage.id),
            json!(outage.system),
            json!(outage.source),
            json!(outage.since),
            json!(ended),
            json!(minutes),
            json!(outage.sites.join(" ")),
            json!(outage.matters.join(" ")),
        ]
    };
    Ok(rows.into_iter().map(row).collect())
}
