//! A person's visits on the page that gathers what he has with the commune.

use crate::actions::link;
use crate::model::{Booking, State};
use crate::store::bookings;
use kernel::{Id, Lang, format};
use platform::own::{Asked, Line, Own, Pill, Step};
use platform::{Result, Tx, text};

/// Visits to come that one page bears.
const STEPS_MOST: i64 = 12;

pub const OWN: Own = Own { kind: "visits", lines, steps };

fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    let bookings = bookings::made_before(tx, asked.person, asked.before, asked.limit)?;
    bookings.into_iter().map(|booking| line(tx, &booking, asked.lang)).collect()
}

fn line(tx: &mut Tx, booking: &Booking, lang: Lang) -> Result<Line> {
    let pill = Pill {
        kind: match booking.state {
            State::Done | State::Arrived => "forest",
            State::Held | State::Booked | State::Waiting => "river",
            State::Offered => "future",
            State::NoShow | State::Cancelled => "",
        },
        text: text(tx, lang, &format!("appointments-state-{}", booking.state), &[])?,
    };
    Ok(Line {
        at: booking.made_at,
        id: booking.id.to_string(),
        icon: "calendar".into(),
        title: title(tx, booking, lang)?,
        text: when_and_where(tx, booking, lang)?,
        pill: Some(pill),
        path: path(tx, booking)?,
        desk: desk(booking),
    })
}

fn title(tx: &mut Tx, booking: &Booking, lang: Lang) -> Result<String> {
    let matter = sites::matter(tx, &booking.matter)?;
    text(tx, lang, "appointments-own", &[("matter", matter.name.text(lang))])
}

fn when_and_where(tx: &mut Tx, booking: &Booking, lang: Lang) -> Result<String> {
    let site = match &booking.site {
        Some(site) => sites::site(tx, site)?.name.text(lang).to_owned(),
        None => String::new(),
    };
    let when = match &booking.place {
        Some(place) => format::moment(place.starts, lang),
        None => String::new(),
    };
    Ok([when, site, booking.code.to_string()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
}

fn path(tx: &Tx, booking: &Booking) -> Result<String> {
    Ok(format!("/appointments/{}", link::token(tx, &booking.code)?))
}

fn desk(booking: &Booking) -> String {
    format!("/desk/appointments/{}", booking.id)
}

/// Where he is expected, what is offered to him until when, and what he waits for.
fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    for booking in bookings::to_come(tx, person, STEPS_MOST)? {
        let (by, words) = match booking.state {
            State::Offered => (booking.until, "appointments-own-offer"),
            State::Waiting => (None, "appointments-own-waiting"),
            _ => (booking.starts(), "appointments-own-come"),
        };
        let place = when_and_where(tx, &booking, lang)?;
        steps.push(Step {
            by,
            yours: booking.state != State::Waiting,
            icon: "calendar".into(),
            title: title(tx, &booking, lang)?,
            text: text(tx, lang, words, &[("place", &place)])?,
            path: path(tx, &booking)?,
            desk: desk(&booking),
        });
    }
    Ok(steps)
}
