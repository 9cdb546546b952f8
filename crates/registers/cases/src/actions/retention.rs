//! What the law says to forget is forgotten: contacts, photos, private complaints (law 09-08, art. 3).

use crate::model::{Case, CaseFile, Contact, FileRole, Forgotten};
use crate::store::{self, lists::Where};
use kernel::{Id, Moment};
use platform::store::seal::ERASED;
use platform::store::search;
use platform::{Facts, Pack, Result, Tx, Value, args};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Cases looked at in one night; the next night takes the rest.
const AT_ONCE: i64 = 500;

/// Days that each kind of data is kept, from the pack; a kind with 0 days is kept for good.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Retention {
    pub days: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
struct PackFile {
    retention: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    kind: String,
    days: i64,
}

/// Job payload: a file whose last row is gone.
#[derive(Debug, Serialize, Deserialize)]
pub struct EraseFile {
    pub blobs: Vec<String>,
}

pub fn read(pack: &Pack, facts: &mut Facts) -> Result<()> {
    let file: PackFile = pack.toml("pack.toml")?;
    facts.put(Retention { days: file.retention.into_iter().map(|line| (line.kind, line.days)).collect() });
    Ok(())
}

impl Retention {
    /// The moment before which a kind of data is too old to keep. `None`: it is kept.
    pub fn before(&self, kind: &str, now: Moment) -> Option<Moment> {
        let days = self.days.get(kind).copied().filter(|days| *days > 0)?;
        Some(now.plus_secs(-days * 86_400))
    }
}

/// Forgets what is due tonight. Reports lose their author and their photos early; the file of a request is kept whole as long
/// as the archives want it, and then loses its person at once, answers and papers included.
pub fn forget(tx: &mut Tx) -> Result<()> {
    let retention = tx.fact::<Retention>()?;
    let now = tx.now();
    let (requests, reports) = pins(tx)?;
    if let Some(before) = retention.before("request", now) {
        for case in old(tx, &requests, "phase IN ('decided', 'closed') AND COALESCE(forgotten, '') <> 'all'", before)? {
            forget_all(tx, &case)?;
        }
    }
    if let Some(before) = retention.before("private_complaint", now) {
        for case in old(tx, &reports, "phase = 'closed' AND forgotten IS NULL AND hide_author = 'yes'", before)? {
            forget_all(tx, &case)?;
        }
    }
    if let Some(before) = retention.before("report_contact", now) {
        for case in old(tx, &reports, "phase = 'closed' AND forgotten IS NULL", before)? {
            forget_author(tx, &case)?;
        }
    }
    match retention.before("report_photo", now) {
        Some(before) => forget_photos(tx, &reports, before),
        None => Ok(()),
    }
}

/// The texts of procedures under which cases were opened: those of requests, and the others.
fn pins(tx: &mut Tx) -> Result<(Vec<String>, Vec<String>)> {
    let sql = "SELECT pin FROM cases_procedures WHERE tenant = $1 ORDER BY pin";
    let all: Vec<String> = tx.all(sql, args![tx.tenant()], |row| row.get("pin"))?;
    let (mut requests, mut reports) = (Vec::new(), Vec::new());
    for pin in all {
        let kind = if store::pinned(tx, &pin)?.is_request() { &mut requests } else { &mut reports };
        kind.push(pin);
    }
    Ok((requests, reports))
}

/// Cases that ended before a moment; what was withdrawn was never answered, and ended when it moved.
fn old(tx: &mut Tx, pins: &[String], condition: &str, before: Moment) -> Result<Vec<Case>> {
    if pins.is_empty() {
        return Ok(Vec::new());
    }
    let mut conditions = Where::tenant(tx);
    conditions.and(condition, Vec::new());
    conditions.and("answered_at < ? OR (answered_at IS NULL AND moved_at < ?)", args![before, before]);
    conditions.and(&of_pins(pins), values(pins));
    store::lists::newest(tx, conditions, None, AT_ONCE)
}

fn of_pins(pins: &[String]) -> String {
    format!("procedure_pin IN ({})", Where::marks(pins.len()))
}

fn values(pins: &[String]) -> Vec<Value> {
    pins.iter().flat_map(|pin| args![pin]).collect()
}

/// The name and the ways to reach the author go; the case stays without a person.
pub fn forget_author(tx: &mut Tx, case: &Case) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), "cases_cases", case.id.as_str(), &case.vault)?;
    let nobody = vault.seal(tx.keys(), "contact", &serde_json::to_string(&Contact::default())?)?;
    let sql = "UPDATE cases_cases SET contact = $3, phone_key = NULL, email_key = NULL, person = NULL, forgotten = 'author' WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), case.id, nobody])?;
    tx.execute("DELETE FROM cases_followers WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case.id])?;
    // A voice is a person's as much as a name is.
    drop_some(tx, case, |file| file.role == FileRole::Voice)?;
    tx.emit(&Forgotten { case: case.id.clone() })?;
    tx.record("cases.author_forgotten", &case.id, &serde_json::json!({}))
}

/// The key of the record goes, and with it every word that was sealed under it.
pub fn forget_all(tx: &mut Tx, case: &Case) -> Result<()> {
    let sql = "UPDATE cases_cases SET vault = $3, phone_key = NULL, email_key = NULL, person = NULL, forgotten = 'all' WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), case.id, ERASED])?;
    tx.execute("DELETE FROM cases_followers WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case.id])?;
    tx.execute("DELETE FROM cases_tasks WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case.id])?;
    search::remove(tx, "cases", &case.id)?;
    drop_files(tx, case)?;
    tx.emit(&Forgotten { case: case.id.clone() })?;
    tx.record("cases.forgotten", &case.id, &serde_json::json!({}))
}

fn forget_photos(tx: &mut Tx, pins: &[String], before: Moment) -> Result<()> {
    if pins.is_empty() {
        return Ok(());
    }
    let mut conditions = Where::tenant(tx);
    let of = format!("SELECT id FROM cases_cases WHERE tenant = $1 AND phase IN ('decided', 'closed') AND {}", of_pins(pins));
    conditions.and("at < ?", args![before]);
    conditions.and(&format!("case_id IN ({of})"), values(pins));
    let (text, values) = conditions.parts();
    let sql = format!("SELECT DISTINCT case_id FROM cases_files WHERE {text} LIMIT 200");
    let ids: Vec<kernel::Id> = tx.all(&sql, values, |row| row.get("case_id"))?;
    for id in ids {
        let case = store::find(tx, &id)?;
        drop_files(tx, &case)?;
        tx.record("cases.photos_forgotten", &case.id, &serde_json::json!({}))?;
    }
    Ok(())
}

/// Rows first, in this commit; the sealed files after it, unless another case names the same ones.
fn drop_files(tx: &mut Tx, case: &Case) -> Result<()> {
    tx.execute("UPDATE cases_cases SET public_photo = NULL WHERE tenant = $1 AND id = $2", args![tx.tenant(), case.id])?;
    drop_some(tx, case, |_| true)
}

/// Erases one file of a case, as another room says that its time is over.
pub fn drop_file(tx: &mut Tx, case: &Case, id: &Id) -> Result<()> {
    drop_some(tx, case, |file| file.id == *id)
}

fn drop_some(tx: &mut Tx, case: &Case, goes: impl Fn(&CaseFile) -> bool) -> Result<()> {
    let files: Vec<CaseFile> = store::files::of(tx, &case.id)?.into_iter().filter(goes).collect();
    for file in &files {
        tx.execute("DELETE FROM cases_files WHERE tenant = $1 AND id = $2", args![tx.tenant(), file.id])?;
    }
    let mut blobs = Vec::new();
    for file in files {
        let sql = "SELECT COUNT(*) AS n FROM cases_files WHERE tenant = $1 AND blob = $2";
        if tx.count(sql, args![tx.tenant(), file.blob])? == 0 {
            blobs.extend([file.blob, file.thumb]);
        }
    }
    blobs.retain(|blob| !blob.is_empty());
    blobs.sort();
    blobs.dedup();
    if blobs.is_empty() { Ok(()) } else { tx.job("cases.erase_files", &EraseFile { blobs }) }
}
