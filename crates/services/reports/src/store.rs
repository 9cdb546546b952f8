//! SQL of the reports: deposits of the last days, for quarantine, and the answers, for statistics. Our own tables only.

use crate::model::{KeptPhoto, Standing};
use crate::rules;
use cases::{Case, Where};
use kernel::{Day, Id, Moment};
use platform::{Result, Row, Tx, Value, args};
use std::collections::HashMap;

/// Cases whose answers are asked for in one statement.
const AT_ONCE: usize = 500;

/// What is known of a deposit before it is stored.
pub struct Seen {
    /// How the same form was judged when it came first.
    pub standing: Option<Standing>,
    /// Deposits of today from one address, and with the same words; counted up to [`rules::MOST_COUNTED`].
    pub from_this_address: i64,
    pub with_these_words: i64,
}

pub fn seen(tx: &mut Tx, key: &Id, visitor_key: &str, words_key: &str) -> Result<Seen> {
    let most = rules::MOST_COUNTED;
    let today = |column: &str, mark: &str| {
        format!(
            "(SELECT COUNT(*) FROM (SELECT 1 FROM reports_deposits WHERE tenant = $1 AND day = $3 AND {column} = {mark} LIMIT {most}) AS counted)"
        )
    };
    let sql = format!(
        "SELECT (SELECT standing FROM reports_deposits WHERE tenant = $1 AND key = $2) AS standing, {} AS visitor, {} AS words",
        today("visitor_key", "$4"),
        today("words_key", "$5")
    );
    tx.one(&sql, args![tx.tenant(), key, tx.today(), visitor_key, words_key], |row| {
        Ok(Seen { standing: row.get("standing")?, from_this_address: row.get("visitor")?, with_these_words: row.get("words")? })
    })
}

pub fn add_deposit(tx: &mut Tx, key: &Id, visitor_key: &str, words_key: &str, standing: Standing) -> Result<()> {
    tx.execute(
        "INSERT INTO reports_deposits (tenant, key, day, visitor_key, words_key, standing) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING",
        args![tx.tenant(), key, tx.today(), visitor_key, words_key, standing],
    )
}

pub fn forget_deposits(tx: &mut Tx, before: Day) -> Result<()> {
    tx.execute("DELETE FROM reports_deposits WHERE tenant = $1 AND day < $2", args![tx.tenant(), before])
}

/// A photo that waits for its report.
pub fn add_upload(tx: &mut Tx, photo: &KeptPhoto, visitor_key: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO reports_uploads (tenant, blob, thumb, visitor_key, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant, blob) DO UPDATE SET at = excluded.at",
        args![tx.tenant(), photo.blob, photo.thumb, visitor_key, tx.now()],
    )
}

/// Photos from one address since a moment that no report has taken yet.
pub fn uploads_of(tx: &mut Tx, visitor_key: &str, since: Moment) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM reports_uploads WHERE tenant = $1 AND visitor_key = $2 AND at >= $3";
    tx.count(sql, args![tx.tenant(), visitor_key, since])
}

pub fn drop_upload(tx: &mut Tx, blob: &str) -> Result<()> {
    tx.execute("DELETE FROM reports_uploads WHERE tenant = $1 AND blob = $2", args![tx.tenant(), blob])
}

/// Picture and thumbnail of the photos that waited since before a moment.
pub fn uploads_before(tx: &mut Tx, before: Moment, limit: i64) -> Result<Vec<(String, String)>> {
    let sql = "SELECT blob, thumb FROM reports_uploads WHERE tenant = $1 AND at < $2 ORDER BY blob LIMIT $3";
    tx.all(sql, args![tx.tenant(), before, limit], |row| Ok((row.get("blob")?, row.get("thumb")?)))
}

/// What an answer was, as statistics and the dataset need it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    pub case: Id,
    pub procedure: String,
    pub area: Option<String>,
    pub received_on: Day,
    pub answered_on: Day,
    pub days: i64,
    pub outcome: String,
    pub in_time: bool,
    pub due_on: Option<Day>,
}

pub fn put_answer(tx: &mut Tx, answer: &Answered) -> Result<()> {
    let in_time = if answer.in_time { "yes" } else { "no" };
    tx.execute(
        "INSERT INTO reports_answers (tenant, case_id, procedure, area, received_on, answered_on, days, outcome, in_time, due_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (tenant, case_id) DO UPDATE SET procedure = excluded.procedure, area = excluded.area,
             answered_on = excluded.answered_on, days = excluded.days, outcome = excluded.outcome,
             in_time = excluded.in_time, due_on = excluded.due_on",
        args![
            tx.tenant(),
            answer.case,
            answer.procedure,
            answer.area,
            answer.received_on,
            answer.answered_on,
            answer.days,
            answer.outcome,
            in_time,
            answer.due_on
        ],
    )
}

/// A reopened case has no answer any more.
pub fn drop_answer(tx: &mut Tx, case: &Id) -> Result<()> {
    tx.execute("DELETE FROM reports_answers WHERE tenant = $1 AND case_id = $2", args![tx.tenant(), case])
}

/// The answers to these cases, by case.
pub fn answers(tx: &mut Tx, cases: &[Case]) -> Result<HashMap<Id, Answered>> {
    let mut found = HashMap::new();
    for these in cases.chunks(AT_ONCE) {
        let mut conditions = Where::tenant(tx);
        let values = these.iter().flat_map(|case| args![case.id]).collect();
        conditions.and(&format!("case_id IN ({})", Where::marks(these.len())), values);
        let (text, values) = conditions.parts();
        let answers = tx.all(&format!("SELECT * FROM reports_answers WHERE {text}"), values, read)?;
        found.extend(answers.into_iter().map(|answer| (answer.case.clone(), answer)));
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Answered> {
    Ok(Answered {
        case: row.get("case_id")?,
        procedure: row.get("procedure")?,
        area: row.get("area")?,
        received_on: row.get("received_on")?,
        answered_on: row.get("answered_on")?,
        days: row.get("days")?,
        outcome: row.get("outcome")?,
        in_time: row.get::<String>("in_time")? == "yes",
        due_on: row.get("due_on")?,
    })
}

/// Answers since a day to reports of these categories: the word of the column, how many, how many of them in time.
pub fn answers_by(tx: &mut Tx, procedures: &[&str], column: &'static str, since: Day) -> Result<Vec<(Option<String>, i64, i64)>> {
    let (conditions, values) = answered(tx, procedures, since);
    let sql = format!(
        "SELECT {column} AS word, COUNT(*) AS n, CAST(SUM(CASE in_time WHEN 'yes' THEN 1 ELSE 0 END) AS BIGINT) AS good
         FROM reports_answers WHERE {conditions} GROUP BY {column} ORDER BY n DESC, word"
    );
    tx.all(&sql, values, |row| Ok((row.get("word")?, row.get("n")?, row.get("good")?)))
}

/// How many answers took how many days, by category.
pub fn days_by_procedure(tx: &mut Tx, procedures: &[&str], since: Day) -> Result<Vec<(String, i64, i64)>> {
    let (conditions, values) = answered(tx, procedures, since);
    let sql = format!("SELECT procedure, days, COUNT(*) AS n FROM reports_answers WHERE {conditions} GROUP BY procedure, days");
    tx.all(&sql, values, |row| Ok((row.get("procedure")?, row.get("days")?, row.get("n")?)))
}

fn answered(tx: &Tx, procedures: &[&str], since: Day) -> (String, Vec<Value>) {
    let mut conditions = Where::tenant(tx);
    conditions.and("answered_on >= ? AND outcome <> 'withdrawn'", args![since]);
    let values = procedures.iter().flat_map(|id| args![*id]).collect();
    conditions.and(&format!("procedure IN ({})", Where::marks(procedures.len())), values);
    conditions.parts()
}

/// Ties objects to a report, in the order in which they were named.
pub fn add_objects(tx: &mut Tx, case: &Id, objects: &[Id]) -> Result<()> {
    for (seq, asset) in objects.iter().enumerate() {
        tx.execute(
            "INSERT INTO reports_objects (tenant, case_id, seq, asset) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            args![tx.tenant(), case, seq as i64, asset],
        )?;
    }
    Ok(())
}

pub fn objects(tx: &mut Tx, case: &Id) -> Result<Vec<Id>> {
    let sql = "SELECT asset FROM reports_objects WHERE tenant = $1 AND case_id = $2 ORDER BY seq";
    tx.all(sql, args![tx.tenant(), case], |row| row.get("asset"))
}

/// A condition of cases that name one of these objects, by number or in their list.
pub fn names_one_of(conditions: &mut cases::Where, objects: &[assets::Asset]) {
    let marks = cases::Where::marks(objects.len());
    let mut values: Vec<platform::Value> = objects.iter().flat_map(|object| args![object.number]).collect();
    values.extend(objects.iter().flat_map(|object| args![object.id]));
    let text =
        format!("asset IN ({marks}) OR id IN (SELECT case_id FROM reports_objects WHERE tenant = $1 AND asset IN ({marks}))");
    conditions.and(&text, values);
}
