//! Adding a document: a file of one's own, or a piece of a request that one had filed.

use super::{again, nothing_typed, options, typed};
use crate::actions;
use crate::model::{NewDocument, Origin, Trust};
use cases::{Case, CaseFile};
use kernel::{Id, Refusal};
use platform::web::{Path, StatusCode};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, context};

const TEMPLATE: &str = "folder/add.html";

/// A piece of a case that is about to be kept.
struct Piece {
    case: Case,
    file: CaseFile,
    name: String,
}

pub async fn show(ctx: Ctx) -> Answer {
    page(&ctx, StatusCode::OK, None, nothing_typed(), Vec::new()).await
}

pub async fn show_piece(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let piece = piece(&ctx, &file).await?;
    let mut typed = nothing_typed();
    typed["title"] = piece.name.clone().into();
    page(&ctx, StatusCode::OK, Some(&piece), typed, Vec::new()).await
}

async fn page(ctx: &Ctx, status: StatusCode, piece: Option<&Piece>, typed: Json, faults: Vec<Refusal>) -> Answer {
    let kinds = ctx.read(|rx| actions::kinds(rx)).await?;
    let action = piece.map_or("/my/documents/new".to_owned(), |piece| format!("/my/documents/keep/{}", piece.file.id));
    let errors: Vec<Json> = faults
        .iter()
        .map(|fault| context! { name => fault.field.clone().unwrap_or_default(), text => ctx.sentence(fault) })
        .collect();
    let model = context! {
        action => ctx.url(&action), kinds => options(ctx, &kinds), values => typed, errors => errors,
        most_mb => ctx.app().config().limits.upload_bytes / 1_000_000,
        piece => piece.map(|piece| context! { code => piece.case.code, name => piece.name }),
    };
    ctx.page_with(status, TEMPLATE, model).await
}

pub async fn add(ctx: Ctx, mut fields: Fields) -> Answer {
    let content = fields.files.iter_mut().find(|file| file.field == "file").map(|file| std::mem::take(&mut file.content));
    let done = match content {
        Some(content) => keep_upload(&ctx, content, &fields).await,
        None => Err(Refusal::new("folder-file-missing").at("file").into()),
    };
    answer(&ctx, done, None, &fields).await
}

async fn keep_upload(ctx: &Ctx, content: Vec<u8>, fields: &Fields) -> Result<Id> {
    let new = asked(ctx, fields).await?;
    ctx.take(platform::Allowance::Deposit)?;
    // Before the file is stored: what has no room leaves nothing on the disk.
    let size = i64::try_from(content.len()).map_err(Problem::internal)?;
    ctx.read(move |rx| {
        let person = actions::person(rx)?;
        crate::rules::room(crate::store::count(rx, &person)?, crate::store::bytes(rx, &person)?, size).map_err(Problem::from)
    })
    .await?;
    let taken = actions::take(ctx, content, Origin::Uploaded, Trust::Own, None).await?;
    ctx.write(move |tx| {
        let person = actions::person(tx)?;
        actions::keep(tx, &person, new.clone(), &taken).map(|document| document.id)
    })
    .await
}

/// What was typed, judged before the file is taken in; a title that nobody wrote is the name of the kind.
async fn asked(ctx: &Ctx, fields: &Fields) -> Result<NewDocument> {
    let mut new = typed(fields)?;
    let kinds = ctx.read(|rx| actions::kinds(rx)).await?;
    let kind = kinds.iter().find(|kind| kind.id == new.kind).ok_or_else(|| Refusal::new("folder-kind-missing").at("kind"))?;
    if new.title.is_empty() {
        new.title = kind.name.text(ctx.lang).to_owned();
    }
    Ok(crate::rules::told(new, ctx.today())?)
}

async fn answer(ctx: &Ctx, done: Result<Id>, piece: Option<&Piece>, fields: &Fields) -> Answer {
    match done {
        Ok(id) => ctx.go_saying(&format!("/my/documents/{id}"), "folder-said-kept"),
        Err(Problem::Refused(refusal)) => page(ctx, StatusCode::UNPROCESSABLE_ENTITY, piece, again(fields), vec![refusal]).await,
        Err(other) => Err(other.into()),
    }
}

async fn piece(ctx: &Ctx, file: &str) -> Result<Piece> {
    let (id, lang) = (Id::parse(file).ok_or(Problem::NotFound)?, ctx.lang);
    ctx.read(move |rx| {
        let (case, file) = actions::keep_from_case(rx, &id)?;
        let procedure = cases::pinned(rx, &case.procedure_pin)?;
        let declared = file.piece.as_deref().and_then(|id| procedure.piece(id));
        let name = declared.and_then(|piece| piece.label.as_ref()).map_or("", |label| label.text(lang)).to_owned();
        Ok(Piece { case, file, name })
    })
    .await
}

/// Keeps a copy of a piece for next time, when its person agrees: the copy is his, the piece stays the case's.
pub async fn keep_piece(ctx: Ctx, Path(file): Path<String>, fields: Fields) -> Answer {
    let piece = piece(&ctx, &file).await?;
    let done = keep_copy(&ctx, &piece, &fields).await;
    answer(&ctx, done, Some(&piece), &fields).await
}

async fn keep_copy(ctx: &Ctx, piece: &Piece, fields: &Fields) -> Result<Id> {
    if !fields.ticked("consent") {
        return Err(Refusal::new("folder-keep-consent").at("consent").into());
    }
    let (file, case) = (piece.file.clone(), piece.case.clone());
    let (trust, kind) = ctx
        .read(move |rx| {
            let procedure = cases::pinned(rx, &case.procedure_pin)?;
            let declared = file.piece.as_deref().and_then(|id| procedure.piece(id));
            let kind = declared.map_or(String::new(), |piece| piece.kind.clone());
            Ok((actions::trust_of(rx, &case)?, actions::kind(rx, &kind)?.id))
        })
        .await?;
    let mut sent = fields.clone();
    sent.values.retain(|(name, _)| name != "kind");
    sent.push("kind", kind);
    let new = asked(ctx, &sent).await?;
    let content = ctx.file(&piece.file.blob).await?;
    let taken = actions::take(ctx, content, Origin::Case, trust, Some(piece.file.id.to_string())).await?;
    ctx.write(move |tx| {
        let person = actions::person(tx)?;
        actions::keep(tx, &person, new.clone(), &taken).map(|document| document.id)
    })
    .await
}
