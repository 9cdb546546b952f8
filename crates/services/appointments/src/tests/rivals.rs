//! Many who want the same: one has it. The same tests run on both engines.

use super::{booked, bound, open, town, visitor, want};
use crate::actions::{change, confirm, free, hold};
use crate::model::State;
use kernel::Id;
use platform::{Problem, Result, Scope, Tx};
use std::collections::BTreeSet;
use std::sync::Arc;
use testing::{SALE, Town};

/// Runs an action for each number at once; what each had.
async fn all_at_once<T: Send + 'static>(
    town: &Town,
    many: u64,
    body: impl Fn(&mut Tx, u64) -> Result<T> + Send + Sync + 'static,
) -> Vec<Result<T>> {
    let (store, body) = (town.app.store().clone(), Arc::new(body));
    let tasks: Vec<_> = (0..many)
        .map(|n| {
            let (store, body) = (store.clone(), body.clone());
            tokio::spawn(async move { store.write(Scope::system(SALE), move |tx| body(tx, n)).await })
        })
        .collect();
    let mut done = Vec::new();
    for task in tasks {
        done.push(task.await.unwrap());
    }
    done
}

/// No seat of a cell has two owners, and each living booking has all its cells.
async fn nothing_is_doubled(town: &Town) {
    let (rows, cells) = town
        .reads(|rx| {
            let rows = rx.all(
                "SELECT counter, cell, seat, booking FROM appointments_seats WHERE tenant = $1 AND until IS NULL",
                platform::args![rx.tenant()],
                |row| Ok((row.get::<String>("counter")?, row.get::<i64>("cell")?, row.get::<i64>("seat")?)),
            )?;
            let booked = crate::store::bookings::expected(rx, super::day("2026-11-01"), super::day("2027-11-01"))?;
            let cells: i64 = booked
                .iter()
                .filter_map(|one| one.place.as_ref())
                .map(|place| crate::grid::cell(place.ends) - crate::grid::cell(place.starts))
                .sum();
            Ok((rows, cells))
        })
        .await;
    let distinct: BTreeSet<_> = rows.iter().collect();
    assert_eq!(distinct.len(), rows.len());
    assert_eq!(i64::try_from(rows.len()).unwrap(), cells, "every booking has its cells, and no cell is lost");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_five_hundred_who_want_one_seat_exactly_one_has_it() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    for hour in ["10:00", "11:00", "12:00"] {
        let wanted = want(&site, &format!("2026-11-25T{hour}:00Z"));
        let held = all_at_once(&town, 500, move |tx, n| booked(tx, n + hour.len() as u64, &wanted)).await;
        let lost = held.iter().filter(|one| matches!(one, Err(Problem::Conflict(_)))).count();
        let won = held.iter().filter(|one| one.is_ok()).count();
        // The same people come again each hour: who has a booking of the day is refused by his own name.
        assert_eq!(won, 1, "{hour}: {:?}", held.iter().find(|one| !matches!(one, Err(Problem::Conflict(_)) | Ok(_))));
        assert!(lost >= 497, "{lost} conflicts");
    }
    nothing_is_doubled(&town).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn any_counter_fills_every_seat_once_and_the_least_loaded_first() {
    let town = town().await;
    let (site, counters) = open(&town, &[1, 1, 2]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let held = all_at_once(&town, 60, move |tx, n| booked(tx, n, &wanted)).await;
    let mut by_counter: Vec<Id> =
        held.iter().filter_map(|one| one.as_ref().ok()?.place.clone()).map(|place| place.counter).collect();
    by_counter.sort();
    let mut expected = [counters[0].clone(), counters[1].clone(), counters[2].clone(), counters[2].clone()];
    expected.sort();
    assert_eq!(by_counter, expected);
    nothing_is_doubled(&town).await;
    let next = want(&site, "2026-11-25T10:10:00Z");
    let first = town.does(move |tx| booked(tx, 100, &next)).await;
    let _ = first.place.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_agents_who_confirm_one_hold_one_wins() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    for hour in ["10:00", "10:30", "11:00", "11:30", "12:00"] {
        let wanted = want(&site, &format!("2026-11-25T{hour}:00Z"));
        let seed = u64::from(hour.as_bytes()[1]) * 100 + u64::from(hour.as_bytes()[3]);
        let held = town.does(move |tx| hold::hold(tx, &visitor(&seed.to_string()), &wanted)).await;
        let id = held.id.clone();
        let done = all_at_once(&town, 8, move |tx, _| confirm::without_code(tx, &id, &bound(seed), None, None)).await;
        assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1);
        assert_eq!(super::again(&town, &held.id).await.state, State::Booked);
    }
    nothing_is_doubled(&town).await;
}

#[tokio::test]
async fn an_expired_hold_is_overtaken_and_its_owner_is_told() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let (first, second) = (wanted.clone(), wanted.clone());
    let held = town.does(move |tx| hold::hold(tx, &visitor("one"), &first)).await;
    let early = town.tries(move |tx| hold::hold(tx, &visitor("two"), &second)).await;
    assert_eq!(early.unwrap_err().code(), "appointments-slot-taken");
    town.clock.advance_secs(601);
    town.does(move |tx| hold::hold(tx, &visitor("two"), &wanted)).await;
    let late = town.tries(move |tx| confirm::without_code(tx, &held.id, &bound(1), None, None)).await;
    assert_eq!(late.unwrap_err().code(), "appointments-slot-taken", "his seat is another's");
}

#[tokio::test]
async fn one_person_is_not_at_two_counters_at_once_nor_twice_a_day_for_one_matter() {
    let town = town().await;
    let (site, _) = open(&town, &[1, 1, 1]).await;
    let first = want(&site, "2026-11-25T10:00:00Z");
    town.does(move |tx| booked(tx, 7, &first)).await;
    let same_time = crate::Want { matter: "family-booklet".into(), ..want(&site, "2026-11-25T09:50:00Z") };
    // A card makes another person; the name and telephone of the first matter meet again in the same one.
    let other_device = want(&site, "2026-11-25T12:00:00Z");
    let twice = town
        .tries(move |tx| {
            let held = hold::hold(tx, &visitor("elsewhere"), &other_device)?;
            confirm::without_code(tx, &held.id, &bound(7), None, None)
        })
        .await;
    assert_eq!(twice.unwrap_err().code(), "appointments-twice");
    let _ = same_time;
    let next_day = want(&site, "2026-11-26T10:00:00Z");
    town.does(move |tx| {
        let held = hold::hold(tx, &visitor("elsewhere"), &next_day)?;
        confirm::without_code(tx, &held.id, &bound(7), None, None)
    })
    .await;
}

#[tokio::test]
async fn one_card_and_telephone_have_one_living_booking_of_a_matter() {
    let town = town().await;
    let (site, _) = open(&town, &[1, 1]).await;
    let booklet = |starts: &str| crate::Want { matter: "family-booklet".into(), ..want(&site, starts) };
    let (first, second, third) =
        (booklet("2026-11-25T09:10:00Z"), booklet("2026-11-27T09:10:00Z"), booklet("2026-11-27T10:10:00Z"));
    let kept = town.does(move |tx| booked(tx, 3, &first)).await;
    let again = town
        .tries(move |tx| {
            let held = hold::hold(tx, &visitor("other"), &second)?;
            let other_name = crate::Bound { name: "Autre".into(), ..super::carded(3) };
            confirm::without_code(tx, &held.id, &other_name, None, None)
        })
        .await;
    assert_eq!(again.unwrap_err().code(), "appointments-twice");
    // A number is anybody's to type: with another telephone it keeps its owner out of nothing.
    let (stranger, wanted) = (crate::Bound { phone: super::phone(99), ..super::carded(3) }, booklet("2026-11-27T11:10:00Z"));
    town.does(move |tx| {
        let held = hold::hold(tx, &visitor("stranger"), &wanted)?;
        confirm::without_code(tx, &held.id, &stranger, None, None)
    })
    .await;
    town.does(move |tx| change::cancel(tx, &kept.id, "person")).await;
    town.does(move |tx| booked(tx, 3, &third)).await;
}

#[tokio::test]
async fn a_move_takes_the_new_seat_and_frees_the_old_or_changes_nothing() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let (ten, eleven) = (want(&site, "2026-11-25T10:00:00Z"), want(&site, "2026-11-25T11:00:00Z"));
    let mine = town.does(move |tx| booked(tx, 1, &ten)).await;
    let other = eleven.clone();
    town.does(move |tx| booked(tx, 2, &other)).await;
    let id = mine.id.clone();
    let taken = town.tries(move |tx| change::move_to(tx, &id, None, eleven.starts, "person")).await;
    assert_eq!(taken.unwrap_err().code(), "appointments-slot-taken");
    assert_eq!(super::again(&town, &mine.id).await.starts(), mine.starts());
    nothing_is_doubled(&town).await;
    let id = mine.id.clone();
    town.does(move |tx| change::move_to(tx, &id, None, super::at("2026-11-25T12:00:00Z"), "person")).await;
    nothing_is_doubled(&town).await;
    assert_eq!(super::again(&town, &mine.id).await.starts(), Some(super::at("2026-11-25T12:00:00Z")));
}

#[tokio::test]
async fn free_times_are_exact_and_each_time_of_a_site_is_named_once() {
    let town = town().await;
    let (site, _) = open(&town, &[1, 1]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let slots = |town: &Town| {
        let store = town.app.store().clone();
        async move {
            let ask = |rx: &mut Tx| {
                let matter = sites::matter(rx, super::MATTER)?;
                free::slots(rx, &free::Asked::of(&matter, None, 1), super::day("2026-11-25"))
            };
            store.read(Scope::system(SALE), ask).await.unwrap()
        }
    };
    let before = slots(&town).await;
    assert_eq!(before.len(), 48, "eight hours in tens of minutes");
    assert!(before.iter().all(|slot| slot.free == 2));
    for n in 0..2 {
        let wanted = wanted.clone();
        town.does(move |tx| booked(tx, n, &wanted)).await;
    }
    let after = slots(&town).await;
    assert_eq!(after.len(), 47);
    assert!(!after.iter().any(|slot| slot.starts == super::at("2026-11-25T10:00:00Z")));
}
