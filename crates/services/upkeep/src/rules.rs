//! The law of counting: spells of reports, quarters of a year, shares, small numbers. No database, no clock, no language.

use crate::model::{Fault, Outcome, Place, Spell, Sums};
use kernel::{Day, Moment};
use std::collections::BTreeMap;

/// A share or rate of fewer objects says nothing of a place.
pub const FEWEST: i64 = 10;
/// An object that failed less often in a year is on no list of the worst.
pub const WORST_FROM: i64 = 3;

pub fn secs(moment: Moment) -> i64 {
    moment.secs_since(Moment(jiff::Timestamp::UNIX_EPOCH))
}

pub fn moment(secs: i64) -> Moment {
    Moment(jiff::Timestamp::UNIX_EPOCH).plus_secs(secs)
}

/// The times in which an object did not work: reports that overlap are one, and what was dismissed is none. Nothing counts from
/// before the object was there.
pub fn spells(faults: &[Fault], installed: Option<i64>) -> Vec<Spell> {
    let floor = installed.unwrap_or(i64::MIN);
    let mut counted: Vec<&Fault> = faults
        .iter()
        .filter(|fault| fault.fails && fault.outcome != Outcome::Dismissed && fault.until.is_none_or(|until| until > floor))
        .collect();
    counted.sort_by_key(|fault| (fault.from, fault.until.unwrap_or(i64::MAX)));
    let mut spells: Vec<Spell> = Vec::new();
    for fault in counted {
        let from = fault.from.max(floor);
        match spells.last_mut().filter(|last| last.until.is_none_or(|until| from <= until)) {
            Some(last) => {
                last.reports += 1;
                // Who ended it is who answers for it.
                if fault.until.is_none() || last.until.is_some_and(|until| fault.until > Some(until)) {
                    last.unit = fault.unit.clone();
                }
                last.until = last.until.zip(fault.until).map(|(a, b)| a.max(b));
            }
            None => spells.push(Spell { from, until: fault.until, unit: fault.unit.clone(), reports: 1 }),
        }
    }
    spells
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    pub year: i16,
    /// 1 to 4.
    pub quarter: i8,
}

impl Period {
    pub fn of(day: Day) -> Period {
        let text = day.to_string();
        let month = text.get(5..7).and_then(|month| month.parse::<i8>().ok()).unwrap_or(1);
        Period { year: day.year(), quarter: (month - 1) / 3 + 1 }
    }

    /// Reads `2026-Q4`.
    pub fn parse(text: &str) -> Option<Period> {
        let (year, quarter) = text.split_once("-Q")?;
        let (year, quarter) = (year.parse().ok()?, quarter.parse().ok()?);
        ((2000..=2999).contains(&year) && (1..=4).contains(&quarter)).then_some(Period { year, quarter })
    }

    pub fn first(self) -> Option<Day> {
        Day::ymd(self.year, (self.quarter - 1) * 3 + 1, 1)
    }

    pub fn next(self) -> Period {
        if self.quarter == 4 { Period { year: self.year + 1, quarter: 1 } } else { Period { quarter: self.quarter + 1, ..self } }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-Q{}", self.year, self.quarter)
    }
}

/// Hundredths of a percent in which they worked; nothing where nothing stood.
pub fn availability(sums: &Sums) -> Option<i64> {
    let whole = i128::from(sums.object_secs);
    let good = whole - i128::from(sums.dark_secs.clamp(0, sums.object_secs));
    (whole > 0).then(|| i64::try_from((good * 10_000 + whole / 2) / whole).unwrap_or(0))
}

/// Failures of a hundred objects in a year, in tenths.
pub fn rate(failures: i64, objects: i64) -> Option<i64> {
    (objects >= FEWEST).then(|| (failures * 1_000 + objects / 2) / objects)
}

/// Joins places of few objects to the rest of their arrondissement, and these to the rest of the commune: every sum stays.
pub fn without_small(places: BTreeMap<Place, Sums>) -> BTreeMap<Place, Sums> {
    let rest_of = |place: &Place| Place { area: place.area.clone(), ..Place::default() };
    let folded = fold(places, rest_of);
    fold(folded, |_| Place::default())
}

fn fold(places: BTreeMap<Place, Sums>, rest: impl Fn(&Place) -> Place) -> BTreeMap<Place, Sums> {
    let mut all: BTreeMap<Place, Sums> = BTreeMap::new();
    for (place, sums) in places {
        let place = if sums.objects < FEWEST { rest(&place) } else { place };
        add(all.entry(place).or_default(), &sums);
    }
    all
}

pub fn add(to: &mut Sums, more: &Sums) {
    to.objects += more.objects;
    to.object_secs += more.object_secs;
    to.dark_secs += more.dark_secs;
    to.failures += more.failures;
}

/// The middle value of counted values.
pub fn median(counted: &[(i64, i64)]) -> Option<i64> {
    let total: i64 = counted.iter().map(|(_, count)| count).sum();
    let mut sorted = counted.to_vec();
    sorted.sort_unstable();
    let mut seen = 0;
    let middle = |(_, count): &(i64, i64)| {
        seen += count;
        seen * 2 > total
    };
    sorted.into_iter().find(middle).map(|(value, _)| value)
}
