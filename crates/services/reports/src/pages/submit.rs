//! The form arrives: photos are kept, the place settled, likeness offered, and the case opened.

use super::draft::{self, ASKED, DIFFERENT, KEPT, PHOTO_PLACE, SHOW};
use super::form::{self, Extra, Sheet};
use super::offers;
use crate::actions::file::{self, Filing};
use crate::model::{Draft, KeptPhoto, Settled};
use kernel::{Id, Refusal};
use platform::store::receipts;
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Problem, Result};

pub async fn from_the_web(ctx: Ctx, Path(category): Path<String>, fields: Fields) -> Answer {
    submit(ctx, category, fields, false).await
}

pub async fn at_the_counter(ctx: Ctx, Path(category): Path<String>, fields: Fields) -> Answer {
    submit(ctx, category, fields, true).await
}

async fn submit(ctx: Ctx, category: String, mut fields: Fields, counter: bool) -> Answer {
    let taken = take_photos(&ctx, &mut fields).await;
    let (asked, typed) = (category, fields.clone());
    let sheet = ctx.read(move |rx| form::load(rx, &asked, &typed)).await?;
    if let Err(problem) = taken {
        return form::again(&ctx, &sheet, &fields, problem, Extra { counter, ..Extra::default() }).await;
    }
    if fields.get(SHOW) == "form" {
        return form::once_more(&ctx, &sheet, &fields, Extra { counter, ..Extra::default() }).await;
    }
    let tokens = sheet.photos.clone();
    let photos = ctx.read(move |rx| file::kept_photos(rx, tokens.iter().map(String::as_str))).await?;
    let draft = match draft::read(&sheet.procedure, &fields, photos, sheet.key.clone(), ctx.lang, counter) {
        Ok(draft) => draft,
        Err(problem) => return form::again(&ctx, &sheet, &fields, problem, Extra { counter, ..Extra::default() }).await,
    };
    if one_more(&sheet, &fields) {
        return form::once_more(&ctx, &sheet, &fields, Extra { counter, one_more: true, ..Extra::default() }).await;
    }
    decide(&ctx, &sheet, &fields, draft, counter).await
}

/// Remakes what was uploaded and names it in the form, so that an error elsewhere does not lose it.
pub async fn take_photos(ctx: &Ctx, fields: &mut Fields) -> Result<()> {
    let uploads: Vec<_> =
        std::mem::take(&mut fields.files).into_iter().filter(|file| file.field == "photo").take(draft::PHOTOS).collect();
    let visitor = ctx.visitor().to_string();
    for upload in uploads {
        if ctx.actor.account().is_none() {
            let visitor = visitor.clone();
            ctx.read(move |rx| file::may_keep_photo(rx, &visitor)).await?;
        }
        let photo = photos::take(ctx, upload.content).await?;
        let kept = KeptPhoto { blob: photo.blob, thumb: photo.thumb, taken_at: photo.taken_at };
        let visitor = visitor.clone();
        fields.push(KEPT, ctx.write(move |tx| file::keep_photo(tx, &kept, &visitor)).await?);
    }
    Ok(())
}

/// Whether an answer opened a question that the form did not show yet.
fn one_more(sheet: &Sheet, fields: &Fields) -> bool {
    let asked: Vec<&str> = fields.get(ASKED).split(' ').collect();
    let typed = draft::typed(&sheet.procedure, fields);
    fields.opt(ASKED).is_some()
        && draft::shown(&sheet.procedure, &typed).iter().any(|question| !asked.contains(&question.id.as_str()))
}

async fn decide(ctx: &Ctx, sheet: &Sheet, fields: &Fields, mut draft: Draft, counter: bool) -> Answer {
    let extra = || Extra { counter, ..Extra::default() };
    let from_photo = draft.photos.iter().find_map(|photo| photo.taken_at);
    let placed = draft.point.is_some() || !draft.number.is_empty();
    match (from_photo.filter(|_| !placed), fields.get(PHOTO_PLACE)) {
        (Some(point), "") if here(ctx, point).await? => return offers::photo_place(ctx, sheet, fields, point, counter).await,
        (Some(point), "yes") => draft.point = Some(point),
        _ => {}
    }
    let (procedure, asked) = (sheet.procedure.clone(), draft.clone());
    let settled = ctx.read(move |rx| file::settle(rx, &procedure, &asked)).await?;
    let place = match settled {
        Settled::Here(place) => place,
        Settled::Missing => {
            let problem = Refusal::new("reports-place-needed").at("place").into();
            return form::again(ctx, sheet, fields, problem, extra()).await;
        }
        Settled::UnknownNumber(near) => {
            let problem = Refusal::new("reports-number-unknown").with("number", &draft.number).at("asset_number").into();
            return form::again(ctx, sheet, fields, problem, Extra { meant: Some(near), ..extra() }).await;
        }
        Settled::Elsewhere(commune) => return offers::elsewhere(ctx, sheet, fields, commune, counter).await,
    };
    let again = known(ctx, &draft.key).await?;
    if !again && fields.get(DIFFERENT) != "yes" {
        let (procedure, asset, point) = (sheet.procedure.clone(), place.asset.clone(), place.point);
        let similar = ctx.read(move |rx| file::similar(rx, &procedure, asset.as_deref(), point)).await?;
        if !similar.is_empty() {
            return offers::similar(ctx, sheet, fields, similar, counter).await;
        }
    }
    if !again && ctx.actor.account().is_none() && !counter {
        ctx.take(Allowance::Deposit)?;
    }
    store(ctx, sheet, fields, draft, place, counter).await
}

/// A photo of elsewhere says nothing about this commune.
async fn here(ctx: &Ctx, point: kernel::Point) -> Result<bool> {
    ctx.read(move |rx| Ok(!matches!(places::find(rx, point)?, places::Found::Elsewhere { .. }))).await
}

/// Whether this very form was already received: its answer was lost, or it was sent twice.
async fn known(ctx: &Ctx, key: &Id) -> Result<bool> {
    let key = key.clone();
    ctx.read(move |rx| Ok(receipts::find(rx, &key)?.is_some())).await
}

async fn store(ctx: &Ctx, sheet: &Sheet, fields: &Fields, draft: Draft, place: cases::Place, counter: bool) -> Answer {
    let visitor = ctx.visitor().to_string();
    let channel = draft.channel;
    let filing = Filing { draft, place, visitor };
    let done = ctx
        .write(move |tx| {
            let mut filing = filing.clone();
            filing.draft.person = file::author(tx, channel)?;
            let opened = file::file(tx, &filing)?;
            cases::link(tx, &opened.code)
        })
        .await;
    match done {
        // `/cases/{code}?k=…`: the same key opens the receipt.
        Ok(link) => ctx.go(&link.replacen("/cases/", "/report/receipt/", 1)),
        Err(Problem::Conflict(refusal)) if refusal.key == "platform-key-reused" => {
            // The person went back and changed the form after it was received: a new key makes it a second report.
            let fresh = ctx.read(|rx| Ok(rx.new_id())).await?;
            let sheet = Sheet { key: fresh, ..sheet.clone() };
            let problem = Problem::Conflict(Refusal::new("reports-sent-already"));
            form::again(ctx, &sheet, fields, problem, Extra { counter, ..Extra::default() }).await
        }
        Err(problem) => form::again(ctx, sheet, fields, problem, Extra { counter, ..Extra::default() }).await,
    }
}
