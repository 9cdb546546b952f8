//! Whose deeds these are, what a telephone may keep, and input that nobody should send.

use super::{SYNC, agent, count, key, list, modules, owner, pothole, reported, send, town};
use testing::check_module;

#[tokio::test]
async fn the_room_is_whole() {
    let town = town().await;
    let own = modules().pop().unwrap();
    assert_eq!(check_module(&town.app, &own), Vec::<String>::new());
}

#[tokio::test]
async fn a_telephone_keeps_what_and_where_but_nobody() {
    let town = town().await;
    let agent = agent(&town).await;
    let hole = reported(&town, "حفرة خطيرة، هاتفي 0612345678").await;
    let shown = list(&agent).await;
    let one = &shown["cases"][0];
    assert_eq!((one["code"].as_str(), one["closes"].as_bool()), (Some(hole.code.as_str()), Some(true)));
    assert!(one["due"].as_str().is_some_and(|due| due.starts_with("الأجل")), "a limit says that it is one: {one}");
    assert_eq!(one["words"], "حفرة خطيرة، هاتفي …");
    assert!(!shown.to_string().contains("612345678") && !shown.to_string().contains("سعيد"), "neither author nor agent");
    assert!(shown["communes"].as_array().unwrap().iter().any(|one| one["prefix"] == "RAB"));
    let noted = town.reads(|rx| platform::store::journal::entries_after(rx, 0, 1_000)).await;
    assert!(
        noted.iter().any(|entry| entry.subject == hole.id.as_str() && entry.summary.to_string().contains("field")),
        "the look"
    );
    agent.get("/ar/desk/field").await.ok().shows(&hole.code).shows_not("612345678");
    agent.get("/ar/desk/field?shell=1").await.ok().shows_not(&hole.code).shows_not("سعيد");
    let worker = town.visitor().get("/field-worker.js").await.ok();
    assert!(worker.text().contains("jamaa-field"));
    worker.shows("Pas de réseau").shows("لا شبكة الآن").shows("There is no network").shows_not("NOTHING KEPT");
}

#[tokio::test]
async fn a_list_is_of_the_reach_of_its_agent() {
    let town = town().await;
    let hole = reported(&town, "حفرة").await;
    let other = town.reads(|rx| units::by_code(rx, "markets", None)).await.unwrap().id;
    let elsewhere = town.clerk_in("agent", Some(other), None).await;
    assert!(!list(&elsewhere).await.to_string().contains(&hole.code));
    town.visitor().get("/ar/desk/field").await.is(303);
    town.visitor().get("/ar/desk/field/list").await.is(303);
    town.clerk("cashier").await.get("/ar/desk/field").await.is(403);
    let phone = town.visitor().saying("accept", "application/json");
    phone.post(SYNC, &[("key", &key(1)), ("kind", "report")]).await.is(401);
}

#[tokio::test]
async fn the_work_of_one_account_is_never_sent_as_anothers() {
    let town = town().await;
    let (one, two) = (agent(&town).await, agent(&town).await);
    let hole = reported(&town, "حفرة").await;
    let (mine, other) = (owner(&one).await, owner(&two).await);
    assert_ne!(mine, other);
    let (first, second) = (key(1), key(2));
    send(&two, &mine, &pothole(&first)).await.is(409).shows("field-not-yours");
    send(&one, &mine, &pothole(&first)).await.ok();
    send(&two, &other, &pothole(&first)).await.is(409).shows("field-key-taken");
    let chained = [("key", second.as_str()), ("kind", "done"), ("of", first.as_str())];
    send(&two, &other, &chained).await.is(409).shows("field-waits");
    let seen =
        list(&one).await["cases"].as_array().unwrap().iter().find(|case| case["id"] == hole.id.as_str()).unwrap()["seen"].clone();
    let taken = [("key", second.as_str()), ("kind", "done"), ("seen", seen.as_str().unwrap())];
    send(&two, &other, &taken).await.is(422).shows("field-not-listed");
    send(&one, &mine, &[("key", first.as_str()), ("kind", "done"), ("of", first.as_str())])
        .await
        .is(409)
        .shows("field-key-taken");
    assert_eq!(count(&town).await, 2);
}

#[tokio::test]
async fn bad_input_is_refused_and_stores_nothing() {
    let town = town().await;
    let agent = agent(&town).await;
    let hole = reported(&town, "حفرة").await;
    let owner = owner(&agent).await;
    let seen = list(&agent).await["cases"][0]["seen"].as_str().unwrap().to_owned();
    let (one, long) = (key(1), "ا".repeat(301));
    let base = |more: &[(&'static str, &str)]| {
        let mut all: Vec<(&str, String)> = vec![("owner", owner.clone())];
        all.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
        all
    };
    let forged = seen.replacen("pothole", "street-lamp-out", 1);
    for (more, status, code) in [
        (vec![("kind", "report")], 422, "field-needs-key"),
        (vec![("key", "1"), ("kind", "report")], 422, "platform-not-an-id"),
        (vec![("key", one.as_str())], 422, "field-kind-unknown"),
        (vec![("key", one.as_str()), ("kind", "erase")], 422, "field-kind-unknown"),
        (vec![("key", one.as_str()), ("kind", "done"), ("seen", "x~y")], 422, "field-not-listed"),
        (vec![("key", one.as_str()), ("kind", "done"), ("seen", forged.as_str())], 422, "field-not-listed"),
        (vec![("key", one.as_str()), ("kind", "done"), ("seen", seen.as_str())], 422, "field-needs-photo"),
        (
            vec![("key", one.as_str()), ("kind", "not_found"), ("seen", seen.as_str()), ("words", long.as_str())],
            422,
            "procedures-too-long",
        ),
        (vec![("key", one.as_str()), ("kind", "task"), ("seen", seen.as_str())], 422, "field-not-listed"),
        (vec![("key", one.as_str()), ("kind", "stop"), ("round", "zz"), ("seq", "1")], 422, "platform-not-an-id"),
        (
            vec![("key", one.as_str()), ("kind", "stop"), ("round", one.as_str()), ("seq", "1"), ("finding", "in_order")],
            422,
            "field-round-gone",
        ),
        (
            vec![("key", one.as_str()), ("kind", "stop"), ("round", one.as_str()), ("seq", "1"), ("finding", "lost")],
            422,
            "upkeep-note-finding",
        ),
    ] {
        let all = base(&more);
        let fields: Vec<(&str, &str)> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = agent.post(SYNC, &fields).await;
        assert_eq!(reply.status.as_u16(), status, "{more:?}: {}", reply.text());
        reply.shows(code);
    }
    let fields = [("owner", owner.as_str()), ("key", one.as_str()), ("kind", "done"), ("seen", seen.as_str())];
    agent.post_file(SYNC, &fields, "photo", "p.jpg", b"no picture").await.is(415);
    agent.post_raw(SYNC, "multipart/form-data; boundary=town", b"--town\r\nbroken").await.is(400);
    agent.post_raw(SYNC, "application/json", b"[1]").await.is(400);
    let huge = vec![0_u8; 30_000_000];
    assert!(matches!(agent.post_file(SYNC, &fields, "photo", "p.jpg", &huge).await.status.as_u16(), 400 | 413));
    assert_eq!(count(&town).await, 1);
    assert!(super::case(&town, &hole.id).await.is_open() && super::tasks(&town, &hole.id).await.is_empty());
    agent.get("/desk/field/photos/zz").await.is(404);
    agent.get(&format!("/desk/field/photos/{one}")).await.is(404);
    let foreign = town.clerk("agent").await.saying("accept", "application/json").saying("sec-fetch-site", "cross-site");
    foreign.post(SYNC, &fields).await.is(422);
}

#[tokio::test]
async fn a_photo_that_came_late_is_erased_in_the_end_and_the_key_stays() {
    let town = town().await;
    let agent = agent(&town).await;
    reported(&town, "حفرة").await;
    let owner = owner(&agent).await;
    let seen = list(&agent).await["cases"][0]["seen"].as_str().unwrap().to_owned();
    let one = key(1);
    let fields = [("key", one.as_str()), ("kind", "not_found"), ("seen", seen.as_str()), ("words", "لا شيء")];
    send(&agent, &owner, &fields).await.ok();
    let path = format!("/desk/field/photos/{one}");
    town.clerk("dgs").await.get(&path).await.ok();
    town.clock.advance_secs(366 * 86_400);
    town.does(crate::jobs::forget).await;
    town.drain().await;
    town.clerk("dgs").await.get(&path).await.is(404);
    let kept = town.reads(move |rx| crate::store::find(rx, &kernel::Id::parse(&one).unwrap())).await;
    assert!(kept.is_some_and(|kept| kept.photo.is_none()));
}
