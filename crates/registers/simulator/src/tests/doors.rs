//! Settings, the API, and codes that are guessed.

use super::*;

#[tokio::test]
async fn the_contract_is_the_administrators_and_its_keys_are_never_shown() {
    let street = street().await;
    street.town.clerk("cashier").await.get("/fr/admin/payments").await.is(403);
    let administrator = street.town.clerk("administrator").await;
    let form = [("kind", "est"), ("merchant", "600001"), ("store_key", "very-secret-key"), ("account", "api")];
    let urls = [("password", "secret-word"), ("pay_url", "http://bank.example/pay"), ("api_url", "https://bank.example/api")];
    let page = administrator.post("/fr/admin/payments", &[&form[..], &urls[..]].concat()).await;
    page.is(422).shows("https://").shows("600001");
    let urls = [("password", "secret-word"), ("pay_url", "https://bank.example/pay"), ("api_url", "https://bank.example/api")];
    administrator.post("/fr/admin/payments", &[&form[..], &urls[..]].concat()).await.sent_to();
    let page = administrator.get("/fr/admin/payments").await.ok().shows("bank.example").text();
    assert!(!page.contains("very-secret-key") && !page.contains("secret-word"));
    let kept = [("kind", "est"), ("merchant", "600002"), ("account", "api"), urls[1], urls[2]];
    administrator.post("/fr/admin/payments", &kept).await.sent_to();
    let settings = street.town.reads(gateways::settings).await;
    assert_eq!((settings.merchant.as_str(), settings.store_key.as_str()), ("600002", "very-secret-key"));
    let row = "SELECT store_key, password FROM gateways_settings WHERE tenant = $1";
    let sealed = |row: &platform::Row| Ok(format!("{}{}", row.get::<String>("store_key")?, row.get::<String>("password")?));
    let sealed = street.town.reads(move |rx| rx.one(row, platform::args![rx.tenant()], sealed)).await;
    assert!(!sealed.contains("secret"));
}

#[tokio::test]
async fn a_program_sees_an_order_and_begins_to_pay_it_once() {
    let street = street().await;
    let program = street.town.visitor();
    let path = format!("/api/v1/payments/orders/{}", street.code);
    let order = program.get(&path).await.ok().json();
    assert_eq!((order["state"].as_str(), order["amount"].as_i64()), (Some("open"), Some(50_000)));
    assert_eq!(order["providers"], json::json!(["cash", "card"]));
    program.post(&format!("{path}/intents"), &[]).await.is(422);
    let key = street.town.does(|tx| Ok(tx.new_id().to_string())).await;
    let program = program.saying("idempotency-key", &key);
    let first = program.post(&format!("{path}/intents"), &[]).await.ok().json();
    let again = program.post(&format!("{path}/intents"), &[]).await.ok().json();
    assert_eq!((&first["intent"], first["action"].is_string()), (&again["intent"], true));
    let one = format!("{path}/intents/{}", first["intent"]["id"].as_str().unwrap());
    assert_eq!(program.get(&one).await.ok().json()["state"], "started");
    street.collected().await;
    let order = program.get(&path).await.ok().json();
    assert_eq!((order["state"].as_str(), order["receipt"].as_str()), (Some("paid"), Some("1/2026")));
    let late = program.post(&format!("{path}/intents"), &[]).await.ok().json();
    assert_eq!((late["intent"]["reason"].as_str(), late["action"].is_null()), (Some("elsewhere"), true));
}

#[tokio::test]
async fn guessing_codes_is_slow() {
    let street = street().await;
    let guesser = street.town.visitor();
    for turn in 0..10u8 {
        let code = kernel::PublicCode::new("SAL", [9, 9, 9, 9, turn]).to_string();
        guesser.get(&format!("/fr/pay/{code}")).await.is(404);
    }
    guesser.get(&street.path("")).await.is(429);
}

#[tokio::test]
async fn a_typed_code_leads_to_the_order_and_the_case_to_the_page() {
    let street = street().await;
    let visitor = street.town.visitor();
    let typed = street.code.to_lowercase().replace('-', " ");
    visitor.get(&format!("/fr/pay?code={}", platform::web::encode(&typed))).await.redirects_to(&street.path(""));
    visitor.get("/fr/pay?code=nothing").await.is(404).shows("Aucun ordre");
    let subject = street.subject.clone();
    let link = street
        .town
        .reads(move |rx| {
            let case = cases::find(rx, &subject)?;
            cases::link(rx, &case.code)
        })
        .await;
    visitor.get(&format!("/fr{link}")).await.ok().shows(&format!("/fr/pay/{}", street.code));
}

#[tokio::test]
async fn the_practice_bank_is_absent_outside_the_demonstration() {
    let modules = [
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        payments::module(),
        gateways::module(),
        crate::module(),
    ];
    let town = Town::with(modules).await;
    town.visitor().post("/simulator/pay", &[]).await.is(404);
    town.visitor().post("/simulator/api", &[("DATA", "<x/>")]).await.is(404);
    let refused = town.tries(|tx| gateways::save_settings(tx, crate::contract(), false)).await;
    assert!(matches!(refused, Err(platform::Problem::Invalid(_))));
}
