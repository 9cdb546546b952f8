//! Rows of opinions; what a service says is sealed under the case's own key.

use crate::model::{Case, NewOpinion, OpinionView};
use kernel::{Id, Moment, Value};
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

/// Writes what was said; of a correction, over what stood there.
pub fn give(tx: &mut Tx, case: &Case, id: &str, said: &NewOpinion) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let words = vault.seal(tx.keys(), &format!("opinion/{id}"), &said.words)?;
    let source = said.source.as_ref().map(|text| vault.seal(tx.keys(), &format!("opinion-source/{id}"), text)).transpose()?;
    tx.execute(
        "UPDATE cases_opinions SET verdict = $4, words = $5, source = $6, given_by = $7, given_at = $8
         WHERE tenant = $1 AND case_id = $2 AND id = $3",
        args![tx.tenant(), case.id, id, said.verdict, words, source, tx.actor().to_string(), tx.now()],
    )
}

/// The opinions on a case, in the order in which they were asked.
pub fn of(tx: &mut Tx, case: &Case) -> Result<Vec<OpinionView>> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let sql = "SELECT * FROM cases_opinions WHERE tenant = $1 AND case_id = $2 ORDER BY asked_at, id";
    tx.all(sql, args![tx.tenant(), case.id], |row| {
        let (words, source): (Option<String>, Option<String>) = (row.get("words")?, row.get("source")?);
        let mut opinion = read(row)?;
        opinion.source = source.map(|text| vault.open(&format!("opinion-source/{}", opinion.id), &text)).transpose()?;
        opinion.words = words.map(|text| vault.open(&format!("opinion/{}", opinion.id), &text)).transpose()?.unwrap_or_default();
        Ok(opinion)
    })
}

/// The units that were asked, without opening what they said.
pub fn units(tx: &mut Tx, case: &Id) -> Result<Vec<Id>> {
    let sql = "SELECT DISTINCT unit FROM cases_opinions WHERE tenant = $1 AND case_id = $2";
    tx.all(sql, args![tx.tenant(), case], |row| row.get("unit"))
}

/// The condition on a case that is not decided that one of these units was asked for its opinion, with its parameters.
pub fn condition(units: &[Id]) -> (String, Vec<Value>) {
    if units.is_empty() {
        return ("1 = 0".to_owned(), Vec::new());
    }
    let of = "id IN (SELECT case_id FROM cases_opinions WHERE tenant = $1 AND unit IN";
    let text = format!("(phase NOT IN ('decided', 'closed') AND {of} ({})))", super::lists::Where::marks(units.len()));
    (text, units.iter().flat_map(|unit| args![unit]).collect())
}

/// The tasks that end with an opinion that is still to come.
pub fn awaited(tx: &mut Tx, case: &Id) -> Result<Vec<Id>> {
    let sql = "SELECT task FROM cases_opinions WHERE tenant = $1 AND case_id = $2 AND given_at IS NULL";
    tx.all(sql, args![tx.tenant(), case], |row| row.get("task"))
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
        source: None,
        given_by: row.get("given_by")?,
        given_at: row.get("given_at")?,
    })
}
