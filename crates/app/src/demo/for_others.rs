//! Filing for others in the demonstration: a public writer, an association, the people they help, and a kiosk.

use super::dice::Dice;
use super::steps::Scene;
use super::town::Spot;
use assisted::{Appointment, HolderKind, NewPaper, Scan};
use kernel::{Lang, Phone};
use platform::{Actor, Problem, Refusal, Result, Scope, Tx};
use procedures::Typed;
use sending::To;

struct Holder {
    email: &'static str,
    kind: HolderKind,
    name: &'static str,
    agreement: &'static str,
    procedures: &'static [&'static str],
    people: usize,
}

const HOLDERS: [Holder; 2] = [
    Holder {
        email: "writer@demo.test",
        kind: HolderKind::Writer,
        name: "مكتب الكاتب العمومي أحمد، حي سيدي موسى",
        agreement: "اتفاقية 4/2026",
        procedures: &["repair-permit", "birth-extract", "pest-control", "public-domain"],
        people: 4,
    },
    Holder {
        email: "association@demo.test",
        kind: HolderKind::Association,
        name: "جمعية يد المساعدة بتابريكت",
        agreement: "اتفاقية 9/2026",
        procedures: &["birth-extract", "civil-status-card", "pest-control"],
        people: 3,
    },
];
const HOLDER_DAYS: i64 = 300;
const PAPER_DAYS: i64 = 90;

/// Appoints both, lets them file for a few people each, one of whom is not finished, and names a kiosk.
pub async fn make(scene: &Scene, dice: &mut Dice, spots: &[Spot]) -> Result<()> {
    for holder in &HOLDERS {
        let email = holder.email;
        scene.app.store().write(scene.scope.clone(), move |tx| appoint(tx, holder)).await?;
        for nth in 0..holder.people {
            let spot = &spots[dice.below(spots.len())];
            let name = scene.phrases.person(dice).ar;
            let phone = format!("06{:08}", dice.below(100_000_000));
            let procedure = holder.procedures[nth % holder.procedures.len()];
            let paper = NewPaper {
                name: name.clone(),
                contact: Phone::parse(&phone).map(To::Phone).ok_or_else(|| Problem::internal("a telephone"))?,
                lang: Lang::Ar,
                procedures: vec![procedure.to_owned()],
                reference: format!("{}/2026", 40 + nth),
                scan: Some(Scan {
                    blob: scene.app.blobs().put(&scene.scope_tenant(), super::requests::PAPER)?,
                    kind: "application/pdf".into(),
                }),
                signed_on: scene.app.store().clock().now().day(),
                ends_on: scene.app.store().clock().now().day().plus_days(PAPER_DAYS),
            };
            let own = Typed::from(
                [
                    ("applicant.name", name),
                    ("applicant.card", format!("AB{:06}", dice.below(1_000_000))),
                    ("lat", format!("{:.6}", spot.point.lat())),
                    ("lon", format!("{:.6}", spot.point.lon())),
                    ("place_words", spot.street.ar.clone()),
                ]
                .map(|(field, value)| (field.to_owned(), vec![value])),
            );
            let scope = Scope { actor: scene.staff.named(email), ..scene.scope.clone() };
            let finished = nth + 1 < holder.people;
            scene.app.store().write(scope, move |tx| file(tx, &paper, procedure, &own, finished)).await?;
        }
    }
    let kiosk = |tx: &mut Tx| assisted::add_kiosk(tx, "كشك الاستقبال", "مقر الجماعة، الطابق السفلي", &[]).map(drop);
    scene.app.store().write(Scope { actor: Actor::system(), ..scene.scope.clone() }, kiosk).await
}

fn appoint(tx: &mut Tx, holder: &Holder) -> Result<()> {
    let email = kernel::Email::parse(holder.email).ok_or_else(|| Problem::internal("an address"))?;
    let person = people::staff_by_email(tx, &email)?.ok_or(Problem::NotFound)?;
    let new = Appointment {
        kind: holder.kind,
        name: holder.name.into(),
        agreement: holder.agreement.into(),
        procedures: holder.procedures.iter().map(|id| (*id).to_owned()).collect(),
        ends_on: tx.today().plus_days(HOLDER_DAYS),
    };
    assisted::appoint(tx, &person, new).map(drop)
}

/// One person's mandate and request, page by page as the holder does it. What the rules refuse of an invented one stays a draft.
fn file(tx: &mut Tx, paper: &NewPaper, procedure: &str, own: &Typed, finished: bool) -> Result<()> {
    let paper = assisted::note(tx, paper.clone())?;
    let draft = requests::begin_under(tx, &paper, procedure)?;
    let procedure = procedures::procedure(tx, procedure)?;
    let typed = procedures::sample(&procedure, own, &procedures::with(tx)?);
    for page in procedure.pages.iter().filter(|page| page.id != "contact").take(if finished { usize::MAX } else { 1 }) {
        requests::save(tx, &draft.code, &page.id, &typed, Lang::Ar)?;
    }
    if !finished {
        return Ok(());
    }
    match requests::file(tx, &draft.code) {
        Ok(_) | Err(Problem::Refused(Refusal { .. }) | Problem::Invalid(_)) => Ok(()),
        Err(problem) => Err(problem),
    }
}
