//! Verbs: write a draft, take its files, file it.

pub mod draft;
pub mod file;
pub mod lent;
mod opened;
pub mod upload;
