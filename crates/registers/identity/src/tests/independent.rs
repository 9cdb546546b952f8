//! The same doors, judged by a provider that others wrote: npm `oidc-provider` and `tests/identity/check.mjs`.

use super::{modules, new_provider};
use kernel::Moment;
use std::time::{Duration, UNIX_EPOCH};
use testing::{START, Town};

const PORTAL: &str = "127.0.0.1:9471";

/// `JAMAA_IDENTITY_PROVIDER=http://127.0.0.1:9400 cargo nextest run -p identity --run-ignored only`, the provider running.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs node and a provider of others: tests/identity/README.md"]
async fn an_independent_provider_signs_people_in_and_its_lies_are_refused() {
    let provider = std::env::var("JAMAA_IDENTITY_PROVIDER").expect("the address of the provider");
    let town = Town::configured(modules(), |config| {
        config.demo = true;
        config.listen = PORTAL.into();
        config.limits.sign_ins_per_ten_minutes = 10_000;
    })
    .await;
    let mut new = new_provider(&provider);
    new.label = kernel::Label::new("هوية النسخة التجريبية", "Identité de démonstration");
    new.secret = Some("jamaa-demo-secret-of-no-value".into());
    town.does(move |tx| {
        let id = crate::add_provider(tx, &new, true)?;
        crate::turn_provider(tx, &id, true)
    })
    .await;
    // The provider lives in the present: so does the town for as long as this lasts.
    let clock = town.clock.clone();
    let start = Moment::parse(START).unwrap();
    let present = || i64::try_from(UNIX_EPOCH.elapsed().unwrap().as_secs()).unwrap();
    tokio::spawn(async move {
        loop {
            clock.advance_secs(present() - start.0.as_second() - clock.now().secs_since(start));
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    });
    let listener = tokio::net::TcpListener::bind(PORTAL).await.unwrap();
    let router = town.app.router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let check = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/identity/check.mjs");
    let portal = format!("http://{PORTAL}");
    let done = tokio::task::spawn_blocking(move || std::process::Command::new("node").args([check, &portal, &provider]).status());
    assert!(done.await.unwrap().unwrap().success());
}
