//! What everybody may see: published reports, found by filters that stand in the address.

use super::points;
use crate::store;
use assets::Reading;
use cases::points::{COUNTED, PUBLISHED, STILL_OPEN};
use cases::{Case, Publication, Where};
use kernel::{Id, fold};
use platform::shelf;
use platform::store::search::{self, Visibility};
use platform::{Cursor, Fields, Problem, Result, Tx, args};
use serde::Serialize;

/// Reports that a search by words looks among.
const FOUND: i64 = 400;

/// The filters of a public list, map, feed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Filter {
    pub category: Option<String>,
    pub area: Option<String>,
    pub quarter: Option<String>,
    /// `open`, `done` or nothing.
    pub state: Option<String>,
    pub words: String,
    /// The number of an object.
    pub number: Option<String>,
    /// A box on the map: `west,south,east,north` in degrees.
    pub within: Option<String>,
    /// What the words find, for whoever asks several times.
    #[serde(skip)]
    pub found: Option<Vec<Id>>,
}

impl Filter {
    pub fn of(query: &Fields) -> Filter {
        let text = |name: &str| query.opt(name).map(|value| value.chars().take(80).collect());
        Filter {
            category: text("category"),
            area: text("area"),
            quarter: text("quarter"),
            state: text("state"),
            words: text("words").unwrap_or_default(),
            number: text("number"),
            within: text("within"),
            found: None,
        }
    }

    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// As a query, with one filter changed.
    pub fn with(&self, name: &str, value: &str) -> String {
        let own = [
            ("category", &self.category),
            ("area", &self.area),
            ("quarter", &self.quarter),
            ("state", &self.state),
            ("number", &self.number),
            ("within", &self.within),
        ];
        let mut pairs: Vec<(&str, &str)> = own.iter().filter_map(|(key, value)| Some((*key, value.as_deref()?))).collect();
        if !self.words.is_empty() {
            pairs.push(("words", &self.words));
        }
        pairs.retain(|(key, _)| *key != name);
        if !value.is_empty() {
            pairs.push((name, value));
        }
        let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={}", platform::web::encode(value))).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// Published reports that are not repetitions of another. `published` says it for lists, or for counts and places.
pub fn conditions(tx: &mut Tx, filter: &Filter, published: &str) -> Result<Where> {
    let mut conditions = Where::tenant(tx);
    let open = published == COUNTED && filter.state.as_deref() == Some("open");
    conditions.and(if open { STILL_OPEN } else { published }, vec![]);
    if let Some(category) = &filter.category {
        conditions.and("procedure = ?", args![category]);
    }
    if let Some(area) = &filter.area {
        conditions.and("area = ?", args![area]);
    }
    if let Some(quarter) = &filter.quarter {
        conditions.and("quarter = ?", args![quarter]);
    }
    if let Some(number) = &filter.number {
        match assets::read_number(tx, None, number)? {
            Reading::Known(object) => store::names_one_of(&mut conditions, &[object]),
            Reading::Either(objects) => store::names_one_of(&mut conditions, &objects),
            _ => conditions.and("asset = ?", args![number]),
        }
    }
    if let Some(within) = &filter.within {
        let classes = points::classes(&*procedures::catalog(tx)?, filter.category.as_deref());
        cases::points::bounded(&mut conditions, &classes, points::bounds(within)?);
    }
    match filter.state.as_deref() {
        Some("open") => conditions.and("phase NOT IN ('decided', 'closed')", vec![]),
        Some("done") => conditions.and("phase IN ('decided', 'closed')", vec![]),
        _ => {}
    }
    if !filter.words.is_empty() {
        match &filter.found {
            Some(found) => cases::lists::among(&mut conditions, found),
            None => cases::lists::among(&mut conditions, &search_for(tx, &filter.words)?),
        }
    }
    Ok(conditions)
}

fn search_for(tx: &mut Tx, words: &str) -> Result<Vec<Id>> {
    search::find(tx, "reports", Visibility::Clear, &fold::tokens(words), FOUND)
}

/// The same filter with what its words find.
pub fn searched(tx: &mut Tx, filter: &Filter) -> Result<Filter> {
    let found = if filter.words.is_empty() { None } else { Some(search_for(tx, &filter.words)?) };
    Ok(Filter { found, ..filter.clone() })
}

pub fn list(tx: &mut Tx, filter: &Filter, after: Option<&Cursor>, limit: i64) -> Result<Vec<Case>> {
    // What a search found is looked up by its ids.
    let few = !filter.words.is_empty()
        || !filter.is_empty() && {
            let counted = conditions(tx, filter, COUNTED)?;
            cases::lists::are_few(tx, counted)?
        };
    let conditions = conditions(tx, filter, if few { COUNTED } else { PUBLISHED })?;
    cases::lists::newest(tx, conditions, after, limit)
}

/// Numbers beyond this are told as more.
pub const MOST: i64 = 1_000;

/// How many there are, up to one more than [`MOST`].
pub fn count(tx: &mut Tx, filter: &Filter) -> Result<i64> {
    let conditions = conditions(tx, filter, COUNTED)?;
    cases::lists::count_to(tx, conditions, MOST)
}

/// All of them, counted now and then: for figures, not for lists.
pub fn figure(tx: &mut Tx, filter: &Filter) -> Result<i64> {
    let count = |tx: &mut Tx| {
        let conditions = conditions(tx, filter, COUNTED)?;
        cases::lists::count(tx, conditions)
    };
    shelf::value(tx, &format!("figure{}", filter.with("", "")), count).map(|count| *count)
}

/// The key of a row in the order of [`list`].
pub fn cursor(case: &Case) -> Cursor {
    Cursor { sort: case.received_at.to_string(), id: case.id.to_string() }
}

/// One published report. What is not published does not exist for the public.
pub fn one(tx: &mut Tx, code: &str) -> Result<Case> {
    let case = cases::by_code(tx, code)?;
    if case.publication == Publication::Published && !case.restricted { Ok(case) } else { Err(Problem::NotFound) }
}

/// Whether a moderator kept this report from the public.
pub fn is_withheld(tx: &mut Tx, code: &str) -> Result<bool> {
    let case = cases::by_code(tx, code)?;
    Ok(case.publication == Publication::Withheld && !case.restricted)
}
