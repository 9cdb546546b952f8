//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("queue/sites.html", "two sites", json!({ "rows": [site(true), site(false)], "ticket": "/ar/queue/tickets" }))
        .sample("queue/sites.html", "no site yet", json!({ "rows": [], "ticket": "/ar/queue/tickets" }))
        .sample("queue/board.html", "people wait, a system is down", board(true))
        .sample("queue/board.html", "nobody yet", board(false))
        .sample("queue/screen.html", "people wait, a system is down", board(true))
        .sample(
            "queue/ask.html",
            "a wrong code",
            json!({ "action": "/ar/queue/tickets", "code": "TKT", "errors": errors("code"), "back": "/ar/queue" }),
        )
        .sample("queue/ticket.html", "it waits", ticket("waiting"))
        .sample("queue/ticket.html", "it is called", ticket("called"))
        .sample("queue/ticket.html", "it was called in vain", ticket("aside"))
        .sample("queue/ticket.html", "it is over", ticket("missed"))
        .sample("queue/return.html", "give it back", json!({ "name": "B12", "base": "/ar/queue/tickets/x", "live": true }))
        .sample("queue/return.html", "too late", json!({ "name": "B12", "base": "/ar/queue/tickets/x", "live": false }))
        .sample("queue/take.html", "at the kiosk", take(true, false))
        .sample("queue/take.html", "at home", take(false, false))
        .sample("queue/take.html", "the number", take(true, true))
        .sample("queue/open.html", "two counters", open())
        .sample("queue/counter.html", "somebody is called", counter(Some("called"), false))
        .sample("queue/counter.html", "somebody is served", counter(Some("serving"), false))
        .sample("queue/counter.html", "nobody stands there", counter(None, false))
        .sample("queue/counter.html", "a pause", counter(None, true))
        .sample("queue/reception.html", "a morning", reception(true))
        .sample("queue/reception.html", "closed", reception(false))
        .sample("queue/slip.html", "a number", json!({ "slip": slip(), "back": "/ar/desk/queue/sites/s" }))
}

fn label() -> Json {
    json!({ "ar": "ملحقة تابريكت", "fr": "Annexe de Tabriquet" })
}

fn both() -> Json {
    json!({ "one": "نسخ الحالة المدنية", "two": "Copies d’état civil", "lang": "fr", "dir": "ltr" })
}

fn errors(name: &str) -> Json {
    json!([{ "name": name, "text": "يرجى التصحيح" }])
}

fn outage() -> Json {
    json!({ "text": "نظام الحالة المدنية متوقف منذ الساعة 10:20", "words": label(), "expected": "يرتقب أن يعود في حدود الساعة 12:00", "url": "/ar/status" })
}

fn site(open: bool) -> Json {
    json!({ "name": label(), "address": label(), "doors": "الأبواب مفتوحة إلى الساعة 16:30", "open": open, "waiting": "14 شخصا ينتظرون", "url": "/ar/queue/s" })
}

fn board(lively: bool) -> Json {
    let words: platform::json::Map<String, Json> =
        ["called", "nobody", "lines", "counter", "waiting", "wait", "stale", "stopped"]
            .map(|word| (word.to_owned(), both()))
            .into_iter()
            .collect();
    let line = |stopped: bool| json!({ "letter": "A", "name": both(), "waiting": 14, "stopped": stopped, "wait": both() });
    let call = |awaited: bool| json!({ "ticket": "B12", "counter": "3", "awaited": awaited, "again": awaited });
    json!({
        "name": both(), "called": if lively { vec![call(true), call(false)] } else { vec![] }, "lines": [line(false), line(true)],
        "outages": if lively { vec![both()] } else { vec![] }, "expected": if lively { vec![outage()] } else { vec![] }, "doors": both(), "open": true,
        "rule": both(), "words": words, "at": "10:42", "every": 5, "offset": 60, "reload": 30, "json": "/api/v1/queue/s", "page": "/ar/queue/s",
        "screen": "/ar/queue/s?screen=1", "ticket": "/ar/queue/tickets", "all": "/ar/queue", "two": "fr", "two_dir": "ltr",
    })
}

fn ticket(state: &str) -> Json {
    let (waits, live) = (state == "waiting", state != "missed");
    json!({
        "name": "B12", "code": "TKT-7K3Q-9MPX-R", "state": state, "site": label(), "address": label(), "matter": label(), "counter": "3",
        "before": waits.then_some("14 شخصا قبلكم"), "wait": waits.then_some("من 20 إلى 35 دقيقة"), "outages": if waits { vec![outage()] } else { vec![] },
        "taken": "10:02", "doors": "الأبواب مفتوحة إلى الساعة 16:30", "at": "10:42", "until": "10:57", "live": live, "phone": waits.then_some("+212 6•• ••• •78"),
        "typed": "", "near": 3, "errors": if state == "aside" { errors("phone") } else { json!([]) }, "page": "/ar/queue/tickets/x", "base": "/ar/queue/tickets/x", "board": "/ar/queue/s", "reload": 20, "offset": 60, "qr": "<svg></svg>",
    })
}

fn slip() -> Json {
    json!({
        "ticket": "B12", "code": "TKT-7K3Q-9MPX-R", "matter": "تصحيح الإمضاء", "site": "ملحقة تابريكت", "lang": "ar", "dir": "rtl", "taken": "24 نونبر 2026، 10:02",
        "before": "14 شخصا قبلكم", "wait": "من 20 إلى 35 دقيقة", "follow": "تتبعوا دوركم بهاتفكم", "qr": "<svg></svg>",
    })
}

fn choice() -> Json {
    json!({ "value": "civil-status-copy", "label": "نسخ الحالة المدنية", "letter": "A", "hint": "14 شخصا ينتظرون", "stopped": true })
}

fn take(kiosk: bool, taken: bool) -> Json {
    json!({
        "name": label(), "rows": [choice()], "errors": [], "kiosk": kiosk, "slip": if taken { slip() } else { Json::Null }, "action": "/ar/queue/s/take",
        "doors": "الأبواب مفتوحة إلى الساعة 16:30", "board": "/ar/queue/s", "outages": [outage()], "booked": true, "arrive": "/ar/queue/s/arrive", "again": "/ar/queue/s/take", "secs": 20,
    })
}

fn open() -> Json {
    let counter = |full: bool| json!({ "id": "c", "label": "3", "full": full, "priority": false });
    json!({ "sites": [{ "name": label(), "counters": [counter(false), counter(true)], "reception": "/ar/desk/queue/sites/s", "board": "/ar/queue/s" }], "errors": [], "action": "/ar/desk/queue/open" })
}

fn counter(state: Option<&str>, paused: bool) -> Json {
    let ticket = state.map(|state| {
        json!({ "id": "t", "name": "B12", "state": state, "matter": label(), "priority": "شخص مسن", "booked": "10:30", "calls": 2, "may_set_aside": true, "called": "10:40", "base": "/ar/desk/queue/tickets/t" })
    });
    json!({
        "site": label(), "counter": "3", "errors": if state.is_some() { errors("") } else { json!([]) }, "base": "/ar/desk/queue", "ticket": ticket,
        "paused": paused.then(|| json!({ "since": "12:30", "why": "الصلاة" })), "lines": [{ "letter": "A", "name": label(), "waiting": "14 شخصا ينتظرون" }],
        "total": 14, "waiting": "14 شخصا ينتظرون", "pauses": [{ "value": "prayer", "label": "الصلاة" }], "outcomes": [{ "value": "served", "label": "قضي الغرض" }],
        "elsewhere": [choice()], "outages": [outage()], "reception": "/ar/desk/queue/sites/s", "board": "/ar/queue/s?screen=1",
    })
}

fn reception(open: bool) -> Json {
    let line = |median: Option<i64>| json!({ "letter": "A", "name": label(), "waiting": 14, "wait": "من 20 إلى 35 دقيقة", "stopped": median.is_none(), "served": 21, "median": median });
    json!({
        "site": label(), "doors": "الأبواب مفتوحة إلى الساعة 16:30", "errors": if open { errors("phone") } else { json!([]) }, "base": "/ar/desk/queue/sites/s",
        "matters": if open { vec![choice()] } else { vec![] }, "priorities": [{ "value": "elderly", "label": "شخص مسن" }], "langs": [{ "value": "ar", "label": "العربية" }],
        "outages": if open { vec![outage()] } else { vec![] }, "typed": { "matter": "", "priority": "", "phone": "06", "code": "", "lang": "ar" }, "waiting": "14 شخصا ينتظرون", "count": 14, "longest": 50, "open": 2,
        "lines": [line(Some(24)), line(None)], "next": if open { vec![json!({ "name": "B12", "matter": label(), "minutes": 50, "priority": "شخص مسن", "booked": "10:30" })] } else { vec![] },
        "posts": if open { vec![json!({ "label": "3", "ticket": "B12", "since": "10:40", "paused": null, "close": "/x" }), json!({ "label": "4", "ticket": null, "since": null, "paused": "الصلاة منذ الساعة 12:30", "close": null })] } else { vec![] },
        "aside": if open { vec![json!({ "name": "B9", "url": "/x", "at": "10:31" })] } else { vec![] }, "board": "/b", "kiosk": "/k", "counter": "/c",
    })
}
