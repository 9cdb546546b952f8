//! Answers of the survey: one for each round of a case, the words sealed under the case's own key.

use super::lists::{self, Where, Window};
use crate::model::{Case, Means, Rated, Survey};
use kernel::{Id, Moment};
use platform::{Count, Result, Tx, args};
use std::collections::BTreeMap;

/// One survey per round: a reopened case is asked again. Only a number by SMS gives way to what comes another way, and
/// stays where that brings no mark. Says whether it was written.
pub fn insert(tx: &mut Tx, case: &Case, survey: &Survey) -> Result<bool> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let words =
        survey.words.as_ref().map(|words| vault.seal(tx.keys(), &format!("survey/{}", case.reopened), words)).transpose()?;
    let noted_by = matches!(survey.means, Means::Counter | Means::Phone).then(|| tx.actor().to_string());
    let sql = "INSERT INTO cases_surveys (tenant, case_id, round, at, solved, satisfaction, clear, words, means, noted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (tenant, case_id, round) DO UPDATE SET at = excluded.at, solved = excluded.solved,
         satisfaction = COALESCE(excluded.satisfaction, cases_surveys.satisfaction), clear = excluded.clear, words = excluded.words, means = excluded.means,
         noted_by = excluded.noted_by WHERE cases_surveys.means = 'sms' AND excluded.means <> 'sms'";
    let (solved, clear, mark) = (&survey.solved, &survey.clear, survey.satisfaction);
    let values = args![tx.tenant(), case.id, case.reopened, tx.now(), solved, mark, clear, words, survey.means, noted_by];
    Ok(tx.changed(sql, values)? == 1)
}

/// By which way the round in which a case is was answered, if it was.
pub fn answered(tx: &mut Tx, case: &Case) -> Result<Option<Means>> {
    let sql = "SELECT COALESCE(means, 'page') AS means FROM cases_surveys WHERE tenant = $1 AND case_id = $2 AND round = $3";
    tx.maybe(sql, args![tx.tenant(), case.id, case.reopened], |row| row.get("means"))
}

/// The mark of the round in which a case is.
pub fn mark(tx: &mut Tx, case: &Case) -> Result<Option<i64>> {
    let sql = "SELECT satisfaction FROM cases_surveys WHERE tenant = $1 AND case_id = $2 AND round = $3";
    Ok(tx.maybe(sql, args![tx.tenant(), case.id, case.reopened], |row| row.get::<Option<i64>>("satisfaction"))?.flatten())
}

/// Whether that answer stands, whatever comes later.
pub fn is_final(tx: &mut Tx, case: &Case) -> Result<bool> {
    Ok(answered(tx, case)?.is_some_and(|means| means != Means::Sms))
}

/// Cases whose decision stands since a stretch of time and whose author was not heard on it, the oldest first.
pub fn unheard(tx: &mut Tx, from: Moment, until: Moment, limit: i64) -> Result<Vec<Case>> {
    let sql = "SELECT * FROM cases_cases AS c WHERE c.tenant = $1 AND c.phase = 'decided' AND c.answered_at >= $2 AND c.answered_at < $3
             AND c.merged_into IS NULL AND COALESCE(c.outcome, '') NOT IN ('withdrawn', 'duplicate') AND c.restricted = 'no'
             AND NOT EXISTS (SELECT 1 FROM cases_surveys AS s WHERE s.tenant = $1 AND s.case_id = c.id AND s.round = c.reopened)
         ORDER BY c.answered_at, c.id LIMIT $4";
    tx.all(sql, args![tx.tenant(), from, until, limit], super::read)
}

/// Marks since a moment: unit, way, mark, and whether the problem was solved, each with how many said so.
pub fn marks(tx: &mut Tx, windows: &[Window], since: Moment) -> Result<Vec<Rated>> {
    let mut conditions = Where::tenant(tx);
    lists::visible(&mut conditions, windows);
    let (visible, mut values) = conditions.parts();
    values.extend(args![since]);
    let sql = format!(
        "SELECT c.unit AS unit, COALESCE(s.means, 'page') AS means, s.satisfaction AS mark, COALESCE(s.solved, '') AS solved, COUNT(*) AS n
         FROM cases_surveys s JOIN (SELECT id, unit FROM cases_cases WHERE {visible}) c ON c.id = s.case_id
         WHERE s.tenant = $1 AND s.at >= ${} AND s.satisfaction IS NOT NULL
         GROUP BY c.unit, COALESCE(s.means, 'page'), s.satisfaction, COALESCE(s.solved, '')",
        values.len()
    );
    tx.all(&sql, values, |row| {
        Ok(Rated {
            unit: row.get("unit")?,
            means: row.get("means")?,
            mark: row.get("mark")?,
            solved: row.get("solved")?,
            count: row.get("n")?,
        })
    })
}

/// Low marks that these windows open, the newest first, with the words opened. The caller has recorded the look.
/// Whether anybody, of any unit, gave such a mark since a moment.
pub fn any_low(tx: &Tx, most: i64, since: Moment) -> Count {
    let sql = "SELECT COUNT(*) AS n FROM (
                   SELECT 1 FROM cases_surveys WHERE tenant = $1 AND satisfaction <= $2 AND at >= $3 LIMIT 1
               ) AS marks";
    Count::of(sql, args![tx.tenant(), most, since])
}

pub fn low(tx: &mut Tx, windows: &[Window], most: i64, since: Moment, limit: i64) -> Result<Vec<(Case, Survey, Moment, i64)>> {
    let mut conditions = Where::tenant(tx);
    lists::visible(&mut conditions, windows);
    let (visible, mut values) = conditions.parts();
    values.extend(args![most, since, limit]);
    let (mark, at, few) = (values.len() - 2, values.len() - 1, values.len());
    let sql = format!(
        "SELECT s.case_id, s.round, s.at, s.solved, s.satisfaction, s.clear, s.words, s.means
         FROM cases_surveys s JOIN (SELECT id FROM cases_cases WHERE {visible}) c ON c.id = s.case_id
         WHERE s.tenant = $1 AND s.satisfaction <= ${mark} AND s.at >= ${at} ORDER BY s.at DESC, s.case_id LIMIT ${few}"
    );
    let found: Vec<(Id, i64, Moment, Survey)> = tx.all(&sql, values, |row| {
        let survey = Survey {
            solved: row.get("solved")?,
            satisfaction: row.get("satisfaction")?,
            clear: row.get("clear")?,
            words: row.get("words")?,
            means: row.get::<Option<Means>>("means")?.unwrap_or_default(),
        };
        Ok((row.get("case_id")?, row.get("round")?, row.get("at")?, survey))
    })?;
    let mut low = Vec::with_capacity(found.len());
    let mut cases: BTreeMap<Id, Case> = BTreeMap::new();
    for (id, round, at, mut survey) in found {
        if !cases.contains_key(&id) {
            cases.insert(id.clone(), super::find(tx, &id)?);
        }
        let case = cases[&id].clone();
        survey.words = match survey.words {
            Some(sealed) if case.vault != platform::store::seal::ERASED => {
                let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
                Some(vault.open(&format!("survey/{round}"), &sealed)?)
            }
            _ => None,
        };
        low.push((case, survey, at, round));
    }
    Ok(low)
}
