//! Tasks: one thing asked of a unit or of a member of staff for a case, by a day. Whoever is asked sees the file until it is done.

use super::look;
use crate::model::{Audience, Case, EventKind, NewTask, Task, TaskState};
use crate::{HANDLE, SEE, rules, store};
use kernel::{Id, Refusal, text};
use platform::{Actor, Problem, Result, Tx};

const MOST: usize = 500;

/// Asks for something. A restricted case goes to nobody by a task: those who may read it are few and named.
pub fn ask(tx: &mut Tx, id: &Id, new: &NewTask) -> Result<Id> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, HANDLE)?;
    if !case.is_open() {
        return Err(Refusal::new("cases-not-from-here").into());
    }
    let words = text::clean_lines(&new.words, MOST).map_err(|fault| match fault {
        text::TextFault::Empty => Refusal::new("cases-needs-words").at("task"),
        text::TextFault::TooLong { max } => Refusal::new("procedures-too-long").with("max", max).at("task"),
    })?;
    if let Some(day) = new.due_on {
        rules::plannable(day, tx.today()).map_err(|refusal| refusal.at("task_due"))?;
    }
    check_receiver(tx, &case, new)?;
    super::talk::touch(tx, &mut case)?;
    put(tx, &case, &NewTask { words, ..new.clone() })
}

/// Asks the unit of a file to look at what came for it late, whatever became of the file: an open task shows also on a closed one.
/// Who brings it may have lost the file since; the caller has checked that it was in those hands.
pub fn bring(tx: &mut Tx, id: &Id, words: &str) -> Result<Id> {
    let case = store::find(tx, id)?;
    let words = text::clean_lines(words, MOST).map_err(|_| Refusal::new("cases-needs-words").at("task"))?;
    put(tx, &case, &NewTask { unit: Some(case.unit.clone()), words, ..NewTask::default() })
}

/// Stores a task and tells who is asked.
pub(crate) fn put(tx: &mut Tx, case: &Case, new: &NewTask) -> Result<Id> {
    let task = Task {
        id: tx.new_id(),
        unit: new.unit.clone(),
        person: new.person.clone(),
        words: new.words.clone(),
        due_on: new.due_on,
        state: TaskState::Open,
        opinion: false,
        asked_by: tx.actor().to_string(),
        asked_at: tx.now(),
        ended_at: None,
    };
    store::tasks::insert(tx, case, &task)?;
    let data = serde_json::json!({ "task": task.id, "unit": task.unit, "person": task.person, "due_on": task.due_on });
    store::timeline::add(tx, case, EventKind::TaskAsked, Audience::Staff, &data, None)?;
    tx.record("cases.task_asked", &case.id, &data)?;
    tell_receiver(tx, case, &task)?;
    Ok(task.id)
}

fn check_receiver(tx: &mut Tx, case: &Case, new: &NewTask) -> Result<()> {
    let known = match (&new.unit, &new.person) {
        (Some(unit), None) => units::all(tx)?.iter().any(|known| known.id == *unit) && (!case.restricted || *unit == case.unit),
        (None, Some(person)) => people::staff_of(tx, &case.unit)?.iter().any(|member| member.person == *person),
        _ => false,
    };
    if known { Ok(()) } else { Err(Refusal::new("cases-task-nobody").at("task_for").into()) }
}

fn tell_receiver(tx: &mut Tx, case: &Case, task: &Task) -> Result<()> {
    let receivers = match (&task.person, &task.unit) {
        (Some(person), _) => vec![person.clone()],
        (None, Some(unit)) => {
            let today = tx.today();
            units::heads(tx, unit, today)?
        }
        (None, None) => Vec::new(),
    };
    receivers.iter().try_for_each(|person| super::talk::notify_staff(tx, person, "cases-mail-task", case))
}

/// The task is done, or not needed any more: said by whoever was asked, or by whoever handles the case.
pub fn end(tx: &mut Tx, id: &Id, task: &Id, state: TaskState) -> Result<()> {
    let mut case = store::find(tx, id)?;
    look::must(tx, &case, SEE)?;
    let found = store::tasks::of(tx, &case)?.into_iter().find(|known| known.id == *task).ok_or(Problem::NotFound)?;
    if found.state != TaskState::Open {
        return Ok(());
    }
    let (asked, opinion) = ([(found.unit, found.person)], found.opinion);
    if !look::is_asked(tx, &case, &asked)? && !look::may(tx, &case, HANDLE)? {
        return Err(Problem::Forbidden);
    }
    if opinion {
        return Err(Refusal::new("cases-task-is-opinion").into());
    }
    super::talk::touch(tx, &mut case)?;
    close(tx, &case, task, state)
}

/// What is decided needs nothing more.
pub(crate) fn drop_open(tx: &mut Tx, case: &Case) -> Result<()> {
    if store::tasks::asked(tx, &case.id)?.is_empty() {
        return Ok(());
    }
    let open = store::tasks::of(tx, case)?.into_iter().filter(|task| task.state == TaskState::Open);
    open.map(|task| task.id).collect::<Vec<_>>().iter().try_for_each(|task| close(tx, case, task, TaskState::Dropped))
}

pub(crate) fn close(tx: &mut Tx, case: &Case, task: &Id, state: TaskState) -> Result<()> {
    store::tasks::end(tx, &case.id, task, state)?;
    let data = serde_json::json!({ "task": task, "state": state });
    store::timeline::add(tx, case, EventKind::TaskEnded, Audience::Staff, &data, None)?;
    tx.record("cases.task_ended", &case.id, &data)
}

/// The units in whose name this actor works, for the tasks of the inbox: those his grants name.
pub(crate) fn own_units(tx: &Tx) -> Vec<Id> {
    tx.actor().grants().iter().filter(|grant| grant.allows(SEE)).filter_map(|grant| grant.unit.clone()).collect()
}

/// The same with the units below them, whose files their chief may be asked about.
pub(crate) fn covered_units(tx: &mut Tx) -> Result<Vec<Id>> {
    let mut covered = Vec::new();
    for unit in own_units(tx) {
        covered.extend_from_slice(&units::reached(tx, Some(&unit))?.units);
    }
    Ok(covered)
}

pub(crate) fn own_person(tx: &Tx) -> Option<Id> {
    match tx.actor() {
        Actor::Staff { person, .. } => Some(person.clone()),
        _ => None,
    }
}
