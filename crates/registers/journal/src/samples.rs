//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("journal/list.html", "a day of work", list(true))
        .sample("journal/list.html", "nothing found", list(false))
        .sample("journal/entry.html", "in the middle of the chain", entry(true))
        .sample("journal/entry.html", "a broken one", entry(false))
}

fn list(full: bool) -> Json {
    let row = json!({
        "seq": 4187, "at": "2026-11-24T09:14:00.000Z", "actor": "staff:0193", "verb": "cases.answered", "subject": "0193-6f2a",
        "url": "/ar/admin/journal/4187", "by_actor": "#", "by_subject": "#",
    });
    json!({
        "rows": if full { vec![row] } else { vec![] }, "total": 4187, "next": if full { Some("#") } else { None },
        "modules": [{ "label": "cases", "url": "#", "current": true }],
        "signed": if full { Some(json!({ "day": "2026-11-23", "seq": 4100, "hash": "ab12", "signature": "x" })) } else { None },
        "asked": { "verb": "cases.", "subject": null, "actor": null, "day": "2026-11-24" },
    })
}

fn entry(holds: bool) -> Json {
    json!({
        "seq": 2, "at": "2026-11-24T09:14:00.000Z", "actor": "system:worker", "verb": "cases.answered", "subject": "0193",
        "pairs": [["reason", "case"]], "hash": "ab".repeat(32), "previous": "00".repeat(32), "holds": holds,
        "older": if holds { Some("#") } else { None }, "newer": if holds { Some("#") } else { None }, "of_subject": "#",
    })
}
