//! Models that every template must render, in every language.

use kernel::Label;
use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("hotline/hotline.html", "before a call", page(None, false))
        .sample("hotline/hotline.html", "a number", page(Some("number"), true))
        .sample("hotline/hotline.html", "a number of nobody", page(Some("number"), false))
        .sample("hotline/hotline.html", "a name", page(Some("name"), true))
        .sample("hotline/_receipt.html", "a code to read out", receipt())
}

fn title() -> Label {
    Label::new("إنارة عمومية معطلة", "Lampe en panne")
}

fn row(told: &str) -> Json {
    let sentence = (told != "nothing").then(|| context! { state => "قيد المعالجة", next => "الجواب منتظر قبل 12 دجنبر 2026" });
    let words = (told == "everything").then(|| context! { own => "حفرة", told => "" });
    context! {
        code => "SAL-7K3Q-9MPX-R", title => title(), unit => title(), told => told, received => "24 نونبر 2026", sentence => sentence, words => words,
        url => (told == "everything").then_some("/ar/desk/1"), asks => told != "everything",
    }
}

fn page(by: Option<&str>, found: bool) -> Json {
    let rows = if found { vec![row("state"), row("everything"), row("nothing")] } else { Vec::new() };
    let tile = context! { label => title(), url => "/ar/desk/report/x", icon => "lamp", words => "ضوء" };
    let errors = if by.is_none() { vec![context! { name => "q", text => "…" }] } else { Vec::new() };
    context! {
        action => "/ar/desk/hotline", q => "0612345678", errors => errors, by => by, full => found, rows => rows, phone => by.map(|_| "+212612345678"),
        written => by.map(|_| "06 12 34 56 78"), may_file => true, groups => vec![context! { name => title(), icon => "lamp", tiles => vec![tile] }],
    }
}

fn receipt() -> Json {
    context! { pieces => vec!["S A L", "7 K 3 Q", "9 M P X", "R"], pin => vec!["4 8 2 1 1 3"], told => true, next => "/ar/desk/hotline" }
}
