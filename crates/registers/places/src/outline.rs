//! The commune drawn by the server: paths of its areas for an SVG, and where a point falls in it.

use crate::atlas;
use crate::geometry::{self, Shape};
use crate::store;
use geo::{Coord, InteriorPoint, Rect, Simplify};
use kernel::{Label, Point};
use platform::{Result, Tx};
use serde::Serialize;
use std::fmt::Write;

/// Kept free around the drawing.
const MARGIN: f64 = 4.0;
/// A corner that moves the line by less than this many pixels is left out.
const FINEST: f64 = 0.4;

/// The areas of this commune as SVG paths in a box of `width` by `height`. Without boundaries, `areas` is empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outline {
    pub width: u32,
    pub height: u32,
    /// The commune first, then its arrondissements.
    pub areas: Vec<OutlineArea>,
    #[serde(skip)]
    pub view: View,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutlineArea {
    pub code: String,
    pub name: Label,
    /// The `d` of an SVG path.
    pub path: String,
    /// Where its name may stand.
    pub x: f64,
    pub y: f64,
}

/// From degrees to pixels: at this latitude a degree of longitude is shorter than one of latitude.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    west: f64,
    north: f64,
    shrink: f64,
    scale: f64,
    left: f64,
    top: f64,
}

impl View {
    /// The whole country, when nothing nearer is drawn.
    pub fn country(width: u32, height: u32) -> View {
        View::around(Rect::new(Coord { x: -17.2, y: 20.7 }, Coord { x: -0.9, y: 36.0 }), width.into(), height.into())
    }

    fn around(bounds: Rect<f64>, width: f64, height: f64) -> View {
        let shrink = bounds.center().y.to_radians().cos();
        let (across, down) = ((bounds.width() * shrink).max(1e-6), bounds.height().max(1e-6));
        let scale = ((width - 2.0 * MARGIN) / across).min((height - 2.0 * MARGIN) / down).max(0.0);
        let (left, top) = ((width - across * scale) / 2.0, (height - down * scale) / 2.0);
        View { west: bounds.min().x, north: bounds.max().y, shrink, scale, left, top }
    }

    /// Where a point falls, in pixels from the top left.
    pub fn project(&self, point: Point) -> (f64, f64) {
        let place = self.place(Coord { x: point.lon(), y: point.lat() });
        (place.x, place.y)
    }

    fn place(&self, at: Coord<f64>) -> Coord<f64> {
        let x = self.left + (at.x - self.west) * self.shrink * self.scale;
        Coord { x: tenth(x), y: tenth(self.top + (self.north - at.y) * self.scale) }
    }
}

fn tenth(pixels: f64) -> f64 {
    (pixels * 10.0).round() / 10.0
}

pub fn outline(tx: &mut Tx, width: u32, height: u32) -> Result<Outline> {
    let atlas = atlas::open(tx)?;
    let names = store::areas(tx)?;
    let named = atlas.own().filter_map(|(code, shape)| Some((names.iter().find(|area| area.code == *code)?, shape)));
    let mut named: Vec<_> = named.collect();
    named.sort_by_key(|(area, _)| area.parent.is_some());
    let bounds = geometry::bounds(named.iter().map(|(_, shape)| *shape));
    let view = bounds.map_or_else(|| View::country(width, height), |bounds| View::around(bounds, width.into(), height.into()));
    let areas = named.into_iter().map(|(area, shape)| {
        let middle = shape.interior_point().map_or(Coord::zero(), |inside| view.place(inside.0));
        OutlineArea { code: area.code.clone(), name: area.name.clone(), path: path(shape, &view), x: middle.x, y: middle.y }
    });
    Ok(Outline { width, height, areas: areas.collect(), view })
}

fn path(shape: &Shape, view: &View) -> String {
    let placed = geo::MapCoords::map_coords(shape, |at| view.place(at)).simplify(FINEST);
    let rings = placed.iter().flat_map(|polygon| std::iter::once(polygon.exterior()).chain(polygon.interiors()));
    let mut out = String::new();
    for ring in rings.filter(|ring| ring.0.len() > 3) {
        for (place, at) in ring.0.iter().take(ring.0.len() - 1).enumerate() {
            let _ = write!(out, "{}{} {}", if place == 0 { "M" } else { "L" }, at.x, at.y); // a String takes all
        }
        out.push('Z');
    }
    out
}
