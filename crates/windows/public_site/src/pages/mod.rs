//! Pages that everybody may read.

pub mod about;
pub mod home;
pub mod hours;
pub mod search;
