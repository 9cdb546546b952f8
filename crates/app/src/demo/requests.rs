//! Requests of the demonstration: filed page by page like everybody's, and walked by those who handle them.

use super::dice::Dice;
use super::plan_of_house;
use super::steps::Scene;
use super::town::Spot;
use cases::{Case, Channel, Given, Verdict};
use kernel::{Day, Id, Lang, Money};
use platform::{Actor, Ctx, Problem, Result, Scope, Tx};
use procedures::{Procedure, Typed};
use std::sync::Arc;

/// The secret of every signing key of the demonstration.
pub const PIN: &str = "2026";
const DAY_SECS: i64 = 86_400;
/// A piece that says what it is.
pub const PAPER: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// Asked more often than the others, as at every counter.
const OFTEN: [&str; 9] = [
    "birth-extract",
    "signature-legalisation",
    "repair-permit",
    "building-permit",
    "subdivision",
    "pest-control",
    "public-domain",
    "occupancy-permit",
    "cafe-restaurant",
];

/// What one request is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Anything,
    /// A copy of a birth act, sent home.
    Copy,
}

/// Files one request as a person does. Nothing when the rules refuse what was invented.
pub async fn file(scene: &Scene, dice: &mut Dice, spot: &Spot, about: About) -> Result<Option<Id>> {
    let offered: Vec<Arc<Procedure>> = scene.catalog.offered_requests().into_iter().cloned().collect();
    let often = dice.happens(60);
    let wanted = |one: &&Arc<Procedure>| match about {
        About::Anything => !often || OFTEN.contains(&one.id.as_str()),
        About::Copy => super::post::COPIES.contains(&one.id.as_str()),
    };
    let among: Vec<&Arc<Procedure>> = offered.iter().filter(wanted).collect();
    let Some(procedure) = dice.one(&among).map(|one| (*one).clone()) else { return Ok(None) };
    let seen = procedure.service.level.needs() > people::Level::Contact;
    let counter = about == About::Anything && dice.happens(35) || seen;
    let (channel, actor) =
        if counter { (Channel::Counter, scene.staff.named("counter@demo.test")) } else { (Channel::Web, Actor::Public) };
    let lang = scene.phrases.say(dice, "pothole", &spot.street, &spot.street).0;
    let name = scene.phrases.person(dice).text(lang).to_owned();
    let card = format!("AB{:06}", dice.below(1_000_000));
    let phone = format!("06{:08}", dice.below(100_000_000));
    let own = Typed::from(
        [
            ("applicant.name", name),
            ("applicant.card", card),
            ("contact_how", "sms".into()),
            ("contact_phone", phone),
            ("lat", format!("{:.6}", spot.point.lat())),
            ("lon", format!("{:.6}", spot.point.lon())),
            ("place_words", spot.street.text(lang).to_owned()),
        ]
        .map(|(field, value)| (field.to_owned(), vec![value])),
    );
    let own = answered(scene, dice, &procedure, own, lang);
    let own = if about == About::Copy { super::post::ordered(scene, dice, own, spot, lang) } else { own };
    let paper = scene.app.blobs().put(&scene.scope_tenant(), &plan_of_house::pdf())?;
    let complete = dice.happens(88);
    let scope = Scope { actor, ..scene.scope.clone() };
    let body = move |tx: &mut Tx| {
        let with = procedures::with(tx)?;
        let typed = procedures::sample(&procedure, &own, &with);
        let draft = requests::begin(tx, &procedure.id, channel, lang)?;
        for page in &procedure.pages {
            requests::save(tx, &draft.code, &page.id, &typed, lang)?;
        }
        if complete {
            for piece in requests::asked_pieces(tx, &draft.code)? {
                let file = requests::DraftFile {
                    id: tx.new_id(),
                    piece,
                    blob: paper.clone(),
                    mark: String::new(),
                    thumb: String::new(),
                    kind: "application/pdf".into(),
                    name: "piece.pdf".into(),
                    size: 0,
                    scan: cases::Scan::Clean,
                    origin: None,
                };
                requests::add_file(tx, &draft.code, &file)?;
            }
        }
        let filed = if counter { requests::file_with_card(tx, &draft.code) } else { requests::file(tx, &draft.code) };
        Ok(filed?.case)
    };
    match scene.app.store().write(scope, body).await {
        Ok(case) => Ok(Some(case)),
        Err(problem @ (Problem::Refused(_) | Problem::Invalid(_))) => {
            tracing::debug!(?problem, "an invented request was refused");
            Ok(None)
        }
        Err(problem) => Err(problem),
    }
}

/// Questions that ask for somebody else's name.
const NAMES: [&str; 7] = ["holder", "father", "mother", "spouse", "deceased", "near_whom", "tenant"];

/// What people write and count, for the questions that have phrases; the rest is the simplest answer that the rules take.
fn answered(scene: &Scene, dice: &mut Dice, procedure: &Procedure, mut own: Typed, lang: Lang) -> Typed {
    for question in &procedure.questions {
        let words = if NAMES.contains(&question.id.as_str()) {
            scene.phrases.person(dice).text(lang).to_owned()
        } else {
            scene.phrases.say_in(dice, lang, &format!("answer-{}", question.id))
        };
        if !words.is_empty() {
            own.entry(question.id.clone()).or_insert_with(|| vec![words]);
        }
    }
    own
}

/// One step further; how long until the next, in seconds. Nothing when the file rests.
pub async fn walk(scene: &Scene, dice: &mut Dice, id: &Id) -> Result<Option<i64>> {
    let asked = id.clone();
    let (case, procedure) = scene
        .app
        .store()
        .read(scene.scope.clone(), move |rx| {
            let case = cases::find(rx, &asked)?;
            let procedure = cases::pinned(rx, &case.procedure_pin)?;
            Ok((case, procedure))
        })
        .await?;
    let handler = scene.staff.of(&case.unit, dice);
    if let Some(done) = super::post::step(scene, dice, &handler, &case).await? {
        return Ok(done.then(|| dice.between(DAY_SECS / 2, 3 * DAY_SECS)));
    }
    let possible = |action: &str| procedure.actions_from(&case.state).any(|known| known.id == action);
    let done = match case.state.as_str() {
        "incomplete" | "missing" if dice.happens(70) => return Ok(None),
        "commission" => sit(scene, &case).await,
        "visit" => visited(scene, handler, &case).await,
        // Some wait for the head of the service, who signs first.
        "to_grant" if procedure.id == "subdivision" && dice.happens(40) => return Ok(None),
        "to_grant" | "to_refuse" if dice.happens(85) => decide(scene, &case).await,
        "granted" if possible("deliver") && dice.happens(60) => acts(scene, handler, &case, "deliver", "").await,
        _ if possible("take") => acts(scene, handler, &case, "take", "").await,
        "study" if possible("convene") && dice.happens(70) && !procedure.service.opinions.is_empty() => {
            consulted(scene, dice, &handler, &case).await?;
            acts(scene, handler, &case, "convene", "").await
        }
        "study" => {
            consulted(scene, dice, &handler, &case).await?;
            annotated(scene, handler.clone(), &case, dice.happens(60)).await?;
            let (action, words) = if dice.happens(85) {
                ("propose_grant", "")
            } else {
                ("propose_refusal", "الأشغال تمس هيكل البناية، وتحتاج إلى رخصة بناء.")
            };
            acts(scene, handler, &case, action, words).await
        }
        "filed" if possible("grant") && dice.happens(80) => {
            pay(scene, &case).await?;
            acts(scene, handler, &case, "grant", "").await
        }
        _ => return Ok(None),
    };
    match done {
        Ok(()) => Ok(Some(dice.between(DAY_SECS / 2, 3 * DAY_SECS))),
        Err(problem @ (Problem::Refused(_) | Problem::Forbidden | Problem::NotFound)) => {
            tracing::debug!(code = %case.code, ?problem, "a step of a request was refused");
            Ok(None)
        }
        Err(problem) => Err(problem),
    }
}

pub(super) async fn acts(scene: &Scene, actor: Actor, case: &Case, action: &'static str, words: &'static str) -> Result<()> {
    let id = case.id.clone();
    let given = Given { words: words.into(), ..Given::default() };
    let scope = Scope { actor, ..scene.scope.clone() };
    scene.app.store().write(scope, move |tx| cases::act(tx, &id, action, &given, false).map(drop)).await
}

/// The services that were asked say what they think; what comes from outside the commune comes on paper.
async fn consulted(scene: &Scene, dice: &mut Dice, handler: &Actor, case: &Case) -> Result<()> {
    let asked = case.clone();
    let opinions = scene.app.store().read(scene.scope.clone(), move |rx| cases::opinions(rx, &asked)).await?;
    for opinion in opinions.into_iter().filter(|opinion| opinion.given_at.is_none()) {
        let own = (scene.staff.of(&opinion.unit, dice), None);
        let paper = (handler.clone(), Some("رئيس المصلحة المستشارة، مراسلة واردة على مكتب الضبط".to_owned()));
        for (actor, source) in [own, paper] {
            let (id, opinion) = (case.id.clone(), opinion.id.clone());
            let said = cases::NewOpinion { verdict: Verdict::Favourable, words: String::new(), source };
            let scope = Scope { actor, ..scene.scope.clone() };
            match scene.app.store().write(scope, move |tx| cases::say_opinion(tx, &id, &opinion, &said)).await {
                Ok(()) => break,
                Err(Problem::Refused(_) | Problem::Forbidden | Problem::NotFound) => {}
                Err(other) => return Err(other),
            }
        }
    }
    Ok(())
}

/// Two remarks on the plans of a file: one is answered, the other may stand.
async fn annotated(scene: &Scene, actor: Actor, case: &Case, both: bool) -> Result<()> {
    let id = case.id.clone();
    let body = move |tx: &mut Tx| {
        let case = cases::find(tx, &id)?;
        let Some(plan) = plans::of(tx, &case)?.into_iter().next() else { return Ok(()) };
        if !plans::remarks(tx, &id)?.is_empty() {
            return Ok(());
        }
        for (page, square, words) in [(1, "I4", "عرض الدرج أقل من 1,20 متر."), (2, "D6", "ينقص قياس ارتفاع الباب.")]
        {
            let new = plans::NewRemark { page, square: square.into(), words: words.into() };
            plans::remark(tx, &id, &plan.file.id, &new, 2)?;
        }
        plans::resolve(tx, &id, 1, true)?;
        if both { plans::resolve(tx, &id, 2, true) } else { Ok(()) }
    };
    let scope = Scope { actor, ..scene.scope.clone() };
    match scene.app.store().write(scope, body).await {
        Err(Problem::Refused(_) | Problem::Forbidden | Problem::NotFound) => Ok(()),
        other => other,
    }
}

/// Some reports of building sites turn out to be about a permit.
pub async fn complaints(scene: &Scene) -> Result<()> {
    let body = |tx: &mut Tx| {
        let recent = newest(tx, ["unsafe-site", "illegal-building", "noise"])?;
        let permits = newest(tx, ["building-permit", "repair-permit", "demolition-permit"])?;
        for (report, permit) in recent.iter().zip(&permits) {
            match permits::link_complaint(tx, &report.id, &permit.code) {
                Err(Problem::Refused(_) | Problem::Forbidden | Problem::NotFound) | Ok(()) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(())
    };
    let scope = Scope { actor: scene.staff.named("dgs@demo.test"), ..scene.scope.clone() };
    scene.app.store().write(scope, body).await
}

fn newest(tx: &mut Tx, procedures: [&str; 3]) -> Result<Vec<Case>> {
    let mut among = cases::Where::tenant(tx);
    among.and("procedure IN (?, ?, ?)", procedures.iter().flat_map(|id| platform::args![*id]).collect());
    cases::lists::newest(tx, among, None, 6)
}

async fn sit(scene: &Scene, case: &Case) -> Result<()> {
    let (id, code) = (case.id.clone(), case.code.clone());
    let member = |body: &str, name: &str| permits::Member { body: body.into(), name: name.into(), present: true };
    let members = vec![member("عمالة سلا", "ع. م."), member("الوكالة الحضرية", "ن. ب."), member("جماعة سلا", "س. ع.")];
    let body = move |tx: &mut Tx| {
        let new =
            permits::NewSitting {
                scale: permits::Scale::Large, held_on: tx.today(), place: "قاعة الاجتماعات، باب بوحاجة".into()
            };
        let sitting = permits::open(tx, &new)?;
        permits::invite(tx, &sitting, members.clone())?;
        permits::put_on_agenda(tx, &sitting, &code)?;
        permits::judge(tx, &sitting, &id, permits::Finding::Favourable, "")?;
        permits::close(tx, &sitting).map(drop)
    };
    let scope = Scope { actor: scene.staff.named("president@demo.test"), ..scene.scope.clone() };
    scene.app.store().write(scope, body).await
}

async fn visited(scene: &Scene, actor: Actor, case: &Case) -> Result<()> {
    let id = case.id.clone();
    let new = permits::NewVisit {
        finding: permits::Finding::Favourable,
        points: vec![("access".into(), true), ("safety".into(), true), ("hygiene".into(), true)],
        words: "المكان مطابق لما ورد في الطلب.".into(),
        ..permits::NewVisit::default()
    };
    let body = move |tx: &mut Tx| {
        permits::visit(tx, &id, &new, kernel::Lang::Ar)?;
        cases::act(tx, &id, "visited", &Given::default(), false).map(drop)
    };
    scene.app.store().write(Scope { actor, ..scene.scope.clone() }, body).await
}

pub(super) async fn pay(scene: &Scene, case: &Case) -> Result<()> {
    let id = case.id.clone();
    let body = move |tx: &mut Tx| {
        let open = payments::of(tx, &id)?.into_iter().filter(|due| due.state == payments::DueState::Due);
        let sum = open.fold(Money(0), |sum, due| sum + due.amount);
        if sum == Money(0) {
            return Ok(());
        }
        close_earlier(tx)?;
        let key = tx.new_id();
        payments::collect(tx, &key, &id, sum, payments::Method::Cash).map(drop)
    };
    let scope = Scope { actor: scene.staff.named("cashier@demo.test"), ..scene.scope.clone() };
    scene.app.store().write(scope, body).await
}

/// The drawers of earlier days, closed with what must lie in them.
fn close_earlier(tx: &mut Tx) -> Result<()> {
    let today = tx.today();
    for drawer in payments::open_drawers(tx)?.into_iter().filter(|drawer| drawer.day < today) {
        let expected = payments::sheet(tx, &drawer)?.expected;
        payments::close(tx, &drawer.id, &payments::Counted { sum: Some(expected), ..payments::Counted::default() })?;
    }
    Ok(())
}

/// Who has to read the draft and sign it does so, one after the other; the president decides.
async fn decide(scene: &Scene, case: &Case) -> Result<()> {
    pay(scene, case).await?;
    scene.app.drain().await?; // the draft is made by a job
    let commune = scene.app.communes().by_code(&scene.scope_tenant()).ok_or(Problem::NotFound)?;
    let as_staff = |email: &str| Ctx::house(&scene.app, &commune).acting_as(scene.staff.named(email));
    let id = case.id.clone();
    let papers = scene.app.store().read(scene.scope.clone(), move |rx| documents::of(rx, &id)).await?;
    for paper in papers.iter().filter(|paper| paper.state == documents::PaperState::Made) {
        for _ in paper.before.iter().skip(paper.turn) {
            documents::sign(&as_staff("permits@demo.test"), &paper.id, PIN).await?;
        }
        documents::sign(&as_staff("president@demo.test"), &paper.id, PIN).await?;
    }
    Ok(())
}

/// Signing keys for those who decide, under a secret that everybody may know.
pub async fn keys(scene: &Scene) -> Result<()> {
    let commune = scene.app.communes().by_code(&scene.scope_tenant()).ok_or(Problem::NotFound)?;
    for (email, name) in [
        ("permits@demo.test", "Nawal Harakat"),
        ("president@demo.test", "Abderrahim Slaoui"),
        ("arr-president@demo.test", "Nezha Maaninou"),
        ("officer@demo.test", "Driss Zniber"),
    ] {
        if let Actor::Staff { person, .. } = scene.staff.named(email) {
            let holder = documents::Holder::Person(person);
            documents::make_token(&scene.app, &scene.scope_tenant(), &commune.name.fr, holder, name, PIN).await?;
        }
    }
    Ok(())
}

/// When copies are ordered by post, so that each list of the desk has some.
pub fn order_days(dice: &mut Dice, count: usize, present: Day) -> Vec<Day> {
    (0..count).map(|place| present.plus_days(-1 - dice.between(0, 2 + 2 * place as i64))).collect()
}

/// When requests are filed: more of them lately.
pub fn days(dice: &mut Dice, count: usize, present: Day) -> Vec<Day> {
    (0..count).map(|place| present.plus_days(-1 - dice.between(0, 10 + 300 * place as i64 / count.max(1) as i64))).collect()
}
