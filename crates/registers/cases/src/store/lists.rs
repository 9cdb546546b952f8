//! Lists of cases by conditions.

pub use super::conditions::{Column, Named, Where, Window, among, is_of_one_unit, not_visible, reached, visible, visible_by};
use crate::model::{Case, Filter, View};
use kernel::{Id, Moment, Point};
use platform::{Count, Cursor, Result, Tx, Value, args};
use std::collections::HashMap;

/// The condition of a view on a case, but for what other tables name.
pub fn in_view(filter: &Filter, phase: Column, now: Moment) -> (String, Vec<Value>) {
    let phase = phase.phase();
    let open = format!("{phase} NOT IN ('decided', 'closed')");
    match filter.view {
        View::Open | View::Escalated => (open, vec![]),
        // Reopened and given back to nobody is as new as filed.
        View::New => {
            let new = format!("{phase} = 'filed' OR (reopened > 0 AND assignee IS NULL AND {phase} = 'in_progress')");
            (format!("{open} AND ({new})"), vec![])
        }
        View::Late => (format!("{open} AND due_at < ?"), args![now]),
        // The first half says nothing new; SQLite takes an index over open cases only for its very words.
        View::Waiting => (format!("{open} AND {phase} IN ('waiting_applicant', 'waiting_other')"), vec![]),
        View::Answered => (format!("{phase} IN ('decided', 'closed')"), vec![]),
        View::Mine => (format!("{open} AND assignee = ?"), args![filter.mine]),
        View::All | View::Tasks => ("1 = 1".to_owned(), vec![]),
    }
}

/// The filters of an address but for its view.
pub fn narrowed(conditions: &mut Where, filter: &Filter, unit: Column) {
    let equals = [
        (unit.name(), filter.unit.as_ref().map(|id| args![id])),
        ("area", filter.area.as_ref().map(|code| args![code])),
        ("procedure", filter.procedure.as_ref().map(|id| args![id])),
        ("state", filter.state.as_ref().map(|id| args![id])),
    ];
    for (column, value) in equals {
        if let Some(value) = value {
            conditions.and(&format!("{column} = ?"), value);
        }
    }
}

/// Open work first by its date, what is decided by its age; paged by key.
pub fn page(tx: &mut Tx, mut conditions: Where, after: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    const SORT: &str = "COALESCE(due_at, '9999')";
    if let Some(cursor) = after {
        // The first half says nothing new: of a pair with an expression in it SQLite does not begin in the middle of an index.
        conditions.and(&format!("{SORT} >= ? AND ({SORT}, id) > (?, ?)"), args![cursor.sort, cursor.sort, cursor.id]);
    }
    let sql = format!("SELECT * FROM cases_cases WHERE {} ORDER BY {SORT}, id LIMIT {limit}", conditions.text);
    tx.all(&sql, conditions.values, super::read)
}

/// The key of a row in the order of [`page`].
pub fn cursor(case: &Case) -> Cursor {
    Cursor { sort: case.due_at.map_or("9999".into(), |due| due.to_string()), id: case.id.to_string() }
}

/// The newest first, by reception; paged by key.
pub fn newest(tx: &mut Tx, mut conditions: Where, after: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    if let Some(cursor) = after {
        conditions.and("(received_at, id) < (?, ?)", args![cursor.sort, cursor.id]);
    }
    let sql = format!("SELECT * FROM cases_cases WHERE {} ORDER BY received_at DESC, id DESC LIMIT {limit}", conditions.text);
    tx.all(&sql, conditions.values, super::read)
}

/// What waits for its author first, then by date.
pub fn urgent(tx: &mut Tx, conditions: Where, limit: i64) -> Result<Vec<Case>> {
    let sql = format!(
        "SELECT * FROM cases_cases WHERE {} ORDER BY CASE WHEN phase = 'waiting_applicant' THEN 0 ELSE 1 END,
         COALESCE(due_at, '9999'), id LIMIT {limit}",
        conditions.text
    );
    tx.all(&sql, conditions.values, super::read)
}

/// Only the ids.
pub fn ids(tx: &mut Tx, conditions: Where) -> Result<Vec<Id>> {
    tx.all(&format!("SELECT id FROM cases_cases WHERE {}", conditions.text), conditions.values, |row| row.get("id"))
}

/// One page of a numbered list, the newest first: for programs that ask for page and size.
pub fn slice(tx: &mut Tx, conditions: Where, offset: i64, limit: i64) -> Result<Vec<Case>> {
    let sql = format!(
        "SELECT * FROM cases_cases WHERE {} ORDER BY received_at DESC, id DESC LIMIT {limit} OFFSET {offset}",
        conditions.text
    );
    tx.all(&sql, conditions.values, super::read)
}

/// Cases that changed since a moment, those that changed first before the others; after a case of that order.
pub fn changed(tx: &mut Tx, mut conditions: Where, from: Moment, after: Option<&Case>, limit: i64) -> Result<Vec<Case>> {
    match after {
        Some(last) => conditions.and("(updated_at, id) > (?, ?)", args![last.updated_at, last.id]),
        None => conditions.and("updated_at >= ?", args![from]),
    }
    let sql = format!("SELECT * FROM cases_cases WHERE {} ORDER BY updated_at, id LIMIT {limit}", conditions.text);
    tx.all(&sql, conditions.values, super::read)
}

/// When a clock of these cases runs out, by case; a reopened case has the date of its newest clock.
pub fn due(tx: &mut Tx, clock: &str, ids: &[Id]) -> Result<HashMap<Id, Moment>> {
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(500) {
        let mut conditions = Where::tenant(tx);
        conditions.and("clock = ? AND due_at IS NOT NULL", args![clock]);
        let values = some.iter().flat_map(|id| args![id]).collect();
        conditions.and(&format!("case_id IN ({})", Where::marks(some.len())), values);
        let sql = format!("SELECT case_id, due_at FROM cases_clocks WHERE {} ORDER BY started_at, id", conditions.text);
        found.extend(tx.all(&sql, conditions.values, |row| Ok((row.get("case_id")?, row.get("due_at")?)))?);
    }
    Ok(found)
}

/// The code of the case that came in last.
pub fn latest(tx: &mut Tx) -> Result<Option<String>> {
    let sql = "SELECT code FROM cases_cases WHERE tenant = $1 ORDER BY received_at DESC, id DESC LIMIT 1";
    tx.maybe(sql, args![tx.tenant()], |row| row.get("code"))
}

/// How many there are, up to one more than `most`: what a list says of itself needs no count of a million rows.
pub fn count_to(tx: &mut Tx, conditions: Where, most: i64) -> Result<i64> {
    let (sql, values) = (counting_to(&conditions, most), conditions.values);
    tx.count(&sql, values)
}

/// The same, to be asked together with other counts.
pub fn asked_to(conditions: Where, most: i64) -> Count {
    Count::of(counting_to(&conditions, most), conditions.values)
}

fn counting_to(conditions: &Where, most: i64) -> String {
    format!(
        "SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM cases_cases WHERE {} LIMIT {}) AS few",
        conditions.text,
        most.max(0) + 1
    )
}

/// So many are sorted anew for each page of a list by age. Among more of them, the newest are soon found by going back from the
/// newest of all.
const SORTED: i64 = 5_000;

/// Whether these are few enough to sort them for a page.
pub fn are_few(tx: &mut Tx, conditions: Where) -> Result<bool> {
    Ok(count_to(tx, conditions, SORTED)? <= SORTED)
}

pub fn count(tx: &mut Tx, conditions: Where) -> Result<i64> {
    tx.count(&counting(&conditions), conditions.values)
}

/// The same, to be asked together with other counts.
pub fn asked(conditions: Where) -> Count {
    Count::of(counting(&conditions), conditions.values)
}

fn counting(conditions: &Where) -> String {
    format!("SELECT COUNT(*) AS n FROM cases_cases WHERE {}", conditions.text)
}

/// How many cases of a procedure are open.
pub fn open_of(tx: &mut Tx, procedure: &str) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM cases_cases WHERE tenant = $1 AND procedure = $2 AND phase NOT IN ('decided', 'closed')";
    tx.count(sql, args![tx.tenant(), procedure])
}

/// How many cases are in each of these sets, asked at once.
pub fn counts_in(tx: &mut Tx, mut conditions: Where, sets: Vec<(String, Vec<Value>)>) -> Result<Vec<i64>> {
    let names: Vec<String> = (0..sets.len()).map(|place| format!("n{place}")).collect();
    let sums = sets.into_iter().zip(&names).map(|((set, values), name)| {
        let set = conditions.bound(&set, values);
        format!("SUM(CASE WHEN {set} THEN 1 ELSE 0 END) AS {name}")
    });
    let sums = sums.collect::<Vec<_>>().join(", ");
    let sql = format!("SELECT {sums} FROM cases_cases WHERE {}", conditions.text);
    tx.one(&sql, conditions.values, |row| names.iter().map(|name| Ok(row.get::<Option<i64>>(name)?.unwrap_or(0))).collect())
}

/// Counts by one column, most first.
pub fn counts_by(tx: &mut Tx, conditions: Where, column: &'static str) -> Result<Vec<(Option<String>, i64)>> {
    let sql = format!(
        "SELECT {column} AS word, COUNT(*) AS n FROM cases_cases WHERE {} GROUP BY {column} ORDER BY n DESC, word",
        conditions.text
    );
    tx.all(&sql, conditions.values, |row| Ok((row.get("word")?, row.get("n")?)))
}

/// Open cases near a point since a moment, nearest cells only; the caller measures.
pub fn near(tx: &mut Tx, point: Point, radius_m: u32, since: Moment) -> Result<Vec<Case>> {
    let mut conditions = Where::tenant(tx);
    let cells = point.cells_around(radius_m);
    conditions.and(&format!("cell IN ({})", Where::marks(cells.len())), cells.iter().map(|cell| Value::Int(*cell)).collect());
    conditions.and("received_at >= ? AND phase NOT IN ('decided', 'closed')", args![since]);
    newest(tx, conditions, None, 200)
}

/// The states in which decided cases rest, each with the version of the procedure that says what follows.
pub fn decided_states(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let sql = "SELECT DISTINCT procedure_pin, state FROM cases_cases WHERE tenant = $1 AND phase = 'decided' ORDER BY procedure_pin, state";
    tx.all(sql, args![tx.tenant()], |row| Ok((row.get("procedure_pin")?, row.get("state")?)))
}

/// Cases that rest in a state since before a moment, the oldest first.
pub fn decided_before(tx: &mut Tx, pin: &str, state: &str, before: Moment, limit: i64) -> Result<Vec<Id>> {
    let sql = format!(
        "SELECT id FROM cases_cases WHERE tenant = $1 AND phase = 'decided' AND procedure_pin = $2 AND state = $3 AND answered_at < $4
         ORDER BY answered_at, id LIMIT {}",
        limit.max(0)
    );
    tx.all(&sql, args![tx.tenant(), pin, state, before], |row| row.get("id"))
}

/// Cases of these procedures near a point whatever became of them, newest first.
pub fn around(tx: &mut Tx, point: Point, radius_m: u32, since: Moment, procedures: &[String]) -> Result<Vec<Case>> {
    let mut conditions = Where::tenant(tx);
    let cells = point.cells_around(radius_m);
    conditions.and(&format!("cell IN ({})", Where::marks(cells.len())), cells.iter().map(|cell| Value::Int(*cell)).collect());
    conditions.and("received_at >= ?", args![since]);
    let values = if procedures.is_empty() { args![""] } else { procedures.iter().flat_map(|id| args![id]).collect() };
    conditions.and(&format!("procedure IN ({})", Where::marks(procedures.len())), values);
    newest(tx, conditions, None, 200)
}
