//! A case asked for by SMS: with the secret, from the telephone that filed, and never more than that telephone may know.

use super::*;
use kernel::PublicCode;
use sending::{Arrived, Outcome, hear};

const OWN: &str = "0612345678";
const OTHER: &str = "0712345678";

async fn listening() -> Town {
    Town::configured(modules(), |config| config.demo = true).await
}

async fn writes(town: &Town, id: &str, from: &str, text: &str) -> Outcome {
    let arrived = Arrived { message: id.into(), from: Phone::parse(from).unwrap(), text: text.into() };
    town.does(move |tx| hear(tx, &arrived)).await
}

async fn outbox(town: &Town) -> String {
    town.drain().await;
    town.visitor().get("/ar/outbox").await.ok().text()
}

async fn pin(town: &Town, case: &Case) -> String {
    let case = case.clone();
    town.reads(move |rx| Ok(store::unseal(rx, &case)?.pin)).await
}

fn wrong(pin: &str) -> &'static str {
    if pin == "000000" { "111111" } else { "000000" }
}

#[tokio::test]
async fn the_telephone_that_filed_needs_no_secret_and_another_one_does() {
    let town = listening().await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let secret = pin(&town, &case).await;
    assert_eq!(writes(&town, "1", OWN, &case.code).await, Outcome::Understood);
    assert!(outbox(&town).await.contains(&format!("{}: مسجل", case.code)));
    assert_eq!(writes(&town, "2", OTHER, &case.code.to_lowercase().replace('-', " ")).await, Outcome::Understood);
    let page = outbox(&town).await;
    assert!(page.contains("أضيفوا بعد الرمز") && page.matches(": مسجل").count() == 1);
    assert_eq!(writes(&town, "3", OTHER, &format!("{} {secret}", case.code)).await, Outcome::Understood);
    assert_eq!(outbox(&town).await.matches(": مسجل").count(), 2);
    assert_eq!(writes(&town, "4", OWN, "ملفي").await, Outcome::Understood);
    assert_eq!(writes(&town, "5", OTHER, "dossier").await, Outcome::Understood);
    let page = outbox(&town).await;
    assert!(page.matches(": مسجل").count() == 3 && page.contains("Aucun dossier"));
}

#[tokio::test]
async fn a_wrong_secret_is_counted_and_after_five_of_them_the_right_one_is_not_heard() {
    let town = listening().await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let secret = pin(&town, &case).await;
    for id in 0..5 {
        let text = format!("{} {}", case.code, wrong(&secret));
        assert_eq!(writes(&town, &id.to_string(), OTHER, &text).await, Outcome::Wrong);
    }
    writes(&town, "right", OTHER, &format!("{} {secret}", case.code)).await;
    let page = outbox(&town).await;
    assert!(page.contains("محاولات كثيرة خاطئة") && !page.contains(": مسجل"));
    assert_eq!(writes(&town, "own", OWN, &case.code).await, Outcome::Understood, "the author's telephone is not shut out");
    // Other telephones together have ten tries at one case.
    for id in 0..5 {
        writes(&town, &format!("more-{id}"), &format!("07000000{id:02}"), &format!("{} {}", case.code, wrong(&secret))).await;
    }
    writes(&town, "fresh", "0799999999", &format!("{} {secret}", case.code)).await;
    assert_eq!(outbox(&town).await.matches(": مسجل").count(), 1);
    town.clock.advance_secs(86_401);
    writes(&town, "tomorrow", OTHER, &format!("{} {secret}", case.code)).await;
    assert_eq!(outbox(&town).await.matches(": مسجل").count(), 2);
}

#[tokio::test]
async fn a_code_of_another_commune_or_of_nobody_is_told_so() {
    let town = listening().await;
    let (foreign, nobody) = (PublicCode::new("RAB", [1; 5]), PublicCode::new("SAL", [1; 5]));
    writes(&town, "1", OWN, foreign.as_str()).await;
    writes(&town, "2", OWN, nobody.as_str()).await;
    let page = outbox(&town).await;
    assert!(page.contains("autre commune") && page.contains("Aucun dossier ne porte"));
    let bare = nobody.as_str()[4..].to_owned();
    assert_eq!(writes(&town, "3", OTHER, &bare).await, Outcome::Helped, "without its letters it may be anything");
}

#[tokio::test]
async fn the_words_of_the_answer_go_to_the_authors_telephone_alone() {
    let town = listening().await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let secret = pin(&town, &case).await;
    town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("أصلحنا الحفرة أمام داركم") })).await;
    writes(&town, "1", OTHER, &format!("{} {secret}", case.code)).await;
    let page = outbox(&town).await;
    assert!(page.contains(&format!("{}: أنجز", case.code)) && !page.contains("أمام داركم"));
    writes(&town, "2", OWN, &case.code).await;
    assert!(outbox(&town).await.contains("أمام داركم"));
}

#[tokio::test]
async fn who_filed_by_telephone_is_told_everything_without_an_address() {
    let town = listening().await;
    let new = NewCase { channel: Channel::Phone, ..pothole(1, Some(LAYAYDA)) };
    let case = town
        .does(move |tx| {
            let opened = actions::open(tx, &new)?;
            store::find(tx, &opened.id)
        })
        .await;
    let secret = pin(&town, &case).await;
    let page = outbox(&town).await;
    assert!(page.contains(&secret) && page.contains("أرسلوا الرمز إلى هذا الرقم"));
    let id = case.id.clone();
    town.does(act("take", &case, given(""))).await;
    town.does(move |tx| actions::tell(tx, &id, "سنأتي غدا صباحا")).await;
    town.does(act("answer", &case, Given { outcome: Some("done".into()), ..given("أصلحناها") })).await;
    let page = outbox(&town).await;
    for words in ["قيد المعالجة", "سنأتي غدا صباحا", "أنجز", "أصلحناها"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("http://"), "no address");
}

#[tokio::test]
async fn what_was_erased_is_not_told_to_anybody() {
    let town = listening().await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let gone = case.clone();
    town.does(move |tx| actions::retention::forget_all(tx, &gone)).await;
    writes(&town, "1", OWN, &case.code).await;
    assert!(!outbox(&town).await.contains(": مسجل"));
}

/// A complaint about somebody's conduct, from the same telephone as the open reports.
async fn confidential(town: &Town, number: u8) -> Case {
    let new = NewCase { procedure: "corruption".into(), publish: false, place: Place::default(), ..pothole(number, None) };
    town.does(move |tx| {
        let opened = actions::open(tx, &new)?;
        store::find(tx, &opened.id)
    })
    .await
}

#[tokio::test]
async fn a_confidential_file_asks_even_the_authors_telephone_for_its_secret() {
    let town = listening().await;
    let case = confidential(&town, 1).await;
    assert!(case.restricted || case.hide_author);
    let secret = pin(&town, &case).await;
    let told = format!("{}: مسجل", case.code);
    assert_eq!(writes(&town, "0", OTHER, &case.code).await, Outcome::Understood);
    assert!(!outbox(&town).await.contains("إلا بالرقم السري"), "who knows a code does not learn that it is confidential");
    assert_eq!(writes(&town, "1", OWN, &case.code).await, Outcome::Understood);
    let page = outbox(&town).await;
    assert!(page.contains("إلا بالرقم السري") && !page.contains(&told));
    assert_eq!(writes(&town, "2", OWN, &format!("{} {}", case.code, wrong(&secret))).await, Outcome::Wrong);
    assert!(!outbox(&town).await.contains(&told));
    assert_eq!(writes(&town, "3", OWN, &format!("{} {secret}", case.code)).await, Outcome::Understood);
    assert!(outbox(&town).await.contains(&told));
    for id in 0..4 {
        writes(&town, &format!("wrong-{id}"), OTHER, &format!("{} {}", case.code, wrong(&secret))).await;
    }
    town.clock.advance_secs(3_601);
    for id in 4..9 {
        writes(&town, &format!("wrong-{id}"), OWN, &format!("{} {}", case.code, wrong(&secret))).await;
    }
    writes(&town, "right", OWN, &format!("{} {secret}", case.code)).await;
    assert_eq!(outbox(&town).await.matches(&told).count(), 1, "the author's telephone has no more tries than another");
}

#[tokio::test]
async fn the_word_for_the_last_file_passes_confidential_ones_over() {
    let town = listening().await;
    let open = opened(&town, 1, Some(LAYAYDA)).await;
    let hidden = confidential(&town, 2).await;
    writes(&town, "1", OWN, "ملفي").await;
    let page = outbox(&town).await;
    assert!(page.contains(&format!("{}: مسجل", open.code)) && !page.contains(&format!("{}: مسجل", hidden.code)));
    let alone = listening().await;
    confidential(&alone, 1).await;
    writes(&alone, "1", OWN, "dossier").await;
    assert!(outbox(&alone).await.contains("Aucun dossier"));
}
