//! Rows of tasks; what is asked is sealed under the case's own key.

use super::lists::{Named, Where};
use crate::model::{Case, Task, TaskState};
use kernel::Id;
use platform::{Result, Tx, args};

pub fn insert(tx: &mut Tx, case: &Case, task: &Task) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let words = vault.seal(tx.keys(), &format!("task/{}", task.id), &task.words)?;
    tx.execute(
        "INSERT INTO cases_tasks (tenant, case_id, id, unit, person, words, due_on, state, asked_by, asked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            tx.tenant(),
            case.id,
            task.id,
            task.unit,
            task.person,
            words,
            task.due_on,
            task.state,
            task.asked_by,
            task.asked_at
        ],
    )
}

/// The tasks of a case, the oldest first.
pub fn of(tx: &mut Tx, case: &Case) -> Result<Vec<Task>> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let sql = "SELECT * FROM cases_tasks WHERE tenant = $1 AND case_id = $2 ORDER BY id";
    let mut tasks = tx.all(sql, args![tx.tenant(), case.id], |row| {
        let id: Id = row.get("id")?;
        Ok(Task {
            words: vault.open(&format!("task/{id}"), &row.get::<String>("words")?)?,
            opinion: false,
            id,
            unit: row.get("unit")?,
            person: row.get("person")?,
            due_on: row.get("due_on")?,
            state: row.get("state")?,
            asked_by: row.get("asked_by")?,
            asked_at: row.get("asked_at")?,
            ended_at: row.get("ended_at")?,
        })
    })?;
    // An opinion is asked for by a task.
    if !tasks.is_empty() {
        let awaited = super::opinions::awaited(tx, &case.id)?;
        tasks.iter_mut().for_each(|task| task.opinion = awaited.contains(&task.id));
    }
    Ok(tasks)
}

/// The units and persons with an open task of a case, without opening what is asked.
pub fn asked(tx: &mut Tx, case: &Id) -> Result<Vec<(Option<Id>, Option<Id>)>> {
    let sql = "SELECT unit, person FROM cases_tasks WHERE tenant = $1 AND case_id = $2 AND state = 'open'";
    tx.all(sql, args![tx.tenant(), case], |row| Ok((row.get("unit")?, row.get("person")?)))
}

pub fn end(tx: &mut Tx, case: &Id, task: &Id, state: TaskState) -> Result<()> {
    tx.execute(
        "UPDATE cases_tasks SET state = $4, ended_by = $5, ended_at = $6
         WHERE tenant = $1 AND case_id = $2 AND id = $3 AND state = 'open'",
        args![tx.tenant(), case, task, state, tx.actor().to_string(), tx.now()],
    )
}

/// Cases in which one of these units, or this person, has an open task.
pub fn brought(units: &[Id], person: Option<&Id>) -> Named {
    let of = "SELECT case_id FROM cases_tasks WHERE tenant = $1 AND state = 'open' AND";
    let mut named = Named::default();
    if !units.is_empty() {
        named.add(format!("{of} unit IN ({})", Where::marks(units.len())), units.iter().flat_map(|unit| args![unit]).collect());
    }
    if let Some(person) = person {
        named.add(format!("{of} person = ?"), args![person]);
    }
    named
}
