//! `/desk/systems`: what the counters depend on; the commune adds what the country's list does not have.

use super::{label, status, typed};
use crate::actions;
use crate::model::System;
use kernel::{Label, Refusal};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Problem, Result, context};

const MOST: usize = 90;

pub async fn list(ctx: Ctx) -> Answer {
    again(&ctx, &Fields::default(), Vec::new()).await
}

async fn again(ctx: &Ctx, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let systems = ctx.read(actions::systems).await?;
    let row = |system: &System| {
        let retire = system.own.then(|| ctx.url(&format!("/desk/systems/{}/retire", system.id)));
        context! { name => system.name, down => system.down, retire => retire }
    };
    let model = context! {
        rows => systems.iter().map(row).collect::<Vec<_>>(), errors => errors, typed => typed(fields),
        action => ctx.url("/desk/systems"), back => ctx.url("/desk/outages"), most => MOST,
    };
    ctx.page_with(status(&errors), "outages/systems.html", model).await
}

/// Both languages of the country are asked: nobody should read of an outage in words that he does not know.
fn both(fields: &Fields, name: &str) -> Result<Label, Refusal> {
    let read = label(fields, name, MOST)?;
    let missing =
        |text: &str, lang: &str| text.is_empty().then(|| Refusal::new("outages-name-missing").at(&format!("{name}_{lang}")));
    match missing(&read.ar, "ar").or_else(|| missing(&read.fr, "fr")) {
        Some(refusal) => Err(refusal),
        None => Ok(read),
    }
}

pub async fn add(ctx: Ctx, fields: Fields) -> Answer {
    let done = match (both(&fields, "name"), both(&fields, "down")) {
        (Ok(name), Ok(down)) => ctx.write(move |tx| actions::add_system(tx, name.clone(), down.clone()).map(drop)).await,
        (name, down) => Err(Problem::Invalid([name.err(), down.err()].into_iter().flatten().collect())),
    };
    finish(&ctx, done, &fields, "outages-said-system-added").await
}

pub async fn retire(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let done = ctx.write(move |tx| actions::retire_system(tx, &id)).await;
    finish(&ctx, done, &Fields::default(), "outages-said-system-retired").await
}

async fn finish(ctx: &Ctx, done: Result<()>, fields: &Fields, said: &str) -> Answer {
    match done {
        Ok(()) => ctx.go_saying("/desk/systems", said),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(ctx, fields, errors).await
        }
    }
}
