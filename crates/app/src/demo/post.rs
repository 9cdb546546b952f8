//! Copies that people order from home: looked up, put into envelopes, handed to the post, and what became of them.

use super::dice::Dice;
use super::requests::{acts, pay};
use super::steps::Scene;
use super::town::Spot;
use cases::Case;
use kernel::Lang;
use platform::{Actor, Problem, Result, Scope, Tx};
use post::{Entitled, Entry, LetterState, Order, Stage};
use procedures::Typed;

/// The copies that are sent by post.
pub const COPIES: [&str; 2] = ["birth-extract", "birth-full-copy"];

/// Answers of who wants the copies sent.
pub fn ordered(scene: &Scene, dice: &mut Dice, mut typed: Typed, spot: &Spot, lang: Lang) -> Typed {
    let act = (dice.between(1, 900), dice.between(1962, 2024));
    let answers = [
        ("delivery", "post".to_owned()),
        ("mine", "yes".into()),
        ("capacity", "self".into()),
        ("knows_reference", "yes".into()),
        ("act_number", act.0.to_string()),
        ("act_year", act.1.to_string()),
        ("office", if lang == Lang::Ar { "تابريكت" } else { "Tabriquet" }.into()),
        ("copies", dice.between(1, 3).to_string()),
        ("receiver", scene.phrases.person(dice).text(lang).to_owned()),
        ("address", spot.street.text(lang).to_owned()),
        ("postcode", format!("110{:02}", dice.below(60))),
        ("town", if lang == Lang::Ar { "سلا" } else { "Salé" }.into()),
    ];
    typed.extend(answers.map(|(field, value)| (field.to_owned(), vec![value])));
    typed
}

/// The next step of an order by post: whether it goes on. Nothing for what is none.
pub async fn step(scene: &Scene, dice: &mut Dice, handler: &Actor, case: &Case) -> Result<Option<bool>> {
    let asked = case.id.clone();
    let Some(order) = scene.app.store().write(scene.scope.clone(), move |tx| post::of(tx, &asked)).await? else {
        return Ok(None);
    };
    let done = match order.stage {
        Stage::LookUp if dice.happens(12) => does(scene, handler, &order, doubt).await,
        Stage::LookUp if dice.happens(85) => does(scene, handler, &order, found).await,
        Stage::Copy if dice.happens(85) => {
            pay(scene, case).await?;
            acts(scene, handler.clone(), case, "grant", "").await
        }
        Stage::Pack if dice.happens(85) => {
            scene.app.drain().await?; // the slip is sealed by a job
            let number = tracking(dice);
            does(scene, handler, &order, move |tx, order| packed(tx, order, &number)).await
        }
        Stage::Way => {
            let state = match dice.below(20) {
                0 => LetterState::Returned,
                1..4 => LetterState::Notice,
                _ => LetterState::Delivered,
            };
            does(scene, handler, &order, move |tx, order| heard(tx, order, state)).await
        }
        _ => return Ok(Some(false)),
    };
    match done {
        Ok(()) => Ok(Some(true)),
        Err(problem @ (Problem::Refused(_) | Problem::Forbidden | Problem::NotFound)) => {
            tracing::debug!(code = %case.code, ?problem, "a step of an order was refused");
            Ok(Some(false))
        }
        Err(problem) => Err(problem),
    }
}

async fn does(
    scene: &Scene,
    actor: &Actor,
    order: &Order,
    mut act: impl FnMut(&mut Tx, &Order) -> Result<()> + Send + 'static,
) -> Result<()> {
    let order = order.clone();
    let scope = Scope { actor: actor.clone(), ..scene.scope.clone() };
    scene.app.store().write(scope, move |tx| act(tx, &order)).await
}

fn found(tx: &mut Tx, order: &Order) -> Result<()> {
    let case = cases::find(tx, &order.case)?;
    let answers = cases::unseal(tx, &case)?.answers;
    let year = answers.0.get("act_year").and_then(platform::Json::as_f64).map_or(1988, |year| year as i64);
    let entry = Entry {
        office: answers.text("office").unwrap_or("تابريكت").to_owned(),
        year,
        number: answers.text("act_number").unwrap_or("1").to_owned(),
        entitled: Entitled::Own,
    };
    post::record(tx, &order.case, &entry).map(drop)
}

fn doubt(tx: &mut Tx, order: &Order) -> Result<()> {
    post::doubt(tx, &order.case, &["act_year".to_owned()], "")
}

fn packed(tx: &mut Tx, order: &Order, tracking: &str) -> Result<()> {
    let bordereau = post::open(tx)?;
    post::add_letter(tx, &bordereau, &order.case, tracking)?;
    let number = post::close(tx, &bordereau)?.number.map_or(0, |(_, number)| number);
    let today = tx.today();
    post::hand_over(tx, &bordereau, today, &format!("SLA-{number:04}"))
}

fn heard(tx: &mut Tx, order: &Order, state: LetterState) -> Result<()> {
    let Some(letter) = post::letters_of(tx, &order.case)?.pop() else { return Err(Problem::NotFound) };
    let today = tx.today();
    post::report(tx, state, today, &letter.tracking).map(drop)
}

/// A number of registered mail that verifies, as a roll of labels holds them.
fn tracking(dice: &mut Dice) -> String {
    let serial = format!("{:08}", dice.below(100_000_000));
    (0..10).find_map(|digit| post::tracking(&format!("RR{serial}{digit}MA"))).unwrap_or_default()
}
