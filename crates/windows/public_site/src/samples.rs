//! One model of each page, for the sweep that renders every template in every language.

use platform::Module;
use platform::json::json;

pub(crate) fn add(module: Module) -> Module {
    let label = json!({ "ar": "نص", "fr": "Texte", "en": "Text" });
    let row = json!({ "title": "x", "text": "y", "icon": "lamp", "url": "/", "pill": { "kind": "future", "text": "z" } });
    let number = json!([{ "number": "15", "for": label, "confirm": true }]);
    let group = json!({ "label": "x", "hint": "y", "icon": "lamp", "kind": "river", "url": "/" });
    let kept = json!([{ "kind": "x", "days": 30, "then": "erase", "name": label, "basis": label, "confirm": true }, { "kind": "y", "days": 0, "then": "keep", "name": label, "basis": label, "confirm": false }]);
    module
        .sample("public_site/home.html", "a busy commune", json!({ "groups": [group], "latest": [row], "answered": 12 }))
        .sample("public_site/home.html", "the first day", json!({ "groups": [], "latest": [], "answered": 0 }))
        .sample("public_site/search.html", "found", json!({ "words": "x", "categories": [row], "reports": [row] }))
        .sample("public_site/search.html", "nothing found", json!({ "words": "x", "categories": [], "reports": [] }))
        .sample("public_site/contact.html", "numbers", json!({ "emergency": number, "helplines": number }))
        .sample(
            "public_site/counters.html",
            "counters",
            json!({ "counters": [label], "opens": "08:30", "closes": "16:30", "holidays": [{ "day": "x", "name": label }] }),
        )
        .sample("public_site/privacy.html", "kept data", json!({ "retention": kept }))
        .sample("public_site/information.html", "as it is", json!({}))
        .sample("public_site/accessibility.html", "as it is", json!({}))
        .sample("public_site/source.html", "a version", json!({ "version": "0.1.0" }))
}
