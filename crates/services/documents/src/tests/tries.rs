//! Tries of a PIN, the list of papers to sign, and several under one PIN.

use super::{PIN, configured, does, filed, papers, pay, president, proposed, signer, state, town};
use crate::keys::Holder;
use crate::model::PaperState;
use crate::{Health, health};
use kernel::Id;
use testing::{SALE, Town, Visitor};

async fn recorded(town: &Town, verb: &'static str) -> i64 {
    town.reads(move |rx| {
        let sql = "SELECT COUNT(*) AS n FROM platform_journal WHERE tenant = $1 AND verb = $2";
        rx.count(sql, platform::args![rx.tenant(), verb])
    })
    .await
}

async fn tries(visitor: &Visitor, paper: &crate::Paper, pin: &str) -> testing::Reply {
    visitor.post(&format!("/fr/desk/papers/{}/sign", paper.id), &[("pin", pin)]).await
}

#[tokio::test]
async fn a_burst_of_wrong_pins_gets_no_more_tries_than_one_after_the_other() {
    let town = configured(|config| config.signing.wrong_pins = 3).await;
    let (_, paper) = proposed(&town).await;
    let president = president(&town).await;
    let wrong = || tries(&president, &paper, "000000");
    let burst = tokio::join!(wrong(), wrong(), wrong(), wrong(), wrong(), wrong());
    for reply in [burst.0, burst.1, burst.2, burst.3, burst.4, burst.5] {
        reply.is(422);
    }
    assert!(recorded(&town, "documents.wrong_pin").await <= 3);
    for _ in 0..3 {
        wrong().await.is(422);
    }
    assert_eq!((recorded(&town, "documents.wrong_pin").await, recorded(&town, "documents.key_locked").await), (3, 1));
}

#[tokio::test]
async fn a_key_is_locked_after_too_many_wrong_pins_until_unlocked_or_a_day_passes() {
    let town = configured(|config| config.signing.wrong_pins = 2).await;
    let (case, paper) = proposed(&town).await;
    let president = president(&town).await;
    tries(&president, &paper, "0").await.is(422).shows("Il reste un seul essai");
    president.get("/fr/desk/papers").await.ok().shows("il reste un seul essai à votre clé");
    tries(&president, &paper, "0").await.is(422).shows("verrouillée");
    tries(&president, &paper, PIN).await.is(422).shows("verrouillée");
    assert_eq!(papers(&town, &case).await[0].state, PaperState::Made);
    assert!(matches!(health(&town.app, SALE).await.unwrap().as_slice(), [Health::Locked { .. }, ..]));
    // An administrator sees it and unlocks it; the key's holder could not.
    let administrator = town.clerk("administrator").await;
    administrator.get("/fr/admin/signing-keys").await.ok().shows("Verrouillée");
    let held = town.reads(|rx| Ok(crate::keys::all(rx)?.into_iter().find(|key| key.holder.starts_with("person:")))).await;
    let holder = held.unwrap().holder;
    president.post("/fr/admin/signing-keys/unlock", &[("holder", &holder)]).await.is(403);
    administrator.post("/fr/admin/signing-keys/unlock", &[("holder", &holder)]).await.sent_to();
    for _ in 0..2 {
        tries(&president, &paper, "0").await.is(422);
    }
    tries(&president, &paper, PIN).await.is(422);
    town.clock.advance_secs(86_401);
    let person = Id::parse(holder.strip_prefix("person:").unwrap()).unwrap();
    let account = town.does(|tx| Ok(tx.new_id())).await;
    let president = town.staff(&account, &person).await;
    tries(&president, &paper, PIN).await.sent_to();
    assert_eq!(state(&town, &case).await, "granted");
}

#[tokio::test]
async fn a_right_pin_begins_the_count_anew_and_another_fault_costs_no_try() {
    let town = configured(|config| config.signing.wrong_pins = 2).await;
    let (case, _) = proposed(&town).await;
    let president = president(&town).await;
    let (other, _) = filed(&town).await;
    for action in ["take", "propose_grant"] {
        does(&town, &other, action, "").await;
    }
    pay(&town, &other).await;
    let (first, second) = (papers(&town, &case).await.pop().unwrap(), papers(&town, &other).await.pop().unwrap());
    tries(&president, &first, "0").await.is(422);
    tries(&president, &first, PIN).await.sent_to();
    tries(&president, &second, "0").await.is(422).shows("un seul essai");
    tries(&president, &second, PIN).await.sent_to();
}

/// Two permits that wait for the president, paid, and one that is not.
async fn three(town: &Town) -> [(Id, crate::Paper); 3] {
    let one = proposed(town).await;
    let two = proposed(town).await;
    let (case, _) = filed(town).await;
    does(town, &case, "take", "").await;
    does(town, &case, "propose_grant", "").await;
    let paper = papers(town, &case).await.pop().unwrap();
    [one, two, (case, paper)]
}

#[tokio::test]
async fn who_signs_sees_whose_file_it_is_what_is_late_and_what_waits_for_payment() {
    let town = town().await;
    let [(case, paper), _, (_, unpaid)] = three(&town).await;
    let president = president(&town).await;
    let asked = case.clone();
    let (code, name) = town
        .reads(move |rx| {
            let case = cases::find(rx, &asked)?;
            let answers = cases::unseal(rx, &case)?.answers;
            Ok((case.code, answers.part("applicant", "name").unwrap().to_owned()))
        })
        .await;
    let before = recorded(&town, platform::store::journal::LOOKED).await;
    let page = president.get("/fr/desk/papers").await.ok();
    page.shows(&code)
        .shows(&name)
        .shows_not("En retard")
        .shows("En attente de paiement")
        .shows("200,00")
        .shows(&format!("/desk/papers/{}/sign", paper.id))
        .shows_not(&format!("/desk/papers/{}/sign", unpaid.id));
    assert_eq!(recorded(&town, platform::store::journal::LOOKED).await, before + 3);
    tries(&president, &unpaid, PIN).await.is(422).shows("une fois les droits payés").shows_not("DH.");
    town.clock.advance_secs(100 * 86_400);
    town.clerk("president").await.get("/fr/desk/papers").await.ok().shows("En retard");
}

#[tokio::test]
async fn several_papers_are_signed_under_one_pin_each_with_its_own_result() {
    let town = town().await;
    let [(one, first), (two, second), (three, unpaid)] = three(&town).await;
    let president = signer(&town, "president", "N. Benali").await;
    let ticked = |pin: &'static str| {
        let fields = vec![("paper", first.id.to_string()), ("paper", unpaid.id.to_string()), ("paper", second.id.to_string())];
        (fields, pin)
    };
    let send = async |(fields, pin): (Vec<(&str, String)>, &str)| {
        let mut all: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        all.push(("pin", pin));
        president.post("/fr/desk/papers/sign", &all).await
    };
    president.post("/fr/desk/papers/sign", &[("pin", PIN)]).await.is(422).shows("Aucun document");
    // A wrong PIN costs one try, not one for each paper.
    send(ticked("000000")).await.is(422).shows("arrêtée avant");
    assert_eq!(recorded(&town, "documents.wrong_pin").await, 1);
    send(ticked(PIN)).await.ok().shows("une fois les droits payés").shows("Le document est signé");
    let states = [state(&town, &one).await, state(&town, &two).await, state(&town, &three).await];
    assert_eq!(states, ["granted", "granted", "to_grant"]);
    let holder = Holder::read("person:0190a3f0-0000-7000-8000-000000000000");
    assert!(matches!(holder, Some(Holder::Person(_))) && Holder::read("person:x").is_none());
}
