//! The link of a booking: its code and a keyed mark that only the house can make.

use crate::model::Booking;
use crate::store::bookings;
use kernel::PublicCode;
use platform::{Problem, Result, Tx};

/// What stands in the address after `/appointments/`.
pub fn token(tx: &Tx, code: &PublicCode) -> Result<String> {
    Ok(format!("{}.{}", code.as_str(), mark(tx, code)?))
}

/// The booking of a link; nothing is said of which part was wrong.
pub fn opened(tx: &mut Tx, token: &str) -> Result<Booking> {
    let (code, given) = token.split_once('.').ok_or(Problem::NotFound)?;
    let code = PublicCode::parse(code).ok_or(Problem::NotFound)?;
    if !platform::is_same_mark(&mark(tx, &code)?, given) {
        return Err(Problem::NotFound);
    }
    bookings::by_code(tx, &code)
}

/// A booking by what stands on the paper: its code, and the telephone it was made with.
pub fn found(tx: &mut Tx, code: &str, phone: &str) -> Result<Booking> {
    let code = PublicCode::parse(code).ok_or(Problem::NotFound)?;
    let phone = kernel::Phone::parse(phone).ok_or(Problem::NotFound)?;
    let booking = bookings::by_code(tx, &code)?;
    let marks = bookings::marks(tx, &booking.id)?.ok_or(Problem::NotFound)?;
    if marks.phone == phone_mark(tx, &phone)? { Ok(booking) } else { Err(Problem::NotFound) }
}

pub fn phone_mark(tx: &Tx, phone: &kernel::Phone) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "appointments.phone", phone.as_str())
}

fn mark(tx: &Tx, code: &PublicCode) -> Result<String> {
    platform::link_mark(tx, "appointments.link", code.as_str())
}
