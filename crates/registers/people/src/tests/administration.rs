//! Rights and keys, as an administrator gives and takes them; and the module itself.

use super::staff::administrator_role;
use super::{clerk, demo_town, modules, tenant, town};
use crate::model::{Level, NewPerson};
use kernel::{Cin, Lang, Phone};
use platform::store::journal;

#[tokio::test]
async fn the_module_is_whole() {
    let town = town().await;
    for module in modules().iter().filter(|module| matches!(module.name, "people" | "sending")) {
        assert_eq!(testing::check_module(&town.app, module), Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_right_is_given_with_its_decision_and_ended_at_once() {
    let town = demo_town().await;
    let person = clerk(&town, "karim@sale.example.ma", "agent").await;
    let administrator = town.clerk(administrator_role(&town)).await;
    let page = format!("/fr/admin/staff/{person}");
    let grant = |decision| [("role", "counter_clerk"), ("starts_on", "2026-11-24"), ("decision", decision)];
    administrator.post(&format!("{page}/grants"), &grant("")).await.is(422).shows("f-decision-error");
    administrator.post(&format!("{page}/grants"), &grant("note 8 de 2026")).await.redirects_to(&page);
    administrator.post(&format!("{page}/grants"), &grant("note 9 de 2026")).await.is(422);
    administrator.get(&page).await.ok().shows("note 8 de 2026").shows("Agent de guichet");
    let grants = town
        .does({
            let person = person.clone();
            move |tx| Ok(crate::member(tx, &person)?.grants)
        })
        .await;
    let id = &grants.iter().find(|grant| grant.role == "counter_clerk").unwrap().id;
    administrator.post(&format!("{page}/grants/{id}/end"), &[]).await.redirects_to(&page);
    let verbs = town.reads(move |rx| journal::entries_about(rx, person.as_str(), 10)).await;
    let verbs: Vec<&str> = verbs.iter().map(|entry| entry.verb.as_str()).collect();
    assert_eq!(verbs[..2], ["people.grant_ended", "people.granted"]);
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let town = town().await;
    let role = administrator_role(&town);
    let only = clerk(&town, "chief@sale.example.ma", role).await;
    let refused = {
        let only = only.clone();
        town.tries(move |tx| crate::depart(tx, &only)).await.unwrap_err()
    };
    assert_eq!(refused.code(), "people-last-administrator");
    clerk(&town, "second@sale.example.ma", role).await;
    town.does(move |tx| crate::depart(tx, &only)).await;
}

#[tokio::test]
async fn only_an_administrator_gives_rights() {
    let town = town().await;
    let person = clerk(&town, "karim@sale.example.ma", "agent").await;
    let head = town.clerk("service_head").await;
    head.get("/fr/admin/staff").await.ok().shows("كريم العلوي").shows_not("/admin/staff/new");
    head.post(&format!("/fr/admin/staff/{person}/depart"), &[]).await.is(403);
    town.visitor().get("/fr/admin/staff").await.redirects_to("/fr/staff/sign-in?next=%2Fadmin%2Fstaff");
}

#[tokio::test]
async fn a_key_of_a_program_shows_once_and_is_withdrawn() {
    let town = town().await;
    let administrator = town.clerk(administrator_role(&town)).await;
    administrator.post("/fr/admin/keys", &[("label", "App")]).await.is(422);
    // Rights of people are for people, who sign in twice.
    administrator.post("/fr/admin/keys", &[("label", "App"), ("scopes", "staff.edit")]).await.is(422);
    let wrong = [("label", "App"), ("scopes", "open311.file"), ("per_minute", "0"), ("expires_on", "2026-11-24"), ("unit", "x")];
    let again = administrator.post("/fr/admin/keys", &wrong).await.is(422);
    again.shows("Donnez un nombre").shows("Choisissez un jour").shows("n’existe plus");
    let fields = [("label", "App"), ("scopes", "open311.file"), ("per_minute", "2"), ("expires_on", "2026-11-30")];
    let shown = administrator.post("/fr/admin/keys", &fields).await.ok().text();
    let place = shown.find("jamaa_").expect("the key shows");
    let secret = shown[place..place + 54].to_owned();
    administrator.get("/fr/admin/keys").await.ok().shows("App").shows_not(&secret);
    assert!(town.app.key_actor(&tenant().into(), &secret).await.is_ok());
    let actor = town.app.key_actor(&tenant().into(), &secret).await.expect("the second and last of this minute");
    assert!(actor.may(platform::Permission("open311.file")));
    assert!(!actor.may(platform::Permission("open311.update")), "of the role, and not ticked");
    assert!(matches!(town.app.key_actor(&tenant().into(), &secret).await, Err(platform::Problem::Busy { .. })));
    town.clock.advance_secs(60);
    let id = town.reads(|rx| Ok(platform::access::keys(rx)?[0].id.clone())).await;
    assert!(town.reads(|rx| Ok(platform::access::keys(rx)?[0].used_at)).await.is_some());
    town.clock.advance_secs(7 * 86_400);
    assert_eq!(
        town.app.key_actor(&tenant().into(), &secret).await.unwrap_err(),
        platform::Problem::SignIn,
        "its last day is over"
    );
    town.clock.advance_secs(-7 * 86_400);
    administrator.post(&format!("/fr/admin/keys/{id}/revoke"), &[]).await.is(303);
    assert!(town.app.key_actor(&tenant().into(), &secret).await.is_err());
}

#[tokio::test]
async fn a_counter_confirms_an_identity_and_notes_a_mandate() {
    let town = town().await;
    let add = |phone: &'static str| {
        let phone = Phone::parse(phone);
        town.does(move |tx| {
            let (name, lang, level) = ("زينب".into(), Lang::Ar, Level::Declared);
            crate::add(tx, NewPerson { name, phone: phone.clone(), email: None, cin: None, lang, level })
        })
    };
    let (mother, daughter) = (add("0611111111").await, add("0622222222").await);
    let clerk = town.clerk("counter_clerk").await;
    clerk.post(&format!("/fr/people/{mother}/identity"), &[("cin", "AB123456")]).await.redirects_to("/fr/people");
    clerk.post(&format!("/fr/people/{daughter}/identity"), &[("cin", "ab 123456")]).await.is(422);
    let cin = Cin::parse("AB123456").unwrap();
    assert_eq!(town.does(move |tx| crate::search(tx, cin.as_str())).await[0].level, Level::Counter);
    let fields =
        [("holder", "0622222222"), ("matter", "Retrait d’un acte"), ("proof", "Légalisation 12"), ("ends_on", "2027-05-01")];
    clerk.post(&format!("/fr/people/{mother}/mandates"), &fields).await.redirects_to("/fr/people");
    let (holder, person) = (daughter.clone(), mother.clone());
    assert!(town.reads(move |rx| crate::may_act_for(rx, &holder, &person)).await);
    assert!(!town.reads(move |rx| crate::may_act_for(rx, &mother, &daughter)).await);
}
