//! The statement of a month: what counts for good, capped, signed, and counted nowhere else.

use super::reach;
use crate::model::{Contract, Penalty, Statement, Sum};
use crate::store::{contracts, penalties, statements};
use crate::{SIGN, rules};
use kernel::{Id, Money, Refusal};
use platform::json::json;
use platform::{Problem, Result, Tx};

/// A month as it stands: signed, or as it would be signed today.
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    pub contract: Contract,
    pub month: String,
    /// Counted in this month's sum.
    pub counted: Vec<Penalty>,
    /// Not for good yet: drafts, what may still be contested, and what is.
    pub open: Vec<Penalty>,
    pub invoice: Option<Money>,
    pub sum: Sum,
    pub signed: Option<Statement>,
}

/// # Errors
/// `NotFound` for what is no month, or has not begun.
pub fn month(tx: &mut Tx, contract: &Id, month: &str, invoice: Option<Money>) -> Result<Month> {
    let contract = contracts::find(tx, contract)?;
    let (_, last) = rules::month(month, tx.today()).filter(|(_, last)| *last >= contract.starts_on).ok_or(Problem::NotFound)?;
    let signed = statements::find(tx, &contract.id, month)?;
    let now = tx.now();
    let all = penalties::of_month(tx, &contract.id, month, last)?;
    let counts = |penalty: &Penalty| match &signed {
        Some(_) => penalty.statement.as_deref() == Some(month),
        None => rules::is_final(penalty, now),
    };
    let (counted, open): (Vec<Penalty>, Vec<Penalty>) = all.into_iter().partition(counts);
    let invoice = signed.as_ref().map_or(invoice.or(contract.terms.invoice), |signed| signed.invoice);
    let sum = match &signed {
        Some(signed) => signed.sum,
        None => rules::sum(counted.iter().map(|penalty| penalty.amount), contract.terms.cap_percent, invoice),
    };
    Ok(Month { month: month.to_owned(), counted, open, invoice, sum, signed, contract })
}

/// The service signs the month. Each penalty is counted in one statement only.
pub fn sign(tx: &mut Tx, contract: &Id, text: &str, invoice: Option<Money>) -> Result<()> {
    let Month { contract, counted, invoice, sum, signed, .. } = month(tx, contract, text, invoice)?;
    reach::must(tx, SIGN, &contract.unit)?;
    let over = rules::month(text, tx.today()).is_some_and(|(_, last)| last < tx.today());
    if signed.is_some() || !over {
        return Err(Refusal::new("contractors-month-open").into());
    }
    if invoice.is_some_and(|sum| sum.0 < 0) {
        return Err(Refusal::new("contractors-amount-wrong").at("invoice").into());
    }
    for mut penalty in counted {
        penalty.statement = Some(text.to_owned());
        penalties::update(tx, &penalty)?;
    }
    let statement = Statement {
        contract: contract.id.clone(),
        month: text.to_owned(),
        invoice,
        sum,
        signed_at: tx.now(),
        signed_by: tx.actor().to_string(),
    };
    statements::insert(tx, &statement)?;
    tx.record("contractors.statement_signed", &contract.id, &json!({ "month": text, "sum": sum }))
}
