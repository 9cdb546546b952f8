//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("public_site/home.html", "a town with reports", home(true))
        .sample("public_site/home.html", "the first day", home(false))
        .sample("public_site/contact.html", "emergencies", contact())
        .sample("public_site/counters.html", "two counters, closed", counters())
        .sample("public_site/counters.html", "no counter yet", json!({ "counters": [], "hours": hours(true) }))
        .sample("public_site/information.html", "an officer", json!({ "officer": label() }))
        .sample("public_site/privacy.html", "the retention table", privacy())
        .sample("public_site/accessibility.html", "the statement", json!({}))
        .sample("public_site/source.html", "published", json!({ "address": "https://example.org/jamaa" }))
        .sample("public_site/source.html", "not published", json!({ "address": "" }))
        .sample("public_site/search.html", "three kinds of results", found())
        .sample(
            "public_site/search.html",
            "nothing",
            json!({ "asked": "x", "categories": [], "requests": [], "pages": [], "reports": [], "count": 0 }),
        )
}

fn label() -> Json {
    json!({ "ar": "الإنارة العمومية", "fr": "Éclairage public" })
}

fn hours(open: bool) -> Json {
    let week: Vec<Json> = (1..=7).map(|day| json!({ "day": "الاثنين", "works": day < 6 })).collect();
    json!({
        "open": open, "closes": "16:30", "opens": "8:30", "next_day": "غدا", "week": week, "from": "8:30", "to": "16:30",
        "ramadan_from": "9:00", "ramadan_to": "15:00", "coming": [{ "day": "الاثنين 11 يناير", "name": label(), "estimate": true }],
    })
}

fn row() -> Json {
    json!({
        "title": label(), "place": label(), "when": "أمس", "icon": "lamp", "url": "/ar/reports/SAL", "text": "ستة أعمدة منطفئة",
        "pill": { "kind": "future", "text": label() },
    })
}

fn home(lively: bool) -> Json {
    let outage =
        json!({ "text": "نظام الحالة المدنية متوقف منذ الساعة 10:20", "words": label(), "expected": null, "url": "/ar/status" });
    json!({
        "outages": if lively { vec![outage] } else { vec![] },
        "groups": [{ "label": label(), "hint": "مصباح منطفئ", "url": "/ar/report#lighting", "icon": "lamp" }],
        "latest": if lively { vec![row()] } else { vec![] }, "hours": hours(lively), "open": 37, "solved": 1204,
        "population": if lively { Some(945_101) } else { None }, "arrondissements": if lively { vec![label()] } else { vec![] },
        "categories": 36, "example": "SAL-7K3Q-9MPX-R",
    })
}

fn contact() -> Json {
    let number = json!({ "number": "15", "for": label(), "confirm": true });
    json!({ "emergency": [number], "helpline": [number], "hours": hours(true) })
}

fn counters() -> Json {
    let counter = |area: Json| json!({ "name": label(), "area": area, "channels": ["counter", "phone", "post"] });
    json!({ "counters": [counter(label()), counter(Json::Null)], "hours": hours(false) })
}

fn privacy() -> Json {
    let line = |days: i64, then: &str| json!({ "kind": "x", "days": days, "then": then, "name": label(), "basis": label(), "confirm": true });
    json!({ "officer": null, "retention": [line(365, "erase"), line(30, "keep"), line(0, "keep_without_person")] })
}

fn found() -> Json {
    let place = json!({ "label": label(), "url": "/ar/report/street-lamp-out", "icon": "lamp" });
    let page = json!({ "label": "public_site-contact-title", "url": "/ar/contact", "icon": "phone" });
    let request = json!({ "label": label(), "hint": label(), "url": "/ar/procedures/repair-permit", "icon": "building" });
    json!({ "asked": "إنارة", "categories": [place], "requests": [request], "pages": [page], "reports": [row()], "count": 3 })
}
