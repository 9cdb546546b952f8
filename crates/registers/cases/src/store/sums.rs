//! The published places of a commune, summed by squares small enough for every map of it: counted once, read by many.

use super::points::{COUNTED, Class, Grid, Square, place_sql};
use kernel::Point;
use platform::{Result, Row, Tx, args};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Places of one kind in one square: how many, and their latitudes and longitudes added up.
type Sum = [i64; 3];

struct Part {
    procedure: Arc<str>,
    area: Option<Arc<str>>,
    quarter: Option<Arc<str>>,
    /// Row and column of the square.
    square: (i64, i64),
    all: Sum,
    open: Sum,
}

/// What was counted, by category, arrondissement, quarter and square.
pub struct Sums {
    grid: Grid,
    parts: Vec<Part>,
}

/// Which of them are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    pub procedure: Option<&'a str>,
    pub area: Option<&'a str>,
    pub quarter: Option<&'a str>,
    /// Only open ones, or only those that are not.
    pub open: Option<bool>,
}

/// Counts the published cases of these classes in the squares of a grid.
pub fn count(tx: &mut Tx, classes: &[Class], grid: Grid) -> Result<Sums> {
    let mut names = BTreeSet::new();
    let mut parts = Vec::new();
    for class in classes.iter().filter(|class| !class.procedures.is_empty()) {
        let (lat, lon) = place_sql(class.grid);
        let (y, x) = grid.square_sql(&lat, &lon);
        let marks: Vec<String> = (0..class.procedures.len()).map(|place| format!("${}", place + 2)).collect();
        let open = "CASE WHEN phase NOT IN ('decided', 'closed') THEN";
        let sql = format!(
            "SELECT procedure, area, quarter, {y} AS y, {x} AS x, COUNT(*) AS n, CAST(SUM({lat}) AS BIGINT) AS lats,
                 CAST(SUM({lon}) AS BIGINT) AS lons, CAST(SUM({open} 1 ELSE 0 END) AS BIGINT) AS still,
                 CAST(SUM({open} {lat} ELSE 0 END) AS BIGINT) AS still_lats,
                 CAST(SUM({open} {lon} ELSE 0 END) AS BIGINT) AS still_lons
             FROM cases_cases
             WHERE tenant = $1 AND procedure IN ({}) AND lat_e6 IS NOT NULL AND {COUNTED}
             GROUP BY procedure, area, quarter, {y}, {x}",
            marks.join(", ")
        );
        let mut values = args![tx.tenant()];
        values.extend(class.procedures.iter().flat_map(|id| args![id]));
        let mut named = |text: String| named(&mut names, text);
        for (procedure, area, quarter, numbers) in tx.all(&sql, values, read)? {
            let [y, x, n, lats, lons, still, still_lats, still_lons] = numbers;
            parts.push(Part {
                procedure: named(procedure),
                area: area.map(&mut named),
                quarter: quarter.map(&mut named),
                square: (y, x),
                all: [n, lats, lons],
                open: [still, still_lats, still_lons],
            });
        }
    }
    Ok(Sums { grid, parts })
}

type Read = (String, Option<String>, Option<String>, [i64; 8]);

fn read(row: &Row) -> Result<Read> {
    let number = |column: &str| row.get::<i64>(column);
    let numbers = [
        number("y")?,
        number("x")?,
        number("n")?,
        number("lats")?,
        number("lons")?,
        number("still")?,
        number("still_lats")?,
        number("still_lons")?,
    ];
    Ok((row.get("procedure")?, row.get("area")?, row.get("quarter")?, numbers))
}

/// Few names stand in many parts: each is held once.
fn named(names: &mut BTreeSet<Arc<str>>, text: String) -> Arc<str> {
    if let Some(known) = names.get(text.as_str()) {
        return known.clone();
    }
    let name: Arc<str> = text.into();
    names.insert(name.clone());
    name
}

impl Sums {
    /// The squares of a wider grid, whose sides are a whole number of times those that were counted, in a box that ends where
    /// its squares end.
    pub fn squares(&self, wanted: &Wanted, bounds: Option<(Point, Point)>, times: i64) -> Vec<Square> {
        let times = times.max(1);
        let wide = |(y, x): (i64, i64)| (y.div_euclid(times), x.div_euclid(times));
        let bounds = bounds.map(|(low, high)| (wide(self.grid.square(low)), wide(self.grid.square(high))));
        let inside =
            |(y, x): (i64, i64)| bounds.is_none_or(|(low, high)| (low.0..high.0).contains(&y) && (low.1..high.1).contains(&x));
        let mut sums: BTreeMap<(i64, i64), (Sum, i64)> = BTreeMap::new();
        for part in self.parts.iter().filter(|part| part.is(wanted)) {
            let place = wide(part.square);
            let sum = part.sum(wanted.open);
            if sum[0] > 0 && inside(place) {
                let (all, open) = sums.entry(place).or_default();
                all.iter_mut().zip(sum).for_each(|(all, more)| *all += more);
                *open += if wanted.open == Some(false) { 0 } else { part.open[0] };
            }
        }
        let square = |([count, lats, lons], open): (Sum, i64)| Square::of_sums(count, lats, lons, open);
        sums.into_values().filter_map(square).collect()
    }
}

impl Part {
    fn is(&self, wanted: &Wanted) -> bool {
        let fits = |asked: Option<&str>, own: Option<&Arc<str>>| asked.is_none_or(|asked| own.is_some_and(|own| **own == *asked));
        fits(wanted.procedure, Some(&self.procedure))
            && fits(wanted.area, self.area.as_ref())
            && fits(wanted.quarter, self.quarter.as_ref())
    }

    fn sum(&self, open: Option<bool>) -> Sum {
        match open {
            None => self.all,
            Some(true) => self.open,
            Some(false) => std::array::from_fn(|place| self.all[place] - self.open[place]),
        }
    }
}
