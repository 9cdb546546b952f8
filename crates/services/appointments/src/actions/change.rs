//! Cancelling and moving, by the person or by staff with a reason.

use super::{confirm, hold, tell, wait};
use crate::model::{Booking, Cancelled, Moved, Place, State, Want};
use crate::rules;
use crate::store::{bookings, seats};
use kernel::{Id, Moment, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use sites::Way;

/// Nobody comes. The seat goes to who waits, or rests for some minutes.
pub fn cancel(tx: &mut Tx, id: &Id, why: &str) -> Result<()> {
    let booking = bookings::find(tx, id)?;
    if booking.state == State::Booked && !tx.actor().is_staff() {
        rules::may_change(&booking, tx.now())?;
    }
    let living = [State::Booked, State::Waiting, State::Offered];
    if !bookings::pass(tx, id, &living, State::Cancelled)? {
        return Err(Refusal::new("appointments-not-live").into());
    }
    seats::unclaim(tx, id, "")?;
    let freed = seats::of(tx, id)?;
    hold::free(tx, &booking)?;
    if let Some(place) = &booking.place {
        give_back(tx, &booking.matter, place, &freed)?;
    }
    tx.record("appointments.cancelled", id, &json!({ "why": why }))?;
    tx.emit(&Cancelled { booking: id.clone() })?;
    tell::cancelled(tx, &booking, why)
}

/// Another time: the new seat is taken and the old one freed in one action, or nothing changes.
pub fn move_to(tx: &mut Tx, id: &Id, site: Option<&Id>, starts: Moment, why: &str) -> Result<()> {
    let booking = bookings::find(tx, id)?;
    let staff = tx.actor().is_staff();
    if !staff {
        rules::may_change(&booking, tx.now())?;
    }
    let (State::Booked, Some(old)) = (booking.state, booking.place.clone()) else {
        return Err(Refusal::new("appointments-not-live").into());
    };
    let freed = seats::of(tx, id)?;
    seats::free(tx, id)?;
    let site = site.cloned().or(Some(old.site.clone()));
    let place = take(tx, &booking, site, starts, staff)?;
    seats::touch(tx, &old.counter, old.starts.day())?;
    give_back(tx, &booking.matter, &old, &freed)?;
    tx.record("appointments.moved", id, &json!({ "from": old.starts, "to": place.starts, "why": why }))?;
    tx.emit(&Moved { booking: id.clone() })?;
    tell::moved(tx, &Booking { place: Some(place), ..booking }, why)
}

/// Takes a seat for a booking that has let its own go, with the claims that belong to it.
pub fn take(tx: &mut Tx, booking: &Booking, site: Option<Id>, starts: Moment, staff: bool) -> Result<Place> {
    let marks = bookings::marks(tx, &booking.id)?.ok_or(Problem::NotFound)?;
    let matter = sites::matter(tx, &booking.matter)?;
    let want =
        Want { matter: booking.matter.clone(), site, starts, people: booking.people, way: booking.way, lang: booking.lang };
    let place = hold::seat(tx, &booking.id, &matter, &want, None, staff)?;
    seats::unclaim(tx, &booking.id, "at/")?;
    seats::unclaim(tx, &booking.id, "day/")?;
    let moved = Booking { place: Some(place.clone()), ..booking.clone() };
    confirm::claim(tx, &moved, &marks)?;
    bookings::put(tx, &booking.id, &place, State::Booked, None)?;
    Ok(place)
}

/// By telephone instead of in person: the clerk calls at the same time.
pub fn by_phone(tx: &mut Tx, id: &Id) -> Result<()> {
    let booking = bookings::find(tx, id)?;
    rules::may_change(&booking, tx.now())?;
    let matter = sites::matter(tx, &booking.matter)?;
    if !matter.allows(Way::Phone) {
        return Err(Refusal::new("appointments-way-not").at("way").into());
    }
    bookings::set_way(tx, id, Way::Phone)?;
    tx.record("appointments.by_phone", id, &json!({}))
}

/// A freed seat goes to the first who waits for it; else it rests, so that it cannot be passed to an accomplice.
pub fn give_back(tx: &mut Tx, matter: &str, place: &Place, freed: &[(Id, i64, i64)]) -> Result<()> {
    if place.starts <= tx.now() || wait::offer(tx, matter, place)? {
        return Ok(());
    }
    let until = tx.now().plus_secs(rules::rest_secs(tx.random::<1>()?[0]));
    seats::rest(tx, freed, until)
}
