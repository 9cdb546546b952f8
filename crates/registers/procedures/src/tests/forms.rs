//! The kinds of question, what is typed into them, and what is kept.

use crate::form::{Typed, check_with, settle};
use crate::model::{Question, QuestionKind};
use platform::{Json, Problem, json::json};

/// What is typed, by field.
type Pairs = &'static [(&'static str, &'static str)];

fn question(id: &str, kind: QuestionKind) -> Question {
    serde_json::from_value(json!({
        "id": id, "kind": kind, "label": { "ar": "س", "fr": "q" }, "required": true,
        "options": [{ "id": "a", "label": { "ar": "أ", "fr": "a" } }, { "id": "b", "label": { "ar": "ب", "fr": "b" } }],
        "columns": [
            { "id": "name", "kind": "text", "label": { "ar": "اسم", "fr": "nom" }, "required": true },
            { "id": "n", "kind": "number", "label": { "ar": "عدد", "fr": "nombre" } }
        ]
    }))
    .unwrap()
}

fn kept(kind: QuestionKind, typed: &[(&str, &str)]) -> Result<Json, Vec<(String, String)>> {
    let typed: Typed = typed.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
    match check_with(&[question("q", kind)], &typed, &json!({})) {
        Ok(answers) => Ok(answers.0.get("q").cloned().unwrap_or_default()),
        Err(Problem::Invalid(wrong)) => Err(wrong.into_iter().map(|one| (one.field.unwrap(), one.key)).collect()),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn each_kind_keeps_what_it_means() {
    use QuestionKind::*;
    let table: [(QuestionKind, Pairs, Json); 13] = [
        (Date, &[("q", "02/03/2026")], json!("2026-03-02")),
        (Date, &[("q", "2026-03-02")], json!("2026-03-02")),
        (Date, &[("q", "١٢/٠٩/١٤٤٧")], json!("2026-03-01")),
        (Money, &[("q", "1 250,50")], json!(125_050)),
        (Money, &[("q", "٢٠٠")], json!(20_000)),
        (Number, &[("q", "١٢")], json!(12)),
        (Choices, &[("q", "b")], json!(["b"])),
        (Parcel, &[("q", " 55097/20 ")], json!("55097/20")),
        (Parcel, &[("q", "r1234/20")], json!("R1234/20")),
        (
            Person,
            &[("q.name", "ليلى بنعيسى"), ("q.card", "ab 123456")],
            json!({ "name": "ليلى بنعيسى", "card": "AB123456", "birth": null }),
        ),
        (
            Person,
            &[("q.name", "A"), ("q.card", "P1234567"), ("q.birth", "1/2/1990")],
            json!({ "name": "A", "card": "P1234567", "birth": "1990-02-01" }),
        ),
        (
            Company,
            &[("q.name", "SARL"), ("q.ice", "001234567000089")],
            json!({ "name": "SARL", "ice": "001234567000089", "register": null }),
        ),
        (
            Table,
            &[("q.0.name", "x"), ("q.0.n", "2"), ("q.3.name", "y")],
            json!([{ "name": "x", "n": 2 }, { "name": "y", "n": null }]),
        ),
    ];
    for (kind, typed, value) in table {
        assert_eq!(kept(kind, typed), Ok(value), "{kind} {typed:?}");
    }
}

#[test]
fn what_cannot_be_kept_is_refused_beside_its_field() {
    use QuestionKind::*;
    let table: [(QuestionKind, Pairs, &str, &str); 12] = [
        (Date, &[("q", "31/02/2026")], "q", "procedures-not-a-date"),
        (Date, &[("q", "soon")], "q", "procedures-not-a-date"),
        (Money, &[("q", "12,345")], "q", "procedures-not-a-sum"),
        (Parcel, &[("q", "55097")], "q", "procedures-not-a-title"),
        (Choices, &[("q", "z")], "q", "procedures-not-offered"),
        (Person, &[("q.name", "A")], "q.card", "procedures-needed"),
        (Person, &[("q.card", "AB123456")], "q.name", "procedures-needed"),
        (Person, &[("q.name", "A"), ("q.card", "??")], "q.card", "procedures-not-a-card"),
        (Person, &[], "q.name", "procedures-needed"),
        (Company, &[("q.name", "X"), ("q.ice", "12")], "q.ice", "procedures-not-an-ice"),
        (Table, &[("q.0.n", "2")], "q.0.name", "procedures-needed"),
        (Table, &[], "q", "procedures-needed"),
    ];
    for (kind, typed, field, key) in table {
        assert_eq!(kept(kind, typed), Err(vec![(field.to_owned(), key.to_owned())]), "{kind} {typed:?}");
    }
}

#[test]
fn a_formula_is_computed_and_never_typed() {
    let double: Question = serde_json::from_value(json!({
        "id": "double", "kind": "computed", "label": { "ar": "ضعف", "fr": "double" }, "value": r#"{"*":[{"var":"q"},2]}"#
    }))
    .unwrap();
    let questions = [Question { required: true, ..question("q", QuestionKind::Number) }, double];
    let typed: Typed = [("q", "21"), ("double", "7")].map(|(name, value)| (name.to_owned(), vec![value.to_owned()])).into();
    let answers = check_with(&questions, &typed, &json!({})).unwrap();
    assert_eq!(answers.0["double"].as_f64(), Some(42.0));
}

#[test]
fn what_a_dropped_answer_showed_is_dropped_with_it() {
    let catalog = crate::declared(&platform::Pack::Embedded).unwrap();
    let repair = catalog.find("repair-permit").unwrap();
    let answers = json!({ "nature": "front", "other": "secret", "scaffold": false, "street_m2": 12, "owner": "owner" });
    let shown = settle(repair, &answers, &json!({ "tariff": { "repair": 20000, "public-domain-m2": 3000 } }));
    assert_eq!((shown.context.get("other"), shown.context.get("street_m2")), (None, None));
    let fees: Vec<(String, i64)> =
        crate::fees(repair, &shown.context).into_iter().map(|(fee, sum)| (fee.id.clone(), sum)).collect();
    assert_eq!(fees, [("repair".to_owned(), 20_000)]);
}

#[test]
fn every_request_of_the_pack_can_be_filled() {
    let catalog = crate::declared(&platform::Pack::Embedded).unwrap();
    assert_eq!(catalog.requests.len(), 38);
    let tariffs: std::collections::BTreeMap<&str, i64> =
        catalog.tariffs.iter().map(|tariff| (tariff.id.as_str(), tariff.amount)).collect();
    let with = json!({ "tariff": tariffs, "today": "2026-03-02" });
    for procedure in catalog.requests.values() {
        let typed = crate::sample(procedure, &Typed::new(), &with);
        let read = crate::read(&procedure.questions, &typed, &with);
        assert_eq!(read.wrong, Vec::new(), "{}", procedure.id);
    }
}

#[test]
fn people_find_a_procedure_however_they_spell_it() {
    let catalog = crate::declared(&platform::Pack::Embedded).unwrap();
    let table = [
        ("رخسة الاصلاح", "repair-permit"),
        ("permis de refection", "repair-permit"),
        ("rokhsat islah", "repair-permit"),
        ("عقد الازدياد", "birth-extract"),
        ("permi de construire", "building-permit"),
        ("rokhsat lbna", "building-permit"),
        ("رخصة البنا", "building-permit"),
        ("kahwa", "cafe-restaurant"),
        ("موطو فالفوريان", "pound-release"),
        ("livret famille", "family-booklet"),
        ("légaliser signature", "signature-legalisation"),
        ("rats", "pest-control"),
    ];
    let mut wrong = Vec::new();
    for (words, id) in table {
        let found: Vec<&str> = catalog.search_requests(words).iter().take(3).map(|p| p.id.as_str()).collect();
        if !found.contains(&id) {
            wrong.push(format!("{words}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_was_answered_can_be_typed_again() {
    let catalog = crate::declared(&platform::Pack::Embedded).unwrap();
    let with = serde_json::json!({ "today": "2026-11-24", "tariff": {} });
    for procedure in catalog.offered_requests() {
        let first = crate::read(&procedure.questions, &crate::sample(procedure, &crate::Typed::new(), &with), &with);
        let again = crate::read(&procedure.questions, &crate::typed(&procedure.questions, &first.answers), &with);
        assert_eq!((again.wrong, again.answers), (first.wrong, first.answers), "{}", procedure.id);
    }
}

#[test]
fn a_validity_has_a_length_and_its_reminder_falls_within() {
    let valid = |months, days, remind| crate::Valid { months, days, remind, renewable: true, unless_begun: false };
    let sense = [(12, 0, 30, true), (0, 0, 0, false), (1, 0, 28, false), (1, 0, 27, true), (0, -5, 0, false), (0, 10, -1, false)];
    for (months, days, remind, holds) in sense {
        assert_eq!(valid(months, days, remind).makes_sense(), holds, "{months} {days} {remind}");
    }
    let day = |text| kernel::Day::parse(text).unwrap();
    let until = valid(6, 0, 30).until(day("2026-08-31"));
    assert_eq!((until, valid(6, 0, 30).renewed_from(until)), (day("2027-02-28"), Some(day("2027-01-29"))));
}

#[test]
fn days_that_cannot_be_are_refused_beside_their_field() {
    let day = |limits: Json| -> Question {
        let mut one = json!({ "id": "q", "kind": "date", "label": { "ar": "س", "fr": "q" }, "required": true });
        limits.as_object().unwrap().iter().for_each(|(key, value)| one[key.as_str()] = value.clone());
        serde_json::from_value(one).unwrap()
    };
    let with = json!({ "today": "2026-03-02", "starts": "2026-12-01" });
    for (limits, typed, wrong) in [
        (json!({ "not_after": "today" }), "02/03/2026", None),
        (json!({ "not_after": "today" }), "03/03/2026", Some("procedures-day-to-come")),
        (json!({ "not_before": "today" }), "01/03/2026", Some("procedures-day-past")),
        (json!({ "not_before": "today-30d" }), "01/02/2026", None),
        (json!({ "not_before": "today-30d" }), "30/01/2026", Some("procedures-day-too-early")),
        (json!({ "not_after": "today+7d" }), "10/03/2026", Some("procedures-day-too-late")),
        (json!({ "not_before": "starts" }), "30/11/2026", Some("procedures-day-too-early")),
        (json!({ "not_before": "starts" }), "01/12/2026", None),
        (json!({ "not_before": "unanswered" }), "01/01/2020", None),
    ] {
        let typed_day = Typed::from([("q".to_owned(), vec![typed.to_owned()])]);
        let found = check_with(&[day(limits.clone())], &typed_day, &with);
        let key = match found {
            Ok(_) => None,
            Err(Problem::Invalid(all)) => Some(all[0].key.clone()),
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(key.as_deref(), wrong, "{limits} {typed}");
    }
    let born = Typed::from([
        ("q.name".to_owned(), vec!["A".to_owned()]),
        ("q.card".to_owned(), vec!["AB123456".to_owned()]),
        ("q.birth".to_owned(), vec!["03/03/2026".to_owned()]),
    ]);
    let wrong = check_with(&[question("q", QuestionKind::Person)], &born, &with).unwrap_err();
    assert!(matches!(&wrong, Problem::Invalid(all) if all[0].field.as_deref() == Some("q.birth")), "{wrong:?}");
}

#[test]
fn the_same_card_is_not_on_two_rows() {
    let mut team = question("q", QuestionKind::Table);
    team.columns[0].unique = true;
    let row = |number: usize, name: &str| (format!("q.{number}.name"), vec![name.to_owned()]);
    let typed = Typed::from([row(0, "AB 123456"), row(1, "CD1"), row(3, "ab123456")]);
    let wrong = check_with(&[team], &typed, &json!({})).unwrap_err();
    let told: Vec<(&str, &str)> = match &wrong {
        Problem::Invalid(all) => all.iter().map(|one| (one.field.as_deref().unwrap(), one.key.as_str())).collect(),
        other => panic!("{other:?}"),
    };
    assert_eq!(told, [("q.3.name", "procedures-twice")]);
}

#[test]
fn a_surface_may_have_decimals_and_a_count_may_not() {
    let number = |decimals: u8| Question { decimals, min: Some(1), max: Some(20), ..question("q", QuestionKind::Number) };
    for (decimals, typed, kept) in [
        (0, "5,5", Err("procedures-not-whole")),
        (0, "cinq", Err("procedures-not-whole")),
        (0, "5,00", Ok(json!(5))),
        (2, "5,5", Ok(json!(5.5))),
        (2, "٥٫٢٥", Ok(json!(5.25))),
        (2, "5.123", Err("procedures-not-a-number")),
        (2, "0,5", Err("procedures-too-small")),
        (2, "20.01", Err("procedures-too-large")),
        (2, "1e1", Err("procedures-not-a-number")),
    ] {
        let typed_number = Typed::from([("q".to_owned(), vec![typed.to_owned()])]);
        let found = match check_with(&[number(decimals)], &typed_number, &json!({})) {
            Ok(answers) => Ok(answers.0["q"].clone()),
            Err(Problem::Invalid(all)) => Err(all[0].key.clone()),
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(found, kept.map_err(str::to_owned), "{decimals} {typed}");
    }
}

#[test]
fn every_form_of_the_country_can_be_filled_in_with_its_samples() {
    let catalog = crate::load::catalog(&platform::Pack::Embedded).unwrap();
    let with = json!({ "today": "2026-03-02", "tariff": {} });
    for procedure in catalog.requests.values() {
        let typed = crate::form::sample(procedure, &Typed::new(), &with);
        let wrong = crate::form::read(&procedure.questions, &typed, &with).wrong;
        assert!(wrong.is_empty(), "{}: {wrong:?}", procedure.id);
    }
}
