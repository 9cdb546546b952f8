//! The papers that the commune delivered to a person, on the page that gathers what he has.

use crate::model::Paper;
use crate::store;
use kernel::{Id, Lang, format};
use platform::own::{Asked, Line, Own, Step};
use platform::{Result, Tx, text};

/// From this many days before its end a paper is a step to come.
const ENDS_SOON_DAYS: i64 = 60;

pub const OWN: Own = Own { kind: "papers", lines, steps };

fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    let cases = cases::mine_ids(tx, asked.person)?;
    let papers = store::issued_of(tx, &cases, asked.before, asked.limit)?;
    papers.into_iter().map(|paper| line(tx, &paper, asked.lang)).collect()
}

fn line(tx: &mut Tx, paper: &Paper, lang: Lang) -> Result<Line> {
    let ends = match paper.valid_until {
        Some(day) => text(tx, lang, "documents-own-until", &[("day", &format::long_day(day, lang))])?,
        None => String::new(),
    };
    let case = cases::find(tx, &paper.case)?;
    Ok(Line {
        at: paper.issued_at.unwrap_or(tx.now()),
        id: paper.id.to_string(),
        icon: "paper".into(),
        title: paper.title.text(lang).to_owned(),
        text: [case.code.as_str(), &ends].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        pill: None,
        path: cases::author_path(tx, &case)?,
        desk: format!("/desk/{}", case.id),
    })
}

fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let cases = cases::mine_ids(tx, person)?;
    let mut steps = Vec::new();
    for paper in store::ending_of(tx, &cases, tx.today(), tx.today().plus_days(ENDS_SOON_DAYS))? {
        let case = cases::find(tx, &paper.case)?;
        let day = paper.valid_until.unwrap_or(tx.today());
        steps.push(Step {
            by: Some(day.end()),
            yours: false,
            icon: "paper".into(),
            title: paper.title.text(lang).to_owned(),
            text: text(tx, lang, "documents-own-ends", &[("day", &format::long_day(day, lang))])?,
            path: cases::author_path(tx, &case)?,
            desk: format!("/desk/{}", case.id),
        });
    }
    Ok(steps)
}
