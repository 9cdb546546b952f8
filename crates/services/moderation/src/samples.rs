//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("moderation/queue.html", "one waits, and a reason lacks", queue())
        .sample("moderation/queue.html", "nothing waits", json!({ "rows": [], "reasons": [], "next": null, "total": 0, "errors": [] }))
        .sample("moderation/photo.html", "nothing is hidden yet", photo(false))
        .sample("moderation/photo.html", "a part is hidden and everybody sees it", photo(true))
        .sample("moderation/appeals.html", "one of somebody else, one of one's own", appeals())
        .sample("moderation/appeals.html", "nothing waits", json!({ "rows": [], "errors": [] }))
        .sample("moderation/public.html", "a year", public())
        .sample("moderation/_public.html", "kept back", json!({ "kind": "withheld", "reason": reason(), "at": "24 نونبر 2026", "how": "/moderation" }))
        .sample("moderation/_public.html", "changed", json!({ "kind": "edited", "reason": null, "at": "24 نونبر 2026", "how": "/moderation" }))
        .sample("moderation/_author.html", "an appeal is possible", json!({ "words": "احذفوا رقم السيارة", "may": true, "until": "9 دجنبر 2026", "key": "x", "action": "/x", "appeal": null }))
        .sample("moderation/_author.html", "it was answered", json!({ "words": "", "may": false, "until": null, "key": "x", "action": "/x", "appeal": appeal("granted") }))
        .sample("moderation/_file.html", "two decisions", json!({ "rows": [{ "kind": "withheld", "reason": reason(), "words": "…", "at": "24 نونبر" }, { "kind": "published", "reason": null, "words": "", "at": "25 نونبر" }], "appeal": appeal("open") }))
}

fn reason() -> Json {
    json!({ "ar": "يتضمن معطيات تدل على شخص", "fr": "Contient des données personnelles" })
}

fn title() -> Json {
    json!({ "ar": "مصباح لا يضيء", "fr": "Lampadaire éteint" })
}

fn appeal(outcome: &str) -> Json {
    let answered = outcome != "open";
    json!({ "words": "لا أسمي أحدا", "answer": answered.then_some("معكم حق"), "outcome": outcome, "at": "24 نونبر", "answered": answered.then_some("25 نونبر"), "open": !answered })
}

fn wrong(name: &str) -> Json {
    json!([{ "name": name, "text": "…" }])
}

fn offered() -> Json {
    json!([{ "id": "x", "thumb": "/x", "hide": "/x", "hidden": 2 }, { "id": "y", "thumb": "/y", "hide": "/y", "hidden": 0 }])
}

fn queue() -> Json {
    json!({
        "rows": [{
            "id": "x", "code": "SAL-7K3Q-9MPX-R", "title": title(), "icon": "lamp", "words": "الضو طافي", "written": "الضو طافي", "lang": "ar", "dir": "rtl",
            "show_words": true, "photos": offered(), "photo": "x", "reason": "insult", "note": "", "place": title(), "asset": "TAB-0412", "received": "24 نونبر",
            "url": "/desk/x", "errors": wrong("reason"),
        }],
        "reasons": [{ "value": "insult", "label": "سب" }], "next": "/x", "total": 1, "errors": wrong("reason"),
    })
}

fn photo(made: bool) -> Json {
    json!({
        "code": "SAL-7K3Q-9MPX-R", "action": "/x", "before": "/x", "after": made.then_some("/y"), "versions": if made { json!([{ "at": "24 نونبر", "count": 2 }]) } else { json!([]) },
        "cells": [1, 2, 3], "hidden": i64::from(made) * 2, "is_public": made, "queue": "/x", "url": "/x", "errors": if made { json!([]) } else { wrong("parts") },
    })
}

fn appeals() -> Json {
    let row = |mine: bool| {
        json!({
            "id": "x", "code": "SAL-7K3Q-9MPX-R", "title": title(), "icon": "lamp", "dir": "rtl", "url": "/desk/x", "asked": "24 نونبر", "appeal": "لا أسمي أحدا",
            "reason": reason(), "mine": mine, "written": "الضو طافي", "show_words": true, "photos": offered(), "shown": "الضو طافي", "answer": "", "photo": "",
            "errors": wrong("answer"),
        })
    };
    json!({ "rows": [row(false), row(true)], "errors": wrong("answer") })
}

fn public() -> Json {
    json!({
        "published": 412, "edited": 37, "withheld": 9, "reasons": [{ "name": reason(), "withheld": 4, "edited": 30 }], "granted": 2, "refused": 1, "open": 1,
        "appeal_days": 15, "data": "/data/moderation.csv",
    })
}
