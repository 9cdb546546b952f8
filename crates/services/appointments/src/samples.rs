//! Models that the sweep renders the pages with.

use platform::json::{self, json};
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("appointments/matters.html", "two matters", json!({ "matters": [matter(true), matter(false)] }))
        .sample("appointments/matters.html", "nothing to book", json!({ "matters": [] }))
        .sample("appointments/choose.html", "where", choose(2, false))
        .sample("appointments/choose.html", "which day", choose(3, false))
        .sample("appointments/choose.html", "at what time, taken meanwhile", choose(4, true))
        .sample("appointments/choose.html", "everything is full", with(choose(3, false), &json!({ "weeks": [] })))
        .sample("appointments/held.html", "a name is asked", held(false))
        .sample("appointments/held.html", "a code was sent, and a mistake", held(true))
        .sample("appointments/_facts.html", "facts", json!({}))
        .sample("appointments/booking.html", "confirmed", json!({ "one": one("booked"), "ics": "/x", "rule": crate::Policy::default() }))
        .sample("appointments/policy.html", "as it stands", crate::pages::policy::model(json!(crate::Policy::default()), &[]))
        .sample("appointments/booking.html", "offered", json!({ "one": one("offered"), "ics": "/x" }))
        .sample("appointments/booking.html", "waiting", json!({ "one": waiting(), "ics": "/x" }))
        .sample("appointments/booking.html", "did not come", json!({ "one": one("no_show"), "ics": "/x" }))
        .sample("appointments/cancel.html", "sure?", json!({ "one": one("booked"), "errors": [wrong("")] }))
        .sample(
            "appointments/move.html",
            "another day",
            json!({ "one": one("booked"), "weeks": weeks(), "iso": "2026-11-26", "times": times(), "nearest": [], "errors": [] }),
        )
        .sample("appointments/desk.html", "a day", desk())
        .sample("appointments/desk.html", "no site", json!({ "site": null, "may_handle": false }))
        .sample("appointments/desk_one.html", "with a name", desk_one())
        .sample("appointments/desk_new.html", "times were looked for", desk_new())
        .sample("appointments/desk_shifted.html", "one moved, one waits", json!({ "rows": [{ "was": "26/11", "one": one("booked"), "waits": false }, { "was": "26/11", "one": waiting(), "waits": true }] }))
        .sample("appointments/desk_shifted.html", "none", json!({ "rows": [] }))
        .sample("appointments/rush.html", "three are before", json!({ "kept": [{ "name": "matter", "value": "x" }], "before": 3, "again": true }))
        .sample("appointments/find.html", "not found", json!({ "errors": [wrong("code")], "typed": { "code": "SAL-1" } }))
}

fn with(mut model: Json, more: &Json) -> Json {
    if let (Some(model), Some(more)) = (model.as_object_mut(), more.as_object()) {
        model.extend(more.clone());
    }
    model
}

fn wrong(name: &str) -> Json {
    json!({ "name": name, "text": "…" })
}

fn matter(asks: bool) -> Json {
    json!({
        "code": "civil-status-copy", "name": { "ar": "نسخ الحالة المدنية", "fr": "Copies d'état civil" }, "minutes": 10,
        "procedure": if asks { Json::Null } else { json!("/fr/procedures/x") }, "bring": [{ "ar": "البطاقة", "fr": "La carte" }],
        "asks_cin": asks, "most_people": 3, "visit": true, "phone": true, "walk_in": true,
    })
}

fn site() -> Json {
    json!({ "id": "a", "name": { "ar": "ملحقة تابريكت", "fr": "Annexe de Tabriquet" }, "address": "شارع محمد الخامس", "phone": "0537", "step_free": false })
}

fn weeks() -> Json {
    json!([{ "from": "23/11/2026", "days": [{ "day": "2026-11-26", "label": "26/11", "free": 12, "current": true }] }])
}

fn times() -> Json {
    json!([{ "value": "a|2026-11-26T09:00:00Z", "label": "10:00", "hint": "Tabriquet" }])
}

fn choose(step: i64, taken: bool) -> Json {
    json!({
        "matter": matter(true), "told": true, "minutes": 15, "people": 2, "way": "visit", "step": step, "sites": [{ "site": site(), "first": "26/11", "free": 3 }, { "site": site(), "first": null, "free": 0 }],
        "site": site(), "site_value": "a", "weeks": weeks(), "day": "26/11/2026", "iso": "2026-11-26", "times": times(),
        "nearest": if taken { times() } else { json!([]) }, "today": "2026-11-24", "last": "2026-12-24",
        "errors": if taken { json!([wrong("start")]) } else { json!([]) },
    })
}

fn one(state: &str) -> Json {
    json!({
        "id": "a", "code": "SAL-7K3Q-9MPX-R", "token": "SAL-7K3Q-9MPX-R.0", "state": state, "lapsed": false, "matter": matter(true),
        "way": "visit", "people": 2, "site": site(), "counter": "3", "day": "26/11/2026", "iso": "2026-11-26", "hour": "10:00",
        "ends": "10:20", "until": "09:10", "wants": null, "may_change": state == "booked", "may_phone": true, "named": true,
    })
}

fn waiting() -> Json {
    with(one("waiting"), &json!({ "day": null, "wants": ["24/11", "24/12"], "counter": null, "way": "phone" }))
}

fn held(sent: bool) -> Json {
    json!({
        "one": one("held"), "typed": json::Map::from_iter([("name".to_owned(), json!("أمينة"))]), "errors": if sent { json!([wrong("code")]) } else { json!([wrong("name")]) },
        "phone": "+212 6•• ••• •12", "code_sent": sent, "nearest": if sent { json!([]) } else { times() }, "waits": false,
    })
}

fn desk() -> Json {
    let row = |state: &str| json!({ "id": "a", "code": "SAL-7K3Q-9MPX-R", "hour": "10:00", "matter": matter(true)["name"], "counter": "3", "people": 2, "way": "phone", "state": state, "today": true, "begun": true });
    json!({
        "sites": [site()], "site": site(), "day": "26/11/2026", "iso": "2026-11-26", "before": "2026-11-25", "after": "2026-11-27",
        "rows": [row("booked"), row("arrived"), row("done"), row("no_show")], "feed": "https://x/feed", "may_handle": true,
    })
}

fn desk_one() -> Json {
    json!({
        "one": one("booked"), "who": { "name": "أمينة", "phone": "06 12 34 56 78", "cin": "AB123456" }, "errors": [wrong("why")],
        "iso": "2026-11-26", "times": times(), "today": true, "begun": true, "may_handle": true, "back": "?site=a",
    })
}

fn desk_new() -> Json {
    json!({
        "matters": [matter(true)], "chosen": matter(true), "sites": [site()], "times": times(), "typed": { "people": "2" },
        "errors": [wrong("start")], "today": "2026-11-24", "searched": true,
    })
}
