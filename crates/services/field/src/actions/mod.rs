//! Verbs: give out a list, take what a telephone brings. Each loads, applies a rule, stores and records; none commits.

pub mod deeds;
pub mod list;
pub mod report;
pub mod seen;
pub mod stop;
pub mod take;
