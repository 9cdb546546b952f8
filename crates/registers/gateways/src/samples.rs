//! Models that the sweep renders the pages with.

use crate::model::Kind;
use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    let stages = ["open", "begun", "waiting", "declined", "expired", "doubted", "paid", "cancelled"];
    let module = stages.into_iter().fold(module, |module, stage| module.sample("gateways/order.html", stage, order(stage)));
    module
        .sample("gateways/find.html", "an unknown code", context! { typed => "SAL", wrong => "Inconnu" })
        .sample("gateways/go.html", "to the practice bank", go())
        .sample("gateways/receipt.html", "paid by card", receipt())
        .sample("gateways/settings.html", "a contract", settings(Vec::new()))
        .sample(
            "gateways/settings.html",
            "a contract that lacks",
            settings(vec![context! { name => "pay_url", text => "https" }]),
        )
        .sample("gateways/_author.html", "to pay", panel(true))
        .sample("gateways/_author.html", "paid", panel(false))
}

fn lines() -> Vec<Json> {
    vec![context! { label => context! { ar => "رسم الإصلاح", fr => "Taxe de réfection" }, amount => "200,00 DH" }]
}

fn order(stage: &'static str) -> Json {
    let open = !matches!(stage, "paid" | "cancelled" | "doubted");
    let state = if stage == "paid" || stage == "cancelled" { stage } else { "open" };
    context! {
        stage => stage, code => "SAL-7K3Q-9MPX-R", number => "7/2026", reference => "SAL-7K3Q-9MPX-R", state => state, made => "24 novembre 2026", sum => "200,00 DH", lines => lines(),
        begun => "10:20", card => open.then_some("/pay/x/card"), key => "k", again => "/pay/x?back=1", receipt => (stage == "paid").then_some("/pay/x/receipt"),
        next => (stage == "cancelled").then(|| context! { number => "8/2026", url => "/pay/y" }), back => stage == "paid", place => "شارع ابن الهيثم", hours => None::<&str>,
    }
}

fn go() -> Json {
    context! { action => "https://bank.example/pay", fields => vec![["oid", "1"], ["hash", "x"]], sum => "200,00 DH", number => "7/2026", demo => true, back => "/pay/x" }
}

fn receipt() -> Json {
    context! {
        number => "E12/2026", reference => "SAL-7K3Q-9MPX-R", order => "7/2026", lines => lines(), sum => "200,00 DH", in_words => "deux cents dirhams", method => "Carte bancaire",
        at => "24/11/2026 10:00", back => "/pay/x",
    }
}

fn settings(errors: Vec<Json>) -> Json {
    let kind = |kind: &Kind| context! { value => kind, label => "…", hint => "…" };
    let empty = context! { ar => "الطابق الأرضي", fr => "Rez-de-chaussée" };
    context! {
        kinds => Kind::ALL.iter().map(kind).collect::<Vec<_>>(), kind => "est", merchant => "600001", account => "api", pay_url => "https://bank.example/pay", api_url => "https://bank.example/api",
        has_key => true, has_password => false, place => empty, hours => empty, callback => "https://services.example/pay/callback/card", errors => errors,
    }
}

fn panel(open: bool) -> Json {
    context! { open => open, cards => true, sum => "200,00 DH", pay => "/pay/x", receipt => "/pay/x/receipt" }
}
