//! Pages of the administrator, and the holder's own journal.

pub mod holders;
pub mod kiosks;

use kernel::Refusal;
use platform::{Ctx, Fields, Json, Problem, context};
use procedures::Catalog;

/// The refusals that a form can show beside its fields; any other problem passes on.
fn told(ctx: &Ctx, problem: Problem) -> Result<Vec<Json>, Problem> {
    let refusals = match problem {
        Problem::Refused(refusal) | Problem::Conflict(refusal) => vec![refusal],
        Problem::Invalid(refusals) => refusals,
        other => return Err(other),
    };
    Ok(refusals.iter().map(|refusal| line(ctx, refusal)).collect())
}

fn line(ctx: &Ctx, refusal: &Refusal) -> Json {
    context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) }
}

/// The procedures that the commune offers, as boxes to tick.
fn boxes(ctx: &Ctx, catalog: &Catalog, ticked: &[String]) -> Vec<Json> {
    let one = |procedure: &std::sync::Arc<procedures::Procedure>| {
        context! { value => procedure.id, label => procedure.title.text(ctx.lang), selected => ticked.contains(&procedure.id) }
    };
    catalog.offered_requests().into_iter().map(one).collect()
}

fn ticked(fields: &Fields) -> Vec<String> {
    fields.all("procedures").map(str::to_owned).collect()
}
