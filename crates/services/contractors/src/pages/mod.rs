//! Pages: the contractor's work, with an account or by the link of a message; the service's look at it; contracts, penalties, months.

pub mod contract_form;
pub mod contracts;
pub mod desk;
pub mod order;
pub mod panels;
pub mod penalties;
pub mod proof;
pub mod public;
pub mod samples;
pub mod statements;
pub mod work;

use kernel::Id;
use platform::web::{FieldError, StatusCode};
use platform::{Fields, Problem, Result};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

fn status(errors: &[FieldError]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn typed(fields: &Fields) -> std::collections::BTreeMap<String, String> {
    fields.values.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}
