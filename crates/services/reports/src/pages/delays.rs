//! Best and worst by delay, with the method under it; the same as CSV.

use crate::actions::delays::{self, By, Compared, Order, PERIODS, Standing};
use kernel::format;
use platform::shelf;
use platform::web::encode;
use platform::{Answer, Ctx, Fields, Json, Result, context};
use std::sync::Arc;

/// Best and worst are named when so many are compared.
const COMPARED: usize = 4;
/// So many stand in one chart; of more, so many of the best and of the worst.
const FEW: usize = 10;
const NAMED: usize = 5;

/// What is asked, from the address.
#[derive(Debug, Clone, Copy)]
struct Asked {
    by: By,
    days: i64,
    order: Order,
}

impl Asked {
    fn of(query: &Fields) -> Asked {
        let days = query.get("days").parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(PERIODS[0]);
        let order = Order::parse(query.get("sort")).unwrap_or(Order::Median);
        Asked { by: By::parse(query.get("by")).unwrap_or(By::Service), days, order }
    }

    fn path(self) -> String {
        format!("/reports/delays?by={}&days={}&sort={}", self.by, self.days, self.order)
    }
}

async fn load(ctx: &Ctx, by: By, days: i64) -> Result<Arc<Compared>> {
    ctx.read(move |rx| shelf::value(rx, &format!("delays/{by}/{days}"), |rx| delays::compared(rx, by, days))).await
}

pub async fn show(ctx: Ctx) -> Answer {
    let asked = Asked::of(&ctx.query());
    let mut compared = load(&ctx, asked.by, asked.days).await?.as_ref().clone();
    delays::order(&mut compared.rows, asked.order);
    ctx.page("reports/delays.html", model(&ctx, asked, &compared)).await
}

fn model(ctx: &Ctx, asked: Asked, compared: &Compared) -> Json {
    let link = |asked: Asked| ctx.url(&asked.path());
    let tab = |by: &By| context! { id => by, url => link(Asked { by: *by, ..asked }), current => *by == asked.by };
    let period =
        |days: &i64| context! { days => days, url => link(Asked { days: *days, ..asked }), current => *days == asked.days };
    let column =
        |order: &Order| context! { id => order, url => link(Asked { order: *order, ..asked }), current => *order == asked.order };
    let shown: Vec<&Standing> = compared.rows.iter().filter(|row| !row.hidden).collect();
    let slowest = shown.iter().filter_map(|row| row.median).max().unwrap_or(0).max(1);
    let ranked = shown.len() >= COMPARED;
    let (best, worst) = (shown.first().map(|row| row.id.clone()), shown.last().map(|row| row.id.clone()));
    let place = |row: &Standing| match row {
        _ if !ranked => "",
        row if Some(&row.id) == best.as_ref() => "best",
        row if Some(&row.id) == worst.as_ref() => "worst",
        _ => "",
    };
    let bar = |row: &&Standing| {
        context! { name => row.name, value => row.median.map(|value| format::decimal(value, 1, ctx.lang)), percent => row.median.unwrap_or(0) * 100 / slowest }
    };
    context! {
        by => asked.by, days => asked.days, tabs => By::ALL.iter().map(tab).collect::<Vec<_>>(),
        periods => PERIODS.iter().map(period).collect::<Vec<_>>(), columns => Order::ALL.iter().map(column).collect::<Vec<_>>(),
        rows => compared.rows.iter().map(|row| line(ctx, row, place(row))).collect::<Vec<_>>(), all => line(ctx, &compared.all, ""),
        charts => charts(&shown.iter().filter(|row| row.median.is_some()).map(bar).collect::<Vec<_>>()),
        any_hidden => compared.rows.iter().any(|row| row.hidden), fewest => crate::rules::FEWEST,
        csv => ctx.bare_url(&format!("/reports/delays.csv?days={}", asked.days)),
    }
}

/// One chart while they are few; of many, the best and the worst.
fn charts(bars: &[Json]) -> Vec<Json> {
    let chart = |id: &str, bars: &[Json]| context! { id, bars };
    match bars.len() {
        0 => Vec::new(),
        1..=FEW => vec![chart("median", bars)],
        many => vec![chart("first", &bars[..NAMED]), chart("last", &bars[many - NAMED..])],
    }
}

fn line(ctx: &Ctx, row: &Standing, place: &str) -> Json {
    let share = |value: Option<i64>| value.map(|value| format::percent(value, 0, ctx.lang));
    let tenth = |value: Option<i64>| value.map(|value| format::decimal(value, 1, ctx.lang));
    context! {
        name => row.name, place, hidden => row.hidden, answered => row.answered, median => tenth(row.median), p90 => tenth(row.p90),
        late => share(row.late), late_by_law => share(row.late_by_law), reopened => share(row.reopened), mark => tenth(row.mark),
        list => (!row.id.is_empty()).then(|| ctx.url(&format!("/reports?area={}", encode(&row.id)))),
    }
}

/// Every comparison of the period in one table; what is hidden is empty, and says so.
pub async fn csv(ctx: Ctx) -> Answer {
    let asked = Asked::of(&ctx.query());
    let mut out = String::from(
        "compared,id,name_ar,name_fr,answered,median_days,p90_days,late_percent,late_by_law_percent,reopened_percent,satisfaction,suppressed\r\n",
    );
    for by in By::ALL {
        let mut compared = load(&ctx, *by, asked.days).await?.as_ref().clone();
        delays::order(&mut compared.rows, asked.order);
        for row in compared.rows.iter().chain(std::iter::once(&compared.all)) {
            let number = |value: Option<i64>| value.map_or(String::new(), |value| value.to_string());
            let (ar, fr) = row.name.as_ref().map_or(("", ""), |name| (name.ar.as_str(), name.fr.as_str()));
            let cells = [
                by.to_string(),
                if row.id.is_empty() && row.name.is_none() && row == &compared.all { "*".into() } else { row.id.clone() },
                quoted(ar),
                quoted(fr),
                number(row.answered),
                decimal(row.median),
                decimal(row.p90),
                number(row.late),
                number(row.late_by_law),
                number(row.reopened),
                decimal(row.mark),
                if row.hidden { "yes" } else { "no" }.into(),
            ];
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        }
    }
    ctx.body("text/csv; charset=utf-8", out)
}

/// Tenths for programs.
fn decimal(value: Option<i64>) -> String {
    value.map_or(String::new(), |value| format!("{}.{}", value / 10, value % 10))
}

/// A cell of a table as RFC 4180 writes it.
pub fn quoted(text: &str) -> String {
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
