//! A contractor's own system: another commune of this program plays it, and servers that lie.

use super::{order, terms, town, town_where, unit};
use crate::actions::contracts::{self, Written};
use crate::actions::orders as act;
use crate::model::{Delivery, OrderState, Repeat, Step, System, Way};
use kernel::Id;
use platform::{Actor, Scope, access};
use std::sync::Arc;
use testing::{RABAT, Town};

const KEY: &str = "contractor-secret";
/// The neighbour takes what lies on its own ground alone.
const ACROSS: (f64, f64) = (34.0133, -6.8326);

async fn listening(router: axum::Router) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

async fn agree_with(town: &Town, url: String) -> Id {
    let unit = unit(town, "waste-operator").await;
    let starts_on = town.clock.now().day().plus_days(-30);
    let system = Some(System { url, jurisdiction: Some("rabat".into()), key: Some(KEY.into()) });
    let written = Written { unit, starts_on, ends_on: None, email: None, system, terms: terms(Way::Open311, Repeat::Once) };
    town.does(move |tx| contracts::write(tx, None, written.clone())).await
}

fn neighbour() -> Scope {
    Scope { tenant: Arc::from(RABAT), actor: Actor::system() }
}

async fn over_there(town: &Town, number: &str) -> cases::Case {
    let number = number.to_owned();
    town.app.store().read(neighbour(), move |rx| cases::by_code(rx, &number)).await.unwrap()
}

#[tokio::test]
async fn an_order_goes_to_their_system_once_and_its_news_come_back() {
    let town = town_where(|config| config.demo = true).await;
    let host = listening(town.app.router()).await;
    town.app.store().write(neighbour(), |tx| access::add_key(tx, KEY, "Salé", "api_client").map(drop)).await.unwrap();
    agree_with(&town, format!("{host}/open311/v2")).await;
    let case = super::waste_at(&town, ACROSS).await;
    let sent = order(&town, &case).await;
    assert_eq!(sent.sent.delivery, Delivery::Sent, "{:?}", sent.sent);
    assert!(sent.penalty_at.is_some(), "it is with him: his clock runs");
    let number = sent.sent.outside.clone().unwrap();
    let theirs = over_there(&town, &number).await;
    assert_eq!(theirs.procedure, "uncollected-waste");

    let id = theirs.id.clone();
    town.clock.advance_secs(60);
    let body = move |tx: &mut platform::Tx| cases::act(tx, &id, "take", &cases::Given::default(), false).map(drop);
    town.app.store().write(neighbour(), body).await.unwrap();
    town.advance_hours(1).await;
    assert_eq!(order(&town, &case).await.state, OrderState::Accepted);

    let id = theirs.id.clone();
    let given =
        cases::Given { words: "جمعت النفايات".into(), outcome: Some("done".into()), ..cases::Given::default() };
    let body = move |tx: &mut platform::Tx| cases::act(tx, &id, "answer", &given, false).map(drop);
    town.app.store().write(neighbour(), body).await.unwrap();
    town.advance_hours(1).await;
    assert_eq!(order(&town, &case).await.state, OrderState::Proved);
    town.advance_hours(1).await;
    assert_eq!(order(&town, &case).await.state, OrderState::Proved, "told twice is told once");

    let id = order(&town, &case).await.id;
    town.does(move |tx| act::judge(tx, &id, Step::Approve, "").map(drop)).await;
    town.drain().await;
    assert_eq!(order(&town, &case).await.state, OrderState::Done);
    assert_eq!(town.reads(move |rx| cases::find(rx, &case)).await.state, "answered");
}

#[tokio::test]
async fn a_number_that_another_order_has_is_nobodys() {
    let town = town_where(|config| config.demo = true).await;
    let same = || async { ([("content-type", "application/json")], r#"[{"service_request_id": "77"}]"#) };
    let router = axum::Router::new().route("/requests.json", axum::routing::post(same));
    let host = listening(router).await;
    agree_with(&town, host).await;
    let first = super::waste_at(&town, ACROSS).await;
    let second = super::waste_at(&town, (34.02, -6.83)).await;
    assert_eq!(order(&town, &first).await.sent.outside.as_deref(), Some("77"));
    let other = order(&town, &second).await;
    assert_eq!((other.sent.delivery, other.sent.outside), (Delivery::Dead, None));
    assert_eq!(other.sent.trouble.unwrap().key, "contractors-trouble-taken");
}

#[tokio::test]
async fn a_system_that_fails_is_tried_again_and_one_that_says_no_is_shown_to_people() {
    let town = town_where(|config| config.demo = true).await;
    let busy = || async { axum::http::StatusCode::SERVICE_UNAVAILABLE };
    let host = listening(axum::Router::new().route("/requests.json", axum::routing::post(busy))).await;
    agree_with(&town, host).await;
    let case = super::waste_at(&town, ACROSS).await;
    let tried = order(&town, &case).await;
    assert_eq!((tried.sent.delivery, tried.sent.attempts), (Delivery::Failed, 1));
    assert!(tried.penalty_at.is_none(), "it has not reached him");
    for _ in 0..20 {
        town.advance_hours(3).await;
    }
    assert_eq!(order(&town, &case).await.sent.delivery, Delivery::Dead);
}

#[tokio::test]
async fn a_system_inside_the_network_is_never_called() {
    let town = town().await;
    agree_with(&town, "http://127.0.0.1:9/open311".into()).await;
    let case = super::waste_at(&town, ACROSS).await;
    let refused = order(&town, &case).await;
    assert_eq!((refused.sent.delivery, refused.sent.attempts), (Delivery::Dead, 1));
    let why = refused.sent.trouble.unwrap().key;
    assert!(["georeport-inside", "georeport-address"].contains(&why.as_str()), "{why}");
}

#[tokio::test]
async fn the_key_is_sealed_and_never_shown_again() {
    let town = town().await;
    let id = agree_with(&town, "https://311.example.org/v2".into()).await;
    let chief = town.clerk_in("service_head", Some(unit(&town, "waste-followup").await), None).await;
    let page = format!("/fr/desk/contractors/contracts/{id}/terms");
    chief.get(&page).await.ok().shows("311.example.org").shows_not(KEY);
    let asked = id.clone();
    let kept = town.reads(move |rx| crate::store::contracts::find(rx, &asked)).await.system.unwrap();
    assert_eq!(kept.key.as_deref(), Some(KEY));
    let sql = "SELECT COUNT(*) AS n FROM contractors_contracts WHERE tenant = $1 AND system LIKE '%contractor-secret%'";
    assert_eq!(town.reads(move |rx| rx.count(sql, platform::args![rx.tenant()])).await, 0);
}
