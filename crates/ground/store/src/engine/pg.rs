//! PostgreSQL: connection threads; waiting actions of one commune share a commit.

use super::pg_queue::Queue;
pub(crate) use super::pg_session::Session;
use super::tx::Conn;
use super::{Common, Task, sqlite};
use crate::journal::{self, Head};
use crate::problem::{Problem, Result};
use std::sync::Arc;
use std::time::Duration;

const WRITERS: usize = 16;
const READERS: usize = 8;
const TRIES: u32 = 20;
/// Actions find rows by their keys: one plan per statement serves them all.
const PLANS: &str = "SET plan_cache_mode = force_generic_plan";

pub(super) struct Postgres {
    writes: Arc<Queue>,
    reads: Arc<Queue>,
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.writes.close();
        self.reads.close();
    }
}

impl Postgres {
    pub(super) fn open(url: &str, common: Arc<Common>) -> Result<Self> {
        let (writes, reads) = (Arc::new(Queue::default()), Arc::new(Queue::default()));
        for number in 0..WRITERS + READERS {
            let writer = number < WRITERS;
            let queue = if writer { writes.clone() } else { reads.clone() };
            let (url, common) = (url.to_owned(), common.clone());
            std::thread::Builder::new().name(format!("store-pg-{number}")).spawn(move || serve(&url, &queue, writer, &common))?;
        }
        Ok(Postgres { writes, reads })
    }

    pub(super) fn send(&self, task: Task) -> Result<()> {
        if task.writes { self.writes.push(task) } else { self.reads.push(task) }
    }
}

fn serve(url: &str, queue: &Queue, writer: bool, common: &Common) {
    let mut session: Option<Session> = None;
    while let Some(mut batch) = queue.take(writer) {
        let tenant = batch[0].scope.tenant.clone();
        run_batch(url, &mut session, &mut batch, writer, common);
        if writer {
            queue.done(&tenant);
        }
    }
}

fn run_batch(url: &str, session: &mut Option<Session>, batch: &mut [Task], writer: bool, common: &Common) {
    let mut group = Group::Plain;
    for attempt in 0..TRIES {
        match attempt_batch(url, session, batch, writer, group, common) {
            Ok(Some(outcomes)) => {
                for (task, outcome) in batch.iter_mut().zip(outcomes) {
                    task.answer(outcome, common);
                }
                return;
            }
            Ok(None) => group = Group::Careful,
            Err(Problem::Again) => std::thread::sleep(pause(attempt, common)),
            Err(problem) => return sqlite::fail_all(batch, common, &problem),
        }
    }
    sqlite::fail_all(batch, common, &Problem::Busy { retry_after_secs: 2 });
}

fn pause(attempt: u32, common: &Common) -> Duration {
    let jitter = common.keys.random::<1>().map_or(0, |byte| u64::from(byte[0] % 8));
    Duration::from_millis((1 << attempt.min(6)) + jitter)
}

/// How the actions of one commit are kept apart.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Group {
    /// Not at all: a savepoint and its end are two statements more for each action, and most refusals come before the first write.
    Plain,
    /// Each in a savepoint: one of them failed after it had written.
    Careful,
}

/// One transaction for the whole batch; `None` when it must be run again with care. An `Err` means that nothing of it was
/// committed; only when the server went away during the commit itself is the outcome open, and the key of a deposit then answers it.
fn attempt_batch(
    url: &str,
    slot: &mut Option<Session>,
    batch: &mut [Task],
    writer: bool,
    group: Group,
    common: &Common,
) -> Result<Option<Vec<Result<()>>>> {
    let reused = slot.as_ref().is_some_and(|session| !session.is_closed());
    let (session, head) = begun(url, slot, &batch[0].scope.tenant, writer)?;
    let outcome = run_all(session, head, batch, group, common);
    if matches!(outcome, Ok(Some(_))) {
        return outcome;
    }
    session.forget();
    let gone = matches!(outcome, Err(Problem::Unavailable(_)));
    if gone || session.batch("ROLLBACK").is_err() {
        *slot = None;
    }
    // A question is asked again when only the connection had died while idle.
    if gone && reused && !writer {
        return attempt_batch(url, slot, batch, writer, group, common);
    }
    outcome
}

/// A session within a fresh transaction. A connection that died while idle is made anew, once, before anyone hears of it.
fn begun<'s>(url: &str, slot: &'s mut Option<Session>, tenant: &str, writer: bool) -> Result<(&'s mut Session, Option<Head>)> {
    if let Some(mut session) = slot.take().filter(|session| !session.is_closed()) {
        match session.begin(tenant, writer) {
            Ok(head) => return Ok((slot.insert(session), head)),
            Err(Problem::Unavailable(_)) => {}
            Err(problem) => return Err(problem),
        }
    }
    let mut session = Session::connect_serving(url)?;
    if writer {
        session.batch(PLANS)?;
    }
    let head = session.begin(tenant, writer)?;
    Ok((slot.insert(session), head))
}

fn run_all(
    session: &mut Session,
    head: Option<Head>,
    batch: &mut [Task],
    group: Group,
    common: &Common,
) -> Result<Option<Vec<Result<()>>>> {
    let (tenant, known) = (batch[0].scope.tenant.clone(), head.as_ref().map(|head| head.seq));
    let mut head = head;
    let outcomes = match group {
        Group::Plain => run_plainly(session, &mut head, batch, common)?,
        Group::Careful => Some(run_in_savepoints(session, &mut head, batch, common)?),
    };
    let Some(outcomes) = outcomes else { return Ok(None) };
    let moved = head.filter(|head| batch[0].writes && known != Some(head.seq));
    let written = moved.map_or(Ok(()), |head| journal::write_head(&mut Conn::Postgres(session), &tenant, &head));
    match written.and_then(|()| session.batch("COMMIT")) {
        Ok(()) => Ok(Some(outcomes)),
        Err(problem) if is_over(&problem) || group == Group::Careful || batch.len() == 1 => Err(problem),
        // What one of them had said without waiting for an answer was refused.
        Err(_) => Ok(None),
    }
}

/// The transaction is lost, whoever's statement it was.
fn is_over(problem: &Problem) -> bool {
    matches!(problem, Problem::Again | Problem::Unavailable(_))
}

/// `None` when an action failed after it had written, or a statement failed and nobody knows whose.
fn run_plainly(
    session: &mut Session,
    head: &mut Option<Head>,
    batch: &mut [Task],
    common: &Common,
) -> Result<Option<Vec<Result<()>>>> {
    let alone = batch.len() == 1;
    let mut outcomes = Vec::with_capacity(batch.len());
    for task in batch.iter_mut() {
        let (written, before) = (session.written(), head.clone());
        let outcome = sqlite::run(Conn::Postgres(session), task, common, head);
        match &outcome {
            Ok(()) => {}
            // Alone, its refusal rolls the transaction back.
            Err(problem) if alone || is_over(problem) => return Err(problem.clone()),
            Err(_) if session.is_broken() || session.written() != written => return Ok(None),
            Err(_) => *head = before,
        }
        outcomes.push(outcome);
    }
    Ok(Some(outcomes))
}

fn run_in_savepoints(
    session: &mut Session,
    head: &mut Option<Head>,
    batch: &mut [Task],
    common: &Common,
) -> Result<Vec<Result<()>>> {
    let mut outcomes = Vec::with_capacity(batch.len());
    for task in batch.iter_mut() {
        let before = head.clone();
        session.batch("SAVEPOINT action")?;
        let outcome = sqlite::run(Conn::Postgres(session), task, common, head).and_then(|()| session.flush());
        match &outcome {
            Ok(()) => session.batch_later("RELEASE SAVEPOINT action"),
            Err(problem) if is_over(problem) => return Err(problem.clone()),
            Err(_) => {
                *head = before;
                session.forget();
                session.batch("ROLLBACK TO SAVEPOINT action; RELEASE SAVEPOINT action")?;
            }
        }
        outcomes.push(outcome);
    }
    Ok(outcomes)
}
