//! A paper that several persons sign, one after the other.

use super::{PIN, member, papers, signer, state, town};
use crate::keys::trusted;
use crate::model::PaperState;
use cases::Given;
use kernel::Id;
use procedures::Typed;
use testing::{SALE, Town, Visitor};

/// A permit to subdivide that waits for its signatures, paid.
pub async fn subdivision(town: &Town) -> (Id, crate::Paper) {
    let case = town
        .does(|tx| {
            let procedure = procedures::procedure(tx, "subdivision")?;
            let with = procedures::with(tx)?;
            let typed = procedures::sample(&procedure, &Typed::new(), &with);
            Ok((procedure, typed))
        })
        .await;
    let (procedure, typed) = case;
    let visitor = town.visitor();
    let draft = visitor.post("/ar/procedures/subdivision/start", &[]).await.sent_to();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    let mut fields: Vec<(&str, &str)> = typed.iter().map(|(name, values)| (name.as_str(), values[0].as_str())).collect();
    fields.push(("place_words", "زنقة 12"));
    for page in procedure.pages.iter().filter(|page| !["pieces", "check"].contains(&page.id.as_str())) {
        visitor.post(&format!("/ar/drafts/{code}/{}", page.id), &fields).await.sent_to();
    }
    for piece in procedure.service.pieces.iter().filter(|piece| piece.is_asked()) {
        let name = format!("piece-{}", piece.id);
        visitor.post_file(&format!("/ar/drafts/{code}/pieces"), &[], &name, "x.pdf", b"%PDF-1.7\n%%EOF\n").await.sent_to();
    }
    let receipt = visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let code = receipt.split('/').nth(3).unwrap().to_owned();
    let case = town.reads(move |rx| Ok(cases::by_code(rx, &code)?.id)).await;
    let asked = case.clone();
    town.does(move |tx| {
        for action in ["take", "propose_grant"] {
            cases::act(tx, &asked, action, &Given::default(), false)?;
        }
        Ok(())
    })
    .await;
    town.drain().await;
    super::pay(town, &case).await;
    let paper = papers(town, &case).await.pop().unwrap();
    (case, paper)
}

fn address(paper: &crate::Paper) -> String {
    format!("/fr/desk/papers/{}/sign", paper.id)
}

async fn sign(visitor: &Visitor, paper: &crate::Paper) -> testing::Reply {
    visitor.post(&address(paper), &[("pin", PIN)]).await
}

#[tokio::test]
async fn the_head_of_service_signs_first_and_the_last_signature_decides() {
    let town = town().await;
    let (case, draft) = subdivision(&town).await;
    assert_eq!((draft.before.as_slice(), draft.turn), (&["service_head".to_owned()][..], 0));
    let president = signer(&town, "president", "N. Benali").await;
    let head = signer(&town, "service_head", "A. Harakat").await;
    // Not the president's turn yet, and never that of a head of another service.
    sign(&president, &draft).await.is(404);
    let lights = town.reads(|rx| Ok(units::by_code(rx, "roads", None)?.unwrap().id)).await;
    sign(&town.clerk_in("service_head", Some(lights), None).await, &draft).await.is(404);
    president.get("/fr/desk/papers").await.ok().shows_not(draft.id.as_str());
    head.get("/fr/desk/papers").await.ok().shows("Votre signature précède");
    let told = sign(&head, &draft).await.sent_to();
    head.get(&told).await.ok().shows("passe au signataire suivant").shows("A. Harakat");
    let half = papers(&town, &case).await.pop().unwrap();
    assert_eq!((half.state, half.turn, state(&town, &case).await.as_str()), (PaperState::Made, 1, "to_grant"));
    town.visitor().get(&format!("/fr/verify/{}", half.code)).await.ok().shows("non valable");
    sign(&head, &draft).await.is(404);
    sign(&president, &draft).await.sent_to();
    let issued = papers(&town, &case).await.pop().unwrap();
    assert_eq!((issued.state, issued.turn, state(&town, &case).await.as_str()), (PaperState::Issued, 2, "granted"));
    let pdf = town.app.blobs().get(SALE, issued.blob.as_deref().unwrap()).unwrap();
    let report = signing::verify(&pdf, &trusted(&town.app, SALE).await.unwrap());
    assert!(report.holds(), "{report:?}");
    let mut names: Vec<_> = report.signatures.iter().filter_map(|one| one.signer.clone()).collect();
    names.sort();
    assert_eq!(names, ["A. Harakat", "N. Benali"]);
    sign(&president, &draft).await.is(422);
}

#[tokio::test]
async fn who_has_signed_as_head_does_not_decide_as_well() {
    let town = town().await;
    let (case, draft) = subdivision(&town).await;
    let head = signer(&town, "service_head", "A. Harakat").await;
    let (_, person) = member(&town, "service_head").await;
    town.does(move |tx| {
        let grant = platform::access::GrantRow {
            id: tx.new_id(),
            person: person.clone(),
            role: "president".into(),
            unit: None,
            area: None,
            starts_on: tx.today(),
            ends_on: None,
            decision: "test".into(),
        };
        platform::access::add_grant(tx, &grant)
    })
    .await;
    sign(&head, &draft).await.sent_to();
    sign(&head, &draft).await.is(404);
    assert_eq!(state(&town, &case).await, "to_grant");
}

#[tokio::test]
async fn a_draft_sent_back_lapses_with_the_signatures_it_had() {
    let town = town().await;
    let (case, draft) = subdivision(&town).await;
    let head = signer(&town, "service_head", "A. Harakat").await;
    sign(&head, &draft).await.sent_to();
    super::does(&town, &case, "send_back", "ناقص").await;
    super::does(&town, &case, "propose_grant", "").await;
    let all = papers(&town, &case).await;
    let told: Vec<_> = all.iter().map(|paper| (paper.state, paper.turn)).collect();
    assert_eq!(told, [(PaperState::Cancelled, 1), (PaperState::Made, 0)]);
}
