//! Verbs: read the calendar, and change it. Each change is recorded and told to whoever counts days.

use crate::model::{Changed, Edit, Holiday, Hours, Kind, National, Standing};
use crate::{rules, store};
use kernel::clock::Calendar;
use kernel::{Day, Label, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Key of the commune's own hours among its settings.
const HOURS: &str = "calendar.hours";

/// Holidays, weekend and hours of this commune: what every delay is counted with. The hours are those of today.
pub fn calendar(tx: &mut Tx) -> Result<Arc<Calendar>> {
    let today = tx.today();
    tx.remembered(&today.to_string(), |tx| {
        let known = tx.fact::<National>()?;
        let (edits, hours) = (store::edits(tx)?, hours(tx)?);
        Ok(rules::calendar(&known, &edits, &hours, today))
    })
}

/// The list of one year, removed days included, with how sure each day is.
pub fn holidays(tx: &mut Tx, year: i16) -> Result<Vec<Holiday>> {
    let known = tx.fact::<National>()?;
    Ok(rules::year(&known, &store::edits(tx)?, year))
}

/// Days off of one year that the moon has not confirmed yet.
pub fn estimates(tx: &mut Tx, year: i16) -> Result<BTreeSet<Day>> {
    let days = holidays(tx, year)?.into_iter().filter(|holiday| holiday.standing == Standing::Estimate);
    Ok(days.map(|holiday| holiday.day).collect())
}

pub fn hours(tx: &mut Tx) -> Result<Hours> {
    match tx.setting(HOURS)? {
        Some(hours) => Ok(hours),
        None => Ok(rules::default_hours(&*tx.fact::<National>()?)),
    }
}

/// Whether a day falls in the month of fasting, as announced or as computed.
pub fn is_ramadan(tx: &mut Tx, day: Day) -> Result<bool> {
    Ok(rules::is_ramadan(&*tx.fact::<National>()?, day))
}

pub fn set_hours(tx: &mut Tx, hours: Hours) -> Result<()> {
    rules::check_hours(&hours).map_err(Problem::Invalid)?;
    tx.set_setting(HOURS, &hours)?;
    tx.record("calendar.hours_set", tx.tenant(), &hours)?;
    tx.emit(&Changed {})
}

/// A day off that the country's list does not have.
pub fn add(tx: &mut Tx, day: Day, name: Label) -> Result<()> {
    if standing(tx, day)?.is_some_and(|standing| standing != Standing::Removed) {
        return Err(Refusal::new("calendar-already-off").at("day").into());
    }
    store::put(tx, &Edit { day, kind: Kind::Holiday, name })?;
    changed(tx, "calendar.day_added", day)
}

/// The commune works on this day after all.
pub fn remove(tx: &mut Tx, day: Day) -> Result<()> {
    let holiday = off(tx, day)?;
    if holiday.standing == Standing::Added {
        store::drop(tx, day)?;
    } else {
        store::put(tx, &Edit { day, kind: Kind::Working, name: holiday.name })?;
    }
    changed(tx, "calendar.day_removed", day)
}

/// The day is off again, as the country's list has it.
pub fn restore(tx: &mut Tx, day: Day) -> Result<()> {
    match store::find(tx, day)? {
        Some(edit) if edit.kind == Kind::Working => store::drop(tx, day)?,
        _ => return Err(Problem::NotFound),
    }
    changed(tx, "calendar.day_restored", day)
}

/// The moon was seen: an estimate becomes certain.
pub fn confirm(tx: &mut Tx, day: Day) -> Result<()> {
    let holiday = off(tx, day)?;
    if holiday.standing != Standing::Estimate {
        return Err(Refusal::new("calendar-no-estimate").into());
    }
    store::put(tx, &Edit { day, kind: Kind::Holiday, name: holiday.name })?;
    changed(tx, "calendar.day_confirmed", day)
}

/// The holiday falls on another day than computed: the old day is worked, the new one is off.
pub fn shift(tx: &mut Tx, day: Day, to: Day) -> Result<()> {
    let holiday = off(tx, day)?;
    if standing(tx, to)?.is_some_and(|standing| standing != Standing::Removed) {
        return Err(Refusal::new("calendar-already-off").at("to").into());
    }
    remove(tx, day)?;
    store::put(tx, &Edit { day: to, kind: Kind::Holiday, name: holiday.name })?;
    changed(tx, "calendar.day_added", to)
}

fn off(tx: &mut Tx, day: Day) -> Result<Holiday> {
    let found = holidays(tx, day.year())?.into_iter().find(|holiday| holiday.day == day);
    found.filter(|holiday| holiday.standing != Standing::Removed).ok_or(Problem::NotFound)
}

fn standing(tx: &mut Tx, day: Day) -> Result<Option<Standing>> {
    Ok(holidays(tx, day.year())?.into_iter().find(|holiday| holiday.day == day).map(|holiday| holiday.standing))
}

fn changed(tx: &mut Tx, verb: &str, day: Day) -> Result<()> {
    tx.record(verb, day, &json!({}))?;
    tx.emit(&Changed {})
}
