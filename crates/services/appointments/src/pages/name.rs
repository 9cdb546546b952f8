//! A name and a code: the hold becomes a booking.

use super::{booking, choose, opened};
use crate::actions::confirm::{self, Outcome};
use crate::actions::hold as holding;
use crate::rules;
use kernel::{Id, Refusal};
use platform::access::Side;
use platform::web::Path;
use platform::{Allowance, Answer, Ctx, Fields, Problem};

/// The person of a citizen's account.
pub fn citizen(ctx: &Ctx) -> Option<Id> {
    ctx.session().filter(|session| session.side == Side::Citizen).map(|session| session.person.clone())
}

pub async fn details(ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Answer {
    let held = opened(&ctx, &token).await?;
    ctx.take(Allowance::Deposit)?;
    let matter = held.matter.clone();
    let matter = ctx.read(move |rx| sites::matter(rx, &matter)).await?;
    let bound = match rules::bound(fields.get("name"), fields.get("phone"), fields.get("cin"), matter.identity) {
        Ok(bound) => bound,
        Err(wrong) => return booking::name_again(&ctx, held, Problem::Invalid(wrong), fields).await,
    };
    let starts = choose::slot(fields.get("start")).map(|(_, starts)| starts);
    let (id, person) = (held.id.clone(), citizen(&ctx));
    let done = ctx
        .write(move |tx| {
            // A telephone that the account has confirmed needs no second code.
            let known = match &person {
                Some(person) => people::confirmed(tx, person)?.contains(&sending::To::Phone(bound.phone.clone())),
                None => false,
            };
            if known {
                confirm::without_code(tx, &id, &bound, person.as_ref(), starts)
            } else {
                confirm::details(tx, &id, &bound, person.as_ref(), starts)
            }
        })
        .await;
    match done {
        Ok(()) => ctx.go(&format!("/appointments/{token}")),
        Err(problem) => booking::name_again(&ctx, held, problem, fields).await,
    }
}

pub async fn again(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let held = opened(&ctx, &token).await?;
    ctx.take(Allowance::Deposit)?;
    let id = held.id.clone();
    match ctx.write(move |tx| confirm::again(tx, &id)).await {
        Ok(()) => ctx.go_saying(&format!("/appointments/{token}"), "appointments-code-sent"),
        Err(problem) => booking::code_again(&ctx, held, problem).await,
    }
}

pub async fn confirm(ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Answer {
    let held = opened(&ctx, &token).await?;
    let (id, typed, waits) = (held.id.clone(), fields.get("code").to_owned(), held.place.is_none());
    let refusal = match ctx.write(move |tx| confirm::confirm(tx, &id, &typed)).await {
        Ok(Outcome::Booked) => {
            let said = if waits { "appointments-waits" } else { "appointments-booked" };
            return ctx.go_saying(&format!("/appointments/{token}"), said);
        }
        Ok(Outcome::Wrong { left }) => Refusal::new("appointments-code-wrong").with("left", left).at("code").into(),
        Ok(Outcome::Spent) => Refusal::new("appointments-code-spent").at("code").into(),
        Err(problem) => problem,
    };
    booking::code_again(&ctx, held, refusal).await
}

pub async fn let_go(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let held = opened(&ctx, &token).await?;
    ctx.write(move |tx| holding::let_go(tx, &held)).await?;
    ctx.go_saying("/appointments", "appointments-let-go")
}
