//! A dirty export comes in: nothing lost, nothing doubled, everything mended counted.

use super::*;
use crate::import::{self, Done, Fate, Source};
use cases::{Audience, Case, Channel, EventKind};
use georeport::{RepairKind, Zone};
use kernel::Moment;
use platform::args;

fn source() -> Source {
    Source { name: "before".into(), zone: Zone::ours() }
}

const EXPORT: &str = r#"[
 {"service_request_id":"1","status":"closed","service_code":"pothole","description":"trou","lat":34.0389,"long":-6.8225,
  "requested_datetime":"2019-03-01 10:00:00","updated_datetime":"2019-03-05T10:00:00Z"},
 {"service_request_id":"2","status":"open","service_name":"Nid-de-poule sur la chaussée qui n'existe pas ici","description":"null",
  "requested_datetime":"2019-03-02T10:00:00Z","email":"a@b.ma"},
 {"service_request_id":"3","status":"open","service_code":"street-lamp-out","lat":0,"long":0,"address":"Bab Chaafa","requested_datetime":"2019-03-02T10:00:00Z"},
 {"service_request_id":"3","status":"closed","service_code":"street-lamp-out","lat":0,"long":0,"address":"Bab Chaafa","requested_datetime":"2019-03-02T10:00:00Z","updated_datetime":"2019-03-09T10:00:00Z"},
 {"status":"open","service_code":"pothole","lat":41.8,"long":-87.6,"requested_datetime":"2031-01-01T00:00:00Z"},
 {"service_request_id":"4","status":"open","service_code":"corruption","description":"un agent"},
]"#;

async fn took(town: &Town, text: &str) -> Vec<Done> {
    let (rows, _) = import::rows(text.as_bytes(), &source(), Moment::parse(testing::START).unwrap()).unwrap();
    town.does(move |tx| import::take(tx, "before", &rows)).await
}

fn fates(done: &[Done]) -> Vec<Fate> {
    done.iter().map(|one| one.fate).collect()
}

async fn all(town: &Town) -> Vec<Case> {
    town.reads(|rx| {
        let conditions = cases::Where::tenant(rx);
        cases::lists::slice(rx, conditions, 0, 100)
    })
    .await
}

#[tokio::test]
async fn nothing_is_lost_and_everything_mended_is_counted() {
    let town = town().await;
    let done = took(&town, EXPORT).await;
    assert_eq!(fates(&done), [Fate::Placed, Fate::Waiting, Fate::Placed, Fate::Moved, Fate::Placed, Fate::Waiting]);
    let kinds = |at: usize| done[at].repairs.iter().map(|one| one.kind).collect::<Vec<_>>();
    assert_eq!(kinds(0), [RepairKind::Naive]);
    assert_eq!(kinds(1), [RepairKind::Null]);
    assert_eq!(kinds(2), [RepairKind::Zero]);
    assert_eq!(kinds(4), [RepairKind::Nameless, RepairKind::Turned, RepairKind::Outside]);
    assert_eq!(kinds(5), [RepairKind::Undated]);
    let cases = all(&town).await;
    assert_eq!(cases.len(), 3);
    let pothole = cases.iter().find(|case| case.answered_at.is_some() && case.procedure == "pothole").unwrap();
    assert_eq!((pothole.received_at.to_string().as_str(), pothole.channel), ("2019-03-01T09:00:00.000000Z", Channel::Import));
    assert!(pothole.area.is_some() && pothole.due_at.is_none());
    let lamp = cases.iter().find(|case| case.procedure == "street-lamp-out").unwrap().clone();
    assert_eq!((lamp.quarter.as_deref(), lamp.is_open()), (Some("bab-chaafa"), false));
    let entries = town.reads(move |rx| cases::timeline::of(rx, &lamp, &[Audience::Staff])).await;
    let notes: Vec<String> = entries.into_iter().filter(|one| one.kind == EventKind::Note).filter_map(|one| one.text).collect();
    assert_eq!(notes.len(), 2);
    assert!(notes.iter().all(|text| text.contains("address: Bab Chaafa")), "{notes:?}");
}

#[tokio::test]
async fn an_import_that_was_interrupted_goes_on_without_doubles() {
    let town = town().await;
    let (rows, _) = import::rows(EXPORT.as_bytes(), &source(), Moment::parse(testing::START).unwrap()).unwrap();
    let some = rows[..3].to_vec();
    town.does(move |tx| import::take(tx, "before", &some)).await;
    let foreseen = town.reads(move |rx| import::foresee(rx, "before", &rows)).await;
    assert_eq!(fates(&foreseen), [Fate::Same, Fate::Same, Fate::Same, Fate::Noted, Fate::Placed, Fate::Waiting]);
    assert_eq!(all(&town).await.len(), 2, "a rehearsal takes nothing");
    took(&town, EXPORT).await;
    assert_eq!(fates(&took(&town, EXPORT).await), [Fate::Same; 6]);
    assert_eq!(all(&town).await.len(), 3);
    town.drain().await;
    let messages =
        town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1", args![rx.tenant()])).await;
    assert_eq!(messages, 0);
}

#[tokio::test]
async fn an_older_state_told_later_moves_nothing_and_is_kept() {
    let town = town().await;
    let row = |status: &str, updated: &str| {
        format!(
            "[{{\"service_request_id\":\"9\",\"status\":\"{status}\",\"service_code\":\"pothole\",\"requested_datetime\":\"2019-03-02T10:00:00Z\",\"updated_datetime\":\"{updated}\"}}]"
        )
    };
    took(&town, &row("closed", "2019-03-09T10:00:00Z")).await;
    assert_eq!(fates(&took(&town, &row("open", "2019-03-03T10:00:00Z")).await), [Fate::Noted]);
    assert!(!all(&town).await[0].is_open());
    assert_eq!(fates(&took(&town, &row("open", "2019-03-10T10:00:00Z")).await), [Fate::Moved]);
    assert!(all(&town).await[0].is_open());
}

#[tokio::test]
async fn staff_choose_a_category_and_all_that_waited_becomes_cases() {
    let town = town().await;
    let many: Vec<String> = (0..120)
        .map(|number| format!("{{\"service_request_id\":\"w{number}\",\"status\":\"open\",\"service_name\":\"Graffiti\",\"description\":\"tag {number}\",\"requested_datetime\":\"2019-03-02T10:00:00Z\"}}"))
        .collect();
    took(&town, &format!("[{}]", many.join(","))).await;
    let closed = "[{\"service_request_id\":\"w7\",\"status\":\"closed\",\"service_name\":\"Graffiti\",\"requested_datetime\":\"2019-03-02T10:00:00Z\",\"updated_datetime\":\"2019-04-02T10:00:00Z\"}]";
    assert_eq!(fates(&took(&town, closed).await), [Fate::Waiting]);
    let clerk = town.clerk("triage").await;
    clerk.get("/fr/desk/imports").await.ok().shows("Graffiti").shows("120");
    let choose = |procedure: &'static str| [("source", "before"), ("category", "Graffiti"), ("procedure", procedure)];
    clerk.post("/fr/desk/imports", &choose("unicorn")).await.is(422);
    clerk.post("/fr/desk/imports", &[("source", "x"), ("category", "y"), ("procedure", "damaged-facility")]).await.is(404);
    clerk.post("/fr/desk/imports", &choose("damaged-facility")).await.redirects_to("/fr/desk/imports");
    town.drain().await;
    let placed = town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM cases_cases WHERE tenant = $1", args![rx.tenant()])).await;
    assert_eq!(placed, 120);
    let ended = town
        .reads(|rx| {
            rx.count("SELECT COUNT(*) AS n FROM cases_cases WHERE tenant = $1 AND answered_at IS NOT NULL", args![rx.tenant()])
        })
        .await;
    assert_eq!(ended, 1, "the newest that was told counts");
    clerk.get("/fr/desk/imports").await.ok().shows_not("Graffiti");
    let more = "[{\"service_request_id\":\"w999\",\"status\":\"open\",\"service_name\":\"Graffiti\",\"requested_datetime\":\"2019-03-02T10:00:00Z\"}]";
    assert_eq!(fates(&took(&town, more).await), [Fate::Placed], "what comes later goes there too");
    town.visitor().get("/fr/desk/imports").await.is(303);
}

#[tokio::test]
async fn what_waits_is_sealed() {
    let town = town().await;
    took(&town, EXPORT).await;
    let raw: Vec<String> = town
        .reads(|rx| {
            rx.all("SELECT raw FROM open311_imports WHERE tenant = $1 AND case_id IS NULL", args![rx.tenant()], |row| {
                row.get("raw")
            })
        })
        .await;
    assert!(raw.len() == 2 && raw.iter().all(|text| !text.contains("a@b.ma") && !text.contains("agent")), "{raw:?}");
}

#[test]
fn a_file_is_read_in_each_of_its_forms() {
    let now = Moment::parse(testing::START).unwrap();
    let xml = "<?xml version='1.0' encoding='iso-8859-1'?><service_requests><request><service_request_id>1</service_request_id><status>open</status><description>\u{fffd}</description></request></service_requests>";
    let xml = xml.replace('\u{fffd}', "?").into_bytes().into_iter().map(|byte| if byte == b'?' { 0xe9 } else { byte });
    let xml: Vec<u8> = b"<?xml version='1.0' encoding='iso-8859-1'?>".iter().copied().chain(xml.skip(43)).collect();
    let csv = "service_request_id,status,description\n1,open,\u{e9}\n";
    let wrapped = "{\"count\":1,\"requests\":[{\"service_request_id\":1,\"status\":\"open\",\"description\":\"é\"}]}";
    for bytes in [xml.as_slice(), csv.as_bytes(), wrapped.as_bytes()] {
        let (rows, _) = import::rows(bytes, &source(), now).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        assert_eq!(rows.iter().map(|row| (row.number.as_str(), row.words.as_str())).collect::<Vec<_>>(), [("1", "é")]);
    }
    for wrong in ["", "[{", "<a>"] {
        assert!(import::rows(wrong.as_bytes(), &source(), now).is_err(), "{wrong}");
    }
}
