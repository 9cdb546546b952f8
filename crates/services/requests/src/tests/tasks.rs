//! What is read by who only has a task, or an opinion to give: the works, the place and the papers, not the person.

use super::*;
use kernel::Id;

const NAME: &str = "ليلى بنعيسى";
const CARD: &str = "AB123456";

/// A request that is being studied.
async fn studied(town: &Town) -> cases::Case {
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    for piece in ["lease", "consent"] {
        visitor.post_file(&format!("/ar/drafts/{code}/pieces"), &[], &format!("piece-{piece}"), "عقد.pdf", PDF).await.sent_to();
    }
    let receipt = visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.sent_to();
    let code = receipt.split('/').nth(3).unwrap().to_owned();
    town.does(move |tx| {
        let case = cases::by_code(tx, &code)?;
        cases::act(tx, &case.id, "take", &cases::Given::default(), false)
    })
    .await
}

async fn unit(town: &Town, code: &'static str) -> Id {
    town.reads(move |rx| Ok(units::by_code(rx, code, None)?.unwrap().id)).await
}

#[tokio::test]
async fn who_is_only_asked_reads_what_it_is_about_and_not_whose_it_is() {
    let town = town().await;
    let case = studied(&town).await;
    let file = format!("/fr/desk/{}", case.id);
    let handler = town.clerk_in("agent", Some(case.unit.clone()), None).await;
    handler.get(&file).await.ok().shows(NAME).shows(CARD).shows("صباغة الواجهة");
    let (roads, id) = (unit(&town, "roads").await, case.id.clone());
    let task = cases::NewTask { unit: Some(roads.clone()), words: "Mesurer le trottoir".into(), ..Default::default() };
    town.does(move |tx| cases::ask_task(tx, &id, &task).map(drop)).await;
    for asked in [roads, unit(&town, "urban-control").await] {
        let asked = town.clerk_in("agent", Some(asked), None).await;
        let page = asked.get(&file).await.ok();
        page.shows("صباغة الواجهة").shows("زنقة 12").shows("/desk/pieces/").shows_not(NAME).shows_not(CARD);
    }
}

#[tokio::test]
async fn the_page_offers_the_opinion_to_its_service_and_the_copy_of_a_paper_to_who_studies() {
    let town = town().await;
    let case = studied(&town).await;
    let file = format!("/fr/desk/{}", case.id);
    let handler = town.clerk_in("agent", Some(case.unit.clone()), None).await;
    let asked = town.clerk_in("agent", Some(unit(&town, "urban-control").await), None).await;
    handler.get(&file).await.ok().shows("Transcrire l&#39;avis").shows("opinion_source").shows_not("Donner l&#39;avis");
    asked.get(&file).await.ok().shows("Donner l&#39;avis").shows_not("opinion_source");
    let paper = [("verdict", "reserved"), ("opinion_words", "De jour."), ("voice", "paper"), ("opinion_source", "")];
    handler.post(&format!("{file}/opinions/control"), &paper).await.is(422).shows("De jour.").shows("Écrivez qui a signé");
    asked.post(&format!("{file}/opinions/control"), &[("verdict", "favourable"), ("voice", "own")]).await.is(303);
    asked.get(&file).await.ok().shows("Corriger l&#39;avis");
    handler.get(&file).await.ok().shows_not("Transcrire l&#39;avis").shows_not("opinion_source");
}

#[tokio::test]
async fn words_alone_are_no_completion_and_the_page_says_so() {
    let town = town().await;
    let case = studied(&town).await;
    let id = case.id.clone();
    let link = town
        .does(move |tx| {
            let given = cases::Given { words: "Le bail est illisible.".into(), ..Default::default() };
            let case = cases::act(tx, &id, "ask_pieces", &given, false)?;
            cases::link(tx, &case.code)
        })
        .await;
    let page = format!("/fr/requests/{}/pieces?{}", case.code, link.split_once('?').unwrap().1);
    town.visitor().post(&page, &[("words", "Je l'ai déjà donné.")]).await.is(422).shows("remis depuis la demande");
    town.clock.advance_secs(3_600);
    town.visitor().post_file(&page, &[], "piece-lease", "bail.pdf", PDF).await.sent_to();
    assert_eq!(state(&town, case.code.clone()).await, "study");
}
