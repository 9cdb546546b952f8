//! One walk through all floors: filed on a phone in Arabic, routed, answered, closed, rated, published, counted.

use super::{BAB_LAMRISSA, MEDINA, case, code, hidden, photos::jpeg, pothole, publish, town};
use kernel::{Phone, Point};
use platform::json::Value;
use testing::Town;

const WORDS: &str = "حفرة كبيرة أمام مدرسة ابن خلدون";

async fn agents(town: &Town) -> (testing::Visitor, testing::Visitor) {
    let other = town
        .reads(|rx| {
            Ok(places::areas(rx)?.into_iter().find(|area| area.parent.is_some() && area.code != BAB_LAMRISSA).unwrap().code)
        })
        .await;
    (town.clerk_in("agent", None, Some(BAB_LAMRISSA)).await, town.clerk_in("agent", None, Some(&other)).await)
}

#[tokio::test]
async fn a_report_from_a_phone_reaches_the_right_arrondissement_and_ends_in_the_dataset() {
    let town = town().await;
    let citizen = town.visitor();
    let page = citizen.get("/ar/report/pothole").await.ok().shows("dir=\"rtl\"").text();
    let key = hidden(&page, "x_key");
    let fields = [
        ("x_key", key.as_str()),
        ("words", WORDS),
        ("lat", MEDINA.0),
        ("lon", MEDINA.1),
        ("publish", "yes"),
        ("contact_phone", "0612345678"),
        ("x_asked", "size after-works"),
    ];
    let receipt = citizen.post_file("/ar/report/pothole", &fields, "photo", "p.jpg", &jpeg(None)).await.sent_to();
    let page = citizen.get(&receipt).await.ok().shows("SAL-").shows("data-forget").text();
    let code = code(&receipt);
    assert!(page.contains(&code));
    let filed = case(&town, &code).await;
    assert_eq!(filed.area.as_deref(), Some(BAB_LAMRISSA));
    let unit = filed.unit.clone();
    assert_eq!(town.reads(move |rx| units::find(rx, &unit)).await.area.as_deref(), Some(BAB_LAMRISSA));

    let (own, neighbour) = agents(&town).await;
    own.get("/ar/desk").await.ok().shows(&code);
    neighbour.get("/ar/desk").await.ok().shows_not(&code);
    let file = format!("/ar/desk/{}", filed.id);
    own.get(&file).await.ok().shows(WORDS);
    neighbour.get(&file).await.is(404);
    town.visitor().get(&format!("/ar/reports/{code}")).await.is(404);

    own.post(&format!("{file}/act"), &[("action", "take")]).await.is(303);
    town.advance_hours(1).await;
    own.post(&format!("{file}/act"), &[("action", "answer"), ("outcome", "done"), ("words", "سدت الحفرة اليوم.")]).await.is(303);
    publish(&town, &code, "حفرة كبيرة أمام المدرسة").await;
    let opened = receipt.replacen("/report/receipt/", "/cases/", 1);
    let key = opened.rsplit_once("k=").unwrap().1.to_owned();
    citizen.post(&format!("/ar/cases/{code}/rate"), &[("k", &key), ("satisfaction", "4"), ("solved", "yes")]).await.is(303);
    town.advance_hours(24 * 16).await;
    assert_eq!(case(&town, &code).await.state, "closed");

    citizen
        .get(&format!("/ar/reports/{code}"))
        .await
        .ok()
        .shows("حفرة كبيرة أمام المدرسة")
        .shows_not("سدت الحفرة")
        .shows_not("ابن خلدون");
    let rows = town.reads(|rx| (crate::datasets::REPORTS.rows)(rx, "", 10)).await;
    assert_eq!((rows.len(), rows[0].len()), (1, crate::datasets::REPORTS.columns.len()));
    let row =
        |name: &str| rows[0][crate::datasets::REPORTS.columns.iter().position(|(column, _)| *column == name).unwrap()].clone();
    assert_eq!(
        (row("code"), row("category_code"), row("state")),
        (Value::from(code.as_str()), Value::from("K08"), Value::from("closed"))
    );
    assert_eq!(
        (row("arrondissement"), row("rating"), row("in_time")),
        (Value::from(BAB_LAMRISSA), Value::from(4), Value::from("yes"))
    );
    assert_eq!((row("received_on"), row("answered_on")), (Value::from("2026-11-24"), Value::from("2026-11-24")));
    let shown = Point::new(row("lat").as_f64().unwrap(), row("lon").as_f64().unwrap()).unwrap();
    assert!(shown.metres_to(Point::parse(MEDINA.0, MEDINA.1).unwrap()) < 6.0);
    assert!(!platform::json::to_string(&rows).unwrap().contains("612345678"));

    citizen.get("/ar/reports/statistics").await.ok().shows("100%").shows("4,0 / 5");
    citizen.get("/reports/statistics.csv").await.ok().shows("category,pothole,1,0,1,,,\n").shows("month,2026-11,1");
}

#[tokio::test]
async fn what_is_sealed_stands_nowhere_in_the_files_of_the_program() {
    let town = town().await;
    let citizen = town.visitor();
    let page = citizen.get("/fr/report/pothole").await.ok().text();
    let key = hidden(&page, "x_key");
    let fields = [
        ("x_key", key.as_str()),
        ("words", "Un trou devant chez Zoubida Znagui"),
        ("lat", MEDINA.0),
        ("lon", MEDINA.1),
        ("contact_phone", "0661234567"),
        ("place_words", "pharmacie Yakoutia"),
        ("contact_name", "Zoubida Znagui"),
    ];
    citizen.post("/fr/report/pothole", &fields).await.is(303);
    town.drain().await;
    let secrets = ["Zoubida", "zoubida", "661234567", "Yakoutia", "yakoutia"];
    let folder = town.app.config().data.clone();
    let mut looked = 0;
    for file in files(&folder) {
        let bytes = std::fs::read(&file).unwrap();
        looked += bytes.len();
        for secret in secrets {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret} in {}", file.display());
        }
    }
    assert!(town.app.config().database.url.is_empty() == (looked > 50_000), "the database file was looked at");
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[tokio::test]
async fn an_object_of_another_commune_does_not_exist_here() {
    let town = town().await;
    let receipt = pothole(&town.visitor(), WORDS).await.sent_to();
    let code = code(&receipt);
    publish(&town, &code, "حفرة").await;
    let visitor = town.visitor();
    visitor.get(&format!("/ar/reports/{code}")).await.ok();
    visitor.get(&format!("/c/rabat/ar/reports/{code}")).await.is(404);
    visitor.get(&format!("/c/rabat{receipt}")).await.is(404);
    visitor.post(&format!("/c/rabat/ar/reports/{code}/follow"), &[]).await.is(404);
    visitor.get("/c/rabat/reports/points.geojson").await.ok().shows_not(&code);
    visitor.get("/c/rabat/reports.atom").await.ok().shows_not(&code);
    let path = receipt.split('?').next().unwrap().to_owned();
    visitor.get(&path).await.is(404);
    visitor.get(&format!("{path}?k=0000000000000000")).await.is(404);
}

#[tokio::test]
async fn a_head_is_told_each_morning_of_what_is_late() {
    let town = town().await;
    let receipt = pothole(&town.visitor(), WORDS).await.sent_to();
    let unit = case(&town, &code(&receipt)).await.unit;
    town.does(move |tx| {
        let new = people::NewPerson {
            name: "Rachid".into(),
            phone: Phone::parse("0661000000"),
            email: None,
            cin: None,
            lang: kernel::Lang::Fr,
            level: people::Level::Counter,
        };
        let head = people::add(tx, new)?;
        let post =
            units::NewPost { unit: unit.clone(), person: head, starts_on: tx.today(), ends_on: None, decision: "n° 1".into() };
        units::appoint(tx, post).map(|_| ())
    })
    .await;
    town.advance_hours(24 * 12).await;
    let sent = town.reads(|rx| platform::store::journal::entries_after(rx, 0, 1_000)).await;
    let digests =
        |entries: &[platform::store::journal::Entry]| entries.iter().filter(|entry| entry.verb == "reports.digest_sent").count();
    let first = digests(&sent);
    assert!(first >= 1, "at eight o'clock a digest leaves");
    town.drain().await;
    let again = town.reads(|rx| platform::store::journal::entries_after(rx, 0, 1_000)).await;
    assert_eq!(digests(&again), first, "one digest a day");
}
