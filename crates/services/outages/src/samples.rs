//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("outages/status.html", "a system is down", status(true))
        .sample("outages/status.html", "everything works", status(false))
        .sample("outages/desk.html", "one goes on, one has ended, a mistake", desk())
        .sample("outages/outage.html", "it goes on", outage(true))
        .sample("outages/outage.html", "it has ended", outage(false))
        .sample("outages/_banner.html", "one is open", json!({ "open": [{ "text": "نظام الحالة المدنية متوقف منذ الساعة 10:20", "words": words(), "expected": null, "url": "/status" }] }))
        .sample("outages/systems.html", "one of the commune's own", systems())
}

fn label() -> Json {
    json!({ "ar": "نظام الحالة المدنية", "fr": "Système d’état civil" })
}

fn words() -> Json {
    json!({ "ar": "المصلحة المركزية على علم بذلك", "fr": "" })
}

fn status(down: bool) -> Json {
    let open = json!({
        "text": "نظام الحالة المدنية متوقف منذ الساعة 10:20", "words": words(), "expected": "يرتقب أن يعود حوالي الساعة 12:00",
        "updates": [{ "at": "24 نونبر 2026، 10:40", "words": words() }], "only": "يهم فقط: ملحقة تابريكت", "lasting": "35 دقيقة",
    });
    let ended = json!({ "name": label(), "from": "2 نونبر 2026، 09:00", "to": "2 نونبر 2026، 11:00", "lasting": "ساعتان", "source": "staff", "words": null });
    json!({
        "open": if down { vec![open] } else { vec![] }, "ended": if down { vec![ended] } else { vec![] },
        "systems": [{ "name": label(), "works": !down, "count": 2, "away": if down { Some("3 ساعات") } else { None } }],
        "days": 90, "at": "10:55", "json": "/status.json", "atom": "/status.atom", "data": "/data/outages.csv",
    })
}

fn row(open: bool) -> Json {
    json!({
        "name": label(), "text": "نظام الحالة المدنية متوقف منذ الساعة 10:20", "url": "/ar/desk/outages/o", "source": if open { "staff" } else { "house" },
        "open": open, "lasting": "35 دقيقة", "from": "24 نونبر 2026، 10:20",
    })
}

fn desk() -> Json {
    json!({
        "open": [row(true)], "ended": [row(false)], "systems": [{ "value": "civil-status", "label": "نظام الحالة المدنية" }],
        "sites": [{ "value": "s", "label": "مقر الجماعة" }], "matters": [{ "value": "m", "label": "نسخة من رسم الولادة" }],
        "errors": [{ "name": "since", "text": "يرجى التصحيح" }], "typed": { "system": "civil-status", "since": "25" }, "now": "10:55",
        "action": "/ar/desk/outages", "list": "/ar/desk/systems", "most": 400,
    })
}

fn outage(open: bool) -> Json {
    json!({
        "row": row(open), "words": words(), "updates": [{ "at": "24 نونبر 2026، 10:40", "words": words(), "expected": "يرتقب أن يعود حوالي الساعة 12:00" }],
        "errors": [], "expected": if open { Some("يرتقب أن يعود حوالي الساعة 12:00") } else { None }, "ended": if open { None } else { Some("24 نونبر 2026، 11:00") },
        "sites": ["مقر الجماعة"], "matters": [], "typed": {}, "now": "10:55", "base": "/ar/desk/outages/o", "expected_hour": "12:00", "expected_day": "2026-11-24", "most": 400,
    })
}

fn systems() -> Json {
    json!({
        "rows": [{ "name": label(), "down": label(), "retire": null }, { "name": label(), "down": label(), "retire": "/ar/desk/systems/x/retire" }],
        "errors": [{ "name": "name_fr", "text": "يرجى الكتابة" }], "typed": { "name_ar": "المصعد" }, "action": "/ar/desk/systems", "back": "/ar/desk/outages", "most": 90,
    })
}
