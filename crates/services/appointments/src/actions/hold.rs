//! Holding a seat: allocated among the counters that serve the matter, by the key of the table alone.

use super::free::{cells_of_day, jitter};
use super::policy;
use crate::grid;
use crate::model::{Booking, Place, State, Visitor, Want};
use crate::rules::{self, HOLD_SECS};
use crate::store::{bookings, seats};
use kernel::{Id, Moment, PublicCode, Refusal};
use platform::{Problem, Result, Tx};
use sites::{Counter, Matter};
use std::collections::HashSet;

/// Held from one address at a time, whatever the configuration says.
const MOST_HELD: u32 = 500;

/// Holds a seat for ten minutes. Whoever held another lets it go: one device holds one.
pub fn hold(tx: &mut Tx, visitor: &Visitor, want: &Want) -> Result<Booking> {
    let matter = sites::matter(tx, &want.matter)?;
    rules::check_want(&matter, want.way, want.people)?;
    let id = tx.new_id();
    let until = tx.now().plus_secs(HOLD_SECS);
    one_for_each(tx, visitor, &id, until)?;
    let place = seat(tx, &id, &matter, want, Some(until), false)?;
    let booking = Booking {
        site: Some(place.site.clone()),
        place: Some(place),
        until: Some(until),
        ..fresh(tx, id, want, &visitor.device)?
    };
    bookings::insert(tx, &booking)?;
    Ok(booking)
}

/// A booking without a place yet.
pub fn fresh(tx: &mut Tx, id: Id, want: &Want, device: &str) -> Result<Booking> {
    Ok(Booking {
        id,
        code: PublicCode::new(&platform::communes::prefix(tx)?, tx.random()?),
        state: State::Held,
        matter: want.matter.clone(),
        way: want.way,
        people: want.people,
        site: want.site.clone(),
        place: None,
        until: None,
        wants: None,
        passed: 0,
        person: None,
        who_key: None,
        named: false,
        device: device.to_owned(),
        lang: want.lang,
        edition: 0,
        made_at: tx.now(),
    })
}

/// A device holds one seat; an address holds a few, since a household or a cyber café shares it.
pub fn one_for_each(tx: &mut Tx, visitor: &Visitor, id: &Id, until: Moment) -> Result<()> {
    let device = format!("device/{}", visitor.device);
    if let Some(earlier) = seats::claimed_by(tx, &device)? {
        let booking = bookings::find(tx, &earlier)?;
        if booking.state == State::Held {
            free(tx, &booking)?;
            seats::unclaim(tx, &earlier, "")?;
            bookings::drop_hold(tx, &earlier)?;
        }
    }
    if !seats::claim(tx, &device, id, Some(until))? {
        return Err(Problem::Busy { retry_after_secs: 5 });
    }
    let address = format!("address/{}/", visitor.address);
    let held: HashSet<String> = seats::claims(tx, &address)?.into_iter().collect();
    let place = (0..visitor.most.min(MOST_HELD)).map(|n| format!("{address}{n}")).find(|claim| !held.contains(claim));
    let had = match place {
        Some(place) => seats::claim(tx, &place, id, Some(until))?,
        None => false,
    };
    if had { Ok(()) } else { Err(Problem::Busy { retry_after_secs: 60 }) }
}

/// Takes a seat at the counter that has least to do, or at the next one. `staff` may also take what is not released yet.
pub fn seat(tx: &mut Tx, id: &Id, matter: &Matter, want: &Want, until: Option<Moment>, staff: bool) -> Result<Place> {
    let cells = grid::cells_of(matter.minutes, want.people);
    let first = grid::cell(want.starts);
    if grid::moment(first) != want.starts {
        return Err(Refusal::new("appointments-time-not").at("start").into());
    }
    let counters = willing(tx, matter, want, cells, staff)?;
    if counters.is_empty() {
        return Err(Refusal::new("appointments-time-not").at("start").into());
    }
    for counter in by_load(tx, counters, want.starts)? {
        for seat in 0..counter.seats {
            if seats::take(tx, &counter.id, seat, (first, cells), id, until)? {
                seats::touch(tx, &counter.id, want.starts.day())?;
                let ends = grid::moment(first + cells);
                return Ok(Place { counter: counter.id, site: counter.site, starts: want.starts, ends });
            }
        }
    }
    Err(Problem::Conflict(Refusal::new("appointments-slot-taken").at("start")))
}

/// Counters that serve the matter at this time, and whose day is released.
fn willing(tx: &mut Tx, matter: &Matter, want: &Want, cells: i64, staff: bool) -> Result<Vec<Counter>> {
    let day = want.starts.day();
    let (plan, policy, now) = (sites::day_plan(tx, day)?, policy(tx)?, tx.now());
    let first = grid::cell(want.starts);
    let mut found = Vec::new();
    for counter in sites::serving(tx, &matter.code, want.site.as_ref())? {
        let mut spans = plan.of(&counter.id).iter();
        let fits = spans.any(|span| grid::starts(span, matter.minutes, cells).any(|cell| cell == first));
        let open = if staff {
            now < want.starts
        } else {
            rules::is_open(want.starts, now, rules::released(day, jitter(tx, &counter.id, day)?, &policy))
        };
        if fits && open {
            found.push(counter);
        }
    }
    Ok(found)
}

fn by_load(tx: &mut Tx, mut counters: Vec<Counter>, starts: Moment) -> Result<Vec<Counter>> {
    if counters.len() > 1 {
        let ids: Vec<Id> = counters.iter().map(|counter| counter.id.clone()).collect();
        let loads = seats::loads(tx, &ids, cells_of_day(starts.day()))?;
        counters.sort_by_key(|counter| loads.get(&counter.id).copied().unwrap_or(0) / counter.seats);
    }
    Ok(counters)
}

/// Frees the seats of a booking at once.
pub fn free(tx: &mut Tx, booking: &Booking) -> Result<()> {
    seats::free(tx, &booking.id)?;
    match &booking.place {
        Some(place) => seats::touch(tx, &place.counter, place.starts.day()),
        None => Ok(()),
    }
}

/// Lets a hold go, as its owner asks.
pub fn let_go(tx: &mut Tx, booking: &Booking) -> Result<()> {
    if booking.state == State::Held {
        free(tx, booking)?;
        seats::unclaim(tx, &booking.id, "")?;
    }
    Ok(())
}
