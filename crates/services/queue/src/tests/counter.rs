//! Counters: who is called, by whom, and what becomes of him.

use super::*;
use crate::model::State;
use std::collections::BTreeSet;
use std::sync::Arc;

#[tokio::test]
async fn people_are_called_in_their_order_each_to_one_counter() {
    let hall = Hall::open().await;
    for _ in 0..3 {
        hall.take(CIVIL).await;
    }
    hall.take(LEGAL).await;
    let (one, two, three) = (hall.agent(0).await, hall.agent(1).await, hall.agent(2).await);
    assert_eq!(next(&hall, &one).await.as_deref(), Some("A1"));
    assert_eq!(next(&hall, &two).await.as_deref(), Some("A2"));
    assert_eq!(next(&hall, &three).await.as_deref(), Some("B1"));
    // A second touch of the same button calls nobody more.
    assert_eq!(next(&hall, &one).await.as_deref(), Some("A1"));
    let base = standing(&one).await;
    one.post(&format!("{base}/begin"), &[]).await.redirects_to("/fr/desk/queue");
    one.post(&format!("{base}/done"), &[("outcome", "served"), ("next", "yes")]).await.redirects_to("/fr/desk/queue");
    assert_eq!(next(&hall, &one).await.as_deref(), Some("A3"));
    // What the page named is over: nothing happens twice.
    one.post(&format!("{base}/done"), &[("outcome", "served")]).await.is(422).shows("a changé");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn however_many_agents_call_at_once_no_two_call_the_same() {
    let hall = Hall::open().await;
    let (site, unit_counters) = (hall.site.clone(), 12);
    let counters: Vec<Id> = hall
        .town
        .does(move |tx| {
            (0..unit_counters)
                .map(|n| {
                    let counter = Counter {
                        id: tx.new_id(),
                        site: site.clone(),
                        label: format!("{}", n + 10),
                        seats: 1,
                        priority: false,
                        retired_on: None,
                    };
                    sites::save_counter(tx, counter, &[CIVIL.to_owned()])
                })
                .collect()
        })
        .await;
    for _ in 0..30 {
        hall.take(CIVIL).await;
    }
    let mut agents = Vec::new();
    for counter in &counters {
        let agent = hall.town.clerk("counter_clerk").await;
        agent.post("/fr/desk/queue/open", &[("counter", counter.as_str())]).await.redirects_to("/fr/desk/queue");
        agents.push(Arc::new(agent));
    }
    let mut seen = BTreeSet::new();
    for _ in 0..2 {
        let rush: Vec<_> = agents
            .iter()
            .cloned()
            .map(|agent| tokio::spawn(async move { agent.post("/fr/desk/queue/next", &[]).await.status.as_u16() }))
            .collect();
        for call in rush {
            assert_eq!(call.await.unwrap(), 303);
        }
        for agent in &agents {
            let base = standing(agent).await;
            assert!(seen.insert(base.clone()), "{base} was called twice");
            agent.post(&format!("{base}/begin"), &[]).await.sent_to();
            agent.post(&format!("{base}/done"), &[("outcome", "served")]).await.sent_to();
        }
    }
    assert_eq!(seen.len(), 24);
}

#[tokio::test]
async fn who_does_not_come_is_called_again_then_set_aside_and_comes_back_to_the_front() {
    let hall = Hall::open().await;
    let first = hall.give(CIVIL, None, Some("0612345678")).await;
    hall.take(CIVIL).await;
    hall.give(CIVIL, Some(Priority::Elderly), None).await;
    let agent = hall.agent(0).await;
    // Priority goes first, then the first who came.
    assert_eq!(next(&hall, &agent).await.as_deref(), Some("A3"));
    let base = standing(&agent).await;
    agent.post(&format!("{base}/begin"), &[]).await.sent_to();
    agent.post(&format!("{base}/done"), &[("outcome", "papers"), ("next", "yes")]).await.sent_to();
    let base = standing(&agent).await;
    agent.post(&format!("{base}/absent"), &[]).await.is(422).shows("Rappelez une fois");
    agent.post(&format!("{base}/again"), &[]).await.sent_to();
    agent.post(&format!("{base}/absent"), &[]).await.sent_to();
    assert_eq!(hall.ticket(&first.id).await.state, State::Aside);
    let visitor = hall.town.visitor();
    let page = format!("/fr/queue/tickets/{}", first.code);
    visitor.get(&page).await.ok().shows("Je suis là");
    hall.town.clock.advance_secs(600);
    visitor.post(&format!("{page}/back"), &[]).await.redirects_to(&page);
    assert_eq!(next(&hall, &agent).await.as_deref(), Some("A1"));
}

#[tokio::test]
async fn who_does_not_come_back_in_time_has_missed_his_turn() {
    let hall = Hall::open().await;
    let first = hall.take(CIVIL).await;
    let agent = hall.agent(0).await;
    next(&hall, &agent).await;
    let base = standing(&agent).await;
    agent.post(&format!("{base}/again"), &[]).await.sent_to();
    agent.post(&format!("{base}/absent"), &[]).await.sent_to();
    hall.town.clock.advance_secs(901);
    hall.town.drain().await;
    assert_eq!(hall.ticket(&first.id).await.state, State::Missed);
    let page = format!("/fr/queue/tickets/{}", first.code);
    hall.town.visitor().post(&format!("{page}/back"), &[]).await.is(422).shows("est passé");
}

#[tokio::test]
async fn a_counter_closed_with_a_person_called_sends_him_back_to_the_front() {
    let hall = Hall::open().await;
    let first = hall.take(CIVIL).await;
    hall.give(CIVIL, Some(Priority::Disabled), None).await;
    let agent = hall.agent(0).await;
    next(&hall, &agent).await;
    let base = standing(&agent).await;
    agent.post(&format!("{base}/begin"), &[]).await.sent_to();
    agent.post("/fr/desk/queue/close", &[]).await.is(422).shows("Terminez d’abord");
    agent.post(&format!("{base}/done"), &[("outcome", "served"), ("next", "yes")]).await.sent_to();
    agent.post("/fr/desk/queue/close", &[]).await.redirects_to("/fr/desk/queue");
    assert_eq!(hall.ticket(&first.id).await.state, State::Waiting);
    hall.give(CIVIL, Some(Priority::Pregnant), None).await;
    let other = hall.agent(1).await;
    assert_eq!(next(&hall, &other).await.as_deref(), Some("A1"));
}

#[tokio::test]
async fn one_agent_has_one_counter_and_one_counter_one_agent() {
    let hall = Hall::open().await;
    let agent = hall.agent(0).await;
    let fields = [("counter", hall.counters[1].as_str())];
    agent.post("/fr/desk/queue/open", &fields).await.is(422).shows("déjà un guichet ouvert");
    let other = hall.town.clerk("counter_clerk").await;
    other.post("/fr/desk/queue/open", &[("counter", hall.counters[0].as_str())]).await.is(422).shows("Un autre agent");
    other.post("/fr/desk/queue/next", &[]).await.is(422).shows("Ouvrez d’abord");
    agent.post("/fr/desk/queue/pause", &[("why", "prayer")]).await.sent_to();
    agent.get("/fr/desk/queue").await.ok().shows("Prière").shows("Reprendre");
    agent.post("/fr/desk/queue/next", &[]).await.is(422).shows("en pause");
    agent.post("/fr/desk/queue/resume", &[]).await.sent_to();
    agent.post("/fr/desk/queue/next", &[]).await.sent_to();
}

#[tokio::test]
async fn who_is_sent_to_another_counter_keeps_his_place() {
    let hall = Hall::open().await;
    let first = hall.take(CIVIL).await;
    hall.town.clock.advance_secs(300);
    hall.take(LEGAL).await;
    let agent = hall.agent(0).await;
    next(&hall, &agent).await;
    let base = standing(&agent).await;
    agent.post(&format!("{base}/begin"), &[]).await.sent_to();
    agent.post(&format!("{base}/transfer"), &[("matter", "nothing")]).await.is(422).shows("pas servi");
    agent.post(&format!("{base}/transfer"), &[("matter", LEGAL)]).await.sent_to();
    let other = hall.agent(2).await;
    assert_eq!(next(&hall, &other).await.as_deref(), Some("A1"));
    assert_eq!(hall.ticket(&first.id).await.matter, LEGAL);
}

#[tokio::test]
async fn the_head_of_the_counters_sees_them_all_and_closes_one_whose_agent_went() {
    let hall = Hall::open().await;
    let first = hall.take(CIVIL).await;
    let agent = hall.agent(0).await;
    next(&hall, &agent).await;
    let page = format!("/fr/desk/queue/sites/{}", hall.site);
    agent.get(&page).await.ok().shows("Guichet").shows_not("/posts/");
    let chief = hall.town.clerk("counter_chief").await;
    let shown = chief.get(&page).await.ok().text();
    let close = shown
        .split("action=\"")
        .find(|rest| rest.starts_with("/fr/desk/queue/posts/"))
        .and_then(|rest| rest.split('"').next())
        .unwrap()
        .to_owned();
    agent.post(&close, &[]).await.is(403);
    chief.post(&close, &[]).await.redirects_to(&page);
    assert_eq!(hall.ticket(&first.id).await.state, State::Waiting);
    hall.town.clerk("moderator").await.get("/fr/desk/queue").await.is(403);
}
