//! Figures that everybody may see: what came in, how soon and how well it was answered; charts, tables, CSV.

use crate::actions::statistics::{Figures, Line, figures};
use kernel::format::{decimal, month_name, percent};
use kernel::{Id, Label};
use platform::{Answer, Ctx, Json, context, shelf};
use procedures::Catalog;

pub async fn show(ctx: Ctx) -> Answer {
    let (figures, catalog, areas, panels) = ctx
        .read(|rx| {
            // Figures of the whole commune are of no one subject.
            let panels = platform::panels(rx, "reports.statistics", &Id::new(""))?;
            Ok((
                shelf::value(rx, "statistics", figures)?,
                procedures::catalog(rx)?,
                super::filters::Choices::load(rx)?.areas,
                panels,
            ))
        })
        .await?;
    let mut model = model(&ctx, &figures, &catalog, &areas);
    model["panels"] = platform::shown_panels(&ctx, &panels).into();
    ctx.page("reports/statistics.html", model).await
}

pub fn model(ctx: &Ctx, figures: &Figures, catalog: &Catalog, areas: &[(String, Label)]) -> Json {
    let most = |lines: &[Line]| lines.iter().map(|line| line.received).max().unwrap_or(0).max(1);
    let share = |value: Option<i64>| value.map(|value| percent(value, 0, ctx.lang));
    let line = |line: &Line, most: i64, name: Option<&Label>, href: Option<String>| {
        context! {
            id => line.id, name => name, href => href, received => line.received, open => line.open, answered => line.answered,
            in_time => share(line.in_time_percent), median => line.median_days, percent => line.received * 100 / most,
        }
    };
    let categories: Vec<Json> = figures
        .categories
        .iter()
        .map(|one| {
            let known = catalog.find(&one.id);
            line(
                one,
                most(&figures.categories),
                known.map(|p| &p.title),
                known.filter(|p| p.public).map(|p| ctx.url(&format!("/reports?category={}", p.id))),
            )
        })
        .collect();
    let of_area: Vec<Json> = figures
        .areas
        .iter()
        .map(|one| {
            let name = areas.iter().find(|(code, _)| *code == one.id).map(|(_, name)| name);
            line(one, most(&figures.areas), name, name.map(|_| ctx.url(&format!("/reports?area={}", one.id))))
        })
        .collect();
    let busiest = figures.months.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let month = |(place, (month, count)): (usize, &(String, i64))| {
        let (year, number) = month.split_once('-').unwrap_or((month, "1"));
        let number = number.parse::<i8>().unwrap_or(1);
        let name = month_name(number, ctx.lang);
        // The year stands where it begins, and at the first month.
        let label = if place == 0 || number == 1 { format!("{name} {year}") } else { name.to_owned() };
        context! { id => month, label => label, value => count, percent => count * 100 / busiest }
    };
    let months: Vec<Json> = figures.months.iter().enumerate().map(month).collect();
    context! {
        figures, in_time => share(figures.in_time_percent), mean_mark => figures.mean_mark.map(|mark| decimal(mark, 1, ctx.lang)),
        categories, areas => of_area, months, csv => ctx.bare_url("/reports/statistics.csv"), since => figures.since,
    }
}
