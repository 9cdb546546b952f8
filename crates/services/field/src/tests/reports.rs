//! New reports of agents: by plate, by position, by the photograph.

use super::{agent, count, key, lamp, owner, pothole, send, town};
use testing::Town;

const LAMP: &str = "street-lamp-out";

async fn newest(town: &Town) -> cases::Case {
    town.reads(|rx| {
        let all = cases::Where::tenant(rx);
        Ok(cases::lists::newest(rx, all, None, 1)?.remove(0))
    })
    .await
}

async fn words(town: &Town) -> String {
    let case = newest(town).await;
    town.reads(move |rx| cases::unseal(rx, &case)).await.words
}

fn by_plate<'a>(key: &'a str, number: &'a str, point: bool) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![("key", key), ("kind", "report"), ("category", LAMP), ("number", number)];
    if point {
        fields.extend([("lat", "34.0517"), ("lon", "-6.7916")]);
    } else {
        // Neither does the photograph say where.
        fields.extend([("photo_lat", ""), ("photo_lon", "")]);
    }
    fields
}

#[tokio::test]
async fn a_plate_alone_says_where() {
    let town = town().await;
    town.does(|tx| assets::import(tx, "lamp", &[lamp("BLM-0401")])).await;
    let agent = agent(&town).await;
    let owner = owner(&agent).await;
    send(&agent, &owner, &by_plate(&key(1), "blm ٤٠١", false)).await.ok();
    let filed = newest(&town).await;
    assert_eq!((filed.asset.as_deref(), filed.procedure.as_str()), (Some("BLM-0401"), LAMP));
    assert!(filed.point.is_some() && filed.publication == cases::Publication::Pending, "moderated like any");
    assert!(words(&town).await.contains("عاينه عون للجماعة"), "words are optional");
}

#[tokio::test]
async fn a_plate_of_another_commune_is_told_by_its_name_and_reported_by_position() {
    let town = town().await;
    town.does(|tx| assets::import(tx, "lamp", &[lamp("BLM-0401")])).await;
    let agent = agent(&town).await;
    let owner = owner(&agent).await;
    send(&agent, &owner, &by_plate(&key(1), "RAB-00412", false)).await.is(422).shows("field-plate-elsewhere").shows("الرباط");
    send(&agent, &owner, &by_plate(&key(1), "RAB-00412", true)).await.ok();
    let filed = newest(&town).await;
    assert!(filed.asset.is_none() && filed.point.is_some());
    let words = words(&town).await;
    assert!(words.contains("RAB-00412") && words.contains("الرباط"), "{words}");
}

#[tokio::test]
async fn a_misread_or_unknown_plate_needs_the_position() {
    let town = town().await;
    let given = town.does(|tx| assets::give_numbers(tx, "lamp", "TAB", 3, "Tabriquet")).await;
    // `web/src/field/plate.js` reckons the same letters.
    assert_eq!(given.iter().map(|one| one.number.as_str()).collect::<Vec<_>>(), ["TAB-00001-J", "TAB-00002-H", "TAB-00003-F"]);
    let agent = agent(&town).await;
    let owner = owner(&agent).await;
    send(&agent, &owner, &by_plate(&key(1), "SAL-TAB-00001-Q", false)).await.is(422).shows("field-plate-");
    send(&agent, &owner, &by_plate(&key(1), "XYZZY 77", false)).await.is(422).shows("field-plate-unknown");
    assert_eq!(count(&town).await, 0);
    send(&agent, &owner, &by_plate(&key(1), "XYZZY 77", true)).await.ok();
    assert!(words(&town).await.contains("XYZZY 77"));
}

#[tokio::test]
async fn a_report_needs_a_category_of_the_street_and_a_place_of_the_commune() {
    let town = town().await;
    let agent = agent(&town).await;
    let owner = owner(&agent).await;
    let one = key(1);
    let with = |name: &'static str, value: &'static str| {
        let mut fields: Vec<(&str, &str)> = pothole(&one).into_iter().filter(|(known, _)| *known != name).collect();
        fields.push((name, value));
        fields
    };
    for category in ["", "nonsense", "marriage-certificate", "corruption"] {
        send(&agent, &owner, &with("category", category)).await.is(422).shows("field-category");
    }
    send(&agent, &owner, &with("lat", "33.9716")).await.is(422).shows("field-");
    let nowhere = [("key", one.as_str()), ("kind", "report"), ("category", "pothole"), ("photo_lat", ""), ("photo_lon", "")];
    send(&agent, &owner, &nowhere).await.is(422).shows("field-needs-place");
    assert_eq!(count(&town).await, 0);
    let by_photo = [("key", one.as_str()), ("kind", "report"), ("category", "pothole")];
    send(&agent, &owner, &by_photo).await.ok();
    assert!(newest(&town).await.point.is_some(), "the photograph says where");
}
