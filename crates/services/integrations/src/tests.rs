//! A town with programs: keys with rights, and a receiver on this machine that answers as it is told.

mod api;
mod filing;
mod hooks;
mod travel;
mod words;

use crate::model::{Happening, Hook, Trouble};
use crate::rules;
use kernel::{Id, Lang, Moment};
use platform::access::{self, NewKey};
use platform::{Config, Json, Module};
use procedures::Phase;
use testing::{Reply, Town, Visitor};

pub const TABRIQUET: (f64, f64) = (34.0517, -6.7916);

fn modules() -> Vec<Module> {
    vec![
        georeport::module(),
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

async fn town() -> Town {
    Town::with(modules()).await
}

/// A demonstration may call this very machine.
async fn near() -> Town {
    Town::configured(modules(), |config: &mut Config| config.demo = true).await
}

/// A program with these rights, for the whole commune or in a unit.
async fn program(town: &Town, secret: &'static str, rights: &'static [&'static str], unit: Option<Id>) -> Visitor {
    town.does(move |tx| {
        let scopes = Some(rights.iter().map(|right| (*right).to_owned()).collect());
        let new =
            NewKey { label: secret.into(), role: "connected_system".into(), scopes, unit: unit.clone(), ..NewKey::default() };
        access::give_key(tx, secret, &new).map(drop)
    })
    .await;
    town.visitor().saying("Authorization", &format!("Bearer {secret}")).saying("Accept-Language", "fr")
}

async fn unit(town: &Town, code: &'static str) -> Id {
    town.reads(move |rx| Ok(units::by_code(rx, code, None)?.unwrap().id)).await
}

async fn send(visitor: &Visitor, path: &str, body: Json) -> Reply {
    visitor.post_raw(path, "application/json", body.to_string().as_bytes()).await
}

fn waste() -> Json {
    platform::json::json!({
        "category": "uncollected-waste", "words": "أزبال أمام المدرسة", "place": { "lat": TABRIQUET.0, "lon": TABRIQUET.1 },
        "contact": { "phone": "0612345678", "name": "أمينة" }, "publish": true,
    })
}

/// Files a report by a program of its own, and gives its code.
async fn filed(town: &Town) -> String {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(1);
    let filing = program(town, "filing-secret", &["reports.file"], None).await;
    let key = format!("01936f2a-7a3b-7c4d-8e5f-{:012}", NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
    let reply = send(&filing.saying("Idempotency-Key", &key), "/api/v1/reports", waste()).await.ok().json();
    reply["code"].as_str().unwrap().to_owned()
}

#[test]
fn a_move_has_the_finest_word_that_fits() {
    use Phase::{Closed, Decided, Filed, InProgress, WaitingOther};
    let table = [
        (Some(Filed), InProgress, Happening::Moved),
        (Some(InProgress), WaitingOther, Happening::Moved),
        (Some(InProgress), Decided, Happening::Answered),
        (Some(Decided), Decided, Happening::Moved),
        (Some(Decided), Closed, Happening::Closed),
        (Some(Closed), InProgress, Happening::Reopened),
        (Some(Decided), InProgress, Happening::Reopened),
        (None, InProgress, Happening::Moved),
    ];
    for (from, to, expected) in table {
        assert_eq!(rules::happening(from, to), expected, "{from:?} to {to:?}");
    }
}

#[test]
fn a_message_is_tried_for_three_days_and_a_wish_is_heard() {
    let pauses: Vec<i64> = (1..).map_while(|tries| rules::next_try(tries, None, 0)).collect();
    assert_eq!(pauses, [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    assert!(pauses.iter().sum::<i64>() > 3 * 86_400);
    assert_eq!(rules::next_try(2, None, 255), Some(329), "a tenth later at most");
    assert_eq!(rules::next_try(1, Some(600), 0), Some(600));
    assert_eq!(rules::next_try(1, Some(u64::MAX), 0), Some(21_600), "nobody keeps us waiting for ever");
}

#[test]
fn an_answer_says_what_became_of_a_message() {
    use rules::Verdict::{Arrived, Failed, Gone};
    let table = [
        (200, Arrived),
        (204, Arrived),
        (301, Failed(Trouble::Moved)),
        (307, Failed(Trouble::Moved)),
        (400, Failed(Trouble::Status)),
        (410, Gone),
        (429, Failed(Trouble::Status)),
        (500, Failed(Trouble::Status)),
    ];
    for (status, expected) in table {
        assert_eq!(rules::verdict(status), expected, "{status}");
    }
}

#[test]
fn a_way_rests_longer_the_longer_it_fails_and_is_given_up_after_five_days() {
    let since = Moment::parse("2026-11-24T09:00:00Z").unwrap();
    let rests: Vec<i64> = [0, 600, 86_400].map(|secs| rules::rest(since, since.plus_secs(secs))).into();
    assert_eq!(rests, [30, 150, 3_600]);
    assert!(!rules::is_hopeless(since, since.plus_secs(5 * 86_400 - 1)));
    assert!(rules::is_hopeless(since, since.plus_secs(5 * 86_400)));
}

fn a_hook(secret: &str, happenings: Vec<Happening>) -> Hook {
    let at = Moment::parse("2026-11-24T09:00:00Z").unwrap();
    Hook {
        id: Id::new("h"),
        name: "h".into(),
        sealed: crate::model::Sealed { url: "https://x.example".into(), secret: secret.into(), old: None, email: None },
        lang: Lang::Fr,
        happenings,
        categories: Vec::new(),
        units: Vec::new(),
        off: None,
        failing_since: None,
        rests_until: None,
        created_at: at,
    }
}

/// The example of the specification (github.com/standard-webhooks, as its libraries test it).
#[test]
fn a_signature_is_the_one_of_the_specification() {
    let hook = a_hook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Vec::new());
    let at = Moment::parse("2021-02-25T15:02:10Z").unwrap();
    assert_eq!(at.0.as_second(), 1_614_265_330);
    let header = rules::signatures(&hook, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, r#"{"test": 2432232314}"#);
    assert_eq!(header, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

#[tokio::test]
async fn the_module_holds_what_modules_promise() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
