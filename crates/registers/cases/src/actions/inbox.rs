//! The inbox: what the grants of this actor open, and beside it the few cases that a task, an opinion or a delay brings before him.

use super::look::{search_for, windows};
use super::{ladder, tasks};
use crate::model::{Case, Filter, View};
use crate::store::lists::{self, Column, Named, Where, Window};
use crate::{SEE, store};
use kernel::Id;
use platform::{Cursor, Result, Tx};

/// So many cases of a unit are sorted anew for each page. Among more of them, the newest are soon found by going back from the
/// newest of all.
const SORTED: i64 = 5_000;

/// One page of the inbox. One look is recorded for the whole list, since its rows show the beginning of what was written.
pub fn list(tx: &mut Tx, filter: &Filter, after: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    let inbox = Inbox::of(tx, filter)?;
    let by_age = matches!(filter.view, View::Answered | View::All);
    let mut cases = Vec::new();
    for part in inbox.parts(tx, filter)? {
        cases.extend(match by_age {
            true => newest(tx, &inbox, filter, part, after, limit)?,
            false => lists::page(tx, part.conditions, after, limit)?,
        });
    }
    if by_age {
        cases.sort_by(|one, other| (other.received_at, &other.id).cmp(&(one.received_at, &one.id)));
    } else {
        cases.sort_by_cached_key(|case| (lists::cursor(case).sort, case.id.clone()));
    }
    cases.truncate(limit.max(0) as usize);
    Ok(cases)
}

/// Counted apart from the list: SQLite would read every case of a large unit to sort it.
fn newest(tx: &mut Tx, inbox: &Inbox, filter: &Filter, part: Part, after: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    let many = part.granted && inbox.found.is_none() && (inbox.by_unit() || filter.unit.is_some()) && {
        let counted = inbox.granted(tx, filter, Column::Plain);
        lists::count_to(tx, counted, SORTED)? > SORTED
    };
    let conditions = if many { inbox.granted(tx, filter, Column::Hidden) } else { part.conditions };
    lists::newest(tx, conditions, after, limit)
}

pub fn count(tx: &mut Tx, filter: &Filter) -> Result<i64> {
    count_to(tx, filter, i64::MAX - 1)
}

/// The same, up to one more than `most`.
pub fn count_to(tx: &mut Tx, filter: &Filter, most: i64) -> Result<i64> {
    let mut found = 0;
    for part in Inbox::of(tx, filter)?.parts(tx, filter)? {
        if found <= most {
            found += lists::count_to(tx, part.conditions, most - found)?;
        }
    }
    Ok(found)
}

struct Inbox {
    windows: Vec<Window>,
    person: Option<Id>,
    /// The units that this actor may be asked about, and those for which he answers when a delay has run out.
    covered: Vec<Id>,
    answered: Vec<Id>,
    told: Option<Id>,
    /// What the words of the filter find.
    found: Option<Vec<Id>>,
}

/// One of the two halves of the inbox; no case is in both.
struct Part {
    conditions: Where,
    granted: bool,
}

impl Inbox {
    fn of(tx: &mut Tx, filter: &Filter) -> Result<Inbox> {
        let (told, answered) = ladder::own(tx)?;
        let found = match &filter.found {
            Some(found) => Some(found.clone()),
            None if filter.words.trim().is_empty() => None,
            None => Some(search_for(tx, &filter.words)?),
        };
        let (windows, covered) = (windows(tx, SEE)?, tasks::covered_units(tx)?);
        Ok(Inbox { windows, person: tasks::own_person(tx), covered, answered, told, found })
    }

    fn by_unit(&self) -> bool {
        self.windows.iter().all(|window| window.units.is_some())
    }

    fn parts(&self, tx: &mut Tx, filter: &Filter) -> Result<Vec<Part>> {
        // Open cases, and what a search found, have better indexes than that of the unit.
        let by_age = matches!(filter.view, View::Answered | View::All) && self.found.is_none();
        let unit = if by_age { Column::Plain } else { Column::Hidden };
        let mut parts = vec![Part { conditions: self.granted(tx, filter, unit), granted: true }];
        let brought = self.brought();
        if !brought.is_empty() && !self.windows.iter().any(Window::is_whole) {
            let mut conditions = self.filtered(tx, filter, Column::Hidden);
            conditions.and("restricted = 'no'", vec![]);
            brought.one_of(&mut conditions);
            lists::not_visible(&mut conditions, &self.windows);
            parts.push(Part { conditions, granted: false });
        }
        Ok(parts)
    }

    fn granted(&self, tx: &Tx, filter: &Filter, unit: Column) -> Where {
        let mut conditions = self.filtered(tx, filter, unit);
        lists::visible_by(&mut conditions, &self.windows, unit);
        conditions
    }

    /// Cases of other units that this actor sees.
    fn brought(&self) -> Named {
        let mut named = store::tasks::brought(&self.covered, self.person.as_ref());
        named.join(store::opinions::brought(&self.covered));
        named.join(store::ladder::brought(self.told.as_ref(), &self.answered));
        named
    }

    fn filtered(&self, tx: &Tx, filter: &Filter, unit: Column) -> Where {
        let mut conditions = Where::tenant(tx);
        if filter.view == View::Escalated {
            store::ladder::brought(self.told.as_ref(), &self.answered).one_of(&mut conditions);
        }
        if filter.view == View::Tasks {
            store::tasks::brought(&tasks::own_units(tx), self.person.as_ref()).one_of(&mut conditions);
        }
        lists::filtered(&mut conditions, filter, unit, tx.now());
        if let Some(found) = &self.found {
            lists::among(&mut conditions, found);
        }
        conditions
    }
}
