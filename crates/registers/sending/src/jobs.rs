//! Work nobody waits for: deliver, try again what was held, erase old words.

use crate::deliver::{self, Trouble};
use crate::model::{Channel, Delivery, State, Stored};
use crate::{actions, rules, store};
use platform::{Ctx, Job, Problem, Result, Tx};

pub const RETRY_HELD: &str = "sending.retry_held";

/// Delivers one message. It may run twice: what was sent is not sent again unless its note was lost.
pub async fn deliver(ctx: Ctx, job: Job) -> Result<()> {
    let wanted: Delivery = job.payload()?;
    let message = match ctx.read(move |rx| store::find(rx, &wanted.message)).await {
        Ok(message) => message,
        Err(Problem::NotFound) => return Ok(()),
        Err(problem) => return Err(problem),
    };
    if !matches!(message.state, State::Waiting | State::Held) {
        return Ok(());
    }
    let Some(content) = message.content.clone() else { return Ok(()) };
    if ctx.app().config().demo {
        return note(&ctx, message, State::Shown, None).await;
    }
    if rules::is_expired(message.expires_at, ctx.now()) {
        return note(&ctx, message, State::Expired, None).await;
    }
    match deliver::deliver(ctx.app().config(), message.id.as_str(), &content).await {
        Ok(()) => note(&ctx, message, State::Sent, None).await,
        Err(Trouble::Unconfigured) => note(&ctx, message, State::Held, None).await,
        Err(Trouble::Final(error)) => note(&ctx, message, State::Failed, Some(rules::safe_error(&error, &content.to))).await,
        Err(Trouble::Passing(error)) => {
            let error = rules::safe_error(&error, &content.to);
            let last = job.attempts >= rules::TRIES;
            let state = if last { State::Failed } else { State::Waiting };
            note(&ctx, message, state, Some(error.clone())).await?;
            if last { Ok(()) } else { Err(Problem::Unavailable(error)) }
        }
    }
}

async fn note(ctx: &Ctx, message: Stored, state: State, error: Option<String>) -> Result<()> {
    ctx.write(move |tx| actions::note(tx, &message, state, error.as_deref())).await
}

/// Each hour: when messages are held, looks whether their channel has been configured meanwhile.
pub fn ask_held(tx: &mut Tx) -> Result<()> {
    let any = store::held(tx, Channel::Email, 1)?.len() + store::held(tx, Channel::Sms, 1)?.len();
    if any > 0 { tx.job(RETRY_HELD, &()) } else { Ok(()) }
}

pub async fn retry_held(ctx: Ctx, _: Job) -> Result<()> {
    let ready: Vec<Channel> =
        Channel::ALL.iter().copied().filter(|channel| deliver::is_configured(ctx.app().config(), *channel)).collect();
    if ready.is_empty() {
        return Ok(());
    }
    ctx.write(move |tx| {
        for channel in &ready {
            for message in store::held(tx, *channel, 500)? {
                tx.job(actions::DELIVER, &Delivery { message })?;
            }
        }
        Ok(())
    })
    .await
}

/// Law 09-08, article 3: no longer than needed.
pub fn erase_old(tx: &mut Tx) -> Result<()> {
    let before = tx.today().plus_days(-rules::KEPT_DAYS).start();
    let erased = store::erase_before(tx, before)? + crate::incoming::erase_before(tx, before)?;
    if erased > 0 {
        tx.record("sending.erased", "outbox", &platform::json::json!({ "messages": erased }))?;
    }
    Ok(())
}
