//! The practice bank: a gateway of the EST family inside the program, for demonstrations and tests. Absent elsewhere.

mod actions;
mod calls;
mod model;
mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use model::Card;

use gateways::{Kind, Settings};
use kernel::Label;
use platform::web::FormPart;
use platform::{Embed, Module};

/// The contract of a commune with the practice bank. The key is no secret: nothing is paid with it.
pub fn contract() -> Settings {
    Settings {
        kind: Kind::Simulated,
        merchant: "600000001".into(),
        store_key: "practice-store-key".into(),
        account: "practice".into(),
        password: "practice".into(),
        place: Label::new("", ""),
        ..Settings::default()
    }
}

pub fn module() -> Module {
    Module::new("simulator")
        .pages(|routes| routes.public_get("/simulator/pay/{oid}", pages::show).public_post("/simulator/pay/{oid}", pages::pay))
        .api(|routes| {
            routes
                .public_post("/simulator/pay", calls::receive)
                .about("The practice bank's door for a signed order, in the demonstration only.")
                .takes_form(&[("oid", FormPart::Text), ("amount", FormPart::Text), ("hash", FormPart::Text)])
                .public_post("/simulator/api", calls::answer)
                .about("The practice bank's answers to questions and orders in XML, in the demonstration only.")
                .takes_form(&[("DATA", FormPart::Text)])
                .media("text/xml")
        })
        .effect(calls::CALL, calls::call)
        .migrations(&[include_str!("../migrations/0001_payments.sql")])
        .files::<Files>()
        .sample("simulator/pay.html", "cards to choose from", pages::sample(true))
        .sample("simulator/pay.html", "on the way back", pages::sample(false))
}

#[derive(Embed)]
#[crate_path = "platform::embed"]
#[folder = "."]
#[include = "templates/**"]
#[include = "locales/*.ftl"]
struct Files;
