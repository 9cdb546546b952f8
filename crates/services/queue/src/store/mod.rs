//! Rows of tickets, posts and figures.

pub mod figures;
pub mod posts;
pub mod tickets;
