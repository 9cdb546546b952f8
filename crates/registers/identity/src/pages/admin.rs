//! Providers as the administrator writes them, turns them on and off, and tries them.

use super::door::{ask, outside};
use super::key_of;
use super::provider_form::{self, blank, typed};
use crate::actions::providers;
use crate::model::Provider;
use crate::oidc::described;
use kernel::Id;
use platform::json::{self, Map};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, context};

pub const LIST: &str = "identity/providers.html";
pub const ONE: &str = "identity/provider.html";

pub fn no_errors() -> Json {
    Json::Array(Vec::new())
}

/// Errors as a list and by the name of their field.
pub fn errors_of(errors: impl serde::Serialize) -> (Json, Json) {
    let errors = json::to_value(errors).unwrap_or_default();
    let by_name = |error: &Json| Some((error["name"].as_str()?.to_owned(), error["text"].clone()));
    let bad: Map<String, Json> = errors.as_array().into_iter().flatten().filter_map(by_name).collect();
    (errors, Json::Object(bad))
}

pub async fn list(ctx: Ctx) -> Answer {
    let all = ctx.read(providers::providers).await?;
    let line = |one: &Provider| context! { id => one.id, label => one.label.text(ctx.lang), issuer => one.issuer, on_since => one.on_since };
    let lines: Vec<Json> = all.iter().map(line).collect();
    ctx.page(LIST, context! { lines => lines }).await
}

fn model(ctx: &Ctx, id: Option<&Id>, provider: Option<&Provider>, values: Json, tried: Option<Json>) -> Json {
    let back = id.map(|id| ctx.full_url(&ctx.bare_url(&format!("/sign-in/back/{id}"))));
    context! { id => id, values => values, errors => no_errors(), bad => context! {}, tried => tried, back => back,
    on_since => provider.and_then(|one| one.on_since), has_secret => provider.is_some_and(|one| !one.secret.is_empty()) }
}

pub async fn new_page(ctx: Ctx) -> Answer {
    ctx.page(ONE, model(&ctx, None, None, blank(), None)).await
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let (new, demo) = (provider_form::read(&fields, None), ctx.app().config().demo);
    match ctx.write(move |tx| providers::add(tx, &new, demo)).await {
        Ok(id) => ctx.go_saying(&format!("/admin/identity/{id}"), "identity-provider-saved"),
        Err(problem) => again(&ctx, problem, None, &fields).await,
    }
}

async fn again(ctx: &Ctx, problem: Problem, provider: Option<&Provider>, fields: &Fields) -> Answer {
    let mut shown = model(ctx, provider.map(|one| &one.id), provider, typed(fields), None);
    ctx.form_again(problem, ONE, |errors| {
        let (errors, bad) = errors_of(errors);
        shown["errors"] = errors;
        shown["bad"] = bad;
        shown
    })
    .await
}

async fn found(ctx: &Ctx, id: &str) -> platform::Result<Provider> {
    let id = Id::parse(id).ok_or(Problem::NotFound)?;
    ctx.read(move |rx| providers::provider(rx, &id)).await
}

pub async fn page(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let one = found(&ctx, &id).await?;
    ctx.page(ONE, model(&ctx, Some(&one.id), Some(&one), provider_form::values(&one), None)).await
}

pub async fn save(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let one = found(&ctx, &id).await?;
    let (new, demo, asked) = (provider_form::read(&fields, Some(&one)), ctx.app().config().demo, one.id.clone());
    match ctx.write(move |tx| providers::change(tx, &asked, &new, demo)).await {
        Ok(()) => ctx.go_saying(&format!("/admin/identity/{}", one.id), "identity-provider-saved"),
        Err(problem) => again(&ctx, problem, Some(&one), &fields).await,
    }
}

pub async fn turn(ctx: Ctx, Path(id): Path<String>, fields: Fields) -> Answer {
    let (id, on) = (Id::parse(&id).ok_or(Problem::NotFound)?, fields.ticked("on"));
    let asked = id.clone();
    ctx.write(move |tx| providers::turn(tx, &asked, on)).await?;
    let said = if on { "identity-provider-turned-on" } else { "identity-provider-turned-off" };
    ctx.go_saying(&format!("/admin/identity/{id}"), said)
}

/// Fetches the description anew and says what it found. Changes nothing.
pub async fn try_it(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let one = found(&ctx, &id).await?;
    let (way, issuer) = (outside(&ctx), one.issuer.clone());
    let tried = match ask(&ctx, move |_| described::fetch(way, &issuer)).await? {
        Ok(told) => context! { good => true, door => told.authorization_endpoint, keys => told.jwks_uri,
        claims => told.userinfo_endpoint, names_itself => told.authorization_response_iss_parameter_supported },
        Err(reason) => context! { good => false, text => ctx.text(&key_of(reason), &[]) },
    };
    ctx.page(ONE, model(&ctx, Some(&one.id), Some(&one), provider_form::values(&one), Some(tried))).await
}
