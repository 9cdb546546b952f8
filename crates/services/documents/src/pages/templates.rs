//! The commune's own templates: the kinds of paper, and one kind with its text, its preview and its versions.

use crate::templates::{KINDS, TEXT_MOST, Template, TemplateState, actions, check, example, rows};
use kernel::Refusal;
use papers::Fault;
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

const ADDRESS: &str = "/admin/templates";

pub async fn list(ctx: Ctx) -> Answer {
    let kinds = ctx.read(|rx| KINDS.into_iter().map(|kind| Ok((kind, rows::of(rx, kind)?))).collect::<Result<Vec<_>>>()).await?;
    let row = |(kind, versions): &(&str, Vec<Template>)| {
        let live = versions.iter().find(|one| one.state == TemplateState::Published);
        let draft = versions.first().is_some_and(|newest| newest.state == TemplateState::Draft);
        context! {
            name => ctx.text(&format!("documents-kind-{kind}"), &[]), url => ctx.url(&format!("{ADDRESS}/{kind}")), live => live.map(|one| one.version),
            failed => live.is_some_and(|one| one.failed_at.is_some()), draft => draft,
        }
    };
    ctx.page("documents/templates.html", context! { kinds => kinds.iter().map(row).collect::<Vec<_>>() }).await
}

pub async fn show(ctx: Ctx, Path(kind): Path<String>) -> Answer {
    page(&ctx, &known(&kind)?, StatusCode::OK, None, Vec::new()).await
}

fn known(kind: &str) -> Result<String> {
    if KINDS.contains(&kind) { Ok(kind.to_owned()) } else { Err(Problem::NotFound) }
}

async fn page(ctx: &Ctx, kind: &str, status: StatusCode, typed: Option<String>, errors: Vec<Json>) -> Answer {
    let asked = kind.to_owned();
    let (shown, versions) = ctx.read(move |rx| Ok((actions::shown(rx, &asked)?, rows::of(rx, &asked)?))).await?;
    let national = papers::template(kind).unwrap_or_default();
    let me = ctx.actor.to_string();
    let version = |one: &Template| {
        context! {
            version => one.version, state => one.state, written => kernel::format::moment(one.written_at, ctx.lang), mine => one.written_by == me,
            preview => ctx.bare_url(&format!("{ADDRESS}/{kind}/preview.pdf?version={}", one.version)), published => one.published_at.map(|at| kernel::format::moment(at, ctx.lang)),
        }
    };
    let live = versions.iter().find(|one| one.state == TemplateState::Published);
    let failed =
        live.and_then(|one| Some(context! { at => kernel::format::moment(one.failed_at?, ctx.lang), why => one.failed_why }));
    let model = context! {
        name => ctx.text(&format!("documents-kind-{kind}"), &[]), action => ctx.url(&format!("{ADDRESS}/{kind}")), errors => errors, failed => failed,
        text => typed.or_else(|| shown.map(|one| one.text)).unwrap_or_else(|| national.to_owned()), most => TEXT_MOST,
        live => live.map(|one| one.version), versions => versions.iter().map(version).collect::<Vec<_>>(),
        national => ctx.bare_url(&format!("{ADDRESS}/{kind}/preview.pdf")),
    };
    ctx.page_with(status, "documents/template.html", model).await
}

/// Takes a text, or a file with it, once it has compiled with the examples; else says what Typst says. The one in use goes on.
pub async fn save(ctx: Ctx, Path(kind): Path<String>, fields: Fields) -> Answer {
    let kind = known(&kind)?;
    let sent = fields.file("file").filter(|file| !file.content.is_empty());
    let text = match sent {
        Some(file) => String::from_utf8(file.content.clone()).map_err(|_| Refusal::new("documents-template-not-text").at("file")),
        None => Ok(fields.get("text").replace("\r\n", "\n")),
    };
    let text = match text {
        Ok(text) if text.trim().is_empty() => {
            return wrong(&ctx, &kind, None, &Refusal::new("documents-template-empty").at("text")).await;
        }
        Ok(text) if text.len() > TEXT_MOST => {
            let refusal = Refusal::new("documents-template-long").with("most", TEXT_MOST / 1024).at("text");
            return wrong(&ctx, &kind, None, &refusal).await;
        }
        Ok(text) => text,
        Err(refusal) => return wrong(&ctx, &kind, None, &refusal).await,
    };
    if let Err(fault) = check(&kind, &text).await? {
        let refusal =
            Refusal::new("documents-template-wrong").with("line", fault.line).with("message", &fault.message).at("text");
        return wrong(&ctx, &kind, Some(text), &refusal).await;
    }
    let of = kind.clone();
    ctx.write(move |tx| actions::write(tx, &of, &text).map(drop)).await?;
    ctx.go_saying(&format!("{ADDRESS}/{kind}"), "documents-said-template-kept")
}

async fn wrong(ctx: &Ctx, kind: &str, typed: Option<String>, refusal: &Refusal) -> Answer {
    let errors = vec![context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) }];
    page(ctx, kind, StatusCode::UNPROCESSABLE_ENTITY, typed, errors).await
}

pub async fn publish(ctx: Ctx, Path(kind): Path<String>, fields: Fields) -> Answer {
    let kind = known(&kind)?;
    let version = fields.get("version").parse().map_err(|_| Problem::NotFound)?;
    let of = kind.clone();
    match ctx.write(move |tx| actions::publish(tx, &of, version)).await {
        Ok(()) => ctx.go_saying(&format!("{ADDRESS}/{kind}"), "documents-said-template-published"),
        Err(Problem::Refused(refusal)) => wrong(&ctx, &kind, None, &refusal).await,
        Err(other) => Err(other.into()),
    }
}

pub async fn retire(ctx: Ctx, Path(kind): Path<String>) -> Answer {
    let kind = known(&kind)?;
    let of = kind.clone();
    ctx.write(move |tx| actions::retire(tx, &of)).await?;
    ctx.go_saying(&format!("{ADDRESS}/{kind}"), "documents-said-template-retired")
}

/// A version with its example data; without a number, the country's template.
pub async fn preview(ctx: Ctx, Path(kind): Path<String>) -> Answer {
    let kind = known(&kind)?;
    let version: Option<i64> = ctx.query().get("version").parse().ok();
    let text = match version {
        Some(version) => {
            let of = kind.clone();
            ctx.read(move |rx| rows::find(rx, &of, version)).await?.text
        }
        None => papers::template(&kind).unwrap_or_default().to_owned(),
    };
    match example(&kind, &text, ctx.lang).print_apart().await? {
        Ok(paper) => super::print::pdf(paper, &format!("{kind}-example")),
        Err(fault) => Err(told(&fault).into()),
    }
}

/// What Typst says, with the line where it says one.
fn told(fault: &Fault) -> Refusal {
    let key = if fault.line == 0 { "documents-template-wrong-somewhere" } else { "documents-template-wrong" };
    Refusal::new(key).with("line", fault.line).with("message", &fault.message)
}
