//! Verbs: ask once, take a mark by each way, count for everybody, bring low marks before the head.

use crate::model::{Line, Low};
use crate::{rules, store};
use cases::{ASSIGN, Case, Channel, FILE_FOR, Means, Survey, Window};
use kernel::{Id, Moment, Phone};
use platform::json::json;
use platform::sms::{Heard, Reply};
use platform::{Actor, Problem, Result, Tx, Waits};
use std::collections::BTreeMap;

const DAY: i64 = 86_400;
/// Authors asked in one run.
const AT_ONCE: i64 = 2_000;
/// Low marks of this many days are looked at, and listed at most this many at once.
const LOW_DAYS: i64 = 90;
const LOW_MOST: i64 = 200;
/// A number by SMS answers a question of so many days, about one of so many files of the telephone.
const REPLY_DAYS: i64 = 14;
const OF_PHONE: i64 = 50;

/// Asks the authors of what was answered between one day and five days ago, once for each round, unless they said it already.
/// The address in the message opens a page; only a button on it gives a mark.
pub fn ask(tx: &mut Tx) -> Result<()> {
    let (from, until) = (tx.now().plus_secs(-5 * DAY), tx.now().plus_secs(-DAY));
    for case in cases::surveys::unheard(tx, from, until, AT_ONCE)? {
        if store::ask(tx, &case.id, case.reopened)? {
            let link = link(tx, &case)?;
            let key = question(tx, &case)?;
            cases::message_author(tx, &case, key, &[("tap", &link)])?;
            tx.record("satisfaction.asked", &case.id, &json!({ "round": case.reopened }))?;
        }
    }
    Ok(())
}

/// A telephone may answer with a number where an SMS reaches us; who has nothing but a telephone is shown no address.
pub fn question(tx: &mut Tx, case: &Case) -> Result<&'static str> {
    let erased = case.vault == platform::store::seal::ERASED;
    let by_sms = !erased && platform::sms::reaches_us(tx)? && cases::unseal(tx, case)?.contact.phone.is_some();
    Ok(match (by_sms, case.channel) {
        (true, Channel::Phone) => "satisfaction-sms-number",
        (true, _) => "satisfaction-sms-either",
        (false, _) => "satisfaction-sms",
    })
}

/// A number from 1 to 5 is the mark of the answer that this telephone was last asked about. To who was asked nothing it is
/// nothing.
pub fn hear(tx: &mut Tx, heard: &Heard) -> Result<Option<Reply>> {
    let Some(mark) = rules::mark(&heard.text) else { return Ok(None) };
    let Some(case) = last_asked(tx, &heard.from)? else { return Ok(None) };
    let key = if cases::surveys::answered(tx, &case)?.is_some() {
        "satisfaction-sms-already"
    } else {
        cases::rate(tx, &case.id, &Survey { satisfaction: Some(mark), means: Means::Sms, ..Survey::default() })?;
        "satisfaction-sms-thanks"
    };
    let text = platform::text(tx, case.lang, key, &[("code", &case.code)])?;
    Ok(Some(Reply::about(case.lang, text, case.id)))
}

/// The file of this telephone that was asked about last, while its answer still stands.
fn last_asked(tx: &mut Tx, phone: &Phone) -> Result<Option<Case>> {
    let since = tx.now().plus_secs(-REPLY_DAYS * DAY);
    let mut last: Option<(Moment, Case)> = None;
    for case in cases::of_phone(tx, phone, OF_PHONE)? {
        if case.is_open() || case.merged_into.is_some() {
            continue;
        }
        let asked = store::asked_at(tx, &case.id, case.reopened)?.filter(|at| *at > since);
        if let Some(at) = asked.filter(|at| last.as_ref().is_none_or(|(before, _)| at > before)) {
            last = Some((at, case));
        }
    }
    Ok(last.map(|(_, case)| case))
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
    let everybody = [Window { reached: None, areas: None, restricted: false }];
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
    // A mark that took the place of one that was looked at is a new one.
    let fresh = |one: &Low| seen.get(&(one.case.id.clone(), one.round)).is_none_or(|at| *at < one.at);
    Ok(low.filter(fresh).collect())
}

pub fn waiting(tx: &mut Tx) -> Result<Waits> {
    let since = tx.now().plus_secs(-LOW_DAYS * DAY);
    Ok(Waits::looked_at(cases::surveys::any_low(tx, rules::LOW, since), |tx| Ok(low(tx)?.len())))
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
