//! Filing: the same questions, places and photos as on the form for people, and the same judgement of what comes in numbers.

use super::idempotency_key;
use crate::shapes::{Filed, NewReport, Photo};
use assets::{Asset, Reading};
use cases::Channel;
use kernel::{Id, Lang, Refusal};
use platform::json::Value as Json;
use platform::store::seal::hex_sha256;
use platform::web::{HeaderMap, Sent};
use platform::{Answer, Ctx, Fields, Problem, Result, Tx};
use procedures::Procedure;
use reports::{Draft, Filing, KeptPhoto, Settled};
use std::sync::Arc;

/// The page of the form on which a category asks its own questions.
const DETAILS: &str = "details";
const PHOTOS: usize = 4;

pub async fn photo(ctx: Ctx, mut fields: Fields) -> Answer {
    let sent = fields.files.iter().position(|file| file.field == "photo" && !file.content.is_empty());
    let sent = sent.ok_or_else(|| Refusal::new("integrations-photo-missing").at("photo"))?;
    ctx.read(|rx| reports::may_keep_photo(rx, &rx.actor().to_string())).await?;
    let taken = photos::take(&ctx, fields.files.swap_remove(sent).content).await?;
    let kept = KeptPhoto { blob: taken.blob, thumb: taken.thumb, taken_at: taken.taken_at };
    let token = ctx.write(move |tx| reports::keep_photo(tx, &kept, &tx.actor().to_string())).await?;
    ctx.json(Photo { token })
}

pub async fn file(ctx: Ctx, headers: HeaderMap, Sent(new): Sent<NewReport>) -> Answer {
    let key = idempotency_key(&headers)?.ok_or_else(|| Refusal::new("integrations-key-needed").at("Idempotency-Key"))?;
    let lang = ctx.lang;
    let filed = ctx.write(move |tx| deposit(tx, &key, &new, lang)).await?;
    ctx.json(filed)
}

fn deposit(tx: &mut Tx, key: &Id, new: &NewReport, lang: Lang) -> Result<Filed> {
    let procedure = offered(tx, &new.category)?;
    let tokens = new.photos.iter().take(PHOTOS + 1).map(String::as_str);
    let photos = reports::kept_photos(tx, tokens)?;
    if photos.len() != new.photos.len().min(PHOTOS + 1) {
        return Err(Refusal::new("integrations-photo-unknown").at("photos").into());
    }
    let fields = typed(&procedure, new)?;
    let kept = reports::Kept { photos, voice: None };
    let mut draft = reports::read_form(&procedure, &fields, kept, own_key(tx, key)?, lang, false)?;
    draft.channel = Channel::Api;
    draft.number_as_typed = new.place.object_as_typed;
    let (place, objects) = settle(tx, &procedure, &mut draft)?;
    let similar = reports::similar(tx, &procedure, &objects, place.point)?;
    let objects = objects.iter().map(|object| object.id.clone()).collect();
    let visitor = tx.actor().to_string();
    let opened = reports::file(tx, &Filing { draft, place, objects, visitor })?;
    let link = cases::link(tx, &opened.code)?.replacen("/cases/", "/report/receipt/", 1);
    let due = cases::lists::due(tx, "answer", std::slice::from_ref(&opened.id))?.remove(&opened.id);
    Ok(Filed {
        number: opened.receipt.number,
        year: opened.receipt.year,
        again: opened.receipt.replayed,
        receipt_url: platform::web_link(tx, lang, &link)?,
        due_on: due.map(|due| due.day().to_string()),
        similar: similar.into_iter().map(|(case, _)| case.code).filter(|code| *code != opened.code).collect(),
        code: opened.code,
    })
}

/// Two programs may choose one UUID: each has keys of its own.
fn own_key(tx: &Tx, key: &Id) -> Result<Id> {
    let print = hex_sha256(format!("{}/{key}", tx.actor()).as_bytes());
    let text = [&print[..8], &print[8..12], &print[12..16], &print[16..20], &print[20..32]].join("-");
    Id::parse(&text).ok_or_else(|| Problem::internal("a key of a deposit"))
}

/// A category that is offered to programs.
fn offered(tx: &mut Tx, category: &str) -> Result<Arc<Procedure>> {
    let unknown = || Problem::from(Refusal::new("integrations-category-unknown").at("category"));
    let procedure = procedures::procedure(tx, category).map_err(|problem| match problem {
        Problem::NotFound => unknown(),
        other => other,
    })?;
    if procedure.offered && procedure.may_leave() { Ok(procedure) } else { Err(unknown()) }
}

/// What was sent, as the form would have it.
fn typed(procedure: &Procedure, new: &NewReport) -> Result<Fields> {
    let mut fields = Fields::default();
    let (place, contact) = (&new.place, &new.contact);
    let texts = [
        ("words", Some(&new.words)),
        ("place_words", place.words.as_ref()),
        ("asset_number", place.object.as_ref()),
        ("quarter", place.quarter.as_ref()),
        ("contact_name", contact.name.as_ref()),
        ("contact_phone", contact.phone.as_ref()),
        ("contact_email", contact.email.as_ref()),
    ];
    for (name, text) in texts {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            fields.push(name, text);
        }
    }
    for (name, degrees) in [("lat", place.lat), ("lon", place.lon)] {
        if let Some(degrees) = degrees {
            fields.push(name, degrees.to_string());
        }
    }
    if new.publish {
        fields.push("publish", "yes");
    }
    let mut wrong = Vec::new();
    for (id, answer) in &new.answers {
        let asked = procedure.question(id).is_some_and(|question| question.page.as_deref() == Some(DETAILS));
        match values(answer).filter(|_| asked) {
            Some(values) => values.into_iter().for_each(|value| fields.push(id, value)),
            None => wrong.push(Refusal::new("integrations-answer-unknown").at(id)),
        }
    }
    if wrong.is_empty() { Ok(fields) } else { Err(Problem::Invalid(wrong)) }
}

/// An answer as it would be typed. An object is none.
fn values(answer: &Json) -> Option<Vec<String>> {
    match answer {
        Json::Null => Some(Vec::new()),
        Json::Bool(yes) => Some(vec![if *yes { "yes" } else { "no" }.to_owned()]),
        Json::Number(number) => Some(vec![number.to_string()]),
        Json::String(text) => Some(vec![text.clone()]),
        Json::Array(list) => list
            .iter()
            .map(|one| values(one).filter(|some| some.len() == 1))
            .collect::<Option<Vec<_>>>()
            .map(|lists| lists.concat()),
        Json::Object(_) => None,
    }
}

/// Where it is; what a form would ask again is refused with the reason.
fn settle(tx: &mut Tx, procedure: &Procedure, draft: &mut Draft) -> Result<(cases::Place, Vec<Asset>)> {
    let object = |key: &str| Refusal::new(key).at("place.object");
    let refusal = match reports::settle(tx, procedure, draft)? {
        Settled::Here(place, objects) => return Ok((place, objects)),
        Settled::Numbers(listed) => {
            let known = listed.into_iter().map(|one| match one.reading {
                Reading::Known(object) => Some(object.id),
                _ => None,
            });
            match known.collect::<Option<Vec<Id>>>() {
                Some(known) if draft.chosen.is_none() => {
                    draft.chosen = Some(known);
                    return settle(tx, procedure, draft);
                }
                _ => object("reports-numbers-unknown"),
            }
        }
        Settled::UnknownNumber { slip: true, .. } => object("reports-number-slip").with("number", &draft.number),
        Settled::UnknownNumber { .. } => object("reports-number-unknown").with("number", &draft.number),
        Settled::NumberElsewhere(commune) => {
            object("reports-number-elsewhere").with("number", &draft.number).with("commune", commune.text(draft.lang))
        }
        Settled::Missing => Refusal::new("reports-place-needed").at("place"),
        Settled::Elsewhere(_) => Refusal::new("integrations-elsewhere").at("place"),
    };
    Err(refusal.into())
}
