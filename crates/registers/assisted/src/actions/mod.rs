//! Verbs: appoint a holder, note a paper, set a kiosk up; and end each of them at once.

pub mod holders;
pub mod kiosks;
pub mod papers;
