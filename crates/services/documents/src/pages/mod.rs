//! Pages for people: signing, printing, verifying, and the papers on the page of a case.

pub mod ending;
pub mod keys;
pub mod minutes;
pub mod order;
pub mod panel;
pub mod print;
pub mod renew;
pub mod sign;
pub mod templates;
pub mod verify;
