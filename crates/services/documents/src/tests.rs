//! Papers: drafted when proposed, signed by a key under a PIN, issued by the seal, verified by everybody.

mod decisions;
mod folder_of_a_person;
mod keys;
mod several;
mod tasks;
mod templates;
mod tries;

use crate::keys::{Holder, make_token, trusted};
use crate::model::PaperState;
use crate::{actions, store};
use cases::Given;
use kernel::Id;
use procedures::Typed;
use testing::{Town, Visitor};

mod renewals;

const PIN: &str = "271828";

async fn town() -> Town {
    configured(|_| {}).await
}

async fn configured(change: impl FnOnce(&mut platform::Config)) -> Town {
    crate::press::start_as(templates::INSIDE);
    let modules = [
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        assisted::module(),
        cases::module(),
        folder::module(),
        payments::module(),
        requests::module(),
        permits::module(),
        crate::module(),
    ];
    Town::configured(modules, change).await
}

/// A repair permit that was filed, complete.
async fn filed(town: &Town) -> (Id, String) {
    filed_by(town, &town.visitor()).await
}

async fn filed_by(town: &Town, visitor: &Visitor) -> (Id, String) {
    let draft = visitor.post("/ar/procedures/repair-permit/start", &[]).await.sent_to();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    let typed = town
        .reads(|rx| {
            let procedure = procedures::procedure(rx, "repair-permit")?;
            let chosen = Typed::from([("owner".to_owned(), vec!["tenant".to_owned()])]);
            Ok(procedures::sample(&procedure, &chosen, &procedures::with(rx)?))
        })
        .await;
    let mut fields: Vec<(&str, &str)> = typed.iter().map(|(name, values)| (name.as_str(), values[0].as_str())).collect();
    fields.push(("place_words", "زنقة 12"));
    for page in ["works", "where", "applicant", "contact"] {
        visitor.post(&format!("/ar/drafts/{code}/{page}"), &fields).await.sent_to();
    }
    for piece in ["lease", "consent"] {
        visitor
            .post_file(&format!("/ar/drafts/{code}/pieces"), &[], &format!("piece-{piece}"), "x.pdf", b"%PDF-1.7\n%%EOF\n")
            .await
            .sent_to();
    }
    let receipt = visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let id = town.reads(move |rx| Ok(cases::by_code(rx, &case)?.id)).await;
    (id, receipt)
}

async fn does(town: &Town, case: &Id, action: &'static str, words: &'static str) {
    let case = case.clone();
    town.does(move |tx| cases::act(tx, &case, action, &Given { words: words.into(), ..Given::default() }, false).map(drop)).await;
    town.app.drain().await.unwrap();
}

async fn papers(town: &Town, case: &Id) -> Vec<crate::Paper> {
    let case = case.clone();
    town.reads(move |rx| actions::of(rx, &case)).await
}

async fn pay(town: &Town, case: &Id) {
    let case = case.clone();
    town.does(move |tx| {
        let sum = payments::of(tx, &case)?.iter().fold(kernel::Money(0), |sum, due| sum + due.amount);
        let key = tx.new_id();
        payments::collect(tx, &key, &case, sum, payments::Method::Cash).map(drop)
    })
    .await
}

/// A member of staff with this role, and who it is.
async fn member(town: &Town, role: &'static str) -> (Visitor, Id) {
    let visitor = town.clerk(role).await;
    let person = town
        .reads(move |rx| {
            rx.maybe(
                "SELECT person FROM access_grants WHERE tenant = $1 AND role = $2",
                platform::args![rx.tenant(), role],
                |row| row.get::<Id>("person"),
            )
        })
        .await
        .unwrap();
    (visitor, person)
}

/// The same with a key under a PIN.
async fn signer(town: &Town, role: &'static str, name: &str) -> Visitor {
    let (visitor, person) = member(town, role).await;
    make_token(&town.app, testing::SALE, "Commune de Salé", Holder::Person(person), name, PIN).await.unwrap();
    visitor
}

async fn president(town: &Town) -> Visitor {
    signer(town, "president", "N. Benali").await
}

/// A repair permit that waits for the president, paid.
async fn proposed(town: &Town) -> (Id, crate::Paper) {
    let (case, _) = filed(town).await;
    does(town, &case, "take", "").await;
    does(town, &case, "propose_grant", "").await;
    pay(town, &case).await;
    let paper = papers(town, &case).await.pop().unwrap();
    (case, paper)
}

async fn state(town: &Town, case: &Id) -> String {
    let case = case.clone();
    town.reads(move |rx| Ok(cases::find(rx, &case)?.state)).await
}

#[tokio::test]
async fn the_president_signs_the_very_paper_and_signing_decides() {
    let town = town().await;
    let (case, receipt) = filed(&town).await;
    does(&town, &case, "take", "").await;
    does(&town, &case, "propose_grant", "").await;
    let draft = papers(&town, &case).await.pop().unwrap();
    assert_eq!((draft.state, draft.number, draft.action.as_deref()), (PaperState::Made, 1, Some("grant")));
    let president = president(&town).await;
    president.get("/ar/desk/papers").await.ok().shows(&draft.id.to_string());
    let pdf = president.get(&format!("/desk/papers/{}/paper.pdf", draft.id)).await.ok();
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let sign = format!("/ar/desk/papers/{}/sign", draft.id);
    president.post(&sign, &[("pin", "0000")]).await.is(422);
    // Not paid: the signature is refused with the decision.
    president.post(&sign, &[("pin", PIN)]).await.is(422);
    assert_eq!(papers(&town, &case).await[0].state, PaperState::Made);
    pay(&town, &case).await;
    president.post(&sign, &[("pin", PIN)]).await.sent_to();
    town.app.drain().await.unwrap();
    let issued = papers(&town, &case).await;
    assert_eq!(
        issued.iter().map(|paper| (paper.state, paper.signer.as_deref())).collect::<Vec<_>>(),
        [(PaperState::Issued, Some("N. Benali"))]
    );
    let asked = case.clone();
    assert_eq!(town.reads(move |rx| Ok(cases::find(rx, &asked)?.state)).await, "granted");
    // The author fetches it, everybody verifies it, and a changed file is found out.
    let key = receipt.split("k=").nth(1).unwrap();
    let signed = town.visitor().get(&format!("/papers/{}/paper.pdf?k={key}", issued[0].code)).await.ok().bytes;
    town.visitor().get(&format!("/papers/{}/paper.pdf?k=0{key}", issued[0].code)).await.is(404);
    let report = signing::verify(&signed, &trusted(&town.app, testing::SALE).await.unwrap());
    assert!(report.holds(), "{report:?}");
    town.visitor().get(&format!("/fr/verify/{}", issued[0].code)).await.ok().shows("Document authentique et valable");
    town.visitor().get("/fr/verify/SAL-0000-0000-0").await.is(404);
    town.visitor()
        .post_file("/fr/verify", &[], "file", "x.pdf", &signed)
        .await
        .ok()
        .shows("signatures valables")
        .shows("authentique et valable");
    let told = town.visitor().get(&format!("/api/verify/{}", issued[0].code)).await.ok().json();
    assert_eq!((&told["paper"]["good"], &told["paper"]["signer"]), (&true.into(), &"N. Benali".into()));
    let told = town.visitor().post_file("/api/verify", &[], "file", "x.pdf", &signed).await.ok().json();
    assert_eq!((&told["holds"], &told["paper"]["code"]), (&true.into(), &issued[0].code.as_str().into()));
    let mut changed = signed.clone();
    let middle = changed.len() / 3;
    changed[middle] ^= 1;
    town.visitor().post_file("/fr/verify", &[], "file", "x.pdf", &changed).await.ok().shows_not("signatures valables");
    town.visitor().post_file("/fr/verify", &[], "file", "x.pdf", b"<html>").await.is(422);
    let told = town.visitor().post_file("/api/verify", &[], "file", "x.pdf", &changed).await.ok().json();
    assert_eq!((&told["holds"], &told["paper"]), (&false.into(), &platform::Json::Null));
    let refused = town.visitor().post_file("/api/verify", &[], "file", "x.pdf", b"<html>").await.is(422).json();
    assert_eq!(refused["errors"][0]["code"], "documents-not-a-pdf");
    town.visitor().get("/api/verify/SAL-0000-0000-0").await.is(404);
}

#[tokio::test]
async fn a_draft_that_is_sent_back_is_cancelled() {
    let town = town().await;
    let (case, _) = filed(&town).await;
    does(&town, &case, "take", "").await;
    does(&town, &case, "propose_grant", "").await;
    does(&town, &case, "send_back", "الواجهة غير مبينة").await;
    does(&town, &case, "propose_refusal", "الواجهة مصنفة").await;
    let all = papers(&town, &case).await;
    let told: Vec<_> = all.iter().map(|paper| (paper.output.as_str(), paper.state, paper.words.as_str())).collect();
    assert_eq!(told, [("permit", PaperState::Cancelled, ""), ("refusal", PaperState::Made, "الواجهة مصنفة")]);
}

#[tokio::test]
async fn what_silence_granted_is_said_by_a_paper_under_the_seal() {
    let town = town().await;
    let (case, _) = filed(&town).await;
    town.clock.advance_secs(60 * 86_400);
    town.app.drain().await.unwrap();
    let paper = papers(&town, &case).await.pop().unwrap();
    assert_eq!((paper.output.as_str(), paper.state), ("silence", PaperState::Issued));
    let content = town.app.blobs().get(testing::SALE, paper.blob.as_deref().unwrap()).unwrap();
    assert!(signing::verify(&content, &trusted(&town.app, testing::SALE).await.unwrap()).holds());
    let code = paper.code.clone();
    assert!(town.reads(move |rx| store::by_code(rx, &code)).await.is_some());
}

#[tokio::test]
async fn the_minutes_of_a_closed_sitting_print_in_each_language() {
    let town = town().await;
    let (case, _) = filed(&town).await;
    does(&town, &case, "take", "").await;
    does(&town, &case, "convene", "").await;
    let sitting = town
        .does(move |tx| {
            let code = cases::find(tx, &case)?.code;
            let new = permits::NewSitting { scale: permits::Scale::Small, held_on: tx.today(), place: "القاعة 2".into() };
            let sitting = permits::open(tx, &new)?;
            let member = |body: &str| permits::Member { body: body.into(), name: "ن. ب.".into(), present: true };
            permits::invite(tx, &sitting, vec![member("الوكالة الحضرية"), member("العمالة")])?;
            permits::put_on_agenda(tx, &sitting, &code)?;
            permits::judge(tx, &sitting, &case, permits::Finding::Reserved, "دون المساس بالواجهة.")?;
            Ok(sitting)
        })
        .await;
    let clerk = town.clerk("president").await;
    let address = |lang: &str| format!("/{lang}/desk/commission/{sitting}/minutes.pdf");
    clerk.get(&address("ar")).await.is(404);
    let closed = sitting.clone();
    town.does(move |tx| permits::close(tx, &closed).map(drop)).await;
    for lang in ["ar", "fr", "en"] {
        assert!(clerk.get(&address(lang)).await.ok().bytes.starts_with(b"%PDF-"));
    }
}

#[tokio::test]
async fn the_receipt_prints_on_a5_and_on_a_roll() {
    let town = town().await;
    let (_, receipt) = filed(&town).await;
    let address = receipt.replace("/ar", "").replace("/receipt?", "/receipt.pdf?");
    for paper in ["", "&paper=80mm"] {
        let pdf = town.visitor().get(&format!("{address}{paper}")).await.ok();
        assert!(pdf.bytes.starts_with(b"%PDF-"));
    }
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}

#[tokio::test]
async fn who_withdraws_owes_nothing_and_the_order_is_known_as_cancelled() {
    let town = town().await;
    let (case, receipt) = filed(&town).await;
    let (code, key) = (receipt.split('/').nth(3).unwrap(), receipt.split("k=").nth(1).unwrap());
    let asked = case.clone();
    let order = town.reads(move |rx| payments::order_of(rx, &asked)).await.unwrap();
    let author = town.visitor();
    author.post(&format!("/fr/cases/{code}/act"), &[("k", key)]).await.sent_to();
    town.app.drain().await.unwrap();
    assert_eq!(state(&town, &case).await, "withdrawn");
    let asked = case.clone();
    let dues = town.reads(move |rx| payments::of(rx, &asked)).await;
    assert!(!dues.is_empty() && dues.iter().all(|due| due.state == payments::DueState::Cancelled));
    assert_eq!(town.reads(move |rx| payments::order_of(rx, &case)).await, None);
    author.get(&format!("/fr/verify/{}", order.code)).await.ok().shows("a été annulé").shows_not("à payer");
    author.get(&format!("/requests/{code}/order.pdf?k={key}")).await.is(404);
    author.get(&format!("/fr/cases/{code}?k={key}")).await.ok().shows_not("order.pdf");
}

#[tokio::test]
async fn the_order_of_payment_prints_is_scanned_and_dies_with_a_new_sum() {
    let town = town().await;
    let (case, receipt) = filed(&town).await;
    let (code, key) = (receipt.split('/').nth(3).unwrap(), receipt.split("k=").nth(1).unwrap());
    let page = format!("/requests/{code}/order.pdf?k={key}");
    assert!(town.visitor().get(&page).await.ok().bytes.starts_with(b"%PDF-"));
    town.visitor().get(&format!("{page}0")).await.is(404);
    town.visitor().get(&format!("/ar/cases/{code}?k={key}")).await.ok().shows("order.pdf");
    let asked = case.clone();
    let order = town.reads(move |rx| payments::order_of(rx, &asked)).await.unwrap();
    let cashier = town.clerk("cashier").await;
    assert!(cashier.get(&format!("/desk/cash/orders/{}/order.pdf", order.id)).await.ok().bytes.starts_with(b"%PDF-"));
    cashier.get(&format!("/desk/orders/{}/order.pdf", order.id)).await.is(403);
    let handler = town.clerk("dgs").await;
    assert!(handler.get(&format!("/desk/orders/{}/order.pdf", order.id)).await.ok().bytes.starts_with(b"%PDF-"));
    town.clerk("councillor").await.get(&format!("/desk/orders/{}/order.pdf", order.id)).await.is(403);
    let verify = format!("/fr/verify/{}", order.code);
    town.visitor().get(&verify).await.ok().shows("authentique, à payer");
    let fee = format!("/fr/desk/{case}/dues/repair");
    cashier.post(&fee, &[("sum", "250"), ("why", "error")]).await.is(403);
    let chief = town.clerk("dgs").await;
    chief.get(&format!("/fr/desk/{case}")).await.ok().shows("Corriger");
    chief.post(&fee, &[("sum", "250"), ("why", "ordered")]).await.is(422);
    chief.post(&fee, &[("sum", "250"), ("why", "error")]).await.sent_to();
    town.visitor().get(&verify).await.ok().shows("a été annulé").shows_not("à payer");
    let asked = case.clone();
    let second = town.reads(move |rx| payments::order_of(rx, &asked)).await.unwrap();
    assert_eq!((second.amount, second.count), (kernel::Money::dirhams(250), order.count + 1));
    cashier.get(&format!("/fr/desk/cash/orders/{}", order.id)).await.ok().shows(&format!("<bdi>{}</bdi>", second.number()));
}
