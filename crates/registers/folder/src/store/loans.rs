//! Rows of loans: what was given to which procedure, under which words. They outlive the document.

use crate::model::Loan;
use kernel::{Id, Lang, Moment};
use platform::{Problem, Result, Row, Tx, args};

pub fn insert(tx: &mut Tx, loan: &Loan) -> Result<()> {
    tx.execute(
        "INSERT INTO folder_loans (tenant, id, person, document, draft, case_id, case_code, procedure, piece, unit, trust, mark, consent, lang, keeps_days, actor, lent_at, filed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        args![
            tx.tenant(),
            loan.id,
            loan.person,
            loan.document,
            loan.draft,
            loan.case,
            loan.case_code,
            loan.procedure,
            loan.piece,
            loan.unit,
            loan.trust,
            loan.mark,
            loan.consent,
            loan.lang.code(),
            loan.keeps_days,
            loan.actor,
            loan.lent_at,
            loan.filed_at
        ],
    )
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Loan> {
    tx.one("SELECT * FROM folder_loans WHERE tenant = $1 AND id = $2", args![tx.tenant(), id], read)
}

/// What one document was lent to, newest first.
pub fn of_document(tx: &mut Tx, document: &Id, limit: i64) -> Result<Vec<Loan>> {
    let sql = "SELECT * FROM folder_loans WHERE tenant = $1 AND document = $2 ORDER BY id DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), document, limit], read)
}

pub fn of_person(tx: &mut Tx, person: &Id, limit: i64) -> Result<Vec<Loan>> {
    let sql = "SELECT * FROM folder_loans WHERE tenant = $1 AND person = $2 ORDER BY id DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), person, limit], read)
}

/// What a person lent, newest first, before a place in that order.
pub fn lent_before(tx: &mut Tx, person: &Id, before: Option<&(Moment, String)>, limit: i64) -> Result<Vec<Loan>> {
    let sql = "SELECT * FROM folder_loans WHERE tenant = $1 AND person = $2
               AND (CAST($3 AS TEXT) IS NULL OR lent_at < $3 OR (lent_at = $3 AND id < $4))
               ORDER BY lent_at DESC, id DESC LIMIT $5";
    let (at, id) = (before.map(|(at, _)| *at), before.map(|(_, id)| id));
    tx.all(sql, args![tx.tenant(), person, at, id, limit], read)
}

pub fn of_draft(tx: &mut Tx, draft: &Id) -> Result<Vec<Loan>> {
    tx.all("SELECT * FROM folder_loans WHERE tenant = $1 AND draft = $2 ORDER BY id", args![tx.tenant(), draft], read)
}

pub fn of_case(tx: &mut Tx, case: &Id) -> Result<Vec<Loan>> {
    let sql = "SELECT * FROM folder_loans WHERE tenant = $1 AND case_id = $2 AND withdrawn_at IS NULL ORDER BY id";
    tx.all(sql, args![tx.tenant(), case], read)
}

/// The request was filed: what is lent to it stays with the case.
pub fn filed(tx: &mut Tx, draft: &Id, case: &Id, code: &str) -> Result<()> {
    tx.execute(
        "UPDATE folder_loans SET case_id = $3, case_code = $4, filed_at = $5
         WHERE tenant = $1 AND draft = $2 AND filed_at IS NULL AND withdrawn_at IS NULL",
        args![tx.tenant(), draft, case, code, tx.now()],
    )
}

/// Says whether it was still to be taken back.
pub fn withdraw(tx: &mut Tx, id: &Id) -> Result<bool> {
    let sql =
        "UPDATE folder_loans SET withdrawn_at = $3 WHERE tenant = $1 AND id = $2 AND filed_at IS NULL AND withdrawn_at IS NULL";
    Ok(tx.changed(sql, args![tx.tenant(), id, tx.now()])? == 1)
}

pub fn forget(tx: &mut Tx, person: &Id) -> Result<()> {
    tx.execute("DELETE FROM folder_loans WHERE tenant = $1 AND person = $2", args![tx.tenant(), person])
}

fn read(row: &Row) -> Result<Loan> {
    Ok(Loan {
        id: row.get("id")?,
        person: row.get("person")?,
        document: row.get("document")?,
        draft: row.get("draft")?,
        case: row.get("case_id")?,
        case_code: row.get("case_code")?,
        procedure: row.get("procedure")?,
        piece: row.get("piece")?,
        unit: row.get("unit")?,
        trust: row.get("trust")?,
        mark: row.get("mark")?,
        consent: row.get("consent")?,
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("language"))?,
        keeps_days: row.get("keeps_days")?,
        actor: row.get("actor")?,
        lent_at: row.get("lent_at")?,
        filed_at: row.get("filed_at")?,
        withdrawn_at: row.get("withdrawn_at")?,
    })
}
