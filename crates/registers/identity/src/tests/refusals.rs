//! Whatever is not proved is refused by its own name, written down, and changes nothing.

use super::provider::{Lie, Provider};
use super::{add, leaves, signs_in, state_of, with_provider};
use testing::Town;

/// The reasons in the journal, oldest first.
async fn reasons(town: &Town) -> Vec<String> {
    let sql = "SELECT summary FROM platform_journal WHERE tenant = $1 AND verb = 'identity.refused' ORDER BY seq";
    let all: Vec<String> = town.reads(move |rx| rx.all(sql, platform::args![rx.tenant()], |row| row.get("summary"))).await;
    let read = |text: &String| platform::json::from_str::<platform::Json>(text).unwrap()["reason"].as_str().unwrap().to_owned();
    all.iter().map(read).collect()
}

async fn nobody_came(town: &Town) {
    let count = |sql: &'static str| town.reads(move |rx| rx.count(sql, platform::args![rx.tenant()]));
    assert_eq!(count("SELECT COUNT(*) AS n FROM identity_links WHERE tenant = $1").await, 0);
    assert_eq!(count("SELECT COUNT(*) AS n FROM people_persons WHERE tenant = $1").await, 0);
}

#[tokio::test]
async fn every_lie_has_its_own_refusal() {
    let (town, provider, id) = with_provider().await;
    let lies = [
        (Lie::Issuer, "issuer"),
        (Lie::Audience, "audience"),
        (Lie::TwoAudiences, "audience"),
        (Lie::Party, "party"),
        (Lie::Nonce, "nonce"),
        (Lie::NoNonce, "nonce"),
        (Lie::Expired, "expired"),
        (Lie::LongAgo, "issued"),
        (Lie::Future, "issued"),
        (Lie::Signature, "signature"),
        (Lie::AlgorithmNone, "algorithm"),
        (Lie::Hs256, "algorithm"),
        (Lie::UnknownKey, "key"),
        (Lie::AccessHash, "access_hash"),
        (Lie::OtherSubject, "claims"),
        (Lie::Garbage, "token"),
        (Lie::NoSubject, "token"),
    ];
    for (lie, reason) in lies {
        provider.lies(lie);
        let visitor = town.visitor();
        let key = format!("identity-no-{}", reason.replace('_', "-"));
        signs_in(&visitor, &provider, &id, "").await.is(422).shows(&key).shows("Rien n’a changé").shows("avec un code");
        visitor.get("/fr/account").await.is(303);
        assert_eq!(reasons(&town).await.last().map(String::as_str), Some(reason), "{lie:?}");
    }
    nobody_came(&town).await;
    provider.lies(Lie::Nothing);
    signs_in(&town.visitor(), &provider, &id, "").await.is(303);
}

#[tokio::test]
async fn an_answer_is_used_once() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    let query = provider.agrees(&leaves(&visitor, &id, "").await);
    let address = format!("/fr/sign-in/back/{id}?{query}");
    visitor.get(&address).await.redirects_to("/fr/account");
    visitor.get(&address).await.is(422).shows("identity-no-replayed");
    assert_eq!(reasons(&town).await, ["replayed"]);
}

#[tokio::test]
async fn an_answer_works_in_the_browser_that_left_and_no_other() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    let query = provider.agrees(&leaves(&visitor, &id, "").await);
    let address = format!("/fr/sign-in/back/{id}?{query}");
    town.visitor().get(&address).await.is(422).shows("identity-no-browser");
    let thief = town.visitor();
    leaves(&thief, &id, "").await;
    thief.get(&address).await.is(422).shows("identity-no-browser");
    visitor.get(&address).await.redirects_to("/fr/account");
}

#[tokio::test]
async fn a_state_that_nobody_has_or_that_is_late_is_refused() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    let query = provider.agrees(&leaves(&visitor, &id, "").await);
    visitor.get(&format!("/fr/sign-in/back/{id}?code=x&state=y")).await.is(422).shows("identity-no-state");
    visitor.get(&format!("/fr/sign-in/back/{id}")).await.is(422).shows("identity-no-state");
    town.clock.advance_secs(601);
    visitor.get(&format!("/fr/sign-in/back/{id}?{query}")).await.is(422).shows("identity-no-late");
    nobody_came(&town).await;
}

#[tokio::test]
async fn two_providers_are_not_mixed_up() {
    let (town, honest, id) = with_provider().await;
    let other = Provider::start(town.clock.clone());
    let other_id = add(&town, &other).await;
    let visitor = town.visitor();
    // The answer of one at the door of the other.
    let query = honest.agrees(&leaves(&visitor, &id, "").await);
    visitor.get(&format!("/fr/sign-in/back/{other_id}?{query}")).await.is(422).shows("identity-no-mixed-up");
    assert_eq!(other.times_asked("/token"), 0, "the code of one never reaches the other");
    // The other's code with our own state: it is not one that the honest provider gave.
    let address = leaves(&visitor, &id, "").await;
    let stolen = other.agrees(&leaves(&visitor, &other_id, "").await);
    let code = stolen.split('&').next().unwrap().to_owned();
    let state = state_of(&address);
    let issuer = platform::web::encode(&honest.issuer);
    visitor.get(&format!("/fr/sign-in/back/{id}?{code}&state={state}&iss={issuer}")).await.is(422).shows("identity-no-code");
    // Another issuer's name in the answer, or none where one is announced.
    for (iss, times) in [(format!("&iss={}", platform::web::encode(&other.issuer)), 1), (String::new(), 1)] {
        let state = state_of(&leaves(&visitor, &id, "").await);
        let address = format!("/fr/sign-in/back/{id}?code=x&state={state}{iss}");
        visitor.get(&address).await.is(422).shows("identity-no-issuer-parameter");
        assert_eq!(honest.times_asked("/token"), times);
    }
    nobody_came(&town).await;
}

#[tokio::test]
async fn whoever_steals_a_code_cannot_use_it() {
    let (town, provider, id) = with_provider().await;
    let victim = provider.agrees(&leaves(&town.visitor(), &id, "").await);
    let thief = town.visitor();
    let state = state_of(&leaves(&thief, &id, "").await);
    let (code, iss) = (victim.split('&').next().unwrap(), platform::web::encode(&provider.issuer));
    thief.get(&format!("/fr/sign-in/back/{id}?{code}&state={state}&iss={iss}")).await.is(422).shows("identity-no-code");
}

#[tokio::test]
async fn a_provider_that_is_down_leaves_the_code_as_a_way_in() {
    let (town, provider, id) = with_provider().await;
    let visitor = town.visitor();
    let query = provider.agrees(&leaves(&visitor, &id, "").await);
    provider.lies(Lie::Down);
    visitor.get(&format!("/fr/sign-in/back/{id}?{query}")).await.is(503).shows("ne répond pas").shows("avec un code");
    town.clock.advance_secs(3_601);
    visitor.post(&format!("/fr/sign-in/with/{id}"), &[]).await.is(503).shows("ne répond pas").shows("avec un code");
    visitor.get("/fr/account/sign-in").await.ok().shows("code");
    assert_eq!(reasons(&town).await, ["down", "down"]);
    provider.lies(Lie::OtherDescription);
    visitor.post(&format!("/fr/sign-in/with/{id}"), &[]).await.is(422).shows("identity-no-discovery");
}

#[tokio::test]
async fn new_keys_are_fetched_once_and_then_kept() {
    let (town, provider, id) = with_provider().await;
    signs_in(&town.visitor(), &provider, &id, "").await.is(303);
    signs_in(&town.visitor(), &provider, &id, "").await.is(303);
    assert_eq!((provider.times_asked("/jwks"), provider.times_asked("/.well-known/openid-configuration")), (1, 1));
    provider.changes_keys();
    signs_in(&town.visitor(), &provider, &id, "").await.is(303);
    assert_eq!(provider.times_asked("/jwks"), 2);
}

#[tokio::test]
async fn a_person_who_does_not_agree_is_told_so() {
    let (town, _provider, id) = with_provider().await;
    let visitor = town.visitor();
    for (error, key) in [("access_denied", "identity-no-declined"), ("server_error", "identity-no-error")] {
        let state = state_of(&leaves(&visitor, &id, "").await);
        visitor.get(&format!("/fr/sign-in/back/{id}?error={error}&state={state}")).await.is(422).shows(key);
    }
    nobody_came(&town).await;
}

#[tokio::test]
async fn nothing_leads_to_another_site_after_the_sign_in() {
    let (town, provider, id) = with_provider().await;
    for next in ["https://evil.ma", "//evil.ma", "/\\evil.ma"] {
        signs_in(&town.visitor(), &provider, &id, next).await.redirects_to("/fr/account");
    }
}

#[tokio::test]
async fn a_form_of_another_site_starts_no_journey() {
    let (town, _provider, id) = with_provider().await;
    town.visitor().saying("origin", "https://evil.ma").post(&format!("/fr/sign-in/with/{id}"), &[]).await.is(422);
}
