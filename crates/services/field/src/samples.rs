//! Models that the sweep renders the pages with.

use platform::json::json;
use platform::{Json, Module};

pub fn add(module: Module) -> Module {
    module
        .sample("field/field.html", "a list", page(false))
        .sample("field/field.html", "the page that a telephone keeps", page(true))
        .sample("field/_deeds.html", "done, and come late", deeds())
}

fn label() -> Json {
    json!({ "ar": "حفرة في الطريق", "fr": "Nid-de-poule" })
}

fn page(shell: bool) -> Json {
    let row = |late: bool| {
        json!({
            "url": "#", "code": "SAL-7K3Q-9MPX-R", "title": label(), "icon": "road", "place": if late { json!({ "ar": "تابريكت", "fr": "Tabriquet" }) } else { Json::Null },
            "due": if late { Some("قبل يومين") } else { None }, "late": late, "near": false, "mine": late, "tasks": i64::from(late),
        })
    };
    json!({
        "shell": shell, "rows": if shell { vec![] } else { vec![row(true), row(false)] }, "icons": ["road", "lamp"], "words_most": 300, "number_most": 40,
        "list": "#", "sync": "#", "page": "#", "worker": "#", "door": "#", "desk": "#", "rounds": "#", "report": "#", "areas": "#",
    })
}

fn deeds() -> Json {
    let done = json!({
        "kind": "أنجز", "by": "مريم", "words": "", "doubts": ["أخذت الصورة بعيدا عن المكان."], "photo": null, "metres": 140, "clash": null,
        "done": "24/11/2026 10:20", "received": "24/11/2026 11:02", "taken": "24/11/2026 10:19",
    });
    let late = json!({
        "kind": "أنجز", "by": null, "words": "سويت الحفرة", "doubts": [], "photo": "/desk/field/photos/0190aaaa-0000-7000-8000-000000000000", "metres": null,
        "clash": "وصل بعد إغلاق الملف", "done": null, "received": "24/11/2026 11:02", "taken": null,
    });
    json!({ "deeds": [done, late] })
}
