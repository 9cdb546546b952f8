//! Verbs of whoever waits: take a ticket, leave a telephone, give the place back, come back after a missed call.

use super::hall;
use crate::model::{Channel, NewTicket, State, Ticket};
use crate::rules::{self, order};
use crate::store::tickets;
use kernel::PublicCode;
use kernel::{Id, Lang, Moment, Phone, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use sites::Way;

/// The prefix of the codes of tickets, whatever the commune.
const PREFIX: &str = "TKT";

/// Takes a ticket for whoever stands in the hall without an appointment.
pub fn take(tx: &mut Tx, new: NewTicket) -> Result<Ticket> {
    let matter = offered(tx, &new.site, &new.matter)?;
    if !matter.allows(Way::WalkIn) {
        return Err(Refusal::new("queue-by-appointment").at("matter").into());
    }
    if !hall::is_open(tx, &new.site, &new.matter)? {
        return Err(Refusal::new("queue-closed-now").at("matter").into());
    }
    let ticket = blank(tx, &new, None)?;
    tickets::insert(tx, &ticket)?;
    tx.record("queue.taken", &ticket.id, &json!({ "site": ticket.site, "matter": ticket.matter, "channel": ticket.channel }))?;
    Ok(ticket)
}

/// An appointment whose person has come.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    pub booking: Id,
    pub site: Id,
    pub matter: String,
    pub at: Moment,
    pub person: Option<Id>,
    pub lang: Lang,
    pub channel: Channel,
    pub phone: Option<Phone>,
}

/// The ticket of an appointment, and whether it is new: made once, however many devices say that the person is there.
pub fn arrive(tx: &mut Tx, arrival: Arrival) -> Result<(Ticket, bool)> {
    offered(tx, &arrival.site, &arrival.matter)?;
    rules::check_arrival(arrival.at, tx.now())?;
    let new = NewTicket {
        site: arrival.site.clone(),
        matter: arrival.matter.clone(),
        channel: arrival.channel,
        priority: None,
        lang: arrival.lang,
        phone: arrival.phone.clone(),
    };
    let ticket = blank(tx, &new, Some(&arrival))?;
    if !tickets::insert(tx, &ticket)? {
        // Another device was quicker by a moment.
        let theirs = tickets::of_booking(tx, &arrival.booking)?.ok_or_else(|| Problem::internal("a ticket of nobody"))?;
        return Ok((theirs, false));
    }
    tx.record("queue.arrived", &ticket.id, &json!({ "site": ticket.site, "booking": arrival.booking }))?;
    Ok((ticket, true))
}

fn offered(tx: &mut Tx, site: &Id, matter: &str) -> Result<sites::Matter> {
    hall::site(tx, site)?;
    if sites::serving(tx, matter, Some(site))?.is_empty() {
        return Err(Refusal::new("queue-matter-unknown").at("matter").into());
    }
    sites::matter(tx, matter)
}

fn blank(tx: &mut Tx, new: &NewTicket, arrival: Option<&Arrival>) -> Result<Ticket> {
    let (id, now, day) = (tx.new_id(), tx.now(), tx.today());
    let letter = hall::letters_of(tx, &new.site)?.remove(&new.matter).unwrap_or_else(|| "A".into());
    let number = tickets::draw(tx, &new.site, day, &letter)?;
    let (vault, phone) = tickets::seal(tx, &id, new.phone.as_ref())?;
    let booked_at = arrival.map(|arrival| arrival.at);
    Ok(Ticket {
        site: new.site.clone(),
        day,
        letter,
        number,
        code: PublicCode::new(PREFIX, tx.random()?).to_string(),
        matter: new.matter.clone(),
        state: State::Waiting,
        channel: new.channel,
        priority: new.priority,
        booking: arrival.map(|arrival| arrival.booking.clone()),
        booked_at,
        person: arrival.and_then(|arrival| arrival.person.clone()),
        lang: new.lang,
        place: order::place(now, new.priority.is_some(), booked_at),
        taken_at: now,
        called_at: None,
        calls: 0,
        post: None,
        counter: None,
        begun_at: None,
        ended_at: None,
        outcome: None,
        vault,
        phone,
        id,
    })
}

/// The ticket of a code as somebody typed or scanned it.
pub fn by_code(tx: &mut Tx, typed: &str) -> Result<Ticket> {
    let code = PublicCode::parse(typed).ok_or(Problem::NotFound)?;
    tickets::by_code(tx, code.as_str())
}

/// Leaves a telephone: it hears when the turn is near, at the call, and of outages. None takes it back.
pub fn leave_phone(tx: &mut Tx, code: &str, phone: Option<Phone>, lang: Lang) -> Result<()> {
    let ticket = live(tx, code)?;
    tickets::set_phone(tx, &ticket.id, phone.as_ref(), lang)?;
    tx.record("queue.phone", &ticket.id, &json!({ "left": phone.is_some() }))
}

/// Gives the place back: whoever waits behind is called sooner.
pub fn give_back(tx: &mut Tx, code: &str) -> Result<()> {
    let ticket = live(tx, code)?;
    if ticket.state == State::Serving || !tickets::leave(tx, &ticket, State::Returned, None)? {
        return Err(Refusal::new("queue-ticket-moved").into());
    }
    tx.record("queue.returned", &ticket.id, &json!({}))
}

/// Back at the front, for who was called in vain and is there now.
pub fn come_back(tx: &mut Tx, code: &str) -> Result<()> {
    let ticket = by_code(tx, code)?;
    rules::check_back(ticket.state, ticket.ended_at, tx.now())?;
    let place = order::front(ticket.place, ticket.day.start());
    if !tickets::wait_again(tx, &ticket, place, &ticket.matter, ticket.taken_at)? {
        return Err(Refusal::new("queue-ticket-moved").into());
    }
    tx.record("queue.came_back", &ticket.id, &json!({}))
}

fn live(tx: &mut Tx, code: &str) -> Result<Ticket> {
    let ticket = by_code(tx, code)?;
    if ticket.state.is_live() { Ok(ticket) } else { Err(Refusal::new("queue-ticket-over").into()) }
}
