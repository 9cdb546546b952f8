//! Several people at one procedure: who is a second person, and whose text stays.

use super::versions::{body, key, town};
use crate::NewProcedure;
use kernel::{Id, Label, Lang, Phone};
use platform::{Actor, Result, Scope, Tx};
use testing::{Town, Visitor};

const AT: &str = "/fr/admin/procedures/repair-permit/2";

/// An account of a person; both by number.
async fn by<T: Send + 'static>(
    town: &Town,
    account: u8,
    person: &Id,
    action: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
) -> Result<T> {
    let grants = [platform::Grant {
        role: "administrator".into(),
        permissions: vec!["procedures.edit".into(), "procedures.publish".into()],
        unit: None,
        area: None,
    }];
    let account = Id::new(format!("0192f0c4-0000-7000-8000-00000000001{account}"));
    let actor = Actor::Staff { account, person: person.clone(), grants: grants.into() };
    town.app.store().write(Scope { tenant: testing::SALE.into(), actor }, action).await
}

async fn someone(town: &Town, phone: &'static str) -> Id {
    town.does(move |tx| {
        let phone = Phone::parse(phone);
        let new = people::NewPerson {
            name: "Hind".into(),
            phone,
            email: None,
            cin: None,
            lang: Lang::Ar,
            level: people::Level::Declared,
        };
        people::add(tx, new)
    })
    .await
}

async fn proposed(town: &Town, person: &Id) {
    by(town, 1, person, |tx| {
        let version = crate::begin(tx, "repair-permit")?;
        let text = body(tx, "repair-permit", version)?.replace("Permis de réfection\", en", "Petits travaux\", en");
        crate::save(tx, "repair-permit", version, &text)?;
        crate::propose(tx, "repair-permit", version, "")
    })
    .await
    .unwrap();
}

async fn publishes(town: &Town, account: u8, person: &Id) -> Result<()> {
    by(town, account, person, |tx| crate::publish(tx, "repair-permit", 2)).await
}

#[tokio::test]
async fn two_accounts_of_one_agent_are_one_person() {
    let town = town().await;
    let (hind, nadia) = (someone(&town, "0661000001").await, someone(&town, "0661000002").await);
    proposed(&town, &hind).await;
    assert_eq!(key(publishes(&town, 1, &hind).await), "procedures-second-person");
    assert_eq!(key(publishes(&town, 2, &hind).await), "procedures-second-account");
    publishes(&town, 3, &nadia).await.unwrap();
}

#[tokio::test]
async fn two_records_with_one_telephone_are_one_person() {
    let town = town().await;
    let (hind, again) = (someone(&town, "0661000001").await, someone(&town, "0661000001").await);
    proposed(&town, &hind).await;
    assert_eq!(key(publishes(&town, 2, &again).await), "procedures-second-account");
}

#[tokio::test]
async fn who_acts_for_another_is_no_second_person_until_that_ends() {
    let town = town().await;
    let (hind, nadia, karim) =
        (someone(&town, "0661000001").await, someone(&town, "0661000002").await, someone(&town, "0661000003").await);
    proposed(&town, &hind).await;
    let (of, to) = (hind.clone(), nadia.clone());
    let mandate = town
        .does(move |tx| {
            let today = tx.today();
            people::give_mandate(
                tx,
                people::NewMandate {
                    holder: to.clone(),
                    for_person: of.clone(),
                    matter: "Tout".into(),
                    proof: "Lettre".into(),
                    starts_on: today,
                    ends_on: today.plus_days(30),
                },
            )
        })
        .await;
    assert_eq!(key(publishes(&town, 2, &nadia).await), "procedures-second-acts-for");
    town.does(move |tx| people::end_mandate(tx, &mandate)).await;
    let (of, to) = (hind.clone(), karim.clone());
    let absence = town
        .does(move |tx| {
            let today = tx.today();
            let away = units::NewAbsence {
                person: of.clone(),
                starts_on: today,
                ends_on: today.plus_days(3),
                delegate: Some(to.clone()),
            };
            units::note_absence(tx, away)
        })
        .await;
    assert_eq!(key(publishes(&town, 3, &karim).await), "procedures-second-acts-for");
    town.does(move |tx| units::cancel_absence(tx, &absence)).await;
    publishes(&town, 3, &karim).await.unwrap();
}

async fn send(who: &Visitor, text: &str, stamp: &str) -> testing::Reply {
    who.post(&format!("{AT}/toml"), &[("text", text), ("stamp", stamp)]).await
}

async fn text_and_stamp(clerk: &Visitor) -> (String, String) {
    let page = clerk.get(&format!("{AT}/toml")).await.ok().text();
    let stamp = page.split("name=\"stamp\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    (clerk.get("/admin/procedures.toml?id=repair-permit&version=2").await.ok().text(), stamp)
}

#[tokio::test]
async fn the_last_of_two_who_write_the_text_is_told_and_loses_nothing() {
    let town = town().await;
    let (one, other) = (town.clerk("administrator").await, town.clerk("administrator").await);
    one.post("/fr/admin/procedures/repair-permit", &[]).await.is(303);
    let (text, stamp) = text_and_stamp(&one).await;
    let (theirs, mine) = (text.replace("Façade\"", "Façade sur rue\""), text.replace("Carrelage\"", "Carreaux\""));
    send(&other, &theirs, &stamp).await.is(303);
    let refused = send(&one, &mine, &stamp).await.is(409);
    let refused = refused.shows("Carreaux").shows("Façade sur rue").shows("entre-temps").shows_not("data-saving");
    assert_eq!(text_and_stamp(&one).await.0, theirs, "nothing was saved");
    // Whoever has seen both may save over it.
    let seen = refused.text().split("name=\"stamp\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_ne!(seen, stamp);
    send(&one, &mine, &seen).await.is(303);
    assert_eq!(text_and_stamp(&one).await.0, mine);
    // The same text is no conflict: it was sent twice.
    send(&one, &mine, &stamp).await.is(303);
    one.post_file(&format!("{AT}/toml"), &[("stamp", "old")], "file", "p21.toml", theirs.as_bytes()).await.is(409);
}

#[tokio::test]
async fn a_model_is_sound_from_the_first_moment() {
    let town = town().await;
    let models =
        town.reads(|rx| Ok(rx.fact::<crate::Country>()?.models.iter().map(|one| one.id.clone()).collect::<Vec<_>>())).await;
    assert_eq!(models, ["simple", "certificate", "commission"]);
    for (number, model) in models.into_iter().enumerate() {
        let faults = town
            .does(move |tx| {
                let new = NewProcedure {
                    id: model.clone(),
                    code: format!("L0{number}"),
                    like: None,
                    model: Some(model.clone()),
                    title: Label::new("قطعة", "Parcelle"),
                };
                crate::begin_new(tx, &new)?;
                let version = crate::store::versions::one(tx, &model, 1)?;
                assert!(version.body.contains("Parcelle") && !version.body.contains("hint = { ar = \"يدرس"));
                crate::draft_faults(tx, &version)
            })
            .await;
        // But for the texts of law that a permit rests on, which no model can know.
        assert!(faults.iter().all(|fault| fault.why.key == "procedures-fault-law-no-basis"), "{faults:?}");
    }
}
