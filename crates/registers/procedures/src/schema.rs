//! The format as a JSON Schema, derived from the very types that read it, and the reference page made of it.

use crate::declared::ProcedureFile;
use platform::{Answer, Ctx, Json};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt::Write;

/// A text in the languages of the commune; Arabic and French always.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Text")]
pub struct Spoken {
    #[allow(dead_code)]
    ar: String,
    #[allow(dead_code)]
    fr: String,
    /// Only from a trusted source.
    #[allow(dead_code)]
    #[schemars(skip_serializing_if = "Option::is_none")]
    zgh: Option<String>,
    #[allow(dead_code)]
    #[schemars(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
}

/// How a delay counts: calendar days, working days, full days of law 55-19, or hours.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(dead_code)]
pub enum Days {
    Calendar,
    Working,
    Full,
    Hours,
}

/// One word, or a list of them.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

impl From<OneOrMany> for Vec<String> {
    fn from(either: OneOrMany) -> Vec<String> {
        match either {
            OneOrMany::One(one) => vec![one],
            OneOrMany::Many(many) => many,
        }
    }
}

/// The JSON Schema of a file of procedures.
pub fn schema() -> Json {
    let mut schema = schemars::schema_for!(ProcedureFile).to_value();
    schema["title"] = "Procedures of a commune".into();
    schema
}

pub async fn published(ctx: Ctx) -> Answer {
    ctx.body("application/schema+json; charset=utf-8", platform::json::to_string_pretty(&schema()).unwrap_or_default())
}

/// The reference page of the format, `docs/generated/procedures.md`.
pub fn reference() -> String {
    let schema = schema();
    let mut out = String::from(
        "# The format of a procedure\n\nGenerated from the program; do not edit. The same as a JSON Schema: `/procedures/schema.json`. How to write one: `docs/procedures.md`.\n",
    );
    let empty = platform::json::Map::new();
    let defs = schema["$defs"].as_object().unwrap_or(&empty);
    let first = ["Declared", "Page", "Question", "Piece", "Fee", "Clock", "Opinion", "Output", "Test"];
    let rest = defs.keys().map(String::as_str).filter(|name| !first.contains(name));
    for name in first.into_iter().chain(rest) {
        if let Some(part) = defs.get(name) {
            section(&mut out, name, part);
        }
    }
    out
}

fn section(out: &mut String, name: &str, part: &Json) {
    let title = if name == "Declared" { "procedure" } else { name };
    let about = part["description"].as_str().unwrap_or("").replace('\n', " ");
    let _ = write!(out, "\n## {title}\n\n");
    if !about.is_empty() {
        let _ = write!(out, "{about}\n\n");
    }
    let words = words(part);
    if !words.is_empty() {
        out.push_str("| word | meaning |\n|---|---|\n");
        for (word, meaning) in words {
            let _ = writeln!(out, "| `{word}` | {meaning} |");
        }
        return;
    }
    let Some(properties) = part["properties"].as_object() else {
        let _ = writeln!(out, "{}", kind(part));
        return;
    };
    let needed: Vec<&str> = part["required"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    out.push_str("| key | what it is | must be there | meaning |\n|---|---|---|---|\n");
    for (key, value) in properties {
        let must = if needed.contains(&key.as_str()) { "yes" } else { "" };
        let meaning = value["description"].as_str().unwrap_or("").replace('\n', " ");
        let _ = writeln!(out, "| `{key}` | {} | {must} | {meaning} |", kind(value));
    }
}

/// The words of an enumeration, with what each means.
fn words(part: &Json) -> Vec<(String, String)> {
    let meaning = |one: &Json| one["description"].as_str().unwrap_or("").replace('\n', " ");
    let plain = |list: &Json| -> Vec<(String, String)> {
        list.as_array().into_iter().flatten().filter_map(|word| Some((word.as_str()?.to_owned(), String::new()))).collect()
    };
    if part["enum"].is_array() {
        return plain(&part["enum"]);
    }
    let list = part["oneOf"].as_array().into_iter().flatten();
    list.flat_map(|one| match one["const"].as_str() {
        Some(word) => vec![(word.to_owned(), meaning(one))],
        None => plain(&one["enum"]),
    })
    .collect()
}

/// What a key holds, in a few words.
fn kind(value: &Json) -> String {
    if let Some(name) = value["$ref"].as_str().and_then(|at| at.rsplit('/').next()) {
        return format!("[{name}](#{})", name.to_lowercase());
    }
    for several in ["anyOf", "oneOf", "allOf"] {
        if let Some(list) = value[several].as_array() {
            let kinds: Vec<String> = list.iter().filter(|one| one["type"] != "null").map(kind).collect();
            return kinds.join(" or ");
        }
    }
    let word = match &value["type"] {
        Json::Array(list) => list.iter().filter_map(Json::as_str).find(|word| *word != "null").unwrap_or("any"),
        word => word.as_str().unwrap_or("any"),
    };
    match word {
        "array" => format!("list of {}", kind(&value["items"])),
        "boolean" => "true or false".into(),
        "integer" => "whole number".into(),
        "string" => "text".into(),
        "object" if value["additionalProperties"].is_object() => format!("table of {}", kind(&value["additionalProperties"])),
        other => other.into(),
    }
}
