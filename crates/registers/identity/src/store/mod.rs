//! SQL of this module, by noun.

pub mod doubts;
pub mod flows;
pub mod links;
pub mod organisations;
pub mod providers;
