//! Work nobody waits for: ask the gateway again, give money back through it, end what hangs, tell the payer.

use crate::{actions, bank, store};
use kernel::{Id, Money};
use payments::{Failure, Intent, IntentEnded, IntentState, Provider, RefundAsked};
use platform::{Ctx, Job, Problem, Result, Tx};
use serde::{Deserialize, Serialize};

pub const ASK: &str = "gateways.ask";
pub const CREDIT: &str = "gateways.credit";

/// As many as one hour asks about; the rest comes with the next.
const HANGING_MOST: i64 = 500;

/// Marks a question of the hourly round.
const HOURLY: u32 = u32::MAX;

/// The question where a payment stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    pub intent: Id,
    pub tries: u32,
}

/// Asks, then notes the answer. What succeeded is not asked about any more; running twice changes nothing.
pub async fn ask(ctx: Ctx, job: Job) -> Result<()> {
    let Ask { intent, tries } = job.payload()?;
    let asked = intent.clone();
    let (settings, known) = ctx.read(move |rx| Ok((store::settings(rx)?, payments::intent(rx, &asked)?))).await?;
    if matches!(known.state, IntentState::Success | IntentState::Refunded) || bank::addresses(&ctx, &settings).is_none() {
        return Ok(());
    }
    let standing = match bank::standing(&ctx, &settings, &intent).await {
        // The next hour asks again; alarms are for what was called about.
        Err(Problem::Unavailable(_)) if tries == HOURLY => return Ok(()),
        answer => answer?,
    };
    ctx.write(move |tx| actions::answered(tx, &intent, &standing, tries).map(drop)).await
}

/// A refund that a second person asked for goes out as an effect of its own.
pub fn refund_asked(tx: &mut Tx, asked: RefundAsked) -> Result<()> {
    tx.job(CREDIT, &asked)
}

/// Orders the refund at the gateway; the id of the refund goes along, so that the bank can tell a repeat.
pub async fn credit(ctx: Ctx, job: Job) -> Result<()> {
    let RefundAsked { refund, intent, amount } = job.payload()?;
    let asked = refund.clone();
    let (settings, known) = ctx.read(move |rx| Ok((store::settings(rx)?, payments::find_refund(rx, &asked)?))).await?;
    if known.state != payments::RefundState::Asked {
        return Ok(());
    }
    let outcome = bank::credit(&ctx, &settings, &intent, &refund, Money(amount.0)).await?;
    ctx.write(move |tx| payments::refund_answered(tx, &refund, outcome.as_ref().copied().map_err(String::as_str)).map(drop)).await
}

/// Each hour: what hangs is asked about, what has hung for a day ends.
pub fn hanging(tx: &mut Tx) -> Result<()> {
    for Intent { id, .. } in payments::hanging(tx, HANGING_MOST)? {
        tx.job(ASK, &Ask { intent: id, tries: HOURLY })?;
    }
    Ok(())
}

/// Tells the payer how his try ended, when he is not looking: paid, to be given back, or never heard of.
pub fn ended(tx: &mut Tx, ended: IntentEnded) -> Result<()> {
    let intent = payments::intent(tx, &ended.intent)?;
    if intent.provider != Provider::Card {
        return Ok(());
    }
    let case = match cases::find(tx, &ended.subject) {
        Ok(case) => case,
        Err(Problem::NotFound) => return Ok(()),
        Err(problem) => return Err(problem),
    };
    let amount = kernel::format::money(intent.amount, case.lang);
    match (ended.state, ended.reason) {
        (IntentState::Success, _) => {
            let Some(receipt) = &intent.receipt else { return Ok(()) };
            let paid = payments::receipt(tx, receipt)?;
            let key = if payments::paid_dues(tx, &paid)?.is_empty() { "gateways-told-back" } else { "gateways-told-paid" };
            cases::message_author(tx, &case, key, &[("sum", &amount), ("number", &paid.written())])
        }
        (IntentState::Cancelled, Some(Failure::Expired)) => {
            cases::message_author(tx, &case, "gateways-told-expired", &[("sum", &amount)])
        }
        _ => Ok(()),
    }
}
