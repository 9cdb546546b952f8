//! Hooks: written, tried, given another secret, switched off and on; what never arrived is sent once more.

use super::{deliver, tell};
use crate::model::{Delivery, DeliveryState, Hook, OffWhy, OldSecret, Sealed, Written};
use crate::store::{deliveries, hooks};
use crate::{rules, told};
use georeport::Reach;
use kernel::{Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// Hooks of one commune.
const MOST: usize = 50;
/// Dead deliveries that are sent again in one go.
const AGAIN_MOST: i64 = 500;

/// Writes a hook, new or changed. A new one has a secret, which is given back to be shown once.
///
/// # Errors
/// Each mistake at its field; an address inside the network is one.
pub fn write(tx: &mut Tx, id: Option<&Id>, written: Written, reach: Reach) -> Result<(Id, Option<String>)> {
    check(tx, &written, reach)?;
    let Written { name, url, email, lang, happenings, categories, units } = written;
    let (hook, fresh) = match id {
        Some(id) => {
            let known = hooks::locked(tx, id)?;
            let sealed = Sealed { url, email, ..known.sealed };
            (Hook { name, sealed, lang, happenings, categories, units, ..known }, None)
        }
        None => {
            if hooks::all(tx)?.len() >= MOST {
                return Err(Refusal::new("integrations-too-many").with("most", MOST).into());
            }
            let secret = rules::secret(tx.random()?);
            let sealed = Sealed { url, secret: secret.clone(), old: None, email };
            let (id, created_at) = (tx.new_id(), tx.now());
            let (off, failing_since, rests_until) = (None, None, None);
            let hook =
                Hook { id, name, sealed, lang, happenings, categories, units, off, failing_since, rests_until, created_at };
            (hook, Some(secret))
        }
    };
    hooks::put(tx, &hook)?;
    let verb = if fresh.is_some() { "integrations.hook_made" } else { "integrations.hook_changed" };
    let told = json!({ "name": hook.name, "events": hook.happenings, "categories": hook.categories, "units": hook.units });
    tx.record(verb, &hook.id, &told)?;
    Ok((hook.id, fresh))
}

fn check(tx: &mut Tx, written: &Written, reach: Reach) -> Result<()> {
    let mut wrong = Vec::new();
    if !reach.fits(&written.url) {
        wrong.push(Refusal::new("integrations-address-wrong").at("url"));
    } else if reach.is_inside(&written.url) {
        wrong.push(Refusal::new("integrations-address-inside").at("url"));
    }
    if written.happenings.is_empty() {
        wrong.push(Refusal::new("integrations-happenings-needed").at("events"));
    }
    let known = told::categories(&*procedures::catalog(tx)?);
    if !written.categories.iter().all(|id| known.contains(id)) {
        wrong.push(Refusal::new("integrations-category-unknown").at("categories"));
    }
    let units = units::all(tx)?;
    if !written.units.iter().all(|id| units.iter().any(|unit| unit.id == *id)) {
        wrong.push(Refusal::new("integrations-unit-unknown").at("units"));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Problem::Invalid(wrong)) }
}

/// A new secret, shown once. The old one signs beside it for a day, so that the other side can change over in peace.
pub fn rotate(tx: &mut Tx, id: &Id) -> Result<String> {
    let mut hook = hooks::locked(tx, id)?;
    let secret = rules::secret(tx.random()?);
    let old = std::mem::replace(&mut hook.sealed.secret, secret.clone());
    hook.sealed.old = Some(OldSecret { secret: old, until: tx.now().plus_secs(rules::OVERLAP_SECS) });
    hooks::put(tx, &hook)?;
    tx.record("integrations.secret_changed", id, &json!({}))?;
    Ok(secret)
}

/// Tells nobody any more, or again.
pub fn switch(tx: &mut Tx, id: &Id, on: bool) -> Result<()> {
    let mut hook = hooks::locked(tx, id)?;
    if hook.off.is_none() == on {
        return Ok(());
    }
    hook.off = if on { None } else { Some((tx.now(), OffWhy::Staff)) };
    (hook.failing_since, hook.rests_until) = (None, None);
    hooks::put(tx, &hook)?;
    tx.record(if on { "integrations.switched_on" } else { "integrations.switched_off" }, id, &json!({ "why": "staff" }))
}

/// Forgets a hook that is switched off, its address and what it was told. The journal keeps that it was.
pub fn delete(tx: &mut Tx, id: &Id) -> Result<()> {
    if hooks::locked(tx, id)?.off.is_none() {
        return Err(Refusal::new("integrations-still-on").into());
    }
    hooks::delete(tx, id)?;
    tx.record("integrations.hook_deleted", id, &json!({}))
}

/// Tries the way with a message about nothing.
pub fn ping(tx: &mut Tx, id: &Id) -> Result<Id> {
    let hook = hooks::find(tx, id)?;
    must_be_on(&hook)?;
    tell::ping(tx, &hook)
}

fn must_be_on(hook: &Hook) -> Result<()> {
    if hook.off.is_none() { Ok(()) } else { Err(Refusal::new("integrations-is-off").into()) }
}

/// Sends one message again, under the id that it has: who got it already knows it by that.
pub fn again(tx: &mut Tx, hook: &Id, delivery: &Id) -> Result<()> {
    must_be_on(&hooks::find(tx, hook)?)?;
    let delivery = deliveries::find(tx, delivery)?;
    if delivery.hook != *hook {
        return Err(Problem::NotFound);
    }
    if delivery.state == DeliveryState::Waiting {
        return Err(Refusal::new("integrations-still-waits").into());
    }
    start_over(tx, delivery)
}

/// Sends everything again that never arrived, the oldest first; says how many.
pub fn all_again(tx: &mut Tx, hook: &Id) -> Result<usize> {
    must_be_on(&hooks::find(tx, hook)?)?;
    let dead = deliveries::oldest_dead(tx, hook, AGAIN_MOST)?;
    let many = dead.len();
    dead.into_iter().try_for_each(|delivery| start_over(tx, delivery))?;
    Ok(many)
}

fn start_over(tx: &mut Tx, mut delivery: Delivery) -> Result<()> {
    (delivery.state, delivery.attempts, delivery.next_at) = (DeliveryState::Waiting, 0, None);
    deliveries::update(tx, &delivery)?;
    tx.record("integrations.sent_again", &delivery.id, &json!({ "hook": delivery.hook }))?;
    deliver::begin(tx, &delivery)
}
