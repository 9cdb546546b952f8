//! The form arrives: photos are kept, then one action settles the place, looks for likeness and opens the case.

use super::draft::{self, ASKED, DIFFERENT, KEPT, PHOTO_PLACE, SHOW, VOICE};
use super::form::{self, Extra};
use super::offers;
use crate::actions::file::{self, Filing};
use crate::model::{Draft, KeptPhoto, KeptVoice, Settled};
use crate::rules;
use assets::{Asset, Listed, Reading};
use cases::Case;
use kernel::{Id, Label, Lang, Point, Refusal};
use places::Found;
use platform::store::receipts;
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Problem, Result, Tx, Upload};
use procedures::Procedure;

pub async fn from_the_web(ctx: Ctx, Path(category): Path<String>, fields: Fields) -> Answer {
    submit(ctx, category, fields, false).await
}

pub async fn at_the_counter(ctx: Ctx, Path(category): Path<String>, fields: Fields) -> Answer {
    submit(ctx, category, fields, true).await
}

/// A form as it was sent, for an action that may run twice.
#[derive(Clone)]
struct Sent {
    category: String,
    fields: Fields,
    lang: Lang,
    counter: bool,
    visitor: String,
    /// What the visitor's allowance says, for a report that was not received yet.
    allowance: Result<()>,
}

/// What comes of a form.
enum Outcome {
    /// The case is open; `fresh` unless this very form was received before.
    Filed {
        link: String,
        fresh: bool,
    },
    /// Faults that the person can mend.
    Faults(Problem),
    /// Answers opened these questions, which the form did not show yet.
    Opened(Vec<String>),
    /// The camera noted a place inside the commune.
    PhotoPlace(Point),
    UnknownNumber {
        number: String,
        near: Vec<Asset>,
        slip: bool,
    },
    NumberElsewhere {
        number: String,
        commune: Label,
    },
    Numbers(String, Vec<Listed>),
    Elsewhere(Option<String>),
    Similar(Vec<(Case, Option<f64>)>),
}

async fn submit(ctx: Ctx, category: String, mut fields: Fields, counter: bool) -> Answer {
    let outcome = match take_files(&ctx, &mut fields).await {
        Err(problem) => Outcome::Faults(problem),
        Ok(()) if fields.get(SHOW) == "form" => return shown(&ctx, &category, &fields, counter).await,
        Ok(()) => send(&ctx, &category, &fields, counter).await?,
    };
    if let Outcome::Filed { link, .. } = outcome {
        return ctx.go(&link);
    }
    answer(&ctx, &category, &fields, outcome, counter).await
}

async fn shown(ctx: &Ctx, category: &str, fields: &Fields, counter: bool) -> Answer {
    let sheet = form::sheet(ctx, category, fields).await?;
    form::once_more(ctx, &sheet, fields, Extra { counter, ..Extra::default() }).await
}

async fn send(ctx: &Ctx, category: &str, fields: &Fields, counter: bool) -> Result<Outcome> {
    let anonymous = ctx.actor.account().is_none() && !counter;
    let sent = Sent {
        category: category.to_owned(),
        fields: fields.clone(),
        lang: ctx.lang,
        counter,
        visitor: ctx.visitor().to_string(),
        allowance: if anonymous { ctx.left(Allowance::Deposit) } else { Ok(()) },
    };
    let outcome = ctx.write(move |tx| sent.file(tx)).await;
    if anonymous && matches!(outcome, Ok(Outcome::Filed { fresh: true, .. })) {
        // Only what was stored counts; who comes too late for the last one is refused next time.
        let _ = ctx.take(Allowance::Deposit);
    }
    match outcome {
        Err(problem @ (Problem::Refused(_) | Problem::Invalid(_) | Problem::Conflict(_))) => Ok(Outcome::Faults(problem)),
        outcome => outcome,
    }
}

/// The page that asks what is still open, with everything typed.
async fn answer(ctx: &Ctx, category: &str, fields: &Fields, outcome: Outcome, counter: bool) -> Answer {
    let sheet = form::sheet(ctx, category, fields).await?;
    let extra = Extra { counter, ..Extra::default() };
    match outcome {
        Outcome::Faults(Problem::Conflict(refusal)) if refusal.key == "platform-key-reused" => {
            // The person went back and changed the form after it was received: a new key makes it a second report.
            let key = ctx.read(|rx| Ok(rx.new_id())).await?;
            let problem = Problem::Conflict(Refusal::new("reports-sent-already"));
            form::again(ctx, &form::Sheet { key, ..sheet }, fields, problem, extra).await
        }
        Outcome::Faults(problem) => form::again(ctx, &sheet, fields, problem, extra).await,
        Outcome::Opened(opened) => form::once_more(ctx, &sheet, fields, Extra { opened, ..extra }).await,
        Outcome::PhotoPlace(point) => offers::photo_place(ctx, &sheet, fields, point, counter).await,
        Outcome::UnknownNumber { number, near, slip } => {
            let key = if slip { "reports-number-slip" } else { "reports-number-unknown" };
            let problem = Refusal::new(key).with("number", number).at("asset_number").into();
            form::again(ctx, &sheet, fields, problem, Extra { meant: Some(near), ..extra }).await
        }
        Outcome::NumberElsewhere { number, commune } => {
            let refusal = Refusal::new("reports-number-elsewhere").with("number", number).with("commune", commune.text(ctx.lang));
            form::again(ctx, &sheet, fields, refusal.at("asset_number").into(), extra).await
        }
        Outcome::Numbers(text, listed) => {
            let all_known = listed.iter().all(|one| matches!(one.reading, Reading::Known(_)));
            let extra = Extra { listed: Some((text, listed)), ..extra };
            if all_known {
                let extra = Extra { opened: vec!["x_object".into()], ..extra };
                return form::once_more(ctx, &sheet, fields, extra).await;
            }
            let problem = Refusal::new("reports-numbers-unknown").at("x_object").into();
            form::again(ctx, &sheet, fields, problem, extra).await
        }
        Outcome::Elsewhere(commune) => offers::elsewhere(ctx, &sheet, fields, commune, counter).await,
        Outcome::Similar(found) => offers::similar(ctx, &sheet, fields, found, counter).await,
        Outcome::Filed { link, .. } => ctx.go(&link),
    }
}

impl Sent {
    /// Checks and opens in one transaction: what was asked of the database still holds when the case is stored.
    fn file(&self, tx: &mut Tx) -> Result<Outcome> {
        let fields = &self.fields;
        let procedure = form::offered(tx, &self.category)?;
        let kept = file::kept(tx, fields.all(KEPT), fields.all(VOICE))?;
        let key = fields.id(draft::KEY).ok().flatten().unwrap_or_else(|| tx.new_id());
        let mut draft = draft::read(&procedure, fields, kept, key, self.lang, self.counter)?;
        let opened = opened(&procedure, fields);
        if !opened.is_empty() {
            return Ok(Outcome::Opened(opened));
        }
        if let Some(point) = self.photo_place(&draft) {
            match (fields.get(PHOTO_PLACE), places::find(tx, point)?) {
                // A photo of elsewhere says nothing about this commune.
                ("", Found::Elsewhere { .. }) => {}
                ("", _) => return Ok(Outcome::PhotoPlace(point)),
                ("yes", _) => draft.point = Some(point),
                _ => {}
            }
        }
        match file::settle(tx, &procedure, &draft)? {
            Settled::Here(place, objects) => self.open(tx, &procedure, draft, place, &objects),
            Settled::Missing => Err(Refusal::new("reports-place-needed").at("place").into()),
            Settled::UnknownNumber { near, slip } => Ok(Outcome::UnknownNumber { number: draft.number, near, slip }),
            Settled::NumberElsewhere(commune) => Ok(Outcome::NumberElsewhere { number: draft.number, commune }),
            Settled::Numbers(listed) => Ok(Outcome::Numbers(draft.number, listed)),
            Settled::Elsewhere(commune) => Ok(Outcome::Elsewhere(commune)),
        }
    }

    /// Where the camera was, when the person has not said where it is.
    fn photo_place(&self, draft: &Draft) -> Option<Point> {
        let placed = draft.point.is_some() || !draft.number.is_empty();
        draft.photos.iter().find_map(|photo| photo.taken_at).filter(|_| !placed)
    }

    fn open(
        &self,
        tx: &mut Tx,
        procedure: &Procedure,
        mut draft: Draft,
        place: cases::Place,
        objects: &[Asset],
    ) -> Result<Outcome> {
        // A form that was already received, because its answer was lost or it was sent twice, is not asked anything again.
        let known = is_known(tx, &draft.key)?;
        if !known && self.fields.get(DIFFERENT) != "yes" {
            let similar = file::similar(tx, procedure, objects, place.point)?;
            if !similar.is_empty() {
                return Ok(Outcome::Similar(similar));
            }
        }
        if !known {
            self.allowance.clone()?;
        }
        draft.person = file::author(tx, draft.channel)?;
        let objects = objects.iter().map(|object| object.id.clone()).collect();
        let opened = file::file(tx, &Filing { draft, place, objects, visitor: self.visitor.clone() })?;
        // `/cases/{code}?k=…`: the same key opens the receipt.
        let link = cases::link(tx, &opened.code)?.replacen("/cases/", "/report/receipt/", 1);
        Ok(Outcome::Filed { link, fresh: !opened.receipt.replayed })
    }
}

fn is_known(tx: &mut Tx, key: &Id) -> Result<bool> {
    Ok(receipts::find(tx, key)?.is_some())
}

/// Keeps what came with the form: a recording and photos.
async fn take_files(ctx: &Ctx, fields: &mut Fields) -> Result<()> {
    let (voices, others) = std::mem::take(&mut fields.files).into_iter().partition(|file| file.field == "voice");
    fields.files = others;
    take_photos(ctx, fields).await?;
    take_voice(ctx, fields, voices).await
}

/// Seals a recording and names it in the form. A new one takes the place of the one before.
async fn take_voice(ctx: &Ctx, fields: &mut Fields, mut voices: Vec<Upload>) -> Result<()> {
    if voices.len() > 1 {
        return Err(rules::one_voice().into());
    }
    let Some(upload) = voices.pop() else { return Ok(()) };
    let visitor = ctx.visitor().to_string();
    if ctx.actor.account().is_none() {
        let visitor = visitor.clone();
        ctx.read(move |rx| file::may_keep_photo(rx, &visitor)).await?;
    }
    let sound = uploads::sound::take(ctx, "voice", upload.content).await?;
    let kept = KeptVoice { blob: sound.blob, kind: sound.kind, scan: sound.scan, mark: sound.mark };
    let token = ctx.write(move |tx| file::keep_voice(tx, &kept, &visitor)).await?;
    fields.values.retain(|(name, _)| name != VOICE);
    fields.push(VOICE, token);
    Ok(())
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

/// The questions that the answers opened and the form did not show yet.
fn opened(procedure: &Procedure, fields: &Fields) -> Vec<String> {
    let Some(asked) = fields.opt(ASKED) else { return Vec::new() };
    let asked: Vec<&str> = asked.split(' ').collect();
    let typed = draft::typed(procedure, fields);
    let shown = draft::shown(procedure, &typed);
    shown.iter().map(|question| question.id.clone()).filter(|id| !asked.contains(&id.as_str())).collect()
}
