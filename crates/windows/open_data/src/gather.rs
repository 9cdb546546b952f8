//! The rows of a dataset. A short one is read once and kept until the commune's journal moves on; of a long one the first rows
//! are kept, and the others are read page by page as they are sent.

use kernel::Moment;
use platform::{App, Dataset, Json, Problem, Result, Tx};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Rows read at once; a dataset of no more is short.
pub const AT_ONCE: i64 = 2_000;
/// Beginnings kept in memory, of all communes together.
const KEPT: usize = 64;

/// The first rows of a dataset at one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Beginning {
    pub rows: Vec<Vec<Json>>,
    /// Where the next rows begin; a short dataset has none.
    pub next: Option<String>,
    pub at: Moment,
}

struct Kept {
    /// End of the journal when the rows were read: nothing changes without an entry.
    seq: i64,
    beginning: Arc<Beginning>,
}

/// Beginnings already read, by commune and dataset. A fact.
#[derive(Default)]
pub struct Shelf(Mutex<HashMap<(Arc<str>, &'static str), Kept>>);

/// Every dataset of the program, in the order of its modules.
pub fn datasets(app: &App) -> Vec<Dataset> {
    app.modules().iter().flat_map(|module| module.declared_datasets()).cloned().collect()
}

pub fn find(app: &App, id: &str) -> Result<Dataset> {
    datasets(app).into_iter().find(|dataset| dataset.id == id).ok_or(Problem::NotFound)
}

pub fn beginning(rx: &mut Tx, dataset: &Dataset) -> Result<Arc<Beginning>> {
    let shelf = rx.fact::<Shelf>()?;
    let (place, seq) = ((rx.tenant(), dataset.id), rx.journal_length()?);
    if let Ok(kept) = shelf.0.lock()
        && let Some(kept) = kept.get(&place).filter(|kept| kept.seq == seq)
    {
        return Ok(kept.beginning.clone());
    }
    let (rows, next) = page(rx, dataset, "")?;
    let beginning = Arc::new(Beginning { rows, next, at: rx.now() });
    if let Ok(mut kept) = shelf.0.lock() {
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(place, Kept { seq, beginning: beginning.clone() });
    }
    Ok(beginning)
}

/// The rows after a key, and the key after which there are more.
pub fn page(rx: &mut Tx, dataset: &Dataset, after: &str) -> Result<(Vec<Vec<Json>>, Option<String>)> {
    let mut rows = (dataset.rows)(rx, after, AT_ONCE + 1)?;
    let more = rows.len() as i64 > AT_ONCE;
    rows.truncate(AT_ONCE as usize);
    let last = rows.last().and_then(|row| row.first()).map(key);
    Ok((rows, last.filter(|last| more && last != after)))
}

fn key(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
