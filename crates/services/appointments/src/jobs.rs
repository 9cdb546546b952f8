//! What is done when others ask.

use crate::actions::change;
use crate::store::bookings;
use platform::{Result, Tx};

const MOST: i64 = 1_000;

/// A person is forgotten: what was still to come is cancelled, and no booking names him any more.
pub fn erased(tx: &mut Tx, erased: people::Erased) -> Result<()> {
    for booking in bookings::of_person(tx, &erased.person, None, MOST)? {
        if booking.starts().is_some_and(|starts| starts > tx.now()) && booking.state == crate::State::Booked {
            change::cancel(tx, &booking.id, "erased")?;
        }
    }
    bookings::erase(tx, &erased.person)
}
