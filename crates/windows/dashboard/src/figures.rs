//! The figures of one period: small counts of the cases folded by unit, by category, by arrondissement or by month.

use cases::Window;
use cases::figures::{self, By, Cell, Counts, Delays, Kept, Marks, Month};
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
    pub delays: Delays,
    pub marks: Marks,
    /// Half of the answers took at most so many tenths of a day.
    pub median: Option<i64>,
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
    medians: HashMap<String, i64>,
    names: HashMap<String, Label>,
    /// The last months, the oldest first, empty ones included.
    pub months: Vec<(Day, Month)>,
}

/// The period of an address, in days.
pub fn period(asked: &str) -> i64 {
    asked.parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(USUAL)
}

/// Counts what the grants of this person open over a number of days: for one figure, or for the page of all of them.
pub fn load(tx: &mut Tx, days: i64, figure: Option<Figure>) -> Result<Figures> {
    let windows = cases::windows(tx, crate::SEE)?;
    let since = tx.today().plus_days(1 - days).start();
    let mut figures = Figures::default();
    if matches!(figure, None | Some(Figure::Months)) {
        figures.months = months(tx, &windows)?;
    }
    if figure != Some(Figure::Months) {
        for (cell, counts) in figures::counts(tx, &windows, since)? {
            figures.lines.entry(cell).or_default().counts = counts;
        }
    }
    if !matches!(figure, Some(Figure::Months | Figure::Reopened)) {
        for (cell, delays) in figures::kept(tx, &windows, since)? {
            figures.lines.entry(cell).or_default().delays = delays;
        }
        for (cell, marks) in figures::marks(tx, &windows, since)? {
            figures.lines.entry(cell).or_default().marks = marks;
        }
        figures.medians = medians(figures::ages(tx, &windows, grouped(figure), since)?);
    }
    figures.names = names(tx, &figures.lines)?;
    Ok(figures)
}

fn grouped(figure: Option<Figure>) -> By {
    match figure {
        Some(Figure::Units) => By::Unit,
        Some(Figure::Categories) => By::Category,
        Some(Figure::Areas) => By::Area,
        None | Some(Figure::Months | Figure::Reopened) => By::Everything,
    }
}

/// The median of each group, in tenths of a day.
fn medians(ages: Vec<(String, i64)>) -> HashMap<String, i64> {
    let mut groups: HashMap<String, Vec<i64>> = HashMap::new();
    for (group, age) in ages {
        groups.entry(group).or_default().push(age);
    }
    let middle = |(group, mut ages): (String, Vec<i64>)| {
        ages.sort_unstable();
        let middle = ages.len() / 2;
        let seconds = if ages.len() % 2 == 1 { ages[middle] } else { (ages[middle - 1] + ages[middle]) / 2 };
        (group, (seconds * 10 + 43_200) / 86_400)
    };
    groups.into_iter().map(middle).collect()
}

fn months(tx: &mut Tx, windows: &[Window]) -> Result<Vec<(Day, Month)>> {
    let months = last_months(tx.today());
    let Some(first) = months.first() else { return Ok(Vec::new()) };
    let counted = figures::months(tx, windows, first.start())?;
    Ok(months.into_iter().map(|day| (day, counted.get(&day.to_string()[..7]).copied().unwrap_or_default())).collect())
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
        catalog.all().map(|procedure| (procedure.id.clone(), procedure.title.clone())).collect();
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
    /// Everything together; its median only when no figure was asked for.
    pub fn all(&self) -> Line {
        Line { median: self.medians.get("").copied(), ..self.lines.values().fold(Line::default(), Line::with) }
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
        let group = |(key, line): (String, Line)| Group {
            // Only a place can be missing; what has lost its name keeps its id.
            name: self.names.get(&key).cloned().or((!key.is_empty()).then(|| Label::new(&key, &key))),
            line: Line { median: self.medians.get(&key).copied(), ..line },
            key,
        };
        let mut groups: Vec<Group> = folded.into_iter().filter(|(_, line)| line.lives()).map(group).collect();
        groups.sort_by_key(|group| (-group.line.counts.received, -group.line.counts.open, group.key.clone()));
        groups
    }
}

impl Line {
    fn with(mut self, other: &Line) -> Line {
        self.counts.add(&other.counts);
        self.delays.add(&other.delays);
        self.marks.add(&other.marks);
        self
    }

    fn lives(&self) -> bool {
        let counts = &self.counts;
        counts.open + counts.received + counts.answered + self.delays.service.all() + self.delays.answer.all() + self.marks.count
            > 0
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

    #[test]
    fn the_median_is_the_middle_answer_of_its_group() {
        let ages = [("a", 240), ("a", 24), ("a", 48), ("b", 24), ("b", 48)];
        let found = medians(ages.map(|(group, hours)| (group.to_owned(), hours * 3_600)).into());
        assert_eq!((found.get("a"), found.get("b"), found.get("c")), (Some(&20), Some(&15), None));
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
