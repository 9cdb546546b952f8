//! Places of cases for maps: how many lie in each square of a grid, which lie in a box. What is asked and what is answered are
//! published places alone, so that no question closes in on the real one.

use super::lists::Where;
use kernel::{Id, Point};
use platform::{Result, Tx, Value, args};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Micro-degrees of latitude in a kilometre.
const LAT_E6_PER_KM: i64 = 8_993;
/// A degree of longitude is shorter than one of latitude; by this much at the north of the country, where it is shortest.
const WIDER: (i64, i64) = (5, 4);
/// Added so that whole division rounds to one side everywhere on Earth.
const SOUTH: i64 = 90_000_000;
const WEST: i64 = 180_000_000;

/// What a published case is, for lists in the order of reception.
pub const PUBLISHED: &str = "publication = 'published' AND restricted = 'no' AND merged_into IS NULL";
/// The same for counts and places, in the words of the index `cases_points`.
pub const COUNTED: &str = "publication || '' = 'published' AND restricted = 'no' AND merged_into IS NULL";
/// The same among open cases, in the words of the index `cases_open`: they are few, while a category has any number that are over.
pub const STILL_OPEN: &str = "COALESCE(due_at, '9999') >= '' AND publication || '' = 'published' AND restricted = 'no'
     AND COALESCE(merged_into, '') = ''";

/// The squares into which places are rounded: their sides in micro-degrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grid {
    lat: i64,
    lon: i64,
}

impl Grid {
    /// Squares of so many metres, or a little wider.
    pub fn metres(metres: u32) -> Grid {
        let lat = (i64::from(metres) * LAT_E6_PER_KM / 1_000).max(1);
        Grid { lat, lon: (lat * WIDER.0 / WIDER.1).max(1) }
    }

    /// Squares whose sides are so many times longer.
    pub fn times(self, many: i64) -> Grid {
        Grid { lat: self.lat * many.max(1), lon: self.lon * many.max(1) }
    }

    /// The middle of the square in which a point lies: what is published instead of the point.
    pub fn shown(self, point: Point) -> Point {
        let middle = |value: i64, step: i64| (value / step) * step + step / 2;
        let (lat, lon) = (middle(point.lat_e6() + SOUTH, self.lat) - SOUTH, middle(point.lon_e6() + WEST, self.lon) - WEST);
        Point::from_e6(lat, lon).unwrap_or(point)
    }

    /// How many of the sides of a smaller grid make one of these, when they are a whole number.
    pub fn over(self, small: Grid) -> Option<i64> {
        let times = self.lat / small.lat;
        (times > 0 && small.times(times) == self).then_some(times)
    }

    /// The row and column of a point.
    pub(super) fn square(self, point: Point) -> (i64, i64) {
        ((point.lat_e6() + SOUTH) / self.lat, (point.lon_e6() + WEST) / self.lon)
    }

    /// The south-west and the north-east corner of the square that holds a point.
    pub fn corners(self, point: Point) -> (Point, Point) {
        let (row, column) = self.square(point);
        let at = |row: i64, column: i64| Point::from_e6(row * self.lat - SOUTH, column * self.lon - WEST).unwrap_or(point);
        (at(row, column), at(row + 1, column + 1))
    }

    /// How many squares a box touches.
    pub fn squares_in(self, bounds: Bounds) -> i64 {
        let ((south, west), (north, east)) = (self.square(bounds.south_west), self.square(bounds.north_east));
        (north - south + 1) * (east - west + 1)
    }

    /// Row and column of a published place, both as SQL.
    fn square_sql(self, lat: &str, lon: &str) -> (String, String) {
        (format!("{lat} / {}", self.lat), format!("{lon} / {}", self.lon))
    }
}

/// The published place on a grid as SQL, counted from the south-west corner of the world.
fn place_sql(grid: Grid) -> (String, String) {
    let middle = |column: &str, add: i64, step: i64| format!("((({column} + {add}) / {step}) * {step} + {})", step / 2);
    (middle("lat_e6", SOUTH, grid.lat), middle("lon_e6", WEST, grid.lon))
}

/// Categories whose places are published on one grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    pub procedures: Vec<String>,
    pub grid: Grid,
}

/// A part of a map. A published place lies in it when it is neither west nor south nor east nor north of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub south_west: Point,
    pub north_east: Point,
}

impl Bounds {
    /// The smallest box around both.
    pub fn with(self, other: Bounds) -> Bounds {
        let corner = |pick: fn(i64, i64) -> i64, one: Point, another: Point| {
            let (lat, lon) = (pick(one.lat_e6(), another.lat_e6()), pick(one.lon_e6(), another.lon_e6()));
            Point::from_e6(lat, lon).unwrap_or(one)
        };
        Bounds {
            south_west: corner(i64::min, self.south_west, other.south_west),
            north_east: corner(i64::max, self.north_east, other.north_east),
        }
    }

    /// The real places whose published ones lie within, as bounds of the two columns.
    fn real(self, grid: Grid) -> [i64; 4] {
        let low = |value: i64, step: i64| (value - step / 2 + step - 1).div_euclid(step) * step;
        let high = |value: i64, step: i64| ((value - step / 2).div_euclid(step) + 1) * step - 1;
        [
            low(self.south_west.lat_e6() + SOUTH, grid.lat) - SOUTH,
            high(self.north_east.lat_e6() + SOUTH, grid.lat) - SOUTH,
            low(self.south_west.lon_e6() + WEST, grid.lon) - WEST,
            high(self.north_east.lon_e6() + WEST, grid.lon) - WEST,
        ]
    }
}

/// The cases of one square.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Square {
    /// The middle of their published places.
    pub at: Point,
    pub count: i64,
    pub open: i64,
}

impl Square {
    /// From so many places, their latitudes and longitudes added up from the south-west corner of the world.
    fn of_sums(count: i64, lats: i64, lons: i64, open: i64) -> Option<Square> {
        let at = Point::from_e6(lats / count.max(1) - SOUTH, lons / count.max(1) - WEST)?;
        Some(Square { at, count, open })
    }

    /// Both together, between their places.
    pub fn with(self, other: Square) -> Square {
        let count = self.count + other.count;
        let mean = |one: i64, another: i64| (one * self.count + another * other.count) / count.max(1);
        let at = Point::from_e6(mean(self.at.lat_e6(), other.at.lat_e6()), mean(self.at.lon_e6(), other.at.lon_e6()));
        Square { at: at.unwrap_or(self.at), count, open: self.open + other.open }
    }
}

/// Adds to a condition that the case is of this class, and its published place in these bounds.
fn of_class(conditions: &mut Where, class: &Class, bounds: Option<Bounds>) {
    let values: Vec<Value> = class.procedures.iter().flat_map(|id| args![id]).collect();
    conditions.and(&format!("procedure IN ({})", Where::marks(values.len())), values);
    match bounds.map(|bounds| bounds.real(class.grid)) {
        Some([south, north, west, east]) => {
            conditions.and("lat_e6 >= ? AND lat_e6 <= ? AND lon_e6 >= ? AND lon_e6 <= ?", args![south, north, west, east]);
        }
        None => conditions.and("lat_e6 IS NOT NULL", vec![]),
    }
}

/// How many cases lie in each square of a grid. `conditions` makes the condition of each class anew.
pub fn squares(
    tx: &mut Tx,
    mut conditions: impl FnMut(&mut Tx) -> Result<Where>,
    classes: &[Class],
    bounds: Option<Bounds>,
    grid: Grid,
) -> Result<Vec<Square>> {
    let mut sums: BTreeMap<(i64, i64), [i64; 4]> = BTreeMap::new();
    for class in classes.iter().filter(|class| !class.procedures.is_empty()) {
        let mut these = conditions(tx)?;
        of_class(&mut these, class, bounds);
        let (text, values) = these.parts();
        let (lat, lon) = place_sql(class.grid);
        let (y, x) = grid.square_sql(&lat, &lon);
        let sql = format!(
            "SELECT {y} AS y, {x} AS x, COUNT(*) AS n, CAST(SUM({lat}) AS BIGINT) AS lats,
                 CAST(SUM({lon}) AS BIGINT) AS lons,
                 CAST(SUM(CASE WHEN phase NOT IN ('decided', 'closed') THEN 1 ELSE 0 END) AS BIGINT) AS still
             FROM cases_cases WHERE {text} GROUP BY {y}, {x}"
        );
        let rows = tx.all(&sql, values, |row| {
            let sums: [i64; 4] = [row.get("n")?, row.get("lats")?, row.get("lons")?, row.get("still")?];
            Ok(((row.get::<i64>("y")?, row.get::<i64>("x")?), sums))
        })?;
        for (place, more) in rows {
            let sum = sums.entry(place).or_default();
            sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
    }
    let square = |[count, lats, lons, open]: [i64; 4]| Square::of_sums(count, lats, lons, open);
    Ok(sums.into_values().filter_map(square).collect())
}

/// The cases whose published places lie in these bounds, at most so many of each class.
pub fn within(
    tx: &mut Tx,
    mut conditions: impl FnMut(&mut Tx) -> Result<Where>,
    classes: &[Class],
    bounds: Bounds,
    most: i64,
) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for class in classes.iter().filter(|class| !class.procedures.is_empty()) {
        let mut these = conditions(tx)?;
        of_class(&mut these, class, Some(bounds));
        let (text, values) = these.parts();
        let sql = format!("SELECT id FROM cases_cases WHERE {text} LIMIT {most}");
        found.extend(tx.all(&sql, values, |row| row.get::<Id>("id"))?);
    }
    Ok(found)
}

/// A condition that holds for cases whose published places lie in these bounds.
pub fn bounded(conditions: &mut Where, classes: &[Class], bounds: Bounds) {
    let (mut texts, mut values) = (vec!["1 = 0".to_owned()], Vec::new());
    for class in classes.iter().filter(|class| !class.procedures.is_empty()) {
        let marks = Where::marks(class.procedures.len());
        texts.push(format!("(procedure IN ({marks}) AND lat_e6 >= ? AND lat_e6 <= ? AND lon_e6 >= ? AND lon_e6 <= ?)"));
        values.extend(class.procedures.iter().flat_map(|id| args![id]));
        values.extend(bounds.real(class.grid).into_iter().map(Value::Int));
    }
    conditions.and(&texts.join(" OR "), values);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lat_e6: i64, lon_e6: i64) -> Point {
        Point::from_e6(lat_e6, lon_e6).unwrap()
    }

    #[test]
    fn a_published_place_is_near_and_the_same_for_a_whole_square() {
        for metres in [0, 5, 25, 100, 250, 1_000] {
            for (lat, lon) in [(34_038_912, -6_822_534), (21_000_000, -17_000_000), (35_900_000, -1_000_001)] {
                let (real, grid) = (point(lat, lon), Grid::metres(metres));
                let shown = grid.shown(real);
                assert!(shown.metres_to(real) <= f64::from(metres.max(1)), "{metres} {real}");
                assert_eq!(grid.shown(shown), shown, "the middle stays the middle");
                let (low, high) = grid.corners(real);
                assert!(low.lat_e6() <= lat && lat < high.lat_e6() && low.lon_e6() <= lon && lon < high.lon_e6());
            }
        }
        assert_eq!(Grid::metres(0).shown(point(34_038_912, -6_822_534)), point(34_038_912, -6_822_534));
    }

    #[test]
    fn bounds_hold_exactly_the_places_that_are_published_in_them() {
        let grid = Grid::metres(100);
        let bounds = Bounds { south_west: point(34_030_000, -6_830_000), north_east: point(34_032_001, -6_827_003) };
        let [south, north, west, east] = bounds.real(grid);
        for lat in (34_028_000..34_034_000).step_by(113) {
            for lon in (-6_833_000..-6_824_000).step_by(177) {
                let shown = grid.shown(point(lat, lon));
                let inside = (bounds.south_west.lat_e6()..=bounds.north_east.lat_e6()).contains(&shown.lat_e6())
                    && (bounds.south_west.lon_e6()..=bounds.north_east.lon_e6()).contains(&shown.lon_e6());
                let held = (south..=north).contains(&lat) && (west..=east).contains(&lon);
                assert_eq!(inside, held, "{lat} {lon}");
            }
        }
    }
}
