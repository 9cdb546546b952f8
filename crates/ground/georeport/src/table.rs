//! The bulk form: a table with the names of the standard in its first row.

use crate::repairs::{Repair, RepairKind};
use crate::tree::Tree;

/// Each row as a thing with fields. Semicolons and tabs part columns as well as commas do.
pub fn rows(text: &str, repairs: &mut Vec<Repair>) -> Result<Vec<Tree>, String> {
    let first = text.lines().next().unwrap_or("");
    let most = |sign: char| first.matches(sign).count();
    let delimiter =
        [b',', b';', b'\t', b'|'].into_iter().max_by_key(|sign| (most(char::from(*sign)), *sign == b',')).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().map_err(|error| error.to_string())?.iter().map(str::to_owned).collect();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| error.to_string())?;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() != names.len() {
            let line = record.position().map_or(0, |position| position.line());
            repairs.push(Repair::new(RepairKind::Row, "", &format!("{line}: {} / {}", record.len(), names.len())));
        }
        let named = |(place, cell): (usize, &str)| {
            let name = names.get(place).cloned().unwrap_or_else(|| format!("column_{}", place + 1));
            (name, if cell.trim().is_empty() { Tree::Null } else { Tree::Text(cell.to_owned()) })
        };
        rows.push(Tree::Fields(record.iter().enumerate().map(named).collect()));
    }
    Ok(rows)
}
