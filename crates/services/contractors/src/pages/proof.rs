//! Who reported it looks at the proof, and says whether it is so. Only the author's page leads here.

use super::order::{self, Shown};
use super::{id, status, typed};
use crate::actions::{link, orders as act};
use crate::model::Step;
use crate::rules;
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, context};

const PAGE: &str = "contractors/proof.html";

async fn again(ctx: &Ctx, token: String, fields: &Fields, errors: Vec<FieldError>) -> Answer {
    let asked = token.clone();
    let shown: Shown = ctx
        .write(move |tx| {
            let order = link::opened_by_author(tx, &asked)?;
            order::load_own(tx, order)
        })
        .await?;
    let model = context! {
        order => order::view(ctx, &shown, &format!("/proofs/{token}/photos")), action => ctx.url(&format!("/proofs/{token}")),
        asks => rules::follow(shown.order.state, Step::Approve).is_ok(), errors => errors, typed => typed(fields),
    };
    ctx.page_with(status(&errors), PAGE, model).await
}

pub async fn show(ctx: Ctx, Path(token): Path<String>) -> Answer {
    again(&ctx, token, &Fields::default(), Vec::new()).await
}

pub async fn photo(ctx: Ctx, Path((token, file)): Path<(String, String)>) -> Answer {
    let order = ctx.read(move |rx| link::opened_by_author(rx, &token)).await?;
    order::picture(&ctx, order, id(&file)?).await
}

pub async fn answer(ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Answer {
    let step = if fields.get("done") == "yes" { Step::Approve } else { Step::Reject };
    let (asked, words) = (token.clone(), fields.get("words").to_owned());
    let done = ctx
        .write(move |tx| {
            let order = link::opened_by_author(tx, &asked)?;
            act::judge(tx, &order.id, step, &words)
        })
        .await;
    match done {
        Ok(_) => ctx.go_saying(&format!("/proofs/{token}"), "contractors-said-thanks"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(&ctx, token, &fields, errors).await
        }
    }
}
