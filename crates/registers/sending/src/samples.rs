//! Models that every template must render, in every language.

use platform::{Json, context};

pub fn outbox(demo: bool) -> Json {
    let line = |state: &str, channel: &str| {
        context! {
            id => "01936f2a-7a3b-7c4d-8e5f-0123456789ab", channel => channel, state => state, to => "+212 6•• ••• •12",
            subject => "رمز الدخول", text => "رمزكم: 123456", link => demo.then_some("/ar/account"), lang => "ar", dir => "rtl", created_at => "2026-11-24T09:00:00.000000Z",
            sent_at => "2026-11-24T09:00:02.000000Z", error => (state == "failed").then_some("connection refused"), again => state == "failed",
        }
    };
    let lines =
        vec![line("sent", "sms"), line("failed", "email"), line("held", "sms"), line("waiting", "email"), line("expired", "sms")];
    let states = vec![context! { label => "الكل", url => "/ar/outbox", current => true, count => 5 }];
    context! { lines => lines, states => states, next => Some("/ar/outbox?after=x"), total => 5, demo => demo }
}

pub fn empty() -> Json {
    context! { lines => Vec::<Json>::new(), states => Vec::<Json>::new(), next => None::<String>, total => 0, demo => false }
}

pub fn settings(tested: bool) -> Json {
    let outcome = tested.then(|| context! { kind => "alarm", title => "لم تغادر الرسالة", error => "connection refused" });
    context! {
        stopped => tested.then_some("اليوم 10:00"), most => 500, demo => !tested,
        mail => context! { ready => tested, server => if tested { "mail.sale.ma:587" } else { "" }, from => "Commune de Salé <services@sale.ma>" },
        sms => context! { ready => false, server => "" },
        outcome => outcome, door => "https://sale.ma/sms/in", door_ready => tested,
    }
}

pub fn telephone(right: bool) -> Json {
    let line =
        |mine: bool| context! { who => "الهاتف", when => "اليوم 10:00", text => "SAL-7K3Q-9MPX-R", mine => mine, note => false };
    let errors = if right { Vec::new() } else { vec![context! { name => "from", text => "هذا ليس رقم هاتف." }] };
    let talk = if right { vec![line(true), line(false)] } else { Vec::new() };
    context! { action => "/ar/sms", from => "0612345678", text => "", talk => talk, errors => errors, outbox => "/ar/outbox" }
}
