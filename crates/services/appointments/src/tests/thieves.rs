//! T16: programs that hoard seats against people who want one.

use super::{booked, bound, open, town, want};
use crate::actions::{confirm, hold};
use crate::model::Visitor;
use platform::Problem;
use std::collections::BTreeSet;

const ADDRESSES: u64 = 3;
const MOST: u32 = 5;

/// A program without cookies: another device each time, from few addresses.
fn bot(n: u64) -> Visitor {
    Visitor { device: format!("bot {n}"), address: format!("farm {}", n % ADDRESSES), most: MOST }
}

#[tokio::test]
async fn a_farm_of_programs_holds_its_share_and_no_more() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let (mut held, mut busy) = (Vec::new(), 0);
    for n in 0..200_u64 {
        let starts = super::at("2026-11-25T07:30:00Z").plus_minutes(i64::try_from(n % 48).unwrap() * 10).to_string();
        let wanted = want(&site, &starts);
        match town.tries(move |tx| hold::hold(tx, &bot(n), &wanted)).await {
            Ok(booking) => held.push(booking),
            Err(Problem::Busy { .. }) => busy += 1,
            Err(Problem::Conflict(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!(held.len() as u64, ADDRESSES * u64::from(MOST), "{busy} were sent away");
    // What it holds it cannot sell: one telephone confirms a family, and the name does not change.
    let mut sold = 0;
    for (n, booking) in held.iter().enumerate() {
        let (id, n) = (booking.id.clone(), n as u64);
        let one = crate::Bound { phone: super::phone(9), ..bound(n) };
        sold += usize::from(town.tries(move |tx| confirm::without_code(tx, &id, &one, None, None)).await.is_ok());
    }
    assert_eq!(sold, 5);
    // Forty people come to what is left and each has a seat of the day or of the next.
    let mut people = BTreeSet::new();
    for n in 100..140_u64 {
        let site = site.clone();
        let booking = town
            .does(move |tx| {
                let matter = sites::matter(tx, super::MATTER)?;
                let asked = crate::Asked { acting: true, ..crate::Asked::of(&matter, Some(&site), 1) };
                let slot = crate::nearest(tx, &asked, super::at("2026-11-25T07:30:00Z"), 1)?.remove(0);
                booked(tx, n, &want(&site, &slot.starts.to_string()))
            })
            .await;
        people.insert(booking.starts().unwrap());
    }
    assert_eq!(people.len(), 40);
    assert!(people.iter().filter(|starts| starts.day() == super::day("2026-11-25")).count() >= 33);
}

#[tokio::test]
async fn a_device_that_holds_again_lets_the_first_seat_go() {
    let town = town().await;
    let (site, _) = open(&town, &[1]).await;
    let (ten, eleven) = (want(&site, "2026-11-25T10:00:00Z"), want(&site, "2026-11-25T11:00:00Z"));
    let first = ten.clone();
    town.does(move |tx| hold::hold(tx, &bot(1), &first)).await;
    town.does(move |tx| hold::hold(tx, &bot(1), &eleven)).await;
    town.does(move |tx| hold::hold(tx, &bot(2), &ten)).await;
}

#[test]
fn a_card_number_that_a_stranger_types_keeps_nobody_out_and_tells_nothing() {
    let stranger = crate::model::Bound {
        name: "Khadija Bennani".into(),
        phone: kernel::Phone::parse("0611111111").unwrap(),
        cin: kernel::Cin::parse("AB123456"),
    };
    let owner = crate::model::Bound { phone: kernel::Phone::parse("0622222222").unwrap(), ..stranger.clone() };
    assert_ne!(crate::rules::same_person(&stranger), crate::rules::same_person(&owner));
}
