//! Places, from the pack to the map.

use crate::atlas::Atlas;
use crate::geometry::{self, Shape};
use crate::model::{Area, AreaKind, Found};
use crate::{National, national, rules};
use kernel::{Label, Point};
use platform::communes::State;
use platform::{Facts, Pack};
use std::collections::HashSet;

mod journeys;

pub(crate) const SALE: &str = "04.441.01.0";
pub(crate) const TABRIQUET: &str = "04.441.01.09";
pub(crate) const RABAT: &str = "04.421.01.0";

fn pack() -> National {
    national::load(&Pack::Embedded).unwrap()
}

fn point(lat: f64, lon: f64) -> Point {
    Point::new(lat, lon).unwrap()
}

/// A square of one hundredth of a degree, by its south-west corner.
pub(crate) fn square(code: &str, lat: f64, lon: f64) -> String {
    let (north, east) = (lat + 0.01, lon + 0.01);
    format!(
        r#"{{"type":"Feature","properties":{{"code":"{code}"}},"geometry":{{"type":"Polygon","coordinates":[[[{lon},{lat}],[{east},{lat}],[{east},{north}],[{lon},{north}],[{lon},{lat}]]]}}}}"#
    )
}

pub(crate) fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

#[test]
fn the_pack_knows_every_commune_of_the_country() {
    let national = pack();
    assert_eq!((national.communes.len(), national.arrondissements.len()), (1_503, 41));
    let sale = national.commune(SALE).unwrap();
    assert_eq!((sale.slug.as_str(), sale.prefix.as_str(), sale.name.fr.as_str()), ("sale", "SAL", "Salé"));
    assert_eq!(national.arrondissements_of(SALE).count(), 5);
    let mut facts = Facts::default();
    facts.put(national);
    let rows = crate::list_communes(&facts).unwrap();
    let distinct = |key: fn(&platform::Commune) -> &str| rows.iter().map(key).collect::<HashSet<_>>().len();
    assert_eq!((distinct(|c| &c.slug), distinct(|c| &c.prefix)), (1_503, 1_503));
    assert!(rows.iter().all(|commune| commune.state == State::Listed && commune.prefix.len() == 3));
}

fn sale() -> Atlas {
    let national = pack();
    let own: Vec<String> = national.arrondissements_of(SALE).map(|one| one.code.clone()).chain([SALE.to_owned()]).collect();
    Atlas::of(&own, national.boundaries[SALE].clone())
}

#[test]
fn a_point_of_sale_lies_in_its_arrondissement() {
    let table = [
        (34.0389, -6.8225, Some("04.441.01.03")), // the medina, in Bab Lamrissa
        (34.0500, -6.7900, Some(TABRIQUET)),
        (33.9900, -6.7500, Some("04.441.01.06")), // Sala Al Jadida, in Hssaine
    ];
    for (lat, lon, arrondissement) in table {
        let found = sale().find(SALE, point(lat, lon));
        assert_eq!(found, Found::Inside { arrondissement: arrondissement.map(str::to_owned) }, "{lat} {lon}");
    }
}

#[test]
fn the_sea_and_a_neighbour_are_elsewhere() {
    let atlas = sale();
    for (lat, lon) in [(34.0600, -6.9000), (34.0209, -6.8416), (31.6295, -7.9811)] {
        assert_eq!(atlas.find(SALE, point(lat, lon)), Found::Elsewhere { commune: None }, "{lat} {lon}");
    }
}

#[test]
fn a_neighbour_whose_boundary_is_known_is_named() {
    let shapes = geometry::read(&collection(&[square(RABAT, 34.0, -6.86), square(SALE, 34.03, -6.8)])).unwrap();
    let atlas = Atlas::of(&[SALE.into()], shapes.clone());
    assert_eq!(atlas.find(SALE, point(34.005, -6.855)), Found::Elsewhere { commune: Some(RABAT.into()) });
    assert_eq!(atlas.find(SALE, point(34.035, -6.795)), Found::Inside { arrondissement: None });
    let rabat_only = Atlas::of(&[SALE.into()], shapes[..1].to_vec());
    assert_eq!(rabat_only.find(SALE, point(34.035, -6.795)), Found::Unknown);
    assert_eq!(rabat_only.find(SALE, point(34.005, -6.855)), Found::Elsewhere { commune: Some(RABAT.into()) });
}

#[test]
fn a_point_on_the_line_between_two_areas_belongs_to_one() {
    let shapes = geometry::read(&collection(&[square("b", 34.0, -6.8), square("a", 34.0, -6.81)])).unwrap();
    let atlas = Atlas::of(&["a".into(), "b".into(), "c".into()], shapes);
    assert_eq!(atlas.find("c", point(34.005, -6.8)), Found::Inside { arrondissement: Some("a".into()) });
    assert_eq!(atlas.find("c", point(34.0, -6.81)), Found::Inside { arrondissement: Some("a".into()) }, "a corner too");
}

#[test]
fn a_hole_in_an_area_is_not_inside() {
    let ring = |low: f64, high: f64| format!("[[{low},34.0],[{high},34.0],[{high},34.2],[{low},34.2],[{low},34.0]]");
    let inner = "[[-6.8,34.05],[-6.7,34.05],[-6.7,34.15],[-6.8,34.15],[-6.8,34.05]]";
    let feature = format!(
        r#"{{"type":"Feature","properties":{{"code":"{SALE}"}},"geometry":{{"type":"Polygon","coordinates":[{},{inner}]}}}}"#,
        ring(-6.9, -6.6)
    );
    let atlas = Atlas::of(&[SALE.into()], geometry::read(&collection(&[feature])).unwrap());
    assert_eq!(atlas.find(SALE, point(34.1, -6.75)), Found::Elsewhere { commune: None });
    assert_eq!(atlas.find(SALE, point(34.1, -6.85)), Found::Inside { arrondissement: None });
}

#[test]
fn a_file_that_would_mislead_is_refused() {
    let polygon = |code: &str, ring: &str| {
        collection(&[format!(
            r#"{{"type":"Feature","properties":{{"code":"{code}"}},"geometry":{{"type":"Polygon","coordinates":[{ring}]}}}}"#
        )])
    };
    let table = [
        ("garbage".to_owned(), "places-file-unreadable"),
        (r#"{"type":"FeatureCollection","features":[]}"#.into(), "places-file-empty"),
        (r#"{"type":"Point","coordinates":[0,0]}"#.into(), "places-file-without-codes"),
        (square(SALE, 34.0, -6.8).replace("code", "name"), "places-file-without-codes"),
        (square(SALE, 48.8, 2.3), "places-shape-abroad"),
        (square(SALE, -6.8, 34.0), "places-shape-abroad"),
        (polygon(SALE, "[[-6.8,34],[-6.7,34.1],[-6.7,34],[-6.8,34.1],[-6.8,34]]"), "places-shape-crossed"),
        (
            r#"{"type":"Feature","properties":{"code":"x"},"geometry":{"type":"Point","coordinates":[-6.8,34]}}"#.into(),
            "places-shape-missing",
        ),
        (r#"{"type":"Feature","properties":{"code":"x"},"geometry":null}"#.into(), "places-shape-missing"),
        (polygon(SALE, "[[-6.8,34],[-6.7,34]]"), "places-shape-crossed"),
    ];
    for (text, key) in table {
        assert_eq!(geometry::read(&text).map_err(|refusal| refusal.key), Err(key.to_owned()), "{text}");
    }
}

#[test]
fn what_is_stored_is_what_was_read() {
    for (code, shape) in &pack().boundaries[SALE] {
        let again: Shape = geometry::parse(&geometry::write(shape)).unwrap();
        assert_eq!(again, *shape, "{code}");
    }
    assert!(geometry::parse("{}").is_none());
}

#[test]
fn an_area_lies_in_itself_and_in_its_commune() {
    let area = |code: &str, parent: Option<&str>| {
        let kind = if parent.is_some() { AreaKind::Arrondissement } else { AreaKind::Commune };
        Area { code: code.into(), parent: parent.map(str::to_owned), kind, name: Label::default(), population: 0 }
    };
    let areas = [area(SALE, None), area(TABRIQUET, Some(SALE)), area("b", Some(SALE)), area("loop", Some("loop"))];
    let table = [(TABRIQUET, SALE, true), (TABRIQUET, TABRIQUET, true), (SALE, TABRIQUET, false), (TABRIQUET, "b", false)];
    for (one, other, inside) in table.into_iter().chain([("nowhere", SALE, false), ("loop", SALE, false), (SALE, RABAT, false)]) {
        assert_eq!(rules::within(&areas, one, other), inside, "{one} in {other}");
    }
}

#[test]
fn an_import_knows_whose_each_shape_is() {
    let national = pack();
    let area =
        Area { code: TABRIQUET.into(), parent: None, kind: AreaKind::Arrondissement, name: Label::default(), population: 0 };
    let shapes = |codes: &[&str]| codes.iter().map(|code| ((*code).to_owned(), Shape::new(vec![]))).collect::<Vec<_>>();
    let sorted = rules::sort_import(std::slice::from_ref(&area), &national, &shapes(&[TABRIQUET, RABAT]));
    assert_eq!(sorted, Ok((vec![TABRIQUET.to_owned()], vec![RABAT.to_owned()])));
    for (codes, key) in [(["99", RABAT], "places-code-unknown"), ([RABAT, RABAT], "places-code-twice")] {
        let refused = rules::sort_import(std::slice::from_ref(&area), &national, &shapes(&codes));
        assert_eq!(refused.map_err(|refusal| refusal.key), Err(key.to_owned()));
    }
}
