//! Models that the sweep renders the pages with.

use platform::{Json, Module, context};

const ID: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789ab";

pub fn add(module: Module) -> Module {
    module
        .sample("folder/list.html", "one of each", list(true))
        .sample("folder/list.html", "nothing yet", list(false))
        .sample("folder/one.html", "lent", one("good"))
        .sample("folder/one.html", "a paper of the commune that is over", one("ended"))
        .sample("folder/one.html", "a virus", one("infected"))
        .sample("folder/add.html", "a file of one's own", adding(false))
        .sample("folder/add.html", "a piece of a case", adding(true))
        .sample("folder/download.html", "at first", download("", false))
        .sample("folder/download.html", "a wrong code", download("x", false))
        .sample("folder/download.html", "over", download("x", true))
        .sample("folder/index.html", "full", index(true))
        .sample("folder/index.html", "empty", index(false))
        .sample("folder/_my.html", "three kept", context! { count => 3 })
        .sample("folder/_my.html", "nothing kept", context! { count => 0 })
        .sample("folder/_author.html", "given and to keep", panel())
        .sample("folder/_file.html", "three origins", panel())
}

fn lease() -> Json {
    context! { ar => "عقد الكراء", fr => "Contrat de bail" }
}

fn document(standing: &str, own: bool) -> Json {
    let infected = standing == "infected";
    context! {
        id => ID, title => "عقد كراء دار تابريكت", kind => lease(), origin => if own { "uploaded" } else { "issued" }, trust => if own { "own" } else { "issued" },
        url => "/my/documents/x", infected => infected, thumb => (own && !infected).then_some("/x"), picture => (own && !infected).then_some("/x"), is_pdf => !own,
        standing => if infected { "good" } else { standing }, own => own, until => Some("24/12/2026"), issued => Some("24/11/2025"), kept => "24/11/2026",
        kilobytes => own.then_some(120),
    }
}

fn list(some: bool) -> Json {
    let rows = vec![document("good", true), document("ends_soon", false), document("ended", true), document("infected", true)];
    context! {
        rows => if some { rows } else { Vec::new() }, count => if some { 4 } else { 0 }, most => 500, first => !some, newest => some.then_some("/my/documents"),
        next => some.then_some("/my/documents?after=x"), full => false,
    }
}

fn kinds() -> Vec<Json> {
    vec![context! { value => "lease", label => "عقد الكراء" }, context! { value => "other", label => "وثيقة أخرى" }]
}

fn values() -> Json {
    context! { kind => "lease", title => "عقد", issued_on => "24/11/2025", valid_until => "", agreed => false }
}

fn wrong(name: &str) -> Vec<Json> {
    vec![context! { name => name, text => "يرجى التصحيح" }]
}

fn one(standing: &str) -> Json {
    let own = standing != "ended";
    let loan = |state: &str| {
        context! {
            procedure => context! { ar => "رخصة الإصلاح", fr => "Permis de réparer" }, unit => context! { ar => "قسم التعمير", fr => "Urbanisme" }, state => state,
            at => "24/11/2026 10:00", code => (state == "filed").then_some("SAL-7K3Q-9MPX-R"), case => (state == "filed").then_some("/cases/x"), years => 10, helped => state == "filed",
            consent => "1", withdraw => (state == "draft").then_some("/my/documents/loans/x/withdraw"),
        }
    };
    let loans = if own { vec![loan("draft"), loan("filed"), loan("withdrawn")] } else { Vec::new() };
    context! {
        document => document(standing, own), colour => "forest", digest => own.then_some("9f86d081884c7d65"), file => (standing == "good").then_some("/my/documents/x/file"),
        action => "/my/documents/x", erase => "/my/documents/x/erase", kinds => kinds(), values => values(),
        errors => if own { Vec::new() } else { wrong("sure") }, loans => loans, looks => if own { vec![context! { at => "24/11/2026 10:00" }] } else { Vec::new() },
    }
}

fn adding(piece: bool) -> Json {
    context! {
        action => "/my/documents/new", kinds => kinds(), values => values(), errors => wrong(if piece { "consent" } else { "file" }), most_mb => 12,
        piece => piece.then(|| context! { code => "SAL-7K3Q-9MPX-R", name => "عقد الكراء" }),
    }
}

fn download(ticket: &str, over: bool) -> Json {
    let asked = !ticket.is_empty() && !over;
    context! {
        ticket => ticket, to => asked.then_some("+212 6•• ••• •12"), over => over, errors => if asked { wrong("code") } else { Vec::new() }, demo => true,
        action => "/my/download", give => "/my/download/file",
    }
}

fn index(full: bool) -> Json {
    let part = || context! { name => "folder/001 عقد.pdf", title => "عقد" };
    let case = context! { title => lease(), code => "SAL-7K3Q-9MPX-R", at => "24/11/2026 10:00", files => vec![part()] };
    let loan = context! { procedure => Some(lease()), unit => lease(), at => "24/11/2026", code => Some("SAL-7K3Q-9MPX-R") };
    let documents = vec![context! { file => part(), until => Some("24/12/2026") }];
    context! {
        at => "24/11/2026 10:00", name => full.then_some("أمينة"), documents => if full { documents } else { Vec::new() }, cases => if full { vec![case] } else { Vec::new() },
        loans => if full { vec![loan] } else { Vec::new() }, other => "index.fr.html",
    }
}

fn panel() -> Json {
    let given = |trust: &str| {
        context! { piece => lease(), trust => trust, at => "24/11/2026", mark => "9f86d081884c7d65", consent => "1", helped => trust == "seen", url => "/my/documents/x" }
    };
    context! {
        given => vec![given("own"), given("seen"), given("issued")], keepable => vec![context! { label => lease(), url => "/my/documents/keep/x" }],
    }
}
