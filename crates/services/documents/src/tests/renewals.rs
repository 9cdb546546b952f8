//! The life of a permit after it was signed: reminded, expired, begun, renewed.

use super::{PIN, does, papers, pay, president, town};
use crate::{PaperState, actions, store};
use cases::Channel;
use kernel::{Id, Lang};
use platform::Problem;
use procedures::Typed;
use testing::Town;

const DAY_SECS: i64 = 86_400;

/// Files a request with plausible answers and all that is asked, for a person with a telephone.
async fn file(town: &Town, procedure: &'static str, card: &'static str) -> Id {
    let blob = town.app.blobs().put(testing::SALE, b"%PDF-1.4\n%%EOF\n").unwrap();
    let own = [("applicant.card", card), ("contact_how", "sms"), ("contact_phone", "0612345678"), ("place_words", "زنقة 12")];
    let own: Typed = own.map(|(name, value)| (name.to_owned(), vec![value.to_owned()])).into();
    town.does(move |tx| {
        let code = requests::begin(tx, procedure, Channel::Web, Lang::Fr)?.code;
        let with = procedures::with(tx)?;
        let declared = procedures::procedure(tx, procedure)?;
        requests::fill(tx, &code, &procedures::sample(&declared, &own, &with), Lang::Fr)?;
        give_all(tx, &code, &blob)?;
        Ok(requests::file(tx, &code)?.case)
    })
    .await
}

fn give_all(tx: &mut platform::Tx, code: &str, blob: &str) -> platform::Result<()> {
    for piece in requests::asked_pieces(tx, code)? {
        let file = requests::DraftFile {
            id: tx.new_id(),
            piece,
            blob: blob.to_owned(),
            mark: String::new(),
            thumb: String::new(),
            kind: "application/pdf".into(),
            name: "x.pdf".into(),
            size: 15,
            scan: cases::Scan::Clean,
            origin: None,
        };
        requests::add_file(tx, code, &file)?;
    }
    Ok(())
}

/// A request that is granted and signed.
pub async fn granted(town: &Town, procedure: &'static str, card: &'static str) -> (Id, crate::Paper) {
    let case = file(town, procedure, card).await;
    does(town, &case, "take", "").await;
    let asked = case.clone();
    town.does(move |tx| {
        let case = cases::find(tx, &asked)?;
        for opinion in cases::opinions(tx, &case)? {
            cases::give_opinion(tx, &asked, &opinion.id, cases::Verdict::Favourable, "")?;
        }
        Ok(())
    })
    .await;
    does(town, &case, "propose_grant", "").await;
    pay(town, &case).await;
    let president = president(town).await;
    let draft = papers(town, &case).await.pop().unwrap();
    assert_eq!(draft.valid_until, None, "good only from its signature");
    president.post(&format!("/ar/desk/papers/{}/sign", draft.id), &[("pin", PIN)]).await.sent_to();
    town.app.drain().await.unwrap();
    let paper = papers(town, &case).await.pop().unwrap();
    assert_eq!(paper.state, PaperState::Issued);
    (case, paper)
}

/// The nightly round; says how many messages it left.
async fn night(town: &Town) -> i64 {
    let before = messages(town).await;
    town.does(actions::note_ends).await;
    messages(town).await - before
}

/// How often the holder was reminded, and told of the end.
async fn told(town: &Town) -> (i64, i64) {
    town.reads(|rx| {
        let count = |rx: &mut platform::Tx, verb: &str| {
            let sql = "SELECT COUNT(*) AS n FROM platform_journal WHERE tenant = $1 AND verb = $2";
            rx.count(sql, platform::args![rx.tenant(), verb])
        };
        Ok((count(rx, "documents.reminded")?, count(rx, "documents.expired")?))
    })
    .await
}

async fn messages(town: &Town) -> i64 {
    town.reads(|rx| rx.count("SELECT COUNT(*) AS n FROM sending_messages WHERE tenant = $1", platform::args![rx.tenant()])).await
}

async fn again(town: &Town, paper: &crate::Paper) -> platform::Result<String> {
    let paper = paper.clone();
    town.tries(move |tx| actions::renew(tx, &paper, Channel::Web, Lang::Fr)).await
}

#[tokio::test]
async fn a_permit_is_reminded_once_expires_once_and_verification_says_so() {
    let town = town().await;
    let (case, paper) = granted(&town, "advertising-sign", "AB123456").await;
    let until = paper.valid_until.unwrap();
    assert_eq!(until, town.clock.now().day().plus_months(12));
    assert_eq!((night(&town).await, told(&town).await), (0, (0, 0)));
    let wait = until.days_since(town.clock.now().day());
    town.clock.advance_secs((wait - 60) * DAY_SECS);
    assert_eq!((night(&town).await, night(&town).await, told(&town).await), (1, 0, (1, 0)));
    town.visitor().get(&format!("/fr/verify/{}", paper.code)).await.ok().shows("Valable jusqu");
    town.clock.advance_secs(61 * DAY_SECS);
    assert_eq!((night(&town).await, night(&town).await, told(&town).await), (1, 0, (1, 1)));
    town.visitor().get(&format!("/fr/verify/{}", paper.code)).await.ok().shows("expiré").shows("A pris fin");
    let dgs = town.clerk("dgs").await;
    dgs.get(&format!("/fr/desk/{case}")).await.ok().shows("Expiré").shows("Renouveler");
}

#[tokio::test]
async fn a_renewal_takes_up_the_answers_and_is_tied_both_ways() {
    let town = town().await;
    let (case, paper) = granted(&town, "advertising-sign", "AB123456").await;
    let early = again(&town, &paper).await;
    assert!(matches!(early, Err(Problem::Refused(why)) if why.key == "documents-renewed-too-early"));
    town.clock.advance_secs(330 * DAY_SECS);
    let draft = again(&town, &paper).await.unwrap();
    assert_eq!(again(&town, &paper).await.unwrap(), draft, "the one that is under way goes on");
    let code = draft.rsplit('/').next().unwrap().to_owned();
    let blob = town.app.blobs().put(testing::SALE, b"%PDF-1.4\n%%EOF\n").unwrap();
    let new = town
        .does(move |tx| {
            give_all(tx, &code, &blob)?;
            Ok(requests::file(tx, &code)?.case)
        })
        .await;
    town.app.drain().await.unwrap();
    let (old, fresh) = (case.clone(), new.clone());
    let (tie, before, after) = town
        .reads(move |rx| {
            let (old, fresh_case) = (cases::find(rx, &old)?, cases::find(rx, &fresh)?);
            let answers = (cases::unseal(rx, &old)?.answers, cases::unseal(rx, &fresh_case)?.answers);
            Ok((actions::taken_up(rx, &fresh)?, answers.0, answers.1))
        })
        .await;
    let tie = tie.unwrap();
    assert_eq!((tie.paper.id.clone(), tie.renewal.same_holder), (paper.id.clone(), Some(true)));
    assert_eq!(before, after);
    let dgs = town.clerk("dgs").await;
    dgs.get(&format!("/fr/desk/{new}")).await.ok().shows("Renouvellement de").shows_not("pas le titulaire");
    let asked = new.clone();
    let number = town.reads(move |rx| Ok(cases::find(rx, &asked)?.code)).await;
    dgs.get(&format!("/fr/desk/{case}")).await.ok().shows(&number);
    let twice = again(&town, &paper).await;
    assert!(matches!(twice, Err(Problem::Refused(why)) if why.key == "documents-renewal-under-way"));
}

#[tokio::test]
async fn a_renewal_in_another_name_is_shown_to_who_studies_it() {
    let town = town().await;
    let (_, paper) = granted(&town, "advertising-sign", "AB123456").await;
    town.clock.advance_secs(330 * DAY_SECS);
    let draft = again(&town, &paper).await.unwrap();
    let code = draft.rsplit('/').next().unwrap().to_owned();
    let blob = town.app.blobs().put(testing::SALE, b"%PDF-1.4\n%%EOF\n").unwrap();
    let new = town
        .does(move |tx| {
            let other = [("as", "person"), ("applicant.name", "غيره"), ("applicant.card", "CD999999")];
            let other: Typed = other.map(|(name, value)| (name.to_owned(), vec![value.to_owned()])).into();
            requests::save(tx, &code, "applicant", &other, Lang::Fr)?;
            give_all(tx, &code, &blob)?;
            Ok(requests::file(tx, &code)?.case)
        })
        .await;
    town.app.drain().await.unwrap();
    town.clerk("dgs").await.get(&format!("/fr/desk/{new}")).await.ok().shows("pas le titulaire");
}

#[tokio::test]
async fn a_building_permit_lapses_unless_the_works_have_begun() {
    let town = town().await;
    let (_, kept) = granted(&town, "repair-permit", "AB123456").await;
    let refused = again(&town, &kept).await;
    assert!(matches!(refused, Err(Problem::Refused(why)) if why.key == "documents-not-renewable"));
    let id = kept.id.clone();
    let none = town
        .tries(move |tx| {
            let today = tx.today();
            actions::begun(tx, &id, today)
        })
        .await;
    assert!(matches!(none, Err(Problem::Refused(why)) if why.key == "documents-no-begin"));
    // What was begun does not end: the nightly round leaves it alone.
    let (id, until) = (kept.id.clone(), kept.valid_until.unwrap());
    town.does(move |tx| {
        let mut paper = store::find(tx, &id)?;
        paper.begun_on = Some(tx.today());
        store::update(tx, &paper)
    })
    .await;
    town.clock.advance_secs((until.days_since(town.clock.now().day()) + 2) * DAY_SECS);
    night(&town).await;
    let id = kept.id.clone();
    assert_eq!(town.reads(move |rx| store::find(rx, &id)).await.expired_at, None);
    town.visitor().get(&format!("/fr/verify/{}", kept.code)).await.ok().shows("authentique et valable");
}
