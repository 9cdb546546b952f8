//! Deeds about cases: once each in any order, and nothing lost when the case went on meanwhile.

use super::{agent, case, count, crew, hired, key, list, owner, pothole, reported, send, signs_in, tasks, town};
use crate::model::{Clash, Doubt, Outcome};
use crate::store;
use kernel::Id;
use std::sync::Arc;
use testing::{Town, Visitor};

/// The list's word for a case.
async fn seen(agent: &Visitor, case: &cases::Case) -> String {
    let list = list(agent).await;
    let found = list["cases"].as_array().unwrap().iter().find(|one| one["id"] == case.id.as_str()).expect("it is on the list");
    found["seen"].as_str().unwrap().to_owned()
}

fn done<'a>(key: &'a str, seen: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("key", key), ("kind", "done"), ("seen", seen), ("words", "سويت الحفرة")]
}

async fn deposit(town: &Town, key: &str) -> crate::model::Deposit {
    let key = Id::parse(key).unwrap();
    town.reads(move |rx| store::find(rx, &key)).await.expect("it came")
}

#[tokio::test]
async fn three_reports_filed_proved_and_closed_without_a_network_are_three_once_each() {
    let town = town().await;
    let agent = agent(&town).await;
    let owner = owner(&agent).await;
    for n in 0..3 {
        let (report, close) = (key(n), key(10 + n));
        let close_it = [("key", close.as_str()), ("kind", "done"), ("of", report.as_str())];
        send(&agent, &owner, &close_it).await.is(409).shows("field-waits");
        for again in [false, true] {
            let told = send(&agent, &owner, &pothole(&report)).await.ok().json();
            assert_eq!((told["again"].as_bool(), told["outcome"].as_str()), (Some(again), Some("done")));
            assert!(told["code"].as_str().unwrap().starts_with("SAL-"));
            let told = send(&agent, &owner, &close_it).await.ok().json();
            assert_eq!((told["again"].as_bool(), told["outcome"].as_str()), (Some(again), Some("done")));
        }
    }
    town.drain().await;
    assert_eq!(count(&town).await, 3);
    let all = town
        .reads(|rx| {
            let all = cases::Where::tenant(rx);
            cases::lists::newest(rx, all, None, 9)
        })
        .await;
    for one in all {
        assert_eq!((one.state.as_str(), one.outcome.as_deref()), ("answered", Some("done")));
        assert!(one.agent.is_some(), "the hand of the agent stands in the file");
        let id = one.id.clone();
        let files = town.reads(move |rx| cases::files::of(rx, &id)).await;
        assert_eq!(files.iter().filter(|file| file.role == cases::FileRole::Proof).count(), 1);
        let page = town.clerk("dgs").await.get(&format!("/ar/desk/{}", one.id)).await.ok();
        page.shows("من الميدان").shows("أنجز العمل في عين المكان").shows_not("الصورة ملتقطة بعيدا").shows_not("الصورة أقدم");
    }
}

#[tokio::test]
async fn an_agent_of_two_days_ago_whose_case_was_closed_meanwhile_leaves_a_task_with_words_and_photo() {
    let town = town().await;
    let hand = hired(&town).await;
    let agent = signs_in(&town, &hand).await;
    let hole = reported(&town, "حفرة عميقة").await;
    let (owner, seen) = (owner(&agent).await, seen(&agent, &hole).await);
    let given = cases::Given { words: "أصلحت".into(), outcome: Some("done".into()), ..cases::Given::default() };
    let id = hole.id.clone();
    town.does(move |tx| cases::act(tx, &id, "answer", &given, false)).await;
    town.advance_hours(47).await;
    send(&agent, &owner, &done(&key(1), &seen)).await.is(401);
    let agent = signs_in(&town, &hand).await;
    let told = send(&agent, &owner, &done(&key(1), &seen)).await.ok().json();
    assert_eq!((told["outcome"].as_str(), told["clash"].as_str()), (Some("asked"), Some("closed")));
    send(&agent, &owner, &done(&key(1), &seen)).await.ok();
    let tasks = tasks(&town, &hole.id).await;
    assert_eq!(tasks.len(), 1, "asked once");
    assert!(tasks[0].words.contains("سويت الحفرة") && tasks[0].unit == Some(hole.unit.clone()), "{:?}", tasks[0]);
    let chief = town.clerk("dgs").await;
    chief.get(&format!("/ar/desk/{}", hole.id)).await.ok().shows("وصل بعد إغلاق الملف").shows("/desk/field/photos/");
    let path = format!("/desk/field/photos/{}", key(1));
    let picture = chief.get(&path).await.ok().bytes;
    assert!(picture.starts_with(&[0xff, 0xd8]), "a JPEG of our own making");
    town.clerk("moderator").await.get(&path).await.ok();
    town.clerk_in("agent", Some(other(&town).await), None).await.get(&path).await.is(404);
    assert_eq!(case(&town, &hole.id).await.outcome.as_deref(), Some("done"), "the answer stays");
}

async fn other(town: &Town) -> Id {
    town.reads(|rx| units::by_code(rx, "markets", None)).await.unwrap().id
}

#[tokio::test]
async fn a_case_that_went_to_another_unit_or_category_asks_whoever_has_it_now() {
    let town = town().await;
    let agent = agent(&town).await;
    let (moved, renamed) = (reported(&town, "حفرة أولى").await, reported(&town, "حفرة ثانية").await);
    let owner = owner(&agent).await;
    let (first, second) = (seen(&agent, &moved).await, seen(&agent, &renamed).await);
    let (to, id) = (other(&town).await, moved.id.clone());
    town.does(move |tx| cases::transfer(tx, &id, &to, "")).await;
    let id = renamed.id.clone();
    town.does(move |tx| cases::recategorise(tx, &id, "street-lamp-out")).await;
    let told = send(&agent, &owner, &done(&key(1), &first)).await.ok().json();
    assert_eq!(told["clash"], "moved");
    let told = send(&agent, &owner, &done(&key(2), &second)).await.ok().json();
    assert!(matches!(told["clash"].as_str(), Some("moved" | "recategorised")), "{told}");
    let (now, tasks) = (case(&town, &moved.id).await, tasks(&town, &moved.id).await);
    assert!(now.is_open() && tasks.len() == 1 && tasks[0].unit == Some(now.unit), "{tasks:?}");
    let head = town.clerk_in("agent", Some(other(&town).await), None).await;
    head.get("/ar/desk?view=tasks").await.ok().shows(&moved.code);
    assert_eq!(deposit(&town, &key(1)).await.clash, Some(Clash::Moved));
}

#[tokio::test]
async fn what_the_state_refuses_is_brought_before_the_unit() {
    let town = town().await;
    let agent = agent(&town).await;
    let hole = reported(&town, "حفرة").await;
    let (owner, seen) = (owner(&agent).await, seen(&agent, &hole).await);
    let id = hole.id.clone();
    // From a planned state an answer follows; a hole in the words does not.
    let holey =
        [("key", "01936f2a-7a3b-4c4d-8e5f-000000000001"), ("kind", "done"), ("seen", seen.as_str()), ("words", "{reason}")];
    let told = send(&agent, &owner, &holey).await.ok().json();
    assert_eq!((told["outcome"].as_str(), told["clash"].as_str()), (Some("asked"), Some("refused")));
    assert!(case(&town, &id).await.is_open());
    assert_eq!(tasks(&town, &id).await.len(), 1);
}

#[tokio::test]
async fn nothing_found_and_another_units_work_ask_the_unit() {
    let town = town().await;
    let agent = agent(&town).await;
    let hole = reported(&town, "حفرة").await;
    let (owner, seen) = (owner(&agent).await, seen(&agent, &hole).await);
    for (n, kind) in ["not_found", "other_unit"].into_iter().enumerate() {
        let key = key(n as u32);
        let fields =
            [("key", key.as_str()), ("kind", kind), ("seen", seen.as_str()), ("words", "لا شيء هنا"), ("owner", owner.as_str())];
        // Without a photograph too.
        let told = agent.post(super::SYNC, &fields).await.ok().json();
        assert_eq!(told["outcome"], "asked", "{told}");
    }
    let tasks = tasks(&town, &hole.id).await;
    assert_eq!(tasks.len(), 2);
    assert!(tasks[0].words.contains("لم يوجد شيء في عين المكان. لا شيء هنا"), "{}", tasks[0].words);
    assert!(case(&town, &hole.id).await.is_open());
}

#[tokio::test]
async fn a_task_of_the_list_ends_in_the_street() {
    let town = town().await;
    let agent = agent(&town).await;
    let hole = reported(&town, "حفرة").await;
    let (id, unit) = (hole.id.clone(), crew(&town).await);
    let new = cases::NewTask { unit: Some(unit), words: "قيسوا الحفرة".into(), ..cases::NewTask::default() };
    let task = town.does(move |tx| cases::ask_task(tx, &id, &new)).await;
    let shown = list(&agent).await;
    assert_eq!(shown["cases"][0]["tasks"][0]["words"], "قيسوا الحفرة");
    let (owner, seen) = (owner(&agent).await, seen(&agent, &hole).await);
    let (one, task) = (key(1), task.to_string());
    let fields =
        [("key", one.as_str()), ("kind", "task"), ("seen", seen.as_str()), ("task", task.as_str()), ("owner", owner.as_str())];
    agent.post(super::SYNC, &fields).await.ok();
    agent.post(super::SYNC, &fields).await.ok();
    assert_eq!(tasks(&town, &hole.id).await[0].state, cases::TaskState::Done);
    assert_eq!(list(&agent).await["cases"][0]["tasks"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn a_proof_of_elsewhere_or_of_yesterday_is_kept_and_doubted() {
    let town = town().await;
    let hole = reported(&town, "حفرة").await;
    town.advance_hours(30).await;
    let agent = agent(&town).await;
    let (owner, seen) = (owner(&agent).await, seen(&agent, &hole).await);
    let mut fields = done("01936f2a-7a3b-4c4d-8e5f-000000000001", &seen);
    fields.extend([("photo_lat", "34.0701"), ("photo_at", "2026-11-24T10:00:00Z"), ("done_at", "2026-11-25T14:00:00Z")]);
    let told = send(&agent, &owner, &fields).await.ok().json();
    assert_eq!(told["outcome"], "done", "doubts do not refuse");
    let kept = deposit(&town, &key(1)).await;
    assert!(kept.doubts.contains(&Doubt::Elsewhere) && kept.metres.is_some_and(|metres| metres > 1_900), "{kept:?}");
    let page = town.clerk("dgs").await.get(&format!("/ar/desk/{}", hole.id)).await.ok().text();
    assert!(page.contains("الصورة ملتقطة بعيدا عن المكان"), "staff read the doubt");
    assert_eq!((kept.outcome, kept.photo), (Outcome::Done, None), "the file of the case owns the proof");
}

#[tokio::test]
async fn what_a_list_said_proves_nothing_after_two_weeks() {
    let town = town().await;
    let hand = hired(&town).await;
    let agent = signs_in(&town, &hand).await;
    let hole = reported(&town, "حفرة").await;
    let (owner, old) = (owner(&agent).await, seen(&agent, &hole).await);
    town.clock.advance_secs(14 * 86_400 + 60);
    let agent = signs_in(&town, &hand).await;
    send(&agent, &owner, &done(&key(1), &old)).await.is(422).shows("field-list-old");
    assert!(case(&town, &hole.id).await.is_open() && tasks(&town, &hole.id).await.is_empty());
    let new = seen(&agent, &hole).await;
    send(&agent, &owner, &done(&key(1), &new)).await.ok();
}

#[tokio::test]
async fn late_deeds_of_one_account_bring_thirty_tasks_a_day_and_the_rest_waits() {
    let town = town().await;
    let hand = hired(&town).await;
    let agent = Arc::new(signs_in(&town, &hand).await);
    let hole = reported(&town, "حفرة").await;
    let (owner, seen) = (owner(&agent).await, seen(&agent, &hole).await);
    let given = cases::Given { words: "أصلحت".into(), outcome: Some("done".into()), ..cases::Given::default() };
    let id = hole.id.clone();
    town.does(move |tx| cases::act(tx, &id, "answer", &given, false)).await;
    let late = |agent: Arc<Visitor>, n: u32| {
        let (owner, seen) = (&owner, &seen);
        async move {
            let one = key(n);
            let fields = [("key", one.as_str()), ("kind", "not_found"), ("seen", seen.as_str()), ("owner", owner.as_str())];
            agent.post(super::SYNC, &fields).await
        }
    };
    for n in 0..30 {
        late(agent.clone(), n).await.ok();
    }
    late(agent.clone(), 30).await.is(409).shows("field-late-enough");
    late(agent, 29).await.ok();
    assert_eq!(tasks(&town, &hole.id).await.len(), 30);
    town.clock.advance_secs(86_401);
    late(Arc::new(signs_in(&town, &hand).await), 30).await.ok();
}

#[tokio::test]
async fn a_clock_set_back_makes_no_clean_proof_of_an_old_photograph() {
    let town = town().await;
    let agent = agent(&town).await;
    let (owner, listed) = (owner(&agent).await, list(&agent).await["listed"].as_str().unwrap().to_owned());
    let old = [("photo_at", "2026-11-01T08:58:00Z"), ("done_at", "2026-11-01T08:59:00Z")];
    for (n, times, listed, clean) in [
        (0, &[][..], listed.as_str(), true),
        (1, &old[..], listed.as_str(), false),
        (2, &[][..], "", false),
        (3, &old[..], "2026-11-01T08:00:00Z~x", false),
    ] {
        let (report, close) = (key(n), key(10 + n));
        let mut filed = pothole(&report);
        filed.push(("listed", listed));
        filed.extend_from_slice(times);
        send(&agent, &owner, &filed).await.ok();
        let mut closed = vec![("key", close.as_str()), ("kind", "done"), ("of", report.as_str()), ("listed", listed)];
        closed.extend_from_slice(times);
        let told = send(&agent, &owner, &closed).await.ok().json();
        assert_eq!(told["outcome"], "done", "doubts do not refuse");
        assert_eq!(told["clock"].is_null(), clean, "{n}: {told}");
        assert_eq!(deposit(&town, &close).await.doubts.is_empty(), clean, "{n}");
    }
}
