//! Filing by program: the rules of the form, photos, and keys that make a repeat harmless.

use super::{program, send, town, waste};
use platform::Json;
use platform::json::json;
use testing::{Reply, Town, Visitor};

const KEY: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789ab";

async fn filing(town: &Town, secret: &'static str) -> Visitor {
    program(town, secret, &["reports.file"], None).await
}

async fn file(town: &Town, secret: &str, key: &str, body: Json) -> Reply {
    let bearer = format!("Bearer {secret}");
    let visitor = town.visitor().saying("Authorization", &bearer).saying("Accept-Language", "fr").saying("Idempotency-Key", key);
    send(&visitor, "/api/v1/reports", body).await
}

fn with(change: impl FnOnce(&mut Json)) -> Json {
    let mut body = waste();
    change(&mut body);
    body
}

fn code(reply: &Json) -> String {
    reply["code"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_report_is_filed_once_under_one_key() {
    let town = town().await;
    filing(&town, "one").await;
    filing(&town, "two").await;
    let first = file(&town, "one", KEY, waste()).await.ok().json();
    assert_eq!((&first["again"], &first["number"], &first["due_on"]), (&json!(false), &json!(1), &json!("2027-01-23")));
    assert!(first["receipt_url"].as_str().unwrap().contains("/fr/report/receipt/SAL-"));
    let again = file(&town, "one", KEY, waste()).await.ok().json();
    assert_eq!((code(&again), &again["again"], &again["similar"]), (code(&first), &json!(true), &json!([])));
    file(&town, "one", KEY, with(|body| body["words"] = json!("شيء آخر تماما"))).await.is(409).shows("platform-key-reused");
    // Another program that chose the same key is told nothing of this report.
    let other = file(&town, "two", KEY, waste()).await.ok().json();
    assert_ne!(code(&other), code(&first));
    let path = first["receipt_url"].as_str().unwrap().split_once("/fr/").unwrap().1.to_owned();
    town.visitor().get(&format!("/fr/{path}")).await.ok().shows(&code(&first));
}

#[tokio::test]
async fn what_the_form_would_refuse_is_refused_at_its_field() {
    let town = town().await;
    filing(&town, "one").await;
    let table: Vec<(Json, u16, &str)> = vec![
        (with(|body| body["category"] = json!("nothing")), 422, "integrations-category-unknown"),
        (with(|body| body["category"] = json!("corruption")), 422, "integrations-category-unknown"),
        (with(|body| body["words"] = json!(" ")), 422, "procedures-needed"),
        (with(|body| body["words"] = json!("x".repeat(2_001))), 422, "procedures-too-long"),
        (with(|body| body["place"] = json!({})), 422, "reports-place-needed"),
        (with(|body| body["place"] = json!({ "lat": 34.05 })), 422, "reports-point-wrong"),
        (with(|body| body["place"] = json!({ "lat": 340.0, "lon": -6.79 })), 422, "reports-point-wrong"),
        (with(|body| body["place"] = json!({ "lat": 33.97, "lon": -6.85 })), 422, "integrations-elsewhere"),
        (with(|body| body["place"] = json!({ "object": "XX-99999" })), 422, "reports-number-unknown"),
        (with(|body| body["contact"] = json!({ "phone": "12" })), 422, "procedures-not-a-phone"),
        (with(|body| body["answers"] = json!({ "since": "never" })), 422, "procedures-not-offered"),
        (with(|body| body["answers"] = json!({ "nothing": "x" })), 422, "integrations-answer-unknown"),
        (with(|body| body["answers"] = json!({ "contact_phone": "0611111111" })), 422, "integrations-answer-unknown"),
        (with(|body| body["answers"] = json!({ "since": { "a": 1 } })), 422, "integrations-answer-unknown"),
        (with(|body| body["photos"] = json!(["forged~x~~y"])), 422, "integrations-photo-unknown"),
        (with(|body| body["colour"] = json!("red")), 400, "platform-json-unreadable"),
        (json!([1, 2]), 400, "platform-json-unreadable"),
    ];
    for (body, status, key) in table {
        file(&town, "one", KEY, body.clone()).await.is(status).shows(key);
    }
    file(&town, "one", "not a uuid", waste()).await.is(422).shows("platform-not-an-id");
    let without = town.visitor().saying("Authorization", "Bearer one");
    send(&without, "/api/v1/reports", waste()).await.is(422).shows("integrations-key-needed");
    without.post("/api/v1/reports", &[("category", "uncollected-waste")]).await.is(415);
    // None of these took the key.
    file(&town, "one", KEY, with(|body| body["answers"] = json!({ "since": "days" }))).await.ok();
}

#[tokio::test]
async fn a_photo_comes_before_its_report() {
    let town = town().await;
    let visitor = filing(&town, "one").await;
    let mut picture = Vec::new();
    image::DynamicImage::new_rgb8(16, 16).write_to(&mut std::io::Cursor::new(&mut picture), image::ImageFormat::Png).unwrap();
    visitor.post_file("/api/v1/reports/photos", &[], "photo", "x.png", b"no picture").await.is(415);
    visitor.post("/api/v1/reports/photos", &[]).await.is(422).shows("integrations-photo-missing");
    let kept = visitor.post_file("/api/v1/reports/photos", &[], "photo", "x.png", &picture).await.ok().json();
    let token = kept["token"].as_str().unwrap().to_owned();
    let first = file(&town, "one", KEY, with(|body| body["photos"] = json!([token]))).await.ok().json();
    let asked = code(&first);
    let files = town
        .reads(move |rx| {
            let case = cases::by_code(rx, &asked)?;
            cases::files::of(rx, &case.id)
        })
        .await;
    assert_eq!((files.len(), files[0].kind.as_str()), (1, "image/jpeg"), "made anew");
}

#[tokio::test]
async fn a_program_that_only_sends_photos_is_slowed_down_as_on_the_form() {
    let town = town().await;
    let visitor = filing(&town, "one").await;
    let mut picture = Vec::new();
    image::DynamicImage::new_rgb8(16, 16).write_to(&mut std::io::Cursor::new(&mut picture), image::ImageFormat::Png).unwrap();
    let send_one = || visitor.post_file("/api/v1/reports/photos", &[], "photo", "x.png", &picture);
    let mut tokens = Vec::new();
    for _ in 0..40 {
        tokens.push(send_one().await.ok().json()["token"].clone());
    }
    assert_eq!(send_one().await.is(429).headers["retry-after"], "3600");
    filing(&town, "two").await.post_file("/api/v1/reports/photos", &[], "photo", "x.png", &picture).await.ok();
    file(&town, "one", KEY, with(|body| body["photos"] = json!([tokens[0]]))).await.ok();
    send_one().await.ok();
}

#[tokio::test]
async fn a_neighbour_of_the_report_is_named_and_many_by_one_program_are_no_flood() {
    let town = town().await;
    filing(&town, "one").await;
    let first = file(&town, "one", KEY, waste()).await.ok().json();
    let asked = code(&first);
    town.does(move |tx| {
        let mut case = cases::by_code(tx, &asked)?;
        cases::publish(tx, &mut case, "نفايات", None)
    })
    .await;
    let other = "01936f2a-7a3b-7c4d-8e5f-0123456789ac";
    let second = file(&town, "one", other, with(|body| body["words"] = json!("نفايات كثيرة هنا"))).await.ok().json();
    assert_eq!(second["similar"], json!([code(&first)]));
    for number in 0..30 {
        let key = format!("01936f2a-7a3b-7c4d-8e5f-{number:012}");
        file(&town, "one", &key, with(|body| body["words"] = json!(format!("مشكل رقم {number}")))).await.ok();
    }
    let quarantined = "SELECT COUNT(*) AS n FROM platform_journal WHERE tenant = $1 AND verb = 'reports.quarantined'";
    assert_eq!(town.reads(move |rx| rx.count(quarantined, platform::args![rx.tenant()])).await, 0);
}
