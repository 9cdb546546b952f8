//! How sure the commune must be of who files: the same rule at every door, and nothing typed is lost by it.

use super::for_others::{paper_for, writer_of};
use super::{signed_in, town};
use crate::actions::draft;
use cases::Channel;
use kernel::{Cin, Id, Lang, Phone};
use platform::json::json;
use procedures::Typed;
use testing::{Town, Visitor};

/// A procedure that asks for a person who was seen with the card.
const PROCEDURE: &str = "celibacy-attestation";

/// Answers everything of a draft.
async fn filled(town: &Town, code: &str) {
    let code = code.to_owned();
    town.does(move |tx| {
        let procedure = procedures::procedure(tx, PROCEDURE)?;
        let own: Typed = [("applicant.card", "AB123456"), ("contact_how", "sms"), ("contact_phone", "0612345678")]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), vec![value.to_owned()]))
            .collect();
        let typed = procedures::sample(&procedure, &own, &procedures::with(tx)?);
        draft::fill(tx, &code, &typed, Lang::Fr)
    })
    .await;
}

async fn begun(town: &Town, visitor: &Visitor, address: &str, fields: &[(&str, &str)]) -> String {
    let code = visitor.post(address, fields).await.sent_to().rsplit('/').next().unwrap().to_owned();
    filled(town, &code).await;
    code
}

async fn at_home(town: &Town, visitor: &Visitor) -> String {
    begun(town, visitor, &format!("/fr/procedures/{PROCEDURE}/start"), &[]).await
}

/// The card was seen: whoever signs in with this telephone is known now.
async fn seen_with_card(town: &Town, phone: &str) -> Id {
    let phone = Phone::parse(phone).unwrap();
    town.does(move |tx| {
        let person = people::search(tx, phone.as_str())?[0].id.clone();
        people::identify(tx, &person, &Cin::parse("AB123456").unwrap())?;
        Ok(person)
    })
    .await
}

#[tokio::test]
async fn on_the_web_the_person_proves_who_he_is_and_finds_his_request_again() {
    let town = town().await;
    let visitor = town.visitor();
    let code = at_home(&town, &visitor).await;
    let check = format!("/fr/drafts/{code}/check");
    visitor.get(&check).await.ok().shows("identité numérique nationale").shows("/fr/sign-in?next=");
    visitor.post(&check, &[]).await.is(422).shows("venez une fois au guichet");
    // Signed in by a code alone is not enough, and the draft is still there.
    let known = signed_in(&town, "0612345678").await;
    known.post(&check, &[]).await.is(422).shows("venez une fois au guichet");
    let person = seen_with_card(&town, "0612345678").await;
    known.get(&check).await.ok().shows_not("venez une fois au guichet");
    let receipt = known.post(&check, &[]).await.sent_to();
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let filed = town.reads(move |rx| cases::by_code(rx, &case)).await;
    assert_eq!(filed.person, Some(person), "the request is whose identity was proved");
}

#[tokio::test]
async fn the_draft_of_one_is_not_filed_with_the_identity_of_another() {
    let town = town().await;
    let owner = signed_in(&town, "0612345678").await;
    let code = at_home(&town, &owner).await;
    town.clock.advance_secs(5);
    let other = signed_in(&town, "0699887766").await;
    seen_with_card(&town, "0699887766").await;
    other.post(&format!("/fr/drafts/{code}/check"), &[]).await.is(422).shows("guichet");
}

#[tokio::test]
async fn at_the_counter_the_clerk_says_that_the_card_was_seen() {
    let town = town().await;
    let clerk = town.clerk("counter_clerk").await;
    let code = begun(&town, &clerk, &format!("/fr/desk/procedures/{PROCEDURE}"), &[("channel", "counter"), ("lang", "fr")]).await;
    let check = format!("/fr/drafts/{code}/check");
    clerk.get(&check).await.ok().shows("J’ai vu la carte nationale");
    clerk.post(&check, &[]).await.is(422).shows("entre vos mains");
    clerk.post(&check, &[("x_card", "yes")]).await.is(303);
    let sql = "SELECT COUNT(*) AS n FROM platform_journal WHERE tenant = $1 AND verb = 'requests.card_seen'";
    assert_eq!(town.reads(move |rx| rx.count(sql, platform::args![rx.tenant()])).await, 1);
}

#[tokio::test]
async fn by_telephone_or_post_nobody_was_seen() {
    let town = town().await;
    let clerk = town.clerk("counter_clerk").await;
    for channel in ["phone", "post"] {
        let fields = [("channel", channel), ("lang", "fr")];
        let code = begun(&town, &clerk, &format!("/fr/desk/procedures/{PROCEDURE}"), &fields).await;
        clerk.post(&format!("/fr/drafts/{code}/check"), &[("x_card", "yes")]).await.is(422).shows("venez une fois au guichet");
    }
}

#[tokio::test]
async fn a_program_is_told_what_lacks_and_files_nothing() {
    let town = town().await;
    let program = town.visitor();
    let begun = program.post_raw(&format!("/api/procedures/{PROCEDURE}/drafts"), "application/json", b"{}").await.ok().json();
    let code = begun["code"].as_str().unwrap().to_owned();
    filled(&town, &code).await;
    let told = program.get(&format!("/api/drafts/{code}")).await.ok().json();
    assert_eq!((&told["ready"], &told["wrong"][0]["code"]), (&json!(false), &json!("requests-level-needs-checked")));
    let refused = program.post_raw(&format!("/api/drafts/{code}/filing"), "application/json", b"{}").await.is(422);
    assert!(refused.text().contains("requests-level-needs-checked"));
}

#[tokio::test]
async fn a_kiosk_proves_nothing() {
    let town = town().await;
    let code = town.does(|tx| Ok(draft::begin(tx, PROCEDURE, Channel::Kiosk, Lang::Fr)?.code)).await;
    filled(&town, &code).await;
    let problem = town.tries(move |tx| crate::file(tx, &code)).await.unwrap_err();
    assert_eq!(problem.code(), "requests-level-needs-checked");
}

#[tokio::test]
async fn a_writer_files_when_the_citizen_himself_was_seen() {
    let town = town().await;
    let writer = writer_of(&town, "ahmed@example.test", &[PROCEDURE]).await;
    let paper = paper_for(&writer, "0612345678", PROCEDURE).await;
    let code = writer.visitor.post(&format!("{paper}/begin"), &[("procedure", PROCEDURE)]).await.sent_to();
    let code = code.rsplit('/').next().unwrap().to_owned();
    for page in ["attestation", "applicant"] {
        let fields = answers(&town).await;
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        writer.visitor.post(&format!("/fr/drafts/{code}/{page}"), &fields).await.is(303);
    }
    let check = format!("/fr/drafts/{code}/check");
    writer.visitor.post(&check, &[]).await.is(422).shows("venez une fois au guichet");
    seen_with_card(&town, "0612345678").await;
    writer.visitor.post(&check, &[]).await.is(303);
}

async fn answers(town: &Town) -> Vec<(String, String)> {
    town.does(|tx| {
        let procedure = procedures::procedure(tx, PROCEDURE)?;
        let own = Typed::from([("applicant.card".to_owned(), vec!["AB123456".to_owned()])]);
        let typed = procedures::sample(&procedure, &own, &procedures::with(tx)?);
        Ok(typed.into_iter().filter_map(|(name, values)| Some((name, values.into_iter().next()?))).collect())
    })
    .await
}
