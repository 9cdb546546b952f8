//! Tasks: who sees the file, who may end them, and what never leaves its unit.

use super::*;

#[tokio::test]
async fn a_task_opens_the_file_to_the_unit_that_is_asked_until_it_is_done() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let own = case.unit.clone();
    let other = town
        .reads(move |rx| {
            let mut all = units::all(rx)?.into_iter().map(|unit| unit.id);
            Ok(all.find(|unit| !units::covers(rx, unit, &own).unwrap()).unwrap())
        })
        .await;
    let agent = town.clerk_in("agent", Some(case.unit.clone()), None).await;
    let asked = town.clerk_in("agent", Some(other.clone()), None).await;
    let (file, to) = (format!("/fr/desk/{}", case.id), format!("unit:{other}"));
    asked.get(&file).await.is(404);
    agent.post(&format!("{file}/tasks"), &[("task", "Mesurer le trou"), ("task_for", "unit:nobody")]).await.is(422);
    agent.post(&format!("{file}/tasks"), &[("task", " "), ("task_for", &to)]).await.is(422);
    agent
        .post(&format!("{file}/tasks"), &[("task", "Mesurer le trou"), ("task_for", &to), ("task_due", "2001-01-01")])
        .await
        .is(422);
    agent.post(&format!("{file}/tasks"), &[("task", "Mesurer le trou"), ("task_for", &to)]).await.is(303);
    asked.get("/fr/desk?view=tasks").await.ok().shows(&case.code);
    agent.get("/fr/desk?view=tasks").await.ok().shows_not(&case.code);
    asked.get(&file).await.ok().shows("Mesurer le trou").shows_not("6 12 34 56 78");
    asked.post(&format!("{file}/act"), &[("action", "take")]).await.is(403);
    let id = case.clone();
    let task = town.reads(move |rx| Ok(store::tasks::of(rx, &id)?.remove(0))).await;
    let raw = town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM cases_tasks WHERE words LIKE '%Mesurer%'", vec![])).await;
    assert_eq!(raw, 0, "what is asked is sealed");
    asked.post(&format!("{file}/tasks/{}/end", task.id), &[("state", "done")]).await.is(303);
    asked.get(&file).await.is(404);
    agent.get(&file).await.ok().shows("Faite");
}

#[tokio::test]
async fn an_answer_with_a_hole_is_refused_and_nothing_typed_is_lost() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let agent = town.clerk_in("agent", Some(case.unit.clone()), None).await;
    let act = format!("/fr/desk/{}/act", case.id);
    let form = [("action", "answer"), ("words", "Refusé : {reason}."), ("outcome", "done"), ("case", "SAL-1111")];
    agent.post(&act, &form).await.is(422).shows("{reason}").shows("Refusé :").shows("SAL-1111").shows("value=\"done\" selected");
    let told = [("words", "Répondez avant le {date}.")];
    agent.post(&format!("/fr/desk/{}/tell", case.id), &told).await.is(422);
    agent.post(&act, &[("action", "answer"), ("words", "Fait, {sic} et accolade {"), ("outcome", "done")]).await.is(422);
    agent.post(&act, &[("action", "answer"), ("words", "Fait, accolade { seule"), ("outcome", "done")]).await.is(303);
}

#[tokio::test]
async fn a_restricted_file_goes_to_no_other_unit_and_a_decision_ends_what_is_open() {
    let town = Town::with(modules()).await;
    let case = opened(&town, 1, Some(LAYAYDA)).await;
    let (own, id) = (case.unit.clone(), case.id.clone());
    let other = town.reads(move |rx| Ok(units::all(rx)?.into_iter().find(|unit| unit.id != own).unwrap().id)).await;
    let (unit, to) = (other.clone(), id.clone());
    let task = move |unit: &Id| crate::NewTask { unit: Some(unit.clone()), words: "قياس".into(), ..Default::default() };
    let ask = task(&unit);
    town.does(move |tx| crate::ask_task(tx, &to, &ask)).await;
    let to = id.clone();
    town.does(move |tx| {
        actions::act(tx, &to, "answer", &Given { words: "تم".into(), outcome: Some("done".into()), ..Given::default() }, false)
    })
    .await;
    let found = case.clone();
    let states =
        town.reads(move |rx| Ok(store::tasks::of(rx, &found)?.into_iter().map(|task| task.state).collect::<Vec<_>>())).await;
    assert_eq!(states, [crate::TaskState::Dropped]);
    let secret = opened(&town, 2, Some(LAYAYDA)).await;
    let (id, ask) = (secret.id.clone(), task(&other));
    town.does(move |tx| {
        let mut case = store::find(tx, &id)?;
        case.restricted = true;
        store::update(tx, &case)
    })
    .await;
    let id = secret.id.clone();
    let refused = town.tries(move |tx| crate::ask_task(tx, &id, &ask)).await;
    assert_eq!(refused.err().unwrap().code(), "cases-task-nobody");
}
