//! The doors of programs: the same questions, limits and receipts as on the pages.

use super::{PDF, state, town};
use platform::json::{Value, json};
use platform::{Json, access};
use testing::{Reply, Town, Visitor};

const JSON: &str = "application/json";

fn answers() -> Value {
    json!({
        "nature": "front", "description": "صباغة الواجهة", "starts": "2026-12-01", "scaffold": false, "owner": "tenant", "as": "person",
        "applicant": { "name": "ليلى بنعيسى", "card": "AB123456" }, "contact_how": "sms", "contact_phone": "0612345678",
        "place": { "quarter": "tabriquet" }, "place_words": "زنقة 12",
    })
}

async fn post(visitor: &Visitor, path: &str, body: &Value) -> Reply {
    visitor.post_raw(path, JSON, body.to_string().as_bytes()).await
}

fn text(value: &Json) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

/// A draft of the repair permit with every answer.
async fn answered(visitor: &Visitor) -> String {
    let begun = post(visitor, "/api/procedures/repair-permit/drafts", &json!({})).await.ok().json();
    let code = text(&begun["code"]);
    post(visitor, &format!("/api/drafts/{code}/answers"), &answers()).await.ok();
    code
}

async fn give(visitor: &Visitor, code: &str, piece: &str) {
    let size = PDF.len().to_string();
    let begun = visitor.post(&format!("/drafts/{code}/uploads"), &[("piece", piece), ("size", &size)]).await.ok().json();
    let sent = visitor.post_file(&text(&begun["url"]), &[("at", "0"), ("name", "x.pdf")], "part", "part", PDF).await;
    assert_eq!(sent.ok().json()["done"], json!(true));
}

#[tokio::test]
async fn the_catalogue_is_searched_as_people_spell_and_a_procedure_is_told_with_its_form() {
    let town = town().await;
    let visitor = town.visitor();
    let all = visitor.get("/api/procedures").await.ok().json();
    assert!(all["count"].as_u64().unwrap() > 30);
    let first = |found: &Value| text(&found["procedures"][0]["id"]);
    for words in ["رخصة+الاصلاح", "permi+de+refection", "rokhsat+islah"] {
        assert_eq!(first(&visitor.get(&format!("/api/procedures?q={words}")).await.ok().json()), "repair-permit", "{words}");
    }
    let one = visitor.get("/api/procedures/repair-permit").await.ok().json();
    let fields: Vec<&Value> =
        one["form"].as_array().unwrap().iter().flat_map(|page| page["fields"].as_array().unwrap()).collect();
    let field = |name: &str| *fields.iter().find(|field| field["name"] == name).unwrap_or_else(|| panic!("{name}"));
    assert!(field("nature")["options"].as_array().unwrap().len() > 1);
    assert_eq!(field("applicant")["parts"], json!(["name", "card", "birth"]));
    assert!(fields.iter().any(|field| field["show_if"].is_object()), "conditions are data");
    visitor.get("/api/procedures/nothing").await.is(404);
}

#[tokio::test]
async fn a_request_is_filed_by_a_program_as_on_the_pages() {
    let town = town().await;
    let visitor = town.visitor();
    let code = answered(&visitor).await;
    let draft = visitor.get(&format!("/api/drafts/{code}")).await.ok().json();
    assert_eq!((&draft["ready"], &draft["total"], &draft["wrong"]), (&json!(true), &json!(20_000), &json!([])));
    assert_eq!(draft["lacking"], json!(["lease", "consent"]));
    assert_eq!(draft["answers"]["applicant"]["card"], json!("AB123456"));
    for piece in ["lease", "consent"] {
        give(&visitor, &code, piece).await;
    }
    let filed = post(&visitor, &format!("/api/drafts/{code}/filing"), &json!({ "total": 20_000 })).await.ok().json();
    let receipt = visitor.get(&text(&filed["receipt"])).await.ok().json();
    let key = town.reads(|rx| rx.keys().public_key(&rx.tenant())).await;
    let told = crate::verify(receipt["sealed"].as_str().unwrap(), &key).unwrap();
    assert!(told.complete && receipt["complete"] == json!(true) && receipt["lacking"] == json!([]));
    assert_eq!(Some(text(&receipt["due"]["at"])[..10].to_owned()), told.due);
    let status = visitor.get(&text(&filed["status"])).await.ok().json();
    assert_eq!((&status["state"], &status["waits_for_you"]), (&json!("filed"), &json!(false)));
    assert_eq!(status["dues"][0]["amount"], json!(20_000));
    visitor.get(&text(&filed["status"]).replace("k=", "k=0")).await.is(404);
    let case = text(&filed["code"]);
    let channel = town.reads(move |rx| Ok(cases::by_code(rx, &case)?.channel)).await;
    assert_eq!(channel, cases::Channel::Api);
}

#[tokio::test]
async fn one_key_is_one_draft_and_one_case_for_ever() {
    let town = town().await;
    let visitor = town.visitor().saying("Idempotency-Key", "5f0c2a9e-5f0b-4a53-9df4-3b8f8a1f6f10");
    let code = answered(&visitor).await;
    assert_eq!(answered(&visitor).await, code);
    assert_ne!(answered(&town.visitor()).await, code);
    post(&visitor, "/api/procedures/pest-control/drafts", &json!({})).await.is(409);
    let address = format!("/api/drafts/{code}/filing");
    let filed = post(&visitor, &address, &json!({})).await.ok().json();
    assert_eq!(filed["again"], json!(false));
    post(&visitor, &format!("/api/drafts/{code}/answers"), &answers()).await.is(409);
    // The draft is forgotten after a month; its code and its key are not.
    town.clock.advance_secs(40 * 86_400);
    town.app.drain().await.unwrap();
    let again = post(&visitor, &address, &json!({})).await.ok().json();
    assert_eq!((&again["code"], &again["again"]), (&filed["code"], &json!(true)));
    let begun = post(&visitor, "/api/procedures/repair-permit/drafts", &json!({})).await.ok().json();
    assert_eq!((&begun["code"], &begun["filed"]["code"]), (&json!(code), &filed["code"]));
    let wrong = town.visitor().saying("Idempotency-Key", "1");
    post(&wrong, "/api/procedures/repair-permit/drafts", &json!({})).await.is(422);
}

#[tokio::test]
async fn what_is_wrong_is_told_as_a_sentence_a_field_and_a_code() {
    let town = town().await;
    let visitor = town.visitor().saying("Accept-Language", "fr");
    let code = answered(&visitor).await;
    let address = format!("/api/drafts/{code}/answers");
    let unknown = post(&visitor, &address, &json!({ "nature": "front", "moon": 1, "applicant": "x" })).await.is(422).json();
    let faults: Vec<(String, String)> =
        unknown["errors"].as_array().unwrap().iter().map(|fault| (text(&fault["field"]), text(&fault["code"]))).collect();
    let pair = |field: &str, code: &str| (field.to_owned(), code.to_owned());
    assert_eq!(faults, [pair("applicant", "requests-shape-wrong"), pair("moon", "requests-field-unknown")]);
    let kept = post(&visitor, &address, &json!({ "starts": "hier" })).await.ok().json();
    assert_eq!((&kept["wrong"][0]["field"], &kept["wrong"][0]["code"]), (&json!("starts"), &json!("procedures-not-a-date")));
    assert_eq!((&kept["answers"]["starts"], &kept["ready"]), (&json!("hier"), &json!(false)));
    let refused = post(&visitor, &format!("/api/drafts/{code}/filing"), &json!({})).await.is(422);
    assert_eq!(refused.headers["content-type"], "application/problem+json");
    let refused = refused.json();
    assert_eq!(
        (&refused["errors"][0]["field"], &refused["errors"][0]["code"]),
        (&json!("starts"), &json!("procedures-not-a-date"))
    );
    visitor.post_raw(&address, "text/plain", b"{\"nature\":\"front\"}").await.is(415);
    visitor.post_raw(&address, JSON, b"{").await.is(400);
    visitor.post_raw(&address, JSON, b"[1]").await.is(400);
    post(&visitor, "/api/drafts/0000-0000-0000/answers", &answers()).await.is(404);
}

#[tokio::test]
async fn a_paper_that_the_commune_gets_itself_is_refused_with_the_article() {
    let town = town().await;
    let visitor = town.visitor();
    let code = answered(&visitor).await;
    let own = town
        .reads(|rx| {
            let procedure = procedures::procedure(rx, "repair-permit")?;
            Ok(procedure.service.pieces.iter().find(|piece| !piece.is_asked()).map(|piece| piece.id.clone()))
        })
        .await
        .unwrap();
    let refused = visitor.post(&format!("/drafts/{code}/uploads"), &[("piece", &own), ("size", "10")]).await.is(422).json();
    assert_eq!(refused["errors"][0]["basis"], json!({ "law": "55-19", "article": "7" }));
}

#[tokio::test]
async fn a_file_is_taken_out_again_and_what_lacks_comes_after_filing() {
    let town = town().await;
    let visitor = town.visitor();
    let code = answered(&visitor).await;
    give(&visitor, &code, "lease").await;
    let draft = visitor.get(&format!("/api/drafts/{code}")).await.ok().json();
    let file = text(&draft["pieces"][0]["files"][0]["id"]);
    let left = post(&visitor, &format!("/api/drafts/{code}/files/{file}/remove"), &json!({})).await.ok().json();
    assert_eq!(left["lacking"], json!(["lease", "consent"]));
    let filed = post(&visitor, &format!("/api/drafts/{code}/filing"), &json!({})).await.ok().json();
    let (case, key) = (text(&filed["code"]), text(&filed["key"]));
    assert_eq!(state(&town, case.clone()).await, "incomplete");
    let status = visitor.get(&text(&filed["status"])).await.ok().json();
    assert_eq!((&status["waits_for_you"], status["lacking"].as_array().unwrap().len()), (&json!(true), 2));
    let pieces = format!("/api/requests/{case}/pieces?k={key}");
    visitor.post_file(&pieces, &[], "piece-lease", "x.exe", b"MZ").await.is(422);
    visitor.post_file(&pieces, &[], "piece-lease", "x.pdf", PDF).await.ok();
    let done = visitor.post_file(&pieces, &[], "piece-consent", "x.pdf", PDF).await.ok().json();
    assert_eq!((&done["state"], &done["lacking"]), (&json!("filed"), &json!([])));
    visitor.post_file(&pieces, &[], "piece-consent", "x.pdf", PDF).await.is(422);
}

#[tokio::test]
async fn the_pin_of_the_receipt_opens_the_case_and_guessing_ends() {
    let town = town().await;
    let visitor = town.visitor();
    let code = answered(&visitor).await;
    let filed = post(&visitor, &format!("/api/drafts/{code}/filing"), &json!({})).await.ok().json();
    let receipt = visitor.get(&text(&filed["receipt"])).await.ok().json();
    let address = format!("/api/requests/{}/key", text(&filed["code"]));
    let opened = post(&visitor, &address, &json!({ "pin": receipt["pin"] })).await.ok().json();
    assert_eq!(opened["key"], filed["key"]);
    let wrong = if receipt["pin"] == "000000" { "000001" } else { "000000" };
    let mut last = 0;
    for _ in 0..40 {
        last = post(&visitor, &address, &json!({ "pin": wrong })).await.status.as_u16();
    }
    assert_eq!(last, 429);
}

#[tokio::test]
async fn visitors_have_the_limit_of_the_pages_and_a_programs_key_has_not() {
    let town = Town::configured(super::modules(), |config| config.limits.deposits_per_hour = 2).await;
    town.does(|tx| {
        access::add_key(tx, "partner-secret", "partner", "api_client")?;
        access::add_key(tx, "other-secret", "no role for this", "councillor").map(|_| ())
    })
    .await;
    let begin = |visitor: Visitor| async move { post(&visitor, "/api/procedures/repair-permit/drafts", &json!({})).await };
    begin(town.visitor()).await.ok();
    begin(town.visitor()).await.ok();
    let busy = begin(town.visitor()).await.is(429);
    assert!(busy.headers.contains_key("retry-after"));
    begin(town.visitor().saying("Authorization", "Bearer partner-secret")).await.ok();
    begin(town.visitor().saying("Authorization", "Bearer other-secret")).await.is(403);
    begin(town.visitor().saying("Authorization", "Bearer nonsense")).await.is(401);
}
