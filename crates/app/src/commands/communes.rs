//! `commune`: one commune opened with all it needs, or the whole country listed.

use super::open;
use crate::bar::Bar;
use crate::voice::Voice;
use places::National;
use platform::communes::State;
use platform::{App, Config, Problem, Refusal, Result, Scope, communes};
use std::process::ExitCode;
use std::sync::Arc;
use tokio::task::JoinSet;

/// Communes on their way to the store at once: enough to share its commits.
const AT_ONCE: usize = 64;

pub async fn add(config: Config, voice: &Voice, name: &str) -> Result<ExitCode> {
    let app = open(config).await?;
    let commune = open_commune(&app, name).await?;
    voice.say(
        "operations-commune-open",
        &[("commune", commune.name.text(voice.lang())), ("code", &commune.code), ("slug", &commune.slug)],
    );
    Ok(ExitCode::SUCCESS)
}

/// Opens a commune of the pack's national list. Safe to run twice.
pub(crate) async fn open_commune(app: &App, name: &str) -> Result<platform::Commune> {
    let national = national(app).await?;
    let found = national.communes.iter().find(|commune| commune.code == name || commune.slug == name);
    let listed = found.ok_or_else(|| Refusal::new("operations-commune-unknown").with("commune", name))?.listed();
    let commune = platform::Commune { state: State::Open, ..listed };
    app.open_commune(commune.clone()).await?;
    Ok(commune)
}

async fn national(app: &App) -> Result<Arc<National>> {
    app.store().read(Scope::everywhere(), |rx| rx.fact::<National>()).await
}

pub async fn add_all(config: Config, voice: &Voice) -> Result<ExitCode> {
    let app = open(config).await?;
    let national = national(&app).await?;
    let total = national.communes.len();
    let (mut running, mut bar, mut done) = (JoinSet::new(), Bar::new(voice.text("operations-bar-communes", &[])), 0);
    for commune in national.communes.iter().map(places::NationalCommune::listed) {
        if running.len() >= AT_ONCE {
            finished(&mut running).await?;
            done += 1;
            bar.at(done, total as u64);
        }
        running.spawn(list_one(app.clone(), commune));
    }
    while !running.is_empty() {
        finished(&mut running).await?;
        done += 1;
        bar.at(done, total as u64);
    }
    bar.end();
    voice.say("operations-communes-listed", &[("count", &total.to_string())]);
    Ok(ExitCode::SUCCESS)
}

async fn finished(running: &mut JoinSet<Result<()>>) -> Result<()> {
    running.join_next().await.unwrap_or(Ok(Ok(()))).map_err(Problem::internal)?
}

/// Name and areas. A commune that is open already keeps its state.
async fn list_one(app: App, commune: platform::Commune) -> Result<()> {
    let known = app.communes().by_code(&commune.code);
    let commune = platform::Commune { state: known.map_or(State::Listed, |known| known.state), ..commune };
    let scope = Scope::system(commune.code.clone());
    let body = move |tx: &mut platform::Tx| {
        communes::add(tx, &commune)?;
        places::open_areas(tx)?;
        tx.record_once("platform.commune_listed", &*commune.code, &serde_json::json!({ "slug": commune.slug })).map(|_| ())
    };
    app.store().write(scope, body).await
}

pub async fn list(config: Config, voice: &Voice, only_open: bool) -> Result<ExitCode> {
    let app = open(config).await?;
    for commune in app.communes().all().iter().filter(|commune| !only_open || commune.state == State::Open) {
        voice.line(&format!(
            "{:<13} {:<6} {:<28} {} · {}",
            commune.code,
            commune.state.as_str(),
            commune.slug,
            commune.name.ar,
            commune.name.fr
        ));
    }
    Ok(ExitCode::SUCCESS)
}
