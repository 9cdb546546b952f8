//! Counting: what came in, what was answered, how soon and how well. Only sums, never a person.

use super::delays;
use crate::rules::{self, FEWEST};
use crate::store;
use cases::Where;
use kernel::Day;
use platform::{Result, Tx, args};
use procedures::Catalog;
use serde::Serialize;
use std::collections::BTreeMap;

/// One line of a table: a category or an area.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Line {
    pub id: String,
    pub received: i64,
    pub open: i64,
    pub answered: i64,
    /// Nothing for so few that it would tell of somebody.
    pub in_time: Option<i64>,
    pub in_time_percent: Option<i64>,
    pub median_days: Option<i64>,
}

/// The figures of the last twelve months.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Figures {
    pub since: String,
    pub received: i64,
    pub open: i64,
    pub answered: i64,
    pub in_time_percent: Option<i64>,
    pub median_days: Option<i64>,
    /// In tenths.
    pub mean_mark: Option<i64>,
    pub marks: i64,
    /// `2026-11` and how many came in.
    pub months: Vec<(String, i64)>,
    pub categories: Vec<Line>,
    pub areas: Vec<Line>,
}

const DAYS: i64 = 365;

/// Reports of the last twelve months that may be counted in public.
fn counted(tx: &Tx, catalog: &Catalog, since: Day) -> Where {
    let mut conditions = delays::counted(tx, catalog);
    conditions.and("received_at >= ?", args![since.start()]);
    conditions
}

fn still_open(tx: &Tx, catalog: &Catalog, since: Day) -> Where {
    let mut conditions = counted(tx, catalog, since);
    conditions.and("phase NOT IN ('decided', 'closed')", vec![]);
    conditions
}

pub fn figures(tx: &mut Tx) -> Result<Figures> {
    let (catalog, since) = (procedures::catalog(tx)?, tx.today().plus_days(-DAYS));
    let all = counted(tx, &catalog, since);
    let received = cases::lists::counts_by(tx, all, "procedure")?;
    let all = counted(tx, &catalog, since);
    let by_area = cases::lists::counts_by(tx, all, "area")?;
    let all = counted(tx, &catalog, since);
    let months = cases::lists::counts_by(tx, all, "substr(received_at, 1, 7)")?;
    let open = still_open(tx, &catalog, since);
    let open = cases::lists::counts_by(tx, open, "procedure")?;
    let open_areas = still_open(tx, &catalog, since);
    let open_areas = cases::lists::counts_by(tx, open_areas, "area")?;
    let mut rated = counted(tx, &catalog, since);
    rated.and("rating IS NOT NULL", vec![]);
    let marks = cases::lists::counts_by(tx, rated, "CAST(rating AS TEXT)")?;
    let marks: Vec<(i64, i64)> = marks.into_iter().filter_map(|(mark, count)| Some((mark?.parse().ok()?, count))).collect();
    let open_to_all: Vec<&str> = catalog.procedures.values().filter(|one| !one.restricted).map(|one| one.id.as_str()).collect();
    let answered = store::answers_by(tx, &open_to_all, "procedure", since)?;
    let answered_areas = store::answers_by(tx, &open_to_all, "area", since)?;
    let days = store::days_by_procedure(tx, &open_to_all, since)?;
    let all_days = days.iter().map(|(_, days, count)| (*days, *count)).collect::<Vec<_>>();
    let total = |counts: &[(Option<String>, i64)]| counts.iter().map(|(_, count)| count).sum::<i64>();
    let good: i64 = answered.iter().map(|(_, _, good)| good).sum();
    let answers: i64 = answered.iter().map(|(_, count, _)| count).sum();
    let mut categories = lines(&received, &open, &answered);
    for line in &mut categories {
        let own: Vec<(i64, i64)> =
            days.iter().filter(|(id, _, _)| *id == line.id).map(|(_, days, count)| (*days, *count)).collect();
        line.median_days = rules::median(&own).filter(|_| line.answered >= FEWEST);
    }
    let mut months: Vec<(String, i64)> = months.into_iter().filter_map(|(month, count)| Some((month?, count))).collect();
    months.sort();
    Ok(Figures {
        since: since.to_string(),
        received: total(&received),
        open: total(&open),
        answered: answers,
        in_time_percent: rules::percent(good, answers),
        median_days: rules::median(&all_days),
        mean_mark: rules::mean(&marks),
        marks: marks.iter().map(|(_, count)| count).sum(),
        months,
        categories,
        areas: lines(&by_area, &open_areas, &answered_areas),
    })
}

/// Joins the three counts by their word, most received first. What has no area stands under the empty word.
fn lines(
    received: &[(Option<String>, i64)],
    open: &[(Option<String>, i64)],
    answered: &[(Option<String>, i64, i64)],
) -> Vec<Line> {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    let mut at = |id: &Option<String>, set: &mut dyn FnMut(&mut Line)| {
        let id = id.clone().unwrap_or_default();
        set(lines.entry(id.clone()).or_insert_with(|| Line { id, ..Line::default() }));
    };
    for (id, count) in received {
        at(id, &mut |line| line.received = *count);
    }
    for (id, count) in open {
        at(id, &mut |line| line.open = *count);
    }
    for (id, count, good) in answered {
        at(id, &mut |line| {
            line.answered = *count;
            if *count >= FEWEST {
                (line.in_time, line.in_time_percent) = (Some(*good), rules::percent(*good, *count));
            }
        });
    }
    let mut lines: Vec<Line> = lines.into_values().collect();
    lines.sort_by(|a, b| b.received.cmp(&a.received).then(a.id.cmp(&b.id)));
    lines
}
