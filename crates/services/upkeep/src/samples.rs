//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("upkeep/failures.html", "a year of lamps", failures(true))
        .sample("upkeep/failures.html", "nothing failed", failures(false))
        .sample("upkeep/lighting.html", "a quarter of a year", lighting(true))
        .sample("upkeep/lighting.html", "no lamps", lighting(false))
        .sample(
            "upkeep/rounds.html",
            "one goes on, one ended",
            json!({ "open": [round(false)], "ended": [round(true)], "plan": "/ar/desk/rounds/new" }),
        )
        .sample("upkeep/rounds.html", "none", json!({ "open": [], "ended": [], "plan": null }))
        .sample("upkeep/plan.html", "with a mistake", plan())
        .sample("upkeep/round.html", "under way", one(false))
        .sample("upkeep/round.html", "ended", one(true))
        .sample("upkeep/stop.html", "to look at", stop(false, false))
        .sample("upkeep/stop.html", "noted", stop(true, false))
        .sample("upkeep/stop.html", "too late", stop(false, true))
        .sample("upkeep/_history.html", "for everybody", history(false))
        .sample("upkeep/_history.html", "at the desk", history(true))
        .sample("upkeep/_doors.html", "two doors", json!({ "lighting": "#", "failures": "#" }))
}

fn label() -> Json {
    json!({ "ar": "عمود إنارة", "fr": "Lampadaire" })
}

fn place(quarter: &str, street: &str) -> Json {
    let named = |text: &str| if text.is_empty() { Json::Null } else { json!({ "ar": text, "fr": "" }) };
    json!({ "area": if quarter.is_empty() { Json::Null } else { json!({ "ar": "تابريكت", "fr": "Tabriquet" }) }, "quarter": named(quarter), "street": named(street) })
}

fn failures(full: bool) -> Json {
    let line = |quarter: &str, street: &str| json!({ "place": place(quarter, street), "objects": 120, "failures": 14, "rate": "11,7", "percent": 60 });
    json!({
        "kind": label(), "icon": "lamp", "kinds": [{ "name": label(), "url": "#", "current": true }, { "name": label(), "url": "#", "current": false }], "since": "2025-11-24",
        "objects": 300, "failures": if full { 40 } else { 0 }, "rate": if full { Some("13,3") } else { None }, "places": [line("حي السلام", ""), line("", "")], "streets": [line("حي السلام", "شارع محمد الخامس")],
        "work": [{ "unit": label(), "repaired": 30, "open": 2, "median": "26 ساعة" }, { "unit": label(), "repaired": 3, "open": 0, "median": null }],
        "worst": if full { vec![json!({ "number": "TAB-0412", "url": "#", "place": place("", "شارع محمد الخامس"), "failures": 5, "dark": "3 أيام" })] } else { vec![] },
        "fewest": 10, "worst_from": 3, "points": "/upkeep/worst.geojson?kind=lamp", "lighting": "#", "assets": "#",
    })
}

fn lighting(full: bool) -> Json {
    let line = |quarter: &str, percent: Option<&str>| json!({ "place": place(quarter, ""), "lamps": 120, "failures": 14, "percent": percent, "hours": 80 });
    let run = |hot: bool| json!({ "label": 4, "year": 2026, "value": "99,1", "percent": 91, "hot": hot, "url": "#", "name": "أكتوبر – دجنبر 2026" });
    json!({
        "period": "أكتوبر – دجنبر 2026", "percent": if full { Some("99,12%") } else { None }, "lamps": if full { 300 } else { 0 }, "failures": 40, "hours": 1200, "running": full,
        "run": if full { vec![run(false), run(true)] } else { vec![run(true)] }, "areas": [line("", Some("99,10%"))], "places": [line("حي السلام", Some("98,02%")), line("", None)],
        "fewest": 10, "failures_url": "#", "data": "#", "about": "#",
    })
}

fn round(ended: bool) -> Json {
    json!({
        "title": "أعمدة حي السلام", "url": "#", "unit": label(), "day": "24/11/2026", "late": !ended, "stops": 12, "noted": 5, "broken": 1, "percent": 41,
        "ended": if ended { Some("25/11/2026") } else { None },
    })
}

fn plan() -> Json {
    let options = json!([{ "value": "lamp", "label": "عمود إنارة" }]);
    json!({
        "kinds": options, "units": options, "areas": options, "quarters": options, "errors": [{ "name": "list", "text": "…" }], "most": 500, "title_most": 120, "list_most": 20000, "action": "#", "back": "#",
        "typed": { "title": "", "kind": "lamp", "unit": "", "area": "", "quarter": "", "list": "TAB-0412", "planned_on": "2026-11-24" },
    })
}

fn one(ended: bool) -> Json {
    let note = json!({ "finding": "broken", "at": "24/11/2026", "by": "سعيد" });
    json!({
        "round": round(ended), "rows": [{ "seq": 1, "url": "#", "number": "TAB-0412", "place": "شارع محمد الخامس", "note": note }, { "seq": 2, "url": "#", "number": null, "place": null, "note": null }],
        "counts": [{ "finding": "in_order", "count": 4 }, { "finding": "broken", "count": 1 }, { "finding": "not_found", "count": 0 }, { "finding": "unreadable", "count": 0 }],
        "next": if ended { None } else { Some("#") }, "planned_by": "سعيد", "back": "#", "end": if ended { None } else { Some("#") },
    })
}

fn stop(noted: bool, over: bool) -> Json {
    let note = json!({ "finding": "broken", "words": "طافية", "at": "24/11/2026", "by": "سعيد", "photo": "#", "case": { "code": "SAL-7K3Q-9MPX-R", "url": "#" } });
    json!({
        "title": "أعمدة حي السلام", "back": "#", "seq": 2, "stops": 12, "noted": 5, "percent": 41, "plate": "SAL-TAB-00412-K", "kind": label(), "icon": "lamp", "place": if noted { "" } else { "شارع محمد الخامس" },
        "lat": if noted { None } else { Some("34.041200") }, "lon": if noted { None } else { Some("-6.803300") }, "action": "#", "previous": "#", "next": if noted { None } else { Some("#") }, "key": "0192f0c4-0000-7000-8000-000000000001",
        "errors": [{ "name": "finding", "text": "…" }], "note": if noted { note } else { Json::Null }, "over": over, "findings": ["in_order", "broken", "not_found", "unreadable"],
        "categories": [{ "value": "street-lamp-out", "label": "إنارة معطلة" }, { "value": "dangerous-pole", "label": "عمود خطير" }], "words_most": 1000, "typed": { "finding": "broken", "category": "", "words": "" },
    })
}

fn history(staff: bool) -> Json {
    let row = |outcome: &str, code: Option<&str>| json!({ "title": label(), "unit": label(), "outcome": outcome, "code": code, "url": code.map(|_| "#"), "from": "20/11/2026", "until": if outcome == "open" { None } else { Some("21/11/2026") }, "lasting": "26 ساعة" });
    json!({ "rows": if staff { vec![row("open", Some("SAL-7K3Q-9MPX-R")), row("repaired", None), row("dismissed", None)] } else { vec![] }, "in_year": 2, "open": staff, "stands": !staff, "staff": staff, "failures": "#" })
}
