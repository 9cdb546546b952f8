//! Pages: the history of an object, failures and lighting for everybody, rounds for crews.

pub mod failures;
pub mod history;
pub mod lighting;
pub mod map;
pub mod rounds;
pub mod stop;

use crate::model::{Place, Sums};
use crate::rules;
use kernel::{Id, Label};
use platform::{Ctx, Json, Problem, Result, Tx, context};
use std::collections::BTreeMap;

const HOUR: i64 = 3_600;
const DAY: i64 = 86_400;

pub fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

/// A duration as people say it: hours up to three days, then days.
pub fn lasting(ctx: &Ctx, secs: i64) -> String {
    let (key, count) =
        if secs < 3 * DAY { ("upkeep-hours", (secs + HOUR / 2) / HOUR) } else { ("upkeep-days", (secs + DAY / 2) / DAY) };
    ctx.text(key, &[("count", &count.max(1).to_string())])
}

/// Hundredths of a percent as `99.87`.
pub fn percent(sums: &Sums) -> Option<String> {
    rules::availability(sums).map(|hundredths| format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

/// Tenths as `12.3`.
pub fn tenths(value: i64) -> String {
    format!("{}.{}", value / 10, value % 10)
}

pub type Areas = BTreeMap<String, Label>;

pub fn areas(rx: &mut Tx) -> Result<Areas> {
    Ok(places::areas(rx)?.into_iter().map(|area| (area.code, area.name)).collect())
}

/// The names of a place; nothing of the rest of a commune or arrondissement.
pub fn named(areas: &Areas, place: &Place) -> Json {
    let area = place.area.as_ref().and_then(|code| areas.get(code));
    context! { area => area, quarter => place.quarter, street => place.street }
}
