//! The statement of a month adds up, and counts a penalty once.

use super::{TABRIQUET, agree, town, unit, waste_at};
use crate::actions::{penalties as act, statements};
use crate::model::{Penalty, Repeat, Way};
use crate::store::penalties;
use kernel::{Id, Money};
use platform::Problem;
use testing::Town;

pub(super) async fn signed(town: &Town, contract: &Id) -> Vec<Penalty> {
    let contract = contract.clone();
    town.does(move |tx| {
        let all = penalties::newest(tx, &contract, 100)?;
        for one in all.iter().filter(|one| one.state == crate::PenaltyState::Draft) {
            act::sign(tx, &one.id)?;
        }
        penalties::newest(tx, &contract, 100)
    })
    .await
}

#[tokio::test]
async fn a_month_is_signed_once_capped_and_late_decisions_come_into_the_next() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    for north in 0..3 {
        waste_at(&town, (TABRIQUET.0 + f64::from(north) * 0.002, TABRIQUET.1)).await;
    }
    town.advance_hours(25).await;
    let all = signed(&town, &contract).await;
    assert_eq!(all.len(), 3);
    let late = all[0].id.clone();
    town.does(move |tx| act::contest(tx, &late, "كان اليوم عيدا")).await;
    let asked = contract.clone();
    let early = town.tries(move |tx| statements::sign(tx, &asked, "2026-11", None)).await;
    assert!(matches!(early, Err(Problem::Refused(why)) if why.key == "contractors-month-open"));
    town.advance_hours(24 * 10).await;
    let asked = contract.clone();
    town.does(move |tx| statements::sign(tx, &asked, "2026-11", Some(Money::dirhams(8_000)))).await;
    let asked = contract.clone();
    let november = town.reads(move |rx| statements::month(rx, &asked, "2026-11", None)).await;
    assert_eq!(november.counted.len(), 2);
    assert_eq!((november.sum.total, november.sum.payable), (Money::dirhams(1_000), Money::dirhams(800)));
    let added: i64 = november.counted.iter().map(|one| one.amount.0).sum();
    assert_eq!(added, november.sum.total.0, "the statement adds up");

    let late = all[0].id.clone();
    town.does(move |tx| act::decide(tx, &late, true, "لم يثبت ذلك")).await;
    let asked = contract.clone();
    let again = town.tries(move |tx| statements::sign(tx, &asked, "2026-11", None)).await;
    assert!(matches!(again, Err(Problem::Refused(_))), "signed once");
    let asked = contract.clone();
    let december = town.reads(move |rx| statements::month(rx, &asked, "2026-12", None)).await;
    assert_eq!(december.counted.iter().map(|one| &one.id).collect::<Vec<_>>(), [&all[0].id]);
    let asked = contract.clone();
    let unchanged = town.reads(move |rx| statements::month(rx, &asked, "2026-11", None)).await;
    assert_eq!((unchanged.sum, unchanged.counted.len()), (november.sum, 2));
}

#[tokio::test]
async fn the_page_and_the_file_of_a_month_say_the_same() {
    let town = town().await;
    let contract = agree(&town, Way::Inbox, Repeat::Once).await;
    waste_at(&town, TABRIQUET).await;
    town.advance_hours(25).await;
    let code = signed(&town, &contract).await[0].code.clone();
    town.advance_hours(24 * 7).await;
    let chief = town.clerk_in("service_head", Some(unit(&town, "waste-followup").await), None).await;
    let page = format!("/fr/desk/contractors/contracts/{contract}/months/2026-11");
    chief.get(&page).await.ok().shows(&code).shows("500,00");
    let csv = chief.get(&format!("{page}.csv")).await.ok().text();
    assert!(csv.contains(&format!("02/2024,2026-11,2026-11-25,{code},r1,500.00,signed,yes")), "{csv}");
    assert!(csv.contains("02/2024,2026-11,,,payable,500.00,,"), "{csv}");
    chief.get(&format!("/fr/desk/contractors/contracts/{contract}/months/2027-01")).await.is(404);
    chief.get(&format!("/fr/desk/contractors/contracts/{contract}/months/nov")).await.is(404);
    chief.get(&format!("/fr/desk/contractors/contracts/{contract}/months/2019-01")).await.is(404);
    chief.post(&format!("/fr/desk/contractors/contracts/{contract}/months/2019-01/sign"), &[]).await.is(404);
    town.clerk_in("service_head", Some(unit(&town, "roads").await), None).await.get(&page).await.is(404);
    chief.post(&format!("{page}/sign"), &[("invoice", "8 000,50")]).await.is(303);
    chief.get(&page).await.ok().shows("Signé");
}
