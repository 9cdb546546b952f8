//! Verbs: file a report, find what the public may see, count.

pub mod file;
pub mod public;
pub mod statistics;
