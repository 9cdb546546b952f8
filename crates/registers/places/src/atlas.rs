//! The boundaries of a commune ready to be asked: parsed once per change, never per request.

use crate::geometry::{self, Shape};
use crate::model::Found;
use crate::national::National;
use crate::store;
use geo::{BoundingRect, Intersects};
use kernel::Point;
use platform::{Result, Tx};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};
use std::sync::Arc;

type Boxed = GeomWithData<Rectangle<[f64; 2]>, usize>;

pub struct Atlas {
    /// Shapes of this commune and its arrondissements first, then of other communes.
    pub shapes: Vec<(String, Shape)>,
    own: Vec<bool>,
    tree: RTree<Boxed>,
}

/// The atlas of this commune.
pub fn open(tx: &mut Tx) -> Result<Arc<Atlas>> {
    tx.remembered("", |tx| {
        let own: Vec<String> = store::areas(tx)?.iter().map(|area| area.code.clone()).collect();
        Ok(Atlas::new(&own, store::boundaries(tx)?, &*tx.fact::<National>()?))
    })
}

impl Atlas {
    /// From the stored boundaries, and the outlines of other communes in the pack.
    fn new(own: &[String], stored: Vec<(String, String)>, national: &National) -> Atlas {
        let mut shapes: Vec<(String, Shape)> = Vec::new();
        shapes.extend(stored.into_iter().filter_map(|(code, text)| Some((code, geometry::parse(&text)?))));
        let known = |code: &String| own.contains(code) || shapes.iter().any(|(known, _)| known == code);
        let outlines = national.boundaries.keys().filter(|code| !known(code));
        let missing: Vec<_> = outlines.filter_map(|code| Some((code.clone(), national.outline(code)?.clone()))).collect();
        shapes.extend(missing);
        Atlas::of(own, shapes)
    }

    pub fn of(own_codes: &[String], mut shapes: Vec<(String, Shape)>) -> Atlas {
        shapes.sort_by_key(|(code, _)| (!own_codes.contains(code), code.clone()));
        let own = shapes.iter().map(|(code, _)| own_codes.contains(code)).collect();
        let boxes = shapes.iter().enumerate().filter_map(|(place, (_, shape))| {
            let bounds = shape.bounding_rect()?;
            let rectangle = Rectangle::from_corners([bounds.min().x, bounds.min().y], [bounds.max().x, bounds.max().y]);
            Some(GeomWithData::new(rectangle, place))
        });
        let tree = RTree::bulk_load(boxes.collect());
        Atlas { shapes, own, tree }
    }

    pub fn own(&self) -> impl Iterator<Item = &(String, Shape)> {
        self.shapes.iter().zip(&self.own).filter(|(_, own)| **own).map(|(shape, _)| shape)
    }

    pub fn has_boundary(&self) -> bool {
        self.own.contains(&true)
    }

    /// The south-west and the north-east corner of the commune.
    pub fn bounds(&self) -> Option<(Point, Point)> {
        let all = geometry::bounds(self.own().map(|(_, shape)| shape))?;
        Some((Point::new(all.min().y, all.min().x)?, Point::new(all.max().y, all.max().x)?))
    }

    /// Where a point lies. A point on the line between two areas belongs to the first by code.
    pub fn find(&self, tenant: &str, point: Point) -> Found {
        let place = geo::Point::new(point.lon(), point.lat());
        let around = self.tree.locate_in_envelope_intersecting(AABB::from_point([point.lon(), point.lat()]));
        let mut hits: Vec<usize> =
            around.map(|found| found.data).filter(|found| self.shapes[*found].1.intersects(&place)).collect();
        hits.sort_unstable();
        let code = |found: &usize| self.shapes[*found].0.clone();
        let (own, others): (Vec<usize>, Vec<usize>) = hits.into_iter().partition(|found| self.own[*found]);
        if !own.is_empty() {
            return Found::Inside { arrondissement: own.iter().map(code).find(|code| code != tenant) };
        }
        match others.first() {
            Some(found) => Found::Elsewhere { commune: Some(code(found)) },
            None if self.has_boundary() => Found::Elsewhere { commune: None },
            None => Found::Unknown,
        }
    }
}
