//! The published places of a commune, summed by squares small enough for every map from afar.

use super::points::{Bounds, Grid, Square};
use super::spots::{Kind, Numbers, Spot};
use kernel::Point;
use std::collections::{BTreeMap, HashMap};

/// Row and column of a square.
type Place = (i64, i64);
/// Places of one kind in one square: how many, and their latitudes and longitudes added up.
type Sum = [i64; 3];

struct Part {
    kind: Kind,
    square: Place,
    all: Sum,
    open: Sum,
}

/// What was counted, by category, arrondissement, quarter and square.
pub(super) struct Sums {
    grid: Grid,
    parts: Vec<Part>,
}

impl Sums {
    pub(super) fn of(spots: &[Spot], grid: Grid) -> Sums {
        let mut parts: HashMap<(Kind, Place), (Sum, Sum)> = HashMap::new();
        for spot in spots {
            let Some(point) = spot.point() else { continue };
            let (all, open) = parts.entry((spot.kind, grid.square(point))).or_default();
            let more = [1, point.lat_e6(), point.lon_e6()];
            add(all, more);
            if spot.open {
                add(open, more);
            }
        }
        let part = |((kind, square), (all, open))| Part { kind, square, all, open };
        Sums { grid, parts: parts.into_iter().map(part).collect() }
    }

    /// The squares of a wider grid, whose sides are a whole number of times those that were counted, in a box that ends where
    /// its squares end.
    pub(super) fn squares(&self, wanted: &Numbers, bounds: Option<Bounds>, times: i64) -> Vec<Square> {
        let times = times.max(1);
        let wide = |(y, x): Place| (y.div_euclid(times), x.div_euclid(times));
        let bounds = bounds.map(|bounds| (wide(self.grid.square(bounds.south_west)), wide(self.grid.square(bounds.north_east))));
        let inside =
            |(y, x): Place| bounds.is_none_or(|(low, high)| (low.0..high.0).contains(&y) && (low.1..high.1).contains(&x));
        let mut sums: BTreeMap<Place, (Sum, i64)> = BTreeMap::new();
        for part in self.parts.iter().filter(|part| wanted.fits(&part.kind)) {
            let (place, sum) = (wide(part.square), part.sum(wanted.open));
            if sum[0] > 0 && inside(place) {
                let (all, open) = sums.entry(place).or_default();
                add(all, sum);
                *open += if wanted.open == Some(false) { 0 } else { part.open[0] };
            }
        }
        let square = |([count, lats, lons], open): (Sum, i64)| {
            Some(Square { at: Point::from_e6(lats / count, lons / count)?, count, open })
        };
        sums.into_values().filter_map(square).collect()
    }
}

fn add(sum: &mut Sum, more: Sum) {
    sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
}

impl Part {
    fn sum(&self, open: Option<bool>) -> Sum {
        match open {
            None => self.all,
            Some(true) => self.open,
            Some(false) => std::array::from_fn(|place| self.all[place] - self.open[place]),
        }
    }
}
