//! `/status`: what works and what does not, in plain words, and how long things were away in the last ninety days.

use crate::model::{Outage, System, Update};
use crate::rules::{self, HISTORY_DAYS};
use crate::shown::{self, Down};
use crate::{actions, store};
use kernel::format;
use platform::{Answer, Ctx, Json, Result, Tx, context};
use std::sync::Arc;

/// So many ended outages are told one by one; the dataset has them all.
const TOLD: usize = 40;

struct Shown {
    systems: Arc<Vec<System>>,
    open: Vec<(Down, Vec<Update>)>,
    ended: Vec<Down>,
    all: Vec<Outage>,
}

fn load(rx: &mut Tx) -> Result<Shown> {
    let all = actions::history(rx, HISTORY_DAYS)?;
    let mut open = Vec::new();
    for down in shown::down(rx)? {
        let updates = store::updates(rx, &down.outage.id)?;
        open.push((down, updates));
    }
    let ended: Vec<Outage> = all.iter().filter(|outage| !outage.is_open()).take(TOLD).cloned().collect();
    let ended = ended.into_iter().map(|outage| shown::of(rx, outage)).collect::<Result<_>>()?;
    Ok(Shown { systems: actions::systems(rx)?, open, ended, all })
}

pub async fn show(ctx: Ctx) -> Answer {
    let shown = ctx.read(load).await?;
    let model = context! {
        open => shown.open.iter().map(|(down, updates)| open(&ctx, down, updates)).collect::<Vec<_>>(),
        systems => shown.systems.iter().map(|system| system_row(&ctx, system, &shown.all)).collect::<Vec<_>>(),
        ended => shown.ended.iter().map(|down| ended(&ctx, down)).collect::<Vec<_>>(),
        days => HISTORY_DAYS, at => format::hour(ctx.now()), json => ctx.bare_url("/status.json"),
        atom => ctx.bare_url(&format!("/status.atom?lang={}", ctx.lang.code())), data => ctx.bare_url("/data/outages.csv"),
    };
    ctx.page("outages/status.html", model).await
}

fn open(ctx: &Ctx, down: &Down, updates: &[Update]) -> Json {
    let update = |one: &Update| context! { at => format::moment(one.at, ctx.lang), words => one.words };
    context! {
        text => shown::sentence(ctx, down), words => shown::words(&down.outage),
        expected => down.outage.expected.map(|moment| shown::expected(ctx, moment)),
        updates => updates.iter().filter(|one| !one.words.text(ctx.lang).is_empty()).map(update).collect::<Vec<_>>(),
        only => shown::only(ctx, down), lasting => shown::lasting(ctx, ctx.now().secs_since(down.outage.since)),
    }
}

fn system_row(ctx: &Ctx, system: &System, all: &[Outage]) -> Json {
    let its: Vec<&Outage> = all.iter().filter(|outage| outage.system == system.id).collect();
    let (from, now) = (ctx.now().plus_secs(-HISTORY_DAYS * 86_400), ctx.now());
    let away = rules::down_secs(its.iter().copied(), from, now);
    context! {
        name => system.name, works => !its.iter().any(|outage| outage.is_open()), count => its.len(),
        away => (away > 0).then(|| shown::lasting(ctx, away)),
    }
}

fn ended(ctx: &Ctx, down: &Down) -> Json {
    let Outage { since, ended_at, source, .. } = &down.outage;
    let last = ended_at.unwrap_or(ctx.now());
    context! {
        name => down.system.name, from => format::moment(*since, ctx.lang), to => format::moment(last, ctx.lang),
        lasting => shown::lasting(ctx, last.secs_since(*since)), source => source, words => shown::words(&down.outage),
    }
}
