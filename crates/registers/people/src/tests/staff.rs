//! Staff: two steps, links, recovery, and a rush at the door.

use super::{PASSWORD, SEED, clerk, demo_town, outbox, parameter, through_the_door, town};
use crate::second_factor;
use testing::{Town, Visitor};

const KARIM: &str = "karim@sale.example.ma";

async fn first_step(visitor: &Visitor, email: &str, password: &str) -> String {
    let address = visitor.post("/fr/staff/sign-in", &[("email", email), ("password", password)]).await.sent_to();
    parameter(&address, "ticket")
}

fn code(town: &Town, seed: &str) -> String {
    second_factor::code_at(seed, town.clock.now()).unwrap()
}

#[tokio::test]
async fn staff_sign_in_takes_two_steps() {
    let town = town().await;
    clerk(&town, KARIM, "agent").await;
    let visitor = town.visitor();
    let ticket = first_step(&visitor, KARIM, PASSWORD).await;
    visitor.get("/fr/staff/account").await.is(303);
    let wrong = if code(&town, SEED) == "000000" { "111111" } else { "000000" };
    visitor.post("/fr/staff/code", &[("ticket", &ticket), ("code", wrong)]).await.ok().shows("f-code-error");
    let karim = through_the_door(&town, KARIM).await;
    karim.get("/fr/staff/account").await.ok().shows("كريم العلوي");
    karim.post("/fr/account/contact", &[("contact", "other@example.ma")]).await.is(403);
    karim.post("/fr/account/erasure", &[]).await.is(403);
}

#[tokio::test]
async fn a_code_that_was_used_is_refused_the_second_time() {
    let town = town().await;
    clerk(&town, KARIM, "agent").await;
    through_the_door(&town, KARIM).await;
    let thief = town.visitor();
    let ticket = first_step(&thief, KARIM, PASSWORD).await;
    let fields = [("ticket", ticket.as_str()), ("code", &code(&town, SEED))];
    thief.post("/fr/staff/code", &fields).await.ok().shows("a déjà servi");
    town.clock.advance_secs(30);
    let fields = [("ticket", ticket.as_str()), ("code", &code(&town, SEED))];
    thief.post("/fr/staff/code", &fields).await.redirects_to("/fr/staff");
}

#[tokio::test]
async fn wrong_password_unknown_address_and_departed_person_look_the_same() {
    let town = town().await;
    clerk(&town, KARIM, "agent").await;
    let gone = clerk(&town, "gone@sale.example.ma", "agent").await;
    town.does(move |tx| crate::depart(tx, &gone)).await;
    let mut pages = Vec::new();
    for (email, password) in [(KARIM, "pas le bon mot"), ("gone@sale.example.ma", PASSWORD), ("nobody@sale.example.ma", PASSWORD)]
    {
        let reply = town.visitor().post("/fr/staff/sign-in", &[("email", email), ("password", password)]).await.is(422);
        pages.push(reply.text().replace(email, ""));
    }
    assert!(pages.iter().all(|page| *page == pages[0]));
}

#[tokio::test]
async fn after_ten_failures_even_the_right_password_rests() {
    let town = town().await;
    clerk(&town, KARIM, "agent").await;
    let visitor = town.visitor();
    for _ in 0..10 {
        visitor.post("/fr/staff/sign-in", &[("email", KARIM), ("password", "pas le bon mot")]).await.is(422);
    }
    visitor.post("/fr/staff/sign-in", &[("email", KARIM), ("password", PASSWORD)]).await.is(422);
    town.clock.advance_secs(21 * 60);
    first_step(&visitor, KARIM, PASSWORD).await;
}

#[tokio::test]
async fn a_departed_employee_loses_access_at_once() {
    let town = town().await;
    clerk(&town, "chief@sale.example.ma", administrator_role(&town)).await;
    let person = clerk(&town, KARIM, "agent").await;
    let visitor = through_the_door(&town, KARIM).await;
    visitor.get("/fr/people").await.ok();
    town.does(move |tx| crate::depart(tx, &person)).await;
    visitor.get("/fr/people").await.is(303);
    visitor.post("/fr/people", &[("q", "0612345678")]).await.is(401);
}

#[tokio::test]
async fn an_invitation_sets_password_and_second_factor_once() {
    let town = demo_town().await;
    let administrator = town.clerk(administrator_role(&town)).await;
    let fields = [("name", "هند المريني"), ("email", "hind@sale.example.ma"), ("role", "agent"), ("decision", "7/2026")];
    let page = administrator.post("/fr/admin/staff", &fields).await.sent_to();
    administrator.get(&page).await.ok().shows("هند المريني").shows("Invité");
    let link = parameter(&outbox(&town).await, "ticket");
    let visitor = town.visitor();
    let setup = visitor.get(&format!("/fr/staff/setup?ticket={link}")).await.ok().shows("<svg").text();
    let seed: String = setup.split("class=\"code\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    let (good, password) = (code(&town, &seed), "les remparts de la ville");
    let form = |code: &str, password: &'static str| {
        vec![("ticket", link.clone()), ("code", code.to_owned()), ("password", password.into()), ("again", password.into())]
    };
    send(&visitor, form(&good, "court")).await.is(422).shows("f-password-error");
    send(&visitor, form("12", password)).await.is(422).shows("f-code-error");
    let codes = send(&visitor, form(&good, password)).await.ok().text();
    let recovery = codes.split("<bdi class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    visitor.get(&format!("/fr/staff/setup?ticket={link}")).await.ok().shows("plus valable");
    let ticket = first_step(&visitor, "hind@sale.example.ma", password).await;
    visitor.post("/fr/staff/code", &[("ticket", &ticket), ("code", &recovery)]).await.redirects_to("/fr/staff");
    let other = town.visitor();
    let ticket = first_step(&other, "hind@sale.example.ma", password).await;
    other.post("/fr/staff/code", &[("ticket", &ticket), ("code", &recovery)]).await.ok().shows("f-code-error");
}

async fn send(visitor: &Visitor, fields: Vec<(&'static str, String)>) -> testing::Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    visitor.post("/fr/staff/setup", &fields).await
}

/// The role of the pack that gives rights.
pub fn administrator_role(town: &Town) -> &'static str {
    let roles = town.app.roles();
    let found = roles.values().find(|role| role.permissions.iter().any(|permission| permission == crate::STAFF_EDIT.0));
    found.expect("a role that administers").id.clone().leak()
}

#[tokio::test]
async fn a_lost_second_factor_is_reset_by_an_administrator_and_told_to_its_owner() {
    let town = demo_town().await;
    let person = clerk(&town, KARIM, "agent").await;
    let karim = through_the_door(&town, KARIM).await;
    let administrator = town.clerk(administrator_role(&town)).await;
    administrator.post(&format!("/fr/admin/staff/{person}/reset-factor"), &[]).await.is(303);
    karim.get("/fr/staff/account").await.is(303);
    let visitor = town.visitor();
    visitor.post("/fr/staff/sign-in", &[("email", KARIM), ("password", PASSWORD)]).await.is(422);
    let messages = outbox(&town).await;
    assert!(messages.contains("أعيد ضبط عامل المصادقة"), "the owner is told");
    let link = parameter(&messages, "ticket");
    let setup = visitor.get(&format!("/fr/staff/setup?ticket={link}")).await.ok().text();
    let seed: String = setup.split("class=\"code\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    assert_ne!(seed, SEED);
    let form = |current: &str| vec![("ticket", link.clone()), ("code", code(&town, &seed)), ("current", current.to_owned())];
    send(&visitor, form("pas le bon mot")).await.is(422).shows("f-current-error");
    send(&visitor, form(PASSWORD)).await.ok().shows("codes de secours");
    first_step(&visitor, KARIM, PASSWORD).await;
}

#[tokio::test]
async fn a_forgotten_password_needs_the_link_and_the_second_factor() {
    let town = demo_town().await;
    clerk(&town, KARIM, "agent").await;
    let visitor = town.visitor();
    let known = visitor.post("/fr/staff/forgotten", &[("email", KARIM)]).await.ok().text();
    let unknown = visitor.post("/fr/staff/forgotten", &[("email", "nobody@sale.example.ma")]).await.ok().text();
    assert_eq!(known, unknown);
    let messages = outbox(&town).await;
    assert_eq!(messages.matches("<article").count(), 1, "nobody writes to an unknown address");
    let (link, fresh) = (parameter(&messages, "ticket"), "un autre secret du fleuve");
    let form = |code: &str| {
        vec![("ticket", link.clone()), ("code", code.to_owned()), ("password", fresh.into()), ("again", fresh.into())]
    };
    send(&visitor, form("000")).await.is(422);
    send(&visitor, form(&code(&town, SEED))).await.redirects_to("/fr/staff/sign-in");
    visitor.post("/fr/staff/sign-in", &[("email", KARIM), ("password", PASSWORD)]).await.is(422);
    first_step(&visitor, KARIM, fresh).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rush_at_the_door_is_told_to_wait_and_harms_nobody_else() {
    let town = std::sync::Arc::new(town().await);
    clerk(&town, KARIM, "agent").await;
    let mut rush = Vec::new();
    for number in 0..200 {
        let town = town.clone();
        rush.push(tokio::spawn(async move {
            let email = format!("nobody{number}@sale.example.ma");
            town.visitor().post("/fr/staff/sign-in", &[("email", &email), ("password", "pas le bon mot")]).await.status.as_u16()
        }));
    }
    let before = std::time::Instant::now();
    town.visitor().get("/fr/account/sign-in").await.ok();
    let waited = before.elapsed();
    let mut statuses = Vec::new();
    for one in rush {
        statuses.push(one.await.unwrap());
    }
    assert!(statuses.iter().all(|status| matches!(status, 422 | 429)), "{statuses:?}");
    assert!(statuses.contains(&429) && statuses.contains(&422), "{statuses:?}");
    assert!(waited.as_secs() < 5, "a page took {waited:?}");
}
