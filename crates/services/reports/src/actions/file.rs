//! Filing: the place is settled, likeness is looked for, and the case opens, in one commit.

use crate::model::{Draft, Kept, KeptPhoto, KeptVoice, Settled, Standing};
use crate::{rules, store};
use assets::{Asset, Reading};
use cases::{Case, Channel, FileRole, NewCase, NewFile, Opened, Place, Publication, Where};
use kernel::{Id, Point, fold};
use places::Found;
use platform::{Actor, Problem, Result, Tx, args};
use procedures::{Asked, Procedure};

/// Similar reports offered before a new one.
const OFFERED: usize = 5;
const HOUR_SECS: i64 = 3_600;

/// What a door adds to a draft.
#[derive(Debug, Clone)]
pub struct Filing {
    pub draft: Draft,
    pub place: Place,
    /// What it is about; the first is the object of the place.
    pub objects: Vec<Id>,
    /// The address of the visitor, in clear: only its keyed hash is stored.
    pub visitor: String,
}

/// The signature of a photo kept between two pages: only what was sent here comes back.
pub fn photo_seal(tx: &Tx, photo: &KeptPhoto) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "report-photo", &photo.plain())
}

/// The photos behind these tokens; a forged token is none.
pub fn kept_photos<'a>(tx: &Tx, tokens: impl Iterator<Item = &'a str>) -> Result<Vec<KeptPhoto>> {
    let mut photos = Vec::new();
    for token in tokens {
        let Some((photo, seal)) = KeptPhoto::parse(token) else { continue };
        if photo_seal(tx, &photo)? == seal && !photos.contains(&photo) {
            photos.push(photo);
        }
    }
    Ok(photos)
}

pub fn voice_seal(tx: &Tx, voice: &KeptVoice) -> Result<String> {
    tx.keys().lookup(&tx.tenant(), "report-voice", &voice.plain())
}

/// The recording behind these tokens; a forged one is none, and of two nobody knows which is meant.
pub fn kept_voice<'a>(tx: &Tx, tokens: impl Iterator<Item = &'a str>) -> Result<Option<KeptVoice>> {
    let mut kept: Option<KeptVoice> = None;
    for token in tokens {
        let Some((voice, seal)) = KeptVoice::parse(token) else { continue };
        if voice_seal(tx, &voice)? != seal {
            continue;
        }
        if kept.as_ref().is_some_and(|known| *known != voice) {
            return Err(rules::one_voice().into());
        }
        kept = Some(voice);
    }
    Ok(kept)
}

/// What the tokens of a form stand for.
pub fn kept<'a>(tx: &Tx, photos: impl Iterator<Item = &'a str>, voices: impl Iterator<Item = &'a str>) -> Result<Kept> {
    Ok(Kept { photos: kept_photos(tx, photos)?, voice: kept_voice(tx, voices)? })
}

/// Finds where the report is: by the numbers on the objects, then the point, then the quarter, then words.
pub fn settle(tx: &mut Tx, procedure: &Procedure, draft: &Draft) -> Result<Settled> {
    let mut place =
        Place { quarter: known_quarter(tx, draft)?, words: draft.place_words.clone(), point: draft.point, ..Place::default() };
    let objects = match named(tx, procedure, draft)? {
        Ok(objects) => objects,
        Err(open) => return Ok(open),
    };
    if let Some(first) = objects.first() {
        place.point = objects.iter().find_map(|object| object.point).or(place.point);
        place.area = first.area.clone();
        place.asset = Some(first.number.clone());
        if place.words.is_empty() {
            place.words = first.place();
        }
    }
    if let Some(point) = place.point {
        match places::find(tx, point)? {
            Found::Inside { arrondissement } => place.area = arrondissement,
            // The commune's own inventory is right about its own lamp, even beyond the line.
            Found::Elsewhere { .. } if place.asset.is_some() => {}
            Found::Elsewhere { commune } => return Ok(Settled::Elsewhere(commune)),
            Found::Unknown => {}
        }
    }
    if place.area.is_none()
        && let Some(quarter) = &place.quarter
    {
        place.area = places::quarter(tx, quarter)?.arrondissement;
    }
    let nowhere = place.point.is_none() && place.quarter.is_none() && place.words.is_empty() && draft.number.is_empty();
    Ok(if nowhere && procedure.place == Asked::Needed { Settled::Missing } else { Settled::Here(place, objects) })
}

fn known_quarter(tx: &mut Tx, draft: &Draft) -> Result<Option<String>> {
    let Some(id) = &draft.quarter else { return Ok(None) };
    Ok(places::quarters(tx)?.into_iter().find(|quarter| quarter.id == *id).map(|quarter| quarter.id))
}

/// The objects whose numbers were typed, or what the person has to look at first.
fn named(tx: &mut Tx, procedure: &Procedure, draft: &Draft) -> Result<Result<Vec<Asset>, Settled>> {
    let kind = procedure.asset.as_deref();
    if let Some(chosen) = &draft.chosen {
        let mut objects = assets::some(tx, chosen)?;
        objects.retain(|object| kind.is_none_or(|kind| object.kind == kind));
        return Ok(Ok(objects));
    }
    let mut listed = assets::read_list(tx, kind, &draft.number, rules::OBJECTS).map_err(|problem| match problem {
        Problem::Refused(refusal) => refusal.at("asset_number").into(),
        other => other,
    })?;
    if listed.len() > 1 {
        return Ok(Err(Settled::Numbers(listed)));
    }
    Ok(match listed.pop().map(|one| one.reading) {
        None => Ok(Vec::new()),
        Some(Reading::Known(object)) => Ok(vec![object]),
        Some(Reading::Elsewhere(commune)) => Err(Settled::NumberElsewhere(commune)),
        Some(_) if draft.number_as_typed => Ok(Vec::new()),
        Some(Reading::Slip(near)) => Err(Settled::UnknownNumber { near, slip: true }),
        Some(Reading::Either(near) | Reading::Unknown(near)) => Err(Settled::UnknownNumber { near, slip: false }),
    })
}

/// The objects that a report names, in their order. The case itself bears the number of the first.
pub fn objects(tx: &mut Tx, case: &Case) -> Result<Vec<Asset>> {
    if case.asset.is_none() {
        return Ok(Vec::new());
    }
    let ids = store::objects(tx, &case.id)?;
    assets::some(tx, &ids)
}

/// Open reports of the same category that are perhaps the same: about one of these objects, or near.
pub fn similar(tx: &mut Tx, procedure: &Procedure, objects: &[Asset], point: Option<Point>) -> Result<Vec<(Case, Option<f64>)>> {
    let mut found: Vec<(Case, Option<f64>)> = Vec::new();
    if procedure.dedupe.same_asset && !objects.is_empty() {
        let mut conditions = Where::tenant(tx);
        let since = tx.now().plus_secs(-procedure.dedupe.days * 86_400);
        let values = args![procedure.id, Publication::Published, since];
        conditions.and("procedure = ? AND publication = ? AND received_at >= ? AND phase NOT IN ('decided', 'closed')", values);
        store::names_one_of(&mut conditions, objects);
        found.extend(cases::lists::newest(tx, conditions, None, OFFERED as i64)?.into_iter().map(|case| (case, None)));
    }
    if let Some(point) = point {
        for (case, metres) in cases::near(tx, &procedure.id, point)? {
            // Two lamps may stand close together: a report about another number is another report.
            let other_object = !objects.is_empty() && case.asset.is_some();
            if !other_object && !found.iter().any(|(known, _)| known.id == case.id) {
                found.push((case, Some(metres)));
            }
        }
    }
    found.truncate(OFFERED);
    Ok(found)
}

/// Notes a photo that waits for its report, and seals its name for the form. An abandoned one is erased after some days.
pub fn keep_photo(tx: &mut Tx, photo: &KeptPhoto, visitor: &str) -> Result<String> {
    let visitor_key = tx.keys().lookup(&tx.tenant(), "report-visitor", visitor)?;
    store::add_upload(tx, photo, &visitor_key)?;
    Ok(photo.token(&photo_seal(tx, photo)?))
}

/// The same for a recording.
pub fn keep_voice(tx: &mut Tx, voice: &KeptVoice, visitor: &str) -> Result<String> {
    let visitor_key = tx.keys().lookup(&tx.tenant(), "report-visitor", visitor)?;
    store::add_upload(tx, &KeptPhoto { blob: voice.blob.clone(), thumb: String::new(), taken_at: None }, &visitor_key)?;
    Ok(voice.token(&voice_seal(tx, voice)?))
}

/// Whether one more photo or recording may wait: an address that only sends them and never a report is slowed down.
pub fn may_keep_photo(tx: &mut Tx, visitor: &str) -> Result<()> {
    let visitor_key = tx.keys().lookup(&tx.tenant(), "report-visitor", visitor)?;
    let waiting = store::uploads_of(tx, &visitor_key, tx.now().plus_secs(-HOUR_SECS))?;
    if waiting < rules::PHOTOS_WAITING { Ok(()) } else { Err(Problem::Busy { retry_after_secs: HOUR_SECS as u32 }) }
}

/// Opens the case. The same key and content give the same receipt, also when ten arrive at once.
pub fn file(tx: &mut Tx, filing: &Filing) -> Result<Opened> {
    let Filing { draft, place, objects, visitor } = filing;
    let words_key = tx.keys().lookup(&tx.tenant(), "report-words", &said(draft))?;
    let visitor_key = tx.keys().lookup(&tx.tenant(), "report-visitor", visitor)?;
    let seen = store::seen(tx, &draft.key, &visitor_key, &words_key)?;
    let (from, same) = (seen.from_this_address, seen.with_these_words);
    // A repeated form is judged as the first time.
    // Many people file through one program, and the commune knows who answers for it.
    let known = draft.person.is_some() || matches!(tx.actor(), Actor::Key { .. });
    let judged = || rules::standing(tx.actor().is_staff(), known, from, same);
    let standing = seen.standing.unwrap_or_else(judged);
    let opened = cases::open(tx, &new_case(draft, place, standing))?;
    if !opened.receipt.replayed {
        store::add_objects(tx, &opened.id, objects)?;
    }
    for blob in draft.photos.iter().map(|photo| &photo.blob).chain(draft.voice.iter().map(|voice| &voice.blob)) {
        store::drop_upload(tx, blob)?;
    }
    if seen.standing.is_none() && !opened.receipt.replayed {
        store::add_deposit(tx, &draft.key, &visitor_key, &words_key, standing)?;
        if standing == Standing::Quarantined {
            tx.record("reports.quarantined", &opened.id, &platform::json::json!({}))?;
        }
    }
    Ok(opened)
}

/// By what two reports say the same: their words, or one recording.
fn said(draft: &Draft) -> String {
    match &draft.voice {
        Some(voice) if draft.words.is_empty() => format!("voice {}", voice.mark),
        _ => fold::tokens(&draft.words).join(" "),
    }
}

fn new_case(draft: &Draft, place: &Place, standing: Standing) -> NewCase {
    let file = |photo: &KeptPhoto| NewFile::image(FileRole::Photo, photo.blob.clone(), photo.thumb.clone(), "image/jpeg".into());
    let voice = draft.voice.as_ref().map(|voice| NewFile {
        role: FileRole::Voice,
        piece: None,
        blob: voice.blob.clone(),
        thumb: String::new(),
        kind: voice.kind.clone(),
        scan: voice.scan,
    });
    NewCase {
        key: draft.key.clone(),
        procedure: draft.procedure.clone(),
        channel: draft.channel,
        lang: draft.lang,
        words: draft.words.clone(),
        answers: draft.answers.clone(),
        contact: draft.contact.clone(),
        person: draft.person.clone(),
        place: place.clone(),
        files: draft.photos.iter().map(file).chain(voice).collect(),
        publish: draft.publish && standing == Standing::Plain,
        suspect: (standing == Standing::Quarantined).then_some("quarantine"),
    }
}

/// The person behind the account that files, when it is a citizen's own.
pub fn author(tx: &mut Tx, channel: Channel) -> Result<Option<Id>> {
    match tx.actor().clone() {
        Actor::Citizen { account } if channel == Channel::Web => people::account_person(tx, &account).map(Some),
        _ => Ok(None),
    }
}
