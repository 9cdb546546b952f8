//! Penalties: drafted when time ran out, signed by the service, contested by the contractor, decided.

use super::{needed, reach};
use crate::model::{Order, Penalty, PenaltyRule, PenaltyState};
use crate::store::{contracts, orders, penalties};
use crate::{SIGN, rules};
use kernel::clock::{self, Span};
use kernel::{Id, Moment, Refusal};
use platform::json::json;
use platform::{Result, Tx};

/// The rule that watches over an order, as the contract has it today.
fn rule_of(tx: &mut Tx, order: &Order) -> Result<Option<(PenaltyRule, i64)>> {
    let contract = contracts::find(tx, &order.contract)?;
    let rule = rules::rule_for(&contract.terms, &order.category).cloned();
    Ok(rule.map(|rule| (rule, contract.edition)))
}

/// Drafts what an order owes now, one penalty for each day, and looks ahead to the next.
pub fn draft_owed(tx: &mut Tx, mut order: Order) -> Result<()> {
    let now = tx.now();
    let Some((rule, edition)) = rule_of(tx, &order)? else {
        order.penalty_at = None;
        return orders::update(tx, &order);
    };
    while rules::is_owed(&order, now) {
        let Some(at) = order.penalty_at else { break };
        draft(tx, &order, &rule, edition, at)?;
        order.penalty_at = rules::next_penalty(&rule, at);
    }
    orders::update(tx, &order)
}

/// One penalty for one spot on one day: a later report of it only adds its ground.
fn draft(tx: &mut Tx, order: &Order, rule: &PenaltyRule, edition: i64, due: Moment) -> Result<()> {
    let day = due.day();
    let there = penalties::of_day(tx, &order.contract, &rule.id, day)?;
    if let Some(known) = there.iter().find(|known| rules::is_same_spot(&known.place, &order.place, rule.radius_m)) {
        if penalties::add_ground(tx, &known.id, order)? {
            tx.record("contractors.penalty_ground", &known.id, &json!({ "order": order.id, "case": order.case_id }))?;
        }
        return Ok(());
    }
    let id = tx.new_id();
    let penalty = Penalty {
        contract: order.contract.clone(),
        edition,
        unit: order.unit.clone(),
        rule: rule.id.clone(),
        spot: order.place.asset.clone().unwrap_or_else(|| order.case_id.to_string()),
        day,
        case_id: order.case_id.clone(),
        code: order.code.clone(),
        place: order.place.clone(),
        amount: rule.amount,
        state: PenaltyState::Draft,
        due_at: due,
        drafted_at: tx.now(),
        signed_at: None,
        signed_by: None,
        contest_until: None,
        contested_at: None,
        decided_at: None,
        statement: None,
        contest: None,
        decision: None,
        vault: penalties::new_vault(tx, &id)?,
        id,
    };
    if !penalties::insert(tx, &penalty)? {
        return Ok(());
    }
    penalties::add_ground(tx, &penalty.id, order)?;
    let told = json!({ "case": order.case_id, "rule": rule.id, "day": day, "amount": rule.amount, "contract": order.contract });
    tx.record("contractors.penalty_drafted", &penalty.id, &told)
}

/// A proof was accepted. What fell due after the contractor had claimed the work done was never owed.
pub fn stopped(tx: &mut Tx, order: &Order, claimed: Option<Moment>) -> Result<()> {
    let Some(claimed) = claimed else { return Ok(()) };
    for penalty in penalties::of_order(tx, &order.id)? {
        let alone = penalties::grounds(tx, &penalty.id)?.len() == 1;
        if penalty.state == PenaltyState::Draft && penalty.due_at > claimed && alone {
            drop_draft(tx, penalty)?;
        }
    }
    Ok(())
}

fn drop_draft(tx: &mut Tx, mut penalty: Penalty) -> Result<()> {
    (penalty.state, penalty.decided_at) = (PenaltyState::Dropped, Some(tx.now()));
    penalties::update(tx, &penalty)?;
    tx.record("contractors.penalty_dropped", &penalty.id, &json!({ "why": "done" }))
}

/// A proof or a refusal was not accepted: the penalty that waited for it is due, the days of waiting are nobody's.
pub fn resumed(tx: &mut Tx, order: &Order) -> Result<()> {
    let now = tx.now();
    let Some(at) = order.penalty_at.filter(|at| *at <= now) else { return Ok(()) };
    let Some((rule, edition)) = rule_of(tx, order)? else { return Ok(()) };
    draft(tx, order, &rule, edition, at)?;
    let mut order = order.clone();
    order.penalty_at = rules::next_penalty_after(&rule, at, now);
    orders::update(tx, &order)
}

fn found(tx: &mut Tx, id: &Id, state: PenaltyState) -> Result<Penalty> {
    let penalty = penalties::find(tx, id)?;
    if penalty.state == state { Ok(penalty) } else { Err(Refusal::new("contractors-not-from-here").into()) }
}

/// The service signs a draft: the contractor may contest it from now on.
pub fn sign(tx: &mut Tx, id: &Id) -> Result<()> {
    let mut penalty = found(tx, id, PenaltyState::Draft)?;
    reach::must(tx, SIGN, &penalty.unit)?;
    let window = contracts::edition(tx, &penalty.contract, penalty.edition)?.contest;
    let calendar = calendar::calendar(tx)?;
    let now = tx.now();
    let until = clock::due(now, Span { length: window.days, kind: window.kind }, &calendar, &[], now).due;
    (penalty.state, penalty.signed_at, penalty.contest_until) = (PenaltyState::Signed, Some(now), until.or(Some(now)));
    penalty.signed_by = Some(tx.actor().to_string());
    penalties::update(tx, &penalty)?;
    tx.record("contractors.penalty_signed", id, &json!({ "amount": penalty.amount, "contest_until": penalty.contest_until }))
}

/// The service drops a draft, with its reason.
pub fn dismiss(tx: &mut Tx, id: &Id, words: &str) -> Result<()> {
    let mut penalty = found(tx, id, PenaltyState::Draft)?;
    reach::must(tx, SIGN, &penalty.unit)?;
    penalty.decision = Some(needed(words)?);
    (penalty.state, penalty.decided_at) = (PenaltyState::Dropped, Some(tx.now()));
    penalties::update(tx, &penalty)?;
    tx.record("contractors.penalty_dropped", id, &json!({ "why": "service" }))
}

/// The contractor says why it is not owed, in time. The caller has checked that it is his.
pub fn contest(tx: &mut Tx, id: &Id, words: &str) -> Result<()> {
    let mut penalty = found(tx, id, PenaltyState::Signed)?;
    let now = tx.now();
    if penalty.contest_until.is_none_or(|until| until < now) {
        return Err(Refusal::new("contractors-contest-late").into());
    }
    penalty.contest = Some(needed(words)?);
    (penalty.state, penalty.contested_at) = (PenaltyState::Contested, Some(now));
    penalties::update(tx, &penalty)?;
    tx.record("contractors.penalty_contested", id, &json!({}))
}

/// The service answers: it stands, or it falls.
pub fn decide(tx: &mut Tx, id: &Id, stands: bool, words: &str) -> Result<()> {
    let mut penalty = found(tx, id, PenaltyState::Contested)?;
    reach::must(tx, SIGN, &penalty.unit)?;
    penalty.decision = Some(needed(words)?);
    penalty.state = if stands { PenaltyState::Upheld } else { PenaltyState::Dropped };
    penalty.decided_at = Some(tx.now());
    penalties::update(tx, &penalty)?;
    tx.record("contractors.penalty_decided", id, &json!({ "stands": stands }))
}
