//! Reads a file of numbered objects, CSV or GeoJSON, and names each line that cannot be taken.

use crate::model::{AssetState, Fault, NewAsset, Table};
use crate::rules::fold_number;
use kernel::{Day, Point, Refusal, text};
use platform::json::Value;
use platform::{Problem, Result, json};
use std::collections::{HashMap, HashSet};

const LONGEST: usize = 200;
const NUMBER_LONGEST: usize = 40;
/// Objects in one file; a larger town cuts its file.
const ROWS: usize = 100_000;
const FAULTS: usize = 200;

/// Names under which each column is known in files from elsewhere.
const COLUMNS: &[(&str, &[&str])] = &[
    ("number", &["number", "numero", "numéro", "n°", "ref", "reference", "code", "id", "الرقم", "رقم"]),
    ("lat", &["lat", "latitude", "y"]),
    ("lon", &["lon", "lng", "long", "longitude", "x"]),
    ("quarter", &["quarter", "quartier", "الحي"]),
    ("street", &["street", "rue", "adresse", "address", "الشارع", "العنوان"]),
    ("state", &["state", "etat", "état", "الحالة"]),
    ("installed_on", &["installed_on", "installe_le", "date"]),
    ("note", &["note", "remarque", "ملاحظة"]),
];

type Cells = HashMap<&'static str, String>;

/// Reads CSV (comma, semicolon or tab) or GeoJSON, told apart by the first letter.
pub fn read(content: &[u8]) -> Result<Table> {
    let text = std::str::from_utf8(content).map_err(|_| refused("assets-file-not-utf8"))?;
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let lines = if text.starts_with('{') { geojson(text)? } else { csv(text)? };
    if lines.len() > ROWS {
        return Err(Refusal::new("assets-file-long").with("most", ROWS).at("file").into());
    }
    let mut table = Table::default();
    let mut seen = HashSet::new();
    for (line, cells) in lines {
        let row = row(line, &cells).and_then(|row| {
            if seen.insert(fold_number(&row.number)) {
                Ok(row)
            } else {
                Err(Refusal::new("assets-number-twice").with("number", &row.number))
            }
        });
        match row {
            Ok(row) => table.rows.push(row),
            Err(refusal) if table.faults.len() < FAULTS => table.faults.push(Fault { line, refusal }),
            Err(_) => {}
        }
    }
    if table.rows.is_empty() && table.faults.is_empty() { Err(refused("assets-file-empty")) } else { Ok(table) }
}

fn refused(key: &str) -> Problem {
    Refusal::new(key).at("file").into()
}

fn column(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    COLUMNS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

fn csv(text: &str) -> Result<Vec<(usize, Cells)>> {
    let first = text.lines().next().unwrap_or("");
    let delimiter =
        [b';', b'\t', b','].into_iter().max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count()).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let heads: Vec<Option<&str>> = reader.headers().map_err(|_| refused("assets-file-unreadable"))?.iter().map(column).collect();
    if !heads.contains(&Some("number")) {
        return Err(refused("assets-file-no-number"));
    }
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| refused("assets-file-unreadable"))?;
        let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        let cells = heads.iter().zip(&record).filter_map(|(head, cell)| Some(((*head)?, cell.to_owned()))).collect();
        lines.push((line, cells));
    }
    Ok(lines)
}

/// Points of a FeatureCollection; the line is the place of the feature, from 1.
fn geojson(text: &str) -> Result<Vec<(usize, Cells)>> {
    let collection: Value = json::from_str(text).map_err(|_| refused("assets-file-unreadable"))?;
    let features = collection["features"].as_array().ok_or_else(|| refused("assets-file-unreadable"))?;
    let read = |(place, feature): (usize, &Value)| {
        let mut cells = Cells::new();
        for (name, value) in feature["properties"].as_object().into_iter().flatten() {
            let text =
                value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned);
            if let Some(column) = column(name) {
                cells.entry(column).or_insert(text);
            }
        }
        if feature["geometry"]["type"] == "Point" {
            for (name, place) in [("lon", 0), ("lat", 1)] {
                cells.insert(name, feature["geometry"]["coordinates"][place].to_string());
            }
        }
        (place + 1, cells)
    };
    Ok(features.iter().enumerate().map(read).collect())
}

fn row(line: usize, cells: &Cells) -> Result<NewAsset, Refusal> {
    let cell = |name: &str| cells.get(name).map(|cell| cell.trim()).unwrap_or("");
    let words = |name: &str| {
        text::clean_optional(cell(name), LONGEST)
            .map(Option::unwrap_or_default)
            .map_err(|_| Refusal::new("assets-text-long").with("most", LONGEST))
    };
    let number = text::clean(cell("number"), NUMBER_LONGEST).map_err(|_| Refusal::new("assets-number-wrong"))?;
    if fold_number(&number).is_empty() {
        return Err(Refusal::new("assets-number-wrong"));
    }
    let point = match (cell("lat"), cell("lon")) {
        ("", "") => None,
        (lat, lon) => {
            Some(Point::parse(lat, lon).ok_or_else(|| Refusal::new("assets-point-wrong").with("lat", lat).with("lon", lon))?)
        }
    };
    let state = match cell("state") {
        "" => AssetState::InPlace,
        word => AssetState::parse(word).ok_or_else(|| Refusal::new("assets-state-wrong").with("state", word))?,
    };
    let installed_on = match cell("installed_on") {
        "" => None,
        day => Some(Day::parse(day).ok_or_else(|| Refusal::new("assets-day-wrong").with("day", day))?),
    };
    Ok(NewAsset {
        line,
        number,
        point,
        quarter: words("quarter")?,
        street: words("street")?,
        state,
        installed_on,
        note: words("note")?,
    })
}
