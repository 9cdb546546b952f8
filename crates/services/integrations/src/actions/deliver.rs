//! The way of a message: tried with pauses until it arrives, each time under the same id. Nothing of what is told waits in
//! between: words that are withheld meanwhile do not travel. A hook that never answers rests,
//! so that it holds up nobody else, and is switched off in the end.

use super::tell;
use crate::model::{Delivery, DeliveryState, Hook, OffWhy, Trouble};
use crate::rules::{self, Verdict};
use crate::store::{deliveries, hooks};
use georeport::{Heard, Reach};
use kernel::{Id, Moment};
use platform::json::json;
use platform::{Ctx, Job, Problem, Result, Tx};
use sending::{Message, To};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// The effect that sends one message.
pub const DELIVER: &str = "integrations.deliver";
/// Who is told answers at once, and works afterwards. Tests have less patience.
const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 15 });

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Travel {
    delivery: Id,
}

pub fn begin(tx: &mut Tx, delivery: &Delivery) -> Result<()> {
    tx.job(DELIVER, &Travel { delivery: delivery.id.clone() })
}

struct Ready {
    url: String,
    headers: Vec<(&'static str, String)>,
    body: String,
}

/// One try. That it begins is written before it is made, and what came of it afterwards.
pub async fn deliver(ctx: Ctx, job: Job) -> Result<()> {
    let travel: Travel = job.payload()?;
    let (reach, id) = (Reach::of(ctx.app().config()), travel.delivery.clone());
    let Some(Ready { url, headers, body }) = ctx.write(move |tx| prepare(tx, &id)).await? else { return Ok(()) };
    let call = move || georeport::notify(reach, &url, &headers, body.as_bytes(), PATIENCE);
    let answer = tokio::task::spawn_blocking(call).await.map_err(Problem::internal)?;
    let heard = answer.map_err(|failure| rules::trouble(failure.trouble));
    ctx.write(move |tx| note(tx, &travel.delivery, heard)).await
}

/// The message and its signatures, or nothing when it is not to travel now.
fn prepare(tx: &mut Tx, id: &Id) -> Result<Option<Ready>> {
    let mut delivery = match deliveries::find(tx, id) {
        Ok(delivery) => delivery,
        Err(Problem::NotFound) => return Ok(None), // forgotten meanwhile
        Err(other) => return Err(other),
    };
    if delivery.state != DeliveryState::Waiting {
        return Ok(None);
    }
    let mut hook = hooks::locked(tx, &delivery.hook)?;
    let now = tx.now();
    if hook.off.is_some() {
        (delivery.state, delivery.trouble, delivery.next_at) = (DeliveryState::Dead, Some(Trouble::Off), None);
        deliveries::update(tx, &delivery)?;
        return Ok(None);
    }
    if !rules::may_try(&hook, delivery.happening, now) {
        return wait(tx, delivery, hook.rests_until.unwrap_or(now)).map(|()| None);
    }
    if hook.failing_since.is_some() {
        hook.rests_until = Some(now.plus_secs(rules::TRYING_SECS));
        hooks::put(tx, &hook)?;
    }
    delivery.attempts += 1;
    (delivery.tried_at, delivery.next_at) = (Some(now), None);
    deliveries::update(tx, &delivery)?;
    let body = tell::body(tx, &delivery)?;
    let headers = vec![
        ("content-type", "application/json".to_owned()),
        ("webhook-id", delivery.id.to_string()),
        ("webhook-timestamp", now.0.as_second().to_string()),
        ("webhook-signature", rules::signatures(&hook, delivery.id.as_str(), now, &body)),
    ];
    Ok(Some(Ready { url: hook.sealed.url, headers, body }))
}

fn wait(tx: &mut Tx, mut delivery: Delivery, until: Moment) -> Result<()> {
    // Some seconds apart: the first to come finds out whether the others may follow.
    let at = until.plus_secs(i64::from(tx.random::<1>()?[0]) / 16);
    delivery.next_at = Some(at);
    deliveries::update(tx, &delivery)?;
    tx.job_at(DELIVER, &Travel { delivery: delivery.id }, at)
}

/// What came of a try.
fn note(tx: &mut Tx, id: &Id, heard: std::result::Result<Heard, Trouble>) -> Result<()> {
    let mut delivery = deliveries::find(tx, id)?;
    if delivery.state != DeliveryState::Waiting {
        return Ok(());
    }
    let hook = hooks::locked(tx, &delivery.hook)?;
    delivery.status = heard.as_ref().ok().map(|heard| i64::from(heard.status));
    match heard.as_ref().map_or_else(|trouble| Verdict::Failed(*trouble), |heard| rules::verdict(heard.status)) {
        Verdict::Arrived => arrived(tx, delivery, hook),
        Verdict::Gone => {
            (delivery.state, delivery.trouble) = (DeliveryState::Dead, Some(Trouble::Status));
            deliveries::update(tx, &delivery)?;
            switch_off(tx, hook, OffWhy::Gone)
        }
        Verdict::Failed(trouble) => failed(tx, delivery, hook, trouble, heard.ok().and_then(|heard| heard.wait_secs)),
    }
}

fn arrived(tx: &mut Tx, mut delivery: Delivery, mut hook: Hook) -> Result<()> {
    (delivery.state, delivery.trouble) = (DeliveryState::Done, None);
    deliveries::update(tx, &delivery)?;
    if hook.failing_since.is_some() {
        (hook.failing_since, hook.rests_until) = (None, None);
        hooks::put(tx, &hook)?;
    }
    Ok(())
}

fn failed(tx: &mut Tx, mut delivery: Delivery, mut hook: Hook, trouble: Trouble, wish: Option<u64>) -> Result<()> {
    let now = tx.now();
    delivery.trouble = Some(trouble);
    let pause = rules::next_try(delivery.attempts, wish, tx.random::<1>()?[0]).filter(|_| !rules::is_for_good(trouble));
    match pause {
        Some(secs) => {
            let at = now.plus_secs(secs);
            delivery.next_at = Some(at);
            deliveries::update(tx, &delivery)?;
            tx.job_at(DELIVER, &Travel { delivery: delivery.id.clone() }, at)?;
        }
        None => {
            delivery.state = DeliveryState::Dead;
            deliveries::update(tx, &delivery)?;
            tx.record("integrations.undeliverable", &delivery.id, &json!({ "hook": hook.id, "attempts": delivery.attempts }))?;
        }
    }
    let since = *hook.failing_since.get_or_insert(now);
    if rules::is_hopeless(since, now) {
        return switch_off(tx, hook, OffWhy::Failing);
    }
    let rest = rules::rest(since, now).max(wish.map_or(0, |secs| i64::try_from(secs).unwrap_or(0).min(3_600)));
    hook.rests_until = Some(now.plus_secs(rest));
    hooks::put(tx, &hook)
}

/// Nobody is told any more until a person switches it on again; the owner learns why.
fn switch_off(tx: &mut Tx, mut hook: Hook, why: OffWhy) -> Result<()> {
    (hook.off, hook.rests_until) = (Some((tx.now(), why)), None);
    hooks::put(tx, &hook)?;
    tx.record("integrations.switched_off", &hook.id, &json!({ "why": why }))?;
    let Some(email) = hook.sealed.email.clone() else { return Ok(()) };
    let lang = hook.lang;
    let link = platform::web_link(tx, lang, &format!("/admin/webhooks/{}", hook.id))?;
    let args = [("name", hook.name.as_str()), ("link", link.as_str())];
    let text = platform::text(tx, lang, &format!("integrations-mail-{why}"), &args)?;
    let subject = platform::text(tx, lang, "integrations-mail-subject", &args)?;
    sending::send(tx, Message { to: To::Email(email), lang, subject, text, about: None })
}
