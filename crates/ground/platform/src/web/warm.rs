//! Visits the kept pages and datasets of the home commune now and then, so that a copy stands ready when the database goes away.
//! Long datasets are kept as somebody asked for them last: to read a million rows every few minutes keeps everybody waiting.

use crate::app::App;
use crate::module::Dataset;
use crate::shelf::Shelf;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use kernel::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use store::{Scope, Tx};
use tower::ServiceExt;

const EVERY: Duration = Duration::from_secs(300);
/// An answer of the shelf is good for a minute: who makes it ahead comes sooner.
const AHEAD: Duration = Duration::from_secs(45);
/// A commune that nobody looked at for so long is left alone.
const LOOKED_AT_SECS: i64 = 900;
/// Rows of a dataset that is visited.
const ROWS: i64 = 2_000;

pub(crate) async fn run(app: App) {
    loop {
        visit(&app).await;
        tokio::time::sleep(EVERY).await;
    }
}

/// Makes what modules name, for the home commune and those that are looked at.
pub(crate) async fn make_ahead(app: App) {
    let makers: Vec<_> = app.modules().iter().flat_map(|module| module.ahead.iter().copied()).collect();
    loop {
        for commune in looked_at(&app).await {
            for make in makers.iter().copied() {
                if let Err(problem) = app.store().read(Scope::system(commune.clone()), make).await {
                    tracing::warn!(?problem, %commune, "an answer could not be made ahead");
                }
            }
        }
        tokio::time::sleep(AHEAD).await;
    }
}

/// The home commune, and those of which somebody asked lately.
async fn looked_at(app: &App) -> BTreeSet<Arc<str>> {
    let home = app.config().commune.clone();
    let asked = |tx: &mut Tx| Ok(tx.fact::<Shelf>()?.asked_since(tx.now().plus_secs(-LOOKED_AT_SECS)));
    let mut communes = app.store().read(Scope::system(home.as_str()), asked).await.unwrap_or_default();
    communes.insert(home.into());
    communes
}

async fn visit(app: &App) {
    let router = app.router();
    let kept = app
        .modules()
        .iter()
        .flat_map(|module| module.declared_routes())
        .filter(|route| route.info.kept && !route.info.path.contains('{'));
    for route in kept {
        let page = route.info.kind == super::Kind::Page;
        for lang in Lang::ALL.into_iter().take(if page { 4 } else { 1 }) {
            let tail = if route.info.path == "/" { "" } else { route.info.path };
            let address = if page { format!("/{}{tail}", lang.code()) } else { route.info.path.to_owned() };
            ask(&router, &address).await;
        }
    }
    for dataset in app.modules().iter().flat_map(|module| module.declared_datasets()) {
        if is_long(app, dataset).await {
            continue;
        }
        for kind in ["csv", "json", "geojson"].iter().take(if dataset.point.is_some() { 3 } else { 2 }) {
            ask(&router, &format!("/data/{}.{kind}", dataset.id)).await;
        }
    }
}

/// Whether a dataset has more rows than are read by the way; one that cannot be read is asked for all the same.
async fn is_long(app: &App, dataset: &Dataset) -> bool {
    let (home, rows) = (app.config().commune.clone(), dataset.rows);
    let found = app.store().read(Scope::system(home), move |rx| rows(rx, "", ROWS + 1)).await;
    found.is_ok_and(|rows| rows.len() as i64 > ROWS)
}

/// The answer is kept by the front door; a failure leaves the copy there was.
async fn ask(router: &Router, address: &str) {
    if let Ok(request) = Request::get(address).header(header::HOST, "localhost").body(Body::empty()) {
        let _ = router.clone().oneshot(request).await;
    }
}
