//! Who may: the contractor his own orders only, by account or by link; the service those below it; the author his own proof.

use super::{TABRIQUET, agree, jpeg, order, town, unit, waste_at};
use crate::actions::link;
use crate::model::{OrderState, Repeat, Way};

#[tokio::test]
async fn a_contractor_sees_the_work_and_never_who_reported_it() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let given = order(&town, &case).await;
    let own = town.clerk_in("contractor", Some(unit(&town, "waste-operator").await), None).await;
    let other = town.clerk_in("contractor", Some(unit(&town, "lighting-operator").await), None).await;
    let page = format!("/ar/contractor/{}", given.id);
    own.get("/ar/contractor").await.ok().shows(&given.code);
    own.get(&page).await.ok().shows("أزبال أمام المدرسة").shows_not("0612345678").shows_not("612345678");
    other.get("/ar/contractor").await.ok().shows_not(&given.code);
    other.get(&page).await.is(404);
    other.post(&format!("{page}/act"), &[("step", "accept")]).await.is(404);
    own.post(&format!("{page}/act"), &[("step", "approve")]).await.is(422);
    own.post(&format!("{page}/act"), &[("step", "accept")]).await.is(303);
    town.drain().await;
    let asked = case.clone();
    assert_eq!(town.reads(move |rx| cases::find(rx, &asked)).await.state, "in_progress", "the case goes along");
    own.post(&format!("{page}/act"), &[("step", "plan"), ("day", "2020-01-01")]).await.is(422).shows("اختاروا يوما صحيحا");
    own.post(&format!("{page}/act"), &[("step", "plan"), ("day", "2026-11-25")]).await.is(303);
    town.drain().await;
    assert_eq!(town.reads(move |rx| cases::find(rx, &case)).await.state, "planned");
    own.get("/ar/desk/contractors").await.is(403);
    town.clerk("agent").await.get(&page).await.is(403);
}

#[tokio::test]
async fn the_link_opens_one_order_and_looking_changes_nothing() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let id = order(&town, &case).await.id;
    let token = town.reads(move |rx| link::token(rx, &id)).await;
    let id = order(&town, &case).await.id;
    let authors = town.reads(move |rx| link::author_token(rx, &id)).await;
    let anybody = town.visitor();
    anybody.get(&format!("/fr/orders/{token}")).await.ok();
    assert_eq!(order(&town, &case).await.state, OrderState::Given, "a mail scanner has accepted nothing");
    anybody.get(&format!("/fr/orders/{token}x")).await.is(404);
    anybody.get(&format!("/fr/orders/{authors}")).await.is(404);
    anybody.get(&format!("/fr/proofs/{token}")).await.is(404);
    anybody.get(&format!("/c/rabat/fr/orders/{token}")).await.is(404);
    anybody.post(&format!("/fr/orders/{token}/act"), &[("step", "accept")]).await.is(303);
    assert_eq!(order(&town, &case).await.state, OrderState::Accepted);
    anybody.post_file(&format!("/fr/orders/{token}/act"), &[("step", "prove")], "after", "p.jpg", &jpeg()).await.is(303);
    assert_eq!(order(&town, &case).await.state, OrderState::Proved);
}

#[tokio::test]
async fn who_reported_it_says_whether_it_is_done() {
    let town = town().await;
    agree(&town, Way::Inbox, Repeat::Daily).await;
    let case = waste_at(&town, TABRIQUET).await;
    let id = order(&town, &case).await.id;
    let asked = id.clone();
    let (work, proof) = town.reads(move |rx| Ok((link::token(rx, &asked)?, link::author_token(rx, &asked)?))).await;
    let anybody = town.visitor();
    let page = format!("/ar/proofs/{proof}");
    anybody.get(&page).await.ok().shows_not("ما الذي بقي؟");
    anybody.post_file(&format!("/ar/orders/{work}/act"), &[("step", "prove")], "after", "p.jpg", &jpeg()).await.is(303);
    town.drain().await;
    anybody.get(&page).await.ok().shows("هل أنجز العمل فعلا؟");
    anybody.post(&page, &[("done", "no"), ("words", "")]).await.is(422).shows("اكتبوا السبب");
    anybody.post(&page, &[("done", "no"), ("words", "بقي النصف")]).await.is(303);
    assert_eq!(order(&town, &case).await.state, OrderState::Given);
    anybody.post_file(&format!("/ar/orders/{work}/act"), &[("step", "prove")], "after", "p.jpg", &jpeg()).await.is(303);
    anybody.post(&page, &[("done", "yes")]).await.is(303);
    town.drain().await;
    assert_eq!(order(&town, &case).await.state, OrderState::Done);
    assert_eq!(town.reads(move |rx| cases::find(rx, &case)).await.state, "answered");
    anybody.post(&page, &[("done", "yes")]).await.is(422);
    anybody.get(&format!("/ar/orders/{work}")).await.ok();
    town.clock.advance_secs(61 * 86_400);
    anybody.get(&format!("/ar/orders/{work}")).await.is(404);
}

#[tokio::test]
async fn a_contract_is_written_in_a_form_and_its_mistakes_stand_at_their_fields() {
    let town = town().await;
    let above = unit(&town, "waste-followup").await;
    let chief = town.clerk_in("service_head", Some(above), None).await;
    let contractor = unit(&town, "waste-operator").await.to_string();
    let form = [
        ("unit", contractor.as_str()),
        ("title_ar", "عقد النظافة"),
        ("reference", "02/2024"),
        ("starts_on", "2026-01-01"),
        ("categories", "uncollected-waste"),
        ("hours.0", "24"),
        ("amount.0", "1 500,50"),
        ("of.0", "uncollected-waste"),
        ("rule.0_ar", "نفايات لم تجمع"),
        ("contest_days", "5"),
        ("contest_kind", "working"),
    ];
    let with = |name: &'static str, value: &'static str| {
        let mut fields = form.to_vec();
        fields.retain(|(known, _)| *known != name);
        fields.push((name, value));
        fields
    };
    for (name, value, sentence) in [
        ("reference", "", "اكتبوا رقم العقد"),
        ("amount.0", "كثير", "اكتبوا مبلغا بالدرهم"),
        ("hours.0", "0", "عدد الساعات"),
        ("cap_percent", "200", "نسبة بين"),
        ("starts_on", "غدا", "اختاروا يوما صحيحا"),
        ("unit", "", "اختاروا المتعهد"),
        ("way", "email", "اكتبوا العنوان الإلكتروني"),
        ("categories", "corruption", "صنف غير معروف"),
        ("system_url", "https://10.0.0.1/open311/v2", "داخل شبكة الجماعة"),
        ("system_url", "collecte.example", "عنوانا كاملا"),
    ] {
        chief.post("/ar/desk/contractors/contracts/new", &with(name, value)).await.is(422).shows(sentence);
    }
    let page = chief.post("/ar/desk/contractors/contracts/new", &form).await.sent_to();
    chief.get(&page).await.ok().shows("500,50");
    chief.post("/ar/desk/contractors/contracts/new", &form).await.is(422).shows("عقد آخر للمتعهد نفسه");
    let terms = format!("{}/terms", page.split('?').next().unwrap());
    chief.get(&terms).await.ok().shows("value=\"1500.50\"");
    chief.post(&terms, &with("amount.0", "2000")).await.is(303);
    chief.get(&page).await.ok().shows("000,00");
    chief.get(&terms).await.ok().shows("<option value=\"fr\" selected>");
    let mut eastern = with("amount.0", "٦٥٠٫٥٠");
    eastern.retain(|(name, _)| *name != "hours.0");
    eastern.extend([("hours.0", "٤٨"), ("invoice", "۹۰۰"), ("cap_percent", "١٠"), ("lang", "ar")]);
    chief.post(&terms, &eastern).await.is(303);
    let read = chief.get(&terms).await.ok().shows("value=\"650.50\"").shows("value=\"48\"").shows("value=\"900.00\"");
    read.shows("value=\"10\"").shows("<option value=\"ar\" selected>");
    town.clerk_in("service_head", Some(unit(&town, "roads").await), None).await.get(&page).await.is(404);
}
