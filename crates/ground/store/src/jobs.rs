//! Work that nobody waits for: rows written with their cause, leased, retried, parked with an alarm, never dropped.

use crate::args;
use crate::engine::{Count, Tx};
use crate::problem::{Problem, Result};
use kernel::{Id, Moment};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// After this many failures a job is parked until a person looks at it.
pub const TRIES: i64 = 12;
const LEASE_SECS: i64 = 120;
const LEASE_LOST: &str = "platform-lease-lost";
/// How the kinds of jobs begin that tell all listeners of an event.
const TO_ALL: &str = "on.";

/// A fact in the past tense, told after the commit to whoever listens.
pub trait Event: Serialize + DeserializeOwned {
    const NAME: &'static str;
}

kernel::words! {
    /// Where a job stands.
    pub enum State { Waiting = "waiting", Done = "done", Parked = "parked" }
}

#[derive(Debug, Clone)]
pub(crate) struct NewJob {
    id: Id,
    kind: String,
    payload: String,
    due: Moment,
}

/// A job as the worker takes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    pub id: Id,
    pub kind: String,
    pub payload: String,
    pub attempts: i64,
    pub lease: String,
}

impl Job {
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T> {
        Ok(serde_json::from_str(&self.payload)?)
    }
}

impl Tx<'_> {
    /// Leaves a job to run soon after the commit.
    pub fn job(&mut self, kind: &str, payload: &impl Serialize) -> Result<()> {
        self.job_at(kind, payload, self.now())
    }

    /// Leaves a job to run at or after `due`.
    pub fn job_at(&mut self, kind: &str, payload: &impl Serialize, due: Moment) -> Result<()> {
        let job = NewJob { id: self.new_id(), kind: kind.into(), payload: serde_json::to_string(payload)?, due };
        self.new_jobs.push(job);
        Ok(())
    }

    /// Tells every listener of the event, all by one job.
    pub fn emit<E: Event>(&mut self, event: &E) -> Result<()> {
        if self.common.listeners.contains_key(E::NAME) { self.job(&told_to_all(E::NAME), event) } else { Ok(()) }
    }
}

/// The kind of the job that tells all listeners of an event.
pub fn told_to_all(event: &str) -> String {
    format!("{TO_ALL}{event}")
}

/// Whether a job tells all listeners of an event.
pub fn is_to_all(job: &Job) -> bool {
    job.kind.starts_with(TO_ALL)
}

/// A job for each listener in place of the one that told all: what one of them cannot take in keeps nothing from the others.
pub fn part(tx: &mut Tx, job: &Job) -> Result<()> {
    let event = job.kind.strip_prefix(TO_ALL).unwrap_or_default();
    for kind in tx.common.listeners.get(event).cloned().unwrap_or_default() {
        tx.new_jobs.push(NewJob { id: tx.new_id(), kind, payload: job.payload.clone(), due: tx.now() });
    }
    complete(tx, job)
}

pub(crate) fn flush(tx: &mut Tx) -> Result<()> {
    let jobs = std::mem::take(&mut tx.new_jobs);
    let row = |job: &NewJob| args![tx.tenant(), job.id, job.kind, job.payload, job.due, 0, State::Waiting];
    let rows: Vec<_> = jobs.iter().map(row).collect();
    tx.insert_rows("INSERT INTO platform_jobs (tenant, id, kind, payload, due, attempts, state)", &rows)
}

/// Takes up to `limit` due jobs of this commune and leases them.
pub fn lease(tx: &mut Tx, limit: i64) -> Result<Vec<Job>> {
    let now = tx.now();
    let lease = tx.new_id().to_string();
    let sql = "UPDATE platform_jobs SET lease = $1, lease_until = $2, attempts = attempts + 1
               WHERE tenant = $3 AND id IN (
                   SELECT id FROM platform_jobs WHERE tenant = $3 AND state = 'waiting' AND due <= $4
                   AND (lease_until IS NULL OR lease_until < $4) ORDER BY due, id LIMIT $5)
               RETURNING id, kind, payload, attempts, lease";
    let mut jobs = tx.all(sql, args![lease, now.plus_secs(LEASE_SECS), tx.tenant(), now, limit], |row| {
        Ok(Job {
            id: row.get("id")?,
            kind: row.get("kind")?,
            payload: row.get("payload")?,
            attempts: row.get("attempts")?,
            lease: row.get("lease")?,
        })
    })?;
    jobs.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(jobs)
}

/// Whether a job could not be ended because its lease has passed to another worker: everything else is a failure of the job.
pub fn is_lost(problem: &Problem) -> bool {
    matches!(problem, Problem::Conflict(refusal) if refusal.key == LEASE_LOST)
}

/// Marks a leased job done, in the transaction of its effect. Fails as [`is_lost`] tells when another worker has it.
pub fn complete(tx: &mut Tx, job: &Job) -> Result<()> {
    let sql = "UPDATE platform_jobs SET state = 'done', done_at = $1, lease = NULL, lease_until = NULL
               WHERE tenant = $2 AND id = $3 AND lease = $4";
    match tx.changed(sql, args![tx.now(), tx.tenant(), job.id, job.lease])? {
        1 => Ok(()),
        _ => Err(Problem::Conflict(kernel::Refusal::new(LEASE_LOST))),
    }
}

/// Sends a failed job back with a pause of 5 s to 6 h, or parks it. Does nothing when the lease has passed on.
pub fn put_back(tx: &mut Tx, job: &Job, error: &str) -> Result<()> {
    let pause_secs = 5_i64.saturating_mul(1 << (job.attempts - 1).clamp(0, 13)).min(6 * 3600);
    // What failed together does not come back together.
    let jitter = pause_secs * i64::from(tx.random::<1>()?[0]) / 2_560;
    let state = if job.attempts >= TRIES { State::Parked } else { State::Waiting };
    let error: String = error.chars().take(500).collect();
    let sql = "UPDATE platform_jobs SET state = $1, due = $2, error = $3, lease = NULL, lease_until = NULL
               WHERE tenant = $4 AND id = $5 AND lease = $6";
    let ours =
        tx.changed(sql, args![state, tx.now().plus_secs(pause_secs + jitter), error, tx.tenant(), job.id, job.lease])? == 1;
    if ours && state == State::Parked {
        tx.record("platform.job_parked", &job.id, &serde_json::json!({ "kind": job.kind }))?;
    }
    Ok(())
}

/// A job that waits for a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parked {
    pub id: Id,
    pub kind: String,
    /// When it would have run next.
    pub due: Moment,
    pub error: String,
}

/// Jobs that failed too often, oldest first.
pub fn parked(tx: &mut Tx, limit: i64) -> Result<Vec<Parked>> {
    let sql = "SELECT id, kind, due, COALESCE(error, '') AS error FROM platform_jobs
               WHERE tenant = $1 AND state = 'parked' ORDER BY id LIMIT $2";
    tx.all(sql, args![tx.tenant(), limit], |row| {
        Ok(Parked { id: row.get("id")?, kind: row.get("kind")?, due: row.get("due")?, error: row.get("error")? })
    })
}

/// A job that is still to run.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Waiting {
    pub id: Id,
    pub kind: String,
    pub due: Moment,
    /// How often it failed already.
    pub attempts: i64,
    pub error: String,
}

/// Jobs that are still to run, soonest first.
pub fn waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Waiting>> {
    let sql = "SELECT id, kind, due, attempts, COALESCE(error, '') AS error FROM platform_jobs
               WHERE tenant = $1 AND state = 'waiting' ORDER BY due, id LIMIT $2";
    tx.all(sql, args![tx.tenant(), limit], |row| {
        Ok(Waiting {
            id: row.get("id")?,
            kind: row.get("kind")?,
            due: row.get("due")?,
            attempts: row.get("attempts")?,
            error: row.get("error")?,
        })
    })
}

/// Lets a parked job run again, from its first try.
pub fn retry(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "UPDATE platform_jobs SET state = 'waiting', attempts = 0, due = $1
               WHERE tenant = $2 AND id = $3 AND state = 'parked'";
    match tx.changed(sql, args![tx.now(), tx.tenant(), id])? {
        1 => tx.record("platform.job_retried", id, &()),
        _ => Err(Problem::NotFound),
    }
}

/// Removes up to `limit` jobs done before a moment, so that the table stays small; their acts are in the journal.
pub fn sweep_done(tx: &mut Tx, before: Moment, limit: i64) -> Result<u64> {
    let sql = "DELETE FROM platform_jobs WHERE tenant = $1 AND id IN (
                   SELECT id FROM platform_jobs WHERE tenant = $1 AND state = 'done' AND done_at < $2 LIMIT $3)";
    tx.changed(sql, args![tx.tenant(), before, limit])
}

/// Communes with a job to take now, longest waiting first; asked from [`crate::Scope::everywhere`].
pub fn due_tenants(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT tenant, MIN(due) AS first FROM platform_jobs
               WHERE state = 'waiting' AND due <= $1 AND (lease_until IS NULL OR lease_until < $1)
               GROUP BY tenant ORDER BY first, tenant LIMIT $2";
    tx.all(sql, args![tx.now(), limit], |row| row.get("tenant"))
}

/// How many jobs stand in a state, for the alarm and the doctor.
pub fn count(tx: &mut Tx, state: State) -> Result<i64> {
    tx.count(COUNTED, args![tx.tenant(), state])
}

/// The same, to be asked together with other counts.
pub fn counting(tx: &Tx, state: State) -> Count {
    Count::of(COUNTED, args![tx.tenant(), state])
}

const COUNTED: &str = "SELECT COUNT(*) AS n FROM platform_jobs WHERE tenant = $1 AND state = $2";
