//! What the commune shows of itself, with its emblem and its colour.

use super::typed_values;
use crate::emblem;
use crate::profile::{self, Written};
use platform::communes::save_profile;
use platform::json;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

const PAGE: &str = "administration/profile.html";
/// Field of the box that takes the emblem away.
const REMOVE: &str = "remove_emblem";

pub async fn show(ctx: Ctx) -> Answer {
    let source = ctx.read(public_site::source).await?;
    let typed = profile::typed(&ctx.commune().profile, &source);
    ctx.page(PAGE, model(Json::Null, typed)).await
}

/// `errors` is a list, or nothing at all.
pub fn model(errors: Json, typed: Fields) -> Json {
    let errors = if errors.is_array() { errors } else { Json::Array(Vec::new()) };
    context! { errors => errors, typed => typed_values(typed) }
}

pub async fn save(ctx: Ctx, fields: Fields) -> Answer {
    if let Err(problem) = keep(&ctx, &fields).await {
        return ctx.form_again(problem, PAGE, |errors| model(json::to_value(errors).unwrap_or_default(), fields)).await;
    }
    ctx.app().refresh_communes().await?;
    ctx.go_saying("/admin/profile", "administration-profile-saved")
}

async fn keep(ctx: &Ctx, fields: &Fields) -> Result<()> {
    let current = ctx.commune().profile.emblem.clone().filter(|_| !fields.ticked(REMOVE));
    let mut written = profile::read(fields, current)?;
    if let Some(upload) = fields.file("emblem") {
        let content = upload.content.clone();
        let drawn = tokio::task::spawn_blocking(move || emblem::remake(&content)).await.map_err(Problem::internal)??;
        written.profile.emblem = Some(ctx.keep_file(drawn).await?);
    }
    let Written { profile, source } = written;
    ctx.write(move |tx| {
        save_profile(tx, &profile)?;
        if public_site::source(tx)? != source {
            public_site::set_source(tx, &source)?;
            tx.record("administration.source_set", tx.tenant(), &source)?;
        }
        Ok(())
    })
    .await
}
