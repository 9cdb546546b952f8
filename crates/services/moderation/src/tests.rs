//! Rules first; then photos whose parts are gone, reasons that everybody reads, and appeals that another person answers.

use crate::model::{Choice, Country, Kind};
use crate::{actions, rules};
use cases::{Case, Channel, Contact, FileRole, NewCase, NewFile, Place, Publication};
use image::{ImageFormat, Rgb, RgbImage};
use kernel::{Id, Lang, Phone, Point};
use platform::{Module, Pack};
use procedures::Answers;
use std::io::Cursor;
use testing::{Town, Visitor};

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

async fn opened(town: &Town, number: u8, files: Vec<NewFile>) -> Case {
    opened_in(town, "pothole", number, files).await
}

async fn opened_in(town: &Town, category: &str, number: u8, files: Vec<NewFile>) -> Case {
    let new = NewCase {
        key: key(number),
        procedure: category.into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: "حفرة كبيرة أمام دار السي محمد".into(),
        answers: Answers::default(),
        contact: Contact { name: None, phone: Phone::parse("0612345678"), email: None },
        person: None,
        place: Place { point: Point::new(34.05, -6.79), ..Place::default() },
        files,
        publish: true,
        suspect: None,
    };
    town.does(move |tx| {
        let opened = cases::open(tx, &new)?;
        cases::find(tx, &opened.id)
    })
    .await
}

async fn now(town: &Town, case: &Case) -> Case {
    let id = case.id.clone();
    town.reads(move |rx| cases::find(rx, &id)).await
}

fn country() -> Country {
    crate::model::load(&Pack::Embedded).unwrap()
}

#[test]
fn words_that_change_or_stay_hidden_need_a_reason() {
    let country = country();
    let choice = |publish: bool, shown: &str, reason: Option<&str>| {
        let choice = Choice { publish, shown: shown.into(), reason: reason.map(str::to_owned), ..Choice::default() };
        rules::decide(&country, "حفرة\nكبيرة", true, &choice)
    };
    assert_eq!(choice(true, "حفرة\r\nكبيرة ", None), Ok(Kind::Published));
    assert_eq!(choice(true, "حفرة", None).unwrap_err().key, "moderation-needs-reason");
    assert_eq!(choice(true, "حفرة", Some("personal_data")), Ok(Kind::Edited));
    assert_eq!(choice(true, "حفرة", Some("because")).unwrap_err().key, "moderation-needs-reason");
    assert!(choice(false, "", None).is_err());
    assert!(choice(false, "", Some("wording")).is_err(), "a correction of form keeps nothing from the public");
    assert_eq!(choice(false, "", Some("insult")), Ok(Kind::Withheld));
    let silent = Choice { publish: true, ..Choice::default() };
    assert_eq!(rules::decide(&country, "حفرة", false, &silent), Ok(Kind::Published), "a category without public words");
}

#[test]
fn parts_are_squares_and_boxes_on_the_picture() {
    let parts = |cells: &[&'static str], boxes: &str| rules::parts(cells.iter().copied(), boxes);
    let first = parts(&["1", "80"], "").unwrap();
    assert_eq!(rules::written(&first), "0,0,1000,1250;9000,8750,1000,1250");
    assert_eq!(rules::written(&parts(&[], "10,20,30,40;1,1,1,1").unwrap()), "10,20,30,40;1,1,1,1");
    for wrong in ["0", "81", "-1", "x", "4294967297"] {
        assert!(parts(&[wrong], "").is_err(), "{wrong}");
    }
    for wrong in ["1,2,3", "1,2,3,4,5", "0,0,0,5", "9000,0,2000,5", "10000,0,1,1", "-1,0,1,1", "a,b,c,d", "1,1,4294967295,1"] {
        assert!(parts(&[], wrong).is_err(), "{wrong}");
    }
    assert!(parts(&[], &"1,1,1,1;".repeat(201)).is_err());
}

/// Stripes of black and white: what a number plate is to a camera.
fn stripes() -> Vec<u8> {
    let image = RgbImage::from_fn(400, 320, |x, _| if x / 2 % 2 == 0 { Rgb([0, 0, 0]) } else { Rgb([255, 255, 255]) });
    let mut out = Vec::new();
    image.write_to(&mut Cursor::new(&mut out), ImageFormat::Png).unwrap();
    out
}

/// A case with a photo that its author sent.
async fn with_photo(town: &Town) -> (Case, Id) {
    photographed(town, "pothole").await
}

async fn photographed(town: &Town, category: &str) -> (Case, Id) {
    let remade = photos::remake(&stripes()).unwrap();
    let blobs = town.app.blobs().clone();
    let (blob, thumb) = (blobs.put(testing::SALE, &remade.picture).unwrap(), blobs.put(testing::SALE, &remade.thumb).unwrap());
    let files = vec![NewFile::image(FileRole::Photo, blob, thumb, "image/jpeg".into())];
    let case = opened_in(town, category, 1, files).await;
    let id = case.id.clone();
    let photo = town.reads(move |rx| Ok(cases::files::of(rx, &id)?.remove(0).id)).await;
    (case, photo)
}

/// How much a stretch of one row of a picture varies.
fn varies(content: &[u8], columns: std::ops::Range<u32>, row: u32) -> u8 {
    let image = image::load_from_memory(content).unwrap().to_rgb8();
    let values: Vec<u8> = columns.map(|x| image.get_pixel(x, row).0[0]).collect();
    values.iter().max().unwrap() - values.iter().min().unwrap()
}

#[tokio::test]
async fn what_is_hidden_is_gone_from_every_public_file_and_the_original_stays_private() {
    let town = Town::with(modules()).await;
    let (case, photo) = with_photo(&town).await;
    let moderator = town.clerk("moderator").await;
    let page = format!("/ar/desk/{}/photos/{photo}", case.id);
    moderator.get(&page).await.ok().shows("name=\"cell\"");
    moderator.post(&page, &[]).await.is(422);
    moderator.post(&page, &[("boxes", "1,1,99999,1")]).await.is(422);
    moderator.post(&page, &[("boxes", "2500,2500,5000,5000")]).await.is(303);
    let decide = format!("/ar/desk/{}/moderate", case.id);
    let words = "حفرة كبيرة أمام دار السي محمد";
    moderator.post(&decide, &[("decision", "publish"), ("words", words), ("photo", photo.as_str())]).await.is(303);
    let visitor = town.visitor();
    let shown = now(&town, &case).await.public_photo.unwrap();
    assert_ne!(shown, photo);
    let public = |file: &Id, small: &str| format!("/cases/{}/files/{file}?k={small}", case.code);
    for (small, columns, row) in [("", 120..280, 160), ("&thumb=1", 100..220, 128)] {
        let picture = visitor.get(&public(&shown, small)).await.ok();
        assert!(varies(&picture.bytes, columns, row) <= 2, "the part is one colour");
    }
    let picture = visitor.get(&public(&shown, "")).await.ok();
    assert!(varies(&picture.bytes, 10..80, 160) > 150, "what was not chosen is still seen");
    visitor.get(&public(&photo, "")).await.is(404);
    // A second part, by a square of the grid: the first stays hidden, and the public sees the new version at once.
    moderator.post(&page, &[("cell", "1")]).await.is(303);
    let newer = now(&town, &case).await.public_photo.unwrap();
    assert_ne!(newer, shown);
    visitor.get(&public(&shown, "")).await.is(404);
    let picture = visitor.get(&public(&newer, "")).await.ok();
    assert!(varies(&picture.bytes, 120..280, 160) <= 2 && varies(&picture.bytes, 0..30, 10) <= 2);
    // Begun anew, only what is chosen now is hidden.
    moderator.post(&page, &[("cell", "80"), ("fresh", "yes")]).await.is(303);
    let fresh = now(&town, &case).await.public_photo.unwrap();
    let picture = visitor.get(&public(&fresh, "")).await.ok();
    assert!(varies(&picture.bytes, 120..280, 160) > 150);
    let id = case.id.clone();
    let journaled = town
        .reads(move |rx| {
            let sql =
                "SELECT COUNT(*) AS n FROM platform_journal WHERE tenant = $1 AND verb = 'moderation.photo_hidden' AND subject = $2";
            rx.count(sql, platform::args![rx.tenant(), id])
        })
        .await;
    assert_eq!(journaled, 3);
}

#[tokio::test]
async fn a_photo_of_a_category_whose_photos_stay_private_is_neither_offered_nor_taken() {
    let town = Town::with(modules()).await;
    let (case, photo) = photographed(&town, "cemetery").await;
    let moderator = town.clerk("moderator").await;
    moderator.get("/ar/desk/moderation").await.ok().shows(&case.code).shows_not("name=\"photo\"");
    let form = [("decision", "publish"), ("words", ""), ("photo", photo.as_str())];
    let decide = format!("/ar/desk/{}/moderate", case.id);
    moderator.post(&decide, &form).await.is(422).shows("صور هذا الصنف لا تُنشر أبدا");
    assert_eq!(now(&town, &case).await.publication, cases::Publication::Pending);
    moderator.post(&decide, &[("decision", "publish"), ("words", ""), ("photo", "")]).await.is(303);
    assert_eq!(now(&town, &case).await.public_photo, None);
}

#[tokio::test]
async fn a_photo_in_which_nothing_is_hidden_is_shown_as_a_copy() {
    let town = Town::with(modules()).await;
    let (case, photo) = with_photo(&town).await;
    let moderator = town.clerk("moderator").await;
    let decide = format!("/ar/desk/{}/moderate", case.id);
    let form = [("decision", "publish"), ("words", "حفرة كبيرة أمام دار السي محمد"), ("photo", photo.as_str())];
    moderator.post(&decide, &form).await.is(303);
    let shown = now(&town, &case).await.public_photo.unwrap();
    assert_ne!(shown, photo);
    town.visitor().get(&format!("/cases/{}/files/{shown}?k=", case.code)).await.ok();
    town.visitor().get(&format!("/cases/{}/files/{photo}?k=", case.code)).await.is(404);
    // A part that is hidden afterwards takes its place.
    moderator.post(&format!("/ar/desk/{}/photos/{photo}", case.id), &[("cell", "5")]).await.is(303);
    town.visitor().get(&format!("/cases/{}/files/{shown}?k=", case.code)).await.is(404);
    let foreign = opened(&town, 2, Vec::new()).await;
    moderator.get(&format!("/ar/desk/{}/photos/{photo}", foreign.id)).await.is(404);
    town.clerk("agent").await.get(&format!("/ar/desk/{}/photos/{photo}", case.id)).await.is(403);
}

#[tokio::test]
async fn nothing_is_public_before_it_was_read_and_nothing_typed_is_lost() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Vec::new()).await;
    assert_eq!(case.publication, Publication::Pending);
    let moderator = town.clerk("moderator").await;
    moderator.get("/ar/desk/moderation").await.ok().shows("دار السي محمد");
    let decide = format!("/ar/desk/{}/moderate", case.id);
    let form = [("decision", "publish"), ("words", "حفرة في الطريق"), ("note", "حذفنا الاسم")];
    moderator.post(&decide, &form).await.is(422).shows("حفرة في الطريق").shows("حذفنا الاسم");
    assert_eq!(now(&town, &case).await.publication, Publication::Pending);
    moderator.post(&decide, &[&form[..], &[("reason", "personal_data")]].concat()).await.redirects_to("/ar/desk/moderation");
    let shown = now(&town, &case).await;
    assert_eq!((shown.publication, shown.public_words.as_deref()), (Publication::Published, Some("حفرة في الطريق")));
    let everybody = town.visitor().get(&format!("/ar/cases/{}", case.code)).await.ok();
    everybody.shows("معطيات تدل على شخص").shows_not("حذفنا الاسم");
}

async fn author(town: &Town, case: &Case) -> (Visitor, String, String) {
    let code = case.code.clone();
    let link = town.reads(move |rx| cases::link(rx, &code)).await;
    let key = link.split_once("?k=").unwrap().1.to_owned();
    (town.visitor(), format!("/ar{link}"), key)
}

#[tokio::test]
async fn another_moderator_answers_an_appeal_and_everybody_counts_it() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Vec::new()).await;
    let (first, second) = (town.clerk("moderator").await, town.clerk("moderator").await);
    let decide = format!("/ar/desk/{}/moderate", case.id);
    first.post(&decide, &[("decision", "withhold"), ("words", "x")]).await.is(422);
    first.post(&decide, &[("decision", "withhold"), ("reason", "accusation"), ("note", "تسمي شخصا")]).await.is(303);
    let (visitor, page, key) = author(&town, &case).await;
    town.visitor().get(&format!("/ar/cases/{}", case.code)).await.ok().shows("يتهم شخصا").shows_not("تسمي شخصا");
    visitor.get(&page).await.ok().shows("يتهم شخصا").shows("تسمي شخصا");
    let appeal = format!("/ar/cases/{}/appeal", case.code);
    visitor.post(&appeal, &[("k", "wrong"), ("appeal", "لا أسمي أحدا")]).await.is(403);
    visitor.post(&appeal, &[("k", &key), ("appeal", " ")]).await.is(422);
    visitor.post(&appeal, &[("k", &key), ("appeal", "لا أسمي أحدا")]).await.is(303);
    visitor.post(&appeal, &[("k", &key), ("appeal", "مرة أخرى")]).await.is(422);
    let again = [("decision", "withhold"), ("reason", "insult")];
    first.post(&decide, &again).await.is(422).shows("طلب إعادة النظر");
    second.post(&decide, &again).await.is(422);
    let sealed =
        town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM moderation_appeals WHERE words LIKE '%أسمي%'", vec![])).await;
    assert_eq!(sealed, 0, "what the author says is sealed");
    let answer = format!("/ar/desk/{}/appeal", case.id);
    let granted = [("decision", "grant"), ("answer", "معكم حق"), ("words", "حفرة كبيرة")];
    first.post(&answer, &granted).await.is(422);
    assert_eq!(now(&town, &case).await.publication, Publication::Withheld);
    second.get("/ar/desk/moderation/appeals").await.ok().shows("لا أسمي أحدا");
    second.post(&answer, &[("decision", "grant"), ("words", "حفرة كبيرة")]).await.is(422);
    second.post(&answer, &granted).await.is(303);
    second.post(&answer, &granted).await.is(404);
    first.post(&decide, &again).await.is(422).shows("شخص آخر");
    assert_eq!(now(&town, &case).await.publication, Publication::Published);
    visitor.get(&page).await.ok().shows("معكم حق");
    let lines = town.visitor().get("/data/moderation.csv").await;
    assert!(lines.status.as_u16() == 404 || lines.text().contains("appeal,granted,1"));
    let counts = town.reads(|rx| crate::store::counts(rx, rx.now().plus_secs(-86_400))).await;
    let of =
        |kind: &str, reason: &str| counts.iter().find(|line| line.kind == kind && line.reason == reason).map(|line| line.count);
    assert_eq!((of("withheld", "accusation"), of("appeal", "granted"), of("published", "")), (Some(1), Some(1), Some(1)));
    town.visitor().get("/ar/moderation").await.ok().shows("يتهم شخصا");
}

#[tokio::test]
async fn each_decision_has_an_appeal_of_its_own() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Vec::new()).await;
    let (first, second, third) = (town.clerk("moderator").await, town.clerk("moderator").await, town.clerk("moderator").await);
    let decide = format!("/ar/desk/{}/moderate", case.id);
    let withhold = [("decision", "withhold"), ("reason", "insult")];
    first.post(&decide, &withhold).await.is(303);
    let (visitor, page, key) = author(&town, &case).await;
    let appeal = format!("/ar/cases/{}/appeal", case.code);
    visitor.post(&appeal, &[("k", &key), ("appeal", "لا أسب أحدا")]).await.is(303);
    let answer = format!("/ar/desk/{}/appeal", case.id);
    second.post(&answer, &[("decision", "grant"), ("answer", "معكم حق"), ("words", "حفرة كبيرة")]).await.is(303);
    visitor.post(&appeal, &[("k", &key), ("appeal", "شكرا")]).await.is(422);
    town.advance_hours(1).await;
    third.post(&decide, &withhold).await.is(303);
    visitor.get(&page).await.ok().shows("name=\"appeal\"");
    visitor.post(&appeal, &[("k", &key), ("appeal", "ومرة ثانية: لا أسب أحدا")]).await.is(303);
    visitor.post(&appeal, &[("k", &key), ("appeal", "مرة أخرى")]).await.is(422);
    third.post(&answer, &[("decision", "refuse"), ("answer", "لا")]).await.is(422);
    first.post(&answer, &[("decision", "refuse"), ("answer", "فيه سب")]).await.is(303);
    visitor.get(&page).await.ok().shows("فيه سب").shows_not("name=\"appeal\"");
    let counts = town.reads(|rx| crate::store::counts(rx, rx.now().plus_secs(-86_400))).await;
    let of = |outcome: &str| -> i64 {
        counts.iter().filter(|line| line.kind == "appeal" && line.reason == outcome).map(|line| line.count).sum()
    };
    assert_eq!([of("granted"), of("refused"), of("open")], [1, 1, 0]);
}

#[tokio::test]
async fn an_appeal_comes_in_time_or_not_at_all() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Vec::new()).await;
    let id = case.id.clone();
    assert_eq!(
        town.tries(move |tx| actions::appeal(tx, &id, "لماذا؟")).await.unwrap_err().code(),
        "moderation-nothing-to-appeal"
    );
    let id = case.id.clone();
    let choice = Choice { reason: Some("insult".into()), ..Choice::default() };
    town.does(move |tx| actions::decide(tx, &id, &choice)).await;
    town.advance_hours(24 * 16).await;
    let id = case.id.clone();
    assert_eq!(town.tries(move |tx| actions::appeal(tx, &id, "لماذا؟")).await.unwrap_err().code(), "moderation-appeal-late");
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = Town::with(modules()).await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
