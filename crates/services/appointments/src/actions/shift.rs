//! A holiday or a closure announced meanwhile: everybody who was promised a time gets the nearest one, and is told once.

use super::free::{self, Asked};
use super::{change, hold, policy, tell};
use crate::model::{Booking, Moved, Place};
use crate::store::{bookings, seats};
use kernel::{Day, Id};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// Looks again in steps of so many bookings, so that no action is long.
const STEP: usize = 40;
/// Times that are tried for one person before another site is looked at.
const TRIED: usize = 12;
/// Sorts before every moment: who lost a promised time is first in the list.
const FIRST: &str = "0";

/// The job of the next step.
pub const AGAIN: &str = "appointments.shift_again";

pub fn calendar_changed(tx: &mut Tx, _: calendar::Changed) -> Result<()> {
    look(tx, None)
}

pub fn sites_changed(tx: &mut Tx, changed: sites::Changed) -> Result<()> {
    look(tx, changed.day)
}

/// Bookings whose counter does not serve at their time any more.
pub fn look(tx: &mut Tx, day: Option<Day>) -> Result<()> {
    let today = tx.today();
    let last = today.plus_days(policy(tx)?.days_ahead + 60);
    let mut homeless = Vec::new();
    for booking in bookings::expected(tx, day.unwrap_or(today).max(today), day.unwrap_or(last))? {
        if let Some(place) = booking.place.clone().filter(|place| place.starts > tx.now()) {
            if !serves(tx, &place)? {
                homeless.push((booking, place));
            }
        }
    }
    let more = homeless.len() > STEP;
    for (booking, place) in homeless.into_iter().take(STEP) {
        shift(tx, &booking, &place)?;
    }
    if more { tx.job(AGAIN, &day) } else { Ok(()) }
}

fn serves(tx: &mut Tx, place: &Place) -> Result<bool> {
    let plan = sites::day_plan(tx, place.starts.day())?;
    Ok(plan.of(&place.counter).iter().any(|span| span.holds(place.starts, place.ends)))
}

/// The nearest free time at the same site, else at another, else the first place in the waiting list.
fn shift(tx: &mut Tx, booking: &Booking, old: &Place) -> Result<()> {
    hold::free(tx, booking)?;
    seats::unclaim(tx, &booking.id, "at/")?;
    seats::unclaim(tx, &booking.id, "day/")?;
    bookings::set_shifted(tx, &booking.id, old.starts)?;
    let found = match settle(tx, booking, old, Some(&old.site))? {
        Some(place) => Some(place),
        None => settle(tx, booking, old, None)?,
    };
    let to = found.as_ref().map(|place| place.starts);
    tx.record("appointments.shifted", &booking.id, &json!({ "from": old.starts, "to": to }))?;
    match found {
        Some(place) => {
            tx.emit(&Moved { booking: booking.id.clone() })?;
            tell::shifted(tx, &Booking { place: Some(place), ..booking.clone() }, old)
        }
        None => {
            bookings::wait(tx, &booking.id, FIRST, 0)?;
            tell::shifted(tx, &Booking { place: None, ..booking.clone() }, old)
        }
    }
}

fn settle(tx: &mut Tx, booking: &Booking, old: &Place, site: Option<&Id>) -> Result<Option<Place>> {
    let matter = sites::matter(tx, &booking.matter)?;
    let asked = Asked { matter: &matter, site, people: booking.people, all: true, acting: true };
    for slot in free::nearest(tx, &asked, old.starts, TRIED)? {
        match change::take(tx, booking, Some(slot.site), slot.starts, true) {
            Ok(place) => return Ok(Some(place)),
            // He has something else at that time, or on that day.
            Err(Problem::Refused(_) | Problem::Conflict(_)) => {
                hold::free(tx, booking)?;
                seats::unclaim(tx, &booking.id, "at/")?;
                seats::unclaim(tx, &booking.id, "day/")?;
            }
            Err(other) => return Err(other),
        }
    }
    Ok(None)
}
