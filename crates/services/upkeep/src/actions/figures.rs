//! Availability of a kind of object, how often it fails and who repairs it: sums by place, never a person.

use crate::model::{Place, Sums, Work, Worst};
use crate::rules::{self, Period};
use crate::store::figures as store;
use kernel::Moment;
use platform::{Result, Tx};
use std::collections::BTreeMap;

/// What lighting is counted by.
pub const LAMP: &str = "lamp";
const WORST_MOST: i64 = 20;

/// The places of a kind between two moments, small ones joined.
pub fn places(tx: &mut Tx, kind: &str, from: Moment, until: Moment, streets: bool) -> Result<BTreeMap<Place, Sums>> {
    let mut places: BTreeMap<Place, Sums> = BTreeMap::new();
    let (start, end) = (rules::secs(from), rules::secs(until));
    for standing in assets::standing(tx, kind, from.day(), streets)? {
        let since = standing.since.map_or(start, |day| rules::secs(day.start()).max(start));
        if since >= end {
            continue; // not there yet
        }
        let place = Place { area: standing.area, quarter: standing.quarter, street: standing.street.unwrap_or_default() };
        let secs = standing.count * (end - since);
        let more = Sums { objects: standing.count, object_secs: secs, ..Sums::default() };
        rules::add(places.entry(place).or_default(), &more);
    }
    if start < end {
        for (place, dark) in store::dark(tx, kind, start, end, streets)? {
            rules::add(places.entry(place).or_default(), &dark);
        }
    }
    Ok(rules::without_small(places))
}

/// Lighting in a quarter of a year, until now when it is not over.
pub fn lighting(tx: &mut Tx, period: Period) -> Result<BTreeMap<Place, Sums>> {
    let now = tx.now();
    let (Some(first), Some(next)) = (period.first(), period.next().first()) else { return Ok(BTreeMap::new()) };
    places(tx, LAMP, first.start(), next.start().min(now), false)
}

/// The quarters of which lighting is known: from the first failure to today.
pub fn periods(tx: &mut Tx) -> Result<Vec<Period>> {
    let last = Period::of(tx.today());
    let mut period = store::first(tx, LAMP)?.map_or(last, |first| Period::of(rules::moment(first).day()));
    let mut all = Vec::new();
    while period <= last {
        all.push(period);
        period = period.next();
    }
    Ok(all)
}

pub fn total(places: &BTreeMap<Place, Sums>) -> Sums {
    let mut sums = Sums::default();
    places.values().for_each(|one| rules::add(&mut sums, one));
    sums
}

/// Joins quarters to their arrondissements.
pub fn by_area(places: &BTreeMap<Place, Sums>) -> BTreeMap<Option<String>, Sums> {
    let mut areas: BTreeMap<Option<String>, Sums> = BTreeMap::new();
    for (place, sums) in places {
        rules::add(areas.entry(place.area.clone()).or_default(), sums);
    }
    areas
}

/// What each unit repaired since a moment, how soon, and what it has still to do; the most first.
pub fn work(tx: &mut Tx, kind: &str, since: Moment) -> Result<Vec<Work>> {
    let mut hours: BTreeMap<String, Vec<(i64, i64)>> = BTreeMap::new();
    for (unit, took, count) in store::repairs(tx, kind, rules::secs(since))? {
        hours.entry(unit).or_default().push((took, count));
    }
    let open: BTreeMap<String, i64> = store::open(tx, kind)?.into_iter().collect();
    let units: std::collections::BTreeSet<String> = hours.keys().chain(open.keys()).cloned().collect();
    let of = |unit: String| {
        let counted = hours.get(&unit).map_or(&[][..], Vec::as_slice);
        let repaired: i64 = counted.iter().map(|(_, count)| count).sum();
        // The middle of two or three repairs says nothing of a unit.
        let median_hours = rules::median(counted).filter(|_| repaired >= rules::FEWEST);
        Work { repaired, open: open.get(&unit).copied().unwrap_or(0), median_hours, unit }
    };
    let mut work: Vec<Work> = units.into_iter().map(of).collect();
    work.sort_by_key(|one| std::cmp::Reverse(one.repaired + one.open));
    Ok(work)
}

pub fn worst(tx: &mut Tx, kind: &str, since: Moment) -> Result<Vec<Worst>> {
    let now = rules::secs(tx.now());
    store::worst(tx, kind, rules::secs(since), now, rules::WORST_FROM, WORST_MOST)
}
