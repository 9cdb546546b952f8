//! Verbs: find sites, say when a counter serves, and change them.

use crate::default::Proposed;
use crate::model::{Changed, Closure, Counter, Matter, Rule, Season, Site, Span};
use crate::store::Register;
use crate::{EDIT, rules, store};
use kernel::{Day, Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// The pack's matters, where the commune has none under their codes; what it retired stays retired. Safe to run twice.
pub fn install(tx: &mut Tx) -> Result<()> {
    let (proposed, known) = (tx.fact::<Proposed>()?, store::register(tx)?);
    for matter in proposed.matter.iter().filter(|one| !known.matters.iter().any(|has| has.code == one.code)) {
        store::put_matter(tx, &matter.build())?;
    }
    tx.record_once("sites.installed", tx.tenant(), &json!({ "matters": proposed.matter.len() })).map(|_| ())
}

/// Sites that serve people now, in the order of creation.
pub fn all(tx: &mut Tx) -> Result<Vec<Site>> {
    Ok(store::register(tx)?.sites.iter().filter(|site| site.retired_on.is_none()).cloned().collect())
}

/// A site, retired or not: old appointments still name it.
pub fn site(tx: &mut Tx, id: &Id) -> Result<Site> {
    store::register(tx)?.sites.iter().find(|site| site.id == *id).cloned().ok_or(Problem::NotFound)
}

/// Counters of a site that are not retired.
pub fn counters(tx: &mut Tx, site: &Id) -> Result<Vec<Counter>> {
    let register = store::register(tx)?;
    Ok(register.counters.iter().filter(|one| one.site == *site && one.retired_on.is_none()).cloned().collect())
}

/// A counter, retired or not.
pub fn counter(tx: &mut Tx, id: &Id) -> Result<Counter> {
    store::register(tx)?.counters.iter().find(|one| one.id == *id).cloned().ok_or(Problem::NotFound)
}

/// Matters that one may come for now.
pub fn matters(tx: &mut Tx) -> Result<Vec<Matter>> {
    Ok(store::register(tx)?.matters.iter().filter(|one| one.retired_on.is_none()).cloned().collect())
}

/// A matter, retired or not.
pub fn matter(tx: &mut Tx, code: &str) -> Result<Matter> {
    store::register(tx)?.matters.iter().find(|one| one.code == code).cloned().ok_or(Problem::NotFound)
}

/// Counters that serve a matter now, of one site or of all.
pub fn serving(tx: &mut Tx, matter: &str, site: Option<&Id>) -> Result<Vec<Counter>> {
    let register = store::register(tx)?;
    let open = |id: &Id| register.sites.iter().any(|site| site.id == *id && site.retired_on.is_none());
    let serves = |one: &&Counter| {
        one.retired_on.is_none()
            && site.is_none_or(|site| one.site == *site)
            && open(&one.site)
            && register.serves.get(&one.id).is_some_and(|matters| matters.iter().any(|code| code == matter))
    };
    Ok(register.counters.iter().filter(serves).cloned().collect())
}

/// Codes of the matters that a counter serves.
pub fn served(tx: &mut Tx, counter: &Id) -> Result<Vec<String>> {
    Ok(store::register(tx)?.serves.get(counter).cloned().unwrap_or_default())
}

/// When each counter that is not retired serves on a day.
pub struct DayPlan(pub HashMap<Id, Vec<Span>>);

impl DayPlan {
    pub fn of(&self, counter: &Id) -> &[Span] {
        self.0.get(counter).map_or(&[], Vec::as_slice)
    }
}

/// The spans of all counters on a day; kept in memory for one edition of the commune.
pub fn day_plan(tx: &mut Tx, day: Day) -> Result<Arc<DayPlan>> {
    tx.remembered(&day.to_string(), |tx| {
        let (register, calendar, hours) = (store::register(tx)?, calendar::calendar(tx)?, calendar::hours(tx)?);
        let ramadan = calendar::is_ramadan(tx, day)?;
        let usual = if ramadan { (hours.ramadan_opens, hours.ramadan_closes) } else { (hours.opens, hours.closes) };
        let at = rules::OnDay {
            day,
            holiday: calendar.holidays.contains_key(&day),
            weekend: calendar.weekend.contains(&day.weekday()),
            season: if ramadan { Season::Ramadan } else { Season::Usual },
            usual,
            rules: &register.rules,
            closures: &register.closures,
        };
        let stands = |counter: &Counter| register.sites.iter().any(|site| site.id == counter.site && site.retired_on.is_none());
        let open = register.counters.iter().filter(|counter| counter.retired_on.is_none() && stands(counter));
        Ok(DayPlan(open.map(|counter| (counter.id.clone(), rules::spans(&at, counter))).collect()))
    })
}

/// When a counter serves on a day, in order; empty on a day off.
pub fn open_spans(tx: &mut Tx, counter: &Id, day: Day) -> Result<Vec<Span>> {
    Ok(day_plan(tx, day)?.of(counter).to_vec())
}

/// Hours of a site and of its counters, as they were written down.
pub fn hours(tx: &mut Tx, site: &Id) -> Result<Vec<Rule>> {
    Ok(store::register(tx)?.rules.iter().filter(|rule| rule.site == *site).cloned().collect())
}

/// Closures of a site from a day on.
pub fn closures(tx: &mut Tx, site: &Id, from: Day) -> Result<Vec<Closure>> {
    Ok(store::register(tx)?.closures.iter().filter(|one| one.site == *site && one.day >= from).cloned().collect())
}

/// Adds or changes a site.
pub fn save_site(tx: &mut Tx, site: Site) -> Result<Id> {
    tx.actor().must(EDIT)?;
    let unit = units::all(tx)?.into_iter().find(|unit| unit.id == site.unit);
    unit.ok_or_else(|| Refusal::new("sites-unit-unknown").at("unit"))?;
    if let Some(area) = &site.area {
        let known = places::areas(tx)?.iter().any(|known| known.code == *area);
        known.then_some(()).ok_or_else(|| Refusal::new("sites-area-unknown").at("area"))?;
    }
    store::put_site(tx, &site)?;
    changed(tx, "sites.site_saved", &site.id, &site, None)?;
    Ok(site.id)
}

/// The site serves nobody from today on. Its history stays.
pub fn retire_site(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.actor().must(EDIT)?;
    let site = Site { retired_on: Some(tx.today()), ..site(tx, id)? };
    store::put_site(tx, &site)?;
    changed(tx, "sites.site_retired", id, &json!({}), None)
}

/// Adds or changes a counter and says what it serves.
pub fn save_counter(tx: &mut Tx, counter: Counter, matters: &[String]) -> Result<Id> {
    tx.actor().must(EDIT)?;
    let register = store::register(tx)?;
    let standing: Vec<Counter> = register.counters.iter().filter(|one| one.retired_on.is_none()).cloned().collect();
    rules::check_counter(&counter, &standing)?;
    let unknown = matters.iter().any(|code| !register.matters.iter().any(|matter| matter.code == *code));
    if unknown || !register.sites.iter().any(|site| site.id == counter.site) {
        return Err(Problem::NotFound);
    }
    store::put_counter(tx, &counter)?;
    store::set_serves(tx, &counter.id, matters)?;
    changed(tx, "sites.counter_saved", &counter.id, &json!({ "counter": counter, "matters": matters }), None)?;
    Ok(counter.id)
}

pub fn retire_counter(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.actor().must(EDIT)?;
    let counter = Counter { retired_on: Some(tx.today()), ..counter(tx, id)? };
    store::put_counter(tx, &counter)?;
    changed(tx, "sites.counter_retired", id, &json!({}), None)
}

/// Adds or changes a matter.
pub fn save_matter(tx: &mut Tx, matter: Matter) -> Result<()> {
    tx.actor().must(EDIT)?;
    rules::check_matter(&matter)?;
    store::put_matter(tx, &matter)?;
    changed(tx, "sites.matter_saved", &matter.code, &matter, None)
}

pub fn retire_matter(tx: &mut Tx, code: &str) -> Result<()> {
    tx.actor().must(EDIT)?;
    let matter = Matter { retired_on: Some(tx.today()), ..matter(tx, code)? };
    store::put_matter(tx, &matter)?;
    changed(tx, "sites.matter_retired", code, &json!({}), None)
}

/// The doors are open in these hours, from the next look on.
pub fn add_hours(tx: &mut Tx, rule: Rule) -> Result<()> {
    tx.actor().must(EDIT)?;
    rules::check_hours(&rule)?;
    known(&*store::register(tx)?, &rule.site, rule.counter.as_ref())?;
    store::insert_rule(tx, &rule)?;
    changed(tx, "sites.hours_added", &rule.id, &rule, None)
}

pub fn remove_hours(tx: &mut Tx, site: &Id, id: &Id) -> Result<()> {
    tx.actor().must(EDIT)?;
    if !store::remove_rule(tx, site, id)? {
        return Err(Problem::NotFound);
    }
    changed(tx, "sites.hours_removed", id, &json!({}), None)
}

/// Nobody is served then; whoever has promised a time hears of it.
pub fn close(tx: &mut Tx, closure: Closure) -> Result<()> {
    tx.actor().must(EDIT)?;
    rules::check_closure(&closure, tx.today())?;
    known(&*store::register(tx)?, &closure.site, closure.counter.as_ref())?;
    store::insert_closure(tx, &closure)?;
    changed(tx, "sites.closed", &closure.id, &closure, Some(closure.day))
}

pub fn reopen(tx: &mut Tx, site: &Id, id: &Id) -> Result<()> {
    tx.actor().must(EDIT)?;
    let day = store::remove_closure(tx, site, id)?.ok_or(Problem::NotFound)?;
    changed(tx, "sites.reopened", id, &json!({}), Some(day))
}

fn known(register: &Register, site: &Id, counter: Option<&Id>) -> Result<()> {
    let stands = register.sites.iter().any(|one| one.id == *site);
    let serves = counter.is_none_or(|id| register.counters.iter().any(|one| one.id == *id && one.site == *site));
    if stands && serves { Ok(()) } else { Err(Problem::NotFound) }
}

fn changed(tx: &mut Tx, verb: &str, of: impl std::fmt::Display, what: &impl Serialize, day: Option<Day>) -> Result<()> {
    tx.record(verb, of, what)?;
    tx.emit(&Changed { day })
}
