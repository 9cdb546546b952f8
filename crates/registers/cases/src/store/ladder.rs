//! Rows of escalation: clocks to look at, steps that were taken, and who was told.

use super::lists::{self, Named, Where};
use crate::model::{Climber, Lookout};
use kernel::{Id, Moment};
use platform::{Result, Tx, args};

/// Running clocks of open cases that nobody looked at yet, whose next step is due, or whose date or assignee changed since.
/// Cases that nobody took on come first.
pub fn waiting(tx: &mut Tx, now: Moment, limit: i64) -> Result<Vec<Climber>> {
    let sql = "SELECT k.* FROM cases_clocks AS k
         JOIN cases_cases AS c ON c.tenant = k.tenant AND c.id = k.case_id
         LEFT JOIN cases_ladders AS l ON l.tenant = k.tenant AND l.case_id = k.case_id AND l.clock_id = k.id
         WHERE k.tenant = $1 AND k.state = 'running' AND k.due_at IS NOT NULL AND c.phase NOT IN ('decided', 'closed')
             AND (l.clock_id IS NULL OR l.next_at <= $2 OR l.due_at <> k.due_at
                 OR l.assigned <> CASE WHEN c.assignee IS NULL THEN 'no' ELSE 'yes' END)
         ORDER BY CASE WHEN c.assignee IS NULL THEN 0 ELSE 1 END, k.due_at, k.id LIMIT $3";
    tx.all(sql, args![tx.tenant(), now, limit], |row| Ok(Climber { case: row.get("case_id")?, clock: super::clocks::read(row)? }))
}

/// Remembers when a clock is to be looked at next.
pub fn look_again(tx: &mut Tx, case: &Id, clock: &Id, lookout: &Lookout) -> Result<()> {
    let sql = "INSERT INTO cases_ladders (tenant, case_id, clock_id, due_at, assigned, next_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant, case_id, clock_id) DO UPDATE SET due_at = $4, assigned = $5, next_at = $6";
    tx.execute(sql, args![tx.tenant(), case, clock, lookout.due_at, super::flag(lookout.assigned), lookout.next_at])
}

/// The steps that a clock has taken.
pub fn taken(tx: &mut Tx, case: &Id, clock: &Id) -> Result<Vec<String>> {
    let sql = "SELECT step FROM cases_escalations WHERE tenant = $1 AND case_id = $2 AND clock_id = $3";
    tx.all(sql, args![tx.tenant(), case, clock], |row| row.get("step"))
}

/// Writes a step and whom it reached.
pub fn insert(tx: &mut Tx, case: &Id, clock: &Id, step: &str, unit: Option<&Id>, persons: &[Id]) -> Result<()> {
    let sql = "INSERT INTO cases_escalations (tenant, case_id, clock_id, step, at, unit) VALUES ($1, $2, $3, $4, $5, $6)";
    tx.execute(sql, args![tx.tenant(), case, clock, step, tx.now(), unit])?;
    for person in persons {
        let sql = "INSERT INTO cases_escalated (tenant, person, case_id, clock_id, step) VALUES ($1, $2, $3, $4, $5)";
        tx.execute(sql, args![tx.tenant(), person, case, clock, step])?;
    }
    Ok(())
}

/// Whether a case was brought before this person, or before one of the units for which he answers today.
pub fn reached(tx: &mut Tx, case: &Id, person: &Id, units: &[Id]) -> Result<bool> {
    let mut conditions = Where::tenant(tx);
    conditions.and("id = ?", args![case]);
    brought(Some(person), units).one_of(&mut conditions);
    Ok(lists::count(tx, conditions)? > 0)
}

/// Cases that were brought before this person or these units.
pub fn brought(person: Option<&Id>, units: &[Id]) -> Named {
    let mut named = Named::default();
    let Some(person) = person else { return named };
    named.add("SELECT case_id FROM cases_escalated WHERE tenant = $1 AND person = ?".to_owned(), args![person]);
    if !units.is_empty() {
        let marks = Where::marks(units.len());
        let select = format!("SELECT case_id FROM cases_escalations WHERE tenant = $1 AND unit IN ({marks})");
        named.add(select, units.iter().flat_map(|unit| args![unit]).collect());
    }
    named
}
