//! Lists of small tables such as the options of a question: each row keeps what it had that the form does not show.

use super::apply::{self, Typed};
use super::inputs::Field;
use std::collections::BTreeSet;
use toml_edit::{Array, InlineTable, Item, Table, TableLike, Value, value};

/// Writes the rows that were typed. A row whose first field is empty goes; comments beside a row go with it.
pub fn write(table: &mut dyn TableLike, key: &str, columns: &'static [Field], typed: &Typed, prefix: &str) {
    let below = format!("{prefix}.");
    let numbers: BTreeSet<usize> =
        typed.names().filter_map(|name| name.strip_prefix(&below)?.split('.').next()?.parse().ok()).collect();
    if numbers.is_empty() {
        return;
    }
    let naming = columns.first().map_or("id", |column| column.key);
    let old = rows_of(table.get(key));
    let mut rows: Vec<InlineTable> = Vec::new();
    for number in numbers {
        let at = format!("{prefix}.{number}");
        let name = typed.line(&format!("{at}.{naming}"));
        if name.is_empty() {
            continue;
        }
        let same = |row: &&InlineTable| row.get(naming).and_then(Value::as_str) == Some(name.as_str());
        let mut row = old.iter().find(same).cloned().unwrap_or_default();
        for column in columns {
            apply::field(&mut row, column, typed, &format!("{at}.{}", column.key));
        }
        rows.push(row);
    }
    put(table, key, rows);
}

fn rows_of(item: Option<&Item>) -> Vec<InlineTable> {
    match item {
        Some(Item::Value(Value::Array(array))) => array.iter().filter_map(Value::as_inline_table).cloned().collect(),
        Some(Item::ArrayOfTables(tables)) => tables.iter().map(|table| Table::clone(table).into_inline_table()).collect(),
        _ => Vec::new(),
    }
}

fn put(table: &mut dyn TableLike, key: &str, rows: Vec<InlineTable>) {
    if rows.is_empty() {
        // An empty list is written, so that a check that needs one finds where.
        if table.contains_key(key) {
            table.insert(key, value(Array::new()));
        }
        return;
    }
    let spread = rows.len() > 1 || rows.iter().any(|row| row.to_string().len() > 90);
    let mut array = Array::new();
    for mut row in rows {
        let prefix =
            row.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or("").trim_end_matches([' ', '\t']).to_owned();
        if spread {
            let comment = prefix.trim_start_matches([' ', '\n']).trim_end_matches('\n');
            let above = if comment.is_empty() { String::new() } else { format!("\n  {comment}") };
            row.decor_mut().set_prefix(format!("{above}\n  "));
            row.decor_mut().set_suffix("");
        }
        array.push_formatted(Value::InlineTable(row));
    }
    if spread {
        array.set_trailing("\n");
        array.set_trailing_comma(true);
    }
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *array.decor_mut() = old.decor().clone();
            *old = Value::Array(array);
        }
        None => drop(table.insert(key, value(array))),
    }
}
