//! Models that the sweep renders the pages with.

use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample(
            "assisted/holders.html",
            "three mandates",
            context! { rows => ["valid", "expired", "revoked"].map(holder), may_edit => true },
        )
        .sample("assisted/holders.html", "none", context! { rows => Vec::<Json>::new(), may_edit => false })
        .sample("assisted/holder.html", "one who works", one("valid"))
        .sample("assisted/holder.html", "one who was revoked", one("revoked"))
        .sample("assisted/holder_new.html", "a day is wrong", new())
        .sample("assisted/journal.html", "what was done", context! { holder => holder("valid"), deeds => deeds() })
        .sample("assisted/kiosks.html", "two kiosks and a link", kiosks())
        .sample(
            "assisted/kiosk_set_up.html",
            "a kiosk",
            context! { name => "الرواق", site => "مقر الجماعة", action => "/kiosk/set-up/x" },
        )
}

fn holder(standing: &str) -> Json {
    context! {
        id => "h", name => "مكتب الكاتب العمومي سيدي موسى", kind => if standing == "valid" { "writer" } else { "association" }, agreement => "اتفاقية 12/2026",
        standing => standing, since => "1 يناير 2026", until => "31 دجنبر 2026", count => 3, url => "/admin/mandates/h",
        ended => (standing == "revoked").then_some("2 ماي 2026"),
    }
}

fn deeds() -> Vec<Json> {
    ["noted", "began", "looked", "filed", "gave", "ended"]
        .map(|what| context! { at => "2 ماي 2026، 10:12", what => what, name => "ل••• ب•••", title => "رخصة الإصلاح", code => (what == "filed").then_some("SAL-7K3Q-9MPX-R") })
        .to_vec()
}

fn boxes() -> Vec<Json> {
    vec![
        context! { value => "repair-permit", label => "رخصة الإصلاح", selected => true },
        context! { value => "pest-control", label => "مكافحة الحشرات", selected => false },
    ]
}

fn error(name: &str) -> Json {
    context! { name => name, text => "يرجى التصحيح" }
}

fn one(standing: &str) -> Json {
    let works = standing == "valid";
    context! {
        holder => holder(standing), deeds => if works { deeds() } else { Vec::new() }, boxes => boxes(), ends_on => "31/12/2026",
        errors => if works { Vec::new() } else { vec![error("ends_on")] }, ready => works, shared => works.then_some(4), may_edit => true, action => "/admin/mandates/h",
    }
}

fn new() -> Json {
    let kinds = ["writer", "association"].map(|kind| context! { value => kind, label => kind });
    context! { errors => vec![error("ends_on")], kinds => kinds, boxes => boxes(), kind => "writer", name => "", email => "", agreement => "", ends_on => "31" }
}

fn kiosks() -> Json {
    let kiosk = |standing: &str, seen: Option<&str>| {
        context! { id => standing, name => "الرواق", site => "مقر الجماعة", visits => 12, count => 9, boxes => boxes(), standing => standing, seen => seen, action => "/admin/kiosks/k" }
    };
    context! {
        rows => [kiosk("ready", Some("اليوم")), kiosk("waiting", None), kiosk("ended", None)], link => "https://sale.example/ar/kiosk/set-up/abc",
        errors => vec![error("name")], name => "", site => "", boxes => boxes(),
    }
}
