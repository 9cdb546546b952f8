//! Orders and tries to pay as data, by the same actions as the pages.

use super::shapes::{Begun, FormField, Intent, Line, Order};
use crate::actions;
use crate::pages::order::{Shown, found, to_bank};
use kernel::{Id, Refusal};
use platform::web::{HeaderMap, Path};
use platform::{Allowance, Answer, Ctx, Problem};

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let shown = found(&ctx, &code).await?;
    ctx.json(told(&ctx, &shown))
}

pub async fn intent(ctx: Ctx, Path((code, id)): Path<(String, String)>) -> Answer {
    let shown = found(&ctx, &code).await?;
    let intent = shown.intents.iter().find(|intent| intent.id.as_str() == id).ok_or(Problem::NotFound)?;
    ctx.json(one(intent))
}

/// The client's own key makes a repeat harmless.
pub async fn begin(ctx: Ctx, headers: HeaderMap, Path(code): Path<String>) -> Answer {
    let key = headers.get("idempotency-key").and_then(|text| text.to_str().ok());
    let key = key.and_then(|text| Id::parse(text.trim().trim_matches('"')));
    let key = key.ok_or_else(|| Refusal::new("platform-not-an-id").at("Idempotency-Key"))?;
    let code = found(&ctx, &code).await?.order.code;
    ctx.take(Allowance::Deposit)?;
    let of = code.clone();
    let intent = ctx.write_as_house(move |tx| actions::go(tx, &key, &of)).await?;
    let shown = found(&ctx, &code).await?;
    let way = if intent.state.is_alive() { to_bank(&ctx, &shown).await? } else { None };
    let (action, fields) = way.map_or((None, Vec::new()), |(action, fields)| (Some(action), fields));
    let field = |(name, value): (String, String)| FormField { name, value };
    ctx.json(Begun { intent: one(&intent), action, fields: fields.into_iter().map(field).collect() })
}

fn one(intent: &payments::Intent) -> Intent {
    Intent {
        id: intent.id.to_string(),
        provider: intent.provider.to_string(),
        state: intent.state.to_string(),
        finished: !intent.state.is_alive(),
        amount: intent.amount.0,
        reason: intent.reason.map(|reason| reason.to_string()),
        created_at: intent.created_at.to_string(),
        ended_at: intent.ended_at.map(|at| at.to_string()),
    }
}

fn told(ctx: &Ctx, shown: &Shown) -> Order {
    let order = &shown.order;
    let line = |line: &payments::Line| Line { label: line.label.clone(), amount: line.amount.0 };
    let card = shown.takes_cards().then(|| "card".to_owned());
    Order {
        code: order.code.clone(),
        number: order.number(),
        file: order.reference.clone(),
        state: order.state.to_string(),
        amount: order.amount.0,
        currency: "MAD".into(),
        lines: order.lines.iter().map(line).collect(),
        made_at: order.made_at.to_string(),
        providers: std::iter::once("cash".to_owned()).chain(card).collect(),
        intents: shown.intents.iter().map(one).collect(),
        receipt: shown.paid.as_ref().map(payments::Paid::written),
        page: ctx.full_url(&ctx.url(&format!("/pay/{}", order.code))),
    }
}
