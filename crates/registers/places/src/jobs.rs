//! Communes of one database tell each other where they lie, so that each knows whose a point is.

use crate::geometry::{self, Shape};
use crate::model::Changed;
use crate::national::National;
use crate::{atlas, store};
use geo::{BoundingRect, Rect};
use platform::json::json;
use platform::store::Store;
use platform::{Ctx, Job, Result, Scope, Tx};
use std::sync::Arc;

/// The effect that shares the outline of one commune.
pub const SHARE: &str = "places.share";
/// Degrees between two communes that may still be asked about each other's points: about thirty kilometres.
const NEAR: f64 = 0.3;

pub fn on_changed(tx: &mut Tx, _: Changed) -> Result<()> {
    tx.job(SHARE, &json!({}))
}

/// Gives this commune's outline to the open communes around it, and takes theirs. Running twice changes nothing.
pub async fn share(ctx: Ctx, _: Job) -> Result<()> {
    let (store, here) = (ctx.app().store(), ctx.commune().code.clone());
    let mine = outline_of(store, &here).await?;
    for other in ctx.app().communes().open().filter(|other| other.code != here) {
        let theirs = outline_of(store, &other.code).await?;
        if let (Some(mine), Some(theirs)) = (&mine, &theirs)
            && !near(mine, theirs)
        {
            continue;
        }
        if let Some(mine) = &mine {
            keep(store, &other.code, &here, mine).await?;
        }
        if let Some(theirs) = &theirs {
            keep(store, &here, &other.code, theirs).await?;
        }
    }
    Ok(())
}

async fn outline_of(store: &Store, commune: &Arc<str>) -> Result<Option<Shape>> {
    let code = commune.clone();
    let find = move |rx: &mut Tx| {
        let atlas = atlas::open(rx)?;
        Ok(atlas.own().find(|(own, _)| **own == *code).map(|(_, shape)| shape.clone()))
    };
    store.read(Scope::system(commune.clone()), find).await
}

/// Stores a neighbour's outline, unless it is the one that the pack has or that is stored already.
async fn keep(store: &Store, tenant: &Arc<str>, neighbour: &Arc<str>, shape: &Shape) -> Result<()> {
    let (code, shape) = (neighbour.clone(), shape.clone());
    let body = move |tx: &mut Tx| {
        let geometry = geometry::write(&shape);
        let stored = store::boundaries(tx)?.into_iter().find(|(known, _)| **known == *code).map(|(_, geometry)| geometry);
        let from_pack = tx.fact::<National>()?.outline(&code).map(geometry::write);
        if stored.or(from_pack).as_ref() == Some(&geometry) {
            return Ok(());
        }
        store::put_boundary(tx, &code, &geometry)?;
        tx.record("places.neighbour_learned", &*code, &json!({}))
    };
    store.write(Scope::system(tenant.clone()), body).await
}

fn near(one: &Shape, other: &Shape) -> bool {
    let gap = |a: Rect<f64>, b: Rect<f64>| {
        let across = (a.min().x - b.max().x).max(b.min().x - a.max().x);
        across.max((a.min().y - b.max().y).max(b.min().y - a.max().y))
    };
    one.bounding_rect().zip(other.bounding_rect()).is_some_and(|(a, b)| gap(a, b) < NEAR)
}
