//! Opinions: who speaks for a service, what is copied from paper, what is corrected, and what a task does not end.

use super::requests::{asked, door, handler, now, unit};
use super::*;
use crate::{OpinionView, TaskState, Verdict};

async fn opinion(town: &Town, case: &Case) -> OpinionView {
    let case = case.clone();
    town.reads(move |rx| Ok(store::opinions::of(rx, &case)?.remove(0))).await
}

/// A repair permit that is being studied; the control service is asked.
async fn studied(town: &Town) -> Case {
    let case = asked(town, 1).await;
    handler(town, &case).await.post(&door(&case, "act"), &[("action", "take")]).await.is(303);
    case
}

#[tokio::test]
async fn only_the_service_that_was_asked_gives_its_opinion() {
    let town = Town::with(modules()).await;
    let case = studied(&town).await;
    let control = unit(&town, "urban-control").await;
    let studying = handler(&town, &case).await;
    let give = door(&case, "opinions/control");
    let own = [("verdict", "favourable"), ("voice", "own")];
    studying.post(&give, &own).await.is(422).shows("Seul le service consulté");
    town.clerk_in("agent", Some(unit(&town, "roads").await), None).await.post(&give, &own).await.is(404);
    let neighbour = town.clerk_in("counter_clerk", Some(control.clone()), None).await;
    neighbour.post(&give, &own).await.is(403);
    let asked = town.clerk_in("agent", Some(control), None).await;
    asked.post(&give, &own).await.is(303);
    let said = opinion(&town, &case).await;
    assert_eq!((said.verdict, said.source.as_deref()), (Some(Verdict::Favourable), None));
    assert!(said.given_by.unwrap().starts_with("staff:"));
    // It may be mended by its own service until the decision, and what stood there stays.
    asked.get(&format!("/fr/desk/{}", case.id)).await.ok();
    studying.post(&give, &[("verdict", "favourable"), ("voice", "paper"), ("opinion_source", "x")]).await.is(422);
    let other = [("verdict", "unfavourable"), ("opinion_words", "Mur porteur touché."), ("voice", "own")];
    asked.post(&give, &other).await.is(303);
    asked.post(&give, &[("verdict", "reserved"), ("opinion_words", "Mur à étayer."), ("voice", "own")]).await.is(303);
    studying.get(&format!("/fr/desk/{}", case.id)).await.ok().shows("Avis corrigé").shows("Mur porteur touché.");
    let id = case.id.clone();
    town.does(move |tx| actions::act(tx, &id, "withdraw", &Given::default(), true)).await;
    asked.post(&give, &own).await.is(404);
}

#[tokio::test]
async fn a_chief_above_speaks_for_a_service_of_the_commune_and_for_nobody_outside() {
    let town = Town::with(modules()).await;
    let case = studied(&town).await;
    let chief = town.clerk_in("service_head", Some(unit(&town, "urbanism").await), None).await;
    chief.get(&format!("/fr/desk/{}", case.id)).await.ok().shows_not("6 12 34 56 78");
    chief.post(&door(&case, "opinions/control"), &[("verdict", "favourable"), ("voice", "own")]).await.is(303);
    let (operator, id) = (unit(&town, "network-operator").await, case.id.clone());
    town.does(move |tx| {
        tx.execute(
            "UPDATE cases_opinions SET unit = $2, verdict = NULL, given_at = NULL WHERE case_id = $1",
            platform::args![id, operator],
        )
    })
    .await;
    let president = town.clerk("president").await;
    president.post(&door(&case, "opinions/control"), &[("verdict", "favourable"), ("voice", "own")]).await.is(422);
}

#[tokio::test]
async fn an_opinion_on_paper_says_who_signed_it() {
    let town = Town::with(modules()).await;
    let case = studied(&town).await;
    let studying = handler(&town, &case).await;
    let give = door(&case, "opinions/control");
    let paper = |source: &'static str| [("verdict", "favourable"), ("voice", "paper"), ("opinion_source", source)];
    studying.post(&give, &paper(" ")).await.is(422).shows("qui a signé");
    studying.post(&give, &paper("Le chef du contrôle, n° 12 du 23/11/2026")).await.is(303);
    let said = opinion(&town, &case).await;
    assert_eq!(said.source.as_deref(), Some("Le chef du contrôle, n° 12 du 23/11/2026"));
    let raw = town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM cases_opinions WHERE source LIKE '%chef%'", vec![])).await;
    assert_eq!(raw, 0, "who signed is sealed");
    studying.post(&give, &paper("Le chef du contrôle, n° 13")).await.is(303);
    // The service itself may take its place.
    let asked = town.clerk_in("agent", Some(said.unit), None).await;
    asked.post(&give, &[("verdict", "reserved"), ("opinion_words", "De jour."), ("voice", "own")]).await.is(303);
    assert_eq!(opinion(&town, &case).await.source, None);
}

#[tokio::test]
async fn the_task_of_an_opinion_ends_with_the_opinion() {
    let town = Town::with(modules()).await;
    let case = studied(&town).await;
    let said = opinion(&town, &case).await;
    let end = door(&case, &format!("tasks/{}/end", said.task));
    let asked = town.clerk_in("agent", Some(said.unit), None).await;
    asked.get(&format!("/fr/desk/{}", case.id)).await.ok().shows("Se termine avec l&#39;avis").shows_not(&end);
    for clerk in [&handler(&town, &case).await, &asked] {
        clerk.post(&end, &[("state", "done")]).await.is(422).shows("Cette tâche est un avis");
        clerk.post(&end, &[("state", "dropped")]).await.is(422);
    }
    asked.post(&door(&case, "opinions/control"), &[("verdict", "favourable"), ("voice", "own")]).await.is(303);
    let found = now(&town, &case).await;
    let tasks = town.reads(move |rx| store::tasks::of(rx, &found)).await;
    assert_eq!(tasks[0].state, TaskState::Done);
}
