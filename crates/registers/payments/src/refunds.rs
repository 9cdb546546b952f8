//! Giving back what was paid for nothing: ordered by one person or by a rule, paid by another, with a gapless number.

use crate::model::{Due, DueState, Method, Reason, Refund, RefundState};
use crate::{COLLECT, REFUND, store};
use kernel::{Id, Money, Refusal};
use platform::{Actor, Problem, Result, Tx, json};

/// Orders that these fees of a subject be given back, as far as they were paid. Nothing when there is nothing to give back.
pub fn refund(tx: &mut Tx, subject: &Id, fees: &[String], reason: Reason) -> Result<Option<Id>> {
    if tx.actor().is_staff() && !tx.actor().may(REFUND) {
        return Err(Problem::Forbidden);
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

/// Pays a refund out. Who ordered it does not pay it; a second time gives the same.
pub fn pay_back(tx: &mut Tx, id: &Id, method: Method) -> Result<Refund> {
    if tx.actor().is_staff() && !tx.actor().may(COLLECT) {
        return Err(Problem::Forbidden);
    }
    let mut refund = store::refunds::find(tx, id)?;
    if refund.state == RefundState::Paid {
        return Ok(refund);
    }
    if matches!(tx.actor(), Actor::Staff { .. }) && refund.ordered_by == tx.actor().to_string() {
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
