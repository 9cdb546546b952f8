//! What decisions say, the numbers they have, and what the receipt and the verification promise.

use super::{PIN, does, filed, papers, president, proposed, signer, state, town};
use crate::model::PaperState;
use crate::{actions, sheet, store};
use cases::Given;
use kernel::{Id, Lang};
use platform::{Ctx, Json};
use testing::Town;

async fn model(town: &Town, case: &Id, lang: Lang) -> Json {
    let ctx = ctx(town).speaking(lang);
    let paper = papers(town, case).await.pop().unwrap();
    let asked = paper.clone();
    let facts = town.reads(move |rx| sheet::facts(rx, &asked)).await;
    sheet::model(&ctx, &paper, &facts)
}

fn ctx(town: &Town) -> Ctx {
    let commune = town.app.communes().open().find(|commune| *commune.code == *testing::SALE).unwrap().clone();
    Ctx::house(&town.app, &commune)
}

#[tokio::test]
async fn a_draft_sent_back_unsigned_gives_its_number_to_the_next() {
    let town = town().await;
    let (one, _) = filed(&town).await;
    let (two, _) = filed(&town).await;
    for case in [&one, &two] {
        does(&town, case, "take", "").await;
        does(&town, case, "propose_grant", "").await;
    }
    does(&town, &one, "send_back", "الواجهة غير مبينة").await;
    let sent_back = papers(&town, &one).await.pop().unwrap();
    assert_eq!((sent_back.number, sent_back.state, sent_back.released_at.is_some()), (1, PaperState::Cancelled, true));
    assert_eq!(sent_back.cancelled_words.as_deref(), Some("الواجهة غير مبينة"));
    does(&town, &one, "propose_grant", "").await;
    let numbers: Vec<_> = papers(&town, &one).await.iter().map(|paper| (paper.number, paper.state)).collect();
    assert_eq!(numbers, [(1, PaperState::Cancelled), (1, PaperState::Made)]);
    let (three, _) = filed(&town).await;
    does(&town, &three, "take", "").await;
    does(&town, &three, "propose_grant", "").await;
    assert_eq!(papers(&town, &three).await.pop().unwrap().number, 3);
    // Two live papers cannot have one number, whatever a program does.
    let (kept, id) = (papers(&town, &one).await.pop().unwrap(), town.does(|tx| Ok(tx.new_id())).await);
    let twice = town
        .tries(move |tx| {
            let vault = tx.keys().new_vault(&tx.tenant(), "documents_papers", id.as_str())?.wrapped().to_owned();
            store::insert(tx, &crate::Paper { id: id.clone(), code: "SAL-X".into(), vault, ..kept.clone() })
        })
        .await;
    assert!(twice.is_err());
}

#[tokio::test]
async fn drafts_that_want_numbers_at_once_get_each_its_own() {
    let town = town().await;
    town.does(|tx| {
        let paper = store::numbers::next(tx, "r", 2026)?;
        assert_eq!(paper, 1);
        let sql = "INSERT INTO documents_free_numbers (tenant, register, year, number) VALUES ($1, 'r', 2026, 1)";
        tx.execute(sql, platform::args![tx.tenant()])
    })
    .await;
    let next = || town.does(|tx| store::numbers::next(tx, "r", 2026));
    let (a, b, c) = tokio::join!(next(), next(), next());
    let mut got = [a, b, c];
    got.sort_unstable();
    assert_eq!(got, [1, 2, 3]);
}

#[tokio::test]
async fn a_draft_that_somebody_signed_keeps_its_number_and_its_reason() {
    let town = town().await;
    let (case, draft) = super::several::subdivision(&town).await;
    let head = signer(&town, "service_head", "A. Harakat").await;
    head.post(&format!("/fr/desk/papers/{}/sign", draft.id), &[("pin", PIN)]).await.sent_to();
    does(&town, &case, "send_back", "ناقص").await;
    does(&town, &case, "propose_grant", "").await;
    let told: Vec<_> =
        papers(&town, &case).await.iter().map(|paper| (paper.number - draft.number, paper.released_at.is_some())).collect();
    assert_eq!(told, [(0, false), (1, false)]);
    head.get(&format!("/fr/desk/{case}")).await.ok().shows("ناقص").shows("Annulé");
    let id = draft.id.clone();
    let signed = crate::model::Signed { from: "x".into(), blob: "x".into(), sha256: "x".into(), signer: "x".into(), stamp: None };
    assert!(town.tries(move |tx| actions::sign_with(tx, &id, &signed).map(drop)).await.is_err());
}

#[tokio::test]
async fn a_permit_says_what_the_works_are_who_was_heard_and_under_which_reserves() {
    let town = town().await;
    let (case, _) = filed(&town).await;
    does(&town, &case, "take", "").await;
    let asked = case.clone();
    town.does(move |tx| {
        let case = cases::find(tx, &asked)?;
        for opinion in cases::opinions(tx, &case)? {
            cases::give_opinion(tx, &asked, &opinion.id, cases::Verdict::Reserved, "دون المساس بالقوس.")?;
        }
        cases::act(tx, &asked, "plan_visit", &Given { date: Some(tx.today()), ..Given::default() }, false).map(drop)
    })
    .await;
    let asked = case.clone();
    town.does(move |tx| {
        let new = permits::NewVisit {
            finding: permits::Finding::Reserved,
            words: "تترك ممرات الراجلين حرة.".into(),
            ..permits::NewVisit::default()
        };
        permits::visit(tx, &asked, &new, Lang::Ar)?;
        cases::act(tx, &asked, "visited", &Given::default(), false).map(drop)
    })
    .await;
    does(&town, &case, "propose_grant", "ترفع الأنقاض كل مساء.").await;
    let told = model(&town, &case, Lang::Ar).await;
    let text = told.to_string();
    for part in ["دون المساس بالقوس", "تترك ممرات الراجلين حرة", "ترفع الأنقاض كل مساء", "وصف الأشغال", "المعاينة المنجزة"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains("صفة صاحب الطلب بالنسبة للعقار") && !text.contains("صفتكم"));
    does(&town, &case, "send_back", "ناقص").await;
    does(&town, &case, "propose_refusal", "الواجهة مصنفة").await;
    let refusal = model(&town, &case, Lang::Ar).await["texts"]["opening"].to_string();
    for part in ["القانون 12.90", "موافق بتحفظ", "المعاينة المنجزة", "بعد دراسة الملف"]
    {
        assert!(refusal.contains(part), "{part}: {refusal}");
    }
}

#[tokio::test]
async fn the_receipt_of_an_incomplete_file_promises_nothing_of_silence() {
    let town = town().await;
    let (case, _) = filed(&town).await;
    let ctx = ctx(&town).speaking(Lang::Fr);
    let facts = town.reads(move |rx| sheet::of_case(rx, &case)).await;
    let lacking = [kernel::Label::new("عقد", "Bail")];
    let incomplete = sheet::receipt(&ctx, &facts, "J1", &lacking).to_string();
    assert!(incomplete.contains("commence quand le dossier est complet") && !incomplete.contains("votre demande est acceptée"));
    let complete = sheet::receipt(&ctx, &facts, "J1", &[]).to_string();
    assert!(complete.contains("votre demande est acceptée") && complete.contains("lisez le carré"));
}

#[tokio::test]
async fn the_code_of_a_file_is_no_paper_and_a_receipt_says_its_days_in_words() {
    let town = town().await;
    let (_, receipt) = filed(&town).await;
    let code = receipt.split('/').nth(3).unwrap();
    town.visitor().get(&format!("/fr/verify/{code}")).await.ok().shows("pas d&#39;un document").shows("Suivre le dossier");
    let page = town.visitor().get(&receipt.replace("/ar/", "/fr/")).await.ok();
    let sealed = page.text().split("/verify/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    town.visitor().get(&format!("/fr/verify/{sealed}")).await.ok().shows("Réponse avant le").shows("2026 à ").shows_not("2026-1");
    let pdf = town.visitor().get(&receipt.replace("/ar", "").replace("/receipt?", "/receipt.pdf?")).await.ok().bytes;
    town.visitor().post_file("/fr/verify", &[], "file", "x.pdf", &pdf).await.ok().shows("le carré qui y est imprimé");
}

#[tokio::test]
async fn a_signed_file_that_something_was_added_to_is_not_as_it_was_issued() {
    let town = town().await;
    let (case, paper) = proposed(&town).await;
    let president = president(&town).await;
    president.post(&format!("/ar/desk/papers/{}/sign", paper.id), &[("pin", PIN)]).await.sent_to();
    assert_eq!(state(&town, &case).await, "granted");
    let issued = papers(&town, &case).await.pop().unwrap();
    let mut added = town.app.blobs().get(testing::SALE, issued.blob.as_deref().unwrap()).unwrap();
    added.extend(b"\nsomething more, after the end of the file\n");
    town.visitor().post_file("/fr/verify", &[], "file", "x.pdf", &added).await.ok().shows("pas tel qu&#39;il a été délivré");
}

#[tokio::test]
async fn the_seal_bears_the_communes_name_in_the_language_of_the_page() {
    let town = town().await;
    let (case, _) = filed(&town).await;
    town.clock.advance_secs(60 * 86_400);
    town.app.drain().await.unwrap();
    let paper = papers(&town, &case).await.pop().unwrap();
    town.visitor().get(&format!("/ar/verify/{}", paper.code)).await.ok().shows("جماعة").shows_not("Commune de");
}

#[tokio::test]
async fn permits_that_end_soon_or_ended_unrenewed_are_listed_for_who_may_see_them() {
    let town = town().await;
    let (_, paper) = super::renewals::granted(&town, "advertising-sign", "AB123456").await;
    let dgs = town.clerk("dgs").await;
    dgs.get("/fr/desk/papers/ending").await.ok().shows_not(&paper.reference());
    let days = paper.valid_until.unwrap().days_since(town.clock.now().day());
    town.clock.advance_secs((days - 30) * 86_400);
    let dgs = town.clerk("dgs").await;
    dgs.get("/fr/desk/papers/ending").await.ok().shows(&paper.reference()).shows("Renouveler");
    town.clock.advance_secs(60 * 86_400);
    town.does(actions::note_ends).await;
    let dgs = town.clerk("dgs").await;
    dgs.get("/fr/desk/papers/ending").await.ok().shows(&paper.reference()).shows("Fin proche");
}
