//! Rules first, then people at the door of a provider that is honest, and of one that lies.

mod accounts;
mod administration;
mod doubts;
mod independent;
mod organisations;
mod provider;
mod refusals;
mod rules;

use crate::model::{AcrLevels, ClaimPaths, NewProvider};
use kernel::{Cin, Id, Label, Lang, Phone};
use people::{Level, NewPerson};
use platform::Fields;
use provider::{CLIENT, Provider, SECRET};
use testing::{Town, Visitor};

pub fn modules() -> Vec<platform::Module> {
    vec![places::module(), units::module(), sending::module(), people::module(), crate::module()]
}

pub async fn town() -> Town {
    let town = Town::configured(modules(), |config| {
        config.demo = true;
        config.limits.sign_ins_per_ten_minutes = 10_000;
    });
    town.await
}

pub fn new_provider(issuer: &str) -> NewProvider {
    NewProvider {
        label: Label::new("الهوية الرقمية", "Identité numérique"),
        issuer: issuer.into(),
        client_id: CLIENT.into(),
        secret: Some(SECRET.into()),
        scopes: "openid profile phone".into(),
        claims: ClaimPaths::default(),
        levels: AcrLevels { national: vec!["substantial".into(), "high".into()], contact: vec!["low".into()] },
    }
}

/// A town with one provider that is on.
pub async fn with_provider() -> (Town, Provider, Id) {
    let town = town().await;
    let provider = Provider::start(town.clock.clone());
    let id = add(&town, &provider).await;
    (town, provider, id)
}

pub async fn add(town: &Town, provider: &Provider) -> Id {
    let new = new_provider(&provider.issuer);
    town.does(move |tx| {
        let id = crate::add_provider(tx, &new, true)?;
        crate::turn_provider(tx, &id, true)?;
        Ok(id)
    })
    .await
}

/// The address at the provider to which the browser is sent.
pub async fn leaves(visitor: &Visitor, id: &Id, next: &str) -> String {
    let reply = visitor.post(&format!("/fr/sign-in/with/{id}"), &[("next", next)]).await.ok();
    let refresh = reply.headers.get("refresh").expect("a way on").to_str().unwrap().to_owned();
    refresh.strip_prefix("0; url=").expect("an address").to_owned()
}

/// Leaves, agrees, and comes back.
pub async fn signs_in(visitor: &Visitor, provider: &Provider, id: &Id, next: &str) -> testing::Reply {
    let query = provider.agrees(&leaves(visitor, id, next).await);
    visitor.get(&format!("/fr/sign-in/back/{id}?{query}")).await
}

pub fn state_of(address: &str) -> String {
    Fields::from_query(address.split_once('?').map(|(_, query)| query)).get("state").to_owned()
}

/// A person that a clerk noted, perhaps with the card in hand.
pub async fn noted(town: &Town, name: &str, phone: Option<&str>, cin: Option<&str>, level: Level) -> Id {
    let (name, phone, cin) = (name.to_owned(), phone.and_then(Phone::parse), cin.and_then(Cin::parse));
    town.does(move |tx| {
        let (name, phone, cin) = (name.clone(), phone.clone(), cin.clone());
        people::add(tx, NewPerson { name, phone, email: None, cin, lang: Lang::Fr, level })
    })
    .await
}

/// Signs in by a code, as anybody can.
pub async fn by_code(town: &Town, visitor: &Visitor, contact: &str, next: &str) {
    let fields = [("way", "code"), ("contact", contact), ("next", next)];
    let address = visitor.post("/fr/account/sign-in", &fields).await.sent_to();
    types_code(town, visitor, &address).await;
}

/// Types the newest code of the outbox.
pub async fn types_code(town: &Town, visitor: &Visitor, address: &str) -> testing::Reply {
    let query = Fields::from_query(address.split_once('?').map(|(_, query)| query));
    town.drain().await;
    let text = town.visitor().get("/fr/outbox").await.ok().text();
    let digits = text.split(|c: char| !c.is_ascii_digit()).find(|run| run.len() == 6).expect("a code").to_owned();
    let fields = [("ticket", query.get("ticket")), ("code", &digits), ("next", query.get("next"))];
    visitor.post("/fr/account/code", &fields).await
}

#[tokio::test]
async fn the_module_keeps_the_rules_of_the_house() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
