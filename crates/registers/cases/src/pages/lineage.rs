//! Relatives of a file: what it is joined to, what is joined to it, and the reports below a big problem.

use super::file::{finish, id};
use crate::actions;
use crate::model::{Case, Lineage};
use kernel::format;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, context};

pub async fn split(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let (id, words) = (id(&text)?, fields.get("words").chars().take(1_000).collect::<String>());
    let target = id.clone();
    let done = ctx.write(move |tx| actions::split(tx, &target, &words).map(|_| ())).await;
    finish(&ctx, &id, done, "cases-said-split", &fields).await
}

pub async fn attach(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let (id, code) = (id(&text)?, fields.get("parent").to_owned());
    let target = id.clone();
    let done = ctx.write(move |tx| actions::attach(tx, &target, &code)).await;
    finish(&ctx, &id, done, "cases-said-attached", &fields).await
}

pub async fn detach(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let target = id.clone();
    let done = ctx.write(move |tx| actions::detach(tx, &target)).await;
    finish(&ctx, &id, done, "cases-said-detached", &Fields::default()).await
}

/// The relatives as the file shows them.
pub fn model(ctx: &Ctx, case: &Case, lineage: &Lineage) -> Json {
    let link = |other: &Case| context! { id => other.id, code => other.code, url => ctx.url(&format!("/desk/{}", other.id)), open => other.is_open() };
    let merge = |(merge, other): &(crate::model::Merge, Case)| {
        context! {
            code => other.code, url => ctx.url(&format!("/desk/{}", other.id)), own => merge.case == case.id,
            at => format::day(merge.at.day(), ctx.lang), split => merge.split_at.map(|at| format::day(at.day(), ctx.lang)),
        }
    };
    context! {
        into => lineage.into.as_ref().map(link), merges => lineage.merges.iter().map(merge).collect::<Vec<_>>(),
        parent => lineage.parent.as_ref().map(link), children => lineage.children.iter().map(link).collect::<Vec<_>>(),
        merged => case.merged_into.is_some(),
    }
}
