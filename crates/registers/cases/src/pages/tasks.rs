//! Asking for a task on a file, and saying that it is done.

use super::file::{finish, id};
use crate::actions::{opinions, tasks};
use crate::model::{NewOpinion, NewTask, Task, TaskState, Verdict, Voice};
use kernel::{Day, Id, Label, Refusal, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, context};
use std::collections::HashMap;

/// `unit:{id}` or `person:{id}`, as the one list of receivers names them.
fn receiver(value: &str) -> (Option<Id>, Option<Id>) {
    match value.split_once(':') {
        Some(("unit", id)) => (Id::parse(id), None),
        Some(("person", id)) => (None, Id::parse(id)),
        _ => (None, None),
    }
}

pub async fn ask(ctx: Ctx, Path(text): Path<String>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let (unit, person) = receiver(fields.get("task_for"));
    let due_on = fields.opt("task_due").and_then(Day::parse);
    let new = NewTask { unit, person, words: fields.get("task").to_owned(), due_on };
    let target = id.clone();
    let done = ctx.write(move |tx| tasks::ask(tx, &target, &new).map(|_| ())).await;
    finish(&ctx, &id, done, "cases-said-task", &fields).await
}

pub async fn end(ctx: Ctx, Path((text, task)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, task) = (id(&text)?, id(&task)?);
    let state = if fields.get("state") == "dropped" { TaskState::Dropped } else { TaskState::Done };
    let target = id.clone();
    let done = ctx.write(move |tx| tasks::end(tx, &target, &task, state)).await;
    finish(&ctx, &id, done, "cases-said-task-ended", &fields).await
}

/// A consulted service says what it thinks.
pub async fn opinion(ctx: Ctx, Path((text, opinion)): Path<(String, String)>, fields: Fields) -> Answer {
    let id = id(&text)?;
    let verdict = Verdict::parse(fields.get("verdict")).filter(|verdict| *verdict != Verdict::Silent);
    let words = fields.get("opinion_words").to_owned();
    let on_paper = fields.get("voice") == Voice::Paper.as_str() || fields.opt("opinion_source").is_some();
    let source = on_paper.then(|| fields.get("opinion_source").to_owned());
    let target = id.clone();
    let mut typed = fields;
    typed.push("opinion", opinion.clone());
    let done = match verdict {
        Some(verdict) => {
            let said = NewOpinion { verdict, words, source };
            ctx.write(move |tx| opinions::say(tx, &target, &opinion, &said)).await
        }
        None => Err(Refusal::new("cases-needs-outcome").at("verdict").into()),
    };
    finish(&ctx, &id, done, "cases-said-opinion", &typed).await
}

/// The tasks of a file as its page lists them.
pub fn list(ctx: &Ctx, tasks: &[Task], units: &[(Id, Label)], staff: &HashMap<Id, String>) -> Vec<Json> {
    let row = |task: &Task| {
        let unit = task.unit.as_ref().and_then(|id| units.iter().find(|(known, _)| known == id));
        let person = task.person.as_ref().and_then(|id| staff.get(id));
        let open = task.state == TaskState::Open;
        context! {
            id => task.id, words => task.words, open => open, opinion => task.opinion, unit => unit.map(|(_, name)| name), person => person,
            due => task.due_on.map(|day| format::long_day(day, ctx.lang)), late => open && task.due_on.is_some_and(|day| day < ctx.today()),
            state => task.state, ended => task.ended_at.map(|at| format::day(at.day(), ctx.lang)), asked => format::day(task.asked_at.day(), ctx.lang),
        }
    };
    tasks.iter().map(row).collect()
}
