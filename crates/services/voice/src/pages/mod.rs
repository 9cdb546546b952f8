//! Pages: what waits, one note with its words, its sound, and what others see of it.

pub mod list;
pub mod note;
pub mod panels;
pub mod sound;

use kernel::Id;
use platform::{Problem, Result};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}
