//! The rows of a dataset, read page by page on one snapshot, and kept until the commune's journal moves on.

use kernel::Moment;
use platform::{App, Dataset, Json, Problem, Result, Tx};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Rows asked of a module at once.
const AT_ONCE: i64 = 1_000;
/// Tables kept in memory, of all communes together.
const KEPT: usize = 64;

/// A whole dataset at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    pub rows: Vec<Vec<Json>>,
    pub at: Moment,
}

struct Kept {
    /// End of the journal when the rows were read: nothing changes without an entry.
    seq: i64,
    table: Arc<Table>,
}

/// Tables already read, by commune and dataset. A fact.
#[derive(Default)]
pub struct Shelf(Mutex<HashMap<(Arc<str>, &'static str), Kept>>);

/// Every dataset of the program, in the order of its modules.
pub fn datasets(app: &App) -> Vec<Dataset> {
    app.modules().iter().flat_map(|module| module.declared_datasets()).cloned().collect()
}

pub fn find(app: &App, id: &str) -> Result<Dataset> {
    datasets(app).into_iter().find(|dataset| dataset.id == id).ok_or(Problem::NotFound)
}

pub fn table(rx: &mut Tx, dataset: &Dataset) -> Result<Arc<Table>> {
    let shelf = rx.fact::<Shelf>()?;
    let (place, seq) = ((rx.tenant(), dataset.id), rx.journal_length()?);
    if let Ok(tables) = shelf.0.lock()
        && let Some(kept) = tables.get(&place).filter(|kept| kept.seq == seq)
    {
        return Ok(kept.table.clone());
    }
    let table = Arc::new(Table { rows: rows(rx, dataset)?, at: rx.now() });
    if let Ok(mut tables) = shelf.0.lock() {
        if tables.len() >= KEPT {
            tables.clear();
        }
        tables.insert(place, Kept { seq, table: table.clone() });
    }
    Ok(table)
}

fn rows(rx: &mut Tx, dataset: &Dataset) -> Result<Vec<Vec<Json>>> {
    let mut all: Vec<Vec<Json>> = Vec::new();
    let mut after = String::new();
    loop {
        let page = (dataset.rows)(rx, &after, AT_ONCE)?;
        let (full, last) = (page.len() as i64 == AT_ONCE, page.last().and_then(|row| row.first()).map(key));
        all.extend(page);
        match last {
            Some(last) if full && last != after => after = last,
            _ => return Ok(all),
        }
    }
}

fn key(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
