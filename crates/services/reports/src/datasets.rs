//! Open data: every report that its author agreed to show and that was not held back, without words and persons.

use crate::store::Answered;
use crate::{rules, store};
use cases::{Case, Publication, Where};
use kernel::Point;
use platform::json::{Value, json};
use platform::{Cursor, Dataset, Result, Tx, args};
use procedures::Catalog;

pub const REPORTS: Dataset = Dataset {
    id: "reports",
    title: "reports-data",
    description: "reports-data-about",
    columns: &[
        ("code", "reports-column-code"),
        ("category", "reports-column-category"),
        ("category_code", "reports-column-category-code"),
        ("received_on", "reports-column-received"),
        ("state", "reports-column-state"),
        ("outcome", "reports-column-outcome"),
        ("arrondissement", "reports-column-area"),
        ("quarter", "reports-column-quarter"),
        ("lat", "reports-column-lat"),
        ("lon", "reports-column-lon"),
        ("due_on", "reports-column-due"),
        ("answered_on", "reports-column-answered"),
        ("in_time", "reports-column-in-time"),
        ("followers", "reports-column-followers"),
        ("reopened", "reports-column-reopened"),
        ("rating", "reports-column-rating"),
    ],
    point: Some(("lat", "lon")),
    rows,
};

/// What was read and published, as in the public list. Newest first; the code of the last row is the key of the next page.
fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let mut conditions = Where::tenant(tx);
    conditions.and("publication = ? AND restricted = 'no'", args![Publication::Published]);
    let after = if after.is_empty() { None } else { Some(cases::by_code(tx, after)?) };
    let cursor = after.as_ref().map(crate::actions::public::cursor);
    let cases = cases::lists::newest(tx, conditions, cursor.as_ref(), limit)?;
    let catalog = procedures::catalog(tx)?;
    lines(tx, &catalog, &cases)
}

fn lines(tx: &mut Tx, catalog: &Catalog, cases: &[Case]) -> Result<Vec<Vec<Value>>> {
    let answers = store::answers(tx, cases)?;
    Ok(cases.iter().map(|case| row(catalog, case, answers.get(&case.id))).collect())
}

/// The same columns for every case of the reach of an actor.
pub fn reach(tx: &mut Tx, at_once: i64) -> Result<Vec<Vec<Value>>> {
    let catalog = procedures::catalog(tx)?;
    let windows = cases::windows(tx, crate::EXPORT)?;
    let (mut all, mut cursor): (Vec<_>, Option<Cursor>) = (Vec::new(), None);
    loop {
        let mut conditions = Where::tenant(tx);
        cases::visible(&mut conditions, &windows);
        let cases = cases::lists::newest(tx, conditions, cursor.as_ref(), at_once)?;
        all.extend(lines(tx, &catalog, &cases)?);
        match cases.last() {
            Some(last) if cases.len() as i64 == at_once => cursor = Some(crate::actions::public::cursor(last)),
            _ => return Ok(all),
        }
    }
}

fn row(catalog: &Catalog, case: &Case, answer: Option<&Answered>) -> Vec<Value> {
    let procedure = catalog.find(&case.procedure);
    let point = case.point.map(|point| rules::grid(point, procedure.map_or(1_000, |procedure| procedure.open.point_precision_m)));
    let due = answer.and_then(|answer| answer.due_on).or(case.due_at.map(|due| due.day()));
    let degrees = |of: fn(Point) -> f64| point.map(|point| (of(point) * 1e5).round() / 1e5);
    vec![
        json!(case.code),
        json!(case.procedure),
        json!(procedure.map(|procedure| &procedure.code)),
        json!(case.received_at.day().to_string()),
        json!(case.state),
        json!(case.outcome),
        json!(case.area),
        json!(case.quarter),
        json!(degrees(Point::lat)),
        json!(degrees(Point::lon)),
        json!(due.map(|day| day.to_string())),
        json!(case.answered_at.map(|at| at.day().to_string())),
        json!(answer.map(|answer| if answer.in_time { "yes" } else { "no" })),
        json!(case.followers),
        json!(case.reopened),
        json!(case.rating),
    ]
}
