//! What the bases give a procedure: taken over into its own text to be changed, left out, or brought back.

use super::Text;
use super::inputs::List;
use crate::declared::{Declared, Extends};
use crate::load::Country;
use crate::model::Procedure;
use crate::resolve;
use platform::Json;
use platform::json;
use toml_edit::{Array, InlineTable, Item, Value};

/// The elements that the bases of a text give to a list, in order, as they are written.
pub fn elements(text: &mut Text, list: &List, country: &Country) -> Vec<(String, Json)> {
    let own = Declared { extends: Extends(text.words("extends")), ..Declared::default() };
    let Ok(shared) = resolve::shared(&own, &country.bases) else { return Vec::new() };
    let all = json::to_value(shared).ok();
    let of_list = all.as_ref().and_then(|all| all.get(list.name)?.as_array());
    let named = |one: &Json| Some((one.get("id")?.as_str()?.to_owned(), one.clone()));
    of_list.into_iter().flatten().filter_map(named).collect()
}

/// How `without` names an element of a list.
fn name(list: &List, id: &str) -> String {
    format!("{}.{id}", list.name)
}

/// The elements of the bases that the procedure has not.
pub fn left_out(text: &mut Text, list: &List) -> Vec<String> {
    let all = text.words("without");
    all.iter().filter_map(|name| name.strip_prefix(list.name)?.strip_prefix('.').map(str::to_owned)).collect()
}

/// Copies an element of the bases into the text, where it can be changed. Nothing when the bases do not have it.
pub fn take_over(text: &mut Text, list: &List, id: &str, country: &Country) -> bool {
    let found = elements(text, list, country).into_iter().find(|(name, _)| name == id);
    let Some((_, Json::Object(element))) = found else { return false };
    if !text.add(list.name, list.naming(), id) {
        return false;
    }
    let Some(table) = text.place(list.name, id) else { return false };
    let keys = list.fields.iter().map(|field| field.key.split('.').next().unwrap_or(field.key));
    let rest = element.keys().map(String::as_str);
    for key in keys.chain(rest) {
        if !table.contains_key(key)
            && let Some(value) = element.get(key).and_then(said)
        {
            table.insert(key, Item::Value(value));
        }
    }
    true
}

/// A value as one would write it: what is empty or no is not said.
fn said(value: &Json) -> Option<Value> {
    match value {
        Json::Null | Json::Bool(false) => None,
        Json::Bool(true) => Some(true.into()),
        Json::Number(number) => number.as_i64().map(Value::from),
        Json::String(text) => Some(text.as_str().into()),
        Json::Array(list) if list.is_empty() => None,
        Json::Array(list) => Some(Value::Array(list.iter().filter_map(said).collect::<Array>())),
        Json::Object(map) => {
            let mut table = InlineTable::new();
            let spoken = ["ar", "fr", "zgh", "en"];
            let rest = map.keys().map(String::as_str).filter(|key| !spoken.contains(key));
            let pairs = spoken.into_iter().chain(rest).filter_map(|key| Some((key, said(map.get(key)?)?)));
            pairs.for_each(|(key, value)| drop(table.insert(key, value)));
            (!table.is_empty()).then_some(Value::InlineTable(table))
        }
    }
}

/// Leaves out what the bases give; what the text says of it goes too.
pub fn leave_out(text: &mut Text, list: &List, id: &str, country: &Country) -> bool {
    if !elements(text, list, country).iter().any(|(name, _)| name == id) {
        return false;
    }
    text.remove(list.name, id);
    let mut words = text.words("without");
    if !words.contains(&name(list, id)) {
        words.push(name(list, id));
        text.set_words("without", words);
    }
    true
}

pub fn bring_back(text: &mut Text, list: &List, id: &str) {
    let mut words = text.words("without");
    words.retain(|word| *word != name(list, id));
    text.set_words("without", words);
}

/// Moves an element of a shared list: the order is the procedure's own once the text has all of them.
pub fn shift(text: &mut Text, list: &List, id: &str, up: bool, around: (&Country, &Procedure)) {
    let (country, procedure) = around;
    let order: Vec<String> = match list.name {
        "state" => procedure.states.iter().map(|one| one.id.clone()).collect(),
        "action" => procedure.actions.iter().map(|one| one.id.clone()).collect(),
        "survey" => procedure.survey.iter().map(|one| one.id.clone()).collect(),
        _ => Vec::new(),
    };
    for id in &order {
        if text.place(list.name, id).is_none() {
            take_over(text, list, id, country);
        }
    }
    text.arrange(list.name, &order);
    text.shift(list.name, id, up);
}

/// A shared element as a table, for the forms.
pub fn as_table(element: &Json) -> Option<InlineTable> {
    let mut all = InlineTable::new();
    let map = element.as_object()?;
    map.iter().filter_map(|(key, value)| Some((key, said(value)?))).for_each(|(key, value)| drop(all.insert(key, value)));
    Some(all)
}
