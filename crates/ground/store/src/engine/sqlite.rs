//! SQLite: one writer thread that commits in groups, and a pool of read-only connections.

use super::row::Row;
use super::tx::{Conn, Tx};
use super::{Common, Task};
use crate::journal::Head;
use crate::problem::{Problem, Result};
use kernel::Value;
use rusqlite::{CachedStatement, Connection, OpenFlags, types::ValueRef};
use std::collections::HashMap;
use std::fs::File;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

const BATCH: usize = 512;
const QUEUE: usize = 4_096;
const READERS: usize = 4;
/// Heads remembered at most.
const HEADS: usize = 4_096;

pub(super) struct Sqlite {
    writer: Option<SyncSender<Task>>,
    readers: Option<SyncSender<Task>>,
    threads: Vec<JoinHandle<()>>,
}

/// Waits until what was sent is committed, so that whoever opens the file next finds it.
impl Drop for Sqlite {
    fn drop(&mut self) {
        (self.writer, self.readers) = (None, None);
        for thread in self.threads.drain(..) {
            // The last handle of a store may be dropped by one of its own actions.
            if thread.thread().id() != std::thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}

impl Sqlite {
    /// Opens the file and starts the threads; the writer holds the lock that keeps other processes out.
    pub(super) fn open(path: &Path, common: Arc<Common>, lock: Option<File>) -> Result<Self> {
        let (writer, writes) = sync_channel::<Task>(QUEUE);
        let (readers, reads) = sync_channel::<Task>(QUEUE);
        let connection = connect_writer(path)?;
        let shared = common.clone();
        let mut threads = vec![spawn("store-writer", move || {
            let _lock = lock;
            write_loop(&connection, &writes, &shared);
        })?];
        let reads = Arc::new(Mutex::new(reads));
        for number in 0..READERS {
            let connection = connect_reader(path)?;
            let (reads, shared) = (reads.clone(), common.clone());
            threads.push(spawn(&format!("store-reader-{number}"), move || read_loop(&connection, &reads, &shared))?);
        }
        Ok(Sqlite { writer: Some(writer), readers: Some(readers), threads })
    }

    pub(super) fn send(&self, task: Task) -> Result<()> {
        let queue = if task.writes { &self.writer } else { &self.readers };
        let queue = queue.as_ref().ok_or(Problem::Closed)?;
        queue.try_send(task).map_err(|error| match error {
            TrySendError::Full(_) => Problem::Busy { retry_after_secs: 2 },
            TrySendError::Disconnected(_) => Problem::Closed,
        })
    }
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.into()).spawn(body).map_err(Problem::from)
}

pub(crate) fn connect_writer(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // 64 MiB: a page that changes with every deposit is copied back once for hundreds of them, and still read in a blink
    // after a crash.
    connection.pragma_update(None, "wal_autocheckpoint", 16_000)?;
    connection.pragma_update(None, "cache_size", -64_000)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(512);
    Ok(connection)
}

pub(crate) fn connect_reader(path: &Path) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "query_only", "ON")?;
    connection.pragma_update(None, "cache_size", -16_000)?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// No timer: a batch is whatever queued while the last fsync ran, so one client pays no added wait.
fn write_loop(connection: &Connection, tasks: &Receiver<Task>, common: &Common) {
    let mut heads = Heads::default();
    while let Ok(first) = tasks.recv() {
        let mut batch = vec![first];
        while batch.len() < BATCH {
            match tasks.try_recv() {
                Ok(task) => batch.push(task),
                Err(_) => break,
            }
        }
        if write_batch(connection, &mut batch, common, &mut heads).is_break() {
            return;
        }
    }
}

/// The heads of the chains that this writer, the only one, has just moved; asked of the file again after any failure.
type Heads = HashMap<Arc<str>, Head>;

fn write_batch(connection: &Connection, batch: &mut [Task], common: &Common, heads: &mut Heads) -> ControlFlow<()> {
    if heads.len() > HEADS {
        heads.clear();
    }
    let outcome = commit_batch(connection, batch, common, heads);
    match outcome {
        Ok(outcomes) => {
            for (task, outcome) in batch.iter_mut().zip(outcomes) {
                task.answer(outcome, common);
            }
        }
        Err(error) => {
            tracing::error!(%error, actions = batch.len(), "nothing of a batch was committed");
            heads.clear();
            if !connection.is_autocommit() {
                let _ = connection.execute_batch("ROLLBACK");
            }
            let ended = sync_failed(&error);
            fail_all(batch, common, &if ended { Problem::Closed } else { Problem::from(error) });
            if ended {
                return ControlFlow::Break(());
            }
        }
    }
    ControlFlow::Continue(())
}

/// After a failed fsync nobody knows what the disk holds: a second try may falsely succeed. Only a restart reads it anew.
fn sync_failed(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|error| error.extended_code);
    matches!(code, Some(rusqlite::ffi::SQLITE_IOERR_FSYNC | rusqlite::ffi::SQLITE_IOERR_DIR_FSYNC))
}

fn commit_batch(
    connection: &Connection,
    batch: &mut [Task],
    common: &Common,
    heads: &mut Heads,
) -> rusqlite::Result<Vec<Result<()>>> {
    connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
    let mut outcomes = Vec::with_capacity(batch.len());
    let careful = batch.iter_mut().try_for_each(|task| {
        outcomes.push(run_plainly(connection, task, common, heads)?);
        Some(())
    });
    if careful.is_none() {
        outcomes.clear();
        heads.clear();
        if !connection.is_autocommit() {
            connection.prepare_cached("ROLLBACK")?.execute([])?;
        }
        connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        for task in batch.iter_mut() {
            outcomes.push(run_in_savepoint(connection, task, common, heads)?);
        }
    }
    connection.prepare_cached("COMMIT")?.execute([])?;
    Ok(outcomes)
}

/// Runs an action without a savepoint, which would copy every page before it changes. `None` when it failed after it had
/// written: the whole group is then run again with savepoints. Most refusals come before the first write.
fn run_plainly(connection: &Connection, task: &mut Task, common: &Common, heads: &mut Heads) -> Option<Result<()>> {
    let before = connection.total_changes();
    let tenant = task.scope.tenant.clone();
    let mut head = heads.get(&tenant).cloned();
    let outcome = run(Conn::Sqlite(connection), task, common, &mut head);
    match (&outcome, head) {
        (Ok(()), Some(head)) => drop(heads.insert(tenant, head)),
        (Err(_), _) if connection.total_changes() != before || connection.is_autocommit() => return None,
        _ => {}
    }
    Some(outcome)
}

/// The outer error ends the batch: a full disk can roll the whole transaction back under our feet.
fn run_in_savepoint(
    connection: &Connection,
    task: &mut Task,
    common: &Common,
    heads: &mut Heads,
) -> rusqlite::Result<Result<()>> {
    connection.prepare_cached("SAVEPOINT action")?.execute([])?;
    let tenant = task.scope.tenant.clone();
    let mut head = heads.get(&tenant).cloned();
    let outcome = run(Conn::Sqlite(connection), task, common, &mut head);
    if connection.is_autocommit() {
        return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL), None));
    }
    if outcome.is_err() {
        connection.prepare_cached("ROLLBACK TO action")?.execute([])?;
    } else if let Some(head) = head {
        heads.insert(tenant, head);
    }
    connection.prepare_cached("RELEASE action")?.execute([])?;
    Ok(outcome)
}

/// Runs the body of a task and what it left to write. A panic is a fault of ours, not the end of the writer. `head` is the
/// commune's head as it is known before, and then as the action leaves it; after an error it says nothing.
pub(super) fn run(conn: Conn, task: &mut Task, common: &Common, head: &mut Option<Head>) -> Result<()> {
    let mut tx = Tx::new(conn, common, &task.scope, head.take(), task.writes);
    let body = &mut task.body;
    let outcome = catch_unwind(AssertUnwindSafe(|| body(&mut tx)));
    task.left_jobs = !tx.new_jobs.is_empty();
    match outcome {
        Ok(Ok(())) if task.writes => tx.flush()?,
        Ok(Ok(())) => tx.nothing_left()?,
        Ok(outcome) => outcome?,
        Err(_) => return Err(Problem::internal("an action panicked")),
    }
    *head = tx.head;
    Ok(())
}

pub(super) fn fail_all(batch: &mut [Task], common: &Common, problem: &Problem) {
    for task in batch {
        task.answer(Err(problem.clone()), common);
    }
}

fn read_loop(connection: &Connection, tasks: &Mutex<Receiver<Task>>, common: &Common) {
    loop {
        let next = tasks.lock().map(|queue| queue.recv());
        let Ok(Ok(mut task)) = next else { return };
        let outcome = read_snapshot(connection, &mut task, common);
        task.answer(outcome, common);
    }
}

/// One snapshot for all the questions of one page.
fn read_snapshot(connection: &Connection, task: &mut Task, common: &Common) -> Result<()> {
    connection.prepare_cached("BEGIN")?.execute([])?;
    let outcome = run(Conn::Sqlite(connection), task, common, &mut None);
    if !connection.is_autocommit() {
        connection.prepare_cached("COMMIT")?.execute([])?;
    }
    outcome
}

/// SQLite numbers `$7` by first use and `?7` by its number, which is what we mean. No text of ours has another dollar.
fn prepare<'c>(connection: &'c Connection, sql: &str) -> rusqlite::Result<CachedStatement<'c>> {
    connection.prepare_cached(&sql.replace('$', "?"))
}

fn bind(statement: &mut rusqlite::Statement, args: &[Value]) -> Result<()> {
    if statement.parameter_count() != args.len() {
        return Err(Problem::internal(format!("{} parameters for {}", args.len(), statement.parameter_count())));
    }
    for (place, value) in args.iter().enumerate() {
        let index = place + 1;
        match value {
            Value::Null => statement.raw_bind_parameter(index, rusqlite::types::Null)?,
            Value::Int(int) => statement.raw_bind_parameter(index, int)?,
            Value::Text(text) => statement.raw_bind_parameter(index, text.as_str())?,
        }
    }
    Ok(())
}

pub(super) fn execute(connection: &Connection, sql: &str, args: &[Value]) -> Result<u64> {
    let mut statement = prepare(connection, sql)?;
    bind(&mut statement, args)?;
    Ok(statement.raw_execute()? as u64)
}

pub(super) fn query(connection: &Connection, sql: &str, args: &[Value]) -> Result<Vec<Row>> {
    let mut answer = Vec::new();
    each(connection, sql, args, &mut |row| {
        answer.push(row);
        Ok(())
    })?;
    Ok(answer)
}

/// Hands over the rows one by one, for answers that would not fit in memory.
pub(super) fn each(connection: &Connection, sql: &str, args: &[Value], take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
    let mut statement = prepare(connection, sql)?;
    bind(&mut statement, args)?;
    let columns: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next()? {
        let values = (0..columns.len()).map(|i| read_value(row.get_ref(i)?)).collect::<Result<Vec<_>>>()?;
        take(Row { columns: columns.clone(), values })?;
    }
    Ok(())
}

fn read_value(value: ValueRef) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(int) => Value::Int(int),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Real(_) | ValueRef::Blob(_) => return Err(Problem::internal("columns are TEXT or BIGINT")),
    })
}
