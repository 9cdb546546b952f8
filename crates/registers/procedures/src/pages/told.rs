//! What a version changes, in the words of the forms: part by part, as the colleague who publishes it reads it.

use super::Opened;
use super::preview;
use crate::edit::inputs::{Choices, Field, Input, LISTS, List};
use crate::edit::shown::{self, Around};
use crate::edit::{rule, sum};
use crate::version::Change;
use kernel::{Label, Lang, Money, format};
use platform::{Json, context};

/// Puts keys into the words of the page.
#[derive(Clone, Copy)]
pub struct Say<'a> {
    pub lang: Lang,
    pub text: &'a dyn Fn(&str) -> String,
}

impl Say<'_> {
    fn of(&self, key: &str) -> String {
        (self.text)(key)
    }

    fn key(&self, list: &List, key: &'static str) -> String {
        self.of(&format!("procedures-key-{}", list.word(key).replace(['.', '_'], "-")))
    }
}

/// The parts that change, in the order of the tabs; every one with its elements, and what of each can be said in words.
pub fn parts(opened: &Opened, changes: &[Change], say: Say) -> Vec<Json> {
    LISTS.iter().filter_map(|list| part(opened, list, changes, say)).collect()
}

fn part(opened: &Opened, list: &List, changes: &[Change], say: Say) -> Option<Json> {
    let own = |change: &&Change| match list.name {
        "" => !LISTS.iter().any(|one| !one.name.is_empty() && change.at.first().is_some_and(|first| first == one.name)),
        name => change.at.first().is_some_and(|first| first == name),
    };
    let of_list: Vec<&Change> = changes.iter().filter(own).collect();
    if of_list.is_empty() {
        return None;
    }
    let title = if list.name.is_empty() { "procedures-tab-identity".into() } else { format!("procedures-list-{}", list.name) };
    let elements = match list.name {
        "" => vec![element(opened, list, "", &of_list, say)],
        _ => {
            let ids = ids(opened, list, &of_list);
            let of = |id: &String| of_list.iter().filter(|change| change.at.get(1) == Some(id)).copied().collect::<Vec<_>>();
            ids.iter().map(|id| element(opened, list, id, &of(id), say)).collect()
        }
    };
    Some(context! { title => say.of(&title), elements => elements })
}

/// The elements that change: those that are there in their order, then those that went.
fn ids(opened: &Opened, list: &List, changes: &[&Change]) -> Vec<String> {
    let mut text = crate::edit::Text::parse(&opened.version.body).ok();
    let there = text.as_mut().map(|text| shown::elements(text, list)).unwrap_or_default();
    let mut all: Vec<String> = there.into_iter().map(|(id, _)| id).collect();
    let changed = |id: &String| changes.iter().any(|change| change.at.get(1) == Some(id));
    all.retain(changed);
    for id in changes.iter().filter_map(|change| change.at.get(1)) {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

fn element(opened: &Opened, list: &List, id: &str, changes: &[&Change], say: Say) -> Json {
    let skip = if list.name.is_empty() { 0 } else { 2 };
    // The key that names an element comes and goes with it.
    let named = |change: &&&Change| change.at.len() == 3 && change.at[2] == list.naming() && skip > 0;
    let kind = match changes.iter().find(named) {
        Some(change) if change.before.is_none() => "added",
        Some(change) if change.after.is_none() => "removed",
        _ => "changed",
    };
    let said: Vec<Json> = match kind {
        "removed" => Vec::new(),
        _ => {
            changes.iter().filter_map(|change| line(opened, list, change, &change.at[skip.min(change.at.len())..], say)).collect()
        }
    };
    let order = id == crate::diff::ORDER;
    let name = if order { say.of("procedures-key-order") } else { name(opened, list, id, changes, say) };
    context! { name => name, id => (!order && skip > 0).then_some(id), kind => (skip > 0).then_some(kind), said => said }
}

/// How an element is called: as the text calls it, else as it was called.
fn name(opened: &Opened, list: &List, id: &str, changes: &[&Change], say: Say) -> String {
    let mut text = crate::edit::Text::parse(&opened.version.body).ok();
    let there = text.as_mut().map(|text| shown::elements(text, list)).unwrap_or_default();
    let title = there.into_iter().find(|(known, _)| known == id).and_then(|(_, title)| title);
    if let Some(title) = title {
        return title.text(say.lang).to_owned();
    }
    let was = |lang: &str| {
        let titles = [["label", lang], ["title", lang], ["name", lang]];
        let of = changes.iter().find(|change| titles.iter().any(|title| change.at.get(2..).is_some_and(|rest| rest == title)))?;
        of.before.clone()
    };
    was(say.lang.code()).or_else(|| was("fr")).unwrap_or_else(|| id.to_owned())
}

/// One key that changed, said as its form says it; nothing for what only the text shows.
fn line(opened: &Opened, list: &List, change: &Change, tail: &[String], say: Say) -> Option<Json> {
    let (field, rest) = field(list.fields, tail)?;
    let what = say.key(list, field.key);
    let (what, before, after) = match field.input {
        Input::Label(_) => spoken(what, rest.first()?, change, say)?,
        Input::Rows(columns) => {
            // Of the rows of an element only the names are told, in the language of the page.
            let (column, lang) = self::field(columns, rest.get(1..)?)?;
            let here = matches!(column.input, Input::Label(_)) && lang.first()? == say.lang.code();
            here.then_some((what, change.before.clone(), change.after.clone()))?
        }
        _ => {
            let value = |text: &Option<String>| text.as_deref().map(|text| value(opened, list, field, text, say));
            let all = (value(&change.before), value(&change.after));
            match all {
                (Some(None), _) | (_, Some(None)) => return None,
                (before, after) => (what, before.flatten(), after.flatten()),
            }
        }
    };
    (before != after).then(|| context! { what => what, before => before, after => after })
}

/// The field of a path, and what follows its key.
fn field<'a>(fields: &'static [Field], tail: &'a [String]) -> Option<(&'static Field, &'a [String])> {
    (1..=tail.len()).rev().find_map(|length| {
        let key = tail[..length].join(".");
        fields.iter().find(|field| field.key == key).map(|field| (field, &tail[length..]))
    })
}

/// A text in one language. Of what is new only the language of the page is told.
fn spoken(what: String, lang: &str, change: &Change, say: Say) -> Option<(String, Option<String>, Option<String>)> {
    let here = lang == say.lang.code();
    if !here && (change.before.is_none() || change.after.is_none()) {
        return None;
    }
    let what = if here { what } else { format!("{what} ({})", say.of(&format!("procedures-in-{lang}"))) };
    Some((what, change.before.clone(), change.after.clone()))
}

/// A value in words; nothing when it has none.
fn value(opened: &Opened, list: &List, field: &Field, text: &str, say: Say) -> Option<String> {
    match field.input {
        Input::Tick => Some(say.of(if text == "true" { "ui-yes" } else { "ui-no" })),
        Input::One(choices) => chosen(opened, choices, &[text], say),
        Input::Many(choices) => {
            let all: Vec<&str> = text.split(", ").filter(|word| !word.is_empty()).collect();
            chosen(opened, choices, &all, say)
        }
        Input::Rule => condition(opened, list, text, say),
        Input::Sum => amount(opened, text, say),
        Input::Line(_) | Input::Whole | Input::Words => Some(text.to_owned()),
        _ => None,
    }
}

fn around(opened: &Opened) -> Around<'_> {
    Around { catalog: &opened.catalog, country: &opened.country, units: &opened.units, procedure: opened.procedure.as_ref() }
}

fn chosen(opened: &Opened, choices: Choices, values: &[&str], say: Say) -> Option<String> {
    let offered = shown::options(choices, &around(opened), &[]);
    let named = |value: &&str| {
        let Some(option) = offered.iter().find(|option| option["value"] == **value) else { return (*value).to_owned() };
        match option["key"].as_str() {
            Some(key) => say.of(key),
            None => platform::json::from_value::<Label>(option["name"].clone())
                .map_or_else(|_| (*value).to_owned(), |name| name.text(say.lang).to_owned()),
        }
    };
    Some(values.iter().map(named).collect::<Vec<_>>().join(if say.lang == Lang::Ar { "، " } else { ", " }))
}

/// «question» is «answer».
fn condition(opened: &Opened, list: &List, text: &str, say: Say) -> Option<String> {
    let procedure = opened.procedure.as_ref()?;
    let asked = if list.name == "survey" { &procedure.survey } else { &procedure.questions };
    let simple = rule::simple(text)?;
    let question = asked.iter().find(|question| question.id == simple.of)?;
    let answer = |word: &str| match question.options.iter().find(|option| option.id == word) {
        Some(option) => option.label.text(say.lang).to_owned(),
        None if matches!(word, "yes" | "no") => say.of(&format!("ui-{word}")),
        None => word.to_owned(),
    };
    let answers: Vec<String> = simple.value.split(", ").filter(|word| !word.is_empty()).map(answer).collect();
    let answers = if answers.is_empty() { "–".to_owned() } else { answers.join(" / ") };
    let is = say.of(&format!("procedures-is-{}", preview::comparison(&simple.is)));
    Some(format!("«{}» {is} «{answers}»", question.label.text(say.lang)))
}

/// A tariff or a sum, once or for each unit of an answer.
fn amount(opened: &Opened, text: &str, say: Say) -> Option<String> {
    let said = sum::simple(text)?;
    let tariff = opened.catalog.tariffs.iter().find(|tariff| tariff.id == said.tariff);
    let base = match tariff {
        Some(tariff) => tariff.name.text(say.lang).to_owned(),
        None => format::money(Money(crate::form::centimes(&said.fixed)?), say.lang),
    };
    let times = opened.procedure.as_ref().and_then(|procedure| procedure.question(&said.times));
    Some(times.map_or(base.clone(), |question| format!("{base} × «{}»", question.label.text(say.lang))))
}
