//! The doors: a person's own page, and the same at the counter.

pub mod counter;
pub mod own;
pub mod shown;
