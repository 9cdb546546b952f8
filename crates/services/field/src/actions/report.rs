//! A report of an agent: a plate or a position says where, the photograph says what.

use super::take;
use crate::model::{Deposit, NewReport, Photo, Sent};
use cases::{Channel, Contact, Place};
use kernel::{Id, Label, Lang, Refusal};
use platform::json::json;
use platform::{Result, Tx};
use procedures::{Answers, Procedure};
use reports::{Draft, Filing, KeptPhoto, Settled};
use std::sync::Arc;

/// Categories that are filed in the street: what is restricted is told elsewhere.
pub fn offered(tx: &mut Tx) -> Result<Vec<Arc<Procedure>>> {
    let catalog = procedures::catalog(tx)?;
    Ok(catalog.offered().into_iter().filter(|procedure| !procedure.restricted).cloned().collect())
}

pub fn file(tx: &mut Tx, sent: &Sent, new: &NewReport, lang: Lang) -> Result<Deposit> {
    let known = offered(tx)?.into_iter().find(|procedure| procedure.id == new.category);
    let procedure = known.ok_or_else(|| Refusal::new("field-category").at("category"))?;
    let draft = draft(tx, sent, new, &procedure, lang)?;
    let (draft, place, objects) = settle(tx, &procedure, draft)?;
    open(tx, sent, draft, place, objects)
}

/// Opens the case of a draft whose place is settled.
pub fn open(tx: &mut Tx, sent: &Sent, draft: Draft, place: Place, objects: Vec<Id>) -> Result<Deposit> {
    let (new, point) = (take::deposit(tx, sent)?, place.point);
    let visitor = format!("field/{}", new.account);
    let opened = reports::file(tx, &Filing { draft, place, objects, visitor })?;
    let case = cases::find(tx, &opened.id)?;
    let mut new = Deposit { case: Some(case.id), unit: Some(case.unit), procedure: Some(case.procedure), ..new };
    if let Some(photo) = &sent.photo {
        // The photograph is older than the report: what was there before cannot make it doubtful.
        take::judge(&mut new, photo, point, photo.at.unwrap_or(tx.now()), sent.listed);
    }
    take::keep(tx, new)
}

/// The questions of a category are not asked of who stands before the thing.
pub fn draft(tx: &mut Tx, sent: &Sent, new: &NewReport, procedure: &Procedure, lang: Lang) -> Result<Draft> {
    let words = match sent.words.as_str() {
        "" => platform::text(tx, lang, "field-report-words", &[("category", procedure.title.text(lang))])?,
        words => words.to_owned(),
    };
    let mut answers = Answers::default();
    if !new.number.is_empty() {
        answers.0.insert("asset_number".into(), json!(new.number));
    }
    let photo = |photo: &Photo| KeptPhoto { blob: photo.blob.clone(), thumb: photo.thumb.clone(), taken_at: photo.point };
    Ok(Draft {
        key: sent.key.clone(),
        procedure: procedure.id.clone(),
        channel: Channel::Counter,
        lang,
        words,
        answers,
        contact: Contact::default(),
        person: None,
        point: new.point.or(sent.photo.as_ref().and_then(|photo| photo.point)),
        quarter: None,
        place_words: String::new(),
        number: new.number.clone(),
        number_as_typed: false,
        chosen: None,
        photos: sent.photo.iter().map(photo).collect(),
        voice: None,
        publish: true,
    })
}

/// A plate that leads nowhere here is told in the words of the report, and the position says where it is.
fn settle(tx: &mut Tx, procedure: &Procedure, mut draft: Draft) -> Result<(Draft, Place, Vec<Id>)> {
    let mut settled = reports::settle(tx, procedure, &draft)?;
    if let Some(unread) = unread(&settled, &draft) {
        if draft.point.is_none() {
            return Err(unread.at("number").into());
        }
        let said = platform::text(
            tx,
            draft.lang,
            "field-report-plate",
            &[("number", draft.number.as_str()), ("commune", &commune(&settled, draft.lang))],
        )?;
        draft.words = format!("{}\n{}", draft.words, said.trim());
        draft.number = String::new();
        settled = reports::settle(tx, procedure, &draft)?;
    }
    match settled {
        Settled::Here(place, objects) => Ok((draft, place, objects.into_iter().map(|object| object.id).collect())),
        Settled::Elsewhere(code) => {
            let national = tx.fact::<places::National>()?;
            let name = code.as_deref().and_then(|code| national.commune(code)).map(|commune| commune.name.text(draft.lang));
            let refusal =
                name.map_or_else(|| Refusal::new("field-outside"), |name| Refusal::new("field-elsewhere").with("commune", name));
            Err(refusal.at("point").into())
        }
        _ => Err(Refusal::new("field-needs-place").at("point").into()),
    }
}

/// Why a plate says nothing of a place here.
fn unread(settled: &Settled, draft: &Draft) -> Option<Refusal> {
    let number = &draft.number;
    match settled {
        Settled::NumberElsewhere(commune) => {
            Some(Refusal::new("field-plate-elsewhere").with("number", number).with("commune", commune.text(draft.lang)))
        }
        Settled::UnknownNumber { slip: true, .. } => Some(Refusal::new("field-plate-slip").with("number", number)),
        Settled::UnknownNumber { .. } | Settled::Numbers(_) => Some(Refusal::new("field-plate-unknown").with("number", number)),
        _ => None,
    }
}

fn commune(settled: &Settled, lang: Lang) -> String {
    match settled {
        Settled::NumberElsewhere(name) => Label::text(name, lang).to_owned(),
        _ => String::new(),
    }
}
