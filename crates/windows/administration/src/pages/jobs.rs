//! Work of the house that failed too often, or that should have run by now.

use kernel::{Id, Moment};
use platform::store::jobs::{self, Parked, State, Waiting};
use platform::web::Path;
use platform::{Answer, Ctx, Json, Problem, context};

const PAGE: &str = "administration/jobs.html";
const MOST: i64 = 200;
/// The worker looks every few seconds: what waits longer than this is late.
const LATE_SECS: i64 = 600;

pub async fn list(ctx: Ctx) -> Answer {
    let now = ctx.now();
    let model = ctx
        .read(move |rx| {
            let counts = (jobs::count(rx, State::Parked)?, jobs::count(rx, State::Waiting)?);
            Ok(model(&jobs::parked(rx, MOST)?, &jobs::waiting(rx, MOST)?, counts, now))
        })
        .await?;
    ctx.page(PAGE, model).await
}

/// `counts`: how many are parked, how many wait.
pub fn model(parked: &[Parked], waiting: &[Waiting], counts: (i64, i64), now: Moment) -> Json {
    let stopped: Vec<Json> = parked
        .iter()
        .map(|job| context! { id => job.id, kind => job.kind, due => job.due.to_string(), error => job.error })
        .collect();
    let late: Vec<Json> = waiting
        .iter()
        .filter(|job| job.due.plus_secs(LATE_SECS) < now || job.attempts > 0)
        .map(|job| context! { kind => job.kind, due => job.due.to_string(), attempts => job.attempts, error => job.error })
        .collect();
    context! { parked => stopped, late => late, parked_count => counts.0, waiting_count => counts.1 }
}

pub async fn retry(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id = Id::parse(&id).ok_or(Problem::NotFound)?;
    ctx.write(move |tx| jobs::retry(tx, &id)).await?;
    ctx.go_saying("/admin/jobs", "administration-job-retried")
}
