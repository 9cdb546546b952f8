//! The pages of the public site. Each goes on from its last good copy when the database is away.

use crate::model::Country;
use cases::{Case, Publication, Where};
use kernel::{Label, fold, format};
use platform::store::search::{self, Visibility};
use platform::{Answer, Ctx, Json, Result, Tx, args, context};
use procedures::{Catalog, Procedure};
use std::sync::Arc;
use units::UnitKind;

const LATEST: i64 = 5;
const FOUND: i64 = 20;

fn published(tx: &mut Tx, limit: i64) -> Result<Vec<Case>> {
    let mut conditions = Where::tenant(tx);
    conditions.and("publication = ?", args![Publication::Published]);
    cases::lists::newest(tx, conditions, None, limit)
}

fn colour(group: &str) -> &'static str {
    match group {
        "lighting" | "signs" | "nuisance" => "future",
        "cleanliness" | "green" | "facilities" => "forest",
        _ => "river",
    }
}

pub async fn home(ctx: Ctx) -> Answer {
    let (catalog, latest, answered) = ctx
        .read(|rx| {
            let mut month = Where::tenant(rx);
            month.and("answered_at >= ?", args![rx.now().plus_secs(-30 * 86_400)]);
            Ok((procedures::catalog(rx)?, published(rx, LATEST)?, cases::lists::count(rx, month)?))
        })
        .await?;
    let groups: Vec<Json> = catalog
        .groups
        .iter()
        .filter(|group| !catalog.of_group(&group.id).is_empty())
        .map(|group| {
            let titles: Vec<&str> = catalog.of_group(&group.id).iter().take(3).map(|p| p.title.text(ctx.lang)).collect();
            let comma = if ctx.lang == kernel::Lang::Ar { "، " } else { ", " };
            context! { label => group.name.text(ctx.lang), hint => titles.join(comma), icon => group.icon, kind => colour(&group.id), url => ctx.url(&format!("/report#{}", group.id)) }
        })
        .collect();
    let rows: Vec<Json> = latest.iter().filter_map(|case| row(&ctx, &catalog, case)).collect();
    ctx.page("public_site/home.html", context! { groups => groups, latest => rows, answered => answered }).await
}

/// A published case as a row: its category, its place in time, its state.
fn row(ctx: &Ctx, catalog: &Catalog, case: &Case) -> Option<Json> {
    let procedure = catalog.find(&case.procedure)?;
    let state = pill(case, procedure);
    let text = case
        .public_words
        .clone()
        .filter(|words| !words.is_empty())
        .unwrap_or_else(|| format::day(case.received_at.day(), ctx.lang));
    Some(context! {
        title => procedure.title.text(ctx.lang), text => text.chars().take(120).collect::<String>(), icon => procedure.icon,
        url => ctx.url(&format!("/reports/{}", case.code)), pill => context! { kind => state.0, text => state.1.text(ctx.lang) },
    })
}

fn pill(case: &Case, procedure: &Arc<Procedure>) -> (&'static str, Label) {
    let outcome = case.outcome.as_deref().filter(|_| !case.is_open()).and_then(|id| procedure.outcome(id));
    let state = procedure.state(&case.state).map(|state| state.name.clone()).unwrap_or_default();
    match outcome {
        Some(outcome) => (if outcome.solved { "forest" } else { "" }, outcome.name.clone()),
        None if case.taken_at.is_some() => ("future", state),
        None => ("river", state),
    }
}

/// Categories by their names and keywords, Darija included, and published reports by their words.
pub async fn search(ctx: Ctx) -> Answer {
    let words: String = ctx.query().get("q").chars().take(200).collect();
    let asked = words.clone();
    let (catalog, found) = ctx
        .read(move |rx| {
            let tokens = fold::tokens(&asked);
            let ids =
                if tokens.is_empty() { Vec::new() } else { search::find(rx, "reports", Visibility::Clear, &tokens, FOUND)? };
            let mut conditions = Where::tenant(rx);
            conditions.and("publication = ?", args![Publication::Published]);
            cases::lists::among(&mut conditions, &ids);
            Ok((procedures::catalog(rx)?, cases::lists::newest(rx, conditions, None, FOUND)?))
        })
        .await?;
    let categories: Vec<Json> = catalog
        .search(&words)
        .into_iter()
        .take(8)
        .map(|p| context! { title => p.title.text(ctx.lang), text => p.hint.as_ref().map(|hint| hint.text(ctx.lang)), icon => p.icon, url => ctx.url(&format!("/report/{}", p.id)) })
        .collect();
    let rows: Vec<Json> = found.iter().filter_map(|case| row(&ctx, &catalog, case)).collect();
    ctx.page("public_site/search.html", context! { words => words, categories => categories, reports => rows }).await
}

async fn country(ctx: &Ctx) -> Result<Country> {
    ctx.read(|rx| Ok((*rx.fact::<Country>()?).clone())).await
}

pub async fn contact(ctx: Ctx) -> Answer {
    let country = country(&ctx).await?;
    ctx.page("public_site/contact.html", context! { emergency => country.emergency, helplines => country.helpline }).await
}

/// Where one comes in person, and when the doors are open.
pub async fn counters(ctx: Ctx) -> Answer {
    let (units, hours, holidays) = ctx
        .read(|rx| {
            let year = rx.today().year();
            let today = rx.today();
            let next: Vec<_> = calendar::holidays(rx, year)?.into_iter().filter(|holiday| holiday.day >= today).take(5).collect();
            Ok((units::all(rx)?, calendar::calendar(rx)?.hours, next))
        })
        .await?;
    let counter = |unit: &&units::Unit| matches!(unit.kind, UnitKind::Counter | UnitKind::Arrondissement) && !unit.external;
    let counters: Vec<&Label> = units.iter().filter(counter).map(|unit| &unit.name).collect();
    let clock = |minutes: i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let holidays: Vec<Json> =
        holidays.iter().map(|h| context! { day => format::long_day(h.day, ctx.lang), name => h.name }).collect();
    ctx.page(
        "public_site/counters.html",
        context! { counters => counters, opens => clock(hours.opens), closes => clock(hours.closes), holidays => holidays },
    )
    .await
}

pub async fn information(ctx: Ctx) -> Answer {
    ctx.page("public_site/information.html", context! {}).await
}

pub async fn privacy(ctx: Ctx) -> Answer {
    let country = country(&ctx).await?;
    ctx.page("public_site/privacy.html", context! { retention => country.retention }).await
}

pub async fn accessibility(ctx: Ctx) -> Answer {
    ctx.page("public_site/accessibility.html", context! {}).await
}

pub async fn source(ctx: Ctx) -> Answer {
    ctx.page("public_site/source.html", context! { version => env!("CARGO_PKG_VERSION") }).await
}

/// Searchers may read what is public; files of people are not for them.
pub async fn robots(ctx: Ctx) -> Answer {
    ctx.body(
        "text/plain; charset=utf-8",
        "User-agent: *\nDisallow: /*/cases\nDisallow: /*/desk\nDisallow: /*/account\nDisallow: /*/staff\n",
    )
}
