//! Week by week: two charts on one scale, the table beside them, and the same as CSV.

use super::filters::Choices;
use crate::actions::public::Filter;
use crate::actions::weeks::{self, Week};
use kernel::{Day, format};
use platform::shelf;
use platform::{Answer, Ctx, Json, Result, Tx, context};
use std::sync::Arc;

/// Half a year.
const WEEKS: i64 = 26;
/// Of these the charts draw the last ones, as many as a phone can tell apart.
const DRAWN: usize = 13;

fn load(rx: &mut Tx, filter: &Filter) -> Result<Arc<Vec<Week>>> {
    shelf::value(rx, &format!("weeks/{}", filter.with("", "")), |rx| weeks::weeks(rx, filter, WEEKS))
}

/// Category, arrondissement and quarter; the rest of a list's filters makes no sense here.
fn asked(ctx: &Ctx) -> Filter {
    let Filter { category, area, quarter, .. } = Filter::of(&ctx.query());
    Filter { category, area, quarter, ..Filter::default() }
}

pub async fn show(ctx: Ctx) -> Answer {
    let filter = asked(&ctx);
    let wanted = filter.clone();
    let (weeks, choices) = ctx.read(move |rx| Ok((load(rx, &wanted)?, Choices::load(rx)?))).await?;
    let sum = |weeks: &[Week], of: fn(&Week) -> i64| weeks.iter().map(of).sum::<i64>();
    let drawn = &weeks[weeks.len().saturating_sub(DRAWN)..];
    let model = context! {
        received => columns(&ctx, drawn, |week| week.received), answered => columns(&ctx, drawn, |week| week.answered),
        drawn => drawn.len(), drawn_received => sum(drawn, |week| week.received), drawn_answered => sum(drawn, |week| week.answered),
        rows => weeks.iter().rev().map(row).collect::<Vec<_>>(), weeks => WEEKS,
        all_received => sum(&weeks, |week| week.received), all_answered => sum(&weeks, |week| week.answered),
        csv => ctx.bare_url(&format!("/reports/weeks.csv{}", filter.with("", ""))), narrowed => !filter.is_empty(),
    };
    ctx.page("reports/weeks.html", choices.add(&ctx, &filter, model)).await
}

/// Columns of one kind, on the scale of both. A month is named where it begins, the last one under the last column.
pub fn columns(ctx: &Ctx, weeks: &[Week], of: fn(&Week) -> i64) -> Vec<Json> {
    let most = weeks.iter().map(|week| week.received.max(week.answered)).max().unwrap_or(0).max(1);
    let months: Vec<i8> = weeks.iter().map(|week| Day::parse(&week.monday).map_or(1, |day| day.0.month())).collect();
    let last = months.len().saturating_sub(1);
    let named = |place: usize| {
        let begins = place == 0 || months[place - 1] != months[place];
        place == last || (begins && months[place] != months[last])
    };
    let column = |(place, week): (usize, &Week)| {
        let label = if named(place) { format::month_name(months[place], ctx.lang) } else { "" };
        context! { label => label, value => format::number(of(week), ctx.lang), percent => of(week) * 100 / most }
    };
    weeks.iter().enumerate().map(column).collect()
}

fn row(week: &Week) -> Json {
    let monday = Day::parse(&week.monday).map(format::short_day);
    context! { monday => monday, received => week.received, answered => week.answered }
}

pub async fn csv(ctx: Ctx) -> Answer {
    let filter = asked(&ctx);
    let weeks = ctx.read(move |rx| load(rx, &filter)).await?;
    let mut out = String::from("monday,received,answered\r\n");
    weeks.iter().for_each(|week| out.push_str(&format!("{},{},{}\r\n", week.monday, week.received, week.answered)));
    ctx.body("text/csv; charset=utf-8", out)
}
