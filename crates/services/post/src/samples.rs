//! Models that the sweep renders the pages with.

use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("post/list.html", "orders to look up", list(true))
        .sample("post/list.html", "nothing", list(false))
        .sample("post/sheet.html", "two acts", sheet(true))
        .sample("post/sheet.html", "nothing", sheet(false))
        .sample("post/bordereau.html", "being filled", bordereau("open"))
        .sample("post/bordereau.html", "to hand over", bordereau("closed"))
        .sample("post/bordereau.html", "handed over", bordereau("handed"))
        .sample("post/addresses.html", "one label", context! { number => "3/2026", back => "/x", labels => vec![context! { tracking => "RR473124829MA", code => code(), to => to() }] })
        .sample("post/_file.html", "to look up", file(true))
        .sample("post/_file.html", "waiting for the person", file(false))
        .sample("post/_author.html", "to correct", author(true))
        .sample("post/_author.html", "on the way", author(false))
        .sample("post/order.html", "details to correct", order("doubted"))
        .sample("post/order.html", "to send again", order("address"))
        .sample("post/order.html", "nothing to do", order(""))
}

fn code() -> &'static str {
    "SAL-7K3Q-9MPX-R"
}

fn title() -> Json {
    context! { ar => "نسخة موجزة من رسم الولادة", fr => "Extrait d'acte de naissance" }
}

fn to() -> Json {
    context! { receiver => "ليلى المريني", street => "زنقة 12، رقم 4", postcode => "11000", town => "سلا" }
}

fn list(some: bool) -> Json {
    let row = |owed: bool| {
        context! {
            code => code(), title => title(), act => "214/1988 · تابريكت", copies => 2, owed => owed.then_some("24,00 DH"), since => "24 novembre 2026", url => "/desk/x#post",
            tracking => (!owed).then_some("RR473124829MA"), silent => !owed, late => false, waits => owed, due => owed.then_some("26 novembre 2026"),
        }
    };
    let bordereau = |state: &str| context! { number => (state != "open").then_some("3/2026"), state => state, day => "24 novembre 2026", url => "/x" };
    let tab = context! { label => "À rechercher", count => 2, current => true, url => "/x" };
    let reported = vec![
        context! { typed => "RR473124829MA", code => code(), fault => Json::Null },
        context! { typed => "RR1", code => Json::Null, fault => "Ce n’est pas un numéro." },
    ];
    context! {
        stage => "look_up", tabs => vec![tab], rows => if some { vec![row(true), row(false)] } else { Vec::new() }, sheet => "/x", open => "/x", news => "/x",
        bordereaux => if some { vec![bordereau("open"), bordereau("closed"), bordereau("handed")] } else { Vec::new() }, today => "2026-11-24",
        states => vec![context! { value => "delivered", label => "Distribué" }], reported => if some { reported } else { Vec::new() },
        typed => context! { state => "", on => "", numbers => "" }, errors => Vec::<Json>::new(),
    }
}

fn sheet(some: bool) -> Json {
    let row = |found: bool| {
        context! {
            code => code(), title => title(), act => "214/1988 · تابريكت", holder => "ليلى المريني", born => "03/05/1988", parents => "حسن · فاطمة", copies => 2,
            found => found, paid => found, marriage => found,
        }
    };
    context! { day => "24 novembre 2026", rows => if some { vec![row(true), row(false)] } else { Vec::new() } }
}

fn bordereau(state: &str) -> Json {
    let letter = context! { position => 1, code => code(), tracking => "RR473124829MA", state => if state == "handed" { "notice" } else { "prepared" }, to => to(), url => "/x", remove => "/x" };
    let waiting = context! { case => "x", code => code(), title => title(), to => to(), typed => "" };
    let numbered = state != "open";
    context! {
        state => state, number => numbered.then_some("3/2026"), opened => "24 novembre 2026", handed => (state == "handed").then_some("24 novembre 2026"), deposit => "D-118",
        letters => vec![letter], waiting => if numbered { Vec::new() } else { vec![waiting] }, base => "/x", pdf => numbered.then_some("/x.pdf"), today => "2026-11-24",
        typed => context! { on => "", deposit => "", case => "" }, errors => Vec::<Json>::new(),
    }
}

fn letter() -> Json {
    let news = context! { state => "handed", text => "Remis à la poste", day => "24 novembre 2026" };
    context! { tracking => "RR473124829MA", state => "notice", text => "Avis laissé", news => vec![news] }
}

fn item() -> Json {
    let field = context! {
        name => "father", kind => "text", label => title(), hint => Json::Null, required => false, max => 120, options => Vec::<Json>::new(), values => vec!["حسن"],
        parts => context! {}, columns => Vec::<Json>::new(), show_if => Json::Null,
    };
    context! { field => field, computed => Json::Null, private => true }
}

fn file(looking: bool) -> Json {
    let found =
        context! { reference => "214/1988", office => "تابريكت", entitled => "Son propre acte", at => "24/11/2026 10:00" };
    context! {
        stage => if looking { "look_up" } else { "doubt" }, text => "À rechercher", letters => vec![letter()], looking => looking, owed => looking.then_some("22,00 DH"), found => (!looking).then_some(found),
        office => "تابريكت", year => "1988", number => "214", action => "/x", data => vec![context! { value => "father", label => "Nom du père", hint => "حسن", selected => false }],
        entitled => vec![context! { value => "own", label => "Son propre acte" }], to => to(), list => "/desk/post", correcting => if looking { Vec::new() } else { vec![item()] }, correct => "/x",
    }
}

fn author(correct: bool) -> Json {
    context! { stage => "doubt", text => "Nous vous attendons.", letters => vec![letter()], correct => correct, back => !correct, go => "/x" }
}

fn order(what: &str) -> Json {
    let some = |name: &str| if what == name { vec![item()] } else { Vec::new() };
    context! {
        code => code(), title => title(), icon => "file", doubted => some("doubted"), address => some("address"), letters => vec![letter()], words => "", correct => "/x", send_again => "/x",
        back => "/x", errors => Vec::<Json>::new(),
    }
}
