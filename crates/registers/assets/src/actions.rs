//! Verbs: find an object by what people type, import a file, change one.

use crate::model::{Asset, AssetState, Imported, Kind, Kinds, NewAsset};
use crate::{rules, store};
use kernel::{Id, Point, Refusal};
use places::Found;
use platform::json::json;
use platform::{Problem, Result, Tx};
use std::sync::Arc;

const NEAREST: usize = 5;

pub fn kinds(tx: &Tx) -> Result<Arc<Kinds>> {
    tx.fact::<Kinds>()
}

fn known(tx: &Tx, kind: &str) -> Result<Kind> {
    kinds(tx)?.find(kind).cloned().ok_or_else(|| Refusal::new("assets-kind-unknown").with("kind", kind).at("kind").into())
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Asset> {
    store::find(tx, id)
}

/// The object with this number, however it was typed.
pub fn by_number(tx: &mut Tx, kind: Option<&str>, number: &str) -> Result<Option<Asset>> {
    match rules::fold_number(number) {
        folded if folded.is_empty() => Ok(None),
        folded => store::by_folded(tx, kind, &folded),
    }
}

/// Objects whose number could have been meant, likeliest first.
pub fn nearest_numbers(tx: &mut Tx, kind: Option<&str>, number: &str) -> Result<Vec<Asset>> {
    let typed = rules::fold_number(number);
    let mut near: Vec<(usize, String, Id)> = store::numbers(tx, kind)?
        .into_iter()
        .filter_map(|(id, folded)| rules::nearness(&typed, &folded).map(|distance| (distance, folded, id)))
        .collect();
    near.sort();
    near.into_iter().take(NEAREST).map(|(_, _, id)| store::find(tx, &id)).collect()
}

/// Takes these rows in: new numbers are added, known ones take the file's place and words.
pub fn import(tx: &mut Tx, kind: &str, rows: &[NewAsset]) -> Result<Imported> {
    let imported = walk(tx, kind, rows, true)?;
    tx.record("assets.imported", kind, &json!({ "kind": kind, "imported": imported }))?;
    Ok(imported)
}

/// What [`import`] would do.
pub fn compare(tx: &mut Tx, kind: &str, rows: &[NewAsset]) -> Result<Imported> {
    walk(tx, kind, rows, false)
}

fn walk(tx: &mut Tx, kind: &str, rows: &[NewAsset], store_them: bool) -> Result<Imported> {
    known(tx, kind)?;
    let mut done = Imported::default();
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
            Some(_) => done.changed += 1,
            None => done.added += 1,
        }
        if store_them {
            store::put(tx, &new)?;
        }
    }
    Ok(done)
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
    Ok(new)
}
