//! An order by post, from filing to the door, with what goes wrong on the way.

use crate::{BordereauState, Entitled, Entry, LetterState, Stage, actions, store};
use cases::Given;
use kernel::{Id, Money};
use platform::{Problem, Tx};
use procedures::Typed;
use testing::Town;

mod desk;

const FIRST: &str = "RR473124829MA";
const SECOND: &str = "RR473124832MA";

async fn town() -> Town {
    Town::with([
        calendar::module(),
        places::module(),
        units::module(),
        sending::module(),
        people::module(),
        procedures::module(),
        cases::module(),
        folder::module(),
        payments::module(),
        assisted::module(),
        requests::module(),
        permits::module(),
        documents::module(),
        crate::module(),
    ])
    .await
}

/// A birth extract for one's father, filed as everybody does. Returns the case and the address of its page.
async fn filed(town: &Town, delivery: &str) -> (Id, String) {
    let visitor = town.visitor();
    let draft = visitor.post("/fr/procedures/birth-extract/start", &[]).await.sent_to();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    let chosen = [
        ("mine", "no"),
        ("holder", "حسن المريني"),
        ("born", "03/05/1988"),
        ("office", "Tabriquet"),
        ("knows_reference", "yes"),
        ("act_number", "214"),
        ("act_year", "1988"),
        ("copies", "2"),
        ("delivery", delivery),
        ("receiver", "ليلى المريني"),
        ("address", "زنقة 12، رقم 4"),
        ("town", "سلا"),
        ("postcode", "11000"),
    ];
    let chosen = Typed::from(chosen.map(|(name, value)| (name.to_owned(), vec![value.to_owned()])));
    let (typed, pages) = town
        .reads(move |rx| {
            let procedure = procedures::procedure(rx, "birth-extract")?;
            let typed = procedures::sample(&procedure, &chosen, &procedures::with(rx)?);
            Ok((typed, procedure.pages.iter().map(|page| page.id.clone()).collect::<Vec<_>>()))
        })
        .await;
    let fields: Vec<(&str, &str)> = typed.iter().map(|(name, values)| (name.as_str(), values[0].as_str())).collect();
    for page in pages.iter().filter(|page| !matches!(page.as_str(), "pieces" | "check")) {
        visitor.post(&format!("/fr/drafts/{code}/{page}"), &fields).await.sent_to();
    }
    let receipt = visitor.post(&format!("/fr/drafts/{code}/check"), &[]).await.sent_to();
    town.app.drain().await.unwrap();
    let case = receipt.split('/').nth(3).unwrap().to_owned();
    let key = receipt.split_once("?k=").unwrap().1.to_owned();
    let id = town.reads(move |rx| Ok(cases::by_code(rx, &case)?.id)).await;
    (id, key)
}

fn entry() -> Entry {
    Entry { office: "تابريكت".into(), year: 1988, number: "214".into(), entitled: Entitled::Act }
}

async fn order(town: &Town, case: &Id) -> crate::Order {
    let case = case.clone();
    town.does(move |tx| actions::of(tx, &case)).await.expect("an order")
}

async fn acts(town: &Town, case: &Id, action: &'static str) -> platform::Result<()> {
    let case = case.clone();
    let given = Given { words: "سبب".into(), ..Given::default() };
    let done = town.tries(move |tx| cases::act(tx, &case, action, &given, false).map(drop)).await;
    town.app.drain().await.unwrap();
    done
}

async fn paid(town: &Town, case: &Id) {
    let case = case.clone();
    town.does(move |tx| {
        let open = payments::of(tx, &case)?.into_iter().filter(|due| due.state == payments::DueState::Due);
        let sum = open.fold(Money(0), |sum, due| sum + due.amount);
        let key = tx.new_id();
        payments::collect(tx, &key, &case, sum, payments::Method::Cash).map(drop)
    })
    .await;
}

/// Found, paid and drawn.
async fn drawn(town: &Town, case: &Id) {
    let of = case.clone();
    town.does(move |tx| actions::record(tx, &of, &entry()).map(drop)).await;
    paid(town, case).await;
    acts(town, case, "grant").await.unwrap();
}

async fn posted(town: &Town, case: &Id, tracking: &'static str) -> Id {
    let case = case.clone();
    let id = town
        .does(move |tx| {
            let id = actions::open(tx)?;
            actions::add_letter(tx, &id, &case, tracking)?;
            actions::close(tx, &id)?;
            let today = tx.today();
            actions::hand_over(tx, &id, today, "D-118")?;
            Ok(id)
        })
        .await;
    town.app.drain().await.unwrap();
    id
}

/// Why a condition of an action does not hold.
async fn lacks(town: &Town, condition: &'static str, case: &Id) -> Option<String> {
    let case = case.clone();
    town.does(move |tx| platform::condition(tx, condition, &case)).await.map(|why| why.key)
}

fn refused<T: std::fmt::Debug>(result: platform::Result<T>) -> String {
    match result {
        Err(Problem::Refused(why)) => why.key,
        other => panic!("{other:?}"),
    }
}

async fn state(town: &Town, case: &Id) -> String {
    let case = case.clone();
    town.reads(move |rx| Ok(cases::find(rx, &case)?.state)).await
}

async fn reports(town: &Town, state: LetterState, numbers: &'static str) -> Vec<crate::Reported> {
    let reported = town
        .does(move |tx| {
            let today = tx.today();
            actions::report(tx, state, today, numbers)
        })
        .await;
    town.app.drain().await.unwrap();
    reported
}

#[tokio::test]
async fn a_copy_goes_from_the_register_to_the_door() {
    let town = town().await;
    let (case, key) = filed(&town, "post").await;
    assert_eq!(order(&town, &case).await.stage, Stage::LookUp);
    paid(&town, &case).await;
    assert_eq!(lacks(&town, "entry", &case).await.as_deref(), Some("post-lacks-entry"));
    let of = case.clone();
    town.does(move |tx| actions::record(tx, &of, &entry()).map(drop)).await;
    assert_eq!((order(&town, &case).await.stage, lacks(&town, "entry", &case).await), (Stage::Copy, None));
    acts(&town, &case, "grant").await.unwrap();
    assert_eq!(lacks(&town, "letter", &case).await.as_deref(), Some("post-lacks-letter"));
    assert_eq!(order(&town, &case).await.stage, Stage::Pack);

    let bordereau = posted(&town, &case, FIRST).await;
    assert_eq!(state(&town, &case).await, "posted");
    let listed = town.does(move |tx| store::bordereau(tx, &bordereau)).await;
    assert_eq!((listed.state, listed.number.map(|(_, number)| number)), (BordereauState::Handed, Some(1)));
    let code = town
        .reads({
            let case = case.clone();
            move |rx| Ok(cases::find(rx, &case)?.code)
        })
        .await;
    town.visitor().get(&format!("/fr/cases/{code}?k={key}")).await.ok().shows(FIRST).shows("Remis à la poste");

    let notice = reports(&town, LetterState::Notice, "rr 473124829 ma\nRR000000000XX\nRR473124832MA").await;
    let keys: Vec<_> = notice.iter().map(|one| one.result.as_ref().map_err(|why| why.key.as_str())).collect();
    assert_eq!(keys, [Ok(&code), Err("post-tracking-wrong"), Err("post-tracking-unknown")]);
    reports(&town, LetterState::Delivered, FIRST).await;
    assert_eq!(state(&town, &case).await, "delivered");
    let late = reports(&town, LetterState::Returned, FIRST).await;
    assert_eq!(late[0].result.as_ref().unwrap_err().key, "post-news-late");
    let answered = town.reads(move |rx| cases::find(rx, &case)).await;
    assert_eq!((answered.outcome.as_deref(), answered.rating), (Some("granted"), None));
}

#[tokio::test]
async fn wrong_data_is_asked_about_corrected_and_the_order_goes_on() {
    let town = town().await;
    let (case, key) = filed(&town, "post").await;
    paid(&town, &case).await;
    let code = town
        .reads({
            let case = case.clone();
            move |rx| Ok(cases::find(rx, &case)?.code)
        })
        .await;
    let page = format!("/fr/post/{code}?k={key}");
    town.visitor().get(&page).await.ok().shows("rien à corriger");
    assert_eq!(lacks(&town, "doubts", &case).await.as_deref(), Some("post-lacks-doubts"));
    let of = case.clone();
    let nothing = town.tries(move |tx| actions::doubt(tx, &of, &["contact_how".into()], "")).await;
    assert_eq!(refused(nothing), "post-needs-doubts");
    let of = case.clone();
    town.does(move |tx| actions::doubt(tx, &of, &["act_year".into(), "holder".into()], "")).await;
    town.app.drain().await.unwrap();
    assert_eq!((state(&town, &case).await.as_str(), order(&town, &case).await.stage), ("correction", Stage::Doubt));
    assert_eq!(lacks(&town, "corrected", &case).await.as_deref(), Some("post-lacks-correction"));

    let visitor = town.visitor();
    visitor.get(&format!("/fr/cases/{code}?k={key}")).await.ok().shows("Nom et prénom de la personne");
    visitor.get("/fr/post/SAL-7K3Q-9MPX-R?k=x").await.is(404);
    visitor.get(&format!("/fr/post/{code}?k=x")).await.is(404);
    let form = visitor.get(&page).await.ok();
    form.shows("حسن المريني").shows("1988").shows_not("Tabriquet");
    let send = format!("/fr/post/{code}/correct?k={key}");
    let same = [("holder", "حسن المريني"), ("act_year", "1988"), ("words", "")];
    visitor.post(&send, &same).await.is(422).shows("Rien n’a changé");
    visitor.post(&send, &[("holder", ""), ("act_year", "1989"), ("words", "")]).await.is(422).shows("1989");
    visitor.post(&send, &[("holder", "حسن المريني"), ("act_year", "1989"), ("office", "x")]).await.sent_to();
    town.app.drain().await.unwrap();
    assert_eq!((state(&town, &case).await.as_str(), order(&town, &case).await.stage), ("filed", Stage::LookUp));
    let of = case.clone();
    let (answers, dues) = town
        .reads(move |rx| {
            let found = cases::find(rx, &of)?;
            Ok((cases::unseal(rx, &found)?.answers, payments::of(rx, &of)?))
        })
        .await;
    assert_eq!((answers.0["act_year"].as_i64(), answers.text("office")), (Some(1989), Some("Tabriquet")));
    assert!(dues.iter().all(|due| due.state == payments::DueState::Paid), "what was paid stays paid");
    drawn_after(&town, &case).await;
}

/// The look-up succeeds now, and the copy is drawn without another payment.
async fn drawn_after(town: &Town, case: &Id) {
    let of = case.clone();
    town.does(move |tx| actions::record(tx, &of, &entry()).map(drop)).await;
    acts(town, case, "grant").await.unwrap();
    assert_eq!(order(town, case).await.stage, Stage::Pack);
}

#[tokio::test]
async fn a_letter_that_came_back_goes_out_again_to_another_address_for_the_postage() {
    let town = town().await;
    let (case, key) = filed(&town, "post").await;
    drawn(&town, &case).await;
    posted(&town, &case, FIRST).await;
    reports(&town, LetterState::Returned, FIRST).await;
    assert_eq!(order(&town, &case).await.stage, Stage::Back);
    let code = town
        .reads({
            let case = case.clone();
            move |rx| Ok(cases::find(rx, &case)?.code)
        })
        .await;
    let again = format!("/fr/post/{code}/again?k={key}");
    let form = [("receiver", "ليلى المريني"), ("address", "شارع الحسن الثاني 7"), ("postcode", "10000"), ("town", "الرباط")];
    town.visitor().post(&again, &form[..1]).await.is(422);
    town.visitor().post(&again, &form).await.sent_to();
    town.app.drain().await.unwrap();
    assert_eq!(order(&town, &case).await.stage, Stage::Pack);
    let of = case.clone();
    let (dues, papers) = town.reads(move |rx| Ok((payments::of(rx, &of)?, documents::of(rx, &of)?))).await;
    let open: Vec<_> = dues.iter().filter(|due| due.state == payments::DueState::Due).map(|due| due.fee.as_str()).collect();
    assert_eq!(open, ["post-2"]);
    assert_eq!(papers.len(), 1, "sending again draws no second paper");
    let officer = town.clerk("civil_status_officer").await;
    let page = officer.post("/fr/desk/post/bordereaux", &[]).await.sent_to();
    let letter = [("case", case.as_str()), ("tracking", SECOND)];
    officer.post(&format!("{page}/letters"), &letter).await.is(422).shows("attend le paiement");
    paid(&town, &case).await;
    officer.post(&format!("{page}/letters"), &letter).await.sent_to();
    officer.post(&format!("{page}/close"), &[]).await.sent_to();
    let today = town.clock.now().day().to_string();
    let hand = [("on", today.as_str()), ("deposit", "D-119")];
    officer.post(&format!("{page}/hand"), &hand).await.sent_to();
    reports(&town, LetterState::Delivered, SECOND).await;
    assert_eq!(state(&town, &case).await, "delivered");
}

#[tokio::test]
async fn what_was_paid_goes_back_when_the_order_is_refused_or_withdrawn_before_it_left() {
    let town = town().await;
    let (refused_one, _) = filed(&town, "post").await;
    let (withdrawn, _) = filed(&town, "post").await;
    paid(&town, &refused_one).await;
    acts(&town, &refused_one, "refuse").await.unwrap();
    let of = refused_one.clone();
    let refunds = town.reads(move |rx| payments::refunds_of(rx, &of)).await;
    assert_eq!(
        refunds.iter().map(|one| (one.amount, one.reason)).collect::<Vec<_>>(),
        [(Money(2400), payments::Reason::Refused)]
    );
    let of = withdrawn.clone();
    town.does(move |tx| cases::act(tx, &of, "withdraw", &Given::default(), true).map(drop)).await;
    town.app.drain().await.unwrap();
    let (refunds, dues) = town.reads(move |rx| Ok((payments::refunds_of(rx, &withdrawn)?, payments::of(rx, &withdrawn)?))).await;
    assert!(refunds.is_empty() && dues.iter().all(|due| due.state == payments::DueState::Cancelled));
}

#[tokio::test]
async fn a_number_stands_on_one_letter_and_a_letter_in_one_bordereau() {
    let town = town().await;
    let (first, _) = filed(&town, "post").await;
    let (second, _) = filed(&town, "post").await;
    let (counter, _) = filed(&town, "counter").await;
    let asked = counter.clone();
    assert_eq!(town.does(move |tx| actions::of(tx, &asked)).await, None, "not an order by post");
    drawn(&town, &first).await;
    let (a, b) = (first.clone(), second.clone());
    let early = town.tries(move |tx| open_with(tx, &b, SECOND)).await;
    assert_eq!(refused(early), "post-not-to-pack");
    drawn(&town, &second).await;
    let bordereau = town.does(move |tx| open_with(tx, &a, FIRST)).await;
    let (id, b) = (bordereau.clone(), second.clone());
    assert_eq!(refused(town.tries(move |tx| actions::add_letter(tx, &id, &b, FIRST)).await), "post-tracking-taken");
    let (id, a) = (bordereau.clone(), first.clone());
    assert_eq!(refused(town.tries(move |tx| actions::add_letter(tx, &id, &a, SECOND)).await), "post-packed-already");
    let (id, b) = (bordereau.clone(), second.clone());
    assert_eq!(refused(town.tries(move |tx| actions::add_letter(tx, &id, &b, "RR473124828MA")).await), "post-tracking-wrong");
    let id = bordereau.clone();
    let letter = town.reads(move |rx| Ok(store::letters_in(rx, &id)?[0].id.clone())).await;
    let id = bordereau.clone();
    town.does(move |tx| actions::remove_letter(tx, &id, &letter)).await;
    let id = bordereau.clone();
    assert_eq!(refused(town.tries(move |tx| actions::close(tx, &id).map(drop)).await), "post-bordereau-empty");
}

fn open_with(tx: &mut Tx, case: &Id, tracking: &str) -> platform::Result<Id> {
    let id = actions::open(tx)?;
    actions::add_letter(tx, &id, case, tracking)?;
    Ok(id)
}

#[tokio::test]
async fn the_clerk_works_through_the_pages_and_the_bordereau_is_a_pdf() {
    let town = town().await;
    let (case, _) = filed(&town, "post").await;
    town.clerk("moderator").await.get("/fr/desk/post").await.is(403);
    let officer = town.clerk("civil_status_officer").await;
    officer.get("/fr/desk/post").await.ok().shows("214/1988");
    officer.get("/fr/desk/post/sheet").await.ok().shows("حسن المريني");
    officer.get(&format!("/fr/desk/{case}")).await.ok().shows("Rechercher l’acte");
    let found = [("office", "تابريكت"), ("number", "٢١٤"), ("year", "١٩٨٨"), ("entitled", "act"), ("do", "found")];
    officer.post(&format!("/fr/desk/{case}/post/entry"), &found).await.sent_to();
    assert_eq!(order(&town, &case).await.entry.map(|entry| entry.year), Some(1988));
    paid(&town, &case).await;
    acts(&town, &case, "grant").await.unwrap();
    let page = officer.post("/fr/desk/post/bordereaux", &[]).await.sent_to();
    officer.get(&page).await.ok().shows("ليلى المريني").shows("11000");
    let wrong = [("case", case.as_str()), ("tracking", "RR1")];
    officer.post(&format!("{page}/letters"), &wrong).await.is(422).shows("RR1");
    officer.post(&format!("{page}/letters"), &[("case", case.as_str()), ("tracking", FIRST)]).await.sent_to();
    officer.post(&format!("{page}/close"), &[]).await.sent_to();
    officer.get(&format!("{page}/addresses")).await.ok().shows("زنقة 12، رقم 4");
    let pdf = officer.get(&format!("{}/bordereau.pdf", page.trim_start_matches("/fr"))).await.ok();
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let today = town.clock.now().day().to_string();
    officer.post(&format!("{page}/hand"), &[("on", &today), ("deposit", "")]).await.is(422);
    officer.post(&format!("{page}/hand"), &[("on", &today), ("deposit", "D-118")]).await.sent_to();
    let news = [("state", "returned"), ("on", today.as_str()), ("numbers", FIRST)];
    officer.post("/fr/desk/post/news", &news).await.ok().shows(FIRST);
    officer.get("/fr/desk/post?stage=back").await.ok().shows(FIRST);
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
