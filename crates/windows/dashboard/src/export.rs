//! The same figures as CSV, for a spreadsheet.

use crate::figures::{self, Figure, Figures, Group};
use crate::written::decimal;
use kernel::Label;
use platform::web::Path;
use platform::{Answer, Ctx, Problem, Result};

const GROUP: [&str; 14] = [
    "key",
    "name_ar",
    "name_fr",
    "received",
    "open",
    "late",
    "answered",
    "service_met",
    "service_missed",
    "answer_met",
    "answer_missed",
    "median_days",
    "marks",
    "mean_mark",
];

pub async fn csv(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let figure = file.strip_suffix(".csv").and_then(Figure::parse).ok_or(Problem::NotFound)?;
    let days = figures::period(ctx.query().get("days"));
    let loaded = ctx.read(move |rx| figures::load(rx, days, Some(figure))).await?;
    ctx.body("text/csv; charset=utf-8", written(&loaded, figure)?)
}

fn written(figures: &Figures, figure: Figure) -> Result<Vec<u8>> {
    let mut out = ::csv::Writer::from_writer(Vec::new());
    let rows: Vec<Vec<String>> = match figure {
        Figure::Months => figures.months.iter().map(month).collect(),
        Figure::Reopened => figures.groups(figure).iter().map(reopened).collect(),
        Figure::Units | Figure::Categories | Figure::Areas => figures.groups(figure).iter().map(group).collect(),
    };
    let head: &[&str] = match figure {
        Figure::Months => &["month", "received", "answered"],
        Figure::Reopened => &["key", "name_ar", "name_fr", "answered_once", "reopened"],
        Figure::Units | Figure::Categories | Figure::Areas => &GROUP,
    };
    out.write_record(head).map_err(Problem::internal)?;
    for row in rows {
        out.write_record(row).map_err(Problem::internal)?;
    }
    out.into_inner().map_err(Problem::internal)
}

fn month((day, month): &(kernel::Day, cases::figures::Month)) -> Vec<String> {
    vec![day.to_string()[..7].to_owned(), month.received.to_string(), month.answered.to_string()]
}

fn named(group: &Group) -> Vec<String> {
    let name = |of: fn(&Label) -> &String| group.name.as_ref().map(of).cloned().unwrap_or_default();
    vec![group.key.clone(), name(|label| &label.ar), name(|label| &label.fr)]
}

fn reopened(group: &Group) -> Vec<String> {
    let counts = &group.line.counts;
    let mut row = named(group);
    row.extend([counts.settled, counts.reopened].map(|number| number.to_string()));
    row
}

fn group(group: &Group) -> Vec<String> {
    let (line, counts) = (&group.line, &group.line.counts);
    let numbers = [
        counts.received,
        counts.open,
        counts.late,
        counts.answered,
        line.delays.service.met,
        line.delays.service.missed,
        line.delays.answer.met,
        line.delays.answer.missed,
    ];
    let mut row = named(group);
    row.extend(numbers.map(|number| number.to_string()));
    row.extend([decimal(line.median), line.marks.count.to_string(), decimal(line.mark())]);
    row
}
