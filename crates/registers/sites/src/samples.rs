//! Models that the sweep renders the pages with.

use crate::model::{Closure, Counter, Identity, Matter, Rule, Season, Site, Way};
use crate::pages::{counters, matters, sites};
use kernel::{Day, Id, Label, Lang};
use platform::json::json;
use platform::{Fields, Json, Module};

pub fn add(module: Module) -> Module {
    let row =
        json!({ "id": "a", "name": { "ar": "ملحقة", "fr": "Annexe" }, "address": { "ar": "شارع", "fr": "Rue" }, "counters": 3 });
    module
        .sample("sites/list.html", "one site", json!({ "sites": [row] }))
        .sample("sites/list.html", "none yet", json!({ "sites": [] }))
        .sample(
            "sites/site.html",
            "with counters, hours and closures",
            sites::model(Lang::Fr, &view(true), Fields::default(), json!([wrong("name_ar")])),
        )
        .sample("sites/site.html", "a new one", sites::model(Lang::Ar, &view(false), Fields::default(), json!([])))
        .sample("sites/counter.html", "a counter", counters::model(&counter_view(true), None, json!([wrong("label")])))
        .sample("sites/counter.html", "a new one", counters::model(&counter_view(false), None, json!([])))
        .sample("sites/matters.html", "one", json!({ "matters": [matter()] }))
        .sample("sites/matters.html", "none", json!({ "matters": [] }))
        .sample("sites/matter.html", "one", matters::model(Some(&matter()), Fields::default(), json!([wrong("code")])))
        .sample("sites/matter.html", "a new one", matters::model(None, Fields::default(), json!([])))
}

fn wrong(name: &str) -> Json {
    json!({ "name": name, "text": "…" })
}

fn site() -> Site {
    Site {
        id: Id::new("s"),
        unit: Id::new("u"),
        name: Label::new("ملحقة", "Annexe"),
        address: Label::new("شارع", "Rue"),
        phone: None,
        area: None,
        point: None,
        step_free: true,
        retired_on: None,
    }
}

fn counter() -> Counter {
    Counter { id: Id::new("c"), site: Id::new("s"), label: "1".into(), seats: 2, priority: true, retired_on: None }
}

fn matter() -> Matter {
    Matter {
        code: "hygiene".into(),
        name: Label::new("حفظ الصحة", "Hygiène"),
        minutes: 15,
        procedure: None,
        bring: vec![Label::new("العنوان", "L'adresse")],
        ways: Way::ALL.to_vec(),
        most_people: 2,
        identity: Identity::Name,
        retired_on: None,
    }
}

fn view(with_site: bool) -> sites::View {
    let (starts_on, ends_on) = (Day::ymd(2026, 11, 1), None);
    let (id, site_id) = (Id::new("r"), Id::new("s"));
    let rule = Rule {
        id,
        site: site_id.clone(),
        counter: Some(Id::new("c")),
        weekday: 6,
        opens: 510,
        closes: 750,
        season: Season::Ramadan,
        starts_on,
        ends_on,
    };
    let why = Label::new("صيانة", "Travaux");
    let closure = |part| Closure {
        id: Id::new("x"),
        site: site_id.clone(),
        counter: None,
        day: Day::ymd(2026, 12, 1).unwrap_or(Day(Default::default())),
        part,
        why: why.clone(),
    };
    sites::View {
        site: with_site.then(site),
        counters: vec![counter()],
        rules: vec![rule],
        closures: vec![closure(None), closure(Some((600, 660)))],
        units: Vec::new(),
        areas: Vec::new(),
    }
}

fn counter_view(known: bool) -> counters::View {
    counters::View { site: site(), counter: known.then(counter), matters: vec![matter()], served: vec!["hygiene".into()] }
}
