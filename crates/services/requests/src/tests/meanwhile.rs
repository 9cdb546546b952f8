//! What changes while people write: a fee, a procedure that is withdrawn, a new version. Nothing that was written is lost.

use super::{begun, fill, town, works};
use kernel::{Id, Money};
use platform::{Actor, Grant, Scope, Tx};
use testing::{SALE, Town, Visitor};

#[tokio::test]
async fn a_procedure_withdrawn_meanwhile_keeps_the_draft_and_says_so() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    town.does(|tx| {
        let setting = procedures::Setting {
            procedure: "repair-permit".into(),
            offered: false,
            unit: None,
            service: None,
            changed_at: None,
        };
        procedures::change(tx, &setting)
    })
    .await;
    visitor.get("/ar/procedures/repair-permit").await.is(404);
    visitor.post(&format!("/ar/drafts/{code}/check"), &[]).await.is(422);
    visitor.get(&format!("/ar/drafts/{code}/works")).await.ok().shows("صباغة الواجهة");
}

const REPAIR: &str = include_str!("../../../../../packs/morocco/procedures/services/p21-repair-permit.toml");

/// Somebody of the staff with every right of the editor; publishing takes another person than proposing.
fn editor(name: &str) -> Scope {
    let permissions = vec![procedures::EDIT.0.to_owned(), procedures::PUBLISH.0.to_owned()];
    let grants = [Grant { role: "administrator".into(), permissions, unit: None, area: None }];
    Scope { tenant: SALE.into(), actor: Actor::Staff { account: Id::new(name), person: Id::new(name), grants: grants.into() } }
}

async fn edits(town: &Town, who: &str, action: impl FnMut(&mut Tx) -> platform::Result<()> + Send + 'static) {
    town.app.store().write(editor(who), action).await.unwrap();
}

/// A question more, which the country does not ask.
const STORY: &str = r#"[[procedure.question]]
id = "story"
page = "works"
kind = "text"
label = { ar = "ارتفاع الواجهة", fr = "Hauteur de la façade" }
required = true
show_if = '{"==":[{"var":"nature"},"front"]}'

[[procedure.question]]
id = "description"
"#;

/// Publishes another version of the repair permit, which asks one thing more.
async fn republish(town: &Town) {
    edits(town, "first", move |tx| {
        let version = procedures::begin(tx, "repair-permit")?;
        let text = REPAIR.replace("[[procedure.question]]\nid = \"description\"\n", STORY);
        assert_ne!(text, REPAIR);
        procedures::save(tx, "repair-permit", version, &text.replace("version = 1", &format!("version = {version}")))?;
        procedures::propose(tx, "repair-permit", version, "change")
    })
    .await;
    edits(town, "second", |tx| {
        let version = procedures::begin(tx, "repair-permit")?;
        procedures::publish(tx, "repair-permit", version)
    })
    .await;
}

async fn tariff(town: &Town, amount: i64) {
    edits(town, "first", move |tx| procedures::set_tariff(tx, "repair", amount, "قرار")).await;
}

async fn check(visitor: &Visitor, code: &str) -> Vec<(String, String)> {
    let page = visitor.get(&format!("/fr/drafts/{code}/check")).await.ok().text();
    let field = |name: &str| {
        let rest = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        (name.to_owned(), rest.split('"').next().unwrap().to_owned())
    };
    vec![field("x_total"), field("x_version")]
}

async fn send(visitor: &Visitor, code: &str, seen: &[(String, String)]) -> testing::Reply {
    let fields: Vec<(&str, &str)> = seen.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(&format!("/fr/drafts/{code}/check"), &fields).await
}

#[tokio::test]
async fn a_fee_that_changes_after_filing_stays_what_it_was_for_this_file() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let seen = check(&visitor, &code).await;
    let receipt = send(&visitor, &code, &seen).await.sent_to();
    tariff(&town, 30_000).await;
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let asked = case.clone();
    let id = town.reads(move |rx| Ok(cases::by_code(rx, &asked)?.id)).await;
    let subject = id.clone();
    let dues = town.reads(move |rx| payments::of(rx, &subject)).await;
    assert_eq!(dues.iter().map(|due| due.amount).collect::<Vec<_>>(), [Money(20_000)]);
    let link = receipt.replace("/requests/", "/cases/").replace("/receipt", "");
    visitor.get(&link).await.ok().shows("200,00").shows_not("300,00");
    // The desk takes what the file owes; the new sum is not accepted for it.
    let key = Id::new("0190aaaa-0000-7000-8000-000000000001");
    let (with, subject) = (key.clone(), id.clone());
    let wrong = town.tries(move |tx| payments::collect(tx, &with, &subject, Money(30_000), payments::Method::Cash)).await;
    assert!(wrong.is_err());
    let paid = town.does(move |tx| payments::collect(tx, &key, &id, Money(20_000), payments::Method::Cash)).await;
    assert_eq!(paid.amount, Money(20_000));
}

#[tokio::test]
async fn a_fee_that_changes_before_filing_is_told_first_and_never_owed_unseen() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    let seen = check(&visitor, &code).await;
    tariff(&town, 30_000).await;
    send(&visitor, &code, &seen).await.is(422).shows("300,00\u{a0}DH");
    let seen = check(&visitor, &code).await;
    let receipt = send(&visitor, &code, &seen).await.sent_to();
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let dues = town
        .reads(move |rx| {
            let case = cases::by_code(rx, &case)?;
            payments::of(rx, &case.id)
        })
        .await;
    assert_eq!(dues[0].amount, Money(30_000));
}

#[tokio::test]
async fn a_draft_goes_on_under_the_new_version_with_its_answers_and_a_sentence() {
    let town = town().await;
    let visitor = town.visitor();
    let code = begun(&visitor).await;
    fill(&visitor, &code).await;
    visitor.get(&format!("/fr/drafts/{code}/works")).await.ok().shows_not("Ce formulaire a changé");
    let seen = check(&visitor, &code).await;
    republish(&town).await;
    // What was seen before is not filed; the sentence stands on each page until one was sent as it is now.
    send(&visitor, &code, &seen).await.is(422).shows("Ce formulaire a changé");
    visitor.get(&format!("/fr/drafts/{code}/works")).await.ok().shows("Ce formulaire a changé").shows("1/12/2026");
    let (_, version) = seen[1].clone();
    let mut old = works();
    old.push(("x_version", &version));
    visitor.post(&format!("/fr/drafts/{code}/works"), &old).await.is(422).shows("Ce formulaire a changé");
    let page = visitor.get(&format!("/fr/drafts/{code}/works")).await.ok().text();
    let new = page.split("name=\"x_version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_ne!(new, version);
    let mut form = works();
    form.extend([("x_version", new.as_str()), ("story", "ستة أمتار")]);
    visitor.post(&format!("/fr/drafts/{code}/works"), &form).await.sent_to();
    visitor.get(&format!("/fr/drafts/{code}/contact")).await.ok().shows_not("Ce formulaire a changé");
    let seen = check(&visitor, &code).await;
    let receipt = send(&visitor, &code, &seen).await.sent_to();
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let version = town
        .reads(move |rx| {
            let case = cases::by_code(rx, &case)?;
            Ok(cases::pinned(rx, &case.procedure_pin)?.version)
        })
        .await;
    assert_eq!(version.to_string(), new);
}
