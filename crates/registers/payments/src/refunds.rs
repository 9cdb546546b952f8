//! Giving back what was paid for nothing: ordered by one person or by a rule, paid by another, with a gapless number.

use crate::model::{Due, DueState, Intent, Method, Reason, Refund, RefundAsked, RefundState};
use crate::{COLLECT, REFUND, actions, store};
use cases::{Case, SEE};
use kernel::{Id, Money, Refusal, text};
use platform::{Actor, Problem, Result, Tx, json};
use std::collections::BTreeSet;

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
    let receipts: BTreeSet<&Id> = dues.iter().filter_map(|due| due.receipt.as_ref()).collect();
    let mut first = None;
    // What came in by two receipts goes back by two refunds: each the way it came.
    for receipt in receipts {
        let of_it: Vec<&Due> = dues.iter().filter(|due| due.receipt.as_ref() == Some(receipt)).collect();
        let intent = store::receipt(tx, receipt)?.intent;
        let amount = of_it.iter().fold(Money(0), |sum, due| sum + due.amount);
        let fees = of_it.iter().map(|due| due.fee.clone()).collect();
        let id = ordered(tx, subject, &of_it[0].reference, (fees, amount), (reason, &words), intent)?;
        for due in of_it {
            store::set_state(tx, subject, &due.fee, DueState::ToRefund)?;
        }
        first.get_or_insert(id);
    }
    Ok(first)
}

/// What the bank took for an order that stood no more: the house orders that it be given back, whole.
pub(crate) fn give_back(tx: &mut Tx, intent: &Intent) -> Result<()> {
    let whole = (Vec::new(), intent.amount);
    ordered(tx, &intent.subject, &intent.reference, whole, (Reason::Late, ""), Some(intent.id.clone())).map(drop)
}

fn ordered(
    tx: &mut Tx,
    subject: &Id,
    reference: &str,
    (fees, amount): (Vec<String>, Money),
    (reason, words): (Reason, &str),
    intent: Option<Id>,
) -> Result<Id> {
    let refund = Refund {
        id: tx.new_id(),
        subject: subject.clone(),
        reference: reference.to_owned(),
        fees,
        amount,
        reason,
        words: words.to_owned(),
        state: RefundState::Ordered,
        ordered_by: tx.actor().to_string(),
        ordered_at: tx.now(),
        number: None,
        method: None,
        paid_at: None,
        intent,
        asked_at: None,
        refused: None,
    };
    store::refunds::add(tx, &refund)?;
    tx.record("payments.refund_ordered", subject, &json::json!({ "refund": refund.id, "amount": amount, "reason": reason }))?;
    Ok(refund.id)
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

/// Pays a refund out over the counter, or asks the provider that took the money to give it back. Who ordered it does neither, nor
/// somebody who acts for him; a second time gives the same.
///
/// # Errors
/// `payments-refund-not-alone`, `payments-refund-asked` while the bank has not answered, `payments-refund-no-card`.
pub fn pay_back(tx: &mut Tx, id: &Id, method: Method) -> Result<Refund> {
    if tx.actor().is_staff() && !tx.actor().may(COLLECT) {
        return Err(Problem::Forbidden);
    }
    let refund = store::refunds::find(tx, id)?;
    match refund.state {
        RefundState::Paid => return Ok(refund),
        RefundState::Asked if method == Method::Card => return Ok(refund),
        RefundState::Asked => return Err(Refusal::new("payments-refund-asked").into()),
        RefundState::Ordered | RefundState::Refused => {}
    }
    if !is_second(tx, &refund.ordered_by)? {
        return Err(Refusal::new("payments-refund-not-alone").into());
    }
    if method == Method::Card { ask(tx, refund) } else { paid_out(tx, refund, method) }
}

fn ask(tx: &mut Tx, refund: Refund) -> Result<Refund> {
    let intent = refund.intent.clone().ok_or_else(|| Refusal::new("payments-refund-no-card").at("method"))?;
    if store::refunds::asked(tx, &refund.id)? {
        tx.record("payments.refund_asked", &refund.subject, &json::json!({ "refund": refund.id, "intent": intent }))?;
        tx.emit(&RefundAsked { refund: refund.id.clone(), intent, amount: refund.amount })?;
    }
    store::refunds::find(tx, &refund.id)
}

/// What the provider answered. `Err` holds its own words; the refund may then be asked again, or paid over the counter.
pub fn answered(tx: &mut Tx, id: &Id, outcome: Result<(), &str>) -> Result<Refund> {
    let refund = store::refunds::find(tx, id)?;
    if refund.state != RefundState::Asked {
        return Ok(refund);
    }
    match outcome {
        Ok(()) => paid_out(tx, refund, Method::Card),
        Err(why) => {
            let why: String = why.chars().take(200).collect();
            store::refunds::refused(tx, id, &why)?;
            tx.record("payments.refund_refused", &refund.subject, &json::json!({ "refund": id }))?;
            store::refunds::find(tx, id)
        }
    }
}

fn paid_out(tx: &mut Tx, mut refund: Refund, method: Method) -> Result<Refund> {
    let session = if method == Method::Card { None } else { Some(actions::current(tx)?.id) };
    let year = i64::from(tx.today().year());
    refund.number = Some((year, tx.next_number("refunds", year)?));
    (refund.state, refund.method, refund.paid_at) = (RefundState::Paid, Some(method), Some(tx.now()));
    store::refunds::paid(tx, &refund, session.as_ref())?;
    for fee in &refund.fees {
        store::set_state(tx, &refund.subject, fee, DueState::Refunded)?;
    }
    if let Some(intent) = &refund.intent {
        actions::given_back(tx, intent, refund.amount)?;
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
