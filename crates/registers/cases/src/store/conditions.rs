//! Conditions on cases. Who may see what is said here, once, in SQL: list, count, export and search all use it.

use kernel::Id;
use platform::{Result, Tx, Value, args};
use std::sync::Arc;
use units::Reached;

/// A condition with its parameters, built as parts join. The first parameter is always the tenant.
pub struct Where {
    pub(super) text: String,
    pub(super) values: Vec<Value>,
}

impl Where {
    pub fn tenant(tx: &Tx) -> Where {
        Where { text: "tenant = $1".into(), values: args![tx.tenant()] }
    }

    /// Adds a condition in which `?` stands for the next parameters.
    pub fn and(&mut self, condition: &str, values: Vec<Value>) {
        let bound = self.bound(condition, values);
        self.text.push_str(&format!(" AND ({bound})"));
    }

    /// The same condition with numbered parameters, its values among the others; where it stands is the caller's.
    pub(super) fn bound(&mut self, condition: &str, values: Vec<Value>) -> String {
        let mut values = values.into_iter();
        let mut text = String::new();
        for part in condition.split_inclusive('?') {
            match part.strip_suffix('?') {
                Some(before) => {
                    self.values.extend(values.next());
                    text.push_str(&format!("{before}${}", self.values.len()));
                }
                None => text.push_str(part),
            }
        }
        text
    }

    /// The text after `WHERE`, and its values.
    pub fn parts(self) -> (String, Vec<Value>) {
        (self.text, self.values)
    }

    /// Marks for a list of values: `?, ?, ?`.
    pub fn marks(count: usize) -> String {
        vec!["?"; count.max(1)].join(", ")
    }
}

/// Cases that rows of other tables name. As one list of ids it leads the database to those few cases; as alternatives of a
/// condition it would have to ask each case.
#[derive(Debug, Default)]
pub struct Named {
    selects: Vec<String>,
    values: Vec<Value>,
}

impl Named {
    /// Adds what a statement selects, in which `?` stands for the next values.
    pub fn add(&mut self, select: String, values: Vec<Value>) {
        self.selects.push(select);
        self.values.extend(values);
    }

    pub fn join(&mut self, other: Named) {
        self.selects.extend(other.selects);
        self.values.extend(other.values);
    }

    pub fn is_empty(&self) -> bool {
        self.selects.is_empty()
    }

    /// Whether any is named: often none is, and a database may look through every case to find that out.
    pub fn any(&self, tx: &mut Tx) -> Result<bool> {
        if self.is_empty() {
            return Ok(false);
        }
        let mut conditions = Where::tenant(tx);
        let named = conditions.bound(&self.selects.join(" UNION ALL "), self.values.clone());
        Ok(tx.count(&format!("SELECT 1 AS n FROM ({named}) AS named LIMIT 1"), conditions.values)? > 0)
    }

    /// The condition on a case that it is one of them.
    pub fn one_of(self, conditions: &mut Where) {
        let (text, values) = self.condition();
        conditions.and(&text, values);
    }

    pub fn condition(self) -> (String, Vec<Value>) {
        match self.selects.is_empty() {
            true => ("1 = 0".to_owned(), vec![]),
            false => (format!("id IN ({})", self.selects.join(" UNION ALL ")), self.values),
        }
    }
}

/// One grant as SQL sees it: the units and areas it covers, `None` for all.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    pub reached: Option<Arc<Reached>>,
    pub areas: Option<Vec<String>>,
    pub restricted: bool,
}

impl Window {
    /// Whether it opens every case that is not confidential.
    pub fn is_whole(&self) -> bool {
        self.areas.is_none() && self.reached.as_ref().is_none_or(|reached| reached.others.is_empty())
    }

    /// Whether it covers the lesser part of the units. The greater part is said by the few that it does not cover.
    pub fn is_by_unit(&self) -> bool {
        self.reached.as_ref().is_some_and(|reached| reached.units.len() <= reached.others.len())
    }

    /// The one unit that it covers.
    fn only(&self) -> Option<&Id> {
        match &*self.reached.as_ref()?.units {
            [unit] if self.is_by_unit() => Some(unit),
            _ => None,
        }
    }

    pub fn covers(&self, unit: &Id) -> bool {
        self.reached.as_ref().is_none_or(|reached| reached.contains(unit))
    }
}

/// How a condition names the unit, or the phase. SQLite takes an index by unit, or that of open cases, wherever it can, and then
/// sorts or walks all that it finds there: hidden from it, the column is only compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Plain,
    /// As SQLite's indexes of one unit's cases, `cases_open_of_unit` and `cases_of_unit`, name it.
    Own,
    Hidden,
}

impl Column {
    pub(super) fn name(self) -> &'static str {
        match self {
            Column::Plain => "unit",
            Column::Own => "unit || ''",
            Column::Hidden => "'' || unit",
        }
    }

    pub(super) fn phase(self) -> &'static str {
        match self {
            Column::Plain => "phase",
            Column::Own | Column::Hidden => "phase || ''",
        }
    }
}

/// Whether all that these grants open is of one unit.
pub fn is_of_one_unit(windows: &[Window]) -> bool {
    matches!(windows, [window] if window.only().is_some())
}

/// What these grants open, and the cases that are brought besides.
pub fn reached(conditions: &mut Where, windows: &[Window], brought: Named) {
    let (opened, mut values) = opened(windows, Column::Hidden);
    let (brought, more) = brought.condition();
    values.extend(more);
    conditions.and(&format!("{opened} OR (restricted = 'no' AND {brought})"), values);
}

/// What these grants open. No grant opens nothing.
pub fn visible(conditions: &mut Where, windows: &[Window]) {
    visible_by(conditions, windows, Column::Hidden);
}

/// The same, naming the unit in one way.
pub fn visible_by(conditions: &mut Where, windows: &[Window], unit: Column) {
    let (text, values) = opened(windows, unit);
    conditions.and(&text, values);
}

/// What no grant opens, so that it is not told twice.
pub fn not_visible(conditions: &mut Where, windows: &[Window]) {
    let (text, values) = opened(windows, Column::Hidden);
    conditions.and(&format!("CASE WHEN {text} THEN 1 ELSE 0 END = 0"), values);
}

fn opened(windows: &[Window], unit: Column) -> (String, Vec<Value>) {
    let column = unit.name();
    let mut text = Vec::new();
    let mut values = Vec::new();
    for window in windows {
        let mut one = vec![if window.restricted { "1 = 1".to_owned() } else { "restricted = 'no'".to_owned() }];
        match &window.reached {
            Some(reached) if window.is_by_unit() => one.push(among_units(column, "IN", &reached.units, &mut values)),
            Some(reached) if !reached.others.is_empty() => {
                one.push(among_units(column, "NOT IN", &reached.others, &mut values));
            }
            _ => {}
        }
        if let Some(areas) = &window.areas {
            one.push(format!("area IN ({})", Where::marks(areas.len())));
            values.extend(if areas.is_empty() { args![""] } else { areas.iter().flat_map(|area| args![area]).collect() });
        }
        text.push(format!("({})", one.join(" AND ")));
    }
    if text.is_empty() {
        text.push("1 = 0".to_owned());
    }
    (text.join(" OR "), values)
}

fn among_units(column: &str, how: &str, units: &[Id], values: &mut Vec<Value>) -> String {
    values.extend(if units.is_empty() { args![""] } else { units.iter().flat_map(|unit| args![unit]).collect() });
    format!("{column} {how} ({})", Where::marks(units.len()))
}

/// Cases of these ids: what a search found.
pub fn among(conditions: &mut Where, ids: &[Id]) {
    let mut values: Vec<Value> = if ids.is_empty() { args![""] } else { ids.iter().flat_map(|id| args![id]).collect() };
    // The last one again and again: for a few lengths of the list a database keeps its plan.
    values.resize(values.len().next_power_of_two(), values[values.len() - 1].clone());
    conditions.and(&format!("id IN ({})", Where::marks(values.len())), values);
}
