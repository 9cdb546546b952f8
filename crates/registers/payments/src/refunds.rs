//! Giving back what was paid for nothing: ordered by one person or by a rule, paid by another, with a gapless number.

use crate::model::{Due, DueState, Method, Reason, Refund, RefundState};
use crate::{COLLECT, REFUND, store};
use cases::{Case, SEE};
use kernel::{Id, Money, Refusal, text};
use platform::{Actor, Problem, Result, Tx, json};

/// As much as one line of a cash book explains.
const WORDS_MOST: usize = 400;

/// Orders that these fees of a subject be given back, as far as they were paid. Nothing when there is nothing to give back.
///
/// # Errors
/// For a person: `NotFound` out of reach, `payments-refund-needs-words` when the request was granted and nothing is written.
pub fn refund(tx: &mut Tx, subject: &Id, fees: &[String], reason: Reason, words: &str) -> Result<Option<Id>> {
    let words = written(words)?;
    if !matches!(tx.actor(), Actor::System { .. }) {
        let case = reached(tx, subject)?;
        if words.is_empty() && is_granted(tx, &case)? {
            return Err(Refusal::new("payments-refund-needs-words").at("words").into());
        }
    }
    let paid = |due: &Due| due.state == DueState::Paid && fees.contains(&due.fee);
    let dues: Vec<Due> = store::of(tx, subject)?.into_iter().filter(paid).collect();
    let Some(reference) = dues.first().map(|due| due.reference.clone()) else { return Ok(None) };
    let refund = Refund {
        id: tx.new_id(),
        subject: subject.clone(),
        reference,
        fees: dues.iter().map(|due| due.fee.clone()).collect(),
        amount: dues.iter().fold(Money(0), |sum, due| sum + due.amount),
        reason,
        words,
        state: RefundState::Ordered,
        ordered_by: tx.actor().to_string(),
        ordered_at: tx.now(),
        number: None,
        method: None,
        paid_at: None,
    };
    store::refunds::add(tx, &refund)?;
    for due in &dues {
        store::set_state(tx, subject, &due.fee, DueState::ToRefund)?;
    }
    tx.record("payments.refund_ordered", subject, &json::json!({ "refund": refund.id, "amount": refund.amount }))?;
    Ok(Some(refund.id))
}

fn written(words: &str) -> Result<String> {
    let long = |_| Refusal::new("procedures-too-long").with("max", WORDS_MOST).at("words");
    Ok(text::clean_optional(words, WORDS_MOST).map_err(long)?.unwrap_or_default())
}

/// The file, for whoever may give its money back: the permission must reach this very file.
fn reached(tx: &mut Tx, subject: &Id) -> Result<Case> {
    let case = cases::find(tx, subject)?;
    if cases::may(tx, &case, REFUND)? {
        return Ok(case);
    }
    Err(if cases::may(tx, &case, SEE)? { Problem::Forbidden } else { Problem::NotFound })
}

/// What was asked was given: its paper may be in somebody's hands already.
pub(crate) fn is_granted(tx: &mut Tx, case: &Case) -> Result<bool> {
    let procedure = cases::pinned(tx, &case.procedure_pin)?;
    let outcome = case.outcome.as_deref().and_then(|id| procedure.outcome(id));
    Ok(!case.is_open() && outcome.is_some_and(|outcome| outcome.solved))
}

/// Pays a refund out. Who ordered it does not pay it, nor somebody who acts for him; a second time gives the same.
pub fn pay_back(tx: &mut Tx, id: &Id, method: Method) -> Result<Refund> {
    if tx.actor().is_staff() && !tx.actor().may(COLLECT) {
        return Err(Problem::Forbidden);
    }
    let mut refund = store::refunds::find(tx, id)?;
    if refund.state == RefundState::Paid {
        return Ok(refund);
    }
    if !is_second(tx, &refund.ordered_by)? {
        return Err(Refusal::new("payments-refund-not-alone").into());
    }
    let year = i64::from(tx.today().year());
    refund.number = Some((year, tx.next_number("refunds", year)?));
    (refund.state, refund.method, refund.paid_at) = (RefundState::Paid, Some(method), Some(tx.now()));
    store::refunds::paid(tx, &refund)?;
    for fee in &refund.fees {
        store::set_state(tx, &refund.subject, fee, DueState::Refunded)?;
    }
    let data = json::json!({ "refund": refund.id, "amount": refund.amount, "number": refund.number, "method": method });
    tx.record("payments.refunded", &refund.subject, &data)?;
    Ok(refund)
}

/// Whether who acts is another person than who ordered, be it under another account or for another. What a rule ordered, and
/// what the house itself does, has no first person.
fn is_second(tx: &mut Tx, ordered_by: &str) -> Result<bool> {
    let Actor::Staff { person: me, .. } = tx.actor().clone() else { return Ok(true) };
    let Some(account) = ordered_by.strip_prefix("staff:") else { return Ok(true) };
    if ordered_by == tx.actor().to_string() {
        return Ok(false);
    }
    match people::account_person(tx, &Id::new(account)) {
        Ok(first) => Ok(!people::same_human(tx, &first, &me)? && !procedures::acts_for(tx, &first, &me)?),
        Err(Problem::NotFound) => Ok(true),
        Err(problem) => Err(problem),
    }
}
