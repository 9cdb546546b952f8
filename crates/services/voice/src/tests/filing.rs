//! A report that is said is filed at once; what is no recording, or two of them, is refused and nothing is lost.

use super::{MEDINA, case, hidden, said, say, town, wav, words};
use cases::{FileRole, Publication};
use testing::{Reply, Visitor};

#[tokio::test]
async fn a_report_without_a_word_is_filed_at_once_and_its_author_reads_what_comes() {
    let town = town().await;
    let visitor = town.visitor();
    let form = visitor.get("/ar/report/pothole").await.ok();
    assert!(form.headers["permissions-policy"].to_str().unwrap().contains("microphone=(self)"));
    assert!(visitor.get("/ar/report").await.ok().headers["permissions-policy"].to_str().unwrap().contains("microphone=()"));
    let to = say(&visitor, &[("publish", "yes")], &wav(3, 0x80)).await.sent_to();
    visitor.get(&to).await.ok().shows("توصلنا بتسجيلكم");
    let case = case(&town, &to).await;
    assert_eq!((words(&town, &case).await.as_str(), case.publication), ("", Publication::Pending));
    let id = case.id.clone();
    let files = town.reads(move |rx| cases::files::of(rx, &id)).await;
    assert_eq!((files.len(), files[0].role, files[0].kind.as_str()), (1, FileRole::Voice, "audio/wav"));
    let own = to.replace("/report/receipt/", "/cases/");
    visitor.get(&own).await.ok().shows("توصلنا بتسجيلكم");
    visitor.post("/ar/report/pothole", &[("lat", MEDINA.0), ("lon", MEDINA.1)]).await.is(422);
}

#[tokio::test]
async fn what_is_no_recording_is_refused_and_what_was_typed_stays() {
    let town = town().await;
    let visitor = town.visitor();
    let typed = [("place_words", "أمام المسجد الكبير")];
    for wrong in
        [&b"<html><script>alert(1)</script>"[..], b"OggS\0\x02 theora", b"RIFF....WEBPVP8 ", b"\xff\xd8\xff\xe0", b"ID3\x04mp3"]
    {
        say(&visitor, &typed, wrong).await.is(415).shows("أمام المسجد الكبير");
    }
    say(&visitor, &typed, &vec![b'x'; 3_000_000]).await.is(422).shows("أمام المسجد الكبير");
    say(&visitor, &typed, &wav(375, 0x80)).await.is(422).shows("أمام المسجد الكبير");
    say(&visitor, &typed, &wav(90, 0x80)).await.is(422).shows("أطول من دقيقة");
    say(&visitor, &typed, &wav(0, 0x80)).await.is(422).shows("التسجيل فارغ");
    say(&visitor, &typed, b"").await.is(422).shows("أمام المسجد الكبير");
    let everything = cases_filed(&town).await;
    assert_eq!(everything, 0);
}

async fn cases_filed(town: &testing::Town) -> i64 {
    town.reads(|rx| {
        let all = cases::Where::tenant(rx);
        cases::lists::count(rx, all)
    })
    .await
}

/// A recording with a form that is refused for its place.
async fn nowhere(visitor: &Visitor, sound: &[u8]) -> Reply {
    visitor.post_file("/ar/report/pothole", &[("lat", "x"), ("lon", "x")], "voice", "note.wav", sound).await
}

#[tokio::test]
async fn of_two_recordings_nobody_knows_which_is_meant() {
    let town = town().await;
    let visitor = town.visitor();
    let token = |page: String| hidden(&page, "x_voice");
    let first = token(nowhere(&visitor, &wav(2, 0x80)).await.is(422).text());
    let second = token(nowhere(&visitor, &wav(2, 0x70)).await.is(422).text());
    let both = [("lat", MEDINA.0), ("lon", MEDINA.1), ("x_voice", first.as_str()), ("x_voice", &second)];
    visitor.post("/ar/report/pothole", &both).await.is(422).shows("تسجيل واحد");
    let forged = [("lat", MEDINA.0), ("lon", MEDINA.1), ("x_voice", &format!("{first}0"))];
    visitor.post("/ar/report/pothole", &forged).await.is(422);
    let mut body = Vec::new();
    for name in ["a.wav", "b.wav"] {
        let head = format!("--two\r\nContent-Disposition: form-data; name=\"voice\"; filename=\"{name}\"\r\n\r\n");
        body.extend(head.into_bytes());
        body.extend(wav(2, 0x80));
        body.extend(b"\r\n");
    }
    body.extend(b"--two--\r\n");
    visitor.post_raw("/ar/report/pothole", "multipart/form-data; boundary=two", &body).await.is(422).shows("تسجيل واحد");
    assert_eq!(cases_filed(&town).await, 0);
}

#[tokio::test]
async fn a_recording_survives_an_error_elsewhere_and_the_same_form_twice_is_one_report() {
    let town = town().await;
    let visitor = town.visitor();
    let page = nowhere(&visitor, &wav(2, 0x80)).await.is(422).shows("توصلنا بتسجيلكم").text();
    let (token, key) = (hidden(&page, "x_voice"), hidden(&page, "x_key"));
    let fields = [("x_key", key.as_str()), ("x_voice", &token), ("lat", MEDINA.0), ("lon", MEDINA.1), ("x_different", "yes")];
    let one = visitor.post("/ar/report/pothole", &fields).await.sent_to();
    let other = visitor.post("/ar/report/pothole", &fields).await.sent_to();
    assert_eq!((one, cases_filed(&town).await), (other, 1));
    visitor.post("/c/rabat/ar/report/pothole", &[("x_voice", token.as_str()), ("quarter", "x")]).await.is(422);
}

#[tokio::test]
async fn a_recording_whose_report_never_came_is_erased_and_a_filed_one_stays() {
    let town = town().await;
    let kept = said(&town, &[]).await;
    let page = nowhere(&town.visitor(), &wav(2, 0x70)).await.is(422).text();
    let blob = hidden(&page, "x_voice").split('~').next().unwrap().to_owned();
    assert!(town.app.blobs().get(testing::SALE, &blob).is_ok());
    town.advance_hours(24 * 5).await;
    assert!(town.app.blobs().get(testing::SALE, &blob).is_err());
    let files = town.reads(move |rx| cases::files::of(rx, &kept.id)).await;
    assert!(town.app.blobs().get(testing::SALE, &files[0].blob).is_ok());
}

#[tokio::test]
async fn different_recordings_are_not_the_same_words() {
    let town = town().await;
    for tone in 0..5 {
        let to = say(&town.visitor(), &[("publish", "yes")], &wav(2, tone)).await.sent_to();
        assert_eq!(case(&town, &to).await.publication, Publication::Pending, "no hand that repeats itself");
    }
    for _ in 0..3 {
        say(&town.visitor(), &[("publish", "yes")], &wav(2, 99)).await.sent_to();
    }
    let to = say(&town.visitor(), &[("publish", "yes")], &wav(2, 99)).await.sent_to();
    assert_eq!(case(&town, &to).await.publication, Publication::None, "the fourth time of one recording");
}

#[tokio::test]
async fn what_is_confidential_is_written_not_said() {
    let town = town().await;
    let visitor = town.visitor();
    for category in ["corruption", "late-file-poor-reception"] {
        let page = format!("/ar/report/{category}");
        visitor.get(&page).await.ok().shows_not("data-voice");
        let fields = [("lat", MEDINA.0), ("lon", MEDINA.1), ("x_different", "yes")];
        visitor.post_file(&page, &fields, "voice", "note.wav", &wav(3, 0x80)).await.is(422).shows("اكتبوه بدل تسجيله");
    }
    assert_eq!(cases_filed(&town).await, 0);
}
