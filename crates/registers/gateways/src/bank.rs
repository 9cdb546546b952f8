//! The way out to a gateway: questions and orders over HTTP, answers within limits.

use crate::est::{self, Asker};
use crate::model::{Kind, Settings, Standing};
use kernel::{Id, Money};
use platform::web::encode;
use platform::{Ctx, Problem, Result};
use std::time::Duration;

const PATIENCE: Duration = Duration::from_secs(15);
const ANSWER_MOST: u64 = 64_000;

/// Where the browser goes, and where we ask. The practice gateway lives in this program.
pub fn addresses(ctx: &Ctx, settings: &Settings) -> Option<(String, String)> {
    match settings.kind {
        Kind::None => None,
        Kind::Est => Some((settings.pay_url.clone(), settings.api_url.clone())),
        Kind::Simulated if !ctx.app().config().demo => None,
        Kind::Simulated => {
            let here = |path: &str| ctx.full_url(&ctx.bare_url(path));
            Some((here("/simulator/pay"), here("/simulator/api")))
        }
    }
}

/// Where a payment stands, in the gateway's own word.
///
/// # Errors
/// `Unavailable` when the gateway does not answer, or not in its tongue.
pub async fn standing(ctx: &Ctx, settings: &Settings, intent: &Id) -> Result<Standing> {
    let answer = asked(ctx, settings, |asker| est::question(asker, intent)).await?;
    est::standing(&answer).ok_or_else(|| Problem::Unavailable("the gateway's answer cannot be read".into()))
}

/// Orders money to be given back; the inner error holds the bank's words when it would not.
///
/// # Errors
/// `Unavailable`, as above.
pub async fn credit(ctx: &Ctx, settings: &Settings, intent: &Id, refund: &Id, amount: Money) -> Result<Result<(), String>> {
    let answer = asked(ctx, settings, |asker| est::credit(asker, intent, refund, amount)).await?;
    est::credited(&answer).ok_or_else(|| Problem::Unavailable("the gateway's answer cannot be read".into()))
}

async fn asked(ctx: &Ctx, settings: &Settings, write: impl FnOnce(&Asker) -> String) -> Result<String> {
    let (_, api) = addresses(ctx, settings).ok_or_else(|| Problem::Unavailable("no gateway".into()))?;
    let asker = Asker { merchant: &settings.merchant, account: &settings.account, password: &settings.password };
    let body = format!("DATA={}", encode(&write(&asker)));
    let done = tokio::task::spawn_blocking(move || call(&api, &body)).await;
    done.map_err(Problem::internal)?.map_err(|error| Problem::Unavailable(format!("gateway: {error}")))
}

fn call(api: &str, body: &str) -> std::result::Result<String, ureq::Error> {
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).max_redirects(0).build().into();
    let mut answer = agent.post(api).header("content-type", "application/x-www-form-urlencoded").send(body)?;
    answer.body_mut().with_config().limit(ANSWER_MOST).read_to_string()
}
