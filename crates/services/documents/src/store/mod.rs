//! Rows of papers; reasons are sealed under the paper's own key.

pub mod numbers;
mod own;
pub mod renewals;

use crate::model::{Paper, PaperState, Signature};
use crate::stamp::Stamp;
use kernel::{Day, Id, Lang, Refusal};
pub use own::{ending_of, issued_of};
use platform::{Count, Problem, Result, Row, Tx, args};

const TABLE: &str = "documents_papers";

pub fn insert(tx: &mut Tx, paper: &Paper) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, paper.id.as_str(), &paper.vault)?;
    let words = vault.seal(tx.keys(), "words", &paper.words)?;
    tx.execute(
        "INSERT INTO documents_papers (tenant, id, case_id, output, template, title, register, year, number, state, sign, on_state,
             action, code, lang, vault, words, created_at, before_roles)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        args![
            tx.tenant(),
            paper.id,
            paper.case,
            paper.output,
            paper.template,
            serde_json::to_string(&paper.title)?,
            paper.register,
            paper.year,
            paper.number,
            paper.state,
            paper.sign,
            paper.on_state,
            paper.action,
            paper.code,
            paper.lang.code(),
            paper.vault,
            words,
            tx.now(),
            serde_json::to_string(&paper.before)?
        ],
    )
}

/// Writes what the life of a paper changes.
///
/// # Errors
/// `documents-not-to-sign` when it was cancelled meanwhile: its number may be another's.
pub fn update(tx: &mut Tx, paper: &Paper) -> Result<()> {
    let changed = tx.changed(
        "UPDATE documents_papers SET state = $3, blob = $4, sha256 = $5, signer = $6, issued_at = $7, valid_until = $8, turn = $9,
             stamp = $10, begun_on = $11, expired_at = $12 WHERE tenant = $1 AND id = $2 AND state <> 'cancelled'",
        args![
            tx.tenant(),
            paper.id,
            paper.state,
            paper.blob,
            paper.sha256,
            paper.signer,
            paper.issued_at,
            paper.valid_until,
            paper.turn as i64,
            paper.stamp,
            paper.begun_on,
            paper.expired_at
        ],
    )?;
    if changed == 1 { Ok(()) } else { Err(Refusal::new("documents-not-to-sign").into()) }
}

/// A draft will never be; one that nobody signed gives its number back. Says whether it was still a draft.
pub fn cancel(tx: &mut Tx, paper: &Paper, why: &str, words: &str) -> Result<bool> {
    let released_at = (paper.turn == 0).then(|| tx.now());
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, paper.id.as_str(), &paper.vault)?;
    let words = vault.seal(tx.keys(), "cancelled_words", words)?;
    let sql = "UPDATE documents_papers SET state = $3, why = $4, cancelled_words = $5, released_at = $6
               WHERE tenant = $1 AND id = $2 AND state IN ('prepared', 'made') AND turn = $7";
    let values = args![tx.tenant(), paper.id, PaperState::Cancelled, why, words, released_at, paper.turn as i64];
    if tx.changed(sql, values)? == 0 {
        return Ok(false); // signed, or cancelled, by somebody else just now
    }
    if released_at.is_some() {
        numbers::free(tx, paper)?;
    }
    Ok(true)
}

/// Issued papers that end by a day and are not recorded as ended, by the day of their end.
pub fn ending(tx: &mut Tx, by: Day, after: Option<&(Day, Id)>, limit: i64) -> Result<Vec<(Day, Id)>> {
    let (day, id) = after.map_or((String::new(), String::new()), |(day, id)| (day.to_string(), id.to_string()));
    let sql = "SELECT valid_until, id FROM documents_papers WHERE tenant = $1 AND state = 'issued' AND valid_until IS NOT NULL
                 AND begun_on IS NULL AND expired_at IS NULL AND valid_until <= $2 AND (valid_until > $3 OR (valid_until = $3 AND id > $4))
               ORDER BY valid_until, id LIMIT $5";
    tx.all(sql, args![tx.tenant(), by, day, id, limit], |row| Ok((row.get("valid_until")?, row.get("id")?)))
}

/// Papers whose end was recorded and came on a day or after it, the latest first.
pub fn ended(tx: &mut Tx, since: Day, limit: i64) -> Result<Vec<(Day, Id)>> {
    let sql = "SELECT valid_until, id FROM documents_papers WHERE tenant = $1 AND state = 'issued' AND expired_at IS NOT NULL
                 AND begun_on IS NULL AND valid_until >= $2 ORDER BY valid_until DESC, id LIMIT $3";
    tx.all(sql, args![tx.tenant(), since, limit], |row| Ok((row.get("valid_until")?, row.get("id")?)))
}

pub fn expire(tx: &mut Tx, id: &Id) -> Result<()> {
    let sql = "UPDATE documents_papers SET expired_at = $3 WHERE tenant = $1 AND id = $2 AND expired_at IS NULL";
    tx.execute(sql, args![tx.tenant(), id, tx.now()])
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Paper> {
    let found = tx.one("SELECT * FROM documents_papers WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)?;
    open(tx, found)
}

pub fn maybe(tx: &mut Tx, id: &Id) -> Result<Option<Paper>> {
    let found = tx.maybe("SELECT * FROM documents_papers WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)?;
    found.map(|found| open(tx, found)).transpose()
}

pub fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Paper>> {
    let found = tx.maybe("SELECT * FROM documents_papers WHERE tenant = $1 AND code = $2", args![tx.tenant(), code], read)?;
    found.map(|found| open(tx, found)).transpose()
}

/// The paper that has, or had before its time stamp came, exactly these bytes.
pub fn by_hash(tx: &mut Tx, sha256: &str) -> Result<Option<Paper>> {
    let sql = "SELECT * FROM documents_papers WHERE tenant = $1 AND (sha256 = $2
               OR id IN (SELECT paper FROM documents_editions WHERE tenant = $1 AND sha256 = $2)) LIMIT 1";
    let found = tx.maybe(sql, args![tx.tenant(), sha256], read)?;
    found.map(|found| open(tx, found)).transpose()
}

/// The papers of a case, oldest first.
pub fn of(tx: &mut Tx, case: &Id) -> Result<Vec<Paper>> {
    let sql = "SELECT * FROM documents_papers WHERE tenant = $1 AND case_id = $2 ORDER BY created_at, id";
    let found = tx.all(sql, args![tx.tenant(), case], read)?;
    found.into_iter().map(|found| open(tx, found)).collect()
}

/// Papers that wait for a signature, oldest first.
pub fn to_sign(tx: &mut Tx, limit: i64) -> Result<Vec<Paper>> {
    let sql =
        "SELECT * FROM documents_papers WHERE tenant = $1 AND state = 'made' AND sign = 'qualified' ORDER BY created_at LIMIT $2";
    let found = tx.all(sql, args![tx.tenant(), limit], read)?;
    found.into_iter().map(|found| open(tx, found)).collect()
}

/// Whether any paper waits for a signature, whosever turn it is.
pub fn any_to_sign(tx: &Tx) -> Count {
    let sql = "SELECT COUNT(*) AS n FROM (
                   SELECT 1 FROM documents_papers WHERE tenant = $1 AND state = 'made' AND sign = 'qualified' LIMIT 1
               ) AS papers";
    Count::of(sql, args![tx.tenant()])
}

fn open(tx: &Tx, (mut paper, words): (Paper, String)) -> Result<Paper> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, paper.id.as_str(), &paper.vault)?;
    paper.words = vault.open("words", &words)?;
    paper.cancelled_words = paper.cancelled_words.map(|words| vault.open("cancelled_words", &words)).transpose()?;
    Ok(paper)
}

fn read(row: &Row) -> Result<(Paper, String)> {
    let before: Option<String> = row.get("before_roles")?;
    let paper = Paper {
        id: row.get("id")?,
        case: row.get("case_id")?,
        output: row.get("output")?,
        template: row.get("template")?,
        title: serde_json::from_str(&row.get::<String>("title")?)?,
        register: row.get("register")?,
        year: row.get("year")?,
        number: row.get("number")?,
        state: row.get("state")?,
        sign: row.get("sign")?,
        on_state: row.get("on_state")?,
        action: row.get("action")?,
        code: row.get("code")?,
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("language"))?,
        vault: row.get("vault")?,
        words: String::new(),
        blob: row.get("blob")?,
        sha256: row.get("sha256")?,
        signer: row.get("signer")?,
        issued_at: row.get("issued_at")?,
        valid_until: row.get("valid_until")?,
        before: before.map(|text| serde_json::from_str(&text)).transpose()?.unwrap_or_default(),
        turn: usize::try_from(row.get::<i64>("turn")?).unwrap_or(0),
        stamp: row.get("stamp")?,
        begun_on: row.get("begun_on")?,
        expired_at: row.get("expired_at")?,
        released_at: row.get("released_at")?,
        cancelled_words: row.get("cancelled_words")?,
    };
    Ok((paper, row.get("words")?))
}

/// Notes a signature with its place in the order.
pub fn add_signature(tx: &mut Tx, paper: &Paper, signer: &str, stamp: Option<Stamp>) -> Result<()> {
    tx.execute(
        "INSERT INTO documents_signatures (tenant, paper, turn, role, actor, signer, stamp, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![tx.tenant(), paper.id, paper.turn as i64, paper.awaited(), tx.actor().to_string(), signer, stamp, tx.now()],
    )
}

pub fn signatures(tx: &mut Tx, paper: &Id) -> Result<Vec<Signature>> {
    let sql = "SELECT * FROM documents_signatures WHERE tenant = $1 AND paper = $2 ORDER BY turn";
    tx.all(sql, args![tx.tenant(), paper], |row| {
        Ok(Signature {
            turn: usize::try_from(row.get::<i64>("turn")?).unwrap_or(0),
            role: row.get("role")?,
            actor: row.get("actor")?,
            signer: row.get("signer")?,
            at: row.get("at")?,
        })
    })
}

/// Issued papers whose time stamp has yet to come, oldest first.
pub fn unstamped(tx: &mut Tx, most: i64) -> Result<Vec<Paper>> {
    let sql =
        "SELECT * FROM documents_papers WHERE tenant = $1 AND stamp = 'waiting' AND state = 'issued' ORDER BY issued_at LIMIT $2";
    let found = tx.all(sql, args![tx.tenant(), most], read)?;
    found.into_iter().map(|found| open(tx, found)).collect()
}

/// Puts the stamped file in the place of the one that was signed; the paper is still known by both.
pub fn put_stamped(tx: &mut Tx, paper: &Paper, blob: &str, sha256: &str) -> Result<()> {
    let sql = "INSERT INTO documents_editions (tenant, sha256, paper, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    tx.execute(sql, args![tx.tenant(), paper.sha256, paper.id, tx.now()])?;
    let sql = "UPDATE documents_papers SET blob = $3, sha256 = $4, stamp = $5 WHERE tenant = $1 AND id = $2 AND blob = $6";
    tx.execute(sql, args![tx.tenant(), paper.id, blob, sha256, Stamp::There, paper.blob])
}
