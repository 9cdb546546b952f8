//! SQL of upkeep: our own tables only.

pub mod faults;
pub mod figures;
pub mod rounds;
