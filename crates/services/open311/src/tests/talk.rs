//! Two communes of this program talk to each other through both halves: the client of one calls the server of the other.

use super::*;
use georeport::{Endpoint, Failure, Format, NewRequest, NewUpdate, Reach, Sent, Trouble};
use kernel::{Moment, Point};
use platform::args;

/// The program of the town, behind a real port of this machine.
async fn listening(town: &Town) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = town.app.router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

fn endpoint(host: &str, jurisdiction: &str, format: Format) -> Endpoint {
    Endpoint {
        url: format!("{host}/open311/v2"),
        jurisdiction: Some(jurisdiction.into()),
        key: Some(KEY.into()),
        format,
        reach: Reach::Near,
    }
}

/// A call as an effect makes it: on a thread that may wait.
async fn calls<T: Send + 'static>(call: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(call).await.unwrap()
}

fn order(number: u8, words: &str) -> NewRequest {
    NewRequest {
        key: format!("01936f2a-7a3b-7c4d-8e5f-0123456789{number:02x}"),
        reference: "RAB-7K3Q-9MPX-R".into(),
        service: "pothole".into(),
        point: Point::new(34.0389, -6.8225),
        words: words.into(),
        attributes: vec![("size".into(), vec!["car".into()])],
        ..NewRequest::default()
    }
}

fn number(sent: Sent) -> String {
    match sent {
        Sent::Numbered { id, .. } => id,
        Sent::Waiting { token, .. } => panic!("only a token: {token}"),
    }
}

fn update(id: &str, request: &str, status: &str, at: Moment) -> NewUpdate {
    NewUpdate {
        id: id.into(),
        request: request.into(),
        status: status.into(),
        at,
        words: "Équipe passée ce matin".into(),
        first_name: None,
        last_name: None,
        email: None,
        phone: None,
        media_url: None,
    }
}

async fn state(town: &Town, code: &str) -> String {
    let code = code.to_owned();
    town.reads(move |rx| Ok(cases::by_code(rx, &code)?.state)).await
}

#[tokio::test]
async fn an_order_goes_over_is_worked_on_and_its_news_come_back() {
    let town = town().await;
    let host = listening(&town).await;
    for format in [Format::Json, Format::Xml] {
        let sale = endpoint(&host, "sale", format);
        let asked = sale.clone();
        let services = calls(move || georeport::services(&asked)).await.unwrap();
        assert!(services.iter().any(|service| service.code == "pothole" && service.metadata), "{format}");
        let asked = sale.clone();
        let definition = calls(move || georeport::definition(&asked, "pothole")).await.unwrap();
        let size = definition.attributes.iter().find(|one| one.code == "size").unwrap();
        let value = size.values[0].key.clone();
        let words = format!("Un trou sur la rocade, côté Salé ({format})");
        let new = NewRequest { attributes: vec![("size".into(), vec![value])], ..order(format as u8, &words) };
        let before = town.clock.now();
        let (to, sent) = (sale.clone(), new.clone());
        let id = number(calls(move || georeport::send(&to, &sent, None)).await.unwrap());
        let to = sale.clone();
        let again = number(calls(move || georeport::send(&to, &new, Some(before))).await.unwrap());
        assert_eq!(again, id, "a lost answer is found by its key");

        town.clock.advance_secs(60);
        let sought = id.clone();
        town.does(move |tx| {
            let case = cases::by_code(tx, &sought)?;
            cases::act(tx, &case.id, "take", &cases::Given::default(), false)
        })
        .await;
        let (asked, until) = (sale.clone(), town.clock.now());
        let news = calls(move || georeport::updates(&asked, before, until)).await.unwrap();
        let own: Vec<_> = news.iter().filter(|one| one.request == id).map(|one| one.status.as_str()).collect();
        assert_eq!(own, ["IN_PROGRESS"], "{news:?}");
        let (asked, sought) = (sale.clone(), id.clone());
        let told = calls(move || georeport::requests(&asked, &[sought])).await.unwrap();
        assert_eq!((told[0].status, told[0].point), (Some(georeport::Status::Open), Point::new(34.0389, -6.8225)));

        // The other way: Salé is told that the work is done, twice.
        for _ in 0..2 {
            let (to, new) = (sale.clone(), update("rab-1", &id, "FIXED", until));
            let new = NewUpdate { id: format!("rab-{format}"), ..new };
            assert_eq!(calls(move || georeport::post_update(&to, &new)).await.unwrap(), format!("rab-{format}"));
        }
        assert_eq!(state(&town, &id).await, "answered");
        let (asked, sought) = (sale.clone(), id.clone());
        let told = calls(move || georeport::requests(&asked, &[sought])).await.unwrap();
        assert_eq!(told[0].status, Some(georeport::Status::Closed));
    }
    let count = town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM cases_cases WHERE tenant = $1", args![rx.tenant()])).await;
    assert_eq!(count, 2);
}

#[tokio::test]
async fn each_commune_has_its_own_door_key_and_numbers_behind_one_address() {
    let town = town().await;
    let host = listening(&town).await;
    let rabat = endpoint(&host, "rabat", Format::Json);
    let new = NewRequest { point: Point::new(34.0133, -6.8326), attributes: Vec::new(), ..order(1, "trou") };
    let sent = new.clone();
    let id = number(calls(move || georeport::send(&rabat, &sent, None)).await.unwrap());
    assert!(id.starts_with("RAB-"), "{id}");
    let stranger = Endpoint { key: Some(OTHER.into()), ..endpoint(&host, "rabat", Format::Xml) };
    let sent = new.clone();
    let failure = calls(move || georeport::send(&stranger, &sent, None)).await.unwrap_err();
    assert_eq!((failure.trouble, failure.unsure), (Trouble::Key, false), "{failure:?}");
    let nowhere = endpoint(&host, "atlantis", Format::Json);
    assert_eq!(calls(move || georeport::services(&nowhere)).await.unwrap_err().trouble, Trouble::Absent);
    let wrong = endpoint(&host, "rabat", Format::Json);
    let across = NewRequest { point: Point::new(34.0389, -6.8225), ..new };
    let failure = calls(move || georeport::send(&wrong, &across, None)).await.unwrap_err();
    assert_eq!((failure.trouble, failure.unsure), (Trouble::Refused, false));
    assert!(failure.detail.contains("jurisdiction_id=sale"), "what the other house says is told: {failure:?}");
    let page = Endpoint { url: format!("{host}/fr"), ..endpoint(&host, "sale", Format::Json) };
    let failure = calls(move || georeport::services(&page)).await.unwrap_err();
    assert!(matches!(failure.trouble, Trouble::Absent | Trouble::Page), "{failure:?}");
    let discovered = calls({
        let (address, wish) = (format!("{host}/open311/discovery.json"), endpoint(&host, "sale", Format::Json));
        move || georeport::discover(&address, &wish)
    });
    assert!(discovered.await.is_ok());
    let listed = town.visitor().get("/open311/discovery.json").await.ok().json();
    let doors =
        listed["endpoints"].as_array().unwrap().iter().filter(|one| one["formats"] != platform::json::json!(["text/csv"]));
    assert_eq!(doors.count(), 2, "the neighbour is listed too, beside the file of all reports");
}

#[tokio::test]
async fn a_try_that_never_arrived_is_sent_again() {
    let town = town().await;
    let host = listening(&town).await;
    let since = town.clock.now();
    let to = endpoint(&host, "sale", Format::Json);
    let new = NewRequest { attributes: Vec::new(), ..order(2, "trou") };
    let sent = calls(move || georeport::send(&to, &new, Some(since))).await.unwrap();
    assert!(number(sent).starts_with("SAL-"));
}

#[tokio::test]
async fn no_update_is_left_out_of_a_long_list_and_the_oldest_come_first() {
    let town = town().await;
    let visitor = town.visitor();
    let mut codes = Vec::new();
    for place in 0..3 {
        let code = filed(&visitor, &[("description", &format!("trou {place}"))]).await;
        let sought = code.clone();
        town.does(move |tx| {
            let case = cases::by_code(tx, &sought)?;
            cases::act(tx, &case.id, "take", &cases::Given::default(), false)
        })
        .await;
        town.clock.advance_secs(1);
        codes.push(code);
    }
    let list = async |query: &str| {
        let path = format!("/open311/v2/servicerequestupdates.json?api_key={KEY}&{query}");
        let reply = visitor.get(&path).await.ok().json();
        reply.as_array().unwrap().iter().map(|one| text(&one["service_request_id"])).collect::<Vec<_>>()
    };
    assert_eq!(list("page_size=2").await, codes[..2]);
    assert_eq!(list("page_size=2&page=2").await, codes[2..]);
    assert_eq!(list("start_date=2026-11-24T09:00:01Z").await, codes[1..]);
    visitor.get("/open311/v2/servicerequestupdates.json?page=0").await.is(400);
}
