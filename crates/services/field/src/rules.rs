//! The law of the field: what still fits when it comes, what a photograph proves, what a telephone may keep. No database, no clock,
//! no language.

use crate::model::{Clash, Doubt};
use kernel::{Id, Moment, Point};

/// A photograph of the work is taken at the work.
const FRESH_SECS: i64 = 6 * 3_600;
/// Clocks of telephones differ by so much.
const CLOCK_SECS: i64 = 600;
/// What a list says holds for so long: longer than anybody is away from every network, too short for a telephone that was found.
pub const LISTED_DAYS: i64 = 14;
/// Tasks that one account brings to units by deeds that came late, in a day: each of them is read by somebody.
pub const LATE_A_DAY: i64 = 30;
pub const DAY_SECS: i64 = 86_400;
/// Figures in a row, blanks and dots between them aside, that may be a telephone number or one of a card.
const NUMBER_FROM: usize = 9;

/// A case as it stands when a deed comes.
#[derive(Debug, Clone, Copy)]
pub struct Now<'a> {
    pub open: bool,
    pub unit: &'a Id,
    pub procedure: &'a str,
    /// Whether the actor may still do it.
    pub reached: bool,
}

/// Why a deed cannot be done any more: what was seen is not what is.
pub fn clash(unit: &Id, procedure: &str, now: Now) -> Option<Clash> {
    if !now.open {
        Some(Clash::Closed)
    } else if unit != now.unit {
        Some(Clash::Moved)
    } else if procedure != now.procedure {
        Some(Clash::Recategorised)
    } else if !now.reached {
        Some(Clash::OutOfReach)
    } else {
        None
    }
}

/// When and where a photograph was taken, as far as anything says so.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    pub point: Option<Point>,
    pub at: Option<Moment>,
}

/// Between which moments, by our clock, a deed was done: after its list was given, if anything proves that, and before it came.
#[derive(Debug, Clone, Copy)]
pub struct Between {
    pub listed: Option<Moment>,
    pub now: Moment,
}

/// What makes a proof doubtful: the rule of every proof, and that it was taken with the deed. The case was asked for at `asked`;
/// the deed was done at `done` by the telephone's clock, which may have been set back.
pub fn doubts(place: Option<Point>, asked: Moment, taken: Taken, done: Option<Moment>, between: Between) -> Vec<Doubt> {
    let Between { listed, now } = between;
    let usual = contractors::doubts(place, asked, taken.point, taken.at);
    let mut doubts: Vec<Doubt> = usual.into_iter().filter_map(|doubt| Doubt::parse(doubt.as_str())).collect();
    let stale = taken.at.is_some_and(|at| done.unwrap_or(now).secs_since(at) > FRESH_SECS);
    if stale {
        doubts.push(Doubt::Stale);
    }
    let before = done.is_some_and(|done| listed.is_none_or(|listed| listed.secs_since(done) > CLOCK_SECS));
    if before || is_wrong(done, now) || is_wrong(taken.at, now) {
        doubts.push(Doubt::Clock);
    }
    doubts
}

/// Nothing is done in the future.
pub fn is_wrong(told: Option<Moment>, now: Moment) -> bool {
    told.is_some_and(|told| told.secs_since(now) > CLOCK_SECS)
}

/// Whether what a list said proves nothing any more.
pub fn is_over(listed: Moment, now: Moment) -> bool {
    now.secs_since(listed) > LISTED_DAYS * DAY_SECS
}

/// Words of a report without what reaches a person: a telephone that is lost gives away no number and no address of anybody.
pub fn without_contacts(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for line in words.split_inclusive('\n') {
        let spared: Vec<&str> = line.split(' ').map(|word| if word.contains('@') { "…" } else { word }).collect();
        out.push_str(&without_numbers(&spared.join(" ")));
    }
    out
}

fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut String| {
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        if digits >= NUMBER_FROM {
            let after: String = run.chars().rev().take_while(|c| !c.is_numeric()).collect();
            out.push('…');
            out.extend(after.chars().rev());
        } else {
            out.push_str(run);
        }
        run.clear();
    };
    for c in text.chars() {
        let joins = !run.is_empty() && matches!(c, ' ' | '.' | '-' | '/' | '(' | ')');
        if c.is_numeric() || c == '+' || joins {
            run.push(c);
        } else {
            flush(&mut run, &mut out);
            out.push(c);
        }
    }
    flush(&mut run, &mut out);
    out
}
