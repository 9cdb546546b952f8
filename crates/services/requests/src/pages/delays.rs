//! How long the commune takes: median, nine in ten, share in time; small numbers are not shown.

use super::shown;
use crate::rules::{self, Delay};
use cases::Decided;
use kernel::Label;
use kernel::clock::DayKind;
use platform::json::json;
use platform::{Answer, Ctx, Dataset, Json, Result, Tx, communes, context};
use procedures::{Catalog, Procedure};
use std::sync::Arc;

/// A year of decisions, at most so many.
const YEAR_SECS: i64 = 366 * 86_400;
const MOST: i64 = 20_000;

pub const DELAYS: Dataset = Dataset {
    id: "procedure-delays",
    title: "requests-data-delays",
    description: "requests-data-delays-about",
    columns: &[
        ("id", "requests-column-id"),
        ("scope", "requests-column-scope"),
        ("title_ar", "requests-column-title-ar"),
        ("title_fr", "requests-column-title-fr"),
        ("promised_days", "requests-column-promised"),
        ("day_kind", "requests-column-kind"),
        ("decisions", "requests-column-decisions"),
        ("silent", "requests-column-silent"),
        ("median_days", "requests-column-median"),
        ("p90_days", "requests-column-p90"),
        ("in_time_percent", "requests-column-in-time"),
    ],
    point: None,
    rows,
};

/// What figures are given of: the commune, one of its services, one procedure.
struct Line<'a> {
    scope: &'static str,
    id: String,
    title: &'a Label,
    procedure: Option<&'a Arc<Procedure>>,
    decided: Vec<&'a Decided>,
    delay: Option<Delay>,
}

impl<'a> Line<'a> {
    fn of(procedure: &'a Arc<Procedure>, all: &'a [Decided]) -> Line<'a> {
        let decided: Vec<&Decided> = all.iter().filter(|one| one.procedure == procedure.id).collect();
        let delay = rules::delay(&decided, |one| one.days);
        Line { scope: "procedure", id: procedure.id.clone(), title: &procedure.title, procedure: Some(procedure), decided, delay }
    }

    /// Of several procedures, whose clocks count different days: held together in days of the calendar.
    fn over(scope: &'static str, id: &str, title: &'a Label, of: &[&Line<'a>]) -> Line<'a> {
        let decided: Vec<&Decided> = of.iter().flat_map(|line| line.decided.iter().copied()).collect();
        let delay = rules::delay(&decided, |one| one.calendar_days);
        Line { scope, id: id.to_owned(), title, procedure: None, decided, delay }
    }
}

fn year(rx: &mut Tx) -> Result<(Vec<Decided>, Arc<Catalog>)> {
    let since = rx.now().plus_secs(-YEAR_SECS);
    Ok((cases::decided(rx, since, MOST)?, procedures::catalog(rx)?))
}

/// The commune, its services, its procedures.
fn lines<'a>(all: &'a [Decided], catalog: &'a Catalog, commune: &'a Label) -> Vec<Line<'a>> {
    let procedures: Vec<Line> = catalog.offered_requests().into_iter().map(|one| Line::of(one, all)).collect();
    let service = |group: &'a procedures::Group| {
        let of_group = |line: &&Line| line.procedure.is_some_and(|one| one.service.offered_to.service == group.id);
        let own: Vec<&Line> = procedures.iter().filter(of_group).collect();
        Line::over("service", &format!("service/{}", group.id), &group.name, &own)
    };
    let mut lines = vec![Line::over("commune", "commune", commune, &procedures.iter().collect::<Vec<_>>())];
    lines.extend(catalog.look_up.service.iter().map(service).filter(|line| !line.decided.is_empty()));
    lines.extend(procedures);
    lines
}

pub async fn show(ctx: Ctx) -> Answer {
    let (all, catalog) = ctx.read(year).await?;
    let row = |line: &Line| {
        let delay = line.delay.as_ref();
        context! {
            title => line.title, url => line.procedure.map(|one| ctx.url(&format!("/procedures/{}", one.id))),
            promised => line.procedure.and_then(|one| shown::decision(one)).map(|clock| shown::span(&ctx, clock)),
            count => delay.map(|delay| delay.count), silent => delay.map(|delay| delay.silent), median => delay.map(|delay| delay.median),
            p90 => delay.map(|delay| delay.p90), in_time => delay.map(|delay| delay.in_time_percent),
        }
    };
    let (single, over): (Vec<Line>, Vec<Line>) = lines(&all, &catalog, &ctx.commune().name)
        .into_iter()
        .filter(|line| !line.decided.is_empty())
        .partition(|line| line.procedure.is_some());
    let (mut told, few): (Vec<Line>, Vec<Line>) = single.into_iter().partition(|line| line.delay.is_some());
    told.sort_by_key(|line| line.delay.as_ref().map(|delay| delay.in_time_percent));
    let rows = |lines: &[Line]| lines.iter().map(row).collect::<Vec<_>>();
    let model = context! {
        over => rows(&over.into_iter().filter(|line| line.delay.is_some()).collect::<Vec<_>>()), rows => rows(&told), few => rows(&few),
        fewest => rules::FEWEST, csv => ctx.bare_url("/data/procedure-delays.csv"), back => ctx.url("/procedures"),
    };
    ctx.page("requests/delays.html", model).await
}

fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Json>>> {
    let (all, catalog) = year(tx)?;
    let commune = communes::name(tx)?;
    let row = |line: &Line| {
        let clock = line.procedure.and_then(|one| shown::decision(one));
        let kind = if line.procedure.is_some() { json!(clock.map(|clock| clock.kind)) } else { json!(DayKind::Calendar) };
        let value = |of: fn(&Delay) -> i64| line.delay.as_ref().map_or(Json::Null, |delay| json!(of(delay)));
        vec![
            json!(line.id),
            json!(line.scope),
            json!(line.title.ar),
            json!(line.title.fr),
            json!(clock.map(|clock| clock.span)),
            kind,
            value(|delay| delay.count),
            value(|delay| delay.silent),
            value(|delay| delay.median),
            value(|delay| delay.p90),
            value(|delay| delay.in_time_percent),
        ]
    };
    let mut lines = lines(&all, &catalog, &commune);
    lines.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(lines.iter().filter(|line| line.id.as_str() > after).take(limit.max(0) as usize).map(row).collect())
}
