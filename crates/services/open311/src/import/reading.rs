//! A file of another system as rows: JSON, XML or a table, in whatever encoding.

use super::model::{Row, Source};
use super::rules;
use georeport::{Repair, Tree, decode, read_request, read_tree, rows as table};
use kernel::Moment;

/// A file that is no export at all.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread(pub String);

/// The rows of a file, and what of the file itself was mended. What is no request is among neither: its place is told.
pub fn rows(bytes: &[u8], source: &Source, now: Moment) -> Result<(Vec<Row>, Vec<Repair>), Unread> {
    let mut repairs = Vec::new();
    let text = decode(bytes, &mut repairs);
    let items = match text.trim_start().chars().next() {
        Some('{' | '[' | '<') => {
            let tree = read_tree(&text, &mut repairs).map_err(|wrong| Unread(wrong.0))?;
            let items: Vec<Tree> = tree.items("request").into_iter().cloned().collect();
            let alone = items.is_empty() && tree.part("service_request_id").is_some();
            if alone { vec![tree] } else { items }
        }
        Some(_) => table(&text, &mut repairs).map_err(Unread)?,
        None => return Err(Unread(String::new())),
    };
    Ok((rows_of(&items, 0, source, now), repairs))
}

/// Things as rows, counted on from `before`.
pub fn rows_of(items: &[Tree], before: usize, source: &Source, now: Moment) -> Vec<Row> {
    let row = |(place, tree): (usize, &Tree)| {
        let mut repairs = Vec::new();
        // What has no fields is kept as one value.
        let wrapped = Tree::Fields(vec![("value".into(), tree.clone())]);
        let read =
            read_request(tree, &source.zone, &mut repairs).or_else(|| read_request(&wrapped, &source.zone, &mut repairs))?;
        Some(rules::row(before + place + 1, read, repairs, now))
    };
    items.iter().enumerate().filter_map(row).collect()
}
