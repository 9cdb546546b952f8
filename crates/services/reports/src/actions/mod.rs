//! Verbs: file a report, find what the public may see, count.

pub mod delays;
pub mod density;
pub mod file;
pub mod points;
pub mod public;
pub mod statistics;
pub mod weeks;
