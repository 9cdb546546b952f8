//! Reading: lists, pages, filters, one request, and who sees what of it.

use super::*;
use platform::json::json;

async fn list(visitor: &Visitor, query: &str) -> Vec<Json> {
    let reply = visitor.get(&format!("/open311/v2/requests.json?{query}")).await.ok();
    reply.json().as_array().expect("a list").clone()
}

async fn numbers(visitor: &Visitor, query: &str) -> Vec<String> {
    list(visitor, query).await.iter().map(|item| text(&item["service_request_id"])).collect()
}

#[tokio::test]
async fn discovery_leads_to_the_endpoint() {
    let town = town().await;
    let found = town.visitor().get("/open311/discovery.json").await.ok().json();
    let fields: Vec<&String> = found.as_object().unwrap().keys().collect();
    assert_eq!(fields.len(), 4, "{found}");
    let endpoint = &found["endpoints"][0];
    assert_eq!(endpoint["formats"], json!(["text/xml", "application/json"]));
    assert_eq!(endpoint["specification"], "http://wiki.open311.org/GeoReport_v2");
    assert!(text(&endpoint["url"]).ends_with("/open311/v2"));
    let body = town.visitor().get("/open311/discovery.xml").await.ok().text();
    for part in ["<discovery><changeset>", "<endpoints><endpoint><specification>", "<formats><format>text/xml</format>"] {
        assert!(body.contains(part), "{body}");
    }
}

#[tokio::test]
async fn people_who_write_programs_find_a_page() {
    let town = town().await;
    town.visitor()
        .get("/fr/open311")
        .await
        .ok()
        .shows("<bdi>34</bdi> catégories")
        .shows("/open311/v2/services.json")
        .shows("jurisdiction_id=sale");
    town.visitor().get("/ar/open311").await.ok().shows("<bdi>34</bdi> صنفا");
    town.visitor().saying("Accept-Language", "fr").get("/open311").await.redirects_to("/fr/open311");
}

#[tokio::test]
async fn a_service_and_its_definition_have_the_fields_of_the_standard() {
    let town = town().await;
    let visitor = town.visitor();
    let services = visitor.get("/open311/v2/services.json").await.ok();
    let body = services.text();
    let head = "[{\"service_code\":\"street-lamp-out\",\"service_name\":\"Lampe en panne\",\"description\":";
    assert!(body.starts_with(head), "{}", &body[..200]);
    let lamp = services.json()[0].clone();
    assert_eq!((&lamp["metadata"], &lamp["type"]), (&json!(true), &json!("realtime")));
    assert_eq!(lamp["group"], "Éclairage public");
    assert!(text(&lamp["keywords"]).contains("lampadaire, "));
    let definition = visitor.get("/open311/v2/services/street-lamp-out.json?locale=en").await.ok().json();
    let first = &definition["attributes"][0];
    assert_eq!(definition["service_code"], "street-lamp-out");
    assert_eq!(
        (&first["code"], &first["datatype"], &first["required"], &first["order"]),
        (&json!("how-many"), &json!("singlevaluelist"), &json!(true), &json!(1))
    );
    assert_eq!(first["values"][0]["key"], "one");
    visitor.get("/open311/v2/services/street-lamp-out.xml").await.ok().shows("<values><value><key>one</key><name>");
    let danger = visitor.get("/open311/v2/services/dangerous-pole.json").await.ok().json();
    assert_eq!((&danger["attributes"][0]["variable"], &danger["attributes"][0]["values"]), (&json!(false), &Json::Null));
}

#[tokio::test]
async fn the_public_reads_moderated_words_and_the_owner_of_the_key_his_own() {
    let town = town().await;
    let visitor = town.visitor();
    let code = filed(&visitor, &[("description", "Monsieur X a cassé la rue")]).await;
    assert_eq!(list(&visitor, "").await, Vec::<Json>::new());
    assert_eq!(numbers(&visitor, &format!("api_key={KEY}")).await, std::slice::from_ref(&code));
    assert_eq!(list(&visitor, &format!("api_key={OTHER}")).await, Vec::<Json>::new());
    let unread = visitor.get(&format!("/open311/v2/requests/{code}.json")).await.ok().json()[0].clone();
    assert_eq!((&unread["status"], &unread["service_code"]), (&json!("open"), &json!("pothole")));
    for hidden in ["description", "lat", "long", "address", "media_url"] {
        assert_eq!(unread[hidden], Json::Null, "{hidden}");
    }
    let own = list(&visitor, &format!("api_key={KEY}")).await[0].clone();
    assert_eq!((&own["lat"], &own["description"]), (&json!(34.0389), &Json::Null));
    published(&town, &code, "La rue est cassée").await;
    let seen = list(&visitor, "").await[0].clone();
    assert_eq!(seen["description"], "La rue est cassée");
    let off = |name: &str, real: f64| (seen[name].as_f64().unwrap() - real).abs();
    assert!(off("lat", 34.0389) < 0.000_05 && off("long", -6.8225) < 0.000_05, "published on a grid of five metres: {seen}");
    let xml = visitor
        .get(&format!("/open311/v2/requests/{code}.xml"))
        .await
        .ok()
        .shows("<description>La rue est cassée</description>")
        .text();
    assert!(xml.contains("<service_requests><request><service_request_id>") && xml.contains("<zipcode/>"), "{xml}");
}

#[tokio::test]
async fn the_expected_date_is_the_one_of_the_law_in_the_zone_of_the_commune() {
    let town = town().await;
    let visitor = town.visitor();
    let code = filed(&visitor, &[]).await;
    let item = visitor.get(&format!("/open311/v2/requests/{code}.json")).await.ok().json()[0].clone();
    assert_eq!(item["requested_datetime"], "2026-11-24T10:00:00+01:00");
    assert_eq!(item["expected_datetime"], "2027-01-23T23:59:59+01:00", "sixty days by the calendar");
    assert!(text(&item["agency_responsible"]).len() > 3);
}

#[tokio::test]
async fn a_private_category_shows_its_status_and_nothing_else() {
    let town = town().await;
    let visitor = town.visitor();
    let mut fields = form(&[("attribute[shop]", "Épicerie"), ("attribute[ill]", "no")]);
    fields[2] = ("service_code", "food-hygiene");
    let code = number(&visitor.post("/open311/v2/requests.json", &fields).await.ok());
    assert_eq!(list(&visitor, &format!("api_key={KEY}")).await, Vec::<Json>::new());
    let item = visitor.get(&format!("/open311/v2/requests/{code}.json")).await.ok().json()[0].clone();
    assert_eq!(item["status"], "open");
    for hidden in ["service_code", "service_name", "agency_responsible", "status_notes", "expected_datetime", "lat"] {
        assert_eq!(item[hidden], Json::Null, "{hidden}");
    }
}

#[tokio::test]
async fn a_page_has_exactly_the_size_that_was_asked_for() {
    let town = town().await;
    let visitor = town.visitor();
    let mut all = Vec::new();
    for number in 0..5 {
        let code = filed(&visitor, &[("description", &format!("trou {number}"))]).await;
        published(&town, &code, "trou").await;
        town.clock.advance_secs(1);
        all.insert(0, code);
    }
    assert_eq!(numbers(&visitor, "page=1&page_size=2").await, all[..2]);
    assert_eq!(numbers(&visitor, "page=2&page_size=2").await, all[2..4]);
    assert_eq!(numbers(&visitor, "page=3&page_size=2").await, all[4..]);
    assert_eq!(numbers(&visitor, "page=4&page_size=2").await, Vec::<String>::new());
    assert_eq!(numbers(&visitor, "page_size=100000").await.len(), 5);
    visitor.get("/open311/v2/requests.json?page=0").await.is(400);
    let some = format!("service_request_id={},{}&status=closed&start_date=nonsense", all[0], all[3]);
    assert_eq!(numbers(&visitor, &some).await, [all[0].clone(), all[3].clone()]);
}

#[tokio::test]
async fn filters_choose_by_service_status_and_time_with_or_without_a_zone() {
    let town = town().await;
    let visitor = town.visitor();
    let old = filed(&visitor, &[]).await;
    published(&town, &old, "trou").await;
    town.clock.advance_secs(86_400);
    let mut fields = form(&[]);
    fields[2] = ("service_code", "broken-pavement");
    let new = number(&visitor.post("/open311/v2/requests.json", &fields).await.ok());
    published(&town, &new, "trottoir").await;
    let table = [
        ("service_code=pothole,unknown", vec![&old]),
        ("service_code=pothole,broken-pavement", vec![&new, &old]),
        ("status=open", vec![&new, &old]),
        ("status=closed", vec![]),
        ("status=open,closed", vec![&new, &old]),
        ("start_date=2026-11-25", vec![&new]),
        ("end_date=2026-11-24", vec![&old]),
        ("start_date=2026-11-24T10:00:00&end_date=2026-11-24T10:00:30", vec![&old]),
        ("start_date=2026-11-24T10:00:00Z&end_date=2026-12-01T00:00:00Z", vec![&new]),
        ("start_date=2026-11-24T09:59:00+01:00&end_date=2026-11-24T10:01:00%2B01:00", vec![&old]),
        ("start_date=&end_date=", vec![&new, &old]),
        ("updated_after=2026-11-25T00:00:00Z", vec![&new]),
        ("updated_before=2026-11-25T00:00:00Z", vec![&old]),
        ("lat=34.0389&long=-6.8225&radius=50", vec![&new, &old]),
        ("lat=34.0500&long=-6.8225&radius=50", vec![]),
        ("extensions=true&page=1&page_size=200", vec![&new, &old]),
    ];
    for (query, wanted) in table {
        assert_eq!(numbers(&visitor, query).await, wanted.into_iter().cloned().collect::<Vec<_>>(), "{query}");
    }
    for wrong in ["start_date=2026-01-01&end_date=2026-12-01", "start_date=soon", "status=perhaps", "page_size=x", "lat=34"] {
        visitor.get(&format!("/open311/v2/requests.json?{wrong}")).await.is(400).shows("[{\"code\":400");
    }
    town.clock.advance_secs(95 * 86_400);
    assert_eq!(list(&visitor, "").await, Vec::<Json>::new());
    assert_eq!(numbers(&visitor, "start_date=2026-11-20&end_date=2026-12-01").await.len(), 2);
}

#[tokio::test]
async fn a_decided_case_is_closed_on_the_day_of_its_answer() {
    let town = town().await;
    let visitor = town.visitor();
    let code = filed(&visitor, &[]).await;
    published(&town, &code, "trou").await;
    town.clock.advance_secs(3_600);
    let sought = code.clone();
    town.does(move |tx| {
        let case = cases::by_code(tx, &sought)?;
        let given = cases::Given { words: "Réparé".into(), outcome: Some("done".into()), ..Default::default() };
        cases::act(tx, &case.id, "answer", &given, false)
    })
    .await;
    let item = list(&visitor, "status=closed&extensions=true").await[0].clone();
    assert_eq!((&item["status"], &item["status_notes"]), (&json!("closed"), &json!("Fait")));
    assert_eq!(item["updated_datetime"], "2026-11-24T11:00:00+01:00");
    assert_eq!(item["notes"].as_array().unwrap().len(), 2, "{item}");
    visitor.get("/open311/v2/requests.xml?extensions=true").await.ok().shows("<notes><note><datetime>");
}

#[tokio::test]
async fn a_restricted_case_does_not_exist_at_this_door() {
    let town = town().await;
    let code = filed(&town.visitor(), &[]).await;
    let sought = code.clone();
    town.does(move |tx| {
        let case = cases::by_code(tx, &sought)?;
        cases::recategorise(tx, &case.id, "corruption")
    })
    .await;
    town.visitor().get(&format!("/open311/v2/requests/{code}.json?api_key={KEY}")).await.is(404);
    town.visitor().get(&format!("/open311/v2/tokens/{code}.json")).await.is(404);
}
