//! Looking and changing: rights, reach, limits, filters, repeats.

use super::{TABRIQUET, filed, program, send, town, unit};
use platform::access::{self, NewKey};
use platform::json::json;
use testing::Town;

const ALL: &[&str] = &["reports.read", "reports.file", "reports.handle", "reports.personal"];

async fn journal(town: &Town, verb: &'static str) -> Vec<String> {
    let sql = "SELECT actor FROM platform_journal WHERE tenant = $1 AND verb = $2 ORDER BY seq";
    town.reads(move |rx| rx.all(sql, platform::args![rx.tenant(), verb], |row| row.get("actor"))).await
}

#[tokio::test]
async fn each_right_opens_its_doors_and_no_other() {
    let town = town().await;
    let code = filed(&town).await;
    let report = format!("/api/v1/reports/{code}");
    let gets = [
        ("/api/v1/units".to_owned(), "reports.read"),
        ("/api/v1/reports".to_owned(), "reports.read"),
        (report.clone(), "reports.read"),
        (format!("{report}/timeline"), "reports.read"),
        (format!("{report}/personal"), "reports.personal"),
    ];
    let posts = [
        ("/api/v1/reports".to_owned(), "reports.file"),
        ("/api/v1/reports/photos".to_owned(), "reports.file"),
        (format!("{report}/notes"), "reports.handle"),
        (format!("{report}/actions/take"), "reports.handle"),
        (format!("{report}/unit"), "reports.handle"),
        (format!("{report}/category"), "reports.handle"),
    ];
    for right in ALL {
        let visitor = program(&town, right, std::slice::from_ref(right), None).await;
        for (path, needs) in &gets {
            let status = visitor.get(path).await.status.as_u16();
            assert_eq!(status, if needs == right { 200 } else { 403 }, "{path} with {right}");
        }
        for (path, needs) in &posts {
            let status = send(&visitor, path, json!({ "nothing": 1 })).await.status.as_u16();
            assert_eq!(status == 403, needs != right, "{path} with {right}: {status}");
        }
    }
    let refused = program(&town, "only-read", &["reports.read"], None).await.get(&format!("{report}/personal")).await.is(403);
    assert_eq!(refused.headers["content-type"], "application/problem+json");
    assert_eq!(refused.headers["www-authenticate"], "Bearer error=\"insufficient_scope\", scope=\"reports.personal\"");
    let told = refused.json();
    assert_eq!((told["type"].as_str(), told["status"].as_i64()), (Some("urn:jamaa:problem:forbidden"), Some(403)));
    assert!(told["detail"].as_str().unwrap().contains("droit"), "{told}");
}

#[tokio::test]
async fn a_key_that_is_unknown_withdrawn_or_expired_is_none() {
    let town = town().await;
    let nobody = town.visitor().get("/api/v1/reports").await.is(401);
    assert_eq!(nobody.headers["www-authenticate"], "Bearer");
    let wrong = town.visitor().saying("Authorization", "Bearer nonsense").saying("Accept-Language", "en");
    let told = wrong.get("/api/v1/reports").await.is(401);
    assert_eq!(told.headers["www-authenticate"], "Bearer error=\"invalid_token\"");
    assert_eq!(told.headers["content-type"], "application/problem+json");
    assert_eq!(told.json()["type"], "urn:jamaa:problem:sign-in");
    assert!(told.json()["detail"].as_str().unwrap().contains("withdrawn or expired"));

    let visitor = program(&town, "good", &["reports.read"], None).await;
    visitor.get("/api/v1/reports").await.ok();
    town.does(|tx| {
        let id = access::keys(tx)?[0].id.clone();
        access::revoke_key(tx, &id)
    })
    .await;
    visitor.get("/api/v1/reports").await.is(401);

    town.does(|tx| {
        let scopes = Some(vec!["reports.read".to_owned()]);
        let expires_on = Some(tx.today());
        let new = NewKey { label: "x".into(), role: "connected_system".into(), scopes, expires_on, ..NewKey::default() };
        access::give_key(tx, "short", &new).map(drop)
    })
    .await;
    let visitor = town.visitor().saying("Authorization", "Bearer short");
    visitor.get("/api/v1/reports").await.ok();
    town.clock.advance_secs(86_400);
    visitor.get("/api/v1/reports").await.is(401);
}

#[tokio::test]
async fn a_key_has_so_many_requests_a_minute_and_is_told_what_is_left() {
    let town = town().await;
    town.does(|tx| {
        let (scopes, per_minute) = (Some(vec!["reports.read".to_owned()]), Some(2));
        let new = NewKey { label: "x".into(), role: "connected_system".into(), scopes, per_minute, ..NewKey::default() };
        access::give_key(tx, "few", &new).map(drop)
    })
    .await;
    let visitor = town.visitor().saying("Authorization", "Bearer few").saying("Accept-Language", "en");
    let first = visitor.get("/api/v1/reports").await.ok();
    assert_eq!(first.headers["ratelimit-policy"], "\"key\";q=2;w=60");
    assert_eq!(first.headers["ratelimit"], "\"key\";r=1;t=60");
    // What is refused for another reason counts too, and says what is left.
    assert_eq!(visitor.get("/api/v1/reports/SAL-0000-0000-0").await.is(404).headers["ratelimit"], "\"key\";r=0;t=60");
    let busy = visitor.get("/api/v1/reports").await.is(429);
    assert_eq!(
        (&busy.headers["retry-after"], &busy.headers["ratelimit"]),
        (&"60".parse().unwrap(), &"\"key\";r=0;t=60".parse().unwrap())
    );
    assert_eq!(busy.json()["type"], "urn:jamaa:problem:busy");
    assert!(busy.json()["detail"].as_str().unwrap().contains("Retry-After"));
    // Another program is not slowed down by it.
    program(&town, "other", &["reports.read"], None).await.get("/api/v1/reports").await.ok();
    town.clock.advance_secs(60);
    visitor.get("/api/v1/reports").await.ok();
}

#[tokio::test]
async fn a_report_is_told_without_what_is_personal() {
    let town = town().await;
    let code = filed(&town).await;
    let visitor = program(&town, "read", &["reports.read"], None).await;
    let one = visitor.get(&format!("/api/v1/reports/{code}")).await.ok();
    one.shows("uncollected-waste").shows_not("أزبال أمام").shows_not("0612345678").shows_not("أمينة");
    let one = one_json(&visitor, &code).await;
    assert_eq!((&one["report"]["phase"], &one["report"]["published"]), (&json!("filed"), &json!(false)));
    assert_eq!((&one["report"]["words"], &one["report"]["url"]), (&json!(null), &json!(null)));
    assert_ne!(one["report"]["place"]["lat"], json!(TABRIQUET.0), "rounded");
    assert_eq!(one["actions"], json!([]), "who only reads can do nothing");
    let timeline = visitor.get(&format!("/api/v1/reports/{code}/timeline")).await.ok().json();
    assert_eq!(timeline["entries"][0]["kind"], "filed");

    let asked = code.clone();
    town.does(move |tx| {
        let mut case = cases::by_code(tx, &asked)?;
        cases::publish(tx, &mut case, "نفايات", None)
    })
    .await;
    let one = one_json(&visitor, &code).await;
    assert_eq!(one["report"]["words"], "نفايات");
    assert!(one["report"]["url"].as_str().unwrap().ends_with(&format!("/fr/reports/{code}")));
}

async fn one_json(visitor: &testing::Visitor, code: &str) -> platform::Json {
    visitor.get(&format!("/api/v1/reports/{code}")).await.ok().json()
}

#[tokio::test]
async fn what_is_personal_has_a_right_of_its_own_and_each_look_is_recorded() {
    let town = town().await;
    let code = filed(&town).await;
    let before = journal(&town, "platform.looked").await.len();
    let visitor = program(&town, "personal", &["reports.personal"], None).await;
    let told = visitor.get(&format!("/api/v1/reports/{code}/personal")).await.ok().json();
    assert_eq!((&told["words"], &told["contact"]["phone"]), (&json!("أزبال أمام المدرسة"), &json!("+212612345678")));
    assert_eq!((&told["lat"], &told["author_shown"]), (&json!(TABRIQUET.0), &json!(true)));
    let looks = journal(&town, "platform.looked").await;
    assert_eq!(looks.len(), before + 1);
    assert!(looks.last().unwrap().starts_with("key:"), "{looks:?}");
}

#[tokio::test]
async fn a_key_of_a_unit_reaches_its_reports_only() {
    let town = town().await;
    let code = filed(&town).await;
    let theirs = unit(&town, "waste-operator").await;
    let ours = program(&town, "theirs", ALL, Some(theirs)).await;
    let other = unit(&town, "environment").await;
    let roads = program(&town, "others", ALL, Some(other.clone())).await;
    assert_eq!(ours.get("/api/v1/reports").await.ok().json()["reports"][0]["code"], code);
    assert_eq!(roads.get("/api/v1/reports").await.ok().json()["reports"], json!([]));
    let report = format!("/api/v1/reports/{code}");
    for rest in ["", "/timeline", "/personal"] {
        roads.get(&format!("{report}{rest}")).await.is(404);
    }
    send(&roads, &format!("{report}/notes"), json!({ "words": "x" })).await.is(404);
    // Handing it over is the last that the first unit sees of it.
    let handed = send(&ours, &format!("{report}/unit"), json!({ "unit": other.as_str() })).await.ok().json();
    assert_eq!(handed["report"]["unit"]["code"], "environment");
    ours.get(&report).await.is(404);
    roads.get(&report).await.ok();
}

#[tokio::test]
async fn complaints_about_persons_are_not_there() {
    let town = town().await;
    filed(&town).await;
    let id = town
        .does(|tx| {
            let new = cases::NewCase {
                key: tx.new_id(),
                procedure: "corruption".into(),
                channel: cases::Channel::Web,
                lang: kernel::Lang::Fr,
                words: "رشوة".into(),
                answers: Default::default(),
                contact: Default::default(),
                person: None,
                place: Default::default(),
                files: Vec::new(),
                publish: false,
                suspect: None,
            };
            cases::open(tx, &new)
        })
        .await;
    let visitor = program(&town, "all", ALL, None).await;
    assert_eq!(visitor.get("/api/v1/reports").await.ok().json()["reports"].as_array().unwrap().len(), 1);
    visitor.get(&format!("/api/v1/reports/{}", id.code)).await.is(404);
    visitor.get(&format!("/api/v1/reports/{}/personal", id.code)).await.is(404);
    send(&visitor, &format!("/api/v1/reports/{}/actions/take", id.code), json!({})).await.is(404);
}

#[tokio::test]
async fn a_list_goes_on_from_its_cursor_and_follows_filters() {
    let town = town().await;
    let mut codes = Vec::new();
    for _ in 0..3 {
        codes.push(filed(&town).await);
        town.clock.advance_secs(60);
    }
    let visitor = program(&town, "read", &["reports.read"], None).await;
    let page = visitor.get("/api/v1/reports?limit=2").await.ok().json();
    let names = |page: &platform::Json| -> Vec<String> {
        page["reports"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!((names(&page), &page["more"]), (codes[..2].to_vec(), &json!(true)));
    let cursor = page["cursor"].as_str().unwrap().to_owned();
    let rest = visitor.get(&format!("/api/v1/reports?cursor={cursor}")).await.ok().json();
    assert_eq!((names(&rest), &rest["more"]), (codes[2..].to_vec(), &json!(false)));
    let end = rest["cursor"].as_str().unwrap().to_owned();
    assert_eq!(names(&visitor.get(&format!("/api/v1/reports?cursor={end}")).await.ok().json()), Vec::<String>::new());
    // What changes later is found from the end of the list on.
    let handling = program(&town, "handle", &["reports.handle"], None).await;
    send(&handling, &format!("/api/v1/reports/{}/actions/take", codes[0]), json!({})).await.ok();
    assert_eq!(names(&visitor.get(&format!("/api/v1/reports?cursor={end}")).await.ok().json()), [codes[0].clone()]);
    let found = async |query: &str| names(&visitor.get(&format!("/api/v1/reports?{query}")).await.ok().json()).len();
    assert_eq!(found("state=in_progress").await, 1);
    assert_eq!(found("status=done").await, 0);
    assert_eq!(found("status=open&category=uncollected-waste,pothole").await, 3);
    assert_eq!(found("category=pothole").await, 0);
    assert_eq!(found("bbox=-6.80,34.04,-6.78,34.06").await, 3);
    assert_eq!(found("bbox=-6.70,34.04,-6.68,34.06").await, 0);
    assert_eq!(found("updated_since=2026-11-24T09:02:30Z").await, 1);
    assert_eq!(found("updated_since=2027-01-01").await, 0);
    for wrong in ["limit=0", "limit=201", "limit=x", "status=maybe", "updated_since=yesterday", "bbox=1,2,3"] {
        visitor.get(&format!("/api/v1/reports?{wrong}")).await.is(422);
    }
    visitor.get("/api/v1/reports?cursor=forged").await.is(400);
    assert_eq!(found("quarter=%27%20OR%201%3D1").await, 0);
}

#[tokio::test]
async fn a_report_is_worked_on_by_the_actions_of_its_procedure_alone() {
    let town = town().await;
    let code = filed(&town).await;
    let visitor = program(&town, "handle", &["reports.read", "reports.handle"], None).await;
    let report = format!("/api/v1/reports/{code}");
    let offered = |one: &platform::Json| -> Vec<String> {
        one["actions"].as_array().unwrap().iter().map(|offer| offer["action"].as_str().unwrap().to_owned()).collect()
    };
    let first = one_json(&visitor, &code).await;
    assert_eq!(offered(&first), ["take", "refer", "answer"], "neither the author's actions nor the house's");
    assert_eq!(first["actions"][2]["requires"], json!(["outcome", "words"]));
    assert!(first["actions"][2]["outcomes"].as_array().unwrap().iter().any(|one| one["outcome"] == "done"));

    let taken = send(&visitor, &format!("{report}/actions/take"), json!({})).await.ok().json();
    assert_eq!(taken["report"]["state"], "in_progress");
    send(&visitor, &format!("{report}/actions/take"), json!({})).await.is(422).shows("cases-not-from-here");
    send(&visitor, &format!("{report}/actions/close"), json!({})).await.is(422);
    send(&visitor, &format!("{report}/actions/reopen"), json!({ "words": "x y z" })).await.is(422);
    send(&visitor, &format!("{report}/actions/nonsense"), json!({})).await.is(422);
    send(&visitor, &format!("{report}/actions/answer"), json!({ "outcome": "done" })).await.is(422);
    send(&visitor, &format!("{report}/actions/plan"), json!({ "date": "soon" })).await.is(422).shows("integrations-day-wrong");
    send(&visitor, &format!("{report}/actions/plan"), json!({ "day": "2026-12-01" })).await.is(400);
    let planned = send(&visitor, &format!("{report}/actions/plan"), json!({ "date": "2026-12-01" })).await.ok().json();
    assert_eq!(planned["report"]["planned_on"], "2026-12-01");
    send(&visitor, &format!("{report}/notes"), json!({ "words": "" })).await.is(422);
    send(&visitor, &format!("{report}/notes"), json!({ "words": "الشاحنة في الطريق" })).await.ok();
    send(&visitor, &format!("{report}/unit"), json!({ "unit": "x" })).await.is(422);
    send(&visitor, &format!("{report}/category"), json!({ "category": "nothing" })).await.is(422);
    let moved = send(&visitor, &format!("{report}/category"), json!({ "category": "bin-missing-or-burnt" })).await.ok().json();
    assert_eq!(moved["report"]["category"], "bin-missing-or-burnt");
    let answer = json!({ "outcome": "done", "words": "جمعت النفايات هذا الصباح." });
    let answered = send(&visitor, &format!("{report}/actions/answer"), answer).await.ok().json();
    assert_eq!((&answered["report"]["open"], &answered["report"]["outcome"]), (&json!(false), &json!("done")));
    assert!(journal(&town, "cases.moved").await.iter().all(|actor| actor.starts_with("key:")));
}

#[tokio::test]
async fn a_change_under_one_key_is_made_once() {
    let town = town().await;
    let code = filed(&town).await;
    program(&town, "handle", &["reports.handle"], None).await;
    let visitor = || {
        let key = "01936f2a-7a3b-7c4d-8e5f-aaaaaaaaaaaa";
        town.visitor().saying("Authorization", "Bearer handle").saying("Idempotency-Key", key)
    };
    let notes = format!("/api/v1/reports/{code}/notes");
    send(&visitor(), &notes, json!({ "words": "مرة واحدة" })).await.ok();
    let again = send(&visitor(), &notes, json!({ "words": "مرة واحدة" })).await.ok();
    assert_eq!(again.headers["idempotent-replay"], "true");
    assert_eq!(journal(&town, "cases.noted").await.len(), 1);
    send(&visitor(), &notes, json!({ "words": "شيء آخر" })).await.is(409).shows("platform-key-reused");
    let wrong = town.visitor().saying("Authorization", "Bearer handle").saying("Idempotency-Key", "one");
    send(&wrong, &notes, json!({ "words": "x" })).await.is(422);
    // What was refused took no key.
    let take = format!("/api/v1/reports/{code}/actions/answer");
    let fresh = || {
        let key = "01936f2a-7a3b-7c4d-8e5f-bbbbbbbbbbbb";
        town.visitor().saying("Authorization", "Bearer handle").saying("Idempotency-Key", key)
    };
    send(&fresh(), &take, json!({ "outcome": "done" })).await.is(422);
    send(&fresh(), &take, json!({ "outcome": "done", "words": "تم جمع النفايات." })).await.ok();
    town.clock.advance_secs(91 * 86_400);
    town.drain().await;
    let kept = "SELECT COUNT(*) AS n FROM integrations_changes WHERE tenant = $1";
    assert_eq!(town.reads(move |rx| rx.count(kept, platform::args![rx.tenant()])).await, 0);
}

#[tokio::test]
async fn what_a_key_is_answered_is_kept_nowhere_on_the_way() {
    let town = town().await;
    let visitor = program(&town, "reader", &["reports.read"], None).await;
    for path in ["/api/v1/reports", "/api/v1/units", "/api/v1/reports/SAL-XXXX-XXXX-X", "/data/areas.geojson"] {
        assert_eq!(visitor.get(path).await.headers["cache-control"], "private, no-store", "{path}");
    }
    let wrong = town.visitor().saying("Authorization", "Bearer nonsense");
    assert_eq!(wrong.get("/api/v1/reports").await.is(401).headers["cache-control"], "private, no-store");
    assert_eq!(town.visitor().get("/data/areas.geojson").await.headers["cache-control"], "public, max-age=3600");
}
