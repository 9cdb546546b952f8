//! The page of a ticket: what is before, a telephone, the place given back; and whoever guesses codes.

use super::*;
use crate::model::State;

#[tokio::test]
async fn a_ticket_says_how_many_are_before_and_how_long_or_that_nobody_knows() {
    let hall = Hall::open().await;
    let agent = hall.agent(0).await;
    let mut last = None;
    for _ in 0..9 {
        last = Some(hall.take(CIVIL).await);
    }
    let ticket = last.unwrap();
    let page = format!("/fr/queue/tickets/{}", ticket.code);
    let visitor = hall.town.visitor();
    visitor.get(&page).await.ok().shows("8 personnes avant vous").shows("Nous ne savons pas encore");
    for _ in 0..5 {
        hall.served(&agent, 600).await;
    }
    // Three are before, ten minutes each, one counter.
    visitor.get(&page).await.ok().shows("3 personnes avant vous").shows("De 30 à 40 minutes");
    hall.agent(1).await;
    visitor.get(&page).await.ok().shows("De 15 à 25 minutes");
    visitor.get(&format!("/fr/queue/tickets/{}", ticket.code.to_lowercase())).await.ok().shows("3 personnes avant vous");
}

#[tokio::test]
async fn a_telephone_hears_when_the_turn_is_near_and_at_the_call_and_never_twice() {
    let hall = Hall::open().await;
    for _ in 0..4 {
        hall.take(CIVIL).await;
    }
    let ticket = hall.take(CIVIL).await;
    let page = format!("/fr/queue/tickets/{}", ticket.code);
    let visitor = hall.town.visitor();
    visitor.post(&format!("{page}/phone"), &[("phone", "12")]).await.is(422).shows("portable marocain");
    visitor.post(&format!("{page}/phone"), &[("phone", "06 12 34 56 78")]).await.redirects_to(&page);
    visitor.get(&page).await.ok().shows("•78");
    let agent = hall.agent(0).await;
    hall.served(&agent, 60).await;
    hall.town.drain().await;
    let told = hall.messages().await;
    assert_eq!(told.matches("3 personnes avant vous").count(), 1, "{told}");
    for _ in 0..3 {
        hall.served(&agent, 60).await;
        hall.town.drain().await;
    }
    next(&hall, &agent).await;
    let told = hall.messages().await;
    assert_eq!(told.matches("avant vous").count(), 1, "{told}");
    assert_eq!(told.matches("A5 : c’est à vous. Guichet 1.").count(), 1, "{told}");
    let base = standing(&agent).await;
    agent.post(&format!("{base}/again"), &[]).await.sent_to();
    assert_eq!(hall.messages().await.matches("c’est à vous").count(), 1);
}

#[tokio::test]
async fn a_place_given_back_is_given_back_by_a_button_and_never_by_a_link() {
    let hall = Hall::open().await;
    let ticket = hall.take(CIVIL).await;
    let page = format!("/fr/queue/tickets/{}", ticket.code);
    let visitor = hall.town.visitor();
    visitor.get(&format!("{page}/return")).await.ok().shows("Oui, je la rends");
    assert_eq!(hall.ticket(&ticket.id).await.state, State::Waiting);
    visitor.post(&format!("{page}/return"), &[]).await.redirects_to(&page);
    assert_eq!(hall.ticket(&ticket.id).await.state, State::Returned);
    visitor.post(&format!("{page}/return"), &[]).await.is(422);
    let agent = hall.agent(0).await;
    assert_eq!(next(&hall, &agent).await, None);
}

#[tokio::test]
async fn who_guesses_codes_is_slowed_down() {
    let hall = Hall::open().await;
    let ticket = hall.take(CIVIL).await;
    let visitor = hall.town.visitor();
    visitor.get("/fr/queue/tickets/TKT-0000-0000-0").await.is(404);
    let mut busy = false;
    for _ in 0..100 {
        busy = visitor.post("/fr/queue/tickets", &[("code", "TKT-1111-1111-1")]).await.status.as_u16() == 429;
        if busy {
            break;
        }
    }
    assert!(busy, "a hundred wrong codes went through");
    visitor.get(&format!("/fr/queue/tickets/{}", ticket.code)).await.is(429);
}

#[tokio::test]
async fn the_telephone_is_sealed() {
    let hall = Hall::open().await;
    let ticket = hall.give(CIVIL, None, Some("0612345678")).await;
    assert!(ticket.phone.is_some_and(|sealed| !sealed.contains("612345678")));
}
