//! Pages of who administers the commune: hooks, one with what it was told, its form.

pub mod form;
pub mod hooks;
pub mod samples;

use kernel::Id;
use platform::web::{FieldError, StatusCode};
use platform::{Problem, Result};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

fn status(errors: &[FieldError]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}
