//! `/desk/queue/sites/{site}`: the reception gives numbers; its head sees all counters and the figures of the day.

use super::{asked, choices, doors, id, kiosk, status, unkept, wait, waiting};
use crate::actions::{bookings, counters, hall, tickets};
use crate::model::{Channel, Priority, Ticket};
use crate::rules::estimate::quantile;
use crate::{MANAGE, SERVE, store};
use kernel::{Id, Lang, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Fields, Json, Result, Tx, context};

struct Shown {
    hall: hall::Hall,
    aside: Vec<Ticket>,
    /// By matter: how many were served today, and the middle of their waits in seconds.
    today: Vec<(String, usize, i64)>,
}

fn load(rx: &mut Tx, site: &Id) -> Result<Shown> {
    appointments::must_reach(rx, SERVE, site)?;
    let hall = hall::load(rx, site)?;
    let day = rx.today();
    let mut today = Vec::new();
    for line in &hall.lines {
        let waits = store::figures::waits(rx, site.as_str(), &line.matter.code, day)?;
        today.push((line.matter.code.clone(), waits.len(), quantile(&waits, 50)));
    }
    Ok(Shown { aside: store::tickets::aside(rx, site)?, hall, today })
}

pub async fn show(ctx: Ctx, Path(site): Path<String>) -> Answer {
    again(&ctx, id(&site)?, &Fields::default(), Vec::new()).await
}

async fn again(ctx: &Ctx, site: Id, typed: &Fields, errors: Vec<FieldError>) -> Answer {
    let shown = ctx.read(move |rx| load(rx, &site)).await?;
    unkept(ctx.page_with(status(&errors), "queue/reception.html", model(ctx, &shown, typed, errors)).await)
}

fn model(ctx: &Ctx, shown: &Shown, typed: &Fields, errors: Vec<FieldError>) -> Json {
    let hall = &shown.hall;
    let base = ctx.url(&format!("/desk/queue/sites/{}", hall.site.id));
    let longest = hall.waiting.iter().map(|ticket| ctx.now().secs_since(ticket.taken_at) / 60).max().unwrap_or(0);
    let priorities =
        Priority::ALL.iter().map(|why| context! { value => why, label => ctx.text(&format!("queue-priority-{why}"), &[]) });
    let langs = Lang::ALL
        .iter()
        .map(|lang| context! { value => lang.code(), label => ctx.text(&format!("queue-lang-{}", lang.code()), &[]) });
    context! {
        site => hall.site.name, doors => doors(ctx, hall), errors => errors, base => base, matters => choices(ctx, hall, hall::Line::may_take),
        priorities => priorities.collect::<Vec<_>>(), langs => langs.collect::<Vec<_>>(), outages => outages::banner(ctx, &hall.down),
        typed => context! { matter => typed.get("matter"), priority => typed.get("priority"), phone => typed.get("phone"), code => typed.get("code"), lang => typed.opt("lang").unwrap_or(ctx.lang.code()) },
        waiting => waiting(ctx, hall.waiting.len()), count => hall.waiting.len(), longest => longest, open => hall.served.len(),
        lines => hall.lines.iter().map(|line| line_row(ctx, shown, line)).collect::<Vec<_>>(), next => hall.waiting.iter().take(12).map(|ticket| next_row(ctx, hall, ticket)).collect::<Vec<_>>(),
        posts => hall.served.iter().map(|served| post(ctx, hall, served)).collect::<Vec<_>>(),
        aside => shown.aside.iter().map(|ticket| context! { name => ticket.name(), url => ctx.url(&format!("/desk/queue/tickets/{}/back", ticket.id)), at => ticket.ended_at.map(format::hour) }).collect::<Vec<_>>(),
        board => ctx.url(&format!("/queue/{}?screen=1", hall.site.id)), kiosk => ctx.url(&format!("/queue/{}/take", hall.site.id)), counter => ctx.url("/desk/queue"),
    }
}

fn line_row(ctx: &Ctx, shown: &Shown, line: &hall::Line) -> Json {
    let figures = shown.today.iter().find(|(code, _, _)| *code == line.matter.code);
    context! {
        letter => line.letter, name => line.matter.name, waiting => line.waiting, wait => wait(ctx, line.estimate), stopped => line.stopped,
        served => figures.map_or(0, |(_, served, _)| *served), median => figures.filter(|(_, served, _)| *served > 0).map(|(_, _, secs)| (secs + 30) / 60),
    }
}

fn next_row(ctx: &Ctx, hall: &hall::Hall, ticket: &Ticket) -> Json {
    context! {
        name => ticket.name(), matter => hall.line(&ticket.matter).map(|line| &line.matter.name), minutes => ctx.now().secs_since(ticket.taken_at) / 60,
        priority => ticket.priority.map(|why| ctx.text(&format!("queue-priority-{why}"), &[])), booked => ticket.booked_at.map(format::hour),
    }
}

fn post(ctx: &Ctx, hall: &hall::Hall, served: &hall::Served) -> Json {
    let standing = hall.called.iter().find(|ticket| ticket.post.as_ref() == Some(&served.post.id));
    context! {
        label => served.label, ticket => standing.map(Ticket::name), since => standing.and_then(|ticket| ticket.called_at).map(format::hour),
        paused => served.post.paused.map(|(at, why)| ctx.text("queue-paused-since", &[("why", &ctx.text(&format!("queue-pause-{why}"), &[])), ("time", &format::hour(at))])),
        close => ctx.may(MANAGE).then(|| ctx.url(&format!("/desk/queue/posts/{}/close", served.post.id))),
    }
}

pub async fn take(ctx: Ctx, Path(site): Path<String>, fields: Fields) -> Answer {
    let site = id(&site)?;
    let done = match asked(&ctx, &site, Channel::Reception, &fields) {
        Ok(new) => {
            let at = site.clone();
            let body = move |tx: &mut Tx| {
                appointments::must_reach(tx, SERVE, &at)?;
                tickets::take(tx, new.clone())
            };
            ctx.write(body).await
        }
        Err(problem) => Err(problem),
    };
    match done {
        Ok(ticket) => ctx.go(&format!("/desk/queue/tickets/{}", ticket.id)),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(&ctx, site, &fields, errors).await
        }
    }
}

/// Whoever has an appointment shows its code.
pub async fn arrive(ctx: Ctx, Path(site): Path<String>, fields: Fields) -> Answer {
    let site = id(&site)?;
    let (at, code) = (site.clone(), fields.get("code").to_owned());
    let body = move |tx: &mut Tx| {
        appointments::must_reach(tx, SERVE, &at)?;
        bookings::check_in(tx, &at, &code)
    };
    match ctx.write(body).await {
        Ok(ticket) => ctx.go(&format!("/desk/queue/tickets/{}", ticket.id)),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(&ctx, site, &fields, errors).await
        }
    }
}

/// The number on paper, in the language of who waits.
pub async fn slip(ctx: Ctx, Path(ticket): Path<String>) -> Answer {
    let ticket = id(&ticket)?;
    let (ticket, hall) = ctx
        .read(move |rx| {
            let ticket = store::tickets::find(rx, &ticket)?;
            appointments::must_reach(rx, SERVE, &ticket.site)?;
            Ok((ticket.clone(), hall::load(rx, &ticket.site)?))
        })
        .await?;
    let theirs = ctx.speaking(ticket.lang);
    let model = context! { slip => kiosk::paper(&theirs, &hall, &ticket)?, back => ctx.url(&format!("/desk/queue/sites/{}", ticket.site)) };
    unkept(ctx.page("queue/slip.html", model).await)
}

pub async fn back(ctx: Ctx, Path(ticket): Path<String>) -> Answer {
    let ticket = id(&ticket)?;
    let asked = ticket.clone();
    let found = ctx.read(move |rx| store::tickets::find(rx, &asked)).await?;
    let (site, code, at) = (found.site.clone(), found.code, found.site);
    let body = move |tx: &mut Tx| {
        appointments::must_reach(tx, SERVE, &at)?;
        tickets::come_back(tx, &code)
    };
    match ctx.write(body).await {
        Ok(()) => ctx.go_saying(&format!("/desk/queue/sites/{site}"), "queue-said-back-desk"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            again(&ctx, site, &Fields::default(), errors).await
        }
    }
}

pub async fn close(ctx: Ctx, Path(post): Path<String>) -> Answer {
    let post = id(&post)?;
    let site = ctx
        .write(move |tx| {
            let site = store::posts::find(tx, &post)?.site;
            counters::close_of(tx, &post)?;
            Ok(site)
        })
        .await?;
    ctx.go_saying(&format!("/desk/queue/sites/{site}"), "queue-said-closed")
}
