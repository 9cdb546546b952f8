//! Verbs: find an object by what people type, import a file, change one.

use crate::model::{Asset, AssetState, Changed, Imported, Kind, Kinds, ListTaken, NewAsset, Reading, Standing};
use crate::{numbers, rules, store};
use kernel::{Day, Id, Point, Refusal};
use places::Found;
use platform::json::json;
use platform::{Problem, Result, Tx};
use std::sync::Arc;

pub fn kinds(tx: &Tx) -> Result<Arc<Kinds>> {
    tx.fact::<Kinds>()
}

pub(crate) fn known(tx: &Tx, kind: &str) -> Result<Kind> {
    kinds(tx)?.find(kind).cloned().ok_or_else(|| Refusal::new("assets-kind-unknown").with("kind", kind).at("kind").into())
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Asset> {
    store::find(tx, id)
}

/// The object with this number, however it was typed; the likeliest kind when several have it.
pub fn by_number(tx: &mut Tx, kind: Option<&str>, number: &str) -> Result<Option<Asset>> {
    Ok(match numbers::read_number(tx, kind, number)? {
        Reading::Known(asset) => Some(asset),
        Reading::Either(assets) => assets.into_iter().next(),
        _ => None,
    })
}

/// Objects whose number could have been meant, likeliest first.
pub fn nearest_numbers(tx: &mut Tx, kind: Option<&str>, number: &str) -> Result<Vec<Asset>> {
    Ok(match numbers::read_number(tx, kind, number)? {
        Reading::Known(asset) => vec![asset],
        Reading::Either(near) | Reading::Slip(near) | Reading::Unknown(near) => near,
        Reading::Elsewhere(_) => Vec::new(),
    })
}

/// Objects of these ids, in their order; what is gone is left out.
pub fn some(tx: &mut Tx, ids: &[Id]) -> Result<Vec<Asset>> {
    let mut found = store::some(tx, ids)?;
    let place = |asset: &Asset| ids.iter().position(|id| *id == asset.id);
    found.sort_by_key(place);
    Ok(found)
}

/// How many objects of a kind stand where, for shares and rates; with their streets when `streets`.
pub fn standing(tx: &mut Tx, kind: &str, after: Day, streets: bool) -> Result<Vec<Standing>> {
    store::standing(tx, kind, after, streets)
}

/// Objects of a kind in a place, street by street.
pub fn of_place(tx: &mut Tx, kind: &str, area: Option<&str>, quarter: Option<&str>, limit: i64) -> Result<Vec<Asset>> {
    store::of_quarter(tx, kind, area, quarter, limit)
}

/// Takes these rows in: new numbers are added, known ones take the file's place and words.
pub fn import(tx: &mut Tx, kind: &str, rows: &[NewAsset]) -> Result<Imported> {
    let (imported, changed) = walk(tx, kind, rows, true)?;
    tx.record("assets.imported", kind, &json!({ "kind": kind, "imported": imported }))?;
    if !changed.is_empty() {
        tx.emit(&ListTaken { changed })?;
    }
    Ok(imported)
}

/// What [`import`] would do.
pub fn compare(tx: &mut Tx, kind: &str, rows: &[NewAsset]) -> Result<Imported> {
    Ok(walk(tx, kind, rows, false)?.0)
}

/// What a list does, and the known objects that it changes.
fn walk(tx: &mut Tx, kind: &str, rows: &[NewAsset], store_them: bool) -> Result<(Imported, Vec<Id>)> {
    known(tx, kind)?;
    numbers::check_listed(tx, kind, rows)?;
    let (mut done, mut changed) = (Imported::default(), Vec::new());
    for row in rows {
        let old = store::by_folded(tx, Some(kind), &rules::fold_number(&row.number))?;
        let (area, outside) = place(tx, row.point)?;
        let new = Asset {
            id: old.as_ref().map_or_else(|| tx.new_id(), |old| old.id.clone()),
            kind: kind.into(),
            number: row.number.clone(),
            point: row.point,
            area,
            quarter: row.quarter.clone(),
            street: row.street.clone(),
            state: row.state,
            installed_on: row.installed_on,
            note: row.note.clone(),
        };
        done.outside += usize::from(outside);
        match old {
            Some(old) if old == new => done.same += 1,
            Some(old) => {
                done.changed += 1;
                changed.push(old.id);
            }
            None => done.added += 1,
        }
        if store_them {
            store::put(tx, &new)?;
        }
    }
    Ok((done, changed))
}

/// The arrondissement of a point, and whether the point lies outside of the commune.
fn place(tx: &mut Tx, point: Option<Point>) -> Result<(Option<String>, bool)> {
    Ok(match point.map(|point| places::find(tx, point)).transpose()? {
        Some(Found::Inside { arrondissement }) => (arrondissement, false),
        Some(Found::Elsewhere { .. }) => (None, true),
        Some(Found::Unknown) | None => (None, false),
    })
}

/// What a person changes of one object.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub point: Option<Point>,
    pub quarter: String,
    pub street: String,
    pub state: AssetState,
    pub note: String,
}

pub fn change(tx: &mut Tx, id: &Id, change: Change) -> Result<Asset> {
    let (area, outside) = place(tx, change.point)?;
    if outside {
        return Err(Problem::Refused(Refusal::new("assets-point-outside").at("lat")));
    }
    let old = store::find(tx, id)?;
    let Change { point, quarter, street, state, note } = change;
    let new = Asset { point, area, quarter, street, state, note, ..old };
    store::put(tx, &new)?;
    tx.record("assets.changed", &new.id, &new)?;
    tx.emit(&Changed { asset: new.id.clone() })?;
    Ok(new)
}
