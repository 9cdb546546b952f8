//! Remarks on plans, and the stamp that comes with the decision.

use crate::{NewRemark, Square, actions};
use cases::{Channel, Given};
use kernel::{Id, Lang};
use platform::Problem;
use procedures::Typed;
use testing::Town;

const PIN: &str = "271828";
/// A drawing of one empty page.
const DRAWING: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1190 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n166\n%%EOF\n";

/// A process of the press, as the program starts it.
#[test]
#[ignore = "run by the press of the other tests, with a task on its standard input"]
fn inside_the_press() {
    documents::press().unwrap();
}

async fn town() -> Town {
    documents::press_as(&["tests::inside_the_press", "--exact", "--ignored", "--nocapture"]);
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

/// A permit for a sign with a mock-up, taken to study; its plan, and the key of its link.
async fn studied(town: &Town) -> (Id, Id, String) {
    taken(town, "advertising-sign").await
}

async fn taken(town: &Town, id: &'static str) -> (Id, Id, String) {
    let blob = town.app.blobs().put(testing::SALE, DRAWING).unwrap();
    let own: Typed =
        [("contact_how", "none"), ("place_words", "زنقة 12")].map(|(k, v)| (k.to_owned(), vec![v.to_owned()])).into();
    let case = town
        .does(move |tx| {
            let code = requests::begin(tx, id, Channel::Web, Lang::Fr)?.code;
            let (with, declared) = (procedures::with(tx)?, procedures::procedure(tx, id)?);
            requests::fill(tx, &code, &procedures::sample(&declared, &own, &with), Lang::Fr)?;
            for piece in requests::asked_pieces(tx, &code)? {
                let file = requests::DraftFile {
                    id: tx.new_id(),
                    piece,
                    blob: blob.clone(),
                    mark: String::new(),
                    thumb: String::new(),
                    kind: "application/pdf".into(),
                    name: "x.pdf".into(),
                    size: DRAWING.len(),
                    scan: cases::Scan::Waiting,
                    origin: None,
                };
                requests::add_file(tx, &code, &file)?;
            }
            let case = requests::file(tx, &code)?.case;
            cases::act(tx, &case, "take", &Given::default(), false)?;
            Ok(case)
        })
        .await;
    let asked = case.clone();
    let (plan, link) = town
        .reads(move |rx| {
            let case = cases::find(rx, &asked)?;
            Ok((actions::of(rx, &case)?.remove(0).file.id, cases::link(rx, &case.code)?))
        })
        .await;
    (case, plan, link)
}

/// Paid when something is owed, signed by the president and worked off; his session.
async fn signed(town: &Town, case: &Id) -> testing::Visitor {
    let asked = case.clone();
    town.does(move |tx| {
        let sum = payments::of(tx, &asked)?.iter().fold(kernel::Money(0), |sum, due| sum + due.amount);
        if sum == kernel::Money(0) {
            return Ok(());
        }
        let key = tx.new_id();
        payments::collect(tx, &key, &asked, sum, payments::Method::Cash).map(drop)
    })
    .await;
    town.app.drain().await.unwrap();
    let president = town.clerk("president").await;
    let person = town
        .reads(|rx| {
            let sql = "SELECT person FROM access_grants WHERE tenant = $1 AND role = 'president'";
            rx.maybe(sql, platform::args![rx.tenant()], |row| row.get::<Id>("person"))
        })
        .await
        .unwrap();
    let holder = documents::Holder::Person(person);
    documents::make_token(&town.app, testing::SALE, "Commune de Salé", holder, "N. Benali", PIN).await.unwrap();
    let asked = case.clone();
    let papers = town.reads(move |rx| documents::of(rx, &asked)).await;
    let draft = papers.into_iter().find(|paper| paper.template == "permit").unwrap();
    president.post(&format!("/ar/desk/papers/{}/sign", draft.id), &[("pin", PIN)]).await.sent_to();
    town.app.drain().await.unwrap();
    president
}

#[test]
fn a_square_is_a_letter_and_a_number() {
    for (typed, said) in [("C4", "C4"), (" p12 ", "P12"), ("a١", "A1")] {
        assert_eq!(Square::parse(typed).map(|square| square.to_string()).as_deref(), Some(said));
    }
    for typed in ["", "Q1", "A0", "A13", "4C", "é1", "A", "A999999999999999999999"] {
        assert_eq!(Square::parse(typed), None, "{typed}");
    }
}

#[tokio::test]
async fn remarks_are_pinned_numbered_and_resolved_without_a_script() {
    let town = town().await;
    let (case, plan, _) = studied(&town).await;
    let page = format!("/fr/desk/{case}/plans/{plan}");
    let chief = town.clerk("dgs").await;
    chief.get(&page).await.ok().shows("Page").shows("at=C4");
    chief.get(&format!("{page}?at=C4")).await.ok().shows("value=\"C4\"");
    chief.get(&format!("{page}?page=2")).await.is(422);
    let picture = chief.get(&format!("/desk/plans/{plan}/pages/1")).await.ok();
    assert!(picture.bytes.starts_with(b"\x89PNG"));
    for (square, words) in [("Z9", "x"), ("C4", " ")] {
        chief.post(&page, &[("page", "1"), ("square", square), ("words", words)]).await.is(422).shows(words.trim());
    }
    chief.post(&page, &[("page", "1"), ("square", "c4"), ("words", "Escalier trop étroit")]).await.sent_to();
    chief.post(&page, &[("page", "1"), ("square", "C4"), ("words", "Cote manquante")]).await.sent_to();
    chief.get(&page).await.ok().shows("Escalier trop étroit").shows("Non levée");
    chief.post(&format!("/fr/desk/{case}/remarks/1"), &[("resolved", "yes")]).await.sent_to();
    chief.post(&format!("/fr/desk/{case}/remarks/9"), &[("resolved", "yes")]).await.is(404);
    let asked = case.clone();
    let all = town.reads(move |rx| actions::remarks(rx, &asked)).await;
    assert_eq!(all.iter().map(|one| (one.number, one.resolved_at.is_some())).collect::<Vec<_>>(), [(1, true), (2, false)]);
    chief.get(&format!("/fr/desk/{case}")).await.ok().shows("</bdi> remarques").shows("</bdi> non levée");
    let moderator = town.clerk("moderator").await;
    moderator.post(&page, &[("page", "1"), ("square", "C4"), ("words", "x")]).await.is(403);
    town.clerk("councillor").await.get(&page).await.is(403);
    let other = town.does(|tx| Ok(tx.new_id())).await;
    chief.get(&format!("/fr/desk/{case}/plans/{other}")).await.is(404);
    let refused = town
        .tries(move |tx| {
            let new = NewRemark { page: 3, square: "A1".into(), words: "x".into() };
            actions::remark(tx, &case, &plan, &new, 1)
        })
        .await;
    assert!(matches!(refused, Err(Problem::Refused(why)) if why.key == "plans-no-such-page"));
}

#[tokio::test]
async fn the_decision_stamps_the_final_plans_under_the_seal_and_keeps_the_originals() {
    let town = town().await;
    let (case, plan, link) = studied(&town).await;
    let asked = case.clone();
    town.does(move |tx| cases::act(tx, &asked, "propose_grant", &Given::default(), false).map(drop)).await;
    let president = signed(&town, &case).await;
    let address = link.replace("/cases/", "/requests/").replace('?', &format!("/plans/{plan}?"));
    let stamped = town.visitor().get(&address).await.ok().bytes;
    let roots = documents::trusted(&town.app, testing::SALE).await.unwrap();
    let report = signing::verify(&stamped, &roots);
    assert!(report.holds(), "{report:?}");
    town.visitor().get(&format!("{address}0")).await.is(404);
    assert!(president.get(&format!("/desk/plans/{plan}/stamped.pdf")).await.ok().bytes.starts_with(b"%PDF-"));
    town.visitor().get(&format!("/fr{link}")).await.ok().shows("Vos plans visés");
    let asked = plan.clone();
    let original = town.reads(move |rx| cases::files::find(rx, &asked)).await;
    assert_eq!(town.app.blobs().get(testing::SALE, &original.blob).unwrap(), DRAWING, "the original is what it was");
    // What is decided is not written on any more.
    let dgs = town.clerk("dgs").await;
    let page = format!("/fr/desk/{case}/plans/{plan}");
    dgs.post(&page, &[("page", "1"), ("square", "C4"), ("words", "x")]).await.is(403);
}

#[tokio::test]
async fn a_permit_that_comes_of_silence_stamps_its_plans_too() {
    let town = town().await;
    let (case, plan, _) = taken(&town, "land-division").await;
    let asked = case.clone();
    town.does(move |tx| {
        for action in ["silence", "ask_act"] {
            cases::act(tx, &asked, action, &Given::default(), false)?;
        }
        Ok(())
    })
    .await;
    let president = signed(&town, &case).await;
    let state = town.reads(move |rx| Ok(cases::find(rx, &case)?.state)).await;
    assert_eq!(state, "tacit_asked", "the signature moves nothing: the act is handed over later");
    assert!(president.get(&format!("/desk/plans/{plan}/stamped.pdf")).await.ok().bytes.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn a_drawing_set_aside_or_unreadable_is_not_stamped_and_the_file_says_why() {
    let town = town().await;
    let (case, plan, _) = studied(&town).await;
    let (asked, aside) = (case.clone(), plan.clone());
    town.does(move |tx| actions::set_aside(tx, &asked, &aside, true)).await;
    let chief = town.clerk("dgs").await;
    chief.get(&format!("/fr/desk/{case}")).await.ok().shows("Écarté");
    let asked = case.clone();
    town.does(move |tx| {
        let stamp = crate::jobs::Stamp { case: asked.clone(), file: plan.clone(), paper: asked.clone() };
        actions::not_stamped(tx, &stamp, "locked")
    })
    .await;
    chief.get(&format!("/fr/desk/{case}")).await.ok().shows("protégé par un mot de passe");
    assert_eq!(testing::check_module(&town.app, &crate::module()), Vec::<String>::new());
}
