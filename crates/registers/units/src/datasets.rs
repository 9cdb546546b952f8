//! Open data of this module: the organisation, without its people.

use crate::store;
use platform::json::{Value, json};
use platform::{Dataset, Result, Tx};

pub const UNITS: Dataset = Dataset {
    id: "units",
    title: "units-data-units",
    description: "units-data-units-about",
    columns: &[
        ("id", "units-column-id"),
        ("parent", "units-column-parent"),
        ("kind", "units-column-kind"),
        ("name_ar", "units-column-name-ar"),
        ("name_fr", "units-column-name-fr"),
        ("arrondissement", "units-column-area"),
        ("external", "units-column-external"),
    ],
    point: None,
    rows: units,
};

fn units(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let units = store::all(tx)?.into_iter().filter(|unit| unit.id.as_str() > after);
    let row = |unit: crate::Unit| {
        let (id, parent, kind, name) = (json!(unit.id), json!(unit.parent), json!(unit.kind), unit.name);
        vec![id, parent, kind, json!(name.ar), json!(name.fr), json!(unit.area), json!(unit.external)]
    };
    Ok(units.take(usize::try_from(limit).unwrap_or(0)).map(row).collect())
}
