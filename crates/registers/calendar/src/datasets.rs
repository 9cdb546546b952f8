//! Open data of this module: the days off.

use crate::{Standing, actions};
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const HOLIDAYS: Dataset = Dataset {
    id: "holidays",
    title: "calendar-data-holidays",
    description: "calendar-data-holidays-about",
    columns: &[
        ("day", "calendar-column-day"),
        ("name_ar", "calendar-column-name-ar"),
        ("name_fr", "calendar-column-name-fr"),
        ("standing", "calendar-column-standing"),
    ],
    point: None,
    rows: holidays,
};

/// Days off of last year, this year and the next.
fn holidays(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let mut rows = Vec::new();
    for year in tx.today().year() - 1..=tx.today().year() + 1 {
        for holiday in actions::holidays(tx, year)?.into_iter().filter(|holiday| holiday.standing != Standing::Removed) {
            let key = holiday.day.to_string();
            if key.as_str() > after {
                rows.push(vec![json!(key), json!(holiday.name.ar), json!(holiday.name.fr), json!(holiday.standing)]);
            }
        }
    }
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(rows)
}
