//! The board on the wall and on the telephone, in two languages side by side; and the list of sites that have one.

use super::{beside, both, both_of, doors, wait};
use crate::actions::hall::{self, Hall, Line};
use crate::api;
use crate::model::{State, Ticket};
use crate::rules::{self, order};
use kernel::{Id, format};
use platform::web::{HeaderMap, Path};
use platform::{Answer, Ctx, Json, Problem, Result, context};
use sites::Site;

/// A screen asks again after so many seconds; without scripts the page comes again more slowly.
const EVERY_SECS: i64 = 5;
const RELOAD_SECS: i64 = 30;
/// So many calls fit on a wall.
const CALLS: usize = 6;

pub async fn sites(ctx: Ctx) -> Answer {
    let halls = ctx
        .read(|rx| {
            let all: Vec<Site> = sites::all(rx)?;
            all.iter().map(|site| hall::load(rx, &site.id)).collect::<Result<Vec<_>>>()
        })
        .await?;
    let row = |hall: &Hall| {
        context! {
            name => hall.site.name, address => hall.site.address, doors => doors(&ctx, hall), open => hall.closes.is_some(),
            waiting => super::waiting(&ctx, hall.waiting.len()), url => ctx.url(&format!("/queue/{}", hall.site.id)),
        }
    };
    ctx.page(
        "queue/sites.html",
        context! { rows => halls.iter().map(row).collect::<Vec<_>>(), ticket => ctx.url("/queue/tickets") },
    )
    .await
}

/// The page of a site; the same address with `.json` is for programs, with `?screen=1` for a wall.
pub async fn show(ctx: Ctx, Path(site): Path<String>, headers: HeaderMap) -> Answer {
    if let Some(site) = site.strip_suffix(".json") {
        return api::answer(&ctx, site, &headers).await;
    }
    let id = Id::parse(&site).ok_or(Problem::NotFound)?;
    let hall = ctx.read(move |rx| hall::load(rx, &id)).await?;
    let template = if ctx.query().ticked("screen") { "queue/screen.html" } else { "queue/board.html" };
    ctx.page(template, model(&ctx, &hall)).await
}

fn model(ctx: &Ctx, hall: &Hall) -> Json {
    let shown = |line: &&Line| line.open || line.waiting > 0;
    let address = format!("/queue/{}", hall.site.id);
    let other = beside(ctx);
    context! {
        name => both_of(ctx, &hall.site.name), called => hall.called.iter().take(CALLS).map(|ticket| call(hall, ticket)).collect::<Vec<_>>(),
        lines => hall.lines.iter().filter(shown).map(|line| row(ctx, line)).collect::<Vec<_>>(),
        outages => hall.down.iter().map(|down| both(ctx, |ctx| outages::sentence(ctx, down))).collect::<Vec<_>>(),
        expected => outages::banner(ctx, &hall.down), doors => both(ctx, |ctx| doors(ctx, hall)), open => hall.closes.is_some(),
        rule => both(ctx, rule), words => words(ctx), at => format::hour(ctx.now()), every => EVERY_SECS, offset => super::offset(ctx), reload => RELOAD_SECS,
        json => ctx.bare_url(&format!("/api/v1{address}")), page => ctx.url(&address), screen => ctx.url(&format!("{address}?screen=1")),
        ticket => ctx.url("/queue/tickets"), all => ctx.url("/queue"), two => other.lang.code(), two_dir => other.lang.dir(),
    }
}

/// What stands above the parts of a board, in both languages.
fn words(ctx: &Ctx) -> Json {
    let said = |key: &'static str| both(ctx, move |ctx| ctx.text(key, &[]));
    context! {
        called => said("queue-now-called"), nobody => said("queue-nobody-called"), lines => said("queue-lines"), counter => said("queue-counter"),
        waiting => said("queue-column-waiting"), wait => said("queue-column-wait"), stale => said("queue-stale"), stopped => said("queue-stopped"),
    }
}

fn rule(ctx: &Ctx) -> String {
    let minutes = [order::PRIORITY_MINUTES, order::BOOKED_MINUTES, rules::BACK_MINUTES].map(|minutes| minutes.to_string());
    ctx.text("queue-rule", &[("priority", &minutes[0]), ("booked", &minutes[1]), ("back", &minutes[2])])
}

fn call(hall: &Hall, ticket: &Ticket) -> Json {
    let counter = hall.counter_label(ticket.counter.as_ref());
    context! { ticket => ticket.name(), counter => counter, awaited => ticket.state == State::Called, again => ticket.calls > 1 }
}

fn row(ctx: &Ctx, line: &Line) -> Json {
    context! {
        letter => line.letter, name => both_of(ctx, &line.matter.name), waiting => line.waiting, stopped => line.stopped,
        wait => both(ctx, |ctx| wait(ctx, line.estimate)),
    }
}
