//! Models that every template must render, in every language.

use crate::pages::{account, admin, citizen, find, keys, staff, staff_account, typed, with};
use platform::{Fields, Json, Module, context};

const ID: &str = "01936f2a-7a3b-7c4d-8e5f-0123456789ab";
const NOW: &str = "2026-11-24T09:00:00.000000Z";
const DAY: &str = "2026-11-24";

/// A form after a mistake in this field.
fn wrong(field: &str, more: Json) -> Json {
    let errors = Json::Array(vec![context! { name => field, text => "يرجى التصحيح" }]);
    with(typed(&Fields::default(), &errors), more)
}

fn fresh(more: Json) -> Json {
    with(crate::pages::blank(), more)
}

pub fn add_to(module: Module) -> Module {
    administration(of_staff(of_citizens(module)))
}

fn of_citizens(module: Module) -> Module {
    let code = |sent: bool, demo: bool| {
        context! { ticket => "x", next => "/account", sent_to => sent.then_some("+212 6•• ••• •12"), by => "phone", changes => false, demo => demo }
    };
    let looks = vec![
        context! { at => NOW, kind => "staff", role => Some("موظف الشباك"), why => Some("counter"), what => "card", about => "" },
        context! { at => NOW, kind => "staff", role => Some("موظف الشباك"), why => Some("handling"), what => "case", about => "SAL-7K3Q-9MPX-R" },
        context! { at => NOW, kind => "staff", role => None::<String>, why => Some("counter"), what => "document", about => ID },
        context! { at => NOW, kind => "system", role => None::<String>, why => None::<String>, what => "booking", about => "" },
    ];
    module
        .sample(citizen::SIGN_IN, "at first", fresh(context! { next => "", host => "services.example.ma" }))
        .sample(citizen::SIGN_IN, "a wrong password", wrong("password", context! { next => "/account", host => "" }))
        .sample(citizen::CODE, "a code was sent", fresh(code(true, true)))
        .sample(citizen::CODE, "a wrong code", wrong("code", code(true, false)))
        .sample(citizen::CODE, "the code is over", fresh(code(false, false)))
        .sample(account::ACCOUNT, "a full account", fresh(own(true)))
        .sample(account::ACCOUNT, "a new account", wrong("contact", own(false)))
        .sample("people/_passkey_offer.html", "a key is offered", context! { host => "services.example.ma" })
        .sample("people/looks.html", "two looks", context! { looks => looks })
        .sample("people/looks.html", "no look", context! { looks => Vec::<Json>::new() })
}

fn own(full: bool) -> Json {
    let mandates = vec![context! { id => ID, held => true, matter => "سحب الوثائق", ends_on => DAY }];
    context! {
        name => if full { "أمينة السلاوي" } else { "" }, phone => full.then_some("06 12 34 56 12"), email => (!full).then_some("a@example.ma"),
        cin => full.then_some("AB••••56"), level => if full { "counter" } else { "contact" }, lang => "ar",
        langs => vec![context! { value => "ar", label => "العربية" }], has_password => full, phone_confirmed => true, email_confirmed => false,
        erasure_asked_at => (!full).then_some(NOW), mandates => if full { mandates } else { Vec::new() }, passkeys => passkeys(full),
    }
}

fn two_keys() -> Vec<Json> {
    let key = |stopped: bool| context! { id => ID, name => "هاتفي", since => DAY, used_at => (!stopped).then_some(NOW), stopped => stopped };
    vec![key(false), key(true)]
}

fn passkeys(some: bool) -> Json {
    context! { list => if some { two_keys() } else { Vec::new() }, host => "services.example.ma", fresh => !some }
}

fn of_staff(module: Module) -> Module {
    let setup = |purpose: &str| {
        let drawn = matches!(purpose, "invitation" | "new_factor");
        context! { ticket => "x", purpose => purpose, name => "سعيد", email => "said@example.ma",
        seed => if drawn { "JBSW Y3DP" } else { "" }, drawing => if drawn { "<svg></svg>" } else { "" } }
    };
    let grants = vec![context! { role => "موظف", unit => None::<String>, starts_on => DAY, ends_on => Some(DAY) }];
    let mine = context! { name => "سعيد", email => Some("said@example.ma"), grants => grants, recovery_left => 9, passkeys => passkeys(true) };
    let codes = vec!["abcde-fghjk", "mnpqr-stvwx"];
    module
        .sample(
            staff::SIGN_IN,
            "a wrong password",
            wrong("password", context! { next => "/desk", demo => true, host => "services.example.ma" }),
        )
        .sample(staff::CODE, "in the demonstration", fresh(context! { ticket => "x", next => "", shown => Some("123456") }))
        .sample(staff::CODE, "a wrong code", wrong("code", context! { ticket => "x", next => "", shown => None::<String> }))
        .sample(staff::FORGOTTEN, "at first", context! { asked => false })
        .sample(staff::FORGOTTEN, "asked", context! { asked => true })
        .sample(staff::SETUP, "an invitation", fresh(setup("invitation")))
        .sample(staff::SETUP, "a forgotten password", wrong("password", setup("password")))
        .sample(staff::SETUP, "a new second factor", wrong("current", setup("new_factor")))
        .sample(staff::SETUP, "over", fresh(context! { ticket => "", purpose => "gone" }))
        .sample(staff::RECOVERY, "ten codes", context! { codes => codes, signed_in => false })
        .sample(staff_account::ACCOUNT, "mine", fresh(mine))
}

fn choices() -> Json {
    let one = |value: &str, label: &str| vec![context! { value => value, label => label }];
    context! { roles => one("agent", "موظف"), units => one(ID, "قسم الطرق"), areas => one("04.441.01.05", "بطانة") }
}

fn member(state: &str) -> Json {
    let grant = |state: &str| {
        context! { id => ID, role => "موظف", unit => Some("قسم الطرق"), area => Some("بطانة"), state => state, starts_on => DAY,
        ends_on => (state == "over").then_some(DAY), decision => "12/2026" }
    };
    context! { person => ID, name => "سعيد", email => "said@example.ma", grants => vec![grant("now"), grant("later"), grant("over")],
    state => state, choices => choices(), may_edit => true, today => DAY, invitation_days => 7,
    passkeys => if state == "ready" { two_keys() } else { Vec::new() } }
}

fn administration(module: Module) -> Module {
    let list = |lines: Vec<Json>| {
        context! { lines => lines, choices => choices(), unit => "", role => "", ended => true, may_edit => true }
    };
    let key = |revoked: bool| {
        context! { id => ID, label => "App", rights => vec!["إيداع البلاغات"], unit => Some("قسم الطرق"), per_minute => Some(60),
        expires => Some(DAY), expired => !revoked, created_at => NOW, used_at => revoked.then_some(NOW), revoked_at => revoked.then_some(NOW) }
    };
    let programs = |keys: Vec<Json>, secret: Option<&str>| {
        context! { keys => keys, secret => secret, rights => vec![context! { value => "open311.file", label => "إيداع البلاغات", selected => true }],
        units => vec![context! { value => ID, label => "قسم الطرق" }], expires_on => DAY, per_minute => 60 }
    };
    let masked = context! { id => ID, name => "أ••• س•••", phone => Some("+212 6•• ••• •12"), email => None::<String>, cin => None::<String>, level => "contact" };
    let reasons = vec![context! { value => "counter", label => "في الشباك" }];
    let search = |found: Option<Vec<Json>>| context! { found => found, reasons => reasons };
    module
        .sample(admin::LIST, "one of each", list(vec![member("ready"), member("invited"), member("closed")]))
        .sample(admin::LIST, "nobody", list(Vec::new()))
        .sample(admin::NEW, "a mistake", wrong("email", context! { choices => choices() }))
        .sample(admin::MEMBER, "at work", fresh(member("ready")))
        .sample(admin::MEMBER, "invited", wrong("role", member("invited")))
        .sample(admin::MEMBER, "gone", fresh(member("closed")))
        .sample(keys::KEYS, "a new key", fresh(programs(vec![key(false), key(true)], Some("jamaa_x"))))
        .sample(keys::KEYS, "no key", fresh(programs(Vec::new(), None)))
        .sample(find::FIND, "at first", fresh(search(None)))
        .sample(find::FIND, "one person", fresh(search(Some(vec![masked]))))
        .sample(find::FIND, "nobody", wrong("q", search(Some(Vec::new()))))
        .sample(find::CARD, "a declared person", fresh(card("declared")))
        .sample(find::CARD, "seen at the counter", fresh(card("counter")))
}

fn card(level: &str) -> Json {
    let mandate = |held: bool, now: bool| {
        context! { id => ID, held => held, name => Some("أ•••"), matter => "سحب وثيقة", proof => "توكيل 12", starts_on => DAY, ends_on => DAY, now => now }
    };
    let seen = level == "counter";
    context! {
        id => ID, name => if seen { "أمينة" } else { "" }, phone => Some("06 12 34 56 12"), email => None::<String>, cin => seen.then_some("AB123456"),
        level => level, created_at => NOW, erasure_asked_at => seen.then_some(NOW), mandates => vec![mandate(true, true), mandate(false, false)], today => DAY,
    }
}
