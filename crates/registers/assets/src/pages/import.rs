//! The import of a file: chosen, looked at with its faults, then taken in.

use crate::model::{Fault, Imported, Kinds, Table};
use crate::{actions, reading};
use kernel::Refusal;
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};
use std::sync::Arc;

const TEMPLATE: &str = "assets/import.html";
/// Rows of one commit: the writer is not held up by a large town.
const AT_ONCE: usize = 500;

pub async fn form(ctx: Ctx) -> Answer {
    let kinds = ctx.read(|rx| actions::kinds(rx)).await?;
    ctx.page(TEMPLATE, model(&kinds, "", Json::Array(vec![]), None)).await
}

/// What the page says of a file that was read.
pub struct Preview {
    pub token: String,
    pub rows: usize,
    pub counts: Imported,
    pub faults: Vec<(usize, String)>,
}

pub fn model(kinds: &Kinds, kind: &str, errors: Json, preview: Option<Preview>) -> Json {
    let kinds: Vec<Json> = kinds.asset.iter().map(|kind| context! { id => kind.id, name => kind.name }).collect();
    let preview = preview.map(|preview| {
        let faults: Vec<Json> = preview.faults.iter().map(|(line, text)| context! { line, text }).collect();
        context! { token => preview.token, rows => preview.rows, counts => preview.counts, faults => faults }
    });
    context! { kinds, kind, errors, preview }
}

/// The stored file's address, signed: only a file that was sent here comes back.
async fn token(ctx: &Ctx, blob: String) -> Result<String> {
    ctx.read(move |rx| Ok(format!("{blob}.{}", rx.keys().lookup(&rx.tenant(), "assets-import", &blob)?))).await
}

async fn stored(ctx: &Ctx, token: &str) -> Result<Vec<u8>> {
    let wrong = || Problem::Refused(Refusal::new("assets-file-absent").at("file"));
    let (blob, _) = token.rsplit_once('.').ok_or_else(wrong)?;
    if self::token(ctx, blob.to_owned()).await? != token {
        return Err(wrong());
    }
    ctx.file(blob).await
}

async fn again(ctx: &Ctx, kind: &str, problem: Problem) -> Answer {
    let kinds = ctx.read(|rx| actions::kinds(rx)).await?;
    ctx.form_again(problem, TEMPLATE, |errors| model(&kinds, kind, platform::json::to_value(errors).unwrap_or_default(), None))
        .await
}

pub async fn preview(ctx: Ctx, fields: Fields) -> Answer {
    let kind = fields.get("kind").to_owned();
    match look(&ctx, &kind, &fields).await {
        Ok((kinds, preview)) => ctx.page(TEMPLATE, model(&kinds, &kind, Json::Array(vec![]), Some(preview))).await,
        Err(problem) => again(&ctx, &kind, problem).await,
    }
}

async fn look(ctx: &Ctx, kind: &str, fields: &Fields) -> Result<(Arc<Kinds>, Preview)> {
    let file = fields.file("file").ok_or_else(|| Refusal::new("assets-file-absent").at("file"))?;
    let Table { rows, faults } = reading::read(&file.content)?;
    let (count, kind) = (rows.len(), kind.to_owned());
    let (kinds, counts) = ctx.read(move |rx| Ok((actions::kinds(rx)?, actions::compare(rx, &kind, &rows)?))).await?;
    let token = token(ctx, ctx.keep_file(file.content.clone()).await?).await?;
    let said = |fault: &Fault| (fault.line, ctx.sentence(&fault.refusal));
    Ok((kinds, Preview { token, rows: count, counts, faults: faults.iter().map(said).collect() }))
}

pub async fn confirm(ctx: Ctx, fields: Fields) -> Answer {
    let kind = fields.get("kind").to_owned();
    match take(&ctx, &kind, &fields).await {
        Ok(()) => ctx.go_saying(&format!("/admin/assets?kind={}", platform::web::encode(&kind)), "assets-imported"),
        Err(problem) => again(&ctx, &kind, problem).await,
    }
}

async fn take(ctx: &Ctx, kind: &str, fields: &Fields) -> Result<()> {
    let Table { rows, .. } = reading::read(&stored(ctx, fields.get("token")).await?)?;
    for part in rows.chunks(AT_ONCE) {
        let (kind, part) = (kind.to_owned(), part.to_vec());
        ctx.write(move |tx| actions::import(tx, &kind, &part).map(|_| ())).await?;
    }
    Ok(())
}
