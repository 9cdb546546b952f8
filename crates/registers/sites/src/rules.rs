//! When a counter serves: civil hours become moments by the tz database, closures are cut out. No database.

use crate::model::{Closure, Counter, Matter, Rule, Season, Span, Way};
use kernel::{Day, Moment, Refusal};

/// The grid of time: every appointment begins on it and fills whole cells.
pub const CELL_MINUTES: i64 = 5;
const DAY_MINUTES: i64 = 24 * 60;
pub const LONGEST_MATTER: i64 = 240;
pub const MOST_SEATS: i64 = 20;
pub const MOST_PEOPLE: i64 = 10;

/// What is known of one day before the hours of a counter are asked.
pub struct OnDay<'a> {
    pub day: Day,
    /// The commune's holidays, weekends left aside.
    pub holiday: bool,
    pub weekend: bool,
    pub season: Season,
    /// Opening and closing of the commune's doors, for who has no hours of its own.
    pub usual: (i64, i64),
    pub rules: &'a [Rule],
    pub closures: &'a [Closure],
}

/// When a counter serves on a day: its own hours, else those of its site, else the commune's. Nobody serves on a holiday; a
/// rule may open a weekend.
pub fn spans(at: &OnDay, counter: &Counter) -> Vec<Span> {
    if at.holiday {
        return Vec::new();
    }
    let open = hours(at, counter).into_iter().filter_map(|(opens, closes)| span(at.day, opens, closes)).collect();
    let shut = at.closures.iter().filter(|one| one.day == at.day && concerns(one, counter));
    shut.fold(joined(open), |open, closure| match closure.part {
        None => Vec::new(),
        Some((from, to)) => span(at.day, from, to).map_or(open.clone(), |hole| cut(&open, hole)),
    })
}

/// Civil minutes in which a counter is open.
fn hours(at: &OnDay, counter: &Counter) -> Vec<(i64, i64)> {
    let of = |rule: &&Rule, own: bool| {
        rule.site == counter.site && if own { rule.counter.as_ref() == Some(&counter.id) } else { rule.counter.is_none() }
    };
    // Without hours of their own for Ramadan, doors follow the commune's in that month.
    let own: Vec<&Rule> = at.rules.iter().filter(|rule| of(rule, true) && holds(rule, at)).collect();
    let whole: Vec<&Rule> = at.rules.iter().filter(|rule| of(rule, false) && holds(rule, at)).collect();
    let chosen = if own.is_empty() { whole } else { own };
    if chosen.is_empty() {
        return if at.weekend { Vec::new() } else { vec![at.usual] };
    }
    let weekday = i64::from(at.day.weekday());
    chosen.into_iter().filter(|rule| rule.weekday == weekday).map(|rule| (rule.opens, rule.closes)).collect()
}

fn holds(rule: &Rule, at: &OnDay) -> bool {
    rule.season == at.season
        && rule.starts_on.is_none_or(|first| first <= at.day)
        && rule.ends_on.is_none_or(|last| at.day <= last)
}

fn concerns(closure: &Closure, counter: &Counter) -> bool {
    closure.site == counter.site && closure.counter.as_ref().is_none_or(|one| *one == counter.id)
}

/// Two civil times of a day as moments. Where the clocks change in between, the stretch is an hour longer or shorter, as the
/// people who wait in it live it: no moment comes twice, none is lost.
pub fn span(day: Day, opens: i64, closes: i64) -> Option<Span> {
    let span = Span { from: moment(day, opens), to: moment(day, closes) };
    (span.from < span.to).then_some(span)
}

/// A civil time of a day; 24:00 is the start of the next.
pub fn moment(day: Day, minutes: i64) -> Moment {
    if minutes >= DAY_MINUTES {
        return day.next().start();
    }
    let (hour, minute) = (minutes.max(0) / 60, minutes.max(0) % 60);
    day.at(i8::try_from(hour).unwrap_or(0), i8::try_from(minute).unwrap_or(0))
}

/// Stretches in order, those that touch made one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        match kept.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => kept.push(span),
        }
    }
    kept
}

fn cut(open: &[Span], hole: Span) -> Vec<Span> {
    let around = |span: &Span| {
        let before = Span { from: span.from, to: span.to.min(hole.from) };
        let after = Span { from: span.from.max(hole.to), to: span.to };
        [before, after].into_iter().filter(|rest| rest.from < rest.to)
    };
    open.iter().flat_map(around).collect()
}

pub fn check_hours(rule: &Rule) -> Result<(), Refusal> {
    if !(1..=7).contains(&rule.weekday) {
        return Err(Refusal::new("sites-weekday-wrong").at("weekday"));
    }
    if !on_grid(rule.opens) || !on_grid(rule.closes) {
        return Err(Refusal::new("sites-hour-wrong").with("grid", CELL_MINUTES).at("opens"));
    }
    if rule.opens >= rule.closes {
        return Err(Refusal::new("sites-hours-reversed").at("closes"));
    }
    match (rule.starts_on, rule.ends_on) {
        (Some(first), Some(last)) if last < first => Err(Refusal::new("sites-days-reversed").at("ends_on")),
        _ => Ok(()),
    }
}

pub fn check_closure(closure: &Closure, today: Day) -> Result<(), Refusal> {
    if closure.day < today {
        return Err(Refusal::new("sites-day-past").at("day"));
    }
    match closure.part {
        Some((from, to)) if from >= to => Err(Refusal::new("sites-hours-reversed").at("to")),
        _ => Ok(()),
    }
}

pub fn check_counter(counter: &Counter, others: &[Counter]) -> Result<(), Refusal> {
    if !(1..=MOST_SEATS).contains(&counter.seats) {
        return Err(Refusal::new("sites-seats-wrong").with("most", MOST_SEATS).at("seats"));
    }
    let same = |other: &Counter| other.id != counter.id && other.site == counter.site && other.label == counter.label;
    if others.iter().any(same) { Err(Refusal::new("sites-label-taken").at("label")) } else { Ok(()) }
}

pub fn check_matter(matter: &Matter) -> Result<(), Refusal> {
    let shaped = !matter.code.is_empty()
        && matter.code.len() <= 40
        && matter.code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !shaped {
        return Err(Refusal::new("sites-code-wrong").at("code"));
    }
    if !(CELL_MINUTES..=LONGEST_MATTER).contains(&matter.minutes) || matter.minutes % CELL_MINUTES != 0 {
        return Err(Refusal::new("sites-minutes-wrong").with("grid", CELL_MINUTES).with("most", LONGEST_MATTER).at("minutes"));
    }
    if !(1..=MOST_PEOPLE).contains(&matter.most_people) {
        return Err(Refusal::new("sites-people-wrong").with("most", MOST_PEOPLE).at("most_people"));
    }
    if matter.ways.is_empty() {
        return Err(Refusal::new("sites-ways-missing").at("ways"));
    }
    Ok(())
}

/// Matters that may be booked, in person or by telephone.
pub fn bookable(matter: &Matter) -> bool {
    matter.allows(Way::Visit) || matter.allows(Way::Phone)
}

fn on_grid(minutes: i64) -> bool {
    (0..=DAY_MINUTES).contains(&minutes) && minutes % CELL_MINUTES == 0
}

/// Minutes after midnight of a text such as `08:30`; `24:00` is the end of the day.
pub fn minutes(text: &str) -> Option<i64> {
    let (hour, minute) = text.trim().split_once([':', 'h'])?;
    let whole = |part: &str, most: i64| part.parse::<i64>().ok().filter(|n| (0..=most).contains(n) && part.len() <= 2);
    Some(whole(hour, 24)? * 60 + whole(minute, 59)?).filter(|minutes| *minutes <= DAY_MINUTES)
}

pub fn clock_text(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
