//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("open_data/catalogue.html", "two datasets", catalogue(true))
        .sample("open_data/catalogue.html", "no module publishes", catalogue(false))
        .sample("open_data/dataset.html", "with rows", dataset(true))
        .sample("open_data/dataset.html", "still empty", dataset(false))
}

fn files() -> Json {
    json!([{ "name": "CSV", "url": "/data/x.csv" }, { "name": "GeoJSON", "url": "/data/x.geojson" }])
}

fn catalogue(full: bool) -> Json {
    let line = |count: i64| json!({ "title": "open_data-title", "about": "open_data-lead", "url": "#", "count": count, "more": count > 1, "map": count > 0, "files": files() });
    let lines = if full { vec![line(2), line(0)] } else { vec![] };
    json!({ "lines": lines, "catalogue": "/data/catalog.json", "licence": "https://example.org" })
}

fn dataset(full: bool) -> Json {
    let cell = |text: &str| json!({ "code": text.is_ascii(), "text": text });
    let preview = if full {
        json!([[cell("1"), cell("سلا"), cell("")], [cell("2"), cell("الرباط"), cell("34.05")]])
    } else {
        json!([])
    };
    let column = |name: &str| json!({ "name": name, "about": "open_data-column" });
    json!({
        "id": "x", "title": "open_data-title", "about": "open_data-lead", "columns": [column("id"), column("name_ar"), column("lat")],
        "preview": preview, "count": if full { 2 } else { 0 }, "more": full, "at": "2026-11-24T09:00:00.000Z", "files": files(),
        "licence": "https://example.org", "excel": "/data/x.csv?excel=1",
    })
}
