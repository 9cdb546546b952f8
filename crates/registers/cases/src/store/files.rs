//! Files of a case, and those who follow it.

use crate::model::{CaseFile, Contact, Follower, NewFile, Scan};
use kernel::{Id, Lang};
use platform::{Problem, Result, Row, Tx, args};

pub fn add(tx: &mut Tx, case: &Id, file: &NewFile) -> Result<Id> {
    let id = tx.new_id();
    tx.execute(
        "INSERT INTO cases_files (tenant, id, case_id, role, blob, thumb, kind, at, actor, piece, scan)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            tx.tenant(),
            id,
            case,
            file.role,
            file.blob,
            file.thumb,
            file.kind,
            tx.now(),
            tx.actor().to_string(),
            file.piece,
            file.scan
        ],
    )?;
    Ok(id)
}

pub fn of(tx: &mut Tx, case: &Id) -> Result<Vec<CaseFile>> {
    let sql = "SELECT * FROM cases_files WHERE tenant = $1 AND case_id = $2 ORDER BY at, id";
    tx.once(&["cases_files"], case, |tx| tx.all(sql, args![tx.tenant(), case], read))
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<CaseFile> {
    tx.one("SELECT * FROM cases_files WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

/// Writes what the scanner said of a file.
pub fn scanned(tx: &mut Tx, id: &Id, scan: Scan) -> Result<()> {
    tx.execute("UPDATE cases_files SET scan = $3 WHERE tenant = $1 AND id = $2", args![tx.tenant(), id, scan])
}

/// Files that no scanner has looked at, after this one, in the order in which they came.
pub fn unscanned(tx: &mut Tx, after: Option<&Id>, most: i64) -> Result<Vec<CaseFile>> {
    let sql = "SELECT * FROM cases_files WHERE tenant = $1 AND scan = 'waiting' AND (CAST($2 AS TEXT) IS NULL OR id > $2)
               ORDER BY id LIMIT $3";
    tx.all(sql, args![tx.tenant(), after, most], read)
}

/// Whether any case has this sealed file.
pub fn named(tx: &mut Tx, blob: &str) -> Result<bool> {
    let sql = "SELECT COUNT(*) AS n FROM cases_files WHERE tenant = $1 AND (blob = $2 OR thumb = $2)";
    Ok(tx.count(sql, args![tx.tenant(), blob])? > 0)
}

fn read(row: &Row) -> Result<CaseFile> {
    Ok(CaseFile {
        id: row.get("id")?,
        case_id: row.get("case_id")?,
        role: row.get("role")?,
        blob: row.get("blob")?,
        thumb: row.get("thumb")?,
        kind: row.get("kind")?,
        piece: row.get("piece")?,
        scan: row.get::<Option<Scan>>("scan")?.unwrap_or(Scan::Clean),
        at: row.get("at")?,
    })
}

const FOLLOWERS: &str = "cases_followers";

/// "Me too": says whether it was the first time for this contact. Without a contact each one counts by its own key.
/// `via` is the report through which they came, when this one was joined to it.
pub fn follow(tx: &mut Tx, case: &Id, contact: &Contact, contact_key: &str, lang: Lang, via: Option<&Id>) -> Result<bool> {
    let id = tx.new_id();
    let vault = tx.keys().new_vault(&tx.tenant(), FOLLOWERS, id.as_str())?;
    let sealed = vault.seal(tx.keys(), "contact", &serde_json::to_string(contact)?)?;
    let sql = "INSERT INTO cases_followers (tenant, case_id, id, at, lang, contact_key, vault, contact, via)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING";
    Ok(tx.changed(sql, args![tx.tenant(), case, id, tx.now(), lang.code(), contact_key, vault.wrapped(), sealed, via])? == 1)
}

/// The keys of those who came to a case through another.
pub fn came_through(tx: &mut Tx, case: &Id, via: &Id) -> Result<Vec<String>> {
    let sql = "SELECT contact_key FROM cases_followers WHERE tenant = $1 AND case_id = $2 AND via = $3";
    tx.all(sql, args![tx.tenant(), case, via], |row| row.get("contact_key"))
}

/// Those of these keys who came through another report leave the case; says how many.
pub fn unfollow_through(tx: &mut Tx, case: &Id, via: &Id, keys: &[String]) -> Result<i64> {
    let sql = "DELETE FROM cases_followers WHERE tenant = $1 AND case_id = $2 AND via = $3 AND contact_key = $4";
    let mut gone = 0;
    for key in keys {
        gone += i64::try_from(tx.changed(sql, args![tx.tenant(), case, via, key])?).unwrap_or(0);
    }
    Ok(gone)
}

/// Who wants to be told of a case, with the contact opened.
pub fn followers(tx: &mut Tx, case: &Id) -> Result<Vec<Follower>> {
    let keys = tx.keys().clone();
    let tenant = tx.tenant();
    tx.all("SELECT * FROM cases_followers WHERE tenant = $1 AND case_id = $2 ORDER BY id", args![tenant, case], |row| {
        let id: String = row.get("id")?;
        let vault = keys.open_vault(&tenant, FOLLOWERS, &id, &row.get::<String>("vault")?)?;
        let contact = serde_json::from_str(&vault.open("contact", &row.get::<String>("contact")?)?)?;
        let lang = Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("language"))?;
        Ok(Follower { id: Id::new(id), contact, lang, key: row.get("contact_key")? })
    })
}

/// What a contact follows: the cases, and by which id.
pub fn followed_with(tx: &mut Tx, contact_key: &str, limit: i64) -> Result<Vec<(Id, Id)>> {
    let sql = "SELECT case_id, id FROM cases_followers WHERE tenant = $1 AND contact_key = $2 ORDER BY case_id LIMIT $3";
    tx.all(sql, args![tx.tenant(), contact_key, limit], |row| Ok((row.get("case_id")?, row.get("id")?)))
}

/// Erases a follower with the contact. Says whether there was one.
pub fn unfollow(tx: &mut Tx, case: &Id, follower: &Id) -> Result<bool> {
    let sql = "DELETE FROM cases_followers WHERE tenant = $1 AND case_id = $2 AND id = $3";
    Ok(tx.changed(sql, args![tx.tenant(), case, follower])? == 1)
}
