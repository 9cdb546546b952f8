//! The waiting list, and seats that rest.

use super::{again, booked, bound, carded, demo_town, open, outbox, visitor, want};
use crate::actions::{change, confirm, hold, wait};
use crate::model::{Booking, State, Want};
use kernel::Id;
use testing::Town;

async fn waits(town: &Town, n: u64, wanted: &Want) -> Booking {
    let wanted = wanted.clone();
    town.does(move |tx| {
        let days = (tx.today(), tx.today().plus_days(20));
        let begun = wait::begin(tx, &visitor(&format!("w{n}")), &wanted, days)?;
        confirm::without_code(tx, &begun.id, &bound(n), None, None)?;
        crate::store::bookings::find(tx, &begun.id)
    })
    .await
}

async fn state(town: &Town, id: &Id) -> State {
    again(town, id).await.state
}

#[tokio::test]
async fn a_freed_seat_is_offered_to_the_first_who_waits_then_to_the_next() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let taken = wanted.clone();
    let mine = town.does(move |tx| booked(tx, 1, &taken)).await;
    let first = waits(&town, 21, &wanted).await;
    town.clock.advance_secs(5);
    let second = waits(&town, 22, &wanted).await;
    assert_eq!((first.state, second.state), (State::Waiting, State::Waiting));
    town.does(move |tx| change::cancel(tx, &mine.id, "person")).await;
    assert_eq!((state(&town, &first.id).await, state(&town, &second.id).await), (State::Offered, State::Waiting));
    assert!(outbox(&town).await.contains("Une place s&#39;est libérée"));
    town.clock.advance_secs(3_601);
    town.drain().await;
    assert_eq!((state(&town, &first.id).await, state(&town, &second.id).await), (State::Waiting, State::Offered));
    let late = first.id.clone();
    assert!(town.tries(move |tx| wait::accept(tx, &late)).await.is_err());
    let id = second.id.clone();
    town.does(move |tx| wait::accept(tx, &id)).await;
    let booked = again(&town, &second.id).await;
    assert_eq!((booked.state, booked.starts()), (State::Booked, Some(super::at("2026-11-25T10:00:00Z"))));
}

#[tokio::test]
async fn a_cancelled_seat_rests_so_that_it_cannot_be_passed_on() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    let wanted = want(&site, "2026-11-25T10:00:00Z");
    let (first, second, third) = (wanted.clone(), wanted.clone(), wanted);
    let mine = town.does(move |tx| booked(tx, 1, &first)).await;
    town.does(move |tx| change::cancel(tx, &mine.id, "person")).await;
    let accomplice = town.tries(move |tx| hold::hold(tx, &visitor("buyer"), &second)).await;
    assert_eq!(accomplice.unwrap_err().code(), "appointments-slot-taken");
    town.clock.advance_secs(1_201);
    town.does(move |tx| hold::hold(tx, &visitor("anybody"), &third)).await;
}

#[tokio::test]
async fn a_telephone_carries_a_family_and_no_more() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    for n in 0..6_u64 {
        let starts = super::at("2026-11-25T10:00:00Z").plus_minutes(i64::try_from(n).unwrap() * 10).to_string();
        let wanted = want(&site, &starts);
        let done = town
            .tries(move |tx| {
                let held = hold::hold(tx, &visitor(&n.to_string()), &wanted)?;
                let member = crate::Bound { phone: super::phone(1), name: format!("Membre {n}"), ..carded(n) };
                confirm::without_code(tx, &held.id, &crate::Bound { cin: None, ..member }, None, None)
            })
            .await;
        assert_eq!(done.is_ok(), n < 5, "{n}");
    }
}
