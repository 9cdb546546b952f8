//! Rules first, then the objects in a running town.

mod numbers;

use crate::model::{AssetState, NewAsset};
use crate::{reading, rules};
use kernel::Point;
use testing::{Town, check_module};

#[test]
fn a_number_is_the_same_however_it_is_typed() {
    for typed in ["TAB-0412", "tab 412", "TAB٠٤١٢", "  tab-00412 ", "TAB/412", "\u{200f}TAB-412"] {
        assert_eq!(rules::fold_number(typed), "TAB412", "{typed}");
    }
    assert_eq!(rules::fold_number("A0B00"), "AB");
    assert_eq!(rules::fold_number("10020"), "10020");
    assert_eq!(rules::fold_number("—"), "");
}

#[test]
fn a_slip_of_the_thumb_is_near_and_another_number_is_not() {
    assert_eq!(rules::nearness("412", "TAB412"), Some(0));
    assert_eq!(rules::nearness("TAB413", "TAB412"), Some(1));
    assert_eq!(rules::nearness("TBA412", "TAB412"), Some(2));
    assert_eq!(rules::nearness("TAB999", "TAB412"), None);
    assert_eq!(rules::nearness("", "TAB412"), None);
    assert_eq!(rules::nearness("12", "34"), None);
}

#[test]
fn every_fault_of_a_file_is_named_by_its_line() {
    let csv = "\u{feff}Numéro;lat;lon;Quartier;etat\nTAB-1;34,04;-6,80;Tabriquet;\nTAB-01;34.04;-6.80;;\n;34;-6;;\nTAB-3;91;0;;\nTAB-4;;;;lost\n";
    let table = reading::read(csv.as_bytes()).unwrap();
    assert_eq!((table.rows.len(), table.rows[0].quarter.as_str()), (1, "Tabriquet"));
    assert_eq!(table.rows[0].point, Point::new(34.04, -6.80));
    let faults: Vec<(usize, &str)> = table.faults.iter().map(|fault| (fault.line, fault.refusal.key.as_str())).collect();
    assert_eq!(
        faults,
        [(3, "assets-number-twice"), (4, "assets-number-wrong"), (5, "assets-point-wrong"), (6, "assets-state-wrong")]
    );
}

#[test]
fn geojson_brings_the_same_as_csv() {
    let text = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":412,"rue":"Av. Mohammed V"},"geometry":{"type":"Point","coordinates":[-6.8,34.04]}}]}"#;
    let table = reading::read(text.as_bytes()).unwrap();
    let row = &table.rows[0];
    assert_eq!((row.number.as_str(), row.street.as_str(), row.point), ("412", "Av. Mohammed V", Point::new(34.04, -6.8)));
    for (wrong, key) in [
        (&b"{}"[..], "assets-file-unreadable"),
        (b"", "assets-file-no-number"),
        (b"number\n", "assets-file-empty"),
        (b"\xff", "assets-file-not-utf8"),
    ] {
        assert_eq!(reading::read(wrong).unwrap_err().code(), key);
    }
}

async fn town() -> Town {
    Town::with([places::module(), crate::module()]).await
}

fn lamp(number: &str) -> NewAsset {
    let (number, quarter, street, note) = (number.into(), "Tabriquet".into(), "Av. Mohammed V".into(), String::new());
    NewAsset {
        line: 2,
        number,
        point: Point::new(34.0389, -6.8225),
        quarter,
        street,
        state: AssetState::InPlace,
        installed_on: None,
        note,
    }
}

#[tokio::test]
async fn a_lamp_is_found_by_its_number_and_by_one_nearly_like_it() {
    let town = town().await;
    let imported = town.does(|tx| crate::import(tx, "lamp", &[lamp("TAB-0412"), lamp("TAB-0413")])).await;
    assert_eq!((imported.added, imported.changed), (2, 0));
    let again = town.does(|tx| crate::import(tx, "lamp", &[lamp("tab 412"), lamp("TAB-0413")])).await;
    assert_eq!((again.added, again.changed, again.same), (0, 1, 1));
    let found = town.reads(|rx| crate::by_number(rx, Some("lamp"), "٤١٣")).await;
    assert_eq!(found, None, "the letters belong to the number");
    let near = town.reads(|rx| crate::nearest_numbers(rx, None, "٤١٣")).await;
    assert_eq!(near.iter().map(|asset| asset.number.as_str()).collect::<Vec<_>>(), ["TAB-0413"]);
    let found = town.reads(|rx| crate::by_number(rx, None, "Tab ٤١٣")).await.unwrap();
    assert_eq!((found.number.as_str(), found.area.as_deref()), ("TAB-0413", Some("04.441.01.03")));
    assert_eq!(town.reads(|rx| crate::by_number(rx, Some("bin"), "TAB413")).await, None);
    assert_eq!(town.tries(|tx| crate::import(tx, "rocket", &[])).await.unwrap_err().code(), "assets-kind-unknown");
}

#[tokio::test]
async fn a_machine_asks_where_a_number_is() {
    let town = town().await;
    town.does(|tx| crate::import(tx, "lamp", &[lamp("TAB-0412")])).await;
    let told = town.visitor().get("/assets/lookup.json?number=tab412&kind=lamp").await.ok().json();
    assert_eq!((told["lat"].as_f64(), told["number"].as_str()), (Some(34.0389), Some("TAB-0412")));
    assert!(told["text"].as_str().unwrap().contains("Av. Mohammed V"));
    town.visitor().get("/assets/lookup.json?number=TAB-9").await.is(404);
    town.visitor().get("/assets/lookup.json").await.is(404);
    town.visitor().get("/c/rabat/assets/lookup.json?number=TAB412").await.is(404);
}

#[tokio::test]
async fn a_clerk_imports_a_file_after_looking_at_it() {
    let town = town().await;
    let clerk = town.clerk("agent").await;
    clerk.get("/fr/admin/assets").await.ok().shows("Aucun équipement ici");
    let csv = "number,lat,lon\nTAB-1,34.0389,-6.8225\nTAB-2,34.02,-6.85\nTAB-3,x,y\n";
    let page = clerk.post_file("/fr/admin/assets/import", &[("kind", "lamp")], "file", "l.csv", csv.as_bytes()).await.ok();
    let page = page.shows("Importer ces").shows("Un point est hors").text();
    assert_eq!(town.reads(|rx| crate::by_number(rx, None, "TAB-1")).await, None, "looking stores nothing");
    let token = page.split("name=\"token\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let fields = [("kind", "lamp"), ("token", token)];
    clerk.post("/fr/admin/assets/import/confirm", &fields).await.redirects_to("/fr/admin/assets?kind=lamp");
    clerk.get("/fr/admin/assets?words=tab-2").await.ok().shows("TAB-2").shows_not("TAB-1");
    clerk.post("/fr/admin/assets/import/confirm", &[("kind", "lamp"), ("token", "aa.bb")]).await.is(422);
    clerk.post("/fr/admin/assets/import", &[("kind", "lamp")]).await.is(422).shows("Choisissez de nouveau");
    town.clerk("counter_clerk").await.get("/fr/admin/assets/import").await.is(403);
    town.visitor().get("/fr/admin/assets").await.is(303);
}

#[tokio::test]
async fn a_label_opens_the_page_of_its_lamp() {
    let town = town().await;
    town.does(|tx| crate::import(tx, "lamp", &[lamp("TAB-0412")])).await;
    let id = town.reads(|rx| crate::by_number(rx, None, "TAB412")).await.unwrap().id;
    let clerk = town.clerk("agent").await;
    clerk.get("/admin/assets/labels.svg").await.ok().shows("TAB-0412").shows("مشكل هنا").shows("<path d=\"M");
    let sheets = [clerk.get("/en/admin/assets/labels").await.ok(), clerk.get("/ar/admin/assets/labels").await.ok()];
    for sheet in sheets {
        sheet.shows("Salé — Lampadaire").shows("سلا — عمود").shows("مشكل هنا");
    }
    let path = format!("/fr/admin/assets/{id}");
    clerk.get(&path).await.ok().shows("TAB-0412");
    clerk.post(&path, &[("state", "damaged"), ("lat", "34.04"), ("lon", "-6.81"), ("street", "Rue <b>")]).await.is(303);
    town.visitor()
        .get("/fr/a/lamp/tab%20412")
        .await
        .ok()
        .shows("Rue &lt;b&gt;")
        .shows("number?kind=lamp&amp;number=TAB-0412")
        .shows("endommagé ; la commune le sait");
    clerk.post(&path, &[("state", "gone"), ("lat", "x")]).await.is(422).shows("Position incompréhensible");
    clerk.post(&path, &[("state", "in_place"), ("lat", "34.02"), ("lon", "-6.85")]).await.is(422).shows("hors de la commune");
    town.visitor().get("/fr/a/lamp/TAB-9").await.is(404);
    town.visitor().get("/c/rabat/fr/a/lamp/TAB-0412").await.is(404);
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = town().await;
    assert_eq!(check_module(&town.app, &crate::module()), Vec::<String>::new());
}
