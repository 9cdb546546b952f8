//! Rows of drafts and of uploads in parts. What was typed and the names of files are sealed under the draft's own key.

use crate::model::{Draft, PartialUpload};
use kernel::{Id, Lang, Moment};
use platform::{Problem, Result, Row, Tx, args};

const TABLE: &str = "requests_drafts";

pub fn insert(tx: &mut Tx, draft: &Draft, code_key: &str) -> Result<()> {
    let (typed, files) = sealed(tx, draft)?;
    tx.execute(
        "INSERT INTO requests_drafts (tenant, id, code_key, procedure, person, channel, lang, vault, typed, files, created_at, updated_at, version, mandate, organisation)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12, $13, $14)",
        args![
            tx.tenant(),
            draft.id,
            code_key,
            draft.procedure,
            draft.person,
            draft.channel,
            draft.lang.code(),
            draft.vault,
            typed,
            files,
            draft.created_at,
            draft.version,
            draft.mandate,
            draft.organisation
        ],
    )
}

fn sealed(tx: &Tx, draft: &Draft) -> Result<(String, String)> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, draft.id.as_str(), &draft.vault)?;
    let typed = vault.seal(tx.keys(), "typed", &serde_json::to_string(&(&draft.code, &draft.typed))?)?;
    Ok((typed, vault.seal(tx.keys(), "files", &serde_json::to_string(&draft.files)?)?))
}

/// Writes what may have changed. A filed draft does not change any more.
pub fn update(tx: &mut Tx, draft: &Draft) -> Result<()> {
    let (typed, files) = sealed(tx, draft)?;
    tx.execute(
        "UPDATE requests_drafts SET typed = $3, files = $4, lang = $5, updated_at = $6, version = $7 WHERE tenant = $1 AND id = $2 AND filed IS NULL",
        args![tx.tenant(), draft.id, typed, files, draft.lang.code(), tx.now(), draft.version],
    )
}

/// A draft that became a case keeps the tie, and nothing of what was typed.
pub fn filed(tx: &mut Tx, draft: &Draft, case: &Id) -> Result<()> {
    let empty = Draft { typed: Default::default(), files: Vec::new(), ..draft.clone() };
    let (typed, files) = sealed(tx, &empty)?;
    tx.execute(
        "UPDATE requests_drafts SET filed = $3, typed = $4, files = $5, updated_at = $6 WHERE tenant = $1 AND id = $2",
        args![tx.tenant(), draft.id, case, typed, files, tx.now()],
    )
}

pub fn by_code(tx: &mut Tx, code_key: &str) -> Result<Option<Draft>> {
    let sql = format!("SELECT * FROM requests_drafts WHERE tenant = $1 AND code_key = $2{}", tx.for_update());
    let row = tx.maybe(&sql, args![tx.tenant(), code_key], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    row.map(|(draft, typed, files)| open(tx, draft, typed, files)).transpose()
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Option<Draft>> {
    let sql = "SELECT * FROM requests_drafts WHERE tenant = $1 AND id = $2";
    let row = tx.maybe(sql, args![tx.tenant(), id], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    row.map(|(draft, typed, files)| open(tx, draft, typed, files)).transpose()
}

/// The draft that a person is writing for a procedure.
pub fn of_person(tx: &mut Tx, person: &Id, procedure: &str) -> Result<Option<Draft>> {
    let sql = "SELECT * FROM requests_drafts WHERE tenant = $1 AND person = $2 AND procedure = $3 AND filed IS NULL AND channel = 'web'";
    let row =
        tx.maybe(sql, args![tx.tenant(), person, procedure], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    row.map(|(draft, typed, files)| open(tx, draft, typed, files)).transpose()
}

/// The drafts that a person is writing, the latest first.
pub fn all_of_person(tx: &mut Tx, person: &Id, limit: i64) -> Result<Vec<Draft>> {
    let sql = "SELECT * FROM requests_drafts WHERE tenant = $1 AND person = $2 AND filed IS NULL AND channel = 'web'
               ORDER BY updated_at DESC LIMIT $3";
    let rows = tx.all(sql, args![tx.tenant(), person, limit], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    rows.into_iter().map(|(draft, typed, files)| open(tx, draft, typed, files)).collect()
}

/// The open drafts of an organisation, the latest first.
pub fn of_organisation(tx: &mut Tx, organisation: &Id) -> Result<Vec<Draft>> {
    let sql = "SELECT * FROM requests_drafts WHERE tenant = $1 AND organisation = $2 AND filed IS NULL ORDER BY updated_at DESC";
    let rows = tx.all(sql, args![tx.tenant(), organisation], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    rows.into_iter().map(|(draft, typed, files)| open(tx, draft, typed, files)).collect()
}

pub fn by_id(tx: &mut Tx, id: &Id) -> Result<Draft> {
    let sql = "SELECT * FROM requests_drafts WHERE tenant = $1 AND id = $2";
    let (draft, typed, files) =
        tx.one(sql, args![tx.tenant(), id], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    open(tx, draft, typed, files)
}

/// The drafts begun under a written mandate that are not filed, newest first.
pub fn of_mandate(tx: &mut Tx, mandate: &Id) -> Result<Vec<Draft>> {
    let sql = "SELECT * FROM requests_drafts WHERE tenant = $1 AND mandate = $2 AND filed IS NULL ORDER BY id DESC";
    let rows = tx.all(sql, args![tx.tenant(), mandate], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    rows.into_iter().map(|(draft, typed, files)| open(tx, draft, typed, files)).collect()
}

/// Gives a draft back to its person under another code.
pub fn give_back(tx: &mut Tx, draft: &Draft, code_key: &str) -> Result<()> {
    let (typed, files) = sealed(tx, draft)?;
    tx.execute(
        "UPDATE requests_drafts SET code_key = $3, channel = $4, typed = $5, files = $6, updated_at = $7
         WHERE tenant = $1 AND id = $2 AND filed IS NULL",
        args![tx.tenant(), draft.id, code_key, draft.channel, typed, files, tx.now()],
    )
}

/// The drafts not touched since a day, with their files, oldest first.
pub fn idle(tx: &mut Tx, before: Moment, limit: i64) -> Result<Vec<Draft>> {
    let sql = "SELECT * FROM requests_drafts WHERE tenant = $1 AND updated_at < $2 ORDER BY updated_at LIMIT $3";
    let rows = tx.all(sql, args![tx.tenant(), before, limit], |row| Ok((read(row)?, row.get("typed")?, row.get("files")?)))?;
    rows.into_iter().map(|(draft, typed, files)| open(tx, draft, typed, files)).collect()
}

pub fn remove(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("DELETE FROM requests_drafts WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}

fn read(row: &Row) -> Result<Draft> {
    Ok(Draft {
        id: row.get("id")?,
        code: String::new(),
        procedure: row.get("procedure")?,
        version: row.get("version")?,
        person: row.get("person")?,
        mandate: row.get("mandate")?,
        organisation: row.get("organisation")?,
        channel: row.get("channel")?,
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("language"))?,
        typed: Default::default(),
        files: Vec::new(),
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        filed: row.get("filed")?,
        vault: row.get("vault")?,
    })
}

fn open(tx: &Tx, draft: Draft, typed: String, files: String) -> Result<Draft> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, draft.id.as_str(), &draft.vault)?;
    let (code, typed) = serde_json::from_str(&vault.open("typed", &typed)?)?;
    Ok(Draft { code, typed, files: serde_json::from_str(&vault.open("files", &files)?)?, ..draft })
}

pub fn put_upload(tx: &mut Tx, upload: &PartialUpload) -> Result<()> {
    tx.execute(
        "INSERT INTO requests_uploads (tenant, draft, id, piece, size, received, chunks, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (tenant, draft, id) DO UPDATE SET received = excluded.received, chunks = excluded.chunks, at = excluded.at",
        args![
            tx.tenant(),
            upload.draft,
            upload.id,
            upload.piece,
            upload.size,
            upload.received,
            serde_json::to_string(&upload.chunks)?,
            tx.now()
        ],
    )
}

pub fn upload(tx: &mut Tx, draft: &Id, id: &Id) -> Result<PartialUpload> {
    let sql = "SELECT * FROM requests_uploads WHERE tenant = $1 AND draft = $2 AND id = $3";
    tx.one(sql, args![tx.tenant(), draft, id], read_upload)
}

fn read_upload(row: &Row) -> Result<PartialUpload> {
    Ok(PartialUpload {
        id: row.get("id")?,
        draft: row.get("draft")?,
        piece: row.get("piece")?,
        size: row.get("size")?,
        received: row.get("received")?,
        chunks: serde_json::from_str(&row.get::<String>("chunks")?)?,
    })
}

/// The uploads of a draft, the oldest first.
pub fn uploads_of(tx: &mut Tx, draft: &Id) -> Result<Vec<PartialUpload>> {
    let sql = "SELECT * FROM requests_uploads WHERE tenant = $1 AND draft = $2 ORDER BY at, id";
    tx.all(sql, args![tx.tenant(), draft], read_upload)
}

/// Uploads to which nothing came since a moment, the oldest first.
pub fn uploads_before(tx: &mut Tx, before: Moment, limit: i64) -> Result<Vec<PartialUpload>> {
    let sql = "SELECT * FROM requests_uploads WHERE tenant = $1 AND at < $2 ORDER BY at, id LIMIT $3";
    tx.all(sql, args![tx.tenant(), before, limit], read_upload)
}

pub fn drop_upload(tx: &mut Tx, draft: &Id, id: &Id) -> Result<()> {
    tx.execute("DELETE FROM requests_uploads WHERE tenant = $1 AND draft = $2 AND id = $3", args![tx.tenant(), draft, id])
}
