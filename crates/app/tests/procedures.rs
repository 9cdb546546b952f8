//! Every procedure of the pack, filed through the pages and decided by walking its own declared states.

use app::modules;
use kernel::{Id, Money};
use procedures::{Procedure, Typed};
use std::sync::Arc;
use testing::{Town, Visitor};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

async fn town() -> Town {
    let modules = modules::all().into_iter().filter(|module| module.name != "ui");
    Town::configured(modules, |config| config.limits.deposits_per_hour = 10_000).await
}

/// Fills and files a request as a visitor does, without scripts. Returns the case.
async fn filed(town: &Town, visitor: &Visitor, procedure: &Arc<Procedure>, with_pieces: bool) -> Id {
    let draft = visitor.post(&format!("/fr/procedures/{}/start", procedure.id), &[]).await.sent_to();
    let code = draft.rsplit('/').next().expect("a code").to_owned();
    let of = procedure.clone();
    let (typed, quarter) = town
        .reads(move |rx| {
            let with = procedures::with(rx)?;
            Ok((procedures::sample(&of, &Typed::new(), &with), places::quarters(rx)?.first().map(|quarter| quarter.id.clone())))
        })
        .await;
    let mut fields: Vec<(&str, &str)> =
        typed.iter().flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str()))).collect();
    let quarter = quarter.unwrap_or_default();
    fields.push(("quarter", &quarter));
    for page in &procedure.pages {
        if page.id == "check" || page.id == "pieces" {
            continue;
        }
        let answer = visitor.post(&format!("/fr/drafts/{code}/{}", page.id), &fields).await;
        assert_eq!(answer.status, 303, "{} {}: {}", procedure.id, page.id, answer.text());
    }
    if with_pieces {
        let asked = code.clone();
        for piece in town.reads(move |rx| requests::asked_pieces(rx, &asked)).await {
            visitor
                .post_file(&format!("/fr/drafts/{code}/pieces"), &[], &format!("piece-{piece}"), "piece.pdf", PDF)
                .await
                .sent_to();
        }
    }
    let receipt = visitor.post(&format!("/fr/drafts/{code}/check"), &[]).await;
    assert_eq!(receipt.status, 303, "{}: {}", procedure.id, receipt.text());
    let case = receipt.sent_to().split('/').nth(3).expect("a code").to_owned();
    town.reads(move |rx| Ok(cases::by_code(rx, &case)?.id)).await
}

/// Somebody whom a counter saw with the card, signed in: what the dearest of the procedures ask for.
async fn seen_with_card(town: &Town) -> Visitor {
    let known = || people::NewPerson {
        name: "أمينة بنعلي".into(),
        phone: kernel::Phone::parse("0612345678"),
        email: None,
        cin: kernel::Cin::parse("AB123456"),
        lang: kernel::Lang::Ar,
        level: people::Level::Counter,
    };
    let (account, person) = town
        .does(move |tx| {
            let person = people::add(tx, known())?;
            Ok((people::open_account(tx, &person)?, person))
        })
        .await;
    town.citizen(&account, &person).await
}

/// What must hold before an action, done by those who do it.
async fn prepare(town: &Town, case: &Id, action: &procedures::Action) {
    for need in &action.requires {
        let case = case.clone();
        match need.as_str() {
            "paid" => {
                town.does(move |tx| {
                    let open = payments::of(tx, &case)?.into_iter().filter(|due| due.state == payments::DueState::Due);
                    let sum = open.fold(Money(0), |sum, due| sum + due.amount);
                    let key = tx.new_id();
                    if sum > Money(0) {
                        payments::collect(tx, &key, &case, sum, payments::Method::Cash).map(drop)
                    } else {
                        Ok(())
                    }
                })
                .await
            }
            "opinions" => {
                town.does(move |tx| {
                    let found = cases::find(tx, &case)?;
                    for opinion in cases::opinions(tx, &found)?.into_iter().filter(|opinion| opinion.given_at.is_none()) {
                        cases::give_opinion(tx, &case, &opinion.id, cases::Verdict::Favourable, "")?;
                    }
                    Ok(())
                })
                .await
            }
            "visit" => {
                let new = permits::NewVisit::default();
                town.does(move |tx| permits::visit(tx, &case, &new, kernel::Lang::Ar).map(drop)).await
            }
            _ => {}
        }
    }
}

/// The commission sits, judges the file and closes; closing makes the file go on.
async fn sit(town: &Town, case: &Id) {
    let (case, day) = (case.clone(), town.clock.now().day());
    town.does(move |tx| {
        let sitting =
            permits::open(tx, &permits::NewSitting { scale: permits::Scale::Large, held_on: day, place: "القاعة".into() })?;
        let member = |body: &str| permits::Member { body: body.into(), name: "م".into(), present: true };
        permits::invite(tx, &sitting, vec![member("الجماعة"), member("الوكالة الحضرية")])?;
        let code = cases::find(tx, &case)?.code;
        permits::put_on_agenda(tx, &sitting, &code)?;
        permits::judge(tx, &sitting, &case, permits::Finding::Favourable, "")?;
        permits::close(tx, &sitting).map(drop)
    })
    .await
}

async fn state(town: &Town, case: &Id) -> String {
    let case = case.clone();
    town.reads(move |rx| Ok(cases::find(rx, &case)?.state)).await
}

async fn walk(town: &Town, case: &Id, procedure: &Procedure, path: &[String]) {
    for step in path {
        let at = state(town, case).await;
        let action = procedure
            .actions_from(&at)
            .find(|action| action.id == *step)
            .unwrap_or_else(|| panic!("{}: {step} from {at}", procedure.id));
        if step == "conclude" {
            sit(town, case).await;
            continue;
        }
        prepare(town, case, action).await;
        let given = cases::Given {
            words: "سبب".into(),
            outcome: action.requires.iter().any(|need| need == "outcome").then(|| "granted".to_owned()),
            date: Some(town.clock.now().day()),
            ..cases::Given::default()
        };
        let (id, step) = (case.clone(), step.clone());
        town.does(move |tx| cases::act(tx, &id, &step, &given, false).map(drop)).await;
        assert_eq!(state(town, case).await, action.to, "{}", procedure.id);
    }
}

#[tokio::test]
async fn each_of_the_thirty_eight_procedures_is_filed_and_decided_by_its_own_states() {
    let town = town().await;
    let catalog = town.reads(procedures::catalog).await;
    assert_eq!(catalog.requests.len(), 38);
    let visitor = seen_with_card(&town).await;
    for procedure in catalog.requests.values() {
        let case = filed(&town, &visitor, procedure, true).await;
        let start = procedure.start().unwrap().id.clone();
        assert_eq!(state(&town, &case).await, start, "{}", procedure.id);
        let test = procedure
            .service
            .tests
            .iter()
            .find(|test| test.path.is_some())
            .unwrap_or_else(|| panic!("{}: no path", procedure.id));
        let path: Vec<String> = test.path.clone().unwrap_or_default().into_iter().filter(|step| step != "complete").collect();
        walk(&town, &case, procedure, &path).await;
        if let Some(end) = &test.ends {
            assert_eq!(state(&town, &case).await, *end, "{}", procedure.id);
        }
    }
}

#[tokio::test]
async fn a_file_that_lacks_a_piece_waits_and_its_clock_starts_once_it_is_complete() {
    let town = town().await;
    let catalog = town.reads(procedures::catalog).await;
    let procedure = catalog.find("demolition-permit").unwrap().clone();
    let case = filed(&town, &town.visitor(), &procedure, false).await;
    assert_eq!(state(&town, &case).await, "incomplete");
    let asked = case.clone();
    let clocks = town.reads(move |rx| cases::clocks(rx, &asked)).await;
    assert_eq!(clocks.iter().map(|clock| clock.clock.as_str()).collect::<Vec<_>>(), ["deposit"]);
    // Thirty full days without the rest: the file is given back (law 55-19, art. 10).
    town.clock.advance_secs(45 * 86_400);
    town.app.drain().await.unwrap();
    assert_eq!(state(&town, &case).await, "given_back");
}

#[tokio::test]
async fn the_nine_silent_acts_are_accepted_when_their_clock_runs_out() {
    let town = town().await;
    let catalog = town.reads(procedures::catalog).await;
    let silent: Vec<_> =
        catalog.requests.values().filter(|one| one.service.silence == procedures::Silence::Acceptance).cloned().collect();
    assert_eq!(silent.iter().map(|one| one.code.as_str()).collect::<Vec<_>>().len(), 10);
    let mut cases = Vec::new();
    for procedure in &silent {
        cases.push((procedure.clone(), filed(&town, &town.visitor(), procedure, true).await));
    }
    town.clock.advance_secs(150 * 86_400);
    town.app.drain().await.unwrap();
    for (procedure, case) in &cases {
        assert_eq!(state(&town, case).await, "tacit", "{}", procedure.id);
    }
}

#[tokio::test]
async fn ten_parallel_identical_filings_are_one_case() {
    let town = town().await;
    let catalog = town.reads(procedures::catalog).await;
    let procedure = catalog.find("pest-control").unwrap().clone();
    let visitor = town.visitor();
    let draft = visitor.post(&format!("/fr/procedures/{}/start", procedure.id), &[]).await.sent_to();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    let of = procedure.clone();
    let typed = town.reads(move |rx| Ok(procedures::sample(&of, &Typed::new(), &procedures::with(rx)?))).await;
    let mut fields: Vec<(&str, &str)> =
        typed.iter().flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value.as_str()))).collect();
    fields.push(("place_words", "زنقة 12"));
    for page in procedure.pages.iter().filter(|page| !matches!(page.id.as_str(), "check" | "pieces")) {
        visitor.post(&format!("/fr/drafts/{code}/{}", page.id), &fields).await.sent_to();
    }
    let send = || async { town.visitor().post(&format!("/fr/drafts/{code}/check"), &[]).await.sent_to() };
    let (a, b, c, d, e) = tokio::join!(send(), send(), send(), send(), send());
    let (f, g, h, i, j) = tokio::join!(send(), send(), send(), send(), send());
    let all = std::collections::BTreeSet::from([a, b, c, d, e, f, g, h, i, j]);
    assert_eq!(all.len(), 1, "{all:?}");
    let count = town.reads(|rx| cases::count(rx, &cases::Filter { view: cases::View::All, ..cases::Filter::default() })).await;
    assert_eq!(count, 1);
}
