//! What those hear who left a telephone: the turn is near, the turn is there, nothing works, it works again. Nothing twice.

use super::hall::{self, Hall};
use crate::model::Ticket;
use crate::rules::{self, estimate::Estimate};
use crate::store::tickets;
use kernel::{Id, Label, format};
use platform::{Result, Tx, text};
use sending::{Message, To};

/// The job that looks whose turn is near, after a line has moved.
pub const NEAR: &str = "queue.tell_near";

/// Sends a text message about this ticket, unless it said the same before; worth nothing after the day.
fn say(tx: &mut Tx, ticket: &Ticket, what: &str, words: impl FnOnce(&mut Tx) -> Result<String>) -> Result<()> {
    let Some(phone) = tickets::phone(tx, ticket)? else { return Ok(()) };
    if !tickets::note_told(tx, &ticket.id, what)? {
        return Ok(());
    }
    let message = Message {
        to: To::Phone(phone),
        lang: ticket.lang,
        subject: String::new(),
        text: words(tx)?,
        about: Some(ticket.id.clone()),
    };
    sending::send_before(tx, message, ticket.day.end())
}

/// "14 people are before you".
fn before(tx: &Tx, ticket: &Ticket, hall: &Hall) -> Result<String> {
    text(tx, ticket.lang, "queue-before", &[("count", &hall.before(ticket).to_string())])
}

pub fn called(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    // Whoever went aside, or whose counter closed, and is called later hears of it anew.
    let at = ticket.called_at.map(|at| at.to_string()).unwrap_or_default();
    say(tx, ticket, &format!("called:{at}"), |tx| {
        let counter = match &ticket.counter {
            Some(id) => sites::counter(tx, id)?.label,
            None => String::new(),
        };
        text(tx, ticket.lang, "queue-sms-called", &[("ticket", &ticket.name()), ("counter", &counter)])
    })
}

pub fn set_aside(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    say(tx, ticket, "aside", |tx| {
        let until = format::hour(tx.now().plus_minutes(rules::BACK_MINUTES));
        text(tx, ticket.lang, "queue-sms-aside", &[("ticket", &ticket.name()), ("time", &until)])
    })
}

/// A line moved: whose turn is near is told soon after.
pub fn line_moved(tx: &mut Tx, site: &Id) -> Result<()> {
    tx.job(NEAR, site)
}

/// Few are before, and somebody serves them: nobody is sent for where no counter is open.
fn is_near(hall: &Hall, ticket: &Ticket) -> bool {
    ticket.phone.is_some() && hall.before(ticket) <= rules::NEAR && hall.estimate(ticket) != Estimate::NoCounter
}

pub fn near(tx: &mut Tx, site: &Id) -> Result<()> {
    let hall = hall::load(tx, site)?;
    for ticket in hall.waiting.iter().filter(|ticket| is_near(&hall, ticket)) {
        say(tx, ticket, "near", |tx| {
            let (before, site) = (before(tx, ticket, &hall)?, hall.site.name.text(ticket.lang));
            text(tx, ticket.lang, "queue-sms-near", &[("ticket", &ticket.name()), ("before", &before), ("site", site)])
        })?;
    }
    Ok(())
}

/// Whoever waits for what does not work hears it where he is, and may go.
pub fn outage_began(tx: &mut Tx, began: outages::Declared) -> Result<()> {
    let Some(down) = outages::down(tx)?.into_iter().find(|down| down.outage.id == began.outage) else { return Ok(()) };
    concerned(tx, &down.outage, |tx, ticket, hall| {
        say(tx, ticket, &format!("outage:{}", down.outage.id), |tx| {
            let (sentence, before) = (outages::told(tx, ticket.lang, &down)?, before(tx, ticket, hall)?);
            text(tx, ticket.lang, "queue-sms-outage", &[("sentence", &sentence), ("before", &before), ("ticket", &ticket.name())])
        })
    })
}

pub fn outage_ended(tx: &mut Tx, ended: outages::Ended) -> Result<()> {
    let outage = outages::find(tx, &ended.outage)?;
    let name: Label = outages::system(tx, &outage.system)?.name;
    concerned(tx, &outage, |tx, ticket, hall| {
        say(tx, ticket, &format!("well:{}", outage.id), |tx| {
            let before = before(tx, ticket, hall)?;
            text(
                tx,
                ticket.lang,
                "queue-sms-well",
                &[("system", name.text(ticket.lang)), ("before", &before), ("ticket", &ticket.name())],
            )
        })
    })
}

/// Everybody who waits with a telephone for what an outage stops.
fn concerned(tx: &mut Tx, outage: &outages::Outage, tell: impl Fn(&mut Tx, &Ticket, &Hall) -> Result<()>) -> Result<()> {
    for site in sites::all(tx)?.into_iter().filter(|site| outage.is_at(site.id.as_str())) {
        let hall = hall::load(tx, &site.id)?;
        let waits = |ticket: &&Ticket| ticket.phone.is_some() && outage.concerns(site.id.as_str(), &ticket.matter);
        for ticket in hall.waiting.iter().filter(waits) {
            tell(tx, ticket, &hall)?;
        }
    }
    Ok(())
}
