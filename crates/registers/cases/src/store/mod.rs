//! SQL of the cases: one function per question, our own tables only.

pub mod bulk;
pub mod clocks;
mod conditions;
pub mod figures;
pub mod files;
pub mod ladder;
pub mod lineage;
pub mod lists;
pub mod opinions;
pub mod past;
pub mod points;
mod rows;
pub mod spots;
mod sums;
pub mod surveys;
pub mod tasks;
pub mod timeline;

pub use rows::Keys;

use crate::model::{Case, Publication, Sealed};
use kernel::{Id, Lang, Point};
use platform::store::seal;
use platform::{Problem, Result, Row, Tx, args};
use procedures::Procedure;
use std::collections::HashMap;
use std::sync::Arc;

const TABLE: &str = "cases_cases";
/// Cases asked for in one statement.
const TOGETHER: usize = 200;

pub fn insert(tx: &mut Tx, case: &Case, sealed: &Sealed, keys: &Keys) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, case.id.as_str(), &case.vault)?;
    let row = rows::values(tx, case, sealed, &vault, keys)?;
    tx.insert_rows(rows::INTO, &[row])
}

pub fn flag(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Writes everything that an action may have changed. The sealed part has functions of its own.
pub fn update(tx: &mut Tx, case: &Case) -> Result<()> {
    tx.execute(
        "UPDATE cases_cases SET procedure = $3, procedure_pin = $4, state = $5, phase = $6, outcome = $7, unit = $8,
             assignee = $9, publication = $10, public_words = $11, public_photo = $12, moved_at = $13, updated_at = $14,
             taken_at = $15, answered_at = $16, due_at = $17, planned_on = $18, merged_into = $19, reopened = $20,
             followers = $21, rating = $22, urgent = $23, restricted = $24, hide_author = $25, area = $26, lat_e6 = $27,
             lon_e6 = $28, cell = $29, quarter = $30, asset = $31
         WHERE tenant = $1 AND id = $2",
        args![
            tx.tenant(),
            case.id,
            case.procedure,
            case.procedure_pin,
            case.state,
            case.phase,
            case.outcome,
            case.unit,
            case.assignee,
            case.publication,
            case.public_words,
            case.public_photo,
            case.moved_at,
            case.updated_at,
            case.taken_at,
            case.answered_at,
            case.due_at,
            case.planned_on,
            case.merged_into,
            case.reopened,
            case.followers,
            case.rating,
            flag(case.urgent),
            flag(case.restricted),
            flag(case.hide_author),
            case.area,
            case.point.map(Point::lat_e6),
            case.point.map(Point::lon_e6),
            case.point.map(Point::cell),
            case.quarter,
            case.asset
        ],
    )
}

/// Rewrites the author's words and the place in words, after a correction.
pub fn rewrite(tx: &mut Tx, case: &Case, sealed: &Sealed) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, case.id.as_str(), &case.vault)?;
    let words = vault.seal(tx.keys(), "words", &sealed.words)?;
    let place = vault.seal(tx.keys(), "place_words", &sealed.place_words)?;
    let sql = "UPDATE cases_cases SET words = $3, place_words = $4 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), case.id, words, place])
}

/// Rewrites the answers and the author's contact, after a correction.
pub fn reseal_answers(tx: &mut Tx, case: &Case, sealed: &Sealed) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), TABLE, case.id.as_str(), &case.vault)?;
    let answers = vault.seal(tx.keys(), "answers", &serde_json::to_string(&sealed.answers)?)?;
    let contact = vault.seal(tx.keys(), "contact", &serde_json::to_string(&sealed.contact)?)?;
    let sql = "UPDATE cases_cases SET answers = $3, contact = $4 WHERE tenant = $1 AND id = $2";
    tx.execute(sql, args![tx.tenant(), case.id, answers, contact])
}

/// Locks the row where rows are locked one by one.
pub fn find(tx: &mut Tx, id: &Id) -> Result<Case> {
    let sql = "SELECT * FROM cases_cases WHERE tenant = $1 AND id = $2";
    tx.once(&[TABLE], id, |tx| tx.one(sql, args![tx.tenant(), id], read))
}

pub fn by_code(tx: &mut Tx, code: &str) -> Result<Option<Case>> {
    tx.maybe("SELECT * FROM cases_cases WHERE tenant = $1 AND code = $2", args![tx.tenant(), code], read)
}

const SEALED: &str = "SELECT id, words, answers, contact, place_words, pin FROM cases_cases WHERE tenant = $1 AND id";

/// What is sealed in a case. The caller has recorded the look.
pub fn unseal(tx: &mut Tx, case: &Case) -> Result<Sealed> {
    let vault = vault(tx, case)?;
    let sql = format!("{SEALED} = $2");
    tx.once(&[TABLE], &case.id, |tx| tx.one(&sql, args![tx.tenant(), case.id], |row| open(row, &vault)))
}

/// Asks at once for what is sealed in these cases, but for erased ones, so that [`unseal`] finds it at hand.
pub fn unseal_all(tx: &mut Tx, cases: &[Case]) -> Result<()> {
    let sealed: HashMap<&Id, &Case> =
        cases.iter().filter(|case| case.vault != seal::ERASED).map(|case| (&case.id, case)).collect();
    let ids: Vec<Id> = sealed.keys().map(|id| (*id).clone()).collect();
    for some in ids.chunks(TOGETHER) {
        let marks: Vec<String> = (0..some.len()).map(|place| format!("${}", place + 2)).collect();
        let mut values = args![tx.tenant()];
        values.extend(some.iter().flat_map(|id| args![id]));
        let sql = format!("{SEALED} IN ({})", marks.join(", "));
        let keys = tx.keys().clone();
        let tenant = tx.tenant();
        let read = |row: &Row| {
            let id: Id = row.get("id")?;
            let case = sealed.get(&id).ok_or(Problem::NotFound)?;
            Ok((open(row, &keys.open_vault(&tenant, TABLE, id.as_str(), &case.vault)?)?, id))
        };
        for (opened, id) in tx.all(&sql, values, read)? {
            tx.once(&[TABLE], &id, |_| Ok(opened))?;
        }
    }
    Ok(())
}

fn vault(tx: &Tx, case: &Case) -> Result<seal::Vault> {
    tx.keys().open_vault(&tx.tenant(), TABLE, case.id.as_str(), &case.vault)
}

fn open(row: &Row, vault: &seal::Vault) -> Result<Sealed> {
    let open = |column: &str| vault.open(column, &row.get::<String>(column)?);
    Ok(Sealed {
        words: open("words")?,
        answers: serde_json::from_str(&open("answers")?)?,
        contact: serde_json::from_str(&open("contact")?)?,
        place_words: open("place_words")?,
        pin: open("pin")?,
    })
}

pub(crate) fn read(row: &Row) -> Result<Case> {
    let point = row.get::<Option<i64>>("lat_e6")?.zip(row.get::<Option<i64>>("lon_e6")?);
    let yes = |column: &str| row.get::<String>(column).map(|text| text == "yes");
    Ok(Case {
        id: row.get("id")?,
        code: row.get("code")?,
        year: row.get("year")?,
        number: row.get("number")?,
        procedure: row.get("procedure")?,
        procedure_pin: row.get("procedure_pin")?,
        state: row.get("state")?,
        phase: row.get("phase")?,
        outcome: row.get("outcome")?,
        unit: row.get("unit")?,
        assignee: row.get("assignee")?,
        area: row.get("area")?,
        quarter: row.get("quarter")?,
        point: point.and_then(|(lat, lon)| Point::from_e6(lat, lon)),
        asset: row.get("asset")?,
        channel: row.get("channel")?,
        agent: row.get("agent")?,
        person: row.get("person")?,
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("language"))?,
        restricted: yes("restricted")?,
        hide_author: yes("hide_author")?,
        urgent: yes("urgent")?,
        publication: row.get::<Publication>("publication")?,
        public_words: row.get("public_words")?,
        public_photo: row.get("public_photo")?,
        received_at: row.get("received_at")?,
        moved_at: row.get("moved_at")?,
        updated_at: row.get("updated_at")?,
        taken_at: row.get("taken_at")?,
        answered_at: row.get("answered_at")?,
        due_at: row.get("due_at")?,
        planned_on: row.get("planned_on")?,
        merged_into: row.get("merged_into")?,
        reopened: row.get("reopened")?,
        followers: row.get("followers")?,
        rating: row.get("rating")?,
        vault: row.get("vault")?,
    })
}

/// The pin of a procedure as it is today: its text is kept once, and each case names the text it was opened under.
pub fn pin_procedure(tx: &mut Tx, procedure: &Procedure) -> Result<String> {
    let known = tx.remembered(&procedure.id, |tx| {
        let body = serde_json::to_string(procedure)?;
        let pin = platform::store::seal::hex_sha256(body.as_bytes())[..16].to_owned();
        let sql = "SELECT COUNT(*) AS n FROM cases_procedures WHERE tenant = $1 AND pin = $2";
        let stored = tx.count(sql, args![tx.tenant(), pin])? == 1;
        Ok(Pin { pin, body: (!stored).then_some(body) })
    })?;
    if let Some(body) = &known.body {
        let sql = "INSERT INTO cases_procedures (tenant, pin, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        tx.execute(sql, args![tx.tenant(), known.pin, body])?;
    }
    Ok(known.pin.clone())
}

/// The name of a procedure's text, and the text itself until it is stored.
struct Pin {
    pin: String,
    body: Option<String>,
}

/// The procedure as it was when the case was opened.
pub fn pinned(tx: &mut Tx, pin: &str) -> Result<Arc<Procedure>> {
    tx.remembered(pin, |tx| {
        let sql = "SELECT body FROM cases_procedures WHERE tenant = $1 AND pin = $2";
        let body: String = tx.one(sql, args![tx.tenant(), pin], |row| row.get("body"))?;
        Ok(serde_json::from_str(&body)?)
    })
}
