//! Pages: the contractor's work, with an account or by the link of a message; the service's look at it; contracts, penalties, months.

pub mod contract_form;
pub mod contracts;
pub mod desk;
pub mod order;
pub mod panels;
pub mod penalties;
pub mod proof;
pub mod samples;
pub mod statements;
pub mod work;

use kernel::{Id, Refusal};
use platform::web::StatusCode;
use platform::{Ctx, Fields, Json, Problem, Result, context};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

/// What a person can mend, as errors of the page; everything else passes on.
fn errors(ctx: &Ctx, problem: Problem) -> Result<Vec<Json>> {
    let refusals = match problem {
        Problem::Refused(refusal) | Problem::Conflict(refusal) => vec![refusal],
        Problem::Invalid(refusals) => refusals,
        other => return Err(other),
    };
    let one = |refusal: &Refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) };
    Ok(refusals.iter().map(one).collect())
}

fn status(errors: &[Json]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn typed(fields: &Fields) -> std::collections::BTreeMap<String, String> {
    fields.values.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}
