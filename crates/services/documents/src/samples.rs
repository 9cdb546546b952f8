//! Models that the sweep renders the pages with.

use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("documents/sign.html", "one waits", sign(true))
        .sample("documents/sign.html", "nothing waits", sign(false))
        .sample("documents/keys.html", "one locked", context! { keys => vec![key("person", true), key("office", false), key("seal", false)], errors => Vec::<Json>::new(), unlock => "/x" })
        .sample("documents/keys.html", "none", context! { keys => Vec::<Json>::new(), errors => Vec::<Json>::new(), unlock => "/x" })
        .sample("documents/ending.html", "some", context! { soon => vec![ending(true), ending(false)], past => Vec::<Json>::new(), days => 60 })
        .sample("documents/verify.html", "the code of a file", verify("case"))
        .sample("documents/verify.html", "a file that was added to", verify("altered"))
        .sample("documents/verify.html", "the question", verify("none"))
        .sample("documents/verify.html", "a paper", verify("paper"))
        .sample("documents/verify.html", "an order that was paid", verify("order"))
        .sample("documents/verify.html", "a receipt", verify("receipt"))
        .sample("documents/verify.html", "a file that was changed", verify("file"))
        .sample("documents/verify.html", "unknown", verify("unknown"))
        .sample(
            "documents/_file.html",
            "two papers",
            context! { papers => vec![row("made"), row("issued"), row("cancelled"), row("prepared")], today => "2026-11-24", renews => earlier() },
        )
        .sample("documents/templates.html", "an own one that fails", kinds())
        .sample("documents/template.html", "three versions", template())
        .sample("documents/_author.html", "one paper", context! { papers => vec![author_row(true), author_row(false)], key => "k", renews => earlier() })
}

fn paper(state: &str) -> Json {
    context! {
        title => context! { ar => "رخصة الإصلاح", fr => "Permis de réfection" }, number => "12/2026", state => state, sign => "qualified", code => "SAL-7K3Q-9MPX-R",
        signer => (state == "issued").then_some("N. B."), issued => (state == "issued").then_some("24 novembre 2026"), valid_until => "24 mai 2027", expired => state == "cancelled", released => state == "cancelled", stamp => (state == "issued").then_some("waiting"), begun => None::<&str>,
        good => state == "issued", commune => context! { name => context! { ar => "سلا", fr => "Salé" } }, sha256 => "ab12",
    }
}

fn row(state: &str) -> Json {
    context! { paper => paper(state), unpaid => (state == "made").then_some("200,00 DH"), why => (state == "cancelled").then_some("ناقص"), pdf => "/desk/papers/x/paper.pdf", sign => (state == "made").then_some("/desk/papers/x/sign"), verify => "/verify/x", id => "x", renew => (state == "issued").then_some("/x"),
    begin => (state == "issued").then_some("/x"), renewals => vec![context! { code => "SAL-7K3Q-9MPX-R", url => "/desk/x" }], steps => vec![
        context! { role => "Chef de service", name => (state == "issued").then_some("A. B."), on => "24/11/2026", next => state == "made" }, context! { role => None::<String>, name => None::<String>, on => None::<String>, next => false },
    ] }
}

fn earlier() -> Json {
    context! { title => context! { ar => "رخصة لوحة", fr => "Enseigne" }, number => "3/2025", other => true, until => "24 novembre 2026", url => "/desk/x" }
}

fn author_row(soon: bool) -> Json {
    context! {
        paper => paper("issued"), pdf => "/papers/x/paper.pdf", verify => "/verify/x", renew => soon.then_some("/papers/x/renew"), from => (!soon).then_some("24 mars 2027"),
        renewal => None::<&str>, lapses => !soon,
    }
}

fn sign(some: bool) -> Json {
    let one = context! {
        row => row("made"), case => "SAL-7K3Q-9MPX-R", file => "/desk/x", due => "8 décembre 2026", late => "il y a 3 jours", awaited => true, unpaid => "200,00 DH",
        procedure => context! { ar => "رخصة الإصلاح", fr => "Permis de réfection" }, unit => context! { ar => "التعمير", fr => "Urbanisme" }, applicant => "N. B.",
    };
    let result = |good: bool| context! { name => "Permis 12/2026", good => good, text => "Signé." };
    let all = if some { vec![one.clone(), one] } else { Vec::new() };
    context! { rows => all, paying => all, results => if some { vec![result(true), result(false)] } else { Vec::new() }, several => some.then_some("/x"), most => 20,
    left => some.then_some(3), locked => !some, ending => "/desk/papers/ending", errors => vec![context! { name => "pin", text => "Code erroné." }], key => some, device => some, ends => some.then_some(12) }
}

fn verify(what: &str) -> Json {
    let receipt = context! { code => "SAL-7K3Q-9MPX-R", number => "12/2026", received => "24 novembre 2026 à 10:00", complete => false, due => "8 décembre 2026" };
    let signature = |holds: bool| context! { signer => "N. B.", holds => holds, intact => true, since => if holds { "later" } else { "forbidden" }, stamped => holds.then_some("24/11/2026 10:00") };
    let file = context! { known => paper("issued"), signatures => vec![signature(true), signature(false)], holds => false, unreadable => what == "altered", altered => what == "altered" };
    let order = context! { number => "7/2026", state => "paid", sum => "200,00 DH", made => "24 novembre 2026", ended => "25 novembre 2026", commune => context! { name => context! { ar => "سلا", fr => "Salé" } } };
    context! {
        order => (what == "order").then_some(order), asked => what != "none", code => "", errors => Vec::<Json>::new(), paper => (what == "paper").then(|| paper("issued")), receipt => (what == "receipt").then_some(receipt),
        case => (what == "case").then(|| context! { code => "SAL-7K3Q-9MPX-R", follow => "/cases" }), file => matches!(what, "file" | "altered").then_some(file), unknown => what == "unknown",
    }
}

fn key(kind: &str, locked: bool) -> Json {
    context! { name => (kind != "seal").then_some("N. B."), kind => kind, holder => "person:x", wrong => 2, locked => locked, ends => "24 novembre 2027" }
}

fn ending(renewed: bool) -> Json {
    context! {
        title => context! { ar => "رخصة لوحة", fr => "Enseigne" }, number => "3/2025", holder => "N. B.", case => "SAL-7K3Q-9MPX-R", file => "/desk/x", until => "24 novembre 2026", when => "dans 3 jours",
        lapses => renewed, renewable => !renewed, renewal => renewed.then(|| context! { code => "SAL-7K3Q-9MPX-R", url => "/desk/x" }), begun => !renewed, renew => (!renewed).then_some("/x"),
    }
}

fn kinds() -> Json {
    let kind = |live: Option<i64>| context! { name => "Permis", url => "/admin/templates/permit", live => live, failed => live.is_some(), draft => true };
    context! { kinds => vec![kind(Some(2)), kind(None)] }
}

fn template() -> Json {
    let version = |version: i64, state: &str| {
        context! { version => version, state => state, written => "24/11/2026", mine => version == 3, preview => "/x", published => (version < 3).then_some("25/11/2026") }
    };
    context! {
        name => "Permis", action => "/admin/templates/permit", errors => vec![context! { name => "text", text => "Ligne 3 : unknown variable: moi" }],
        failed => context! { at => "26/11/2026", why => "line 3: unknown variable: moi" }, text => "#import \"letterhead.typ\": *", most => 65_536, live => 2,
        versions => vec![version(3, "draft"), version(2, "published"), version(1, "former")], national => "/x",
    }
}
