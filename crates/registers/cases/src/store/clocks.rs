//! Rows of clocks and their pauses.

use crate::model::{ClockStanding, ClockView};
use kernel::clock::Pause;
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args};
use std::collections::BTreeMap;

pub fn insert(tx: &mut Tx, case: &Id, clock: &ClockView) -> Result<()> {
    tx.execute(
        "INSERT INTO cases_clocks (tenant, case_id, id, clock, span, kind, source, on_due, started_at, due_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tx.tenant(),
            case,
            clock.id,
            clock.clock,
            clock.span,
            clock.kind,
            serde_json::to_string(&clock.source)?,
            serde_json::to_string(&clock.on_due)?,
            clock.started_at,
            clock.due_at,
            clock.standing
        ],
    )
}

pub fn update(tx: &mut Tx, case: &Id, clock: &ClockView) -> Result<()> {
    tx.execute(
        "UPDATE cases_clocks SET due_at = $4, state = $5, stopped_at = $6, missed_at = $7, span = $8
         WHERE tenant = $1 AND case_id = $2 AND id = $3",
        args![tx.tenant(), case, clock.id, clock.due_at, clock.standing, clock.stopped_at, clock.missed_at, clock.span],
    )
}

pub fn of(tx: &mut Tx, case: &Id) -> Result<Vec<ClockView>> {
    let sql = "SELECT * FROM cases_clocks WHERE tenant = $1 AND case_id = $2 ORDER BY started_at, id";
    tx.once(&["cases_clocks"], case, |tx| tx.all(sql, args![tx.tenant(), case], read))
}

/// Clocks that still count, with their cases: when the calendar changes each is computed again.
pub fn counting(tx: &mut Tx) -> Result<Vec<(Id, ClockView)>> {
    let sql = "SELECT * FROM cases_clocks WHERE tenant = $1 AND state IN ('running', 'paused') ORDER BY id";
    tx.all(sql, args![tx.tenant()], |row| Ok((row.get("case_id")?, read(row)?)))
}

/// The clock of a decision that was taken.
pub struct DecidedRow {
    pub procedure: String,
    pub area: Option<String>,
    pub outcome: Option<String>,
    pub clock: Id,
    pub kind: kernel::clock::DayKind,
    pub started_at: Moment,
    pub stopped_at: Moment,
    pub in_time: bool,
}

/// Clocks `decision` that stopped since a moment, newest first.
pub fn decided(tx: &mut Tx, since: Moment, limit: i64) -> Result<Vec<DecidedRow>> {
    tx.all(
        "SELECT c.id, c.kind, c.started_at, c.stopped_at, c.state, k.procedure, k.area, k.outcome
         FROM cases_clocks AS c JOIN cases_cases AS k ON k.tenant = c.tenant AND k.id = c.case_id
         WHERE c.tenant = $1 AND c.stopped_at >= $2 AND c.stopped_at IS NOT NULL AND c.clock = 'decision' AND c.state IN ('met', 'missed')
             AND k.restricted = 'no'
         ORDER BY c.stopped_at DESC LIMIT $3",
        args![tx.tenant(), since, limit],
        |row| {
            Ok(DecidedRow {
                procedure: row.get("procedure")?,
                area: row.get("area")?,
                outcome: row.get("outcome")?,
                clock: row.get("id")?,
                kind: row.get("kind")?,
                started_at: row.get("started_at")?,
                stopped_at: row.get("stopped_at")?,
                in_time: row.get::<ClockStanding>("state")? == ClockStanding::Met,
            })
        },
    )
}

/// Running clocks whose date has passed and whose miss was not recorded yet.
pub fn passed(tx: &mut Tx, now: Moment, limit: i64) -> Result<Vec<(Id, ClockView)>> {
    let sql = "SELECT * FROM cases_clocks WHERE tenant = $1 AND state = 'running' AND due_at < $2 AND missed_at IS NULL ORDER BY due_at LIMIT $3";
    tx.all(sql, args![tx.tenant(), now, limit], |row| Ok((row.get("case_id")?, read(row)?)))
}

pub(super) fn read(row: &Row) -> Result<ClockView> {
    Ok(ClockView {
        id: row.get("id")?,
        clock: row.get("clock")?,
        span: row.get("span")?,
        kind: row.get("kind")?,
        source: serde_json::from_str(&row.get::<String>("source")?)?,
        on_due: serde_json::from_str(&row.get::<String>("on_due")?)?,
        started_at: row.get("started_at")?,
        due_at: row.get("due_at")?,
        standing: row.get::<ClockStanding>("state")?,
        stopped_at: row.get("stopped_at")?,
        missed_at: row.get("missed_at")?,
        marks: Vec::new(),
        moved_from: None,
    })
}

pub fn pauses(tx: &mut Tx, clock: &Id) -> Result<Vec<Pause>> {
    let sql = "SELECT from_at, until_at FROM cases_pauses WHERE tenant = $1 AND clock_id = $2 ORDER BY from_at";
    let read = |row: &Row| Ok(Pause { from: row.get("from_at")?, until: row.get("until_at")? });
    tx.once(&["cases_pauses"], clock, |tx| tx.all(sql, args![tx.tenant(), clock], read))
}

/// The pauses of every clock of a case.
pub fn pauses_of_case(tx: &mut Tx, case: &Id) -> Result<BTreeMap<Id, Vec<Pause>>> {
    let sql = "SELECT clock_id, from_at, until_at FROM cases_pauses WHERE tenant = $1
               AND clock_id IN (SELECT id FROM cases_clocks WHERE tenant = $1 AND case_id = $2) ORDER BY from_at";
    let read = |row: &Row| Ok((row.get("clock_id")?, Pause { from: row.get("from_at")?, until: row.get("until_at")? }));
    tx.once(&["cases_pauses"], case, |tx| {
        let mut pauses: BTreeMap<Id, Vec<Pause>> = BTreeMap::new();
        for (clock, pause) in tx.all(sql, args![tx.tenant(), case], read)? {
            pauses.entry(clock).or_default().push(pause);
        }
        Ok(pauses)
    })
}

pub fn pause(tx: &mut Tx, clock: &Id) -> Result<()> {
    let sql = "INSERT INTO cases_pauses (tenant, clock_id, from_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), clock, tx.now()])
}

pub fn resume(tx: &mut Tx, clock: &Id) -> Result<()> {
    let sql = "UPDATE cases_pauses SET until_at = $3 WHERE tenant = $1 AND clock_id = $2 AND until_at IS NULL";
    tx.execute(sql, args![tx.tenant(), clock, tx.now()])
}

/// Takes back the end of a pause; says whether one ended then.
pub fn reopen_pause(tx: &mut Tx, clock: &Id, ended_at: Moment) -> Result<bool> {
    let sql = "UPDATE cases_pauses SET until_at = NULL WHERE tenant = $1 AND clock_id = $2 AND until_at = $3";
    Ok(tx.changed(sql, args![tx.tenant(), clock, ended_at])? > 0)
}
