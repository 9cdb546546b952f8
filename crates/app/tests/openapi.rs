//! The description of the API against the table of routes: every door for programs is in it, and nothing else.

use app::modules;
use platform::web::Kind;
use serde_json::Value;
use std::collections::BTreeSet;
use testing::Town;

async fn described() -> Value {
    let others = modules::all().into_iter().filter(|module| module.name != "ui");
    let town = Town::with(others).await;
    assert_eq!(
        town.visitor().get("/api/openapi.json").await.ok().json(),
        town.visitor().get("/openapi.json").await.ok().json(),
        "the older address"
    );
    town.visitor().get("/openapi.json").await.ok().json()
}

fn operations(document: &Value) -> impl Iterator<Item = (String, &Value)> {
    let paths = document["paths"].as_object().into_iter().flatten();
    paths.flat_map(|(path, methods)| {
        let methods = methods.as_object().into_iter().flatten();
        methods.map(move |(method, operation)| (format!("{} {path}", method.to_uppercase()), operation))
    })
}

/// Every `$ref` below a value.
fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| match value.as_str() {
            Some(address) if name == "$ref" => drop(found.insert(address)),
            _ => references(value, found),
        }),
        Value::Array(list) => list.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[tokio::test]
async fn every_door_for_programs_is_described_and_nothing_else() {
    let document = described().await;
    let told: BTreeSet<String> = operations(&document).map(|(name, _)| name).collect();
    let all = modules::all();
    let routes = all.iter().flat_map(|module| module.declared_routes()).filter(|route| route.info.kind == Kind::Machine);
    let declared: BTreeSet<String> =
        routes.map(|route| format!("{} {}", route.info.method, route.info.path.replace("{*", "{"))).collect();
    assert_eq!(told, declared);
    assert!(told.contains("POST /api/drafts/{code}/filing"), "{told:?}");
}

#[tokio::test]
async fn what_is_named_exists_and_the_doors_of_requests_say_what_they_answer() {
    let document = described().await;
    let mut named = BTreeSet::new();
    references(&document, &mut named);
    let missing: Vec<&&str> =
        named.iter().filter(|address| document.pointer(address.trim_start_matches('#')).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let names: BTreeSet<&str> = operations(&document).filter_map(|(_, operation)| operation["operationId"].as_str()).collect();
    assert_eq!(names.len(), operations(&document).count(), "two operations bear one name");
    let ours = |name: &str| {
        let path = name.split(' ').nth(1).unwrap_or_default();
        let doors = ["/api/procedures", "/api/drafts", "/api/requests", "/api/verify", "/api/v1/reports", "/api/v1/units"];
        path == "/procedures.json" || doors.iter().any(|door| path.starts_with(door))
    };
    for (name, operation) in operations(&document).filter(|(name, _)| ours(name)) {
        let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(answer["$ref"].is_string(), "{name} does not say what it answers");
        assert!(operation["summary"].as_str().is_some_and(|about| !about.is_empty()), "{name} does not say what it does");
    }
}
