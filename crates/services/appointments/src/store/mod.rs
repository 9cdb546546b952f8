//! SQL of this module: its own tables only.

pub mod bookings;
pub mod seats;
