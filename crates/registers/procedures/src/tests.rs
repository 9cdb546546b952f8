//! The pack's declarations, the form's rules, and a commune's own settings.

mod checks;
mod drafts;
mod editor;
mod flow;
mod forms;
mod jsonlogic;
mod together;
mod versions;

use crate::form::{Typed, check};
use crate::load;
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
fn what_people_want_counts_more_than_how_they_begin() {
    let catalog = load::catalog(&Pack::Embedded).unwrap();
    let first = |words: &str| catalog.search_requests(words).first().map(|one| one.id.clone()).unwrap_or_default();
    for (words, wanted) in [
        ("bghit nsla7 dari", "repair-permit"),
        ("bghit n9ad dari", "repair-permit"),
        ("nsawb dari 3afak", "repair-permit"),
        ("بغيت نصلح داري", "repair-permit"),
        ("je veux réparer ma façade", "repair-permit"),
        ("rokhsat al islah", "repair-permit"),
        ("رخسة الاصلاح", "repair-permit"),
        ("bghit nbni dar", "building-permit"),
        ("taxe terrain", "undeveloped-land-tax"),
        ("dariba lard", "undeveloped-land-tax"),
        ("bghit 3a9d izdiyad", "birth-extract"),
    ] {
        assert_eq!(first(words), wanted, "{words}");
    }
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
    assert!(crate::logic::holds(r#"{"==":[{"var":"a"},"x"]}"#, &answers));
    assert!(!crate::logic::holds(r#"{">":[{"var":"n"},3]}"#, &answers));
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

fn words(ar: &str, fr: &str) -> crate::AnswerText {
    let label = kernel::Label::new(ar, fr);
    crate::AnswerText { state: "answered".into(), title: label.clone(), text: label }
}

#[tokio::test]
async fn a_commune_changes_hides_and_adds_answers() {
    let town = testing::Town::with([crate::module()]).await;
    let before = town.reads(crate::answers).await;
    town.does(|tx| crate::change_answer(tx, "repaired", &words("أصلح {code}", "Réparé {code}"))).await;
    town.does(|tx| crate::hide_answer(tx, "collected", true)).await;
    let own = town.does(|tx| crate::add_answer(tx, &words("شكرا", "Merci"))).await;
    let after = town.reads(crate::answers).await;
    assert_eq!(after.len(), before.len());
    let changed = after.iter().find(|answer| answer.id == "repaired").unwrap();
    assert_eq!((changed.title.fr.as_str(), changed.variables.as_slice()), ("Réparé {code}", &["code".to_owned()][..]));
    assert!(after.iter().all(|answer| answer.id != "collected") && after.iter().any(|answer| answer.id == own));
    town.does(|tx| crate::hide_answer(tx, "collected", false)).await;
    town.does(|tx| crate::reset_answer(tx, "repaired")).await;
    town.does(move |tx| crate::reset_answer(tx, &own)).await;
    assert_eq!(town.reads(crate::answers).await, before);
}

#[tokio::test]
async fn an_answer_with_an_unknown_blank_is_refused_beside_its_field() {
    let town = testing::Town::with([crate::module()]).await;
    let Err(Problem::Invalid(wrong)) = town.tries(|tx| crate::add_answer(tx, &words("{اسم}", ""))).await else {
        panic!("the answer was accepted")
    };
    let fields: Vec<_> = wrong.iter().map(|refusal| refusal.field.as_deref().unwrap()).collect();
    assert_eq!(fields, ["title_fr", "text_fr", "text_ar"]);
    assert!(matches!(town.tries(|tx| crate::hide_answer(tx, "nobody", true)).await, Err(Problem::NotFound)));
}
