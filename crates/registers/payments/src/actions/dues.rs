//! What a subject owes: ordered, corrected, taken at the cash desk, cancelled.

use super::{intents, orders, sessions};
use crate::COLLECT;
use crate::model::{Due, DueAt, DueState, Ended, NewDue, Paid, Register, Tender};
use crate::store;
use kernel::{Id, Money, Refusal, text};
use platform::{Deposit, Problem, Result, Tx, json};

/// No fee of a commune for one request comes near.
const SUM_MOST: Money = Money::dirhams(100_000_000);

/// Orders sums of a subject. A fee that was ordered keeps the sum of its day.
pub fn order(tx: &mut Tx, subject: &Id, reference: &str, dues: &[NewDue]) -> Result<()> {
    for new in dues.iter().filter(|new| new.amount > Money(0)) {
        let due = Due {
            subject: subject.clone(),
            fee: new.fee.clone(),
            reference: reference.to_owned(),
            label: new.label.clone(),
            amount: new.amount,
            due: new.due,
            state: DueState::Due,
            ordered_at: tx.now(),
            receipt: None,
        };
        store::put(tx, &due)?;
        tx.record_once("payments.ordered", format!("{subject}/{}", new.fee), &json::json!({ "amount": new.amount }))?;
    }
    orders::renew(tx, subject, Ended::Ordered)
}

/// Corrects what is still to be paid of one fee; nothing left means that it is not owed. A new order takes the place of the old.
///
/// # Errors
/// `payments-nothing-due` when it was paid or cancelled, `payments-sum-wrong` for a sum below zero or beyond reason.
pub fn adjust(tx: &mut Tx, subject: &Id, fee: &str, amount: Money, why: Ended) -> Result<()> {
    if !(Money(0)..=SUM_MOST).contains(&amount) {
        return Err(Refusal::new("payments-sum-wrong").at("sum").into());
    }
    let known = store::of(tx, subject)?.into_iter().find(|due| due.fee == fee && due.state == DueState::Due);
    let due = known.ok_or_else(|| Refusal::new("payments-nothing-due"))?;
    store::adjust(tx, subject, fee, amount, why)?;
    tx.record("payments.adjusted", subject, &json::json!({ "fee": fee, "from": due.amount, "to": amount, "why": why }))?;
    orders::renew(tx, subject, why)
}

/// What was ordered of a subject, paid or not.
pub fn of(tx: &mut Tx, subject: &Id) -> Result<Vec<Due>> {
    store::of(tx, subject)
}

/// What is still to be paid until this step.
pub fn owed(tx: &mut Tx, subject: &Id, until: &[DueAt]) -> Result<Money> {
    let open = store::of(tx, subject)?.into_iter().filter(|due| due.state == DueState::Due && until.contains(&due.due));
    Ok(open.fold(Money(0), |sum, due| sum + due.amount))
}

/// Why a decision must wait: something is still to be paid before it.
pub fn lacking(tx: &mut Tx, subject: &Id) -> Result<Option<Refusal>> {
    let owed = owed(tx, subject, &[DueAt::Filing, DueAt::Grant])?;
    Ok((owed > Money(0)).then(|| Refusal::new("payments-not-paid").with_sum("sum", owed)))
}

/// Takes the whole of what a subject owes. The same key gives the same receipt; `expected` is what the clerk saw on the page.
///
/// # Errors
/// `payments-needs-voucher` and `payments-needs-bank` for a cheque or a transfer without them, `payments-nothing-due`,
/// `payments-sum-changed`.
pub fn collect(tx: &mut Tx, key: &Id, subject: &Id, expected: Money, tender: impl Into<Tender>) -> Result<Paid> {
    if !tx.actor().may(COLLECT) && tx.actor().is_staff() {
        return Err(Problem::Forbidden);
    }
    let tender = checked(tender.into())?;
    let deposit = Deposit {
        key: key.clone(),
        kind: "payment",
        register: "cash",
        fingerprint: format!("{subject}/{}/{}", expected.0, tender.method),
        attachments: Vec::new(),
    };
    let receipt = tx.deposit(&deposit, |tx, number| {
        let open: Vec<Due> = store::of(tx, subject)?.into_iter().filter(|due| due.state == DueState::Due).collect();
        let sum = open.iter().fold(Money(0), |sum, due| sum + due.amount);
        let reference = open.first().map(|due| due.reference.clone()).ok_or_else(|| Refusal::new("payments-nothing-due"))?;
        if sum != expected {
            return Err(Refusal::new("payments-sum-changed").with_sum("sum", sum).into());
        }
        let (session, order) = (sessions::current(tx)?, store::orders::open_of(tx, subject)?);
        let paid = Paid {
            id: tx.new_id(),
            register: Register::Cash,
            year: tx.today().year().into(),
            number,
            subject: subject.clone(),
            reference,
            amount: sum,
            tender: tender.clone(),
            cashier: tx.actor().to_string(),
            paid_on: tx.today(),
            paid_at: tx.now(),
            session: Some(session.id),
            intent: None,
        };
        store::add_receipt(tx, &paid)?;
        store::settle(tx, subject, &paid.id)?;
        if let Some(order) = &order {
            intents::at_the_cash_desk(tx, order, &paid.id)?;
        }
        orders::paid(tx, subject, &paid.id)?;
        tx.record("payments.collected", subject, &json::json!({ "amount": sum, "number": number, "method": tender.method }))?;
        Ok(paid.id)
    })?;
    store::receipt(tx, &receipt.subject)
}

/// A cheque or a transfer is known again by its number and its bank; cash has neither.
fn checked(tender: Tender) -> Result<Tender> {
    let written = |typed: &str, most, field: &'static str| {
        text::clean_optional(typed, most).map_err(|_| Refusal::new("procedures-too-long").with("max", most).at(field))
    };
    let payer = written(&tender.payer, 120, "payer")?.unwrap_or_default();
    if !tender.method.has_voucher() {
        return Ok(Tender { payer, ..Tender::from(tender.method) });
    }
    let voucher = written(&tender.voucher, 40, "voucher")?.ok_or_else(|| Refusal::new("payments-needs-voucher").at("voucher"))?;
    let bank = written(&tender.bank, 60, "bank")?.ok_or_else(|| Refusal::new("payments-needs-bank").at("bank"))?;
    Ok(Tender { method: tender.method, voucher, bank, payer })
}

/// What is not owed any more: the request was withdrawn or refused.
pub fn cancel(tx: &mut Tx, subject: &Id, reason: &str) -> Result<()> {
    if store::cancel(tx, subject, reason)? > 0 {
        tx.record("payments.cancelled", subject, &json::json!({ "reason": reason }))?;
    }
    orders::renew(tx, subject, Ended::Dropped)
}
