//! Bringing a backup back, into either engine, and proving that a store holds what was acknowledged.

use crate::args;
use crate::backup::{BLOBS, DATABASE, Form, Manifest, Report, TABLES, copy_files, walk};
use crate::blobs::Blobs;
use crate::engine::dialect::quoted;
use crate::engine::migrate::{Admin, migrate_with, refuse_other_schema, tables};
use crate::engine::tx::Conn;
use crate::engine::{Migrations, Place, Scope, Setup, Store, Tx, checks, rows, sqlite};
use crate::problem::{Problem, Result};
use crate::receipts::{RECEIVED, Receipt};
use crate::{journal, receipts};
use kernel::{Id, Refusal};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// Receipts looked at by one check, over all communes.
const SAMPLE: usize = 100;

/// Loads a backup into an empty place of either engine. Every file is compared with the manifest first, and the key must
/// be the one that the rows were sealed with. A backup of an older program is loaded as it is; `migrate` then brings it up.
pub fn load(setup: &Setup, backup: &Path, blobs: &Path, report: Report) -> Result<Manifest> {
    let manifest = Manifest::read(backup)?;
    manifest.verify(backup)?;
    let ours = setup.keys.fingerprint();
    if manifest.key_fingerprint != ours {
        return Err(Refusal::new("platform-key-wrong").with("expected", &manifest.key_fingerprint).with("found", ours).into());
    }
    refuse_other_schema(&setup.all_modules()?, &manifest.steps)?;
    if let Place::File(path) = &setup.place
        && let Some(folder) = path.parent()
    {
        std::fs::create_dir_all(folder)?;
    }
    let _lock = checks::lock(&setup.place)?;
    copy_files(&backup.join(BLOBS), blobs, report)?;
    match &setup.place {
        Place::File(path) if manifest.form == Form::Native => copy_database(&backup.join(DATABASE), path)?,
        place => {
            let modules = as_of(setup.all_modules()?, &manifest);
            checks::apart(|| load_rows(&mut Admin::owner(place)?, setup, &modules, &manifest, backup))?;
        }
    }
    Ok(manifest)
}

fn copy_database(from: &Path, to: &Path) -> Result<()> {
    if to.exists() {
        return Err(not_empty());
    }
    std::fs::copy(from, to)?;
    File::open(to)?.sync_all()?;
    let folder = to.parent().ok_or_else(|| Problem::internal("database path"))?;
    Ok(File::open(folder)?.sync_all()?)
}

fn not_empty() -> Problem {
    Refusal::new("platform-restore-target").into()
}

/// The modules as the backed-up program had them.
fn as_of(modules: Vec<Migrations>, manifest: &Manifest) -> Vec<Migrations> {
    let reached = |module: &str| manifest.steps.iter().filter(|step| step.module == module).count();
    let cut = |one: Migrations| Migrations { steps: &one.steps[..reached(one.module).min(one.steps.len())], ..one };
    modules.into_iter().map(cut).collect()
}

fn load_rows(admin: &mut Admin, setup: &Setup, modules: &[Migrations], manifest: &Manifest, backup: &Path) -> Result<()> {
    migrate_with(admin, setup, modules, |_| Err(not_empty()))?;
    let mut conn = admin.conn();
    for table in ["platform_heads", "platform_tenants"] {
        if !conn.query(&format!("SELECT tenant FROM {table} LIMIT 1"), Vec::new())?.is_empty() {
            return Err(not_empty());
        }
    }
    let foreign = if matches!(conn, Conn::Sqlite(_)) { "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE" } else { "BEGIN" };
    conn.batch(foreign)?;
    let outcome = fill(&mut conn, manifest, backup).and_then(|()| match conn {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(_) => conn.batch("ANALYZE"),
    });
    conn.batch(if outcome.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    outcome
}

fn fill(conn: &mut Conn, manifest: &Manifest, backup: &Path) -> Result<()> {
    let known = tables(conn)?;
    // A migration may have put rows of its own; the backup has them as they became.
    for table in known.iter().rev() {
        conn.batch(&format!("DELETE FROM {}", quoted(table)))?;
    }
    if manifest.form == Form::Native {
        let source = sqlite::connect_reader(&backup.join(DATABASE))?;
        return known.iter().try_for_each(|table| rows::copy(&mut Conn::Sqlite(&source), conn, table).map(|_| ()));
    }
    for path in walk(&backup.join(TABLES))? {
        let name =
            path.file_stem().and_then(|name| name.to_str()).and_then(|name| name.split_once('-')).map_or("", |(_, name)| name);
        if !known.iter().any(|table| table == name) {
            return Err(Refusal::new("platform-backup-damaged").with("path", path.display()).into());
        }
        rows::load_lines(conn, name, BufReader::new(File::open(&path)?))?;
    }
    Ok(())
}

/// What a check went through.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Checked {
    pub communes: usize,
    pub entries: i64,
    pub receipts: usize,
    pub attachments: usize,
    /// Attachments named by a receipt and absent: erased on request, or lost.
    pub missing: Vec<String>,
}

/// Looks through the pages of an SQLite file, verifies the journal of every commune, and of [`SAMPLE`] receipts drawn by chance the signature, the place in the
/// journal, the subject and the attachments. Fails on the first that does not hold.
pub async fn check(store: &Store, blobs: &Blobs) -> Result<Checked> {
    if !store.is_postgres() {
        store.read(Scope::everywhere(), check_pages).await?;
    }
    let communes = store.tenants().await?;
    let each = (SAMPLE / communes.len().max(1)).max(1);
    let mut checked = Checked { communes: communes.len(), ..Checked::default() };
    for tenant in communes {
        let blobs = blobs.clone();
        let one = store.read(Scope::system(tenant), move |tx| check_commune(tx, &blobs, each)).await?;
        checked.entries += one.entries;
        checked.receipts += one.receipts;
        checked.attachments += one.attachments;
        checked.missing.extend(one.missing);
    }
    Ok(checked)
}

/// PostgreSQL has its own page checksums; SQLite looks through the file when asked.
fn check_pages(tx: &mut Tx) -> Result<()> {
    let found: String = tx.one("PRAGMA quick_check", args![], |row| row.get("quick_check"))?;
    if found == "ok" { Ok(()) } else { Err(Refusal::new("platform-database-damaged").with("found", found).into()) }
}

fn check_commune(tx: &mut Tx, blobs: &Blobs, sample: usize) -> Result<Checked> {
    let mut checked = Checked { entries: journal::verify(tx)?, ..Checked::default() };
    let public_key = tx.common.keys.public_key(&tx.tenant())?;
    for receipt in draw(tx, sample)? {
        if !receipt.is_genuine(&public_key) || *receipt.tenant != *tx.tenant() {
            return Err(unproven(&receipt.key, "signature"));
        }
        check_place(tx, &receipt)?;
        for address in &receipt.attachments {
            match blobs.get(&receipt.tenant, address) {
                Ok(_) => checked.attachments += 1,
                Err(Problem::NotFound) => checked.missing.push(address.clone()),
                Err(_) => return Err(unproven(&receipt.key, "attachment")),
            }
        }
        checked.receipts += 1;
    }
    Ok(checked)
}

fn unproven(key: &Id, part: &str) -> Problem {
    Refusal::new("platform-receipt-broken").with("key", key).with("part", part).into()
}

/// All receipts when they are few, else that many drawn by chance.
fn draw(tx: &mut Tx, sample: usize) -> Result<Vec<Receipt>> {
    let all = tx.count("SELECT COUNT(*) AS n FROM platform_receipts WHERE tenant = $1", args![tx.tenant()])?;
    if all <= sample as i64 {
        return receipts::after(tx, "", sample as i64);
    }
    let sql = "SELECT key FROM platform_receipts WHERE tenant = $1 ORDER BY key LIMIT 1 OFFSET $2";
    let mut drawn = Vec::new();
    for _ in 0..sample {
        let chance = i64::from(u32::from_le_bytes(tx.random()?)) % all;
        let key: Id = tx.one(sql, args![tx.tenant(), chance], |row| row.get("key"))?;
        drawn.extend(receipts::find(tx, &key)?);
    }
    Ok(drawn)
}

/// The entry of the deposit stands where the receipt says, tells of the same thing, and follows the hash on the receipt.
fn check_place(tx: &mut Tx, receipt: &Receipt) -> Result<()> {
    let entries = journal::entries_after(tx, receipt.chain_seq - 1, 1)?;
    let entry = entries.first().ok_or_else(|| unproven(&receipt.key, "place"))?;
    let told: serde_json::Value = serde_json::from_str(&entry.summary)?;
    let same = entry.seq == receipt.chain_seq
        && entry.verb == RECEIVED
        && entry.subject == receipt.subject.as_str()
        && told["key"] == receipt.key.as_str()
        && told["number"] == receipt.number
        && entry.expected_hash(&receipt.chain_previous) == entry.hash;
    if same { Ok(()) } else { Err(unproven(&receipt.key, "place")) }
}
