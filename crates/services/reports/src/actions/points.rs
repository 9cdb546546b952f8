//! The public map: each report while they are few, else how many lie in each square. However many there are, an answer is small.

use super::public::{self, Filter};
use cases::points::{self, Bounds, COUNTED, Class, Grid, Square};
use cases::spots::{self, Spots, Wanted};
use cases::{Case, Where};
use kernel::{Id, Point, Refusal};
use platform::shelf;
use platform::{Result, Tx};
use procedures::Catalog;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// So many reports are drawn one by one.
pub const EACH: i64 = 250;
/// Squares of one answer.
const SQUARES: usize = 600;
/// Squares of a box that are counted without joining them from the kept ones.
const WITHIN: i64 = 4_096;
/// Side of a square on a screen, in pixels.
const SQUARE: f64 = 80.0;
/// Metres in a pixel of a map at zoom 0, at the latitude of the country.
const METRES: f64 = 65_000.0;
/// From here on a look is far: a map so near shows few kilometres.
const COUNTED_ZOOM: f64 = 14.0;
/// The farthest and the nearest look at a map.
const ZOOMS: (f64, f64) = (4.0, 19.0);
/// What is asked for is rounded to so many squares: neighbours who look at almost the same place get the same answer.
const TOGETHER: i64 = 8;

/// What a map shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawn {
    Each(Vec<Case>),
    /// With the grid of the squares, which may be wider than the one asked for.
    Squares(Vec<Square>, Grid),
}

/// The squares of a zoom of the web's maps. Wide ones are joined from those that are counted once for the whole commune.
pub fn grid(zoom: f64) -> Grid {
    let zoom = zoom.clamp(ZOOMS.0, ZOOMS.1);
    let farther = (COUNTED_ZOOM - zoom.round()).max(0.0);
    if zoom.round() > COUNTED_ZOOM { Grid::metres(side(zoom) as u32) } else { counted().times(farther.exp2() as i64) }
}

/// The zoom that was asked for, or the nearest at which the box has few enough squares to count them one by one: a small square is
/// meant for a small part of a map. The whole commune is never counted in smaller ones than those that are kept.
pub fn far_enough(zoom: f64, bounds: Option<Bounds>) -> f64 {
    let mut zoom = zoom.clamp(ZOOMS.0, ZOOMS.1).round();
    let Some(bounds) = bounds else { return zoom.min(COUNTED_ZOOM) };
    while zoom > COUNTED_ZOOM && grid(zoom).squares_in(bounds) > WITHIN {
        zoom -= 1.0;
    }
    zoom
}

/// Metres of a square's side.
fn side(zoom: f64) -> f64 {
    METRES * SQUARE / zoom.exp2()
}

/// The smallest squares that are counted once for all.
fn counted() -> Grid {
    Grid::metres(side(COUNTED_ZOOM) as u32)
}

/// The squares of a drawing that are about so many metres wide, and never narrower than those that are counted.
pub fn about(metres: u32) -> Grid {
    counted().times((f64::from(metres) / side(COUNTED_ZOOM)).round() as i64)
}

/// The categories by the grid on which their places are published.
pub fn classes(catalog: &Catalog, category: Option<&str>) -> Vec<Class> {
    let mut classes: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for procedure in catalog.all().filter(|procedure| category.is_none_or(|only| only == procedure.id)) {
        classes.entry(procedure.open.point_precision_m).or_default().push(procedure.id.clone());
    }
    classes.into_iter().map(|(metres, procedures)| Class { procedures, grid: Grid::metres(metres) }).collect()
}

/// `west,south,east,north` in degrees, as maps of the web write a box.
pub fn bounds(text: &str) -> Result<Bounds> {
    let wrong = || Refusal::new("reports-box-wrong").at("bbox");
    let parts: Vec<&str> = text.split(',').collect();
    let [west, south, east, north] = parts.as_slice() else { return Err(wrong().into()) };
    let south_west = Point::parse(south, west).ok_or_else(wrong)?;
    let north_east = Point::parse(north, east).ok_or_else(wrong)?;
    let ordered = south_west.lat_e6() <= north_east.lat_e6() && south_west.lon_e6() <= north_east.lon_e6();
    if ordered { Ok(Bounds { south_west, north_east }) } else { Err(wrong().into()) }
}

/// The box, as an address has it.
pub fn written(low: Point, high: Point) -> String {
    format!("{:.6},{:.6},{:.6},{:.6}", low.lon(), low.lat(), high.lon(), high.lat())
}

/// A wider box that ends where many squares end.
pub fn rounded(bounds: Bounds, grid: Grid) -> Bounds {
    let wide = grid.times(TOGETHER);
    Bounds { south_west: wide.corners(bounds.south_west).0, north_east: wide.corners(bounds.north_east).1 }
}

pub fn draw(tx: &mut Tx, filter: &Filter, bounds: Option<Bounds>, grid: Grid) -> Result<Drawn> {
    let places = Places::of(tx, filter, bounds, grid)?;
    let squares = places.squares(tx, filter, bounds, grid)?;
    if squares.iter().map(|square| square.count).sum::<i64>() > EACH {
        let (squares, grid) = fewer(squares, grid);
        return Ok(Drawn::Squares(squares, grid));
    }
    let Some(around) = bounds.or_else(|| around(&squares, grid)) else { return Ok(Drawn::Each(Vec::new())) };
    let ids = places.within(tx, filter, around)?;
    let mut these = Where::tenant(tx);
    // What is kept is a minute old: a report that was withdrawn since is not shown.
    these.and(COUNTED, vec![]);
    cases::lists::among(&mut these, &ids);
    Ok(Drawn::Each(cases::lists::newest(tx, these, None, EACH)?))
}

/// Where the places of an answer are taken from.
enum Places {
    /// Those of all published reports, whose kept squares are joined, so many in a row.
    Joined(Arc<Spots>, i64),
    /// Those of them that lie in a box.
    Near(Arc<Spots>, Bounds),
    /// The rows themselves: the filter asks for more than what is kept.
    Asked(Vec<Class>),
}

impl Places {
    fn of(tx: &mut Tx, filter: &Filter, bounds: Option<Bounds>, grid: Grid) -> Result<Places> {
        let catalog = procedures::catalog(tx)?;
        Ok(match (is_kept(filter), grid.over(counted()), bounds) {
            (true, Some(times), _) => Places::Joined(kept(tx, &catalog)?, times),
            (true, None, Some(bounds)) => Places::Near(kept(tx, &catalog)?, bounds),
            _ => Places::Asked(classes(&catalog, filter.category.as_deref())),
        })
    }

    fn squares(&self, tx: &mut Tx, filter: &Filter, bounds: Option<Bounds>, grid: Grid) -> Result<Vec<Square>> {
        match self {
            Places::Joined(kept, times) => Ok(kept.joined(&wanted(filter), bounds, *times)),
            Places::Near(kept, bounds) => Ok(kept.squares(&wanted(filter), *bounds, grid)),
            Places::Asked(classes) => points::squares(tx, |tx| public::conditions(tx, filter, COUNTED), classes, bounds, grid),
        }
    }

    fn within(&self, tx: &mut Tx, filter: &Filter, bounds: Bounds) -> Result<Vec<Id>> {
        match self {
            Places::Joined(kept, _) | Places::Near(kept, _) => Ok(kept.ids(&wanted(filter), bounds, EACH as usize)),
            Places::Asked(classes) => points::within(tx, |tx| public::conditions(tx, filter, COUNTED), classes, bounds, EACH),
        }
    }
}

/// The map, made before somebody looks at it.
pub fn ahead(tx: &mut Tx) -> Result<()> {
    let catalog = procedures::catalog(tx)?;
    kept(tx, &catalog).map(drop)
}

/// The places of all published reports, read now and then.
fn kept(tx: &mut Tx, catalog: &Catalog) -> Result<Arc<Spots>> {
    let classes = classes(catalog, None);
    // Another grid for a category is another map.
    let mut of = DefaultHasher::new();
    classes.iter().for_each(|class| (&class.procedures, class.grid).hash(&mut of));
    shelf::value(tx, &format!("spots/{:x}", of.finish()), |tx| spots::load(tx, &classes, counted()))
}

/// What a filter asks of the places that are kept.
fn wanted(filter: &Filter) -> Wanted<'_> {
    let open = match filter.state.as_deref() {
        Some("open") => Some(true),
        Some("done") => Some(false),
        _ => None,
    };
    Wanted { procedure: filter.category.as_deref(), area: filter.area.as_deref(), quarter: filter.quarter.as_deref(), open }
}

/// Whether the places that are kept tell apart what is asked for.
pub fn is_kept(filter: &Filter) -> bool {
    filter.words.is_empty() && filter.number.is_none() && filter.within.is_none()
}

/// Joins squares until they are few enough for an answer: whoever asks for a whole region from very near gets wider ones.
fn fewer(mut squares: Vec<Square>, mut grid: Grid) -> (Vec<Square>, Grid) {
    while squares.len() > SQUARES {
        grid = grid.times(2);
        let mut wider: BTreeMap<(Point, Point), Square> = BTreeMap::new();
        for square in squares {
            let sum = wider.entry(grid.corners(square.at)).or_insert(Square { count: 0, open: 0, ..square });
            *sum = sum.with(square);
        }
        squares = wider.into_values().collect();
    }
    (squares, grid)
}

/// The box of all these squares.
fn around(squares: &[Square], grid: Grid) -> Option<Bounds> {
    let corners = squares.iter().map(|square| grid.corners(square.at));
    corners.map(|(low, high)| Bounds { south_west: low, north_east: high }).reduce(Bounds::with)
}
