//! Cancel, move, speak by telephone instead, take what is offered: each a form of its own, never a link.

use super::{choose, opened, shown};
use crate::actions::free::{self, Asked};
use crate::actions::{change, policy, wait};
use crate::model::{Booking, FreeDay, Slot};
use kernel::{Day, Refusal};
use platform::json::json;
use platform::web::Path;
use platform::{Answer, Ctx, Fields, Json, Problem, Result};
use sites::Site;

const SURE: &str = "appointments/cancel.html";
const MOVE: &str = "appointments/move.html";
const NEAREST: usize = 8;

pub async fn sure(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let booking = opened(&ctx, &token).await?;
    let whole = ctx.read(move |rx| shown::whole(rx, booking.clone())).await?;
    ctx.page(SURE, json!({ "one": shown::one(&ctx, &whole), "errors": [] })).await
}

pub async fn cancel(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let booking = opened(&ctx, &token).await?;
    let id = booking.id.clone();
    match ctx.write(move |tx| change::cancel(tx, &id, "person")).await {
        Ok(()) => ctx.go_saying(&format!("/appointments/{token}"), "appointments-cancelled"),
        Err(problem) => {
            let whole = ctx.read(move |rx| shown::whole(rx, booking.clone())).await?;
            ctx.form_again(problem, SURE, |errors| json!({ "one": shown::one(&ctx, &whole), "errors": errors })).await
        }
    }
}

/// Where and when else.
pub struct Times {
    pub whole: shown::Whole,
    pub days: Vec<FreeDay>,
    pub slots: Vec<Slot>,
    pub nearest: Vec<Slot>,
    pub sites: Vec<Site>,
    pub day: Option<Day>,
}

async fn view(ctx: &Ctx, booking: Booking, day: Option<Day>, wished: Option<kernel::Moment>) -> Result<Times> {
    ctx.read(move |rx| {
        let whole = shown::whole(rx, booking.clone())?;
        let asked = Asked::of(&whole.matter, None, booking.people);
        let (today, last) = (rx.today(), rx.today().plus_days(policy(rx)?.days_ahead));
        let days = free::days(rx, &asked, today, last)?;
        let slots = match day.filter(|day| (today..=last).contains(day)) {
            Some(day) => free::slots(rx, &asked, day)?,
            None => Vec::new(),
        };
        let nearest = match wished {
            Some(wished) => free::nearest(rx, &asked, wished, NEAREST)?,
            None => Vec::new(),
        };
        Ok(Times { sites: sites::all(rx)?, whole, days, slots, nearest, day })
    })
    .await
}

pub fn model(ctx: &Ctx, view: &Times, errors: Json) -> Json {
    json!({
        "one": shown::one(ctx, &view.whole), "weeks": shown::weeks(ctx, &view.days, view.day), "iso": view.day,
        "times": shown::times(ctx, &view.slots, &view.sites, false), "nearest": shown::times(ctx, &view.nearest, &view.sites, true),
        "errors": errors,
    })
}

pub async fn times(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let booking = opened(&ctx, &token).await?;
    let view = view(&ctx, booking, Day::parse(ctx.query().get("day")), None).await?;
    ctx.page(MOVE, model(&ctx, &view, json!([]))).await
}

pub async fn move_to(ctx: Ctx, Path(token): Path<String>, fields: Fields) -> Answer {
    let booking = opened(&ctx, &token).await?;
    // Each change is a message.
    ctx.take(platform::Allowance::Deposit)?;
    let chosen = choose::slot(fields.get("start"));
    let id = booking.id.clone();
    let moved = match chosen.clone() {
        Some((site, starts)) => ctx.write(move |tx| change::move_to(tx, &id, Some(&site), starts, "person")).await,
        None => Err(Refusal::new("appointments-time-missing").at("start").into()),
    };
    match moved {
        Ok(()) => ctx.go_saying(&format!("/appointments/{token}"), "appointments-moved"),
        Err(problem) => {
            let wished = chosen.map(|(_, starts)| starts);
            let view = view(&ctx, booking, wished.map(kernel::Moment::day), wished).await?;
            ctx.form_again(problem, MOVE, |errors| model(&ctx, &view, json!(errors))).await
        }
    }
}

pub async fn by_phone(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let booking = opened(&ctx, &token).await?;
    ctx.write(move |tx| change::by_phone(tx, &booking.id)).await?;
    ctx.go_saying(&format!("/appointments/{token}"), "appointments-by-phone")
}

pub async fn accept(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let booking = opened(&ctx, &token).await?;
    match ctx.write(move |tx| wait::accept(tx, &booking.id)).await {
        Ok(()) => ctx.go_saying(&format!("/appointments/{token}"), "appointments-booked"),
        Err(Problem::Conflict(_)) => ctx.go_saying(&format!("/appointments/{token}"), "appointments-offer-over"),
        Err(other) => Err(other.into()),
    }
}
