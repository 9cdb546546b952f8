//! The day at the desk.

use super::{again, booked, open, town, want};
use crate::model::State;
use kernel::Id;

#[tokio::test]
async fn staff_see_codes_in_the_list_and_a_name_only_where_the_look_is_written() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-24T10:00:00Z");
    let mine = town.does(move |tx| booked(tx, 4, &wanted)).await;
    let clerk = town.clerk("counter_clerk").await;
    clerk.get("/fr/desk/appointments").await.ok().shows(mine.code.as_str()).shows_not("Amina");
    let looks = |of: Id| move |rx: &mut platform::Tx| platform::store::journal::looks_at(rx, of.as_str(), 9);
    assert!(town.reads(looks(mine.id.clone())).await.is_empty());
    clerk.get(&format!("/fr/desk/appointments/{}", mine.id)).await.ok().shows("Amina 4").shows("06 00 00 00 04");
    assert_eq!(town.reads(looks(mine.id.clone())).await.len(), 1);
    clerk.get(&format!("/fr/desk/appointments?code={}", mine.code.as_str())).await.is(303);
    clerk.post(&format!("/fr/desk/appointments/{}/arrive", mine.id), &[]).await.is(303);
    clerk.post(&format!("/fr/desk/appointments/{}/arrive", mine.id), &[]).await.is(409);
    clerk.post(&format!("/fr/desk/appointments/{}/done", mine.id), &[]).await.is(303);
    assert_eq!(again(&town, &mine.id).await.state, State::Done);
}

#[tokio::test]
async fn staff_cancel_and_move_with_a_reason_and_book_for_who_stands_here() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-24T10:00:00Z");
    let mine = town.does(move |tx| booked(tx, 4, &wanted)).await;
    let clerk = town.clerk("counter_clerk").await;
    let at = format!("/fr/desk/appointments/{}", mine.id);
    clerk.post(&format!("{at}/cancel"), &[]).await.is(422).shows("Écrivez le motif");
    let start = format!("{site}|2026-11-26T10:00:00.000000Z");
    clerk.post(&format!("{at}/move"), &[("start", &start), ("why", "malade")]).await.is(303);
    assert_eq!(again(&town, &mine.id).await.starts(), Some(super::at("2026-11-26T10:00:00Z")));
    clerk.post(&format!("{at}/cancel"), &[("why", "malade")]).await.is(303);
    let search = format!("/fr/desk/appointments/new?matter=family-booklet&site={site}&day=2026-11-25&people=1");
    clerk.get(&search).await.ok().shows("08:30");
    let start = format!("{site}|2026-11-25T07:30:00.000000Z");
    let fields =
        [("matter", "family-booklet"), ("site", site.as_str()), ("day", "2026-11-25"), ("people", "1"), ("start", &start)];
    let named = [("name", "Karim <b>"), ("phone", "0612345678"), ("cin", "ab 1234")];
    let all: Vec<_> = fields.iter().chain(&named).copied().collect();
    let page = clerk.post("/fr/desk/appointments/new", &all).await.sent_to();
    clerk.get(&page).await.ok().shows("Karim &lt;b&gt;").shows("AB1234");
    clerk.post("/fr/desk/appointments/new", &fields).await.is(422).shows("Écrivez le nom complet");
}

#[tokio::test]
async fn a_clerk_of_one_arrondissement_does_not_see_the_other_and_a_visitor_sees_nothing() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-24T10:00:00Z");
    let mine = town.does(move |tx| booked(tx, 4, &wanted)).await;
    let far = town.clerk_in("agent", None, Some("04.441.01.09")).await;
    far.get("/fr/desk/appointments").await.ok().shows_not(mine.code.as_str());
    far.get(&format!("/fr/desk/appointments/{}", mine.id)).await.is(404);
    far.post(&format!("/fr/desk/appointments/{}/arrive", mine.id), &[]).await.is(404);
    town.visitor().get("/fr/desk/appointments").await.is(303);
    town.clerk("councillor").await.get("/fr/desk/appointments").await.is(403);
}

#[tokio::test]
async fn the_feed_of_a_site_has_codes_and_no_names() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-24T10:00:00Z");
    let mine = town.does(move |tx| booked(tx, 4, &wanted)).await;
    let of = site.clone();
    let key = town.reads(move |rx| crate::pages::ics::key(rx, &of)).await;
    let feed = town.visitor().get(&format!("/appointments/feed/{site}/{key}")).await.ok();
    feed.shows(mine.code.as_str()).shows("DTSTART:20261124T100000Z").shows_not("Amina");
    town.visitor().get(&format!("/appointments/feed/{site}/{}", "0".repeat(32))).await.is(404);
}

#[tokio::test]
async fn the_rules_of_booking_are_chosen_within_bounds_and_by_whoever_edits_sites() {
    let town = town().await;
    let chief = town.clerk("administrator").await;
    let page = chief.get("/fr/admin/appointments").await.ok().shows("Règles des rendez-vous").text();
    assert!(page.contains("value=\"30\"") && page.contains("value=\"90\""), "{page}");
    let form = |misses| [("days_ahead", "45"), ("misses", misses), ("misses_in_days", "60"), ("counter_only_days", "15")];
    chief.post("/fr/admin/appointments", &form("11")).await.is(422).shows("de 0 à 10");
    chief.post("/fr/admin/appointments", &form("0")).await.redirects_to("/fr/admin/appointments");
    let policy = town.reads(crate::policy).await;
    assert_eq!((policy.days_ahead, policy.misses), (45, 0));
    town.clerk("counter_clerk").await.get("/fr/admin/appointments").await.is(403);
}
