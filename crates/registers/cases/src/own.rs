//! A person's cases on the page that gathers what he has with the commune.

use crate::model::Case;
use crate::pages::{author, key, shown};
use crate::{actions, store};
use kernel::{Id, Lang, format};
use platform::own::{Asked, Line, Own, Pill, Step};
use platform::web::encode;
use platform::{Cursor, Result, Tx, text};
use procedures::Phase;

/// Steps that one page bears; whoever has more sees the most urgent, and the rest among the lines.
const STEPS_MOST: i64 = 12;

pub const OWN: Own = Own { kind: "cases", lines, steps };

fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    let before = asked.before.map(|(at, id)| Cursor { sort: at.to_string(), id: id.clone() });
    let cases = actions::mine_before(tx, asked.person, before.as_ref(), asked.limit)?;
    cases.into_iter().map(|case| line(tx, &case, asked.lang)).collect()
}

fn line(tx: &mut Tx, case: &Case, lang: Lang) -> Result<Line> {
    let procedure = store::pinned(tx, &case.procedure_pin)?;
    let pill = Pill {
        kind: shown::colour(case, &procedure),
        text: shown::standing(case, &procedure).map_or(String::new(), |name| name.text(lang).to_owned()),
    };
    Ok(Line {
        at: case.received_at,
        id: case.id.to_string(),
        icon: procedure.icon.clone(),
        title: procedure.title.text(lang).to_owned(),
        text: format!("{} · {}", case.code, next(tx, case, lang)?),
        pill: Some(pill),
        path: path(tx, case)?,
        desk: format!("/desk/{}", case.id),
    })
}

/// The author's own address of a case, its key within: for the author's eyes only.
pub fn path(tx: &Tx, case: &Case) -> Result<String> {
    Ok(format!("/cases/{}?k={}", case.code, encode(&key::link_key(tx, &case.code)?)))
}

fn next(tx: &Tx, case: &Case, lang: Lang) -> Result<String> {
    match author::next(case, tx.today()) {
        (words, Some(day)) => text(tx, lang, words, &[("day", &format::long_day(day, lang))]),
        (words, None) => text(tx, lang, words, &[]),
    }
}

/// What the commune owes an answer to, and what it waits for.
fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let open = actions::mine_open(tx, person, STEPS_MOST)?;
    let mut steps = Vec::with_capacity(open.len());
    for case in open {
        let procedure = store::pinned(tx, &case.procedure_pin)?;
        steps.push(Step {
            by: case.due_at,
            yours: case.phase == Phase::WaitingApplicant,
            icon: procedure.icon.clone(),
            title: procedure.title.text(lang).to_owned(),
            text: format!("{} · {}", case.code, next(tx, &case, lang)?),
            path: path(tx, &case)?,
            desk: format!("/desk/{}", case.id),
        });
    }
    Ok(steps)
}
