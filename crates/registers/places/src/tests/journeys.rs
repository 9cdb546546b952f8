//! Places in a running town.

use super::{RABAT, SALE, TABRIQUET, collection, square};
use crate::model::Found;
use kernel::Point;
use testing::{Town, check_module};

async fn town() -> Town {
    Town::with([crate::module()]).await
}

fn medina() -> Point {
    Point::new(34.0389, -6.8225).unwrap()
}

#[tokio::test]
async fn a_commune_opens_with_its_areas_quarters_and_boundaries() {
    let town = town().await;
    let areas = town.reads(crate::areas).await;
    assert_eq!((areas.len(), areas[0].code.as_str()), (6, SALE));
    assert_eq!(town.reads(crate::quarters).await.len(), 50);
    assert_eq!(town.reads(|rx| crate::area_name(rx, TABRIQUET)).await.ar, "تابريكت");
    assert!(town.reads(|rx| crate::within(rx, TABRIQUET, SALE)).await);
    let found = town.reads(|rx| crate::find(rx, medina())).await;
    assert_eq!(found, Found::Inside { arrondissement: Some("04.441.01.03".into()) });
    town.does(|tx| crate::open_commune(tx, SALE)).await;
    assert_eq!(town.reads(crate::quarters).await.len(), 50, "opening twice changes nothing");
    assert!(town.tries(|tx| crate::open_commune(tx, RABAT)).await.is_err(), "a commune opens itself only");
}

#[tokio::test]
async fn the_neighbour_learns_that_a_point_is_in_sale() {
    let town = town().await;
    let in_rabat = platform::Scope::system(RABAT);
    let found = town.app.store().read(in_rabat.clone(), |rx| crate::find(rx, medina())).await.unwrap();
    assert_eq!(found, Found::Elsewhere { commune: Some(SALE.into()) });
    let found = town.app.store().read(in_rabat, |rx| crate::find(rx, Point::new(34.0209, -6.8416).unwrap())).await.unwrap();
    assert_eq!(found, Found::Unknown, "nothing is drawn of Rabat");
}

#[tokio::test]
async fn a_boundary_that_one_commune_imports_is_known_to_the_others() {
    let town = town().await;
    town.drain().await;
    let before = town.reads(|rx| platform::store::journal::entries_after(rx, 0, 100)).await;
    assert!(!before.iter().any(|entry| entry.verb == "places.neighbour_learned"), "the pack's outlines are no news");
    let file = collection(&[square(RABAT, 34.0, -6.86)]);
    let rabat = platform::Scope::system(RABAT);
    town.app.store().write(rabat, move |tx| crate::import_boundaries(tx, &file).map(|_| ())).await.unwrap();
    let there = Point::new(34.005, -6.855).unwrap();
    assert_eq!(town.reads(move |rx| crate::find(rx, there)).await, Found::Elsewhere { commune: None });
    town.drain().await;
    assert_eq!(town.reads(move |rx| crate::find(rx, there)).await, Found::Elsewhere { commune: Some(RABAT.into()) });
    let marrakech = collection(&[square(RABAT, 31.6, -8.0)]);
    let rabat = platform::Scope::system(RABAT);
    town.app.store().write(rabat, move |tx| crate::import_boundaries(tx, &marrakech).map(|_| ())).await.unwrap();
    town.drain().await;
    let far = Point::new(31.605, -7.995).unwrap();
    let found = town.reads(move |rx| crate::find(rx, far)).await;
    assert_eq!(found, Found::Elsewhere { commune: None }, "a commune far away is no neighbour");
}

#[tokio::test]
async fn imported_boundaries_answer_at_once() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let at_sea = Point::new(34.105, -6.895).unwrap();
    assert_eq!(town.reads(move |rx| crate::find(rx, at_sea)).await, Found::Elsewhere { commune: None });
    let file = collection(&[square(TABRIQUET, 34.1, -6.9), square(RABAT, 34.1, -6.95)]);
    let path = "/fr/admin/places/boundaries";
    clerk.post_file(path, &[], "file", "b.geojson", file.as_bytes()).await.redirects_to("/fr/admin/places");
    assert_eq!(town.reads(move |rx| crate::find(rx, at_sea)).await, Found::Inside { arrondissement: Some(TABRIQUET.into()) });
    let rabat = Point::new(34.105, -6.945).unwrap();
    assert_eq!(town.reads(move |rx| crate::find(rx, rabat)).await, Found::Elsewhere { commune: Some(RABAT.into()) });
    clerk.post_file(path, &[], "file", "b.geojson", b"{}").await.is(422).shows("pas du GeoJSON");
    clerk.post(path, &[]).await.is(422).shows("Choisissez un fichier.");
    let unknown = square("99.999", 34.1, -6.9);
    clerk.post_file(path, &[], "file", "b.geojson", unknown.as_bytes()).await.is(422).shows("99.999");
}

#[tokio::test]
async fn an_import_that_is_undone_leaves_no_trace() {
    let town = town().await;
    let at_sea = Point::new(34.105, -6.895).unwrap();
    let file = collection(&[square(TABRIQUET, 34.1, -6.9)]);
    let undone = town
        .tries(move |tx| {
            crate::import_boundaries(tx, &file)?;
            assert!(matches!(crate::find(tx, at_sea)?, Found::Inside { .. }), "inside the action it is there");
            Err::<(), _>(platform::Problem::NotFound)
        })
        .await;
    assert!(undone.is_err());
    assert_eq!(town.reads(move |rx| crate::find(rx, at_sea)).await, Found::Elsewhere { commune: None });
}

#[tokio::test]
async fn a_quarter_is_added_and_finds_its_arrondissement() {
    let town = town().await;
    let clerk = town.clerk("administrator").await;
    let fields = [("name_ar", "حومة"), ("name_fr", "Houma & co"), ("lat", "34,0389"), ("lon", "-6.8225")];
    clerk.post("/fr/admin/places/quarters", &fields).await.redirects_to("/fr/admin/places");
    let added = town.reads(crate::quarters).await.into_iter().find(|quarter| quarter.name.fr == "Houma & co").unwrap();
    assert_eq!(added.arrondissement.as_deref(), Some("04.441.01.03"));
    let path = format!("/fr/admin/places/quarters/{}", added.id);
    clerk.get(&path).await.ok().shows("Houma &amp; co").shows("34.0389");
    let renamed = [("name_ar", "حومة"), ("name_fr", "Houma"), ("arrondissement", TABRIQUET)];
    clerk.post(&path, &renamed).await.redirects_to("/fr/admin/places");
    let stored = town.reads(move |rx| crate::quarter(rx, &added.id)).await;
    assert_eq!((stored.name.fr.as_str(), stored.arrondissement.as_deref(), stored.point), ("Houma", Some(TABRIQUET), None));
    let outside = [("name_ar", "حومة"), ("name_fr", "Houma"), ("lat", "34.02"), ("lon", "-6.85")];
    clerk.post(&path, &outside).await.is(422).shows("hors de la commune");
    clerk.post(&path, &[("name_ar", "حومة"), ("name_fr", "Houma"), ("lat", "34.02")]).await.is(422).shows("deux coordonnées");
    let wrong = [("name_ar", "حومة"), ("name_fr", "Houma"), ("arrondissement", "04.421.01.01")];
    clerk.post(&path, &wrong).await.is(422).shows("pas le nôtre");
    clerk.get("/fr/admin/places/quarters/nowhere").await.is(404);
}

#[tokio::test]
async fn the_map_and_the_drawing_show_every_area() {
    let town = town().await;
    let reply = town.visitor().get("/data/areas.geojson").await.ok();
    assert_eq!(reply.headers["content-type"], "application/geo+json");
    assert_eq!(reply.headers["cache-control"], "public, max-age=3600");
    let features = reply.json()["features"].as_array().unwrap().clone();
    assert_eq!(features.len(), 6);
    assert!(features.iter().all(|feature| feature["geometry"]["type"] == "Polygon"));
    let outline = town.reads(|rx| crate::outline(rx, 400, 300)).await;
    assert_eq!(outline.areas.len(), 6);
    let (x, y) = outline.view.project(medina());
    assert!((0.0..=400.0).contains(&x) && (0.0..=300.0).contains(&y), "{x} {y}");
    let (east, _) = outline.view.project(Point::new(34.0389, -6.75).unwrap());
    let (_, south) = outline.view.project(Point::new(33.98, -6.8225).unwrap());
    assert!(east > x && south > y);
    let length: usize = outline.areas.iter().map(|area| area.path.len()).sum();
    assert!(length < 12_000, "{length} bytes of drawing on one page");
    assert!(outline.areas.iter().all(|area| area.path.starts_with('M') && area.path.ends_with('Z')));
}

#[tokio::test]
async fn a_commune_without_boundaries_has_an_empty_drawing() {
    let town = town().await;
    let rabat = platform::Scope::system(RABAT);
    let outline = town.app.store().read(rabat, |rx| crate::outline(rx, 400, 300)).await.unwrap();
    assert!(outline.areas.is_empty());
    assert!(outline.view.project(medina()).0.is_finite());
    town.visitor().get("/c/rabat/data/areas.geojson").await.ok().shows("null");
}

#[tokio::test]
async fn open_data_pages_through_every_quarter() {
    let town = town().await;
    let module = crate::module();
    for dataset in module.declared_datasets() {
        let rows = dataset.rows;
        let all = town.reads(move |rx| rows(rx, "", 1_000)).await;
        assert!(all.iter().all(|row| row.len() == dataset.columns.len()), "{}", dataset.id);
        let first = town.reads(move |rx| rows(rx, "", 4)).await;
        let after = first[3][0].as_str().unwrap().to_owned();
        let rest = town.reads(move |rx| rows(rx, &after, 1_000)).await;
        assert_eq!([first, rest].concat(), all, "{}", dataset.id);
    }
}

#[tokio::test]
async fn only_who_may_edit_places_does() {
    let town = town().await;
    town.visitor().post("/fr/admin/places/quarters", &[]).await.is(401);
    town.clerk("agent").await.get("/fr/admin/places").await.is(403);
    town.clerk("administrator").await.get("/ar/admin/places?area=none").await.ok().shows("بدون مقاطعة");
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = town().await;
    assert_eq!(check_module(&town.app, &crate::module()), Vec::<String>::new());
}
