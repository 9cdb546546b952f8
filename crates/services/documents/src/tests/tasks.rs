//! What names the person is kept from who only has a task, or an opinion to give.

use super::{does, filed, papers, town};

#[tokio::test]
async fn who_only_has_an_opinion_to_give_opens_no_paper_that_names_the_person() {
    let town = town().await;
    let (case, _) = filed(&town).await;
    does(&town, &case, "take", "").await;
    does(&town, &case, "propose_refusal", "الواجهة مرتبة.").await;
    let draft = papers(&town, &case).await.pop().unwrap();
    let found = case.clone();
    let (own, asked, order) = town
        .reads(move |rx| {
            let case = cases::find(rx, &found)?;
            let asked = cases::opinions(rx, &case)?.remove(0).unit;
            Ok((case.unit, asked, payments::order_of(rx, &found)?.unwrap()))
        })
        .await;
    let doors = [format!("/desk/papers/{}/paper.pdf", draft.id), format!("/desk/orders/{}/order.pdf", order.id)];
    let (handler, asked) = (town.clerk_in("agent", Some(own), None).await, town.clerk_in("agent", Some(asked), None).await);
    asked.get(&format!("/fr/desk/{case}")).await.ok().shows_not(draft.id.as_str());
    handler.get(&format!("/fr/desk/{case}")).await.ok().shows(draft.id.as_str());
    for door in doors {
        handler.get(&door).await.ok();
        asked.get(&door).await.is(404);
    }
}
