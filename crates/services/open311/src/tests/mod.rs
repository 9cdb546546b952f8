//! The door as foreign programs use it, on either engine: each dialect of a known client is one test.

mod bulk;
mod catalogue;
mod filing;
mod imports;
mod limits;
mod reading;
mod talk;
mod updates;

use platform::{Json, Module, Scope, access};
use testing::{RABAT, Reply, Town, Visitor, check_module};

const KEY: &str = "partner-secret";
const OTHER: &str = "another-secret";
const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";
/// In the old town of Salé.
const HERE: [(&str, &str); 2] = [("lat", "34.0389"), ("long", "-6.8225")];

fn modules() -> Vec<Module> {
    vec![
        georeport::module(),
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        assets::module(),
        procedures::module(),
        cases::module(),
        crate::module(),
    ]
}

/// Salé with two partners, one of whom also works for Rabat.
async fn town() -> Town {
    let town = Town::with(modules()).await;
    town.does(|tx| {
        access::add_key(tx, KEY, "partner", "api_client")?;
        access::add_key(tx, OTHER, "another", "api_client")?;
        access::add_key(tx, "clerk-secret", "no role for this", "councillor").map(|_| ())
    })
    .await;
    let scope = Scope::system(RABAT);
    town.app.store().write(scope, |tx| access::add_key(tx, KEY, "partner", "api_client").map(|_| ())).await.unwrap();
    town
}

fn form<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("api_key", KEY), ("jurisdiction_id", "sale"), ("service_code", "pothole")];
    fields.extend(HERE);
    fields.extend_from_slice(more);
    fields
}

/// Files a request and gives its number.
async fn filed(visitor: &Visitor, more: &[(&str, &str)]) -> String {
    number(&visitor.post("/open311/v2/requests.json", &form(more)).await.ok())
}

fn number(reply: &Reply) -> String {
    text(&reply.json()[0]["service_request_id"])
}

fn text(value: &Json) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

/// Shows a case to the public, as a moderator does.
async fn published(town: &Town, code: &str, words: &str) {
    let (code, words) = (code.to_owned(), words.to_owned());
    town.does(move |tx| {
        let mut case = cases::by_code(tx, &code)?;
        cases::publish(tx, &mut case, &words, None)
    })
    .await;
}

#[tokio::test]
async fn the_module_is_complete_in_every_language() {
    let town = town().await;
    assert_eq!(check_module(&town.app, &crate::module()), Vec::<String>::new());
}
