//! The address in a message: a page with five buttons. Reading it gives no mark, so a program that opens every address in a
//! message before its reader does gives none either.

use super::{error, status};
use crate::rules;
use cases::{Case, Means, Survey};
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Fields, Json, Problem, context};

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    again(&ctx, &code, &key, &Fields::default(), Vec::new()).await
}

async fn again(ctx: &Ctx, code: &str, key: &str, typed: &Fields, errors: Vec<Json>) -> Answer {
    let (asked, with) = (code.to_owned(), key.to_owned());
    let (case, title, over): (Case, kernel::Label, bool) = ctx
        .read(move |rx| {
            let case = cases::opened_by_author(rx, &asked, &with)?;
            let title = cases::pinned(rx, &case.procedure_pin)?.title.clone();
            let over = case.is_open() || case.merged_into.is_some() || cases::surveys::is_final(rx, &case)?;
            Ok((case, title, over))
        })
        .await?;
    let model = context! {
        code => case.code, title => title, over => over, key => key, words => typed.get("words"), errors => errors,
        action => ctx.url(&format!("/satisfaction/{}", case.code)), back => ctx.url(&format!("/cases/{}?k={}", case.code, encode(key))),
    };
    ctx.page_with(status(&errors), "satisfaction/tap.html", model).await
}

pub async fn rate(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = fields.get("k").to_owned();
    let survey = match rules::survey(fields.get("mark"), fields.get("solved"), fields.get("words")) {
        Ok(survey) => Survey { means: Means::Message, ..survey },
        Err(refusal) => return again(&ctx, &code, &key, &fields, error(&ctx, &refusal)).await,
    };
    let (asked, with) = (code.clone(), key.clone());
    let done = ctx
        .write(move |tx| {
            let case = cases::opened_by_author(tx, &asked, &with)?;
            cases::rate(tx, &case.id, &survey)
        })
        .await;
    match done {
        Ok(()) => ctx.go_saying(&format!("/cases/{code}?k={}", encode(&key)), "satisfaction-said-thanks"),
        Err(Problem::Refused(refusal)) => again(&ctx, &code, &key, &fields, error(&ctx, &refusal)).await,
        Err(problem) => Err(problem.into()),
    }
}
