//! Backups: the rows of one moment, every sealed file, and a manifest by which all of it can be checked.

use crate::engine::migrate::{Admin, ledger, tables};
use crate::engine::{Applied, Place, Setup, checks, rows};
use crate::problem::{Problem, Result};
use crate::seal::hex;
use kernel::{Moment, Refusal};
use ring::digest::{Context, SHA256};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

const FORMAT: &str = "jamaa-backup-1";
const MANIFEST: &str = "manifest.json";
/// The rows as an SQLite file, in the backup of one.
pub(crate) const DATABASE: &str = "jamaa.db";
/// The rows as lines of JSON, one file per table.
pub(crate) const TABLES: &str = "tables";
pub(crate) const BLOBS: &str = "blobs";
/// Pages copied between two reports of progress.
const PAGES: i32 = 2_000;

kernel::words! {
    /// How the rows are kept: as the SQLite file itself, or as lines that either engine can load.
    pub enum Form { Native = "native", Portable = "portable" }
}

/// What a backup holds. The key is not in it; its fingerprint says which one opens it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    pub form: Form,
    pub at: Moment,
    pub key_fingerprint: String,
    /// The schema of the rows.
    pub steps: Vec<Applied>,
    pub files: Vec<Listed>,
}

/// A file of the backup, by its path in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

/// How far a long work is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// `rows` or `files`.
    pub of: &'static str,
    pub done: u64,
    pub total: u64,
}

pub type Report<'r> = &'r mut (dyn FnMut(Progress) + Send);

/// Writes a backup into a folder that is empty or absent, while the store serves. PostgreSQL is always [`Form::Portable`].
/// Rows come first: a file that a row names was on disk before the row. Blocking.
pub fn create(setup: &Setup, form: Form, blobs: &Path, target: &Path, report: Report) -> Result<Manifest> {
    if fs::read_dir(target).is_ok_and(|mut found| found.next().is_some()) {
        return Err(Refusal::new("platform-backup-target").with("path", target.display()).into());
    }
    make_private(target)?;
    let outcome = write(setup, form, blobs, target, report);
    if outcome.is_err() {
        // Half a backup helps nobody and holds the room that the program needs.
        let _ = fs::remove_dir_all(target);
    }
    outcome
}

/// A folder that its owner alone reads: names and contacts are sealed, but who has an account is not for everybody.
fn make_private(folder: &Path) -> Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::create_dir_all(folder).map_err(Problem::file(folder))?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(Problem::file(folder))
}

fn write(setup: &Setup, form: Form, blobs: &Path, target: &Path, report: Report) -> Result<Manifest> {
    let (steps, form) = match &setup.place {
        Place::File(path) if form == Form::Native => (copy_sqlite(path, &target.join(DATABASE), report)?, form),
        place => (checks::apart(|| write_tables(place, &target.join(TABLES), report))?, Form::Portable),
    };
    copy_files(blobs, &target.join(BLOBS), report)?;
    let mut files = Vec::new();
    for path in walk(target)? {
        let (bytes, sha256) = digest(&mut File::open(&path)?, &mut std::io::sink())?;
        files.push(Listed { path: relative(target, &path)?, bytes, sha256 });
    }
    let key_fingerprint = setup.keys.fingerprint();
    let manifest = Manifest { format: FORMAT.into(), form, at: setup.clock.now(), key_fingerprint, steps, files };
    write_synced(&target.join(MANIFEST), serde_json::to_string_pretty(&manifest)?.as_bytes())?;
    Ok(manifest)
}

impl Manifest {
    /// Reads the manifest of a backup. A folder without one is a backup that was never finished.
    pub fn read(folder: &Path) -> Result<Manifest> {
        let damaged = || Refusal::new("platform-backup-damaged").with("path", MANIFEST);
        let none = |_| Refusal::new("platform-backup-none").with("path", folder.display());
        let text = fs::read_to_string(folder.join(MANIFEST)).map_err(none)?;
        let manifest: Manifest = serde_json::from_str(&text).map_err(|_| damaged())?;
        if manifest.format == FORMAT { Ok(manifest) } else { Err(damaged().into()) }
    }

    /// Reads every file again and compares it with what was written.
    pub fn verify(&self, folder: &Path) -> Result<()> {
        for listed in &self.files {
            let damaged = || Problem::from(Refusal::new("platform-backup-damaged").with("path", &listed.path));
            let mut file = File::open(within(folder, &listed.path)?).map_err(|_| damaged())?;
            if digest(&mut file, &mut std::io::sink())? != (listed.bytes, listed.sha256.clone()) {
                return Err(damaged());
            }
        }
        Ok(())
    }
}

/// One snapshot in steps, so that writers never wait and the copy never starts again.
fn copy_sqlite(from: &Path, to: &Path, report: Report) -> Result<Vec<Applied>> {
    let source = crate::engine::sqlite::connect_reader(from)?;
    source.execute_batch("BEGIN; SELECT COUNT(*) FROM sqlite_master")?;
    let mut copy = rusqlite::Connection::open(to)?;
    let steps = {
        let backup = rusqlite::backup::Backup::new(&source, &mut copy)?;
        while backup.step(PAGES)? != rusqlite::backup::StepResult::Done {
            let progress = backup.progress();
            let (total, left) = (progress.pagecount.max(0) as u64, progress.remaining.max(0) as u64);
            report(Progress { of: "rows", done: total - left.min(total), total });
        }
        ledger(&mut crate::engine::tx::Conn::Sqlite(&source))?
    };
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    let health: String = copy.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    copy.close().map_err(|(_, error)| error)?;
    File::open(to)?.sync_all()?;
    if health == "ok" { Ok(steps) } else { Err(Refusal::new("platform-database-damaged").with("found", health).into()) }
}

fn write_tables(place: &Place, folder: &Path, report: Report) -> Result<Vec<Applied>> {
    let mut admin = Admin::owner(place)?;
    let mut conn = admin.conn();
    conn.batch(match place {
        Place::File(_) => "BEGIN",
        Place::Url(_) => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
    })?;
    fs::create_dir_all(folder)?;
    let names = tables(&mut conn)?;
    for (place, name) in names.iter().enumerate() {
        let mut out = BufWriter::new(File::create_new(folder.join(format!("{place:04}-{name}.jsonl")))?);
        rows::write(&mut conn, name, &mut out)?;
        out.into_inner().map_err(|error| Problem::from(error.into_error()))?.sync_all()?;
        report(Progress { of: "rows", done: place as u64 + 1, total: names.len() as u64 });
    }
    let steps = ledger(&mut conn)?;
    conn.batch("COMMIT")?;
    Ok(steps)
}

/// Copies every finished file that is not there yet; files never change once they have their name.
pub(crate) fn copy_files(from: &Path, to: &Path, report: Report) -> Result<()> {
    let files = walk(from)?;
    for (place, path) in files.iter().enumerate() {
        let target = within(to, &relative(from, path)?)?;
        if !target.exists() {
            let folder = target.parent().ok_or_else(|| Problem::internal("backup path"))?;
            fs::create_dir_all(folder)?;
            // Erased between listing and copying: then it belongs in no backup either.
            if let Ok(mut source) = File::open(path) {
                let mut copy = File::create_new(&target)?;
                std::io::copy(&mut source, &mut copy)?;
                copy.sync_all()?;
            }
        }
        report(Progress { of: "files", done: place as u64 + 1, total: files.len() as u64 });
    }
    Ok(())
}

/// The files below a folder, in order, without those still being written (their names begin with a dot).
pub(crate) fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            let list = if entry.file_type()?.is_dir() { &mut open } else { &mut files };
            list.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

fn relative(root: &Path, path: &Path) -> Result<String> {
    let path = path.strip_prefix(root).map_err(Problem::internal)?;
    Ok(path.to_string_lossy().into_owned())
}

/// A path of a manifest, which may come from anywhere, below our own folder.
pub(crate) fn within(folder: &Path, path: &str) -> Result<PathBuf> {
    let plain = Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    if plain { Ok(folder.join(path)) } else { Err(Refusal::new("platform-backup-damaged").with("path", path).into()) }
}

/// Length and SHA-256 of a stream, copied on the way.
fn digest(from: &mut impl Read, to: &mut impl Write) -> Result<(u64, String)> {
    let (mut context, mut buffer, mut bytes) = (Context::new(&SHA256), vec![0; 128 * 1024], 0);
    loop {
        let count = from.read(&mut buffer)?;
        if count == 0 {
            return Ok((bytes, hex(context.finish().as_ref())));
        }
        context.update(&buffer[..count]);
        to.write_all(&buffer[..count])?;
        bytes += count as u64;
    }
}

fn write_synced(path: &Path, content: &[u8]) -> Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(content)?;
    file.sync_all()?;
    let folder = path.parent().ok_or_else(|| Problem::internal("backup path"))?;
    Ok(File::open(folder)?.sync_all()?)
}
