//! Lending: a copy of a kept document goes to a procedure when its person says so, and a record of it stays.

use crate::model::{Document, Loan, NewLoan, Withdrawn};
use crate::store::{self, loans};
use crate::{actions, rules};
use kernel::{Id, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};
use procedures::Piece;

/// Loans of one document that a page shows.
const SHOWN: i64 = 50;

/// The documents of a person that may stand for a piece today, newest first.
pub fn fitting(tx: &mut Tx, person: &Id, piece: &Piece) -> Result<Vec<Document>> {
    let today = tx.today();
    let all = store::of_person(tx, person, None, rules::MOST * 2)?;
    Ok(all.into_iter().filter(|document| rules::lendable(document, &piece.kind, today).is_ok()).collect())
}

/// Notes that a copy of a document is given to a procedure. `agreed` is the tick under the words of consent of this version.
///
/// # Errors
/// `folder-consent-missing`; what hinders the document, at `document`.
pub fn lend(tx: &mut Tx, document: &Document, piece: &Piece, to: &NewLoan, agreed: bool) -> Result<Loan> {
    if !agreed {
        return Err(Refusal::new("folder-consent-missing").at("consent").into());
    }
    // Asked again in the commit: it may have been erased, or have ended, since the page was shown.
    let document = store::find(tx, &document.id)?;
    rules::lendable(&document, &piece.kind, tx.today())?;
    let loan = Loan {
        id: tx.new_id(),
        person: document.person,
        document: document.id,
        draft: to.draft.clone(),
        case: to.case.clone(),
        case_code: to.case_code.clone(),
        procedure: to.procedure.clone(),
        piece: to.piece.clone(),
        unit: to.unit.clone(),
        trust: document.trust,
        mark: document.mark,
        consent: rules::CONSENT.into(),
        lang: to.lang,
        keeps_days: keeps_days(tx)?,
        actor: tx.actor().to_string(),
        lent_at: tx.now(),
        filed_at: to.case.is_some().then(|| tx.now()),
        withdrawn_at: None,
    };
    loans::insert(tx, &loan)?;
    let what = json!({ "document": loan.document, "procedure": loan.procedure, "piece": loan.piece, "case": loan.case, "consent": loan.consent });
    tx.record("folder.lent", &loan.id, &what)?;
    Ok(loan)
}

/// Days that files of requests are kept after the decision; 0 for good.
pub fn keeps_days(tx: &Tx) -> Result<i64> {
    Ok(tx.fact::<cases::Retention>()?.days.get("request").copied().unwrap_or(0))
}

/// What one document was lent to, newest first.
pub fn lent(tx: &mut Tx, document: &Id) -> Result<Vec<Loan>> {
    loans::of_document(tx, document, SHOWN)
}

/// Takes back what the person who acts has lent to a request that is not filed. The copy goes by the event.
pub fn withdraw(tx: &mut Tx, id: &Id) -> Result<Loan> {
    let person = actions::person(tx)?;
    let loan = loans::find(tx, id)?;
    if loan.person != person {
        return Err(Problem::NotFound);
    }
    if !withdraw_one(tx, &loan)? {
        return Err(Problem::Conflict(Refusal::new("folder-filed-already")));
    }
    Ok(loan)
}

fn withdraw_one(tx: &mut Tx, loan: &Loan) -> Result<bool> {
    let done = take_back(tx, &loan.id)?;
    if let Some(draft) = loan.draft.clone().filter(|_| done) {
        tx.emit(&Withdrawn { loan: loan.id.clone(), draft })?;
    }
    Ok(done)
}

/// Notes that a copy was taken out of a request before it was filed; says whether it was. Whoever calls it drops the copy.
pub fn take_back(tx: &mut Tx, loan: &Id) -> Result<bool> {
    let done = loans::withdraw(tx, loan)?;
    if done {
        tx.record("folder.withdrawn", loan, &json!({}))?;
    }
    Ok(done)
}

/// Takes back every copy of a document that is not filed.
pub fn take_back_all(tx: &mut Tx, document: &Id) -> Result<()> {
    for loan in loans::of_document(tx, document, i64::MAX)? {
        withdraw_one(tx, &loan)?;
    }
    Ok(())
}

/// The request was forgotten with the copies in it.
pub fn draft_gone(tx: &mut Tx, draft: &Id) -> Result<()> {
    for loan in loans::of_draft(tx, draft)? {
        take_back(tx, &loan.id)?;
    }
    Ok(())
}

/// Whether what came by this loan may still be filed.
pub fn still_lent(tx: &mut Tx, loan: &Id) -> Result<bool> {
    match loans::find(tx, loan) {
        Ok(loan) => Ok(loan.withdrawn_at.is_none()),
        Err(Problem::NotFound) => Ok(false), // its person was forgotten
        Err(other) => Err(other),
    }
}

/// The request became a case: what was lent to it stays there as long as the case.
pub fn filed(tx: &mut Tx, draft: &Id, case: &Id, code: &str) -> Result<()> {
    loans::filed(tx, draft, case, code)
}
