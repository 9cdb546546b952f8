//! The reference tests of JsonLogic, through the evaluator that every door uses.

use crate::logic;
use platform::Json;

const SUITE: &str = include_str!("../../tests_data/jsonlogic.json");

/// Numbers are equal when their values are: 3 and 3.0 are one number to JsonLogic.
fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other)))
        }
        _ => a == b,
    }
}

#[test]
fn every_reference_test_of_jsonlogic_passes() {
    let suite: Vec<Json> = serde_json::from_str(SUITE).unwrap();
    let tests: Vec<&Json> = suite.iter().filter(|test| test.is_object()).collect();
    assert_eq!(tests.len(), 278);
    let mut wrong = Vec::new();
    for test in tests {
        let data = test.get("data").cloned().unwrap_or(Json::Null);
        // A value that is null and one that cannot be computed are the same to a form.
        let got = logic::reference(&test["rule"], &data).unwrap_or_default();
        if !same(&got, &test["result"]) {
            wrong.push(format!("{}: {got}, wanted {}", test["description"], test["result"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
