//! A service of another system as the text of a category of ours. Pure.

use crate::services::{LINE, PRIVATE};
use georeport::{Attribute, Definition, Service};
use kernel::fold;
use platform::Json;
use platform::json::json;
use procedures::Catalog;

/// Signs of a long text.
pub const TEXT_MOST: i64 = 2_000;
/// Where what nobody knows is sorted.
const SORTING: &str = "complaints-cell";
const DELAY_DAYS: i64 = 60;

/// The text, in the shape of the pack's reports. Other systems speak one language: it stands for both until a person
/// translates it.
pub fn category(catalog: &Catalog, service: &Service, definition: Option<&Definition>) -> Result<String, toml::ser::Error> {
    let id = slug(&service.code);
    let questions: Vec<Json> = definition.map(|one| one.attributes.iter().map(question).collect()).unwrap_or_default();
    let words: Vec<&String> = service.keywords.iter().filter(|word| *word != PRIVATE).collect();
    let group = group(catalog, service);
    let mut procedure = json!({
        "id": format!("imported-{id}"),
        "code": format!("L-{id}"),
        "version": 1,
        "kind": "report",
        "extends": "report",
        "group": group.map_or("administration", |group| group.id.as_str()),
        "icon": group.map_or("inbox", |group| group.icon.as_str()),
        "title": said(&service.name),
        "keywords": { "ar": words, "fr": words },
        "public": !service.keywords.iter().any(|word| word == PRIVATE),
        "photo": "optional",
        "place": "needed",
        "route": [{ "unit": SORTING, "level": "commune" }],
        "clock": [{
            "id": "answer", "span": DELAY_DAYS, "kind": "calendar", "starts": "received", "stops": "answered",
            "source": { "kind": "law", "confirm": true, "text": {
                "ar": "أجل قانوني أقصى: 60 يوما (المرسوم 2.17.265)", "fr": "Délai légal maximal : 60 jours (décret 2-17-265)",
            } },
            "on_due": [{ "do": "notify_head" }],
        }],
    });
    if let Some(description) = &service.description {
        procedure["hint"] = said(description);
    }
    if !questions.is_empty() {
        procedure["question"] = Json::Array(questions);
    }
    toml::to_string(&json!({ "procedure": [procedure] }))
}

/// The same words in both languages that a category must have.
fn said(words: &str) -> Json {
    json!({ "ar": words, "fr": words })
}

fn question(attribute: &Attribute) -> Json {
    let kind = match (attribute.variable, attribute.datatype.as_str()) {
        (false, _) => "info",
        (_, "singlevaluelist") => "choice",
        (_, "multivaluelist") => "choices",
        (_, "number") => "number",
        (_, "datetime") => "date",
        _ => "text",
    };
    let mut told = json!({
        "id": slug(&attribute.code),
        "kind": kind,
        "page": "details",
        "label": said(if attribute.description.is_empty() { &attribute.code } else { &attribute.description }),
        "required": attribute.required && attribute.variable,
    });
    if let Some(hint) = &attribute.hint {
        told["hint"] = said(hint);
    }
    if kind == "text" {
        told["max"] = json!(if attribute.datatype == "text" { TEXT_MOST } else { LINE });
    }
    if matches!(kind, "choice" | "choices") {
        let options = attribute.values.iter().map(|one| json!({ "id": one.key, "label": said(&one.name) }));
        told["options"] = options.collect();
    }
    told
}

/// A code as the name of a field: small letters, digits and hyphens.
fn slug(code: &str) -> String {
    let plain: String =
        code.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { "unnamed".into() } else { parts.join("-") }
}

/// Our group of the same name, in any language.
fn group<'a>(catalog: &'a Catalog, service: &Service) -> Option<&'a procedures::Group> {
    let wanted = fold::tokens(service.group.as_deref().or(service.groups.first().map(String::as_str))?);
    let named = |group: &&procedures::Group| {
        let name = &group.name;
        [Some(&name.ar), Some(&name.fr), name.en.as_ref()].into_iter().flatten().any(|name| fold::tokens(name) == wanted)
    };
    catalog.groups.iter().find(named)
}
