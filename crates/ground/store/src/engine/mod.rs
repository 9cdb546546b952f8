//! The store: one write path, two engines. Doors call `read` and `write`; nobody else commits.

pub(crate) mod checks;
mod counts;
pub(crate) mod dialect;
mod many;
pub(crate) mod migrate;
pub(crate) mod pg;
mod pg_address;
mod pg_queue;
mod pg_session;
mod planner;
mod row;
pub(crate) mod rows;
mod setup;
pub(crate) mod sqlite;
pub(crate) mod tx;

pub use counts::Count;
pub use migrate::{Applied, migrate};
pub use row::Row;
pub use setup::{Migrations, Place, Setup, database_file};
pub use tx::Tx;

use crate::actor::Actor;
use crate::clock::Clock;
use crate::facts::Facts;
use crate::memory::Memory;
use crate::problem::{Problem, Result};
use crate::seal::Keys;
use kernel::{Id, Moment};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tokio::sync::{Notify, oneshot};

/// The tenant that stands for all communes; SQL under it must not filter by `tx.tenant()`.
pub const EVERYWHERE: &str = "*";

/// In whose commune and name an action runs.
#[derive(Debug, Clone)]
pub struct Scope {
    pub tenant: Arc<str>,
    pub actor: Actor,
}

impl Scope {
    pub fn system(tenant: impl Into<Arc<str>>) -> Self {
        Scope { tenant: tenant.into(), actor: Actor::system() }
    }

    /// Reads across all communes: for the house itself only, and never to write.
    pub fn everywhere() -> Self {
        Scope::system(EVERYWHERE)
    }
}

/// What every transaction may use besides the rows.
pub(crate) struct Common {
    pub(crate) clock: Clock,
    pub(crate) keys: Arc<Keys>,
    /// Event name to the job kinds that listen to it.
    pub(crate) listeners: HashMap<&'static str, Vec<String>>,
    pub(crate) facts: Arc<Facts>,
    pub(crate) memory: Memory,
    /// Rung when an action has left jobs.
    pub(crate) bell: Notify,
    ids: AtomicU64,
}

/// Bits of an id that count: ids of one millisecond still sort in the order they were made.
const COUNTED: u8 = 24;

impl Common {
    pub(crate) fn new_id(&self, now: Moment) -> Id {
        let (secs, nanos) = (now.0.as_second().max(0) as u64, now.0.subsec_nanosecond().unsigned_abs());
        let count = self.ids.fetch_add(1, Ordering::Relaxed) % (1 << COUNTED);
        let stamp = uuid::Timestamp::from_unix_time(secs, nanos, count.into(), COUNTED);
        Id::new(uuid::Uuid::new_v7(stamp).to_string())
    }
}

type Body = Box<dyn FnMut(&mut Tx) -> Result<()> + Send>;

/// One action on its way to a store thread.
pub(crate) struct Task {
    pub(crate) scope: Scope,
    pub(crate) writes: bool,
    pub(crate) body: Body,
    /// Whether the action, once committed, has left something for the worker.
    pub(crate) left_jobs: bool,
    done: Option<oneshot::Sender<Result<()>>>,
}

impl Task {
    pub(crate) fn answer(&mut self, outcome: Result<()>, common: &Common) {
        if self.left_jobs && outcome.is_ok() {
            common.bell.notify_one();
        }
        if let Some(done) = self.done.take() {
            let _ = done.send(outcome); // the asker may have hung up; the commit stands
        }
    }
}

enum Engine {
    Sqlite(sqlite::Sqlite),
    Postgres(pg::Postgres),
}

/// The open store, shared by all doors.
#[derive(Clone)]
pub struct Store {
    engine: Arc<Engine>,
    pub(crate) common: Arc<Common>,
    place: Place,
}

impl Store {
    /// Opens an already migrated store. Refuses one that is older or newer than the program, made with another key, or
    /// already served from the same SQLite file.
    pub fn open(setup: Setup) -> Result<Store> {
        let place = setup.serving_place();
        let lock = checks::lock(&place)?;
        checks::apart(|| migrate::check_current(&setup))?;
        let Setup { clock, keys, listeners, facts, reference, .. } = setup;
        let (memory, bell) = (Memory::new(reference), Notify::new());
        let common = Arc::new(Common { clock, keys, listeners, facts, memory, bell, ids: AtomicU64::default() });
        let engine = match &place {
            Place::File(path) => Engine::Sqlite(sqlite::Sqlite::open(path, common.clone(), lock)?),
            Place::Url(url) => Engine::Postgres(pg::Postgres::open(url, common.clone())?),
        };
        Ok(Store { engine: Arc::new(engine), common, place })
    }

    /// Asks questions on one snapshot.
    pub async fn read<T: Send + 'static>(
        &self,
        scope: Scope,
        body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.run(scope, false, body).await
    }

    /// Asks questions whose answer is somebody's own, and writes down the looks that they note before it hands the answer over:
    /// what only reads keeps no writer from its work.
    pub async fn look<T: Send + 'static>(
        &self,
        scope: Scope,
        mut body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let asked = move |tx: &mut Tx| Ok((body(tx)?, tx.take_looks()));
        let (answer, looks) = self.read(scope.clone(), asked).await?;
        if !looks.is_empty() {
            self.write(scope, move |tx| looks.iter().try_for_each(|look| tx.record_noted(look))).await?;
        }
        Ok(answer)
    }

    /// Runs an action and answers after its commit. The body may run more than once.
    pub async fn write<T: Send + 'static>(
        &self,
        scope: Scope,
        body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.run(scope, true, body).await
    }

    async fn run<T: Send + 'static>(
        &self,
        scope: Scope,
        writes: bool,
        mut body: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        if &*scope.tenant == EVERYWHERE && (writes || !matches!(scope.actor, Actor::System { .. })) {
            return Err(Problem::Forbidden);
        }
        let slot = Arc::new(Mutex::new(None));
        let (done, answered) = oneshot::channel();
        let result = slot.clone();
        let body: Body = Box::new(move |tx| {
            let value = body(tx)?;
            *result.lock().map_err(|_| Problem::internal("slot"))? = Some(value);
            Ok(())
        });
        self.send(Task { scope, writes, body, left_jobs: false, done: Some(done) })?;
        match answered.await.map_err(|_| Problem::Closed)? {
            Err(Problem::Again) => return Err(Problem::Busy { retry_after_secs: 2 }),
            outcome => outcome?,
        }
        let value = slot.lock().ok().and_then(|mut slot| slot.take());
        value.ok_or_else(|| Problem::internal("an action gave no value"))
    }

    fn send(&self, task: Task) -> Result<()> {
        match &*self.engine {
            Engine::Sqlite(sqlite) => sqlite.send(task),
            Engine::Postgres(postgres) => postgres.send(task),
        }
    }

    /// Whether questions are answered, and on SQLite whether the writer lives: for the readiness page.
    pub async fn ready(&self) -> Result<()> {
        self.read(Scope::everywhere(), |tx| tx.count("SELECT COUNT(*) AS n FROM platform_tenants", Vec::new())).await?;
        if self.is_postgres() { Ok(()) } else { self.write(Scope::system("house"), |_| Ok(())).await }
    }

    /// Lets PostgreSQL look at its tables after many rows came at once: until it does so by itself, a minute later, it plans as if
    /// they were empty. SQLite was told once what to expect.
    pub fn gathered(&self) -> Result<()> {
        match &self.place {
            Place::Url(url) => checks::apart(|| pg::Session::connect(url)?.batch("ANALYZE")),
            Place::File(_) => Ok(()),
        }
    }

    pub fn clock(&self) -> &Clock {
        &self.common.clock
    }

    pub fn keys(&self) -> &Arc<Keys> {
        &self.common.keys
    }

    /// What a module left at start, for a door that must not wait for the database.
    pub fn fact<T: std::any::Any + Send + Sync>(&self) -> Result<Arc<T>> {
        self.common.facts.get()
    }

    /// Rung after each commit that left jobs.
    pub fn bell(&self) -> &Notify {
        &self.common.bell
    }

    pub fn is_postgres(&self) -> bool {
        matches!(*self.engine, Engine::Postgres(_))
    }

    /// The SQLite file or the PostgreSQL address, for backup and doctor.
    pub fn place(&self) -> &Place {
        &self.place
    }
}
