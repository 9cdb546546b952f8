//! The pages of the cases: the author's, the desk's, one file, and the moderation.

mod acts;
pub mod author;
mod categories;
pub mod desk;
pub mod file;
pub mod key;
pub mod lineage;
pub mod procedure;
mod readers;
pub(crate) mod samples;
pub mod shown;
pub mod tasks;
