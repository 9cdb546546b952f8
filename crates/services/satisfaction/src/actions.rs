//! Verbs: ask once, take a mark by each way, count for everybody, bring low marks before the head.

use crate::model::{Line, Low};
use crate::{rules, store};
use cases::{ASSIGN, Case, FILE_FOR, Means, Survey, Window};
use kernel::{Id, Moment};
use platform::json::json;
use platform::{Actor, Problem, Result, Tx};
use std::collections::BTreeMap;

const DAY: i64 = 86_400;
/// Authors asked in one run.
const AT_ONCE: i64 = 2_000;
/// Low marks of this many days are looked at, and listed at most this many at once.
const LOW_DAYS: i64 = 90;
const LOW_MOST: i64 = 200;

/// Asks the authors of what was answered between one day and five days ago, once for each round, unless they said it already.
/// The address in the message opens a page; only a button on it gives a mark.
pub fn ask(tx: &mut Tx) -> Result<()> {
    let (from, until) = (tx.now().plus_secs(-5 * DAY), tx.now().plus_secs(-DAY));
    for case in cases::surveys::unheard(tx, from, until, AT_ONCE)? {
        if store::ask(tx, &case.id, case.reopened)? {
            let link = link(tx, &case)?;
            cases::message_author(tx, &case, "satisfaction-sms", &[("tap", &link)])?;
            tx.record("satisfaction.asked", &case.id, &json!({ "round": case.reopened }))?;
        }
    }
    Ok(())
}

fn link(tx: &mut Tx, case: &Case) -> Result<String> {
    let own = cases::link(tx, &case.code)?;
    let key = own.split_once("?k=").map_or("", |(_, key)| key);
    platform::web_link(tx, case.lang, &format!("/satisfaction/{}?k={key}", case.code))
}

/// Writes down what an author says at the counter or by telephone.
pub fn note(tx: &mut Tx, id: &Id, survey: Survey, means: Means) -> Result<()> {
    let case = cases::find(tx, id)?;
    let person = match tx.actor() {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    };
    rules::may_note(case.assignee.as_ref(), person.as_ref())?;
    cases::rate(tx, id, &Survey { means, ..survey })
}

/// The same by telephone, on a file that this person reaches.
pub fn note_by_phone(tx: &mut Tx, id: &Id, survey: Survey) -> Result<()> {
    let case = cases::find(tx, id)?;
    if !cases::may(tx, &case, FILE_FOR)? {
        return Err(Problem::NotFound);
    }
    note(tx, id, survey, Means::Phone)
}

/// The figures of every unit since a moment: confidential files are in none of them.
pub fn figures(tx: &mut Tx, since: Moment) -> Result<Vec<Line>> {
    let everybody = [Window { units: None, areas: None, restricted: false }];
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for rated in cases::surveys::marks(tx, &everybody, since)? {
        let line = lines.entry(rated.unit.to_string()).or_default();
        line.count += rated.count;
        line.sum += rated.count * rated.mark;
        if !rated.solved.is_empty() {
            line.told += rated.count;
            line.solved += if rated.solved == "yes" { rated.count } else { 0 };
        }
        *line.means.entry(rated.means).or_default() += rated.count;
    }
    for (cell, counts) in cases::figures::counts(tx, &everybody, since)? {
        let line = lines.entry(cell.unit).or_default();
        line.answered += counts.settled;
        line.reopened += counts.reopened;
    }
    let names: BTreeMap<String, kernel::Label> =
        units::all(tx)?.into_iter().map(|unit| (unit.id.to_string(), unit.name)).collect();
    let named = |(unit, line): (String, Line)| {
        let name = names.get(&unit).cloned();
        name.map(|name| Line { unit, name, ..line })
    };
    let mut lines: Vec<Line> = lines.into_iter().filter_map(named).filter(|line| line.count > 0 || line.answered > 0).collect();
    rules::keep_back(&mut lines);
    Ok(lines)
}

/// Low marks of the units that this person answers for, which nobody looked at yet.
pub fn low(tx: &mut Tx) -> Result<Vec<Low>> {
    let (windows, since) = (cases::windows(tx, ASSIGN)?, tx.now().plus_secs(-LOW_DAYS * DAY));
    let seen = store::seen(tx)?;
    let all = cases::surveys::low(tx, &windows, rules::LOW, since, LOW_MOST)?;
    let low = all.into_iter().map(|(case, survey, at, round)| Low { case, survey, at, round });
    Ok(low.filter(|one| !seen.contains(&(one.case.id.clone(), one.round))).collect())
}

pub fn waiting(tx: &mut Tx) -> Result<i64> {
    Ok(i64::try_from(low(tx)?.len()).unwrap_or(0))
}

/// Somebody who answers for the unit looked at a low mark.
pub fn mark_seen(tx: &mut Tx, id: &Id, round: i64) -> Result<()> {
    let case = cases::find(tx, id)?;
    if !cases::may(tx, &case, ASSIGN)? {
        return Err(Problem::NotFound);
    }
    if store::mark_seen(tx, id, round)? {
        tx.record("satisfaction.seen", id, &json!({ "round": round }))?;
    }
    Ok(())
}
