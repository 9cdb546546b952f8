//! Filing: parameters in query or body, every way to write an attribute, a photo, a number, a repeat.

use super::*;
use cases::Publication;
use image::{DynamicImage, ImageFormat};
use kernel::{Id, Lang};
use std::io::Cursor;

async fn answers(town: &Town, code: &str) -> Json {
    let code = code.to_owned();
    town.reads(move |rx| {
        let case = cases::by_code(rx, &code)?;
        Ok(serde_json::to_value(cases::unseal(rx, &case)?)?)
    })
    .await
}

fn photo() -> Vec<u8> {
    let mut out = Vec::new();
    DynamicImage::new_rgb8(40, 30).write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
    out
}

#[tokio::test]
async fn a_request_becomes_a_case_with_a_number_a_date_and_a_contact() {
    let town = town().await;
    let more = [
        ("description", "Un trou\r\nprofond"),
        ("email", "a@b.ma"),
        ("phone", "0612345678"),
        ("first_name", "Amina"),
        ("last_name", "Idrissi"),
    ];
    let reply = town.visitor().post("/open311/v2/requests.json", &form(&more)).await.ok();
    let item = reply.json()[0].clone();
    assert_eq!(item["account_id"], Json::Null);
    assert!(text(&item["service_notice"]).contains("Réponse au plus tard le 23"), "{item}");
    let sealed = answers(&town, &number(&reply)).await;
    assert_eq!(sealed["words"], "Un trou\nprofond");
    assert_eq!(sealed["contact"]["name"], "Amina Idrissi");
    assert_eq!(sealed["contact"]["phone"], "+212612345678");
    let code = number(&reply);
    let case = town.reads(move |rx| cases::by_code(rx, &code)).await;
    assert_eq!((case.channel, case.lang, case.publication), (cases::Channel::Api, Lang::Fr, Publication::Pending));
    assert!(case.point.is_some());
}

#[tokio::test]
async fn the_answer_in_xml_is_the_one_of_the_standard() {
    let town = town().await;
    let reply = town.visitor().post("/open311/v2/requests.xml", &form(&[])).await.ok();
    assert_eq!(reply.headers["content-type"], "text/xml; charset=utf-8");
    let body = reply.text();
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request><service_request_id>SAL-";
    assert!(body.starts_with(head), "{body}");
    assert!(body.ends_with("</service_notice><account_id/></request></service_requests>"), "{body}");
}

#[tokio::test]
async fn every_way_to_write_an_attribute_is_read() {
    let town = town().await;
    let visitor = town.visitor();
    for name in ["attribute[how-many]", "attribute[how-many][]", "attribute[how-many][0]"] {
        let mut fields = form(&[(name, "one")]);
        fields[2] = ("service_code", "street-lamp-out");
        let reply = visitor.post("/open311/v2/requests.json", &fields).await.ok();
        assert_eq!(answers(&town, &number(&reply)).await["answers"]["how-many"], "one", "{name}");
        fields.push((name, "one")); // FixMyStreet repeats the name
        visitor.post("/open311/v2/requests.json", &fields).await.ok();
    }
    let mut fields = form(&[]);
    fields[2] = ("service_code", "street-lamp-out");
    visitor.post("/open311/v2/requests.json", &fields).await.is(400).shows("attribute[how-many]");
    fields.push(("attribute[how-many]", "seven hundred"));
    visitor.post("/open311/v2/requests.json", &fields).await.is(400).shows("attribute[how-many]");
}

#[tokio::test]
async fn a_choice_may_come_by_its_name() {
    let town = town().await;
    let question = town.reads(|rx| Ok(procedures::catalog(rx)?.find("pothole").unwrap().question("size").unwrap().clone())).await;
    let code = filed(&town.visitor(), &[("attribute[size]", &question.options[0].label.ar)]).await;
    assert_eq!(answers(&town, &code).await["answers"]["size"], question.options[0].id.as_str());
}

#[tokio::test]
async fn parameters_may_stand_in_the_query_and_the_body_wins() {
    let town = town().await;
    let visitor = town.visitor();
    let body = [("service_code", "pothole"), ("lat", "34.0389"), ("long", "-6.8225"), ("api_key", KEY)];
    let kept_nowhere = visitor.post("/open311/v2/requests.json?jurisdiction_id=04.441.01.0", &body).await.ok();
    assert_eq!(kept_nowhere.headers["cache-control"], "private, no-store");
    visitor.post("/open311/v2/requests.json?jurisdiction_id=sale&api_key=wrong&lat=0", &body).await.ok();
    let everything =
        format!("/open311/v2/requests.json?jurisdiction_id=sale&api_key={KEY}&service_code=pothole&lat=34.0389&long=-6.8225");
    assert_eq!(visitor.post_raw(&everything, FORM, b"").await.ok().headers["cache-control"], "private, no-store");
    visitor.post("/open311/v2/requests.json/", &form(&[])).await.ok();
}

#[tokio::test]
async fn a_photo_comes_in_a_multipart_form_under_any_name() {
    let town = town().await;
    for field in ["media", "media_url", "photo"] {
        let more = format!("words with a photo in {field}");
        let reply = town
            .visitor()
            .post_file("/open311/v2/requests.json", &form(&[("description", &more)]), field, "p.png", &photo())
            .await
            .ok();
        let code = number(&reply);
        let files = town
            .reads(move |rx| {
                let case = cases::by_code(rx, &code)?;
                cases::files::of(rx, &case.id)
            })
            .await;
        assert_eq!(files.len(), 1, "{field}");
    }
    let reply = town.visitor().post_file("/open311/v2/requests.json", &form(&[]), "media", "p.png", b"<svg onload='x'/>").await;
    reply.is(400).shows("\"code\":400");
}

#[tokio::test]
async fn a_picture_elsewhere_is_never_fetched_and_the_answer_says_so() {
    let town = town().await;
    let fields = form(&[("media_url", "http://127.0.0.1:1/secret.jpg")]);
    town.visitor().post("/open311/v2/requests.json", &fields).await.ok().shows("media_url");
}

#[tokio::test]
async fn the_key_may_stand_in_the_header_and_belongs_to_its_commune() {
    let town = town().await;
    let fields = &form(&[])[1..];
    let visitor = town.visitor().saying("Authorization", &format!("Bearer {KEY}"));
    visitor.post("/open311/v2/requests.json", fields).await.ok();
    let wrong = town.visitor().saying("Authorization", "Bearer nothing");
    wrong.post("/open311/v2/requests.json", fields).await.is(403).shows("[{\"code\":403,");
    wrong.get("/open311/v2/services.json").await.ok();
    let mut rabat = form(&[]);
    rabat[1] = ("jurisdiction_id", "rabat");
    town.visitor().post("/open311/v2/requests.json", &rabat).await.is(400).shows("jurisdiction_id=sale");
    (rabat[3], rabat[4]) = (("lat", "34.0133"), ("long", "-6.8326"));
    let reply = town.visitor().post("/open311/v2/requests.json", &rabat).await.ok();
    assert!(number(&reply).starts_with("RAB-"));
    rabat[0] = ("api_key", OTHER);
    town.visitor().post("/open311/v2/requests.json", &rabat).await.is(403);
}

#[tokio::test]
async fn the_same_client_key_files_once() {
    let town = town().await;
    let visitor = town.visitor().saying("Idempotency-Key", "01936f2a-7a3b-7c4d-8e5f-0123456789ab");
    let first = filed(&visitor, &[]).await;
    assert_eq!(filed(&visitor, &[]).await, first);
    visitor.post("/open311/v2/requests.json", &form(&[("description", "autre")])).await.is(400);
    let token = town.visitor().get("/open311/v2/tokens/01936f2a-7a3b-7c4d-8e5f-0123456789ab.json").await.ok();
    assert_eq!(number(&token), first);
    town.visitor().get(&format!("/open311/v2/tokens/{first}.xml")).await.ok().shows(&first);
    town.visitor().get("/open311/v2/tokens/01936f2a-7a3b-7c4d-8e5f-0123456789ac.json").await.is(404);
    let odd = town.visitor().saying("Idempotency-Key", "1");
    odd.post("/open311/v2/requests.json", &form(&[])).await.is(400);
}

#[tokio::test]
async fn the_number_of_a_lamp_is_an_address() {
    let town = town().await;
    let table = assets::read_file(b"number,lat,lon\nTAB-0412,34.0389,-6.8225\n").unwrap();
    town.does(move |tx| assets::import(tx, "lamp", &table.rows)).await;
    let body = |number| {
        vec![("api_key", KEY), ("service_code", "street-lamp-out"), ("address_id", number), ("attribute[how-many]", "one")]
    };
    let reply = town.visitor().post("/open311/v2/requests.json", &body("tab 412")).await.ok();
    let code = number(&reply);
    let case = town.reads(move |rx| cases::by_code(rx, &code)).await;
    assert_eq!(case.asset.as_deref(), Some("TAB-0412"));
    assert!(case.point.is_some());
    town.visitor().post("/open311/v2/requests.json", &body("TAB-0413")).await.is(400).shows("TAB-0412");
}

#[tokio::test]
async fn an_address_in_words_finds_the_quarter() {
    let town = town().await;
    let body = [("api_key", KEY), ("service_code", "pothole"), ("address_string", "rue longue, Bab Chaafa")];
    let code = number(&town.visitor().post("/open311/v2/requests.json", &body).await.ok());
    let case = town.reads(move |rx| cases::by_code(rx, &code)).await;
    assert_eq!((case.quarter.as_deref(), case.area.as_deref()), (Some("bab-chaafa"), Some("04.441.01.03")));
}

#[tokio::test]
async fn the_journal_names_the_key_that_filed() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    let entries = town
        .reads(move |rx| {
            let case = cases::by_code(rx, &code)?;
            cases::timeline::public(rx, &case)
        })
        .await;
    assert!(entries[0].actor.starts_with("key:"), "{}", entries[0].actor);
    assert!(Id::parse(entries[0].actor.trim_start_matches("key:")).is_some());
}
