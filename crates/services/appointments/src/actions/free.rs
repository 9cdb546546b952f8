//! What is free: exact to the cell, from days that are kept in memory until somebody changes them.

use super::policy;
use crate::grid::{self, Taken};
use crate::model::{FreeDay, Slot};
use crate::rules;
use crate::store::seats;
use kernel::{Day, Id, Moment};
use platform::{Result, Tx};
use sites::{Counter, Matter};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, RwLock};

/// Days kept at most; then all are forgotten together.
const MOST: usize = 50_000;

/// Counters' days as they were read, each with its edition. A fact of the program: what an edition says never changes.
#[derive(Default)]
pub struct Kept(RwLock<HashMap<(Arc<str>, Id, Day), (i64, Arc<Taken>)>>);

impl Kept {
    fn find(&self, key: &(Arc<str>, Id, Day), edition: i64) -> Option<Arc<Taken>> {
        let kept = self.0.read().ok()?;
        kept.get(key).filter(|(of, _)| *of == edition).map(|(_, taken)| taken.clone())
    }

    fn keep(&self, key: (Arc<str>, Id, Day), edition: i64, taken: &Arc<Taken>) {
        if let Ok(mut kept) = self.0.write() {
            if kept.len() >= MOST {
                kept.clear();
            }
            kept.insert(key, (edition, taken.clone()));
        }
    }
}

/// What is asked of free time.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    pub matter: &'a Matter,
    /// Any site when absent.
    pub site: Option<&'a Id>,
    pub people: i64,
    /// Whether days that are not released yet, and what begins in a moment, are offered: to staff.
    pub all: bool,
    /// Whether an action asks: it sees what it has not committed, and keeps nothing of it.
    pub acting: bool,
}

impl<'a> Asked<'a> {
    /// What a visitor asks.
    pub fn of(matter: &'a Matter, site: Option<&'a Id>, people: i64) -> Asked<'a> {
        Asked { matter, site, people, all: false, acting: false }
    }
}

/// Free time as it stands at this moment.
pub struct Board {
    now: Moment,
    counters: Vec<Counter>,
    editions: HashMap<(Day, Id), i64>,
    kept: Option<Arc<Kept>>,
    policy: rules::Policy,
    minutes: i64,
    cells: i64,
    all: bool,
}

impl Board {
    pub fn open(tx: &mut Tx, asked: &Asked, (from, to): (Day, Day)) -> Result<Board> {
        Ok(Board {
            now: tx.now(),
            counters: sites::serving(tx, &asked.matter.code, asked.site)?,
            editions: seats::editions(tx, from, to)?,
            kept: if asked.acting { None } else { Some(tx.fact::<Kept>()?) },
            policy: policy(tx)?,
            minutes: asked.matter.minutes,
            cells: grid::cells_of(asked.matter.minutes, asked.people),
            all: asked.all,
        })
    }

    fn taken(&self, tx: &mut Tx, counter: &Id, day: Day) -> Result<Arc<Taken>> {
        let Some(edition) = self.editions.get(&(day, counter.clone())) else { return Ok(Arc::default()) };
        let key = (tx.tenant(), counter.clone(), day);
        if let Some(found) = self.kept.as_ref().and_then(|kept| kept.find(&key, *edition)) {
            return Ok(found);
        }
        let taken = Arc::new(seats::taken(tx, counter, cells_of_day(day))?);
        if let Some(kept) = &self.kept {
            kept.keep(key, *edition, &taken);
        }
        Ok(taken)
    }

    /// Every start of a day at a counter with the seats that are free through the whole visit.
    fn of_counter(&self, tx: &mut Tx, counter: &Counter, day: Day) -> Result<Vec<(Moment, i64)>> {
        let plan = sites::day_plan(tx, day)?;
        let spans = plan.of(&counter.id);
        if spans.is_empty() {
            return Ok(Vec::new());
        }
        let released = if self.all { self.now } else { rules::released(day, jitter(tx, &counter.id, day)?, &self.policy) };
        let taken = self.taken(tx, &counter.id, day)?;
        let cells = spans.iter().flat_map(|span| grid::starts(span, self.minutes, self.cells));
        let free = cells.filter_map(|cell| {
            let starts = grid::moment(cell);
            let open = if self.all { starts > self.now } else { rules::is_open(starts, self.now, released) };
            let free = if open { taken.free(cell, self.cells, counter.seats, self.now) } else { 0 };
            (free > 0).then_some((starts, free))
        });
        Ok(free.collect())
    }

    /// The free times of a day, one line for each time and site, however many counters could take it.
    pub fn slots(&self, tx: &mut Tx, day: Day) -> Result<Vec<Slot>> {
        let mut found: BTreeMap<(Moment, Id), i64> = BTreeMap::new();
        for counter in &self.counters {
            for (starts, free) in self.of_counter(tx, counter, day)? {
                *found.entry((starts, counter.site.clone())).or_default() += free;
            }
        }
        Ok(found.into_iter().map(|((starts, site), free)| Slot { site, starts, free }).collect())
    }

    /// How many visits each site could still take on a day; a site without any is not named.
    pub fn day(&self, tx: &mut Tx, day: Day) -> Result<Vec<FreeDay>> {
        let mut found: BTreeMap<Id, i64> = BTreeMap::new();
        for counter in &self.counters {
            let free: i64 = self.of_counter(tx, counter, day)?.iter().map(|(_, free)| free).sum();
            if free > 0 {
                *found.entry(counter.site.clone()).or_default() += free;
            }
        }
        Ok(found.into_iter().map(|(site, free)| FreeDay { day, site, free }).collect())
    }
}

/// Free days of a stretch.
pub fn days(tx: &mut Tx, asked: &Asked, from: Day, to: Day) -> Result<Vec<FreeDay>> {
    let board = Board::open(tx, asked, (from, to))?;
    let mut found = Vec::new();
    let mut day = from;
    while day <= to {
        found.extend(board.day(tx, day)?);
        day = day.next();
    }
    Ok(found)
}

/// Free times of one day.
pub fn slots(tx: &mut Tx, asked: &Asked, day: Day) -> Result<Vec<Slot>> {
    Board::open(tx, asked, (day, day))?.slots(tx, day)
}

/// The free times that lie nearest to one that was wished for, nearest first: of its day, then of the days after it.
pub fn nearest(tx: &mut Tx, asked: &Asked, wished: Moment, most: usize) -> Result<Vec<Slot>> {
    let first = wished.day().max(tx.today());
    let last = tx.today().plus_days(policy(tx)?.days_ahead);
    let board = Board::open(tx, asked, (first, last.max(first)))?;
    let mut day = first;
    let mut found: Vec<Slot> = Vec::new();
    while day <= last && found.len() < most {
        let mut of_day = board.slots(tx, day)?;
        of_day.sort_by_key(|slot| slot.starts.secs_since(wished).abs());
        found.extend(of_day.into_iter().take(most - found.len()));
        day = day.next();
    }
    Ok(found)
}

pub fn cells_of_day(day: Day) -> (i64, i64) {
    (grid::cell(day.start()), grid::cell(day.next().start()))
}

/// A number of its own for each counter and day, which nobody outside can guess.
pub fn jitter(tx: &Tx, counter: &Id, day: Day) -> Result<u8> {
    let mark = tx.keys().lookup(&tx.tenant(), "appointments.release", &format!("{counter}/{day}"))?;
    Ok(u8::from_str_radix(mark.get(..2).unwrap_or("0"), 16).unwrap_or(0))
}
