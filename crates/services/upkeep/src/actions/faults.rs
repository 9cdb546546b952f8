//! Follows every report about an object, so that its history and the sums are there when somebody asks.

use crate::model::{Country, Fault, Outcome};
use crate::{rules, store};
use assets::{Asset, AssetState};
use cases::{Case, Where};
use kernel::{Id, Moment};
use platform::{Result, Tx, args};

/// A report that repeats one that repeats another: further is nobody followed.
const FOLLOWED: usize = 5;

pub fn opened(tx: &mut Tx, event: cases::OpenedEvent) -> Result<()> {
    follow(tx, &event.case)
}

pub fn moved(tx: &mut Tx, event: cases::Moved) -> Result<()> {
    follow(tx, &event.case)
}

/// Its place, state or day of installation may be another now.
pub fn asset_changed(tx: &mut Tx, event: assets::Changed) -> Result<()> {
    let found = assets::some(tx, &[event.asset])?;
    found.iter().try_for_each(|asset| refresh(tx, asset))
}

/// A list may have moved or removed what was reported before.
pub fn list_taken(tx: &mut Tx, event: assets::ListTaken) -> Result<()> {
    let found = assets::some(tx, &event.changed)?;
    found.iter().try_for_each(|asset| refresh(tx, asset))
}

/// Reads again what changed without an event of its own: transfers and other categories of the last days.
pub fn catch_up(tx: &mut Tx) -> Result<()> {
    since(tx, tx.now().plus_secs(-3 * 86_400))
}

/// Reads every report since a moment, for a commune whose reports are older than this room.
pub fn since(tx: &mut Tx, moment: Moment) -> Result<()> {
    let mut conditions = Where::tenant(tx);
    conditions.and("asset IS NOT NULL AND updated_at >= ?", args![moment]);
    for id in cases::lists::ids(tx, conditions)? {
        follow(tx, &id)?;
    }
    Ok(())
}

/// Notes what a report says of its objects, and of those that repeat it.
pub fn follow(tx: &mut Tx, id: &Id) -> Result<()> {
    let case = cases::find(tx, id)?;
    if case.restricted {
        return Ok(());
    }
    note(tx, &case)?;
    for repeating in store::faults::repeating(tx, id)? {
        let case = cases::find(tx, &repeating)?;
        note(tx, &case)?;
    }
    Ok(())
}

fn note(tx: &mut Tx, case: &Case) -> Result<()> {
    let objects = named(tx, case)?;
    if objects.is_empty() {
        return Ok(());
    }
    let main = main_of(tx, case)?;
    let (outcome, until) = outcome(tx, &main)?;
    let country = tx.fact::<Country>()?;
    for asset in &objects {
        let fault = Fault {
            asset: asset.id.clone(),
            case: case.id.clone(),
            main: main.id.clone(),
            procedure: case.procedure.clone(),
            fails: country.fails(&asset.kind, &case.procedure),
            outcome,
            unit: main.unit.clone(),
            from: rules::secs(case.received_at),
            // What repeats a report that was answered before it came never was a failure of its own.
            until: until.map(|until| until.max(rules::secs(case.received_at))),
        };
        store::faults::put(tx, &fault)?;
        refresh(tx, asset)?;
    }
    Ok(())
}

/// The objects of a report; reports of programs name one by its number alone.
fn named(tx: &mut Tx, case: &Case) -> Result<Vec<Asset>> {
    let objects = reports::objects(tx, case)?;
    let (true, Some(number)) = (objects.is_empty(), &case.asset) else { return Ok(objects) };
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let Some(kind) = &procedure.asset else { return Ok(Vec::new()) };
    Ok(assets::by_number(tx, Some(kind), number)?.into_iter().collect())
}

fn main_of(tx: &mut Tx, case: &Case) -> Result<Case> {
    let mut main = case.clone();
    for _ in 0..FOLLOWED {
        let Some(first) = main.merged_into.clone() else { break };
        main = cases::find(tx, &first)?;
    }
    Ok(main)
}

/// Until it is answered "done", an object does not work; any other answer says that it was no failure of ours.
fn outcome(tx: &mut Tx, main: &Case) -> Result<(Outcome, Option<i64>)> {
    if main.is_open() {
        return Ok((Outcome::Open, None));
    }
    let procedure = cases::pinned(tx, &main.procedure_pin)?;
    let solved = procedure.outcomes.iter().any(|one| one.solved && Some(&one.id) == main.outcome.as_ref());
    let answered = main.answered_at.map(rules::secs);
    Ok(if solved { (Outcome::Repaired, answered) } else { (Outcome::Dismissed, answered) })
}

/// Makes the spells of an object anew from its reports.
fn refresh(tx: &mut Tx, asset: &Asset) -> Result<()> {
    let faults = store::faults::of_asset(tx, &asset.id)?;
    if faults.is_empty() {
        return Ok(());
    }
    let stands = matches!(asset.state, AssetState::InPlace | AssetState::Damaged);
    let installed = asset.installed_on.map(|day| rules::secs(day.start()));
    let spells = if stands { rules::spells(&faults, installed) } else { Vec::new() };
    store::faults::replace_spells(tx, asset, &spells)
}
