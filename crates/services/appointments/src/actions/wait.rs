//! The waiting list: a freed seat is offered to the first whom it suits, for an hour; then to the next.

use super::{confirm, hold, tell};
use crate::grid;
use crate::model::{Booking, Place, State, Visitor, Want};
use crate::rules::{self, HOLD_SECS, MOST_PASSED, OFFER_SECS};
use crate::store::{bookings, seats};
use kernel::{Day, Id, Refusal};
use platform::json::json;
use platform::{Job, Problem, Result, Tx};
use serde::{Deserialize, Serialize};

/// The job that ends an offer.
pub const OVER: &str = "appointments.offer_over";
/// Who waits longest is looked at first; so many are asked for one seat.
const ASKED: i64 = 50;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Offer {
    pub booking: Id,
}

/// Begins to wait: a name and a code follow, as for a seat.
pub fn begin(tx: &mut Tx, visitor: &Visitor, want: &Want, (from, to): (Day, Day)) -> Result<Booking> {
    let matter = sites::matter(tx, &want.matter)?;
    rules::check_want(&matter, want.way, want.people)?;
    if to < from || to < tx.today() {
        return Err(Refusal::new("appointments-days-reversed").at("to").into());
    }
    let id = tx.new_id();
    let until = tx.now().plus_secs(HOLD_SECS);
    hold::one_for_each(tx, visitor, &id, until)?;
    let booking = Booking { wants: Some((from, to)), until: Some(until), ..hold::fresh(tx, id, want, &visitor.device)? };
    bookings::insert(tx, &booking)?;
    Ok(booking)
}

/// Offers a free place to the first whom it suits; says whether somebody was found.
pub fn offer(tx: &mut Tx, matter: &str, place: &Place) -> Result<bool> {
    let of = sites::matter(tx, matter)?;
    let until = tx.now().plus_secs(OFFER_SECS).min(place.starts);
    for waiting in bookings::waiting(tx, matter, ASKED)? {
        if !suits(&waiting, place, of.minutes) {
            continue;
        }
        let cells = grid::cells_of(of.minutes, waiting.people);
        let first = grid::cell(place.starts);
        let counter = sites::counter(tx, &place.counter)?;
        for seat in 0..counter.seats {
            if seats::take(tx, &place.counter, seat, (first, cells), &waiting.id, Some(until))? {
                let place = Place { ends: grid::moment(first + cells), ..place.clone() };
                seats::touch(tx, &place.counter, place.starts.day())?;
                bookings::put(tx, &waiting.id, &place, State::Offered, Some(until))?;
                tx.job_at(OVER, &Offer { booking: waiting.id.clone() }, until)?;
                tx.record("appointments.offered", &waiting.id, &json!({ "starts": place.starts, "until": until }))?;
                tell::offered(tx, &Booking { place: Some(place), until: Some(until), ..waiting })?;
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn suits(waiting: &Booking, place: &Place, minutes: i64) -> bool {
    let day = place.starts.day();
    let room = grid::cell(place.ends) - grid::cell(place.starts);
    waiting.site.as_ref().is_none_or(|site| *site == place.site)
        && waiting.wants.is_none_or(|(from, to)| from <= day && day <= to)
        && grid::cells_of(minutes, waiting.people) <= room
}

/// Takes what is offered.
pub fn accept(tx: &mut Tx, id: &Id) -> Result<()> {
    let booking = bookings::find(tx, id)?;
    if booking.state != State::Offered {
        return Err(Problem::NotFound);
    }
    seats::unclaim(tx, id, "phone/")?;
    confirm::book(tx, &booking)
}

/// Nobody answered: the next is asked, and who let it pass keeps waiting behind him.
pub fn over(tx: &mut Tx, job: &Job) -> Result<()> {
    let offer: Offer = job.payload()?;
    let booking = bookings::find(tx, &offer.booking)?;
    let (true, Some(place)) = (booking.lapsed(tx.now()) && booking.state == State::Offered, booking.place.clone()) else {
        return Ok(());
    };
    hold::free(tx, &booking)?;
    tx.record("appointments.offer_passed", &booking.id, &json!({}))?;
    if booking.passed + 1 >= MOST_PASSED {
        bookings::wait(tx, &booking.id, "", booking.passed + 1)?;
        bookings::pass(tx, &booking.id, &[State::Waiting], State::Cancelled)?;
        seats::unclaim(tx, &booking.id, "")?;
        tell::cancelled(tx, &booking, "")?;
    } else {
        let since = tx.now().to_string();
        bookings::wait(tx, &booking.id, &since, booking.passed + 1)?;
    }
    if place.starts > tx.now() {
        // The one who has just let it pass is last now, and is not asked again at once.
        let others = bookings::waiting(tx, &booking.matter, 2)?;
        if others.iter().any(|other| other.id != booking.id) {
            super::wait::offer(tx, &booking.matter, &place)?;
        }
    }
    Ok(())
}
