//! The kiosk: a device of its own, the same form, and nothing left of whoever stood there.

use super::{state, town, works};
use kernel::Id;
use testing::{Reply, Town, Visitor};

/// A device that an administrator set up.
async fn kiosk(town: &Town, procedures: &[&str]) -> (Id, Visitor) {
    let list: Vec<String> = procedures.iter().map(|id| (*id).to_owned()).collect();
    let (id, secret) = town.does(move |tx| assisted::add_kiosk(tx, "الرواق", "مقر الجماعة", &list)).await;
    let device = town.visitor();
    let address = format!("/ar/kiosk/set-up/{secret}");
    device.get(&address).await.ok();
    device.post(&address, &[]).await.redirects_to("/ar/kiosk");
    town.visitor().post(&address, &[]).await.is(404); // once
    (id, device)
}

async fn begun(device: &Visitor) {
    device.post("/ar/kiosk/begin", &[]).await.redirects_to("/ar/kiosk/procedures");
    device.post("/ar/kiosk/procedures/repair-permit", &[]).await.redirects_to("/ar/kiosk/form");
}

async fn fill(device: &Visitor) {
    for page in ["works", "where", "applicant", "contact"] {
        device.post(&format!("/ar/kiosk/form/{page}"), &works()).await.sent_to();
    }
}

fn unkept(reply: &Reply) {
    assert_eq!(reply.headers["cache-control"], "no-store", "{}", reply.path);
}

#[tokio::test]
async fn a_request_is_filed_at_a_kiosk_and_the_ticket_is_its_end() {
    let town = town().await;
    let (_, device) = kiosk(&town, &["repair-permit"]).await;
    unkept(&device.get("/ar/kiosk").await.ok().shows("/fr/kiosk/begin"));
    begun(&device).await;
    let first = device.get("/ar/kiosk/form").await.sent_to();
    let page = device.get(&first).await.ok().shows("http-equiv=\"refresh\"").shows_not("/ar/drafts/");
    unkept(&page);
    device.post("/ar/kiosk/form/works", &[("nature", "front"), ("starts", "hier")]).await.is(422);
    fill(&device).await;
    let check = device.get("/ar/kiosk/form/check").await.ok().shows("صباغة الواجهة");
    unkept(&check);
    device.post("/ar/kiosk/form/check", &[]).await.redirects_to("/ar/kiosk/ticket");
    let ticket = device.get("/ar/kiosk/ticket").await.ok().shows("<svg").shows("SAL-");
    unkept(&ticket);
    let code = ticket.text().split("data-copy=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(state(&town, code.clone()).await, "incomplete");
    assert_eq!(town.reads(move |rx| cases::by_code(rx, &code)).await.channel, cases::Channel::Kiosk);
    let end = device.post("/ar/kiosk/end", &[]).await.redirects_to("/ar/kiosk");
    assert_eq!(end.headers["clear-site-data"], "\"cache\", \"storage\"");
    for path in ["ticket", "form", "form/works", "form/check"] {
        device.get(&format!("/ar/kiosk/{path}")).await.redirects_to("/ar/kiosk/over");
    }
}

#[tokio::test]
async fn a_screen_that_nobody_touches_forgets_and_back_shows_nothing() {
    let town = town().await;
    let (_, device) = kiosk(&town, &["repair-permit"]).await;
    begun(&device).await;
    fill(&device).await;
    town.clock.advance_secs(assisted::IDLE_SECS - 1);
    device.get("/ar/kiosk/form/works").await.ok().shows("صباغة الواجهة");
    device.get("/kiosk/still").await.ok().shows("true");
    town.clock.advance_secs(assisted::IDLE_SECS + 1);
    // The cookie is still there, as after a crash of the browser: the server knows that the visit is over.
    let back = device.get("/ar/kiosk/form/works").await.redirects_to("/ar/kiosk/over");
    unkept(&back);
    device.get("/kiosk/still").await.ok().shows("false");
    device.post("/ar/kiosk/form/works", &works()).await.redirects_to("/ar/kiosk/over");
    device.post("/ar/kiosk/form/check", &[]).await.redirects_to("/ar/kiosk/over");
    let over = device.get("/ar/kiosk/over").await.ok().shows_not("صباغة");
    assert!(over.headers.get_all("set-cookie").iter().any(|line| line.to_str().unwrap().starts_with("visit=;")));
    unkept(&over);
}

#[tokio::test]
async fn the_next_person_never_meets_the_one_before() {
    let town = town().await;
    let (_, device) = kiosk(&town, &["repair-permit"]).await;
    begun(&device).await;
    fill(&device).await;
    begun(&device).await; // no wait, no end: the next one just touches a language
    device.get("/ar/kiosk/form/works").await.ok().shows_not("صباغة الواجهة");
}

#[tokio::test]
async fn what_was_begun_at_a_kiosk_goes_on_elsewhere_and_the_other_way_round() {
    let town = town().await;
    let (_, device) = kiosk(&town, &["repair-permit"]).await;
    begun(&device).await;
    device.post("/ar/kiosk/form/works", &works()).await.sent_to();
    let page = device.get("/ar/kiosk/form/where").await.ok().text();
    let code = page.split("class=\"code\">").nth(1).unwrap().get(..14).unwrap().to_owned();
    device.post("/ar/kiosk/end", &[]).await.is(303);
    town.visitor().get(&format!("/ar/drafts/{code}/works")).await.ok().shows("صباغة الواجهة");
    device.post("/ar/kiosk/begin", &[]).await.is(303);
    device.post("/ar/kiosk/resume", &[("code", "0000-0000-0000")]).await.is(422);
    device.post("/ar/kiosk/resume", &[("code", &code.to_lowercase())]).await.redirects_to("/ar/kiosk/form");
    device.get("/ar/kiosk/form/works").await.ok().shows("صباغة الواجهة");
}

#[tokio::test]
async fn only_a_kiosk_shows_these_screens_and_only_what_is_open_on_it() {
    let town = town().await;
    for path in ["/ar/kiosk", "/ar/kiosk/procedures", "/ar/kiosk/form", "/ar/kiosk/over", "/kiosk/still"] {
        town.visitor().get(path).await.is(404);
    }
    town.visitor().post("/ar/kiosk/begin", &[]).await.is(404);
    let (id, device) = kiosk(&town, &[]).await;
    device.post("/ar/kiosk/begin", &[]).await.is(303);
    // The usual list: what citizens ask without bringing a paper.
    let list = device.get("/ar/kiosk/procedures").await.ok().shows("/ar/kiosk/procedures/birth-extract");
    assert!(!list.text().contains("/ar/kiosk/procedures/repair-permit"));
    device.post("/ar/kiosk/procedures/repair-permit", &[]).await.redirects_to("/ar/kiosk/over");
    town.does(move |tx| assisted::revoke_kiosk(tx, &id)).await;
    device.get("/ar/kiosk").await.is(404);
    device.get("/ar/kiosk/procedures").await.is(404);
}

#[tokio::test]
async fn an_administrator_names_kiosks_and_takes_them_away() {
    let town = town().await;
    let administrator = town.clerk("administrator").await;
    administrator.post("/ar/admin/kiosks", &[("name", " ")]).await.is(422);
    let page = administrator.post("/ar/admin/kiosks", &[("name", "الرواق"), ("site", "الطابق السفلي")]).await.ok();
    let secret = page.text().split("/kiosk/set-up/").nth(1).unwrap().get(..40).unwrap().to_owned();
    administrator.get("/ar/admin/kiosks").await.ok().shows_not(&secret);
    town.clerk("dgs").await.get("/ar/admin/kiosks").await.is(403);
    town.visitor().get("/ar/kiosk/set-up/0000").await.is(404);
    // Somebody signed in there is signed in no more once the device is a kiosk.
    let device = town.clerk("counter_clerk").await;
    device.post(&format!("/ar/kiosk/set-up/{secret}"), &[]).await.redirects_to("/ar/kiosk");
    device.get("/ar/desk").await.is(303);
    town.clock.advance_secs(25 * 3_600);
    let late = administrator.post("/ar/admin/kiosks", &[("name", "2")]).await;
    let administrator = if late.status == 200 { administrator } else { town.clerk("administrator").await };
    let page = administrator.post("/ar/admin/kiosks", &[("name", "3")]).await.ok().text();
    let secret = page.split("/kiosk/set-up/").nth(1).unwrap().get(..40).unwrap().to_owned();
    town.clock.advance_secs(25 * 3_600);
    town.visitor().post(&format!("/ar/kiosk/set-up/{secret}"), &[]).await.is(404);
}
