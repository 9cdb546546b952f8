//! Numbers on objects: several in one report, shown back; slips, plates of elsewhere, lists without end.

use super::filing::lamps;
use super::{case, code, count, town};
use testing::Town;

const FORM: &str = "/ar/report/street-lamp-out";

fn fields<'a>(numbers: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&[("words", "طافية"), ("how-many", "one"), ("publish", "yes"), ("asset_number", numbers)], more].concat()
}

async fn id(town: &Town, number: &'static str) -> String {
    town.reads(move |rx| assets::by_number(rx, Some("lamp"), number)).await.unwrap().id.to_string()
}

#[tokio::test]
async fn a_pasted_list_is_shown_back_and_becomes_one_report_of_all_its_lamps() {
    let town = town().await;
    lamps(&town).await;
    let visitor = town.visitor();
    let list = "BLM-٠٤١٢ و BLM-0413";
    let page = visitor.post(FORM, &fields(list, &[])).await.is(422).shows("BLM-0412").shows("BLM-0413").shows("x_listed");
    assert_eq!(page.text().matches("name=\"x_object\"").count(), 2);
    assert_eq!(count(&town).await, 0, "nothing is sent before it was looked at");
    let (first, second) = (id(&town, "BLM-0412").await, id(&town, "BLM-0413").await);
    let sent = fields(list, &[("x_listed", list), ("x_object", &first), ("x_object", &second)]);
    let receipt = visitor.post(FORM, &sent).await.sent_to();
    visitor.get(&receipt).await.ok().shows("BLM-0412").shows("BLM-0413");
    let filed = case(&town, &code(&receipt)).await;
    assert_eq!(filed.asset.as_deref(), Some("BLM-0412"));
    let asked = filed.clone();
    let named = town.reads(move |rx| crate::objects(rx, &asked)).await;
    assert_eq!(named.iter().map(|asset| asset.number.as_str()).collect::<Vec<_>>(), ["BLM-0412", "BLM-0413"]);
    town.clerk("triage").await.get(&format!("/ar/desk/{}", filed.id)).await.ok().shows("BLM-0413");
    town.does(move |tx| cases::moderate(tx, &filed.id, Some("عمودان طافيان"), None)).await;
    visitor.get("/ar/reports?number=BLM413").await.ok().shows("عمودان طافيان");
    visitor.post(FORM, &fields("BLM-0413", &[])).await.ok().shows("عمودان طافيان");
}

#[tokio::test]
async fn what_is_unticked_is_left_out_and_a_changed_list_is_read_again() {
    let town = town().await;
    lamps(&town).await;
    let visitor = town.visitor();
    let page = visitor.post(FORM, &fields("BLM-0412\nBLM-0419\nRAB-AGD-0012", &[])).await.is(422);
    page.shows("BLM-0412").shows("الرباط").shows("BLM-0419");
    let first = id(&town, "BLM-0412").await;
    let changed = fields("BLM-0412, BLM-0413", &[("x_listed", "BLM-0412"), ("x_object", &first)]);
    visitor.post(FORM, &changed).await.is(422).shows("BLM-0413");
    let list = "BLM-0412\r\nBLM-0413";
    let sent = fields(list, &[("x_listed", "BLM-0412\nBLM-0413"), ("x_object", &first), ("x_object", "nonsense")]);
    let filed = case(&town, &code(&visitor.post(FORM, &sent).await.sent_to())).await;
    assert_eq!(town.reads(move |rx| crate::objects(rx, &filed)).await.len(), 1);
}

#[tokio::test]
async fn numbers_of_the_other_poles_count_as_well() {
    let town = town().await;
    lamps(&town).await;
    let visitor = town.visitor();
    let typed = [
        ("words", "طافية"),
        ("how-many", "several"),
        ("asset_number", "BLM-0412"),
        ("other-numbers", "BLM-0413"),
        ("x_asked", "how-many other-numbers"),
    ];
    visitor.post(FORM, &typed).await.is(422).shows("x_listed").shows("BLM-0413");
}

#[tokio::test]
async fn a_plate_of_another_commune_is_told_and_not_taken() {
    let town = town().await;
    lamps(&town).await;
    let visitor = town.visitor();
    for (number, more) in [("RAB-AGD-0012", vec![]), ("RAB-0412", vec![("x_as_typed", "yes"), ("x_meant", "own")])] {
        visitor.post(FORM, &fields(number, &more)).await.is(422).shows("الرباط");
    }
    visitor.get("/fr/report/number?number=RAB-AGD-0012").await.ok().shows("Rabat");
    assert_eq!(count(&town).await, 0);
}

#[tokio::test]
async fn a_wrong_check_letter_is_told_as_such_and_offers_the_nearest() {
    let town = town().await;
    let given = town.does(|tx| assets::give_numbers(tx, "lamp", "TAB", 3, "Tabriquet")).await;
    let mut wrong = given[0].number.clone();
    let letter = wrong.pop().unwrap();
    wrong.push(if letter == 'Q' { 'R' } else { 'Q' });
    let page = town.visitor().post(FORM, &fields(&wrong, &[])).await.is(422);
    page.shows("حرف المراقبة").shows(&given[0].number);
    town.visitor().get(&format!("/ar/report/number?number={wrong}")).await.ok().shows("حرف المراقبة").shows(&given[0].number);
}

#[tokio::test]
async fn five_hundred_numbers_are_refused_in_a_sentence() {
    let town = town().await;
    lamps(&town).await;
    let many: Vec<String> = (1..=500).map(|number| number.to_string()).collect();
    town.visitor().post(FORM, &fields(&many.join(" "), &[])).await.is(422).shows("500");
    town.visitor().get("/ar/report/number?number=1-500").await.is(422).shows("500");
    assert_eq!(count(&town).await, 0);
}

#[tokio::test]
async fn a_number_of_a_lamp_and_a_bin_asks_which_before_anything_else() {
    let town = town().await;
    lamps(&town).await;
    town.does(|tx| {
        let rows = assets::read_file(b"number\nBLM-0412\n")?.rows;
        assets::import(tx, "bin", &rows)
    })
    .await;
    let page = town.visitor().get("/fr/report/number?number=BLM-0412").await.ok().shows("Plusieurs");
    page.shows("kind=lamp").shows("kind=bin");
}
