//! A model for each template, as the sweep renders it in every language.

use super::{form, hooks};
use platform::{Json, Module, context};

const ID: &str = "0190aaaa-0000-7000-8000-000000000000";

fn pill(kind: &str, text: &str) -> Json {
    context! { kind => kind, text => text }
}

fn line(dead: i64) -> Json {
    context! { name => "نظام المتعهد", host => "hooks.example.ma", pill => pill("forest", "يشتغل"), dead => dead, events => 3, url => "/x" }
}

fn delivery(dead: bool) -> Json {
    let state = if dead { pill("alarm", "لم تصل") } else { pill("river", "في الانتظار") };
    context! {
        id => ID, event => "بلاغ جديد", code => (!dead).then_some("SAL-7K3Q-9MPX-R"), at => "24/11/2026", attempts => 10, state => state,
        status => dead.then_some(500), trouble => dead.then_some("أجاب الطرف الآخر بخطأ"), next => (!dead).then_some("24/11/2026"),
        again => dead.then_some("/x"),
    }
}

fn hook(secret: Option<&str>, dead: i64) -> Json {
    let troubled = dead > 0;
    context! {
        name => "نظام المتعهد", address => "https://hooks.example.ma/in", email => troubled.then_some("si@example.ma"),
        pill => pill("alarm", "لا يجيب"), on => troubled, failing_since => troubled.then_some("24/11/2026"), events => vec!["بلاغ جديد"],
        categories => if troubled { vec!["حفرة"] } else { Vec::new() }, units => if troubled { vec!["قسم الطرق"] } else { Vec::new() },
        dead => dead, base => "/x", old_until => troubled.then_some("25/11/2026"), secret => secret,
        errors => if troubled { vec![context! { name => "", text => "متوقف" }] } else { Vec::new() },
        deliveries => if troubled { vec![delivery(true), delivery(false)] } else { Vec::new() }, older => troubled.then_some("/x"),
    }
}

fn typed(fresh: bool) -> Json {
    let option = context! { value => "a", label => "أ", selected => true };
    let event = context! { value => "report.filed", label => "بلاغ جديد", hint => "report.filed", selected => !fresh };
    context! {
        action => "/x", fresh => fresh, typed => context! { name => "نظام", url => "https://hooks.example.ma" },
        errors => if fresh { Vec::new() } else { vec![context! { name => "url", text => "عنوان غير صالح" }] },
        events => vec![event], categories => vec![option.clone()], units => vec![option],
    }
}

pub fn add(module: Module) -> Module {
    module
        .sample(hooks::HOOKS, "two hooks", context! { hooks => vec![line(0), line(4)], new => "/x" })
        .sample(hooks::HOOKS, "none", context! { hooks => Vec::<Json>::new(), new => "/x" })
        .sample(hooks::HOOK, "a fresh one", hook(Some("whsec_x"), 0))
        .sample(hooks::HOOK, "one that fails", hook(None, 4))
        .sample(form::FORM, "a new one", typed(true))
        .sample(form::FORM, "a mistake", typed(false))
}
