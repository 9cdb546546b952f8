//! Doors for programs and for scripts of the form: files of a draft, uploads in parts, pieces at the desk.

use super::shapes::Upload;
use crate::actions::{draft, file, upload};
use crate::model::PartialUpload;
use crate::pages::guarded;
use cases::Scan;
use kernel::{Id, Refusal};
use platform::web::{IntoResponse, Path};
use platform::{Answer, Ctx, Fields, Problem};

/// A small picture of a file of a draft, for the form.
pub async fn draft_file(ctx: Ctx, Path((code, id)): Path<(String, String)>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let draft = guarded(&ctx, ctx.read(move |rx| draft::find(rx, &code)).await)?;
    let file = draft.files.into_iter().find(|file| file.id == id && !file.thumb.is_empty()).ok_or(Problem::NotFound)?;
    small(&ctx, &file.thumb).await
}

async fn small(ctx: &Ctx, blob: &str) -> Answer {
    let content = photos::small(ctx, blob).await?;
    Ok(([("content-type", "image/jpeg"), ("cache-control", "private, max-age=3600")], content).into_response())
}

/// A piece of a case, for those who handle it: the original as an attachment in a closed room, which is a look, or a picture too
/// small to read.
pub async fn piece(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let (id, is_small) = (Id::parse(&id).ok_or(Problem::NotFound)?, ctx.query().ticked("thumb"));
    let file = ctx
        .write(move |tx| {
            let (case, file) = file::case_file(tx, &id)?;
            if !cases::may(tx, &case, cases::SEE)? {
                return Err(Problem::NotFound);
            }
            if !is_small || file.thumb.is_empty() {
                tx.look(&case.id, "piece")?;
                if let Some(person) = &case.person {
                    people::looked(tx, person, people::What::Piece, &case.code, people::Why::Handling)?;
                }
            }
            Ok(file)
        })
        .await?;
    if is_small && !file.thumb.is_empty() {
        return small(&ctx, &file.thumb).await;
    }
    if file.scan == Scan::Infected {
        return Err(Refusal::new("requests-infected").into());
    }
    attachment(&ctx, &file.blob, &file.kind, file.piece.as_deref().unwrap_or("piece")).await
}

/// A stored file as an attachment in a closed room.
pub async fn attachment(ctx: &Ctx, blob: &str, kind: &str, name: &str) -> Answer {
    let end = kind.rsplit('/').next().unwrap_or("bin");
    let headers = [
        ("content-type", kind.to_owned()),
        ("content-disposition", format!("attachment; filename=\"{name}.{end}\"")),
        ("content-security-policy", "sandbox; default-src 'none'".into()),
        ("cache-control", "private, no-store".into()),
    ];
    let content = ctx.file(blob).await?;
    Ok((headers, content).into_response())
}

fn told(ctx: &Ctx, code: &str, upload: &PartialUpload) -> Answer {
    ctx.json(Upload {
        id: upload.id.to_string(),
        received: upload.received,
        size: upload.size,
        done: upload.received == upload.size,
        url: ctx.bare_url(&format!("/drafts/{code}/uploads/{}", upload.id)),
    })
}

/// Begins a file in parts: `piece`, `size`.
pub async fn begin_upload(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let size = fields.get("size").parse().unwrap_or(0);
    let (asked, piece, most) = (code.clone(), fields.get("piece").to_owned(), ctx.app().config().limits.upload_bytes);
    let upload = guarded(&ctx, ctx.write(move |tx| upload::begin(tx, &asked, &piece, size, most)).await)?;
    told(&ctx, &code, &upload)
}

/// How much has come, so that a cut upload goes on where it stopped.
pub async fn upload_at(ctx: Ctx, Path((code, id)): Path<(String, String)>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let asked = code.clone();
    let upload = guarded(&ctx, ctx.read(move |rx| upload::find(rx, &asked, &id)).await)?;
    told(&ctx, &code, &upload)
}

/// One more part: `at`, the file `part`, and with the last one `name`.
pub async fn more_of_upload(ctx: Ctx, Path((code, id)): Path<(String, String)>, fields: Fields) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    let part = fields.file("part").ok_or_else(|| Refusal::new("requests-nothing-given"))?;
    if part.content.len() > upload::PART_MOST {
        return Err(uploads::too_large(upload::PART_MOST).into());
    }
    let (at, length) = (fields.get("at").parse().unwrap_or(-1), part.content.len() as i64);
    let known = {
        let (asked, id) = (code.clone(), id.clone());
        guarded(&ctx, ctx.read(move |rx| upload::find(rx, &asked, &id)).await)?
    };
    if at != known.received {
        return told(&ctx, &code, &known);
    }
    let blob = ctx.keep_file(part.content.clone()).await?;
    let asked = code.clone();
    let upload = ctx.write(move |tx| upload::add_part(tx, &asked, &id, at, length, &blob)).await?;
    if upload.received == upload.size {
        upload::finish(&ctx, &code, &upload, fields.get("name")).await?;
    }
    told(&ctx, &code, &upload)
}
