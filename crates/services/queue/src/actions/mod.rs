//! Verbs: take a ticket, serve, tell those who left, close the day.

pub mod bookings;
pub mod counters;
pub mod hall;
pub mod night;
pub mod telling;
pub mod tickets;
