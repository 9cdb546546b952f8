//! Keys in files and on devices, and the time-stamp authority, seen through the action of who signs.

#[path = "../../../../ground/signing/tests/common/hsm.rs"]
mod hsm;

use super::{PIN, configured, member, papers, president, proposed, signer, state, town};
use crate::keys::{self, Holder, Place};
use crate::model::PaperState;
use crate::stamp::Stamp;
use crate::{Health, health};
use kernel::Id;
use signing::{Authority, Key, Level, Purpose, Token};
use std::io::{Read, Write};
use std::net::TcpListener;
use testing::{SALE, Town, Visitor};

const DAY: i64 = 86_400;

/// The paper is as it was, and the case has not moved.
async fn unsigned(town: &Town, case: &Id, before: &crate::Paper) {
    let now = papers(town, case).await.pop().unwrap();
    assert_eq!((now.state, &now.sha256, now.turn), (PaperState::Made, &before.sha256, 0));
    assert_eq!(state(town, case).await, "to_grant");
}

async fn signs(visitor: &Visitor, paper: &crate::Paper, pin: &str) -> testing::Reply {
    visitor.post(&format!("/fr/desk/papers/{}/sign", paper.id), &[("pin", pin)]).await
}

fn secs(town: &Town) -> i64 {
    town.clock.now().0.as_second()
}

#[tokio::test]
async fn an_expired_key_and_one_of_an_unknown_issuer_sign_nothing() {
    let town = town().await;
    let (case, paper) = proposed(&town).await;
    let (visitor, person) = member(&town, "president").await;
    signs(&visitor, &paper, PIN).await.is(422).shows("Aucune clé de signature");
    let now = secs(&town);
    let stranger = signing::make("ناشر آخر", Purpose::Root, None, now - 400 * DAY, 800).unwrap();
    let put = |pem: String| keys::import(&town.app, SALE, Holder::Person(person.clone()), pem, PIN);
    let old = signing::make("N. B.", Purpose::Signer, Some(&stranger), now - 300 * DAY, 100).unwrap();
    put(old.to_pem(Some(PIN)).unwrap()).await.unwrap();
    signs(&visitor, &paper, PIN).await.is(422).shows("a expiré");
    let told = health(&town.app, SALE).await.unwrap();
    assert!(matches!(told.as_slice(), [Health::Expired { .. }]), "{told:?}");
    let other = signing::make("N. B.", Purpose::Signer, Some(&stranger), now - 10 * DAY, 30).unwrap();
    put(other.to_pem(Some(PIN)).unwrap()).await.unwrap();
    signs(&visitor, &paper, PIN).await.is(422).shows("aucune racine reconnue");
    unsigned(&town, &case, &paper).await;
    assert!(matches!(health(&town.app, SALE).await.unwrap().as_slice(), [Health::Ending { days: 19 | 20, .. }]));
    visitor.get("/fr/desk/papers").await.ok().shows("expire dans");
    // Once its root is trusted, the same key signs.
    let root: String = stranger.to_pem(None).unwrap();
    keys::trust(&town.app, SALE, root[root.find("-----BEGIN CERT").unwrap()..].to_owned()).await.unwrap();
    signs(&visitor, &paper, PIN).await.sent_to();
    assert_eq!(state(&town, &case).await, "granted");
    assert!(put(other.to_pem(None).unwrap()).await.is_err(), "a key without a PIN is not taken in");
}

#[tokio::test]
async fn a_token_file_of_an_earlier_version_is_taken_into_the_store() {
    let town = town().await;
    let (case, paper) = proposed(&town).await;
    let (visitor, person) = member(&town, "president").await;
    let root = signing::make("Racine", Purpose::Root, None, secs(&town) - DAY, 800).unwrap();
    let own = signing::make("N. B.", Purpose::Signer, Some(&root), secs(&town) - DAY, 30).unwrap();
    let folder = town.app.config().data.join("signing").join(SALE);
    std::fs::create_dir_all(folder.join("roots")).unwrap();
    std::fs::write(folder.join(format!("{person}.pem")), own.to_pem(Some(PIN)).unwrap()).unwrap();
    let text = root.to_pem(None).unwrap();
    std::fs::write(folder.join("roots/x.pem"), &text[text.find("-----BEGIN CERT").unwrap()..]).unwrap();
    visitor.get("/fr/desk/papers").await.ok();
    std::fs::remove_file(folder.join(format!("{person}.pem"))).unwrap();
    signs(&visitor, &paper, PIN).await.sent_to();
    assert_eq!(state(&town, &case).await, "granted");
}

#[tokio::test]
async fn an_office_has_a_key_for_those_who_have_none() {
    let town = town().await;
    let (case, paper) = proposed(&town).await;
    let (visitor, _) = member(&town, "president").await;
    let asked = case.clone();
    let unit = town.reads(move |rx| Ok(cases::find(rx, &asked)?.unit)).await;
    keys::make_token(&town.app, SALE, "Salé", Holder::Office(unit), "Division de l'urbanisme", PIN).await.unwrap();
    signs(&visitor, &paper, PIN).await.sent_to();
    let signed = papers(&town, &case).await.pop().unwrap();
    assert_eq!(signed.signer.as_deref(), Some("Division de l'urbanisme"));
}

#[test]
fn a_president_signs_with_a_card() {
    hsm::with_device("tests::keys::inside_a_process_with_a_card");
}

#[tokio::test]
#[ignore = "run by the test above, with a configuration of its own"]
async fn inside_a_process_with_a_card() {
    let library = hsm::library().unwrap();
    let named = library.display().to_string();
    let town = configured(move |config| config.signing.library = named).await;
    let (case, paper) = proposed(&town).await;
    let (visitor, person) = member(&town, "president").await;
    let root = signing::make("Racine", Purpose::Root, None, secs(&town) - DAY, 800).unwrap();
    let own = signing::make("بطاقة الرئيس", Purpose::Signer, Some(&root), secs(&town) - DAY, 30).unwrap();
    let session = hsm::token(&library, "president", Some(hsm::PIN));
    hsm::put_p256(&session, &own.to_pem(None).unwrap());
    own.chain().iter().enumerate().for_each(|(n, der)| hsm::put_certificate(&session, der, if n == 0 { 1 } else { 9 }));
    session.logout().unwrap();
    drop(session);
    drop(hsm::token(&library, "locked", None));
    let place = |token: &str, pin: &str| {
        let (holder, token, pin) = (Holder::Person(person.clone()), token.to_owned(), pin.to_owned());
        let app = town.app.clone();
        async move { keys::place_card(&app, SALE, holder, &token, "signature", &pin).await }
    };
    assert!(place("president", "000000").await.is_err());
    assert!(place("nowhere", hsm::PIN).await.is_err());
    place("president", hsm::PIN).await.unwrap();
    visitor.get("/fr/desk/papers").await.ok().shows("sur une carte");
    signs(&visitor, &paper, "000000").await.is(422).shows("Code secret erroné");
    signs(&visitor, &paper, hsm::PIN).await.is(422).shows("aucune racine reconnue");
    // The stick is pulled out, or another one is locked.
    let put = |token: &'static str| {
        let holder = Holder::Person(person.clone());
        let place = Place::Card { token: token.into(), key: "signature".into() };
        town.does(move |tx| keys::put(tx, &holder, &place, None))
    };
    put("nowhere").await;
    signs(&visitor, &paper, hsm::PIN).await.is(422).shows("pas joignable");
    assert!(matches!(health(&town.app, SALE).await.unwrap().as_slice(), [Health::Unreachable { .. }]));
    put("locked").await;
    signs(&visitor, &paper, hsm::PIN).await.is(422).shows("verrouillée");
    unsigned(&town, &case, &paper).await;
    put("president").await;
    let pem = root.to_pem(None).unwrap();
    keys::trust(&town.app, SALE, pem[pem.find("-----BEGIN CERT").unwrap()..].to_owned()).await.unwrap();
    signs(&visitor, &paper, hsm::PIN).await.sent_to();
    assert_eq!(state(&town, &case).await, "granted");
    assert_eq!(papers(&town, &case).await.pop().unwrap().signer.as_deref(), Some("بطاقة الرئيس"));
    assert!(
        matches!(health(&town.app, SALE).await.unwrap().as_slice(), [Health::Ending { .. }]),
        "the end was seen while signing"
    );
}

/// How an authority of the tests behaves.
#[derive(Clone, Copy, PartialEq)]
enum Manner {
    Honest,
    OtherDigest,
    OtherNonce,
    Failing,
}

/// A time-stamp authority on a port of its own; its root lies in a file. It answers in the manner that is set.
struct Tsa {
    url: String,
    root: std::path::PathBuf,
    manner: std::sync::Arc<std::sync::Mutex<Manner>>,
    _folder: tempfile::TempDir,
}

impl Tsa {
    fn is(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }
}

fn authority(now: i64) -> Tsa {
    let root = signing::make("Racine de temps", Purpose::Root, None, now - DAY, 800).unwrap();
    let key = signing::make("Horodatage", Purpose::TimeStamp, Some(&root), now - DAY, 800).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (path, pem) = (folder.path().join("tsa.pem"), root.to_pem(None).unwrap());
    std::fs::write(&path, &pem[pem.find("-----BEGIN CERT").unwrap()..]).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/tsr", listener.local_addr().unwrap());
    let manner = std::sync::Arc::new(std::sync::Mutex::new(Manner::Honest));
    let set = manner.clone();
    std::thread::spawn(move || serve(&listener, &Authority { key, clock: move || now + 60 }, &set));
    Tsa { url, root: path, manner, _folder: folder }
}

fn serve(
    listener: &TcpListener,
    authority: &Authority<Token, impl Fn() -> i64 + Send + Sync>,
    manner: &std::sync::Mutex<Manner>,
) {
    for stream in listener.incoming() {
        let mut stream = stream.unwrap();
        let (mut all, mut part) = (Vec::new(), [0; 4096]);
        let mut request = loop {
            let read = stream.read(&mut part).unwrap();
            all.extend(&part[..read]);
            let text = String::from_utf8_lossy(&all).to_lowercase();
            let head = all.windows(4).position(|four| four == b"\r\n\r\n");
            let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next()?.parse::<usize>().ok());
            match (head, length) {
                (Some(head), Some(length)) if all.len() >= head + 4 + length => break all[head + 4..].to_vec(),
                _ => assert!(read > 0),
            }
        };
        let manner = *manner.lock().unwrap();
        let touch = |request: &mut Vec<u8>, mark: &[u8]| {
            let at = request.windows(mark.len()).position(|part| part == mark).unwrap() + mark.len() + 3;
            request[at] ^= 1;
        };
        match manner {
            Manner::OtherDigest => touch(&mut request, &[0x04, 0x20]),
            Manner::OtherNonce => touch(&mut request, &[0x02, 0x08]),
            _ => {}
        }
        let answer = authority.answer(&request).unwrap();
        let (status, body) = if manner == Manner::Failing { ("503 Away", &b""[..]) } else { ("200 OK", &answer[..]) };
        let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body)).unwrap();
    }
}

async fn stamping(tsa: &Tsa, absent: &'static str) -> Town {
    let (url, root) = (tsa.url.clone(), tsa.root.display().to_string());
    configured(move |config| {
        config.signing.stamp_url = url;
        config.signing.stamp_certificate = root;
        config.signing.stamp_absent = absent.into();
    })
    .await
}

async fn level(town: &Town, case: &Id) -> Level {
    let paper = papers(town, case).await.pop().unwrap();
    let pdf = town.app.blobs().get(SALE, paper.blob.as_deref().unwrap()).unwrap();
    let report = signing::verify(&pdf, &keys::trusted(&town.app, SALE).await.unwrap());
    assert!(report.holds(), "{report:?}");
    report.signatures[0].level
}

/// When the town's clock stands, before there is a town.
fn present() -> i64 {
    kernel::Moment::parse(testing::START).unwrap().0.as_second()
}

#[tokio::test]
async fn a_signature_is_stamped_by_the_authority() {
    let tsa = authority(present());
    let town = stamping(&tsa, "refuse").await;
    let (case, paper) = proposed(&town).await;
    let president = president(&town).await;
    assert_eq!(crate::authority(town.app.config()).await, Some(Health::StampThere));
    signs(&president, &paper, PIN).await.sent_to();
    assert_eq!(level(&town, &case).await, Level::BT);
    assert_eq!(papers(&town, &case).await[0].stamp, Some(Stamp::There));
}

#[tokio::test]
async fn an_authority_that_is_away_or_lies_signs_nothing_where_the_commune_wants_its_stamp() {
    let tsa = authority(present());
    let town = stamping(&tsa, "refuse").await;
    let (case, paper) = proposed(&town).await;
    let president = president(&town).await;
    for manner in [Manner::Failing, Manner::OtherDigest, Manner::OtherNonce] {
        tsa.is(manner);
        signs(&president, &paper, PIN).await.is(422).shows("horodatage ne répond pas");
        assert!(matches!(crate::authority(town.app.config()).await, Some(Health::StampAway { .. })));
    }
    unsigned(&town, &case, &paper).await;
    // An honest one that somebody put in its place is not believed either.
    let stranger = authority(present());
    std::fs::copy(&stranger.root, &tsa.root).unwrap();
    tsa.is(Manner::Honest);
    signs(&president, &paper, PIN).await.is(422);
    assert!(matches!(crate::authority(town.app.config()).await, Some(Health::StampAway { .. })));
    unsigned(&town, &case, &paper).await;
}

#[tokio::test]
async fn a_stamp_that_was_late_is_added_and_the_paper_is_known_by_both_files() {
    let tsa = authority(present());
    tsa.is(Manner::OtherNonce);
    let town = stamping(&tsa, "later").await;
    let (case, paper) = proposed(&town).await;
    let president = president(&town).await;
    let told = signs(&president, &paper, PIN).await.sent_to();
    president.get(&told).await.ok().shows("sans horodatage");
    assert_eq!(level(&town, &case).await, Level::BB);
    assert!(health(&town.app, SALE).await.unwrap().contains(&Health::Unstamped { count: 1 }));
    let first = papers(&town, &case).await.pop().unwrap();
    town.advance_hours(1).await;
    assert_eq!(papers(&town, &case).await[0].stamp, Some(Stamp::Waiting), "the authority still lies");
    tsa.is(Manner::Honest);
    town.advance_hours(1).await;
    let last = papers(&town, &case).await.pop().unwrap();
    assert_eq!((last.stamp, level(&town, &case).await), (Some(Stamp::There), Level::BT));
    assert_ne!(first.sha256, last.sha256);
    for blob in [first.blob, last.blob] {
        let pdf = town.app.blobs().get(SALE, blob.as_deref().unwrap()).unwrap();
        town.visitor().post_file("/fr/verify", &[], "file", "x.pdf", &pdf).await.ok().shows("authentique et valable");
    }
}

#[tokio::test]
async fn a_second_machine_signs_with_the_same_keys() {
    let town = town().await;
    let (case, paper) = proposed(&town).await;
    let president = signer(&town, "president", "N. B.").await;
    // Nothing of the key lies in the folder of the machine: another one has what this one has.
    assert!(!town.app.config().data.join("signing").exists());
    signs(&president, &paper, PIN).await.sent_to();
    assert_eq!(state(&town, &case).await, "granted");
}
