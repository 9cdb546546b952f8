//! The home page: one question, three doors, then what everybody may see.

use super::hours::{self, Opening};
use cases::points::{COUNTED, PUBLISHED};
use cases::{Case, Where};
use kernel::{Label, format};
use platform::{Answer, Ctx, Json, Result, Tx, args, context, shelf};
use procedures::{Catalog, Phase, Procedure};
use std::collections::HashMap;
use std::sync::Arc;

const LATEST: i64 = 5;

pub struct Home {
    pub catalog: Arc<Catalog>,
    pub latest: Vec<Case>,
    pub names: HashMap<String, Label>,
    pub areas: Vec<places::Area>,
    pub opening: Opening,
    pub down: Vec<outages::Down>,
    pub open: i64,
    pub solved: i64,
}

/// Cases that everybody may see, narrowed by a condition on their phase.
fn published(rx: &Tx, published: &str, more: &str) -> Where {
    let mut conditions = Where::tenant(rx);
    conditions.and(published, vec![]);
    if !more.is_empty() {
        conditions.and(more, args![]);
    }
    conditions
}

/// A number of the first page: every visit shows it, so it is counted now and then.
fn figure(rx: &mut Tx, name: &str, condition: &str) -> Result<i64> {
    let count = |rx: &mut Tx| {
        let conditions = published(rx, COUNTED, condition);
        cases::lists::count(rx, conditions)
    };
    shelf::value(rx, &format!("home/{name}"), count).map(|count| *count)
}

fn load(rx: &mut Tx) -> Result<Home> {
    let all = published(rx, PUBLISHED, "");
    let latest = cases::lists::newest(rx, all, None, LATEST)?;
    let areas = places::areas(rx)?;
    let quarters = places::quarters(rx)?.into_iter().map(|quarter| (quarter.id, quarter.name));
    let names = areas.iter().map(|area| (area.code.clone(), area.name.clone())).chain(quarters).collect();
    Ok(Home {
        catalog: procedures::catalog(rx)?,
        latest,
        names,
        areas,
        opening: hours::load(rx)?,
        down: outages::down(rx)?,
        open: figure(rx, "open", "phase NOT IN ('decided', 'closed')")?,
        solved: figure(rx, "solved", "phase IN ('decided', 'closed')")?,
    })
}

pub async fn show(ctx: Ctx) -> Answer {
    let home = ctx.read(load).await?;
    ctx.page("public_site/home.html", model(&ctx, &home)).await
}

pub fn model(ctx: &Ctx, home: &Home) -> Json {
    let groups: Vec<Json> = home
        .catalog
        .groups
        .iter()
        .filter(|group| !home.catalog.of_group(&group.id).is_empty())
        .map(|group| {
            let first: Vec<&str> =
                home.catalog.of_group(&group.id).into_iter().take(2).map(|one| one.title.text(ctx.lang)).collect();
            context! { label => group.name, hint => first.join(" · "), url => ctx.url(&format!("/report#{}", group.id)), icon => group.icon }
        })
        .collect();
    let commune = home.areas.iter().find(|area| area.parent.is_none());
    let arrondissements: Vec<&Label> = home.areas.iter().filter(|area| area.parent.is_some()).map(|area| &area.name).collect();
    context! {
        outages => outages::banner(ctx, &home.down), groups => groups, latest => home.latest.iter().map(|case| row(ctx, home, case)).collect::<Vec<_>>(),
        hours => hours::model(ctx, &home.opening), open => home.open, solved => home.solved,
        population => commune.map(|area| area.population).filter(|count| *count > 0), arrondissements => arrondissements,
        categories => home.catalog.offered().len(), example => format!("{}-7K3Q-9MPX-R", ctx.commune().prefix),
    }
}

fn row(ctx: &Ctx, home: &Home, case: &Case) -> Json {
    let procedure = home.catalog.find(&case.procedure);
    let place = case.quarter.as_ref().or(case.area.as_ref()).and_then(|id| home.names.get(id));
    context! {
        title => procedure.map(|procedure| &procedure.title), place => place,
        when => format::relative_days(case.received_at.day(), ctx.today(), ctx.lang),
        icon => procedure.map_or("problem", |procedure| procedure.icon.as_str()),
        url => ctx.url(&format!("/reports/{}", case.code)),
        pill => procedure.map(|procedure| pill(case, procedure)),
    }
}

/// What was decided says more than "answered".
pub fn pill(case: &Case, procedure: &Procedure) -> Json {
    let outcome = case.outcome.as_deref().filter(|_| !case.is_open()).and_then(|id| procedure.outcome(id));
    let kind = match case.phase {
        Phase::Filed => "river",
        Phase::InProgress | Phase::WaitingApplicant | Phase::WaitingOther => "future",
        Phase::Decided | Phase::Closed if outcome.is_some_and(|outcome| outcome.solved) => "forest",
        Phase::Decided | Phase::Closed => "",
    };
    let state = procedure.state(&case.state).map(|state| &state.name);
    context! { kind => kind, text => outcome.map(|outcome| &outcome.name).or(state) }
}
