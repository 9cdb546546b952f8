//! Each call of the standard, in both forms.

use super::*;
use crate::model::Status;
use crate::{NewUpdate, Photo, Recovered, Sent, Trouble};
use kernel::Moment;

fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

#[test]
fn a_discovery_document_leads_to_the_production_server() {
    let stage = Stage::with(|_, _| {
        Some(xml("<discovery><changeset>1</changeset><endpoints>\
          <endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>http://127.0.0.1:9/test</url><type>test</type></endpoint>\
          <endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>http://127.0.0.1:9/v2</url><type>production</type>\
          <formats><format>text/xml</format></formats></endpoint></endpoints></discovery>"))
    });
    let found = crate::discover(&stage.url, &stage.endpoint()).unwrap();
    assert_eq!((found.url.as_str(), found.format, found.key.as_deref()), ("http://127.0.0.1:9/v2", Format::Xml, Some("secret")));
    let strict = Endpoint { reach: Reach::Near, ..stage.endpoint() };
    let elsewhere = Stage::saying(&json("{\"endpoints\":[{\"specification\":\"GeoReport_v2\",\"url\":\"ftp://x/v2\"}]}"));
    assert_eq!(crate::discover(&elsewhere.url, &strict).unwrap_err().trouble, Trouble::Unreadable);
}

#[test]
fn services_and_their_questions_read_alike_in_both_forms() {
    let in_json = "[{\"service_code\":001,\"service_name\":\"Cans\",\"description\":null,\"metadata\":true,\"type\":\"realtime\",\
                   \"keywords\":\"lorem, ipsum,\",\"group\":\"sanitation\"}]";
    let in_xml = "<services><service><service_code>001</service_code><service_name>Cans</service_name><description/>\
                  <metadata>true</metadata><type>realtime</type><keywords>lorem, ipsum,</keywords><group>sanitation</group></service></services>";
    let one = crate::services(&Stage::saying(&json(in_json)).endpoint()).unwrap();
    let two = crate::services(&Stage::saying(&xml(in_xml)).endpoint()).unwrap();
    assert_eq!(one, two);
    assert_eq!((one[0].code.as_str(), one[0].metadata, one[0].keywords.len()), ("001", true, 2));
    let definition = "{\"service_code\":\"DMV66\",\"attributes\":[{\"variable\":true,\"code\":\"B\",\"datatype\":\"multivaluelist\",\"required\":\"true\",\
        \"datatype_description\":null,\"order\":\"2\",\"description\":\"What?\",\"values\":[{\"key\":123,\"name\":\"Ford\"}]},\
        {\"variable\":false,\"code\":\"A\",\"datatype\":\"text\",\"order\":1,\"description\":\"Read\"}]}";
    let stage = Stage::saying(&json(definition));
    let read = crate::definition(&stage.endpoint(), "DMV66").unwrap();
    assert_eq!(
        read.attributes.iter().map(|one| (one.code.as_str(), one.variable)).collect::<Vec<_>>(),
        [("A", false), ("B", true)]
    );
    assert_eq!((read.attributes[1].values[0].key.as_str(), read.attributes[1].required), ("123", true));
    assert!(stage.heard()[0].line.contains("/services/DMV66.json?jurisdiction_id=sale"), "{:?}", stage.heard());
    assert!(!stage.heard()[0].line.contains("secret"), "a catalogue needs no key");
    assert_eq!(crate::definition(&stage.endpoint(), "OTHER").unwrap_err().trouble, Trouble::Other);
}

#[test]
fn a_request_is_sent_with_everything_and_our_number_in_its_words() {
    let stage = Stage::saying(&json("[{\"service_request_id\":293944,\"service_notice\":\"Soon\",\"account_id\":null}]"));
    let sent = crate::send(&stage.endpoint(), &order(), None).unwrap();
    assert_eq!(sent, Sent::Numbered { id: "293944".into(), notice: Some("Soon".into()) });
    let heard = &stage.heard()[0];
    for part in [
        "api_key=secret",
        "jurisdiction_id=sale",
        "lat=34.0389",
        "long=-6.8225",
        "SAL-7K3Q-9MPX-R",
        "attribute%5Bsize%5D=big",
        "attribute%5Blanes%5D%5B%5D=1&attribute%5Blanes%5D%5B%5D=2",
    ] {
        assert!(heard.body.contains(part), "{part}: {}", heard.body);
    }
    assert!(heard.head.contains("idempotency-key: 01936f2a") && !heard.line.contains("secret"), "{heard:?}");
}

#[test]
fn a_photo_goes_along_in_a_form_of_parts() {
    let stage =
        Stage::saying(&xml("<service_requests><request><service_request_id>7</service_request_id></request></service_requests>"));
    let photo = Photo { name: "a\".jpg".into(), kind: "image/jpeg".into(), content: b"\xff\xd8jamaa-form-0".to_vec() };
    let new = NewRequest { photos: vec![photo], ..order() };
    assert_eq!(crate::send(&stage.endpoint(), &new, None).unwrap(), Sent::Numbered { id: "7".into(), notice: None });
    let heard = &stage.heard()[0];
    assert!(heard.head.contains("boundary=jamaa-form-1"), "the boundary stands in no content: {}", heard.head);
    assert!(heard.body.contains("name=\"media\"; filename=\"a%22.jpg\""), "{}", heard.body);
}

#[test]
fn a_token_is_asked_for_until_it_has_a_number() {
    let stage = Stage::with(|count, heard| {
        Some(match count {
            0 => json("[{\"token\":\"t1\",\"service_notice\":null}]"),
            1 => json("[{\"token\":\"t1\",\"service_request_id\":null}]"),
            2 => xml(
                "<service_requests><request><token>t1</token><service_request_id>9</service_request_id></request></service_requests>",
            ),
            _ => json(&format!("[{{\"token\":\"another\",\"service_request_id\":\"{}\"}}]", heard.line.len())),
        })
    });
    let endpoint = stage.endpoint();
    assert_eq!(crate::send(&endpoint, &order(), None).unwrap(), Sent::Waiting { token: "t1".into(), notice: None });
    assert!(matches!(crate::token(&endpoint, "t1").unwrap(), Sent::Waiting { .. }));
    assert_eq!(crate::token(&endpoint, "t1").unwrap(), Sent::Numbered { id: "9".into(), notice: None });
    assert_eq!(crate::token(&endpoint, "t1").unwrap_err().trouble, Trouble::Other);
}

#[test]
fn an_answer_about_another_number_is_refused_and_one_that_comes_twice_counts_once() {
    let item = |id: &str, status: &str, updated: &str| {
        format!("{{\"service_request_id\":\"{id}\",\"status\":\"{status}\",\"updated_datetime\":\"{updated}\"}}")
    };
    let twice = format!(
        "[{},{},{}]",
        item("1", "open", "2026-11-01T10:00:00Z"),
        item("2", "open", "2026-11-01T10:00:00Z"),
        item("1", "closed", "2026-11-02T10:00:00Z")
    );
    let stage = Stage::saying(&json(&twice));
    let read = crate::requests(&stage.endpoint(), &["1".into(), "2".into()]).unwrap();
    assert_eq!(
        read.iter().map(|one| (one.id.as_str(), one.status)).collect::<Vec<_>>(),
        [("1", Some(Status::Closed)), ("2", Some(Status::Open))]
    );
    assert!(stage.heard()[0].line.contains("service_request_id=1%2C2"), "{:?}", stage.heard());
    let failure = crate::requests(&stage.endpoint(), &["1".into()]).unwrap_err();
    assert_eq!((failure.trouble, failure.again(), failure.unsure), (Trouble::Other, false, false));
    let absent = Stage::saying(&answer(404, "application/json", "[{\"code\":404,\"description\":\"none\"}]"));
    assert_eq!(crate::requests(&absent.endpoint(), &["1".into()]).unwrap(), []);
    let alone = Stage::saying(&json("{\"service_request_id\":\"1\",\"status\":\"open\",\"notes\":[]}"));
    assert_eq!(crate::requests(&alone.endpoint(), &["1".into()]).unwrap().len(), 1);
}

#[test]
fn updates_go_both_ways() {
    let told = "<service_request_updates>\
        <request_update><update_id>b</update_id><service_request_id>1</service_request_id><status>in progress</status><updated_datetime>2026-11-02T10:00:00Z</updated_datetime></request_update>\
        <request_update><update_id>a</update_id><service_request_id>1</service_request_id><status>OPEN</status><updated_datetime>2026-11-01T10:00:00Z</updated_datetime><description>Vu</description></request_update>\
        <request_update><update_id>a</update_id><service_request_id>1</service_request_id><status>OPEN</status></request_update></service_request_updates>";
    let stage = Stage::with(move |_, heard| {
        let answer = if heard.line.starts_with("POST") {
            "<service_request_updates><request_update><update_id>77</update_id></request_update></service_request_updates>"
        } else {
            told
        };
        Some(xml(answer))
    });
    let endpoint = Endpoint { format: Format::Xml, ..stage.endpoint() };
    let read = crate::updates(&endpoint, at("2026-11-01T00:00:00.5Z"), at("2026-11-03T00:00:00Z")).unwrap();
    assert_eq!(
        read.iter().map(|one| (one.id.as_str(), one.status.as_str())).collect::<Vec<_>>(),
        [("a", "OPEN"), ("b", "IN_PROGRESS")]
    );
    assert!(
        stage.heard()[0]
            .line
            .contains("servicerequestupdates.xml?jurisdiction_id=sale&api_key=secret&start_date=2026-11-01T00%3A00%3A00Z"),
        "{:?}",
        stage.heard()
    );
    let new = NewUpdate {
        id: "u1".into(),
        request: "1".into(),
        status: "FIXED".into(),
        at: at("2026-11-02T10:00:00Z"),
        words: "Réparé".into(),
        first_name: None,
        last_name: None,
        email: None,
        phone: None,
        media_url: None,
    };
    assert_eq!(crate::post_update(&endpoint, &new).unwrap(), "77");
    let none = Stage::saying(&xml("<service_request_updates/>"));
    assert_eq!(crate::updates(&none.endpoint(), at("2026-11-01T00:00:00Z"), at("2026-11-03T00:00:00Z")).unwrap(), []);
}

#[test]
fn what_was_sent_before_is_found_by_its_number_and_not_sent_again() {
    let listed = "[{\"service_request_id\":\"5\",\"description\":\"trou [SAL-0000-0000-0]\"},{\"service_request_id\":\"6\",\"description\":\"trou\\n\\n[SAL-7K3Q-9MPX-R]\"}]";
    let stage = Stage::with(move |_, heard| {
        Some(if heard.line.contains("/tokens/") {
            answer(404, "application/json", "[{\"code\":404,\"description\":\"x\"}]")
        } else {
            json(listed)
        })
    });
    let sent = crate::send(&stage.endpoint(), &order(), Some(at("2026-11-24T09:00:00Z"))).unwrap();
    assert_eq!(sent, Sent::Numbered { id: "6".into(), notice: None });
    let heard = stage.heard();
    assert!(heard.iter().all(|one| one.line.starts_with("GET")), "{heard:?}");
    assert!(heard[1].line.contains("start_date=2026-11-24T08%3A00%3A00Z"), "{heard:?}");
}

#[test]
fn what_cannot_be_found_is_unsure_unless_the_server_keeps_keys() {
    let stage = Stage::with(|_, heard| {
        Some(if heard.line.contains("/tokens/") { answer(404, "application/json", "[]") } else { json("[]") })
    });
    let since = at("2026-11-24T09:00:00Z");
    let failure = crate::send(&stage.endpoint(), &order(), Some(since)).unwrap_err();
    assert_eq!((failure.trouble, failure.unsure, failure.again()), (Trouble::Unsure, true, false));
    assert!(stage.heard().iter().all(|one| one.line.starts_with("GET")));

    let keeps = Stage::with(|_, heard| {
        let echo = "HTTP/1.1 404 X\r\nidempotency-key: 01936f2a-7a3b-7c4d-8e5f-0123456789ab\r\ncontent-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n[]";
        Some(if heard.line.contains("/tokens/") { echo.to_owned() } else { json("[{\"service_request_id\":\"8\"}]") })
    });
    assert_eq!(crate::recover(&keeps.endpoint(), &order(), since).unwrap(), Recovered::Absent);
    assert_eq!(crate::send(&keeps.endpoint(), &order(), Some(since)).unwrap(), Sent::Numbered { id: "8".into(), notice: None });
    assert!(keeps.heard().last().unwrap().line.starts_with("POST"));
}
