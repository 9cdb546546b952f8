//! From the first page to the counter, as people walk it.

use super::{again, at, bound, day, demo_town, modules, open, outbox, town, want};
use crate::actions::{confirm, hold};
use crate::model::State;
use kernel::Id;
use platform::Result;
use testing::{Town, Visitor, check_module};

/// Six digits after a mark of the message.
fn code_in(outbox: &str) -> String {
    let (_, rest) = outbox.split_once("Code de confirmation").expect("a message with a code");
    let digits: Vec<char> = rest.chars().collect();
    digits.windows(6).find(|six| six.iter().all(char::is_ascii_digit)).expect("six digits").iter().collect()
}

async fn held(browser: &Visitor, site: &Id, starts: &str) -> String {
    let start = format!("{site}|{}", at(starts));
    let fields = [("matter", super::MATTER), ("people", "1"), ("way", "visit"), ("site", site.as_str()), ("start", &start)];
    browser.post("/fr/appointments/hold", &fields).await.sent_to()
}

const NAME: [(&str, &str); 2] = [("name", "Amina Alaoui"), ("phone", "06 12 34 56 78")];

#[tokio::test]
async fn somebody_books_without_an_account_by_a_code() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let browser = town.visitor();
    browser.get("/ar/appointments").await.ok().shows("نسخ ومستخرجات الحالة المدنية");
    browser.get(&format!("/fr/appointments/new?matter={}", super::MATTER)).await.ok().shows_not("Tabriquet");
    browser.get(&format!("/fr/appointments/new?matter={}&people=1", super::MATTER)).await.ok().shows("Tabriquet");
    let at_site = format!("/fr/appointments/new?matter={}&site={site}&day=2026-11-25", super::MATTER);
    browser.get(&at_site).await.ok().shows("08:30").shows("16:20").shows_not("16:30");
    let page = held(&browser, &site, "2026-11-25T10:00:00Z").await;
    browser.get(&page).await.ok().shows("jusqu&#39;à <bdi>10:10").shows("11:00");
    town.clock.advance_secs(20);
    browser.post(&format!("{page}/details"), &[("name", ""), ("phone", "x")]).await.is(422).shows("Écrivez le nom complet");
    browser.post(&format!("{page}/details"), &NAME).await.redirects_to(&page);
    let code = code_in(&outbox(&town).await);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    browser.post(&format!("{page}/confirm"), &[("code", wrong)]).await.is(422).shows("Essais restants : 4");
    browser.post(&format!("{page}/confirm"), &[("code", &code)]).await.redirects_to(&page);
    browser.get(&page).await.ok().shows("confirmé").shows("Guichet <bdi>1");
    browser.get(&at_site).await.ok().shows_not(">11:00<");
    let outbox = outbox(&town).await;
    assert!(outbox.contains("Rendez-vous confirmé"), "{outbox}");
    let bare = page.trim_start_matches("/fr");
    let ics = browser.get(&format!("{bare}/event.ics")).await.ok().text();
    assert!(ics.contains("DTSTART:20261125T100000Z") && ics.contains("STATUS:CONFIRMED") && !ics.contains("Amina"), "{ics}");
    assert!(ics.lines().all(|line| line.len() <= 75));
}

/// Somebody with an account whose telephone a code has confirmed.
async fn signed_in(town: &Town) -> Visitor {
    let browser = town.visitor();
    let asked = browser.post("/fr/account/sign-in", &[("way", "code"), ("contact", "06 12 34 56 78")]).await.sent_to();
    let ticket = asked.split_once("ticket=").map(|(_, rest)| rest.split('&').next().unwrap_or("").to_owned()).unwrap();
    let text = outbox(town).await;
    let digits: Vec<char> = text[text.find("<main").unwrap()..].chars().collect();
    let alone = |six: &[char]| !six[0].is_ascii_alphanumeric() && six[1..7].iter().all(char::is_ascii_digit) && six[7] == ' ';
    let code: String = digits.windows(8).find(|six| alone(six)).map(|six| six[1..7].iter().collect()).unwrap();
    browser.post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.is(303);
    browser
}

#[tokio::test]
async fn who_has_an_account_finds_his_telephone_written_and_needs_no_code() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let browser = signed_in(&town).await;
    let page = held(&browser, &site, "2026-11-25T10:00:00Z").await;
    browser.get(&page).await.ok().shows("06 12 34 56 78");
    town.clock.advance_secs(10);
    browser.post(&format!("{page}/details"), &NAME).await.redirects_to(&page);
    browser.get(&page).await.ok().shows("confirmé");
    let mine = town
        .reads(|rx| {
            let all = crate::store::bookings::of_day(rx, day("2026-11-25"), None)?;
            let person = all[0].person.clone().expect("the account's person");
            crate::of_person(rx, &person, None, 10)
        })
        .await;
    assert_eq!(mine.len(), 1);
    // Another telephone than the account's is confirmed as anybody's.
    let other = held(&browser, &site, "2026-11-26T10:00:00Z").await;
    town.clock.advance_secs(10);
    browser.post(&format!("{other}/details"), &[("name", "Karim"), ("phone", "0699999999")]).await.redirects_to(&other);
    browser.get(&other).await.ok().shows("Code de confirmation");
}

#[tokio::test]
async fn two_people_take_two_turns_in_one_booking_and_a_visit_may_become_a_call() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let pair = crate::Want { people: 2, ..want(&site, "2026-11-25T10:00:00Z") };
    let both = town.does(move |tx| super::booked(tx, 1, &pair)).await;
    let place = both.place.clone().unwrap();
    assert_eq!(place.ends.secs_since(place.starts), 20 * 60);
    let inside = want(&site, "2026-11-25T10:10:00Z");
    assert_eq!(town.tries(move |tx| super::booked(tx, 2, &inside)).await.unwrap_err().code(), "appointments-slot-taken");
    let many = crate::Want { people: 9, ..want(&site, "2026-11-25T12:00:00Z") };
    assert_eq!(town.tries(move |tx| super::booked(tx, 3, &many)).await.unwrap_err().code(), "appointments-people-wrong");
    let id = both.id.clone();
    let never = town.tries(move |tx| crate::actions::change::by_phone(tx, &id)).await;
    assert_eq!(never.unwrap_err().code(), "appointments-way-not", "civil status needs the person");
    let taxes = crate::Want { matter: "local-taxes".into(), ..want(&site, "2026-11-25T13:00:00Z") };
    let call = town.does(move |tx| super::booked(tx, 4, &taxes)).await;
    let code = call.code.clone();
    let token = town.reads(move |rx| crate::token(rx, &code)).await;
    town.visitor().post(&format!("/fr/appointments/{token}/phone"), &[]).await.is(303);
    assert_eq!(again(&town, &call.id).await.way, sites::Way::Phone);
}

#[tokio::test]
async fn a_person_who_is_forgotten_leaves_his_seat_and_his_name() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let mine = town
        .does(move |tx| {
            let person = people::add(
                tx,
                people::NewPerson {
                    name: "Amina".into(),
                    phone: Some(super::phone(1)),
                    email: None,
                    cin: None,
                    lang: kernel::Lang::Fr,
                    level: people::Level::Declared,
                },
            )?;
            let held = hold::hold(tx, &super::visitor("x"), &wanted)?;
            confirm::without_code(tx, &held.id, &bound(1), Some(&person), None)?;
            people::erase(tx, &person)?;
            Ok(held.id)
        })
        .await;
    town.drain().await;
    let after = again(&town, &mine).await;
    assert_eq!((after.state, after.person, after.named), (State::Cancelled, None, false));
}

#[tokio::test]
async fn a_slot_taken_meanwhile_offers_the_nearest_and_keeps_what_was_typed() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let (one, two) = (town.visitor(), town.visitor());
    let mine = held(&one, &site, "2026-11-25T10:00:00Z").await;
    let start = format!("{site}|{}", at("2026-11-25T10:00:00Z"));
    let fields = [("matter", super::MATTER), ("people", "2"), ("way", "visit"), ("site", site.as_str()), ("start", &start)];
    let late = two.post("/fr/appointments/hold", &fields).await.is(409);
    late.shows("Quelqu&#39;un vient de prendre").shows("les plus proches").shows("name=\"people\" value=\"2\"").shows("10:30");
    town.clock.advance_secs(601);
    held(&two, &site, "2026-11-25T10:00:00Z").await;
    let lost = one.post(&format!("{mine}/details"), &NAME).await.is(409);
    let text = lost.shows("Amina Alaoui").shows("06 12 34 56 78").shows("les plus proches").text();
    let nearest = text.split("name=\"start\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    one.post(&format!("{mine}/details"), &[NAME[0], NAME[1], ("start", &nearest)]).await.redirects_to(&mine);
}

#[tokio::test]
async fn a_scanner_of_mail_that_opens_every_link_changes_nothing() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let mine = town.does(move |tx| super::booked(tx, 1, &wanted)).await;
    let code = mine.code.clone();
    let token = town.reads(move |rx| crate::token(rx, &code)).await;
    let scanner = town.visitor();
    for page in ["", "/cancel", "/move", "/move?day=2026-11-26"] {
        scanner.get(&format!("/fr/appointments/{token}{page}")).await.ok();
    }
    for verb in ["accept", "phone", "confirm", "details", "let-go"] {
        scanner.get(&format!("/fr/appointments/{token}/{verb}")).await.is(404);
    }
    assert_eq!(again(&town, &mine.id).await, mine);
    scanner.post(&format!("/fr/appointments/{token}/cancel"), &[]).await.redirects_to(&format!("/fr/appointments/{token}"));
    assert_eq!(again(&town, &mine.id).await.state, State::Cancelled);
    scanner.post(&format!("/fr/appointments/{token}/cancel"), &[]).await.is(422);
}

#[tokio::test]
async fn the_link_of_another_booking_cannot_be_guessed_from_its_code() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let mine = town.does(move |tx| super::booked(tx, 1, &wanted)).await;
    let visitor = town.visitor();
    for token in [mine.code.as_str().to_owned(), format!("{}.{}", mine.code.as_str(), "0".repeat(32)), "x.y".into()] {
        visitor.get(&format!("/fr/appointments/{token}")).await.is(404);
    }
    let find = |phone: &'static str| [("code", mine.code.as_str().to_owned()), ("phone", phone.to_owned())];
    let fields = find("0600000002");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post("/fr/appointments/find", &fields).await.is(422);
    let fields = find("0600000001");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = visitor.post("/fr/appointments/find", &fields).await.sent_to();
    visitor.get(&page).await.ok().shows(mine.code.as_str());
}

#[tokio::test]
async fn a_form_that_comes_back_faster_than_a_hand_is_refused() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let browser = town.visitor();
    let page = held(&browser, &site, "2026-11-25T10:00:00Z").await;
    browser.post(&format!("{page}/details"), &NAME).await.is(422).shows("Attendez quelques secondes");
}

async fn reminders(town: &Town) -> usize {
    outbox(town).await.matches("Rappel (").count()
}

#[tokio::test]
async fn reminders_come_the_day_before_and_two_hours_before_to_who_still_comes() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let (first, second) = (want(&site, "2026-11-26T10:00:00Z"), want(&site, "2026-11-26T11:00:00Z"));
    town.does(move |tx| super::booked(tx, 1, &first)).await;
    let gone = town.does(move |tx| super::booked(tx, 2, &second)).await;
    assert_eq!(reminders(&town).await, 0);
    town.does(move |tx| crate::cancel(tx, &gone.id, "person")).await;
    town.advance_hours(26).await;
    assert_eq!(reminders(&town).await, 1);
    town.advance_hours(22).await;
    assert_eq!(reminders(&town).await, 2);
}

fn missed(tx: &mut platform::Tx, site: &Id, starts: &str) -> Result<()> {
    let id = {
        let held = hold::hold(tx, &super::visitor("x"), &want(site, starts))?;
        confirm::without_code(tx, &held.id, &bound(5), None, None)?;
        held.id
    };
    tx.execute(
        "UPDATE appointments_bookings SET state = 'no_show' WHERE tenant = $1 AND id = $2",
        platform::args![tx.tenant(), id],
    )
}

#[tokio::test]
async fn who_missed_two_books_at_the_counter_only_and_is_told() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let of = site.clone();
    town.does(move |tx| {
        missed(tx, &of, "2026-11-25T10:00:00Z")?;
        missed(tx, &of, "2026-11-26T10:00:00Z")
    })
    .await;
    town.clock.advance_secs(3 * 24 * 3_600);
    let wanted = want(&site, "2026-11-30T10:00:00Z");
    let of = wanted.clone();
    let refused = town
        .tries(move |tx| {
            let held = hold::hold(tx, &super::visitor("y"), &of)?;
            confirm::without_code(tx, &held.id, &bound(5), None, None)
        })
        .await;
    assert_eq!(refused.unwrap_err().code(), "appointments-counter-only");
    town.does(move |tx| crate::for_somebody(tx, &wanted, &bound(5), None)).await;
}

#[tokio::test]
async fn the_day_closes_over_who_did_not_come_where_the_list_was_used() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let (quiet, _) = town.does(|tx| super::site(tx, "Bettana", &[1])).await;
    let (one, two, three) =
        (want(&site, "2026-11-24T10:00:00Z"), want(&site, "2026-11-24T11:00:00Z"), want(&quiet, "2026-11-24T11:00:00Z"));
    let came = town.does(move |tx| super::booked(tx, 1, &one)).await;
    let stayed = town.does(move |tx| super::booked(tx, 2, &two)).await;
    let unseen = town.does(move |tx| super::booked(tx, 3, &three)).await;
    let id = came.id.clone();
    town.does(move |tx| crate::arrive(tx, &id)).await;
    let id = came.id.clone();
    assert_eq!(town.tries(move |tx| crate::arrive(tx, &id)).await.unwrap_err().code(), "appointments-marked-already");
    town.advance_hours(11).await;
    town.does(crate::actions::day::close).await;
    let states = [again(&town, &came.id).await.state, again(&town, &stayed.id).await.state, again(&town, &unseen.id).await.state];
    assert_eq!(states, [State::Arrived, State::NoShow, State::Booked]);
    let of_day = site.clone();
    assert_eq!(town.reads(move |rx| crate::today_at(rx, &of_day)).await.len(), 2);
    let _ = day("2026-11-24");
}

#[tokio::test]
async fn every_page_and_language_is_complete() {
    let town = Town::with(modules()).await;
    assert_eq!(check_module(&town.app, &crate::module()), Vec::<String>::new());
}
