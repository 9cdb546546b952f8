//! New accounts, linked ones, and those that a code must confirm first.

use super::{by_code, leaves, noted, signs_in, types_code, with_provider};
use people::Level;
use platform::json::json;

#[tokio::test]
async fn a_person_signs_in_and_comes_back_to_the_same_account() {
    let (town, provider, id) = with_provider().await;
    town.visitor().get("/fr/account/sign-in?next=/cases").await.ok().shows("Se connecter avec").shows("Identité numérique");
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "/account/looks").await.redirects_to("/fr/account/looks");
    visitor.get("/fr/account").await.ok().shows("Amina Slaoui").shows("Confirmée par l’identité nationale").shows("AB");
    visitor.post("/fr/account", &[("name", "Amina S."), ("lang", "fr")]).await.redirects_to("/fr/account");
    visitor.post("/fr/sign-out", &[]).await.redirects_to("/fr");
    visitor.get("/fr/account").await.is(303);
    let again = town.visitor();
    signs_in(&again, &provider, &id, "").await.redirects_to("/fr/account");
    again.get("/fr/account").await.ok().shows("Amina S.");
}

#[tokio::test]
async fn a_session_that_was_open_is_over_after_the_sign_in() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    by_code(&town, &visitor, "0612345678", "").await;
    let sessions = |town: &testing::Town| {
        let app = town.app.clone();
        async move {
            let scope = platform::Scope::system(testing::SALE);
            app.store()
                .read(scope, |rx| {
                    rx.count("SELECT COUNT(*) AS n FROM access_sessions WHERE tenant = $1", platform::args![rx.tenant()])
                })
                .await
                .unwrap()
        }
    };
    let before = sessions(&town).await;
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    assert_eq!(sessions(&town).await, before);
    visitor.get("/fr/account").await.ok().shows("06 12 34 56 78").shows("Confirmée par l’identité nationale");
}

#[tokio::test]
async fn only_a_listed_word_of_acr_raises_the_level() {
    let (town, provider, id) = with_provider().await;
    for (acr, sub, level) in [("low", "a", "Contact confirmé"), ("unheard", "b", "Déclarée"), ("high", "c", "nationale")] {
        provider.says(json!({ "sub": sub, "name": "Amina Slaoui", "national_number": format!("AB12345{sub}"), "acr": acr }));
        let visitor = town.visitor();
        signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
        let page = visitor.get("/fr/account").await.ok().text();
        assert!(page.contains(level) || acr == "unheard", "{acr}: {level}");
        assert_eq!(page.contains("identité nationale</span>"), acr == "high", "{acr}");
    }
}

#[tokio::test]
async fn a_known_contact_is_linked_only_after_its_own_code() {
    let (town, provider, id) = with_provider().await;
    by_code(&town, &town.visitor(), "0612345678", "").await;
    provider.says(json!({ "sub": "amina-1", "name": "Amina Slaoui", "phone_number": "+212612345678",
        "phone_number_verified": true, "acr": "high" }));
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "/cases").await.redirects_to("/fr/sign-in/known");
    visitor.get("/fr/account").await.is(303);
    visitor.get("/fr/sign-in/known").await.ok().shows_not("612345678");
    town.visitor().get("/fr/sign-in/known").await.redirects_to("/fr/account/sign-in");
    town.advance_hours(0).await;
    town.clock.advance_secs(1);
    let address = visitor.post("/fr/sign-in/known", &[("way", "code")]).await.sent_to();
    types_code(&town, &visitor, &address).await.redirects_to("/fr/account/identity");
    visitor.get("/fr/account/identity").await.ok().shows("Lier l’identité");
    visitor.post("/fr/account/identity/link", &[]).await.redirects_to("/fr/cases");
    visitor.get("/fr/account").await.ok().shows("06 12 34 56 78").shows("Confirmée par l’identité nationale");
    let again = town.visitor();
    signs_in(&again, &provider, &id, "").await.redirects_to("/fr/account");
    again.get("/fr/account").await.ok().shows("06 12 34 56 78");
}

#[tokio::test]
async fn a_telephone_of_the_family_leaves_the_other_account_alone() {
    let (town, provider, id) = with_provider().await;
    by_code(&town, &town.visitor(), "0612345678", "").await;
    let claims =
        json!({ "sub": "amina-1", "name": "Amina Slaoui", "phone_number": "+212612345678", "phone_number_verified": true });
    provider.says(claims);
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/sign-in/known");
    visitor.post("/fr/sign-in/known", &[("way", "new")]).await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows("Amina Slaoui").shows_not("06 12 34 56 78");
    visitor.post("/fr/sign-in/known", &[("way", "new")]).await.redirects_to("/fr/account/sign-in");
}

#[tokio::test]
async fn a_contact_that_the_provider_did_not_verify_opens_nothing() {
    let (town, provider, id) = with_provider().await;
    by_code(&town, &town.visitor(), "0612345678", "").await;
    provider.says(json!({ "sub": "x", "name": "Zineb", "phone_number": "+212612345678", "phone_number_verified": false }));
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows("Zineb");
}

#[tokio::test]
async fn a_code_of_another_account_does_not_link_what_waits() {
    let (town, provider, id) = with_provider().await;
    by_code(&town, &town.visitor(), "0612345678", "").await;
    provider.says(json!({ "sub": "x", "phone_number": "+212612345678", "phone_number_verified": true }));
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/sign-in/known");
    town.clock.advance_secs(1);
    by_code(&town, &visitor, "0699887766", "").await;
    visitor.post("/fr/account/identity/link", &[]).await.is(404);
}

#[tokio::test]
async fn the_owner_links_and_unlinks_and_the_level_goes_back() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    by_code(&town, &visitor, "0612345678", "").await;
    visitor.get("/fr/account").await.ok().shows("Lier").shows("Identité numérique");
    signs_in(&visitor, &provider, &id, "/account").await.redirects_to("/fr/account");
    let page = visitor.get("/fr/account").await.ok().shows("Confirmée par l’identité nationale").text().replace("&#x2f;", "/");
    let link = page.split("/fr/account/identity/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    let other = town.visitor();
    by_code(&town, &other, "0699887766", "").await;
    other.post(&format!("/fr/account/identity/{link}/unlink"), &[]).await.is(404);
    signs_in(&other, &provider, &id, "").await.is(422).shows("autre compte");
    visitor.post(&format!("/fr/account/identity/{link}/unlink"), &[]).await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows_not("Confirmée par l’identité nationale");
}

#[tokio::test]
async fn the_last_door_of_an_account_is_not_taken_away() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    let page = visitor.get("/fr/account").await.ok().text().replace("&#x2f;", "/");
    let link = page.split("/fr/account/identity/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
    visitor.post(&format!("/fr/account/identity/{link}/unlink"), &[]).await.is(422).shows("Seule cette identité");
}

#[tokio::test]
async fn whoever_the_counter_has_seen_is_known_once() {
    let (town, provider, id) = with_provider().await;
    let person = noted(&town, "Amina Slaoui", Some("0655443322"), Some("AB123456"), Level::Counter).await;
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows("06 55 44 33 22").shows("Confirmée par l’identité nationale");
    let level = town.does(move |tx| Ok(people::card(tx, &person, "identity")?.level)).await;
    assert_eq!(level, Level::National);
}

#[tokio::test]
async fn a_provider_that_is_off_opens_nothing() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    let query = provider.agrees(&leaves(&visitor, &id, "").await);
    let off = id.clone();
    town.does(move |tx| crate::turn_provider(tx, &off, false)).await;
    visitor.post(&format!("/fr/sign-in/with/{id}"), &[]).await.is(404);
    visitor.get(&format!("/fr/sign-in/back/{id}?{query}")).await.is(422);
    visitor.get("/fr/account/sign-in").await.ok().shows_not("Identité numérique");
}

#[tokio::test]
async fn an_erased_person_leaves_no_link() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
    town.does(|tx| {
        let person = people::holders_of(tx, &kernel::Cin::parse("AB123456").unwrap())?[0].0.clone();
        people::erase(tx, &person)
    })
    .await;
    town.drain().await;
    let links = town
        .reads(|rx| rx.count("SELECT COUNT(*) AS n FROM identity_links WHERE tenant = $1", platform::args![rx.tenant()]))
        .await;
    assert_eq!(links, 0);
    signs_in(&visitor, &provider, &id, "").await.redirects_to("/fr/account");
}

#[tokio::test]
async fn on_a_shared_computer_nobody_finishes_the_journey_of_whoever_sat_there_before() {
    let (town, provider, id) = with_provider().await;
    by_code(&town, &town.visitor(), "0612345678", "").await;
    provider.says(json!({ "sub": "amina-1", "name": "Amina Slaoui", "phone_number": "+212612345678",
        "phone_number_verified": true, "acr": "high" }));
    let computer = town.visitor();
    signs_in(&computer, &provider, &id, "").await.redirects_to("/fr/sign-in/known");
    town.clock.advance_secs(1);
    let address = computer.post("/fr/sign-in/known", &[("way", "code")]).await.sent_to();
    types_code(&town, &computer, &address).await.redirects_to("/fr/account/identity");
    computer.post("/fr/sign-out", &[]).await.is(303);
    computer.get("/fr/sign-in/known").await.redirects_to("/fr/account/sign-in");
    computer.post("/fr/sign-in/known", &[("way", "new")]).await.redirects_to("/fr/account/sign-in");
    computer.get("/fr/account").await.is(303);
}
