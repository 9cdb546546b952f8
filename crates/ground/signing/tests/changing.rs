//! Changes after a signature: the digests still match, and the document is refused all the same.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

mod common;

use common::{append, append_with, body, circle, number_after, object_with};
use signing::{Report, Since, verify};

/// Judges a document that was signed by two and then changed: both signatures are intact, neither holds.
fn refused(changed: &[u8], circle: &common::Circle) -> String {
    let report = verify(changed, &circle.trust());
    assert_eq!(report.unreadable, None);
    assert!(report.signatures.iter().all(|finding| finding.intact && finding.genuine && !finding.holds() && !finding.whole_file));
    match &report.signatures[0].since {
        Since::Forbidden(what) => what.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn another_page_content_is_refused() {
    let circle = circle();
    let signed = circle.signed_twice();
    let content = number_after(common::PAPER, "/Contents ");
    let attack = append(&signed, &[(content, Some("<</Length 21>>\nstream\n1 0 0 rg 0 0 9 9 re f\nendstream"))]);
    assert!(refused(&attack, &circle).contains("Contents of Page"));
}

#[test]
fn another_page_is_refused() {
    let circle = circle();
    let signed = circle.signed_twice();
    let page = object_with(&signed, "/MediaBox");
    let attack = append(&signed, &[(page, Some(&body(&signed, page).replace("/MediaBox", "/Rotate 180/MediaBox")))]);
    assert!(refused(&attack, &circle).contains("Page"));
}

#[test]
fn a_new_note_on_the_page_is_refused() {
    let circle = circle();
    let signed = circle.signed_twice();
    let page = object_with(&signed, "/MediaBox");
    let noted = body(&signed, page).replace("/Annots[", "/Annots[801 0 R ");
    assert!(noted.contains("801 0 R"));
    let note = "<</Type/Annot/Subtype/FreeText/Rect[0 0 200 200]/Contents(PAID)>>";
    refused(&append(&signed, &[(page, Some(&noted)), (801, Some(note))]), &circle);
    let last = body(&signed, page);
    let annots = last.find("/Annots[").unwrap();
    let close = annots + last[annots..].find(']').unwrap();
    let behind = format!("{} 801 0 R{}", &last[..close], &last[close..]);
    refused(&append(&signed, &[(page, Some(&behind)), (801, Some(note))]), &circle);
}

#[test]
fn other_metadata_are_refused() {
    let circle = circle();
    let signed = circle.signed_twice();
    let metadata = number_after(common::PAPER, "/Metadata ");
    assert!(
        refused(&append(&signed, &[(metadata, Some("<</Type/Metadata/Subtype/XML/Length 1>>\nstream\nx\nendstream"))]), &circle)
            .contains("XML")
    );
    let info = number_after(&signed, "/Info ");
    refused(&append(&signed, &[(info, Some("<</Title(another)>>"))]), &circle);
    assert!(refused(&append_with(&signed, &[], "Other"), &circle).contains("properties"));
}

#[test]
fn a_catalog_that_acts_on_opening_is_refused() {
    let circle = circle();
    let signed = circle.signed_twice();
    let root = number_after(&signed, "/Root ");
    let acting = body(&signed, root).replacen("<<", "<</OpenAction<</S/URI/URI(https://example.org)>>", 1);
    refused(&append(&signed, &[(root, Some(&acting))]), &circle);
}

#[test]
fn a_removed_object_is_refused() {
    let circle = circle();
    let signed = circle.signed_twice();
    let content = number_after(common::PAPER, "/Contents ");
    assert!(refused(&append(&signed, &[(content, None)]), &circle).contains("removed"));
}

#[test]
fn a_signature_that_is_taken_back_is_refused() {
    let circle = circle();
    let signed = circle.signed_twice();
    let field = object_with(&signed, "/T <6469726563746F72>");
    let was = body(&signed, field);
    let value = was.find("/V ").unwrap();
    let emptied = format!("{}{}", &was[..value], &was[value + was[value..].find('R').unwrap() + 1..]);
    let report = verify(&append(&signed, &[(field, Some(&emptied))]), &circle.trust());
    assert_eq!(report.signatures.len(), 1);
    assert!(matches!(report.signatures[0].since, Since::Forbidden(_)));
}

#[test]
fn a_field_that_moves_while_it_is_signed_is_refused() {
    let circle = circle();
    let once = circle.signed_once();
    let field = object_with(&once, "/T(director)");
    let moved = body(&once, field).replace("/Rect[0 0 0 0]", "/Rect[0 0 500 500]").replacen("<<", "<</V 801 0 R", 1);
    assert!(moved.contains("500"));
    let attack = append(&once, &[(field, Some(&moved)), (801, Some("<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>"))]);
    assert!(matches!(verify(&attack, &circle.trust()).signatures[0].since, Since::Forbidden(_)));
}

#[test]
fn a_value_that_could_be_drawn_is_refused() {
    let circle = circle();
    let once = circle.signed_once();
    let field = object_with(&once, "/T(director)");
    let filled = body(&once, field).replacen("<<", "<</V 801 0 R", 1);
    for value in [
        "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>/SMask/None>>",
        "<</ByteRange[0 1 2 3]/Subtype/Form/BBox[0 0 9 9]/Length 3>>\nstream\nq Q\nendstream",
        "<</Type/Sig/ByteRange[0 1 2 3]/Length 3>>\nstream\nq Q\nendstream",
    ] {
        let report: Report = verify(&append(&once, &[(field, Some(&filled)), (801, Some(value))]), &circle.trust());
        assert!(matches!(report.signatures[0].since, Since::Forbidden(_)), "{value}");
    }
}

#[test]
fn a_change_that_is_undone_later_is_refused_all_the_same() {
    let circle = circle();
    let signed = circle.signed_twice();
    let page = object_with(&signed, "/MediaBox");
    let was = body(&signed, page);
    let changed = append(&signed, &[(page, Some(&was.replace("/MediaBox", "/Rotate 180/MediaBox")))]);
    refused(&append(&changed, &[(page, Some(&was))]), &circle);
}

#[test]
fn an_object_written_again_as_it_was_is_no_change() {
    let circle = circle();
    let signed = circle.signed_twice();
    let page = object_with(&signed, "/MediaBox");
    let report = verify(&append(&signed, &[(page, Some(&body(&signed, page)))]), &circle.trust());
    assert!(report.signatures.iter().all(|finding| finding.holds() && finding.since == Since::LaterSignatures));
}

#[test]
fn validation_material_may_be_added_and_renewed() {
    let circle = circle();
    let signed = circle.signed_twice();
    let root = number_after(&signed, "/Root ");
    let with = body(&signed, root).replacen("<<", "<</DSS 801 0 R", 1);
    let first = append(
        &signed,
        &[(root, Some(&with)), (801, Some("<</Type/DSS/Certs[802 0 R]>>")), (802, Some("<</Length 1>>\nstream\nx\nendstream"))],
    );
    let second = append(
        &first,
        &[(801, Some("<</Type/DSS/Certs[802 0 R 803 0 R]>>")), (803, Some("<</Length 1>>\nstream\ny\nendstream"))],
    );
    let report = verify(&second, &circle.trust());
    assert!(report.holds());
    assert_eq!(report.signatures[1].since, Since::LaterSignatures);
}

#[test]
fn a_document_time_stamp_may_be_added_unseen() {
    let circle = circle();
    let signed = circle.signed_twice();
    let (page, form) = (object_with(&signed, "/MediaBox"), object_with(&signed, "/SigFlags"));
    let longer = |number: usize, list: &str| {
        let was = body(&signed, number);
        let from = was.find(list).unwrap();
        let close = from + was[from..].find(']').unwrap();
        format!("{} 801 0 R{}", &was[..close], &was[close..])
    };
    let (noted, declared) = (longer(page, "/Annots["), longer(form, "/Fields["));
    let stamp = "<</Type/DocTimeStamp/SubFilter/ETSI.RFC3161/ByteRange[0 1 2 3]/Contents<00>>>";
    let with = |widget: &str, value: &str| {
        let objects = [(page, Some(noted.as_str())), (form, Some(&declared)), (801, Some(widget)), (802, Some(value))];
        verify(&append(&signed, &objects), &circle.trust())
    };
    let widget = "<</Type/Annot/Subtype/Widget/FT/Sig/T(stamp)/F 4/Rect[0 0 0 0]/V 802 0 R>>";
    let report = with(widget, stamp);
    assert_eq!(report.signatures.len(), 3);
    assert!(report.signatures[0].holds() && report.signatures[1].since == Since::LaterSignatures);
    assert!(!report.signatures[2].holds());
    for (widget, value) in [
        (widget.replace("[0 0 0 0]", "[0 0 9 9]"), stamp.to_owned()),
        (widget.replace("/F 4", "/F 4/AA<</E<</S/Named/N/Print>>>>"), stamp.to_owned()),
        (widget.replace("/FT/Sig", "/FT/Tx"), stamp.to_owned()),
        (widget.to_owned(), stamp.replace("DocTimeStamp", "Sig")),
    ] {
        assert!(matches!(with(&widget, &value).signatures[0].since, Since::Forbidden(_)), "{widget}");
    }
}

#[test]
fn material_that_a_page_uses_too_is_refused() {
    let circle = circle();
    let unsigned = common::PAPER;
    let root = number_after(unsigned, "/Root ");
    let page = object_with(unsigned, "/MediaBox");
    let with = body(unsigned, root).replacen("<<", "<</DSS 801 0 R", 1);
    let drawn = body(unsigned, page).replacen("<<", "<</Trick 801 0 R", 1);
    let prepared = append(unsigned, &[(root, Some(&with)), (page, Some(&drawn)), (801, Some("<</Certs[]>>"))]);
    let signed = signing::sign(&prepared, "president", &common::intent(), &circle.president, None).unwrap();
    assert!(verify(&signed, &circle.trust()).holds());
    let attack = append(&signed, &[(801, Some("<</Certs[802 0 R]>>")), (802, Some("<<>>"))]);
    assert!(matches!(verify(&attack, &circle.trust()).signatures[0].since, Since::Forbidden(_)));
}

#[test]
fn what_was_missing_when_it_was_signed_may_not_appear() {
    let circle = circle();
    let page = object_with(common::PAPER, "/MediaBox");
    let waiting = body(common::PAPER, page).replacen("<<", "<</Later 850 0 R", 1);
    let prepared = append(common::PAPER, &[(page, Some(&waiting))]);
    let signed = signing::sign(&prepared, "president", &common::intent(), &circle.president, None).unwrap();
    assert!(verify(&signed, &circle.trust()).holds());
    let attack = append(&signed, &[(850, Some("<</Length 0>>\nstream\n\nendstream"))]);
    let Since::Forbidden(what) = &verify(&attack, &circle.trust()).signatures[0].since else { panic!() };
    assert!(what.contains("appeared"));
}
