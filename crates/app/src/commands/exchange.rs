//! `import` and `export`: files in and out, for one commune.

use super::{chosen, open};
use crate::bar::Bar;
use crate::cli::{Export, ExportKind, Import, ImportKind};
use crate::voice::Voice;
use kernel::{Label, Point};
use places::NewQuarter;
use platform::store::journal;
use platform::{App, Config, Dataset, Json, Refusal, Result, Scope};
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

const PAGE: i64 = 1_000;

pub async fn import(config: Config, voice: &Voice, import: Import) -> Result<ExitCode> {
    match import.what {
        ImportKind::Open311 => return super::open311::import(config, voice, import).await,
        ImportKind::Open311Services => return super::open311::services::import(config, voice, import).await,
        ImportKind::Quarters | ImportKind::Boundaries | ImportKind::Assets => {}
    }
    let app = open(config).await?;
    let scope = Scope::system(chosen(&app, import.commune.as_deref())?.code.clone());
    let text = std::fs::read_to_string(&import.file).map_err(|error| unreadable(&import.file, error))?;
    let count = match import.what {
        ImportKind::Quarters => quarters(&app, scope, &import.file, &text).await?,
        ImportKind::Boundaries => {
            let brought = app.store().write(scope, move |tx| places::import_boundaries(tx, &text)).await?;
            brought.own.len() + brought.neighbours.len()
        }
        ImportKind::Assets => objects(&app, voice, scope, &import.kind, text.as_bytes()).await?,
        ImportKind::Open311 | ImportKind::Open311Services => 0, // went their own way above
    };
    voice.say("operations-imported", &[("count", &count.to_string())]);
    Ok(ExitCode::SUCCESS)
}

fn unreadable(file: &Path, error: impl std::fmt::Display) -> platform::Problem {
    Refusal::new("operations-file-wrong").with("file", file.display()).with("error", error).into()
}

/// All lines or none: they are read before the first is stored, and stored in one commit.
async fn quarters(app: &App, scope: Scope, file: &Path, text: &str) -> Result<usize> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let mut all = Vec::new();
    for line in reader.deserialize() {
        let line: QuarterLine = line.map_err(|error| unreadable(file, error))?;
        let point = line.lat.zip(line.lon).and_then(|(lat, lon)| Point::new(lat, lon));
        let arrondissement = line.arrondissement.filter(|code| !code.is_empty());
        all.push(NewQuarter { name: Label::new(&line.name_ar, &line.name_fr), arrondissement, point });
    }
    let count = all.len();
    let body = move |tx: &mut platform::Tx| all.iter().try_for_each(|new| places::add_quarter(tx, new.clone()).map(|_| ()));
    app.store().write(scope, body).await?;
    Ok(count)
}

/// Numbered objects of one kind: all of them, or none when a line is wrong.
async fn objects(app: &App, voice: &Voice, scope: Scope, kind: &str, content: &[u8]) -> Result<usize> {
    let table = assets::read_file(content)?;
    if let Some(first) = table.faults.first() {
        let fault = voice.sentence(&first.refusal.clone().into());
        let refusal = Refusal::new("operations-import-faults").with("count", table.faults.len());
        return Err(refusal.with("line", first.line).with("fault", fault).into());
    }
    let (kind, rows) = (kind.to_owned(), table.rows);
    let done = app.store().write(scope, move |tx| assets::import(tx, &kind, &rows)).await?;
    Ok(done.added + done.changed + done.same)
}

#[derive(serde::Deserialize)]
struct QuarterLine {
    name_ar: String,
    name_fr: String,
    arrondissement: Option<String>,
    lat: Option<f64>,
    lon: Option<f64>,
}

pub async fn export(config: Config, voice: &Voice, export: Export) -> Result<ExitCode> {
    let app = open(config).await?;
    let code = chosen(&app, export.commune.as_deref())?.code.clone();
    let count = match export.what {
        ExportKind::Journal => {
            let target = export.target.clone();
            let body = move |rx: &mut platform::Tx| {
                journal::dump(rx, &mut BufWriter::new(File::create(&target)?))?;
                rx.journal_length()
            };
            app.store().read(Scope::system(code), body).await?
        }
        ExportKind::Open311Services => super::open311::services::export(&app, voice, &code, &export).await?,
        ExportKind::Data => datasets(&app, voice, &code, &export.target).await?,
    };
    voice.say("operations-exported", &[("count", &count.to_string()), ("path", &export.target.display().to_string())]);
    Ok(ExitCode::SUCCESS)
}

/// Every dataset as a file. Gives the number of rows.
async fn datasets(app: &App, voice: &Voice, code: &Arc<str>, folder: &Path) -> Result<i64> {
    std::fs::create_dir_all(folder)?;
    let all: Vec<Dataset> = app.modules().iter().flat_map(|module| module.declared_datasets().to_vec()).collect();
    let (mut bar, mut rows) = (Bar::new(voice.text("operations-bar-datasets", &[])), 0);
    for (place, dataset) in all.iter().enumerate() {
        let mut out = csv::Writer::from_path(folder.join(format!("{}.csv", dataset.id))).map_err(platform::Problem::internal)?;
        out.write_record(dataset.columns.iter().map(|(name, _)| name)).map_err(platform::Problem::internal)?;
        let mut after = String::new();
        loop {
            let (ask, from) = (dataset.rows, after.clone());
            let page = app.store().read(Scope::system(code.clone()), move |rx| ask(rx, &from, PAGE)).await?;
            let Some(last) = page.last() else { break };
            after = last.first().and_then(Json::as_str).unwrap_or_default().to_owned();
            for row in &page {
                out.write_record(row.iter().map(cell)).map_err(platform::Problem::internal)?;
            }
            rows += page.len() as i64;
            if (page.len() as i64) < PAGE {
                break;
            }
        }
        out.flush()?;
        bar.at(place as u64 + 1, all.len() as u64);
    }
    bar.end();
    Ok(rows)
}

/// A value as a cell. A text that a spreadsheet would run as a formula is quoted.
fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::String(text) if text.starts_with(['=', '+', '-', '@', '\t']) => format!("'{text}"),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}
