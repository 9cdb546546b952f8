//! Legal delays: when one ends, why, and how a clock stands against it. Pure; time is given.
//!
//! Calendar days: the day of the event does not count, the last one does. Working days: the same, over open days.
//! Full days (law 55-19, art. 31): neither the first nor the last day counts, so the delay ends on the day after
//! the last counted one, or on the next working day (code of civil procedure, art. 512). Hours run day and night.

use crate::{Day, Label, Moment, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const LONGEST_DAYS: i64 = 10_000;

words! {
    /// How a delay counts.
    pub enum DayKind { Calendar = "calendar", Working = "working", Full = "full", Hours = "hours" }
}

words! {
    /// What one day is to a delay.
    pub enum Mark { First = "first", Counted = "counted", Weekend = "weekend", Holiday = "holiday", Paused = "paused", Due = "due" }
}

/// The length of a delay: hours when its kind is hours, days otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    pub length: i64,
    pub kind: DayKind,
}

impl Span {
    pub const fn new(length: i64, kind: DayKind) -> Self {
        Span { length, kind }
    }
}

/// The clock stopped (papers asked, opinion awaited), until the answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    pub from: Moment,
    pub until: Option<Moment>,
}

/// Minutes after midnight between which the doors are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    pub opens: i64,
    pub closes: i64,
}

/// The commune's calendar: an administrator edits the holidays, since the moon decides some of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Calendar {
    pub holidays: BTreeMap<Day, Label>,
    /// Monday is 1, Sunday 7.
    pub weekend: Vec<i8>,
    pub hours: OpeningHours,
    /// Whether calendar days, like full days, move a last day that is not worked. No text says so for all delays.
    pub calendar_days_move: bool,
}

impl Default for Calendar {
    /// Monday to Friday, 8:30 to 16:30 (decree 2-05-916).
    fn default() -> Self {
        let hours = OpeningHours { opens: 8 * 60 + 30, closes: 16 * 60 + 30 };
        Calendar { holidays: BTreeMap::new(), weekend: vec![6, 7], hours, calendar_days_move: false }
    }
}

impl Calendar {
    pub fn is_working(&self, day: Day) -> bool {
        self.rest(day).is_none()
    }

    /// The first working day from this one on.
    pub fn working_from(&self, day: Day) -> Day {
        let mut days = std::iter::successors(Some(day), |day| Some(day.next())).take(400);
        days.find(|day| self.is_working(*day)).unwrap_or(day)
    }

    pub fn is_open(&self, moment: Moment) -> bool {
        let civil = moment.zoned();
        let minute = i64::from(civil.hour()) * 60 + i64::from(civil.minute());
        self.is_working(moment.day()) && (self.hours.opens..self.hours.closes).contains(&minute)
    }

    fn rest(&self, day: Day) -> Option<(Mark, Option<Label>)> {
        match self.holidays.get(&day) {
            Some(label) => Some((Mark::Holiday, Some(label.clone()))),
            None => self.weekend.contains(&day.weekday()).then_some((Mark::Weekend, None)),
        }
    }
}

/// One square of the calendar that shows how the delay was counted; `label` names a holiday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayMark {
    pub day: Day,
    pub kind: Mark,
    pub label: Option<Label>,
}

/// When the delay ends, and each day that led there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computation {
    /// Nothing while the clock is stopped: the end depends on a day that is not known yet.
    pub due: Option<Moment>,
    pub marks: Vec<DayMark>,
    /// The day on which it would have ended, had that day been worked.
    pub moved_from: Option<Day>,
}

/// Computes the end of a delay that began at `start`. A pause that opens after the end changes nothing.
///
/// For days, a paused day is one on which the clock stood still at midnight: the day it stops is given back, the day
/// it starts again counts. A pause that opens on the first day makes the day it ends on the first day.
pub fn due(start: Moment, span: Span, calendar: &Calendar, pauses: &[Pause], now: Moment) -> Computation {
    let stops = stops(start, pauses, now);
    match span.kind {
        DayKind::Hours => due_in_hours(start, span.length, &stops, now),
        _ => Walk::new(start.day(), span, calendar, &stops, now).run(),
    }
}

/// Pauses in order, merged; the end is absent while the clock stands still now.
fn stops(start: Moment, pauses: &[Pause], now: Moment) -> Vec<(Moment, Option<Moment>)> {
    let begun = pauses.iter().filter(|pause| pause.from <= now);
    let over = |pause: &Pause| pause.until.filter(|until| *until <= now);
    let mut stops: Vec<_> = begun.map(|pause| (pause.from.max(start), over(pause))).collect();
    stops.retain(|(from, until)| until.is_none_or(|until| until > *from));
    stops.sort_by_key(|(from, _)| *from);
    let mut merged: Vec<(Moment, Option<Moment>)> = Vec::new();
    for (from, until) in stops {
        match merged.last_mut() {
            Some((_, last)) if last.is_none_or(|last| from <= last) => *last = last.zip(until).map(|(a, b)| a.max(b)),
            _ => merged.push((from, until)),
        }
    }
    merged
}

fn due_in_hours(start: Moment, hours: i64, stops: &[(Moment, Option<Moment>)], now: Moment) -> Computation {
    let mut due = Some(start.plus_secs(hours.clamp(0, LONGEST_DAYS * 24) * 3_600));
    for (from, until) in stops {
        due = match (due, until) {
            (Some(end), _) if *from >= end => Some(end),
            (Some(end), Some(until)) => Some(end.plus_secs(until.secs_since(*from))),
            _ => None,
        };
    }
    let last = due.unwrap_or(now).day();
    let paused = |day: Day| stops.iter().any(|(from, until)| *from <= day.start() && until.is_none_or(|u| u > day.end()));
    let kind = |day: Day| match day {
        day if due.is_some() && day == last => Mark::Due,
        day if day == start.day() => Mark::First,
        day if paused(day) => Mark::Paused,
        _ => Mark::Counted,
    };
    let days = std::iter::successors(Some(start.day()), |day| Some(day.next())).take_while(|day| *day <= last);
    let marks = days.map(|day| DayMark { day, kind: kind(day), label: None }).collect();
    Computation { due, marks, moved_from: None }
}

/// The count of a delay in days, one day after another.
struct Walk<'a> {
    first: Day,
    /// Days to count before the last one.
    to_count: i64,
    kind: DayKind,
    calendar: &'a Calendar,
    paused: Vec<(Day, Option<Day>)>,
    today: Day,
}

impl<'a> Walk<'a> {
    fn new(first: Day, span: Span, calendar: &'a Calendar, stops: &[(Moment, Option<Moment>)], now: Moment) -> Self {
        let length = span.length.clamp(0, LONGEST_DAYS);
        let to_count = if span.kind == DayKind::Full { length } else { length - 1 };
        Walk { first, to_count, kind: span.kind, calendar, paused: paused_days(first, stops), today: now.day() }
    }

    fn run(self) -> Computation {
        let mut marks = vec![DayMark { day: self.first, kind: Mark::First, label: None }];
        let (mut left, mut day, mut moved_from) = (self.to_count, self.first, None);
        if left < 0 {
            return Computation { due: Some(day.end()), marks, moved_from };
        }
        loop {
            day = day.next();
            let (kind, label) = self.mark(day, left == 0);
            marks.push(DayMark { day, kind, label });
            match kind {
                Mark::Due => return Computation { due: Some(day.end()), marks, moved_from },
                Mark::Counted => left -= 1,
                // The last day of a delay in working days is worked by definition: nothing moves.
                Mark::Weekend | Mark::Holiday if self.kind != DayKind::Working => moved_from = moved_from.or(Some(day)),
                _ => {}
            }
            let stopped_for_good = self.paused.iter().any(|(from, until)| *from <= day && until.is_none());
            if stopped_for_good && day >= self.today {
                return Computation { due: None, marks, moved_from };
            }
            if marks.len() as i64 > LONGEST_DAYS * 4 {
                return Computation { due: None, marks, moved_from };
            }
        }
    }

    fn mark(&self, day: Day, is_last: bool) -> (Mark, Option<Label>) {
        if self.paused.iter().any(|(from, until)| *from <= day && until.is_none_or(|until| day < until)) {
            return (Mark::Paused, None);
        }
        let must_be_worked = match self.kind {
            DayKind::Working => true,
            DayKind::Full => is_last,
            _ => is_last && self.calendar.calendar_days_move,
        };
        let rest = self.calendar.rest(day).filter(|_| must_be_worked);
        rest.unwrap_or((if is_last { Mark::Due } else { Mark::Counted }, None))
    }
}

/// The days on which the clock stands still, each range without its end; ranges that touch are one.
fn paused_days(first: Day, stops: &[(Moment, Option<Moment>)]) -> Vec<(Day, Option<Day>)> {
    let mut ranges: Vec<(Day, Option<Day>)> = Vec::new();
    for (from, until) in stops.iter().map(|(from, until)| (from.day(), until.map(Moment::day))) {
        match ranges.last_mut() {
            Some((_, end)) if *end == Some(from) => *end = until,
            _ if until == Some(from) => {}
            _ => ranges.push((from, until)),
        }
    }
    for (from, until) in ranges.iter_mut().filter(|(from, _)| *from == first) {
        *from = from.next();
        *until = until.map(Day::next);
    }
    ranges
}

/// Days that a delay counted from its start until it stopped, in its own kind of days; what was paused is left out.
/// Hours come back as whole days.
pub fn counted_days(start: Moment, stopped: Moment, kind: DayKind, calendar: &Calendar, pauses: &[Pause]) -> i64 {
    let paused = paused_days(start.day(), &stops(start, pauses, stopped));
    let stands = |day: Day| paused.iter().any(|(from, until)| *from <= day && until.is_none_or(|until| day < until));
    let days = std::iter::successors(Some(start.day().next()), |day| Some(day.next()));
    let counts = |day: &Day| !stands(*day) && (kind != DayKind::Working || calendar.is_working(*day));
    days.take_while(|day| *day <= stopped.day()).take(LONGEST_DAYS as usize).filter(counts).count() as i64
}

/// Whether a delay in days is still in its first half on this day: what was counted until yesterday leaves at least as much.
/// A delay in hours has no half that the law speaks of.
pub fn in_first_half(marks: &[DayMark], span: Span, today: Day) -> bool {
    let counted = marks.iter().filter(|mark| mark.kind == Mark::Counted && mark.day < today).count();
    span.kind != DayKind::Hours && i64::try_from(counted).is_ok_and(|counted| counted * 2 < span.length)
}

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum ClockState {
    Running {
        left_secs: i64,
    },
    /// In the last quarter of the time between start and end.
    Near {
        left_secs: i64,
    },
    Late {
        secs: i64,
    },
    /// Stopped: no end can be told.
    Paused,
    /// What was expected came in time.
    Met,
    /// It came, but after the end.
    Missed,
}

/// Derived at every reading, never stored: only the moment of a breach is recorded, by whoever finds it.
pub fn state(start: Moment, due: Option<Moment>, stopped: Option<Moment>, now: Moment) -> ClockState {
    let Some(due) = due else {
        return if stopped.is_some() { ClockState::Met } else { ClockState::Paused };
    };
    if let Some(stopped) = stopped {
        return if stopped.secs_since(due) > 0 { ClockState::Missed } else { ClockState::Met };
    }
    let left_secs = due.secs_since(now);
    match left_secs {
        left if left < 0 => ClockState::Late { secs: -left },
        left if left.saturating_mul(4) <= due.secs_since(start) => ClockState::Near { left_secs },
        _ => ClockState::Running { left_secs },
    }
}

#[cfg(test)]
mod tests;
