//! Drafts, files, filing, and the pages of it.

mod api;
mod files;
mod for_others;
mod holders;
mod kiosk;
mod lending;
mod levels;
mod meanwhile;
mod organisations;
mod tasks;
mod viruses;

use crate::actions::draft;
use platform::json::json;
use testing::{Town, Visitor};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

fn modules() -> Vec<platform::Module> {
    vec![
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        identity::module(),
        procedures::module(),
        assisted::module(),
        cases::module(),
        folder::module(),
        payments::module(),
        crate::module(),
    ]
}

/// A commune with every module that a request needs.
pub(crate) async fn town() -> Town {
    configured(|_| {}).await
}

async fn configured(change: impl FnOnce(&mut platform::Config)) -> Town {
    Town::configured(modules(), |config| {
        config.demo = true;
        change(config);
    })
    .await
}

/// A citizen with an account of this telephone, on one device more.
async fn signed_in(town: &Town, phone: &str) -> Visitor {
    let visitor = town.visitor();
    let asked = visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", phone)]).await.sent_to();
    town.app.drain().await.unwrap();
    let outbox = town.visitor().get("/fr/outbox").await.ok().text();
    let digits = |at: usize| outbox.get(at..at + 6).filter(|text| text.bytes().all(|b| b.is_ascii_digit()));
    let is_alone = |at: usize| {
        !outbox[at + 6..].starts_with(|c: char| c.is_ascii_digit()) && !outbox[..at].ends_with(|c: char| c.is_ascii_digit())
    };
    let code = outbox.char_indices().find_map(|(at, _)| digits(at).filter(|_| is_alone(at))).unwrap().to_owned();
    let ticket = asked.split("ticket=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    visitor.post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.redirects_to("/fr/account");
    visitor
}

fn works() -> Vec<(&'static str, &'static str)> {
    vec![
        ("nature", "front"),
        ("description", "صباغة الواجهة"),
        ("starts", "1/12/2026"),
        ("scaffold", "no"),
        ("owner", "tenant"),
        ("as", "person"),
        ("applicant.name", "ليلى بنعيسى"),
        ("applicant.card", "AB123456"),
        ("contact_how", "sms"),
        ("contact_phone", "0612345678"),
        ("quarter", "tabriquet"),
        ("place_words", "زنقة 12"),
    ]
}

async fn state(town: &Town, code: String) -> String {
    town.reads(move |rx| Ok(cases::by_code(rx, &code)?.state)).await
}

async fn begun(visitor: &Visitor) -> String {
    let address = visitor.post("/ar/procedures/repair-permit/start", &[]).await.sent_to();
    address.rsplit('/').next().unwrap().to_owned()
}

async fn fill(visitor: &Visitor, code: &str) {
    for page in ["works", "where", "applicant", "contact"] {
        visitor.post(&format!("/ar/drafts/{code}/{page}"), &works()).await.sent_to();
    }
}

#[tokio::test]
async fn what_was_typed_is_kept_also_when_it_is_wrong_and_found_again_by_its_code() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    visitor.post(&format!("/ar/drafts/{code}/works"), &[("nature", "other"), ("starts", "hier")]).await.is(422);
    let asked = code.to_lowercase().replace('-', " ");
    let kept = town.reads(move |rx| draft::find(rx, &asked)).await;
    assert_eq!((kept.typed["nature"][0].as_str(), kept.typed["starts"][0].as_str()), ("other", "hier"));
    let elsewhere = town.visitor();
    elsewhere.post("/ar/drafts", &[("code", &code)]).await.redirects_to(&format!("/ar/drafts/{code}"));
    elsewhere.post("/ar/drafts", &[("code", "0000-0000-0000")]).await.is(422);
    elsewhere.get(&format!("/ar/drafts/{code}/works")).await.ok().shows("hier");
    elsewhere.get("/ar/drafts/0000-0000-0000").await.is(404);
}

#[tokio::test]
async fn a_person_has_one_draft_per_procedure_on_every_device() {
    let town = town().await;
    let phone = signed_in(&town, "0612345678").await;
    let desk = signed_in(&town, "0612345678").await;
    let code = begun(&phone).await;
    assert_eq!(code, begun(&desk).await);
    desk.get("/fr/drafts").await.ok().shows(&format!("/fr/drafts/{code}")).shows("Vos brouillons");
    town.visitor().get("/fr/drafts").await.ok().shows_not("Vos brouillons");
    assert_ne!(begun(&town.visitor()).await, begun(&town.visitor()).await);
}

#[tokio::test]
async fn a_request_is_filed_with_a_receipt_that_verifies() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    for piece in ["lease", "consent"] {
        visitor.post_file(&format!("/ar/drafts/{code}/pieces"), &[], &format!("piece-{piece}"), "عقد.pdf", PDF).await.sent_to();
    }
    visitor.get(&format!("/ar/drafts/{code}/check")).await.ok().shows("200,00").shows("صباغة الواجهة");
    let receipt = visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let page = visitor.get(&receipt).await.ok().shows("<svg");
    let sealed = format!("J1.{}", page.text().split("/verify/J1.").nth(1).unwrap().split(['"', '<']).next().unwrap());
    let key = town.reads(|rx| rx.keys().public_key(&rx.tenant())).await;
    let told = crate::verify(&sealed, &key).unwrap();
    assert!(told.complete && told.due.is_some());
    // The same draft again is the same receipt, and nothing of what was typed stays behind.
    visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.redirects_to(&receipt);
    let left = town.reads(move |rx| draft::find(rx, &code)).await;
    assert!(left.typed.is_empty() && left.files.is_empty() && left.filed.is_some());
}

#[tokio::test]
async fn what_lacks_comes_later_through_the_link_of_the_receipt() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let receipt = visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    visitor.get(&receipt).await.ok().shows("عقد الكراء");
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let asked = case.clone();
    assert_eq!(state(&town, asked.clone()).await, "incomplete");
    let pieces = receipt.replace("/receipt", "/pieces");
    visitor.get(&pieces).await.ok();
    visitor.post_file(&pieces, &[], "piece-lease", "x.pdf", PDF).await.sent_to();
    assert_eq!(state(&town, asked.clone()).await, "incomplete");
    visitor.post_file(&pieces, &[], "piece-consent", "x.pdf", PDF).await.sent_to();
    assert_eq!(state(&town, asked).await, "filed");
    visitor.get(&pieces.replace("k=", "k=0")).await.is(404);
}

#[tokio::test]
async fn the_author_finds_all_answers_with_their_labels_and_the_desk_says_what_it_waits_for() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let receipt = visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let opened = format!("/fr/cases/{case}?{}", receipt.split_once('?').unwrap().1);
    let page = visitor.get(&opened).await.ok().shows("Ce que vous avez répondu").text();
    let answers = page.split("id=\"answers\"").nth(1).unwrap().split("</details>").next().unwrap();
    assert!(
        answers.contains("صباغة الواجهة") && answers.contains("ليلى بنعيسى") && answers.matches("<dt>").count() > 5,
        "{answers}"
    );
    assert_eq!(page.matches("صباغة الواجهة").count(), 1, "no answer without its label");
    town.visitor().get(&format!("/fr/cases/{case}")).await.ok().shows_not("ليلى بنعيسى");
    let unit = town.reads(move |rx| cases::by_code(rx, &case)).await;
    let chief = town.clerk_in("service_head", Some(unit.unit), None).await;
    let desk = chief.get(&format!("/fr/desk/{}", unit.id)).await.ok();
    desk.shows("value=\"complete\"").shows("il manque 2 pièces").shows_not("Enregistrer et envoyer");
}

#[tokio::test]
async fn a_file_that_is_not_what_it_says_is_refused_and_the_rest_is_kept() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let address = format!("/ar/drafts/{code}/pieces");
    visitor.post_file(&address, &[], "piece-lease", "bail.pdf", b"MZ\x90\x00 a program").await.is(422);
    visitor.post_file(&address, &[], "piece-lease", "photo.jpg", b"\xff\xd8\xff\xe0 cut short").await.is(422);
    visitor.post_file(&address, &[], "piece-lease", "bail.pdf", PDF).await.sent_to();
    let asked = code.clone();
    assert_eq!(town.reads(move |rx| draft::find(rx, &asked)).await.files.len(), 1);
    visitor.post_file(&address, &[], "piece-nothing", "bail.pdf", PDF).await.is(404);
}

#[tokio::test]
async fn a_question_that_an_answer_opened_is_needed_and_a_file_is_removed_where_it_stood() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    let needed = |page: &str| {
        let field = page.split("name=\"other\"").nth(1).map(|rest| rest.split('>').next().unwrap_or("").to_owned());
        field.is_some_and(|marks| marks.contains("required"))
    };
    assert!(!needed(&visitor.get(&format!("/fr/drafts/{code}/works")).await.ok().text()));
    visitor.post(&format!("/fr/drafts/{code}/works"), &[("nature", "other")]).await.is(422);
    assert!(needed(&visitor.get(&format!("/fr/drafts/{code}/works")).await.ok().text()));
    fill(&visitor, &code).await;
    visitor.post_file(&format!("/fr/drafts/{code}/pieces"), &[], "piece-lease", "bail.pdf", PDF).await.sent_to();
    let asked = code.clone();
    let file = town.reads(move |rx| draft::find(rx, &asked)).await.files.remove(0).id;
    let removed = visitor.post(&format!("/fr/drafts/{code}/files/{file}/remove"), &[]).await;
    removed.redirects_to(&format!("/fr/drafts/{code}/pieces#given-lease"));
}

#[tokio::test]
async fn an_upload_goes_on_after_a_cut() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let mut whole = PDF.to_vec();
    whole.resize(2_500, b' ');
    let begun = visitor.post(&format!("/drafts/{code}/uploads"), &[("piece", "lease"), ("size", "2500")]).await.ok().json();
    let address = begun["url"].as_str().unwrap().to_owned();
    visitor.post_file(&address, &[("at", "0")], "part", "part", &whole[..1_000]).await.ok();
    // The answer was lost: the same part again changes nothing, and whoever asks is told where to go on.
    visitor.post_file(&address, &[("at", "0")], "part", "part", &whole[..1_000]).await.ok();
    assert_eq!(town.visitor().get(&address).await.ok().json()["received"], json!(1_000));
    visitor.post_file(&address, &[("at", "1000")], "part", "part", &whole[1_000..2_000]).await.ok();
    let last =
        visitor.post_file(&address, &[("at", "2000"), ("name", "bail.pdf")], "part", "part", &whole[2_000..]).await.ok().json();
    assert_eq!(last["done"], json!(true));
    let asked = code.clone();
    let kept = town.reads(move |rx| draft::find(rx, &asked)).await;
    assert_eq!((kept.files.len(), kept.files[0].size, kept.files[0].name.as_str()), (1, 2_500, "bail.pdf"));
    visitor.post(&format!("/drafts/{code}/uploads"), &[("piece", "lease"), ("size", "99000000")]).await.is(422);
    visitor.post(&format!("/drafts/{code}/uploads"), &[("piece", "moon"), ("size", "10")]).await.is(404);
}

#[tokio::test]
async fn drafts_nobody_touched_are_forgotten_with_their_files() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    town.clock.advance_secs(31 * 86_400);
    town.app.drain().await.unwrap();
    town.visitor().get(&format!("/ar/drafts/{code}/works")).await.is(404);
}

#[tokio::test]
async fn the_counter_files_for_somebody_and_the_channel_is_recorded() {
    let town = town().await;
    town.visitor().get("/ar/desk/procedures").await.is(303);
    let clerk = town.clerk("counter_clerk").await;
    clerk.get("/ar/desk/procedures").await.ok();
    let draft = clerk.post("/ar/desk/procedures/pest-control", &[("channel", "phone"), ("lang", "fr")]).await.sent_to();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    let kept = town.reads(move |rx| draft::find(rx, &code)).await;
    assert_eq!((kept.channel, kept.lang), (cases::Channel::Phone, kernel::Lang::Fr));
}

#[tokio::test]
async fn the_pages_stand_in_every_language() {
    let town = town().await;
    for lang in ["ar", "fr", "zgh", "en"] {
        let visitor = town.visitor();
        visitor.get(&format!("/{lang}/procedures")).await.ok().shows("repair-permit");
        visitor.get(&format!("/{lang}/procedures?q=rokhsat+islah")).await.ok().shows("repair-permit");
        visitor.get(&format!("/{lang}/procedures/repair-permit")).await.ok();
        visitor.get(&format!("/{lang}/procedures/repair-permit/start")).await.ok();
    }
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn a_point_of_another_commune_is_refused_on_its_own_page_and_marked_on_the_last() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let paris = [("lat", "48.85"), ("lon", "2.35"), ("place_words", "زنقة 12")];
    let at = format!("/ar/drafts/{code}/where");
    visitor.post(&at, &paris).await.is(422).shows("المكان خارج حدود الجماعة");
    let last = visitor.get(&format!("/ar/drafts/{code}/check")).await.ok().text();
    let part = last.split(&format!("href=\"{at}\"")).nth(1).unwrap().split("</section>").next().unwrap();
    assert!(part.contains("class=\"error\""), "{part}");
    let salé = [("lat", "34.0531"), ("lon", "-6.7985")];
    visitor.post(&at, &salé).await.sent_to();
}

#[tokio::test]
async fn what_hangs_on_a_question_is_not_asked_before_its_answer() {
    let town = town().await;
    let visitor = town.visitor();
    let address = visitor.post("/ar/procedures/birth-extract/start", &[]).await.sent_to();
    let code = address.rsplit('/').next().unwrap();
    let act = format!("/ar/drafts/{code}/act");
    visitor.get(&act).await.ok().shows("name=\"mine\"").shows_not("name=\"holder\"").shows_not("name=\"born\"");
    visitor.post(&act, &[("mine", "no"), ("x_asked", "mine office knows_reference")]).await.is(200).shows("name=\"holder\"");
    visitor.get(&format!("/ar/drafts/{code}/applicant")).await.ok().shows_not("company.name");
}

#[tokio::test]
async fn an_annex_is_no_article() {
    let town = town().await;
    town.visitor().get("/ar/procedures/repair-permit").await.ok().shows("الملحق 1").shows_not("annexe");
    town.visitor().get("/fr/procedures/repair-permit").await.ok().shows("annexe 1").shows_not("art. annexe");
}
