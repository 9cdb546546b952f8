//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("contractors/work.html", "two orders and a penalty", work(true))
        .sample("contractors/work.html", "nothing to do", work(false))
        .sample("contractors/order.html", "to be done, late, with a mistake", one("given", false))
        .sample("contractors/order.html", "by the link, proved", one("proved", true))
        .sample("contractors/order.html", "refused", one("refused", false))
        .sample("contractors/desk.html", "all of it", desk(true))
        .sample("contractors/desk.html", "nothing yet", desk(false))
        .sample("contractors/desk_order.html", "a proof waits", desk_order("proved"))
        .sample("contractors/desk_order.html", "a refusal, and a dead letter", desk_order("refused"))
        .sample("contractors/penalty.html", "a draft", penalty_page("draft"))
        .sample("contractors/penalty.html", "contested", penalty_page("contested"))
        .sample("contractors/contract.html", "with penalties and data", contract(true))
        .sample("contractors/contract.html", "bare", contract(false))
        .sample("contractors/contract_form.html", "with mistakes", form())
        .sample("contractors/statement.html", "to be signed", statement(false))
        .sample("contractors/statement.html", "signed", statement(true))
        .sample("contractors/public.html", "two contracts", public(true))
        .sample("contractors/public.html", "none in force", public(false))
        .sample("contractors/proof.html", "it is asked", proof(true))
        .sample("contractors/proof.html", "it is answered", proof(false))
        .sample("contractors/_file.html", "a proof waits", json!({ "unit": label(), "pill": pill("future"), "given": MOMENT, "due": due(true), "waits": true, "url": "/ar/desk/contractors/orders/o" }))
        .sample("contractors/_file.html", "in time", json!({ "unit": label(), "pill": pill("future"), "given": MOMENT, "due": due(false), "waits": false, "url": null }))
        .sample("contractors/_door.html", "to the contracts", json!({ "url": "/ar/contracts" }))
        .sample("contractors/_author.html", "it is asked", json!({ "url": "/ar/proofs/t", "asks": true }))
}

const MOMENT: &str = "24 نونبر 2026، 10:40";
const DAY: &str = "24 نونبر 2026";
const CODE: &str = "SAL-7K3Q-9MPX-R";
const SUM: &str = "1 500,00 درهم";

fn label() -> Json {
    json!({ "ar": "متعهد النظافة وجمع النفايات", "fr": "Opérateur de la propreté et de la collecte" })
}

fn pill(kind: &str) -> Json {
    json!({ "kind": kind, "text": "متكفل به" })
}

fn row() -> Json {
    json!({ "title": "نفايات متراكمة", "code": CODE, "url": "/ar/contractor/o", "pill": pill("river"), "place": "تابريكت", "given": MOMENT, "due": due(true) })
}

fn due(late: bool) -> Json {
    json!({ "text": MOMENT, "late": late })
}

fn penalty(state: &str) -> Json {
    json!({
        "id": "p", "code": CODE, "day": DAY, "amount": SUM, "pill": pill("alarm"), "until": MOMENT, "state": state,
        "contest": if state == "contested" { Some("كانت الطريق مقطوعة") } else { None }, "decision": null, "url": "/ar/desk/contractors/penalties/p",
    })
}

fn part(heading: &str, count: Option<i64>) -> Json {
    json!({ "heading": heading, "count": count, "rows": [row(), row()] })
}

fn work(some: bool) -> Json {
    json!({
        "parts": if some { vec![part("contractors-to-do", Some(14)), part("contractors-with-commune", None)] } else { vec![] }, "next": "", "of_penalties": some,
        "penalties": if some { vec![json!({ "row": penalty("signed"), "contest": "/ar/contractor/penalties/p/contest", "typed": "x" })] } else { vec![] },
        "errors": [], "tabs": [{ "label": "الجارية", "url": "/ar/contractor", "current": true }],
    })
}

fn picture() -> Json {
    json!({ "url": "/contractor/o/photos/f", "thumb": "/contractor/o/photos/f?thumb=1", "alt": "بعد الإنجاز" })
}

fn order(state: &str) -> Json {
    let proved =
        json!([{ "picture": picture(), "side": "after", "at": MOMENT, "taken": null, "doubts": ["التقطت بعيدا عن المكان"] }]);
    json!({
        "id": "o", "code": CODE, "title": label(), "icon": "bin", "contract": label(), "unit": label(), "pill": pill("river"), "state": state, "open": true,
        "place": label(), "words": "أزبال أمام المدرسة منذ يومين", "place_words": "قرب الصيدلية", "lat": "34.05170", "lon": "-6.79160", "asset": "BIN-0412",
        "photos": [picture()], "proofs": if state == "given" { json!([]) } else { proved },
        "steps": [{ "text": "أسند إلى المتعهد", "at": MOMENT, "words": null }, { "text": "أرسل المتعهد إثبات الإنجاز", "at": MOMENT, "words": "جمعت كلها" }],
        "given": MOMENT, "due": { "text": MOMENT, "late": true }, "planned": DAY, "can": if state == "given" { vec!["accept", "plan", "prove", "refuse"] } else { vec![] }, "most": 4,
        "delivery": { "way": "email", "state": if state == "refused" { "dead" } else { "failed" }, "dead": state == "refused", "attempts": 7, "trouble": "رفضت الرسالة", "next": MOMENT },
        "penalties": [penalty("signed")],
    })
}

fn one(state: &str, by_link: bool) -> Json {
    json!({ "order": order(state), "action": "/ar/contractor/o/act", "errors": [{ "name": "after", "text": "أضيفوا صورة" }], "typed": { "step": "prove", "words": "أنجز صباحا" }, "by_link": by_link, "today": "2026-11-24" })
}

fn desk(some: bool) -> Json {
    let contract = json!({ "title": "عقد النظافة", "reference": "02/2024", "unit": "متعهد النظافة", "open": 3, "runs": true, "url": "/ar/desk/contractors/contracts/c" });
    let list = |one: Json| if some { vec![one] } else { vec![] };
    json!({ "look": list(row()), "work": list(row()), "drafts": list(penalty("draft")), "contested": list(penalty("contested")), "contracts": list(contract), "new": "/ar/desk/contractors/contracts/new" })
}

fn desk_order(state: &str) -> Json {
    json!({
        "order": order(state), "errors": [{ "name": "words", "text": "اكتبوا السبب" }], "typed": {}, "proved": state == "proved", "refused": state == "refused",
        "base": "/ar/desk/contractors/orders/o", "case": "/ar/desk/c", "claimed": MOMENT,
    })
}

fn penalty_page(state: &str) -> Json {
    json!({
        "row": penalty(state), "rule": { "title": label(), "hours": 24, "radius": 40 }, "contract": label(), "reference": "02/2024", "unit": label(), "due": MOMENT,
        "signed": MOMENT, "contested": null, "decided": null, "statement": null, "grounds": [{ "code": CODE, "url": "/ar/desk/c", "at": MOMENT, "photos": [picture()] }, { "code": CODE, "url": "/ar/desk/d", "at": MOMENT, "photos": [] }],
        "place": label(), "point": "34.05170, -6.79160",
        "can_sign": state == "draft", "can_decide": state == "contested", "base": "/ar/desk/contractors/penalties/p", "errors": [], "typed": {},
    })
}

fn contract(some: bool) -> Json {
    let list = |one: Json| if some { vec![one] } else { vec![] };
    json!({
        "title": label(), "reference": "02/2024", "unit": label(), "from": DAY, "to": if some { Some(DAY) } else { None }, "edition": 2, "categories": ["نفايات متراكمة"],
        "way": if some { "email" } else { "inbox" }, "lang": "fr", "clause": if some { label() } else { json!({ "ar": "", "fr": "" }) }, "rules": list(json!({ "title": label(), "hours": 24, "amount": SUM, "repeat": "daily", "radius": 40 })),
        "contest": { "days": 5, "kind": "working" }, "cap": if some { Some(10) } else { None }, "invoice": if some { Some(SUM) } else { None },
        "duties": list(json!({ "id": "d1", "title": label(), "last": null, "next": DAY, "late": true, "rows": null })), "penalties": list(penalty("signed")),
        "months": list(json!({ "month": "2026-10", "payable": SUM, "url": "/ar/desk/contractors/contracts/c/months/2026-10" })),
        "open_months": [{ "month": "2026-11", "url": "/ar/desk/contractors/contracts/c/months/2026-11" }], "edit": "/ar/desk/contractors/contracts/c/terms",
        "receive": "/ar/desk/contractors/contracts/c/data", "errors": [], "today": "2026-11-24",
    })
}

fn form() -> Json {
    let option = json!({ "value": "uncollected-waste", "label": "نفايات متراكمة", "selected": true });
    json!({
        "action": "/ar/desk/contractors/contracts/new", "errors": [{ "name": "reference", "text": "اكتبوا رقم العقد" }], "typed": { "title_ar": "عقد النظافة" },
        "units": [option], "areas": [option], "categories": [option], "ways": [{ "value": "inbox", "label": "في فضائه" }], "kinds": [{ "value": "working", "label": "أيام عمل" }],
        "repeats": [{ "value": "daily", "label": "عن كل يوم" }], "rules": [{ "place": 0, "of": [option], "used": true }], "duties": [0],
    })
}

fn statement(signed: bool) -> Json {
    json!({
        "title": label(), "reference": "02/2024", "unit": label(), "month": "أكتوبر 2026", "counted": [penalty("upheld")], "open": [penalty("draft")], "total": SUM,
        "cap": SUM, "cap_percent": 10, "payable": SUM, "invoice": SUM, "invoice_typed": "15000.00", "signed": if signed { Some(MOMENT) } else { None },
        "sign": if signed { None } else { Some("/ar/desk/contractors/contracts/c/months/2026-10/sign") }, "csv": "/ar/x.csv", "back": "/ar/desk/contractors/contracts/c", "over": true,
    })
}

fn public(some: bool) -> Json {
    let month = |signed: bool| json!({ "name": "نونبر 2026", "given": 120, "in_time": 96, "late": 14, "running": 10, "penalties": 14, "sum": SUM, "contested": 2, "dropped": 1, "payable": signed.then_some(SUM) });
    let rule = json!({ "title": label(), "hours": 24, "amount": SUM, "repeat": "daily", "radius": 40 });
    let contract = |whole: bool| {
        json!({
            "title": label(), "reference": "02/2024", "contractor": label(), "from": DAY, "to": whole.then_some(DAY), "categories": [label(), label()],
            "areas": if whole { vec![] } else { vec![label()] }, "rules": if whole { vec![rule.clone()] } else { vec![] }, "contest": { "days": 5, "kind": "working" },
            "cap": whole.then_some(10), "months": [month(false), month(true)],
        })
    };
    let data = json!([{ "title": "contractors-dataset-contracts", "url": "/ar/open-data/contracts" }]);
    json!({ "contracts": if some { vec![contract(true), contract(false)] } else { vec![] }, "data": data })
}

fn proof(asks: bool) -> Json {
    json!({ "order": order("proved"), "action": "/ar/proofs/t", "asks": asks, "errors": [], "typed": {} })
}
