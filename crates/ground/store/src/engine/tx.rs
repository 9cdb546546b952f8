//! One transaction: SQL in the tongue both engines speak, and everything an action leaves behind in the same commit.

use super::row::Row;
use super::{Common, Scope, pg, sqlite};
use crate::actor::Actor;
use crate::journal::Head;
use crate::memory::Once;
use crate::problem::{Problem, Result};
use crate::seal::Keys;
use crate::{jobs, journal};
use kernel::{Day, Id, Moment, Refusal, Value};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The engine behind a transaction. Only `store` and the few named helpers below may ask.
pub(crate) enum Conn<'a> {
    Sqlite(&'a rusqlite::Connection),
    Postgres(&'a mut pg::Session),
}

impl Conn<'_> {
    pub(crate) fn execute(&mut self, sql: &str, args: Vec<Value>) -> Result<u64> {
        timed(sql, || match self {
            Conn::Sqlite(connection) => sqlite::execute(connection, sql, &args),
            Conn::Postgres(session) => session.execute(sql, &args),
        })
    }

    /// Runs a statement whose count of rows nobody asks for; it may travel with the next one.
    pub(crate) fn execute_later(&mut self, sql: &str, args: Vec<Value>) -> Result<()> {
        timed(sql, || match self {
            Conn::Sqlite(connection) => sqlite::execute(connection, sql, &args).map(|_| ()),
            Conn::Postgres(session) => session.execute_later(sql, args),
        })
    }

    pub(crate) fn query(&mut self, sql: &str, args: Vec<Value>) -> Result<Vec<Row>> {
        timed(sql, || match self {
            Conn::Sqlite(connection) => sqlite::query(connection, sql, &args),
            Conn::Postgres(session) => session.query(sql, &args),
        })
    }

    /// Hands over the rows of an answer one by one.
    pub(crate) fn each(&mut self, sql: &str, take: &mut dyn FnMut(Row) -> Result<()>) -> Result<()> {
        match self {
            Conn::Sqlite(connection) => sqlite::each(connection, sql, &[], take),
            Conn::Postgres(session) => session.each(sql, take),
        }
    }

    /// Statements without parameters, several at once.
    pub(crate) fn batch(&mut self, sql: &str) -> Result<()> {
        match self {
            Conn::Sqlite(connection) => Ok(connection.execute_batch(sql)?),
            Conn::Postgres(session) => session.batch(sql),
        }
    }
}

/// A statement that takes longer keeps people waiting, and is told in the log.
const LONG: Duration = Duration::from_secs(1);

/// Tells the log how long a statement took, never its values: with `statement=debug` each one, else only a long one.
fn timed<T>(sql: &str, run: impl FnOnce() -> Result<T>) -> Result<T> {
    let began = Instant::now();
    let outcome = run();
    let took = began.elapsed();
    if took < LONG {
        tracing::debug!(target: "statement", micros = took.as_micros(), sql);
    } else {
        tracing::warn!(target: "statement", millis = took.as_millis(), sql, "a statement took long");
    }
    outcome
}

/// Reads and writes of one action. Committing, grouping and retrying belong to `ctx.write`, never to the action;
/// an action may therefore run again, and must not touch anything outside the `Tx`. After a failed statement the action is
/// over, on both engines: an action that goes on regardless is refused as a whole.
pub struct Tx<'a> {
    pub(crate) conn: Conn<'a>,
    pub(crate) common: &'a Common,
    scope: &'a Scope,
    now: Moment,
    writes: bool,
    failed: Option<Problem>,
    pub(crate) head: Option<Head>,
    /// Entries of the journal to be written at the end.
    pub(crate) fresh: Vec<journal::Entry>,
    pub(crate) new_jobs: Vec<jobs::NewJob>,
    /// A deposit's key that was looked for and not found.
    pub(crate) absent: Option<Id>,
    /// Whether this action changed a reference table.
    pub(crate) edited: bool,
    pub(crate) once: Once,
}

impl<'a> Tx<'a> {
    /// `head` is the row of the commune's head, when the engine knows it already.
    pub(crate) fn new(conn: Conn<'a>, common: &'a Common, scope: &'a Scope, head: Option<Head>, writes: bool) -> Self {
        let now = common.clock.now();
        Tx {
            conn,
            common,
            scope,
            now,
            writes,
            failed: None,
            head,
            fresh: Vec::new(),
            new_jobs: Vec::new(),
            absent: None,
            edited: false,
            once: Once::default(),
        }
    }

    /// The commune this transaction belongs to (its HCP code), for the first column of every table.
    pub fn tenant(&self) -> Arc<str> {
        self.scope.tenant.clone()
    }

    pub fn actor(&self) -> &Actor {
        &self.scope.actor
    }

    pub fn now(&self) -> Moment {
        self.now
    }

    pub fn today(&self) -> Day {
        self.now.day()
    }

    pub fn new_id(&self) -> Id {
        self.common.new_id(self.now)
    }

    /// What a module knows of the country, as it read it from the pack at start.
    pub fn fact<T: std::any::Any + Send + Sync>(&self) -> Result<Arc<T>> {
        self.common.facts.get()
    }

    /// The keys of sealed fields and look-ups.
    pub fn keys(&self) -> &'a Arc<Keys> {
        &self.common.keys
    }

    /// Random bytes from the system, for codes and secrets.
    pub fn random<const N: usize>(&self) -> Result<[u8; N]> {
        self.common.keys.random()
    }

    /// Runs a statement whose count of rows does not matter. On PostgreSQL it travels with the next question, and a failure
    /// shows there, or at the commit.
    pub fn execute(&mut self, sql: &str, args: Vec<Value>) -> Result<()> {
        self.alive()?;
        storable(&args)?;
        let outcome = self.conn.execute_later(sql, args);
        self.remember(outcome)?;
        self.note_edit(sql)
    }

    /// Runs a statement and says how many rows it changed.
    pub fn changed(&mut self, sql: &str, args: Vec<Value>) -> Result<u64> {
        self.alive()?;
        storable(&args)?;
        let outcome = self.conn.execute(sql, args);
        let count = self.remember(outcome)?;
        self.note_edit(sql)?;
        Ok(count)
    }

    fn note_edit(&mut self, sql: &str) -> Result<()> {
        self.once.forget(sql);
        if self.edited || !self.common.memory.is_changed_by(sql) {
            return Ok(());
        }
        self.edited = true;
        self.edit()
    }

    /// Every row of the answer, read one by one.
    pub fn all<T>(&mut self, sql: &str, args: Vec<Value>, read: impl Fn(&Row) -> Result<T>) -> Result<Vec<T>> {
        self.rows(sql, args)?.iter().map(read).collect()
    }

    /// The first row, if there is one.
    pub fn maybe<T>(&mut self, sql: &str, args: Vec<Value>, read: impl Fn(&Row) -> Result<T>) -> Result<Option<T>> {
        self.rows(sql, args)?.first().map(read).transpose()
    }

    /// The first row; `NotFound` when there is none.
    pub fn one<T>(&mut self, sql: &str, args: Vec<Value>, read: impl Fn(&Row) -> Result<T>) -> Result<T> {
        self.maybe(sql, args, read)?.ok_or(Problem::NotFound)
    }

    /// One whole number, such as a count, from the column `n`; 0 when there is no row.
    pub fn count(&mut self, sql: &str, args: Vec<Value>) -> Result<i64> {
        Ok(self.maybe(sql, args, |row| row.get::<Option<i64>>("n"))?.flatten().unwrap_or(0))
    }

    fn rows(&mut self, sql: &str, args: Vec<Value>) -> Result<Vec<Row>> {
        self.alive()?;
        storable(&args)?;
        let outcome = self.conn.query(sql, args);
        self.remember(outcome)
    }

    fn alive(&self) -> Result<()> {
        self.failed.clone().map_or(Ok(()), Err)
    }

    /// PostgreSQL answers "COMMIT" of a failed transaction with a quiet rollback, so the failure must be ours to keep.
    fn remember<T>(&mut self, outcome: Result<T>) -> Result<T> {
        if let Err(problem) = &outcome {
            self.failed = Some(problem.clone());
        }
        outcome
    }

    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.conn, Conn::Postgres(_))
    }

    /// ` FOR UPDATE` where rows are locked one by one; nothing on SQLite, whose writer is alone, and in a question, which
    /// PostgreSQL would refuse.
    pub fn for_update(&self) -> &'static str {
        if self.writes && self.is_postgres() { " FOR UPDATE" } else { "" }
    }

    /// Writes what the action left in memory: journal entries, the head of the chain, jobs.
    pub(crate) fn flush(&mut self) -> Result<()> {
        self.alive()?;
        journal::flush(self)?;
        jobs::flush(self)
    }

    /// A question may leave nothing behind.
    pub(crate) fn nothing_left(&self) -> Result<()> {
        self.alive()?;
        let idle = self.fresh.is_empty() && self.new_jobs.is_empty();
        if idle { Ok(()) } else { Err(Problem::internal("a read left journal entries or jobs")) }
    }
}

/// PostgreSQL stores no NUL in a text, so no engine does: what a person sent is refused, not a fault of ours.
fn storable(args: &[Value]) -> Result<()> {
    let nul = args.iter().any(|value| matches!(value, Value::Text(text) if text.contains('\0')));
    if nul { Err(Refusal::new("platform-text-invalid").into()) } else { Ok(()) }
}
