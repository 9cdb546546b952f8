//! Pages: one tap, the counter and the telephone, the figures, the low marks.

pub mod counter;
pub mod low;
pub mod public;
pub mod tap;

use kernel::Refusal;
use platform::web::StatusCode;
use platform::{Ctx, Json, context};

fn error(ctx: &Ctx, refusal: &Refusal) -> Vec<Json> {
    vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) }]
}

fn status(errors: &[Json]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}
