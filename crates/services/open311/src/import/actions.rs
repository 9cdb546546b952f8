//! Taking rows over. Each comes once, by its system and its number; running again goes on where it was interrupted.

use super::model::{Done, Fate, Row};
use super::{rules, store};
use crate::filing;
use cases::{PastCase, Place};
use georeport::{Repair, RepairKind};
use kernel::Refusal;
use places::Found;
use platform::{Result, Tx};
use serde::{Deserialize, Serialize};

/// The job that places what waited for a category.
pub const PLACE: &str = "open311.place_waiting";
const AT_ONCE: i64 = 50;

/// Takes these rows over, in their order.
pub fn take(tx: &mut Tx, source: &str, rows: &[Row]) -> Result<Vec<Done>> {
    rows.iter().map(|row| one(tx, source, row)).collect()
}

fn one(tx: &mut Tx, source: &str, row: &Row) -> Result<Done> {
    let mut repairs = row.repairs.clone();
    let fate = if !store::see(tx, source, row)? {
        Fate::Same
    } else {
        match store::known(tx, source, &row.number)? {
            Some(known) => again(tx, source, row, &known, &mut repairs)?,
            None => first(tx, source, std::slice::from_ref(row), &mut repairs)?,
        }
    };
    Ok(Done { place: row.place, number: row.number.clone(), fate, repairs })
}

/// What would become of these rows, without taking them.
pub fn foresee(tx: &mut Tx, source: &str, rows: &[Row]) -> Result<Vec<Done>> {
    let mut done = Vec::with_capacity(rows.len());
    for row in rows {
        let mut repairs = row.repairs.clone();
        let fate = if store::seen(tx, source, row)? {
            Fate::Same
        } else if let Some(known) = store::known(tx, source, &row.number)? {
            if known.case.is_some() { Fate::Noted } else { Fate::Waiting }
        } else {
            match procedure(tx, source, row)? {
                Some(id) => {
                    place(tx, row, &id, &mut repairs)?;
                    Fate::Placed
                }
                None => Fate::Waiting,
            }
        };
        done.push(Done { place: row.place, number: row.number.clone(), fate, repairs });
    }
    Ok(done)
}

/// The category here: the one that staff chose for its own, else the one that it means by itself.
fn procedure(tx: &mut Tx, source: &str, row: &Row) -> Result<Option<String>> {
    let catalog = procedures::catalog(tx)?;
    if let Some(chosen) = store::mapping(tx, source, row.label())?.filter(|id| catalog.procedures.contains_key(id)) {
        return Ok(Some(chosen));
    }
    Ok(rules::category(&catalog, row).map(|procedure| procedure.id.clone()))
}

/// All that was told of a number so far, the newest last: a case when there is a category for it.
fn first(tx: &mut Tx, source: &str, rows: &[Row], repairs: &mut Vec<Repair>) -> Result<Fate> {
    let Some(newest) = rows.last() else { return Ok(Fate::Same) };
    let Some(id) = procedure(tx, source, newest)? else {
        store::keep(tx, source, rows)?;
        return Ok(Fate::Waiting);
    };
    let place = place(tx, newest, &id, repairs)?;
    let raw: Vec<&str> = rows.iter().map(|row| row.raw.as_str()).collect();
    let past = PastCase {
        procedure: id,
        received_at: newest.received,
        ended_at: newest.ended,
        lang: newest.lang,
        words: newest.words.clone(),
        public_words: None,
        place,
        source: source.to_owned(),
        number: newest.number.clone(),
        raw: raw.join("\n"),
    };
    let case = cases::import(tx, &past)?;
    store::placed(tx, source, newest, &case.id)?;
    Ok(Fate::Placed)
}

/// A number that was told before. What is older than what is known moves nothing.
fn again(tx: &mut Tx, source: &str, row: &Row, known: &store::Known, repairs: &mut Vec<Repair>) -> Result<Fate> {
    let older = row.told < known.told_at;
    let Some(id) = &known.case else {
        let mut rows = store::kept(tx, source, &row.number, known)?;
        let at = if older { rows.len().saturating_sub(1) } else { rows.len() };
        rows.insert(at, row.clone());
        return first(tx, source, &rows, repairs);
    };
    let case = cases::find(tx, id)?;
    let stands = if case.is_open() { None } else { case.answered_at };
    // An end before the beginning that we know is no end: it is taken as the beginning.
    let told = row.ended.map(|ended| ended.max(case.received_at));
    let moved = cases::import_again(tx, id, if older { stands } else { told }, &row.raw)?;
    if !older {
        store::told(tx, source, row)?;
    }
    Ok(if moved { Fate::Moved } else { Fate::Noted })
}

/// Where it was, as far as it lies in this commune.
fn place(tx: &mut Tx, row: &Row, procedure: &str, repairs: &mut Vec<Repair>) -> Result<Place> {
    let mut place = Place { point: row.point, words: row.address.clone().unwrap_or_default(), ..Place::default() };
    if let Some(point) = row.point {
        match places::find(tx, point)? {
            Found::Inside { arrondissement } => place.area = arrondissement,
            Found::Elsewhere { .. } => {
                repairs.push(Repair::new(RepairKind::Outside, "lat", &format!("{}, {}", point.lat(), point.lon())));
                place.point = None;
            }
            Found::Unknown => {}
        }
    }
    if let Some(number) = &row.asset {
        let kind = procedures::catalog(tx)?.find(procedure).and_then(|found| found.asset.clone());
        match assets::by_number(tx, kind.as_deref(), number)? {
            Some(asset) => {
                place.point = place.point.or(asset.point);
                place.area = place.area.or(asset.area);
                place.asset = Some(asset.number);
            }
            None => place.words = format!("{} {number}", place.words).trim().to_owned(),
        }
    }
    if place.point.is_none() && !place.words.is_empty() {
        filing::quarter(tx, &mut place)?;
    }
    Ok(place)
}

/// What staff chose for a category of another system.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Chosen {
    source: String,
    category: String,
}

/// Chooses the category under which rows of another system are placed, those that wait and those to come.
pub fn choose(tx: &mut Tx, source: &str, category: &str, procedure: &str) -> Result<()> {
    let known = procedures::catalog(tx)?.procedures.contains_key(procedure);
    if !known {
        return Err(Refusal::new("cases-choose-category").at("procedure").into());
    }
    if store::some_waiting(tx, source, category, 1)?.is_empty() {
        return Err(platform::Problem::NotFound);
    }
    store::map(tx, source, category, procedure)?;
    tx.record("open311.category_chosen", source, &platform::json::json!({ "category": category, "procedure": procedure }))?;
    tx.job(PLACE, &Chosen { source: source.to_owned(), category: category.to_owned() })
}

/// Places some of what waited; leaves a job for the rest.
pub fn go_on(tx: &mut Tx, chosen: &Chosen) -> Result<()> {
    let numbers = store::some_waiting(tx, &chosen.source, &chosen.category, AT_ONCE)?;
    let mut placed = 0;
    for number in &numbers {
        let Some(known) = store::known(tx, &chosen.source, number)? else { continue };
        let rows = store::kept(tx, &chosen.source, number, &known)?;
        if first(tx, &chosen.source, &rows, &mut Vec::new())? == Fate::Placed {
            placed += 1;
        }
    }
    // Without one that was placed the category is gone again: nothing is gained by going on.
    if placed > 0 && numbers.len() as i64 == AT_ONCE { tx.job(PLACE, chosen) } else { Ok(()) }
}
