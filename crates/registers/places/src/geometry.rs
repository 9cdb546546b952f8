//! Shapes: GeoJSON in, checked polygons, GeoJSON out.

use geo::{BoundingRect, Coord, Rect, Validation};
use geojson::{FeatureCollection, GeoJson, Geometry, GeometryValue};
use kernel::Refusal;
use platform::json;

/// The ground that an area covers, in degrees: x is the longitude.
pub type Shape = geo::MultiPolygon<f64>;

/// A box around Morocco and its neighbours' edges, against files in metres or with the axes swapped.
const WEST_TO_EAST: (f64, f64) = (-18.0, 0.0);
const SOUTH_TO_NORTH: (f64, f64) = (20.0, 37.0);

/// The shapes of a feature collection, by the property `code`.
pub fn read(text: &str) -> Result<Vec<(String, Shape)>, Refusal> {
    let unreadable = |_| Refusal::new("places-file-unreadable");
    let collection: FeatureCollection = match text.parse::<GeoJson>().map_err(unreadable)? {
        GeoJson::FeatureCollection(collection) => collection,
        GeoJson::Feature(feature) => FeatureCollection { bbox: None, features: vec![feature], foreign_members: None },
        GeoJson::Geometry(_) => return Err(Refusal::new("places-file-without-codes")),
    };
    if collection.features.is_empty() {
        return Err(Refusal::new("places-file-empty"));
    }
    collection.features.into_iter().map(shape_of).collect()
}

fn shape_of(feature: geojson::Feature) -> Result<(String, Shape), Refusal> {
    let code = feature.property("code").and_then(|code| code.as_str()).map(str::to_owned);
    let code = code.ok_or_else(|| Refusal::new("places-file-without-codes"))?;
    let refusal = |key: &str| Refusal::new(key).with("code", &code);
    let geometry = feature.geometry.ok_or_else(|| refusal("places-shape-missing"))?;
    let shape = polygons(&geometry.value).ok_or_else(|| refusal("places-shape-missing"))?;
    let bounds = shape.bounding_rect().ok_or_else(|| refusal("places-shape-missing"))?;
    let (low, high) = (bounds.min(), bounds.max());
    let inside = low.x >= WEST_TO_EAST.0 && high.x <= WEST_TO_EAST.1 && low.y >= SOUTH_TO_NORTH.0 && high.y <= SOUTH_TO_NORTH.1;
    if !inside {
        return Err(refusal("places-shape-abroad"));
    }
    if !shape.is_valid() {
        return Err(refusal("places-shape-crossed"));
    }
    Ok((code, shape))
}

/// Altitudes are dropped; a shape of anything else than polygons is none.
fn polygons(value: &GeometryValue) -> Option<Shape> {
    match value {
        GeometryValue::Polygon { .. } => geo::Polygon::try_from(value).ok().map(|polygon| Shape::new(vec![polygon])),
        GeometryValue::MultiPolygon { .. } => Shape::try_from(value).ok(),
        _ => None,
    }
}

/// The shape as it is stored: a GeoJSON geometry with six decimals, about eleven centimetres.
pub fn write(shape: &Shape) -> String {
    let rounded = geo::MapCoords::map_coords(shape, |place| geo::Coord { x: round(place.x), y: round(place.y) });
    let value = match rounded.0.as_slice() {
        [polygon] => GeometryValue::from(polygon),
        _ => GeometryValue::from(&rounded),
    };
    Geometry::new(value).to_string()
}

fn round(degrees: f64) -> f64 {
    (degrees * 1e6).round() / 1e6
}

/// A shape as it was stored.
pub fn parse(text: &str) -> Option<Shape> {
    polygons(&json::from_str::<Geometry>(text).ok()?.value)
}

/// The box around shapes.
pub fn bounds<'a>(shapes: impl Iterator<Item = &'a Shape>) -> Option<Rect<f64>> {
    let join = |a: Rect<f64>, b: Rect<f64>| {
        let low = Coord { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) };
        Rect::new(low, Coord { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) })
    };
    shapes.filter_map(BoundingRect::bounding_rect).reduce(join)
}
