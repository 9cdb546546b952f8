//! Open data of this module: how often what was decided, and why, month by month.

use crate::model::Line;
use crate::store;
use kernel::Moment;
use platform::json::{Value, json};
use platform::{Dataset, Problem, Result, Tx};

pub const MODERATION: Dataset = Dataset {
    id: "moderation",
    title: "moderation-data",
    description: "moderation-data-about",
    columns: &[
        ("id", "moderation-column-id"),
        ("month", "moderation-column-month"),
        ("kind", "moderation-column-kind"),
        ("reason", "moderation-column-reason"),
        ("count", "moderation-column-count"),
    ],
    point: None,
    rows,
};

fn rows(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<Vec<Value>>> {
    let since = Moment::parse("2000-01-01T00:00:00Z").ok_or_else(|| Problem::internal("a moment"))?;
    let id = |line: &Line| format!("{}/{}/{}", line.month, line.kind, line.reason);
    let lines = store::counts(tx, since)?.into_iter().filter(|line| id(line).as_str() > after);
    let row = |line: Line| vec![json!(id(&line)), json!(line.month), json!(line.kind), json!(line.reason), json!(line.count)];
    Ok(lines.take(usize::try_from(limit).unwrap_or(0)).map(row).collect())
}
