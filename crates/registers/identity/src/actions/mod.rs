//! Verbs of this module, by noun.

pub mod arrive;
pub mod doubts;
pub mod leave;
pub mod links;
pub mod organisations;
pub mod providers;
