//! The practice bank's page: choose a card, see what it does, go back to the commune.

use crate::actions;
use crate::calls::only_in_demo;
use crate::model::{Card, Payment, State};
use crate::store;
use kernel::{Id, format};
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, context};

pub async fn show(ctx: Ctx, Path(oid): Path<String>) -> Answer {
    only_in_demo(&ctx)?;
    let oid = Id::parse(&oid).ok_or(Problem::NotFound)?;
    let payment = ctx.read(move |rx| store::find(rx, &oid)).await?;
    ctx.page("simulator/pay.html", model(&ctx, &payment)).await
}

pub async fn pay(ctx: Ctx, Path(oid): Path<String>, fields: Fields) -> Answer {
    only_in_demo(&ctx)?;
    let oid = Id::parse(&oid).ok_or(Problem::NotFound)?;
    let card = Card::parse(fields.get("card")).ok_or(Problem::NotFound)?;
    let payment = ctx.write_as_house(move |tx| actions::pay(tx, &oid, card)).await?;
    ctx.page("simulator/pay.html", model(&ctx, &payment)).await
}

fn model(ctx: &Ctx, payment: &Payment) -> Json {
    let card = |card: &Card| {
        context! { value => card, label => ctx.text(&format!("simulator-card-{card}"), &[]), hint => format!("\u{2066}{}\u{2069}", card.number()) }
    };
    let chosen = payment.state != State::Open;
    context! {
        sum => format::money(payment.amount, ctx.lang), cards => Card::ALL.iter().map(card).collect::<Vec<_>>(), chosen => chosen, state => payment.state,
        action => ctx.url(&format!("/simulator/pay/{}", payment.oid)), back => payment.back, oid => payment.oid,
    }
}

pub fn sample(open: bool) -> Json {
    let card = context! { value => "paid", label => "Payée", hint => "9999 0000 0000 0001" };
    context! { sum => "200,00 DH", cards => vec![card], chosen => !open, state => if open { "open" } else { "held" }, action => "/simulator/pay/x", back => "/pay/return/fr/x", oid => "x" }
}
