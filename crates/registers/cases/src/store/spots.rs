//! The published places of a commune in memory: read once, so that a map of a million reports is drawn as fast as one of a thousand.

use super::points::{Bounds, COUNTED, Class, Grid, Square};
use super::sums::Sums;
use kernel::{Id, Point};
use platform::{Problem, Result, Row, Tx, args};
use std::collections::HashMap;

/// The number of a name; what has none has [`NONE`].
type Name = u16;
const NONE: Name = Name::MAX;

/// One published case: where it is shown, and what a map may ask about it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    lat_e6: i32,
    lon_e6: i32,
    pub(super) kind: Kind,
    pub(super) open: bool,
    id: u128,
}

/// Its category, arrondissement and quarter, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Kind {
    procedure: Name,
    area: Name,
    quarter: Name,
}

/// Each name once; few names stand in many places.
#[derive(Default)]
struct Names(HashMap<String, Name>);

/// The places of a commune, in rows from south to north, each from west to east.
pub struct Spots {
    spots: Vec<Spot>,
    grid: Grid,
    /// The southernmost row, and where each row from there begins.
    south: i64,
    rows: Vec<usize>,
    names: Names,
    sums: Sums,
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

/// The same by numbers: `None` stands for all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    procedure: Option<Name>,
    area: Option<Name>,
    quarter: Option<Name>,
    pub(super) open: Option<bool>,
}

/// Reads the published cases of these classes. `grid` is the smallest whose squares are counted for the whole commune.
pub fn load(tx: &mut Tx, classes: &[Class], grid: Grid) -> Result<Spots> {
    let (mut spots, mut names) = (Vec::new(), Names::default());
    let sql = format!(
        "SELECT id, area, quarter, lat_e6, lon_e6, CASE WHEN phase NOT IN ('decided', 'closed') THEN 1 ELSE 0 END AS still
         FROM cases_cases WHERE tenant = $1 AND procedure = $2 AND lat_e6 IS NOT NULL AND {COUNTED}"
    );
    // One category after the other: the rows of all at once would take ten times the memory of what is kept of them.
    for class in classes {
        for procedure in &class.procedures {
            for row in tx.all(&sql, args![tx.tenant(), procedure], read)? {
                spots.extend(row.spot(procedure, class.grid, &mut names)?);
            }
        }
    }
    Ok(Spots::of(spots, names, grid))
}

struct Read {
    id: String,
    area: Option<String>,
    quarter: Option<String>,
    place: (i64, i64),
    open: bool,
}

fn read(row: &Row) -> Result<Read> {
    Ok(Read {
        id: row.get("id")?,
        area: row.get("area")?,
        quarter: row.get("quarter")?,
        place: (row.get("lat_e6")?, row.get("lon_e6")?),
        open: row.get::<i64>("still")? == 1,
    })
}

impl Read {
    /// `None` for a place that is none on Earth.
    fn spot(self, procedure: &str, published: Grid, names: &mut Names) -> Result<Option<Spot>> {
        let Some(point) = Point::from_e6(self.place.0, self.place.1).map(|point| published.shown(point)) else { return Ok(None) };
        let number = |value: i64| i32::try_from(value).map_err(Problem::internal);
        let id = u128::from_str_radix(&self.id.replace('-', ""), 16).map_err(Problem::internal)?;
        let mut named = |name: Option<&str>| name.map_or(Ok(NONE), |name| names.number(name));
        let kind = Kind {
            procedure: named(Some(procedure))?,
            area: named(self.area.as_deref())?,
            quarter: named(self.quarter.as_deref())?,
        };
        Ok(Some(Spot { lat_e6: number(point.lat_e6())?, lon_e6: number(point.lon_e6())?, kind, open: self.open, id }))
    }
}

impl Names {
    fn number(&mut self, name: &str) -> Result<Name> {
        if let Some(known) = self.0.get(name) {
            return Ok(*known);
        }
        let next = Name::try_from(self.0.len()).ok().filter(|next| *next < NONE);
        let next = next.ok_or_else(|| Problem::internal("more names than a map can tell apart"))?;
        self.0.insert(name.to_owned(), next);
        Ok(next)
    }

    /// The number of a name that is asked for; a name that nothing bears is no number of anything.
    fn asked(&self, name: Option<&str>) -> Option<Option<Name>> {
        name.map_or(Some(None), |name| self.0.get(name).map(|number| Some(*number)))
    }
}

impl Spot {
    pub(super) fn point(&self) -> Option<Point> {
        Point::from_e6(self.lat_e6.into(), self.lon_e6.into())
    }
}

impl Numbers {
    pub(super) fn fits(&self, kind: &Kind) -> bool {
        let fits = |asked: Option<Name>, own: Name| asked.is_none_or(|asked| asked == own);
        fits(self.procedure, kind.procedure) && fits(self.area, kind.area) && fits(self.quarter, kind.quarter)
    }
}

impl Spots {
    fn of(mut spots: Vec<Spot>, names: Names, grid: Grid) -> Spots {
        let row = |spot: &Spot| spot.point().map_or(0, |point| grid.square(point).0);
        spots.sort_unstable_by_key(|spot| (row(spot), spot.lon_e6));
        let south = spots.first().map_or(0, row);
        let mut rows = Vec::new();
        for (place, spot) in spots.iter().enumerate() {
            rows.resize((row(spot) - south + 1) as usize, place);
        }
        rows.push(spots.len());
        let sums = Sums::of(&spots, grid);
        Spots { spots, grid, south, rows, names, sums }
    }

    fn numbers(&self, wanted: &Wanted) -> Option<Numbers> {
        Some(Numbers {
            procedure: self.names.asked(wanted.procedure)?,
            area: self.names.asked(wanted.area)?,
            quarter: self.names.asked(wanted.quarter)?,
            open: wanted.open,
        })
    }

    /// The squares of a grid whose sides are a whole number of times those that are counted, in a box that ends where its squares
    /// end, or of the whole commune.
    pub fn joined(&self, wanted: &Wanted, bounds: Option<Bounds>, times: i64) -> Vec<Square> {
        self.numbers(wanted).map(|numbers| self.sums.squares(&numbers, bounds, times)).unwrap_or_default()
    }

    /// The squares of any grid in a box: for a near look, whose box is small.
    pub fn squares(&self, wanted: &Wanted, bounds: Bounds, grid: Grid) -> Vec<Square> {
        let Some(numbers) = self.numbers(wanted) else { return Vec::new() };
        let (low, high) = (grid.square(bounds.south_west), grid.square(bounds.north_east));
        let across = high.1 - low.1 + 1;
        let mut sums = vec![[0_i64; 4]; ((high.0 - low.0 + 1) * across).max(0) as usize];
        for (point, spot) in self.within_box(bounds).filter(|(_, spot)| spot.is(&numbers)) {
            let (row, column) = grid.square(point);
            let more = [1, point.lat_e6(), point.lon_e6(), i64::from(spot.open)];
            sums[((row - low.0) * across + column - low.1) as usize].iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
        let filled = sums.into_iter().filter(|[count, ..]| *count > 0);
        filled
            .filter_map(|[count, lats, lons, open]| Some(Square { at: Point::from_e6(lats / count, lons / count)?, count, open }))
            .collect()
    }

    /// The cases in a box, at most so many.
    pub fn ids(&self, wanted: &Wanted, bounds: Bounds, most: usize) -> Vec<Id> {
        let Some(numbers) = self.numbers(wanted) else { return Vec::new() };
        let found = self.within_box(bounds).filter(|(_, spot)| spot.is(&numbers)).take(most);
        found.map(|(_, spot)| spot.id()).collect()
    }

    /// The places in a box, its edges included.
    fn within_box(&self, bounds: Bounds) -> impl Iterator<Item = (Point, &Spot)> {
        let (low, high) = (bounds.south_west, bounds.north_east);
        let last = self.rows.len() as i64 - 2;
        let (first, end) = ((self.grid.square(low).0 - self.south).max(0), (self.grid.square(high).0 - self.south).min(last));
        let rows = (first..=end).map(move |row| &self.spots[self.rows[row as usize]..self.rows[row as usize + 1]]);
        let lons = low.lon_e6()..=high.lon_e6();
        let lats = low.lat_e6()..=high.lat_e6();
        let between = rows.flat_map(move |row| {
            let from = row.partition_point(|spot| i64::from(spot.lon_e6) < *lons.start());
            let to = row.partition_point(|spot| i64::from(spot.lon_e6) <= *lons.end());
            row.get(from..to).unwrap_or_default()
        });
        between.filter_map(|spot| Some((spot.point()?, spot))).filter(move |(point, _)| lats.contains(&point.lat_e6()))
    }
}

impl Spot {
    fn is(&self, numbers: &Numbers) -> bool {
        numbers.open.is_none_or(|open| open == self.open) && numbers.fits(&self.kind)
    }

    fn id(&self) -> Id {
        let hex = format!("{:032x}", self.id);
        Id::new([&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: i64, lon: i64) -> Point {
        Point::from_e6(lat, lon).unwrap()
    }

    /// Thirty thousand places in a town, five categories, every third one open.
    fn town(grid: Grid) -> Spots {
        let mut names = Names::default();
        let spot = |number: i64, names: &mut Names| {
            let (lat, lon) = (34_000_000 + number * 7_919 % 90_000, -6_860_000 + number * 104_729 % 110_000);
            let area = if number % 2 == 0 { NONE } else { names.number("04.441.01.05").unwrap() };
            let kind = Kind { procedure: names.number(&format!("kind-{}", number % 5)).unwrap(), area, quarter: NONE };
            Spot { lat_e6: lat as i32, lon_e6: lon as i32, kind, open: number % 3 == 0, id: number as u128 + (7 << 76) }
        };
        let spots = (0..30_000).map(|number| spot(number, &mut names)).collect();
        Spots::of(spots, names, grid)
    }

    #[test]
    fn a_near_look_finds_what_lies_in_its_box_and_nothing_else() {
        let spots = town(Grid::metres(317));
        let wanted = [
            Wanted::default(),
            Wanted { procedure: Some("kind-3"), ..Wanted::default() },
            Wanted { area: Some("04.441.01.05"), open: Some(true), ..Wanted::default() },
            Wanted { open: Some(false), ..Wanted::default() },
            Wanted { quarter: Some("nowhere"), ..Wanted::default() },
        ];
        let boxes = [
            (at(34_010_000, -6_850_000), at(34_024_999, -6_830_001)),
            (at(33_000_000, -7_000_000), at(35_000_000, -6_000_000)),
            (at(34_088_000, -6_760_000), at(34_200_000, -6_700_000)),
            (at(20_000_000, -6_850_000), at(21_000_000, -6_830_001)),
        ];
        for wanted in wanted {
            for (south_west, north_east) in boxes {
                let bounds = Bounds { south_west, north_east };
                let numbers = spots.numbers(&wanted);
                let inside = |spot: &&Spot| {
                    let (lat, lon) = (i64::from(spot.lat_e6), i64::from(spot.lon_e6));
                    (south_west.lat_e6()..=north_east.lat_e6()).contains(&lat)
                        && (south_west.lon_e6()..=north_east.lon_e6()).contains(&lon)
                        && numbers.is_some_and(|numbers| spot.is(&numbers))
                };
                let expected: Vec<&Spot> = spots.spots.iter().filter(inside).collect();
                let squares = spots.squares(&wanted, bounds, Grid::metres(79));
                assert_eq!(
                    squares.iter().map(|square| square.count).sum::<i64>(),
                    expected.len() as i64,
                    "{wanted:?} {bounds:?}"
                );
                let open = expected.iter().filter(|spot| spot.open).count() as i64;
                assert_eq!(squares.iter().map(|square| square.open).sum::<i64>(), open);
                assert!(squares.iter().all(|square| square.count > 0));
                assert_eq!(spots.ids(&wanted, bounds, 1 << 20).len(), expected.len());
            }
        }
    }

    #[test]
    fn squares_are_the_same_from_near_as_joined_from_those_that_are_counted() {
        let grid = Grid::metres(317);
        let spots = town(grid);
        let wanted = Wanted { procedure: Some("kind-1"), ..Wanted::default() };
        let wide = grid.times(4);
        let (low, high) = (wide.corners(at(34_020_000, -6_840_000)).0, wide.corners(at(34_060_000, -6_800_000)).1);
        let inner = Bounds { south_west: low, north_east: at(high.lat_e6() - 1, high.lon_e6() - 1) };
        let near = spots.squares(&wanted, inner, wide);
        let joined = spots.joined(&wanted, Some(Bounds { south_west: low, north_east: high }), 4);
        assert!(near.len() > 9);
        assert_eq!(
            near.iter().map(|one| (one.count, one.open)).collect::<Vec<_>>(),
            joined.iter().map(|one| (one.count, one.open)).collect::<Vec<_>>()
        );
        for (near, joined) in near.iter().zip(&joined) {
            assert!(near.at.metres_to(joined.at) < 1.0);
        }
    }

    #[test]
    fn a_case_is_found_again_by_its_id() {
        let id = Id::parse("01a21b35-542d-7000-805a-c5c27c8c3a26").unwrap();
        let row = Read { id: id.to_string(), area: None, quarter: None, place: (34_000_000, -6_800_000), open: true };
        let spot = row.spot("pothole", Grid::metres(25), &mut Names::default()).unwrap().unwrap();
        assert_eq!(spot.id(), id);
        assert!(spot.point().unwrap().metres_to(at(34_000_000, -6_800_000)) < 25.0);
    }
}
