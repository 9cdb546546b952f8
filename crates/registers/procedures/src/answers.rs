//! Answers ready to send: the pack's, with a commune's own versions, its own additions, and without what it hides.

use crate::catalog::{AnswerTemplate, Catalog};
use kernel::text::{self, TextFault};
use kernel::{Label, Refusal};
use platform::json::json;
use platform::{Problem, Result, Row, Tx, args};
use serde::Serialize;
use std::collections::HashMap;

/// What a text may name in braces. Whoever sends the answer finds them filled in, but for the reason.
pub const VARIABLES: [&str; 5] = ["code", "unit", "date", "place", "reason"];
const LONGEST_TITLE: usize = 80;
const LONGEST_TEXT: usize = 2_000;

kernel::words! {
    /// Where the words of an answer come from.
    pub enum Origin { Pack = "pack", Changed = "changed", Own = "own" }
}

/// An answer as the administration lists it, hidden ones included.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListedAnswer {
    pub answer: AnswerTemplate,
    pub origin: Origin,
    pub hidden: bool,
}

/// What a person writes of an answer. Of a pack's answer the state stays the pack's.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerText {
    pub state: String,
    pub title: Label,
    pub text: Label,
}

struct Own {
    id: String,
    hidden: bool,
    words: Option<AnswerText>,
}

fn read(row: &Row) -> Result<Own> {
    let label = |name: &str| -> Result<Option<Label>> {
        Ok(row.get::<Option<String>>(name)?.map(|text| serde_json::from_str(&text)).transpose()?)
    };
    let words = match (row.get::<Option<String>>("state")?, label("title")?, label("body")?) {
        (Some(state), Some(title), Some(text)) => Some(AnswerText { state, title, text }),
        _ => None,
    };
    Ok(Own { id: row.get("id")?, hidden: row.get::<String>("hidden")? == "yes", words })
}

/// What a clerk is offered: nothing hidden.
pub fn answers(tx: &mut Tx) -> Result<Vec<AnswerTemplate>> {
    Ok(listed_answers(tx)?.into_iter().filter(|listed| !listed.hidden).map(|listed| listed.answer).collect())
}

/// Every answer of this commune: the pack's in their order, then its own by age.
pub fn listed_answers(tx: &mut Tx) -> Result<Vec<ListedAnswer>> {
    let country = tx.fact::<Catalog>()?;
    let rows = tx.all("SELECT * FROM procedures_answers WHERE tenant = $1 ORDER BY id", args![tx.tenant()], read)?;
    let (changes, own): (Vec<Own>, Vec<Own>) = rows.into_iter().partition(|row| country.answers.iter().any(|a| a.id == row.id));
    let mut changes: HashMap<String, Own> = changes.into_iter().map(|row| (row.id.clone(), row)).collect();
    let mut listed: Vec<ListedAnswer> =
        country.answers.iter().map(|answer| adapt(answer.clone(), changes.remove(&answer.id))).collect();
    listed.extend(own.into_iter().filter_map(added));
    Ok(listed)
}

fn adapt(answer: AnswerTemplate, change: Option<Own>) -> ListedAnswer {
    let hidden = change.as_ref().is_some_and(|change| change.hidden);
    match change.and_then(|change| change.words) {
        Some(words) => ListedAnswer {
            answer: template(answer.id, AnswerText { state: answer.state, ..words }),
            origin: Origin::Changed,
            hidden,
        },
        None => ListedAnswer { answer, origin: Origin::Pack, hidden },
    }
}

fn added(own: Own) -> Option<ListedAnswer> {
    Some(ListedAnswer { answer: template(own.id, own.words?), origin: Origin::Own, hidden: own.hidden })
}

fn template(id: String, words: AnswerText) -> AnswerTemplate {
    let named = |name: &&&str| texts(&words.text).any(|text| text.contains(&format!("{{{name}}}")));
    let variables = VARIABLES.iter().filter(named).map(|name| (*name).to_owned()).collect();
    AnswerTemplate { id, state: words.state, title: words.title, text: words.text, variables }
}

fn texts(label: &Label) -> impl Iterator<Item = &str> {
    [Some(&label.ar), Some(&label.fr), label.en.as_ref(), label.zgh.as_ref()].into_iter().flatten().map(String::as_str)
}

fn find(tx: &mut Tx, id: &str) -> Result<ListedAnswer> {
    listed_answers(tx)?.into_iter().find(|listed| listed.answer.id == id).ok_or(Problem::NotFound)
}

/// Adds an answer of the commune's own and gives its id.
pub fn add_answer(tx: &mut Tx, new: &AnswerText) -> Result<String> {
    let words = checked(tx, new)?;
    let id = tx.new_id().to_string();
    put(tx, &Own { id: id.clone(), hidden: false, words: Some(words) })?;
    tx.record("procedures.answer_added", &id, &json!({ "state": new.state }))?;
    Ok(id)
}

/// Gives an answer the commune's own words, from now on.
pub fn change_answer(tx: &mut Tx, id: &str, new: &AnswerText) -> Result<()> {
    let known = find(tx, id)?;
    let state = if known.origin == Origin::Own { new.state.clone() } else { known.answer.state };
    let words = checked(tx, &AnswerText { state, ..new.clone() })?;
    put(tx, &Own { id: id.into(), hidden: known.hidden, words: Some(words) })?;
    tx.record("procedures.answer_changed", id, &json!({}))
}

/// Offers an answer to clerks, or no longer.
pub fn hide_answer(tx: &mut Tx, id: &str, hidden: bool) -> Result<()> {
    let known = find(tx, id)?;
    let AnswerTemplate { state, title, text, .. } = known.answer;
    let words = (known.origin != Origin::Pack).then_some(AnswerText { state, title, text });
    put(tx, &Own { id: id.into(), hidden, words })?;
    tx.record(if hidden { "procedures.answer_hidden" } else { "procedures.answer_shown" }, id, &json!({}))
}

/// Back to the pack's words; an answer of the commune's own goes for good.
pub fn reset_answer(tx: &mut Tx, id: &str) -> Result<()> {
    find(tx, id)?;
    tx.execute("DELETE FROM procedures_answers WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])?;
    tx.record("procedures.answer_reset", id, &json!({}))
}

fn put(tx: &mut Tx, own: &Own) -> Result<()> {
    let hidden = if own.hidden { "yes" } else { "no" };
    let words = own.words.as_ref();
    let label = |label: Option<&Label>| label.map(serde_json::to_string).transpose();
    let (title, body) = (label(words.map(|words| &words.title))?, label(words.map(|words| &words.text))?);
    tx.execute(
        "INSERT INTO procedures_answers (tenant, id, hidden, state, title, body, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant, id) DO UPDATE SET hidden = excluded.hidden, state = excluded.state, title = excluded.title,
             body = excluded.body, changed_at = excluded.changed_at",
        args![tx.tenant(), own.id, hidden, words.map(|words| words.state.clone()), title, body, tx.now()],
    )
}

/// The words made safe; each fault beside its field.
fn checked(tx: &Tx, new: &AnswerText) -> Result<AnswerText> {
    let mut wrong = Vec::new();
    let country = tx.fact::<Catalog>()?;
    if !country.procedures.values().any(|procedure| procedure.state(&new.state).is_some()) {
        wrong.push(Refusal::new("procedures-not-offered").at("state"));
    }
    let title = label(&new.title, "title", |text| text::clean(text, LONGEST_TITLE), &mut wrong);
    let body = label(&new.text, "text", |text| text::clean_lines(text, LONGEST_TEXT), &mut wrong);
    for (text, field) in [(Some(&body.ar), "text_ar"), (Some(&body.fr), "text_fr"), (body.en.as_ref(), "text_en")] {
        if let Some(unknown) = text.and_then(|text| unknown_variable(text)) {
            wrong.push(Refusal::new("procedures-answer-variable").with("name", unknown).at(field));
        }
    }
    if wrong.is_empty() { Ok(AnswerText { state: new.state.clone(), title, text: body }) } else { Err(Problem::Invalid(wrong)) }
}

/// Arabic and French are needed; the others are not.
fn label(given: &Label, field: &str, clean: impl Fn(&str) -> Result<String, TextFault>, wrong: &mut Vec<Refusal>) -> Label {
    let mut part = |text: &str, lang: &str, needed: bool| match clean(text) {
        Ok(text) => Some(text),
        Err(TextFault::Empty) if !needed => None,
        Err(TextFault::Empty) => {
            wrong.push(Refusal::new("procedures-needed").at(&format!("{field}_{lang}")));
            None
        }
        Err(TextFault::TooLong { max }) => {
            wrong.push(Refusal::new("procedures-too-long").with("max", max).at(&format!("{field}_{lang}")));
            None
        }
    };
    Label {
        ar: part(&given.ar, "ar", true).unwrap_or_default(),
        fr: part(&given.fr, "fr", true).unwrap_or_default(),
        en: given.en.as_deref().and_then(|text| part(text, "en", false)),
        zgh: given.zgh.as_deref().and_then(|text| part(text, "zgh", false)),
    }
}

/// The first name in braces that nothing can fill; an open brace counts as one.
fn unknown_variable(text: &str) -> Option<String> {
    text.split('{').skip(1).find_map(|rest| {
        let name = rest.split('}').next().unwrap_or(rest);
        let known = rest.contains('}') && VARIABLES.contains(&name);
        (!known).then(|| name.chars().take(20).collect())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_can_be_filled_in_may_stand_in_braces() {
        assert_eq!(unknown_variable("{code} chez {unit}, {reason}."), None);
        assert_eq!(unknown_variable("{code} {name}").as_deref(), Some("name"));
        assert_eq!(unknown_variable("une accolade { seule").as_deref(), Some(" seule"));
    }
}
