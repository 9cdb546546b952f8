//! Lineage: a duplicate is joined to the report it repeats and parted from it again; reports are put below a big problem.

use super::{clocks, look, offer, public, talk};
use crate::model::{Audience, Case, EventKind, Follower, Given, Lineage, Moved};
use crate::{MERGE, SEE, store};
use kernel::{Id, Moment, PublicCode, Refusal};
use platform::{Problem, Result, Tx};
use procedures::Phase;
use std::collections::BTreeSet;

/// Reports that one problem may have below it.
const CHILDREN_MOST: usize = 200;

fn named(tx: &mut Tx, code: &str) -> Result<Case> {
    let code = PublicCode::parse(code).ok_or_else(|| Refusal::new("cases-needs-case").at("case"))?;
    Ok(store::by_code(tx, code.as_str())?.ok_or_else(|| Refusal::new("cases-no-such-case").at("case"))?)
}

/// The report that stands for a case: what it is joined to, as far as that goes.
pub fn root(tx: &mut Tx, case: &Case) -> Result<Case> {
    let (mut at, mut seen) = (case.clone(), BTreeSet::new());
    while let Some(into) = at.merged_into.clone().filter(|_| seen.insert(at.id.clone())) {
        at = store::find(tx, &into)?;
    }
    Ok(at)
}

/// Ties a duplicate to the report it repeats, or to the one that this is joined to; its author and those who follow it follow
/// that one from now on.
pub(super) fn join(tx: &mut Tx, case: &mut Case, given: &Given) -> Result<()> {
    let named = named(tx, given.case.as_deref().unwrap_or_default())?;
    let first = root(tx, &named)?;
    if first.id == case.id {
        return Err(Refusal::new("cases-not-with-itself").at("case").into());
    }
    // One that is out of reach does not exist, and complaints about persons or requests are no duplicates of a report.
    let known = look::may(tx, &named, SEE)? && look::may(tx, &first, SEE)?;
    if !known || !alike(tx, &first, case)? {
        return Err(Refusal::new("cases-no-such-case").at("case").into());
    }
    case.merged_into = Some(first.id.clone());
    store::lineage::insert(tx, &case.id, &first.id, &case.state)?;
    let contact = store::unseal(tx, case)?.contact;
    public::count_follower(tx, &first, &contact, case.lang, case.id.as_str(), Some(&case.id))?;
    for Follower { contact, lang, key, .. } in store::files::followers(tx, &case.id)? {
        public::count_follower(tx, &first, &contact, lang, &key, Some(&case.id))?;
    }
    store::timeline::add(tx, &first, EventKind::Merged, Audience::Staff, &serde_json::json!({ "case": case.code }), None)?;
    Ok(())
}

/// Whether the same people may know of both, and what happens to one may be told of the other.
fn alike(tx: &mut Tx, one: &Case, other: &Case) -> Result<bool> {
    let requests = [one, other].map(|case| store::pinned(tx, &case.procedure_pin).map(|procedure| procedure.is_request()));
    let [first, second] = requests;
    Ok(one.restricted == other.restricted && one.hide_author == other.hide_author && first? == second?)
}

/// Parts a report that was joined by mistake: it goes on where it stood, with the clocks that it had, and whoever followed
/// through it follows it alone again.
pub fn split(tx: &mut Tx, id: &Id, words: &str) -> Result<Case> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, MERGE)?;
    let Some(into) = case.merged_into.clone() else { return Err(Refusal::new("cases-not-merged").into()) };
    let first = store::find(tx, &into)?;
    let (state, at) = before(tx, &case)?;
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let phase = procedure.state(&state).map(|state| state.phase).ok_or_else(|| Refusal::new("cases-not-from-here"))?;
    part_followers(tx, &case.id, &first)?;
    store::lineage::end(tx, &case.id, at)?;
    let from = std::mem::replace(&mut case.state, state);
    (case.phase, case.merged_into, case.outcome, case.answered_at) = (phase, None, None, None);
    (case.moved_at, case.updated_at) = (tx.now(), tx.now());
    clocks::restore(tx, &mut case, &procedure, at)?;
    store::update(tx, &case)?;
    let data = serde_json::json!({ "action": "split", "from": from, "to": case.state, "case": first.code });
    let words = Some(words.trim()).filter(|words| !words.is_empty());
    store::timeline::add(tx, &case, EventKind::Split, Audience::Applicant, &data, words)?;
    store::timeline::add(tx, &first, EventKind::Split, Audience::Staff, &serde_json::json!({ "case": case.code }), None)?;
    tx.record("cases.split", &case.id, &data)?;
    let (id, procedure, to) = (case.id.clone(), case.procedure.clone(), case.state.clone());
    tx.emit(&Moved { case: id, procedure, from, to, outcome: None })?;
    talk::tell_author(tx, &case, "cases-sms-split")?;
    Ok(case)
}

/// Where a case stood when it was joined, and when that was. Merges older than their own table stand in the timeline.
fn before(tx: &mut Tx, case: &Case) -> Result<(String, Moment)> {
    if let Some(merge) = store::lineage::standing(tx, &case.id)? {
        return Ok((merge.from_state, merge.at));
    }
    let entries = store::timeline::public(tx, case)?;
    let joined = entries.into_iter().rev().find(|entry| entry.data["outcome"] == "duplicate");
    let found = joined.and_then(|entry| Some((entry.data["from"].as_str()?.to_owned(), entry.at)));
    found.ok_or_else(|| Refusal::new("cases-not-merged").into())
}

/// Those who came to a report through another leave it, and whatever that one was joined to.
fn part_followers(tx: &mut Tx, case: &Id, first: &Case) -> Result<()> {
    let (mut via, mut at, mut seen) = (case.clone(), first.clone(), BTreeSet::new());
    let keys = store::files::came_through(tx, &at.id, &via)?;
    loop {
        let gone = store::files::unfollow_through(tx, &at.id, &via, &keys)?;
        at = store::find(tx, &at.id)?;
        at.followers = (at.followers - gone).max(0);
        store::update(tx, &at)?;
        match at.merged_into.clone().filter(|_| seen.insert(at.id.clone())) {
            Some(next) => (via, at) = (at.id.clone(), store::find(tx, &next)?),
            None => return Ok(()),
        }
    }
}

/// Puts a report below a big problem, which is a report itself: nothing is counted twice. There is one floor, so no circle.
pub fn attach(tx: &mut Tx, id: &Id, code: &str) -> Result<()> {
    let child = store::find(tx, id)?;
    look::must(tx, &child, MERGE)?;
    let parent = named(tx, code)?;
    if !look::may(tx, &parent, SEE)? || !alike(tx, &parent, &child)? {
        return Err(Refusal::new("cases-no-such-case").at("parent").into());
    }
    if parent.id == child.id || !parent.is_open() || !child.is_open() {
        return Err(Refusal::new("cases-not-below").at("parent").into());
    }
    let stands_below = store::lineage::parent(tx, &parent.id)?.is_some();
    if stands_below || !store::lineage::children(tx, &child.id)?.is_empty() {
        return Err(Refusal::new("cases-one-floor").at("parent").into());
    }
    if store::lineage::children(tx, &parent.id)?.len() >= CHILDREN_MOST || !store::lineage::attach(tx, &child.id, &parent.id)? {
        return Err(Refusal::new("cases-below-already").at("parent").into());
    }
    note(tx, &child, &parent, EventKind::Attached)
}

/// Takes a report from below its problem.
pub fn detach(tx: &mut Tx, id: &Id) -> Result<()> {
    let child = store::find(tx, id)?;
    look::must(tx, &child, MERGE)?;
    let Some(parent) = store::lineage::parent(tx, &child.id)? else { return Ok(()) };
    let parent = store::find(tx, &parent)?;
    store::lineage::detach(tx, &child.id)?;
    note(tx, &child, &parent, EventKind::Detached)
}

fn note(tx: &mut Tx, child: &Case, parent: &Case, kind: EventKind) -> Result<()> {
    for (case, other) in [(child, parent), (parent, child)] {
        store::timeline::add(tx, case, kind, Audience::Staff, &serde_json::json!({ "case": other.code }), None)?;
    }
    tx.record(&format!("cases.{kind}"), &child.id, &serde_json::json!({ "parent": parent.id }))
}

/// Runs an action on a case and, when it decides, on the reports below it that were chosen: with the same words, each under its
/// own clocks. Says how many of them could not follow, since they stand elsewhere or are not this person's.
pub fn act_with(tx: &mut Tx, id: &Id, action: &str, given: &Given, chosen: &[Id]) -> Result<usize> {
    let case = super::act::act(tx, id, action, given, false)?;
    if case.phase != Phase::Decided || case.merged_into.is_some() {
        return Ok(0);
    }
    let below = store::lineage::children(tx, id)?;
    let mut left = 0;
    for child in below.iter().filter(|child| chosen.contains(child)) {
        let case = store::find(tx, child)?;
        let procedure = store::pinned(tx, &case.procedure_pin)?;
        let outcome = given.outcome.as_deref().is_none_or(|outcome| procedure.outcome(outcome).is_some());
        let free = offer::offered(tx, &case, &procedure)?.iter().any(|one| one.action == action && one.lacks.is_none());
        if free && outcome {
            super::act::act(tx, child, action, given, false)?;
        } else {
            left += 1;
        }
    }
    Ok(left)
}

/// The relatives of a case, for its file. Those out of this person's reach are left out.
pub fn lineage(tx: &mut Tx, case: &Case) -> Result<Lineage> {
    let mut lineage = Lineage::default();
    let seen = |tx: &mut Tx, id: &Id| -> Result<Option<Case>> {
        let case = match store::find(tx, id) {
            Err(Problem::NotFound) => return Ok(None),
            found => found?,
        };
        Ok(if look::may(tx, &case, SEE)? { Some(case) } else { None })
    };
    if case.merged_into.is_some() {
        let root = root(tx, case)?;
        lineage.into = seen(tx, &root.id)?;
    }
    for merge in store::lineage::merges(tx, &case.id)? {
        let other = if merge.case == case.id { merge.into.clone() } else { merge.case.clone() };
        lineage.merges.extend(seen(tx, &other)?.map(|other| (merge, other)));
    }
    if let Some(parent) = store::lineage::parent(tx, &case.id)? {
        lineage.parent = seen(tx, &parent)?;
    }
    for child in store::lineage::children(tx, &case.id)? {
        lineage.children.extend(seen(tx, &child)?);
    }
    Ok(lineage)
}
