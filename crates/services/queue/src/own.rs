//! A person's tickets on the page that gathers what he has with the commune: where he stands today, and how visits went.

use crate::actions::hall;
use crate::model::{State, Ticket};
use crate::store::tickets;
use kernel::{Id, Lang, format};
use platform::own::{Asked, Line, Own, Pill, Step};
use platform::{Result, Tx, text};

pub const OWN: Own = Own { kind: "visits", lines, steps };

fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    let tickets = tickets::taken_before(tx, asked.person, asked.before, asked.limit)?;
    tickets.into_iter().map(|ticket| line(tx, &ticket, asked.lang)).collect()
}

fn line(tx: &mut Tx, ticket: &Ticket, lang: Lang) -> Result<Line> {
    let site = sites::site(tx, &ticket.site)?.name.text(lang).to_owned();
    let matter = sites::matter(tx, &ticket.matter)?.name.text(lang).to_owned();
    let mut parts = vec![matter, site];
    if let Some(called) = ticket.called_at {
        parts.push(text(tx, lang, "queue-own-called-at", &[("time", &format::hour(called))])?);
    }
    let kind = match ticket.state {
        State::Done => "forest",
        State::Waiting | State::Serving => "river",
        State::Called | State::Aside => "future",
        State::Missed | State::Returned | State::Closed => "",
    };
    let pill = Pill { kind, text: text(tx, lang, &format!("queue-own-{}", ticket.state), &[])? };
    Ok(Line {
        at: ticket.taken_at,
        id: ticket.id.to_string(),
        icon: "ticket".into(),
        title: text(tx, lang, "queue-ticket", &[("ticket", &ticket.name())])?,
        text: parts.join(" · "),
        pill: Some(pill),
        path: path(ticket),
        desk: String::new(),
    })
}

fn path(ticket: &Ticket) -> String {
    format!("/queue/tickets/{}", ticket.code)
}

/// Only today's: at the counter, or so many before him.
fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let live = tickets::live_of(tx, person)?;
    let mut steps = Vec::with_capacity(live.len());
    for ticket in live {
        let hall = hall::load(tx, &ticket.site)?;
        let counter = hall.counter_label(ticket.counter.as_ref()).to_owned();
        let words = match ticket.state {
            State::Called => text(tx, lang, "queue-go-to", &[("counter", &counter)])?,
            State::Serving => text(tx, lang, "queue-at-counter", &[("counter", &counter)])?,
            _ => text(tx, lang, "queue-before", &[("count", &hall.before(&ticket).to_string())])?,
        };
        steps.push(Step {
            by: Some(tx.now()),
            yours: true,
            icon: "ticket".into(),
            title: text(tx, lang, "queue-ticket", &[("ticket", &ticket.name())])?,
            text: format!("{words} · {}", hall.site.name.text(lang)),
            path: path(&ticket),
            desk: String::new(),
        });
    }
    Ok(steps)
}
