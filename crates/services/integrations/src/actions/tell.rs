//! What happened to a report becomes one delivery for each who wants to be told. Nothing is sent here.

use super::deliver;
use crate::model::{Delivery, DeliveryState, Happening, Hook};
use crate::rules;
use crate::shapes::{Change, Message, Report, Told};
use crate::store::{deliveries, hooks};
use crate::told::{self, Names};
use cases::Case;
use kernel::{Id, Lang};
use platform::{Problem, Result, Tx, json};

pub fn opened(tx: &mut Tx, opened: cases::OpenedEvent) -> Result<()> {
    tell(tx, &opened.case, Happening::Filed, None)
}

pub fn shown(tx: &mut Tx, shown: cases::Shown) -> Result<()> {
    tell(tx, &shown.case, Happening::Published, None)
}

/// Told of it by what it was shown under, whatever it has become: who was told of it must know that it is gone.
pub fn hidden(tx: &mut Tx, hidden: cases::Hidden) -> Result<()> {
    let Some(case) = still_there(tx, &hidden.case)? else { return Ok(()) };
    for hook in hooks::wanting(tx, Happening::Hidden)? {
        if concerns(tx, &hook, &hidden.procedure, &hidden.unit)? {
            leave(tx, &hook, Happening::Hidden, Some(case.code.clone()), None)?;
        }
    }
    Ok(())
}

pub fn handed(tx: &mut Tx, handed: cases::Handed) -> Result<()> {
    tell(tx, &handed.case, Happening::Handed, None)
}

pub fn moved(tx: &mut Tx, moved: cases::Moved) -> Result<()> {
    let Some(case) = still_there(tx, &moved.case)? else { return Ok(()) };
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let phase = |state: &str| procedure.state(state).map(|state| state.phase);
    let Some(to) = phase(&moved.to) else { return Ok(()) };
    let happening = rules::happening(phase(&moved.from), to);
    tell(tx, &moved.case, happening, Some(Change { from: moved.from, to: moved.to, outcome: moved.outcome }))
}

/// A report that was erased meanwhile is told of no more.
fn still_there(tx: &mut Tx, id: &Id) -> Result<Option<Case>> {
    match cases::find(tx, id) {
        Ok(case) => Ok(Some(case)),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn tell(tx: &mut Tx, id: &Id, happening: Happening, change: Option<Change>) -> Result<()> {
    let wanting = hooks::wanting(tx, happening)?;
    if wanting.is_empty() {
        return Ok(());
    }
    let Some(case) = still_there(tx, id)? else { return Ok(()) };
    if !told::may_be_told(tx, &case)? {
        return Ok(());
    }
    for hook in wanting {
        if concerns(tx, &hook, &case.procedure, &case.unit)? {
            leave(tx, &hook, happening, Some(case.code.clone()), change.clone())?;
        }
    }
    Ok(())
}

/// What a message says when it travels: the report as it may be told by then, or that something happened and nothing of what.
pub fn body(tx: &mut Tx, delivery: &Delivery) -> Result<String> {
    let report = match &delivery.code {
        Some(code) => report(tx, code)?,
        None => None,
    };
    let change = delivery.change.clone().filter(|_| report.is_some());
    let data = Told { commune: tx.tenant().to_string(), report, change };
    Ok(json::to_string(&Message { happening: delivery.happening, timestamp: delivery.at, data })?)
}

fn report(tx: &mut Tx, code: &str) -> Result<Option<Report>> {
    let case = match cases::by_code(tx, code) {
        Ok(case) => case,
        Err(Problem::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    if !told::may_be_told(tx, &case)? {
        return Ok(None);
    }
    let names = Names::load(tx, Lang::Ar)?;
    told::report(tx, &case, &names).map(Some)
}

/// Whether a hook asked for reports of this category, in the hands of this unit.
fn concerns(tx: &mut Tx, hook: &Hook, procedure: &str, of: &Id) -> Result<bool> {
    if !hook.categories.is_empty() && !hook.categories.iter().any(|one| one == procedure) {
        return Ok(false);
    }
    for unit in &hook.units {
        if units::below(tx, unit)?.contains(of) {
            return Ok(true);
        }
    }
    Ok(hook.units.is_empty())
}

fn leave(tx: &mut Tx, hook: &Hook, happening: Happening, code: Option<String>, change: Option<Change>) -> Result<Id> {
    let delivery = Delivery {
        id: tx.new_id(),
        hook: hook.id.clone(),
        happening,
        code,
        change,
        at: tx.now(),
        state: DeliveryState::Waiting,
        attempts: 0,
        tried_at: None,
        next_at: None,
        status: None,
        trouble: None,
    };
    deliveries::insert(tx, &delivery)?;
    deliver::begin(tx, &delivery)?;
    Ok(delivery.id)
}

/// A message about nothing, to try the way.
pub fn ping(tx: &mut Tx, hook: &Hook) -> Result<Id> {
    leave(tx, hook, Happening::Ping, None, None)
}
