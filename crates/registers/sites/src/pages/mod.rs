//! Pages under `/admin/sites`.

pub mod counters;
pub mod matters;
pub mod sites;

use kernel::{Day, Id, Label, Refusal, text};
use platform::{Fields, Problem, Result};
use std::collections::BTreeMap;

const LONGEST: usize = 120;

fn known(text: &str) -> Result<Id> {
    Id::parse(text).ok_or(Problem::NotFound)
}

fn typed_values(typed: Fields) -> BTreeMap<String, String> {
    typed.values.into_iter().collect()
}

/// A label from the fields that begin with a word; what is wrong goes to the list.
fn label(fields: &Fields, word: &str, wrong: &mut Vec<Refusal>) -> Label {
    let mut part = |lang: &str| {
        let name = format!("{word}_{lang}");
        text::clean(fields.get(&name), LONGEST)
            .map_err(|_| wrong.push(Refusal::new("sites-name-wrong").with("most", LONGEST).at(&name)))
            .unwrap_or_default()
    };
    let mut label = Label::new(&part("ar"), &part("fr"));
    label.en = text::clean_optional(fields.get(&format!("{word}_en")), LONGEST).ok().flatten();
    label
}

fn push_label(typed: &mut Fields, word: &str, label: &Label) {
    typed.push(&format!("{word}_ar"), label.ar.as_str());
    typed.push(&format!("{word}_fr"), label.fr.as_str());
    typed.push(&format!("{word}_en"), label.en.clone().unwrap_or_default());
}

/// A whole number of a field.
fn number(fields: &Fields, name: &str, wrong: &mut Vec<Refusal>) -> i64 {
    let found = fields.get(name).parse();
    found.unwrap_or_else(|_| {
        wrong.push(Refusal::new("sites-number-wrong").at(name));
        0
    })
}

/// Minutes after midnight of a field.
fn hour(fields: &Fields, name: &str, wrong: &mut Vec<Refusal>) -> i64 {
    crate::rules::minutes(fields.get(name)).unwrap_or_else(|| {
        wrong.push(Refusal::new("sites-hour-wrong").with("grid", crate::rules::CELL_MINUTES).at(name));
        0
    })
}

/// A day that may be left empty.
fn maybe_day(fields: &Fields, name: &str, wrong: &mut Vec<Refusal>) -> Option<Day> {
    let text = fields.opt(name)?;
    let day = Day::parse(text);
    if day.is_none() {
        wrong.push(Refusal::new("sites-day-wrong").at(name));
    }
    day
}
