//! SQL of holders, papers, deeds, kiosks and visits.

pub mod holders;
pub mod kiosks;
pub mod papers;
