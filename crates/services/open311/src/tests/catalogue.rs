//! Catalogues go out and come in without losing a field.

use super::*;
use crate::catalogue;
use georeport::{Attribute, Choice, Definition, Service};
use kernel::Lang;
use procedures::Country;

fn choice(key: &str, name: &str) -> Choice {
    Choice { key: key.into(), name: name.into() }
}

/// As cities really write them.
fn of_a_city() -> (Vec<Service>, Vec<Definition>) {
    let services = vec![
        Service {
            code: "001".into(),
            name: "Cans left out 24x7".into(),
            description: Some("Garbage or recycling cans left \"out\"; < 24 h.".into()),
            metadata: true,
            kind: "realtime".into(),
            keywords: vec!["lorem".into(), "ipsum".into(), "private".into()],
            group: Some("Sanitation".into()),
            groups: vec!["Sanitation".into(), "Streets & roads".into()],
        },
        Service {
            code: "4fd3b167".into(),
            name: "Éclairage".into(),
            kind: "batch".into(),
            group: Some("Éclairage public".into()),
            ..Service::default()
        },
        Service {
            code: "Weird/Code?x".into(),
            name: "نظافة".into(),
            kind: "blackbox".into(),
            metadata: true,
            ..Service::default()
        },
    ];
    let attribute = |code: &str, datatype: &str, order: i64| Attribute {
        variable: true,
        code: code.into(),
        datatype: datatype.into(),
        order,
        description: format!("Question {code}?"),
        ..Attribute::default()
    };
    let definitions = vec![
        Definition {
            service: "001".into(),
            attributes: vec![
                Attribute { variable: false, description: "Call us when it burns.".into(), ..attribute("NOTE", "text", 1) },
                Attribute {
                    required: true,
                    hint: Some("One or more".into()),
                    values: vec![choice("123", "Ford"), choice("124", "Chrysler & Co"), choice("a b", "a b")],
                    ..attribute("WHISHETN", "multivaluelist", 2)
                },
                Attribute {
                    required: true,
                    values: vec![choice("y", "Yes"), choice("n", "No")],
                    ..attribute("agree", "singlevaluelist", 3)
                },
                attribute("when", "datetime", 4),
                attribute("count", "number", 5),
                attribute("line", "string", 7),
            ],
        },
        Definition { service: "Weird/Code?x".into(), attributes: vec![attribute("long text", "text", 1)] },
    ];
    (services, definitions)
}

#[tokio::test]
async fn a_catalogue_of_another_city_comes_out_as_it_went_in() {
    let town = town().await;
    let (services, definitions) = of_a_city();
    let document = georeport::catalogue(&services, &definitions).to_string();
    let tree = georeport::read_tree(&document, &mut Vec::new()).unwrap();
    let read = catalogue::read(&tree);
    assert_eq!(read, (services.clone(), definitions.clone()));
    let count = town.does(move |tx| catalogue::propose(tx, "city", &read.0, &read.1)).await;
    assert_eq!(count, 3);
    let kept = town.reads(|rx| catalogue::proposed(rx, Some("city"))).await;
    let out: Vec<Service> = kept.iter().map(|one| one.service.clone()).collect();
    let asked: Vec<Definition> = kept.iter().filter_map(|one| one.definition.clone()).collect();
    assert_eq!((out, asked), (services, definitions));
    assert_eq!(town.reads(|rx| catalogue::proposed(rx, Some("other"))).await, []);
    town.clerk("administrator").await.get("/fr/admin/open311").await.ok().shows("Cans left out 24x7").shows("6</bdi> questions");
}

#[tokio::test]
async fn each_proposal_is_a_category_that_only_waits_for_a_person() {
    let town = town().await;
    let (services, definitions) = of_a_city();
    town.does(move |tx| catalogue::propose(tx, "city", &services, &definitions)).await;
    let judged = town
        .reads(|rx| {
            let country = rx.fact::<Country>()?;
            let all = catalogue::proposed(rx, None)?;
            Ok(all.iter().map(|one| (one.body.clone(), procedures::category(&country, &one.body))).collect::<Vec<_>>())
        })
        .await;
    for (body, found) in &judged {
        let procedure = found
            .as_ref()
            .unwrap_or_else(|faults| panic!("{:?}\n{body}", faults.iter().map(|one| one.sentence()).collect::<Vec<_>>()));
        assert!(!procedure.is_request());
    }
    let first = judged[0].1.as_ref().unwrap();
    assert!(!first.public, "private there, private here");
    let kinds: Vec<(&str, &str, bool)> = first
        .questions
        .iter()
        .filter(|one| one.page.as_deref() == Some("details"))
        .map(|one| (one.id.as_str(), one.kind.as_str(), one.required))
        .collect();
    assert_eq!(
        kinds,
        [
            ("note", "info", false),
            ("whishetn", "choices", true),
            ("agree", "choice", true),
            ("when", "date", false),
            ("count", "number", false),
            ("line", "text", false)
        ]
    );
    let offered = town.visitor().get("/open311/v2/services.json").await.ok().text();
    assert!(!offered.contains("imported-001"), "nothing is offered by itself");
}

#[tokio::test]
async fn our_own_catalogue_is_what_the_door_tells() {
    let town = town().await;
    let (services, definitions) = town.reads(|rx| catalogue::ours(rx, Lang::Fr)).await;
    let told = town.visitor().get("/open311/v2/services.json").await.ok().text();
    let tree = georeport::read_tree(&told, &mut Vec::new()).unwrap();
    assert_eq!(georeport::read_services(&tree), services);
    assert_eq!(definitions.len(), services.iter().filter(|service| service.metadata).count());
    for definition in &definitions {
        for form in ["json", "xml"] {
            let path = format!("/open311/v2/services/{}.{form}", definition.service);
            let told = town.visitor().get(&path).await.ok().text();
            let tree = georeport::read_tree(&told, &mut Vec::new()).unwrap();
            assert_eq!(georeport::read_definition(&tree).as_ref(), Some(definition), "{path}");
        }
    }
}
