//! The menu of a page: what this person may open, and how much waits behind it.

use super::ctx::Ctx;
use crate::module::{CountFn, Waits};
use crate::{Result, Tx};
use serde::Serialize;

/// Numbers beyond this are told as more.
const COUNTED: i64 = 999;

#[derive(Debug, Clone, Serialize)]
pub(super) struct MenuLine {
    label: String,
    url: String,
    #[serde(skip)]
    pub(super) path: &'static str,
    pub(super) icon: &'static str,
    pub(super) count: Option<i64>,
    /// There are more than were counted.
    more: bool,
    current: bool,
    group: &'static str,
}

/// Work first, the look at figures and people next, administration last.
pub(super) fn rank(path: &str) -> u8 {
    match path {
        "/" => 0,
        _ if path.starts_with("/desk") => 1,
        _ if path.starts_with("/admin") => 3,
        _ => 2,
    }
}

/// What waits behind each line that counts, asked of the database in one question.
fn counts(tx: &mut Tx, counted: &[Option<CountFn>]) -> Result<Vec<Option<i64>>> {
    let waits: Vec<_> = counted.iter().map(|count| count.map(|count| count(tx)).transpose()).collect::<Result<_>>()?;
    let asked = waits.iter().flatten().flat_map(|waits| waits.asked.iter().cloned()).collect();
    let mut answers = tx.counts(asked)?.into_iter();
    let mut number = |waits: Waits| {
        let found = answers.by_ref().take(waits.asked.len()).sum();
        waits.answered(tx, found)
    };
    waits.into_iter().map(|waits| waits.map(&mut number).transpose()).collect()
}

impl Ctx {
    /// The links this person may follow. Counts are asked in one read, and only for staff.
    pub(super) async fn menu(&self) -> Result<Vec<MenuLine>> {
        let staff = self.actor.is_staff();
        let mut items: Vec<_> = self
            .app
            .menu()
            .iter()
            .filter(|item| item.permission.map_or(!staff, |needed| staff && self.may(needed)))
            .cloned()
            .collect();
        items.sort_by_key(|item| rank(item.path)); // stable: within a rank the order of the modules stays
        let counts = if staff {
            let counted: Vec<_> = items.iter().map(|item| item.count).collect();
            self.read(move |rx| counts(rx, &counted)).await?
        } else {
            vec![None; items.len()]
        };
        let path = &self.address.path;
        let here = |item: &&crate::module::MenuItem| {
            path == item.path || path.strip_prefix(item.path).is_some_and(|rest| rest.starts_with('/') && item.path != "/")
        };
        let current = items.iter().filter(here).max_by_key(|item| item.path.len()).map(|item| item.path);
        let line = |(item, count): (crate::module::MenuItem, Option<i64>)| MenuLine {
            label: self.text(item.label, &[]),
            url: self.url(item.path),
            path: item.path,
            icon: item.icon,
            count: count.map(|count| count.min(COUNTED)),
            more: count.is_some_and(|count| count > COUNTED),
            current: current == Some(item.path),
            group: "",
        };
        Ok(items.into_iter().zip(counts).map(line).collect())
    }
}
