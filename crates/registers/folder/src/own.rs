//! What a person keeps and lends, on the page that gathers what he has with the commune. What the commune issued is told by
//! whoever issued it.

use crate::model::{Document, Loan};
use crate::pages::one::{Lent, named};
use crate::rules::WARN_DAYS;
use crate::store::{self, loans};
use kernel::{Id, Lang, format};
use platform::own::{Asked, Line, Own, Pill, Step};
use platform::{Result, Tx, text};

/// Documents about to end that one page bears.
const STEPS_MOST: i64 = 12;

pub const OWN: Own = Own { kind: "papers", lines, steps };

/// Lines of both sorts; the house keeps the newest of all.
fn lines(tx: &mut Tx, asked: &Asked) -> Result<Vec<Line>> {
    let kept = store::kept_before(tx, asked.person, asked.before, asked.limit)?;
    let mut lines = kept.iter().map(|document| kept_line(tx, document, asked.lang)).collect::<Result<Vec<_>>>()?;
    let lent = loans::lent_before(tx, asked.person, asked.before, asked.limit)?;
    for lent in named(tx, lent)? {
        lines.push(lent_line(tx, &lent, asked.lang)?);
    }
    Ok(lines)
}

fn kept_line(tx: &mut Tx, document: &Document, lang: Lang) -> Result<Line> {
    let until = match document.valid_until {
        Some(day) => text(tx, lang, "folder-until", &[("day", &format::day(day, lang))])?,
        None => String::new(),
    };
    Ok(Line {
        at: document.kept_at,
        id: document.id.to_string(),
        icon: "paper".into(),
        title: text(tx, lang, "folder-own-kept", &[("title", &document.title)])?,
        text: until,
        pill: None,
        path: path(&document.id),
        desk: String::new(),
    })
}

fn lent_line(tx: &mut Tx, lent: &Lent, lang: Lang) -> Result<Line> {
    let procedure = lent.procedure.as_ref().map_or("", |label| label.text(lang)).to_owned();
    let pill = lent.loan.withdrawn_at.map(|_| text(tx, lang, "folder-loan-withdrawn", &[])).transpose()?;
    Ok(Line {
        at: lent.loan.lent_at,
        id: lent.loan.id.to_string(),
        icon: "send".into(),
        title: text(tx, lang, "folder-own-lent", &[("unit", lent.unit.text(lang))])?,
        text: [procedure, code(&lent.loan)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
        pill: pill.map(|text| Pill { kind: "", text }),
        path: path(&lent.loan.document),
        desk: String::new(),
    })
}

fn code(loan: &Loan) -> String {
    loan.case_code.clone().unwrap_or_default()
}

fn path(document: &Id) -> String {
    format!("/my/documents/{document}")
}

fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let (today, by) = (tx.today(), tx.today().plus_days(WARN_DAYS));
    let ending = store::ending_of(tx, person, today, by, STEPS_MOST)?;
    let step = |document: &Document| {
        let day = document.valid_until.unwrap_or(today);
        Ok(Step {
            by: Some(day.end()),
            yours: false,
            icon: "paper".into(),
            title: document.title.clone(),
            text: text(tx, lang, "folder-own-ends", &[("day", &format::long_day(day, lang))])?,
            path: path(&document.id),
            desk: String::new(),
        })
    };
    ending.iter().map(step).collect()
}
