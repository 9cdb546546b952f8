//! What a person sees of himself, and what a clerk who serves him does.

use kernel::{Cin, Id, Lang, Moment, Phone};
use people::{Level, NewPerson};
use platform::own::{Asked, Line, Own, Step};
use platform::{Module, Result, Tx};
use testing::{Town, Visitor};

const CARD: &str = "AB123456";
const PHONE: &str = "0612345678";

/// Sixty lines of the past and two steps, one the person's: what any module may tell.
fn told() -> Module {
    Module::new("told").own(Own { kind: "cases", lines, steps })
}

fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    let now = tx.now();
    let line = |age: i64| Line {
        at: now.plus_minutes(-age * 24 * 60),
        id: format!("{age:04}"),
        icon: "file".into(),
        title: format!("line-{age}."),
        text: String::new(),
        pill: None,
        path: "/cases/X?k=secret".into(),
        desk: "/desk/x".into(),
    };
    let most = usize::try_from(asked.limit).unwrap_or(0);
    Ok((0..60).map(line).filter(|line| asked.takes(line.at, &line.id)).take(most).collect())
}

fn steps(tx: &mut Tx, _: &Id, _: Lang) -> Result<Vec<Step>> {
    let step = |yours: bool, by: Moment| Step {
        by: Some(by),
        yours,
        icon: "file".into(),
        title: if yours { "mine-to-do".into() } else { "theirs-to-do".into() },
        text: String::new(),
        path: "/drafts/secret".into(),
        desk: String::new(),
    };
    Ok(vec![step(false, tx.now()), step(true, tx.now().plus_minutes(60))])
}

async fn town() -> Town {
    Town::configured([sending::module(), people::module(), told(), crate::module()], |config| config.demo = true).await
}

fn newcomer() -> NewPerson {
    NewPerson {
        name: "أمينة بنعلي".into(),
        phone: Phone::parse(PHONE),
        email: None,
        cin: Cin::parse(CARD),
        lang: Lang::Fr,
        level: Level::Counter,
    }
}

async fn person(town: &Town) -> Id {
    town.does(|tx| people::add(tx, newcomer())).await
}

async fn code_in_outbox(town: &Town) -> String {
    town.drain().await;
    let outbox = town.visitor().get("/fr/outbox").await.ok().text();
    let words = outbox.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.into_iter().find(|word| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit())).unwrap().to_owned()
}

async fn signed_in(town: &Town) -> Visitor {
    let visitor = town.visitor();
    let asked = visitor.post("/fr/account/sign-in", &[("way", "code"), ("contact", PHONE)]).await.sent_to();
    let code = code_in_outbox(town).await;
    let ticket = asked.split("ticket=").nth(1).unwrap().split('&').next().unwrap();
    visitor.post("/fr/account/code", &[("ticket", ticket), ("code", &code)]).await.redirects_to("/fr/my");
    visitor
}

#[tokio::test]
async fn a_person_finds_what_comes_next_on_top_and_every_line_once() {
    let town = town().await;
    let visitor = signed_in(&town).await;
    let first = visitor.get("/fr/my").await.ok().shows("line-0.").shows("line-24.").shows_not("line-25.").text();
    assert!(first.find("mine-to-do").unwrap() < first.find("theirs-to-do").unwrap());
    assert!(first.find("theirs-to-do").unwrap() < first.find("line-0.").unwrap());
    let (mut path, mut seen) = ("/fr/my".to_owned(), Vec::new());
    loop {
        let page = visitor.get(&path).await.ok().text();
        seen.extend((0..60).filter(|age| page.contains(&format!("line-{age}."))));
        match page.split("rel=\"next\" href=\"").nth(1) {
            Some(rest) => path = rest.split('"').next().unwrap().replace("&amp;", "&"),
            None => break,
        }
    }
    assert_eq!(seen, (0..60).collect::<Vec<_>>());
    visitor.get("/fr/my?kind=looks").await.ok().shows_not("line-0.");
    visitor.get("/fr/my?after=forged").await.is(400);
    for lang in ["ar", "en", "zgh"] {
        visitor.get(&format!("/{lang}/my")).await.ok().shows("line-0.");
    }
}

#[tokio::test]
async fn the_page_is_for_whoever_is_signed_in() {
    let town = town().await;
    let to = town.visitor().get("/fr/my").await.sent_to();
    assert!(to.contains("/sign-in"), "{to}");
    town.visitor().get("/api/v1/my").await.is(401);
    let page = signed_in(&town).await.get("/api/v1/my").await.ok().json();
    assert_eq!(page["lines"].as_array().unwrap().len(), 25);
    assert_eq!(page["steps"][0]["yours"], true);
    town.clerk("counter_clerk").await.get("/fr/my").await.redirects_to("/fr/staff");
}

#[tokio::test]
async fn a_clerk_opens_the_page_on_the_card_and_the_person_reads_who_looked() {
    let town = town().await;
    let person = person(&town).await;
    let clerk = town.clerk("counter_clerk").await;
    clerk.post(&format!("/fr/people/{person}"), &[("why", "counter")]).await.ok().shows("/fr/desk/my/");
    let door = format!("/fr/desk/my/{person}");
    clerk.post(&door, &[("way", "card"), ("cin", "ZZ999999")]).await.is(422);
    let visit = clerk.post(&door, &[("way", "card"), ("cin", CARD)]).await.sent_to();
    // The links of the person are keys: the clerk gets the desk's own.
    clerk.get(&visit).await.ok().shows("line-0.").shows("/fr/desk/x").shows_not("secret");
    let looks = town.reads(move |tx| people::looks(tx, &person)).await;
    assert!(looks.iter().filter(|look| look.summary.contains("counter")).count() >= 2);
    // Another clerk cannot use the visit, and it ends.
    town.clerk("counter_clerk").await.get(&visit).await.is(422);
    town.advance_hours(1).await;
    clerk.get(&visit).await.is(422);
}

#[tokio::test]
async fn without_a_card_the_code_that_reached_the_person_opens_the_page() {
    let town = town().await;
    let citizen = signed_in(&town).await;
    citizen.get("/fr/my").await.ok();
    town.advance_hours(2).await;
    let person = town.does(|tx| Ok(people::search(tx, PHONE)?.pop().unwrap().id)).await;
    let clerk = town.clerk("counter_clerk").await;
    let asked = clerk.post(&format!("/fr/desk/my/{person}"), &[("way", "code")]).await.ok().text();
    let ticket = asked.split("name=\"ticket\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let code = code_in_outbox(&town).await;
    let door = format!("/fr/desk/my/{person}/code");
    clerk.post(&door, &[("ticket", &ticket), ("code", "000000")]).await.is(422);
    let visit = clerk.post(&door, &[("ticket", &ticket), ("code", &code)]).await.sent_to();
    clerk.get(&visit).await.ok().shows("line-0.");
    clerk.post(&format!("{visit}/end"), &[]).await.redirects_to("/fr/people");
    clerk.get(&visit).await.is(422);
    // A code opens one page once, and no session.
    clerk.post(&door, &[("ticket", &ticket), ("code", &code)]).await.is(422);
    town.visitor().post("/fr/account/code", &[("ticket", &ticket), ("code", &code)]).await.ok();
}

#[tokio::test]
async fn whoever_may_not_serve_opens_nothing() {
    let town = town().await;
    let person = person(&town).await;
    let door = format!("/fr/desk/my/{person}");
    town.clerk("moderator").await.post(&door, &[("way", "card"), ("cin", CARD)]).await.is(403);
    assert_ne!(town.visitor().post(&door, &[("way", "card"), ("cin", CARD)]).await.status, 200);
}

#[tokio::test]
async fn the_module_passes_the_sweeps() {
    let town = town().await;
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
