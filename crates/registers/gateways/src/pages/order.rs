//! An order of payment for whoever holds its code: what is owed, by card or at the cash desk, and the truth about a try to pay.

use crate::model::{Kind, Settings};
use crate::{actions, bank, est, rules, store};
use kernel::{Id, PublicCode, format};
use payments::{Failure, Intent, IntentState, Order, OrderState, Paid, RefundState};
use platform::web::{IntoResponse, Path, StatusCode, encode, form_policy};
use platform::{Allowance, Answer, Ctx, Json, PanelModel, Problem, Result, Tx, context};

/// An order with its tries to pay, and what may be done about it.
pub struct Shown {
    pub order: Order,
    pub intents: Vec<Intent>,
    /// The receipt that paid it.
    pub paid: Option<Paid>,
    /// The order that took its place.
    pub next: Option<Order>,
    /// Something that was paid too much is being given back.
    pub back: bool,
    pub settings: Settings,
    pub key: Id,
}

impl Shown {
    /// The try that is under way.
    fn alive(&self) -> Option<&Intent> {
        self.intents.iter().find(|intent| intent.state.is_alive())
    }

    fn is_doubted(&self) -> bool {
        self.intents.iter().any(Intent::is_doubted)
    }

    pub fn takes_cards(&self) -> bool {
        self.order.state == OrderState::Open && self.settings.kind != Kind::None && !self.is_doubted()
    }
}

/// What a code names. Guessing codes is slow.
///
/// # Errors
/// `NotFound`, and `Busy` for who guessed too often.
pub async fn found(ctx: &Ctx, code: &str) -> Result<Shown> {
    ctx.left(Allowance::Code)?;
    let asked = PublicCode::parse(code).map(|code| code.as_str().to_owned());
    let shown = match asked {
        Some(code) => ctx.read(move |rx| load(rx, &code)).await,
        None => Err(Problem::NotFound),
    };
    if matches!(shown, Err(Problem::NotFound)) {
        ctx.take(Allowance::Code)?;
    }
    shown
}

fn load(rx: &mut Tx, code: &str) -> Result<Shown> {
    let order = payments::order_by_code(rx, code)?.ok_or(Problem::NotFound)?;
    let intents = payments::intents_of(rx, &order.id)?;
    let paid = order.receipt.as_ref().map(|id| payments::receipt(rx, id)).transpose()?;
    let standing = payments::order_of(rx, &order.subject)?.filter(|next| next.id != order.id);
    let next = standing.filter(|next| order.state == OrderState::Cancelled && next.state == OrderState::Open);
    let ours = |id: &Option<Id>| intents.iter().any(|intent| id.as_ref() == Some(&intent.id));
    let waits = |refund: &payments::Refund| refund.state != RefundState::Paid && ours(&refund.intent);
    let back = payments::refunds_of(rx, &order.subject)?.iter().any(waits);
    Ok(Shown { settings: store::settings(rx)?, key: rx.new_id(), order, intents, paid, next, back })
}

/// The page on which a code is typed; with one it goes on to the order.
pub async fn find(ctx: Ctx) -> Answer {
    let Some(typed) = ctx.query().opt("code").map(str::to_owned) else {
        return ctx.page("gateways/find.html", context! { typed => "", wrong => None::<&str> }).await;
    };
    match found(&ctx, &typed).await {
        Ok(shown) => ctx.go(&format!("/pay/{}", shown.order.code)),
        Err(Problem::NotFound) => {
            let model = context! { typed => typed, wrong => ctx.text("gateways-no-such-order", &[]) };
            ctx.page_with(StatusCode::NOT_FOUND, "gateways/find.html", model).await
        }
        Err(problem) => Err(problem.into()),
    }
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let shown = found(&ctx, &code).await?;
    let model = model(&ctx, &shown);
    ctx.page("gateways/order.html", model).await
}

/// What the page says first: the truth about the last try, and what to do now.
fn stage(ctx: &Ctx, shown: &Shown) -> &'static str {
    let last = shown.intents.iter().rev().find(|intent| intent.provider == payments::Provider::Card);
    match (shown.order.state, shown.alive(), last.and_then(|intent| intent.reason)) {
        (OrderState::Paid, ..) => "paid",
        (OrderState::Cancelled, ..) => "cancelled",
        _ if shown.is_doubted() => "doubted",
        (_, Some(alive), _) if alive.state == IntentState::Submitted || ctx.query().ticked("back") => "waiting",
        (_, Some(_), _) => "begun",
        (_, None, Some(Failure::Declined)) => "declined",
        (_, None, Some(Failure::Expired)) => "expired",
        _ => "open",
    }
}

fn model(ctx: &Ctx, shown: &Shown) -> Json {
    let Shown { order, settings, .. } = shown;
    let base = format!("/pay/{}", order.code);
    let line = |line: &payments::Line| context! { label => line.label, amount => format::money(line.amount, ctx.lang) };
    context! {
        stage => stage(ctx, shown), code => order.code, number => order.number(), reference => order.reference, state => order.state,
        made => format::long_day(order.made_at.day(), ctx.lang), sum => format::money(order.amount, ctx.lang), lines => order.lines.iter().map(line).collect::<Vec<_>>(),
        begun => shown.alive().map(|alive| format::hour(alive.created_at)), card => shown.takes_cards().then(|| ctx.url(&format!("{base}/card"))), key => shown.key,
        again => ctx.url(&format!("{base}?back=1")), receipt => shown.paid.is_some().then(|| ctx.url(&format!("{base}/receipt"))),
        next => shown.next.as_ref().map(|next| context! { number => next.number(), url => ctx.url(&format!("/pay/{}", next.code)) }), back => shown.back,
        place => written(settings.place.text(ctx.lang)), hours => written(settings.hours.text(ctx.lang)),
    }
}

fn written(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Begins to pay by card, then shows the way to the bank. The same form again goes on with the same try.
pub async fn begin(ctx: Ctx, Path(code): Path<String>, fields: platform::Fields) -> Answer {
    let shown = found(&ctx, &code).await?;
    let code = shown.order.code;
    ctx.take(Allowance::Deposit)?;
    let (key, of) = (fields.id("key")?.unwrap_or(shown.key), code.clone());
    match ctx.write_as_house(move |tx| actions::go(tx, &key, &of)).await {
        Ok(_) => ctx.go(&format!("/pay/{code}/card")),
        // The page itself says why: it was paid, gave way, or is being looked at.
        Err(Problem::Refused(_) | Problem::Conflict(_)) => ctx.go(&format!("/pay/{code}")),
        Err(problem) => Err(problem.into()),
    }
}

/// The last page before the bank's: its button carries the signed order there. Only this page may send a form to the bank.
pub async fn go(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let shown = found(&ctx, &code).await?;
    let Some((action, fields)) = to_bank(&ctx, &shown).await? else { return ctx.go(&format!("/pay/{}", shown.order.code)) };
    let policy = form_policy(&rules::origin(&action).unwrap_or_default())?;
    let model = context! {
        action => action, fields => fields, sum => format::money(shown.order.amount, ctx.lang), number => shown.order.number(), demo => shown.settings.kind == Kind::Simulated,
        back => ctx.url(&format!("/pay/{}", shown.order.code)),
    };
    let page = ctx.page("gateways/go.html", model).await?;
    Ok(([("content-security-policy", policy)], page).into_response())
}

/// Where the browser goes with what, while a try to pay is under way.
pub async fn to_bank(ctx: &Ctx, shown: &Shown) -> Result<Option<(String, est::Fields)>> {
    let Some(alive) = shown.alive().filter(|_| shown.takes_cards()) else { return Ok(None) };
    let Some((action, _)) = bank::addresses(ctx, &shown.settings) else { return Ok(None) };
    let chance = ctx.read(|rx| Ok(platform::store::seal::hex(&rx.random::<12>()?))).await?;
    let full = |path: &str| ctx.full_url(&ctx.bare_url(path));
    let order = est::Order {
        merchant: &shown.settings.merchant,
        intent: &alive.id,
        amount: alive.amount,
        lang: if ctx.lang == kernel::Lang::Zgh { "ar" } else { ctx.lang.code() },
        back: &full(&format!("/pay/return/{}/{}", ctx.lang.code(), encode(&shown.order.code))),
        callback: &full("/pay/callback/card"),
        chance: &chance,
    };
    Ok(Some((action, est::form(&order, &shown.settings.store_key))))
}

/// The receipt, for whoever holds the code of the order: what was paid and when, and never by whom.
pub async fn receipt(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let shown = found(&ctx, &code).await?;
    let paid = shown.paid.as_ref().ok_or(Problem::NotFound)?;
    let line = |line: &payments::Line| context! { label => line.label, amount => format::money(line.amount, ctx.lang) };
    let model = context! {
        number => paid.written(), reference => paid.reference, order => shown.order.number(), lines => shown.order.lines.iter().map(line).collect::<Vec<_>>(),
        sum => format::money(paid.amount, ctx.lang), in_words => kernel::spelled::dirhams(paid.amount, ctx.lang), method => ctx.text(&format!("payments-method-{}", paid.tender.method), &[]),
        at => format::moment(paid.paid_at, ctx.lang), back => ctx.url(&format!("/pay/{}", shown.order.code)),
    };
    ctx.page("gateways/receipt.html", model).await
}

/// On the page of the case: the way to pay, or to the receipt.
pub fn panel(tx: &mut Tx, subject: &Id) -> Result<Option<PanelModel>> {
    let Some(order) = payments::order_of(tx, subject)? else { return Ok(None) };
    if order.state == OrderState::Cancelled {
        return Ok(None);
    }
    let cards = store::settings(tx)?.kind != Kind::None;
    Ok(Some(Box::new(move |ctx: &Ctx| {
        context! {
            open => order.state == OrderState::Open, cards => cards, sum => format::money(order.amount, ctx.lang), pay => ctx.url(&format!("/pay/{}", order.code)),
            receipt => ctx.url(&format!("/pay/{}/receipt", order.code)),
        }
    })))
}
