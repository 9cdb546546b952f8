//! Open data of this module: areas and quarters.

use crate::store;
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const AREAS: Dataset = Dataset {
    id: "areas",
    title: "places-data-areas",
    description: "places-data-areas-about",
    columns: &[
        ("code", "places-column-code"),
        ("kind", "places-column-kind"),
        ("parent", "places-column-parent"),
        ("name_ar", "places-column-name-ar"),
        ("name_fr", "places-column-name-fr"),
        ("population_2024", "places-column-population"),
    ],
    point: None,
    rows: areas,
};

pub const QUARTERS: Dataset = Dataset {
    id: "quarters",
    title: "places-data-quarters",
    description: "places-data-quarters-about",
    columns: &[
        ("id", "places-column-id"),
        ("arrondissement", "places-column-arrondissement"),
        ("name_ar", "places-column-name-ar"),
        ("name_fr", "places-column-name-fr"),
        ("lat", "places-column-lat"),
        ("lon", "places-column-lon"),
    ],
    point: Some(("lat", "lon")),
    rows: quarters,
};

fn areas(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let areas = store::areas(tx)?;
    let areas = areas.iter().filter(|area| area.code.as_str() > after);
    let row = |area: &crate::Area| {
        vec![
            json!(area.code),
            json!(area.kind),
            json!(area.parent),
            json!(area.name.ar),
            json!(area.name.fr),
            json!(area.population),
        ]
    };
    Ok(areas.take(usize::try_from(limit).unwrap_or(0)).map(row).collect())
}

fn quarters(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let mut quarters = store::quarters(tx)?.to_vec();
    quarters.sort_by(|a, b| a.id.cmp(&b.id)); // the key of the page, in the same order on both engines
    let row = |quarter: crate::Quarter| {
        let (lat, lon) = (quarter.point.map(kernel::Point::lat), quarter.point.map(kernel::Point::lon));
        vec![
            json!(quarter.id),
            json!(quarter.arrondissement),
            json!(quarter.name.ar),
            json!(quarter.name.fr),
            json!(lat),
            json!(lon),
        ]
    };
    Ok(quarters
        .into_iter()
        .filter(|quarter| quarter.id.as_str() > after)
        .take(usize::try_from(limit).unwrap_or(0))
        .map(row)
        .collect())
}
