//! Money that goes back: by whom, of which files, with which words.

use super::{ordered, paid, town};
use crate::{DueState, Method, Reason, actions};
use kernel::{Id, Money};
use platform::{Actor, Grant, Problem, Result, Scope, Tx};
use testing::Town;

#[tokio::test]
async fn money_goes_back_once_by_another_person_than_who_ordered_it_under_a_gapless_number() {
    let (town, subject) = town().await;
    let key = town.does(|tx| Ok(tx.new_id())).await;
    let nothing = subject.clone();
    let unpaid = town.does(move |tx| crate::refund(tx, &nothing, &["repair".into()], Reason::Mistake, "")).await;
    assert_eq!(unpaid, None);
    let form = [("key", key.as_str()), ("sum", "50000"), ("method", "cash")];
    let cashier = town.clerk("cashier").await;
    cashier.post(&format!("/fr/desk/cash/{subject}"), &form).await.sent_to();
    cashier.post(&format!("/fr/desk/{subject}/refunds"), &[("fee", "street")]).await.is(403);
    let president = town.clerk("president").await;
    let order = [("fee", "street"), ("reason", "not_served")];
    ordered(&president, &subject, &order).await;
    ordered(&president, &subject, &order).await; // ordered before: nothing more
    let asked = subject.clone();
    let refunds = town.reads(move |rx| crate::refunds_of(rx, &asked)).await;
    assert_eq!(refunds.iter().map(|one| one.amount).collect::<Vec<_>>(), [Money::dirhams(300)]);
    cashier.get("/fr/desk/cash").await.ok().shows("300,00").shows("Service non rendu");
    let pay = format!("/fr/desk/cash/refunds/{}", refunds[0].id);
    president.post(&pay, &[("method", "cash")]).await.is(403);
    cashier.post(&pay, &[("method", "cash")]).await.sent_to();
    cashier.post(&pay, &[("method", "cheque")]).await.sent_to();
    let asked = subject.clone();
    let refunds = town.reads(move |rx| crate::refunds_of(rx, &asked)).await;
    assert_eq!((refunds[0].number.map(|(_, number)| number), refunds[0].method), (Some(1), Some(Method::Cash)));
    let dues = town.reads(move |rx| actions::of(rx, &subject)).await;
    let states: Vec<_> = dues.iter().map(|due| (due.fee.as_str(), due.state)).collect();
    assert_eq!(states, [("repair", DueState::Paid), ("street", DueState::Refunded)]);
}

#[tokio::test]
async fn money_of_a_file_out_of_reach_is_not_given_back() {
    let (town, subject) = town().await;
    paid(&town, &subject, 500, Method::Cash).await;
    let officer = town.clerk_in("civil_status_officer", Some(unit(&town, "civil-status").await), None).await;
    let form = [("fee", "repair"), ("reason", "mistake")];
    officer.get(&format!("/fr/desk/{subject}")).await.is(404);
    officer.post(&format!("/fr/desk/{subject}/refunds"), &form).await.is(404);
    let asked = subject.clone();
    assert!(town.reads(move |rx| crate::refunds_of(rx, &asked)).await.is_empty());
    ordered(&town.clerk("dgs").await, &subject, &form).await;
    assert_eq!(town.reads(move |rx| crate::refunds_of(rx, &subject)).await.len(), 1);
}

async fn unit(town: &Town, code: &'static str) -> Id {
    town.reads(move |rx| Ok(units::all(rx)?.into_iter().find(|unit| unit.code == code).expect("a unit").id)).await
}

#[tokio::test]
async fn what_was_granted_is_given_back_with_words_and_a_warning() {
    let (town, subject) = town().await;
    paid(&town, &subject, 500, Method::Cash).await;
    town.clock.advance_secs(60 * 86_400);
    town.app.drain().await.unwrap(); // silence is acceptance
    let chief = town.clerk("dgs").await;
    let file = format!("/fr/desk/{subject}");
    chief.get(&file).await.ok().shows("La demande a été accordée");
    let bare = [("fee", "repair"), ("reason", "mistake")];
    let back = ordered(&chief, &subject, &bare).await;
    assert!(back.contains("refund=mistake"), "{back}");
    chief.get(&format!("{file}?refund=mistake")).await.ok().shows("écrivez pourquoi");
    let asked = subject.clone();
    assert!(town.reads(move |rx| crate::refunds_of(rx, &asked)).await.is_empty());
    ordered(&chief, &subject, &[&bare[..], &[("words", "Payé deux fois")]].concat()).await;
    chief.get(&file).await.ok().shows("Payé deux fois");
    town.clerk("cashier").await.get("/fr/desk/cash").await.ok().shows("Payé deux fois");
}

/// A member of staff with these permissions, under an account of a person.
async fn by<T: Send + 'static>(
    town: &Town,
    account: &Id,
    person: &Id,
    permissions: &[&str],
    action: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
) -> Result<T> {
    let permissions = permissions.iter().map(|one| (*one).to_owned()).collect();
    let grants = [Grant { role: "dgs".into(), permissions, unit: None, area: None }].into();
    let actor = Actor::Staff { account: account.clone(), person: person.clone(), grants };
    town.app.store().write(Scope { tenant: testing::SALE.into(), actor }, action).await
}

/// A member of staff: the account and the person.
async fn someone(town: &Town, email: &'static str) -> (Id, Id) {
    town.does(move |tx| {
        let new = people::NewStaff {
            name: "هند".into(),
            email: kernel::Email::parse(email).expect("an address"),
            role: "dgs".into(),
            unit: None,
            area: None,
            decision: "1/2026".into(),
            password: None,
            totp_seed: None,
        };
        let person = people::add_staff(tx, new)?;
        Ok((people::account_of(tx, &person)?, person))
    })
    .await
}

#[tokio::test]
async fn another_account_of_one_person_or_who_acts_for_him_is_no_second_person_at_the_cash_desk() {
    let (town, subject) = town().await;
    paid(&town, &subject, 500, Method::Cash).await;
    let (account, person) = someone(&town, "hind@sale.example").await;
    let (other, another) = someone(&town, "nadia@sale.example").await;
    let order = move |tx: &mut Tx| crate::refund(tx, &subject, &["repair".into()], Reason::Mistake, "");
    let permissions = ["payments.refund", "cases.see"];
    let refund = by(&town, &account, &person, &permissions, order).await.unwrap().unwrap();
    let (of, to) = (person.clone(), another.clone());
    let mandate = town
        .does(move |tx| {
            let today = tx.today();
            let new = people::NewMandate {
                holder: to.clone(),
                for_person: of.clone(),
                matter: "الكل".into(),
                proof: "رسالة".into(),
                starts_on: today,
                ends_on: today.plus_days(30),
            };
            people::give_mandate(tx, new)
        })
        .await;
    let pays = |refund: Id| move |tx: &mut Tx| crate::pay_back(tx, &refund, Method::Cash).map(drop);
    for (account, person) in
        [(&account, &person), (&Id::new("0192f0c4-0000-7000-8000-000000000019"), &person), (&other, &another)]
    {
        let alone = by(&town, account, person, &["payments.collect"], pays(refund.clone())).await;
        assert!(matches!(alone, Err(Problem::Refused(why)) if why.key == "payments-refund-not-alone"));
    }
    town.does(move |tx| people::end_mandate(tx, &mandate)).await;
    by(&town, &other, &another, &["payments.collect"], pays(refund)).await.unwrap();
}
