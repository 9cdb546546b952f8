//! The nightly backup: written, proven by a restore, copied to another host, pruned; an alarm when any of it fails.

use crate::commands;
use kernel::Moment;
use platform::store::backup::{Form, Manifest};
use platform::store::restore::{Checked, check};
use platform::store::{Place, Setup, Store, backup, restore};
use platform::{App, Blobs, Commune, Config, Problem, Refusal, Result, Scope, Tx};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

const LOOK_EVERY: Duration = Duration::from_secs(60);
/// A night that failed is tried again after this.
const TRY_AGAIN_SECS: i64 = 3_600;
/// Bytes that stay free on the disk of the backups.
const LEFT_FREE: u64 = 50_000_000;
const STATE: &str = "operations.backup";
const NIGHTLY: &str = "nightly";
/// The manifest is written last: a folder without it was never finished.
const FINISHED: &str = "manifest.json";

/// How the last backup ended, kept as a setting of the home commune.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Last {
    pub at: Moment,
    pub path: String,
    /// Absent when no other host is configured.
    pub off_host: Option<String>,
    /// Receipts that the restored copy was asked for.
    pub receipts: usize,
    pub error: Option<String>,
}

/// Runs the backup of each day once its hour has come, for as long as the program serves. What became of it is noted as
/// soon as the database takes a note again: a full disk refuses that too.
pub async fn watch(app: App) {
    let mut unnoted: Option<Last> = None;
    loop {
        if let Some(last) = unnoted.take() {
            unnoted = note(&app, last).await;
        }
        match attempt(&app).await {
            Ok(Some(last)) => unnoted = note(&app, last).await,
            Ok(None) => {}
            Err(problem) => tracing::error!(?problem, "backup"),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// The commune in whose journal the house writes of itself.
pub fn home(app: &App) -> Option<Arc<Commune>> {
    let communes = app.communes();
    communes.by_code(&app.config().commune).or_else(|| communes.open().next().cloned())
}

/// Backs up when it is time, and notes how it ended. Says whether it was time.
pub async fn tonight(app: &App) -> Result<bool> {
    match attempt(app).await? {
        Some(last) => note(app, last).await.map_or(Ok(true), |_| Err(Problem::Closed)),
        None => Ok(false),
    }
}

/// Backs up when it is time and nobody else has begun. Gives how it ended, to be noted.
async fn attempt(app: &App) -> Result<Option<Last>> {
    let (Some(home), now) = (home(app), app.store().clock().now()) else { return Ok(None) };
    let before = last(app).await?;
    if now.zoned().hour() < app.config().backup.hour || !claim(app, &home, now, before.as_ref()).await? {
        return Ok(None);
    }
    let outcome = run(app, now).await;
    Ok(Some(match outcome {
        Ok(done) => {
            tracing::info!(folder = %done.folder.display(), receipts = done.checked.receipts, "the nightly backup is written and proven");
            Last {
                at: now,
                path: done.folder.display().to_string(),
                off_host: done.off_host.map(|path| path.display().to_string()),
                receipts: done.checked.receipts,
                error: None,
            }
        }
        Err(problem) => {
            tracing::error!(?problem, "the nightly backup failed");
            let path = before.map_or(String::new(), |last| last.path);
            Last { at: now, path, off_host: None, receipts: 0, error: Some(told(&problem)) }
        }
    }))
}

/// One machine takes the night; on PostgreSQL several may ask. What failed is tried again an hour later.
async fn claim(app: &App, home: &Commune, now: Moment, before: Option<&Last>) -> Result<bool> {
    let failed_today = before.filter(|last| last.error.is_some() && last.at.day() == now.day());
    let mark = match failed_today {
        Some(last) if now.secs_since(last.at) < TRY_AGAIN_SECS => return Ok(false),
        Some(_) => format!("{}T{:02}", now.day(), now.zoned().hour()),
        None => now.day().to_string(),
    };
    let scope = Scope::system(home.code.clone());
    app.store().write(scope, move |tx| tx.record_once("operations.backup_begun", &mark, &())).await
}

struct Done {
    folder: PathBuf,
    off_host: Option<PathBuf>,
    checked: Checked,
}

async fn run(app: &App, now: Moment) -> Result<Done> {
    let config = app.config().clone();
    let setup = commands::setup(&config)?;
    let checked_room = config.clone();
    commands::apart(move || {
        clear_unfinished(&checked_room.backup_folder());
        room_for(&checked_room)
    })
    .await?;
    let folder = fresh_folder(&config, now, NIGHTLY);
    let (blobs, target, writing) = (config.blob_folder(), folder.clone(), setup.clone());
    commands::apart(move || backup::create(&writing, Form::Native, &blobs, &target, &mut |_| ()).map(|_| ())).await?;
    let checked = prove(setup, &folder).await?;
    let (keep, root, source) = (config.backup.keep, config.backup_folder(), folder.clone());
    let away = (!config.backup.off_host.is_empty()).then(|| PathBuf::from(&config.backup.off_host));
    // Old copies here go first: another machine that does not answer must not fill this one's disk.
    commands::apart(move || prune(&root, keep)).await?;
    let off_host = commands::apart(move || {
        let copy = away.as_ref().map(|away| copy_away(&source, away)).transpose()?;
        away.map_or(Ok(()), |away| prune(&away, keep))?;
        Ok(copy)
    })
    .await?;
    Ok(Done { folder, off_host, checked })
}

/// A backup that cannot fit must not begin: it would take the room that deposits need.
fn room_for(config: &Config) -> Result<()> {
    let root = config.backup_folder();
    fs::create_dir_all(&root).map_err(Problem::file(&root))?;
    let rows = config.place();
    let rows = match &rows {
        Place::File(path) => {
            [path.clone(), path.with_extension("db-wal")].iter().filter_map(|file| Some(file.metadata().ok()?.len())).sum()
        }
        Place::Url(_) => 0,
    };
    // The rows twice: the restored copy that proves them lies beside.
    let needed = rows * 2 + size_of(&config.blob_folder());
    match super::disk::room(&root) {
        Some((free, _)) if free < needed + LEFT_FREE => {
            let megabytes = |bytes: u64| format!("{:.0}", bytes as f64 / 1e6);
            let refusal = Refusal::new("operations-backup-no-room").with("path", root.display());
            Err(refusal.with("needed", megabytes(needed + LEFT_FREE)).with("free", megabytes(free)).into())
        }
        _ => Ok(()),
    }
}

fn size_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(facts) if facts.is_dir() => size_of(&entry.path()),
            Ok(facts) => facts.len(),
            Err(_) => 0,
        })
        .sum()
}

/// Restores the rows into a scratch file, of whichever engine they came, and verifies journals and receipts there. The
/// sealed files are read where the backup has them.
pub async fn prove(setup: Setup, folder: &Path) -> Result<Checked> {
    let scratch = folder.with_extension("proof");
    fs::create_dir_all(&scratch)?;
    let outcome = prove_in(setup, folder, &scratch).await;
    fs::remove_dir_all(&scratch)?;
    outcome
}

async fn prove_in(setup: Setup, folder: &Path, scratch: &Path) -> Result<Checked> {
    let setup = Setup { place: Place::File(scratch.join("jamaa.db")), app_url: None, ..setup };
    let (from, blobs) = (folder.to_owned(), folder.join("blobs"));
    let (store, blobs) = commands::apart(move || {
        restore::load(&setup, &from, &blobs, &mut |_| ())?;
        let keys = setup.keys.clone();
        Ok((Store::open(setup)?, Blobs::open(&blobs, keys)?))
    })
    .await?;
    check(&store, &blobs).await
}

/// Copies a finished backup to the other host's disk and reads it there again. The manifest comes last, as it did here.
fn copy_away(folder: &Path, away: &Path) -> Result<PathBuf> {
    let target = away.join(folder.file_name().unwrap_or_default());
    if !away.is_dir() {
        return Err(Refusal::new("operations-off-host-absent").with("path", away.display()).into());
    }
    let copied = copy_tree(folder, &target).and_then(|()| {
        let manifest = target.join(FINISHED);
        fs::copy(folder.join(FINISHED), &manifest).map_err(Problem::file(&manifest))?;
        fs::File::open(&manifest)?.sync_all()?;
        Manifest::read(&target)?.verify(&target)
    });
    if let Err(problem) = copied {
        let _ = fs::remove_dir_all(&target);
        return Err(match problem {
            Problem::Closed => Refusal::new("operations-off-host-full").with("path", away.display()).into(),
            problem => problem,
        });
    }
    Ok(target)
}

fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(Problem::file(to))?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &target)?;
        } else if entry.file_name() != FINISHED {
            fs::copy(entry.path(), &target).map_err(Problem::file(&target))?;
            fs::File::open(&target)?.sync_all()?;
        }
    }
    Ok(())
}

/// Removes what interrupted nights left: a folder without a manifest was never finished.
fn clear_unfinished(folder: &Path) {
    for path in unfinished(folder) {
        if path.to_string_lossy().ends_with(NIGHTLY) {
            tracing::warn!(path = %path.display(), "an unfinished backup is removed");
            let _ = fs::remove_dir_all(path);
        }
    }
}

/// Folders of backups that were never finished.
pub fn unfinished(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.is_dir() && !path.join(FINISHED).is_file()).collect()
}

/// Removes the oldest nightly backups; those made by hand or before a migration stay.
fn prune(folder: &Path, keep: usize) -> Result<()> {
    let nightly: Vec<PathBuf> = finished(folder).into_iter().filter(|path| path.to_string_lossy().ends_with(NIGHTLY)).collect();
    let surplus = nightly.len().saturating_sub(keep.max(1));
    Ok(nightly.into_iter().take(surplus).try_for_each(fs::remove_dir_all)?)
}

/// The finished backups of a folder, oldest first: their names begin with the moment.
pub fn finished(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.join(FINISHED).is_file()).collect();
    all.sort();
    all
}

/// A name for a new backup: the civil moment and why it was made.
pub fn fresh_folder(config: &Config, now: Moment, why: &str) -> PathBuf {
    let zoned = now.zoned();
    let name = format!("{}T{:02}-{:02}-{:02}-{why}", now.day(), zoned.hour(), zoned.minute(), zoned.second());
    config.backup_folder().join(name)
}

pub fn megabytes(manifest: &Manifest) -> String {
    let bytes: u64 = manifest.files.iter().map(|file| file.bytes).sum();
    format!("{:.1}", bytes as f64 / 1e6)
}

/// Notes how a night ended. Gives it back when the database would not take it.
async fn note(app: &App, last: Last) -> Option<Last> {
    let home = home(app)?;
    let kept = last.clone();
    let noted = app.store().write(Scope::system(home.code.clone()), move |tx| settle(tx, &last)).await;
    noted.is_err().then_some(kept)
}

/// What the alarm says: a code or the fault itself, never a person.
fn told(problem: &Problem) -> String {
    match problem {
        Problem::Internal(error) | Problem::Unavailable(error) => error.clone(),
        Problem::Refused(refusal) => {
            let facts: Vec<String> = refusal.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
            format!("{} {}", refusal.key, facts.join(" "))
        }
        other => other.code().to_owned(),
    }
}

fn settle(tx: &mut Tx, last: &Last) -> Result<()> {
    tx.set_setting(STATE, last)?;
    let verb = if last.error.is_none() { "operations.backed_up" } else { "operations.backup_failed" };
    tx.record(verb, last.at.day(), last)?;
    match &last.error {
        Some(error) => super::alarm::backup_failed(tx, error),
        None => Ok(()),
    }
}

/// How the last nightly backup ended; `None` when there was none.
pub async fn last(app: &App) -> Result<Option<Last>> {
    let Some(home) = home(app) else { return Ok(None) };
    app.store().read(Scope::system(home.code.clone()), |rx| rx.setting(STATE)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_nightly_backups_go_and_the_others_stay() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "2026-01-01T02-00-00-nightly",
            "2026-01-02T02-00-00-nightly",
            "2026-01-03T02-00-00-nightly",
            "2025-01-01T02-00-00-by-hand",
        ] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
            fs::write(folder.path().join(name).join(FINISHED), "{}").unwrap();
        }
        fs::create_dir_all(folder.path().join("2024-01-01T02-00-00-nightly")).unwrap(); // never finished: not counted
        prune(folder.path(), 2).unwrap();
        let left: Vec<String> =
            finished(folder.path()).iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
        assert_eq!(left, ["2025-01-01T02-00-00-by-hand", "2026-01-02T02-00-00-nightly", "2026-01-03T02-00-00-nightly"]);
    }
}
