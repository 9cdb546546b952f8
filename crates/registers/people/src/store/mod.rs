//! SQL of this module, by noun.

pub mod accounts;
pub mod mandates;
pub mod passkeys;
pub mod persons;
pub mod tickets;
