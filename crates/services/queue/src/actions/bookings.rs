//! Appointments in the hall: a code at the kiosk or the reception, a button behind the link, and what becomes of them.

use super::tickets::{self, Arrival};
use crate::model::{Channel, Ticket};
use crate::{rules, store};
use appointments::{Booking, State};
use kernel::{Id, Moment, Refusal};
use platform::{Problem, Result, Tx};
use sites::Way;

/// Checks in with the code of an appointment at a site: whoever types it stands there.
pub fn check_in(tx: &mut Tx, site: &Id, code: &str) -> Result<Ticket> {
    let found = appointments::by_code(tx, code);
    let booking = found.map_err(|problem| match problem {
        Problem::NotFound => Refusal::new("queue-booking-unknown").at("code").into(),
        other => other,
    })?;
    let place = expected(&booking)?;
    if place.site != *site {
        let name = sites::site(tx, &place.site)?.name;
        return Err(Refusal::new("queue-booking-elsewhere").with("site", name.fr).with("place", name.ar).at("code").into());
    }
    arrive(tx, &booking, Channel::Booking)
}

/// Says "I have arrived" behind the link of an appointment, near its hour.
pub fn check_in_by_link(tx: &mut Tx, token: &str) -> Result<Ticket> {
    let booking = appointments::by_token(tx, token)?;
    arrive(tx, &booking, Channel::Link)
}

fn expected(booking: &Booking) -> Result<&appointments::Place, Refusal> {
    let place = booking.place.as_ref().filter(|_| booking.is_live() && booking.way == Way::Visit);
    place.ok_or_else(|| Refusal::new("queue-booking-over").at("code"))
}

fn arrive(tx: &mut Tx, booking: &Booking, channel: Channel) -> Result<Ticket> {
    if let Some(ticket) = store::tickets::of_booking(tx, &booking.id)? {
        return Ok(ticket);
    }
    let place = expected(booking)?;
    let phone = appointments::who(tx, &booking.id)?.map(|bound| bound.phone);
    let arrival = Arrival {
        booking: booking.id.clone(),
        site: place.site.clone(),
        matter: booking.matter.clone(),
        at: place.starts,
        person: booking.person.clone(),
        lang: booking.lang,
        channel,
        phone,
    };
    let (ticket, new) = tickets::arrive(tx, arrival)?;
    // A code at the kiosk shows that somebody is there. A link can be pressed at home: it counts once he stands at the counter.
    if new && channel == Channel::Booking && booking.state == State::Booked {
        appointments::arrive(tx, &booking.id)?;
    }
    Ok(ticket)
}

/// Whether the page behind the link offers the button now.
pub fn may_arrive(booking: &Booking, now: Moment) -> bool {
    booking.state == State::Booked && expected(booking).is_ok_and(|place| rules::check_arrival(place.starts, now).is_ok())
}

/// The reception may have marked the same a moment before.
fn unless_marked(done: Result<()>) -> Result<()> {
    if matches!(done, Err(Problem::Conflict(_))) { Ok(()) } else { done }
}

/// He was served.
pub fn served(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    match &ticket.booking {
        Some(booking) => unless_marked(appointments::done(tx, booking)),
        None => Ok(()),
    }
}

/// Called twice and not there: whoever said from afar that he was has not come; whoever stood in the hall has.
pub fn missed(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    let booking = ticket.booking.as_ref().filter(|_| ticket.channel == Channel::Link);
    match (booking, ticket.booked_at) {
        (Some(booking), Some(hour)) if tx.now() >= hour => unless_marked(appointments::no_show(tx, booking)),
        _ => Ok(()),
    }
}

/// An appointment that is given up or has another time keeps no place in the line.
pub fn gone(tx: &mut Tx, booking: &Id) -> Result<()> {
    let Some(ticket) = store::tickets::of_booking(tx, booking)?.filter(|ticket| ticket.state.is_live()) else { return Ok(()) };
    if ticket.state != crate::model::State::Serving && store::tickets::leave(tx, &ticket, crate::model::State::Returned, None)? {
        store::tickets::unbind(tx, &ticket.id)?;
        tx.record("queue.returned", &ticket.id, &platform::json::json!({ "booking": booking }))?;
    }
    Ok(())
}

/// In the evening: whoever was never called is not blamed for it.
pub fn never_called(tx: &mut Tx) -> Result<()> {
    for site in sites::all(tx)? {
        for ticket in store::tickets::waiting(tx, &site.id)?.into_iter().filter(|ticket| ticket.channel == Channel::Link) {
            if let Some(booking) = &ticket.booking {
                unless_marked(appointments::arrive(tx, booking))?;
            }
        }
    }
    Ok(())
}
