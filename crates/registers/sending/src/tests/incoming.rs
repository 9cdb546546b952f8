//! SMS to the commune: the gateway proves itself, each message is heard once, a flood is not, and nobody is answered twice.

use crate::incoming::{Outcome, outcomes};
use platform::sms::{Heard, Reply};
use platform::{Module, Result, Tx};
use testing::{Reply as Answer, Town};

const SECRET: &str = "a secret of the gateway, long";

fn echo(_: &mut Tx, heard: &Heard) -> Result<Option<Reply>> {
    let known = heard.text.starts_with("echo");
    Ok(known.then(|| Reply { wrong: heard.text.contains("wrong"), ..Reply::plain(heard.lang, format!("[{}]", heard.text)) }))
}

async fn listening() -> Town {
    let change = |config: &mut platform::Config| {
        config.sms.incoming_secret = SECRET.into();
        config.demo = true;
    };
    Town::configured([crate::module(), Module::new("echo").hears(echo)], change).await
}

async fn arrives(town: &Town, id: &str, from: &str, text: &str) -> Answer {
    let body = platform::json::json!({ "id": id, "from": from, "text": text }).to_string();
    let gateway = town.visitor().saying("authorization", &format!("Bearer {SECRET}"));
    gateway.post_raw("/sms/in", "application/json", body.as_bytes()).await
}

async fn shown(town: &Town) -> String {
    town.drain().await;
    town.visitor().get("/ar/outbox").await.ok().text()
}

#[tokio::test]
async fn a_forged_secret_opens_nothing_and_without_one_there_is_no_door() {
    let town = listening().await;
    let fields = [("id", "1"), ("from", "0612345678"), ("text", "echo")];
    town.visitor().post("/sms/in", &fields).await.is(403);
    town.visitor().saying("authorization", "Bearer wrong").post("/sms/in", &fields).await.is(403);
    town.visitor().post("/sms/in?secret=a+secret+of+the+gateway%2C+long", &fields).await.is(403);
    let with = [&fields[..], &[("secret", SECRET)]].concat();
    town.visitor().post("/sms/in", &with).await.ok().shows("understood");
    town.visitor().saying("authorization", &format!("Bearer {SECRET}")).post("/sms/in", &[("id", "2")]).await.is(422);
    let closed = super::town(|_| {}).await;
    closed.visitor().post("/sms/in", &with).await.is(404);
    closed.visitor().get("/ar/sms").await.is(404);
    closed.visitor().post("/ar/sms", &[("from", "0612345678"), ("text", "echo")]).await.is(404);
}

#[tokio::test]
async fn the_same_sms_is_heard_once_and_answered_once() {
    let town = listening().await;
    arrives(&town, "7", "+212612345678", "echo سلام").await.ok().shows("understood");
    arrives(&town, "7", "+212612345678", "echo سلام").await.ok().shows("known");
    assert_eq!(shown(&town).await.matches("[echo سلام]").count(), 1);
    assert_eq!(town.reads(outcomes).await, [("7".into(), Outcome::Understood)]);
}

#[tokio::test]
async fn help_is_told_once_an_hour_in_the_letters_of_the_asker() {
    let town = listening().await;
    for id in 1..=3 {
        arrives(&town, &id.to_string(), "0612345678", "bonjour").await.ok();
    }
    arrives(&town, "4", "0712345678", "السلام عليكم").await.ok();
    let page = shown(&town).await;
    assert_eq!((page.matches("Commune de Salé").count(), page.matches("جماعة سلا").count() >= 1), (1, true));
    town.clock.advance_secs(3_601);
    arrives(&town, "5", "0612345678", "bonjour").await.ok().shows("helped");
}

#[tokio::test]
async fn a_flood_of_one_telephone_is_not_answered_and_disturbs_nobody_else() {
    let town = listening().await;
    for id in 0..25 {
        arrives(&town, &format!("{id:02}"), "0612345678", &format!("echo {id}")).await.ok();
    }
    let heard = town.reads(outcomes).await;
    assert_eq!(heard.iter().filter(|(_, outcome)| *outcome == Outcome::Understood).count(), 20);
    assert_eq!(heard.iter().filter(|(_, outcome)| *outcome == Outcome::Flood).count(), 5);
    arrives(&town, "other", "0712345678", "echo").await.ok().shows("understood");
    town.clock.advance_secs(3_601);
    arrives(&town, "later", "0612345678", "echo").await.ok().shows("understood");
}

#[tokio::test]
async fn a_bank_and_an_empty_text_are_nobody_to_be_answered() {
    let town = listening().await;
    arrives(&town, "1", "InfoBank", "echo").await.ok().shows("no_telephone");
    arrives(&town, "2", "0612345678", "  \u{200e} ").await.is(422);
    arrives(&town, "", "0612345678", "echo").await.is(422);
    let gateway = town.visitor().saying("authorization", &format!("Bearer {SECRET}"));
    gateway.post_raw("/sms/in", "application/json", b"[not json").await.is(400);
    gateway.post_raw("/sms/in", "application/json", &vec![b'x'; 400_000]).await.is(413);
    assert_eq!(town.reads(outcomes).await, []);
}

#[tokio::test]
async fn in_the_demonstration_whoever_visits_writes_from_a_telephone() {
    let town = listening().await;
    let visitor = town.visitor();
    visitor.post("/ar/sms", &[("from", "12"), ("text", "echo")]).await.is(422).shows("echo");
    visitor.post("/ar/sms", &[("from", "0612345678"), ("text", "")]).await.is(422);
    let talk = visitor.post("/ar/sms", &[("from", "0612345678"), ("text", "echo 1")]).await.sent_to();
    visitor.get(talk.split('#').next().unwrap()).await.ok().shows("echo 1").shows("[echo 1]");
}

#[tokio::test]
async fn what_telephones_wrote_is_erased_after_thirty_days() {
    let town = listening().await;
    arrives(&town, "1", "0612345678", "echo 1").await.ok();
    town.advance_hours(24 * 32).await;
    let left = town
        .reads(|rx| {
            rx.count(
                "SELECT COUNT(*) AS n FROM sending_incoming WHERE tenant = $1 AND (body <> '' OR phone_key <> '')",
                platform::args![rx.tenant()],
            )
        })
        .await;
    assert_eq!(left, 0);
}

/// A wish that is obeyed without an answer.
fn stop(tx: &mut Tx, heard: &Heard) -> Result<Option<Reply>> {
    if heard.text != "STOP" {
        return Ok(None);
    }
    tx.record("sending.test_stopped", "sms", &platform::json::json!({}))?;
    Ok(Some(Reply::plain(heard.lang, "[STOP]".into())))
}

async fn limited(most: u32) -> Town {
    let change = move |config: &mut platform::Config| {
        config.sms.incoming_secret = SECRET.into();
        config.demo = true;
        config.limits.sms_answers_per_hour = most;
    };
    Town::configured([crate::module(), Module::new("echo").hears(stop).hears(echo)], change).await
}

#[tokio::test]
async fn a_telephone_has_six_answers_an_hour_and_twenty_a_day_and_its_wish_is_obeyed_all_the_same() {
    let town = limited(500).await;
    for id in 0..9 {
        arrives(&town, &format!("a{id}"), "0612345678", &format!("echo {id}")).await.ok();
    }
    assert_eq!(shown(&town).await.matches("[echo").count(), 6);
    arrives(&town, "stop", "0612345678", "STOP").await.ok().shows("understood");
    arrives(&town, "lost", "0612345678", "bonjour").await.ok().shows("full");
    assert!(!shown(&town).await.contains("[STOP]"));
    arrives(&town, "other", "0712345678", "echo other").await.ok();
    assert!(shown(&town).await.contains("[echo other]"));
    for hour in 1..5 {
        town.clock.advance_secs(3_601);
        for id in 0..8 {
            arrives(&town, &format!("{hour}-{id}"), "0612345678", &format!("echo day {id}")).await.ok();
        }
    }
    town.drain().await;
    let written = town.reads(|rx| crate::store::list(rx, &crate::model::Filter::default(), 100)).await;
    let to = crate::model::To::Phone(kernel::Phone::parse("0612345678").unwrap());
    assert_eq!(written.iter().filter(|message| message.content.as_ref().is_some_and(|content| content.to == to)).count(), 20);
}

#[tokio::test]
async fn numbers_that_no_sms_of_ours_reaches_are_not_answered() {
    let town = limited(500).await;
    arrives(&town, "1", "+33612345678", "echo abroad").await.ok();
    arrives(&town, "2", "+33612345678", "bonjour").await.ok().shows("abroad");
    arrives(&town, "3", "0537123456", "echo landline").await.ok();
    arrives(&town, "4", "+33612345678", "STOP").await.ok().shows("understood");
    let page = shown(&town).await;
    assert!(!page.contains("[echo") && !page.contains("[STOP]") && !page.contains("Commune de Salé"));
}

#[tokio::test]
async fn the_commune_stops_answering_once_its_hour_is_given_and_says_so_to_its_staff_once() {
    let town = limited(3).await;
    let admin = town.clerk("administrator").await;
    admin.get("/ar/admin/sending").await.ok().shows_not("بقيت بلا جواب");
    for id in 0..6 {
        arrives(&town, &id.to_string(), &format!("061234560{id}"), &format!("echo {id}")).await.ok();
    }
    assert_eq!(shown(&town).await.matches("[echo").count(), 3);
    admin.get("/ar/admin/sending").await.ok().shows("بقيت بلا جواب");
    let alarms = town.reads(|rx| crate::incoming::stops(rx)?.count(rx)).await;
    let told = town
        .reads(|rx| rx.count("SELECT COUNT(*) AS n FROM sending_stops WHERE tenant = $1", platform::args![rx.tenant()]))
        .await;
    assert_eq!((alarms, told), (1, 1));
    town.clock.advance_secs(3_601);
    arrives(&town, "later", "0612345609", "echo later").await.ok();
    assert!(shown(&town).await.contains("[echo later]"));
}
