//! Citizens: codes, passwords, their own data, being forgotten.

use super::{demo_town, outbox, parameter, six_digits, town};
use crate::model::{Level, NewPerson};
use kernel::{Cin, Lang, Phone};
use testing::{Town, Visitor};

async fn asks_code(town: &Town, visitor: &Visitor, contact: &str) -> (String, String) {
    let address = visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", contact)]).await.sent_to();
    (parameter(&address, "ticket"), six_digits(&outbox(town).await))
}

async fn signed_in(town: &Town, contact: &str) -> Visitor {
    let visitor = town.visitor();
    let (ticket, code) = asks_code(town, &visitor, contact).await;
    visitor.post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.redirects_to("/fr/account");
    visitor
}

#[tokio::test]
async fn a_citizen_signs_in_by_a_code_and_comes_back_to_the_same_account() {
    let town = demo_town().await;
    let visitor = signed_in(&town, "06 12 34 56 78").await;
    visitor.post("/fr/account", &[("name", "أمينة السلاوي"), ("lang", "ar")]).await.redirects_to("/fr/account");
    visitor.post("/fr/sign-out", &[]).await.redirects_to("/fr");
    visitor.get("/fr/account").await.redirects_to("/fr/account/sign-in?next=%2Faccount");
    let again = signed_in(&town, "+212612345678").await;
    again.get("/fr/account").await.ok().shows("أمينة السلاوي").shows("06 12 34 56 78");
}

#[tokio::test]
async fn a_code_is_good_once_for_ten_minutes_and_five_tries() {
    let town = demo_town().await;
    let visitor = town.visitor();
    let (ticket, code) = asks_code(&town, &visitor, "a@example.ma").await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    for left in [4, 3, 2, 1, 0] {
        visitor.post("/fr/account/code", &[("ticket", &ticket), ("code", wrong)]).await.ok().shows(&format!("restants : {left}"));
    }
    visitor.post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.ok().shows("plus valable");
    visitor.get("/fr/account").await.is(303);

    let (ticket, code) = asks_code(&town, &visitor, "b@example.ma").await;
    visitor.post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.redirects_to("/fr/account");
    town.visitor().post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.ok().shows("plus valable");

    let (ticket, code) = asks_code(&town, &visitor, "c@example.ma").await;
    town.clock.advance_secs(601);
    town.visitor().post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.ok().shows("plus valable");
}

#[tokio::test]
async fn the_sixth_code_in_an_hour_is_not_sent_and_nobody_can_tell() {
    let town = demo_town().await;
    let visitor = town.visitor();
    let mut lengths = Vec::new();
    for _ in 0..6 {
        let reply = visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", "0612345678")]).await;
        lengths.push(reply.sent_to().len());
    }
    assert!(lengths.iter().all(|length| *length == lengths[0]));
    assert_eq!(outbox(&town).await.matches("est votre code").count(), 5);
}

#[tokio::test]
async fn a_wrong_contact_is_told_beside_its_field_and_kept() {
    let town = town().await;
    let reply = town.visitor().post("/fr/account/sign-in", &[("way", "code"), ("contact", "05 37 00")]).await;
    reply.is(422).shows("f-contact-error").shows("05 37 00");
}

#[tokio::test]
async fn a_password_opens_and_a_changed_one_ends_the_other_sessions() {
    let town = demo_town().await;
    let (first, other) = (signed_in(&town, "0612345678").await, signed_in(&town, "0612345678").await);
    let fields = [("password", "la porte de la mer"), ("again", "la porte de la mer")];
    first.post("/fr/account/password", &[("password", "la porte"), ("again", "autre chose")]).await.is(422);
    first.post("/fr/account/password", &fields).await.redirects_to("/fr/account");
    first.get("/fr/account").await.ok();
    other.get("/fr/account").await.is(303);
    let visitor = town.visitor();
    let sign_in = |password| [("way", "password"), ("contact", "0612345678"), ("password", password), ("next", "//evil.ma")];
    visitor.post("/fr/account/sign-in", &sign_in("la porte de la terre")).await.is(422);
    visitor.post("/fr/account/sign-in", &sign_in("la porte de la mer")).await.redirects_to("/fr/account");
}

#[tokio::test]
async fn an_unknown_contact_answers_like_a_known_one() {
    let town = demo_town().await;
    let known = signed_in(&town, "a@example.ma").await;
    let fields = [("password", "la porte de la mer"), ("again", "la porte de la mer")];
    known.post("/fr/account/password", &fields).await.redirects_to("/fr/account");
    let sign_in = |contact| [("way", "password"), ("contact", contact), ("password", "la mauvaise porte")];
    let known = town.visitor().post("/fr/account/sign-in", &sign_in("a@example.ma")).await.is(422);
    let unknown = town.visitor().post("/fr/account/sign-in", &sign_in("b@example.ma")).await.is(422);
    assert_eq!(known.text(), unknown.text().replace("b@example.ma", "a@example.ma"));
}

#[tokio::test]
async fn a_new_contact_counts_once_its_code_came_back() {
    let town = demo_town().await;
    let visitor = signed_in(&town, "0612345678").await;
    let address = visitor.post("/fr/account/contact", &[("contact", "amina@example.ma")]).await.sent_to();
    visitor.get("/fr/account").await.ok().shows_not("amina@example.ma");
    let (ticket, code) = (parameter(&address, "ticket"), six_digits(&outbox(&town).await));
    visitor.post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows("amina@example.ma");
    signed_in(&town, "amina@example.ma").await.get("/fr/account").await.ok().shows("06 12 34 56 78");
}

#[tokio::test]
async fn a_form_of_another_site_signs_nobody_in() {
    let town = town().await;
    let visitor = town.visitor().saying("origin", "https://evil.ma");
    visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", "0612345678")]).await.is(422);
    visitor.post("/fr/staff/sign-in", &[("email", "a@b.ma"), ("password", "x")]).await.is(422);
}

#[tokio::test]
async fn the_owner_sees_who_looked_and_why() {
    let town = demo_town().await;
    let citizen = signed_in(&town, "0612345678").await;
    let clerk = town.clerk("counter_clerk").await;
    let found =
        clerk.post("/fr/people", &[("q", "06 12 34 56 78")]).await.ok().shows_not("06 12 34 56 78").text().replace("&#x2f;", "/");
    let id = found.split("/fr/people/").nth(1).and_then(|rest| rest.split('"').next()).expect("a person").to_owned();
    clerk.post(&format!("/fr/people/{id}"), &[("why", "")]).await.is(422);
    clerk.post(&format!("/fr/people/{id}"), &[("why", "counter")]).await.ok().shows("06 12 34 56 78");
    citizen.get("/fr/account/looks").await.ok().shows("La personne est au guichet").shows("Trouvé par une recherche");
    let data = citizen.get("/account/data.json").await.ok().json();
    assert_eq!((data["phone"].as_str(), data["looks"].as_array().map(Vec::len)), (Some("+212612345678"), Some(2)));
    town.clerk("councillor").await.get("/fr/people").await.is(403);
}

#[tokio::test]
async fn an_erased_person_is_gone_and_the_contact_is_free() {
    let town = demo_town().await;
    let visitor = signed_in(&town, "0612345678").await;
    visitor.post("/fr/account/erasure", &[]).await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows("Effacement demandé");
    let person = town
        .does(|tx| {
            let phone = Phone::parse("0612345678").unwrap();
            Ok(crate::search(tx, phone.as_str())?[0].id.clone())
        })
        .await;
    let gone = person.clone();
    town.does(move |tx| crate::erase(tx, &gone).and_then(|()| crate::erase(tx, &gone))).await;
    visitor.get("/fr/account").await.is(303);
    let problem = town.tries(move |tx| crate::card(tx, &person, "request")).await.unwrap_err();
    assert_eq!(problem.code(), "platform-erased");
    signed_in(&town, "0612345678").await.get("/fr/account").await.ok();
}

#[tokio::test]
async fn nothing_personal_stands_in_the_database_file() {
    let town = demo_town().await;
    if !town.app.config().database.url.is_empty() {
        return;
    }
    let visitor = signed_in(&town, "0612345678").await;
    visitor.post("/fr/account", &[("name", "Zineb Benchekroun"), ("lang", "fr")]).await.redirects_to("/fr/account");
    town.does(|tx| {
        let (phone, cin) = (Phone::parse("0699887766"), Cin::parse("AB998877"));
        let (name, lang, level) = ("Tariq Boughaleb".into(), Lang::Fr, Level::Declared);
        crate::add(tx, NewPerson { name, phone, email: None, cin, lang, level })
    })
    .await;
    for file in std::fs::read_dir(&town.app.config().data).unwrap().flatten().filter(|entry| entry.path().is_file()) {
        let bytes = std::fs::read(file.path()).unwrap();
        for secret in ["Benchekroun", "Boughaleb", "612345678", "699887766", "AB998877"] {
            assert!(!bytes.windows(secret.len()).any(|part| part == secret.as_bytes()), "{secret} in {:?}", file.path());
        }
    }
}

#[tokio::test]
async fn only_a_contact_that_a_code_opened_counts_as_confirmed() {
    let town = demo_town().await;
    signed_in(&town, "06 12 34 56 78").await;
    let phone = Phone::parse("0612345678").unwrap();
    let to = sending::To::Phone(phone.clone());
    let asked = to.clone();
    let confirmed = town
        .reads(move |rx| {
            let account = crate::store::accounts::by_contact(rx, platform::access::Side::Citizen, &asked)?.unwrap();
            crate::confirmed(rx, &account.person)
        })
        .await;
    assert_eq!(confirmed, [to]);
    let at_the_counter = town
        .does(move |tx| {
            let (name, phone) = ("شخص آخر".to_owned(), Some(phone.clone()));
            crate::add(tx, NewPerson { name, phone, email: None, cin: None, lang: Lang::Ar, level: Level::Contact })
        })
        .await;
    assert!(town.reads(move |rx| crate::confirmed(rx, &at_the_counter)).await.is_empty(), "a clerk typed it");
}
