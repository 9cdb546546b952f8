//! The shipped templates on their samples, and what a template may not do.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail like tests")]

use lopdf::{Document, Object};
use papers::{Fault, NAMES, Papers, Sheet, Standard, sample, template};
use serde_json::{Value, json};
use std::sync::LazyLock;

static PRESS: LazyLock<Papers> = LazyLock::new(Papers::new);
const AT: i64 = 1_773_306_000;

fn sheet<'a>(template: &'a str, model: &'a Value, lang: &'a str) -> Sheet<'a> {
    Sheet { template, model, files: &[], title: "وثيقة", lang, standard: Standard::A1b, at: AT, signature_fields: &[] }
}

fn printed(name: &str, lang: &str, fields: &[&str]) -> Vec<u8> {
    let model = sample(name, lang).unwrap();
    let sheet = Sheet { signature_fields: fields, ..sheet(template(name).unwrap(), &model, lang) };
    PRESS.render(&sheet).unwrap_or_else(|fault| panic!("{name} {lang}: {fault}"))
}

fn fault(template: &str, model: &Value) -> Fault {
    PRESS.render(&sheet(template, model, "ar")).map(|pdf| pdf.len()).unwrap_err()
}

/// Width and height of the first page in millimetres.
fn size(pdf: &[u8]) -> (i64, i64) {
    let document = Document::load_mem(pdf).unwrap();
    let page = document.page_iter().next().unwrap();
    let sides = document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
    let length = |n: usize| (f64::from(sides[n].as_float().unwrap()) / 72.0 * 25.4).round() as i64;
    (length(2), length(3))
}

#[test]
fn every_shipped_template_prints_in_arabic_french_and_tifinagh_pages() {
    for name in NAMES {
        for lang in ["ar", "fr", "zgh"] {
            let pdf = printed(name, lang, &[]);
            assert!(pdf.starts_with(b"%PDF-1.4"), "{name}");
            assert!(!Document::load_mem(&pdf).unwrap().get_pages().is_empty());
        }
    }
}

#[test]
fn every_shipped_template_passes_the_check() {
    for name in NAMES {
        assert_eq!(PRESS.check(template(name).unwrap()), Ok(()), "{name}");
    }
}

#[test]
fn papers_have_the_size_of_their_printer() {
    assert_eq!(size(&printed("permit", "ar", &[])), (210, 297));
    assert_eq!(size(&printed("receipt", "ar", &[])), (148, 210));
    let (wide, short) = size(&printed("receipt-80mm", "ar", &[]));
    assert!(wide == 80 && (80..250).contains(&short));
}

#[test]
fn all_fonts_are_inside() {
    let document = Document::load_mem(&printed("permit", "ar", &[])).unwrap();
    let descriptors =
        document.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dict| dict.has_type(b"FontDescriptor"));
    let inside = descriptors.map(|dict| dict.has(b"FontFile2") || dict.has(b"FontFile3")).collect::<Vec<_>>();
    assert!(inside.len() >= 3 && inside.iter().all(|inside| *inside));
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    assert_eq!(printed("permit", "ar", &["president"]), printed("permit", "ar", &["president"]));
    let (one, other) = (Papers::new(), Papers::default());
    let model = sample("silence", "fr").unwrap();
    let sheet = sheet(template("silence").unwrap(), &model, "fr");
    assert_eq!(one.render(&sheet), other.render(&sheet));
}

#[test]
fn signature_fields_are_empty_unseen_and_printable() {
    let pdf = printed("permit", "ar", &["president", "مديرة المصالح"]);
    let document = Document::load_mem(&pdf).unwrap();
    let form = document.get_dictionary(document.catalog().unwrap().get(b"AcroForm").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(form.get(b"SigFlags").unwrap().as_i64().unwrap(), 3);
    let page = document.get_dictionary(document.page_iter().next().unwrap()).unwrap();
    let fields = form.get(b"Fields").unwrap().as_array().unwrap();
    assert_eq!(page.get(b"Annots").unwrap().as_array().unwrap(), fields);
    let names: Vec<String> = fields.iter().map(|field| looked_at(&document, field)).collect();
    assert_eq!(names, ["president", "مديرة المصالح"]);
}

/// Checks one field and gives its name.
fn looked_at(document: &Document, field: &Object) -> String {
    let field = document.get_dictionary(field.as_reference().unwrap()).unwrap();
    assert_eq!(field.get(b"FT").unwrap().as_name().unwrap(), b"Sig");
    assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 4);
    assert!(field.get(b"Rect").unwrap().as_array().unwrap().iter().all(|side| side.as_float().unwrap() == 0.0));
    let look = field.get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap().as_reference().unwrap();
    assert!(document.get_object(look).unwrap().as_stream().unwrap().content.is_empty());
    assert!(!field.has(b"V"));
    lopdf::decode_text_string(field.get(b"T").unwrap()).unwrap()
}

#[test]
fn the_table_of_objects_is_plain_in_both_standards() {
    let model = sample("certificate", "fr").unwrap();
    for standard in [Standard::A1b, Standard::A2b] {
        let sheet = Sheet { standard, signature_fields: &["a"], ..sheet(template("certificate").unwrap(), &model, "fr") };
        let pdf = PRESS.render(&sheet).unwrap();
        let has = |words: &[u8]| pdf.windows(words.len()).any(|window| window == words);
        assert!(has(b"\nxref\n") && !has(b"/XRef") && !has(b"/ObjStm"));
        let part = if standard == Standard::A1b { "<pdfaid:part>1<" } else { "<pdfaid:part>2<" };
        assert!(has(part.as_bytes()));
    }
}

#[test]
fn a_title_with_signs_of_markup_stays_a_title() {
    let model = json!({});
    let pdf = PRESS.render(&Sheet { title: "R & D\n<b>", ..sheet("كلمة", &model, "ar") }).unwrap();
    assert!(String::from_utf8_lossy(&pdf).contains("R &amp; D &lt;b&gt;"));
}

#[test]
fn a_wrong_template_names_its_line() {
    assert_eq!(fault("كلمة\n\n#nothing()", &json!({})).line, 3);
    assert_eq!(fault("#let m = json(\"model.json\")\n#m.missing", &json!({})).line, 2);
    let without = PRESS.check("#import \"letterhead.typ\": *\n#facts(3)").unwrap_err();
    assert_eq!(without.line, 2);
}

#[test]
fn a_template_reads_no_disk_no_network_and_no_package() {
    for template in [
        "#read(\"/etc/hostname\")",
        "#read(\"../Cargo.toml\")",
        "#include \"other.typ\"",
        "#import \"@preview/example:0.1.0\": *",
        "#image(\"https://example.org/a.png\")",
        "#plugin(\"a.wasm\")",
    ] {
        assert_eq!(fault(template, &json!({})).line, 1, "{template}");
    }
}

#[test]
fn a_template_without_end_is_stopped() {
    assert_eq!(fault("#while true {}", &json!({})).line, 1);
    assert_eq!(fault("#let f(x) = f(x + 1)\n#f(1)", &json!({})).line, 1);
}

#[test]
fn a_character_or_a_font_nobody_has_is_refused() {
    assert!(fault("漢", &json!({})).message.contains('漢'));
    let unknown = fault("كلمة\n#text(font: \"Nobody\")[كلمة]", &json!({}));
    assert!(unknown.line == 2 && unknown.message.contains("nobody"));
}

#[test]
fn a_file_of_the_sheet_is_seen_by_the_template() {
    let picture = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" width="2" height="2"><path fill="#000" d="M0 0h2v2z"/></svg>"##;
    let model = json!({});
    let with = Sheet { files: &[("emblem.svg", picture)], ..sheet("#image(\"emblem.svg\")", &model, "ar") };
    assert!(PRESS.render(&with).is_ok());
}

#[test]
fn a_code_too_long_to_be_read_is_refused() {
    assert!(fault("كلمة", &json!({"qr": "x".repeat(4_000)})).message.contains("too long"));
}

#[test]
fn a_date_out_of_range_is_refused() {
    let model = json!({});
    assert!(PRESS.render(&Sheet { at: i64::MAX, ..sheet("كلمة", &model, "ar") }).is_err());
}

#[test]
fn long_lists_run_over_as_many_pages_as_they_need() {
    let mut model = sample("bordereau", "ar").unwrap();
    let row = model["items-table"]["rows"][0].clone();
    model["items-table"]["rows"] = Value::Array(vec![row; 150]);
    let pdf = PRESS.render(&sheet(template("bordereau").unwrap(), &model, "ar")).unwrap();
    assert!(Document::load_mem(&pdf).unwrap().get_pages().len() >= 4);
}
