//! Models that every template must render, in every language.

use crate::pages::{account, admin, desk, door, organisations, provider_form};
use platform::{Json, Module, context};

const ID: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789ab";
const NOW: &str = "2026-11-24T09:00:00.000000Z";
const LABEL: &str = "الهوية الرقمية الوطنية";

pub fn add_to(module: Module) -> Module {
    of_organisations(of_staff(of_people(module)))
}

fn of_organisations(module: Module) -> Module {
    let person = |now: bool| {
        context! { id => ID, name => Some("أ••• س•••"), role => "delegate", proof => "توكيل 12/2026", starts_on => "2026-11-24",
        ends_on => "2027-11-23", now => now }
    };
    let one = |people: Vec<Json>| {
        context! { id => ID, name => "شركة النور", kind => "company", number => "001561191000066", contact => "+212 6•• ••• •12",
        people => people, today => "2026-11-24" }
    };
    let line = context! { name => "جمعية الأمل", kind => "association", number => "12/2026", url => "/desk/organisations/x" };
    let acting = context! { name => "شركة النور", kind => "company", role => "legal", until => "2027-11-23", url => "/account/organisations/x" };
    let listed = |lines: Vec<Json>| organisations::form(context! {}, context! { lines => lines });
    module
        .sample(organisations::LIST, "one", listed(vec![line]))
        .sample(organisations::LIST, "none", listed(Vec::new()))
        .sample(
            organisations::ONE,
            "two people",
            organisations::form(context! {}, context! { one => one(vec![person(true), person(false)]) }),
        )
        .sample(organisations::ONE, "nobody", organisations::form(context! {}, context! { one => one(Vec::new()) }))
        .sample(organisations::OWN, "legal", context! { one => one(vec![person(true)]), legal => true })
        .sample("identity/_organisations.html", "one", context! { acting => vec![acting] })
}

fn of_people(module: Module) -> Module {
    let doors = vec![context! { id => ID, label => LABEL, lang => "ar", dir => "rtl" }];
    let links = vec![context! { id => ID, label => LABEL, seen_at => NOW }];
    let none = Vec::<Json>::new();
    module
        .sample("identity/_doors.html", "one door", context! { doors => doors, next => "/account" })
        .sample(
            "identity/_links.html",
            "a door",
            context! { links => none, doors => doors, doubted => false, next => "/account" },
        )
        .sample(
            "identity/_links.html",
            "a link in doubt",
            context! { links => links, doors => none, doubted => true, next => "" },
        )
        .sample(door::LEAVING, "leaving", context! { label => LABEL, address => "https://id.example.ma/auth?x=1" })
        .sample(door::REFUSED, "refused", context! { text => "توقيع الجواب غير صحيح.", key => "identity-no-signature" })
        .sample(door::KNOWN, "a telephone", context! { label => LABEL, contact => "+212 6•• ••• •12" })
        .sample(account::LINK, "to link", context! { label => LABEL })
}

fn of_staff(module: Module) -> Module {
    let line = |kind: &str| context! { id => ID, kind => kind, name => "أ••• س•••", noted_at => NOW };
    let lines = vec![line("number"), line("taken"), line("name")];
    let doubt = |kind: &str, settled: bool| {
        context! { id => ID, kind => kind, ours => "أمينة السلاوي", theirs => "زينب بنشقرون", noted_at => NOW,
        settled_at => settled.then_some(NOW), verdict => settled.then_some("register") }
    };
    let one = |doubt: Json| context! { errors => admin::no_errors(), bad => context! {}, values => context! {}, doubt => doubt };
    let wrong = vec![context! { name => "issuer", text => "يرجى التصحيح" }];
    let (errors, bad) = admin::errors_of(wrong);
    let provider = |tried: Option<Json>| {
        context! { id => ID, values => provider_form::blank(), errors => admin::no_errors(), bad => context! {}, tried => tried,
        back => "https://services.sale.ma/sign-in/back/x", on_since => Some(NOW), has_secret => true }
    };
    let good = context! { good => true, door => "https://id.example.ma/auth", keys => "https://id.example.ma/jwks",
    claims => None::<String>, names_itself => true };
    let fresh = context! { id => None::<String>, values => provider_form::blank(), errors => errors, bad => bad, tried => None::<Json>,
    back => None::<String>, on_since => None::<String>, has_secret => false };
    let listed = vec![
        context! { id => ID, label => LABEL, issuer => "https://id.example.ma", on_since => Some(NOW) },
        context! { id => ID, label => LABEL, issuer => "https://id.example.ma/2", on_since => None::<String> },
    ];
    module
        .sample(desk::LIST, "three", context! { lines => lines })
        .sample(desk::LIST, "none", context! { lines => Vec::<Json>::new() })
        .sample(desk::ONE, "a number", one(doubt("number", false)))
        .sample(desk::ONE, "a number of somebody else", one(doubt("taken", false)))
        .sample(desk::ONE, "settled", one(doubt("name", true)))
        .sample(admin::LIST, "two", context! { lines => listed })
        .sample(admin::LIST, "none", context! { lines => Vec::<Json>::new() })
        .sample(admin::ONE, "tried", provider(Some(good)))
        .sample(admin::ONE, "tried in vain", provider(Some(context! { good => false, text => "لا تجيب" })))
        .sample(admin::ONE, "a mistake", fresh)
}
