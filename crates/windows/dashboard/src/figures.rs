//! The figures of one period: small counts of the cases folded by unit, by category, by arrondissement or by month.

use cases::figures::{self, Cell, Counts, Kept, Marks, Month};
use kernel::{Day, Id, Label, words};
use platform::{Result, Tx};
use std::collections::{BTreeMap, HashMap};

/// Periods that are offered, in days.
pub const PERIODS: [i64; 3] = [30, 90, 365];
const USUAL: i64 = 90;
const MONTHS: i16 = 24;

words! {
    /// What is drawn, in this order, shown in a table and given as CSV under one name.
    pub enum Figure { Months = "months", Units = "units", Categories = "categories", Areas = "areas", Reopened = "reopened" }
}

/// Everything that is counted of one group of cases.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    pub counts: Counts,
    /// Against the commune's own target, and against the delay of the law.
    pub service: Kept,
    pub answer: Kept,
    pub marks: Marks,
    ages: Vec<i64>,
}

/// A group with its name; none for cases whose place is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    pub key: String,
    pub name: Option<Label>,
    pub line: Line,
}

/// What one person may count, in one period.
#[derive(Debug, Default)]
pub struct Figures {
    lines: BTreeMap<Cell, Line>,
    names: HashMap<String, Label>,
    /// The last months, the oldest first, empty ones included.
    pub months: Vec<(Day, Month)>,
}

/// The period of an address, in days.
pub fn period(asked: &str) -> i64 {
    asked.parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(USUAL)
}

/// Counts what the grants of this person open, over a number of days.
pub fn load(tx: &mut Tx, days: i64) -> Result<Figures> {
    let windows = cases::windows(tx, crate::SEE)?;
    let since = tx.today().plus_days(1 - days).start();
    let mut lines: BTreeMap<Cell, Line> = BTreeMap::new();
    for (cell, counts) in figures::counts(tx, &windows, since)? {
        lines.entry(cell).or_default().counts = counts;
    }
    for (cell, kept) in figures::kept(tx, &windows, "service", since)? {
        lines.entry(cell).or_default().service = kept;
    }
    for (cell, kept) in figures::kept(tx, &windows, "answer", since)? {
        lines.entry(cell).or_default().answer = kept;
    }
    for (cell, marks) in figures::marks(tx, &windows, since)? {
        lines.entry(cell).or_default().marks = marks;
    }
    for (cell, age) in figures::ages(tx, &windows, since)? {
        lines.entry(cell).or_default().ages.push(age);
    }
    let months = last_months(tx.today());
    let first = months.first().map_or(since, |month| month.start());
    let counted = figures::months(tx, &windows, first)?;
    let months = months.into_iter().map(|day| (day, counted.get(&day.to_string()[..7]).copied().unwrap_or_default())).collect();
    Ok(Figures { names: names(tx, &lines)?, lines, months })
}

/// The first days of the last months, the oldest first.
fn last_months(today: Day) -> Vec<Day> {
    let now = today.year() * 12 + i16::from(today.0.month()) - 1;
    let first_day = |number: i16| Day::ymd(number / 12, i8::try_from(number % 12).unwrap_or(0) + 1, 1);
    (now - MONTHS + 1..=now).filter_map(first_day).collect()
}

/// Names by key; a retired unit keeps its own.
fn names(tx: &mut Tx, lines: &BTreeMap<Cell, Line>) -> Result<HashMap<String, Label>> {
    let catalog = procedures::catalog(tx)?;
    let mut names: HashMap<String, Label> =
        catalog.procedures.iter().map(|(id, procedure)| (id.clone(), procedure.title.clone())).collect();
    names.extend(places::areas(tx)?.into_iter().map(|area| (area.code, area.name)));
    names.extend(units::all(tx)?.into_iter().map(|unit| (unit.id.to_string(), unit.name)));
    for cell in lines.keys() {
        if !names.contains_key(&cell.unit)
            && let Some(id) = Id::parse(&cell.unit)
        {
            names.insert(cell.unit.clone(), units::find(tx, &id)?.name);
        }
    }
    Ok(names)
}

impl Figures {
    pub fn all(&self) -> Line {
        self.lines.values().fold(Line::default(), Line::with)
    }

    /// The groups of a figure where something happened or waits, the busiest first.
    pub fn groups(&self, figure: Figure) -> Vec<Group> {
        let key = |cell: &Cell| match figure {
            Figure::Units => cell.unit.clone(),
            Figure::Areas => cell.area.clone().unwrap_or_default(),
            Figure::Categories | Figure::Reopened | Figure::Months => cell.procedure.clone(),
        };
        let mut folded: BTreeMap<String, Line> = BTreeMap::new();
        for (cell, line) in &self.lines {
            let known = folded.entry(key(cell)).or_default();
            *known = std::mem::take(known).with(line);
        }
        let group = |(key, line): (String, Line)| Group { name: self.names.get(&key).cloned(), key, line };
        let mut groups: Vec<Group> = folded.into_iter().filter(|(_, line)| line.lives()).map(group).collect();
        groups.sort_by_key(|group| (-group.line.counts.received, -group.line.counts.open, group.key.clone()));
        groups
    }
}

impl Line {
    fn with(mut self, other: &Line) -> Line {
        self.counts.add(&other.counts);
        self.service.add(&other.service);
        self.answer.add(&other.answer);
        self.marks.add(&other.marks);
        self.ages.extend(&other.ages);
        self
    }

    fn lives(&self) -> bool {
        let counts = &self.counts;
        counts.open + counts.received + counts.answered + self.service.all() + self.answer.all() + self.marks.count > 0
    }

    /// Half of the answers took at most so many tenths of a day.
    pub fn median(&self) -> Option<i64> {
        let mut ages = self.ages.clone();
        ages.sort_unstable();
        let middle = ages.len() / 2;
        let seconds = match ages.len() {
            0 => return None,
            odd if odd % 2 == 1 => ages[middle],
            _ => (ages[middle - 1] + ages[middle]) / 2,
        };
        Some((seconds * 10 + 43_200) / 86_400)
    }

    /// The mean mark, in tenths.
    pub fn mark(&self) -> Option<i64> {
        let Marks { count, sum } = self.marks;
        (count > 0).then(|| (sum * 20 + count) / (count * 2))
    }

    pub fn reopened(&self) -> Option<i64> {
        percent(self.counts.reopened, self.counts.settled)
    }
}

/// Rounded; nothing of nothing is unknown, not zero.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (part * 200 + whole) / (whole * 2))
}

pub fn kept(kept: Kept) -> Option<i64> {
    percent(kept.met, kept.all())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(ages: &[i64]) -> Line {
        Line { ages: ages.iter().map(|hours| hours * 3_600).collect(), ..Line::default() }
    }

    #[test]
    fn the_median_is_the_middle_answer_and_nothing_without_one() {
        assert_eq!(line(&[]).median(), None);
        assert_eq!(line(&[240, 24, 48]).median(), Some(20));
        assert_eq!(line(&[24, 48]).median(), Some(15));
    }

    #[test]
    fn a_share_is_rounded_and_unknown_without_a_whole() {
        assert_eq!((percent(1, 3), percent(2, 3), percent(0, 4), percent(0, 0)), (Some(33), Some(67), Some(0), None));
        let marked = Line { marks: Marks { count: 3, sum: 13 }, ..Line::default() };
        assert_eq!((marked.mark(), Line::default().mark()), (Some(43), None));
    }

    #[test]
    fn two_years_of_months_end_with_this_one() {
        let months = last_months(Day::ymd(2026, 11, 24).unwrap());
        assert_eq!((months.len(), months[0].to_string()), (24, "2024-12-01".to_owned()));
        assert_eq!((months[1].to_string(), months[23].to_string()), ("2025-01-01".to_owned(), "2026-11-01".to_owned()));
    }

    #[test]
    fn an_unknown_period_is_the_usual_one() {
        assert_eq!([period("30"), period("365"), period("7"), period("")], [30, 365, 90, 90]);
    }
}
