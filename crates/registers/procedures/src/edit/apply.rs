//! From a form to the text: what was sent is written, what was not sent stays.

use super::inputs::{Field, Input, List};
use super::rule::{self, Simple};
use super::sum;
use super::{Text, Written, rows, write, write_label};
use crate::model::Question;
use kernel::Label;
use kernel::text;
use platform::Fields;
use toml_edit::{InlineTable, Item, TableLike, Value, value};

/// How an empty list is written, where it says more than none at all.
pub const NONE: &str = "-";
const LONGEST_LINE: usize = 2_000;

/// What was typed, beside the questions that conditions may name.
pub struct Typed<'a> {
    pub fields: &'a Fields,
    pub questions: &'a [Question],
}

impl Typed<'_> {
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.fields.values.iter().map(|(name, _)| name.as_str())
    }

    fn sent(&self, name: &str) -> bool {
        self.fields.values.iter().any(|(key, _)| key == name)
    }

    /// One line without invisible signs; empty when absent.
    pub fn line(&self, name: &str) -> String {
        text::clean(self.fields.get(name), LONGEST_LINE).unwrap_or_default()
    }

    fn lines(&self, name: &str) -> String {
        text::clean_lines(self.fields.get(name), LONGEST_LINE).unwrap_or_default()
    }

    fn ticked(&self, name: &str) -> bool {
        self.fields.all(name).any(|value| !value.is_empty())
    }
}

/// Writes what was sent of one element. `locked` says which keys stay the country's.
pub fn element(text: &mut Text, list: &List, id: &str, typed: &Typed, locked: &dyn Fn(&str) -> bool) -> bool {
    let Some(table) = text.place(list.name, id) else { return false };
    for one in list.fields.iter().filter(|one| !locked(one.key)) {
        field(table, one, typed, one.key);
    }
    true
}

/// One key; `name` is the field of the form that fills it.
pub fn field(table: &mut dyn TableLike, field: &Field, typed: &Typed, name: &str) {
    let keep = |empty: bool| empty && !field.needed;
    match field.input {
        Input::Label(long) => {
            let at = |lang: &str| format!("{name}_{lang}");
            if !["ar", "fr", "en"].iter().any(|lang| typed.sent(&at(lang))) {
                return;
            }
            let old = |lang: &str| held(table, &format!("{}.{lang}", field.key)).and_then(Item::as_str).unwrap_or("").to_owned();
            let read = |lang: &str| match (typed.sent(&at(lang)), long) {
                (false, _) => old(lang),
                (true, true) => typed.lines(&at(lang)),
                (true, false) => typed.line(&at(lang)),
            };
            let label = Label { en: Some(read("en")).filter(|text| !text.is_empty()), ..Label::new(&read("ar"), &read("fr")) };
            write_label(table, field.key, &label, field.needed);
        }
        Input::Rows(columns) => rows::write(table, field.key, columns, typed, name),
        Input::Rule => {
            let old = held(table, field.key).and_then(Item::as_str).unwrap_or("").to_owned();
            if let Some(rule) = rule_of(typed, name, &old) {
                write(table, field.key, if rule.is_empty() { Written::Nothing } else { Written::Text(rule) });
            }
        }
        Input::Sum => {
            let old = held(table, field.key).and_then(Item::as_str).unwrap_or("").to_owned();
            if let Some(sum) = sum_of(typed, name, &old) {
                write(table, field.key, if keep(sum.is_empty()) { Written::Nothing } else { Written::Text(sum) });
            }
        }
        _ if !typed.sent(name) => {}
        Input::Line(_) | Input::Formula | Input::One(_) => {
            let line = typed.line(name);
            write(table, field.key, if keep(line.is_empty()) { Written::Nothing } else { Written::Text(line) });
        }
        Input::Tick => {
            let yes = typed.ticked(name);
            // What is not said is no.
            let said = held(table, field.key).is_some();
            write(table, field.key, if yes || said { Written::Yes(yes) } else { Written::Nothing });
        }
        Input::Whole => {
            let digits: String = typed.line(name).chars().map(text::western_digit).collect();
            let number = digits.parse::<i64>().ok().or(field.needed.then_some(0));
            write(table, field.key, number.map_or(Written::Nothing, Written::Whole));
        }
        Input::Many(_) => {
            let chosen: Vec<String> = typed.fields.all(name).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            write(table, field.key, if keep(chosen.is_empty()) { Written::Nothing } else { Written::Words(chosen) });
        }
        Input::Words => {
            let line = typed.line(name);
            let words: Vec<String> =
                line.split([',', '،']).map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
            let written = match words.as_slice() {
                [] => Written::Nothing,
                [none] if none == NONE => Written::Words(Vec::new()),
                _ => Written::Words(words),
            };
            write(table, field.key, written);
        }
        Input::Given => pairs(table, field.key, &typed.lines(name), given),
        Input::Sums => pairs(table, field.key, &typed.lines(name), |text| crate::form::centimes(text).map(Value::from)),
    }
}

/// What stands under a key or a path of keys.
pub fn held<'a>(table: &'a dyn TableLike, path: &str) -> Option<&'a Item> {
    match path.split_once('.') {
        Some((first, rest)) => held(table.get(first)?.as_table_like()?, rest),
        None => table.get(path),
    }
}

/// The condition that was chosen or written; nothing when the form did not ask.
fn rule_of(typed: &Typed, name: &str, old: &str) -> Option<String> {
    let at = |part: &str| format!("{name}.{part}");
    if !typed.sent(&at("of")) && !typed.sent(&at("raw")) {
        return None;
    }
    let raw = typed.line(&at("raw"));
    if !raw.is_empty() {
        return Some(raw);
    }
    let simple = Simple { of: typed.line(&at("of")), is: typed.line(&at("is")), value: typed.line(&at("value")) };
    if rule::simple(old).as_ref() == Some(&simple) {
        return Some(old.to_owned()); // as it was written, be it in another order or with ===
    }
    let known = rule::OPERATORS.contains(&simple.is.as_str());
    Some(if simple.of.is_empty() || !known { String::new() } else { rule::written(&simple, typed.questions) })
}

/// The amount that was chosen or written; nothing when the form did not ask.
fn sum_of(typed: &Typed, name: &str, old: &str) -> Option<String> {
    let at = |part: &str| format!("{name}.{part}");
    if !["tariff", "fixed", "times", "raw"].iter().any(|part| typed.sent(&at(part))) {
        return None;
    }
    let raw = typed.line(&at("raw"));
    if !raw.is_empty() {
        return Some(raw);
    }
    let simple =
        sum::Simple { tariff: typed.line(&at("tariff")), fixed: typed.line(&at("fixed")), times: typed.line(&at("times")) };
    let same = sum::simple(old).as_ref() == Some(&simple);
    Some(if same { old.to_owned() } else { sum::written(&simple).unwrap_or_default() })
}

/// Lines of `name = value` as an inline table.
fn pairs(table: &mut dyn TableLike, key: &str, lines: &str, read: impl Fn(&str) -> Option<Value>) {
    let mut all = InlineTable::new();
    for (name, text) in lines.lines().filter_map(|line| line.split_once(['=', ':'])) {
        if let Some(value) = read(text.trim()) {
            all.insert(name.trim(), value);
        }
    }
    if all.is_empty() {
        table.remove(key);
        return;
    }
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) if old.to_string().trim() == all.to_string().trim() => {}
        Some(old) => *old = Value::InlineTable(all).decorated(" ", ""),
        None => drop(table.insert(key, value(all))),
    }
}

/// An answer of a test: yes and no, numbers, else words.
fn given(text: &str) -> Option<Value> {
    match text {
        "" => None,
        "yes" | "true" => Some(true.into()),
        "no" | "false" => Some(false.into()),
        // What is already TOML, such as a list, stays what it is.
        _ if text.starts_with(['[', '{', '"']) => text.parse().ok(),
        _ => Some(text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from)),
    }
}
