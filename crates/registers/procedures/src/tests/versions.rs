//! Versions in a running town: a draft, a second person, what runs, and what older cases keep.

use crate::{NewProcedure, VersionState};
use kernel::{Id, Label};
use platform::{Actor, Problem, Result, Scope, Tx};
use testing::Town;

pub fn modules() -> Vec<platform::Module> {
    vec![calendar::module(), places::module(), units::module(), sending::module(), people::module(), crate::module()]
}

pub async fn town() -> Town {
    Town::with(modules()).await
}

/// An action of one of two members of staff.
async fn by<T: Send + 'static>(town: &Town, who: u8, action: impl FnMut(&mut Tx) -> Result<T> + Send + 'static) -> Result<T> {
    let id = |kind: u8| Id::new(format!("0192f0c4-0000-7000-8000-0000000000{kind}{who}"));
    let grants = [platform::Grant {
        role: "administrator".into(),
        permissions: vec!["procedures.edit".into(), "procedures.publish".into()],
        unit: None,
        area: None,
    }];
    let actor = Actor::Staff { account: id(1), person: id(2), grants: grants.into() };
    town.app.store().write(Scope { tenant: testing::SALE.into(), actor }, action).await
}

pub fn body(tx: &mut Tx, id: &str, version: i64) -> Result<String> {
    Ok(crate::store::versions::one(tx, id, version)?.body)
}

async fn change(town: &Town, from: &'static str, to: &'static str) -> i64 {
    by(town, 1, move |tx| {
        let version = crate::begin(tx, "repair-permit")?;
        let text = body(tx, "repair-permit", version)?;
        assert!(text.contains(from), "{from}");
        crate::save(tx, "repair-permit", version, &text.replace(from, to))?;
        Ok(version)
    })
    .await
    .unwrap()
}

async fn publish(town: &Town, version: i64) {
    by(town, 1, move |tx| crate::propose(tx, "repair-permit", version, "Décision 12/2026")).await.unwrap();
    by(town, 2, move |tx| crate::publish(tx, "repair-permit", version)).await.unwrap();
}

pub fn key(result: Result<()>) -> String {
    match result.unwrap_err() {
        Problem::Refused(refusal) | Problem::Conflict(refusal) => refusal.key,
        Problem::Invalid(all) => all.into_iter().map(|one| one.key).collect::<Vec<_>>().join(" "),
        other => other.code().to_owned(),
    }
}

#[tokio::test]
async fn a_change_runs_once_a_second_person_publishes_it() {
    let town = town().await;
    let title = || town.reads(|rx| Ok(crate::procedure(rx, "repair-permit")?.title.fr.clone()));
    let version = change(&town, "Permis de réfection\", en", "Petits travaux\", en").await;
    assert_eq!((version, title().await.as_str()), (2, "Permis de réfection"));
    assert_eq!(key(by(&town, 2, move |tx| crate::publish(tx, "repair-permit", 2)).await), "procedures-not-a-draft");
    by(&town, 1, move |tx| crate::propose(tx, "repair-permit", 2, "")).await.unwrap();
    assert_eq!(key(by(&town, 1, move |tx| crate::publish(tx, "repair-permit", 2)).await), "procedures-second-person");
    by(&town, 2, move |tx| crate::publish(tx, "repair-permit", 2)).await.unwrap();
    assert_eq!(title().await, "Petits travaux");
    let verbs = town.reads(|rx| platform::store::journal::entries_after(rx, 0, 100)).await;
    assert!(verbs.iter().any(|entry| entry.verb == "procedures.published"));
}

#[tokio::test]
async fn a_published_version_never_changes_and_the_next_draft_is_a_new_one() {
    let town = town().await;
    let version = change(&town, "Permis de réfection\", en", "Petits travaux\", en").await;
    publish(&town, version).await;
    let saved = by(&town, 1, move |tx| crate::save(tx, "repair-permit", version, "[[procedure]]\n")).await;
    assert_eq!(key(saved), "procedures-not-a-draft");
    assert_eq!(by(&town, 1, |tx| crate::begin(tx, "repair-permit")).await.unwrap(), 3);
    let text = town.reads(|rx| body(rx, "repair-permit", 3)).await;
    assert!(text.contains("version = 3") && text.contains("Petits travaux") && text.contains("# Permis de réfection: small"));
}

#[tokio::test]
async fn a_withdrawn_version_gives_way_to_the_one_before_it() {
    let town = town().await;
    let title = || town.reads(|rx| Ok(crate::procedure(rx, "repair-permit")?.title.fr.clone()));
    assert_eq!(title().await, "Permis de réfection");
    let version = change(&town, "Permis de réfection\", en", "Petits travaux\", en").await;
    publish(&town, version).await;
    assert_eq!(title().await, "Petits travaux");
    by(&town, 2, move |tx| crate::withdraw(tx, "repair-permit", 2)).await.unwrap();
    assert_eq!(title().await, "Permis de réfection");
    assert_eq!(town.reads(|rx| Ok(crate::procedure(rx, "repair-permit")?.version)).await, 1);
}

#[tokio::test]
async fn a_bad_draft_cannot_be_proposed_and_names_all_its_faults() {
    let town = town().await;
    change(&town, "[[procedure.piece]]\nid = \"title\"", "[[procedure.piece]]\nid = \"cert\"\nkind = \"residence-certificate\"\nfrom = \"applicant\"\nrequired = true\n\n[[procedure.piece]]\nid = \"title\"").await;
    let refused = by(&town, 1, |tx| crate::propose(tx, "repair-permit", 2, "")).await;
    let Err(Problem::Invalid(faults)) = refused else { panic!("it was proposed") };
    let law = faults.iter().find(|fault| fault.key == "procedures-fault-law-residence").unwrap();
    assert_eq!((law.args["law"].as_str(), law.args["article"].as_str()), ("04-20", "11"));
    assert!(faults.iter().any(|fault| fault.key == "procedures-fault-locked"));
}

#[tokio::test]
async fn a_sent_back_version_is_a_draft_again_with_the_reason() {
    let town = town().await;
    change(&town, "Permis de réfection\", en", "Petits travaux\", en").await;
    by(&town, 1, |tx| crate::propose(tx, "repair-permit", 2, "")).await.unwrap();
    assert_eq!(key(by(&town, 2, |tx| crate::send_back(tx, "repair-permit", 2, " ")).await), "procedures-needed");
    by(&town, 2, |tx| crate::send_back(tx, "repair-permit", 2, "Le titre est trop court")).await.unwrap();
    let version = town.reads(|rx| crate::store::versions::one(rx, "repair-permit", 2)).await;
    assert_eq!((version.state, version.note.as_deref()), (VersionState::Draft, Some("Le titre est trop court")));
}

#[tokio::test]
async fn a_new_request_takes_no_name_that_is_taken() {
    let town = town().await;
    let new = |id: &str, code: &str| NewProcedure {
        id: id.into(),
        code: code.into(),
        like: None,
        model: None,
        title: Label::new("قطعة", "Parcelle"),
    };
    let begun = |new: NewProcedure| by(&town, 1, move |tx| crate::begin_new(tx, &new).map(|_| ()));
    assert_eq!(key(begun(new("repair-permit", "L01")).await), "procedures-fault-taken");
    assert_eq!(key(begun(new("garden", "P21")).await), "procedures-fault-taken");
    assert_eq!(key(begun(new("Garden plot", "")).await), "procedures-new-id procedures-new-code");
    begun(new("garden", "L01")).await.unwrap();
    assert_eq!(key(begun(new("garden-two", "L01")).await), "procedures-fault-taken");
    assert_eq!(key(begun(new("garden", "L02")).await), "procedures-fault-taken");
}

#[tokio::test]
async fn a_tariff_stays_within_the_law_and_counts_in_every_fee() {
    let town = town().await;
    let set = |amount: i64| town.tries(move |tx| crate::set_tariff(tx, "repair", amount, "Arrêté fiscal 3/2026"));
    assert_eq!(key(set(60_000).await), "procedures-tariff-bounds");
    set(30_000).await.unwrap();
    let sum = town.reads(|rx| Ok(crate::with(rx)?["tariff"]["repair"].as_i64())).await;
    assert_eq!(sum, Some(30_000));
    assert!(matches!(town.tries(|tx| crate::set_tariff(tx, "gold", 1, "x")).await, Err(Problem::NotFound)));
}

#[tokio::test]
async fn a_request_withdrawn_altogether_is_offered_no_more_and_stays_for_its_cases() {
    let town = town().await;
    let new = NewProcedure {
        id: "garden".into(),
        code: "L01".into(),
        like: Some("repair-permit".into()),
        model: None,
        title: Label::new("قطعة", "Parcelle"),
    };
    by(&town, 1, move |tx| crate::begin_new(tx, &new)).await.unwrap();
    let refused = by(&town, 1, |tx| crate::propose(tx, "garden", 1, "")).await;
    assert_eq!(key(refused), "procedures-fault-silence-not-listed");
    by(&town, 1, |tx| {
        let text = body(tx, "garden", 1)?
            .replace("\"request\", \"silence\", \"commission\", \"visit\"", "\"request\", \"commission\", \"visit\"")
            .replace("rule = \"silence\"", "rule = \"give_back\"");
        crate::save(
            tx,
            "garden",
            1,
            &text
                .replace("on = [\"granted\", \"tacit_asked\"]", "on = [\"granted\"]")
                .replace("on = [\"tacit\"]", "on = [\"refused\"]"),
        )?;
        crate::propose(tx, "garden", 1, "")
    })
    .await
    .unwrap();
    by(&town, 2, |tx| crate::publish(tx, "garden", 1)).await.unwrap();
    by(&town, 2, |tx| crate::withdraw(tx, "garden", 1)).await.unwrap();
    let left = town.reads(|rx| crate::procedure(rx, "garden")).await;
    assert!(
        !left.offered && town.reads(|rx| Ok(crate::catalog(rx)?.offered_requests().iter().all(|one| one.id != "garden"))).await
    );
    assert_eq!(by(&town, 1, |tx| crate::begin(tx, "garden")).await.unwrap(), 2);
}
