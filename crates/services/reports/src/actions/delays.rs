//! Best and worst by delay: services, contractors, arrondissements and categories, each with the same measures and the same
//! rules. Restricted reports are nowhere; groups too small to be shown are hidden, and so that they cannot be reckoned.

use crate::rules::{self, FEWEST};
use cases::figures::{self, Cell, Counts, Delays, Kept, Marks};
use cases::{Where, Window};
use kernel::{Label, words};
use platform::{Result, Tx, args};
use procedures::Catalog;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

words! {
    /// What is compared.
    pub enum By { Service = "service", Contractor = "contractor", Area = "area", Category = "category" }
}

words! {
    /// What the comparison is ordered by.
    pub enum Order { Median = "median", Slowest = "p90", Late = "late", Reopened = "reopened", Mark = "mark" }
}

/// Periods that can be chosen, in days.
pub const PERIODS: [i64; 3] = [90, 30, 365];

/// The measures of one group. What is hidden, or of nothing, is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    pub id: String,
    pub name: Option<Label>,
    pub hidden: bool,
    pub answered: Option<i64>,
    /// Tenths of days.
    pub median: Option<i64>,
    pub p90: Option<i64>,
    /// Hundredths late: by the commune's own target, and by the law.
    pub late: Option<i64>,
    pub late_by_law: Option<i64>,
    pub reopened: Option<i64>,
    /// Tenths of a mark from 1 to 5.
    pub mark: Option<i64>,
}

/// A comparison, with the whole commune beside it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    pub all: Standing,
    pub rows: Vec<Standing>,
}

/// What is known of a group before anything is hidden.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    pub ages: Vec<i64>,
    pub counts: Counts,
    pub delays: Delays,
    pub marks: Marks,
}

impl Known {
    fn add(&mut self, other: &Known) {
        self.ages.extend(&other.ages);
        self.counts.add(&other.counts);
        self.delays.add(&other.delays);
        self.marks.add(&other.marks);
    }

    /// How many each measure rests on.
    fn bases(&self) -> [i64; 5] {
        let answered = self.ages.len() as i64;
        [answered, self.delays.service.all(), self.delays.answer.all(), self.counts.settled, self.marks.count]
    }

    fn standing(mut self, id: String, hides: [bool; 5]) -> Standing {
        self.ages.sort_unstable();
        let late = |kept: Kept, hides: bool| rules::percent(kept.missed, kept.all()).filter(|_| !hides);
        let delay =
            |hundredths: usize| rules::percentile(&self.ages, hundredths).map(rules::tenths_of_days).filter(|_| !hides[0]);
        let marks = self.marks.count.max(1);
        Standing {
            id,
            name: None,
            hidden: hides[0],
            answered: (!hides[0]).then_some(self.ages.len() as i64),
            median: delay(50),
            p90: delay(90),
            late: late(self.delays.service, hides[1]),
            late_by_law: late(self.delays.answer, hides[2]),
            reopened: rules::percent(self.counts.reopened, self.counts.settled).filter(|_| !hides[3]),
            mark: Some((self.marks.sum * 10 + marks / 2) / marks).filter(|_| self.marks.count > 0 && !hides[4]),
        }
    }
}

/// Hides what is small in each measure by itself, then puts the groups into measures.
pub fn compare(groups: BTreeMap<String, Known>) -> Compared {
    let mut all = Known::default();
    groups.values().for_each(|known| all.add(known));
    let bases: Vec<[i64; 5]> = groups.values().map(Known::bases).collect();
    let hides: Vec<Vec<bool>> =
        (0..5).map(|measure| rules::hidden(&bases.iter().map(|base| base[measure]).collect::<Vec<_>>())).collect();
    let small = all.bases().map(|base| base < FEWEST);
    let rows = groups.into_iter().enumerate().filter(|(_, (_, known))| !known.ages.is_empty());
    let rows =
        rows.map(|(place, (id, known))| known.standing(id, std::array::from_fn(|measure| hides[measure][place]))).collect();
    Compared { all: all.standing(String::new(), small), rows }
}

/// Best first; what is hidden, or has no such measure, last.
pub fn order(rows: &mut [Standing], by: Order) {
    let key = |one: &Standing| match by {
        Order::Median => one.median,
        Order::Slowest => one.p90,
        Order::Late => one.late.or(one.late_by_law),
        Order::Reopened => one.reopened,
        Order::Mark => one.mark.map(|mark| -mark),
    };
    rows.sort_by_key(|one| (key(one).is_none(), key(one), one.median, one.id.clone()));
}

/// Reports that may be counted in public: of the categories of report, and not restricted.
pub fn counted(tx: &Tx, catalog: &Catalog) -> Where {
    let mut conditions = Where::tenant(tx);
    let values: Vec<_> = catalog.procedures.keys().flat_map(|id| args![id]).collect();
    conditions.and(&format!("restricted = 'no' AND procedure IN ({})", Where::marks(values.len())), values);
    conditions
}

pub fn compared(tx: &mut Tx, by: By, days: i64) -> Result<Compared> {
    let catalog = procedures::catalog(tx)?;
    let since = tx.today().plus_days(-days).start();
    let public = [Window { reached: None, areas: None, restricted: false }];
    let fold = |cell: &Cell| match by {
        By::Service | By::Contractor => cell.unit.clone(),
        By::Area => cell.area.clone().unwrap_or_default(),
        By::Category => cell.procedure.clone(),
    };
    let of_report = |cell: &Cell| catalog.procedures.contains_key(&cell.procedure);
    let mut groups: BTreeMap<String, Known> = BTreeMap::new();
    for (cell, counts) in figures::counts(tx, &public, since)?.iter().filter(|(cell, _)| of_report(cell)) {
        groups.entry(fold(cell)).or_default().counts.add(counts);
    }
    for (cell, delays) in figures::kept(tx, &public, since)?.iter().filter(|(cell, _)| of_report(cell)) {
        groups.entry(fold(cell)).or_default().delays.add(delays);
    }
    for (cell, marks) in figures::marks(tx, &public, since)?.iter().filter(|(cell, _)| of_report(cell)) {
        groups.entry(fold(cell)).or_default().marks.add(marks);
    }
    let group = match by {
        By::Service | By::Contractor => figures::By::Unit,
        By::Area => figures::By::Area,
        By::Category => figures::By::Category,
    };
    let conditions = counted(tx, &catalog);
    for (id, secs) in figures::ages_among(tx, conditions, group, since)? {
        groups.entry(id).or_default().ages.push(secs);
    }
    named(tx, by, &catalog, compare(groups))
}

/// Services and contractors are hidden together, so that one list tells nothing of the other; then each has its own.
fn named(tx: &mut Tx, by: By, catalog: &Catalog, mut compared: Compared) -> Result<Compared> {
    let names: HashMap<String, Label> = match by {
        By::Service | By::Contractor => {
            let outside = |unit: &units::Unit| unit.kind == units::UnitKind::Contractor || unit.external;
            let all = units::all(tx)?.into_iter().filter(|unit| outside(unit) == (by == By::Contractor));
            all.map(|unit| (unit.id.to_string(), unit.name)).collect()
        }
        By::Area => places::areas(tx)?.into_iter().map(|area| (area.code, area.name)).collect(),
        By::Category => catalog.procedures.values().map(|one| (one.id.clone(), one.title.clone())).collect(),
    };
    compared.rows.iter_mut().for_each(|row| row.name = names.get(&row.id).cloned());
    compared.rows.retain(|row| row.name.is_some() || (by == By::Area && row.id.is_empty()));
    Ok(compared)
}
