//! `/desk/queue`: the page of an agent at a counter; one button for what comes next.

use super::{choices, id, status, unkept, waiting};
use crate::actions::{counters, hall};
use crate::model::{Outcome, Pause, Post, Ticket};
use crate::{rules, store};
use kernel::{Id, Refusal, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Json, Problem, Result, Tx, context};
use sites::{Counter, Site};

const PAGE: &str = "queue/counter.html";
const LIST: &str = "queue/open.html";

struct AtPost {
    post: Post,
    hall: hall::Hall,
    ticket: Option<Ticket>,
    served: Vec<String>,
}

fn load(rx: &mut Tx) -> Result<Option<AtPost>> {
    let Some(post) = counters::own(rx)? else { return Ok(None) };
    let (hall, ticket) = (hall::load(rx, &post.site)?, store::tickets::at_post(rx, &post.id)?);
    Ok(Some(AtPost { served: sites::served(rx, &post.counter)?, post, hall, ticket }))
}

pub async fn show(ctx: Ctx) -> Answer {
    again(&ctx, Vec::new()).await
}

async fn again(ctx: &Ctx, errors: Vec<FieldError>) -> Answer {
    match ctx.read(load).await? {
        Some(at) => unkept(ctx.page_with(status(&errors), PAGE, model(ctx, &at, errors)).await),
        None => choose(ctx, errors).await,
    }
}

/// No counter is open: which one?
async fn choose(ctx: &Ctx, errors: Vec<FieldError>) -> Answer {
    let all = ctx
        .read(|rx| {
            let mut all: Vec<(Site, Vec<(Counter, usize)>)> = Vec::new();
            for site in sites::all(rx)? {
                let taken = store::posts::at(rx, &site.id)?;
                let counters = sites::counters(rx, &site.id)?.into_iter();
                let sat = |counter: Counter| {
                    let count = taken.iter().filter(|post| post.counter == counter.id).count();
                    (counter, count)
                };
                all.push((site, counters.map(sat).collect()));
            }
            Ok(all)
        })
        .await?;
    let counter = |(counter, taken): &(Counter, usize)| {
        let full = i64::try_from(*taken).is_ok_and(|taken| taken >= counter.seats);
        context! { id => counter.id, label => counter.label, full => full, priority => counter.priority }
    };
    let site = |(site, counters): &(Site, Vec<(Counter, usize)>)| {
        context! {
            name => site.name, counters => counters.iter().map(counter).collect::<Vec<_>>(),
            reception => ctx.url(&format!("/desk/queue/sites/{}", site.id)), board => ctx.url(&format!("/queue/{}?screen=1", site.id)),
        }
    };
    let model =
        context! { sites => all.iter().map(site).collect::<Vec<_>>(), errors => errors, action => ctx.url("/desk/queue/open") };
    ctx.page_with(status(&errors), LIST, model).await
}

fn model(ctx: &Ctx, at: &AtPost, errors: Vec<FieldError>) -> Json {
    let AtPost { post, hall, ticket, served } = at;
    let mine = |line: &&hall::Line| served.contains(&line.matter.code);
    let row =
        |line: &hall::Line| context! { letter => line.letter, name => line.matter.name, waiting => waiting(ctx, line.waiting) };
    let pauses = Pause::ALL.iter().map(|why| context! { value => why, label => ctx.text(&format!("queue-pause-{why}"), &[]) });
    let outcomes =
        Outcome::ALL.iter().map(|one| context! { value => one, label => ctx.text(&format!("queue-outcome-{one}"), &[]) });
    let total = hall.waiting.iter().filter(|ticket| served.contains(&ticket.matter)).count();
    context! {
        site => hall.site.name, counter => hall.counter_label(Some(&post.counter)), errors => errors, base => ctx.url("/desk/queue"),
        paused => post.paused.map(|(at, why)| context! { since => format::hour(at), why => ctx.text(&format!("queue-pause-{why}"), &[]) }),
        ticket => ticket.as_ref().map(|ticket| shown(ctx, hall, ticket)), lines => hall.lines.iter().filter(mine).map(row).collect::<Vec<_>>(),
        total => total, waiting => waiting(ctx, total), pauses => pauses.collect::<Vec<_>>(), outcomes => outcomes.collect::<Vec<_>>(),
        elsewhere => ticket.as_ref().map(|ticket| choices(ctx, hall, |line| line.matter.code != ticket.matter)),
        outages => outages::banner(ctx, &hall.down), reception => ctx.url(&format!("/desk/queue/sites/{}", hall.site.id)),
        board => ctx.url(&format!("/queue/{}?screen=1", hall.site.id)),
    }
}

fn shown(ctx: &Ctx, hall: &hall::Hall, ticket: &Ticket) -> Json {
    context! {
        id => ticket.id, name => ticket.name(), state => ticket.state, matter => hall.line(&ticket.matter).map(|line| &line.matter.name),
        priority => ticket.priority.map(|why| ctx.text(&format!("queue-priority-{why}"), &[])), booked => ticket.booked_at.map(format::hour),
        calls => ticket.calls, may_set_aside => ticket.calls >= rules::CALLS, called => ticket.called_at.map(format::hour),
        base => ctx.url(&format!("/desk/queue/tickets/{}", ticket.id)),
    }
}

async fn finish(ctx: &Ctx, done: Result<()>) -> Answer {
    match done {
        Ok(()) => ctx.go("/desk/queue"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(ctx, errors).await
        }
    }
}

pub async fn open(ctx: Ctx, fields: Fields) -> Answer {
    let counter = id(fields.get("counter"))?;
    let done = ctx.write(move |tx| counters::open(tx, &counter).map(drop)).await;
    finish(&ctx, done).await
}

pub async fn close(ctx: Ctx) -> Answer {
    let done = ctx.write(counters::close).await;
    finish(&ctx, done).await
}

pub async fn pause(ctx: Ctx, fields: Fields) -> Answer {
    let done = match Pause::parse(fields.get("why")) {
        Some(why) => ctx.write(move |tx| counters::pause(tx, why)).await,
        None => Err(Refusal::new("queue-why-missing").at("why").into()),
    };
    finish(&ctx, done).await
}

pub async fn resume(ctx: Ctx) -> Answer {
    let done = ctx.write(counters::resume).await;
    finish(&ctx, done).await
}

pub async fn next(ctx: Ctx) -> Answer {
    match ctx.write(counters::next).await {
        Ok(None) => ctx.go_saying("/desk/queue", "queue-said-nobody"),
        other => finish(&ctx, other.map(drop)).await,
    }
}

/// An act on the ticket that the page names.
async fn act(ctx: &Ctx, ticket: &str, act: fn(&mut Tx, &Id) -> Result<()>) -> Answer {
    let ticket = id(ticket)?;
    let done = ctx.write(move |tx| act(tx, &ticket)).await;
    finish(ctx, done).await
}

pub async fn again_called(ctx: Ctx, Path(ticket): Path<String>) -> Answer {
    act(&ctx, &ticket, counters::again).await
}

pub async fn begin(ctx: Ctx, Path(ticket): Path<String>) -> Answer {
    act(&ctx, &ticket, counters::begin).await
}

pub async fn absent(ctx: Ctx, Path(ticket): Path<String>) -> Answer {
    act(&ctx, &ticket, counters::absent).await
}

/// Done, and with the same touch the next one.
pub async fn done(ctx: Ctx, Path(ticket): Path<String>, fields: Fields) -> Answer {
    let ticket = id(&ticket)?;
    let Some(outcome) = Outcome::parse(fields.get("outcome")) else { return Err(Problem::NotFound.into()) };
    let calls_next = fields.ticked("next");
    let body = move |tx: &mut Tx| {
        counters::done(tx, &ticket, outcome)?;
        if calls_next { counters::next(tx).map(drop) } else { Ok(()) }
    };
    finish(&ctx, ctx.write(body).await).await
}

pub async fn transfer(ctx: Ctx, Path(ticket): Path<String>, fields: Fields) -> Answer {
    let (ticket, matter) = (id(&ticket)?, fields.get("matter").to_owned());
    let done = ctx.write(move |tx| counters::transfer(tx, &ticket, &matter)).await;
    finish(&ctx, done).await
}
