//! Rows of opinions; what a service says is sealed under the case's own key.

use super::lists::{Named, Where};
use crate::model::{Case, NewOpinion, OpinionView};
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

/// Cases that are not decided, about which one of these units was asked for its opinion.
pub fn brought(units: &[Id]) -> Named {
    let mut named = Named::default();
    if !units.is_empty() {
        let select = "SELECT asked.case_id FROM cases_opinions asked
             JOIN cases_cases about ON about.tenant = asked.tenant AND about.id = asked.case_id
             WHERE asked.tenant = $1 AND about.phase NOT IN ('decided', 'closed') AND asked.unit IN";
        named.add(format!("{select} ({})", Where::marks(units.len())), units.iter().flat_map(|unit| args![unit]).collect());
    }
    named
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
