//! Rounds: planned by whoever leads, walked by a crew, each note once; what is broken becomes a report like any other.

use crate::model::{Country, Finding, NewNote, NewRound, Round, Stop};
use crate::{PLAN, WALK, store};
use assets::{Asset, Reading};
use cases::{Channel, Contact, Place};
use kernel::{Id, Lang, Refusal, text};
use platform::json::json;
use platform::{Permission, Problem, Result, Tx};
use procedures::{Answers, Procedure};
use reports::{Draft, Filing, KeptPhoto};
use std::sync::Arc;

/// Objects of one round.
pub const STOPS: usize = 500;
pub const TITLE: usize = 120;
pub const WORDS: usize = 1_000;
/// How far ahead a round is planned.
const DAYS_AHEAD: i64 = 366;
/// Unknown numbers that a refusal names.
const NAMED: usize = 12;

/// Units whose rounds this person may plan or walk; nothing is every unit.
fn reach(tx: &mut Tx, permission: Permission) -> Result<Option<Vec<Id>>> {
    let windows = cases::windows(tx, permission)?;
    if windows.iter().any(|window| window.reached.is_none()) {
        return Ok(None);
    }
    let reached = windows.into_iter().filter_map(|window| window.reached);
    Ok(Some(reached.flat_map(|reached| reached.units.clone()).collect()))
}

/// Units that this person may plan a round for.
pub fn units(tx: &mut Tx) -> Result<Vec<units::Unit>> {
    let reach = reach(tx, PLAN)?;
    let mut all = units::all(tx)?;
    all.retain(|unit| unit.retired_on.is_none() && reach.as_ref().is_none_or(|reach| reach.contains(&unit.id)));
    Ok(all)
}

/// A round in the reach of this person; one of another unit does not exist for him.
pub fn find(tx: &mut Tx, id: &Id, permission: Permission) -> Result<Round> {
    let round = store::rounds::find(tx, id)?;
    let reach = reach(tx, permission)?;
    if reach.is_none_or(|reach| reach.contains(&round.unit)) { Ok(round) } else { Err(Problem::NotFound) }
}

/// The objects of a round that this person may walk, each with what was found there; without words.
pub fn stops(tx: &mut Tx, id: &Id) -> Result<Vec<Stop>> {
    find(tx, id, WALK)?;
    store::rounds::stops(tx, id)
}

/// Rounds in the reach of this person: those that go on first, then those of the last weeks.
pub fn list(tx: &mut Tx) -> Result<Vec<Round>> {
    const DAYS: i64 = 60;
    const MOST: i64 = 500;
    let reach = reach(tx, WALK)?;
    let day = tx.today().plus_days(-DAYS);
    let mut rounds = store::rounds::since(tx, day, MOST)?;
    rounds.retain(|round| reach.as_ref().is_none_or(|reach| reach.contains(&round.unit)));
    Ok(rounds)
}

/// # Errors
/// A list with numbers that are not known names them; a round of nothing, too long, in the past, or for another's unit.
pub fn plan(tx: &mut Tx, new: &NewRound) -> Result<Id> {
    let today = tx.today();
    let mut wrong = Vec::new();
    let title = text::clean(&new.title, TITLE).unwrap_or_else(|_| {
        wrong.push(Refusal::new("upkeep-round-title").with("most", TITLE).at("title"));
        String::new()
    });
    if !(0..=DAYS_AHEAD).contains(&new.planned_on.days_since(today)) {
        wrong.push(Refusal::new("upkeep-round-day").at("planned_on"));
    }
    if !units(tx)?.iter().any(|unit| unit.id == new.unit) {
        wrong.push(Refusal::new("upkeep-round-unit").at("unit"));
    }
    if assets::kinds(tx)?.find(&new.kind).is_none() {
        wrong.push(Refusal::new("assets-kind-unknown").with("kind", &new.kind).at("kind"));
        return Err(Problem::Invalid(wrong));
    }
    let chosen = chosen(tx, new).unwrap_or_else(|refusal| {
        wrong.push(refusal);
        Vec::new()
    });
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    let (id, made_by, made_at) = (tx.new_id(), tx.actor().to_string(), tx.now());
    let NewRound { kind, unit, planned_on, .. } = new.clone();
    let round = Round { id, title, kind, unit, planned_on, made_by, made_at, ended_at: None, stops: 0, noted: 0, broken: 0 };
    store::rounds::add(tx, &round, &chosen)?;
    tx.record("upkeep.round_planned", &round.id, &json!({ "kind": round.kind, "unit": round.unit, "stops": chosen.len() }))?;
    Ok(round.id)
}

fn chosen(tx: &mut Tx, new: &NewRound) -> Result<Vec<Id>, Refusal> {
    let none = || Refusal::new("upkeep-round-empty").at("list");
    let broken = |problem: Problem| match problem {
        Problem::Refused(refusal) => refusal.at("list"),
        _ => none(),
    };
    if new.list.trim().is_empty() {
        let (area, quarter) = (new.area.as_deref(), new.quarter.as_deref());
        if area.is_none() && quarter.is_none() {
            return Err(none());
        }
        let found = assets::of_place(tx, &new.kind, area, quarter, STOPS as i64 + 1).map_err(broken)?;
        return match found.len() {
            0 => Err(Refusal::new("upkeep-round-none-here").at("quarter")),
            many if many > STOPS => Err(Refusal::new("upkeep-round-many").with("most", STOPS).at("quarter")),
            _ => Ok(found.into_iter().map(|asset| asset.id).collect()),
        };
    }
    let listed = assets::read_list(tx, Some(&new.kind), &new.list, STOPS).map_err(broken)?;
    let (mut ids, mut unknown) = (Vec::new(), Vec::new());
    for one in listed {
        match one.reading {
            Reading::Known(asset) => ids.push(asset.id),
            Reading::Elsewhere(commune) => unknown.push(format!("{} ({})", one.typed, commune.text(new.lang))),
            Reading::Either(near) | Reading::Slip(near) | Reading::Unknown(near) => match near.first() {
                Some(near) => unknown.push(format!("{} ({}?)", one.typed, near.number)),
                None => unknown.push(one.typed),
            },
        }
    }
    match (unknown.is_empty(), ids.is_empty()) {
        (true, true) => Err(none()),
        (true, false) => Ok(ids),
        (false, _) => {
            // Each runs from left to right by itself, in a sentence of any language, and on one line.
            let apart = |one: &String| format!("\u{2066}{}\u{2069}", one.replace('-', "\u{2011}"));
            let numbers = unknown.iter().take(NAMED).map(apart).collect::<Vec<_>>().join(", ");
            Err(Refusal::new("upkeep-round-unknown").with("count", unknown.len()).with("numbers", numbers).at("list"))
        }
    }
}

/// What can be wrong with an object of a kind: categories that the commune offers, the failure itself first.
pub fn categories(tx: &mut Tx, kind: &str) -> Result<Vec<Arc<Procedure>>> {
    let country = tx.fact::<Country>()?;
    let catalog = procedures::catalog(tx)?;
    let offered = catalog.offered().into_iter().filter(|procedure| procedure.asset.as_deref() == Some(kind));
    let mut all: Vec<Arc<Procedure>> = offered.cloned().collect();
    all.sort_by_key(|procedure| !country.fails(kind, &procedure.id));
    Ok(all)
}

/// What came of a note.
#[derive(Debug, Clone, PartialEq)]
pub struct Noted {
    /// The next object that nobody looked at; nothing when the round is done.
    pub next: Option<i64>,
    pub case: Option<Id>,
}

/// Notes what was found at a stop. The same key is the same note; a stop is noted once.
///
/// # Errors
/// Another round's unit; a round that ended; a stop that somebody else noted; a key of another stop.
pub fn note(tx: &mut Tx, id: &Id, seq: i64, new: &NewNote, lang: Lang) -> Result<Noted> {
    let round = find(tx, id, WALK)?;
    let stop = store::rounds::stop(tx, id, seq)?;
    if let Some((known, at)) = store::rounds::of_key(tx, &new.key)? {
        if (&known, at) != (id, seq) {
            return Err(Problem::Conflict(Refusal::new("upkeep-note-key").at("finding")));
        }
        return noted(tx, id, stop.note.and_then(|note| note.case));
    }
    if stop.note.is_some() {
        return Err(Refusal::new("upkeep-noted-already").at("finding").into());
    }
    if round.ended_at.is_some() {
        return Err(Refusal::new("upkeep-round-over").at("finding").into());
    }
    let words = text::clean_optional(&new.words, WORDS)
        .map_err(|_| Refusal::new("procedures-too-long").with("max", WORDS).at("words"))?
        .unwrap_or_default();
    let new = NewNote { words, ..new.clone() };
    let asset = assets::find(tx, &stop.asset)?;
    let case = if new.finding == Finding::Broken { Some(report(tx, &round, &asset, &new, lang)?) } else { None };
    if !store::rounds::note_at(tx, id, seq, &new, case.as_ref())? {
        return Err(Refusal::new("upkeep-noted-already").at("finding").into());
    }
    tx.record("upkeep.noted", id, &json!({ "stop": seq, "asset": asset.id, "finding": new.finding, "case": case }))?;
    noted(tx, id, case)
}

fn noted(tx: &mut Tx, id: &Id, case: Option<Id>) -> Result<Noted> {
    let next = store::rounds::stops(tx, id)?.into_iter().find(|stop| stop.note.is_none()).map(|stop| stop.seq);
    if next.is_none() && store::rounds::end(tx, id)? {
        tx.record("upkeep.round_ended", id, &json!({ "done": true }))?;
    }
    Ok(Noted { next, case })
}

/// The open report of the same matter about this object, else a new one through the same door as everybody's.
fn report(tx: &mut Tx, round: &Round, asset: &Asset, new: &NewNote, lang: Lang) -> Result<Id> {
    let categories = categories(tx, &round.kind)?;
    let procedure = match &new.category {
        Some(id) => categories.iter().find(|one| one.id == *id),
        None => categories.first(),
    };
    let procedure = procedure.ok_or_else(|| Refusal::new("upkeep-note-category").at("category"))?;
    if let Some(open) = store::faults::open_of(tx, &asset.id, &procedure.id)? {
        return Ok(open);
    }
    let words = if new.words.is_empty() {
        platform::text(tx, lang, "upkeep-report-words", &[("round", round.title.as_str()), ("number", asset.number.as_str())])?
    } else {
        new.words.clone()
    };
    let mut answers = Answers::default();
    answers.0.insert("asset_number".into(), json!(asset.number));
    let photo = |photo: &crate::model::Photo| KeptPhoto { blob: photo.blob.clone(), thumb: photo.thumb.clone(), taken_at: None };
    let draft = Draft {
        voice: None,
        key: new.key.clone(),
        procedure: procedure.id.clone(),
        channel: Channel::Counter,
        lang,
        words,
        answers,
        contact: Contact::default(),
        person: None,
        point: asset.point,
        quarter: None,
        place_words: asset.place(),
        number: asset.number.clone(),
        number_as_typed: false,
        chosen: Some(vec![asset.id.clone()]),
        photos: new.photo.iter().map(photo).collect(),
        publish: false,
    };
    let place = Place {
        point: asset.point,
        area: asset.area.clone(),
        quarter: None,
        asset: Some(asset.number.clone()),
        words: asset.place(),
    };
    let filing = Filing { draft, place, objects: vec![asset.id.clone()], visitor: format!("round/{}", round.id) };
    Ok(reports::file(tx, &filing)?.id)
}

/// Ends a round before everything was looked at.
pub fn end(tx: &mut Tx, id: &Id) -> Result<()> {
    find(tx, id, PLAN)?;
    if !store::rounds::end(tx, id)? {
        return Err(Refusal::new("upkeep-round-over").into());
    }
    tx.record("upkeep.round_ended", id, &json!({ "done": false }))
}
