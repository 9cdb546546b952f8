//! How long the commune takes: median, nine in ten, share in time; small numbers are not shown.

use super::shown;
use crate::rules::{self, Delay};
use cases::Decided;
use platform::json::json;
use platform::{Answer, Ctx, Dataset, Json, Result, Tx, context};
use std::collections::BTreeMap;

/// A year of decisions, at most so many.
const YEAR_SECS: i64 = 366 * 86_400;
const MOST: i64 = 20_000;

pub const DELAYS: Dataset = Dataset {
    id: "procedure-delays",
    title: "requests-data-delays",
    description: "requests-data-delays-about",
    columns: &[
        ("procedure", "requests-column-procedure"),
        ("title_ar", "requests-column-title-ar"),
        ("title_fr", "requests-column-title-fr"),
        ("promised_days", "requests-column-promised"),
        ("day_kind", "requests-column-kind"),
        ("decisions", "requests-column-decisions"),
        ("median_days", "requests-column-median"),
        ("p90_days", "requests-column-p90"),
        ("in_time_percent", "requests-column-in-time"),
    ],
    point: None,
    rows,
};

fn by_procedure(rx: &mut Tx) -> Result<BTreeMap<String, Vec<Decided>>> {
    let since = rx.now().plus_secs(-YEAR_SECS);
    let mut all: BTreeMap<String, Vec<Decided>> = BTreeMap::new();
    for one in cases::decided(rx, since, MOST)? {
        all.entry(one.procedure.clone()).or_default().push(one);
    }
    Ok(all)
}

fn delay(decided: &[Decided]) -> Option<Delay> {
    rules::delay(&decided.iter().map(|one| (one.days, one.in_time)).collect::<Vec<_>>())
}

pub async fn show(ctx: Ctx) -> Answer {
    let (all, catalog) = ctx.read(|rx| Ok((by_procedure(rx)?, procedures::catalog(rx)?))).await?;
    let row = |procedure: &std::sync::Arc<procedures::Procedure>| {
        let decided = all.get(&procedure.id).map(Vec::as_slice).unwrap_or_default();
        let delay = delay(decided);
        context! {
            title => procedure.title, url => ctx.url(&format!("/procedures/{}", procedure.id)), promised => shown::decision(procedure).map(|clock| shown::span(&ctx, clock)),
            count => delay.as_ref().map(|delay| delay.count), median => delay.as_ref().map(|delay| delay.median), p90 => delay.as_ref().map(|delay| delay.p90),
            in_time => delay.as_ref().map(|delay| delay.in_time_percent), few => !decided.is_empty() && delay.is_none(), none => decided.is_empty(),
        }
    };
    let (few, mut rows): (Vec<Json>, Vec<Json>) =
        catalog.offered_requests().into_iter().map(row).filter(|row| row["none"] == false).partition(|row| row["few"] == true);
    rows.sort_by_key(|row| row["in_time"].as_i64());
    let model = context! { rows => rows, few => few, fewest => rules::FEWEST, csv => ctx.bare_url("/data/procedure-delays.csv"), back => ctx.url("/procedures") };
    ctx.page("requests/delays.html", model).await
}

fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Json>>> {
    let all = by_procedure(tx)?;
    let catalog = procedures::catalog(tx)?;
    let line = |procedure: &std::sync::Arc<procedures::Procedure>| {
        let delay = delay(all.get(&procedure.id).map(Vec::as_slice).unwrap_or_default());
        let clock = shown::decision(procedure);
        let value = |of: fn(&Delay) -> i64| delay.as_ref().map_or(Json::Null, |delay| json!(of(delay)));
        vec![
            json!(procedure.id),
            json!(procedure.title.ar),
            json!(procedure.title.fr),
            json!(clock.map(|clock| clock.span)),
            json!(clock.map(|clock| clock.kind)),
            value(|delay| delay.count),
            value(|delay| delay.median),
            value(|delay| delay.p90),
            value(|delay| delay.in_time_percent),
        ]
    };
    let mut offered = catalog.offered_requests();
    offered.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(offered.into_iter().filter(|one| one.id.as_str() > after).take(limit.max(0) as usize).map(line).collect())
}
