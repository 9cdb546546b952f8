//! A draft as a text: what is locked, what differs, and that forms keep what people wrote by hand.

use crate::Fault;
use crate::draft::{self, Beside};
use crate::edit::Text;
use crate::edit::apply::{self, Typed};
use crate::edit::inputs::{LISTS, list};
use crate::load::{self, Country};
use platform::{Facts, Fields, Pack};
use std::sync::Arc;
use std::time::Instant;

const REPAIR: &str = include_str!("../../../../../packs/morocco/procedures/services/p21-repair-permit.toml");

fn country() -> Arc<Country> {
    let mut facts = Facts::default();
    load::read(&Pack::Embedded, &mut facts).unwrap();
    facts.get().unwrap()
}

/// The country's repair permit as a second version of the commune, with changes.
fn second(changes: &[(&str, &str)]) -> String {
    let mut text = REPAIR.replace("version = 1", "version = 2");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    text
}

fn faults(text: &str) -> Vec<Fault> {
    let beside = Beside { id: "repair-permit".into(), version: 2, ..Beside::default() };
    draft::check(&country(), &beside, text).err().unwrap_or_default()
}

#[test]
fn a_commune_may_write_its_own_words() {
    let own = [
        ("fr = \"Permis de réfection\", en", "fr = \"Permis de petits travaux\", en"),
        ("fr = \"Façade\"", "fr = \"Façade sur rue\""),
        ("fr = \"Taxe de réfection\"", "fr = \"Taxe\""),
        ("level = \"arrondissement\" }, { unit", "level = \"commune\" }, { unit"),
    ];
    assert_eq!(faults(&second(&own)), Vec::new());
}

#[test]
fn what_the_law_fixes_is_refused_by_its_name() {
    let table = [
        ("code = \"P21\"", "code = \"P22\"", "code"),
        ("kind = \"authorization\"", "kind = \"certificate\"", "kind"),
        (
            "extends = [\"request\", \"silence\", \"commission\", \"visit\"]",
            "extends = [\"request\", \"silence\", \"commission\"]",
            "extends",
        ),
        ("law = \"12-90\"", "law = \"12-91\"", "basis"),
        ("span = 10\nkind = \"working\"", "span = 90\nkind = \"working\"", "clock decision"),
        ("id = \"lease\"\nkind = \"lease\"", "id = \"lease\"\nkind = \"mandate\"", "piece lease kind"),
        ("kind = \"lease\"\nfrom = \"applicant\"", "kind = \"lease\"\nfrom = \"shown\"", "piece lease from"),
        ("[[procedure.fee]]\nid = \"repair\"", "[[procedure.fee]]\nid = \"more\"", "fee more"),
        ("amount = '{\"var\":\"tariff.repair\"}'", "amount = '{\"var\":\"tariff.inquiry\"}'", "fee repair"),
        ("kind = \"parcel\"", "kind = \"text\"", "question parcel"),
        ("version = 2", "version = 2\nsilence = \"none\"", "silence"),
    ];
    for (from, to, name) in table {
        let found = faults(&second(&[(from, to)]));
        let fault = found.iter().find(|fault| fault.why.key == "procedures-fault-locked" && fault.why.args["name"] == name);
        assert!(fault.is_some_and(|fault| fault.line.is_some()), "{name}: {found:?}");
    }
}

#[test]
fn a_paper_that_the_country_does_not_ask_cannot_be_added() {
    let piece =
        "[[procedure.piece]]\nid = \"more\"\nkind = \"sketch\"\nfrom = \"applicant\"\n\n[[procedure.piece]]\nid = \"title\"";
    let found = faults(&second(&[("[[procedure.piece]]\nid = \"title\"", piece)]));
    assert!(found.iter().any(|fault| fault.why.args.get("name").is_some_and(|name| name == "piece more")), "{found:?}");
}

#[test]
fn what_runs_follows_the_law_even_when_the_commune_wrote_something_else() {
    let text = second(&[
        ("span = 10\nkind = \"working\"", "span = 90\nkind = \"working\""),
        ("fr = \"Permis de réfection\", en", "fr = \"Petits travaux\", en"),
    ]);
    let folded = draft::fold(&country(), "repair-permit", &text).unwrap();
    assert_eq!((folded.title.fr.as_str(), folded.clock("decision").unwrap().span), ("Petits travaux", 10));
}

#[test]
fn id_number_and_count_must_fit_the_draft() {
    let keys = |text: &str| faults(text).into_iter().map(|fault| fault.why.key).collect::<Vec<_>>();
    assert!(keys(REPAIR).contains(&"procedures-fault-version-other".to_owned()));
    assert!(
        keys(&second(&[("id = \"repair-permit\"", "id = \"other-permit\"")])).contains(&"procedures-fault-id-other".to_owned())
    );
    assert_eq!(keys(&format!("{REPAIR}\n{REPAIR}")), ["procedures-fault-one-procedure"]);
    assert_eq!(keys("[[procedure]\n"), ["procedures-fault-toml"]);
}

#[test]
fn an_unknown_icon_or_the_name_of_a_field_of_ours_is_refused() {
    let keys = |from: &str, to: &str| faults(&second(&[(from, to)])).into_iter().map(|fault| fault.why.key).collect::<Vec<_>>();
    assert_eq!(keys("icon = \"building\"", "icon = \"unicorn\""), ["procedures-fault-name-unknown"]);
    let more = "[[procedure.question]]\nid = \"csrf\"\npage = \"works\"\nkind = \"text\"\nlabel = { ar = \"س\", fr = \"q\" }\n\n[[procedure.piece]]\nid = \"title\"";
    assert_eq!(keys("[[procedure.piece]]\nid = \"title\"", more), ["procedures-fault-name-shape"]);
}

#[test]
fn differences_are_told_by_their_path() {
    let after = second(&[
        ("fr = \"Façade\"", "fr = \"Façade sur rue\""),
        ("max = 300\n", ""),
        ("required = false\nmany", "required = false\nmax_mb = 3\nmany"),
    ]);
    let told: Vec<String> = crate::diff::between(REPAIR, &after)
        .into_iter()
        .map(|change| format!("{}: {:?} {:?}", change.at.join("."), change.before.as_deref(), change.after.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            "piece.photos.max_mb: None Some(\"3\")",
            "question.nature.options.front.label.fr: Some(\"Façade\") Some(\"Façade sur rue\")",
            "question.other.max: Some(\"300\") None",
        ]
    );
    let mut moved = Text::parse(REPAIR).unwrap();
    moved.shift("question", "other", true);
    let told = crate::diff::between(REPAIR, &moved.to_string());
    assert_eq!(told.iter().map(|change| change.at.join(".")).collect::<Vec<_>>(), ["question.order"]);
}

fn form(pairs: &[(&str, &str)]) -> Fields {
    let mut fields = Fields::default();
    pairs.iter().for_each(|(name, value)| fields.push(name, *value));
    fields
}

/// The text after a form on an element.
fn after(text: &str, name: &str, id: &str, pairs: &[(&str, &str)]) -> String {
    let mut text = Text::parse(text).unwrap();
    let fields = form(pairs);
    let procedure = draft::loose(&country(), REPAIR).unwrap();
    let typed = Typed { fields: &fields, questions: &procedure.questions };
    assert!(apply::element(&mut text, list(name).unwrap(), id, &typed, &|_| false));
    text.to_string()
}

#[test]
fn comments_and_order_stay_when_a_form_writes() {
    let written = REPAIR
        .replace("label = { ar = \"نوع الأشغال\"", "# ask first\nlabel = { ar = \"نوع الأشغال\"")
        .replace("  { id = \"front\"", "  # the street side\n  { id = \"front\"")
        .replace("required = true\nmax = 300", "required = true # always\nmax = 300");
    let text = after(
        &written,
        "question",
        "nature",
        &[
            ("label_fr", "Quels travaux ?"),
            ("label_ar", "ما الأشغال؟"),
            ("label_en", "Which works?"),
            ("options.0.id", "front"),
            ("options.0.label_ar", "الواجهة"),
            ("options.0.label_fr", "La façade"),
            ("options.0.label_en", "Front"),
            ("options.1.id", ""),
            ("options.2.id", "new"),
            ("options.2.label_ar", "جديد"),
            ("options.2.label_fr", "Neuf"),
        ],
    );
    for kept in [
        "# Permis de réfection: small works",
        "# ask first",
        "# the street side",
        "required = true # always",
        "fr = \"Quels travaux ?\"",
        "fr = \"La façade\"",
        "{ id = \"new\", label = { ar = \"جديد\", fr = \"Neuf\" } }",
    ] {
        assert!(text.contains(kept), "{kept}\n{}", &text[..2_500]);
    }
    assert!(!text.contains("waterproofing\", label"), "a row without its name goes");
    let changed: Vec<usize> =
        text.lines().zip(written.lines()).enumerate().filter(|(_, (a, b))| a != b).map(|(n, _)| n).collect();
    assert!(changed.first().is_some_and(|line| *line > 25), "nothing above the question changes: {changed:?}");
    assert!(crate::declared::parse(&text).is_ok());
}

#[test]
fn a_form_that_changes_nothing_leaves_the_text_as_it_is() {
    let country = country();
    let catalog = load::catalog(&Pack::Embedded).unwrap();
    for (id, (_, file)) in &country.national {
        let mut text = Text::parse(file).unwrap();
        let procedure = draft::loose(&country, file).unwrap();
        let around = crate::edit::shown::Around { catalog: &catalog, country: &country, units: &[], procedure: Some(&procedure) };
        for list in &LISTS {
            let names = if list.name.is_empty() {
                vec![String::new()]
            } else {
                crate::edit::shown::elements(&mut text, list).into_iter().map(|(id, _)| id).collect()
            };
            for name in names {
                let fields = sent(&crate::edit::shown::element(&mut text, list, &name, &around, &|_| None));
                let typed = Typed { fields: &fields, questions: &procedure.questions };
                apply::element(&mut text, list, &name, &typed, &|_| false);
            }
        }
        let differences = crate::diff::between(file, &text.to_string());
        assert!(differences.is_empty(), "{id}: {differences:?}");
    }
}

/// What a browser would send of a form that nobody touched.
fn sent(shown: &[platform::Json]) -> Fields {
    let mut fields = Fields::default();
    let text = |value: &platform::Json| value.as_str().unwrap_or("").to_owned();
    for field in shown {
        let name = text(&field["name"]);
        match field["input"].as_str().unwrap() {
            "label" | "long" => {
                ["ar", "fr", "en"].iter().for_each(|lang| fields.push(&format!("{name}_{lang}"), text(&field[*lang])))
            }
            "rule" => ["of", "is", "value", "raw"]
                .iter()
                .for_each(|part| fields.push(&format!("{name}.{part}"), text(&field["rule"][*part]))),
            "sum" => {
                let said = &field["rule"]["said"];
                ["tariff", "fixed", "times"].iter().for_each(|part| fields.push(&format!("{name}.{part}"), text(&said[*part])));
                fields.push(&format!("{name}.raw"), text(&field["rule"]["raw"]));
            }
            "rows" => {
                for row in field["rows"].as_array().unwrap() {
                    fields.values.extend(sent(row.as_array().unwrap()).values);
                }
            }
            "many" => {
                fields.push(&name, "");
                field["words"].as_array().unwrap().iter().for_each(|word| fields.push(&name, text(word)));
            }
            _ => fields.push(&name, text(&field["value"])),
        }
    }
    fields
}

#[test]
fn the_check_is_quick_enough_to_be_made_while_typing() {
    let country = country();
    let mut slowest = (0, String::new());
    for (id, (declared, file)) in &country.national {
        let mut text = Text::parse(file).unwrap();
        text.keep_only(id);
        let text = text.to_string();
        let beside = Beside { id: id.clone(), version: declared.version, ..Beside::default() };
        // The best of several: a machine that does something else meanwhile says nothing of the check.
        let once = |_| {
            let start = Instant::now();
            assert!(draft::check(&country, &beside, &text).is_ok(), "{id}");
            start.elapsed().as_millis()
        };
        slowest = slowest.max(((0..5).map(once).min().unwrap_or_default(), id.clone()));
    }
    assert!(slowest.0 <= 100, "{slowest:?}");
}
