//! From a hold to a booking: a name, a code, and what can be had once.

use super::{hold, link, policy, tell};
use crate::grid;
use crate::model::{Booked, Booking, Bound, State, Want};
use crate::rules::{self, CODE_TRIES, HOLD_SECS, HUMAN_SECS, PER_PHONE};
use crate::store::bookings::Marks;
use crate::store::{bookings, seats};
use kernel::{Id, Moment, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// Codes sent to one telephone in an hour.
const CODES_PER_HOUR: i64 = 5;

/// What became of a typed code. A wrong one is no error of the transaction: the try must be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Booked,
    Wrong {
        left: i64,
    },
    /// Tried too often: another code must be sent.
    Spent,
}

/// Binds a hold to somebody and sends him a code. A hold that ran out is taken again, at the same time or at another that
/// was chosen instead.
pub fn details(tx: &mut Tx, id: &Id, bound: &Bound, person: Option<&Id>, starts: Option<Moment>) -> Result<()> {
    let booking = renewed(tx, id, starts)?;
    if tx.now().secs_since(booking.made_at) < HUMAN_SECS {
        return Err(Refusal::new("appointments-too-fast").into());
    }
    let marks = marks(tx, bound, person)?;
    // What would be refused is said after the code only: before it, anybody could ask who has which appointment.
    let code = six_digits(tx)?;
    let proof = proof(tx, id, &code)?;
    bookings::bind(tx, id, bound, &marks, &proof)?;
    one_code(tx, &marks.phone)?;
    tell::code(tx, &booking, bound, &code)
}

/// Another code for the same hold.
pub fn again(tx: &mut Tx, id: &Id) -> Result<()> {
    let booking = bookings::find(tx, id)?;
    let (bound, marks) = (bookings::who(tx, id)?, bookings::marks(tx, id)?);
    let (Some(bound), Some(marks), State::Held) = (bound, marks, booking.state) else { return Err(Problem::NotFound) };
    let code = six_digits(tx)?;
    let proof = proof(tx, id, &code)?;
    bookings::bind(tx, id, &bound, &marks, &proof)?;
    one_code(tx, &marks.phone)?;
    tell::code(tx, &booking, &bound, &code)
}

/// Confirms with the code.
pub fn confirm(tx: &mut Tx, id: &Id, typed: &str) -> Result<Outcome> {
    let booking = bookings::find(tx, id)?;
    let (expected, tries) = bookings::proof(tx, id)?;
    let Some(expected) = expected.filter(|_| booking.state == State::Held) else { return Err(Problem::NotFound) };
    if tries >= CODE_TRIES {
        return Ok(Outcome::Spent);
    }
    let digits: String = typed.chars().map(kernel::text::western_digit).filter(char::is_ascii_digit).collect();
    if proof(tx, id, &digits)? != expected {
        bookings::count_try(tx, id)?;
        return Ok(if tries + 1 >= CODE_TRIES { Outcome::Spent } else { Outcome::Wrong { left: CODE_TRIES - tries - 1 } });
    }
    let marks = bookings::marks(tx, id)?.ok_or(Problem::NotFound)?;
    may_book(tx, &marks)?;
    book(tx, &booking)?;
    Ok(Outcome::Booked)
}

/// Books for somebody whose contact is confirmed already: an account, or a person at the counter.
pub fn without_code(tx: &mut Tx, id: &Id, bound: &Bound, person: Option<&Id>, starts: Option<Moment>) -> Result<()> {
    let booking = renewed(tx, id, starts)?;
    let marks = marks(tx, bound, person)?;
    may_book(tx, &marks)?;
    bookings::bind(tx, id, bound, &marks, "")?;
    book(tx, &booking)
}

/// A seat and a name in one action, by staff: days that are not released, and who may book at the counter only.
pub fn for_somebody(tx: &mut Tx, want: &Want, bound: &Bound, person: Option<&Id>) -> Result<Booking> {
    let matter = sites::matter(tx, &want.matter)?;
    rules::check_want(&matter, want.way, want.people)?;
    let id = tx.new_id();
    let until = Some(tx.now().plus_secs(HOLD_SECS));
    let place = hold::seat(tx, &id, &matter, want, until, true)?;
    let booking =
        Booking { site: Some(place.site.clone()), place: Some(place), until, ..hold::fresh(tx, id.clone(), want, "desk")? };
    bookings::insert(tx, &booking)?;
    let marks = marks(tx, bound, person)?;
    bookings::bind(tx, &id, bound, &marks, "")?;
    book(tx, &booking)?;
    bookings::find(tx, &id)
}

/// Makes a hold or an offer a booking, or puts who has no place on the waiting list. One wins: the state, the seats and the
/// claims are all checked by the rows they change.
pub fn book(tx: &mut Tx, booking: &Booking) -> Result<()> {
    let gone = || Problem::Conflict(Refusal::new("appointments-hold-over").at("start"));
    let marks = bookings::marks(tx, &booking.id)?.ok_or_else(gone)?;
    if !bookings::pass(tx, &booking.id, &[State::Held, State::Offered], State::Booked)? {
        return Err(gone());
    }
    seats::unclaim(tx, &booking.id, "device/")?;
    seats::unclaim(tx, &booking.id, "address/")?;
    if let Some(place) = &booking.place {
        let cells = grid::cell(place.ends) - grid::cell(place.starts);
        if seats::set_until(tx, &booking.id, None)? != cells {
            return Err(gone());
        }
        seats::touch(tx, &place.counter, place.starts.day())?;
    }
    claim(tx, booking, &marks)?;
    one_of_phone(tx, &marks.phone, &booking.id)?;
    match &booking.place {
        Some(place) => {
            let (starts, site) = (place.starts, &place.site);
            tx.record("appointments.booked", &booking.id, &json!({ "matter": booking.matter, "site": site, "starts": starts }))?;
            tx.emit(&Booked { booking: booking.id.clone() })?;
            tell::booked(tx, booking)
        }
        None => {
            let since = tx.now().to_string();
            bookings::wait(tx, &booking.id, &since, 0)?;
            tx.record("appointments.waits", &booking.id, &json!({ "matter": booking.matter }))?;
            tell::waits(tx, booking)
        }
    }
}

/// Claims a person's time, his day for this matter, and for who shows a card his one live booking of it.
pub fn claim(tx: &mut Tx, booking: &Booking, marks: &Marks) -> Result<()> {
    let claims = claims(booking, marks);
    if claims.is_empty() || seats::claim_all(tx, &claims, &booking.id)? {
        return Ok(());
    }
    Err(Refusal::new("appointments-twice").at("name").into())
}

fn claims(booking: &Booking, marks: &Marks) -> Vec<String> {
    let mut claims: Vec<String> = Vec::new();
    if let Some(place) = &booking.place {
        let cells = grid::cell(place.starts)..grid::cell(place.ends);
        claims.extend(cells.map(|cell| format!("at/{}/{cell}", marks.who)));
        claims.push(format!("day/{}/{}/{}", marks.who, booking.matter, place.starts.day()));
    }
    claims.extend(marks.cin.iter().map(|cin| format!("live/{}/{cin}", booking.matter)));
    claims
}

/// Who did not come twice books at the counter for a while, where somebody talks to him.
fn may_book(tx: &mut Tx, marks: &Marks) -> Result<()> {
    let (policy, today) = (policy(tx)?, tx.today());
    let missed = bookings::missed(tx, &marks.who, today.plus_days(-policy.misses_in_days))?;
    match rules::counter_only_until(&missed, today, &policy) {
        Some(until) => Err(Refusal::new("appointments-counter-only").with("day", until).at("name").into()),
        None => Ok(()),
    }
}

/// A family shares a telephone, a reseller would like to.
fn one_of_phone(tx: &mut Tx, phone: &str, id: &Id) -> Result<()> {
    let of_phone = format!("phone/{phone}/");
    let live = seats::claims(tx, &of_phone)?;
    let place = (0..PER_PHONE).map(|n| format!("{of_phone}{n}")).find(|claim| !live.contains(claim));
    let full = || Refusal::new("appointments-phone-full").with("most", PER_PHONE).at("phone");
    let place = place.ok_or_else(full)?;
    if seats::claim(tx, &place, id, None)? { Ok(()) } else { Err(full().into()) }
}

fn one_code(tx: &mut Tx, phone: &str) -> Result<()> {
    let of_phone = format!("code/{phone}/");
    let sent = seats::claims(tx, &of_phone)?;
    let (id, until) = (tx.new_id(), tx.now().plus_minutes(60));
    match (0..CODES_PER_HOUR).map(|n| format!("{of_phone}{n}")).find(|claim| !sent.contains(claim)) {
        Some(place) => seats::claim(tx, &place, &id, Some(until)).map(|_| ()),
        None => Err(Refusal::new("appointments-codes-many").at("phone").into()),
    }
}

/// The hold as it stands; taken again when it ran out or another time was chosen.
fn renewed(tx: &mut Tx, id: &Id, starts: Option<Moment>) -> Result<Booking> {
    let booking = bookings::find(tx, id)?;
    if booking.state != State::Held {
        return Err(Problem::NotFound);
    }
    let Some(place) = booking.place.clone() else { return Ok(booking) };
    let starts = starts.unwrap_or(place.starts);
    if !booking.lapsed(tx.now()) && starts == place.starts {
        return Ok(booking);
    }
    hold::free(tx, &booking)?;
    let until = tx.now().plus_secs(HOLD_SECS);
    let (matter, lang) = (sites::matter(tx, &booking.matter)?, booking.lang);
    let want =
        Want { matter: booking.matter.clone(), site: Some(place.site), starts, people: booking.people, way: booking.way, lang };
    let place = hold::seat(tx, id, &matter, &want, Some(until), false)?;
    bookings::put(tx, id, &place, State::Held, Some(until))?;
    Ok(Booking { place: Some(place), until: Some(until), ..booking })
}

fn marks(tx: &mut Tx, bound: &Bound, person: Option<&Id>) -> Result<Marks> {
    let mark = |purpose: &str, text: &str| tx.keys().lookup(&tx.tenant(), purpose, text);
    Ok(Marks {
        who: mark("appointments.who", &rules::same_person(bound))?,
        phone: link::phone_mark(tx, &bound.phone)?,
        cin: bound
            .cin
            .as_ref()
            .map(|cin| mark("appointments.cin", &format!("{}/{}", cin.as_str(), bound.phone.as_str())))
            .transpose()?,
        person: person.cloned(),
    })
}

fn proof(tx: &Tx, id: &Id, code: &str) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "appointments.code", &format!("{id}/{code}"))
}

fn six_digits(tx: &Tx) -> Result<String> {
    Ok(format!("{:06}", u64::from_be_bytes(tx.random()?) % 1_000_000))
}
