//! Rules first, then people, staff and rivals in the town.

mod api;
mod desk;
mod journeys;
mod rivals;
mod rules;
mod shifts;
mod thieves;
mod waits;

use crate::actions::{confirm, hold};
use crate::model::{Booking, Bound, Visitor, Want};
use kernel::{Cin, Day, Id, Label, Lang, Moment, Phone};
use platform::{Config, Module, Result, Tx};
use sites::{Counter, Site, Way};
use testing::Town;

pub const MATTER: &str = "civil-status-copy";

pub fn modules() -> Vec<Module> {
    vec![
        journal::module(),
        calendar::module(),
        places::module(),
        units::module(),
        sites::module(),
        sending::module(),
        people::module(),
        crate::module(),
    ]
}

pub async fn town() -> Town {
    Town::with(modules()).await
}

/// A town whose outbox everybody reads.
pub async fn demo_town() -> Town {
    let change = |config: &mut Config| {
        config.demo = true;
        config.limits.deposits_per_hour = 100;
    };
    Town::configured(modules(), change).await
}

pub fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A site with counters of so many seats that serve some matters.
pub fn site(tx: &mut Tx, name: &str, counters: &[i64]) -> Result<(Id, Vec<Id>)> {
    let site = Site {
        id: tx.new_id(),
        unit: units::all(tx)?.remove(0).id,
        name: Label::new(name, name),
        address: Label::new("شارع", "Rue"),
        phone: None,
        area: None,
        point: None,
        step_free: true,
        retired_on: None,
    };
    let id = sites::save_site(tx, site)?;
    let mut ids = Vec::new();
    for (place, seats) in counters.iter().enumerate() {
        let counter = Counter {
            id: tx.new_id(),
            site: id.clone(),
            label: (place + 1).to_string(),
            seats: *seats,
            priority: false,
            retired_on: None,
        };
        let matters = [MATTER, "family-booklet", "local-taxes"].map(str::to_owned);
        ids.push(sites::save_counter(tx, counter, &matters)?);
    }
    Ok((id, ids))
}

pub async fn open(town: &Town, counters: &'static [i64]) -> (Id, Vec<Id>) {
    town.does(move |tx| site(tx, "Tabriquet", counters)).await
}

pub fn want(site: &Id, starts: &str) -> Want {
    Want { matter: MATTER.into(), site: Some(site.clone()), starts: at(starts), people: 1, way: Way::Visit, lang: Lang::Fr }
}

pub fn visitor(name: &str) -> Visitor {
    Visitor { device: format!("device {name}"), address: format!("address {name}"), most: 5 }
}

pub fn bound(n: u64) -> Bound {
    Bound { name: format!("Amina {n}"), phone: phone(n), cin: None }
}

pub fn phone(n: u64) -> Phone {
    Phone::parse(&format!("06{:08}", n % 100_000_000)).unwrap()
}

pub fn carded(n: u64) -> Bound {
    Bound { cin: Cin::parse(&format!("AB{:06}", n % 1_000_000)), ..bound(n) }
}

/// Holds and confirms at once, as an account whose telephone is known.
pub fn booked(tx: &mut Tx, n: u64, want: &Want) -> Result<Booking> {
    let held = hold::hold(tx, &visitor(&n.to_string()), want)?;
    let bound = if want.matter == MATTER { bound(n) } else { carded(n) };
    confirm::without_code(tx, &held.id, &bound, None, None)?;
    crate::store::bookings::find(tx, &held.id)
}

/// The texts of the messages that wait in the outbox of the demonstration.
pub async fn outbox(town: &Town) -> String {
    town.drain().await;
    town.visitor().get("/fr/outbox").await.ok().text()
}

pub async fn again(town: &Town, id: &Id) -> Booking {
    let id = id.clone();
    town.reads(move |rx| crate::store::bookings::find(rx, &id)).await
}
