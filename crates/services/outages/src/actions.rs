//! Verbs: tell an outage, say more, end it; and what the house sees by itself.

use crate::model::{Country, Declared, Ended, NewOutage, Outage, Source, System, Update, Updated};
use crate::{rules, store};
use kernel::{Id, Label, Moment, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use std::sync::Arc;

/// The system that carries the commune's own messages.
const MESSAGES: &str = "messages";

/// What the counters depend on: the country's list, then what the commune added.
pub fn systems(tx: &mut Tx) -> Result<Arc<Vec<System>>> {
    tx.remembered("systems", |tx| {
        let mut all = tx.fact::<Country>()?.systems.clone();
        all.extend(store::own_systems(tx)?);
        Ok(all)
    })
}

/// The system of an outage; one that the commune took off its list since then is still known by its id.
pub fn system(tx: &mut Tx, id: &str) -> Result<System> {
    let known = systems(tx)?.iter().find(|system| system.id == id).cloned();
    let gone =
        || System { id: id.to_owned(), name: Label::new(id, id), down: Label::new(id, id), matters: Vec::new(), own: true };
    Ok(known.unwrap_or_else(gone))
}

/// What does not work at this moment, the longest first. Kept in memory until something changes.
pub fn open(tx: &mut Tx) -> Result<Arc<Vec<Outage>>> {
    tx.remembered("open", store::open)
}

/// What stops this matter at this site.
pub fn stopping(tx: &mut Tx, site: &str, matter: &str) -> Result<Vec<Outage>> {
    Ok(open(tx)?.iter().filter(|outage| outage.concerns(site, matter)).cloned().collect())
}

/// What went on within the last days, open ones among them.
pub fn history(tx: &mut Tx, days: i64) -> Result<Vec<Outage>> {
    const MOST: i64 = 1_000;
    store::since(tx, tx.now().plus_secs(-days * 86_400), MOST)
}

pub fn declare(tx: &mut Tx, new: NewOutage) -> Result<Outage> {
    let now = tx.now();
    let wrong: Vec<Refusal> = [
        rules::check_since(new.since, now).err(),
        rules::check_expected(new.expected, now).err(),
        (!systems(tx)?.iter().any(|system| system.id == new.system)).then(|| Refusal::new("outages-system-unknown").at("system")),
    ]
    .into_iter()
    .flatten()
    .chain(unknown_places(tx, &new)?)
    .collect();
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    let matters = concerned(tx, &new)?;
    begin(tx, NewOutage { matters, ..new }, Source::Staff)?
        .ok_or_else(|| Refusal::new("outages-open-already").at("system").into())
}

/// The matters that were ticked; where none was, those that need the system, as far as the commune has them.
fn concerned(tx: &mut Tx, new: &NewOutage) -> Result<Vec<String>> {
    if !new.matters.is_empty() {
        return Ok(new.matters.clone());
    }
    let (needing, known) = (system(tx, &new.system)?.matters, sites::matters(tx)?);
    Ok(needing.into_iter().filter(|code| known.iter().any(|matter| matter.code == *code)).collect())
}

/// A place that is on no list would be told of nowhere.
fn unknown_places(tx: &mut Tx, new: &NewOutage) -> Result<Option<Refusal>> {
    let (sites, matters) = (sites::all(tx)?, sites::matters(tx)?);
    let known = new.sites.iter().all(|id| sites.iter().any(|site| site.id.as_str() == id))
        && new.matters.iter().all(|code| matters.iter().any(|matter| matter.code == *code));
    Ok((!known).then(|| Refusal::new("outages-place-unknown").at("sites")))
}

/// Nothing when the same outage goes on already.
fn begin(tx: &mut Tx, new: NewOutage, source: Source) -> Result<Option<Outage>> {
    let sorted = |mut ids: Vec<String>| {
        ids.sort();
        ids.dedup();
        ids
    };
    let now = tx.now();
    let outage = Outage {
        id: tx.new_id(),
        system: new.system,
        source,
        since: new.since.min(now),
        sites: sorted(new.sites),
        matters: sorted(new.matters),
        words: new.words,
        expected: new.expected,
        declared_at: now,
        declared_by: tx.actor().to_string(),
        updated_at: now,
        ended_at: None,
    };
    if !store::insert(tx, &outage)? {
        return Ok(None);
    }
    let told = json!({ "system": outage.system, "since": outage.since, "sites": outage.sites, "matters": outage.matters, "source": source });
    tx.record("outages.declared", &outage.id, &told)?;
    tx.emit(&Declared { outage: outage.id.clone() })?;
    Ok(Some(outage))
}

/// More is known: words, another hour, or both. A day that was expected and is not any more is taken away.
pub fn update(tx: &mut Tx, id: &Id, words: Label, expected: Option<Moment>) -> Result<()> {
    let outage = store::find(tx, id)?;
    rules::check_expected(expected, tx.now())?;
    if words == Label::default() && expected == outage.expected {
        return Err(Refusal::new("outages-nothing-new").at("words_ar").into());
    }
    if !store::expect(tx, id, expected)? {
        return Err(Refusal::new("outages-ended-already").into());
    }
    store::add_update(tx, id, &Update { at: tx.now(), words, expected })?;
    tx.record("outages.updated", id, &json!({ "expected": expected }))?;
    tx.emit(&Updated { outage: id.clone() })
}

/// It works again, since now or an hour before.
pub fn end(tx: &mut Tx, id: &Id, ended: Moment, words: Label) -> Result<()> {
    let outage = store::find(tx, id)?;
    rules::check_end(&outage, ended, tx.now())?;
    let ended = ended.min(tx.now());
    if !store::end(tx, id, ended)? {
        return Err(Refusal::new("outages-ended-already").into());
    }
    if words != Label::default() {
        store::add_update(tx, id, &Update { at: tx.now(), words, expected: None })?;
    }
    tx.record("outages.ended", id, &json!({ "ended": ended }))?;
    tx.emit(&Ended { outage: id.clone() })
}

/// The house sees by itself that a system does not work, everywhere. Told once, however often it is seen.
pub fn seen(tx: &mut Tx, system: &str, since: Moment) -> Result<()> {
    let everywhere = |outage: &Outage| outage.system == system && outage.sites.is_empty() && outage.matters.is_empty();
    if open(tx)?.iter().any(everywhere) {
        return Ok(());
    }
    let (system, words) = (system.to_owned(), Label::default());
    begin(tx, NewOutage { system, since, sites: vec![], matters: vec![], words, expected: None }, Source::House).map(drop)
}

/// The house sees that it works again: it ends what it told itself, never what a person told.
pub fn seen_well(tx: &mut Tx, system: &str) -> Result<()> {
    let ours = |outage: &&Outage| outage.system == system && outage.source == Source::House;
    let open: Vec<Id> = open(tx)?.iter().filter(ours).map(|outage| outage.id.clone()).collect();
    let now = tx.now();
    open.iter().try_for_each(|id| end(tx, id, now, Label::default()))
}

/// Looks after the messages of the house: held ones mean that people are not told.
pub fn look_after(tx: &mut Tx) -> Result<()> {
    match sending::held_since(tx)? {
        Some(since) => seen(tx, MESSAGES, since),
        None => seen_well(tx, MESSAGES),
    }
}

pub fn messages_held(tx: &mut Tx, _: sending::Held) -> Result<()> {
    look_after(tx)
}

/// A system that the country's list does not have.
pub fn add_system(tx: &mut Tx, name: Label, down: Label) -> Result<String> {
    const MOST: usize = 60;
    if store::own_systems(tx)?.len() >= MOST {
        return Err(Refusal::new("outages-systems-many").with("most", MOST).at("name_ar").into());
    }
    let system = System { id: tx.new_id().to_string(), name, down, matters: Vec::new(), own: true };
    store::add_system(tx, &system)?;
    tx.record("outages.system_added", &system.id, &json!({ "name": system.name }))?;
    Ok(system.id)
}

/// Takes a system of the commune off the list; what was told of it stays.
pub fn retire_system(tx: &mut Tx, id: &str) -> Result<()> {
    if open(tx)?.iter().any(|outage| outage.system == id) {
        return Err(Refusal::new("outages-system-down").into());
    }
    match store::retire_system(tx, id)? {
        1 => tx.record("outages.system_retired", id, &json!({})),
        _ => Err(Problem::NotFound),
    }
}
