//! Pages for people: what works today, for everybody; at the desk, telling what does not.

pub mod desk;
pub mod status;
pub mod systems;

use kernel::{Id, Label, Moment, Refusal, text};
use platform::web::{FieldError, StatusCode};
use platform::{Ctx, Fields, Problem, Result};

const WORDS_MOST: usize = 400;

fn id(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

fn status(errors: &[FieldError]) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// A text in the languages in which it was typed; any of them may be missing.
fn label(fields: &Fields, name: &str, most: usize) -> Result<Label, Refusal> {
    let read = |lang: &str| {
        let field = format!("{name}_{lang}");
        let typed = text::clean_optional(fields.get(&field), most);
        typed.map_err(|_| Refusal::new("outages-words-long").with("most", most).at(&field))
    };
    let (ar, fr, en) = (read("ar")?, read("fr")?, read("en")?);
    Ok(Label { ar: ar.unwrap_or_default(), fr: fr.unwrap_or_default(), en, zgh: None })
}

/// A day and an hour in two fields: without a day it is today, without an hour nothing was said.
fn moment(ctx: &Ctx, fields: &Fields, name: &str) -> Result<Option<Moment>, Refusal> {
    let hour = fields.get(name);
    if hour.is_empty() {
        return Ok(None);
    }
    let wrong = || Refusal::new("outages-hour-wrong").at(name);
    let day = match fields.opt(&format!("{name}_day")) {
        Some(day) => kernel::Day::parse(day).ok_or_else(wrong)?,
        None => ctx.today(),
    };
    crate::rules::at(day, hour).map(Some).ok_or_else(wrong)
}

fn typed(fields: &Fields) -> std::collections::BTreeMap<String, String> {
    fields.values.iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}
