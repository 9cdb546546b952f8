//! Passkeys: one button opens what they were made for, and whatever is bent opens nothing.

use super::authenticator::Device;
use super::staff::administrator_role;
use super::{PASSWORD, clerk, modules, outbox, parameter, six_digits, through_the_door};
use kernel::Id;
use platform::Json;
use platform::store::journal;
use testing::{Reply, Town, Visitor};

const ORIGIN: &str = "https://services.example.ma";
const KARIM: &str = "karim@sale.example.ma";
const LATE: &str = "expiré ou a déjà servi";
const UNKNOWN: &str = "n’ouvre aucun compte ici";
const WRONG: &str = "n’a pas pu être vérifiée";
const STOPPED: &str = "Cette clé est bloquée";

async fn town() -> Town {
    let change = |config: &mut platform::Config| {
        config.demo = true;
        config.public_url = ORIGIN.into();
        config.limits.sign_ins_per_ten_minutes = 10_000;
    };
    Town::configured(modules(), change).await
}

async fn asks(visitor: &Visitor, path: &str) -> (String, Json) {
    let told = visitor.post(path, &[]).await.ok().json();
    (told["ticket"].as_str().expect("a ticket").to_owned(), told["options"].clone())
}

/// Makes a key in a session, as the page does.
async fn adds(visitor: &Visitor, device: &mut Device, name: &str) -> Reply {
    let (ticket, options) = asks(visitor, "/fr/account/passkeys/ask").await;
    let answer = device.makes(&options);
    visitor.post("/fr/account/passkeys", &[("passkey_name", name), ("ticket", &ticket), ("answer", &answer)]).await
}

async fn question(visitor: &Visitor) -> (String, Json) {
    asks(visitor, "/fr/account/passkey/ask").await
}

async fn sends(visitor: &Visitor, door: &str, ticket: &str, answer: &str) -> Reply {
    visitor.post(door, &[("ticket", ticket), ("answer", answer)]).await
}

async fn opens(visitor: &Visitor, device: &mut Device, door: &str) -> Reply {
    let (ticket, options) = question(visitor).await;
    let answer = device.answers(&options);
    sends(visitor, door, &ticket, &answer).await
}

async fn citizen(town: &Town, contact: &str) -> Visitor {
    let visitor = town.visitor();
    let address = visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", contact)]).await.sent_to();
    let fields = [("ticket", parameter(&address, "ticket")), ("code", six_digits(&outbox(town).await))];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post("/fr/account/code", &fields).await.redirects_to("/fr/account");
    visitor
}

/// A citizen with a key, signed out again, and the device.
async fn with_key(town: &Town) -> (Visitor, Device) {
    let (visitor, mut device) = (citizen(town, "0612345678").await, Device::new(ORIGIN));
    adds(&visitor, &mut device, "Mon téléphone").await.redirects_to("/fr/account#passkeys");
    visitor.post("/fr/sign-out", &[]).await.redirects_to("/fr");
    (visitor, device)
}

async fn verbs_about(town: &Town, person: Id) -> Vec<String> {
    let entries = town.reads(move |rx| journal::entries_about(rx, person.as_str(), 20)).await;
    entries.into_iter().map(|entry| format!("{} {}", entry.verb, entry.summary)).collect()
}

#[tokio::test]
async fn a_citizen_adds_a_key_and_comes_back_by_one_button() {
    let town = town().await;
    let (visitor, mut device) = (citizen(&town, "0612345678").await, Device::new(ORIGIN));
    visitor.get("/fr/account").await.ok().shows("data-passkey=\"create\"").shows("data-host=\"services.example.ma\"");
    adds(&visitor, &mut device, "Mon téléphone").await.redirects_to("/fr/account#passkeys");
    visitor.get("/fr/account").await.ok().shows("Mon téléphone").shows("Jamais utilisée");
    assert!(outbox(&town).await.contains("clé d’accès vient d’être ajoutée"), "the owner is told");
    visitor.post("/fr/sign-out", &[]).await.redirects_to("/fr");
    visitor.get("/fr/account/sign-in").await.ok().shows("data-passkey=\"get\"");
    opens(&visitor, &mut device, "/fr/account/passkey").await.redirects_to("/fr/account");
    visitor.get("/fr/account").await.ok().shows_not("Jamais utilisée");
    opens(&town.visitor(), &mut device, "/fr/account/passkey").await.redirects_to("/fr/account");
}

#[tokio::test]
async fn a_key_of_staff_counts_as_both_factors_and_opens_no_other_door() {
    let town = town().await;
    clerk(&town, KARIM, "agent").await;
    let (karim, mut device) = (through_the_door(&town, KARIM).await, Device::new(ORIGIN));
    adds(&karim, &mut device, "Poste 12").await.redirects_to("/fr/staff/account#passkeys");
    let visitor = town.visitor();
    opens(&visitor, &mut device, "/fr/account/passkey").await.is(422).shows(UNKNOWN);
    opens(&visitor, &mut device, "/fr/staff/passkey").await.redirects_to("/fr/staff");
    visitor.get("/fr/staff/account").await.ok().shows("Poste 12");
    let (_, mut citizens) = with_key(&town).await;
    opens(&town.visitor(), &mut citizens, "/fr/staff/passkey").await.is(422).shows(UNKNOWN);
}

#[tokio::test]
async fn only_a_fresh_session_adds_a_key() {
    let town = town().await;
    let (visitor, mut device) = (citizen(&town, "0612345678").await, Device::new(ORIGIN));
    let (ticket, options) = asks(&visitor, "/fr/account/passkeys/ask").await;
    let answer = device.makes(&options);
    town.clock.advance_secs(601);
    visitor.post("/fr/account/passkeys/ask", &[]).await.is(422);
    let fields = [("passkey_name", "Tard"), ("ticket", ticket.as_str()), ("answer", &answer)];
    visitor.post("/fr/account/passkeys", &fields).await.is(422).shows("reconnectez-vous");
    visitor.get("/fr/account").await.ok().shows("/account/passkeys/again").shows_not("data-passkey=\"create\"");
    visitor.post("/fr/account/passkeys/again", &[]).await.redirects_to("/fr/account/sign-in?next=/account");
    visitor.get("/fr/account").await.is(303);
}

#[tokio::test]
async fn a_question_is_good_once_for_five_minutes_in_one_browser() {
    let town = town().await;
    let (visitor, mut device) = with_key(&town).await;
    let door = "/fr/account/passkey";

    let (ticket, options) = question(&visitor).await;
    let answer = device.answers(&options);
    sends(&town.visitor(), door, &ticket, &answer).await.is(422).shows(LATE);
    sends(&visitor, door, &ticket, &answer).await.redirects_to("/fr/account");
    visitor.post("/fr/sign-out", &[]).await;
    sends(&visitor, door, &ticket, &answer).await.is(422).shows(LATE);

    let (ticket, options) = question(&visitor).await;
    let answer = device.answers(&options);
    town.clock.advance_secs(301);
    sends(&visitor, door, &ticket, &answer).await.is(422).shows(LATE);

    // A question that was answered wrongly is used up as well.
    let (ticket, options) = question(&visitor).await;
    sends(&visitor, door, &ticket, "{}").await.is(422).shows(WRONG);
    let answer = device.answers(&options);
    sends(&visitor, door, &ticket, &answer).await.is(422).shows(LATE);
    visitor.get("/fr/account").await.is(303);
}

#[tokio::test]
async fn whatever_is_bent_opens_nothing() {
    let town = town().await;
    let (visitor, mut device) = with_key(&town).await;
    let door = "/fr/account/passkey";

    // The answer to another question.
    let ((_, other), (ticket, _)) = (question(&visitor).await, question(&visitor).await);
    let answer = device.answers(&other);
    sends(&visitor, door, &ticket, &answer).await.is(422).shows(WRONG);

    device.origin = "https://services.example.ma.evil.test".into();
    opens(&visitor, &mut device, door).await.is(422).shows(WRONG);
    device.origin = "http://services.example.ma".into();
    opens(&visitor, &mut device, door).await.is(422).shows(WRONG);
    device.origin = ORIGIN.into();

    device.host = "evil.test".into();
    opens(&visitor, &mut device, door).await.is(422).shows(WRONG);
    device.host = "services.example.ma".into();

    device.verifies = false;
    opens(&visitor, &mut device, door).await.is(422).shows(WRONG);
    device.verifies = true;

    // Another device that says it is this one.
    let mut thief = Device::new(ORIGIN);
    (thief.credential, thief.handle, thief.counter) = (device.credential.clone(), device.handle.clone(), device.counter);
    opens(&visitor, &mut thief, door).await.is(422).shows(WRONG);

    let mut stranger = Device::new(ORIGIN);
    stranger.handle = device.handle.clone();
    opens(&visitor, &mut stranger, door).await.is(422).shows(UNKNOWN);
    let own = std::mem::replace(&mut device.handle, vec![7; 16]);
    opens(&visitor, &mut device, door).await.is(422).shows(UNKNOWN);
    device.handle = own;

    visitor.get("/fr/account").await.is(303);
    opens(&visitor, &mut device, door).await.redirects_to("/fr/account");
}

#[tokio::test]
async fn what_a_device_says_of_a_new_key_is_looked_at() {
    let town = town().await;
    let visitor = citizen(&town, "0612345678").await;
    let bent = |bend: fn(&mut Device)| {
        let mut device = Device::new(ORIGIN);
        bend(&mut device);
        device
    };
    for mut device in [
        bent(|device| device.claims = vec![("alg", -7)]),
        bent(|device| device.verifies = false),
        bent(|device| device.origin = "https://evil.test".into()),
        bent(|device| device.host = "evil.test".into()),
    ] {
        adds(&visitor, &mut device, "Mon téléphone").await.is(422).shows(WRONG);
    }
    let mut device = Device::new(ORIGIN);
    adds(&visitor, &mut device, " ").await.is(422).shows("f-passkey_name-error");
    visitor.get("/fr/account").await.ok().shows_not("class=\"btn danger small\"");
    adds(&visitor, &mut device, "Mon téléphone").await.is(303);
    let other = citizen(&town, "0687654321").await;
    adds(&other, &mut device, "La même").await.is(422).shows("a déjà une clé");
}

#[tokio::test]
async fn a_counter_that_goes_back_stops_the_key_and_is_told() {
    let town = town().await;
    let person = clerk(&town, KARIM, "agent").await;
    let (karim, mut device) = (through_the_door(&town, KARIM).await, Device::new(ORIGIN));
    adds(&karim, &mut device, "Poste 12").await.is(303);
    let (visitor, door) = (town.visitor(), "/fr/staff/passkey");
    device.counter = 40;
    opens(&visitor, &mut device, door).await.is(303);
    visitor.post("/fr/sign-out", &[]).await;
    device.counter = 20;
    opens(&visitor, &mut device, door).await.is(422).shows(STOPPED);
    device.counter = 90;
    opens(&visitor, &mut device, door).await.is(422).shows(STOPPED);
    let verbs = verbs_about(&town, person.clone()).await;
    assert!(verbs[0].starts_with("people.passkey_refused") && verbs[0].contains("stopped"), "{verbs:?}");
    assert!(outbox(&town).await.contains("نسخة من مفتاح المرور"), "the owner is told");
    let administrator = town.clerk(administrator_role(&town)).await;
    administrator.get(&format!("/fr/admin/staff/{person}")).await.ok().shows("Poste 12").shows("exister en double");
}

#[tokio::test]
async fn a_removed_key_opens_nothing_and_locks_nobody_out() {
    let town = town().await;
    let person = clerk(&town, KARIM, "agent").await;
    let (karim, mut device) = (through_the_door(&town, KARIM).await, Device::new(ORIGIN));
    adds(&karim, &mut device, "Poste 12").await.is(303);
    let page = format!("/fr/admin/staff/{person}");
    let head = town.clerk("service_head").await;
    let remove = |shown: &str| {
        let (_, rest) = shown.split_once("/passkeys/").expect("a key");
        format!("{page}/passkeys/{}/remove", rest.split('/').next().unwrap_or(""))
    };
    let administrator = town.clerk(administrator_role(&town)).await;
    let remove = remove(&administrator.get(&page).await.ok().shows("Poste 12").text());
    head.post(&remove, &[]).await.is(403);
    administrator.post(&remove, &[]).await.redirects_to(&page);
    administrator.post(&remove, &[]).await.is(404);
    karim.get("/fr/staff/account").await.is(303);
    opens(&town.visitor(), &mut device, "/fr/staff/passkey").await.is(422).shows(UNKNOWN);
    assert!(verbs_about(&town, person).await[0].starts_with("people.passkey_removed"));
    assert!(outbox(&town).await.contains("حذف مسؤول نظام"), "the owner is told");
    town.clock.advance_secs(30);
    let karim = through_the_door(&town, KARIM).await;

    adds(&karim, &mut device, "Poste 12").await.is(303);
    let shown = karim.get("/fr/staff/account").await.ok().text();
    let (_, rest) = shown.split_once("/account/passkeys/").expect("a form");
    let other = town.visitor();
    opens(&other, &mut device, "/fr/staff/passkey").await.is(303);
    let key = rest.split('/').next().expect("an id").to_owned();
    town.visitor().post(&format!("/fr/account/passkeys/{key}/remove"), &[]).await.is(401);
    karim.post(&format!("/fr/account/passkeys/{key}/remove"), &[]).await.redirects_to("/fr/staff/account");
    karim.get("/fr/staff/account").await.ok().shows_not("Poste 12");
    other.get("/fr/staff/account").await.is(303);
}

#[tokio::test]
async fn a_key_is_not_removed_by_somebody_else() {
    let town = town().await;
    let (owner, mut device) = (citizen(&town, "0612345678").await, Device::new(ORIGIN));
    adds(&owner, &mut device, "Mon téléphone").await.is(303);
    let shown = owner.get("/fr/account").await.ok().text();
    let key = shown.split("/account/passkeys/").nth(1).and_then(|rest| rest.split('/').next()).expect("an id").to_owned();
    citizen(&town, "0687654321").await.post(&format!("/fr/account/passkeys/{key}/remove"), &[]).await.is(404);
    opens(&town.visitor(), &mut device, "/fr/account/passkey").await.is(303);
}

#[tokio::test]
async fn a_key_of_a_commune_opens_nothing_in_another() {
    let town = town().await;
    let (_, mut device) = with_key(&town).await;
    let neighbour = town.visitor();
    let (ticket, options) = asks(&neighbour, "/c/rabat/fr/account/passkey/ask").await;
    let answer = device.answers(&options);
    sends(&neighbour, "/c/rabat/fr/account/passkey", &ticket, &answer).await.is(422).shows(UNKNOWN);
    // Nor does a question of one commune count in the other.
    let (ticket, options) = asks(&neighbour, "/c/rabat/fr/account/passkey/ask").await;
    let answer = device.answers(&options);
    sends(&neighbour, "/fr/account/passkey", &ticket, &answer).await.is(422).shows(LATE);
}

#[tokio::test]
async fn who_has_left_or_was_reset_has_no_key_any_more() {
    let town = town().await;
    let left = clerk(&town, KARIM, "agent").await;
    let (karim, mut device) = (through_the_door(&town, KARIM).await, Device::new(ORIGIN));
    adds(&karim, &mut device, "Poste 12").await.is(303);
    town.does(move |tx| crate::depart(tx, &left)).await;
    opens(&town.visitor(), &mut device, "/fr/staff/passkey").await.is(422).shows(UNKNOWN);

    let reset = clerk(&town, "hind@sale.example.ma", "agent").await;
    let (hind, mut device) = (through_the_door(&town, "hind@sale.example.ma").await, Device::new(ORIGIN));
    adds(&hind, &mut device, "Poste 13").await.is(303);
    town.does(move |tx| crate::reset_factor(tx, &reset, false)).await;
    opens(&town.visitor(), &mut device, "/fr/staff/passkey").await.is(422).shows(UNKNOWN);
}

#[tokio::test]
async fn a_key_without_a_right_of_today_opens_nothing() {
    let town = town().await;
    let person = clerk(&town, KARIM, "agent").await;
    let (karim, mut device) = (through_the_door(&town, KARIM).await, Device::new(ORIGIN));
    adds(&karim, &mut device, "Poste 12").await.is(303);
    town.does(move |tx| {
        let grants = platform::access::grants(tx, Some(&person))?;
        let yesterday = tx.today().plus_days(-1);
        grants.iter().try_for_each(|grant| platform::access::end_grant(tx, &grant.id, yesterday))
    })
    .await;
    opens(&town.visitor(), &mut device, "/fr/staff/passkey").await.is(422).shows(UNKNOWN);
}

#[tokio::test]
async fn tries_with_keys_share_the_allowance_of_the_door() {
    let town = Town::configured(modules(), |config| {
        config.public_url = ORIGIN.into();
        config.limits.sign_ins_per_ten_minutes = 2;
    })
    .await;
    let visitor = town.visitor();
    question(&visitor).await;
    sends(&visitor, "/fr/account/passkey", "x", "{}").await.is(422);
    visitor.post("/fr/account/passkey/ask", &[]).await.is(429);
    visitor.post("/fr/staff/sign-in", &[("email", KARIM), ("password", PASSWORD)]).await.is(429);
}

#[tokio::test]
async fn where_the_host_has_no_name_no_button_is_offered() {
    let town = Town::configured(modules(), |config| config.public_url = "http://192.0.2.7:8080".into()).await;
    let visitor = town.visitor();
    visitor.get("/fr/account/sign-in").await.ok().shows_not("data-passkey");
    visitor.get("/fr/staff/sign-in").await.ok().shows_not("data-passkey");
    visitor.post("/fr/account/passkey/ask", &[]).await.is(422);
    // Without a public address the machine itself goes by its name.
    let town = Town::with(modules()).await;
    town.visitor().get("/fr/account/sign-in").await.ok().shows("data-host=\"localhost\"");
}

#[tokio::test]
async fn taking_a_key_away_makes_no_old_session_fresh() {
    let town = town().await;
    clerk(&town, KARIM, "agent").await;
    let (karim, mut device) = (through_the_door(&town, KARIM).await, Device::new(ORIGIN));
    adds(&karim, &mut device, "Poste 12").await.is(303);
    town.clock.advance_secs(601);
    let shown = karim.get("/fr/staff/account").await.ok().text();
    let key = shown.split("/account/passkeys/").nth(1).and_then(|rest| rest.split('/').next()).expect("an id").to_owned();
    karim.post(&format!("/fr/account/passkeys/{key}/remove"), &[]).await.redirects_to("/fr/staff/account");
    karim.get("/fr/staff/account").await.ok().shows_not("Poste 12");
    karim.post("/fr/account/passkeys/ask", &[]).await.is(422);
    assert!(outbox(&town).await.contains("حُذف للتو مفتاح مرور"), "the owner is told");
    let kept =
        town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM people_passkeys WHERE credential LIKE '%cred%'", vec![])).await;
    assert_eq!(kept, 0, "what tells a device apart is sealed");
}
