//! Rules first, then citizens and staff at the door of the town.

mod administration;
mod authenticator;
mod citizens;
mod passkeys;
mod rules;
mod staff;

use crate::model::NewStaff;
use kernel::{Email, Id};
use testing::{SALE, Town, Visitor};

pub const PASSWORD: &str = "une phrase de la médina";
pub const SEED: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

pub async fn town() -> Town {
    Town::configured(modules(), |config| config.limits.sign_ins_per_ten_minutes = 10_000).await
}

pub fn modules() -> Vec<platform::Module> {
    vec![places::module(), units::module(), sending::module(), crate::module()]
}

/// A member of staff who can sign in with [`PASSWORD`] and [`SEED`].
pub async fn clerk(town: &Town, email: &str, role: &str) -> Id {
    let (email, role) = (Email::parse(email).unwrap(), role.to_owned());
    town.does(move |tx| {
        let new = NewStaff {
            name: "كريم العلوي".into(),
            email: email.clone(),
            role: role.clone(),
            unit: None,
            area: None,
            decision: "12/2026".into(),
            password: Some(PASSWORD.into()),
            totp_seed: Some(SEED.into()),
        };
        crate::add_staff(tx, new)
    })
    .await
}

/// The texts of the messages that wait in the outbox of the demonstration, newest first.
pub async fn outbox(town: &Town) -> String {
    town.drain().await;
    town.visitor().get("/fr/outbox").await.ok().text()
}

/// The first run of six digits after a mark.
pub fn six_digits(text: &str) -> String {
    let digits = |place: usize| text.as_bytes()[place..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let found = text.char_indices().find(|(place, c)| {
        c.is_ascii_digit()
            && digits(*place) == 6
            && (*place == 0 || !text.as_bytes()[place - 1].is_ascii_alphanumeric())
            && text.as_bytes().get(place + 6).is_some_and(|byte| *byte == b' ')
    });
    let place = found.expect("a code of six digits").0;
    text[place..place + 6].to_owned()
}

/// A parameter of an address.
pub fn parameter(address: &str, name: &str) -> String {
    let (_, rest) = address.split_once(&format!("{name}=")).expect("the parameter");
    rest.split(['&', '"', ' ', '<']).next().unwrap_or("").to_owned()
}

pub async fn demo_town() -> Town {
    let change = |config: &mut platform::Config| {
        config.demo = true;
        config.limits.sign_ins_per_ten_minutes = 10_000;
    };
    Town::configured(modules(), change).await
}

/// Signs in as staff through both steps.
pub async fn through_the_door(town: &Town, email: &str) -> Visitor {
    let visitor = town.visitor();
    let fields = [("email", email), ("password", PASSWORD), ("next", "/staff/account")];
    let address = visitor.post("/fr/staff/sign-in", &fields).await.sent_to();
    let ticket = parameter(&address, "ticket");
    let code = crate::second_factor::code_at(SEED, town.clock.now()).unwrap();
    let fields = [("ticket", ticket.as_str()), ("code", &code), ("next", "/staff/account")];
    visitor.post("/fr/staff/code", &fields).await.redirects_to("/fr/staff/account");
    visitor
}

pub fn tenant() -> &'static str {
    SALE
}
