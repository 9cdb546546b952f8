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

/// Adds to what is published the rest of each group, where the rest is large enough to be shown.
pub fn together<K: Ord + Clone>(published: BTreeMap<K, i64>, rest: BTreeMap<K, i64>) -> BTreeMap<K, i64> {
    let counts: Vec<i64> = rest.values().copied().collect();
    let mut sums = published;
    for ((group, count), hides) in rest.iter().zip(rules::hidden(&counts)) {
        if !hides {
            *sums.entry(group.clone()).or_default() += count;
        }
    }
    sums.retain(|_, count| *count > 0);
    sums
}

pub fn squares(tx: &mut Tx, category: Option<&str>, days: i64) -> Result<Vec<Heat>> {
    let classes = points::classes(&*procedures::catalog(tx)?, category);
    let grid = Grid::metres(SIDE);
    let of = |tx: &mut Tx, which: &'static str| -> Result<BTreeMap<(Point, Point), i64>> {
        let found = cases::points::squares(tx, |tx| counted(tx, category, days, which), &classes, None, grid)?;
        Ok(found.into_iter().map(|Square { at, count, .. }| (grid.corners(at), count)).collect())
    };
    let (published, rest) = (of(tx, COUNTED)?, of(tx, REST)?);
    let heat = |((south_west, north_east), count): ((Point, Point), i64)| Heat { south_west, north_east, count };
    Ok(together(published, rest).into_iter().map(heat).collect())
}

/// By `quarter` or by `area`, most first.
pub fn parts(tx: &mut Tx, column: &'static str, category: Option<&str>, days: i64) -> Result<Vec<Part>> {
    let of = |tx: &mut Tx, which: &str| -> Result<BTreeMap<String, i64>> {
        let conditions = counted(tx, category, days, which)?;
        let found = cases::lists::counts_by(tx, conditions, column)?;
        Ok(found.into_iter().map(|(id, count)| (id.unwrap_or_default(), count)).collect())
    };
    let (published, rest) = (of(tx, COUNTED)?, of(tx, REST)?);
    let mut parts: Vec<Part> = together(published, rest).into_iter().map(|(id, count)| Part { id, count }).collect();
    parts.sort_by(|a, b| b.count.cmp(&a.count).then(a.id.cmp(&b.id)));
    Ok(parts)
}
