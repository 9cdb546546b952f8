//! `/upkeep/lighting`: the share of the time in which lamps gave light, by quarter of the year and place, with its method.

use super::percent;
use super::place::Names;
use crate::actions::figures;
use crate::model::{Place, Sums};
use crate::rules::{self, Period};
use kernel::Lang;
use kernel::format::{decimal, month_name};
use platform::{Answer, Ctx, Json, Problem, Result, Tx, context};
use std::collections::BTreeMap;

/// Quarters of the year that the page shows beside each other.
const SHOWN: usize = 8;

struct Loaded {
    period: Period,
    /// Each quarter of the year with its sums, the oldest first.
    run: Vec<(Period, Sums)>,
    places: BTreeMap<Place, Sums>,
    names: Names,
}

fn load(rx: &mut Tx, asked: &str) -> Result<Loaded> {
    let periods = figures::periods(rx)?;
    let last = periods.last().copied().ok_or(Problem::NotFound)?;
    let period = if asked.is_empty() { last } else { Period::parse(asked).ok_or(Problem::NotFound)? };
    if !periods.contains(&period) {
        return Err(Problem::NotFound);
    }
    let mut run = Vec::new();
    for shown in periods.iter().rev().take(SHOWN).rev() {
        let places = figures::lighting(rx, *shown)?;
        run.push((*shown, figures::total(&places)));
    }
    Ok(Loaded { places: figures::lighting(rx, period)?, names: Names::load(rx)?, period, run })
}

pub async fn show(ctx: Ctx) -> Answer {
    let asked: String = ctx.query().get("period").chars().take(12).collect();
    let loaded = ctx.read(move |rx| load(rx, &asked)).await?;
    ctx.page("upkeep/lighting.html", model(&ctx, &loaded)).await
}

/// "July – September 2026" in the language of the page.
fn name(ctx: &Ctx, period: Period) -> String {
    let first = (period.quarter - 1) * 3 + 1;
    format!("{} – {} {}", month_name(first, ctx.lang), month_name(first + 2, ctx.lang), period.year)
}

fn line(place: Json, sums: &Sums, lang: Lang) -> Json {
    context! { place, lamps => sums.objects, failures => sums.failures, percent => percent(sums, lang), hours => sums.dark_secs / 3_600 }
}

fn model(ctx: &Ctx, loaded: &Loaded) -> Json {
    let total = figures::total(&loaded.places);
    let run = |(period, sums): &(Period, Sums)| {
        // A column that begins at zero would show no difference between 93 and 97 of a hundred.
        let height = rules::availability(sums).map_or(0, |hundredths| ((hundredths - 9_000) / 10).clamp(1, 100));
        let url = ctx.url(&format!("/upkeep/lighting?period={period}"));
        context! { label => period.quarter, year => period.year, value => rules::availability(sums).map(|hundredths| decimal((hundredths + 5) / 10, 1, ctx.lang)), percent => height, hot => *period == loaded.period, url, name => name(ctx, *period) }
    };
    let of_area = figures::by_area(&loaded.places);
    let whole = |area: &Option<String>| loaded.names.of_place(&Place { area: area.clone(), ..Place::default() });
    let of_area = of_area.iter().map(|(area, sums)| line(whole(area), sums, ctx.lang));
    let places = loaded.places.iter().map(|(place, sums)| line(loaded.names.of_place(place), sums, ctx.lang));
    context! {
        period => name(ctx, loaded.period), percent => percent(&total, ctx.lang), lamps => total.objects, failures => total.failures, hours => total.dark_secs / 3_600,
        running => Period::of(ctx.today()) == loaded.period, run => loaded.run.iter().map(run).collect::<Vec<_>>(),
        areas => of_area.collect::<Vec<_>>(), places => places.collect::<Vec<_>>(), fewest => rules::FEWEST,
        failures_url => ctx.url("/upkeep"), data => ctx.bare_url("/data/lighting_availability.csv"), about => ctx.url("/open-data/lighting_availability"),
    }
}
