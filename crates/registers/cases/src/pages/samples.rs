//! One model of each page, for the sweep that renders every template in every language.

use platform::json::json;
use platform::{Json, Module};

pub(crate) fn add(module: Module) -> Module {
    module
        .sample("cases/find.html", "nothing typed", json!({ "code": "", "errors": [], "mine": [] }))
        .sample("cases/find.html", "a wrong code, and cases of one's own", find_again())
        .sample("cases/case.html", "the public part", case(false))
        .sample("cases/case.html", "the author's part", case(true))
        .sample("cases/closed.html", "a wrong PIN", json!({ "code": "SAL-7KQ2-M9XT-4", "errors": [{ "name": "pin", "text": "x" }] }))
        .sample("cases/desk.html", "work waits", desk())
        .sample("cases/desk.html", "nothing waits", json!({ "groups": [], "views": [], "total": 0, "more": false, "next": null, "words": "", "view": "open", "units": [], "areas": [], "categories": [{ "label": "x", "options": [{ "value": "x", "label": "y", "selected": true }] }], "export": "/desk.csv", "filtered": false }))
        .sample("cases/file.html", "a lamp", file())
}

fn lamp() -> Json {
    json!({ "ar": "إنارة عمومية معطلة", "fr": "Lampe en panne", "en": "Street lamp out" })
}

fn pill() -> Json {
    json!({ "kind": "future", "text": { "ar": "قيد المعالجة", "fr": "En cours" } })
}

fn desk_pill() -> Json {
    json!({ "kind": "future", "text": { "ar": "قيد المعالجة", "fr": "En cours" }, "key": "cases-desk-awaited" })
}

fn acts() -> Json {
    json!({
        "fields": ["case", "date", "outcome", "proof", "unit", "words"],
        "choices": [
            { "value": "take", "label": lamp(), "disabled": false, "hint": null, "takes": ["words"], "needs": [] },
            { "value": "answer", "label": lamp(), "disabled": true, "hint": "…", "takes": ["outcome", "words", "proof"], "needs": ["outcome", "words"] },
        ],
        "action": "take", "outcomes": [{ "value": "duplicate", "label": "y", "takes": ["case"] }], "outcome": null,
        "answers": [{ "value": "repaired", "label": "y" }], "answer": "repaired", "words": "…", "words_label": "cases-words-decision", "words_hint": "cases-words-decision-hint",
    })
}

fn find_again() -> Json {
    let pill = json!({ "kind": "future", "text": "قيد المعالجة" });
    let row = json!({ "title": "Lampe", "code": "SAL-7K3Q-9MPX-R", "next": "…", "url": "/", "icon": "lamp", "pill": pill });
    json!({ "code": "SAL", "errors": [{ "name": "code", "text": "…" }, { "name": "pin", "text": "…" }], "mine": [row] })
}

fn clock(standing: &str) -> Json {
    json!({
        "id": "service", "name": "هدف الخدمة", "due": "الجمعة 27 نونبر 2026", "relative": "بعد 3 أيام", "standing": standing,
        "standing_text": "جار", "span": "5", "source": { "ar": "هدف", "fr": "Objectif" }, "source_kind": "هدف", "confirm": true,
        "law": false, "started": "24 نونبر 2026، 10:00", "in_days": true, "heads": ["إثن", "ثلا", "أرب", "خمي", "جمع", "سبت", "أحد"],
        "days": [{ "kind": "blank", "label": "" }, { "kind": "off", "label": "24", "day": "2026-11-24" }, { "kind": "on today", "label": "25", "day": "2026-11-25" }, { "kind": "due", "label": "27", "day": "2026-11-27" }],
    })
}

fn steps() -> Json {
    json!([{ "title": "توصلنا بالملف", "text": null, "when": "24 نونبر", "who": "", "kind": "done" }, { "title": "قيد المعالجة", "text": "x", "when": "25 نونبر", "who": "", "kind": "now" }])
}

fn talk() -> Json {
    json!([{ "who": "الجماعة", "when": "25 نونبر", "text": "هل المصباح أمام المدرسة؟", "mine": false, "note": false }])
}

fn case(opened: bool) -> Json {
    json!({
        "code": "SAL-7K3Q-9MPX-R", "key": "0123456789abcdef", "opened": opened, "title": lamp(), "icon": "lamp", "pill": pill(),
        "unit": lamp(), "place": lamp(), "received": "24 نونبر", "number": "12/2026", "planned": "الجمعة 27 نونبر 2026",
        "clock": clock("running"), "clocks": [clock("running"), json!({ "id": "answer", "name": "x", "due": null, "relative": null, "standing": "paused", "standing_text": "متوقف", "span": "60", "source": lamp(), "source_kind": "القانون", "confirm": false, "law": true, "started": "x", "in_days": true, "heads": [], "days": [] })],
        "steps": steps(), "talk": talk(), "photos": [{ "url": "/x", "thumb": "/x", "alt": "x" }], "proofs": [{ "url": "/x", "thumb": "/x", "alt": "x" }],
        "answer": { "outcome": lamp(), "words": "أُصلح المصباح", "when": "25 نونبر" }, "words": "الضو طافي", "place_words": "قرب المسجد",
        "pin": "123456", "can_reply": opened, "waiting": true, "asked": false, "can_correct": opened, "can_withdraw": opened, "can_reopen": opened, "can_rate": opened,
        "survey": [{ "name": "satisfaction", "kind": "choice", "label": lamp(), "required": true, "options": [] }, { "name": "solved", "kind": "choice", "label": lamp(), "required": true, "options": [{ "id": "yes", "label": lamp() }] }, { "name": "what_else", "kind": "text", "label": lamp(), "required": false, "options": [] }],
        "first": "SAL-1111-2222-X", "followers": 3, "panels": [], "public_panels": [], "request": !opened, "acts": [{ "id": "appeal", "name": lamp(), "words": true }], "errors": [{ "name": "words", "text": "…" }], "cndp": "",
    })
}

fn desk() -> Json {
    let row = json!({ "url": "/desk/x", "code": "SAL-7K3Q-9MPX-R", "title": lamp(), "excerpt": "الضو طافي فالزنقة", "icon": "lamp", "place": lamp(), "unit": lamp(), "urgent": true, "name": "أمينة", "pill": desk_pill(), "due": "أمس", "late": true, "near": false, "received": "اليوم", "followers": 2, "new": true });
    json!({
        "groups": [{ "id": "late", "title": "متأخرة", "rows": [row] }], "views": [{ "label": "الجديدة", "url": "/desk", "current": true, "count": 999, "more": true }],
        "total": 999, "more": true, "next": "/desk?after=x", "words": "ضو", "view": "open", "units": [{ "value": "x", "label": "y", "selected": true }],
        "areas": [], "categories": [{ "label": "x", "options": [{ "value": "x", "label": "y", "selected": true }] }], "export": "/desk.csv", "filtered": true,
    })
}

fn file() -> Json {
    let option = json!({ "value": "x", "label": "y", "selected": false });
    json!({
        "id": "x", "code": "SAL-7K3Q-9MPX-R", "title": lamp(), "icon": "lamp", "category": "K01", "pill": desk_pill(), "urgent": true, "restricted": true,
        "area": lamp(), "unit": lamp(), "external": true, "channel": "عبر الأنترنت", "received": "24 نونبر", "number": "12/2026", "words": "الضو طافي",
        "place_words": "قرب المسجد", "lang": "ar", "asset": "TAB-0412", "lat": 34.03, "lon": -6.81, "answers_given": [{ "label": "كم؟", "value": "واحد" }],
        "name": "أمينة", "author_shown": true, "phone": "+212 6 12 34 56 78", "email": null, "clocks": [clock("late")], "steps": steps(), "talk": talk(),
        "photos": [{ "url": "/x", "thumb": "/x", "alt": "x", "id": "x", "role": "photo" }],
        "acts": acts(),
        "may": { "handle": true, "assign": true, "transfer": true, "moderate": true, "merge": true }, "lineage": lineage(), "receivers": [option], "staff": [option], "assignee": null, "mine": false,
        "categories": [option], "not_ours": null, "publication": "pending", "public_words": null, "followers": 0, "open": true, "panels": [], "request": false, "errors": [{ "name": "words", "text": "…" }],
        "hide_author": false, "planned": null, "tasks": tasks(), "typed": { "date": "", "unit": "", "case": "", "tell": "", "note": "", "parent": "", "task": "", "task_for": "", "task_due": "" }, "task_for": [option],
    })
}

fn lineage() -> Json {
    let link = |open: bool| json!({ "id": "x", "code": "SAL-7K3Q-9MPX-R", "url": "/desk/x", "open": open });
    let merge = |own: bool| json!({ "code": "SAL-7K3Q-9MPX-R", "url": "/desk/x", "own": own, "at": "24/11/2026", "split": own.then_some("25/11/2026") });
    json!({ "into": link(true), "merges": [merge(true), merge(false)], "parent": link(true), "children": [link(true), link(false)], "merged": true })
}

fn tasks() -> Json {
    json!([
        { "id": "x", "words": "قياس الحفرة", "open": true, "unit": lamp(), "person": null, "due": "الجمعة 27 نونبر 2026", "late": true, "state": "open", "ended": null, "asked": "24/11/2026", "opinion": true },
        { "id": "y", "words": "صورة جديدة", "open": false, "unit": null, "person": "أمينة", "due": null, "late": false, "state": "done", "ended": "25/11/2026", "asked": "24/11/2026" },
    ])
}
