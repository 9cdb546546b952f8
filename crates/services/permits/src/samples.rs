//! Models that the sweep renders the pages with.

use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("permits/sittings.html", "two sittings", sittings(true))
        .sample("permits/sittings.html", "nothing yet", sittings(false))
        .sample("permits/sitting.html", "planned", sitting(false))
        .sample("permits/sitting.html", "closed", sitting(true))
        .sample("permits/sitting.html", "on its day", sitting_today())
        .sample("permits/_complaints.html", "on a report", complaints(true))
        .sample("permits/_complaints.html", "on a permit", complaints(false))
        .sample("permits/_place.html", "works are allowed", place())
        .sample("permits/visit.html", "on the spot", visit(true))
        .sample("permits/visit.html", "the file went on", visit(false))
        .sample("permits/_file.html", "a visit to record", file())
}

fn label() -> Json {
    context! { ar => "رخصة البناء", fr => "Permis de construire" }
}

fn waiting() -> Json {
    context! { code => "SAL-7K3Q-9MPX-R", title => label(), url => "/desk/x", due => "8 décembre 2026" }
}

fn sittings(some: bool) -> Json {
    let row = |closed: bool| context! { day => "24 novembre 2026", place => "Salle 2", scale => "Grands projets", closed => closed, url => "/x", number => closed.then_some("3/2026") };
    context! {
        rows => if some { vec![row(false), row(true)] } else { Vec::new() }, waiting => if some { vec![waiting()] } else { Vec::new() }, errors => Vec::<Json>::new(),
        scales => vec![context! { value => "large", label => "Grands projets" }], typed => context! { held_on => "", place => "", scale => "" },
    }
}

fn findings() -> Vec<Json> {
    vec![context! { value => "favourable", label => "Favorable" }]
}

fn sitting(closed: bool) -> Json {
    let opinion = context! { title => label(), verdict => "favourable", words => "RAS", due => "1 décembre 2026" };
    let item = |finding: Option<&str>| {
        context! { seen => true, code => "SAL-7K3Q-9MPX-R", position => 1, title => label(), finding => finding, words => "Sous réserve", url => "/desk/x", action => "/x", opinions => vec![opinion.clone()] }
    };
    context! {
        day => "24 novembre 2026", place => "Salle 2", scale => "Grands projets", closed => closed, number => closed.then_some("3/2026"), base => "/desk/commission/x", errors => Vec::<Json>::new(),
        items => vec![item(Some("reserved")), item(None), context! { seen => false, position => 3 }], all => !closed, held => closed, members => vec![context! { body => "Agence urbaine", name => "A. B.", present => true }, context! { body => "", name => "", present => false }],
        waiting => vec![waiting()], findings => findings(), minutes => "/desk/commission/x/minutes.pdf",
    }
}

fn sitting_today() -> Json {
    let mut today = sitting(false);
    today["held"] = Json::Bool(true);
    today
}

fn file() -> Json {
    let visit = context! { at => "24/11/2026", finding => "reserved", words => "Issue étroite", parties => vec![context! { body => "Protection civile", name => "A. B." }], late => true, photos => vec![context! { url => "/x", thumb => "/x?thumb=1", alt => "Photo" }], points => vec![context! { label => "Accès", fine => false }] };
    let sitting =
        context! { day => "24 novembre 2026", closed => true, finding => "favourable", words => "", number => "3/2026" };
    context! {
        visiting => true, waiting => true, commission => "/desk/commission", visits => vec![visit], sittings => vec![sitting], action => "/desk/x/visits", findings => findings(),
        points => vec![context! { id => "access", label => "Accès" }], page => "/desk/x/visit", parties => vec![0, 1], planned => "24 novembre 2026",
    }
}

fn visit(open: bool) -> Json {
    context! {
        code => "SAL-7K3Q-9MPX-R", title => label(), place => "زنقة 12", key => "k", action => "/desk/x/visits", file => "/desk/x", findings => findings(), open => open,
        points => vec![context! { id => "access", label => "Accès" }], photos => vec![0, 1], parties => vec![0, 1], planned => open.then_some("24 novembre 2026"), worker => "/visit-worker.js",
    }
}

fn complaints(of_report: bool) -> Json {
    let row = context! {
        title => label(), code => "SAL-7K3Q-9MPX-R", state => context! { ar => "قيد الدراسة", fr => "À l'étude" }, url => "/desk/x", open => true,
        unlink => of_report.then_some("/desk/x/permits/y/unlink"), linked => (!of_report).then_some("24/11/2026"), unlinked => (!of_report).then_some("25/11/2026"),
    };
    let tried = of_report.then_some("SAL-0000-0000-0");
    context! { wrong => tried.map(|_| "Aucun dossier de ce code"), typed => tried, of_report => of_report, rows => vec![row.clone()], near => if of_report { vec![row] } else { Vec::new() }, link => of_report.then_some("/desk/x/permits") }
}

fn place() -> Json {
    context! { rows => vec![context! { title => label(), day => "24 novembre 2026", closed => false }] }
}
