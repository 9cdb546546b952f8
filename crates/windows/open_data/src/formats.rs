//! The same rows as CSV (RFC 4180), JSON and GeoJSON.

use platform::json::{Map, json};
use platform::{Dataset, Json};

/// A value as a person or a spreadsheet reads it: nothing for null.
pub fn plain(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn cell(value: &Json) -> String {
    let text = plain(value);
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A header line, then one line per row, each ended by CR LF; UTF-8 without a mark at its start.
pub fn csv(dataset: &Dataset, rows: &[Vec<Json>]) -> String {
    let mut out: String = dataset.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",");
    out.push_str("\r\n");
    for row in rows {
        out.push_str(&row.iter().map(cell).collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

fn object(dataset: &Dataset, row: &[Json]) -> Map<String, Json> {
    dataset.columns.iter().zip(row).map(|((name, _), value)| ((*name).to_owned(), value.clone())).collect()
}

/// Rows as objects under the names of their columns.
pub fn objects(dataset: &Dataset, rows: &[Vec<Json>]) -> Vec<Map<String, Json>> {
    rows.iter().map(|row| object(dataset, row)).collect()
}

/// Points with the other columns as properties. A row without a place has no geometry. `None`: the rows are not places.
pub fn geojson(dataset: &Dataset, rows: &[Vec<Json>]) -> Option<Json> {
    let (lat, lon) = dataset.point?;
    let features: Vec<Json> = rows
        .iter()
        .map(|row| {
            let mut properties = object(dataset, row);
            let point =
                properties.remove(lat).zip(properties.remove(lon)).filter(|(lat, lon)| lat.is_number() && lon.is_number());
            let geometry = point.map(|(lat, lon)| json!({ "type": "Point", "coordinates": [lon, lat] }));
            json!({ "type": "Feature", "geometry": geometry, "properties": properties })
        })
        .collect();
    Some(json!({ "type": "FeatureCollection", "features": features }))
}
