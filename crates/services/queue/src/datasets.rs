//! Open data of this module: how long people waited, by day, site and matter; nothing where few came.

use crate::rules;
use crate::store::figures;
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const WAITS: Dataset = Dataset {
    id: "waits",
    title: "queue-data",
    description: "queue-data-about",
    columns: &[
        ("key", "queue-column-key"),
        ("day", "queue-column-day"),
        ("site", "queue-column-site"),
        ("matter", "queue-column-matter"),
        ("tickets", "queue-column-tickets"),
        ("served", "queue-column-served"),
        ("missed", "queue-column-missed"),
        ("wait_median_minutes", "queue-column-median"),
        ("wait_p90_minutes", "queue-column-p90"),
    ],
    point: None,
    rows,
};

fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let rows = figures::after(tx, after, limit)?;
    let row = |one: crate::Figures| {
        // A count below the least that may be told is told as nothing.
        let many = |count: i64| (count >= rules::FEWEST as i64).then_some(count);
        let minutes = |secs: Option<i64>| secs.map(|secs| (secs + 30) / 60);
        vec![
            json!(format!("{}/{}/{}", one.day, one.site, one.matter)),
            json!(one.day),
            json!(one.site),
            json!(one.matter),
            json!(many(one.tickets)),
            json!(many(one.served)),
            json!(many(one.missed)),
            json!(minutes(one.wait_median_secs)),
            json!(minutes(one.wait_p90_secs)),
        ]
    };
    Ok(rows.into_iter().map(row).collect())
}
