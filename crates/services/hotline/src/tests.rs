//! Rules first; then calls: by number, code and name, and a report that is filed while somebody speaks.

use crate::model::{Asked, Proof, Told};
use crate::rules;
use cases::{Case, Channel, Contact, NewCase, Place};
use kernel::{Id, Lang, Phone, Point};
use platform::Module;
use procedures::Answers;
use testing::{Town, Visitor};

const DESK: &str = "/ar/desk/hotline";

fn modules() -> Vec<Module> {
    vec![
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
    Town::configured(modules(), |config| config.demo = true).await
}

/// A report of a category with the number of its author, and the secret of its receipt.
async fn filed(town: &Town, number: u8, procedure: &'static str, phone: &'static str) -> (Case, String) {
    let new = NewCase {
        key: Id::parse(&format!("01936f2a-7a3b-7c4d-8e5f-0123456789{number:02x}")).unwrap(),
        procedure: procedure.into(),
        channel: Channel::Web,
        lang: Lang::Ar,
        words: "حفرة كبيرة أمام بيتي".into(),
        answers: Answers::default(),
        contact: Contact { name: Some("فاطمة الزهراء".into()), phone: Phone::parse(phone), email: None },
        person: None,
        place: Place { point: Point::new(34.05, -6.79), ..Place::default() },
        files: Vec::new(),
        publish: false,
        suspect: None,
    };
    town.does(move |tx| {
        let opened = cases::open(tx, &new)?;
        Ok((cases::find(tx, &opened.id)?, opened.pin))
    })
    .await
}

async fn calls(clerk: &Visitor, q: &str) -> testing::Reply {
    clerk.post(DESK, &[("q", q)]).await
}

#[test]
fn a_code_a_number_or_a_name_is_read_as_it_is_said() {
    let code = kernel::PublicCode::new("SAL", [7; 5]);
    assert_eq!(rules::asked(&code.as_str().to_lowercase().replace('-', " ")), Ok(Asked::Code(code)));
    assert_eq!(rules::asked("٠٦ ١٢ ٣٤ ٥٦ ٧٨"), Ok(Asked::Number(Phone::parse("0612345678").unwrap())));
    for name in ["فاطمة", "Jean-Marie El-Alaoui", "Aït-Ben-Haddou"] {
        assert_eq!(rules::asked(name), Ok(Asked::Name(name.into())));
    }
    for (wrong, key) in [
        ("", "hotline-needs-words"),
        ("فا", "hotline-needs-words"),
        ("061234", "hotline-mistyped"),
        ("SAL-0000-0000-9", "hotline-mistyped"),
        ("SAL-DMZG-8HJH-X", "hotline-mistyped"),
        ("sal-dmzg-hjhk-x", "hotline-mistyped"),
    ] {
        assert_eq!(rules::asked(wrong).unwrap_err().key, key, "{wrong}");
    }
    assert_eq!(rules::pieces("SAL-7K3Q-9MPX-R"), ["S A L", "7 K 3 Q", "9 M P X", "R"]);
}

#[test]
fn only_the_secret_opens_everything_and_nothing_confidential_is_told_without_it() {
    for (proof, confidential, told) in [
        (Proof::Secret, false, Told::Everything),
        (Proof::Secret, true, Told::Everything),
        (Proof::Number, false, Told::State),
        (Proof::Number, true, Told::Nothing),
        (Proof::Code, false, Told::State),
        (Proof::Code, true, Told::Nothing),
        (Proof::Name, false, Told::Nothing),
        (Proof::Name, true, Told::Nothing),
    ] {
        assert_eq!(rules::may_tell(proof, confidential), told, "{proof} {confidential}");
    }
}

#[tokio::test]
async fn from_the_number_to_the_sentence_is_one_act_and_the_look_is_noted() {
    let town = town().await;
    let (case, _) = filed(&town, 1, "pothole", "0612345678").await;
    let clerk = town.clerk("counter_clerk").await;
    clerk.get(DESK).await.ok().shows("autofocus");
    let page = calls(&clerk, "06-12-34-56-78").await.ok();
    page.shows(&case.code).shows("مسجل").shows("الجواب منتظر قبل").shows_not("أمام بيتي").shows_not("فاطمة");
    let id = case.id.clone();
    let looks = town.reads(move |rx| platform::store::journal::looks_at(rx, id.as_str(), 10)).await;
    assert_eq!(looks.len(), 1);
    calls(&clerk, "0799999999").await.ok().shows("لا ملف بهذا الرقم").shows_not(&case.code);
    for wrong in ["", "x", "06123"] {
        calls(&clerk, wrong).await.is(422);
    }
    for role in ["agent", "moderator", "cashier", "contractor"] {
        town.clerk(role).await.get(DESK).await.is(403);
        calls(&town.clerk(role).await, "0612345678").await.is(403);
    }
}

#[tokio::test]
async fn with_the_secret_everything_is_told_and_wrong_ones_are_counted() {
    let town = Town::configured(modules(), |config| config.limits.wrong_codes_per_ten_minutes = 3).await;
    let (case, pin) = filed(&town, 1, "pothole", "0612345678").await;
    let clerk = town.clerk("counter_clerk").await;
    calls(&clerk, &case.code).await.ok().shows("مسجل").shows_not("أمام بيتي");
    let wrong = if pin == "000000" { "111111" } else { "000000" };
    clerk.post(DESK, &[("q", &case.code), ("pin", wrong)]).await.is(422).shows_not("أمام بيتي");
    clerk.post(DESK, &[("q", &case.code), ("pin", &pin)]).await.ok().shows("أمام بيتي");
    for _ in 0..2 {
        clerk.post(DESK, &[("q", &case.code), ("pin", wrong)]).await.is(422);
    }
    clerk.post(DESK, &[("q", &case.code), ("pin", &pin)]).await.is(429);
}

#[tokio::test]
async fn nothing_is_told_by_a_name_nor_of_a_confidential_file() {
    let town = town().await;
    let (open, _) = filed(&town, 1, "pothole", "0612345678").await;
    let (restricted, pin) = filed(&town, 2, "corruption", "0712345678").await;
    assert!(restricted.restricted);
    let clerk = town.clerk("counter_clerk").await;
    calls(&clerk, "فاطمة")
        .await
        .ok()
        .shows(&open.code)
        .shows("لا تقولوا عنه شيئا")
        .shows_not("data-read-out")
        .shows_not(&restricted.code);
    let title = town.reads(|rx| procedures::procedure(rx, "corruption")).await.title.ar.clone();
    calls(&clerk, "0712345678").await.ok().shows("لا ملف بهذا الرقم").shows_not(&restricted.code);
    // The category stands among those that may be filed: only the card of the file must not name it.
    let card = format!("<h3>{title}</h3><span");
    calls(&clerk, &restricted.code).await.ok().shows("لا تقولوا عنه شيئا").shows_not("data-read-out").shows_not(&card);
    let (hidden, _) = filed(&town, 3, "late-file-poor-reception", "0722345678").await;
    assert!(hidden.hide_author);
    calls(&clerk, "0722345678").await.ok().shows("لا ملف بهذا الرقم").shows_not(&hidden.code);
    clerk.post(DESK, &[("q", &restricted.code), ("pin", &pin)]).await.ok().shows("data-read-out");
    let page = clerk.post(DESK, &[("q", "0612345678"), ("pin", &pin)]).await.is(422);
    page.shows("الرقم السري يفتح ملفا واحدا").shows("0612345678").shows_not("data-read-out");
    let other = kernel::PublicCode::new("RAB", [3; 5]);
    calls(&clerk, other.as_str()).await.ok().shows("لا ملف بهذا الرمز");
}

#[tokio::test]
async fn a_report_is_filed_while_somebody_speaks_and_its_code_is_read_out() {
    let town = town().await;
    let clerk = town.clerk("counter_clerk").await;
    let page = calls(&clerk, "0612345678").await.ok().text();
    assert!(page.contains("value=\"+212612345678\"") && page.contains("/ar/desk/report/pothole"));
    let call = [
        ("x_show", "form"),
        ("x_call", "yes"),
        ("x_channel", "phone"),
        ("x_lang", "ar"),
        ("contact_phone", "+212612345678"),
        ("contact_how", "sms"),
    ];
    let form = clerk.post("/ar/desk/report/pothole", &call).await.ok();
    let form = form.shows("x_consent").shows("+212612345678").shows_not("data-picker").shows_not("name=\"photo\"").text();
    let key = form.split("name=\"x_key\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [
        ("x_key", key.as_str()),
        ("x_call", "yes"),
        ("x_channel", "phone"),
        ("x_lang", "ar"),
        ("contact_phone", "+212612345678"),
        ("contact_how", "sms"),
        ("words", "حفرة قرب السوق"),
        ("quarter", "medina"),
        ("place_words", "أمام الفرن"),
        ("x_asked", "size after-works"),
    ];
    clerk.post("/ar/desk/report/pothole", &fields).await.is(422).shows("اسألوا المتصل").shows("حفرة قرب السوق");
    let agreed = [&fields[..], &[("x_consent", "yes")]].concat();
    let to = clerk.post("/ar/desk/report/pothole", &agreed).await.sent_to();
    clerk.get(&to).await.ok().shows("اقرؤوا الرمز على المتصل").shows("S A L");
    town.visitor().get(&to).await.ok().shows_not("اقرؤوا الرمز على المتصل");
    town.drain().await;
    let code = to.rsplit_once("/receipt/").unwrap().1.split('?').next().unwrap().to_owned();
    town.visitor().get("/ar/outbox").await.ok().shows(&format!("سجلنا ملفكم {code}"));
    let case = town.reads(move |rx| cases::by_code(rx, &code)).await;
    assert_eq!(case.channel, Channel::Phone);
}

#[tokio::test]
async fn the_module_passes_every_sweep() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
