//! At night: what is closed, what is forgotten, what is published.

use super::*;
use crate::model::State;
use platform::json::json;

#[tokio::test]
async fn the_night_closes_what_is_open_and_forgets_telephones_and_reasons() {
    let hall = Hall::open().await;
    let waiting = hall.give(CIVIL, Some(Priority::Elderly), Some("0612345678")).await;
    hall.agent(0).await;
    hall.town.clock.advance_secs(16 * 3_600);
    hall.town.drain().await;
    let closed = hall.ticket(&waiting.id).await;
    assert_eq!((closed.state, closed.phone, closed.priority), (State::Closed, None, None));
    let taken = hall
        .town
        .reads(|rx| {
            rx.count(
                "SELECT COUNT(*) AS n FROM queue_posts WHERE tenant = $1 AND closed_at IS NULL",
                platform::args![rx.tenant()],
            )
        })
        .await;
    assert_eq!(taken, 0);
    hall.town.visitor().get(&format!("/fr/queue/tickets/{}", waiting.code)).await.ok().shows("La journée s’est terminée");
    hall.town
        .visitor()
        .post(&format!("/fr/queue/tickets/{}/phone", waiting.code), &[("phone", "0612345678")])
        .await
        .is(422)
        .shows("plus valable");
    // A new day begins with the first number.
    hall.town.clock.advance_secs(8 * 3_600);
    assert_eq!(hall.take(CIVIL).await.name(), "A1");
}

#[tokio::test]
async fn figures_of_a_day_are_open_data_and_small_numbers_are_not_told() {
    let hall = Hall::open().await;
    for _ in 0..6 {
        hall.take(CIVIL).await;
    }
    hall.take(LEGAL).await;
    let (one, three) = (hall.agent(0).await, hall.agent(2).await);
    for _ in 0..6 {
        hall.served(&one, 600).await;
    }
    hall.served(&three, 600).await;
    hall.town.clock.advance_secs(16 * 3_600);
    hall.town.drain().await;
    let rows = hall.town.reads(|rx| (crate::datasets::WAITS.rows)(rx, "", 10)).await;
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0][3..], [json!(CIVIL), json!(6), json!(6), json!(null), json!(20), json!(50)]);
    assert_eq!(rows[1][3..], [json!(LEGAL), json!(null), json!(null), json!(null), json!(null), json!(null)]);
    let key = rows[0][0].as_str().unwrap().to_owned();
    assert_eq!(hall.town.reads(move |rx| (crate::datasets::WAITS.rows)(rx, &key, 10)).await.len(), 1);
}

#[tokio::test]
async fn a_person_who_is_erased_is_on_no_ticket() {
    let hall = Hall::open().await;
    let ticket = hall.give(CIVIL, Some(Priority::Elderly), Some("0612345678")).await;
    let (id, person) = (ticket.id.clone(), Id::new("p"));
    let theirs = person.clone();
    hall.town
        .does(move |tx| {
            let sql = "UPDATE queue_tickets SET person = $2 WHERE tenant = $1 AND id = $3";
            tx.execute(sql, platform::args![tx.tenant(), theirs, id])
        })
        .await;
    let (of, asked) = (person.clone(), person.clone());
    assert_eq!(hall.town.reads(move |rx| crate::of_person(rx, &asked, 10)).await.len(), 1);
    hall.town.does(move |tx| crate::actions::night::erased(tx, people::Erased { person: of.clone() })).await;
    let gone = hall.ticket(&ticket.id).await;
    assert_eq!((gone.person, gone.phone, gone.priority), (None, None, None));
}
