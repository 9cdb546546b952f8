//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("dashboard/overview.html", "a busy quarter", overview(true))
        .sample("dashboard/overview.html", "nothing answered yet", overview(false))
        .sample("dashboard/overview.html", "no case", json!({ "empty": true, "days": 90, "periods": periods(), "tiles": [], "charts": [], "desk": false }))
        .sample("dashboard/table.html", "by unit", table())
        .sample("dashboard/table.html", "by month", json!({ "figure": "months", "days": 90, "periods": periods(), "columns": ["received", "answered"], "rows": [{ "text": "نونبر 2026", "cells": ["310", "298"] }], "csv": "#", "back": "#", "by_period": false }))
        .sample("dashboard/table.html", "nothing to show", json!({ "figure": "reopened", "days": 30, "periods": periods(), "columns": ["settled", "reopened", "share"], "rows": [], "csv": "#", "back": "#", "by_period": true }))
}

fn periods() -> Json {
    json!([{ "label": "30", "url": "#", "current": false }, { "label": "90", "url": "#", "current": true }])
}

fn name() -> Json {
    json!({ "ar": "شعبة الإنارة العمومية", "fr": "Service de l’éclairage public" })
}

fn overview(answered: bool) -> Json {
    let tile = |id: &str, value: &str, url: &str| json!({ "id": id, "value": value, "part": 3, "whole": if answered { 4 } else { 0 }, "url": url, "kind": "forest", "icon": "clock" });
    let items = if answered {
        json!([{ "name": name(), "value": "75%", "percent": 75, "href": "#", "hot": true }, { "name": null, "value": "100%", "percent": 100, "href": "", "hot": false }])
    } else {
        json!([])
    };
    let months = json!([{ "label": "أكتوبر", "value": "310", "percent": 52, "hot": false }, { "label": "نونبر", "value": "602", "percent": 100, "hot": true }]);
    let chart = |id: &str, shape: &str, items: &Json| json!({ "id": id, "shape": shape, "items": items, "part": 3, "whole": 4, "share": "75%", "table": "#", "csv": "#" });
    json!({
        "empty": false, "days": 90, "periods": periods(), "desk": answered,
        "tiles": [tile("open", "37", "#"), tile("late", "3", ""), tile("service", "75%", ""), tile("answer", "98%", ""), tile("median", "3,5", ""), tile("mark", "4,2", "")],
        "charts": [
            chart("months", "columns", &months), chart("months-before", "columns", &months), chart("units", "bars", &items),
            chart("categories", "bars", &items), chart("areas", "bars", &items), chart("reopened", "bars", &items),
        ],
    })
}

fn table() -> Json {
    json!({
        "figure": "units", "days": 90, "periods": periods(), "columns": ["received", "open", "late", "answered", "service", "answer", "median", "mark"],
        "rows": [{ "name": name(), "href": "#", "cells": ["12", "3", "1", "9", "75%", "100%", "3,5", "—"] }, { "name": null, "href": "", "cells": ["1", "1", "0", "0", "—", "—", "—", "—"] }],
        "csv": "#", "back": "#", "by_period": true,
    })
}
