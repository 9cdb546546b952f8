//! Rows of opinions; what a service says is sealed under the case's own key.

use crate::model::{Case, OpinionView, Verdict};
use kernel::{Id, Moment};
use platform::{Result, Row, Tx, args};

pub fn insert(tx: &mut Tx, case: &Id, opinion: &OpinionView) -> Result<()> {
    tx.execute(
        "INSERT INTO cases_opinions (tenant, case_id, id, unit, title, task, asked_at, due_at, silence)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            tx.tenant(),
            case,
            opinion.id,
            opinion.unit,
            serde_json::to_string(&opinion.title)?,
            opinion.task,
            opinion.asked_at,
            opinion.due_at,
            opinion.silence
        ],
    )
}

pub fn give(tx: &mut Tx, case: &Case, id: &str, verdict: Verdict, words: &str) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let words = vault.seal(tx.keys(), &format!("opinion/{id}"), words)?;
    tx.execute(
        "UPDATE cases_opinions SET verdict = $4, words = $5, given_by = $6, given_at = $7
         WHERE tenant = $1 AND case_id = $2 AND id = $3 AND given_at IS NULL",
        args![tx.tenant(), case.id, id, verdict, words, tx.actor().to_string(), tx.now()],
    )
}

/// The opinions on a case, in the order in which they were asked.
pub fn of(tx: &mut Tx, case: &Case) -> Result<Vec<OpinionView>> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let sql = "SELECT * FROM cases_opinions WHERE tenant = $1 AND case_id = $2 ORDER BY asked_at, id";
    tx.all(sql, args![tx.tenant(), case.id], |row| {
        let words: Option<String> = row.get("words")?;
        let mut opinion = read(row)?;
        opinion.words = words.map(|text| vault.open(&format!("opinion/{}", opinion.id), &text)).transpose()?.unwrap_or_default();
        Ok(opinion)
    })
}

/// Cases with an opinion whose delay ran out without a word.
pub fn silent(tx: &mut Tx, now: Moment, limit: i64) -> Result<Vec<(Id, String)>> {
    let sql =
        "SELECT case_id, id FROM cases_opinions WHERE tenant = $1 AND given_at IS NULL AND due_at < $2 ORDER BY due_at LIMIT $3";
    tx.all(sql, args![tx.tenant(), now, limit], |row| Ok((row.get("case_id")?, row.get("id")?)))
}

fn read(row: &Row) -> Result<OpinionView> {
    Ok(OpinionView {
        id: row.get("id")?,
        unit: row.get("unit")?,
        title: serde_json::from_str(&row.get::<String>("title")?)?,
        task: row.get("task")?,
        asked_at: row.get("asked_at")?,
        due_at: row.get("due_at")?,
        silence: row.get("silence")?,
        verdict: row.get("verdict")?,
        words: String::new(),
        given_at: row.get("given_at")?,
    })
}
