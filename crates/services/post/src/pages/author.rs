//! The order for who placed it: where the letter is, what to correct, sending it again.

use super::entry::{Shown, load};
use super::{errors, status, typed};
use crate::actions;
use crate::model::Stage;
use kernel::Id;
use platform::web::{Path, encode};
use platform::{Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

/// On the page of the case: the letter, and what is asked of the person.
pub fn panel(tx: &mut Tx, id: &Id) -> Result<Option<PanelModel>> {
    let Some(shown) = load(tx, id)? else { return Ok(None) };
    let link = cases::link(tx, &shown.case.code)?;
    Ok(Some(Box::new(move |ctx: &Ctx| {
        let key = link.split_once("?k=").map_or("", |(_, key)| key);
        context! {
            stage => shown.order.stage, text => ctx.text(&format!("post-yours-{}", shown.order.stage), &[]), letters => shown.letters(ctx),
            correct => shown.case.state == "correction", back => shown.order.stage == Stage::Back, go => ctx.url(&format!("/post/{}?k={}", shown.case.code, encode(key))),
        }
    })))
}

fn opened(rx: &mut Tx, code: &str, key: &str) -> Result<Shown> {
    let case = requests::opened(rx, code, key)?;
    load(rx, &case.id)?.ok_or(Problem::NotFound)
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let key = ctx.query().get("k").to_owned();
    again(&ctx, &code, &key, Vec::new(), &Fields::default()).await
}

async fn again(ctx: &Ctx, code: &str, key: &str, errors: Vec<Json>, fields: &Fields) -> Answer {
    let (asked, with) = (code.to_owned(), key.to_owned());
    let shown = ctx.read(move |rx| opened(rx, &asked, &with)).await?;
    let correcting = shown.case.state == "correction";
    let fields_of = |items: Vec<Json>| if fields.values.is_empty() { items } else { with_typed(items, fields) };
    let doubted = if correcting { fields_of(shown.doubted()) } else { Vec::new() };
    let address = if shown.order.stage == Stage::Back { fields_of(shown.addressing()) } else { Vec::new() };
    let key = encode(key);
    let model = context! {
        code => shown.case.code, title => shown.procedure.title, icon => shown.procedure.icon, doubted => doubted, address => address, letters => shown.letters(ctx), words => fields.get("words"),
        correct => ctx.url(&format!("/post/{}/correct?k={key}", shown.case.code)), send_again => ctx.url(&format!("/post/{}/again?k={key}", shown.case.code)),
        back => ctx.url(&format!("/cases/{}?k={key}", shown.case.code)), errors => errors,
    };
    ctx.page_with(status(&errors), "post/order.html", model).await
}

/// What was just typed instead of what was written before, so that nothing is lost.
fn with_typed(mut items: Vec<Json>, fields: &Fields) -> Vec<Json> {
    let typed = typed(fields);
    for item in &mut items {
        let name = item["field"]["name"].as_str().unwrap_or_default().to_owned();
        if let Some(values) = typed.get(&name) {
            item["field"]["values"] = Json::from(values.clone());
        }
        let below = format!("{name}.");
        for (part, values) in typed.range(below.clone()..).take_while(|(name, _)| name.starts_with(&below)) {
            item["field"]["parts"][&part[below.len()..]] = Json::from(values.first().cloned().unwrap_or_default());
        }
    }
    items
}

pub async fn correct(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = ctx.query().get("k").to_owned();
    let (asked, with, given, words) = (code.clone(), key.clone(), typed(&fields), fields.get("words").to_owned());
    let result = ctx
        .write(move |tx| {
            let case = requests::opened(tx, &asked, &with)?;
            actions::correct(tx, &case.id, &given, &words, true)
        })
        .await;
    finish(&ctx, &code, &key, result, &fields, "post-said-corrected").await
}

pub async fn send_again(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let key = ctx.query().get("k").to_owned();
    let (asked, with, given) = (code.clone(), key.clone(), typed(&fields));
    let result = ctx
        .write(move |tx| {
            let case = requests::opened(tx, &asked, &with)?;
            actions::send_again(tx, &case.id, &given, true)
        })
        .await;
    finish(&ctx, &code, &key, result, &fields, "post-said-again").await
}

async fn finish(ctx: &Ctx, code: &str, key: &str, result: Result<()>, fields: &Fields, said: &str) -> Answer {
    match result {
        Ok(()) => ctx.go_saying(&format!("/cases/{code}?k={}", encode(key)), said),
        Err(problem) => {
            let errors = errors(ctx, problem)?;
            again(ctx, code, key, errors, fields).await
        }
    }
}
