//! Models that every template must render, in every language.

use platform::{Json, Module, context};

pub fn add(module: Module) -> Module {
    module
        .sample("my/page.html", "a full page", person(full()))
        .sample("my/page.html", "the first time", person(empty()))
        .sample("my/served.html", "at the counter", staff(full()))
        .sample("my/served.html", "nothing yet", staff(empty()))
        .sample(
            "my/code.html",
            "a wrong code",
            context! {
                person => "p", ticket => "t", sent_to => "06••••••78", errors => [context! { name => "code", text => "…" }]
            },
        )
        .sample("my/_card.html", "may serve", context! { person => "p", may => true })
        .sample("my/_card.html", "may not", context! { person => "p", may => false })
}

fn step(url: &str, by: bool) -> Json {
    let at = "2026-11-26T09:00:00.000Z";
    let by = by.then(|| context! { at => at, day => "2026-11-26", in_days => "…" });
    context! { title => "رخصة الإصلاح", text => "SAL-7K3Q-9MPX-R", icon => "file", url => url, by => by, late => false, soon => true }
}

fn row(url: &str, pill: bool) -> Json {
    let pill = pill.then(|| context! { kind => "river", text => "قيد الدرس" });
    context! { title => "إنارة معطلة", text => "SAL-7K3Q-9MPX-R", icon => "file", url => url, pill => pill, at => "2026-11-24T09:00:00.000Z", kind => "cases", times => if url.is_empty() { 3 } else { 1 } }
}

fn chip(label: &str, current: bool) -> Json {
    context! { label => label, url => "/", current => current }
}

fn full() -> Json {
    context! {
        yours => [step("/x", true), step("", false)], ours => [step("/x", true)], asks_steps => true, kinds => [chip("كل", true), chip("ملفات", false)],
        kind => None::<String>, months => [context! { name => "نونبر 2026", rows => [row("/x", true), row("", false)] }], older => "/older", newest => "/",
    }
}

fn empty() -> Json {
    context! {
        yours => Vec::<Json>::new(), ours => Vec::<Json>::new(), asks_steps => true, kinds => [chip("كل", true)], kind => None::<String>,
        months => Vec::<Json>::new(), older => None::<String>, newest => None::<String>,
    }
}

fn person(model: Json) -> Json {
    crate::pages::own::with(model, context! { name => "أمينة", panels => Vec::<Json>::new() })
}

fn staff(model: Json) -> Json {
    crate::pages::own::with(
        model,
        context! { name => "أ• ب•", visit => "v", ends_at => "2026-11-24T09:30:00.000Z", proof => "card" },
    )
}
