//! Orders of payment: one numbered paper for all that a subject still owes, made anew when that changes.

use super::intents;
use crate::model::{Due, DueState, Ended, Line, Order, OrderState, Paid};
use crate::store;
use kernel::{Id, Money, PublicCode};
use platform::{Problem, Result, Tx, communes, json::json};

/// The register that numbers orders of payment without gaps.
const REGISTER: &str = "payment-orders";

/// Makes the order agree with what is due: an order that says something else is cancelled and another one made.
pub(super) fn renew(tx: &mut Tx, subject: &Id, why: Ended) -> Result<()> {
    let dues: Vec<Due> = store::of(tx, subject)?.into_iter().filter(|due| due.state == DueState::Due).collect();
    let lines: Vec<Line> = dues.iter().map(|due| Line { label: due.label.clone(), amount: due.amount }).collect();
    if let Some(open) = store::orders::open_of(tx, subject)? {
        if open.lines == lines {
            return Ok(());
        }
        store::orders::end(tx, &open.id, OrderState::Cancelled, Some(why), None)?;
        intents::order_ended(tx, &open.id)?;
        tx.record("payments.order_cancelled", &open.id, &json!({ "subject": subject, "number": open.number(), "why": why }))?;
    }
    match dues.first() {
        Some(first) => make(tx, subject, &first.reference, lines),
        None => Ok(()),
    }
}

fn make(tx: &mut Tx, subject: &Id, reference: &str, lines: Vec<Line>) -> Result<()> {
    let (year, prefix) = (i64::from(tx.today().year()), communes::prefix(tx)?);
    let order = Order {
        id: tx.new_id(),
        subject: subject.clone(),
        reference: reference.to_owned(),
        code: PublicCode::new(&prefix, tx.random()?).to_string(),
        year,
        count: tx.next_number(REGISTER, year)?,
        amount: lines.iter().fold(Money(0), |sum, line| sum + line.amount),
        lines,
        state: OrderState::Open,
        made_at: tx.now(),
        ended_at: None,
        why: None,
        receipt: None,
    };
    store::orders::insert(tx, &order)?;
    tx.record("payments.order_made", &order.id, &json!({ "subject": subject, "number": order.number(), "amount": order.amount }))
}

/// The order that was paid with a receipt.
pub(super) fn paid(tx: &mut Tx, subject: &Id, receipt: &Id) -> Result<()> {
    match store::orders::open_of(tx, subject)? {
        Some(open) => store::orders::end(tx, &open.id, OrderState::Paid, None, Some(receipt)),
        None => Ok(()),
    }
}

/// The order that stands for a subject: the one to pay, else the last one that was paid.
pub fn order_of(tx: &mut Tx, subject: &Id) -> Result<Option<Order>> {
    let all = store::orders::of(tx, subject)?;
    let of = |state: OrderState| all.iter().rev().find(|order| order.state == state).cloned();
    Ok(of(OrderState::Open).or_else(|| of(OrderState::Paid)))
}

/// The order that a receipt paid.
pub fn order_paid_by(tx: &mut Tx, paid: &Paid) -> Result<Option<Order>> {
    Ok(store::orders::of(tx, &paid.subject)?.into_iter().find(|order| order.receipt.as_ref() == Some(&paid.id)))
}

/// The order of a code, for whoever holds the paper.
pub fn order_by_code(tx: &mut Tx, code: &str) -> Result<Option<Order>> {
    store::orders::by_code(tx, code)
}

/// What a cashier typed or a reader scanned: the address of the paper's drawing, its code, its number, or the code of the file.
///
/// # Errors
/// `NotFound` when no order answers to it.
pub fn looked_up(tx: &mut Tx, typed: &str) -> Result<Order> {
    let typed: String = typed.trim().chars().take(200).collect();
    let last = typed.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    if let Some(code) = PublicCode::parse(last) {
        let found = store::orders::by_code(tx, code.as_str())?;
        return match found {
            Some(order) => Ok(order),
            None => store::orders::by_reference(tx, code.as_str())?.ok_or(Problem::NotFound),
        };
    }
    let western: String = typed.chars().map(kernel::text::western_digit).collect();
    let mut parts = western.split('/').map(|part| part.trim().parse::<i64>());
    let number = parts.next().and_then(|part| part.ok()).ok_or(Problem::NotFound)?;
    let year = parts.next().map_or(Ok(i64::from(tx.today().year())), |part| part).map_err(|_| Problem::NotFound)?;
    store::orders::by_number(tx, year, number)?.ok_or(Problem::NotFound)
}
