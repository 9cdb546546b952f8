//! Languages, costs, delays, what is hidden, and titles that would break a careless writer.

use super::*;
use crate::tests::town;
use kernel::{Money, format};
use platform::{Json, json};
use procedures::{Catalog, Fee, FeeDue, Setting};
use std::path::PathBuf;
use std::sync::Arc;

const BASE: &str = "https://sale.example.ma";
const HOSTILE: &str = "</script><!-- \"quoted\" \\u0041 \\ 'single'\n\r\ttab \u{0}\u{1b}\u{2028} @en . <x> & ^^xsd:int ;";

fn facts() -> Facts {
    let said = |key: &str, args: &[(&str, &str)]| {
        let (key, args): (_, Vec<String>) =
            (key.replace('-', " "), args.iter().map(|(name, value)| format!(" {name}={value}")).collect());
        Label::new(&format!("[ar {key}{}]", args.concat()), &format!("[fr {key}{}]", args.concat()))
    };
    Facts {
        base: BASE.into(),
        code: "04.441.01.0".into(),
        name: Label::new("سلا", "Salé"),
        phone: "0537000000".into(),
        email: "contact@sale.example.ma".into(),
        address: Some(Label::new("شارع محمد الخامس", "Avenue Mohammed V")),
        hours: Some(Label::new("من 8.30 إلى 16.30", "8h30 à 16h30")),
        said: Box::new(said),
    }
}

async fn catalog() -> Catalog {
    (*town().await.reads(procedures::catalog).await).clone()
}

fn change(catalog: &mut Catalog, id: &str, change: impl FnOnce(&mut Procedure)) {
    let mut procedure = (*catalog.requests[id]).clone();
    change(&mut procedure);
    catalog.requests.insert(id.into(), Arc::new(procedure));
}

fn thing<'a>(graph: &'a Json, address: &str) -> &'a Json {
    let mut things = graph["@graph"].as_array().unwrap().iter();
    things.find(|thing| thing["@id"] == address).unwrap_or_else(|| panic!("{address} is not there"))
}

fn text(thing: &Json, name: &str, lang: &str) -> Option<String> {
    let found = thing[name].as_array()?.iter().find(|value| value["@language"] == lang)?;
    Some(found["@value"].as_str()?.to_owned())
}

#[tokio::test]
async fn a_procedure_tells_its_title_in_every_language_that_has_it() {
    let catalog = catalog().await;
    let graph = cpsv::graph(&catalog, &facts()).json_ld();
    let (declared, told) = (&catalog.requests["repair-permit"], thing(&graph, &format!("{BASE}/procedures/repair-permit")));
    assert_eq!(text(told, "dct:title", "ar").as_ref(), Some(&declared.title.ar));
    assert_eq!(text(told, "dct:title", "fr").as_ref(), Some(&declared.title.fr));
    assert_eq!(text(told, "dct:title", "en"), declared.title.en);
    assert_eq!(text(told, "dct:title", "zgh"), None);
    assert_eq!(told["dct:language"].as_array().unwrap().len(), 3);
    assert!(text(told, "dcat:keyword", "ar").is_some());
}

#[tokio::test]
async fn a_fixed_fee_has_a_price_and_a_computed_one_has_words() {
    let catalog = catalog().await;
    let graph = cpsv::graph(&catalog, &facts()).json_ld();
    let cost = |procedure: &str, fee: &Fee| thing(&graph, &format!("{BASE}/procedures/{procedure}#cost-{}", fee.id)).clone();
    let repair = &catalog.requests["repair-permit"].service.fees;
    let fixed = cost("repair-permit", &repair[0]);
    assert_eq!(fixed["cv:hasValue"][0], json::json!({ "@value": "200.00", "@type": "xsd:double" }));
    assert_eq!(fixed["cv:currency"][0]["@id"], "http://publications.europa.eu/resource/authority/currency/MAD");
    let computed = cost("repair-permit", &repair[1]);
    assert_eq!(computed["cv:hasValue"], Json::Null);
    let told = text(&computed, "dct:description", "fr").unwrap();
    assert!(told.contains("requests fee computed") && told.contains(&format::money(Money(3_000), Lang::Fr)), "{told}");
    let free = catalog.offered_requests().into_iter().find(|one| one.service.fees.is_empty()).unwrap();
    let free = thing(&graph, &format!("{BASE}/procedures/{}#cost-none", free.id));
    assert_eq!(free["cv:hasValue"][0]["@value"], "0.00");
}

#[tokio::test]
async fn a_price_is_told_only_when_no_answer_changes_it() {
    let catalog = catalog().await;
    let fee = |amount: &str| Fee {
        id: "x".into(),
        label: Label::new("رسم", "taxe"),
        amount: amount.into(),
        condition: None,
        due: FeeDue::Filing,
    };
    let price = |amount: &str| cost::price(&catalog, &fee(amount));
    assert_eq!(price(r#"{"var":"tariff.family-booklet"}"#), Some(5_000));
    assert_eq!(price("750"), Some(750));
    assert_eq!(price(r#"{"var":"bid"}"#), None);
    assert_eq!(price(r#"{"var":"tariff.subdivision-percent"}"#), None);
    assert_eq!(price(r#"{"*":[{"var":"copies"},{"var":"tariff.legalisation"}]}"#), None);
    assert_eq!(price("not a formula"), None);
    assert_eq!((cost::dirhams(5), cost::dirhams(-12_345)), ("0.05".to_owned(), "-123.45".to_owned()));
}

#[tokio::test]
async fn a_delay_is_a_duration_and_its_rule_says_which_days_count() {
    let mut catalog = catalog().await;
    change(&mut catalog, "building-permit", |one| one.clocks.retain(|clock| clock.id != "decision"));
    let graph = cpsv::graph(&catalog, &facts()).json_ld();
    let time = |id: &str| thing(&graph, &format!("{BASE}/procedures/{id}"))["cv:processingTime"][0].clone();
    assert_eq!(time("repair-permit"), json::json!({ "@value": "P10D", "@type": "xsd:duration" }));
    assert_eq!(time("burial-permit"), json::json!({ "@value": "PT24H", "@type": "xsd:duration" }));
    assert_eq!(time("building-permit"), Json::Null);
    let rule = thing(&graph, &format!("{BASE}/procedures/repair-permit#rule-delay"));
    assert!(text(rule, "dct:description", "fr").unwrap().starts_with("[fr requests span working n=10]"));
}

#[tokio::test]
async fn what_is_not_offered_is_in_no_export() {
    let town = town().await;
    town.does(|tx| {
        let procedure = "repair-permit".to_owned();
        procedures::change(tx, &Setting { procedure, offered: false, unit: None, service: None, changed_at: None })
    })
    .await;
    for path in ["/procedures.ttl", "/procedures.jsonld", "/procedures.json"] {
        town.visitor().get(path).await.ok().shows("building-permit").shows_not("repair-permit");
        town.visitor().get(&format!("/c/rabat{path}")).await.ok().shows("/c/rabat/procedures").shows("repair-permit");
    }
}

#[tokio::test]
async fn a_hostile_title_stays_a_title() {
    let mut catalog = catalog().await;
    change(&mut catalog, "repair-permit", |one| {
        one.title = Label { en: Some(HOSTILE.into()), ..Label::new(HOSTILE, HOSTILE) };
        one.service.basis[0].law = "12-90> . <x:y".into();
    });
    let graph = cpsv::graph(&catalog, &facts());
    let json: Json = json::from_str(&graph.json_ld().to_string()).unwrap();
    let told = thing(&json, &format!("{BASE}/procedures/repair-permit"));
    assert_eq!(text(told, "dct:title", "ar").as_deref(), Some(HOSTILE));
    let turtle = graph.turtle();
    let written =
        r#"dct:title "</script><!-- \"quoted\" \\u0041 \\ 'single'\n\r\ttab \u0000\u001B\u2028 @en . <x> & ^^xsd:int ;"@ar, "#;
    assert!(turtle.contains(written));
    assert!(turtle.contains("#law-12-90%3E%20.%20%3Cx%3Ay>"));
    // What stands outside of quotes and addresses has no character of the title.
    assert_eq!(turtle.lines().filter(|line| line.contains("^^xsd:int")).count(), 1);
    let block = schema_org(&catalog.requests["repair-permit"], &catalog, &facts(), Lang::Ar);
    assert_eq!(block["name"], HOSTILE);
    hand_out("hostile", &[("procedures.ttl", turtle), ("procedures.jsonld", json.to_string())]);
}

#[tokio::test]
async fn a_search_engine_reads_a_government_service_in_the_language_of_the_page() {
    let catalog = catalog().await;
    let block = schema_org(&catalog.requests["repair-permit"], &catalog, &facts(), Lang::Fr);
    assert_eq!(
        (&block["@type"], &block["name"]),
        (&json::json!("GovernmentService"), &json::json!(catalog.requests["repair-permit"].title.fr))
    );
    assert_eq!(block["url"], format!("{BASE}/fr/procedures/repair-permit"));
    assert_eq!(
        (&block["offers"][0]["price"], &block["offers"][0]["priceCurrency"]),
        (&json::json!("200.00"), &json::json!("MAD"))
    );
    assert_eq!(block["offers"][1].get("price"), None);
    assert_eq!(block["availableChannel"][0]["processingTime"], "P10D");
    assert_eq!(block["provider"]["address"]["streetAddress"], "Avenue Mohammed V");
    let quiet = Facts { phone: String::new(), email: String::new(), address: None, hours: None, ..facts() };
    let block = schema_org(&catalog.requests["repair-permit"], &catalog, &quiet, Lang::Ar);
    assert_eq!((block["provider"].get("telephone"), block["provider"].get("address")), (None, None));
}

#[tokio::test]
async fn developers_get_formulas_as_objects_and_amounts_in_centimes() {
    let catalog = catalog().await;
    let told = json::to_value(plain::catalogue(&catalog, &facts())).unwrap();
    let list = told["procedures"].as_array().unwrap();
    assert_eq!(list.len(), catalog.offered_requests().len());
    let repair = list.iter().find(|one| one["id"] == "repair-permit").unwrap();
    assert_eq!((&repair["fees"][0]["price"], &repair["fees"][1]["price"]), (&json::json!(20_000), &Json::Null));
    assert_eq!(repair["fees"][0]["formula"], json::json!({ "var": "tariff.repair" }));
    assert_eq!((&repair["delay"]["duration"], &repair["delay"]["days"]), (&json::json!("P10D"), &json::json!("working")));
    assert_eq!(repair["pages"]["ar"], format!("{BASE}/ar/procedures/repair-permit"));
}

#[tokio::test]
async fn the_files_say_what_they_are_and_anyone_may_read_them() {
    let town = town().await;
    let mut files = Vec::new();
    for name in ["procedures.ttl", "procedures.jsonld", "procedures.json"] {
        files.push((name, town.visitor().get(&format!("/{name}")).await.ok().text()));
    }
    assert!(files[0].1.starts_with("@prefix adms:") && !files[0].1.contains("requests-"));
    let told = town.reads(procedures::catalog).await;
    let block = schema_org(&told.requests["repair-permit"], &told, &facts(), Lang::Fr);
    files.push(("schema_org.json", block.to_string()));
    hand_out("town", &files);
    let graph = cpsv::graph(&told, &facts());
    let mut files =
        vec![("procedures.ttl".to_owned(), graph.turtle()), ("procedures.jsonld".to_owned(), graph.json_ld().to_string())];
    files.push(("procedures.json".to_owned(), json::to_string(&plain::catalogue(&told, &facts())).unwrap()));
    for (procedure, lang) in told.offered_requests().into_iter().zip(Lang::ALL.into_iter().cycle()) {
        let block = schema_org(procedure, &told, &facts(), lang).to_string().replace('<', "\\u003c");
        let page = format!("<!doctype html><script type=\"application/ld+json\">{block}</script>");
        files.push((format!("sheets/{}.html", procedure.id), page));
    }
    hand_out("full", &files);
}

/// Leaves the files for `tests/catalogue/run.sh`, when `JAMAA_TEST_EXPORT` names a folder.
fn hand_out(name: &str, files: &[(impl AsRef<str>, String)]) {
    let Some(folder) = std::env::var_os("JAMAA_TEST_EXPORT") else { return };
    for (file, text) in files {
        let path = PathBuf::from(&folder).join(name).join(file.as_ref());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}
