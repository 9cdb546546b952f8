//! What anyone may download, and what a spreadsheet, a map and a harvester make of it.

use crate::formats::Form;
use platform::json::json;
use platform::{Dataset, Json, Module};
use testing::Town;

const PLACES: Dataset = Dataset {
    id: "trees",
    title: "open_data-title",
    description: "open_data-lead",
    columns: &[
        ("id", "open_data-column"),
        ("name", "open_data-column"),
        ("lat", "open_data-column"),
        ("lon", "open_data-column"),
    ],
    point: Some(("lat", "lon")),
    rows: |_, after, limit| {
        let first = after.parse::<i64>().map_or(0, |last| last + 1);
        Ok((first..4_500)
            .take(limit as usize)
            .map(|id| vec![json!(id.to_string()), json!("x"), json!(34.0), json!(-6.8)])
            .collect())
    },
};

fn modules() -> Vec<Module> {
    vec![calendar::module(), places::module(), units::module(), Module::new("forest").dataset(PLACES), crate::module()]
}

#[test]
fn csv_survives_commas_quotes_and_lines() {
    let rows = vec![vec![json!("1"), json!("a \"b\", c\nd"), Json::Null, json!(-6.8)]];
    let text = Form::Csv.head(&PLACES, &Json::Null) + &Form::Csv.rows(&PLACES, &rows, true);
    assert_eq!(text, "id,name,lat,lon\r\n1,\"a \"\"b\"\", c\nd\",,-6.8\r\n");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let read: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!((read.len(), &read[0][1], &read[0][2]), (1, "a \"b\", c\nd", ""));
}

#[test]
fn a_spreadsheet_gets_words_and_no_formulas() {
    let row = vec![json!("=HYPERLINK(\"http://x\")"), json!("-6"), json!(-6.8), json!("سلا")];
    let told = |form: Form| form.rows(&PLACES, std::slice::from_ref(&row), true);
    assert_eq!(told(Form::Csv), "\"=HYPERLINK(\"\"http://x\"\")\",-6,-6.8,سلا\r\n", "programs get what was written");
    assert_eq!(told(Form::Sheet), "\"'=HYPERLINK(\"\"http://x\"\")\",'-6,-6.8,سلا\r\n");
}

#[test]
fn a_row_without_a_place_has_no_geometry() {
    let rows = vec![vec![json!("1"), json!("a"), json!(34.0), json!(-6.8)], vec![json!("2"), json!("b"), Json::Null, Json::Null]];
    let form = Form::GeoJson;
    let text = form.head(&PLACES, &Json::Null) + &form.rows(&PLACES, &rows, true) + form.tail();
    let told: Json = platform::json::from_str(&text).unwrap();
    assert_eq!(told["features"][0]["geometry"]["coordinates"], json!([-6.8, 34.0]));
    assert_eq!(told["features"][0]["properties"], json!({ "id": "1", "name": "a" }));
    assert_eq!(told["features"][1]["geometry"], Json::Null);
    assert_eq!(Form::of(&Dataset { point: None, ..PLACES }), [Form::Csv, Form::Json]);
}

#[tokio::test]
async fn every_dataset_is_listed_described_and_downloaded() {
    let town = Town::with(modules()).await;
    let visitor = town.visitor();
    for lang in ["ar", "fr", "zgh", "en"] {
        visitor.get(&format!("/{lang}/open-data")).await.ok().shows("/data/areas.csv").shows("/data/trees.geojson");
        for id in ["areas", "quarters", "units", "holidays", "trees"] {
            visitor.get(&format!("/{lang}/open-data/{id}")).await.ok().shows(&format!("/data/{id}.json"));
        }
    }
    visitor.get("/data/areas.csv").await.ok().shows("code,kind,parent").shows("تابريكت");
    let told = visitor.get("/data/areas.json").await.ok().json();
    assert_eq!((told["rows"].as_array().unwrap().len(), &told["rows"][0]["kind"]), (6, &json!("commune")));
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn a_long_dataset_comes_whole() {
    let town = Town::with(modules()).await;
    let told = town.visitor().get("/data/trees.json").await.ok().json();
    let rows = told["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[4_499]["id"], &told["id"]), (4_500, &json!("4499"), &json!("trees")));
    assert!(rows.iter().enumerate().all(|(place, row)| row["id"] == json!(place.to_string())), "each once, in order");
    let told = town.visitor().get("/data/trees.geojson").await.ok().json();
    assert_eq!(told["features"].as_array().unwrap().len(), 4_500);
    let csv = String::from_utf8(town.visitor().get("/data/trees.csv").await.ok().bytes).unwrap();
    assert_eq!(csv.lines().count(), 4_501);
    town.visitor().get("/en/open-data/trees").await.ok().shows("More than");
    let marked = town.visitor().get("/data/trees.csv?excel=1").await.ok();
    assert!(marked.bytes.starts_with(b"\xef\xbb\xbfid,"));
    assert!(town.visitor().get("/data/trees.csv").await.ok().bytes.starts_with(b"id,"));
}

#[tokio::test]
async fn what_changed_shows_in_the_next_download() {
    let town = Town::with(modules()).await;
    town.visitor().get("/data/units.csv").await.ok().shows_not("ملحقة جديدة");
    town.does(|tx| {
        let unit = units::all(tx)?.remove(0);
        tx.execute(
            "UPDATE units_units SET name = $1 WHERE tenant = $2 AND id = $3",
            platform::args![
                platform::json::to_string(&kernel::Label::new("ملحقة جديدة", "Nouvelle annexe"))?,
                tx.tenant(),
                unit.id
            ],
        )?;
        tx.record("units.changed", &unit.id, &())
    })
    .await;
    town.visitor().get("/data/units.csv").await.ok().shows("ملحقة جديدة");
}

#[tokio::test]
async fn harvesters_read_the_catalogue() {
    let town = Town::with(modules()).await;
    let told = town.visitor().get("/data/catalog.json").await.ok().json();
    let areas = told["dcat:dataset"].as_array().unwrap().iter().find(|one| one["dct:identifier"] == "areas").unwrap();
    assert!(areas["dct:title"]["fr"].is_string() && areas["dct:title"]["ar"].is_string());
    let address = areas["dcat:distribution"][0]["dcat:downloadURL"].as_str().unwrap();
    assert!(address.ends_with("/data/areas.csv") && address.starts_with("http"));
}

#[tokio::test]
async fn what_is_not_published_is_not_found() {
    let town = Town::with(modules()).await;
    for wrong in ["/data/persons.csv", "/data/areas.exe", "/data/areas", "/data/units.geojson", "/fr/open-data/persons"] {
        town.visitor().get(wrong).await.is(404);
    }
}
