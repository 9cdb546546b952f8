//! The worker: takes due jobs of each commune, runs them, and starts timed work at civil time.

use crate::app::App;
use crate::communes::Commune;
use crate::module::{EffectFn, Every, JobFn, Timed};
use crate::web::Ctx;
use futures_util::future::join_all;
use kernel::Moment;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};
use store::{Actor, Job, Problem, Result, Scope, Tx, args, jobs, search};
use tokio::sync::Semaphore;

const TICK: Duration = Duration::from_millis(500);
const AT_ONCE: i64 = 32;
/// In development, message files are read again every few ticks.
const WORDS_TICKS: u32 = 6;
/// Rounds of `drain`: a job may leave jobs behind, but not for ever.
const ROUNDS: usize = 1_000;

/// Things whose words are merged into the search in one commit: few, since whoever writes meanwhile waits for it, of whichever
/// commune he is.
const MERGED: i64 = 50;
/// So many commits for a commune in a row, and how often at most, so that a rush of deposits goes first.
const MERGES: usize = 8;
const MERGE_EVERY: Duration = Duration::from_secs(1);

/// Effects under way at once: a mail server that does not answer holds one place, not the queue.
const EFFECTS: usize = 8;

struct Bench {
    app: App,
    jobs: HashMap<String, JobFn>,
    effects: HashMap<String, EffectFn>,
    places: Arc<Semaphore>,
}

impl Bench {
    fn new(app: App) -> Bench {
        let mut jobs: HashMap<String, JobFn> = app.modules().iter().flat_map(|module| module.jobs.clone()).collect();
        jobs.extend(told_to_all(&app, &jobs));
        let effects = app.modules().iter().flat_map(|module| module.effects.clone()).collect();
        Bench { app, jobs, effects, places: Arc::new(Semaphore::new(EFFECTS)) }
    }
}

/// For each event the job that tells all who listen, in the order of the modules. They share a commit: most find in a moment
/// that an event is not theirs.
fn told_to_all(app: &App, jobs: &HashMap<String, JobFn>) -> HashMap<String, JobFn> {
    let mut heard: HashMap<&str, Vec<JobFn>> = HashMap::new();
    for (event, kind) in app.modules().iter().flat_map(|module| &module.listeners) {
        heard.entry(event).or_default().extend(jobs.get(kind).cloned());
    }
    let all = |listeners: Vec<JobFn>| -> JobFn { Arc::new(move |tx, job| listeners.iter().try_for_each(|tell| tell(tx, job))) };
    heard.into_iter().map(|(event, listeners)| (jobs::told_to_all(event), all(listeners))).collect()
}

pub(crate) async fn run(app: App) {
    let bench = Arc::new(Bench::new(app.clone()));
    let (mut ticks, mut merged): (u32, Instant) = (0, Instant::now());
    loop {
        let _ = tokio::time::timeout(TICK, app.store().bell().notified()).await;
        ticks = ticks.wrapping_add(1);
        if cfg!(debug_assertions) && ticks.is_multiple_of(WORDS_TICKS) {
            app.reload_words();
        }
        if merged.elapsed() >= MERGE_EVERY {
            merged = Instant::now();
            if let Err(problem) = merge_words(&app).await {
                tracing::warn!(?problem, "words of the search");
            }
        }
        if let Err(problem) = round(&bench, false).await {
            tracing::warn!(?problem, "worker");
            tokio::time::sleep(TICK).await;
        }
    }
}

pub(crate) async fn drain(app: &App) -> Result<()> {
    let bench = Arc::new(Bench::new(app.clone()));
    for _ in 0..ROUNDS {
        if round(&bench, true).await? == 0 && merge_words(app).await? == 0 {
            return Ok(());
        }
    }
    Err(Problem::internal("jobs leave jobs without end"))
}

/// Merges some fresh words of each commune that has any. Says of how many things.
async fn merge_words(app: &App) -> Result<usize> {
    let mut merged = 0;
    for tenant in app.store().read(Scope::everywhere(), search::unmerged).await? {
        for _ in 0..MERGES {
            let some = app.store().write(Scope::system(tenant.clone()), |tx| search::merge(tx, MERGED)).await?;
            merged += some;
            if (some as i64) < MERGED {
                break;
            }
        }
    }
    Ok(merged)
}

/// Starts what is timed, then runs what is due. Says how many jobs were taken. Effects go on beside the round unless
/// `wait`; their lease keeps them from being taken twice.
async fn round(bench: &Arc<Bench>, wait: bool) -> Result<usize> {
    let mut ran = 0;
    start_timed(bench).await?;
    for tenant in due_tenants(bench).await? {
        let Some(commune) = bench.app.communes().by_code(&tenant) else { continue };
        let scope = Scope::system(commune.code.clone());
        let taken = bench.app.store().write(scope, |tx| jobs::lease(tx, AT_ONCE)).await?;
        ran += taken.len();
        let (deeds, effects): (Vec<Job>, Vec<Job>) = taken.into_iter().partition(|job| bench.jobs.contains_key(&job.kind));
        // Asked for together they share a commit; the store keeps their order.
        let done = join_all(deeds.into_iter().map(|job| run_job(bench, &commune, job))).await;
        done.into_iter().collect::<Result<()>>()?;
        for job in effects {
            if wait {
                run_job(bench, &commune, job).await?;
                continue;
            }
            let Ok(place) = bench.places.clone().acquire_owned().await else { return Ok(ran) };
            let (bench, commune) = (bench.clone(), commune.clone());
            tokio::spawn(async move {
                let _place = place;
                if let Err(problem) = run_job(&bench, &commune, job).await {
                    tracing::warn!(?problem, "effect");
                }
            });
        }
    }
    Ok(ran)
}

async fn due_tenants(bench: &Bench) -> Result<Vec<String>> {
    bench
        .app
        .store()
        .read(Scope::everywhere(), |rx| {
            let sql = "SELECT DISTINCT tenant FROM platform_jobs WHERE state = 'waiting' AND due <= $1 AND (lease_until IS NULL OR lease_until < $1)";
            rx.all(sql, args![rx.now()], |row| row.get("tenant"))
        })
        .await
}

async fn run_job(bench: &Bench, commune: &Arc<Commune>, job: Job) -> Result<()> {
    let scope = Scope { tenant: commune.code.clone(), actor: Actor::System { part: "job" } };
    let outcome = if let Some(run) = bench.jobs.get(&job.kind) {
        let (run, job) = (run.clone(), job.clone());
        bench
            .app
            .store()
            .write(scope.clone(), move |tx| {
                run(tx, &job)?;
                jobs::complete(tx, &job)
            })
            .await
    } else if let Some(run) = bench.effects.get(&job.kind) {
        let done = run(Ctx::house(&bench.app, commune), job.clone()).await;
        match done {
            Ok(()) => {
                let job = job.clone();
                bench.app.store().write(scope.clone(), move |tx| jobs::complete(tx, &job)).await
            }
            Err(problem) => Err(problem),
        }
    } else {
        Err(Problem::internal(format!("nobody runs jobs of kind {}", job.kind)))
    };
    match outcome {
        Ok(()) => Ok(()),
        Err(problem) if jobs::is_lost(&problem) => Ok(()),
        Err(problem) => {
            tracing::warn!(job = %job.id, kind = %job.kind, attempts = job.attempts, ?problem, "job failed");
            let error = format!("{problem:?}");
            let after = move |tx: &mut Tx| match jobs::is_to_all(&job) {
                true => jobs::part(tx, &job),
                false => jobs::put_back(tx, &job, &error),
            };
            match bench.app.store().write(scope, after).await {
                Err(problem) if jobs::is_lost(&problem) => Ok(()),
                outcome => outcome,
            }
        }
    }
}

/// The hour or day of the commune that timed work belongs to, once it has come.
fn slot(timed: &Timed, now: Moment) -> Option<String> {
    let zoned = now.zoned();
    match timed.every {
        Every::Hour => Some(format!("{}T{:02}", now.day(), zoned.hour())),
        Every::Day { hour } => (zoned.hour() >= hour).then(|| now.day().to_string()),
    }
}

async fn start_timed(bench: &Bench) -> Result<()> {
    let app = &bench.app;
    let now = app.store().clock().now();
    let due: Vec<(Timed, String)> = app.timed().filter_map(|timed| Some((timed.clone(), slot(timed, now)?))).collect();
    if due.is_empty() {
        return Ok(());
    }
    let known = ran(app).await?;
    for commune in app.communes().open() {
        for (timed, slot) in &due {
            if known.get(&(commune.code.to_string(), timed.name.to_owned())) != Some(slot) {
                run_timed(app, commune, timed, slot).await;
            }
        }
    }
    Ok(())
}

async fn ran(app: &App) -> Result<HashMap<(String, String), String>> {
    app.store()
        .read(Scope::everywhere(), |rx| {
            let rows = rx.all("SELECT tenant, name, ran_on FROM platform_schedule", vec![], |row| {
                Ok(((row.get("tenant")?, row.get("name")?), row.get("ran_on")?))
            })?;
            Ok(rows.into_iter().collect())
        })
        .await
}

/// Runs it in one transaction with the mark that it ran, so that two machines cannot both do so.
async fn run_timed(app: &App, commune: &Arc<Commune>, timed: &Timed, slot: &str) {
    let scope = Scope { tenant: commune.code.clone(), actor: Actor::System { part: timed.name } };
    let (run, name, slot) = (timed.run, timed.name, slot.to_owned());
    let outcome = app
        .store()
        .write(scope, move |tx| {
            let sql = "INSERT INTO platform_schedule (tenant, name, ran_on) VALUES ($1, $2, $3)
                       ON CONFLICT (tenant, name) DO UPDATE SET ran_on = excluded.ran_on WHERE platform_schedule.ran_on <> excluded.ran_on";
            if tx.changed(sql, args![tx.tenant(), name, slot])? == 1 { run(tx) } else { Ok(()) }
        })
        .await;
    if let Err(problem) = outcome {
        tracing::error!(task = timed.name, ?problem, "timed work failed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timed_work_waits_for_its_civil_hour() {
        let daily = Timed { name: "x", every: Every::Day { hour: 2 }, run: |_| Ok(()) };
        let at = |text: &str| Moment::parse(text).unwrap();
        assert_eq!(slot(&daily, at("2026-11-24T00:30:00Z")), None); // 01:30 in Casablanca
        assert_eq!(slot(&daily, at("2026-11-24T01:30:00Z")), Some("2026-11-24".into()));
        assert_eq!(slot(&daily, at("2026-03-01T01:30:00Z")), None); // Ramadan: UTC+0
    }
}
