//! A request filed by a program: the same questions, places and photos as on the commune's own pages.

use crate::asked::Asked;
use crate::wire::{Document, Node};
use crate::{FILE, rules, services, store};
use cases::{Channel, Contact, FileRole, NewCase, NewFile, Place};
use kernel::{Day, Email, Id, Lang, Phone, Point, Refusal, fold, format, text};
use places::Found;
use platform::communes::State;
use platform::{Communes, Ctx, Fields, Problem, Result, Tx};
use procedures::{Answers, Asked as Wants, Procedure, Question, QuestionKind};
use std::sync::Arc;

/// GeoReport v2 allows 4,000 characters.
const WORDS: usize = 4_000;
const PLACE_WORDS: usize = 300;
const NAME: usize = 120;
const PHOTOS: usize = 4;

/// What was sent, as far as it can be read without the database.
#[derive(Clone)]
struct Sent {
    service: String,
    fields: Fields,
    point: Option<Point>,
    address: Option<String>,
    asset: Option<String>,
    words: String,
    contact: Contact,
    key: Option<Id>,
    lang: Lang,
    communes: Arc<Communes>,
}

pub async fn file(asked: Asked) -> Result<Document> {
    let (program, actor) = asked.program_with(FILE).await?;
    let sent = read(&asked)?;
    let ctx = asked.ctx.acting_as(actor);
    // Looked at before the photos are worked on: what will be refused costs nothing.
    let checked = sent.clone();
    ctx.read(move |rx| check(rx, &checked).map(|_| ())).await?;
    let files = photos(&ctx, &asked.fields).await?;
    let lang = ctx.lang;
    let (code, due, danger) = ctx
        .write(move |tx| {
            let (procedure, answers, place) = check(tx, &sent)?;
            let new = NewCase {
                key: sent.key.clone().unwrap_or_else(|| tx.new_id()),
                procedure: procedure.id.clone(),
                channel: Channel::Api,
                lang,
                words: sent.words.clone(),
                answers,
                contact: sent.contact.clone(),
                person: None,
                place,
                files: files.clone(),
                publish: true,
                suspect: None,
            };
            let opened = cases::open(tx, &new)?;
            store::filed(tx, &opened.id, &program)?;
            let due = cases::lists::due(tx, "answer", std::slice::from_ref(&opened.id))?.remove(&opened.id);
            Ok((opened.code, due.map(|due| due.day()), procedure.danger.as_ref().map(|danger| danger.text(lang).to_owned())))
        })
        .await?;
    let notice = notice(&asked, &code, due, danger);
    let item = Node::Fields(vec![
        ("service_request_id", Node::Text(code)),
        ("service_notice", Node::Text(notice)),
        ("account_id", Node::Null),
    ]);
    Ok(Document { root: "service_requests", body: Node::List("request", vec![item]) })
}

/// What the person should read: danger first, then the date and the address of the case.
fn notice(asked: &Asked, code: &str, due: Option<Day>, danger: Option<String>) -> String {
    let ctx = &asked.ctx;
    let link = ctx.full_url(&ctx.url(&format!("/cases/{code}")));
    let due = due.map(|day| ctx.text("open311-notice-due", &[("day", &format::day(day, ctx.lang))]));
    let unread = asked.fields.opt("media_url").map(|_| ctx.text("open311-notice-media-url", &[]));
    let follow = ctx.text("open311-notice-follow", &[("link", &link)]);
    [danger, due, Some(follow), unread].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn read(asked: &Asked) -> Result<Sent> {
    let fields = &asked.fields;
    let line = |name: &str, most: usize| {
        text::clean_optional(fields.get(name), most).map_err(|_| Refusal::new("procedures-too-long").with("max", most).at(name))
    };
    Ok(Sent {
        service: asked.needed("service_code")?.to_owned(),
        point: rules::point(fields)?,
        address: line("address_string", PLACE_WORDS)?,
        asset: line("address_id", 60)?,
        words: words(fields.get("description"))?,
        contact: contact(fields)?,
        key: idempotency_key(asked)?,
        lang: asked.ctx.lang,
        communes: asked.ctx.app().communes(),
        fields: Fields { values: fields.values.clone(), files: Vec::new() },
    })
}

fn words(typed: &str) -> Result<String, Refusal> {
    match text::clean_lines(typed, WORDS) {
        Ok(words) => Ok(words),
        Err(text::TextFault::Empty) => Ok(String::new()),
        Err(text::TextFault::TooLong { max }) => Err(Refusal::new("procedures-too-long").with("max", max).at("description")),
    }
}

fn contact(fields: &Fields) -> Result<Contact, Refusal> {
    let phone =
        fields.opt("phone").map(|typed| Phone::parse(typed).ok_or_else(|| Refusal::new("procedures-not-a-phone").at("phone")));
    let email =
        fields.opt("email").map(|typed| Email::parse(typed).ok_or_else(|| Refusal::new("procedures-not-an-email").at("email")));
    let name = format!("{} {}", fields.get("first_name"), fields.get("last_name"));
    let name =
        text::clean_optional(&name, NAME).map_err(|_| Refusal::new("procedures-too-long").with("max", NAME).at("last_name"))?;
    Ok(Contact { name, phone: phone.transpose()?, email: email.transpose()? })
}

/// The client's own key makes a repeat harmless; without one each request is a new one.
fn idempotency_key(asked: &Asked) -> Result<Option<Id>, Refusal> {
    let Some(header) = asked.headers.get("idempotency-key") else { return Ok(None) };
    let key = header.to_str().ok().and_then(|text| Id::parse(text.trim().trim_matches('"')));
    key.map(Some).ok_or_else(|| Refusal::new("platform-not-an-id").at("Idempotency-Key"))
}

async fn photos(ctx: &Ctx, fields: &Fields) -> Result<Vec<NewFile>> {
    let sent: Vec<_> = fields.files.iter().filter(|file| !file.content.is_empty()).collect();
    if sent.len() > PHOTOS {
        return Err(Refusal::new("open311-photos-many").with("most", PHOTOS).at("media").into());
    }
    let mut files = Vec::with_capacity(sent.len());
    for upload in sent {
        let photo = photos::take(ctx, upload.content.clone()).await?;
        files.push(NewFile::image(FileRole::Photo, photo.blob, photo.thumb, photo.kind));
    }
    Ok(files)
}

/// Everything that the database must say: the service, the answers, the place.
fn check(tx: &mut Tx, sent: &Sent) -> Result<(Arc<Procedure>, Answers, Place)> {
    let procedure = services::find(tx, &sent.service)?;
    let mut typed = rules::attributes(&sent.fields);
    flatten(&mut typed, &procedure);
    let questions: Vec<Question> = services::attributes(&procedure).cloned().collect();
    let answers = procedures::check(&questions, &typed).map_err(in_brackets)?;
    let place = place(tx, sent, &procedure)?;
    Ok((procedure, answers, place))
}

/// Clients send the name of a choice as often as its key.
fn flatten(typed: &mut procedures::Typed, procedure: &Procedure) {
    for question in procedure.questions.iter().filter(|question| question.kind == QuestionKind::Choice) {
        let Some(values) = typed.get_mut(&question.id) else { continue };
        for value in values.iter_mut() {
            let named = |option: &&procedures::Choice| {
                let label = &option.label;
                [Some(&label.ar), Some(&label.fr), label.en.as_ref(), label.zgh.as_ref()]
                    .into_iter()
                    .flatten()
                    .any(|name| name == value.trim())
            };
            if let Some(option) = question.options.iter().find(named) {
                *value = option.id.clone();
            }
        }
    }
}

/// A field is named as the client wrote it.
fn in_brackets(problem: Problem) -> Problem {
    let rename = |refusal: Refusal| Refusal { field: refusal.field.map(|field| format!("attribute[{field}]")), ..refusal };
    match problem {
        Problem::Invalid(refusals) => Problem::Invalid(refusals.into_iter().map(rename).collect()),
        other => other,
    }
}

/// The place from a point, the number of an object, or words. One of them must be there where the category wants a place.
fn place(tx: &mut Tx, sent: &Sent, procedure: &Procedure) -> Result<Place> {
    let mut place = Place { point: sent.point, words: sent.address.clone().unwrap_or_default(), ..Place::default() };
    if let Some(number) = &sent.asset {
        numbered(tx, &mut place, number, procedure)?;
    }
    if let Some(point) = place.point {
        match places::find(tx, point)? {
            Found::Inside { arrondissement } => place.area = arrondissement.or(place.area),
            Found::Elsewhere { commune } => return Err(elsewhere(sent, commune).into()),
            Found::Unknown => {}
        }
    }
    if place.point.is_none() && !place.words.is_empty() {
        quarter(tx, &mut place)?;
    }
    let said = place.point.is_some() || place.asset.is_some() || !place.words.is_empty();
    let wanted = matches!(procedure.place, Wants::Needed | Wants::Asked);
    if said || !wanted { Ok(place) } else { Err(Refusal::new("open311-place-missing").at("lat").into()) }
}

/// A point in a neighbour that this program serves: the client is told how to send it there.
fn elsewhere(sent: &Sent, code: Option<String>) -> Refusal {
    let neighbour = code.and_then(|code| sent.communes.by_code(&code)).filter(|commune| commune.state == State::Open);
    match neighbour {
        Some(commune) => {
            Refusal::new("open311-point-neighbour").with("name", commune.name.text(sent.lang)).with("slug", &commune.slug)
        }
        None => Refusal::new("open311-point-elsewhere"),
    }
    .at("lat")
}

/// The number of a lamp or a bin says where it stands. An unknown number is kept when the place is known otherwise.
fn numbered(tx: &mut Tx, place: &mut Place, number: &str, procedure: &Procedure) -> Result<()> {
    let kind = procedure.asset.as_deref();
    match assets::by_number(tx, kind, number)? {
        Some(asset) => {
            place.point = place.point.or(asset.point);
            place.area = asset.area;
            place.asset = Some(asset.number);
            Ok(())
        }
        None if place.point.is_some() || !place.words.is_empty() => {
            place.words = format!("{} {number}", place.words).trim().to_owned();
            Ok(())
        }
        None => {
            let near: Vec<String> = assets::nearest_numbers(tx, kind, number)?.into_iter().map(|asset| asset.number).collect();
            let refusal = match near.is_empty() {
                true => Refusal::new("open311-number-unknown").with("number", number),
                false => Refusal::new("open311-number-near").with("number", number).with("near", near.join(" · ")),
            };
            Err(refusal.at("address_id").into())
        }
    }
}

/// A quarter whose whole name stands in the words leads to its arrondissement; the longest name wins.
pub(crate) fn quarter(tx: &mut Tx, place: &mut Place) -> Result<()> {
    let said = fold::tokens(&place.words);
    let mut best: Option<(usize, places::Quarter)> = None;
    for quarter in places::quarters(tx)? {
        for name in [&quarter.name.ar, &quarter.name.fr] {
            let tokens = fold::tokens(name);
            let whole = !tokens.is_empty() && tokens.iter().all(|token| said.contains(token));
            if whole && best.as_ref().is_none_or(|(length, _)| tokens.len() > *length) {
                best = Some((tokens.len(), quarter.clone()));
            }
        }
    }
    if let Some((_, quarter)) = best {
        place.area = quarter.arrondissement.or(place.area.take());
        place.quarter = Some(quarter.id);
    }
    Ok(())
}
