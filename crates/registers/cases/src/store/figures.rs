//! Counts of cases for figures: one query for each question, over what the windows of a person open.
//! What was withdrawn, or joined to another case, was not answered: it stays out of delays and ages.

use super::lists::{self, Column, Where, Window};
use kernel::{Day, Moment};
use platform::{Result, Row, Tx, Value, args};
use std::collections::BTreeMap;

/// The smallest group that is counted; whoever shows figures folds it by unit, by category or by area.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub unit: String,
    pub procedure: String,
    pub area: Option<String>,
}

/// Cases of a cell: as they stand now, and what happened since a moment.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Counts {
    pub total: i64,
    pub open: i64,
    pub late: i64,
    pub received: i64,
    pub answered: i64,
    /// Received since the moment and answered at least once; how many of these were reopened.
    pub settled: i64,
    pub reopened: i64,
}

/// Clocks that stopped in time, or too late.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Kept {
    pub met: i64,
    pub missed: i64,
}

/// The commune's own target (clock `service`) and the delay of the law (clock `answer`). The clock `decision` of a request is
/// the law's where the law promises it, else the commune's own.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Delays {
    pub service: Kept,
    pub answer: Kept,
}

/// What ages are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Everything,
    Unit,
    Category,
    Area,
}

/// Marks of the survey: how many and their sum.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Marks {
    pub count: i64,
    pub sum: i64,
}

/// Cases received and answered in one civil month, or day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Month {
    pub received: i64,
    pub answered: i64,
}

const ANSWERED: &str = "answered_at IS NOT NULL AND COALESCE(outcome, '') NOT IN ('withdrawn', 'duplicate')";
const OPEN: &str = "phase NOT IN ('decided', 'closed')";

/// The condition of everything these windows open, its values, and the mark of one more value.
fn within(tx: &Tx, windows: &[Window], more: Vec<Value>) -> (String, Vec<Value>, Vec<String>) {
    let mut conditions = Where::tenant(tx);
    lists::visible_by(&mut conditions, windows, Column::Plain);
    let (text, mut values) = conditions.parts();
    let marks = (1..=more.len()).map(|place| format!("${}", values.len() + place)).collect();
    values.extend(more);
    (text, values, marks)
}

fn cell(row: &Row) -> Result<Cell> {
    Ok(Cell { unit: row.get("unit")?, procedure: row.get("procedure")?, area: row.get("area")? })
}

pub fn counts(tx: &mut Tx, windows: &[Window], since: Moment) -> Result<Vec<(Cell, Counts)>> {
    let now = tx.now();
    let (visible, values, marks) = within(tx, windows, args![since, now]);
    let (since, now) = (&marks[0], &marks[1]);
    let sum = |condition: &str| format!("SUM(CASE WHEN {condition} THEN 1 ELSE 0 END)");
    let sql = format!(
        "SELECT unit, procedure, area, COUNT(*) AS total, {} AS open_now, {} AS late, {} AS received, {} AS answered,
             {} AS settled, {} AS reopened
         FROM cases_cases WHERE {visible} GROUP BY unit, procedure, area",
        sum(OPEN),
        sum(&format!("{OPEN} AND due_at < {now}")),
        sum(&format!("received_at >= {since}")),
        sum(&format!("answered_at >= {since} AND {ANSWERED}")),
        sum(&format!("received_at >= {since} AND (({ANSWERED}) OR reopened > 0)")),
        sum(&format!("received_at >= {since} AND reopened > 0")),
    );
    tx.all(&sql, values, |row| {
        let counts = Counts {
            total: row.get("total")?,
            open: row.get("open_now")?,
            late: row.get("late")?,
            received: row.get("received")?,
            answered: row.get("answered")?,
            settled: row.get("settled")?,
            reopened: row.get("reopened")?,
        };
        Ok((cell(row)?, counts))
    })
}

/// Clocks that stopped since a moment. A reopened case keeps the verdict of its first clocks, and adds others.
pub fn kept(tx: &mut Tx, windows: &[Window], since: Moment) -> Result<Vec<(Cell, Delays)>> {
    let (visible, values, marks) = within(tx, windows, args![since]);
    const LAW: &str = "(k.clock = 'answer' OR (k.clock = 'decision' AND k.source LIKE '%\"kind\":\"law\"%'))";
    let sum = |delay: &str, state: &str| {
        let is = if delay == "answer" { "" } else { "NOT " };
        format!("SUM(CASE WHEN {is}{LAW} AND k.state = '{state}' THEN 1 ELSE 0 END)")
    };
    let sql = format!(
        "SELECT c.unit AS unit, c.procedure AS procedure, c.area AS area, {} AS service_met, {} AS service_missed,
             {} AS answer_met, {} AS answer_missed
         FROM cases_clocks k
         JOIN (SELECT id, unit, procedure, area FROM cases_cases
               WHERE {visible} AND COALESCE(outcome, '') NOT IN ('withdrawn', 'duplicate')) c ON c.id = k.case_id
         WHERE k.tenant = $1 AND k.stopped_at >= {} AND k.clock IN ('service', 'answer', 'decision') AND k.state IN ('met', 'missed')
         GROUP BY c.unit, c.procedure, c.area",
        sum("service", "met"),
        sum("service", "missed"),
        sum("answer", "met"),
        sum("answer", "missed"),
        marks[0]
    );
    tx.all(&sql, values, |row| {
        let service = Kept { met: row.get("service_met")?, missed: row.get("service_missed")? };
        let answer = Kept { met: row.get("answer_met")?, missed: row.get("answer_missed")? };
        Ok((cell(row)?, Delays { service, answer }))
    })
}

/// Seconds from receipt to the last answer, for every case answered since a moment, with its group. The median is the
/// caller's.
pub fn ages(tx: &mut Tx, windows: &[Window], by: By, since: Moment) -> Result<Vec<(String, i64)>> {
    let mut conditions = Where::tenant(tx);
    lists::visible_by(&mut conditions, windows, Column::Plain);
    ages_among(tx, conditions, by, since)
}

/// The same for the cases of a condition.
pub fn ages_among(tx: &mut Tx, mut conditions: Where, by: By, since: Moment) -> Result<Vec<(String, i64)>> {
    conditions.and("answered_at >= ?", args![since]);
    let (among, values) = conditions.parts();
    let group = match by {
        By::Everything => "''",
        By::Unit => "unit",
        By::Category => "procedure",
        By::Area => "COALESCE(area, '')",
    };
    let sql = format!("SELECT {group} AS word, received_at, answered_at FROM cases_cases WHERE {among} AND {ANSWERED}");
    tx.all(&sql, values, |row| {
        let (received, answered): (Moment, Moment) = (row.get("received_at")?, row.get("answered_at")?);
        Ok((row.get("word")?, answered.secs_since(received).max(0)))
    })
}

/// Marks given since a moment, those of earlier rounds included: who reopens a case has also said what he thinks of it.
pub fn marks(tx: &mut Tx, windows: &[Window], since: Moment) -> Result<Vec<(Cell, Marks)>> {
    let (visible, values, marks) = within(tx, windows, args![since]);
    let sql = format!(
        "SELECT c.unit AS unit, c.procedure AS procedure, c.area AS area, COUNT(*) AS n, CAST(SUM(s.satisfaction) AS BIGINT) AS total
         FROM cases_surveys s
         JOIN (SELECT id, unit, procedure, area FROM cases_cases WHERE {visible}) c ON c.id = s.case_id
         WHERE s.tenant = $1 AND s.at >= {} AND s.satisfaction IS NOT NULL
         GROUP BY c.unit, c.procedure, c.area",
        marks[0]
    );
    tx.all(&sql, values, |row| Ok((cell(row)?, Marks { count: row.get("n")?, sum: row.get("total")? })))
}

/// What came in and what was answered, by civil month (`2026-11`).
pub fn months(tx: &mut Tx, windows: &[Window], since: Moment) -> Result<BTreeMap<String, Month>> {
    let mut conditions = Where::tenant(tx);
    lists::visible_by(&mut conditions, windows, Column::Plain);
    let mut months: BTreeMap<String, Month> = BTreeMap::new();
    for (day, count) in days(tx, conditions, since)? {
        let month = months.entry(day.to_string()[..7].to_owned()).or_default();
        month.received += count.received;
        month.answered += count.answered;
    }
    Ok(months)
}

/// What came in and what was answered by civil day. Hours are counted by the database and put into days here, because the
/// civil day of the commune begins an hour before that of the stored moments, or with it in Ramadan.
pub fn days(tx: &mut Tx, conditions: Where, since: Moment) -> Result<BTreeMap<Day, Month>> {
    let (among, mut values) = conditions.parts();
    values.extend(args![since]);
    let since = format!("${}", values.len());
    let sql = format!(
        "SELECT 'received' AS what, SUBSTR(received_at, 1, 13) AS hour, COUNT(*) AS n FROM cases_cases
         WHERE {among} AND received_at >= {since} GROUP BY SUBSTR(received_at, 1, 13)
         UNION ALL
         SELECT 'answered' AS what, SUBSTR(answered_at, 1, 13) AS hour, COUNT(*) AS n FROM cases_cases
         WHERE {among} AND answered_at >= {since} AND {ANSWERED} GROUP BY SUBSTR(answered_at, 1, 13)"
    );
    let hours = tx.all(&sql, values, |row| Ok((row.get::<String>("what")?, row.get::<String>("hour")?, row.get::<i64>("n")?)))?;
    let mut days: BTreeMap<Day, Month> = BTreeMap::new();
    for (what, hour, count) in hours {
        let Some(moment) = Moment::parse(&format!("{hour}:00:00Z")) else { continue };
        let day = days.entry(moment.day()).or_default();
        if what == "received" { day.received += count } else { day.answered += count }
    }
    Ok(days)
}

impl Counts {
    pub fn add(&mut self, other: &Counts) {
        self.total += other.total;
        self.open += other.open;
        self.late += other.late;
        self.received += other.received;
        self.answered += other.answered;
        self.settled += other.settled;
        self.reopened += other.reopened;
    }
}

impl Kept {
    pub fn add(&mut self, other: &Kept) {
        self.met += other.met;
        self.missed += other.missed;
    }

    pub fn all(&self) -> i64 {
        self.met + self.missed
    }
}

impl Delays {
    pub fn add(&mut self, other: &Delays) {
        self.service.add(&other.service);
        self.answer.add(&other.answer);
    }
}

impl Marks {
    pub fn add(&mut self, other: &Marks) {
        self.count += other.count;
        self.sum += other.sum;
    }
}
