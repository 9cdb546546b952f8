//! Rows of kept documents. What a person called them, and the digest of the file, are sealed.

pub mod loans;
pub mod presences;

use crate::model::{Document, Origin};
use kernel::{Day, Id, Moment};
use platform::{Result, Row, Tx, args};
use uploads::Scan;

const TABLE: &str = "folder_documents";

fn sealed(tx: &Tx, document: &Document) -> Result<String> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, document.id.as_str(), &document.vault)?;
    vault.seal(tx.keys(), "told", &serde_json::to_string(&(&document.title, &document.digest))?)
}

pub fn insert(tx: &mut Tx, document: &Document) -> Result<()> {
    let told = sealed(tx, document)?;
    tx.execute(
        "INSERT INTO folder_documents (tenant, id, person, kind, origin, trust, source, blob, thumb, media, size, mark, scan, vault, told, issued_on, valid_until, kept_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        args![
            tx.tenant(),
            document.id,
            document.person,
            document.kind,
            document.origin,
            document.trust,
            document.source,
            document.blob,
            document.thumb,
            document.media,
            document.size,
            document.mark,
            document.scan,
            document.vault,
            told,
            document.issued_on,
            document.valid_until,
            document.kept_at
        ],
    )
}

/// Writes what its person may change.
pub fn update(tx: &mut Tx, document: &Document) -> Result<()> {
    let told = sealed(tx, document)?;
    tx.execute(
        "UPDATE folder_documents SET told = $3, kind = $4, issued_on = $5, valid_until = $6, trust = $7, warned_at = NULL, ended_at = NULL
         WHERE tenant = $1 AND id = $2",
        args![tx.tenant(), document.id, told, document.kind, document.issued_on, document.valid_until, document.trust],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Document> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tenant, id], |row| read(row, &tenant, &keys))
}

/// The document of a person that came from this paper or file.
pub fn of_source(tx: &mut Tx, person: &Id, origin: Origin, source: &str) -> Result<Option<Document>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND person = $2 AND origin = $3 AND source = $4";
    tx.maybe(sql, args![tenant, person, origin, source], |row| read(row, &tenant, &keys))
}

/// The document of a person that is this very file.
pub fn same_file(tx: &mut Tx, person: &Id, kind: &str, mark: &str) -> Result<Option<Document>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND person = $2 AND kind = $3 AND mark = $4 ORDER BY id LIMIT 1";
    tx.maybe(sql, args![tenant, person, kind, mark], |row| read(row, &tenant, &keys))
}

/// A page of a person's documents, newest first, after the id that was shown last.
pub fn of_person(tx: &mut Tx, person: &Id, before: Option<&Id>, limit: i64) -> Result<Vec<Document>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND person = $2 AND (CAST($3 AS TEXT) IS NULL OR id < $3)
               ORDER BY id DESC LIMIT $4";
    tx.all(sql, args![tenant, person, before, limit], |row| read(row, &tenant, &keys))
}

/// What a person put into the folder himself, newest first, before a place in that order.
pub fn kept_before(tx: &mut Tx, person: &Id, before: Option<&(Moment, String)>, limit: i64) -> Result<Vec<Document>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND person = $2 AND origin <> 'issued'
               AND (CAST($3 AS TEXT) IS NULL OR kept_at < $3 OR (kept_at = $3 AND id < $4))
               ORDER BY kept_at DESC, id DESC LIMIT $5";
    let (at, id) = (before.map(|(at, _)| *at), before.map(|(_, id)| id));
    tx.all(sql, args![tenant, person, at, id, limit], |row| read(row, &tenant, &keys))
}

/// A person's own documents that end between two days.
pub fn ending_of(tx: &mut Tx, person: &Id, from: Day, to: Day, limit: i64) -> Result<Vec<Document>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND person = $2 AND origin <> 'issued'
               AND valid_until >= $3 AND valid_until <= $4 ORDER BY valid_until, id LIMIT $5";
    tx.all(sql, args![tenant, person, from, to, limit], |row| read(row, &tenant, &keys))
}

pub fn count(tx: &mut Tx, person: &Id) -> Result<i64> {
    tx.count("SELECT COUNT(*) AS n FROM folder_documents WHERE tenant = $1 AND person = $2", args![tx.tenant(), person])
}

/// The bytes that a person's own files take.
pub fn bytes(tx: &mut Tx, person: &Id) -> Result<i64> {
    let sql = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) AS n FROM folder_documents WHERE tenant = $1 AND person = $2";
    tx.count(sql, args![tx.tenant(), person])
}

/// Documents of people's own that end by a day and whose person was not told; the rest is told of by who issued it.
pub fn to_warn(tx: &mut Tx, today: Day, by: Day, limit: i64) -> Result<Vec<Document>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND valid_until >= $2 AND valid_until <= $3
               AND warned_at IS NULL AND origin <> 'issued' ORDER BY valid_until, id LIMIT $4";
    tx.all(sql, args![tenant, today, by, limit], |row| read(row, &tenant, &keys))
}

pub fn warned(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("UPDATE folder_documents SET warned_at = $3 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id, tx.now()])
}

/// Marks what has ended; says which.
pub fn end(tx: &mut Tx, today: Day, limit: i64) -> Result<Vec<Id>> {
    let sql = "SELECT id FROM folder_documents WHERE tenant = $1 AND valid_until < $2 AND ended_at IS NULL ORDER BY id LIMIT $3";
    let ended: Vec<Id> = tx.all(sql, args![tx.tenant(), today, limit], |row| row.get("id"))?;
    for id in &ended {
        tx.execute("UPDATE folder_documents SET ended_at = $3 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id, tx.now()])?;
    }
    Ok(ended)
}

/// Files that no scanner has looked at, after this one.
pub fn unscanned(tx: &mut Tx, after: Option<&Id>, limit: i64) -> Result<Vec<Document>> {
    let (tenant, keys) = (tx.tenant(), tx.keys().clone());
    let sql = "SELECT * FROM folder_documents WHERE tenant = $1 AND scan = 'waiting' AND (CAST($2 AS TEXT) IS NULL OR id > $2)
               ORDER BY id LIMIT $3";
    tx.all(sql, args![tenant, after, limit], |row| read(row, &tenant, &keys))
}

pub fn scanned(tx: &mut Tx, id: &Id, scan: Scan) -> Result<()> {
    tx.execute("UPDATE folder_documents SET scan = $3 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id, scan])
}

pub fn remove(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("DELETE FROM folder_documents WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}

fn read(row: &Row, tenant: &str, keys: &platform::Keys) -> Result<Document> {
    let id: Id = row.get("id")?;
    let wrapped: String = row.get("vault")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &wrapped)?;
    let (title, digest) = serde_json::from_str(&vault.open("told", &row.get::<String>("told")?)?)?;
    Ok(Document {
        person: row.get("person")?,
        kind: row.get("kind")?,
        origin: row.get("origin")?,
        trust: row.get("trust")?,
        source: row.get("source")?,
        blob: row.get("blob")?,
        thumb: row.get("thumb")?,
        media: row.get("media")?,
        size: row.get("size")?,
        mark: row.get("mark")?,
        scan: row.get("scan")?,
        title,
        digest,
        issued_on: row.get("issued_on")?,
        valid_until: row.get("valid_until")?,
        kept_at: row.get("kept_at")?,
        vault: wrapped,
        id,
    })
}
