//! Requests that a person began and did not file, among the steps to come.

use crate::store;
use crate::{Draft, jobs};
use kernel::{Id, Lang, format};
use platform::own::{Own, Step, no_lines};
use platform::{Result, Tx, text};

const SHOWN: i64 = 20;

pub const OWN: Own = Own { kind: "cases", lines: no_lines, steps };

fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let days = jobs::draft_days(tx)?;
    let drafts = store::all_of_person(tx, person, SHOWN)?;
    let catalog = procedures::catalog(tx)?;
    let step = |tx: &mut Tx, draft: Draft| {
        let Some(procedure) = catalog.find(&draft.procedure) else { return Ok(None) };
        let day = draft.updated_at.day().plus_days(days);
        Ok(Some(Step {
            by: Some(day.end()),
            yours: true,
            icon: "edit".into(),
            title: text(tx, lang, "requests-own-draft", &[("title", procedure.title.text(lang))])?,
            text: text(tx, lang, "requests-own-kept", &[("day", &format::long_day(day, lang))])?,
            path: format!("/drafts/{}", draft.code),
            desk: String::new(),
        }))
    };
    drafts.into_iter().filter_map(|draft| step(tx, draft).transpose()).collect()
}
