//! What stands in a waiting hall at this moment: who is called, who waits, at which counters, and what does not work.

use crate::model::{Post, Ticket};
use crate::rules::estimate::{Estimate, estimate};
use crate::rules::letters::letters;
use crate::store::{figures, posts, tickets};
use kernel::{Id, Moment};
use outages::Down;
use platform::{Problem, Result, Tx};
use sites::{Counter, Matter, Site, Span, Way};
use std::collections::{BTreeMap, HashSet};

/// What the last days took counts for the estimate of today.
const MEMORY_DAYS: i64 = 14;
/// How far ahead the next opening is looked for.
const AHEAD_DAYS: i64 = 14;

/// A counter with whoever sits at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Served {
    pub post: Post,
    pub label: String,
    pub matters: Vec<String>,
}

/// One matter of a hall.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub matter: Matter,
    pub letter: String,
    pub waiting: usize,
    /// How long somebody would wait who came now.
    pub estimate: Estimate,
    /// Whether a counter that serves it is within its hours.
    pub open: bool,
    /// Whether an outage stops it.
    pub stopped: bool,
}

impl Line {
    /// Whether one may take a ticket for it without an appointment.
    pub fn may_take(&self) -> bool {
        self.open && self.matter.allows(Way::WalkIn)
    }
}

/// A site with its lines.
pub struct Hall {
    pub site: Site,
    pub counters: Vec<Counter>,
    pub lines: Vec<Line>,
    pub waiting: Vec<Ticket>,
    /// Those at the counters, the last called first.
    pub called: Vec<Ticket>,
    pub served: Vec<Served>,
    pub down: Vec<Down>,
    /// Until when the doors are open; nothing when they are closed.
    pub closes: Option<Moment>,
    /// When they open next, where they are closed.
    pub opens: Option<Moment>,
    took: BTreeMap<String, Vec<i64>>,
}

impl Hall {
    pub fn line(&self, matter: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.matter.code == matter)
    }

    pub fn counter_label(&self, id: Option<&Id>) -> &str {
        id.and_then(|id| self.counters.iter().find(|counter| counter.id == *id)).map_or("", |counter| counter.label.as_str())
    }

    /// People who wait before this ticket, at the counters that it waits for.
    pub fn before(&self, ticket: &Ticket) -> usize {
        let rivals = rivals(&self.served, &ticket.matter);
        let earlier = |one: &&Ticket| (one.place, &one.id) < (ticket.place, &ticket.id) && rivals.contains(one.matter.as_str());
        self.waiting.iter().filter(earlier).count()
    }

    /// How long this ticket still waits.
    pub fn estimate(&self, ticket: &Ticket) -> Estimate {
        guess(&self.served, &self.took, &ticket.matter, self.before(ticket))
    }
}

/// Matters that compete for the same open counters, the matter itself among them.
fn rivals<'a>(served: &'a [Served], matter: &'a str) -> HashSet<&'a str> {
    let serve = served.iter().filter(|one| one.matters.iter().any(|code| code == matter));
    serve.flat_map(|one| one.matters.iter().map(String::as_str)).chain([matter]).collect()
}

fn guess(served: &[Served], took: &BTreeMap<String, Vec<i64>>, matter: &str, before: usize) -> Estimate {
    let working = served.iter().filter(|one| one.post.paused.is_none() && one.matters.iter().any(|code| code == matter)).count();
    let all: Vec<i64> = rivals(served, matter).into_iter().filter_map(|code| took.get(code)).flatten().copied().collect();
    estimate(before, working, &all)
}

/// The letter of each matter that the counters of a site serve.
pub fn letters_of(tx: &mut Tx, site: &Id) -> Result<BTreeMap<String, String>> {
    let counters = sites::counters(tx, site)?;
    let mut serving: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, counter) in counters.iter().enumerate() {
        for matter in sites::served(tx, &counter.id)? {
            serving.entry(matter).or_default().push(place);
        }
    }
    Ok(letters(&serving.into_iter().collect::<Vec<_>>()))
}

/// A site that serves people now.
pub fn site(tx: &mut Tx, id: &Id) -> Result<Site> {
    let site = sites::site(tx, id)?;
    if site.retired_on.is_some_and(|day| day <= tx.today()) { Err(Problem::NotFound) } else { Ok(site) }
}

/// Whether somebody may take a ticket for a matter at this moment: a counter that serves it is within its hours.
pub fn is_open(tx: &mut Tx, site: &Id, matter: &str) -> Result<bool> {
    let (now, plan) = (tx.now(), sites::day_plan(tx, tx.today())?);
    Ok(sites::serving(tx, matter, Some(site))?.iter().any(|counter| plan.of(&counter.id).iter().any(|span| holds(span, now))))
}

fn holds(span: &Span, now: Moment) -> bool {
    span.from <= now && now < span.to
}

/// Everything of a hall, on one snapshot.
pub fn load(tx: &mut Tx, id: &Id) -> Result<Hall> {
    let site = site(tx, id)?;
    let counters = sites::counters(tx, id)?;
    let mut served = Vec::new();
    for post in posts::at(tx, id)? {
        let label = counters.iter().find(|counter| counter.id == post.counter).map_or_else(String::new, |one| one.label.clone());
        served.push(Served { label, matters: sites::served(tx, &post.counter)?, post });
    }
    let (waiting, called) = (tickets::waiting(tx, id)?, tickets::called(tx, id)?);
    let letters = letters_of(tx, id)?;
    let down: Vec<Down> = outages::down(tx)?.into_iter().filter(|down| down.outage.is_at(id.as_str())).collect();
    let since = tx.now().plus_secs(-MEMORY_DAYS * 86_400);
    let took = figures::took(tx, id, since)?;
    let mut lines = Vec::new();
    for matter in sites::matters(tx)?.into_iter().filter(|matter| letters.contains_key(&matter.code)) {
        let rivals = rivals(&served, &matter.code);
        let before = waiting.iter().filter(|ticket| rivals.contains(ticket.matter.as_str())).count();
        lines.push(Line {
            letter: letters[&matter.code].clone(),
            waiting: waiting.iter().filter(|ticket| ticket.matter == matter.code).count(),
            estimate: guess(&served, &took, &matter.code, before),
            open: is_open(tx, id, &matter.code)?,
            stopped: down.iter().any(|down| down.outage.concerns(id.as_str(), &matter.code)),
            matter,
        });
    }
    lines.sort_by(|one, other| (&one.letter, &one.matter.code).cmp(&(&other.letter, &other.matter.code)));
    let (closes, opens) = doors(tx, &counters)?;
    Ok(Hall { site, counters, lines, waiting, called, served, down, closes, opens, took })
}

/// Until when some counter is open, or when the next one opens.
fn doors(tx: &mut Tx, counters: &[Counter]) -> Result<(Option<Moment>, Option<Moment>)> {
    let now = tx.now();
    for ahead in 0..=AHEAD_DAYS {
        let plan = sites::day_plan(tx, tx.today().plus_days(ahead))?;
        let spans: Vec<Span> = counters.iter().flat_map(|counter| plan.of(&counter.id).to_vec()).collect();
        if let Some(closes) = spans.iter().filter(|span| holds(span, now)).map(|span| span.to).max() {
            return Ok((Some(closes), None));
        }
        if let Some(opens) = spans.iter().map(|span| span.from).filter(|from| *from > now).min() {
            return Ok((None, Some(opens)));
        }
    }
    Ok((None, None))
}
