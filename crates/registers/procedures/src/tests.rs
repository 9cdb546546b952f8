//! The pack's declarations, the form's rules, and a commune's own settings.

use crate::form::{Typed, check};
use crate::{load, rules};
use kernel::clock::DayKind;
use platform::{Json, Pack, Problem};

fn typed(pairs: &[(&str, &str)]) -> Typed {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect()
}

#[test]
fn the_pack_declares_thirty_six_sound_categories() {
    let catalog = load::catalog(&Pack::Embedded).unwrap();
    assert_eq!(catalog.procedures.len(), 36);
    let codes: Vec<_> = catalog.offered().iter().map(|p| p.code.clone()).collect();
    assert_eq!((codes[0].as_str(), codes[35].as_str()), ("K01", "K36"));
    assert!(catalog.find("street-lamp-out").unwrap().clock("service").unwrap().length().length == 26);
}

#[test]
fn darija_words_find_a_category() {
    let catalog = load::catalog(&Pack::Embedded).unwrap();
    for words in ["الضو طافي", "lampadaire", "lamp"] {
        assert_eq!(catalog.search(words).first().map(|p| p.id.as_str()), Some("street-lamp-out"), "{words}");
    }
    assert!(catalog.search("").is_empty());
}

#[test]
fn a_hidden_question_is_absent_even_when_it_was_typed() {
    let catalog = load::catalog(&Pack::Embedded).unwrap();
    let lamp = catalog.find("street-lamp-out").unwrap();
    let both = |how: &str| {
        check(
            &lamp.questions,
            &typed(&[
                ("words", "ظلام"),
                ("how-many", how),
                ("other-numbers", "12, 13"),
                ("contact_how", "none"),
                ("contact_phone", "0612345678"),
            ]),
        )
        .unwrap()
    };
    assert_eq!(both("several").text("other-numbers"), Some("12, 13"));
    assert_eq!(both("one").text("other-numbers"), None);
    assert_eq!(both("one").text("contact_phone"), None);
}

#[test]
fn every_fault_of_a_form_is_named_beside_its_field() {
    let catalog = load::catalog(&Pack::Embedded).unwrap();
    let lamp = catalog.find("street-lamp-out").unwrap();
    let Err(Problem::Invalid(wrong)) =
        check(&lamp.questions, &typed(&[("how-many", "seventy"), ("contact_how", "sms"), ("contact_phone", "12")]))
    else {
        panic!("the form was accepted")
    };
    let mut fields: Vec<_> = wrong.iter().map(|refusal| (refusal.field.clone().unwrap(), refusal.key.as_str())).collect();
    fields.sort();
    let expected =
        [("contact_phone", "procedures-not-a-phone"), ("how-many", "procedures-not-offered"), ("words", "procedures-needed")];
    assert_eq!(fields, expected.map(|(field, key)| (field.to_owned(), key)));
}

#[test]
fn a_condition_reads_the_answers() {
    let answers: Json = serde_json::json!({ "a": "x", "n": 3 });
    assert!(rules::holds(r#"{"==":[{"var":"a"},"x"]}"#, &answers));
    assert!(!rules::holds(r#"{">":[{"var":"n"},3]}"#, &answers));
}

#[tokio::test]
async fn a_commune_sets_its_own_unit_and_target() {
    let town = testing::Town::with([crate::module()]).await;
    town.does(|tx| {
        let setting = crate::Setting {
            procedure: "street-lamp-out".into(),
            offered: true,
            unit: Some("works".into()),
            service: Some((2, DayKind::Working)),
            changed_at: None,
        };
        crate::change(tx, &setting)
    })
    .await;
    let own = town.reads(|rx| crate::procedure(rx, "street-lamp-out")).await;
    assert_eq!((own.route[0].unit.as_str(), own.clock("service").unwrap().length().kind), ("works", DayKind::Working));
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
