//! The way of an order to the contractor: its own states, tries with pauses, and a list of what never arrived.

use super::{link, reach, system};
use crate::model::{Delivery, Order, Terms, Way};
use crate::store::{contracts, orders};
use crate::{FOLLOW, rules};
use kernel::{Id, Refusal, format};
use platform::json::json;
use platform::{Job, Problem, Result, Tx};
use sending::{Message, To};
use serde::{Deserialize, Serialize};

/// The job that hands an order over.
pub const DELIVER: &str = "contractors.deliver";

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Travel {
    pub order: Id,
}

/// In the inbox there is nothing to carry.
pub fn begin(tx: &mut Tx, order: &Order) -> Result<()> {
    match order.sent.way {
        Way::Inbox => Ok(()),
        Way::Email => tx.job(DELIVER, &Travel { order: order.id.clone() }),
        Way::Open311 => tx.job(system::SEND, &Travel { order: order.id.clone() }),
    }
}

/// One try. Safe to run twice: what has arrived, ended or failed for good travels no more.
pub fn deliver(tx: &mut Tx, job: &Job) -> Result<()> {
    let travel: Travel = job.payload()?;
    let mut order = orders::find(tx, &travel.order)?;
    if !order.is_open() || !matches!(order.sent.delivery, Delivery::Waiting | Delivery::Failed) {
        return Ok(());
    }
    order.sent.attempts += 1;
    match mail(tx, &order)? {
        Ok(message) => {
            (order.sent.outside, order.sent.trouble) = (Some(message.to_string()), None);
            orders::update(tx, &order)
        }
        Err(trouble) => failed(tx, order, Refusal::new(trouble)),
    }
}

/// Hands the message over; what became of it is told by the event of `sending`.
fn mail(tx: &mut Tx, order: &Order) -> Result<std::result::Result<Id, &'static str>> {
    let contract = contracts::find(tx, &order.contract)?;
    let lang = contract.terms.speaks();
    let Some(email) = contract.email.clone() else { return Ok(Err("contractors-trouble-no-email")) };
    let token = link::token(tx, &order.id)?;
    let url = platform::web_link(tx, lang, &format!("/orders/{token}"))?;
    let title = procedures::procedure(tx, &order.category)?.title.text(lang).to_owned();
    let until = order_due(tx, order, &contract.terms);
    let args = [("code", order.code.as_str()), ("title", title.as_str()), ("url", url.as_str()), ("until", until.as_str())];
    let subject = platform::text(tx, lang, "contractors-mail-subject", &args)?;
    let text = platform::text(tx, lang, if until.is_empty() { "contractors-mail" } else { "contractors-mail-until" }, &args)?;
    let message = Message { to: To::Email(email), lang, subject, text, about: Some(order.id.clone()) };
    Ok(Ok(sending::send_known(tx, message)?))
}

/// By when it must be done, were it to arrive now.
fn order_due(tx: &Tx, order: &Order, terms: &Terms) -> String {
    let reached = order.reached_at.unwrap_or(tx.now());
    let due = rules::rule_for(terms, &order.category).map(|rule| rules::first_penalty(rule, reached));
    due.map(|due| format::moment(due, terms.speaks())).unwrap_or_default()
}

/// What became of a message of ours. The contractor's clock starts when it has left.
pub fn heard(tx: &mut Tx, told: sending::Told) -> Result<()> {
    let Some(about) = told.about else { return Ok(()) };
    let mut order = match orders::find(tx, &about) {
        Ok(order) => order,
        Err(Problem::NotFound) => return Ok(()), // a message of another room
        Err(other) => return Err(other),
    };
    let ours = order.sent.outside.as_deref() == Some(told.message.as_str());
    if !ours || !order.is_open() || order.sent.delivery != Delivery::Waiting && order.sent.delivery != Delivery::Failed {
        return Ok(());
    }
    if told.left {
        arrived(tx, order)
    } else {
        order.sent.outside = None;
        failed(tx, order, Refusal::new("contractors-trouble-refused"))
    }
}

/// It is with him: his clock starts.
pub(super) fn arrived(tx: &mut Tx, mut order: Order) -> Result<()> {
    (order.sent.delivery, order.sent.next_at, order.sent.trouble) = (Delivery::Sent, None, None);
    order.reached_at = Some(tx.now());
    let contract = contracts::find(tx, &order.contract)?;
    let now = tx.now();
    order.penalty_at = rules::rule_for(&contract.terms, &order.category).map(|rule| rules::first_penalty(rule, now));
    orders::update(tx, &order)?;
    tx.record("contractors.delivered", &order.id, &json!({ "way": order.sent.way, "attempts": order.sent.attempts }))
}

/// A try failed that may succeed later; after the last one people must look.
pub(super) fn failed(tx: &mut Tx, mut order: Order, trouble: Refusal) -> Result<()> {
    let Some(at) = rules::next_try(order.sent.attempts, tx.now()) else { return given_up(tx, order, trouble) };
    (order.sent.delivery, order.sent.next_at, order.sent.trouble) = (Delivery::Failed, Some(at), Some(trouble));
    orders::update(tx, &order)?;
    let job = if order.sent.way == Way::Open311 { system::SEND } else { DELIVER };
    tx.job_at(job, &Travel { order: order.id.clone() }, at)
}

/// No further try would help.
pub(super) fn given_up(tx: &mut Tx, mut order: Order, trouble: Refusal) -> Result<()> {
    let told = json!({ "attempts": order.sent.attempts, "trouble": trouble.key });
    (order.sent.delivery, order.sent.next_at, order.sent.trouble) = (Delivery::Dead, None, Some(trouble));
    orders::update(tx, &order)?;
    tx.record("contractors.undeliverable", &order.id, &told)
}

/// Staff ask for another round of tries, once the address was mended.
pub fn again(tx: &mut Tx, id: &Id) -> Result<()> {
    let mut order = orders::find(tx, id)?;
    reach::must(tx, FOLLOW, &order.unit)?;
    if !order.is_open() || order.sent.delivery != Delivery::Dead {
        return Err(Refusal::new("contractors-not-from-here").into());
    }
    (order.sent.delivery, order.sent.attempts, order.sent.outside) = (Delivery::Waiting, 0, None);
    orders::update(tx, &order)?;
    tx.record("contractors.asked_again", &order.id, &json!({}))?;
    begin(tx, &order)
}
