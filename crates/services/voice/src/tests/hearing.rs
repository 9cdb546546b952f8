//! Heard by few and each time in the journal; no answer before it is written down; read back, corrected, forgotten.

use super::{case, said, say, town, town_where, wav, words};
use crate::actions;
use crate::model::{ReadBack, Spoken, State, Transcript};
use cases::{Case, Channel, Contact, FileRole, Given, NewCase, NewFile, Place, Publication, Scan};
use platform::{Result, Tx};
use testing::{Town, Visitor};

const PHONE: [(&str, &str); 2] = [("contact_how", "sms"), ("contact_phone", "0612345678")];

fn page(case: &Case) -> String {
    format!("/ar/desk/voice/{}", case.id)
}

async fn write_down(clerk: &Visitor, case: &Case, words: &str) {
    clerk.post(&page(case), &[("spoken", "darija"), ("words", words)]).await.redirects_to(&page(case));
}

async fn note(town: &Town, case: &Case) -> crate::model::Note {
    let id = case.id.clone();
    town.reads(move |rx| actions::standing(rx, &id)).await.unwrap()
}

async fn looks(town: &Town, case: &Case) -> usize {
    let id = case.id.clone();
    town.reads(move |rx| platform::store::journal::looks_at(rx, id.as_str(), 100)).await.len()
}

fn done(case: &Case) -> impl FnMut(&mut Tx) -> Result<Case> + Send + 'static {
    let id = case.id.clone();
    move |tx| cases::act(tx, &id, "close", &Given::default(), false)
}

#[tokio::test]
async fn a_note_is_heard_by_who_may_and_each_time_is_written_down() {
    let town = town().await;
    let case = said(&town, &[]).await;
    let clerk = town.clerk("triage").await;
    clerk.get("/ar/desk/voice").await.ok().shows(&case.code);
    let sound = format!("/desk/voice/{}/sound", case.id);
    let before = looks(&town, &case).await;
    let heard = clerk.get(&sound).await.ok();
    assert_eq!(heard.bytes, wav(3, 0x80));
    let header = |name: &str| heard.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "audio/wav");
    assert!(header("content-disposition").starts_with("attachment"));
    assert_eq!(
        (header("content-security-policy").as_str(), header("x-content-type-options").as_str()),
        ("default-src 'none'; sandbox", "nosniff")
    );
    assert!(header("cache-control").contains("no-store"));
    clerk.get(&sound).await.ok();
    assert_eq!(looks(&town, &case).await, before + 2);
    for (role, status) in [("moderator", 403), ("cashier", 403), ("contractor", 403)] {
        town.clerk(role).await.get(&sound).await.is(status);
        town.clerk(role).await.get(&page(&case)).await.is(status);
    }
    town.visitor().get(&sound).await.is(401);
    clerk.get(&format!("/desk/files/{}", note(&town, &case).await.file)).await.is(404);
    clerk.get(&format!("/c/rabat{sound}")).await.is(401);
    clerk.get("/desk/voice/0190aaaa-0000-7000-8000-000000000000/sound").await.is(404);
}

/// What somebody says of a bribe, without a word written.
fn confidential(key: kernel::Id, blob: String) -> NewCase {
    let (role, kind, scan) = (FileRole::Voice, "audio/wav".to_owned(), Scan::Clean);
    NewCase {
        key,
        procedure: "corruption".into(),
        channel: Channel::Web,
        lang: kernel::Lang::Ar,
        words: String::new(),
        answers: procedures::Answers::default(),
        contact: Contact::default(),
        person: None,
        place: Place::default(),
        files: vec![NewFile { role, piece: None, blob, thumb: String::new(), kind, scan }],
        publish: false,
        suspect: None,
    }
}

#[tokio::test]
async fn a_confidential_note_does_not_exist_for_who_may_not_see_it() {
    let town = town().await;
    let blob = town.app.blobs().put(testing::SALE, &wav(3, 0x80)).unwrap();
    let case = town
        .does(move |tx| {
            let new = confidential(tx.new_id(), blob.clone());
            let opened = cases::open(tx, &new)?;
            cases::find(tx, &opened.id)
        })
        .await;
    town.drain().await;
    assert!(case.restricted);
    let clerk = town.clerk("triage").await;
    clerk.get("/ar/desk/voice").await.ok().shows_not(&case.code);
    clerk.get(&page(&case)).await.is(404);
    clerk.get(&format!("/desk/voice/{}/sound", case.id)).await.is(404);
}

#[tokio::test]
async fn nobody_answers_before_it_is_written_down_and_sorting_is_possible() {
    let town = town().await;
    let case = said(&town, &[]).await;
    let agent = town.clerk("agent").await;
    let act = format!("/ar/desk/{}/act", case.id);
    let answer = [("action", "answer"), ("outcome", "done"), ("words", "أصلحنا الحفرة")];
    agent.post(&act, &answer).await.is(422).shows("قبل كتابة ما قيل");
    agent.get(&format!("/ar/desk/{}", case.id)).await.ok().shows("تنتظر الكتابة");
    let triage = town.clerk("triage").await;
    triage.post(&format!("/ar/desk/{}/category", case.id), &[("procedure", "open-manhole")]).await;
    agent.post(&act, &[("action", "take")]).await.is(303);
    write_down(&agent, &case, "كاين حفرة كبيرة حدا المدرسة").await;
    agent.post(&act, &answer).await.is(303);
}

#[tokio::test]
async fn the_author_may_take_back_what_nobody_heard_yet() {
    let town = town().await;
    let case = said(&town, &[]).await;
    let id = case.id.clone();
    let withdrawn = town.does(move |tx| cases::act(tx, &id, "withdraw", &Given::default(), true)).await;
    assert!(!withdrawn.is_open());
}

#[tokio::test]
async fn the_transcript_is_the_words_of_the_report_sealed_and_moderated() {
    let town = town().await;
    let case = said(&town, &[("publish", "yes"), ("words", "قرب المسجد")]).await;
    let id = case.id.clone();
    town.does(move |tx| cases::moderate(tx, &id, Some("قرب المسجد"), None)).await;
    let clerk = town.clerk("triage").await;
    clerk.get(&page(&case)).await.ok().shows("قرب المسجد");
    for wrong in [&[("words", "حفرة")][..], &[("spoken", "darija")], &[("spoken", "klingon"), ("words", "حفرة")]] {
        clerk.post(&page(&case), wrong).await.is(422);
    }
    clerk.post(&page(&case), &[("spoken", "x"), ("words", "كلام كتبته")]).await.is(422).shows("كلام كتبته");
    write_down(&clerk, &case, "كاين حفرة كبيرة").await;
    assert_eq!(words(&town, &case).await, "قرب المسجد\n\nكاين حفرة كبيرة");
    let id = case.id.clone();
    let now = town.reads(move |rx| cases::find(rx, &id)).await;
    assert_eq!((now.publication, now.public_words), (Publication::Pending, None), "new words are read before they are shown");
    let clear = "SELECT COUNT(*) AS n FROM voice_versions WHERE words LIKE '%حفرة%'";
    assert_eq!(town.reads(|rx| rx.count(clear, vec![])).await, 0);
    clerk.post(&page(&case), &[("spoken", "darija"), ("words", "مرة ثانية")]).await.is(422);
    clerk.get(&page(&case)).await.ok().shows("/correct");
    let correct = format!("{}/correct", page(&case));
    clerk.post(&correct, &[("words", "كاين حفرة صغيرة")]).await.is(303);
    assert_eq!(words(&town, &case).await, "قرب المسجد\n\nكاين حفرة صغيرة");
    clerk.post(&correct, &[("words", "كاين حفرتان")]).await.is(422);
    clerk.get(&page(&case)).await.ok().shows_not("/correct");
    // No telephone was left: there is nobody to read it to.
    assert_eq!(note(&town, &case).await.read_back, Some(ReadBack::Nobody));
    clerk.post(&format!("{}/read-back", page(&case)), &[("outcome", "confirmed")]).await.is(422);
    clerk.get("/ar/desk/voice").await.ok().shows_not(&case.code);
}

#[tokio::test]
async fn it_is_corrected_once_then_read_back_and_every_version_is_kept() {
    let town = town().await;
    let case = said(&town, &PHONE).await;
    let clerk = town.clerk("triage").await;
    write_down(&clerk, &case, "الأولى").await;
    let correct = format!("{}/correct", page(&case));
    clerk.post(&correct, &[("words", "")]).await.is(422);
    clerk.post(&correct, &[("words", "الثانية")]).await.is(303);
    clerk.post(&correct, &[("words", "الثالثة")]).await.is(422);
    clerk.get(&page(&case)).await.ok().shows("06 12 34 56 78").shows("الأولى").shows("الثانية");
    let back = format!("{}/read-back", page(&case));
    for wrong in [&[][..], &[("outcome", "nobody")], &[("outcome", "corrected")], &[("outcome", "corrected"), ("corrected", " ")]]
    {
        clerk.post(&back, wrong).await.is(422);
    }
    for outcome in ["confirmed", "unreached"] {
        clerk.post(&back, &[("outcome", outcome), ("corrected", "غير ما كُتب")]).await.is(422).shows("غير ما كُتب");
    }
    assert_eq!((note(&town, &case).await.state, words(&town, &case).await.as_str()), (State::Heard, "الثانية"));
    clerk.post(&back, &[("outcome", "unreached"), ("corrected", "الثانية")]).await.is(303);
    assert_eq!((note(&town, &case).await.state, note(&town, &case).await.tries), (State::Heard, 1));
    clerk.post(&back, &[("outcome", "corrected"), ("corrected", "الأخيرة")]).await.is(303);
    assert_eq!(words(&town, &case).await, "الأخيرة");
    let id = case.id.clone();
    assert_eq!(town.reads(move |rx| crate::store::versions(rx, &id)).await.len(), 3);
    assert_eq!(note(&town, &case).await.read_back, Some(ReadBack::Corrected));
    clerk.post(&back, &[("outcome", "confirmed")]).await.is(422);
}

#[tokio::test]
async fn the_sound_goes_a_month_after_it_was_written_down_and_waits_until_it_is() {
    let town = town_where(|config| config.demo = true).await;
    let (heard, waiting) = (said(&town, &PHONE).await, {
        let to = say(&town.visitor(), &[], &wav(2, 0x70)).await.sent_to();
        town.drain().await;
        case(&town, &to).await
    });
    let clerk = town.clerk("triage").await;
    write_down(&clerk, &heard, "كلام").await;
    let id = heard.id.clone();
    let blob = town.reads(move |rx| cases::files::of(rx, &id)).await.remove(0).blob;
    town.clock.advance_secs(29 * 86_400);
    town.does(crate::jobs::erase).await;
    assert!(town.app.blobs().get(testing::SALE, &blob).is_ok());
    town.clock.advance_secs(2 * 86_400);
    town.does(crate::jobs::erase).await;
    town.drain().await;
    assert!(town.app.blobs().get(testing::SALE, &blob).is_err());
    let clerk = town.clerk("triage").await;
    clerk.get(&page(&heard)).await.ok().shows("مُحي التسجيل").shows("كلام");
    clerk.get(&format!("/desk/voice/{}/sound", heard.id)).await.is(404);
    clerk.get(&format!("/desk/voice/{}/sound", waiting.id)).await.ok();
    let id = waiting.id.clone();
    town.does(move |tx| cases::act(tx, &id, "withdraw", &Given::default(), true)).await;
    town.does(crate::jobs::erase).await;
    let id = waiting.id.clone();
    assert!(town.reads(move |rx| cases::files::of(rx, &id)).await.is_empty(), "nobody needs to hear what was taken back");
}

#[tokio::test]
async fn who_is_forgotten_takes_his_voice_and_every_version_with_him() {
    let town = town().await;
    let case = said(&town, &PHONE).await;
    let id = case.id.clone();
    town.does(move |tx| crate::transcribe(tx, &id, &Transcript { spoken: Spoken::Tachelhit, words: "كلام".into() })).await;
    let id = case.id.clone();
    town.does(move |tx| {
        let given = Given { words: "تم".into(), outcome: Some("done".into()), ..Given::default() };
        cases::act(tx, &id, "answer", &given, false)
    })
    .await;
    town.does(done(&case)).await;
    town.advance_hours(24 * 400).await;
    let id = case.id.clone();
    let (files, versions) = town.reads(move |rx| Ok((cases::files::of(rx, &id)?, crate::store::versions(rx, &id)?))).await;
    assert_eq!((files.len(), versions.len()), (0, 0));
}
