//! The form of one category, all on one page, with what was typed and what is wrong.

use super::draft::{self, CALL, KEPT, VOICE};
use crate::actions::file::{author, kept_photos, kept_voice, photo_seal, voice_seal};
use crate::rules;
use assets::{Asset, Listed};
use kernel::Id;
use platform::web::{IntoResponse, Path, StatusCode, encode, let_hear};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::{Procedure, QuestionKind};
use std::sync::Arc;

pub const TEMPLATE: &str = "reports/form.html";

/// What a form page needs besides the typed fields.
#[derive(Clone)]
pub struct Sheet {
    pub procedure: Arc<Procedure>,
    pub quarters: Vec<places::Quarter>,
    pub areas: Vec<places::Area>,
    pub photos: Vec<String>,
    pub voice: Option<String>,
    pub key: Id,
    pub number_hint: Option<kernel::Label>,
    /// Days that a contact is kept, for the notice.
    pub contact_days: i64,
}

/// A category that the commune offers.
pub fn offered(rx: &mut Tx, category: &str) -> Result<Arc<Procedure>> {
    let procedure = procedures::procedure(rx, category)?;
    if procedure.offered { Ok(procedure) } else { Err(Problem::NotFound) }
}

/// Everything that the form of a category shows.
pub async fn sheet(ctx: &Ctx, category: &str, fields: &Fields) -> Result<Sheet> {
    let (category, fields) = (category.to_owned(), fields.clone());
    let mut sheet = ctx.read(move |rx| load(rx, &category, &fields)).await?;
    sheet.quarters = places::by_name(sheet.quarters, ctx.lang);
    Ok(sheet)
}

fn load(rx: &mut Tx, category: &str, fields: &Fields) -> Result<Sheet> {
    let procedure = offered(rx, category)?;
    let mut photos = Vec::new();
    for photo in kept_photos(rx, fields.all(KEPT))? {
        photos.push(photo.token(&photo_seal(rx, &photo)?));
    }
    let voice = match kept_voice(rx, fields.all(VOICE)) {
        Ok(Some(voice)) => Some(voice.token(&voice_seal(rx, &voice)?)),
        Ok(None) | Err(Problem::Refused(_)) => None,
        Err(other) => return Err(other),
    };
    let kind = procedure.asset.clone();
    Ok(Sheet {
        quarters: places::quarters(rx)?,
        areas: places::areas(rx)?,
        photos,
        voice,
        key: fields.id(draft::KEY).ok().flatten().unwrap_or_else(|| rx.new_id()),
        number_hint: kind.and_then(|kind| assets::kinds(rx).ok()?.find(&kind).map(|kind| kind.hint.clone())),
        contact_days: rx.fact::<cases::Retention>()?.days.get(&procedure.retention.contact).copied().unwrap_or(0),
        procedure,
    })
}

pub async fn show(ctx: Ctx, Path(category): Path<String>) -> Answer {
    open(ctx, category, false).await
}

pub async fn at_the_counter(ctx: Ctx, Path(category): Path<String>) -> Answer {
    open(ctx, category, true).await
}

/// An empty form, or one filled by its address: a label's code, another commune's form, a photo taken first.
async fn open(ctx: Ctx, category: String, counter: bool) -> Answer {
    let mut typed = ctx.query();
    if let Some(number) = typed.opt("number").map(str::to_owned) {
        typed.push("asset_number", number);
    }
    if !counter {
        own_contact(&ctx, &mut typed).await?;
    }
    let sheet = sheet(&ctx, &category, &typed).await?;
    let model = model(&ctx, &sheet, &typed, &[], &Extra { counter, fresh: true, ..Extra::default() });
    hearing(ctx.page(TEMPLATE, model).await)
}

/// The form may ask for the microphone.
fn hearing(answer: Answer) -> Answer {
    answer.map(|mut page| {
        let_hear(&mut page);
        page
    })
}

/// Who has an account need not type a confirmed contact again.
async fn own_contact(ctx: &Ctx, typed: &mut Fields) -> Result<()> {
    let own = ctx
        .read(|rx| match author(rx, cases::Channel::Web)? {
            Some(person) => people::reach(rx, &person),
            None => Ok(None),
        })
        .await?;
    match own {
        Some((sending::To::Phone(phone), _)) => typed.push("contact_phone", phone.as_str()),
        Some((sending::To::Email(email), _)) => typed.push("contact_email", email.as_str()),
        None => {}
    }
    Ok(())
}

/// What is special about one showing of the form.
#[derive(Default)]
pub struct Extra {
    pub counter: bool,
    /// Shown for the first time: consent and language stand on their defaults.
    pub fresh: bool,
    /// Objects that an unknown number could have meant.
    pub meant: Option<Vec<Asset>>,
    /// Several numbers as they were read, with the text that they were read from.
    pub listed: Option<(String, Vec<Listed>)>,
    /// What is asked now because of the answers, so that the report is not sent yet: names of fields.
    pub opened: Vec<String>,
}

/// A fault of one field, as a sentence.
pub fn faults(ctx: &Ctx, problem: &Problem) -> Vec<Json> {
    let refusals = match problem {
        Problem::Refused(refusal) | Problem::Conflict(refusal) => std::slice::from_ref(refusal),
        Problem::Invalid(refusals) => refusals,
        _ => &[],
    };
    refusals
        .iter()
        .map(|refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) })
        .collect()
}

/// The fields that the answers opened, with what they ask.
fn opened(procedure: &Procedure, names: &[String]) -> Vec<Json> {
    names.iter().map(|name| context! { name, label => procedure.question(name).map(|question| &question.label) }).collect()
}

/// Shows the form again with a problem that the person can mend; others pass on.
pub async fn again(ctx: &Ctx, sheet: &Sheet, fields: &Fields, problem: Problem, extra: Extra) -> Answer {
    let mut faults = faults(ctx, &problem);
    if faults.is_empty() {
        return Err(problem.into());
    }
    for fault in &mut faults {
        let asked = fault["name"].as_str().and_then(|name| sheet.procedure.question(name));
        fault["label"] = asked.map(|question| question.label.text(ctx.lang)).into();
    }
    let model = model(ctx, sheet, fields, &faults, &extra);
    hearing(ctx.page_with(status(problem), TEMPLATE, model).await)
}

/// The status that the problem has when no form shows it.
pub fn status(problem: Problem) -> StatusCode {
    platform::Failure(problem).into_response().status()
}

/// Shows the form again without a fault: the answers opened another question, or it comes from another page, filled.
pub async fn once_more(ctx: &Ctx, sheet: &Sheet, fields: &Fields, extra: Extra) -> Answer {
    let status = if extra.opened.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let model = model(ctx, sheet, fields, &[], &extra);
    hearing(ctx.page_with(status, TEMPLATE, model).await)
}

pub fn model(ctx: &Ctx, sheet: &Sheet, fields: &Fields, faults: &[Json], extra: &Extra) -> Json {
    let procedure = &*sheet.procedure;
    let typed = draft::typed(procedure, fields);
    let page = |page: &str| procedures::fields(procedure, page, &typed);
    let details = draft::shown(procedure, &typed);
    let details: Vec<_> =
        page("details").into_iter().filter(|field| details.iter().any(|question| question.id == field.name)).collect();
    let find = |kind: QuestionKind| procedure.questions.iter().find(|question| question.kind == kind);
    let question = |id: &str| {
        procedures::fields(procedure, procedure.question(id).and_then(|q| q.page.as_deref()).unwrap_or(""), &typed)
            .into_iter()
            .find(|field| field.name == id)
    };
    let quarters: Vec<Json> = grouped(sheet);
    let base = if extra.counter { "/desk/report" } else { "/report" };
    let emergency = procedure.danger.as_ref();
    let photos: Vec<Json> = sheet
        .photos
        .iter()
        .map(|token| context! { token => token, thumb => ctx.bare_url(&format!("/report/kept/{}", encode(token))) })
        .collect();
    let meant = extra
        .meant
        .as_ref()
        .map(|assets| assets.iter().map(|asset| context! { number => asset.number, place => asset.place() }).collect::<Vec<_>>());
    context! {
        counter => extra.counter, category => procedure.id, title => procedure.title, hint => procedure.hint, icon => procedure.icon,
        action => format!("{base}/{}", procedure.id), back => base, danger => emergency, errors => faults, opened => opened(procedure, &extra.opened),
        key => sheet.key, words => question("words"), photo => find(QuestionKind::Photo).map(|q| context! { label => q.label, hint => q.hint }),
        speaks => rules::may_be_said(procedure), voice => sheet.voice, call => extra.counter && fields.ticked(CALL), consent => fields.ticked(draft::CONSENT),
        photos => photos, photos_left => draft::PHOTOS.saturating_sub(sheet.photos.len()),
        place => find(QuestionKind::Place).map(|q| context! { required => q.required }),
        number => question("asset_number"), listed => extra.listed.as_ref().map(|(text, listed)| super::objects::listed(text, listed)), number_hint => sheet.number_hint, asset_kind => procedure.asset,
        place_words => question("place_words"), quarters => quarters, quarter => fields.get("quarter"), lat => fields.get("lat"), lon => fields.get("lon"),
        meant => meant, opens => opens(procedure), details => details, asked => details.iter().map(|field| field.name.clone()).collect::<Vec<_>>().join(" "),
        contact => page("contact"), contact_how => typed.get("contact_how").and_then(|list| list.first()), public => procedure.public && procedure.open.publish,
        publish => extra.fresh || fields.ticked("publish"), public_photo => procedure.open.photo, restricted => procedure.restricted, hide_author => procedure.hide_author,
        contact_days => sheet.contact_days, channel => fields.opt(draft::CHANNEL).unwrap_or("counter"), author_lang => fields.opt(draft::LANG).unwrap_or("ar"),
        center => center(sheet),
    }
}

/// Whether an answer of this category can open another question.
fn opens(procedure: &Procedure) -> bool {
    procedure.questions.iter().any(|question| question.page.as_deref() == Some("details") && question.show_if.is_some())
}

/// Quarters under the name of their arrondissement; those of no certain one last.
fn grouped(sheet: &Sheet) -> Vec<Json> {
    sheet
        .quarters
        .iter()
        .map(|quarter| {
            let area = quarter.arrondissement.as_ref().and_then(|code| sheet.areas.iter().find(|area| area.code == *code));
            context! { id => quarter.id, name => quarter.name, area => area.map(|area| &area.name) }
        })
        .collect()
}

/// Where the map opens: the middle of the quarters that have a point.
fn center(sheet: &Sheet) -> String {
    let points: Vec<_> = sheet.quarters.iter().filter_map(|quarter| quarter.point).collect();
    if points.is_empty() {
        return String::new();
    }
    let mean = |of: fn(kernel::Point) -> f64| points.iter().map(|point| of(*point)).sum::<f64>() / points.len() as f64;
    format!("{:.4},{:.4},12", mean(kernel::Point::lat), mean(kernel::Point::lon))
}
