//! Pages for people: the commission and its agenda, visits on the file.

pub mod complaints;
pub mod sittings;
pub mod visits;

use kernel::Id;
use platform::{Ctx, Json, Problem, Result, context};

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

/// What a person can mend, as errors of the page; everything else passes on.
fn errors(ctx: &Ctx, problem: Problem) -> Result<Vec<Json>> {
    match problem {
        Problem::Refused(refusal) => {
            Ok(vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(&refusal) }])
        }
        other => Err(other),
    }
}
