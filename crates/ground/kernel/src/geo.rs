//! Points on the ground in whole micro-degrees, distances in metres, and a grid to find neighbours by index.

use crate::text::{is_invisible, western_digit};
use serde::{Deserialize, Serialize};
use std::fmt;

const EARTH_RADIUS_M: f64 = 6_371_008.8;
const METRES_PER_E6: f64 = 0.111_195;
/// A grid cell is about 150 m on each side at Morocco's latitudes.
const CELL_LAT_E6: i64 = 1_350;
const CELL_LON_E6: i64 = 1_630;
const COLUMNS: i64 = 360_000_000 / CELL_LON_E6 + 1;
const ROWS: i64 = 180_000_000 / CELL_LAT_E6 + 1;
const WIDEST_SEARCH_M: u32 = 2_000;

/// A place (WGS 84). One micro-degree is about eleven centimetres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Degrees", into = "Degrees")]
pub struct Point {
    lat_e6: i64,
    lon_e6: i64,
}

#[derive(Serialize, Deserialize)]
struct Degrees {
    lat: f64,
    lon: f64,
}

impl Point {
    pub fn new(lat: f64, lon: f64) -> Option<Self> {
        let finite = lat.is_finite() && lon.is_finite() && lat.abs() <= 90.0 && lon.abs() <= 180.0;
        finite.then(|| Point { lat_e6: (lat * 1e6).round() as i64, lon_e6: (lon * 1e6).round() as i64 })
    }

    /// From the two columns of a table.
    pub fn from_e6(lat_e6: i64, lon_e6: i64) -> Option<Self> {
        let inside = (-90_000_000..=90_000_000).contains(&lat_e6) && (-180_000_000..=180_000_000).contains(&lon_e6);
        inside.then_some(Point { lat_e6, lon_e6 })
    }

    /// From two fields of a form; the decimal mark may be a point or a comma.
    pub fn parse(lat: &str, lon: &str) -> Option<Self> {
        Point::new(degrees(lat)?, degrees(lon)?)
    }

    pub fn lat_e6(self) -> i64 {
        self.lat_e6
    }

    pub fn lon_e6(self) -> i64 {
        self.lon_e6
    }

    pub fn lat(self) -> f64 {
        self.lat_e6 as f64 / 1e6
    }

    pub fn lon(self) -> f64 {
        self.lon_e6 as f64 / 1e6
    }

    /// Great-circle distance.
    pub fn metres_to(self, other: Point) -> f64 {
        let (lat, other_lat) = (self.lat().to_radians(), other.lat().to_radians());
        let half_lat = (other_lat - lat) / 2.0;
        let half_lon = (other.lon() - self.lon()).to_radians() / 2.0;
        let chord = half_lat.sin().powi(2) + lat.cos() * other_lat.cos() * half_lon.sin().powi(2);
        2.0 * EARTH_RADIUS_M * chord.clamp(0.0, 1.0).sqrt().asin()
    }

    /// The grid cell that holds this point: the value of an indexed column.
    pub fn cell(self) -> i64 {
        let (row, column) = self.row_column();
        cell(row, column)
    }

    /// The cells that may hold a point within `radius_m` (two kilometres at most); measure afterwards.
    pub fn cells_around(self, radius_m: u32) -> Vec<i64> {
        let reach_e6 = f64::from(radius_m.min(WIDEST_SEARCH_M)) / METRES_PER_E6;
        let (row, column) = self.row_column();
        let rows = (reach_e6 / CELL_LAT_E6 as f64).ceil() as i64;
        let shrink = self.lat().to_radians().cos().max(0.1);
        let columns = (reach_e6 / shrink / CELL_LON_E6 as f64).ceil() as i64;
        let near = (row - rows).max(0)..=(row + rows).min(ROWS - 1);
        near.flat_map(|r| (column - columns..=column + columns).map(move |c| cell(r, c))).collect()
    }

    /// The same place with fewer decimals, for publication: 3 is about 100 m, 2 about 1 km.
    pub fn rounded(self, decimals: u32) -> Point {
        let step = 10i64.pow(6 - decimals.min(6));
        let round = |e6: i64| (e6 + step / 2).div_euclid(step) * step;
        Point { lat_e6: round(self.lat_e6).min(90_000_000), lon_e6: round(self.lon_e6).min(180_000_000) }
    }

    fn row_column(self) -> (i64, i64) {
        ((self.lat_e6 + 90_000_000) / CELL_LAT_E6, (self.lon_e6 + 180_000_000) / CELL_LON_E6)
    }
}

fn cell(row: i64, column: i64) -> i64 {
    row * COLUMNS + column.rem_euclid(COLUMNS)
}

/// Plain decimal degrees: no exponent, no infinity.
fn degrees(text: &str) -> Option<f64> {
    let tidy = |c: char| match western_digit(c) {
        ',' | '\u{66b}' => '.',
        '\u{2212}' => '-',
        other => other,
    };
    let typed: String = text.trim().chars().filter(|c| !is_invisible(*c)).map(tidy).collect();
    let plain = typed.strip_prefix(['-', '+']).unwrap_or(&typed);
    let shaped = plain.len() <= 20 && plain.starts_with(|c: char| c.is_ascii_digit()) && plain.matches('.').count() <= 1;
    (shaped && plain.chars().all(|c| c.is_ascii_digit() || c == '.')).then(|| typed.parse().ok()).flatten()
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.6},{:.6}", self.lat(), self.lon())
    }
}

impl From<Point> for Degrees {
    fn from(point: Point) -> Degrees {
        Degrees { lat: point.lat(), lon: point.lon() }
    }
}

impl TryFrom<Degrees> for Point {
    type Error = &'static str;
    fn try_from(degrees: Degrees) -> Result<Self, Self::Error> {
        Point::new(degrees.lat, degrees.lon).ok_or("not a place on Earth")
    }
}

#[cfg(test)]
mod tests {
    use super::Point;

    fn point(lat: f64, lon: f64) -> Point {
        Point::new(lat, lon).unwrap()
    }

    #[test]
    fn coordinates_are_read_as_people_and_phones_write_them() {
        let sale = point(34.0331, -6.8237);
        for (lat, lon) in [("34.0331", "-6.8237"), (" 34,0331", "−6,8237 "), ("٣٤٫٠٣٣١", "-٦٫٨٢٣٧"), ("+34.0331", "-6.82370000")]
        {
            assert_eq!(Point::parse(lat, lon), Some(sale), "{lat} {lon}");
        }
        for wrong in ["", "-", "nan", "inf", "1e1", "90.000001", "-91", "34.0.1", "34°", ".5", "--1", &"9".repeat(40)] {
            assert_eq!(Point::parse(wrong, "0"), None, "{wrong}");
        }
        assert_eq!(Point::parse("0", "180.1"), None);
        assert_eq!(Point::new(f64::NAN, 0.0), None);
        assert_eq!(Point::from_e6(90_000_001, 0), None);
        assert_eq!(Point::from_e6(sale.lat_e6(), sale.lon_e6()), Some(sale));
    }

    #[test]
    fn distances_agree_with_known_ones() {
        let table = [
            (point(0.0, 0.0), point(0.0, 1.0), 111_195.0),
            (point(34.0331, -6.8237), point(34.0331, -6.8237), 0.0),
            (point(0.0, 0.0), point(0.0, 180.0), 20_015_115.0),
            (point(34.0, -6.8), point(34.001, -6.8), 111.195),
            (point(60.0, 0.0), point(60.0, 1.0), 55_597.0),
            (point(0.0, 179.9995), point(0.0, -179.9995), 111.195),
        ];
        for (from, to, metres) in table {
            let measured = from.metres_to(to);
            assert!((measured - metres).abs() <= metres * 0.000_05 + 0.001, "{from} {to} {measured}");
        }
    }

    #[test]
    fn every_neighbour_within_the_radius_lies_in_a_searched_cell() {
        for centre in [point(34.0331, -6.8237), point(21.0, -17.0), point(0.0, 0.0), point(-35.9, 179.9999), point(35.9, -180.0)]
        {
            for radius in [40, 150, 700, 2_000] {
                let cells = centre.cells_around(radius);
                let reach = f64::from(radius) / 111_195.0 * 0.999;
                for step in 0..72 {
                    let turn = f64::from(step) * 5f64.to_radians();
                    let lon = centre.lon() + reach * turn.sin() / centre.lat().to_radians().cos();
                    let wrapped = if lon > 180.0 {
                        lon - 360.0
                    } else if lon < -180.0 {
                        lon + 360.0
                    } else {
                        lon
                    };
                    let near = point(centre.lat() + reach * turn.cos(), wrapped);
                    assert!(cells.contains(&near.cell()), "{centre} {radius} {near}");
                }
            }
        }
        assert_eq!(point(34.0, -6.8).cells_around(40).len(), 9);
        assert!(point(34.0, -6.8).cells_around(u32::MAX).len() < 1_000);
    }

    #[test]
    fn a_published_place_is_blurred() {
        let home = point(34.033_149, -6.823_751);
        assert_eq!(home.rounded(3), point(34.033, -6.824));
        assert_eq!(home.rounded(4), point(34.0331, -6.8238));
        assert_eq!(home.rounded(6), home);
        assert_eq!(home.rounded(0), point(34.0, -7.0));
    }

    #[test]
    fn json_speaks_degrees_and_refuses_the_moon() {
        let json = serde_json::to_string(&point(34.0331, -6.8237)).unwrap();
        assert_eq!(json, r#"{"lat":34.0331,"lon":-6.8237}"#);
        assert_eq!(serde_json::from_str::<Point>(&json).unwrap(), point(34.0331, -6.8237));
        assert!(serde_json::from_str::<Point>(r#"{"lat":134,"lon":0}"#).is_err());
    }
}
