//! What programs see and do.

use super::{at, demo_town, open, outbox};
use platform::access;
use platform::json::{self, json};

#[tokio::test]
async fn a_program_books_for_a_person_by_hold_name_and_code() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1, 1]).await;
    let program = town.visitor().saying("accept-language", "fr");
    let matters = program.get("/api/v1/appointments/matters").await.ok().json();
    assert!(matters["matters"].as_array().unwrap().iter().any(|one| one["code"] == super::MATTER));
    let slots = program.get(&format!("/api/v1/appointments/slots?matter={}&day=2026-11-25", super::MATTER)).await.ok().json();
    let slots = slots["slots"].as_array().unwrap().clone();
    assert_eq!((slots.len(), slots[0]["free"].as_i64()), (48, Some(2)), "each time once, with both counters behind it");
    let days = program.get(&format!("/api/v1/appointments/days?matter={}", super::MATTER)).await.ok().json();
    assert!(days["days"].as_array().unwrap().len() > 15);
    let asked = json!({ "matter": super::MATTER, "site": site, "starts": "2026-11-25T10:00:00Z" }).to_string();
    let held = program.post_raw("/api/v1/appointments/holds", "application/json", asked.as_bytes()).await.ok().json();
    let token = held["token"].as_str().unwrap().to_owned();
    town.clock.advance_secs(10);
    let person = json!({ "name": "Amina", "phone": "0612345678" }).to_string();
    let at_person = format!("/api/v1/appointments/holds/{token}/person");
    program.post_raw(&at_person, "application/json", person.as_bytes()).await.ok();
    let text = outbox(&town).await;
    let digits: Vec<char> = text.split_once("confirmation").unwrap().1.chars().collect();
    let code: String = digits.windows(6).find(|six| six.iter().all(char::is_ascii_digit)).unwrap().iter().collect();
    let confirm = format!("/api/v1/appointments/holds/{token}/confirmation");
    let sent = json!({ "code": code }).to_string();
    let booked = program.post_raw(&confirm, "application/json", sent.as_bytes()).await.ok().json();
    assert_eq!(booked["state"], "booked");
    let cancel = format!("/api/v1/appointments/bookings/{token}/cancellation");
    let gone = program.post_raw(&cancel, "application/json", b"").await.ok().json();
    assert_eq!(gone["state"], "cancelled");
    program.get("/api/v1/appointments/bookings/SAL-1.0").await.is(404);
    let _ = at("2026-11-25T10:00:00Z");
}

#[tokio::test]
async fn only_a_key_that_may_books_in_one_step_and_the_second_for_a_seat_is_told_so() {
    let town = demo_town().await;
    let (site, _) = open(&town, &[1]).await;
    town.does(|tx| access::add_key(tx, "secret", "call centre", "counter_clerk").map(|_| ())).await;
    let whole = |n: u64| {
        let asked = json!({ "matter": super::MATTER, "site": site, "starts": "2026-11-25T10:00:00Z" });
        json!({ "asked": asked, "person": { "name": format!("Amina {n}"), "phone": format!("06123456{n:02}") } }).to_string()
    };
    let path = "/api/v1/appointments/bookings";
    town.visitor().post_raw(path, "application/json", whole(1).as_bytes()).await.is(401);
    let program = town.visitor().saying("authorization", "Bearer secret");
    let booked = program.post_raw(path, "application/json", whole(1).as_bytes()).await.ok().json();
    assert_eq!(booked["state"], "booked");
    let late = program.post_raw(path, "application/json", whole(2).as_bytes()).await.is(409);
    let told: json::Value = late.json();
    assert!(told.to_string().contains("appointments-slot-taken"), "{told}");
}
