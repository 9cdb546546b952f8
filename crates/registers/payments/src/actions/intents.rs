//! Tries to pay an order at a provider: begun once per key, one alive per order, settled by what the provider says it took.

use super::{orders, receiving};
use crate::model::{Failure, Intent, IntentEnded, IntentState, Order, OrderState, Provider, Taken};
use crate::{rules, store};
use kernel::{Id, Money, Refusal};
use platform::{Problem, Result, Tx, json::json};

/// Begins to pay the order of a code. The same key gives the same try for ever; a try that is under way is gone on with.
///
/// # Errors
/// `NotFound`, `payments-order-ended`, and a conflict for the key of another order.
pub fn begin(tx: &mut Tx, key: &Id, code: &str) -> Result<Intent> {
    let order = orders::order_by_code(tx, code)?.ok_or(Problem::NotFound)?;
    if let Some((of, intent)) = store::intents::by_key(tx, key)? {
        return if of == order.id { store::intents::find(tx, &intent) } else { Err(reused()) };
    }
    let order = store::orders::locked(tx, &order.id)?;
    if order.state != OrderState::Open {
        return Err(Refusal::new("payments-order-ended").into());
    }
    let intent = match store::intents::alive(tx, &order.id)? {
        Some(alive) => alive,
        None => add(tx, &order, Provider::Card, IntentState::Created)?,
    };
    store::intents::keep_key(tx, key, &intent)?;
    Ok(intent)
}

fn reused() -> Problem {
    Problem::Conflict(Refusal::new("platform-key-reused"))
}

fn add(tx: &mut Tx, order: &Order, provider: Provider, state: IntentState) -> Result<Intent> {
    let now = tx.now();
    let intent = Intent {
        id: tx.new_id(),
        order: order.id.clone(),
        subject: order.subject.clone(),
        reference: order.reference.clone(),
        amount: order.amount,
        provider,
        state,
        external: None,
        reason: None,
        receipt: None,
        back: Money(0),
        created_at: now,
        started_at: None,
        submitted_at: None,
        ended_at: (!state.is_alive()).then_some(now),
        seen_at: None,
    };
    store::intents::insert(tx, &intent)?;
    noted(tx, &intent)?;
    Ok(intent)
}

/// Every step stands in the journal, by the order that it concerns.
fn noted(tx: &mut Tx, intent: &Intent) -> Result<()> {
    let Intent { id, order, amount, provider, reason, .. } = intent;
    let told = json!({ "intent": id, "order": order, "amount": amount, "provider": provider, "reason": reason });
    tx.record(&format!("payments.intent_{}", intent.state), &intent.subject, &told)
}

/// The payer goes to the provider.
pub fn start(tx: &mut Tx, id: &Id) -> Result<Intent> {
    step(tx, id, IntentState::Started, None)
}

/// The provider called: what it says is asked again before it counts. An end stays an end until the answer.
pub fn submit(tx: &mut Tx, id: &Id) -> Result<Intent> {
    step(tx, id, IntentState::Submitted, None)
}

/// Ends a try without money: the bank said no, or nothing was heard.
pub fn fail(tx: &mut Tx, id: &Id, reason: Failure) -> Result<Intent> {
    let to = if reason == Failure::Declined { IntentState::Failed } else { IntentState::Cancelled };
    step(tx, id, to, Some(reason))
}

/// Money and claim disagree: staff are shown it until one of them has looked.
pub fn doubt(tx: &mut Tx, id: &Id, reason: Failure) -> Result<Intent> {
    step(tx, id, IntentState::Error, Some(reason))
}

/// A step that may not be gone is none: whoever calls twice, or too late, changes nothing.
fn step(tx: &mut Tx, id: &Id, to: IntentState, reason: Option<Failure>) -> Result<Intent> {
    let mut intent = store::intents::find(tx, id)?;
    if !rules::may_become(intent.state, to) {
        return Ok(intent);
    }
    let now = tx.now();
    match to {
        IntentState::Started => intent.started_at = Some(now),
        IntentState::Submitted => intent.submitted_at = Some(now),
        _ => intent.ended_at = Some(now),
    }
    (intent.state, intent.reason) = (to, reason);
    save(tx, &intent)?;
    Ok(intent)
}

fn save(tx: &mut Tx, intent: &Intent) -> Result<()> {
    store::intents::update(tx, intent)?;
    noted(tx, intent)?;
    if intent.state.is_alive() {
        return Ok(());
    }
    let Intent { id, subject, state, reason, .. } = intent.clone();
    tx.emit(&IntentEnded { intent: id, subject, state, reason })
}

/// The provider took the money. Its receipt is drawn and the dues are settled in this commit; money for an order that stands no
/// more is received all the same, and ordered to be given back. A second time changes nothing.
pub fn succeed(tx: &mut Tx, id: &Id, taken: &Taken) -> Result<Intent> {
    let mut intent = store::intents::find(tx, id)?;
    if !rules::may_become(intent.state, IntentState::Success) {
        return Ok(intent);
    }
    if taken.amount != intent.amount {
        return doubt(tx, id, Failure::Amount);
    }
    let order = store::orders::locked(tx, &intent.order)?;
    let stands = order.state == OrderState::Open && order.amount == intent.amount;
    let paid = receiving::by_card(tx, &intent, stands)?;
    if stands {
        end_others(tx, &order.id, &intent.id)?;
    } else {
        crate::refunds::give_back(tx, &intent)?;
    }
    let ended_at = Some(tx.now());
    let (external, receipt) = (Some(taken.external.clone()), Some(paid.id));
    intent = Intent { state: IntentState::Success, reason: None, external, receipt, ended_at, ..intent };
    save(tx, &intent)?;
    Ok(intent)
}

/// The cash desk is a provider like the others: what it takes is an intent that succeeded. Whoever was about to pay the same
/// order by card is stopped; what the bank takes all the same is given back.
pub(super) fn at_the_cash_desk(tx: &mut Tx, order: &Order, receipt: &Id) -> Result<()> {
    end_others(tx, &order.id, receipt)?;
    let intent = add(tx, order, Provider::Cash, IntentState::Success)?;
    store::intents::update(tx, &Intent { receipt: Some(receipt.clone()), ..intent })
}

fn end_others(tx: &mut Tx, order: &Id, but: &Id) -> Result<()> {
    match store::intents::alive(tx, order)? {
        Some(other) if other.id != *but => fail(tx, &other.id, Failure::Elsewhere).map(drop),
        _ => Ok(()),
    }
}

/// An order that is cancelled takes its try to pay along.
pub(super) fn order_ended(tx: &mut Tx, order: &Id) -> Result<()> {
    match store::intents::alive(tx, order)? {
        Some(alive) => fail(tx, &alive.id, Failure::Ended).map(drop),
        None => Ok(()),
    }
}

/// So much of it was given back.
pub(crate) fn given_back(tx: &mut Tx, id: &Id, amount: Money) -> Result<()> {
    let mut intent = store::intents::find(tx, id)?;
    intent.back = intent.back + amount;
    if intent.back >= intent.amount && rules::may_become(intent.state, IntentState::Refunded) {
        intent.state = IntentState::Refunded;
        noted(tx, &intent)?;
    }
    store::intents::update(tx, &intent)
}

/// Those that have been under way for a while, to be asked about. What is older than a day ends here; what the bank agreed to and
/// does not confirm is shown to staff instead, and asked about once more.
pub fn hanging(tx: &mut Tx, limit: i64) -> Result<Vec<Intent>> {
    let (now, before) = (tx.now(), tx.now().plus_secs(-rules::QUIET_SECS));
    let mut asked = Vec::new();
    for intent in store::intents::hanging(tx, before, limit)? {
        match (rules::has_expired(&intent, now), intent.state) {
            (true, IntentState::Submitted) => asked.push(doubt(tx, &intent.id, Failure::Expired)?),
            (true, _) => drop(fail(tx, &intent.id, Failure::Expired)?),
            (false, _) => asked.push(intent),
        }
    }
    Ok(asked)
}

/// A person looked at money and claim that disagree, and saw to it.
pub fn seen(tx: &mut Tx, id: &Id) -> Result<()> {
    let intent = store::intents::find(tx, id)?;
    if store::intents::seen(tx, id)? {
        tx.record("payments.intent_seen", &intent.subject, &json!({ "intent": id }))?;
    }
    Ok(())
}
