//! Verbs: open a commune's places, find a point, change quarters and boundaries.

use crate::atlas;
use crate::jobs::SHARE;
use crate::model::{Area, AreaKind, Changed, Found, Imported, Quarter};
use crate::national::National;
use crate::{geometry, rules, store};
use kernel::{Label, Lang, Point, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// Areas of this commune from the pack: enough to be listed. Safe to run twice.
pub fn open_areas(tx: &mut Tx) -> Result<()> {
    let (national, code) = (tx.fact::<National>()?, tx.tenant());
    let commune = national.commune(&code).ok_or_else(|| Refusal::new("places-commune-unknown").with("code", &code))?;
    let (name, population) = (commune.name.clone(), commune.population);
    store::add_area(tx, &Area { code: commune.code.clone(), parent: None, kind: AreaKind::Commune, name, population })?;
    for one in national.arrondissements_of(&code) {
        let (parent, kind) = (Some(commune.code.clone()), AreaKind::Arrondissement);
        store::add_area(tx, &Area { code: one.code.clone(), parent, kind, name: one.name.clone(), population: one.population })?;
    }
    Ok(())
}

/// Areas, quarters and boundaries of this commune from the pack. What the commune changed since stays.
pub fn open_commune(tx: &mut Tx, code: &str) -> Result<()> {
    if *tx.tenant() != *code {
        return Err(Problem::Forbidden);
    }
    open_areas(tx)?;
    let national = tx.fact::<National>()?;
    for quarter in national.quarters.iter().filter(|quarter| quarter.commune == code) {
        let (id, arrondissement, name) = (quarter.id.clone(), quarter.arrondissement.clone(), quarter.name.clone());
        store::add_quarter(tx, &Quarter { id, arrondissement, name, point: quarter.point })?;
    }
    let shapes = national.boundaries.get(code).map_or(&[][..], Vec::as_slice);
    if !shapes.is_empty() && !store::has_boundaries(tx)? {
        for (code, shape) in shapes {
            store::put_boundary(tx, code, &geometry::write(shape))?;
        }
    }
    tx.job(SHARE, &json!({}))
}

/// The commune, then its arrondissements, by code.
pub fn areas(tx: &mut Tx) -> Result<Vec<Area>> {
    let mut areas = store::areas(tx)?.to_vec();
    areas.sort_by(|a, b| (a.parent.is_some(), &a.code).cmp(&(b.parent.is_some(), &b.code)));
    Ok(areas)
}

pub fn area_name(tx: &mut Tx, code: &str) -> Result<Label> {
    store::areas(tx)?.iter().find(|area| area.code == code).map(|area| area.name.clone()).ok_or(Problem::NotFound)
}

/// Whether an area is the ancestor, or lies in it. An unknown area lies nowhere.
pub fn within(tx: &mut Tx, area: &str, ancestor: &str) -> Result<bool> {
    Ok(rules::within(&store::areas(tx)?, area, ancestor))
}

/// By their French names; a page shows them [`by_name`] of its own language.
pub fn quarters(tx: &mut Tx) -> Result<Vec<Quarter>> {
    let mut quarters = store::quarters(tx)?.to_vec();
    quarters.sort_by(|a, b| a.name.fr.cmp(&b.name.fr));
    Ok(quarters)
}

/// Quarters as a list of this language shows them.
pub fn by_name(mut quarters: Vec<Quarter>, lang: Lang) -> Vec<Quarter> {
    quarters.sort_by(|a, b| a.name.text(lang).cmp(b.name.text(lang)));
    quarters
}

pub fn quarter(tx: &mut Tx, id: &str) -> Result<Quarter> {
    store::quarter(tx, id)
}

/// Where a point lies.
pub fn find(tx: &mut Tx, point: Point) -> Result<Found> {
    let tenant = tx.tenant();
    Ok(atlas::open(tx)?.find(&tenant, point))
}

/// Whether any boundary of this commune is known.
pub fn has_boundary(tx: &mut Tx) -> Result<bool> {
    Ok(atlas::open(tx)?.has_boundary())
}

/// The south-west and the north-east corner of what is known of this commune's boundary.
pub fn bounds(tx: &mut Tx) -> Result<Option<(Point, Point)>> {
    Ok(atlas::open(tx)?.bounds())
}

/// What a person says of a quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct NewQuarter {
    pub name: Label,
    pub arrondissement: Option<String>,
    pub point: Option<Point>,
}

pub fn add_quarter(tx: &mut Tx, new: NewQuarter) -> Result<Quarter> {
    let quarter = placed(tx, tx.new_id().to_string(), new)?;
    store::put_quarter(tx, &quarter)?;
    tx.record("places.quarter_added", &quarter.id, &quarter)?;
    Ok(quarter)
}

pub fn change_quarter(tx: &mut Tx, id: &str, new: NewQuarter) -> Result<Quarter> {
    let old = store::quarter(tx, id)?;
    let quarter = placed(tx, old.id, new)?;
    store::put_quarter(tx, &quarter)?;
    tx.record("places.quarter_changed", &quarter.id, &quarter)?;
    Ok(quarter)
}

/// A quarter with a point and no arrondissement takes the one where its point lies.
fn placed(tx: &mut Tx, id: String, new: NewQuarter) -> Result<Quarter> {
    if let Some(code) = &new.arrondissement
        && !store::areas(tx)?.iter().any(|area| area.code == *code && area.kind == AreaKind::Arrondissement)
    {
        return Err(Refusal::new("places-arrondissement-unknown").at("arrondissement").into());
    }
    let mut arrondissement = new.arrondissement;
    if let Some(point) = new.point {
        match find(tx, point)? {
            Found::Elsewhere { .. } => return Err(Refusal::new("places-point-outside").at("lat").into()),
            Found::Inside { arrondissement: found } => arrondissement = arrondissement.or(found),
            Found::Unknown => {}
        }
    }
    Ok(Quarter { id, arrondissement, name: new.name, point: new.point })
}

/// Takes boundaries from a GeoJSON text, by the property `code`: areas of this commune, and other communes around it.
pub fn import_boundaries(tx: &mut Tx, geojson: &str) -> Result<Imported> {
    let shapes = geometry::read(geojson)?;
    let (own, neighbours) = rules::sort_import(&store::areas(tx)?, &*tx.fact::<National>()?, &shapes)?;
    for (code, shape) in &shapes {
        store::put_boundary(tx, code, &geometry::write(shape))?;
    }
    let imported = Imported { own, neighbours };
    tx.record("places.boundaries_imported", tx.tenant(), &json!(imported))?;
    tx.emit(&Changed {})?;
    Ok(imported)
}
