//! The page of a ticket: how many are before, an honest range, and the freedom to go.

use super::{before, doors, phone, qr, status, unkept, wait};
use crate::actions::{bookings, hall, tickets};
use crate::model::{State, Ticket};
use crate::rules;
use crate::store;
use kernel::{Id, Refusal, format};
use platform::web::{FieldError, Path};
use platform::{Allowance, Answer, Ctx, Fields, Json, PanelModel, Problem, Result, Tx, context};

const RELOAD_SECS: i64 = 20;

/// Wrong codes are counted, so that nobody tries them all.
async fn guarded<T: Send + 'static>(ctx: &Ctx, found: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
    ctx.left(Allowance::Code)?;
    let found = found().await;
    if matches!(found, Err(Problem::NotFound)) {
        ctx.take(Allowance::Code)?;
    }
    found
}

struct Shown {
    ticket: Ticket,
    hall: hall::Hall,
    phone: Option<String>,
}

fn load(rx: &mut Tx, code: &str) -> Result<Shown> {
    let ticket = tickets::by_code(rx, code)?;
    let phone = store::tickets::phone(rx, &ticket)?.map(|phone| phone.masked());
    Ok(Shown { hall: hall::load(rx, &ticket.site)?, phone, ticket })
}

pub async fn ask(ctx: Ctx) -> Answer {
    ask_again(&ctx, "", Vec::new()).await
}

async fn ask_again(ctx: &Ctx, code: &str, errors: Vec<FieldError>) -> Answer {
    let model = context! { action => ctx.url("/queue/tickets"), code => code, errors => errors, back => ctx.url("/queue") };
    ctx.page_with(status(&errors), "queue/ask.html", model).await
}

pub async fn find(ctx: Ctx, fields: Fields) -> Answer {
    let typed = fields.get("code").to_owned();
    let asked = typed.clone();
    let found = guarded(&ctx, async || ctx.read(move |rx| tickets::by_code(rx, &asked)).await).await;
    match found {
        Ok(ticket) => ctx.go(&format!("/queue/tickets/{}", ticket.code)),
        Err(Problem::NotFound) => {
            let refusal = Refusal::new("queue-code-unknown").at("code");
            ask_again(&ctx, &typed, ctx.errors(refusal.into())?).await
        }
        Err(other) => Err(other.into()),
    }
}

pub async fn show(ctx: Ctx, Path(code): Path<String>) -> Answer {
    again(&ctx, &code, &Fields::default(), Vec::new()).await
}

async fn again(ctx: &Ctx, code: &str, typed: &Fields, errors: Vec<FieldError>) -> Answer {
    let asked = code.to_owned();
    let shown = guarded(ctx, async || ctx.read(move |rx| load(rx, &asked)).await).await?;
    unkept(ctx.page_with(status(&errors), "queue/ticket.html", model(ctx, &shown, typed, errors)?).await)
}

fn model(ctx: &Ctx, shown: &Shown, typed: &Fields, errors: Vec<FieldError>) -> Result<Json> {
    let Shown { ticket, hall, phone } = shown;
    let base = ctx.url(&format!("/queue/tickets/{}", ticket.code));
    let waits = ticket.state == State::Waiting && ticket.day == ctx.today();
    let concerned: Vec<outages::Down> =
        hall.down.iter().filter(|down| down.outage.concerns(ticket.site.as_str(), &ticket.matter)).cloned().collect();
    Ok(context! {
        name => ticket.name(), code => ticket.code, state => ticket.state, site => hall.site.name, address => hall.site.address,
        matter => hall.line(&ticket.matter).map(|line| &line.matter.name), counter => hall.counter_label(ticket.counter.as_ref()),
        before => waits.then(|| before(ctx, hall.before(ticket))), wait => waits.then(|| wait(ctx, hall.estimate(ticket))),
        outages => outages::banner(ctx, &concerned), taken => format::hour(ticket.taken_at), doors => doors(ctx, hall), at => format::hour(ctx.now()),
        until => ticket.ended_at.filter(|_| ticket.state == State::Aside).map(|at| format::hour(at.plus_minutes(rules::BACK_MINUTES))),
        live => ticket.state.is_live() && ticket.day == ctx.today(), phone => phone, typed => typed.get("phone"), near => rules::NEAR,
        errors => errors, base => base, board => ctx.url(&format!("/queue/{}", ticket.site)), page => ctx.url(&base), reload => RELOAD_SECS, offset => super::offset(ctx), qr => qr(&ctx.full_url(&base))?,
    })
}

pub async fn phone_left(ctx: Ctx, Path(code): Path<String>, fields: Fields) -> Answer {
    let (asked, lang) = (code.clone(), ctx.lang);
    let done = match phone(&fields) {
        Ok(phone) => {
            ctx.take(Allowance::Deposit)?;
            let act = move |tx: &mut Tx| tickets::leave_phone(tx, &asked, phone.clone(), lang);
            guarded(&ctx, async || ctx.write(act).await).await
        }
        Err(refusal) => Err(refusal.into()),
    };
    let said = if fields.opt("phone").is_some() { "queue-said-phone" } else { "queue-said-phone-gone" };
    finish(&ctx, &code, done, &fields, said).await
}

/// A page asks before a place is given back: whoever only opened a link has lost nothing.
pub async fn return_page(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let asked = code.clone();
    let ticket = guarded(&ctx, async || ctx.read(move |rx| tickets::by_code(rx, &asked)).await).await?;
    let base = ctx.url(&format!("/queue/tickets/{}", ticket.code));
    unkept(ctx.page("queue/return.html", context! { name => ticket.name(), base => base, live => ticket.state.is_live() }).await)
}

pub async fn give_back(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let asked = code.clone();
    let done = guarded(&ctx, async || ctx.write(move |tx| tickets::give_back(tx, &asked)).await).await;
    finish(&ctx, &code, done, &Fields::default(), "queue-said-returned").await
}

pub async fn come_back(ctx: Ctx, Path(code): Path<String>) -> Answer {
    let asked = code.clone();
    let done = guarded(&ctx, async || ctx.write(move |tx| tickets::come_back(tx, &asked)).await).await;
    finish(&ctx, &code, done, &Fields::default(), "queue-said-back").await
}

/// "I have arrived", on the page of an appointment near its hour; the ticket, once there is one.
pub fn panel(tx: &mut Tx, booking: &Id) -> Result<Option<PanelModel>> {
    let (booking, ticket) = (appointments::find(tx, booking)?, store::tickets::of_booking(tx, booking)?);
    let live = ticket.filter(|ticket| ticket.state.is_live()).map(|ticket| (ticket.name(), ticket.code));
    if live.is_none() && !bookings::may_arrive(&booking, tx.now()) {
        return Ok(None);
    }
    let token = appointments::token(tx, &booking.code)?;
    Ok(Some(Box::new(move |ctx| {
        let ticket =
            live.as_ref().map(|(name, code)| context! { name => name, url => ctx.url(&format!("/queue/tickets/{code}")) });
        context! { ticket => ticket, action => ctx.url(&format!("/queue/arrivals/{token}")) }
    })))
}

pub async fn arrive(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let found = guarded(&ctx, async || ctx.write_as_house(move |tx| bookings::check_in_by_link(tx, &token)).await).await?;
    ctx.go(&format!("/queue/tickets/{}", found.code))
}

async fn finish(ctx: &Ctx, code: &str, done: Result<()>, typed: &Fields, said: &str) -> Answer {
    match done {
        Ok(()) => ctx.go_saying(&format!("/queue/tickets/{code}"), said),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(ctx, code, typed, errors).await
        }
    }
}
