//! A draft as a text: read, compared with what the country locks, and put through every check. Pure.

use crate::declared::{Declared, parse};
use crate::fault::Fault;
use crate::load::Country;
use crate::locks;
use crate::model::Procedure;
use crate::resolve::resolve;
use platform::Json;
use std::collections::BTreeSet;

/// The longest text that is kept.
pub const LONGEST: usize = 200_000;

/// What a draft is judged beside: its own id and number, and the names that other procedures of the commune took.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Beside {
    pub id: String,
    pub version: i64,
    pub taken: BTreeSet<String>,
    /// Units of the commune that the country does not know.
    pub units: BTreeSet<String>,
}

/// The one procedure of a text, or why there is none.
pub fn one(text: &str) -> Result<Declared, Fault> {
    let mut all = parse(text)?;
    match all.len() {
        1 => Ok(all.remove(0)),
        count => Err(Fault::new(&[], "one-procedure").with("count", count)),
    }
}

/// Everything that stands between a text and its publication; the procedure as it would run when nothing does.
pub fn check(country: &Country, beside: &Beside, text: &str) -> Result<Procedure, Vec<Fault>> {
    let declared = one(text).map_err(|fault| vec![fault])?;
    let located = |fault: Fault| fault.located(text, &declared.id);
    let mut found = Vec::new();
    if declared.id != beside.id {
        found.push(Fault::new(&["id"], "id-other").with("name", &beside.id));
    }
    if declared.version != beside.version {
        found.push(Fault::new(&["version"], "version-other").with("name", beside.version));
    }
    if !declared.kind.is_some_and(|kind| kind.is_request()) {
        found.push(Fault::new(&["kind"], "kind-other"));
    }
    if !country.icons.contains(&declared.icon) {
        found.push(Fault::new(&["icon"], "name-unknown").with("name", &declared.icon));
    }
    let shapeless = declared.question.iter().filter(|question| !is_name(&question.id));
    found.extend(shapeless.map(|one| Fault::new(&["question", &one.id], "name-shape").with("name", &one.id)));
    let mut known = country.known.clone();
    known.taken.extend(beside.taken.iter().cloned());
    known.units.extend(beside.units.iter().cloned());
    let national = country.national.get(&beside.id);
    if let Some((of_law, _)) = national {
        known.taken.remove(&of_law.id);
        known.taken.remove(&of_law.code);
        let resolved = |one: &Declared| resolve(one, &country.bases, &country.known.pieces);
        if let (Ok(procedure), Ok(own)) = (resolved(of_law), resolved(&declared)) {
            found.extend(locks::faults((of_law, &procedure), (&declared, &own)));
        }
    }
    let judged = country.judge_beside(&declared, text, &known);
    let mut found: Vec<Fault> = found.into_iter().map(located).collect();
    match judged {
        Ok(procedure) if found.is_empty() => Ok(procedure),
        Ok(_) => Err(found),
        Err(more) => {
            found.extend(more);
            Err(found)
        }
    }
}

/// As much of a text as can be read, for the forms and the preview of a draft that has faults.
pub fn loose(country: &Country, text: &str) -> Option<Procedure> {
    let resolved = |declared: &Declared| resolve(declared, &country.bases, &country.known.pieces).ok();
    if let Ok(declared) = one(text) {
        return resolved(&declared);
    }
    let file: Json = toml::from_str(text).ok()?;
    let written = file.get("procedure")?.get(0)?.as_object()?;
    let mut kept = platform::json::Map::new();
    for (key, value) in written {
        let value = match value {
            Json::Array(list) => {
                let fits = |item: &&Json| read(&platform::json::json!({ key.as_str(): [item] })).is_some();
                Json::Array(list.iter().filter(fits).cloned().collect())
            }
            other => other.clone(),
        };
        if read(&platform::json::json!({ key.as_str(): value })).is_some() {
            kept.insert(key.clone(), value);
        }
    }
    let mut declared = read(&Json::Object(kept))?;
    if declared.extends.0.is_empty() {
        declared.extends.0.push("request".into());
    }
    declared.kind = declared.kind.or(Some(crate::model::Kind::Authorization));
    resolved(&declared)
}

fn read(json: &Json) -> Option<Declared> {
    platform::json::from_value(json.clone()).ok()
}

/// Whether a question may be called so: its id is the name of a field, beside those that every form has.
fn is_name(id: &str) -> bool {
    const OURS: [&str; 4] = ["csrf", "lat", "lon", "quarter"];
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    !id.is_empty() && id.chars().all(plain) && !id.starts_with("x_") && !OURS.contains(&id)
}

/// A published version as it runs: the country's locked parts, the commune's own words. It was checked when it was
/// published; nothing when the country has since become such that it cannot be read.
pub fn fold(country: &Country, id: &str, text: &str) -> Option<Procedure> {
    let own = one(text).ok()?;
    let resolved = |one: &Declared| resolve(one, &country.bases, &country.known.pieces).ok();
    let Some((national, _)) = country.national.get(id) else { return resolved(&own) };
    let mut procedure = resolved(&locks::overlay(national, &own))?;
    locks::walk_as(&resolved(national)?, &mut procedure);
    Some(procedure)
}

/// What stands between the text of one category of report and its place in the catalogue; the category when nothing does.
pub fn category(country: &Country, text: &str) -> Result<Procedure, Vec<Fault>> {
    let declared = one(text).map_err(|fault| vec![fault])?;
    country.judge(&declared, text)
}
