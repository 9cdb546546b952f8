//! Everything that another house's server may do wrong is a sentence, and says whether trying again makes sense.

use super::*;
use crate::{Failure, Trouble};
use std::net::IpAddr;

fn fails(answer: &str) -> Failure {
    let stage = Stage::saying(answer);
    crate::send(&stage.endpoint(), &order(), None).unwrap_err()
}

#[test]
fn each_answer_that_is_none_has_its_name() {
    // What came back; its name; whether it may succeed later; whether the request may have been taken.
    let table = [
        (answer(200, "text/html", "<!DOCTYPE html><title>Sign in</title>"), Trouble::Page, false, true),
        (answer(200, "image/png", "PNG"), Trouble::Kind, false, true),
        (answer(200, "application/json", ""), Trouble::Unreadable, false, true),
        (answer(200, "application/json", "[{\"service_request_id\":"), Trouble::Unreadable, false, true),
        (answer(200, "application/json", "[{\"service_notice\":\"x\"}]"), Trouble::Unreadable, false, true),
        (answer(200, "text/xml", "<service_requests><request>"), Trouble::Unreadable, false, true),
        (answer(200, "application/json", "[{\"code\":400,\"description\":\"no\"}]"), Trouble::Refused, false, false),
        (answer(400, "application/json", "[{\"code\":400,\"description\":\"lat missing\"}]"), Trouble::Refused, false, false),
        (
            answer(400, "text/xml", "<errors><error><code>429</code><description>later</description></error></errors>"),
            Trouble::Busy,
            true,
            false,
        ),
        (answer(403, "text/plain", "no"), Trouble::Key, false, false),
        (answer(404, "text/html", "<html>nothing</html>"), Trouble::Absent, false, false),
        (answer(500, "text/html", "<html>oops</html>"), Trouble::Broken, true, true),
        (answer(503, "text/plain", ""), Trouble::Busy, true, false),
        (
            "HTTP/1.1 302 X\r\nlocation: https://elsewhere.example/\r\ncontent-length: 0\r\n\r\n".into(),
            Trouble::Moved,
            false,
            false,
        ),
    ];
    for (said, trouble, again, unsure) in table {
        let failure = fails(&said);
        assert_eq!((failure.trouble, failure.again(), failure.unsure), (trouble, again, unsure), "{said}: {failure:?}");
    }
    assert_eq!(fails(&answer(400, "application/json", "[{\"code\":400,\"description\":\"lat missing\"}]")).detail, "lat missing");
    assert_eq!(fails(&answer(200, "text/html", "<html><title>Sign in</title></html>")).detail, "Sign in");
}

#[test]
fn a_server_may_wish_for_time() {
    let failure = fails("HTTP/1.1 429 X\r\nretry-after: 120\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    assert_eq!((failure.trouble, failure.wait_secs), (Trouble::Busy, Some(120)));
}

#[test]
fn a_line_that_breaks_after_the_form_went_out_leaves_it_unsure() {
    let stage = Stage::with(|_, _| None);
    let failure = crate::send(&stage.endpoint(), &order(), None).unwrap_err();
    assert!(failure.unsure && failure.again(), "{failure:?}");
    let half = "HTTP/1.1 200 X\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n[{\"service_request_id\":\"1\"}]";
    assert!(fails(half).unsure);
}

#[test]
fn nobody_there_is_sure_and_may_be_tried_again() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let endpoint = Endpoint { url: format!("http://127.0.0.1:{port}/v2"), ..Stage::saying("").endpoint() };
    let failure = crate::send(&endpoint, &order(), None).unwrap_err();
    assert_eq!((failure.trouble, failure.again(), failure.unsure), (Trouble::Unreachable, true, false), "{failure:?}");
}

#[test]
fn nothing_inside_the_network_is_called_by_whatever_name() {
    let table = [
        ("8.8.8.8", true, true),
        ("127.0.0.1", false, true),
        ("10.0.0.1", false, false),
        ("172.16.4.4", false, false),
        ("192.168.1.1", false, false),
        ("169.254.169.254", false, false),
        ("100.64.0.1", false, false),
        ("0.0.0.0", false, false),
        ("224.0.0.1", false, false),
        ("::1", false, true),
        ("::ffff:10.0.0.1", false, false),
        ("64:ff9b::a00:1", false, false),
        ("::10.0.0.1", false, false),
        ("2002:a00:1::", false, false),
        ("fd00::1", false, false),
        ("fe80::1", false, false),
        ("2606:4700::1111", true, true),
    ];
    for (address, outside, near) in table {
        let ip: IpAddr = address.parse().unwrap();
        assert_eq!((Reach::Outside.covers(ip), Reach::Near.covers(ip)), (outside, near), "{address}");
    }
    let stage = Stage::saying(&json("[]"));
    let port = stage.url.split(':').nth(2).unwrap().to_owned();
    for host in ["127.0.0.1", "localhost", "[::1]", "0.0.0.0"] {
        let endpoint = Endpoint { url: format!("https://{host}:{port}"), reach: Reach::Outside, ..stage.endpoint() };
        assert_eq!(crate::services(&endpoint).unwrap_err().trouble, Trouble::Inside, "{host}");
    }
    assert!(stage.heard().is_empty());
    for url in ["2130706433", "0x7f.1", "127.1", "LOCALHOST", "printer.local", "db", "[fec0::1]", "10.1.2.3", "a.internal."] {
        assert!(Reach::Outside.is_inside(&format!("https://{url}/hook")), "{url}");
    }
    assert!(!Reach::Outside.is_inside("https://hooks.example.org/x") && !Reach::Near.is_inside("http://127.0.0.1:9/"));
    for url in ["http://example.org/v2", "file:///etc/passwd", "https://me@example.org/", "", "gopher://x", "https://x/#y"] {
        assert!(!Reach::Outside.fits(url), "{url}");
    }
}

#[test]
fn a_redirection_stays_in_the_house() {
    let inside = Stage::with(|count, _| match count {
        0 => Some("HTTP/1.1 301 X\r\nlocation: /v3/services.json\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".into()),
        _ => Some(json("[{\"service_code\":\"a\"}]")),
    });
    assert_eq!(crate::services(&inside.endpoint()).unwrap().len(), 1);
    for to in ["https://elsewhere.example/", "http://127.0.0.1:1/", "//10.0.0.1/x", "ftp://127.0.0.1/", ""] {
        let away = Stage::saying(&format!("HTTP/1.1 302 X\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"));
        assert_eq!(crate::services(&away.endpoint()).unwrap_err().trouble, Trouble::Moved, "{to}");
        assert_eq!(away.heard().len(), 1);
    }
    let telling = Stage::saying(
        "HTTP/1.1 302 X\r\nlocation: https://elsewhere.example/?api_key=secret\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    );
    let outside = Endpoint { reach: Reach::Outside, ..telling.endpoint() };
    for endpoint in [telling.endpoint(), outside] {
        let failure = crate::page(&endpoint, &crate::Asked::default()).unwrap_err();
        assert!(!failure.detail.contains("secret") && !failure.detail.is_empty(), "our key is told to nobody: {failure:?}");
    }
    let round = Stage::saying("HTTP/1.1 302 X\r\nlocation: /again\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    assert_eq!(crate::services(&round.endpoint()).unwrap_err().trouble, Trouble::Moved);
}

#[test]
fn an_answer_without_end_is_not_taken() {
    let stage = Stage::with(|_, _| {
        Some(format!("HTTP/1.1 200 X\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n[{}", "1,".repeat(9_000_000)))
    });
    assert_eq!(crate::services(&stage.endpoint()).unwrap_err().trouble, Trouble::Large);
}

#[test]
fn every_trouble_and_every_repair_has_its_sentence() {
    for text in [include_str!("../../locales/ar.ftl"), include_str!("../../locales/fr.ftl"), include_str!("../../locales/en.ftl")]
    {
        for trouble in Trouble::ALL {
            assert!(text.contains(&format!("georeport-{trouble} = ")), "{trouble}");
        }
        for kind in crate::RepairKind::ALL {
            assert!(text.contains(&format!("georeport-repair-{kind} = ")), "{kind}");
        }
    }
}
