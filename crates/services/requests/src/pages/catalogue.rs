//! The catalogue: by what happens in a life, by who asks, by the service that answers, and by words.

use super::shown;
use platform::{Answer, Ctx, Json, context};
use procedures::{Catalog, Group, Procedure};
use std::sync::Arc;

const FOUND_MOST: usize = 12;

pub async fn list(ctx: Ctx) -> Answer {
    page(ctx, false).await
}

pub async fn at_the_counter(ctx: Ctx) -> Answer {
    page(ctx, true).await
}

async fn page(ctx: Ctx, counter: bool) -> Answer {
    let catalog = ctx.read(procedures::catalog).await?;
    let query = ctx.query();
    let words = query.get("q").to_owned();
    let by = match query.get("by") {
        by @ ("audience" | "service") => by.to_owned(),
        _ => "event".to_owned(),
    };
    let base = if counter { "/desk/procedures" } else { "/procedures" };
    let row = |procedure: &Arc<Procedure>| shown::row(&ctx, procedure, base);
    let groups: Vec<Json> = groups(&catalog, &by)
        .into_iter()
        .map(|(group, of_group)| {
            context! { id => group.id, icon => group.icon, name => group.name, rows => of_group.into_iter().map(row).collect::<Vec<_>>() }
        })
        .collect();
    let found: Vec<Json> = catalog.search_requests(&words).into_iter().take(FOUND_MOST).map(row).collect();
    let tab = |id: &str| {
        context! { label => ctx.text(&format!("requests-by-{id}"), &[]), url => ctx.url(&format!("{base}?by={id}")), current => by == id }
    };
    let model = context! {
        counter => counter, q => words, found => found, groups => groups, tabs => ["event", "audience", "service"].map(tab),
        count => catalog.offered_requests().len(), action => base, ttl => ctx.bare_url("/procedures.ttl"), json => ctx.bare_url("/procedures.json"),
    };
    ctx.page("requests/catalogue.html", model).await
}

/// The groups of one way to look, each with what is offered in it.
fn groups<'a>(catalog: &'a Catalog, by: &str) -> Vec<(&'a Group, Vec<&'a Arc<Procedure>>)> {
    let list = match by {
        "audience" => &catalog.look_up.audience,
        "service" => &catalog.look_up.service,
        _ => &catalog.look_up.event,
    };
    let offered = catalog.offered_requests();
    let belongs = |procedure: &Procedure, id: &String| {
        let to = &procedure.service.offered_to;
        match by {
            "audience" => to.audience.contains(id),
            "service" => to.service == *id,
            _ => to.events.contains(id),
        }
    };
    list.iter()
        .map(|group| (group, offered.iter().filter(|one| belongs(one, &group.id)).copied().collect::<Vec<_>>()))
        .filter(|(_, of_group)| !of_group.is_empty())
        .collect()
}
