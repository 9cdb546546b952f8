//! Rules first; then every way of giving a mark, what everybody reads of it, and what only the service does.

use crate::model::Line;
use crate::{actions, jobs, rules};
use cases::{Case, Channel, Contact, Given, Means, NewCase, Place};
use kernel::{Id, Lang, Moment, Phone, Point};
use platform::{Module, args};
use procedures::Answers;
use testing::Town;

fn modules() -> Vec<Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        crate::module(),
    ]
}

fn key(number: u8) -> Id {
    Id::parse(&format!("01936f2a-7a3b-7c4d-8e5f-0123456789{number:02x}")).unwrap()
}

/// A report that was answered, and the secret of its receipt.
async fn answered(town: &Town, number: u8) -> (Case, String) {
    let new = NewCase {
        key: key(number),
        procedure: "pothole".into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: "حفرة كبيرة".into(),
        answers: Answers::default(),
        contact: Contact { name: None, phone: Phone::parse("0612345678"), email: None },
        person: None,
        place: Place { point: Point::new(34.05, -6.79), ..Place::default() },
        files: Vec::new(),
        publish: true,
        suspect: None,
    };
    town.does(move |tx| {
        let opened = cases::open(tx, &new)?;
        let given = Given { words: "أصلحنا".into(), outcome: Some("done".into()), ..Given::default() };
        Ok((cases::act(tx, &opened.id, "answer", &given, false)?, opened.pin))
    })
    .await
}

async fn link_key(town: &Town, case: &Case) -> String {
    let code = case.code.clone();
    let link = town.reads(move |rx| cases::link(rx, &code)).await;
    link.split_once("?k=").unwrap().1.to_owned()
}

/// Mark, way and who noted it, as stored.
async fn stored(town: &Town, case: &Case) -> Vec<(i64, String, bool)> {
    let id = case.id.clone();
    town.reads(move |rx| {
        let sql = "SELECT satisfaction, means, noted_by FROM cases_surveys WHERE tenant = $1 AND case_id = $2 ORDER BY round";
        rx.all(sql, args![rx.tenant(), id], |row| {
            Ok((row.get("satisfaction")?, row.get("means")?, row.get::<Option<String>>("noted_by")?.is_some()))
        })
    })
    .await
}

fn line(count: i64) -> Line {
    Line { unit: format!("u{count}"), count, sum: count * 4, ..Line::default() }
}

#[test]
fn few_marks_are_kept_back_and_cannot_be_found_from_the_sum() {
    let few = |counts: &[i64]| {
        let mut lines: Vec<Line> = counts.iter().map(|count| line(*count)).collect();
        rules::keep_back(&mut lines);
        lines.iter().map(|line| line.few).collect::<Vec<_>>()
    };
    assert_eq!(few(&[5, 12]), [false, false]);
    assert_eq!(few(&[4, 12, 9]), [true, false, true], "the smallest of the others goes with it");
    assert_eq!(few(&[4, 3, 9]), [true, true, false], "two of them hide each other");
    assert_eq!(few(&[0, 12]), [true, false], "nothing is found from what is nothing");
    assert_eq!(few(&[]), [false; 0]);
}

#[test]
fn a_mark_is_from_one_to_five_and_not_by_who_did_the_work() {
    for wrong in ["", "0", "6", "-1", "4.5", "x"] {
        assert_eq!(rules::survey(wrong, "yes", "").unwrap_err().key, "satisfaction-needs-mark", "{wrong}");
    }
    let survey = rules::survey("4", "sometimes", "  ").unwrap();
    assert_eq!((survey.satisfaction, survey.solved, survey.words), (Some(4), None, None));
    assert!(rules::survey("4", "yes", &"x".repeat(1_001)).is_err());
    assert!(rules::may_note(Some(&key(1)), Some(&key(1))).is_err());
    assert!(rules::may_note(Some(&key(1)), Some(&key(2))).is_ok() && rules::may_note(None, None).is_ok());
    assert_eq!((rules::tenths(13, 3), rules::tenths(0, 0), rules::percent(2, 3)), (Some(43), None, Some(67)));
}

#[tokio::test]
async fn an_address_that_is_only_opened_gives_no_mark_and_a_button_gives_one() {
    let town = Town::with(modules()).await;
    let (case, _) = answered(&town, 1).await;
    let key = link_key(&town, &case).await;
    let page = format!("/ar/satisfaction/{}", case.code);
    let scanner = town.visitor();
    for _ in 0..3 {
        scanner.get(&format!("{page}?k={key}")).await.ok().shows("value=\"5\"");
    }
    assert!(stored(&town, &case).await.is_empty());
    scanner.get(&format!("{page}?k=wrong")).await.is(403);
    scanner.post(&page, &[("k", "wrong"), ("mark", "1")]).await.is(403);
    scanner.post(&page, &[("k", &key), ("mark", "9"), ("words", "كلام")]).await.is(422).shows("كلام");
    scanner.post(&page, &[("k", &key), ("mark", "4")]).await.is(303);
    scanner.post(&page, &[("k", &key), ("mark", "1")]).await.is(422);
    assert_eq!(stored(&town, &case).await, [(4, "message".to_owned(), false)]);
}

#[tokio::test]
async fn every_author_is_asked_once_for_each_round() {
    let town = Town::with(modules()).await;
    let (case, _) = answered(&town, 1).await;
    let (told, _) = answered(&town, 2).await;
    let id = told.id.clone();
    town.does(move |tx| cases::rate(tx, &id, &rules::survey("5", "yes", "").unwrap())).await;
    let asked = || async {
        let count =
            |rx: &mut platform::Tx| rx.count("SELECT COUNT(*) AS n FROM satisfaction_asks WHERE tenant = $1", args![rx.tenant()]);
        town.reads(count).await
    };
    town.does(jobs::ask).await;
    assert_eq!(asked().await, 0, "a day has not passed");
    town.advance_hours(30).await;
    town.does(jobs::ask).await;
    town.does(jobs::ask).await;
    assert_eq!(asked().await, 1, "once, and not who said it already");
    let id = case.id.clone();
    town.does(move |tx| {
        let given = Given { words: "ما زالت".into(), ..Given::default() };
        cases::act(tx, &id, "reopen", &given, true)?;
        let given = Given { words: "أصلحنا من جديد".into(), outcome: Some("done".into()), ..Given::default() };
        cases::act(tx, &id, "answer", &given, false)
    })
    .await;
    town.advance_hours(30).await;
    town.does(jobs::ask).await;
    assert_eq!(asked().await, 2, "a second answer is a second round");
}

#[tokio::test]
async fn the_counter_needs_the_receipt_and_the_telephone_another_colleague() {
    let town = Town::with(modules()).await;
    let (case, pin) = answered(&town, 1).await;
    let clerk = town.clerk("counter_clerk").await;
    let page = "/ar/desk/satisfaction/counter";
    let form = |pin: &str, mark: &str| {
        vec![
            ("code".to_owned(), case.code.clone()),
            ("pin".into(), pin.into()),
            ("mark".into(), mark.into()),
            ("words".into(), "انتظرت كثيرا".into()),
        ]
    };
    let wrong = if pin == "000000" { "111111" } else { "000000" };
    for (pin, mark) in [("", "2"), (wrong, "2"), (pin.as_str(), "7")] {
        let fields = form(pin, mark);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        clerk.post(page, &fields).await.is(422).shows("انتظرت كثيرا");
    }
    clerk.post(page, &[("code", "SAL-0000-0000-0"), ("pin", "123456"), ("mark", "3")]).await.is(422);
    assert!(stored(&town, &case).await.is_empty());
    let fields = form(&pin, "2");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    clerk.post(page, &fields).await.is(303);
    assert_eq!(stored(&town, &case).await, [(2, "counter".to_owned(), true)]);
    let (other, _) = answered(&town, 2).await;
    let phone = format!("/ar/desk/{}/satisfaction", other.id);
    town.clerk("moderator").await.post(&phone, &[("mark", "5")]).await.is(403);
    let agent = town.clerk("agent").await;
    agent.get(&format!("/ar/desk/{}", other.id)).await.ok().shows("رأي صاحب الملف");
    agent.post(&phone, &[("mark", "0")]).await.is(422);
    agent.post(&phone, &[("mark", "1"), ("words", "لم يأت أحد")]).await.is(303);
    agent.post(&phone, &[("mark", "5")]).await.is(422);
    assert_eq!(stored(&town, &other).await, [(1, "phone".to_owned(), true)]);
}

#[tokio::test]
async fn everybody_reads_the_figures_and_only_the_service_the_words() {
    let town = Town::with(modules()).await;
    for number in 1..=6 {
        let (case, _) = answered(&town, number).await;
        let id = case.id.clone();
        let (mark, words) = if number == 1 { ("1", "لم يأت أحد إلى زنقتنا") } else { ("4", "") };
        town.does(move |tx| actions::note(tx, &id, rules::survey(mark, "yes", words).unwrap(), Means::Page)).await;
        if number == 4 {
            town.visitor().get("/ar/satisfaction").await.ok().shows_not("/ 5");
        }
    }
    let everybody = town.visitor().get("/ar/satisfaction").await.ok();
    everybody.shows("3.5").shows_not("لم يأت أحد");
    let head = town.clerk("service_head").await;
    head.get("/ar/desk/satisfaction").await.ok().shows("لم يأت أحد إلى زنقتنا");
    town.clerk("moderator").await.get("/ar/desk/satisfaction").await.is(403);
    let low = town.does(actions::low).await;
    assert_eq!(low.len(), 1);
    let seen = format!("/ar/desk/satisfaction/{}/seen", low[0].case.id);
    head.post(&seen, &[("round", "x")]).await.is(404);
    head.post(&seen, &[("round", "0")]).await.is(303);
    head.get("/ar/desk/satisfaction").await.ok().shows_not("لم يأت أحد إلى زنقتنا");
    let sealed = town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM cases_surveys WHERE words LIKE '%زنقتنا%'", vec![])).await;
    assert_eq!(sealed, 0);
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = Town::with(modules()).await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[test]
fn a_mark_by_sms_is_one_digit_and_nothing_else() {
    for (text, mark) in [("5", Some(5)), (" ٣ ", Some(3)), ("4.", Some(4)), ("۱", Some(1))] {
        assert_eq!(rules::mark(text), mark, "{text}");
    }
    for nothing in ["", "0", "6", "55", "5/5", "5 merci", "SAL-0000-0000-0"] {
        assert_eq!(rules::mark(nothing), None, "{nothing}");
    }
}

async fn writes(town: &Town, id: &str, from: &str, text: &str) -> sending::Outcome {
    let arrived = sending::Arrived { message: id.into(), from: Phone::parse(from).unwrap(), text: text.into() };
    town.does(move |tx| sending::hear(tx, &arrived)).await
}

#[tokio::test]
async fn a_number_by_sms_answers_the_question_that_this_telephone_was_asked() {
    let town = Town::configured(modules(), |config| config.demo = true).await;
    let (case, _) = answered(&town, 1).await;
    assert_eq!(writes(&town, "early", "0612345678", "5").await, sending::Outcome::Helped, "nothing was asked yet");
    town.advance_hours(30).await;
    town.does(jobs::ask).await;
    town.drain().await;
    town.visitor().get("/ar/outbox").await.ok().shows("أجيبوا برقم من 1");
    assert_eq!(writes(&town, "stranger", "0712345678", "1").await, sending::Outcome::Helped);
    assert!(stored(&town, &case).await.is_empty());
    assert_eq!(writes(&town, "1", "0612345678", "٤").await, sending::Outcome::Understood);
    assert_eq!(writes(&town, "1", "0612345678", "٤").await, sending::Outcome::Known);
    assert_eq!(writes(&town, "2", "0612345678", "1").await, sending::Outcome::Understood);
    assert_eq!(stored(&town, &case).await, [(4, "sms".to_owned(), false)], "the first answer stays");
    town.drain().await;
    town.visitor().get("/ar/outbox").await.ok().shows("سُجل رأيكم").shows("سبق أن توصلنا برأيكم");
}

#[tokio::test]
async fn a_question_is_answered_by_sms_for_two_weeks() {
    let town = Town::configured(modules(), |config| config.demo = true).await;
    let (case, _) = answered(&town, 1).await;
    town.advance_hours(30).await;
    town.does(jobs::ask).await;
    town.clock.advance_secs(15 * 86_400);
    assert_eq!(writes(&town, "late", "0612345678", "5").await, sending::Outcome::Helped);
    assert!(stored(&town, &case).await.is_empty());
}

#[tokio::test]
async fn without_a_door_for_sms_nobody_is_asked_to_answer_by_one() {
    let town = Town::with(modules()).await;
    let (case, _) = answered(&town, 1).await;
    assert_eq!(town.reads(move |rx| actions::question(rx, &case)).await, "satisfaction-sms");
}

#[tokio::test]
async fn a_mark_by_sms_gives_way_to_one_by_page_or_receipt_and_never_the_other_way() {
    let town = Town::configured(modules(), |config| config.demo = true).await;
    let (case, _) = answered(&town, 1).await;
    let key = link_key(&town, &case).await;
    town.advance_hours(30).await;
    town.does(jobs::ask).await;
    writes(&town, "forged", "0612345678", "1").await;
    assert_eq!(stored(&town, &case).await, [(1, "sms".to_owned(), false)]);
    let head = town.clerk("service_head").await;
    head.post(&format!("/ar/desk/satisfaction/{}/seen", case.id), &[("round", "0")]).await.is(303);
    assert_eq!(town.does(actions::low).await, []);
    town.clock.advance_secs(60);
    let page = format!("/ar/satisfaction/{}", case.code);
    town.visitor().get(&format!("{page}?k={key}")).await.ok().shows("value=\"5\"");
    town.visitor().post(&page, &[("k", &key), ("mark", "2")]).await.is(303);
    assert_eq!(stored(&town, &case).await, [(2, "message".to_owned(), false)]);
    assert_eq!(town.does(actions::low).await.len(), 1, "the one that was looked at is another");
    writes(&town, "again", "0612345678", "5").await;
    town.visitor().post(&page, &[("k", &key), ("mark", "5")]).await.is(422);
    assert_eq!(stored(&town, &case).await, [(2, "message".to_owned(), false)]);
    let marks = town.reads(|rx| actions::figures(rx, Moment::parse("2020-01-01T00:00:00Z").unwrap())).await;
    assert_eq!(marks.iter().map(|line| (line.count, line.sum)).collect::<Vec<_>>(), [(1, 2)], "counted once");
}
