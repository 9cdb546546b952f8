//! Open data of this module: how much of the time the lamps gave light, by quarter of the year and place.

use crate::actions::figures;
use crate::rules::{self, Period};
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const LIGHTING: Dataset = Dataset {
    id: "lighting_availability",
    title: "upkeep-data",
    description: "upkeep-data-about",
    columns: &[
        ("id", "upkeep-column-id"),
        ("period", "upkeep-column-period"),
        ("arrondissement", "upkeep-column-area"),
        ("quarter", "upkeep-column-quarter"),
        ("lamps", "upkeep-column-lamps"),
        ("lamp_seconds", "upkeep-column-lamp-seconds"),
        ("dark_seconds", "upkeep-column-dark-seconds"),
        ("failures", "upkeep-column-failures"),
        ("availability_percent", "upkeep-column-availability"),
    ],
    point: None,
    rows,
};

/// One row for each quarter of the year and place, in the order of their keys.
fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let from = after.split_once('|').and_then(|(period, _)| Period::parse(period));
    let mut rows = Vec::new();
    for period in figures::periods(tx)?.into_iter().filter(|period| from.is_none_or(|from| *period >= from)) {
        let mut part: Vec<(String, Vec<Value>)> = Vec::new();
        for (place, sums) in figures::lighting(tx, period)? {
            let key = format!("{period}|{}|{}", place.area.as_deref().unwrap_or(""), place.quarter);
            let row = vec![
                json!(key),
                json!(period.to_string()),
                json!(place.area),
                json!(place.quarter),
                json!(sums.objects),
                json!(sums.object_secs),
                json!(sums.dark_secs),
                json!(sums.failures),
                json!(rules::availability(&sums).map(|hundredths| hundredths as f64 / 100.0)),
            ];
            part.push((key, row));
        }
        part.sort_by(|a, b| a.0.cmp(&b.0));
        rows.extend(part.into_iter().filter(|(key, _)| key.as_str() > after).map(|(_, row)| row));
        if rows.len() as i64 >= limit {
            break;
        }
    }
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(rows)
}
