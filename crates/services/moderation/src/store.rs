//! SQL of decisions, appeals and versions of photos. Words for one person are sealed, each row under a key of its own.

use crate::model::{Appeal, Decision, Kind, Line, Outcome, Version};
use crate::rules;
use kernel::{Id, Moment};
use platform::{Count, Result, Row, Tx, args};

const DECISIONS: &str = "moderation_decisions";
const APPEALS: &str = "moderation_appeals";

pub fn insert_decision(tx: &mut Tx, case: &Id, kind: Kind, reason: Option<&str>, words: &str) -> Result<()> {
    let id = tx.new_id();
    let vault = tx.keys().new_vault(&tx.tenant(), DECISIONS, id.as_str())?;
    let sealed = vault.seal(tx.keys(), "words", words)?;
    let sql = "INSERT INTO moderation_decisions (tenant, case_id, id, at, decided_by, kind, reason, vault, words)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    tx.execute(sql, args![tx.tenant(), case, id, tx.now(), tx.actor().to_string(), kind, reason, vault.wrapped(), sealed])
}

/// The decisions on a case, the oldest first, with the words for its author opened.
pub fn decisions(tx: &mut Tx, case: &Id) -> Result<Vec<Decision>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM moderation_decisions WHERE tenant = $1 AND case_id = $2 ORDER BY id";
    tx.all(sql, args![tenant, case], |row| {
        let id: Id = row.get("id")?;
        let vault = keys.open_vault(&tenant, DECISIONS, id.as_str(), &row.get::<String>("vault")?)?;
        Ok(Decision {
            words: vault.open("words", &row.get::<String>("words")?)?,
            id,
            at: row.get("at")?,
            decided_by: row.get("decided_by")?,
            kind: row.get("kind")?,
            reason: row.get("reason")?,
        })
    })
}

/// Says whether it was the first appeal of the case.
pub fn insert_appeal(tx: &mut Tx, case: &Id, against: &str, words: &str) -> Result<bool> {
    let vault = tx.keys().new_vault(&tx.tenant(), APPEALS, case.as_str())?;
    let sealed = vault.seal(tx.keys(), "words", words)?;
    let sql = "INSERT INTO moderation_appeals (tenant, case_id, at, against, outcome, vault, words)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING";
    let values = args![tx.tenant(), case, tx.now(), against, Outcome::Open, vault.wrapped(), sealed];
    Ok(tx.changed(sql, values)? == 1)
}

pub fn answer(tx: &mut Tx, case: &Id, outcome: Outcome, words: &str) -> Result<()> {
    let sql = "SELECT vault FROM moderation_appeals WHERE tenant = $1 AND case_id = $2 AND outcome = 'open'";
    let wrapped: String = tx.one(sql, args![tx.tenant(), case], |row| row.get("vault"))?;
    let sealed = tx.keys().open_vault(&tx.tenant(), APPEALS, case.as_str(), &wrapped)?.seal(tx.keys(), "answer", words)?;
    let sql = "UPDATE moderation_appeals SET outcome = $3, answer = $4, decided_by = $5, decided_at = $6
         WHERE tenant = $1 AND case_id = $2 AND outcome = 'open'";
    tx.execute(sql, args![tx.tenant(), case, outcome, sealed, tx.actor().to_string(), tx.now()])
}

/// The last appeal of a case.
pub fn appeal(tx: &mut Tx, case: &Id) -> Result<Option<Appeal>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM moderation_appeals WHERE tenant = $1 AND case_id = $2 ORDER BY at DESC LIMIT 1";
    tx.maybe(sql, args![tenant, case], |row| read_appeal(row, &keys, &tenant))
}

/// The appeals that wait for an answer, the oldest first.
pub fn count_open_appeals(tx: &Tx) -> Count {
    Count::of("SELECT COUNT(*) AS n FROM moderation_appeals WHERE tenant = $1 AND outcome = 'open'", args![tx.tenant()])
}

pub fn open_appeals(tx: &mut Tx, limit: i64) -> Result<Vec<Appeal>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM moderation_appeals WHERE tenant = $1 AND outcome = 'open' ORDER BY at, case_id LIMIT $2";
    tx.all(sql, args![tenant, limit], |row| read_appeal(row, &keys, &tenant))
}

fn read_appeal(row: &Row, keys: &platform::store::seal::Keys, tenant: &str) -> Result<Appeal> {
    let case: Id = row.get("case_id")?;
    let vault = keys.open_vault(tenant, APPEALS, case.as_str(), &row.get::<String>("vault")?)?;
    let answer: Option<String> = row.get("answer")?;
    Ok(Appeal {
        words: vault.open("words", &row.get::<String>("words")?)?,
        answer: answer.map(|text| vault.open("answer", &text)).transpose()?,
        case,
        at: row.get("at")?,
        against: row.get("against")?,
        outcome: row.get("outcome")?,
        decided_at: row.get("decided_at")?,
    })
}

pub fn insert_version(tx: &mut Tx, case: &Id, version: &Version) -> Result<()> {
    let sql = "INSERT INTO moderation_photos (tenant, case_id, original, shown, parts, at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let parts = rules::written(&version.parts);
    tx.execute(sql, args![tx.tenant(), case, version.original, version.shown, parts, version.at, version.made_by])
}

/// What is or was shown of the photos of a case, the oldest first.
pub fn versions(tx: &mut Tx, case: &Id) -> Result<Vec<Version>> {
    let sql = "SELECT * FROM moderation_photos WHERE tenant = $1 AND case_id = $2 ORDER BY at, shown";
    tx.all(sql, args![tx.tenant(), case], |row| {
        let parts: String = row.get("parts")?;
        Ok(Version {
            original: row.get("original")?,
            shown: row.get("shown")?,
            parts: parts.split(';').filter_map(rules::part).collect(),
            at: row.get("at")?,
            made_by: row.get("made_by")?,
        })
    })
}

/// Decisions and appeals since a moment, counted by month, kind and reason.
pub fn counts(tx: &mut Tx, since: Moment) -> Result<Vec<Line>> {
    let sql = "SELECT SUBSTR(at, 1, 7) AS month, kind, COALESCE(reason, '') AS reason, COUNT(*) AS n
         FROM moderation_decisions WHERE tenant = $1 AND at >= $2 GROUP BY SUBSTR(at, 1, 7), kind, COALESCE(reason, '')
         UNION ALL
         SELECT SUBSTR(at, 1, 7) AS month, 'appeal' AS kind, outcome AS reason, COUNT(*) AS n
         FROM moderation_appeals WHERE tenant = $1 AND at >= $2 GROUP BY SUBSTR(at, 1, 7), outcome";
    let line = |row: &Row| {
        Ok(Line { month: row.get("month")?, kind: row.get("kind")?, reason: row.get("reason")?, count: row.get("n")? })
    };
    let mut lines = tx.all(sql, args![tx.tenant(), since], line)?;
    lines.sort();
    Ok(lines)
}
