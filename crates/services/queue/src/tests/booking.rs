//! Appointments in the hall: one ticket for each, near its hour, at its site.

use super::*;
use crate::model::State;
use appointments::{Booking, Bound, Want};
use kernel::Moment;
use sites::Way;

/// An appointment at half past ten, local time: half an hour from now.
async fn booked(hall: &Hall, starts: &'static str) -> Booking {
    let site = hall.site.clone();
    hall.town
        .does(move |tx| {
            let starts = Moment::parse(starts).unwrap();
            let want =
                Want { matter: CIVIL.into(), site: Some(site.clone()), starts, people: 1, way: Way::Visit, lang: Lang::Fr };
            let bound = Bound { name: "أمينة".into(), phone: Phone::parse("0612345678").unwrap(), cin: None };
            appointments::for_somebody(tx, &want, &bound, None)
        })
        .await
}

async fn state(hall: &Hall, booking: &Booking) -> appointments::State {
    let id = booking.id.clone();
    hall.town.reads(move |rx| Ok(appointments::find(rx, &id)?.state)).await
}

async fn token(hall: &Hall, booking: &Booking) -> String {
    let code = booking.code.clone();
    hall.town.reads(move |rx| appointments::token(rx, &code)).await
}

const HALF_PAST_TEN: &str = "2026-11-24T09:30:00Z";

#[tokio::test]
async fn two_devices_that_check_in_for_one_appointment_get_one_ticket() {
    let hall = Hall::open().await;
    let booking = booked(&hall, HALF_PAST_TEN).await;
    let (clerk, visitor) = (hall.town.clerk("counter_clerk").await, hall.town.visitor());
    let link = format!("/fr/queue/arrivals/{}", token(&hall, &booking).await);
    let desk = format!("/fr/desk/queue/sites/{}/arrive", hall.site);
    let code = booking.code.to_string();
    let fields = [("code", code.as_str())];
    let (one, other) = tokio::join!(visitor.post(&link, &[]), clerk.post(&desk, &fields));
    assert!(one.sent_to().contains("/queue/tickets/TKT-") && other.sent_to().contains("/desk/queue/tickets/"));
    assert_eq!(visitor.post(&link, &[]).await.sent_to(), one.sent_to());
    let id = booking.id.clone();
    let ticket = hall.town.reads(move |rx| crate::of_booking(rx, &id)).await.expect("a ticket");
    assert_eq!(one.sent_to(), format!("/fr/queue/tickets/{}", ticket.code));
    let agent = hall.agent(0).await;
    assert_eq!(next(&hall, &agent).await, Some(ticket.name()));
    assert!(hall.messages().await.contains("c’est à vous. Guichet 1."), "the telephone of the appointment hears the call");
    let base = standing(&agent).await;
    agent.post(&format!("{base}/begin"), &[]).await.sent_to();
    agent.post(&format!("{base}/done"), &[("outcome", "served")]).await.sent_to();
    assert_eq!(state(&hall, &booking).await, appointments::State::Done);
}

#[tokio::test]
async fn one_arrives_near_the_hour_and_at_the_right_site() {
    let hall = Hall::open().await;
    let early = booked(&hall, "2026-11-24T13:00:00Z").await;
    let clerk = hall.town.clerk("counter_clerk").await;
    let desk = format!("/fr/desk/queue/sites/{}/arrive", hall.site);
    let code = early.code.to_string();
    clerk.post(&desk, &[("code", &code)]).await.is(422).shows("60");
    clerk.post(&desk, &[("code", "SAL-0000-0000-0")]).await.is(422).shows("Aucun rendez-vous");
    let (other, _) = hall.town.does(build).await;
    hall.town.clock.advance_secs(4 * 3_600);
    let clerk = hall.town.clerk("counter_clerk").await;
    clerk.post(&format!("/fr/desk/queue/sites/{other}/arrive"), &[("code", &code)]).await.is(422).shows("autre site");
    clerk.post(&desk, &[("code", &code)]).await.sent_to();
    assert_eq!(state(&hall, &early).await, appointments::State::Arrived);
}

#[tokio::test]
async fn the_page_of_an_appointment_offers_the_button_near_its_hour_and_a_get_changes_nothing() {
    let hall = Hall::open().await;
    let booking = booked(&hall, "2026-11-24T13:00:00Z").await;
    let page = format!("/fr/appointments/{}", token(&hall, &booking).await);
    let visitor = hall.town.visitor();
    visitor.get(&page).await.ok().shows_not("/queue/arrivals/");
    hall.town.clock.advance_secs(4 * 3_600 - 1_200);
    visitor.get(&page).await.ok().shows("/queue/arrivals/").shows("Je suis arrivé");
    let id = booking.id.clone();
    assert_eq!(hall.town.reads(move |rx| crate::of_booking(rx, &id)).await, None);
    visitor.post(&format!("/fr/queue/arrivals/{}", token(&hall, &booking).await), &[]).await.sent_to();
    visitor.get(&page).await.ok().shows("Suivre mon tour");
    visitor.post("/fr/queue/arrivals/SAL-0000-0000-0.abc", &[]).await.is(404);
}

#[tokio::test]
async fn who_said_from_afar_that_he_was_there_and_does_not_come_is_absent_and_who_was_never_called_is_not() {
    let hall = Hall::open().await;
    let (absent, waits) = (booked(&hall, HALF_PAST_TEN).await, booked_for(&hall, "0698765432").await);
    for booking in [&absent, &waits] {
        hall.town.visitor().post(&format!("/fr/queue/arrivals/{}", token(&hall, booking).await), &[]).await.sent_to();
    }
    assert_eq!(state(&hall, &absent).await, appointments::State::Booked);
    hall.town.clock.advance_secs(1_860);
    let agent = hall.agent(0).await;
    next(&hall, &agent).await;
    let base = standing(&agent).await;
    agent.post(&format!("{base}/again"), &[]).await.sent_to();
    agent.post(&format!("{base}/absent"), &[]).await.sent_to();
    hall.town.clock.advance_secs(901);
    hall.town.drain().await;
    assert_eq!(state(&hall, &absent).await, appointments::State::NoShow);
    hall.town.clock.advance_secs(9 * 3_600);
    hall.town.drain().await;
    assert_eq!(state(&hall, &waits).await, appointments::State::Arrived);
    let id = waits.id.clone();
    assert_eq!(hall.town.reads(move |rx| crate::of_booking(rx, &id)).await.unwrap().state, State::Waiting);
}

async fn booked_for(hall: &Hall, phone: &'static str) -> Booking {
    let site = hall.site.clone();
    hall.town
        .does(move |tx| {
            let starts = Moment::parse(HALF_PAST_TEN).unwrap();
            let want =
                Want { matter: CIVIL.into(), site: Some(site.clone()), starts, people: 1, way: Way::Visit, lang: Lang::Fr };
            let bound = Bound { name: "حسن".into(), phone: Phone::parse(phone).unwrap(), cin: None };
            appointments::for_somebody(tx, &want, &bound, None)
        })
        .await
}
