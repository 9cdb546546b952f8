//! Files: by content, sealed, with a small picture for images; whole, or in parts that go on after a cut.

use super::draft;
use crate::model::{DraftFile, PartialUpload};
use crate::store;
use kernel::{Id, Refusal};
use platform::{Ctx, Problem, Result, Tx};

/// Most bytes of one part.
pub const PART_MOST: usize = 1_000_000;
/// Uploads in parts that one draft may have open.
const OPEN_MOST: usize = 10;
const NAME_MOST: usize = 120;

/// Keeps what was sent for a piece, and says what of the draft it is.
pub async fn take(ctx: &Ctx, piece: &str, name: &str, content: Vec<u8>, most_mb: Option<i64>) -> Result<DraftFile> {
    let kept = uploads::take(ctx, &format!("piece-{piece}"), content, most_mb).await?;
    let id = ctx.read(|rx| Ok(rx.new_id())).await?;
    let name = kernel::text::clean(name, NAME_MOST).unwrap_or_default();
    let uploads::Kept { blob, mark, thumb, kind, size, scan } = kept;
    Ok(DraftFile { id, piece: piece.to_owned(), blob, mark, thumb, kind, name, size, scan, origin: None })
}

/// Begins a file that comes in parts; says its id. The size is told first, so that too large a file is refused at once.
pub fn begin(tx: &mut Tx, code: &str, piece: &str, size: i64, most: usize) -> Result<PartialUpload> {
    let draft = draft::find(tx, code)?;
    if draft.filed.is_some() {
        return Err(Problem::Conflict(Refusal::new("requests-filed-already")));
    }
    let procedure = procedures::procedure(tx, &draft.procedure)?;
    let known = draft::asked_piece(&procedure, piece)?;
    let most = known.max_mb.map_or(most as i64, |mb| mb * 1_000_000);
    if !(1..=most).contains(&size) {
        return Err(uploads::too_large(most as usize).into());
    }
    let open = store::uploads_of(tx, &draft.id)?;
    // What was begun and left makes room, the oldest first.
    for left in open.iter().rev().skip(OPEN_MOST - 1) {
        abandon(tx, left)?;
    }
    let upload =
        PartialUpload { id: tx.new_id(), draft: draft.id, piece: piece.to_owned(), size, received: 0, chunks: Vec::new() };
    store::put_upload(tx, &upload)?;
    Ok(upload)
}

/// Drops an upload with the parts that have come.
pub fn abandon(tx: &mut Tx, upload: &PartialUpload) -> Result<()> {
    store::drop_upload(tx, &upload.draft, &upload.id)?;
    crate::jobs::erase_later(tx, &upload.chunks)
}

pub fn find(tx: &mut Tx, code: &str, id: &Id) -> Result<PartialUpload> {
    let draft = draft::find(tx, code)?;
    store::upload(tx, &draft.id, id)
}

/// Notes a part that was stored. A part that comes twice, or out of its place, changes nothing: the answer says where to go on.
pub fn add_part(tx: &mut Tx, code: &str, id: &Id, at: i64, length: i64, blob: &str) -> Result<PartialUpload> {
    let mut upload = find(tx, code, id)?;
    if at != upload.received {
        crate::jobs::erase_later(tx, &[blob.to_owned()])?;
        return Ok(upload);
    }
    if upload.received + length > upload.size {
        return Err(uploads::too_large(upload.size as usize).into());
    }
    upload.received += length;
    upload.chunks.push(blob.to_owned());
    store::put_upload(tx, &upload)?;
    Ok(upload)
}

/// The whole file has come: it is put together, judged like any other, and tied to the draft.
pub async fn finish(ctx: &Ctx, code: &str, upload: &PartialUpload, name: &str) -> Result<()> {
    let mut content = Vec::with_capacity(upload.received.max(0) as usize);
    for chunk in &upload.chunks {
        content.extend(ctx.file(chunk).await?);
    }
    let asked = code.to_owned();
    let opened = ctx.read(move |rx| draft::opened(rx, &asked)).await?;
    let most = opened.procedure.piece(&upload.piece).and_then(|piece| piece.max_mb);
    let taken = take(ctx, &upload.piece, name, content, most).await;
    let ended = upload.clone();
    ctx.write(move |tx| abandon(tx, &ended)).await?;
    let (code, file) = (code.to_owned(), taken?);
    ctx.write(move |tx| draft::add_file(tx, &code, &file)).await
}
