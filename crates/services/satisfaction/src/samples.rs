//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("satisfaction/tap.html", "a mark is asked", tap(false))
        .sample("satisfaction/tap.html", "it was given", tap(true))
        .sample("satisfaction/counter.html", "the secret is wrong", counter())
        .sample("satisfaction/_file.html", "nobody asked yet", json!({ "action": "/x" }))
        .sample("satisfaction/low.html", "two low marks", low())
        .sample("satisfaction/low.html", "none", json!({ "rows": [] }))
        .sample("satisfaction/public.html", "a year", public())
        .sample("satisfaction/public.html", "too few", json!({ "count": null, "mean": null, "solved": null, "reopened": 0, "answered": 0, "ways": [], "rows": [], "fewest": 5, "data": "/x" }))
}

fn name() -> Json {
    json!({ "ar": "مصلحة الطرق", "fr": "Service de la voirie" })
}

fn tap(over: bool) -> Json {
    let errors = if over { json!([]) } else { json!([{ "name": "mark", "text": "…" }]) };
    json!({ "code": "SAL-7K3Q-9MPX-R", "title": name(), "over": over, "key": "x", "words": "", "errors": errors, "action": "/x", "back": "/x" })
}

fn counter() -> Json {
    json!({ "action": "/x", "code": "SAL-7K3Q-9MPX-R", "mark": "2", "solved": "no", "words": "تأخروا", "errors": [{ "name": "pin", "text": "…" }] })
}

fn low() -> Json {
    let row = |mark: i64, words: Option<&str>| json!({ "code": "SAL-7K3Q-9MPX-R", "url": "/x", "title": name(), "unit": name(), "mark": mark, "solved": words.map(|_| "no"), "words": words, "means": "phone", "at": "24 نونبر", "action": "/x", "round": 0 });
    json!({ "rows": [row(1, Some("لم يأت أحد")), row(2, None)] })
}

fn public() -> Json {
    json!({
        "count": 120, "mean": "3.9", "solved": "71%", "reopened": 8, "answered": 300, "ways": [{ "means": "page", "count": 80 }, { "means": "phone", "count": 40 }],
        "rows": [{ "name": name(), "count": 116, "mean": "3.9", "solved": "71%", "answered": 280, "reopened": 8 }, { "name": name(), "count": null, "mean": null, "solved": null, "answered": 20, "reopened": 0 }],
        "fewest": 5, "data": "/data/satisfaction.csv",
    })
}
