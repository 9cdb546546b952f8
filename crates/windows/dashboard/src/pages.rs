//! The page of figures: tiles, charts drawn here, and the same figures in a table.

use crate::figures::{self, Figure, Figures, Group, Line, PERIODS};
use crate::written::{percent, tenths};
use cases::figures::{Kept, Month};
use kernel::{Day, format};
use platform::{Answer, Ctx, Json, context};

/// Bars of one chart; the table has them all.
const BARS: usize = 10;
const YEAR: usize = 12;

pub async fn show(ctx: Ctx) -> Answer {
    let query = ctx.query();
    let days = figures::period(query.get("days"));
    let figure = query.opt("figure").and_then(Figure::parse);
    let loaded = ctx.read(move |rx| figures::load(rx, days, figure)).await?;
    let periods: Vec<Json> = PERIODS
        .iter()
        .map(|period| {
            let label = ctx.text("dashboard-period", &[("days", &period.to_string())]);
            context! { label => label, url => address(&ctx, *period, figure), current => *period == days }
        })
        .collect();
    match figure {
        Some(figure) => table(&ctx, &loaded, figure, days, periods).await,
        None => overview(&ctx, &loaded, days, periods).await,
    }
}

fn address(ctx: &Ctx, days: i64, figure: Option<Figure>) -> String {
    let figure = figure.map_or(String::new(), |figure| format!("&figure={figure}"));
    ctx.url(&format!("/dashboard?days={days}{figure}"))
}

fn csv(ctx: &Ctx, days: i64, figure: Figure) -> String {
    ctx.bare_url(&format!("/dashboard/{figure}.csv?days={days}"))
}

async fn overview(ctx: &Ctx, figures: &Figures, days: i64, periods: Vec<Json>) -> Answer {
    let all = figures.all();
    let charts: Vec<Json> = Figure::ALL.iter().flat_map(|figure| drawn(ctx, figures, *figure, days)).collect();
    let model = context! {
        empty => all.counts.total == 0, days => days, periods => periods, tiles => tiles(ctx, &all),
        charts => charts, desk => ctx.may(cases::SEE),
    };
    ctx.page("dashboard/overview.html", model).await
}

fn tiles(ctx: &Ctx, all: &Line) -> Vec<Json> {
    let desk = |path: &str| if ctx.may(cases::SEE) { ctx.url(path) } else { String::new() };
    let tile = |id: &str, value: String, note: (i64, i64), url: String, kind: &str, icon: &str| context! { id => id, value => value, part => note.0, whole => note.1, url => url, kind => kind, icon => icon };
    let number = |value: i64| format::number(value, ctx.lang);
    let share = |kept: Kept| percent(figures::kept(kept), ctx.lang);
    let late = if all.counts.late > 0 { "alarm" } else { "" };
    vec![
        tile("open", number(all.counts.open), (0, 0), desk("/desk"), "", "inbox"),
        tile("late", number(all.counts.late), (0, 0), desk("/desk?view=late"), late, "warning"),
        tile(
            "service",
            share(all.delays.service),
            (all.delays.service.met, all.delays.service.all()),
            String::new(),
            "forest",
            "target",
        ),
        tile(
            "answer",
            share(all.delays.answer),
            (all.delays.answer.met, all.delays.answer.all()),
            String::new(),
            "forest",
            "scale",
        ),
        tile("median", tenths(all.median, ctx.lang), (0, all.counts.answered), String::new(), "", "clock"),
        tile("mark", tenths(all.mark(), ctx.lang), (0, all.marks.count), String::new(), "future", "khatam"),
    ]
}

/// The charts of a figure: months make two, this year and the one before, on one scale.
fn drawn(ctx: &Ctx, figures: &Figures, figure: Figure, days: i64) -> Vec<Json> {
    let all = figures.all();
    let chart = |id: &str, shape: &str, items: Vec<Json>, part: i64, whole: i64| context! { id => id, shape => shape, items => items, part => part, whole => whole, share => percent(all.reopened(), ctx.lang), table => address(ctx, days, Some(figure)), csv => csv(ctx, days, figure) };
    let groups = figures.groups(figure);
    match figure {
        Figure::Months => {
            let most = figures.months.iter().map(|(_, month)| month.received).max().unwrap_or(0);
            let (before, last) = figures.months.split_at(figures.months.len().saturating_sub(YEAR));
            let sum = |months: &[(Day, Month)]| months.iter().map(|(_, month)| month.received).sum::<i64>();
            let mut charts = vec![chart("months", "columns", columns(ctx, last, most), 0, sum(last))];
            if sum(before) > 0 {
                charts.push(chart("months-before", "columns", columns(ctx, before, most), 0, sum(before)));
            }
            charts
        }
        Figure::Units => {
            let bars =
                bars(ctx, figure, groups, |line| figures::kept(line.delays.service), |share| percent(Some(share), ctx.lang));
            vec![chart("units", "bars", worst(bars), all.delays.service.met, all.delays.service.all())]
        }
        Figure::Categories | Figure::Areas => {
            let received = |line: &Line| Some(line.counts.received).filter(|count| *count > 0);
            let bars = bars(ctx, figure, groups, received, |count| format::number(count, ctx.lang));
            vec![chart(figure.as_str(), "bars", bars, 0, all.counts.received)]
        }
        Figure::Reopened => {
            let mut groups: Vec<Group> = groups.into_iter().filter(|group| group.line.counts.reopened > 0).collect();
            groups.sort_by_key(|group| std::cmp::Reverse(group.line.reopened()));
            let bars = bars(ctx, figure, groups, Line::reopened, |share| percent(Some(share), ctx.lang));
            vec![chart("reopened", "bars", bars, all.counts.reopened, all.counts.settled)]
        }
    }
}

/// Shares fill up to a hundred; counts up to the greatest.
fn bars(
    ctx: &Ctx,
    figure: Figure,
    groups: Vec<Group>,
    value: impl Fn(&Line) -> Option<i64>,
    written: impl Fn(i64) -> String,
) -> Vec<Json> {
    let valued: Vec<(Group, i64)> =
        groups.into_iter().filter_map(|group| value(&group.line).map(|value| (group, value))).take(BARS).collect();
    let shares = matches!(figure, Figure::Units | Figure::Reopened);
    let most = if shares { 100 } else { valued.iter().map(|(_, value)| *value).max().unwrap_or(1) };
    let bar = |(group, value): &(Group, i64)| context! { name => group.name, value => written(*value), percent => value * 100 / most.max(1), href => rows_of(ctx, figure, &group.key), hot => false };
    valued.iter().map(bar).collect()
}

/// The bar that wants attention: the lowest share, when it is not alone.
fn worst(mut bars: Vec<Json>) -> Vec<Json> {
    let lowest = bars.iter().filter_map(|bar| bar["percent"].as_i64()).min().unwrap_or(100);
    if bars.len() > 1
        && lowest < 100
        && let Some(bar) = bars.iter_mut().find(|bar| bar["percent"].as_i64() == Some(lowest))
    {
        bar["hot"] = Json::Bool(true);
    }
    bars
}

/// Behind each bar its cases, for those who may open them.
fn rows_of(ctx: &Ctx, figure: Figure, key: &str) -> String {
    let name = match figure {
        Figure::Units => "unit",
        Figure::Areas => "area",
        Figure::Categories | Figure::Reopened | Figure::Months => "category",
    };
    if ctx.may(cases::SEE) && !key.is_empty() { ctx.url(&format!("/desk?view=all&{name}={key}")) } else { String::new() }
}

fn columns(ctx: &Ctx, months: &[(Day, Month)], most: i64) -> Vec<Json> {
    let current = ctx.today().to_string();
    let column = |(day, month): &(Day, Month)| {
        let label = ctx.text(&format!("dashboard-month-{}", day.0.month()), &[]);
        let hot = day.to_string()[..7] == current[..7];
        context! { label => label, value => month.received.to_string(), percent => month.received * 100 / most.max(1), hot => hot }
    };
    months.iter().map(column).collect()
}

async fn table(ctx: &Ctx, figures: &Figures, figure: Figure, days: i64, periods: Vec<Json>) -> Answer {
    let number = |value: i64| format::number(value, ctx.lang);
    let (columns, rows): (&[&str], Vec<Json>) = match figure {
        Figure::Months => {
            let name = |day: &Day| format!("{} {}", format::month_name(day.0.month(), ctx.lang), day.year());
            let row = |(day, month): &(Day, Month)| context! { text => name(day), cells => [number(month.received), number(month.answered)] };
            (&["received", "answered"], figures.months.iter().rev().map(row).collect())
        }
        Figure::Reopened => {
            let row = |group: &Group| context! { name => group.name, cells => [number(group.line.counts.settled), number(group.line.counts.reopened), percent(group.line.reopened(), ctx.lang)] };
            (&["settled", "reopened", "share"], figures.groups(figure).iter().map(row).collect())
        }
        Figure::Units | Figure::Categories | Figure::Areas => {
            let row = |group: &Group| context! { name => group.name, href => rows_of(ctx, figure, &group.key), cells => cells(ctx, &group.line) };
            (
                &["received", "open", "late", "answered", "service", "answer", "median", "mark"],
                figures.groups(figure).iter().map(row).collect(),
            )
        }
    };
    let model = context! {
        figure => figure.as_str(), days => days, periods => periods, columns => columns, rows => rows,
        csv => csv(ctx, days, figure), back => address(ctx, days, None), by_period => figure != Figure::Months,
    };
    ctx.page("dashboard/table.html", model).await
}

fn cells(ctx: &Ctx, line: &Line) -> Vec<String> {
    let number = |value: i64| format::number(value, ctx.lang);
    let share = |kept: Kept| percent(figures::kept(kept), ctx.lang);
    let counts = &line.counts;
    vec![
        number(counts.received),
        number(counts.open),
        number(counts.late),
        number(counts.answered),
        share(line.delays.service),
        share(line.delays.answer),
        tenths(line.median, ctx.lang),
        tenths(line.mark(), ctx.lang),
    ]
}
