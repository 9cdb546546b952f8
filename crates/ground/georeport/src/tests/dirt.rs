//! What real exports contain.

use crate::{Repair, RepairKind, Tree, Zone, decode, moment, read_request, read_tree, rows};
use kernel::Point;

fn tree(text: &str) -> (Tree, Vec<RepairKind>) {
    let mut repairs = Vec::new();
    let tree = read_tree(text, &mut repairs).unwrap();
    (tree, repairs.iter().map(|one| one.kind).collect())
}

fn request(text: &str) -> (crate::Request, Vec<Repair>) {
    let mut repairs = Vec::new();
    let tree = read_tree(text, &mut repairs).unwrap();
    let read = read_request(&tree, &Zone::named("America/Chicago").unwrap(), &mut repairs).unwrap();
    (read, repairs)
}

#[test]
fn one_tree_stands_for_both_forms() {
    let (json, _) = tree("{\"a\":\"1 < 2\",\"b\":null,\"c\":{\"d\":\"é\"}}");
    let (xml, _) = tree("<?xml version=\"1.0\"?><!-- x --><r><a>1 &lt; 2</a><b/><c><d><![CDATA[é]]></d></c></r>");
    assert_eq!(xml.part("r"), Some(&json));
    assert_eq!(tree("<r xmlns:x='y'><x:a>&#233;&#x41;</x:a></r>").0.part("r").unwrap().said("a").unwrap(), "éA");
    let (_, repairs) = tree("<r><a>x&nbsp;y</a></r>");
    assert_eq!(repairs, [RepairKind::Signs]);
}

#[test]
fn numbers_keep_their_signs_and_mistakes_of_json_are_mended_and_counted() {
    let (read, repairs) = tree("[{\"a\":001,\"b\":12345678901234567890123,\"c\":-6.80,\"d\":True,\"e\":NaN,\"f\":\"a\tb\",},]");
    let Tree::List(items) = &read else { panic!() };
    let said = |name: &str| items[0].said(name);
    assert_eq!(
        (said("a"), said("b"), said("c")),
        (Some("001".into()), Some("12345678901234567890123".into()), Some("-6.80".into()))
    );
    assert_eq!((said("d"), said("e"), said("f")), (Some("true".into()), None, Some("a\tb".into())));
    assert_eq!(repairs, [RepairKind::Signs; 6]);
    assert_eq!(tree("\"\\u00e9\\ud83d\\ude00\\ud83d x\"").0.text().unwrap(), "é😀\u{fffd} x");
    assert_eq!(tree("{\"a\":1}\n{\"a\":2}\n").0.items("x").len(), 2, "a value a line");
}

#[test]
fn what_is_no_document_is_said_with_its_line() {
    let deep = "[".repeat(50);
    let wide = format!("<a>{}", "<b>".repeat(50));
    for wrong in [
        "",
        "[",
        "{\"a\"}",
        "{\"a\":}",
        "[1 2]",
        "{a:1}",
        "\"x",
        "[1]]",
        "<a>",
        "<a></b>",
        "<a",
        "plain",
        deep.as_str(),
        wide.as_str(),
    ] {
        assert!(read_tree(wrong, &mut Vec::new()).is_err(), "{wrong}");
    }
    assert_eq!(read_tree("[\n1,\nx!]", &mut Vec::new()).unwrap_err().0, "line 3: neither a number nor a known word");
}

#[test]
fn every_fault_of_a_request_is_mended_counted_and_kept() {
    let (read, repairs) = request(
        "{\"service_request_id\":\"1\",\"status\":\"Completed\",\"description\":\"null\",\"lat\":0,\"long\":0.0,\"lat\":\"\",\
          \"requested_datetime\":\"2016-01-05T10:00:00\",\"updated_datetime\":\"0000-00-00 00:00:00\",\"zip\":60601,\"photo\":{\"u\":1}}",
    );
    let kinds: Vec<(RepairKind, &str)> = repairs.iter().map(|one| (one.kind, one.field.as_str())).collect();
    for wanted in [
        (RepairKind::Twice, "lat"),
        (RepairKind::Status, "status"),
        (RepairKind::Null, "description"),
        (RepairKind::Naive, "requested_datetime"),
        (RepairKind::Date, "updated_datetime"),
        (RepairKind::Name, "zipcode"),
        (RepairKind::Zero, "lat"),
    ] {
        assert!(kinds.contains(&wanted), "{wanted:?} in {kinds:?}");
    }
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    assert_eq!((read.description, read.point, read.status), (None, None, Some(crate::Status::Closed)));
    assert_eq!(read.requested.unwrap().to_string(), "2016-01-05T16:00:00.000000Z", "in the zone of the source");
    assert!(read.raw.contains(&("photo".into(), "u=1".into())) && read.raw.contains(&("description".into(), "null".into())));
}

#[test]
fn the_last_that_says_something_counts_among_repeats() {
    let (read, repairs) =
        request("{\"service_request_id\":\"1\",\"lat\":34.03,\"long\":-6.8,\"long\":-6.81,\"address\":\"x\",\"address\":null}");
    assert_eq!(read.point, Point::new(34.03, -6.81));
    assert_eq!(read.address.as_deref(), Some("x"));
    assert_eq!(repairs.iter().filter(|one| one.kind == RepairKind::Twice).count(), 2);
    for (lat, long) in [("95", "3"), ("x", "y"), ("34.0", "")] {
        let (read, repairs) = request(&format!("{{\"lat\":\"{lat}\",\"long\":\"{long}\"}}"));
        assert_eq!((read.point, repairs[0].kind), (None, RepairKind::Point), "{lat} {long}");
    }
}

#[test]
fn a_status_is_understood_in_other_words() {
    let table = [
        ("open", Some("open"), true),
        ("CLOSED", Some("closed"), true),
        ("Closed - duplicate", Some("closed"), false),
        ("Reopened", Some("open"), false),
        ("acknowledged", Some("open"), false),
        ("42", None, false),
    ];
    for (written, meant, exact) in table {
        let (read, repairs) = request(&format!("{{\"status\":\"{written}\"}}"));
        assert_eq!((read.status.map(|status| status.as_str()), repairs.is_empty()), (meant, exact), "{written}");
    }
}

#[test]
fn dates_are_read_as_exports_write_them() {
    let zone = Zone::ours();
    // The text; the moment; without a zone; day and month could be exchanged.
    let table = [
        ("2026-11-24T10:00:00Z", "2026-11-24T10:00:00.000000Z", false, false),
        ("2026-11-24T10:00:00.000-0500", "2026-11-24T15:00:00.000000Z", false, false),
        ("2026-11-24T10:00:00 01:00", "2026-11-24T09:00:00.000000Z", false, false),
        ("2026-11-24 10:00:00", "2026-11-24T09:00:00.000000Z", true, false),
        ("2026-11-24", "2026-11-23T23:00:00.000000Z", true, false),
        ("24/11/2026 10:00", "2026-11-24T09:00:00.000000Z", true, false),
        ("11/24/2026", "2026-11-23T23:00:00.000000Z", true, false),
        ("11/05/2026 10:00:00 PM", "2026-11-05T21:00:00.000000Z", true, false),
        ("11/05/2026 12:00:00 AM", "2026-11-04T23:00:00.000000Z", true, false),
        ("05/11/2026 10:00", "2026-11-05T09:00:00.000000Z", true, true),
    ];
    for (written, meant, naive, doubtful) in table {
        let read = moment(written, &zone, false).unwrap_or_else(|| panic!("{written}"));
        assert_eq!((read.at.to_string().as_str(), read.naive, read.doubtful), (meant, naive, doubtful), "{written}");
    }
    for wrong in
        ["", "0000-00-00 00:00:00", "soon", "31/31/2026", "1/2/26", "24/11/2026 25:00", "11/24/2026 13:00 PM", "2026-02-30"]
    {
        assert_eq!(moment(wrong, &zone, false), None, "{wrong}");
    }
    assert_eq!(moment("2026-11-24", &zone, true).unwrap().at.to_string(), "2026-11-24T22:59:59.000000Z");
}

#[test]
fn a_text_is_read_in_whatever_it_is_written() {
    let read = |bytes: &[u8]| {
        let mut repairs = Vec::new();
        (decode(bytes, &mut repairs), repairs.iter().map(|one| one.kind).collect::<Vec<_>>())
    };
    assert_eq!(read("é".as_bytes()), ("é".into(), vec![]));
    assert_eq!(read(b"\xef\xbb\xbf[1]"), ("[1]".into(), vec![RepairKind::Mark]));
    assert_eq!(read(b"a\n\xe9t\xe9\n\xc3\xa9\n"), ("a\nété\né\n".into(), vec![RepairKind::Encoding]), "line by line");
    assert_eq!(read(b"<?xml version='1.0' encoding='windows-1256'?><a>\n\xd3\xe1\xc7</a>").0.lines().last(), Some("سلا</a>"));
    assert!(
        read(b"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>\xc3\xa9</a>").0.contains("é"),
        "says one thing and writes another"
    );
    assert_eq!(read(b"\xff\xfe[\x001\x00]\x00"), ("[1]".into(), vec![RepairKind::Mark]));
    assert_eq!(read(b"[\x001\x00]\x00").0, "[1]");
}

#[test]
fn a_table_is_read_with_any_delimiter_and_ragged_rows() {
    for sign in [",", ";", "\t", "|"] {
        let text = ["service_request_id,status,description", "1,open,\"a\nb\"", "2,closed", "3,open,c,d", ",,"]
            .join("\n")
            .replace(',', sign);
        let mut repairs = Vec::new();
        let read = rows(&text, &mut repairs).unwrap();
        assert_eq!(read.len(), 3, "{sign}");
        assert_eq!(read[0].said("description").as_deref(), Some("a\nb"));
        assert_eq!(read[2].said("column_4").as_deref(), Some("d"));
        assert_eq!(repairs.iter().map(|one| one.kind).collect::<Vec<_>>(), [RepairKind::Row, RepairKind::Row]);
    }
}
