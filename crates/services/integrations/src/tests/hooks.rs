//! Hooks by their pages: written, refused, given another secret, looked at.

use super::{near, town};
use crate::store::{deliveries, hooks};
use kernel::Id;
use testing::{Town, Visitor};

const FORM: [(&str, &str); 3] = [("name", "نظام المتعهد"), ("url", "https://hooks.example.org/in"), ("events", "report.filed")];

async fn make(administrator: &Visitor, fields: &[(&str, &str)]) -> String {
    administrator.post("/fr/admin/webhooks/new", fields).await.ok().text()
}

async fn only(town: &Town) -> Id {
    town.reads(|rx| Ok(hooks::all(rx)?[0].id.clone())).await
}

fn secret(page: &str) -> String {
    let place = page.find("whsec_").expect("the secret shows");
    page[place..].split(['<', '"']).next().unwrap().to_owned()
}

#[tokio::test]
async fn a_hook_is_made_and_its_secret_shows_once() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    administrator.get("/fr/admin/webhooks").await.ok().shows("Aucune destination");
    administrator.get("/fr/admin/webhooks/new").await.ok().shows("report.reopened").shows_not(">ping<");
    let page = make(&administrator, &FORM).await;
    let first = secret(&page);
    assert_eq!(first.len(), "whsec_".len() + 44, "32 bytes");
    let id = only(&town).await;
    let path = format!("/fr/admin/webhooks/{id}");
    administrator.get(&path).await.ok().shows("hooks.example.org/in").shows_not("whsec_");
    administrator.get("/fr/admin/webhooks").await.ok().shows("hooks.example.org").shows_not("hooks.example.org/in");
    let sealed =
        "SELECT COUNT(*) AS n FROM integrations_hooks WHERE tenant = $1 AND (sealed LIKE '%whsec%' OR sealed LIKE '%example%')";
    assert_eq!(town.reads(move |rx| rx.count(sealed, platform::args![rx.tenant()])).await, 0);

    let second = secret(&administrator.post(&format!("{path}/secret"), &[]).await.ok().text());
    assert_ne!(first, second);
    administrator.get(&path).await.ok().shows("L’ancienne clé signe").shows_not("whsec_");
    town.clock.advance_secs(25 * 3_600);
    let administrator = town.clerk("administrator").await;
    administrator.get(&path).await.ok().shows_not("L’ancienne clé signe");

    let changed = [&FORM[..], &[("events", "report.closed"), ("categories", "pothole")]].concat();
    administrator.post(&format!("{path}/terms"), &changed).await.redirects_to(&path);
    administrator.get(&format!("{path}/terms")).await.ok().shows("hooks.example.org/in");
    let hook = town.reads(move |rx| hooks::find(rx, &id)).await;
    assert_eq!((hook.happenings.len(), hook.categories, hook.sealed.secret), (2, vec!["pothole".to_owned()], second));
}

#[tokio::test]
async fn what_will_not_do_is_refused_at_its_field_and_stays_typed() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let table = [
        ("name", " ", "Nommez le logiciel"),
        ("email", "nobody", "ne convient pas"),
        ("events", "ping", "Choisissez au moins un événement"),
        ("categories", "corruption", "n’est pas offerte"),
        ("units", "0190aaaa-0000-7000-8000-000000000000", "inconnue"),
    ];
    for (field, value, sentence) in table {
        let mut fields: Vec<(&str, &str)> = FORM.into_iter().filter(|(name, _)| *name != field).collect();
        fields.push((field, value));
        let page = administrator.post("/fr/admin/webhooks/new", &fields).await.is(422);
        page.shows(sentence).shows(if field == "name" { "hooks.example.org" } else { "نظام المتعهد" });
    }
    assert!(town.reads(hooks::all).await.is_empty());
    for role in ["agent", "service_head", "connected_system"] {
        town.clerk(role).await.get("/fr/admin/webhooks").await.is(403);
    }
}

#[tokio::test]
async fn an_address_inside_the_network_is_refused() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    let inside = [
        "https://127.0.0.1/hook",
        "https://localhost:8443/hook",
        "https://[::1]/hook",
        "https://10.0.0.7/hook",
        "https://172.16.4.4/hook",
        "https://192.168.1.1/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://100.64.0.1/hook",
        "https://[::ffff:10.0.0.1]/hook",
        "https://[fd00::1]/hook",
        "https://[fe80::1]/hook",
        "https://[64:ff9b::a00:1]/hook",
        "https://0.0.0.0/hook",
        "https://2130706433/hook",
        "https://0x7f.1/hook",
        "https://127.1/hook",
        "https://printer.local/hook",
        "https://metadata.internal/hook",
        "https://database/hook",
    ];
    let wrong = [
        "http://hooks.example.org/",
        "https://me:secret@hooks.example.org/",
        "ftp://hooks.example.org/",
        "https://",
        "x",
        "https://a.example/#b",
    ];
    for (urls, sentence) in [(&inside[..], "l’intérieur d’un réseau"), (&wrong[..], "adresse complète")] {
        for url in urls {
            let fields = [("name", "x"), ("url", *url), ("events", "report.filed")];
            let page = administrator.post("/fr/admin/webhooks/new", &fields).await;
            assert_eq!(page.status.as_u16(), 422, "{url}");
            page.shows(sentence);
        }
    }
    assert!(town.reads(hooks::all).await.is_empty());
}

#[tokio::test]
async fn a_hook_that_is_off_tells_nobody() {
    let town = near().await;
    let administrator = town.clerk("administrator").await;
    make(&administrator, &[("name", "x"), ("url", "http://127.0.0.1:9/"), ("events", "report.filed")]).await;
    let path = format!("/fr/admin/webhooks/{}", only(&town).await);
    administrator.post(&format!("{path}/off"), &[]).await.redirects_to(&path);
    administrator.post(&format!("{path}/ping"), &[]).await.is(422).shows("arrêtée");
    administrator.post(&format!("{path}/again"), &[]).await.is(422);
    super::filed(&town).await;
    town.drain().await;
    let id = only(&town).await;
    assert!(town.reads(move |rx| deliveries::of(rx, &id, None, 9)).await.is_empty());
    administrator.post(&format!("{path}/on"), &[]).await.redirects_to(&path);
    administrator.get(&path).await.ok().shows("En marche");
    let nothing = "0190aaaa-0000-7000-8000-000000000000";
    administrator.post(&format!("{path}/deliveries/{nothing}/again"), &[]).await.is(404);
    administrator.get(&format!("/fr/admin/webhooks/{nothing}")).await.is(404);
}

#[tokio::test]
async fn a_hook_that_is_off_can_be_forgotten_with_its_address() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    administrator.post("/fr/admin/webhooks/new", &FORM).await.ok();
    let page = format!("/fr/admin/webhooks/{}", town.reads(|rx| Ok(hooks::all(rx)?[0].id.clone())).await);
    administrator.post(&format!("{page}/ping"), &[]).await.is(303);
    administrator.post(&format!("{page}/delete"), &[]).await.is(422).shows("Arrêtez d’abord");
    administrator.post(&format!("{page}/off"), &[]).await.is(303);
    town.clerk("agent").await.post(&format!("{page}/delete"), &[]).await.is(403);
    administrator.post(&format!("{page}/delete"), &[]).await.is(303);
    administrator.get(&page).await.is(404);
    assert!(town.reads(hooks::all).await.is_empty());
    let left = town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM integrations_deliveries", vec![])).await;
    assert_eq!(left, 0);
    town.drain().await; // the message that waited finds nothing to carry
}
