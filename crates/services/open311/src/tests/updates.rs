//! The updates extension, both ways.

use super::*;
use cases::{Audience, EventKind};
use platform::access::NewKey;

async fn case(town: &Town, code: &str) -> cases::Case {
    let code = code.to_owned();
    town.reads(move |rx| cases::by_code(rx, &code)).await
}

async fn tell(town: &Town, key: &str, code: &str, update: &str, status: &str, words: &str) -> Reply {
    let fields = [
        ("api_key", key),
        ("jurisdiction_id", "sale"),
        ("service_request_id", code),
        ("update_id", update),
        ("updated_datetime", "2026-11-24T11:00:00Z"),
        ("status", status),
        ("description", words),
    ];
    town.visitor().post("/open311/v2/servicerequestupdates.xml", &fields).await
}

#[tokio::test]
async fn a_partner_takes_a_case_and_answers_it() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    tell(&town, KEY, &code, "u1", "IN_PROGRESS", "")
        .await
        .ok()
        .shows("<service_request_updates><request_update><update_id>u1</update_id>");
    assert_eq!(case(&town, &code).await.state, "in_progress");
    tell(&town, KEY, &code, "u2", "FIXED", "Réparé ce matin").await.ok();
    let fixed = case(&town, &code).await;
    assert_eq!((fixed.state.as_str(), fixed.outcome.as_deref()), ("answered", Some("done")));
    tell(&town, KEY, &code, "u1", "IN_PROGRESS", "").await.ok();
    assert_eq!(case(&town, &code).await.state, "answered", "an update that came before changes nothing");
    tell(&town, KEY, &code, "u3", "REOPEN", "Le trou est revenu").await.ok();
    assert_eq!(case(&town, &code).await.state, "reopened");
}

#[tokio::test]
async fn what_no_action_fits_becomes_a_note_for_staff() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    tell(&town, OTHER, &code, "", "NOT_COUNCILS_RESPONSIBILITY", "C'est au délégataire").await.ok();
    tell(&town, OTHER, &code, "", "CANCELLED", "").await.ok();
    let noted = case(&town, &code).await;
    assert_eq!(noted.state, "received", "only who filed may withdraw");
    let entries = town.reads(move |rx| cases::timeline::of(rx, &noted, &[Audience::Staff])).await;
    let notes: Vec<_> = entries.iter().filter(|entry| entry.kind == EventKind::Note).collect();
    assert_eq!(notes.len(), 2);
    assert!(notes[0].text.as_deref().is_some_and(|text| text.contains("C'est au délégataire")));
}

#[tokio::test]
async fn updates_are_read_by_the_public_once_published() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    tell(&town, KEY, &code, "u1", "IN_PROGRESS", "Dossier de M. X").await.ok();
    let path = "/open311/v2/servicerequestupdates.json?start_date=2026-11-24T00:00:00&end_date=2026-11-25T00:00:00";
    town.visitor().get(path).await.ok().shows("[]");
    published(&town, &code, "trou").await;
    let update = town.visitor().get(path).await.ok().shows_not("M. X").json()[0].clone();
    assert_eq!((text(&update["service_request_id"]), text(&update["status"])), (code.clone(), "IN_PROGRESS".into()));
    assert_eq!(text(&update["description"]), "En cours de traitement");
    let later = "/open311/v2/servicerequestupdates.xml?start_date=2026-11-26&end_date=2026-11-27";
    let body = town.visitor().get(later).await.ok().text();
    assert!(body.ends_with("<service_request_updates/>"), "{body}");
}

#[tokio::test]
async fn an_update_needs_a_key_a_known_request_and_a_known_status() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    tell(&town, "wrong", &code, "u", "FIXED", "").await.is(403).shows("<errors>");
    tell(&town, KEY, "SAL-0000-0000-0", "u", "FIXED", "").await.is(404);
    tell(&town, KEY, "", "u", "FIXED", "").await.is(400);
    tell(&town, KEY, &code, "u", "BROKEN", "").await.is(400);
    assert_eq!(case(&town, &code).await.state, "received");
}

#[tokio::test]
async fn a_key_of_a_unit_reaches_no_case_of_another() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    let (own, other) = (case(&town, &code).await.unit, "markets");
    for (secret, unit) in [("key-of-the-unit", Some(own)), ("key-of-another", None)] {
        let give = move |tx: &mut platform::Tx| {
            let unit = match &unit {
                Some(unit) => unit.clone(),
                None => units::by_code(tx, other, None)?.expect("a unit of markets").id,
            };
            let key = NewKey { label: secret.into(), role: "api_client".into(), unit: Some(unit), ..NewKey::default() };
            platform::access::give_key(tx, secret, &key)
        };
        town.does(give).await;
    }
    tell(&town, "key-of-another", &code, "a1", "FIXED", "Fait").await.is(404);
    assert_eq!(case(&town, &code).await.state, "received");
    tell(&town, "key-of-the-unit", &code, "u1", "IN_PROGRESS", "").await.ok();
    assert_eq!(case(&town, &code).await.state, "in_progress");
}

#[tokio::test]
async fn what_this_door_does_not_offer_is_not_updated_through_it() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    let before = case(&town, &code).await;
    let id = before.id.clone();
    town.does(move |tx| cases::recategorise(tx, &id, "late-file-poor-reception")).await;
    for key in [KEY, OTHER] {
        tell(&town, key, &code, "", "NO_FURTHER_ACTION", "").await.is(404);
    }
    assert_eq!(case(&town, &code).await.state, before.state);
}
