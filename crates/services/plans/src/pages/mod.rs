//! Pages for people: a plan with its remarks, its pictures and stamped copies, and the panels of the case.

pub mod files;
pub mod panel;
pub mod plan;

use kernel::Id;
use platform::{Problem, Result};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}
