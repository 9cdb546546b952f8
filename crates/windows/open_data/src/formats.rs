//! The same rows as CSV (RFC 4180, UTF-8 without a mark), JSON and GeoJSON (RFC 7946), a part at a time.

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

/// Tells a spreadsheet that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// Words that people wrote, and that a spreadsheet would reckon with: after an apostrophe it takes them for words.
fn harmless(value: &Json) -> String {
    match value {
        Json::String(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        other => plain(other),
    }
}

fn cell(text: String) -> String {
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// In which form the rows are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Csv,
    /// CSV for a spreadsheet: with a mark, and without formulas.
    Sheet,
    Json,
    GeoJson,
}

impl Form {
    /// The forms of a dataset.
    pub fn of(dataset: &Dataset) -> Vec<Form> {
        let all = [Form::Csv, Form::Json, Form::GeoJson];
        all.into_iter().filter(|form| *form != Form::GeoJson || dataset.point.is_some()).collect()
    }

    /// How the name of its file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Csv | Form::Sheet => "csv",
            Form::Json => "json",
            Form::GeoJson => "geojson",
        }
    }

    pub fn media(self) -> &'static str {
        match self {
            Form::Csv | Form::Sheet => "text/csv",
            Form::Json => "application/json",
            Form::GeoJson => "application/geo+json",
        }
    }

    /// What stands before the rows. `about` is an object that says whose they are; only JSON has a place for it.
    pub fn head(self, dataset: &Dataset, about: &Json) -> String {
        match self {
            Form::Sheet => format!("{MARK}{}", Form::Csv.head(dataset, about)),
            Form::Csv => dataset.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(",") + "\r\n",
            Form::Json => {
                let about = about.to_string();
                format!("{},\"rows\":[", about.strip_suffix('}').unwrap_or(&about))
            }
            Form::GeoJson => "{\"type\":\"FeatureCollection\",\"features\":[".to_owned(),
        }
    }

    /// Rows; all but the first ones of a file follow others.
    pub fn rows(self, dataset: &Dataset, rows: &[Vec<Json>], first: bool) -> String {
        let mut out = String::with_capacity(rows.len() * 200);
        for (place, row) in rows.iter().enumerate() {
            if matches!(self, Form::Json | Form::GeoJson) && !(first && place == 0) {
                out.push(',');
            }
            match self {
                Form::Csv => line(&mut out, row, plain),
                Form::Sheet => line(&mut out, row, harmless),
                Form::Json => out.push_str(&Json::Object(object(dataset, row)).to_string()),
                Form::GeoJson => out.push_str(&feature(dataset, row).to_string()),
            }
        }
        out
    }

    /// What stands after the last row.
    pub fn tail(self) -> &'static str {
        match self {
            Form::Csv | Form::Sheet => "",
            Form::Json | Form::GeoJson => "]}",
        }
    }
}

fn line(out: &mut String, row: &[Json], told: fn(&Json) -> String) {
    let cells: Vec<String> = row.iter().map(|value| cell(told(value))).collect();
    out.extend([cells.join(",").as_str(), "\r\n"]);
}

fn object(dataset: &Dataset, row: &[Json]) -> Map<String, Json> {
    dataset.columns.iter().zip(row).map(|((name, _), value)| ((*name).to_owned(), value.clone())).collect()
}

/// A point with the other columns as properties. A row without a place has no geometry.
fn feature(dataset: &Dataset, row: &[Json]) -> Json {
    let mut properties = object(dataset, row);
    let point = dataset.point.and_then(|(lat, lon)| properties.remove(lat).zip(properties.remove(lon)));
    let geometry = point
        .filter(|(lat, lon)| lat.is_number() && lon.is_number())
        .map(|(lat, lon)| json!({ "type": "Point", "coordinates": [lon, lat] }));
    json!({ "type": "Feature", "geometry": geometry, "properties": properties })
}
