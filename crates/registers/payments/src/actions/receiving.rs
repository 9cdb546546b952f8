//! The receipt of what a card paid: its own register, no cashier, no drawer.

use super::orders;
use crate::model::{Due, DueState, Intent, Method, Paid, Register, Tender};
use crate::store;
use platform::{Deposit, Result, Tx, json::json};

/// Draws the receipt; the id of the intent is its key, so that there is one for ever. Settles the dues when the order stands.
pub(super) fn by_card(tx: &mut Tx, intent: &Intent, settles: bool) -> Result<Paid> {
    let deposit = Deposit {
        key: intent.id.clone(),
        kind: "payment",
        register: "online",
        fingerprint: format!("{}/{}/{}", intent.order, intent.amount.0, Method::Card),
        attachments: Vec::new(),
    };
    let receipt = tx.deposit(&deposit, |tx, number| {
        let paid = Paid {
            id: tx.new_id(),
            register: Register::Online,
            year: tx.today().year().into(),
            number,
            subject: intent.subject.clone(),
            reference: intent.reference.clone(),
            amount: intent.amount,
            tender: Tender::from(Method::Card),
            cashier: tx.actor().to_string(),
            paid_on: tx.today(),
            paid_at: tx.now(),
            session: None,
            intent: Some(intent.id.clone()),
        };
        store::add_receipt(tx, &paid)?;
        if settles {
            store::settle(tx, &intent.subject, &paid.id)?;
            orders::paid(tx, &intent.subject, &paid.id)?;
        }
        let told = json!({ "amount": paid.amount, "number": paid.written(), "method": Method::Card, "settles": settles });
        tx.record("payments.collected", &intent.subject, &told)?;
        Ok(paid.id)
    })?;
    store::receipt(tx, &receipt.subject)
}

/// What a receipt paid for; nothing when its order stood no more.
pub fn paid_dues(tx: &mut Tx, paid: &Paid) -> Result<Vec<Due>> {
    let of_it = |due: &Due| due.receipt.as_ref() == Some(&paid.id) && due.state != DueState::Due;
    Ok(store::of(tx, &paid.subject)?.into_iter().filter(of_it).collect())
}
