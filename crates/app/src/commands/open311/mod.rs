//! `import open311`: the reports of another system, from a file or from its server.

mod report;
mod server;
pub mod services;

use super::{chosen, open};
use crate::bar::Bar;
use crate::cli::Import;
use crate::voice::Voice;
use open311::import::{self, Row, Source};
use platform::{App, Config, Moment, Problem, Refusal, Result, Scope};
use report::Report;
use std::path::Path;
use std::process::ExitCode;

/// Rows that share a commit: what is lost at most when the machine stops, and is taken again at the next run.
const AT_ONCE: usize = 100;

/// What every part of an import needs.
struct Run<'a> {
    app: &'a App,
    scope: Scope,
    source: Source,
    now: Moment,
    dry: bool,
    report: Report,
}

pub async fn import(config: Config, voice: &Voice, asked: Import) -> Result<ExitCode> {
    let app = open(config).await?;
    let scope = Scope::system(chosen(&app, asked.commune.as_deref())?.code.clone());
    let from = asked.file.to_string_lossy().into_owned();
    let zone = georeport::Zone::named(&asked.foreign.zone)
        .ok_or_else(|| Refusal::new("operations-zone-unknown").with("zone", &asked.foreign.zone))?;
    let name = asked.foreign.source.clone().unwrap_or_else(|| named(&from));
    let now = app.store().read(scope.clone(), |rx| Ok(rx.now())).await?;
    let report = Report::begin(app.config(), &name, asked.foreign.report.as_deref(), now)?;
    let mut run = Run { app: &app, scope, source: Source { name, zone }, now, dry: asked.foreign.dry_run, report };
    let done = if is_address(&from) {
        server::read(&mut run, voice, &from, &asked.foreign).await
    } else {
        file(&mut run, voice, &asked.file).await
    };
    // What was mended until then is listed, also when the rest could not be read.
    run.report.end(voice, run.dry)?;
    done.map(|()| ExitCode::SUCCESS)
}

fn is_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// The host of an address, or the name of a file without its ending.
fn named(from: &str) -> String {
    if is_address(from) {
        return from.split('/').nth(2).unwrap_or(from).to_owned();
    }
    Path::new(from).file_stem().map_or_else(|| from.to_owned(), |name| name.to_string_lossy().into_owned())
}

async fn file(run: &mut Run<'_>, voice: &Voice, path: &Path) -> Result<()> {
    let wrong =
        |error: String| Problem::from(Refusal::new("operations-file-wrong").with("file", path.display()).with("error", error));
    let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
    let (rows, repairs) = import::rows(&bytes, &run.source, run.now).map_err(|unread| wrong(unread.0))?;
    run.report.of_file(&repairs)?;
    let mut bar = Bar::new(voice.text("operations-bar-reports", &[]));
    for (place, some) in rows.chunks(AT_ONCE).enumerate() {
        take(run, some.to_vec()).await?;
        bar.at((place * AT_ONCE + some.len()) as u64, rows.len() as u64);
    }
    bar.end();
    Ok(())
}

/// Takes some rows in one commit, or says what would become of them.
async fn take(run: &mut Run<'_>, rows: Vec<Row>) -> Result<()> {
    let name = run.source.name.clone();
    let done = if run.dry {
        run.app.store().read(run.scope.clone(), move |rx| import::foresee(rx, &name, &rows)).await?
    } else {
        run.app.store().write(run.scope.clone(), move |tx| import::take(tx, &name, &rows)).await?
    };
    run.report.add(&done)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_source_is_called_by_its_host_or_its_file() {
        assert_eq!(named("https://311.example.org/open311/v2"), "311.example.org");
        assert_eq!(named("/tmp/export.2019.json"), "export.2019");
    }
}
