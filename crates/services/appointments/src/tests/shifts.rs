//! A holiday announced the evening before: everybody has another time, is told once, and nobody is lost.

use super::{again, booked, day, demo_town, open, outbox, want};
use crate::model::State;
use kernel::Label;
use sites::Closure;

/// Messages about bookings, besides the one that confirmed each.
async fn told(town: &testing::Town) -> i64 {
    town.drain().await;
    let sql = "SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1 AND about IS NOT NULL";
    town.reads(move |rx| rx.count(sql, platform::args![rx.tenant()])).await - 45
}

#[tokio::test]
async fn a_holiday_announced_the_evening_before_moves_everybody_and_tells_each_once() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let mut all = Vec::new();
    for n in 0..45_u64 {
        let wanted = want(&site, &super::at("2026-11-25T07:30:00Z").plus_minutes(i64::try_from(n).unwrap() * 10).to_string());
        all.push(town.does(move |tx| booked(tx, n, &wanted)).await);
    }
    town.does(|tx| calendar::add(tx, day("2026-11-25"), Label::new("عيد", "Aïd"))).await;
    assert_eq!(told(&town).await, 45);
    for before in &all {
        let after = again(&town, &before.id).await;
        assert_eq!(after.state, State::Booked);
        assert!(after.day().unwrap() > day("2026-11-25"), "{:?}", after.place);
    }
    let listed = town.reads(|rx| crate::shifted(rx, day("2026-11-24"))).await;
    assert_eq!(listed.len(), 45);
    town.does(|tx| crate::actions::shift::look(tx, None)).await;
    assert_eq!(told(&town).await, 45, "told once");
}

#[tokio::test]
async fn a_closed_counter_sends_its_people_to_another_site_or_to_the_head_of_the_list() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let (other, _) = town.does(|tx| super::site(tx, "Bettana", &[1])).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let mine = town.does(move |tx| booked(tx, 1, &wanted)).await;
    let of = site.clone();
    town.does(move |tx| {
        for ahead in 0..120 {
            let why = Label::new("إصلاح", "Travaux");
            let on = day("2026-11-25").plus_days(ahead);
            sites::close(tx, Closure { id: tx.new_id(), site: of.clone(), counter: None, day: on, part: None, why })?;
        }
        Ok(())
    })
    .await;
    town.drain().await;
    let after = again(&town, &mine.id).await;
    assert_eq!((after.state, after.site.clone()), (State::Booked, Some(other.clone())));
    town.does(move |tx| {
        for ahead in 0..120 {
            let why = Label::new("إصلاح", "Travaux");
            let on = day("2026-11-25").plus_days(ahead);
            sites::close(tx, Closure { id: tx.new_id(), site: other.clone(), counter: None, day: on, part: None, why })?;
        }
        Ok(())
    })
    .await;
    assert!(outbox(&town).await.contains("en tête de la liste"));
    assert_eq!(again(&town, &mine.id).await.state, State::Waiting);
}

#[tokio::test]
async fn a_counter_closed_for_an_hour_moves_only_who_was_in_it() {
    let town = demo_town().await;
    let (site, counters) = open(&town, &[1, 1]).await;
    let (in_it, after_it) = (want(&site, "2026-11-25T10:00:00Z"), want(&site, "2026-11-25T12:00:00Z"));
    let hit = town.does(move |tx| booked(tx, 1, &in_it)).await;
    let spared = town.does(move |tx| booked(tx, 2, &after_it)).await;
    let counter = hit.place.as_ref().map(|place| place.counter.clone());
    assert!(counters.contains(counter.as_ref().unwrap()));
    town.does(move |tx| {
        let why = Label::new("اجتماع", "Réunion");
        let part = Some((11 * 60, 12 * 60));
        sites::close(
            tx,
            Closure { id: tx.new_id(), site: site.clone(), counter: counter.clone(), day: day("2026-11-25"), part, why },
        )
    })
    .await;
    town.drain().await;
    let moved = again(&town, &hit.id).await;
    assert_eq!(moved.starts(), hit.starts(), "the other counter takes him at the same time");
    assert_ne!(moved.place.unwrap().counter, hit.place.unwrap().counter);
    assert_eq!(again(&town, &spared.id).await, spared);
}
