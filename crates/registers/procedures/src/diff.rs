//! What changes from one text to another, key by key: lists of things with an id are compared by their ids.

use crate::version::Change;
use platform::Json;
use std::collections::BTreeMap;

/// The last part of a path that tells in which order a list stands.
pub const ORDER: &str = "order";

/// The changes between two declarations, in the order of the paths. A text that cannot be read counts as empty.
pub fn between(before: &str, after: &str) -> Vec<Change> {
    let (before, after) = (leaves(before), leaves(after));
    let mut all: Vec<&Vec<String>> = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))).collect();
    all.sort();
    all.into_iter()
        .filter(|at| before.get(*at) != after.get(*at) && !only_longer(at, before.get(*at), after.get(*at)))
        .map(|at| Change { at: at.clone(), before: before.get(at).cloned(), after: after.get(at).cloned() })
        .collect()
}

/// The order of a list is told only when nothing came or went.
fn only_longer(at: &[String], before: Option<&String>, after: Option<&String>) -> bool {
    let sorted = |words: Option<&String>| {
        let mut all: Vec<String> = words.map(|words| words.split(" → ").map(str::to_owned).collect()).unwrap_or_default();
        all.sort();
        all
    };
    at.last().is_some_and(|last| last == ORDER) && sorted(before) != sorted(after)
}

fn leaves(text: &str) -> BTreeMap<Vec<String>, String> {
    let read: Option<Json> = toml::from_str(text).ok();
    let first = read.as_ref().and_then(|file| file.get("procedure")?.get(0));
    let mut found = BTreeMap::new();
    if let Some(procedure) = first {
        walk(procedure, &mut Vec::new(), &mut found);
    }
    found.retain(|at, _| *at != ["version"]);
    found
}

fn walk(value: &Json, at: &mut Vec<String>, found: &mut BTreeMap<Vec<String>, String>) {
    match value {
        Json::Object(map) => {
            for (key, value) in map {
                at.push(key.clone());
                walk(value, at, found);
                at.pop();
            }
        }
        Json::Array(list) if list.iter().any(Json::is_object) => {
            let ids: Vec<&str> = list.iter().filter_map(|item| item.get("id").and_then(Json::as_str)).collect();
            if ids.len() > 1 {
                found.insert(at.iter().cloned().chain([ORDER.to_owned()]).collect(), ids.join(" → "));
            }
            for (place, item) in list.iter().enumerate() {
                let name = ["id", "name", "law", "unit"].iter().find_map(|key| item.get(key).and_then(Json::as_str));
                at.push(name.map_or_else(|| (place + 1).to_string(), str::to_owned));
                walk(item, at, found);
                at.pop();
            }
        }
        Json::Array(list) => drop(found.insert(at.clone(), list.iter().map(plain).collect::<Vec<_>>().join(", "))),
        other => drop(found.insert(at.clone(), plain(other))),
    }
}

fn plain(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
