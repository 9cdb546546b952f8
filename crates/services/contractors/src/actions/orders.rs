//! Orders: given when a case comes to a contractor's unit, worked on, proved, looked at, taken away.

use super::in_case::Worked;
use super::{clean, deliver, link, needed, penalties, system};
use crate::model::{Delivery, Given, NewProof, Order, OrderState, Proof, Sent, Spot, Step, Way};
use crate::rules;
use crate::store::{contracts, orders};
use cases::{Case, FileRole, NewFile};
use kernel::{Id, Refusal};
use platform::json::json;
use platform::{Job, Result, Tx, args};
use serde::{Deserialize, Serialize};

/// Photographs of one proof.
pub const PROOFS_MOST: usize = 4;

/// The job that hands over what waits already when a contract begins.
pub const TAKE_UP: &str = "contractors.take_up";
/// Cases handed over in one run of it.
const AT_ONCE: usize = 200;

/// Hands over the open cases of a unit that its contract covers, a part at a time. Safe to run twice.
pub fn take_up(tx: &mut Tx, job: &Job) -> Result<()> {
    let take: TakeUp = job.payload()?;
    let contract = contracts::find(tx, &take.contract)?;
    let mut waiting = cases::Where::tenant(tx);
    waiting.and("unit = ? AND phase NOT IN ('decided', 'closed')", args![contract.unit]);
    waiting.and("id > ?", args![take.after]);
    let mut ids = cases::lists::ids(tx, waiting)?;
    ids.sort();
    for case in ids.iter().take(AT_ONCE) {
        hand_over(tx, case)?;
    }
    match ids.get(AT_ONCE - 1) {
        Some(last) if ids.len() > AT_ONCE => tx.job(TAKE_UP, &TakeUp { contract: take.contract, after: last.to_string() }),
        _ => Ok(()),
    }
}

/// The payload of [`TAKE_UP`]: the cases after this one.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TakeUp {
    pub contract: Id,
    pub after: String,
}

/// A case came to a unit: if that unit works under a contract for it, it is given as an order. Safe to run twice.
pub fn hand_over(tx: &mut Tx, case: &Id) -> Result<()> {
    if contracts::all(tx)?.is_empty() {
        return Ok(());
    }
    let case = cases::find(tx, case)?;
    let open = orders::open_of_case(tx, &case.id)?;
    if let Some(order) = &open {
        if order.unit == case.unit && order.category == case.procedure && case.is_open() {
            return Ok(());
        }
        withdraw(tx, order.clone())?;
    }
    if case.is_open() { give(tx, &case) } else { Ok(()) }
}

fn give(tx: &mut Tx, case: &Case) -> Result<()> {
    if !cases::pinned(tx, &case.procedure_pin)?.may_leave() {
        return Ok(());
    }
    let areas = chain(tx, case.area.as_deref())?;
    let all = contracts::all(tx)?;
    let today = tx.today();
    let Some(contract) = rules::contract_for(&all, &case.unit, &case.procedure, &areas, today) else { return Ok(()) };
    let rule = rules::rule_for(&contract.terms, &case.procedure);
    let id = tx.new_id();
    // In his inbox it is with him at once; a message has to leave first.
    let reached = (contract.terms.way == Way::Inbox).then(|| tx.now());
    let order = Order {
        case_id: case.id.clone(),
        code: case.code.clone(),
        category: case.procedure.clone(),
        contract: contract.id.clone(),
        unit: case.unit.clone(),
        rule: rule.map(|rule| rule.id.clone()),
        state: OrderState::Given,
        given_at: tx.now(),
        reached_at: reached,
        planned_on: None,
        claimed_at: None,
        ended_at: None,
        penalty_at: rule.zip(reached).map(|(rule, reached)| rules::first_penalty(rule, reached)),
        place: Spot { area: case.area.clone(), quarter: case.quarter.clone(), point: case.point, asset: case.asset.clone() },
        sent: Sent {
            way: contract.terms.way,
            delivery: if reached.is_some() { Delivery::Sent } else { Delivery::Waiting },
            attempts: 0,
            next_at: None,
            trouble: None,
            outside: None,
            tried_at: None,
            token: None,
        },
        vault: orders::new_vault(tx, &id)?,
        id,
    };
    if !orders::insert(tx, &order)? {
        return Ok(());
    }
    orders::add_step(tx, &order, Step::Give, "")?;
    tx.record("contractors.given", &order.id, &json!({ "case": order.case_id, "unit": order.unit, "rule": order.rule }))?;
    deliver::begin(tx, &order)
}

/// The area with all that it lies in.
fn chain(tx: &mut Tx, area: Option<&str>) -> Result<Vec<String>> {
    let Some(area) = area else { return Ok(vec![tx.tenant().to_string()]) };
    let codes: Vec<String> = places::areas(tx)?.into_iter().map(|known| known.code).collect();
    let mut chain = Vec::new();
    for code in codes {
        if places::within(tx, area, &code)? {
            chain.push(code);
        }
    }
    Ok(chain)
}

fn withdraw(tx: &mut Tx, mut order: Order) -> Result<()> {
    order.state = rules::follow(order.state, Step::Withdraw)?;
    end(tx, &mut order);
    orders::update(tx, &order)?;
    note(tx, &order, Step::Withdraw, "")
}

fn end(tx: &Tx, order: &mut Order) {
    order.ended_at = Some(tx.now());
    order.penalty_at = None;
}

fn note(tx: &mut Tx, order: &Order, step: Step, words: &str) -> Result<()> {
    orders::add_step(tx, order, step, words)?;
    tx.emit(&Worked { order: order.id.clone(), step: step.as_str().to_owned() })?;
    system::pass_on(tx, order, step)?;
    tx.record("contractors.step", &order.id, &json!({ "step": step, "state": order.state, "case": order.case_id }))
}

/// What the contractor does with an order. The caller has checked that it is his: by a grant, or by the link.
pub fn work(tx: &mut Tx, id: &Id, step: Step, given: &Given) -> Result<Order> {
    let mut order = orders::find(tx, id)?;
    order.state = rules::follow(order.state, step)?;
    let words = if rules::needs_words(step) { needed(&given.words)? } else { clean(&given.words)? };
    match step {
        Step::Plan => {
            let day = given.day.filter(|day| *day >= tx.today());
            order.planned_on = Some(day.ok_or_else(|| Refusal::new("contractors-day-wrong").at("day"))?);
        }
        Step::Prove => {
            if !given.proofs.iter().any(|proof| proof.side == crate::model::ProofSide::After) {
                return Err(Refusal::new("contractors-needs-photo").at("after").into());
            }
            order.claimed_at = Some(tx.now());
        }
        Step::Refuse => order.claimed_at = Some(tx.now()),
        _ => {}
    }
    if order.sent.delivery == Delivery::Sent {
        order.sent.delivery = Delivery::Seen;
    }
    for proof in given.proofs.iter().take(PROOFS_MOST) {
        keep(tx, &order, proof)?;
    }
    orders::update(tx, &order)?;
    note(tx, &order, step, &words)?;
    if step == Step::Prove {
        let case = cases::find(tx, &order.case_id)?;
        let token = link::author_token(tx, &order.id)?;
        let link = platform::web_link(tx, case.lang, &format!("/proofs/{token}"))?;
        cases::message_author(tx, &case, "contractors-sms-proved", &[("proof", &link)])?;
    }
    Ok(order)
}

/// What his own system tells. He is not there to send a photograph: what he says is done waits for a look like any proof.
pub fn told(tx: &mut Tx, id: &Id, step: Step, given: &Given) -> Result<()> {
    let mut order = orders::find(tx, id)?;
    order.state = rules::follow(order.state, step)?;
    if matches!(step, Step::Prove | Step::Refuse) {
        order.claimed_at = Some(tx.now());
    }
    if order.sent.delivery == Delivery::Sent {
        order.sent.delivery = Delivery::Seen;
    }
    for proof in given.proofs.iter().take(PROOFS_MOST) {
        keep(tx, &order, proof)?;
    }
    orders::update(tx, &order)?;
    note(tx, &order, step, &given.words)
}

/// A proof is kept with what makes it doubtful, and stands in the file of the case.
fn keep(tx: &mut Tx, order: &Order, new: &NewProof) -> Result<()> {
    let proof = Proof {
        id: tx.new_id(),
        side: new.side,
        blob: new.blob.clone(),
        thumb: new.thumb.clone(),
        at: tx.now(),
        taken_at: new.taken_at,
        point: new.point,
        doubts: rules::doubts(order.place.point, order.given_at, new.point, new.taken_at),
    };
    orders::add_proof(tx, &order.id, &proof)?;
    let case = cases::find(tx, &order.case_id)?;
    cases::add_file(tx, &case, &NewFile::image(FileRole::Proof, new.blob.clone(), new.thumb.clone(), new.kind.clone()))?;
    Ok(())
}

/// What the service, or who reported it, says to what the contractor said.
pub fn judge(tx: &mut Tx, id: &Id, step: Step, words: &str) -> Result<Order> {
    let mut order = orders::find(tx, id)?;
    let claimed = order.claimed_at;
    order.state = rules::follow(order.state, step)?;
    let words = if rules::needs_words(step) { needed(words)? } else { clean(words)? };
    if rules::ends(order.state) {
        end(tx, &mut order);
    } else {
        order.claimed_at = None;
    }
    orders::update(tx, &order)?;
    note(tx, &order, step, &words)?;
    match step {
        Step::Approve => penalties::stopped(tx, &order, claimed)?,
        Step::Reject | Step::Insist => penalties::resumed(tx, &order)?,
        _ => {}
    }
    Ok(order)
}
