//! Verbs: follow reports, count, plan and walk rounds.

pub mod faults;
pub mod figures;
pub mod rounds;
