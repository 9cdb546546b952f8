//! Rules first, then following from the form to the last message.

use crate::rules;
use kernel::Moment;
use platform::{Module, args};
use testing::{Town, Visitor};

const MEDINA: (&str, &str) = ("34.0389", "-6.8225");

fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        assets::module(),
        procedures::module(),
        cases::module(),
        reports::module(),
        crate::module(),
    ]
}

/// A demonstration keeps its messages where a test can read them.
async fn town() -> Town {
    Town::configured(modules(), |config| config.demo = true).await
}

#[test]
fn nobody_is_told_in_the_quiet_hours() {
    let at = |text: &str| Moment::parse(text).unwrap();
    // Casablanca is an hour ahead of UTC in November.
    for (now, told) in [
        ("2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"),
        ("2026-11-24T19:59:59Z", "2026-11-24T19:59:59Z"),
        ("2026-11-24T20:00:00Z", "2026-11-25T07:00:00Z"),
        ("2026-11-24T23:30:00Z", "2026-11-25T07:00:00Z"),
        ("2026-11-25T06:59:59Z", "2026-11-25T07:00:00Z"),
        ("2026-11-25T07:00:00Z", "2026-11-25T07:00:00Z"),
    ] {
        assert_eq!(rules::may_tell_at(at(now)), at(told), "{now}");
    }
}

#[test]
fn a_code_has_six_digits() {
    assert_eq!(rules::six_digits([0; 8]), "000000");
    assert_eq!(rules::six_digits(1_234_567u64.to_be_bytes()), "234567");
}

#[tokio::test]
async fn the_module_is_complete_in_every_language() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

/// A published pothole in the medina.
async fn published(town: &Town, words: &'static str) -> String {
    let fields = [
        ("words", words),
        ("lat", MEDINA.0),
        ("lon", MEDINA.1),
        ("quarter", "medina"),
        ("publish", "yes"),
        ("x_asked", "size after-works"),
        ("x_different", "yes"),
    ];
    let to = town.visitor().post("/ar/report/pothole", &fields).await.sent_to();
    let code = to.rsplit_once("/receipt/").unwrap().1.split('?').next().unwrap().to_owned();
    let asked = code.clone();
    town.does(move |tx| {
        let case = cases::by_code(tx, &asked)?;
        cases::moderate(tx, &case.id, Some(words), None)
    })
    .await;
    town.drain().await;
    code
}

async fn answered(town: &Town, code: &str) {
    let code = code.to_owned();
    town.does(move |tx| {
        let case = cases::by_code(tx, &code)?;
        let given = cases::Given { words: "تم الإصلاح".into(), outcome: Some("done".into()), ..cases::Given::default() };
        cases::act(tx, &case.id, "answer", &given, false).map(|_| ())
    })
    .await;
}

/// What left the house for a contact, the last first.
async fn messages(town: &Town, visitor: &Visitor) -> String {
    town.drain().await;
    visitor.get("/fr/outbox").await.ok().text()
}

/// The six digits of the newest message.
fn code(outbox: &str) -> String {
    let place = outbox.find("Code ").unwrap_or_else(|| panic!("no code in {outbox}"));
    outbox[place..].chars().filter(char::is_ascii_digit).take(6).collect()
}

/// An address of this program in a page, from a mark on.
fn link(page: &str, mark: &str) -> String {
    let page = page.replace("&#x2f;", "/").replace("&amp;", "&").replace("&#x3d;", "=");
    let rest = &page[page.find(mark).unwrap_or_else(|| panic!("no {mark} in {page}"))..];
    rest.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '"' | '<')).collect()
}

async fn ask(visitor: &Visitor, kind: &str, subject: &str, contact: &str) -> String {
    visitor.post("/fr/follow", &[(kind, subject), ("contact", contact)]).await.sent_to()
}

async fn rows(town: &Town) -> i64 {
    town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM follow_subscriptions WHERE tenant = $1", args![rx.tenant()])).await
}

#[tokio::test]
async fn a_quarter_is_followed_once_the_code_is_typed_and_told_once_a_day() {
    let town = town().await;
    let visitor = town.visitor();
    let page = ask(&visitor, "quarter", "medina", "06 12 34 56 78").await;
    let outbox = messages(&town, &visitor).await;
    published(&town, "حفرة قبل التأكيد").await;
    visitor.post(&page, &[("code", "000001")]).await.is(422);
    visitor.post(&page, &[("code", &code(&outbox))]).await.redirects_to("/fr/reports?quarter=medina");
    town.advance_hours(1).await;
    let first = published(&town, "حفرة أولى").await;
    published(&town, "حفرة ثانية").await;
    answered(&town, &first).await;
    town.drain().await;
    assert!(!messages(&town, &visitor).await.contains("nouveaux"), "nothing before the hour of the digest");
    town.advance_hours(24).await;
    let outbox = messages(&town, &visitor).await;
    assert!(outbox.contains("2 nouveaux, 1 traités"), "{outbox}");
    town.advance_hours(24).await;
    assert_eq!(messages(&town, &visitor).await.matches("nouveaux").count(), 1, "nothing new, no message");
    let stop = link(&outbox, "/fr/follow/stop/");
    visitor.get(&stop).await.ok().shows("Médina");
    assert_eq!(rows(&town).await, 1, "a look stops nothing");
    let key = stop.split_once("k=").unwrap().1.to_owned();
    let address = stop.split('?').next().unwrap();
    visitor.post(address, &[("k", "forged")]).await.is(404);
    visitor.post(address, &[("k", &key)]).await.redirects_to("/fr/reports");
    visitor.post(address, &[("k", &key)]).await.redirects_to("/fr/reports");
    assert_eq!(rows(&town).await, 0, "the contact went with the row");
}

#[tokio::test]
async fn whatever_opens_the_link_of_a_message_confirms_nothing() {
    let town = town().await;
    let visitor = town.visitor();
    let page = ask(&visitor, "category", "pothole", "amina@example.ma").await;
    let confirm = link(&messages(&town, &visitor).await, &page);
    visitor.get(&confirm).await.ok().shows("Un appui suffit");
    published(&town, "حفرة").await;
    town.advance_hours(24).await;
    assert!(!messages(&town, &visitor).await.contains("nouveaux"));
    let page = ask(&visitor, "category", "pothole", "amina@example.ma").await;
    let confirm = link(&messages(&town, &visitor).await, &page);
    let key = confirm.split_once("k=").unwrap().1.to_owned();
    visitor.post(&page, &[("k", &key)]).await.redirects_to("/fr/reports?category=pothole");
    visitor.post(&page, &[("k", &key)]).await.is(422);
}

#[tokio::test]
async fn a_report_is_told_at_once_and_never_with_the_link_of_its_author() {
    let town = town().await;
    let visitor = town.visitor();
    let report = published(&town, "حفرة").await;
    let page = ask(&visitor, "report", &report, "0612345678").await;
    let outbox = messages(&town, &visitor).await;
    visitor.post(&page, &[("code", &code(&outbox))]).await.redirects_to(&format!("/fr/reports/{report}"));
    assert_eq!(rows(&town).await, 0, "who follows one report stands beside it");
    town.clock.advance_secs(12 * 3_600); // 22:00 in Salé
    answered(&town, &report).await;
    assert!(!messages(&town, &visitor).await.contains(&format!("({report})")), "not at night");
    town.advance_hours(11).await;
    let outbox = messages(&town, &visitor).await.replace("&#x2f;", "/");
    let told = &outbox[outbox.find(&format!("({report})")).expect("told in the morning")..];
    assert!(!told[..600.min(told.len())].contains("/cases/"), "{told}");
    let stop = link(&outbox, "/fr/follow/stop/");
    visitor.get(&stop).await.ok();
    let (address, query) = stop.split_once('?').unwrap();
    let key = query.split_once("k=").unwrap().1;
    visitor.post(address, &[("case", &report), ("k", key)]).await.redirects_to("/fr/reports");
    let left = town.reads(move |rx| cases::by_code(rx, &report).map(|case| case.followers)).await;
    assert_eq!(left, 0);
}

#[tokio::test]
async fn limits_hold_and_nothing_hidden_is_followed() {
    let town = town().await;
    let visitor = town.visitor();
    for wrong in ["", "12", "0537123456", "a@", &"9".repeat(500)] {
        visitor.post("/fr/follow", &[("quarter", "medina"), ("contact", wrong)]).await.is(422);
    }
    visitor.post("/fr/follow", &[("contact", "0612345678")]).await.is(404);
    for (kind, subject) in [("quarter", "nowhere"), ("category", "corruption"), ("report", "SAL-7K3Q-9MPX-R"), ("asset", "XX-1")]
    {
        visitor.post("/fr/follow", &[(kind, subject), ("contact", "0612345678")]).await.is(404);
        visitor.get(&format!("/fr/follow?{kind}={subject}")).await.ok().shows("rien à suivre");
    }
    for _ in 0..rules::ASKED_PER_DAY {
        visitor.post("/fr/follow", &[("quarter", "medina"), ("contact", "0612345678")]).await.is(303);
    }
    visitor.post("/fr/follow", &[("quarter", "medina"), ("contact", "+212612345678")]).await.is(422);
    let page = ask(&visitor, "quarter", "medina", "amina@example.ma").await;
    for _ in 0..rules::TRIES {
        visitor.post(&page, &[("code", "1")]).await.is(422);
    }
    let outbox = messages(&town, &visitor).await;
    visitor.post(&page, &[("code", &code(&outbox))]).await.is(422);
    town.advance_hours(48).await;
    assert_eq!(rows(&town).await, 0, "what was never confirmed is forgotten");
}

#[tokio::test]
async fn a_feed_tells_the_steps_of_a_report() {
    let town = town().await;
    let report = published(&town, "حفرة").await;
    answered(&town, &report).await;
    let visitor = town.visitor();
    visitor
        .get(&format!("/follow/report.atom?code={report}&lang=fr"))
        .await
        .ok()
        .shows("<entry>")
        .shows("Nid-de-poule")
        .shows("Signalement reçu")
        .shows(&format!("/fr/reports/{report}#1</id>"))
        .shows_not("urn:uuid");
    visitor.get("/follow/report.atom?code=SAL-0000-0000-0").await.is(404);
    visitor.get("/reports.atom?quarter=medina&lang=fr").await.ok().shows(&report);
    visitor.get("/reports.atom?quarter=other").await.ok().shows_not(&report);
    visitor.get(&format!("/fr/reports/{report}")).await.ok().shows_not("contact_phone");
    visitor.get("/fr/reports?quarter=medina").await.ok().shows("ce quartier");
}

#[test]
fn one_word_stops_and_a_sentence_does_not() {
    for word in ["STOP", " stop. ", "قف", "Arrêt"] {
        assert!(rules::stops(word), "{word}");
    }
    assert!(!rules::stops("ne pas stopper") && !rules::stops(""));
}

#[tokio::test]
async fn an_sms_stops_everything_that_its_telephone_follows() {
    let town = town().await;
    let visitor = town.visitor();
    let code_of = published(&town, "حفرة أمام المدرسة").await;
    for (kind, subject) in [("quarter", "medina"), ("report", code_of.as_str())] {
        let page = ask(&visitor, kind, subject, "06 12 34 56 78").await;
        let outbox = messages(&town, &visitor).await;
        visitor.post(&page, &[("code", &code(&outbox))]).await.is(303);
    }
    assert_eq!(rows(&town).await, 1);
    let writes = |id: &'static str, from: &'static str| {
        let from = kernel::Phone::parse(from).unwrap();
        let arrived = sending::Arrived { message: id.into(), from, text: "قف".into() };
        town.does(move |tx| sending::hear(tx, &arrived))
    };
    assert_eq!(writes("1", "0712345678").await, sending::Outcome::Understood);
    assert_eq!(rows(&town).await, 1, "another telephone stops its own");
    writes("2", "0612345678").await;
    let asked = code_of.clone();
    let followers = town.reads(move |rx| Ok(cases::by_code(rx, &asked)?.followers)).await;
    assert_eq!((rows(&town).await, followers), (0, 0));
    let page = messages(&town, &visitor).await;
    assert!(page.contains("لن نرسل إليكم") && page.contains("لا تتتبعون شيئا"));
}
