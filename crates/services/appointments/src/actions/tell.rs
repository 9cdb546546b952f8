//! What people are told, by SMS, in the language they booked in.

use super::link;
use crate::model::{Booking, Bound, Place, State};
use crate::rules::HOLD_SECS;
use crate::store::bookings;
use kernel::{Day, Id, Moment, format};
use platform::{Job, Result, Tx};
use sending::{Message, To};
use serde::{Deserialize, Serialize};
use sites::Way;

/// The job that reminds.
pub const REMIND: &str = "appointments.remind";
const HOUR_SECS: i64 = 3_600;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reminder {
    pub booking: Id,
    /// The time that was booked then: a booking that moved has other reminders.
    pub starts: Moment,
}

/// The code leaves with the commit, and is worth nothing later.
pub fn code(tx: &mut Tx, booking: &Booking, bound: &Bound, code: &str) -> Result<()> {
    let text = platform::text(tx, booking.lang, "appointments-sms-code", &[("code", code)])?;
    let until = tx.now().plus_secs(HOLD_SECS);
    sending::send_before(tx, message(booking, bound, text), until)
}

pub fn booked(tx: &mut Tx, booking: &Booking) -> Result<()> {
    say(tx, booking, "appointments-sms-booked", &[])?;
    remind_later(tx, booking)
}

/// With the reason, where staff had to give one.
pub fn moved(tx: &mut Tx, booking: &Booking, why: &str) -> Result<()> {
    with_reason(tx, booking, "appointments-sms-moved", why)?;
    remind_later(tx, booking)
}

pub fn cancelled(tx: &mut Tx, booking: &Booking, why: &str) -> Result<()> {
    with_reason(tx, booking, "appointments-sms-cancelled", why)
}

fn with_reason(tx: &mut Tx, booking: &Booking, key: &str, why: &str) -> Result<()> {
    if tx.actor().is_staff() && !why.is_empty() {
        return say(tx, booking, &format!("{key}-why"), &[("why", why)]);
    }
    say(tx, booking, key, &[])
}

pub fn waits(tx: &mut Tx, booking: &Booking) -> Result<()> {
    say(tx, booking, "appointments-sms-waits", &[])
}

pub fn offered(tx: &mut Tx, booking: &Booking) -> Result<()> {
    let until = booking.until.map(format::hour).unwrap_or_default();
    say(tx, booking, "appointments-sms-offered", &[("until", &until)])
}

pub fn counter_only(tx: &mut Tx, booking: &Booking, until: Day) -> Result<()> {
    let day = format::day(until, booking.lang);
    say(tx, booking, "appointments-sms-counter-only", &[("until", &day)])
}

/// The house moved a promised time.
pub fn shifted(tx: &mut Tx, booking: &Booking, old: &Place) -> Result<()> {
    let was = format::moment(old.starts, booking.lang);
    let key = if booking.place.is_some() { "appointments-sms-shifted" } else { "appointments-sms-shifted-waits" };
    say(tx, booking, key, &[("was", &was)])?;
    remind_later(tx, booking)
}

/// The day before, and two hours before; a moment that has passed already is left out.
fn remind_later(tx: &mut Tx, booking: &Booking) -> Result<()> {
    let Some(starts) = booking.starts() else { return Ok(()) };
    let reminder = Reminder { booking: booking.id.clone(), starts };
    for before in [24 * HOUR_SECS, 2 * HOUR_SECS] {
        let due = starts.plus_secs(-before);
        if due > tx.now() {
            tx.job_at(REMIND, &reminder, due)?;
        }
    }
    Ok(())
}

/// Asked again when it is due: only who is still expected at that time is reminded.
pub fn remind(tx: &mut Tx, job: &Job) -> Result<()> {
    let reminder: Reminder = job.payload()?;
    let booking = bookings::find(tx, &reminder.booking)?;
    if booking.state != State::Booked || booking.starts() != Some(reminder.starts) || reminder.starts <= tx.now() {
        return Ok(());
    }
    let key = if booking.way == Way::Phone { "appointments-sms-reminder-phone" } else { "appointments-sms-reminder" };
    say(tx, &booking, key, &[])
}

fn say(tx: &mut Tx, booking: &Booking, key: &str, more: &[(&str, &str)]) -> Result<()> {
    let Some(bound) = bookings::who(tx, &booking.id)? else { return Ok(()) };
    let lang = booking.lang;
    let token = link::token(tx, &booking.code)?;
    let link = platform::web_link(tx, lang, &format!("/appointments/{token}"))?;
    let site = match &booking.place {
        Some(place) => sites::site(tx, &place.site)?.name.text(lang).to_owned(),
        None => String::new(),
    };
    let matter = sites::matter(tx, &booking.matter)?.name.text(lang).to_owned();
    let when = booking.starts().map(|starts| format::moment(starts, lang)).unwrap_or_default();
    let mut args = vec![
        ("matter", matter.as_str()),
        ("site", site.as_str()),
        ("when", when.as_str()),
        ("code", booking.code.as_str()),
        ("link", link.as_str()),
    ];
    args.extend_from_slice(more);
    let text = platform::text(tx, lang, key, &args)?;
    sending::send(tx, message(booking, &bound, text))
}

fn message(booking: &Booking, bound: &Bound, text: String) -> Message {
    Message {
        to: To::Phone(bound.phone.clone()),
        lang: booking.lang,
        subject: String::new(),
        text,
        about: Some(booking.id.clone()),
    }
}
