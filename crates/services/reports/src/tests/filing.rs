//! Filing: once for each form, in the right place, whatever is typed.

use super::{BAB_LAMRISSA, MEDINA, case, code, count, form, hidden, pothole, publish, town, town_where};
use assets::{AssetState, NewAsset};
use kernel::Point;
use testing::Town;

pub async fn lamps(town: &Town) {
    let lamp = |number: &str| NewAsset {
        line: 2,
        number: number.into(),
        point: Point::new(34.0389, -6.8225),
        quarter: String::new(),
        street: "Av. Mohammed V".into(),
        state: AssetState::InPlace,
        installed_on: None,
        note: String::new(),
    };
    let rows = [lamp("BLM-0412"), lamp("BLM-0413")];
    town.does(move |tx| assets::import(tx, "lamp", &rows)).await;
}

#[tokio::test]
async fn the_number_on_the_lamp_gives_the_place() {
    let town = town().await;
    lamps(&town).await;
    let visitor = town.visitor();
    let fields = [("words", "طافية"), ("asset_number", "blm ٤١٢"), ("how-many", "one")];
    let filed = case(&town, &code(&visitor.post("/ar/report/street-lamp-out", &fields).await.sent_to())).await;
    assert_eq!((filed.asset.as_deref(), filed.area.as_deref()), (Some("BLM-0412"), Some(BAB_LAMRISSA)));
    assert_eq!(filed.point, Point::new(34.0389, -6.8225));
    let agent = town.clerk("triage").await;
    agent.get(&format!("/ar/desk/{}", filed.id)).await.ok().shows("BLM-0412").shows("34.0389");
    let number = visitor.get("/ar/report/number?number=BLM412").await.ok().shows("Av. Mohammed V").text();
    assert!(number.contains("street-lamp-out"));
}

#[tokio::test]
async fn an_unknown_number_offers_the_nearest_or_goes_on_as_written() {
    let town = town().await;
    lamps(&town).await;
    let visitor = town.visitor();
    let fields = vec![("words", "طافية قرب المسجد"), ("asset_number", "BLM-0414"), ("how-many", "one")];
    visitor.post("/ar/report/street-lamp-out", &fields).await.is(422).shows("BLM-0413").shows("طافية قرب المسجد");
    let meant = [fields.clone(), vec![("x_meant", "BLM-0413")]].concat();
    let filed = case(&town, &code(&visitor.post("/ar/report/street-lamp-out", &meant).await.sent_to())).await;
    assert_eq!(filed.asset.as_deref(), Some("BLM-0413"));
    let own = [fields, vec![("x_meant", "own")]].concat();
    let filed = case(&town, &code(&visitor.post("/ar/report/street-lamp-out", &own).await.sent_to())).await;
    assert_eq!((filed.asset, filed.point), (None, None));
    let answers = town.reads(move |rx| cases::find(rx, &filed.id).and_then(|case| cases::unseal(rx, &case))).await.answers;
    assert_eq!(answers.text("asset_number"), Some("BLM-0414"), "it is kept as the person wrote it");
    visitor.get("/ar/report/number?number=BLM-0414").await.ok().shows("BLM-0413");
}

#[tokio::test]
async fn the_same_form_ten_times_at_once_is_one_report() {
    let town = town().await;
    let visitor = town.visitor();
    let page = visitor.get("/ar/report/pothole").await.ok().text();
    let key = hidden(&page, "x_key");
    let fields = form(&key, "حفرة أمام المسجد");
    let send = || visitor.post("/ar/report/pothole", &fields);
    let (a, b, c, d, e, f, g, h, i, j) =
        tokio::join!(send(), send(), send(), send(), send(), send(), send(), send(), send(), send());
    let first = a.sent_to();
    for reply in [b, c, d, e, f, g, h, i, j] {
        assert_eq!(reply.sent_to(), first);
    }
    assert_eq!(count(&town).await, 1);
    let changed = form(&key, "حفرة أخرى بعيدة");
    let page = visitor.post("/ar/report/pothole", &changed).await.is(409).shows("وصلنا هذا البلاغ من قبل").text();
    assert_ne!(hidden(&page, "x_key"), key, "sent again, it is a second report");
}

#[tokio::test]
async fn a_faulty_form_comes_back_with_everything_typed() {
    let town = town().await;
    let visitor = town.visitor();
    let fields = [("words", ""), ("place_words", "قرب <الصيدلية>"), ("contact_phone", "12"), ("lat", "x"), ("size", "huge")];
    let page = visitor.post("/ar/report/pothole", &fields).await.is(422).shows("قرب &lt;الصيدلية&gt;").shows("value=\"12\"");
    assert!(page.text().matches("<li><a href=\"#f-").count() >= 3);
    visitor.post("/ar/report/pothole", &[("words", "حفرة")]).await.is(422).shows("أين المشكل");
    let long = "ا".repeat(3_000);
    visitor.post("/ar/report/pothole", &[("words", &long), ("quarter", "medina")]).await.is(422).shows(&long[..200]);
    visitor.post("/ar/report/no-such-thing", &[("words", "x")]).await.is(404);
    visitor.get("/ar/report/no-such-thing").await.is(404);
    assert_eq!(count(&town).await, 0);
}

#[tokio::test]
async fn tricks_in_a_text_are_taken_out_and_a_flood_of_it_is_refused() {
    let town = town().await;
    let visitor = town.visitor();
    let tricks = "حفرة\u{202e}gpj.exe\u{0}\u{7} <script>alert(1)</script>\r\n\r\n\r\nهنا";
    let code = code(&visitor.post("/ar/report/pothole", &[("words", tricks), ("quarter", "medina")]).await.sent_to());
    let filed = case(&town, &code).await;
    let words = town.reads(move |rx| cases::unseal(rx, &filed)).await.words;
    assert_eq!(words, "حفرةgpj.exe <script>alert(1)</script>\n\nهنا");
    let flood = format!("words={}", "a".repeat(10_000_000));
    visitor.post_raw("/ar/report/pothole", "application/x-www-form-urlencoded", flood.as_bytes()).await.is(413);
}

#[tokio::test]
async fn an_answer_that_opens_a_question_shows_it_before_sending() {
    let town = town().await;
    let visitor = town.visitor();
    let page = visitor.get("/ar/report/street-lamp-out").await.ok().shows_not("other-numbers").text();
    let asked = hidden(&page, "x_asked");
    let fields = vec![("words", "طافية"), ("quarter", "medina"), ("how-many", "several"), ("x_asked", asked.as_str())];
    let page = visitor.post("/ar/report/street-lamp-out", &fields).await.is(422).shows("other-numbers").text();
    let asked = hidden(&page, "x_asked");
    let fields = [
        ("words", "طافية"),
        ("quarter", "medina"),
        ("how-many", "several"),
        ("other-numbers", "412 413"),
        ("x_asked", asked.as_str()),
    ];
    visitor.post("/ar/report/street-lamp-out", &fields).await.is(422).shows("أرقام لا نعرفها").shows("413");
    let seen = [&fields[..], &[("x_listed", "412 413")]].concat();
    let filed = case(&town, &code(&visitor.post("/ar/report/street-lamp-out", &seen).await.sent_to())).await;
    let answers = town.reads(move |rx| cases::find(rx, &filed.id).and_then(|case| cases::unseal(rx, &case))).await.answers;
    assert_eq!(answers.text("other-numbers"), Some("412 413"));
}

#[tokio::test]
async fn a_point_outside_is_offered_to_its_commune_or_explained() {
    let town = town().await;
    let visitor = town.visitor();
    let at_sea = [("words", "حفرة"), ("lat", "34.1"), ("lon", "-7.2")];
    visitor.post("/ar/report/pothole", &at_sea).await.is(422).shows("خارج حدود").shows("value=\"حفرة\"");
    let rabat = platform::Scope::system(testing::RABAT);
    let square = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"04.421.01.0"},"geometry":{"type":"Polygon","coordinates":[[[-6.86,33.99],[-6.84,33.99],[-6.84,34.01],[-6.86,34.01],[-6.86,33.99]]]}}]}"#;
    town.app.store().write(rabat, move |tx| places::import_boundaries(tx, square).map(|_| ())).await.unwrap();
    town.drain().await;
    let there = [("words", "حفرة في أكدال"), ("lat", "34.0"), ("lon", "-6.85")];
    let page = visitor.post("/ar/report/pothole", &there).await.is(422).shows("الرباط").text();
    assert!(page.contains("&#x2f;c&#x2f;rabat&#x2f;ar&#x2f;report&#x2f;pothole") || page.contains("/c/rabat/ar/report/pothole"));
    let carried = [("words", "حفرة في أكدال"), ("lat", "34.0"), ("lon", "-6.85"), ("x_show", "form")];
    visitor.post("/c/rabat/ar/report/pothole", &carried).await.ok().shows("حفرة في أكدال");
    assert_eq!(count(&town).await, 0);
}

#[tokio::test]
async fn a_neighbour_says_me_too_instead_of_a_second_report() {
    let town = town().await;
    let first = code(&pothole(&town.visitor(), "حفرة كبيرة").await.sent_to());
    let hidden_one = pothole(&town.visitor(), "حفرة أخرى").await;
    assert_eq!(hidden_one.status.as_u16(), 303, "what is not published is not offered");
    publish(&town, &first, "حفرة كبيرة في الطريق").await;
    let visitor = town.visitor();
    let page = visitor.post("/ar/report/pothole", &form("01936f2a-7a3b-7c4d-8e5f-0123456789ab", "حفرة")).await.ok();
    page.shows(&first).shows("حفرة كبيرة في الطريق").shows("value=\"حفرة\"");
    let nearby = visitor.get(&format!("/ar/report/nearby?lat={}&lon={}&category=pothole", MEDINA.0, MEDINA.1)).await.ok();
    nearby.shows(&first).shows_not("<html");
    visitor.get("/ar/report/nearby?lat=x").await.ok();
    visitor.post(&format!("/ar/reports/{first}/follow"), &[]).await.redirects_to(&format!("/ar/reports/{first}"));
    visitor.post(&format!("/ar/reports/{first}/follow"), &[]).await.is(303);
    assert_eq!(case(&town, &first).await.followers, 1, "one visitor counts once");
    let fields = [form("01936f2a-7a3b-7c4d-8e5f-0123456789ab", "حفرة"), vec![("x_different", "yes")]].concat();
    visitor.post("/ar/report/pothole", &fields).await.is(303);
    assert_eq!(count(&town).await, 3);
}

#[tokio::test]
async fn the_same_words_again_and_again_wait_for_a_person() {
    let town = town().await;
    for round in 0..4 {
        let fields = [("words", "إعلان مزعج"), ("quarter", "medina"), ("publish", "yes"), ("x_different", "yes")];
        let filed = case(&town, &code(&town.visitor().post("/ar/report/pothole", &fields).await.sent_to())).await;
        let expected = if round < 3 { cases::Publication::Pending } else { cases::Publication::None };
        assert_eq!(filed.publication, expected, "round {round}");
    }
    let entries = town.reads(|rx| platform::store::journal::entries_after(rx, 0, 1_000)).await;
    assert_eq!(entries.iter().filter(|entry| entry.verb == "reports.quarantined").count(), 1);
}

#[tokio::test]
async fn one_address_files_a_few_in_an_hour_and_the_counter_as_many_as_come() {
    let town = town_where(|config| config.limits.deposits_per_hour = 2).await;
    let visitor = town.visitor();
    for words in ["واحد", "اثنان"] {
        visitor.post("/ar/report/pothole", &[("words", words), ("quarter", "medina")]).await.is(303);
    }
    let page = visitor.get("/ar/report/pothole").await.ok().text();
    let key = hidden(&page, "x_key");
    let fields = [("x_key", key.as_str()), ("words", "ثلاثة"), ("quarter", "medina")];
    visitor.post("/ar/report/pothole", &fields).await.is(429);
    let clerk = town.clerk("counter_clerk").await;
    for words in ["أربعة", "خمسة", "ستة"] {
        clerk.post("/ar/desk/report/pothole", &[("words", words), ("quarter", "medina")]).await.is(303);
    }
    town.clock.advance_secs(3_600);
    visitor.post("/ar/report/pothole", &fields).await.is(303);
    visitor.post("/ar/report/pothole", &fields).await.is(303);
    assert_eq!(count(&town).await, 6);
}

#[tokio::test]
async fn an_agent_files_for_a_caller_and_his_hand_is_recorded() {
    let town = town().await;
    let clerk = town.clerk("counter_clerk").await;
    clerk.get("/fr/desk/report").await.ok().shows("street-lamp-out");
    clerk.get("/fr/desk/report/pothole").await.ok().shows("Par téléphone");
    let fields = [
        ("words", "حفرة"),
        ("quarter", "medina"),
        ("x_channel", "phone"),
        ("x_lang", "ar"),
        ("contact_name", "حليمة"),
        ("contact_phone", "0612345678"),
    ];
    let receipt = clerk.post("/fr/desk/report/pothole", &fields).await.sent_to();
    let filed = case(&town, &code(&receipt)).await;
    assert_eq!((filed.channel, filed.lang), (cases::Channel::Phone, kernel::Lang::Ar));
    assert!(filed.agent.is_some() && filed.person.is_none());
    clerk.get(&receipt).await.ok().shows(&filed.code).shows("Remettez ce récépissé");
    town.clerk("moderator").await.get("/fr/desk/report").await.is(403);
    town.visitor().post("/fr/desk/report/pothole", &fields).await.is(401);
    let forged = [("words", "x"), ("quarter", "medina"), ("x_channel", "web")];
    let forged = clerk.post("/fr/desk/report/pothole", &forged).await.sent_to();
    assert_eq!(case(&town, &code(&forged)).await.channel, cases::Channel::Counter);
}

#[tokio::test]
async fn a_complaint_about_staff_never_becomes_public() {
    let town = town().await;
    let visitor = town.visitor();
    let page = visitor.get("/ar/report/corruption").await.ok().shows("لا ينشر ولا يظهر").shows_not("name=\"publish\"").text();
    let key = hidden(&page, "x_key");
    let fields = [("x_key", key.as_str()), ("words", "طلب مني مال"), ("publish", "yes"), ("when", "أمس"), ("asked", "no")];
    let filed = case(&town, &code(&visitor.post("/ar/report/corruption", &fields).await.sent_to())).await;
    assert_eq!(filed.publication, cases::Publication::None);
    assert!(filed.restricted);
    assert!(town.reads(|rx| (crate::datasets::REPORTS.rows)(rx, "", 10)).await.is_empty());
}

#[tokio::test]
async fn what_the_answers_open_is_named_and_the_report_is_said_not_to_be_sent() {
    let town = town().await;
    let visitor = town.visitor();
    let typed = [
        ("words", "طلبوا مني مالا"),
        ("when", "أمس"),
        ("asked", "yes"),
        ("place_words", "أمام المكتب"),
        ("x_asked", "when asked proof"),
    ];
    let page = visitor.post("/ar/report/corruption", &typed).await.is(422);
    page.shows("لم يُرسل بلاغكم بعد").shows("href=\"#f-amount\"").shows("طلبوا مني مالا").shows("id=\"f-amount\"");
    let again = [&typed[..4], &[("x_asked", "when asked proof amount"), ("amount", "-5")]].concat();
    let page = visitor.post("/ar/report/corruption", &again).await.is(422);
    page.shows_not("لم يُرسل بلاغكم بعد").shows("href=\"#f-amount\">كم، بالدرهم؟: ");
    let fine = [&again[..5], &[("amount", "٢٠٠")]].concat();
    visitor.post("/ar/report/corruption", &fine).await.sent_to();
}

#[tokio::test]
async fn what_one_caller_said_is_not_kept_for_the_next() {
    let town = town().await;
    town.visitor().get("/ar/report/pothole").await.ok().shows("data-keep=\"report-pothole\"");
    town.clerk("counter_clerk").await.get("/ar/desk/report/pothole").await.ok().shows_not("data-keep");
}
