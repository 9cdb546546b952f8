//! Beside the file of a case: in whose hands it is. On the author's page: the proof, and the question whether it is so.

use super::order;
use crate::actions::link;
use crate::model::OrderState;
use crate::store::{contracts, orders};
use crate::{FOLLOW, actions::reach, rules};
use kernel::{Id, format};
use platform::{Ctx, PanelModel, Result, Tx, context};

pub fn in_file(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let contracts = contracts::all(tx)?;
    if contracts.is_empty() {
        return Ok(None);
    }
    let found = orders::of_case(tx, case)?;
    let Some(order) = found.into_iter().next() else { return Ok(None) };
    let due = rules::due(&contracts, &order).filter(|_| order.is_open());
    let unit = units::find(tx, &order.unit)?.name;
    let may = reach::units(tx, FOLLOW)?.contains(&order.unit);
    Ok(Some(Box::new(move |ctx: &Ctx| {
        context! {
            unit => unit, pill => order::pill(ctx, &order), given => format::moment(order.given_at, ctx.lang),
            due => order::due(ctx, &order, due), waits => order.waits(),
            url => may.then(|| ctx.url(&format!("/desk/contractors/orders/{}", order.id))),
        }
    })))
}

/// Nothing while there is no proof to look at.
pub fn for_author(tx: &mut Tx, case: &Id) -> Result<Option<PanelModel>> {
    let found = orders::of_case(tx, case)?;
    let Some(order) = found.into_iter().next() else { return Ok(None) };
    if !matches!(order.state, OrderState::Proved | OrderState::Done) || orders::proofs(tx, &order.id)?.is_empty() {
        return Ok(None);
    }
    let token = link::author_token(tx, &order.id)?;
    let asks = order.state == OrderState::Proved;
    Ok(Some(Box::new(move |ctx: &Ctx| context! { url => ctx.url(&format!("/proofs/{token}")), asks => asks })))
}

/// The way from the figures of reports to the contracts under which they are worked on.
pub fn door(tx: &mut Tx, _: &Id) -> Result<Option<PanelModel>> {
    if contracts::all(tx)?.is_empty() {
        return Ok(None);
    }
    Ok(Some(Box::new(|ctx: &Ctx| context! { url => ctx.url("/contracts") })))
}
