//! What a message says is decided at each try: words that were taken back meanwhile do not travel.

use super::travel::{Receiver, holds, hook, of, written};
use super::{filed, near};
use crate::model::{DeliveryState, Happening, Written};
use platform::json;

#[tokio::test]
async fn words_that_are_withheld_or_forgotten_meanwhile_do_not_travel_and_none_wait_in_the_store() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[500; 3]).await;
    let (id, secret) = hook(&town, Written { happenings: vec![Happening::Published, Happening::Hidden], ..written(&url) }).await;
    let mut codes = Vec::new();
    for _ in 0..2 {
        let code = filed(&town).await;
        let asked = code.clone();
        town.does(move |tx| {
            let mut case = cases::by_code(tx, &asked)?;
            cases::publish(tx, &mut case, "كلمات منشورة", None)
        })
        .await;
        codes.push(code);
    }
    town.drain().await;
    assert!(receiver.all()[0].1.contains("كلمات منشورة"), "it may be told at first");
    let (withheld, forgotten) = (codes[0].clone(), codes[1].clone());
    town.does(move |tx| {
        let case = cases::by_code(tx, &withheld)?;
        cases::moderate(tx, &case.id, None, None)?;
        let case = cases::by_code(tx, &forgotten)?;
        cases::recategorise(tx, &case.id, "corruption").map(drop)
    })
    .await;
    let so_far = receiver.all().len();
    for _ in 0..30 {
        town.advance_hours(1).await;
    }
    assert!(of(&town, &id).await.iter().all(|one| one.state == DeliveryState::Done));
    let later = receiver.all().split_off(so_far);
    assert!(later.len() >= 2);
    for (headers, body) in &later {
        assert!(holds(&secret, headers, body) && !body.contains("كلمات منشورة"), "{body}");
    }
    let last: Vec<platform::Json> = later.iter().map(|(_, body)| json::from_str(body).unwrap()).collect();
    assert!(
        last.iter().any(|read| read["data"]["report"]["code"] == codes[0].as_str() && read["data"]["report"]["words"].is_null())
    );
    assert!(last.iter().any(|read| read["data"]["report"].is_null() && read["type"] == "report.published"));
    assert_eq!(last.iter().filter(|read| read["type"] == "report.hidden").count(), 2, "both are told to be gone");
}
