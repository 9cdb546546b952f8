//! `/healthz`: ready or not, and why; for load balancers, service managers and the doctor.

use super::{backups, disk};
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use platform::store::jobs::{self, State};
use platform::{App, Result, Scope};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// A probe that waits longer has its answer.
const PATIENCE: Duration = Duration::from_secs(3);
/// Below this the store closes deposits by itself soon.
pub const LEAST_ROOM: u64 = 200_000_000;

/// What is told of the machine: no person, no path, no address.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Health {
    pub ready: bool,
    /// Words for programs: `database`, `disk`. Empty when ready.
    pub why: Vec<String>,
    /// What needs a person though the program serves: `jobs-parked`, `backup-failed`, `backup-old`, `backup-none`.
    pub warnings: Vec<String>,
    pub database: String,
    pub disk_free_bytes: Option<u64>,
    pub jobs_parked: Option<i64>,
    pub last_backup: Option<String>,
    pub version: String,
}

pub(super) async fn ready(app: App) -> Response {
    let health = health(&app).await;
    let code = if health.ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (code, [(header::CACHE_CONTROL, "no-store")], Json(health)).into_response()
}

async fn health(app: &App) -> Health {
    let mut health = Health {
        ready: true,
        why: Vec::new(),
        warnings: Vec::new(),
        database: "ok".into(),
        disk_free_bytes: room(app).await,
        jobs_parked: None,
        last_backup: None,
        version: env!("CARGO_PKG_VERSION").into(),
    };
    if health.disk_free_bytes.is_some_and(|free| free < LEAST_ROOM) {
        health.why.push("disk".into());
    }
    match tokio::time::timeout(PATIENCE, app.store().ready()).await {
        Ok(Ok(())) => look(app, &mut health).await,
        Ok(Err(problem)) => not_ready(&mut health, problem.code()),
        Err(_) => not_ready(&mut health, "slow"),
    }
    health.ready = health.why.is_empty();
    health
}

fn not_ready(health: &mut Health, word: &str) {
    health.database = word.to_owned();
    health.why.push("database".into());
}

async fn room(app: &App) -> Option<u64> {
    let folder = app.config().data.clone();
    tokio::task::spawn_blocking(move || disk::room(&folder)).await.ok().flatten().map(|(free, _)| free)
}

async fn look(app: &App, health: &mut Health) {
    if let Ok(parked) = parked(app).await {
        health.jobs_parked = Some(parked);
        if parked > 0 {
            health.warnings.push("jobs-parked".into());
        }
    }
    let Ok(last) = backups::last(app).await else { return };
    let now = app.store().clock().now();
    health.last_backup = last.as_ref().map(|last| last.at.to_string());
    let warning = match last {
        None => Some("backup-none"),
        Some(last) if last.error.is_some() => Some("backup-failed"),
        Some(last) if now.secs_since(last.at) > super::checks::OLD_BACKUP_SECS => Some("backup-old"),
        Some(_) => None,
    };
    health.warnings.extend(warning.map(str::to_owned));
}

/// Jobs that wait for a person, in all open communes.
pub async fn parked(app: &App) -> Result<i64> {
    let mut total = 0;
    for commune in app.communes().open() {
        total += app.store().read(Scope::system(commune.code.clone()), |rx| jobs::count(rx, State::Parked)).await?;
    }
    Ok(total)
}
