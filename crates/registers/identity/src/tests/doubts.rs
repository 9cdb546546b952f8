//! A provider that contradicts the register: nothing is overwritten, and staff settle it.

use super::{by_code, noted, signs_in, with_provider};
use people::Level;
use platform::json::json;
use testing::{Town, Visitor};

fn said(sub: &str, name: &str, cin: &str) -> platform::Json {
    json!({ "sub": sub, "name": name, "national_number": cin, "acr": "high" })
}

async fn only_doubt(clerk: &Visitor) -> String {
    let page = clerk.get("/fr/desk/identity").await.ok().text().replace("&#x2f;", "/");
    page.split("/fr/desk/identity/").nth(1).and_then(|rest| rest.split('"').next()).expect("a doubt").to_owned()
}

async fn doubts(town: &Town) -> i64 {
    town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM identity_doubts WHERE tenant = $1", platform::args![rx.tenant()])).await
}

#[tokio::test]
async fn another_number_overwrites_nothing_and_waits_for_staff() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    by_code(&town, &visitor, "0612345678", "").await;
    let phone = kernel::Phone::parse("0612345678").unwrap();
    let person = town.does(move |tx| Ok(people::search(tx, phone.as_str())?[0].id.clone())).await;
    let seen = person.clone();
    town.does(move |tx| people::identify(tx, &seen, &kernel::Cin::parse("CD987654").unwrap())).await;
    provider.says(said("amina-1", "Amina Slaoui", "AB123456"));
    for _ in 0..2 {
        signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    }
    assert_eq!(doubts(&town).await, 1, "the same statement waits once");
    visitor.get("/fr/account").await.ok().shows("Rien n’a été modifié").shows_not("Confirmée par l’identité nationale");
    let clerk = town.clerk("counter_clerk").await;
    clerk.get("/fr/desk/identity").await.ok().shows("Autre numéro national").shows_not("AB123456").shows_not("CD987654");
    let doubt = only_doubt(&clerk).await;
    let page = format!("/fr/desk/identity/{doubt}");
    clerk.post(&page, &[]).await.ok().shows("AB123456").shows("CD987654");
    visitor.get("/fr/account/looks").await.ok().shows("Vérification d’identité");
    let settle = format!("{page}/settle");
    clerk.post(&settle, &[("verdict", "claims"), ("reason", "")]).await.is(422).shows("motif");
    clerk.post(&settle, &[("verdict", ""), ("reason", "CNIE vue")]).await.is(422);
    clerk.post(&settle, &[("verdict", "claims"), ("reason", "CNIE vue")]).await.redirects_to("/fr/desk/identity");
    clerk.post(&settle, &[("verdict", "register"), ("reason", "CNIE vue")]).await.is(409);
    let card = town.does(move |tx| people::card(tx, &person, "identity")).await;
    assert_eq!((card.cin.unwrap().as_str().to_owned(), card.level), ("AB123456".into(), Level::National));
    town.clerk("councillor").await.get("/fr/desk/identity").await.is(403);
    town.clerk("councillor").await.post(&settle, &[("verdict", "register"), ("reason", "non")]).await.is(403);
}

#[tokio::test]
async fn the_register_stands_when_staff_say_so_and_is_not_asked_again() {
    let (town, provider, id) = with_provider().await;
    let other = noted(&town, "Zineb Benchekroun", None, Some("AB123456"), Level::Counter).await;
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows("Amina Slaoui").shows_not("Confirmée par l’identité nationale");
    let clerk = town.clerk("agent").await;
    clerk.get("/fr/desk/identity").await.ok().shows("Numéro noté chez une autre personne");
    let settle = format!("/fr/desk/identity/{}/settle", only_doubt(&clerk).await);
    clerk.post(&settle, &[("verdict", "claims"), ("reason", "essai")]).await.is(422).shows("autre personne");
    clerk.post(&settle, &[("verdict", "register"), ("reason", "La carte est celle de Zineb")]).await.is(303);
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    clerk.get("/fr/desk/identity").await.ok().shows("Rien à régler");
    let card = town.does(move |tx| people::card(tx, &other, "identity")).await;
    assert_eq!((card.name.as_str(), card.level), ("Zineb Benchekroun", Level::Counter));
}

#[tokio::test]
async fn another_name_for_the_same_number_is_settled_by_staff() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    provider.says(said("amina-1", "Karima Tazi", "AB123456"));
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows("Amina Slaoui").shows("Rien n’a été modifié");
    let clerk = town.clerk("agent").await;
    let settle = format!("/fr/desk/identity/{}/settle", only_doubt(&clerk).await);
    clerk.post(&settle, &[("verdict", "claims"), ("reason", "Jugement de changement de nom")]).await.is(303);
    visitor.get("/fr/account").await.ok().shows("Karima Tazi");
}
