//! Pages for people: the list and the bordereaux at the desk, the entry on the file, the order for who placed it.

pub mod author;
pub mod bordereau;
pub mod desk;
pub mod entry;

use crate::model::{Letter, News};
use crate::store;
use kernel::{Id, Refusal, format};
use platform::web::StatusCode;
use platform::{Ctx, Fields, Json, Problem, Result, Tx, context};
use procedures::Typed;

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

/// What a person can mend, as errors of the page; everything else passes on.
fn errors(ctx: &Ctx, problem: Problem) -> Result<Vec<Json>> {
    let refusals = match problem {
        Problem::Refused(refusal) => vec![refusal],
        Problem::Invalid(refusals) => refusals,
        other => return Err(other),
    };
    let one = |refusal: &Refusal| context! { name => refusal.field.clone().unwrap_or_default(), text => ctx.sentence(refusal) };
    Ok(refusals.iter().map(one).collect())
}

fn status(errors: &[Json]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn typed(fields: &Fields) -> Typed {
    let mut typed = Typed::new();
    for (name, value) in fields.values.iter().filter(|(name, _)| !matches!(name.as_str(), "csrf" | "k")) {
        typed.entry(name.clone()).or_default().push(value.clone());
    }
    typed
}

/// A letter with what is known of it.
struct Tracked {
    letter: Letter,
    news: Vec<News>,
}

fn tracked(tx: &mut Tx, case: &Id) -> Result<Vec<Tracked>> {
    let letters = store::letters_of(tx, case)?;
    letters.into_iter().map(|letter| Ok(Tracked { news: store::news(tx, &letter.id)?, letter })).collect()
}

fn letter(ctx: &Ctx, tracked: &Tracked) -> Json {
    let news = |one: &News| {
        context! { state => one.state, text => ctx.text(&format!("post-letter-{}", one.state), &[]), day => format::long_day(one.on, ctx.lang) }
    };
    let state = tracked.letter.state;
    context! {
        tracking => tracked.letter.tracking, state => state, text => ctx.text(&format!("post-letter-{state}"), &[]),
        news => tracked.news.iter().rev().map(news).collect::<Vec<_>>(),
    }
}
