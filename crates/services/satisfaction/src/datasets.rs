//! Open data of this module: the marks of each unit over a year; too few are kept back.

use crate::{actions, rules};
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const SATISFACTION: Dataset = Dataset {
    id: "satisfaction",
    title: "satisfaction-data",
    description: "satisfaction-data-about",
    columns: &[
        ("unit", "satisfaction-column-unit"),
        ("name_ar", "satisfaction-column-name-ar"),
        ("name_fr", "satisfaction-column-name-fr"),
        ("marks", "satisfaction-column-marks"),
        ("mean", "satisfaction-column-mean"),
        ("solved_percent", "satisfaction-column-solved"),
        ("answered", "satisfaction-column-answered"),
        ("reopened", "satisfaction-column-reopened"),
    ],
    point: None,
    rows,
};

/// The mean as text, so that no program rounds it again.
pub fn mean(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let since = tx.now().plus_secs(-365 * 86_400);
    let lines = actions::figures(tx, since)?.into_iter().filter(|line| line.unit.as_str() > after);
    let row = |line: crate::Line| {
        let shown = !line.few;
        vec![
            json!(line.unit),
            json!(line.name.ar),
            json!(line.name.fr),
            json!(shown.then_some(line.count)),
            json!(rules::tenths(line.sum, line.count).filter(|_| shown).map(mean)),
            json!(rules::percent(line.solved, line.told).filter(|_| shown && line.told >= rules::FEWEST)),
            json!(line.answered),
            json!(line.reopened),
        ]
    };
    Ok(lines.take(usize::try_from(limit).unwrap_or(0)).map(row).collect())
}
