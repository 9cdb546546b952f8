//! Messages on their way: signed, tried again, refused, given up, sent once more.

use super::{TABRIQUET, filed, near, program, send, town, unit};
use crate::actions::hooks as act;
use crate::model::{Delivery, DeliveryState, Happening, Hook, OffWhy, Trouble, Written};
use crate::store::{deliveries, hooks};
use axum::http::{HeaderMap, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use georeport::Reach;
use kernel::{Email, Id, Lang};
use platform::json::{self, json};
use platform::store::seal::hex_sha256;
use std::sync::{Arc, Mutex};
use testing::Town;

/// Somebody who is told, and answers as he is told to; at the end always yes.
#[derive(Clone, Default)]
pub(super) struct Receiver {
    heard: Arc<Mutex<Vec<(HeaderMap, String)>>>,
    answers: Arc<Mutex<Vec<u16>>>,
}

impl Receiver {
    pub(super) async fn listening(answers: &[u16]) -> (Receiver, String) {
        let receiver = Receiver::default();
        receiver.will_say(answers);
        let own = receiver.clone();
        let handler = move |headers: HeaderMap, body: String| async move { own.hear(headers, body) };
        let router = axum::Router::new().fallback(handler);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/in?token=theirs", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (receiver, url)
    }

    fn will_say(&self, answers: &[u16]) {
        self.answers.lock().unwrap().extend(answers.iter().rev());
    }

    fn hear(&self, headers: HeaderMap, body: String) -> (StatusCode, [(&'static str, &'static str); 2]) {
        self.heard.lock().unwrap().push((headers, body));
        let status = self.answers.lock().unwrap().pop().unwrap_or(204);
        // Wherever it leads, nobody follows.
        (StatusCode::from_u16(status).unwrap(), [("location", "http://127.0.0.1:1/elsewhere"), ("x-more", "y")])
    }

    pub(super) fn all(&self) -> Vec<(HeaderMap, String)> {
        self.heard.lock().unwrap().clone()
    }
}

/// HMAC-SHA256 by its definition (RFC 2104), from nothing but a digest: not by what signs.
fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let digest = |bytes: &[u8]| -> Vec<u8> {
        let hex = hex_sha256(bytes);
        (0..32).map(|place| u8::from_str_radix(&hex[place * 2..place * 2 + 2], 16).unwrap()).collect()
    };
    let mut block = if key.len() > 64 { digest(key) } else { key.to_vec() };
    block.resize(64, 0);
    let pad = |with: u8| block.iter().map(|byte| byte ^ with).collect::<Vec<u8>>();
    let inner = digest(&[pad(0x36), message.to_vec()].concat());
    digest(&[pad(0x5c), inner].concat())
}

/// What a receiver does: the signature of its own secret must be among those that came.
pub(super) fn holds(secret: &str, headers: &HeaderMap, body: &str) -> bool {
    let header = |name: &str| headers[name].to_str().unwrap().to_owned();
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let signed = format!("{}.{}.{body}", header("webhook-id"), header("webhook-timestamp"));
    let expected = format!("v1,{}", STANDARD.encode(hmac(&key, signed.as_bytes())));
    header("webhook-signature").split(' ').any(|one| one == expected)
}

pub(super) fn written(url: &str) -> Written {
    Written {
        name: "Collecte".into(),
        url: url.into(),
        email: Email::parse("si@collecte.example"),
        lang: Lang::Fr,
        happenings: Happening::offered().collect(),
        categories: Vec::new(),
        units: Vec::new(),
    }
}

pub(super) async fn hook(town: &Town, written: Written) -> (Id, String) {
    let (id, secret) = town.does(move |tx| act::write(tx, None, written.clone(), Reach::Near)).await;
    (id, secret.unwrap())
}

pub(super) async fn of(town: &Town, hook: &Id) -> Vec<Delivery> {
    let hook = hook.clone();
    town.reads(move |rx| deliveries::of(rx, &hook, None, 99)).await
}

async fn look(town: &Town, hook: &Id) -> Hook {
    let hook = hook.clone();
    town.reads(move |rx| hooks::find(rx, &hook)).await
}

async fn ping(town: &Town, hook: &Id) {
    let hook = hook.clone();
    town.does(move |tx| act::ping(tx, &hook).map(drop)).await;
    town.drain().await;
}

#[tokio::test]
async fn what_happens_to_a_report_is_told_signed_and_without_what_is_personal() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[]).await;
    let (id, secret) = hook(&town, written(&url)).await;
    let code = filed(&town).await;
    town.drain().await;
    let visitor = program(&town, "handle", &["reports.handle"], None).await;
    let report = format!("/api/v1/reports/{code}");
    send(&visitor, &format!("{report}/actions/take"), json!({})).await.ok();
    let other = unit(&town, "environment").await;
    send(&visitor, &format!("{report}/unit"), json!({ "unit": other.as_str(), "words": "ملاحظة سرية" })).await.ok();
    let answer = json!({ "outcome": "done", "words": "جمعت النفايات هذا الصباح." });
    send(&visitor, &format!("{report}/actions/answer"), answer).await.ok();
    let asked = code.clone();
    town.does(move |tx| {
        let mut case = cases::by_code(tx, &asked)?;
        cases::publish(tx, &mut case, "نفايات", None)
    })
    .await;
    town.advance_hours(16 * 24).await; // the house closes what was answered
    let reopened = code.clone();
    town.does(move |tx| {
        let case = cases::by_code(tx, &reopened)?;
        let given = cases::Given { words: "لم يحل المشكل بعد".into(), ..cases::Given::default() };
        cases::act(tx, &case.id, "reopen", &given, true).map(drop)
    })
    .await;
    town.drain().await;

    let heard = receiver.all();
    let bodies: Vec<platform::Json> = heard.iter().map(|(_, body)| json::from_str(body).unwrap()).collect();
    let mut types: Vec<&str> = bodies.iter().map(|body| body["type"].as_str().unwrap()).collect();
    types.sort_unstable();
    let expected =
        ["answered", "closed", "filed", "handed", "moved", "published", "reopened"].map(|word| format!("report.{word}"));
    assert_eq!(types, expected);
    for ((headers, body), read) in heard.iter().zip(&bodies) {
        assert!(holds(&secret, headers, body), "{body}");
        assert!(!holds(&secret, headers, &body.replace(&code, "SAL-XXXX-XXXX-X")));
        assert_eq!(
            (&headers["content-type"], &headers["user-agent"]),
            (&"application/json".parse().unwrap(), &"jamaa".parse().unwrap())
        );
        assert_eq!((&read["data"]["report"]["code"], &read["data"]["commune"]), (&json!(code), &json!("04.441.01.0")));
        for secret in ["0612345678", "+212612345678", "أمينة", "أزبال أمام", "ملاحظة سرية", "هذا الصباح", "بعد"]
        {
            assert!(!body.contains(secret), "{secret} in {body}");
        }
        assert_ne!(read["data"]["report"]["place"]["lat"], json!(TABRIQUET.0));
    }
    let answered = bodies.iter().find(|body| body["type"] == "report.answered").unwrap();
    assert_eq!(answered["data"]["change"], json!({ "from": "in_progress", "to": "answered", "outcome": "done" }));
    let ids: std::collections::BTreeSet<_> =
        heard.iter().map(|(headers, _)| headers["webhook-id"].clone().to_str().unwrap().to_owned()).collect();
    assert_eq!(ids.len(), 7, "each message has an id of its own");
    assert!(of(&town, &id).await.iter().all(|one| (one.state, one.status, one.attempts) == (DeliveryState::Done, Some(204), 1)));
}

#[tokio::test]
async fn only_what_was_asked_for_is_told() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[]).await;
    let mine = unit(&town, "waste-operator").await;
    let other = unit(&town, "environment").await;
    let few = |change: fn(&mut Written)| {
        let mut few = written(&url);
        change(&mut few);
        few
    };
    hook(&town, few(|hook| hook.happenings = vec![Happening::Closed])).await;
    hook(&town, few(|hook| hook.categories = vec!["pothole".into()])).await;
    hook(&town, Written { units: vec![other], ..written(&url) }).await;
    let (wanted, _) =
        hook(&town, Written { units: vec![mine], categories: vec!["uncollected-waste".into()], ..written(&url) }).await;
    filed(&town).await;
    town.drain().await;
    assert_eq!((receiver.all().len(), of(&town, &wanted).await.len()), (1, 1));
    // A complaint about a person is told of to nobody.
    town.does(|tx| {
        let new = cases::NewCase {
            key: tx.new_id(),
            procedure: "corruption".into(),
            channel: cases::Channel::Web,
            lang: Lang::Fr,
            words: "رشوة".into(),
            answers: Default::default(),
            contact: Default::default(),
            person: None,
            place: Default::default(),
            files: Vec::new(),
            publish: false,
            suspect: None,
        };
        cases::open(tx, &new).map(drop)
    })
    .await;
    hook(&town, written(&url)).await;
    town.drain().await;
    assert_eq!(receiver.all().len(), 1);
}

#[tokio::test]
async fn a_try_that_failed_is_made_again_under_the_same_id_with_a_fresh_time() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[500, 503]).await;
    let (id, secret) = hook(&town, written(&url)).await;
    filed(&town).await;
    town.drain().await;
    let first = of(&town, &id).await.remove(0);
    assert_eq!(
        (first.state, first.attempts, first.status, first.trouble),
        (DeliveryState::Waiting, 1, Some(500), Some(Trouble::Status))
    );
    assert!(look(&town, &id).await.failing_since.is_some());
    for _ in 0..3 {
        town.advance_hours(1).await;
    }
    let done = of(&town, &id).await.remove(0);
    assert_eq!((done.state, done.attempts, done.status, done.trouble), (DeliveryState::Done, 3, Some(204), None));
    let now = look(&town, &id).await;
    assert_eq!((now.failing_since, now.rests_until), (None, None));
    let heard = receiver.all();
    let (ids, times): (Vec<_>, Vec<_>) =
        heard.iter().map(|(headers, _)| (&headers["webhook-id"], &headers["webhook-timestamp"])).unzip();
    assert!(heard.len() == 3 && ids.iter().all(|one| *one == ids[0]) && times[0] != times[2]);
    assert!(heard.iter().all(|(headers, body)| holds(&secret, headers, body) && *body == heard[0].1));
}

#[tokio::test]
async fn silence_a_redirection_and_nobody_are_told_apart() {
    let town = near().await;
    // Takes the call, and never says a word.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (elsewhere, moved) = Receiver::listening(&[302]).await;
    let table = [
        (format!("http://{}/", silent.local_addr().unwrap()), Trouble::Slow, None),
        (format!("http://{gone}/"), Trouble::Unreachable, None),
        (moved, Trouble::Moved, Some(302)),
    ];
    for (url, trouble, status) in table {
        let (id, _) = hook(&town, written(&url)).await;
        ping(&town, &id).await;
        let tried = of(&town, &id).await.remove(0);
        assert_eq!((tried.state, tried.trouble, tried.status), (DeliveryState::Waiting, Some(trouble), status), "{url}");
    }
    assert_eq!(elsewhere.all().len(), 1, "nobody follows");
}

#[tokio::test]
async fn what_leads_inside_is_never_called_by_whatever_name() {
    let town = town().await;
    let trap = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    trap.set_nonblocking(true).unwrap();
    let port = trap.local_addr().unwrap().port();
    // Written while the machine allowed more, or by a name that leads elsewhere today: the call itself looks once more.
    for host in [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "2130706433",
        "127.1",
        "0x7f000001",
        "10.255.255.1",
        "169.254.169.254",
        "[fd00::1]",
    ] {
        let url = format!("https://{host}:{port}/");
        let id = town.does(move |tx| stored(tx, &url)).await;
        ping(&town, &id).await;
        let tried = of(&town, &id).await.remove(0);
        let refused = matches!(tried.trouble, Some(Trouble::Inside | Trouble::Unreachable | Trouble::Address));
        assert!(refused && tried.status.is_none(), "{host}: {tried:?}");
        if tried.trouble == Some(Trouble::Inside) {
            assert_eq!(tried.state, DeliveryState::Dead, "no further try would help");
        }
    }
    assert!(trap.accept().is_err(), "somebody was called");
}

/// A hook as an earlier configuration could have let it in.
fn stored(tx: &mut platform::Tx, url: &str) -> platform::Result<Id> {
    let (id, _) = act::write(tx, None, written("https://hooks.example.org/"), Reach::Outside)?;
    let mut hook = hooks::find(tx, &id)?;
    hook.sealed.url = url.to_owned();
    hooks::put(tx, &hook)?;
    Ok(id)
}

#[tokio::test]
async fn a_message_that_never_arrives_dies_and_a_person_sends_it_again() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[500; 10]).await;
    let (id, secret) = hook(&town, written(&url)).await;
    filed(&town).await;
    town.drain().await;
    for _ in 0..55 {
        town.advance_hours(2).await;
    }
    let dead = of(&town, &id).await.remove(0);
    assert_eq!((dead.state, dead.attempts, dead.next_at), (DeliveryState::Dead, 10, None));
    let administrator = town.clerk("administrator").await;
    let path = format!("/fr/admin/webhooks/{id}");
    administrator.get(&path).await.ok().shows("Non parvenu").shows("Messages non parvenus").shows("a répondu 500");
    administrator.get("/fr/admin/webhooks").await.ok().shows("Messages non parvenus");
    administrator.post(&format!("{path}/deliveries/{}/again", dead.id), &[]).await.redirects_to(&path);
    administrator.post(&format!("{path}/deliveries/{}/again", dead.id), &[]).await.is(422).shows("attend encore");
    town.advance_hours(1).await;
    let done = of(&town, &id).await.remove(0);
    assert_eq!((done.state, done.attempts), (DeliveryState::Done, 1));
    let heard = receiver.all();
    assert_eq!(heard.len(), 11);
    assert!(heard.iter().all(|(headers, _)| headers["webhook-id"] == dead.id.as_str()), "who got it knows it by its id");
    assert!(holds(&secret, &heard[10].0, &heard[10].1));
    // What arrived is forgotten after a month.
    town.clock.advance_secs(31 * 86_400 + 43_200);
    town.drain().await;
    assert!(of(&town, &id).await.is_empty());
}

#[tokio::test]
async fn a_hook_that_fails_rests_is_switched_off_after_days_and_its_owner_is_told() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[500; 400]).await;
    let (id, _) = hook(&town, written(&url)).await;
    for _ in 0..6 {
        filed(&town).await;
    }
    town.drain().await;
    assert!(receiver.all().len() < 6, "one finds out for all: {}", receiver.all().len());
    for hour in 0..125 {
        if hour % 12 == 0 {
            filed(&town).await;
        }
        town.advance_hours(1).await;
    }
    let off = look(&town, &id).await;
    assert!(matches!(off.off, Some((_, OffWhy::Failing))), "{:?}", off.off);
    let sent = "SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1";
    assert!(town.reads(move |rx| rx.count(sent, platform::args![rx.tenant()])).await > 0);
    let so_far = receiver.all().len();
    filed(&town).await;
    for _ in 0..30 {
        town.advance_hours(1).await;
    }
    assert_eq!(receiver.all().len(), so_far, "nothing more is sent");
    assert!(of(&town, &id).await.iter().all(|one| one.state == DeliveryState::Dead));
    // Mended and switched on: everything that is missing goes out again.
    receiver.answers.lock().unwrap().clear();
    let administrator = town.clerk("administrator").await;
    let path = format!("/fr/admin/webhooks/{id}");
    administrator.get(&path).await.ok().shows("plus de réponse");
    administrator.post(&format!("{path}/on"), &[]).await.redirects_to(&path);
    administrator.post(&format!("{path}/again"), &[]).await.redirects_to(&path);
    town.advance_hours(1).await;
    assert!(of(&town, &id).await.iter().all(|one| one.state == DeliveryState::Done));
}

#[tokio::test]
async fn who_says_that_he_is_gone_is_told_nothing_more() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[410]).await;
    let (id, _) = hook(&town, written(&url)).await;
    filed(&town).await;
    town.drain().await;
    filed(&town).await;
    town.advance_hours(2).await;
    assert_eq!(receiver.all().len(), 1);
    assert!(matches!(look(&town, &id).await.off, Some((_, OffWhy::Gone))));
}

#[tokio::test]
async fn a_secret_that_is_changed_signs_beside_the_new_one_for_a_day() {
    let town = near().await;
    let (receiver, url) = Receiver::listening(&[]).await;
    let (id, old) = hook(&town, written(&url)).await;
    let asked = id.clone();
    let fresh = town.does(move |tx| act::rotate(tx, &asked)).await;
    ping(&town, &id).await;
    let (headers, body) = receiver.all().remove(0);
    assert!(holds(&old, &headers, &body) && holds(&fresh, &headers, &body));
    assert_eq!(json::from_str::<platform::Json>(&body).unwrap()["type"], "ping");
    town.clock.advance_secs(24 * 3_600);
    ping(&town, &id).await;
    let (headers, body) = receiver.all().remove(1);
    assert!(!holds(&old, &headers, &body) && holds(&fresh, &headers, &body));
}
