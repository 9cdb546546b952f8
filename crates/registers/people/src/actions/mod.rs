//! Verbs of this module, by noun.

pub mod attested;
pub mod codes;
pub mod mandates;
pub mod passkeys;
pub mod persons;
pub mod proof;
pub mod setup;
pub mod sign_in;
pub mod staff;
