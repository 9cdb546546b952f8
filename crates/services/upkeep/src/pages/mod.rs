//! Pages: the history of an object, failures and lighting for everybody, rounds for crews.

pub mod failures;
pub mod history;
pub mod lighting;
pub mod map;
pub mod place;
pub mod rounds;
pub mod stop;

use crate::model::Sums;
use crate::rules;
use kernel::{Id, Lang, format};
use platform::{Ctx, Problem, Result};

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

/// The share of the time in which they worked, with its sign: `99,87 %`.
pub fn percent(sums: &Sums, lang: Lang) -> Option<String> {
    rules::availability(sums).map(|hundredths| format::percent(hundredths, 2, lang))
}
