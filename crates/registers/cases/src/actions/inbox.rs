//! The inbox: what the grants of this actor open, and beside it the few cases that a task, an opinion or a delay brings before him.

use super::look::{search_for, windows};
use super::{ladder, tasks};
use crate::model::{Case, Filter, View};
use crate::store::lists::{self, Column, Named, Where, Window};
use crate::{SEE, store};
use kernel::Id;
use platform::{Count, Cursor, Result, Tx};

/// The tables whose rows bring cases before somebody.
const BROUGHT_BY: [&str; 5] = ["cases_tasks", "cases_opinions", "cases_cases", "cases_escalated", "cases_escalations"];

/// One page of the inbox. One look is recorded for the whole list, since its rows show the beginning of what was written.
pub fn list(tx: &mut Tx, filter: &Filter, after: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    let inbox = Inbox::of(tx, filter)?;
    let by_age = matches!(filter.view, View::Answered | View::All);
    let mut cases = Vec::new();
    for part in inbox.parts(tx, filter) {
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

/// Counted apart from the list where several units are asked for: SQLite would read every case of them to sort it.
fn newest(tx: &mut Tx, inbox: &Inbox, filter: &Filter, part: Part, after: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    let many = part.granted && inbox.found.is_none() && !inbox.is_of_one_unit(filter) && inbox.by_unit() && {
        let counted = inbox.granted(tx, filter, Column::Plain);
        !lists::are_few(tx, counted)?
    };
    let conditions = if many { inbox.granted(tx, filter, Column::Hidden) } else { part.conditions };
    lists::newest(tx, conditions, after, limit)
}

pub fn count(tx: &mut Tx, filter: &Filter) -> Result<i64> {
    count_to(tx, filter, i64::MAX - 1)
}

/// The same, up to one more than `most`.
pub fn count_to(tx: &mut Tx, filter: &Filter, most: i64) -> Result<i64> {
    Inbox::of(tx, filter)?.count_to(tx, filter, most)
}

/// The same, to be asked together with other counts.
pub fn asked_to(tx: &mut Tx, filter: &Filter, most: i64) -> Result<Vec<Count>> {
    let inbox = Inbox::of(tx, filter)?;
    Ok(inbox.parts(tx, filter).into_iter().map(|part| lists::asked_to(part.conditions, most)).collect())
}

/// How many there are in each of these views, up to one more than `most`. What a search found is few: one question counts it.
pub fn counts_by_view(tx: &mut Tx, filter: &Filter, views: &[View], most: i64) -> Result<Vec<i64>> {
    let of = |view: &View| Filter { view: *view, ..filter.clone() };
    let inbox = Inbox::of(tx, filter)?;
    if inbox.found.is_none() {
        return views.iter().map(|view| inbox.count_to(tx, &of(view), most)).collect();
    }
    let mut conditions = Where::tenant(tx);
    inbox.narrowed(&mut conditions, filter, Column::Hidden);
    lists::reached(&mut conditions, &inbox.windows, inbox.brought());
    let sets = views.iter().map(|view| {
        let (in_view, mut values) = lists::in_view(&of(view), Column::Hidden, tx.now());
        let (named, more) = inbox.named_in(tx, *view).map_or_else(|| ("1 = 1".into(), vec![]), Named::condition);
        values.extend(more);
        (format!("({in_view}) AND {named}"), values)
    });
    let sets = sets.collect();
    lists::counts_in(tx, conditions, sets)
}

struct Inbox {
    windows: Vec<Window>,
    person: Option<Id>,
    /// The units that this actor may be asked about, and those for which he answers when a delay has run out.
    covered: Vec<Id>,
    answered: Vec<Id>,
    told: Option<Id>,
    /// Whether any case is brought before this actor that his grants may not open.
    brings: bool,
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
        let mut inbox = Inbox { windows, person: tasks::own_person(tx), covered, answered, told, brings: false, found };
        inbox.brings = !inbox.windows.iter().any(Window::is_whole) && inbox.is_brought_any(tx)?;
        Ok(inbox)
    }

    /// Whether any case is brought before this actor; a page asks for several lists of his.
    fn is_brought_any(&self, tx: &mut Tx) -> Result<bool> {
        #[derive(Clone)]
        struct Any(bool);
        let Some(person) = &self.person else { return self.brought().any(tx) };
        let any = tx.once(&BROUGHT_BY, person, |tx| self.brought().any(tx).map(Any))?;
        Ok(any.0)
    }

    fn count_to(&self, tx: &mut Tx, filter: &Filter, most: i64) -> Result<i64> {
        let mut found = 0;
        for part in self.parts(tx, filter) {
            if found <= most {
                found += lists::count_to(tx, part.conditions, most - found)?;
            }
        }
        Ok(found)
    }

    fn is_of_one_unit(&self, filter: &Filter) -> bool {
        filter.unit.is_some() || lists::is_of_one_unit(&self.windows)
    }

    fn by_unit(&self) -> bool {
        self.windows.iter().all(Window::is_by_unit)
    }

    fn parts(&self, tx: &Tx, filter: &Filter) -> Vec<Part> {
        let by_age = matches!(filter.view, View::Answered | View::All);
        let unit = match self.found {
            // What a search found, or rows of other tables name, is led to by its ids.
            Some(_) => Column::Hidden,
            None if self.named_in(tx, filter.view).is_some() => Column::Hidden,
            None if by_age && !self.is_of_one_unit(filter) => Column::Plain,
            None => Column::Own,
        };
        let mut parts = vec![Part { conditions: self.granted(tx, filter, unit), granted: true }];
        if self.brings {
            let mut conditions = self.filtered(tx, filter, Column::Hidden, Column::Hidden);
            conditions.and("restricted = 'no'", vec![]);
            self.brought().one_of(&mut conditions);
            lists::not_visible(&mut conditions, &self.windows);
            parts.push(Part { conditions, granted: false });
        }
        parts
    }

    fn granted(&self, tx: &Tx, filter: &Filter, unit: Column) -> Where {
        // What rows of other tables name is few, and led to by them.
        let phase = if self.named_in(tx, filter.view).is_some() { Column::Hidden } else { Column::Plain };
        let mut conditions = self.filtered(tx, filter, unit, phase);
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

    /// The cases of a view that rows of other tables name.
    fn named_in(&self, tx: &Tx, view: View) -> Option<Named> {
        match view {
            View::Escalated => Some(store::ladder::brought(self.told.as_ref(), &self.answered)),
            View::Tasks => Some(store::tasks::brought(&tasks::own_units(tx), self.person.as_ref())),
            _ => None,
        }
    }

    fn filtered(&self, tx: &Tx, filter: &Filter, unit: Column, phase: Column) -> Where {
        let mut conditions = Where::tenant(tx);
        if let Some(named) = self.named_in(tx, filter.view) {
            named.one_of(&mut conditions);
        }
        let (view, values) = lists::in_view(filter, phase, tx.now());
        conditions.and(&view, values);
        self.narrowed(&mut conditions, filter, unit);
        conditions
    }

    fn narrowed(&self, conditions: &mut Where, filter: &Filter, unit: Column) {
        lists::narrowed(conditions, filter, unit);
        if let Some(found) = &self.found {
            lists::among(conditions, found);
        }
    }
}
