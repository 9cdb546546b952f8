//! The day at a site: who comes, who came, who did not.

use super::{policy, tell};
use crate::grid;
use crate::model::{Booking, State};
use crate::rules;
use crate::store::{bookings, seats};
use kernel::{Day, Id, PublicCode, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// A booking by its code.
pub fn by_code(tx: &mut Tx, code: &str) -> Result<Booking> {
    bookings::by_code(tx, &PublicCode::parse(code).ok_or(Problem::NotFound)?)
}

/// Who is expected or was seen today at a site, in the order of the day.
pub fn today_at(tx: &mut Tx, site: &Id) -> Result<Vec<Booking>> {
    let today = tx.today();
    bookings::of_day(tx, today, Some(site))
}

/// Bookings of a person, newest first; those made with his account or card.
pub fn of_person(tx: &mut Tx, person: &Id, before: Option<&Id>, limit: i64) -> Result<Vec<Booking>> {
    bookings::of_person(tx, person, before, limit)
}

/// The person is here, perhaps after somebody had noted the contrary. Two who mark it at once: one wins.
pub fn arrive(tx: &mut Tx, id: &Id) -> Result<()> {
    let from: &[State] = if of_today(tx, id)? { &[State::Booked, State::NoShow] } else { &[State::Booked] };
    mark(tx, id, from, State::Arrived, "appointments.arrived")
}

/// Whether it is of today; what is still to come has no end that could be noted.
fn of_today(tx: &mut Tx, id: &Id) -> Result<bool> {
    let (booking, today) = (bookings::find(tx, id)?, tx.today());
    if booking.day().is_some_and(|day| day > today) {
        return Err(Refusal::new("appointments-not-today").into());
    }
    Ok(booking.day() == Some(today))
}

/// The person was served.
pub fn done(tx: &mut Tx, id: &Id) -> Result<()> {
    of_today(tx, id)?;
    mark(tx, id, &[State::Booked, State::Arrived], State::Done, "appointments.done")?;
    seats::unclaim(tx, id, "")
}

/// The person did not come. He is told when he may book at the counter only.
pub fn no_show(tx: &mut Tx, id: &Id) -> Result<()> {
    let booking = bookings::find(tx, id)?;
    if booking.starts().is_none_or(|starts| tx.now() < starts) {
        return Err(Refusal::new("appointments-not-begun").into());
    }
    mark(tx, id, &[State::Booked], State::NoShow, "appointments.no_show")?;
    seats::unclaim(tx, id, "")?;
    let (policy, today) = (policy(tx)?, tx.today());
    let Some(who) = &booking.who_key else { return Ok(()) };
    let missed = bookings::missed(tx, who, today.plus_days(-policy.misses_in_days))?;
    match rules::counter_only_until(&missed, today, &policy) {
        Some(until) => tell::counter_only(tx, &booking, until),
        None => Ok(()),
    }
}

fn mark(tx: &mut Tx, id: &Id, from: &[State], to: State, verb: &str) -> Result<()> {
    if !bookings::pass(tx, id, from, to)? {
        return Err(Problem::Conflict(Refusal::new("appointments-marked-already")));
    }
    tx.record(verb, id, &json!({}))
}

/// The closing of the day: who was expected and not seen did not come. Where nobody at all was marked that day, the counter
/// did not use the list, and nobody is blamed.
pub fn close(tx: &mut Tx) -> Result<()> {
    let (today, now) = (tx.today(), tx.now());
    let day = if now < today.at(12, 0) { today.plus_days(-1) } else { today };
    let all = bookings::of_day(tx, day, None)?;
    let kept = |site: &Option<Id>| all.iter().any(|one| one.site == *site && one.state != State::Booked);
    for booking in all.iter().filter(|one| one.state == State::Booked && kept(&one.site)) {
        if booking.place.as_ref().is_some_and(|place| place.ends <= now) {
            no_show(tx, &booking.id)?;
        }
    }
    Ok(())
}

/// Keeps the tables small, and persons no longer than a year.
pub fn sweep(tx: &mut Tx) -> Result<()> {
    let (now, today) = (tx.now(), tx.today());
    seats::sweep(tx, now.plus_minutes(-60))?;
    bookings::forget(tx, now.plus_minutes(-24 * 60), today.plus_days(-365))
}

/// Bookings that the house moved, from a day on, with the time that was promised first.
pub fn shifted(tx: &mut Tx, from: Day) -> Result<Vec<(kernel::Moment, Booking)>> {
    bookings::shifted(tx, from)
}

/// What a check of the whole table finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Bookings that are expected.
    pub booked: i64,
    /// Cells that they should have, and cells that are taken for good.
    pub due: i64,
    pub taken: i64,
}

/// Counts what is booked against the seats that are taken: nothing may be lost, nothing left over.
pub fn standing(tx: &mut Tx) -> Result<Standing> {
    let booked = bookings::expected(tx, Day::ymd(2000, 1, 1).unwrap_or(tx.today()), tx.today().plus_days(36_500))?;
    let cells = booked.iter().filter_map(|one| one.place.as_ref());
    let due = cells.map(|place| grid::cell(place.ends) - grid::cell(place.starts)).sum();
    Ok(Standing { booked: i64::try_from(booked.len()).unwrap_or(0), due, taken: seats::for_good(tx)? })
}
