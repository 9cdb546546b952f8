//! Where reports come from: squares of one size, and quarters. What is published counts as it is; everything else only where
//! there is enough of it that nobody is found.

use super::delays;
use super::points;
use crate::rules;
use cases::Where;
use cases::points::{COUNTED, Grid, Square};
use kernel::Point;
use platform::{Result, Tx, args};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Side of a square, in metres.
const SIDE: u32 = 300;
/// What is not published, and repeats nothing; said so that it is found without looking at what is.
const REST: &str = "publication IN ('none', 'pending', 'withheld') AND merged_into IS NULL";

/// Reports of one square.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heat {
    pub south_west: Point,
    pub north_east: Point,
    pub count: i64,
}

/// Reports of one quarter or arrondissement; the empty name stands for those without one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub id: String,
    pub count: i64,
}

/// Reports of a period and perhaps a category; a private category counts with all others alone.
fn counted(tx: &mut Tx, category: Option<&str>, days: i64, which: &str) -> Result<Where> {
    let catalog = procedures::catalog(tx)?;
    let mut conditions = delays::counted(tx, &catalog);
    conditions.and(which, vec![]);
    conditions.and("received_at >= ?", args![tx.today().plus_days(-days).start()]);
    if let Some(category) = category {
        conditions.and("procedure = ?", args![category]);
    }
    Ok(conditions)
}

/// What is not published, by arrondissement and quarter.
pub type Cells = BTreeMap<(String, String), i64>;

/// Adds to what is published what may be counted of the rest of each group. Only the groups stand beside each other, no total of
/// theirs, so that a small one is left out alone.
pub fn together<K: Ord + Clone>(published: BTreeMap<K, i64>, rest: &[(K, i64)]) -> BTreeMap<K, i64> {
    let mut sums = published;
    for (group, count) in rest.iter().filter(|(_, count)| *count >= rules::FEWEST) {
        *sums.entry(group.clone()).or_default() += count;
    }
    sums.retain(|_, count| *count > 0);
    sums
}

/// What may be counted of an arrondissement, beside which its quarters stand.
pub fn by_area(cells: &Cells) -> Vec<(String, i64)> {
    let mut areas: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for ((area, _), count) in cells {
        areas.entry(area.clone()).or_default().push(*count);
    }
    areas.into_iter().map(|(area, quarters)| (area, rules::countable(&quarters))).collect()
}

/// The quarters of each arrondissement: what lies in two counts in each by itself.
pub fn by_quarter(cells: &Cells) -> Vec<(String, i64)> {
    cells.iter().map(|((_, quarter), count)| (quarter.clone(), *count)).collect()
}

pub fn squares(tx: &mut Tx, category: Option<&str>, days: i64) -> Result<Vec<Heat>> {
    let classes = points::classes(&*procedures::catalog(tx)?, category);
    let grid = Grid::metres(SIDE);
    let of = |tx: &mut Tx, which: &'static str| -> Result<Vec<((Point, Point), i64)>> {
        let found = cases::points::squares(tx, |tx| counted(tx, category, days, which), &classes, None, grid)?;
        Ok(found.into_iter().map(|Square { at, count, .. }| (grid.corners(at), count)).collect())
    };
    let (published, rest) = (of(tx, COUNTED)?.into_iter().collect(), of(tx, REST)?);
    let heat = |((south_west, north_east), count): ((Point, Point), i64)| Heat { south_west, north_east, count };
    Ok(together(published, &rest).into_iter().map(heat).collect())
}

fn cells(tx: &mut Tx, category: Option<&str>, days: i64) -> Result<Cells> {
    let rest = counted(tx, category, days, REST)?;
    let found = cases::lists::counts_by(tx, rest, "COALESCE(area, '') || '/' || COALESCE(quarter, '')")?;
    let cell = |(key, count): (Option<String>, i64)| {
        let (area, quarter) = key.as_deref()?.split_once('/')?;
        Some(((area.to_owned(), quarter.to_owned()), count))
    };
    Ok(found.into_iter().filter_map(cell).collect())
}

/// By `quarter` or by `area`, most first.
pub fn parts(tx: &mut Tx, column: &'static str, category: Option<&str>, days: i64) -> Result<Vec<Part>> {
    let published = counted(tx, category, days, COUNTED)?;
    let published = cases::lists::counts_by(tx, published, column)?;
    let published = published.into_iter().map(|(id, count)| (id.unwrap_or_default(), count)).collect();
    let rest = cells(tx, category, days)?;
    let rest = if column == "area" { by_area(&rest) } else { by_quarter(&rest) };
    let mut parts: Vec<Part> = together(published, &rest).into_iter().map(|(id, count)| Part { id, count }).collect();
    parts.sort_by(|a, b| b.count.cmp(&a.count).then(a.id.cmp(&b.id)));
    Ok(parts)
}
