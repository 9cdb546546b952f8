//! `import open311-services` and `export open311-services`: catalogues, of ours and of others.

use super::{is_address, named, server};
use crate::bar::Bar;
use crate::cli::{Export, Import};
use crate::commands::{chosen, open};
use crate::voice::Voice;
use georeport::{Definition, Endpoint, Failure, Service};
use open311::catalogue;
use platform::{App, Config, Problem, Refusal, Result, Scope};
use std::path::Path;
use std::process::ExitCode;

pub async fn import(config: Config, voice: &Voice, asked: Import) -> Result<ExitCode> {
    let app = open(config).await?;
    let scope = Scope::system(chosen(&app, asked.commune.as_deref())?.code.clone());
    let from = asked.file.to_string_lossy().into_owned();
    let (services, definitions) = if is_address(&from) {
        called(voice, server::endpoint(app.config(), &from, &asked.foreign)?).await?
    } else {
        read(&asked.file)?
    };
    let source = asked.foreign.source.clone().unwrap_or_else(|| named(&from));
    let count = services.len();
    if !asked.foreign.dry_run {
        app.store().write(scope, move |tx| catalogue::propose(tx, &source, &services, &definitions)).await?;
    }
    let said = if asked.foreign.dry_run { "operations-services-read" } else { "operations-services-proposed" };
    voice.say(said, &[("count", &count.to_string())]);
    Ok(ExitCode::SUCCESS)
}

fn read(file: &Path) -> Result<(Vec<Service>, Vec<Definition>)> {
    let wrong =
        |error: String| Problem::from(Refusal::new("operations-file-wrong").with("file", file.display()).with("error", error));
    let bytes = std::fs::read(file).map_err(|error| wrong(error.to_string()))?;
    let text = georeport::decode(&bytes, &mut Vec::new());
    let tree = georeport::read_tree(&text, &mut Vec::new()).map_err(|error| wrong(error.0))?;
    Ok(catalogue::read(&tree))
}

/// The catalogue of a server, one service after the other.
async fn called(voice: &Voice, endpoint: Endpoint) -> Result<(Vec<Service>, Vec<Definition>)> {
    let asked = endpoint.clone();
    let services = apart(move || georeport::services(&asked)).await?;
    let (mut definitions, mut bar) = (Vec::new(), Bar::new(voice.text("operations-bar-services", &[])));
    for (place, service) in services.iter().enumerate() {
        if service.metadata {
            let (asked, code) = (endpoint.clone(), service.code.clone());
            definitions.push(apart(move || georeport::definition(&asked, &code)).await?);
        }
        bar.at(place as u64 + 1, services.len() as u64);
    }
    bar.end();
    Ok((services, definitions))
}

async fn apart<T: Send + 'static>(call: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T> {
    let told = tokio::task::spawn_blocking(call).await.map_err(Problem::internal)?;
    told.map_err(|failure| failure.refusal().into())
}

/// Writes the catalogue in the language of the terminal. Gives the number of services.
pub async fn export(app: &App, voice: &Voice, code: &str, asked: &Export) -> Result<i64> {
    let (lang, source) = (voice.lang(), asked.source.clone());
    let body = move |rx: &mut platform::Tx| match &source {
        None => catalogue::ours(rx, lang),
        Some(source) => {
            let all = catalogue::proposed(rx, Some(source))?;
            let definitions = all.iter().filter_map(|one| one.definition.clone()).collect();
            Ok((all.into_iter().map(|one| one.service).collect(), definitions))
        }
    };
    let (services, definitions) = app.store().read(Scope::system(code.to_owned()), body).await?;
    let text = platform::json::to_string_pretty(&georeport::catalogue(&services, &definitions))?;
    std::fs::write(&asked.target, text + "\n")?;
    Ok(services.len() as i64)
}
