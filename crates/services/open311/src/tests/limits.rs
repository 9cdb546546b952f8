//! What is refused, and how: the right status, an array in the asked form, a sentence in the person's language.

use super::*;
use platform::json::json;

#[tokio::test]
async fn every_failure_is_an_array_in_the_form_that_was_asked_for() {
    let town = town().await;
    let visitor = town.visitor();
    for path in [
        "/open311/v2/nothing.json",
        "/open311/nothing.json",
        "/open311/v2/requests/SAL-0000-0000-0.json",
        "/open311/v2/services/x.json",
    ] {
        let body = visitor.get(path).await.is(404).json();
        assert_eq!(body[0]["code"], json!(404), "{path}");
    }
    let body = visitor.get("/open311/v2/nothing.xml").await.is(404).text();
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?><errors><error><code>404</code><description>";
    assert!(body.starts_with(head) && body.ends_with("</description></error></errors>"), "{body}");
    visitor.get("/open311/v2/nothing").await.is(404).shows("<errors>");
    visitor.post("/open311/v2/nothing.json", &[]).await.is(404).shows("[{");
    visitor.post("/open311/v2/services.json", &[]).await.is(404).shows("[{");
}

#[tokio::test]
async fn a_key_is_needed_and_its_permission_too() {
    let town = town().await;
    let visitor = town.visitor();
    for key in ["", "wrong", "clerk-secret"] {
        let mut fields = form(&[]);
        fields[0] = ("api_key", key);
        visitor.post("/open311/v2/requests.json", &fields).await.is(403).shows("[{\"code\":403,\"description\":\"");
    }
    visitor.get("/open311/v2/requests.json?api_key=wrong").await.is(403);
    let staff = town.clerk("dgs").await;
    staff.post("/open311/v2/requests.json", &form(&[])[1..]).await.is(403);
}

#[tokio::test]
async fn guessing_keys_is_slowed_down() {
    let town = Town::configured(modules(), |config| config.limits.sign_ins_per_ten_minutes = 2).await;
    let visitor = town.visitor();
    for _ in 0..2 {
        visitor.get("/open311/v2/requests.json?api_key=guess").await.is(403);
    }
    let reply = visitor.get("/open311/v2/requests.json?api_key=guess").await.is(400);
    assert!(reply.headers.contains_key("retry-after"));
    assert_eq!(reply.json()[0]["code"], json!(429));
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_named() {
    let town = town().await;
    let visitor = town.visitor();
    let post = async |fields: &[(&str, &str)]| visitor.post("/open311/v2/requests.json", fields).await;
    post(&[("api_key", KEY)]).await.is(400).shows("service_code");
    post(&[("api_key", KEY), ("service_code", "pothole")]).await.is(400).shows("address_id");
    post(&[("api_key", KEY), ("service_code", "pothole"), ("lat", "34.0")]).await.is(400).shows("ensemble");
    post(&[("api_key", KEY), ("service_code", "pothole"), ("lat", "x"), ("long", "y")]).await.is(400);
    post(&[("api_key", KEY), ("service_code", "unicorn")]).await.is(404).shows("unicorn");
    post(&form(&[("phone", "12")])).await.is(400);
    post(&form(&[("email", "nobody")])).await.is(400);
    post(&form(&[("description", &"x".repeat(4_001))])).await.is(400).shows("4000");
    post(&form(&[("description", &"x".repeat(300_000))])).await.is(400).shows("[{");
    let at_sea = [("api_key", KEY), ("service_code", "pothole"), ("lat", "34.0"), ("long", "-9.0")];
    post(&at_sea).await.is(400).shows("dans la commune");
    let broken = visitor.post_raw("/open311/v2/requests.xml", "multipart/form-data; boundary=x", b"--y\r\n").await;
    broken.is(400).shows("<errors>");
}

#[tokio::test]
async fn a_commune_is_named_by_slug_or_code_and_an_unknown_one_is_not_found() {
    let town = town().await;
    let visitor = town.visitor();
    for name in ["sale", "04.441.01.0", "", "rabat", "04.421.01.0"] {
        visitor.get(&format!("/open311/v2/services.json?jurisdiction_id={name}")).await.ok();
    }
    visitor.get("/open311/v2/services.json?jurisdiction_id=atlantis").await.is(404).shows("jurisdiction_id");
    visitor.get("/c/rabat/open311/discovery.json").await.ok().shows("/c/rabat/open311/v2");
    visitor.get("/open311/discovery.json?jurisdiction_id=rabat").await.ok().shows("/c/rabat/open311/v2");
}

#[tokio::test]
async fn complaints_about_persons_are_not_offered_here() {
    let town = town().await;
    let visitor = town.visitor();
    let all = visitor.get("/open311/v2/services.json").await.ok().shows("pothole").shows_not("corruption").shows_not("late-file");
    assert!(all.json().as_array().unwrap().len() > 30);
    for code in ["corruption", "late-file-poor-reception"] {
        visitor.get(&format!("/open311/v2/services/{code}.json")).await.is(404);
        let mut fields = form(&[]);
        fields[2] = ("service_code", code);
        visitor.post("/open311/v2/requests.json", &fields).await.is(404);
    }
}

#[tokio::test]
async fn what_the_commune_does_not_offer_is_not_a_service() {
    let town = town().await;
    let first = town.visitor().get("/open311/discovery.json").await.ok().json();
    assert_eq!(town.visitor().get("/open311/discovery.json").await.json()["changeset"], first["changeset"]);
    town.clock.advance_secs(60);
    town.does(|tx| {
        let setting =
            procedures::Setting { procedure: "pothole".into(), offered: false, unit: None, service: None, changed_at: None };
        procedures::change(tx, &setting)
    })
    .await;
    town.visitor().get("/open311/v2/services.json").await.ok().shows_not("\"pothole\"");
    town.visitor().post("/open311/v2/requests.json", &form(&[])).await.is(404);
    let second = town.visitor().get("/open311/discovery.json").await.ok().json();
    assert!(text(&second["changeset"]) > text(&first["changeset"]), "{first} {second}");
}

#[tokio::test]
async fn a_sentence_is_in_the_language_of_the_person() {
    let town = town().await;
    let refused = "/open311/v2/services/x.json";
    town.visitor().get(refused).await.shows("Aucun service");
    town.visitor().get(&format!("{refused}?locale=ar-MA")).await.shows("لا توجد خدمة");
    town.visitor().saying("Accept-Language", "en-GB,en;q=0.9").get(refused).await.shows("No service");
    town.visitor().saying("Accept-Language", "de").get(refused).await.shows("Aucun service");
    town.visitor().get("/open311/v2/services.json?locale=ar").await.ok().shows("حفرة");
    town.visitor().get("/open311/v2/services.json?locale=zgh").await.ok();
}
