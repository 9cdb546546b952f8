//! Hooks as a list, and one with what it was told.

use super::form::{LIST, key_of};
use super::{id, status};
use crate::actions::hooks as act;
use crate::model::{Delivery, DeliveryState, Hook, Trouble};
use crate::store::{deliveries, hooks};
use kernel::{Id, Label, format};
use platform::web::{FieldError, Path};
use platform::{Answer, Ctx, Json, Problem, Result, Tx, Waits, context};

pub const HOOKS: &str = "integrations/hooks.html";
pub const HOOK: &str = "integrations/hook.html";
/// Deliveries of one page.
const PAGE: i64 = 30;

/// What wants a person, in the menu.
pub fn waiting(rx: &mut Tx) -> Result<Waits> {
    Ok(Waits::asked(deliveries::wanting(rx)))
}

pub async fn list(ctx: Ctx) -> Answer {
    let found = ctx
        .read(|rx| {
            let with = |rx: &mut Tx, hook: Hook| Ok((deliveries::dead(rx, &hook.id)?, hook));
            hooks::all(rx)?.into_iter().map(|hook| with(rx, hook)).collect::<Result<Vec<_>>>()
        })
        .await?;
    let line = |(dead, hook): &(i64, Hook)| {
        context! { name => hook.name, host => host(&hook.sealed.url), pill => pill(&ctx, hook), dead => dead,
        events => hook.happenings.len(), url => ctx.url(&format!("{LIST}/{}", hook.id)) }
    };
    let model = context! { hooks => found.iter().map(line).collect::<Vec<_>>(), new => ctx.url(&format!("{LIST}/new")) };
    ctx.page(HOOKS, model).await
}

/// The name of the other side's machine; the rest of an address may be a secret of theirs.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or(rest)
}

fn pill(ctx: &Ctx, hook: &Hook) -> Json {
    let (kind, key) = match (&hook.off, hook.failing_since) {
        (Some((_, why)), _) => ("", format!("integrations-off-{why}")),
        (None, Some(_)) => ("alarm", "integrations-failing".to_owned()),
        (None, None) => ("forest", "integrations-on".to_owned()),
    };
    context! { kind => kind, text => ctx.text(&key, &[]) }
}

struct Shown {
    hook: Hook,
    deliveries: Vec<Delivery>,
    more: bool,
    dead: i64,
    categories: Vec<Label>,
    units: Vec<Label>,
}

fn load(rx: &mut Tx, id: &Id, before: Option<&Id>) -> Result<Shown> {
    let hook = hooks::find(rx, id)?;
    let catalog = procedures::catalog(rx)?;
    let mut deliveries = deliveries::of(rx, id, before, PAGE + 1)?;
    let more = deliveries.len() as i64 > PAGE;
    deliveries.truncate(PAGE as usize);
    let units = units::all(rx)?.into_iter().filter(|unit| hook.units.contains(&unit.id)).map(|unit| unit.name).collect();
    Ok(Shown {
        dead: deliveries::dead(rx, id)?,
        categories: hook.categories.iter().filter_map(|id| catalog.find(id)).map(|one| one.title.clone()).collect(),
        units,
        deliveries,
        more,
        hook,
    })
}

async fn one(ctx: &Ctx, id: Id, secret: Option<String>, errors: Vec<FieldError>) -> Answer {
    let (asked, before) = (id.clone(), ctx.query().id("before").ok().flatten());
    let shown = ctx.read(move |rx| load(rx, &asked, before.as_ref())).await?;
    let (hook, base) = (&shown.hook, format!("{LIST}/{id}"));
    let names = |labels: &[Label]| labels.iter().map(|label| label.text(ctx.lang).to_owned()).collect::<Vec<_>>();
    let last = shown.deliveries.last().filter(|_| shown.more);
    let old = hook.sealed.old.as_ref().filter(|old| ctx.now() < old.until);
    let model = context! {
        name => hook.name, address => hook.sealed.url, email => hook.sealed.email, pill => pill(ctx, hook), on => hook.off.is_none(),
        failing_since => hook.failing_since.map(|at| format::moment(at, ctx.lang)),
        events => hook.happenings.iter().map(|one| ctx.text(&key_of(*one), &[])).collect::<Vec<_>>(),
        categories => names(&shown.categories), units => names(&shown.units), dead => shown.dead, base => ctx.url(&base),
        old_until => old.map(|old| format::moment(old.until, ctx.lang)), secret => secret, errors => errors,
        deliveries => shown.deliveries.iter().map(|one| row(ctx, one, &base)).collect::<Vec<_>>(),
        older => last.map(|last| ctx.url(&format!("{base}?before={}", last.id))),
    };
    ctx.page_with(status(&errors), HOOK, model).await
}

fn row(ctx: &Ctx, delivery: &Delivery, base: &str) -> Json {
    let kind = match delivery.state {
        DeliveryState::Done => "forest",
        DeliveryState::Dead => "alarm",
        DeliveryState::Waiting if delivery.attempts > 0 => "future",
        DeliveryState::Waiting => "river",
    };
    let trouble = delivery.trouble.map(|trouble| match (trouble, delivery.status) {
        (Trouble::Status | Trouble::Moved, Some(status)) => {
            ctx.text(&format!("integrations-trouble-{trouble}"), &[("status", &status.to_string())])
        }
        _ => ctx.text(&format!("integrations-trouble-{trouble}"), &[("status", "")]),
    });
    context! {
        id => delivery.id, event => ctx.text(&key_of(delivery.happening), &[]), code => delivery.code,
        at => format::moment(delivery.at, ctx.lang), attempts => delivery.attempts,
        state => context! { kind => kind, text => ctx.text(&format!("integrations-state-{}", delivery.state), &[]) },
        status => delivery.status, trouble => trouble, next => delivery.next_at.map(|at| format::moment(at, ctx.lang)),
        again => (delivery.state != DeliveryState::Waiting).then(|| ctx.url(&format!("{base}/deliveries/{}/again", delivery.id))),
    }
}

pub async fn show(ctx: Ctx, Path(text): Path<String>) -> Answer {
    one(&ctx, id(&text)?, None, Vec::new()).await
}

/// The page of a hook with a secret that was just made: it shows this once.
pub async fn show_secret(ctx: &Ctx, id: Id, secret: String) -> Answer {
    one(ctx, id, Some(secret), Vec::new()).await
}

pub async fn rotate(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let asked = id(&text)?;
    let id = asked.clone();
    let secret = ctx.write(move |tx| act::rotate(tx, &asked)).await?;
    show_secret(&ctx, id, secret).await
}

pub async fn switch_on(ctx: Ctx, Path(text): Path<String>) -> Answer {
    act_on(ctx, text, "integrations-said-on", |tx, id| act::switch(tx, id, true)).await
}

pub async fn switch_off(ctx: Ctx, Path(text): Path<String>) -> Answer {
    act_on(ctx, text, "integrations-said-off", |tx, id| act::switch(tx, id, false)).await
}

pub async fn delete(ctx: Ctx, Path(text): Path<String>) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    match ctx.write(move |tx| act::delete(tx, &asked)).await {
        Ok(()) => ctx.go_saying(LIST, "integrations-said-deleted"),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            one(&ctx, id, None, errors).await
        }
    }
}

pub async fn ping(ctx: Ctx, Path(text): Path<String>) -> Answer {
    act_on(ctx, text, "integrations-said-ping", |tx, id| act::ping(tx, id).map(drop)).await
}

pub async fn all_again(ctx: Ctx, Path(text): Path<String>) -> Answer {
    act_on(ctx, text, "integrations-said-again", |tx, id| act::all_again(tx, id).map(drop)).await
}

pub async fn again(ctx: Ctx, Path((text, delivery)): Path<(String, String)>) -> Answer {
    let delivery = id(&delivery)?;
    act_on(ctx, text, "integrations-said-again", move |tx, id| act::again(tx, id, &delivery)).await
}

/// Runs a small act on a hook; what is refused shows on its page.
async fn act_on(
    ctx: Ctx,
    text: String,
    said: &str,
    work: impl Fn(&mut Tx, &Id) -> Result<(), Problem> + Send + 'static,
) -> Answer {
    let id = id(&text)?;
    let asked = id.clone();
    match ctx.write(move |tx| work(tx, &asked)).await {
        Ok(()) => ctx.go_saying(&format!("{LIST}/{id}"), said),
        Err(problem) => {
            let errors = ctx.errors(problem)?;
            one(&ctx, id, None, errors).await
        }
    }
}
