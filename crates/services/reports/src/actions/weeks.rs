//! Week by week: what came in and what was answered.

use super::delays;
use super::public::Filter;
use cases::figures::{self, Month};
use kernel::Day;
use platform::{Result, Tx, args};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One week, named by its Monday.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Week {
    pub monday: String,
    pub received: i64,
    pub answered: i64,
}

fn monday(day: Day) -> Day {
    day.plus_days(1 - i64::from(day.weekday()))
}

/// So many weeks until today, also those in which nothing came. With a filter, public categories alone are counted: what is
/// private in a quarter could be reckoned otherwise.
pub fn weeks(tx: &mut Tx, filter: &Filter, count: i64) -> Result<Vec<Week>> {
    let catalog = procedures::catalog(tx)?;
    let mut conditions = delays::counted(tx, &catalog);
    let narrowed = [("procedure = ?", &filter.category), ("area = ?", &filter.area), ("quarter = ?", &filter.quarter)];
    if narrowed.iter().any(|(_, value)| value.is_some()) {
        let public: Vec<_> = catalog.procedures.values().filter(|one| one.public).flat_map(|one| args![one.id]).collect();
        conditions.and(&format!("procedure IN ({})", cases::Where::marks(public.len())), public);
    }
    for (condition, value) in narrowed {
        if let Some(value) = value {
            conditions.and(condition, args![value]);
        }
    }
    let first = monday(tx.today()).plus_days(-7 * (count - 1));
    let mut weeks: BTreeMap<Day, Month> = (0..count).map(|week| (first.plus_days(7 * week), Month::default())).collect();
    for (day, sum) in figures::days(tx, conditions, first.start())? {
        if let Some(week) = weeks.get_mut(&monday(day)) {
            week.received += sum.received;
            week.answered += sum.answered;
        }
    }
    let week = |(monday, sum): (Day, Month)| Week { monday: monday.to_string(), received: sum.received, answered: sum.answered };
    Ok(weeks.into_iter().map(week).collect())
}
