//! `/admin/open311`: services of other systems as texts of categories, to be read and completed.

use super::store::{self, Proposed};
use platform::{Answer, Ctx, Json, context};

pub const LIST: &str = "open311/proposed.html";

pub async fn list(ctx: Ctx) -> Answer {
    let all = ctx.read(|rx| store::of(rx, None)).await?;
    ctx.page(LIST, model(&all)).await
}

pub fn model(all: &[Proposed]) -> Json {
    let row = |one: &Proposed| {
        let questions = one.definition.as_ref().map_or(0, |definition| definition.attributes.len());
        context! { source => one.source, code => one.service.code, name => one.service.name, group => one.service.group, questions => questions, body => one.body }
    };
    context! { rows => all.iter().map(row).collect::<Vec<_>>() }
}

/// One proposal, as a sample.
pub fn sample() -> Json {
    let service = georeport::Service { code: "001".into(), name: "Cans left out".into(), ..Default::default() };
    model(&[Proposed { source: "city".into(), service, definition: None, body: "[[procedure]]\nid = \"imported-001\"\n".into() }])
}
