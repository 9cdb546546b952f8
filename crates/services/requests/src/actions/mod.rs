//! Verbs: write a draft, take its files, file it.

pub mod draft;
pub mod file;
pub mod lent;
pub mod level;
mod opened;
pub mod organisations;
pub mod upload;
