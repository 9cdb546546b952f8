//! A procedure's TOML under the editor's hands: every form changes the text itself, so comments and order stay.

pub mod again;
pub mod apply;
pub mod inputs;
mod rows;
pub mod rule;
pub mod shared;
pub mod shown;
pub mod sum;

use crate::fault::Fault;
use crate::version::NewProcedure;
use kernel::Label;
use std::fmt;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value, value};

/// What a request of the commune's own begins with.
const BLANK: &str = include_str!("blank.toml");

/// A text that can be read as TOML and holds a procedure.
#[derive(Debug, Clone)]
pub struct Text(DocumentMut);

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A value to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Written {
    Text(String),
    Whole(i64),
    Yes(bool),
    Words(Vec<String>),
    /// Absent: the key goes.
    Nothing,
}

impl Text {
    pub fn parse(text: &str) -> Result<Text, Fault> {
        let doc: DocumentMut = text.parse().map_err(|error: toml_edit::TomlError| {
            let line = error.span().map(|span| text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1);
            Fault { line, ..Fault::new(&[], "toml").with("text", error.message()) }
        })?;
        let mut text = Text(doc);
        if text.first().is_some() { Ok(text) } else { Err(Fault::new(&[], "one-procedure").with("count", 0)) }
    }

    fn all(&mut self) -> Option<&mut ArrayOfTables> {
        self.0.get_mut("procedure").and_then(Item::as_array_of_tables_mut)
    }

    pub(crate) fn first(&mut self) -> Option<&mut Table> {
        self.all()?.get_mut(0)
    }

    /// Leaves one procedure of a file that has several.
    pub fn keep_only(&mut self, id: &str) {
        if let Some(all) = self.all() {
            all.retain(|table| table.get("id").and_then(Item::as_str) == Some(id));
        }
    }

    pub fn set_number(&mut self, key: &str, number: i64) {
        if let Some(procedure) = self.first() {
            write(procedure, key, Written::Whole(number));
        }
    }

    /// The procedure itself, or the element of a list with this id.
    pub fn place(&mut self, list: &str, id: &str) -> Option<&mut dyn TableLike> {
        let procedure = self.first()?;
        if list.is_empty() {
            return Some(procedure);
        }
        match procedure.get_mut(list)? {
            Item::ArrayOfTables(tables) => {
                tables.iter_mut().find(|table| is_called(*table, id)).map(|table| table as &mut dyn TableLike)
            }
            Item::Value(Value::Array(array)) => array
                .iter_mut()
                .filter_map(Value::as_inline_table_mut)
                .find(|table| is_called(*table, id))
                .map(|table| table as &mut dyn TableLike),
            _ => None,
        }
    }

    /// Adds an element at the end of a list. Nothing changes when the id is there already.
    pub fn add(&mut self, list: &str, key: &str, id: &str) -> bool {
        if self.place(list, id).is_some() {
            return false;
        }
        let Some(procedure) = self.first() else { return false };
        let item = procedure.entry(list).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        match item {
            Item::ArrayOfTables(tables) => {
                let mut table = Table::new();
                table.decor_mut().set_prefix("\n");
                table.insert(key, value(id));
                tables.push(table);
            }
            Item::Value(Value::Array(array)) => {
                let mut table = InlineTable::new();
                table.insert(key, id.into());
                array.push(Value::InlineTable(table));
            }
            _ => return false,
        }
        true
    }

    pub fn remove(&mut self, list: &str, id: &str) {
        let Some(procedure) = self.first() else { return };
        let empty = match procedure.get_mut(list) {
            Some(Item::ArrayOfTables(tables)) => {
                tables.retain(|table| !is_called(table, id));
                tables.is_empty()
            }
            Some(Item::Value(Value::Array(array))) => {
                array.retain(|one| !one.as_inline_table().is_some_and(|table| is_called(table, id)));
                array.is_empty()
            }
            _ => false,
        };
        if empty {
            procedure.remove(list);
        }
    }

    /// Puts the elements of a list in the order of these ids; all of them must be there.
    pub fn arrange(&mut self, list: &str, ids: &[String]) {
        let Some(Item::ArrayOfTables(tables)) = self.first().and_then(|procedure| procedure.get_mut(list)) else { return };
        let mut places: Vec<isize> = tables.iter().filter_map(Table::position).collect();
        places.sort_unstable();
        let rank = |table: &Table| ids.iter().position(|id| is_called(table, id));
        let mut all: Vec<Table> = tables.iter().cloned().collect();
        all.sort_by_key(rank);
        tables.clear();
        for (number, mut table) in all.into_iter().enumerate() {
            set_place(&mut table, places.get(number).or(places.last()).copied());
            tables.push(table);
        }
    }

    /// The words of a key of the procedure itself.
    pub fn words(&mut self, key: &str) -> Vec<String> {
        let item = self.first().and_then(|procedure| procedure.get(key));
        match item {
            Some(Item::Value(Value::Array(array))) => array.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            Some(item) => item.as_str().map(str::to_owned).into_iter().collect(),
            None => Vec::new(),
        }
    }

    pub fn set_words(&mut self, key: &str, words: Vec<String>) {
        if let Some(procedure) = self.first() {
            write(procedure, key, if words.is_empty() { Written::Nothing } else { Written::Words(words) });
        }
    }

    /// Moves an element one place up or down; what is written above it goes with it.
    pub fn shift(&mut self, list: &str, id: &str, up: bool) {
        let Some(procedure) = self.first() else { return };
        match procedure.get_mut(list) {
            Some(Item::ArrayOfTables(tables)) => {
                let mut all: Vec<Table> = tables.iter().cloned().collect();
                let at = all.iter().position(|table| is_called(table, id));
                let Some((a, b)) = neighbours(at, all.len(), up) else { return };
                let (first, second) = (all[a].position(), all[b].position());
                set_place(&mut all[a], second);
                set_place(&mut all[b], first);
                all.swap(a, b);
                tables.clear();
                all.into_iter().for_each(|table| tables.push(table));
            }
            Some(Item::Value(Value::Array(array))) => {
                let at = array.iter().position(|one| one.as_inline_table().is_some_and(|table| is_called(table, id)));
                let Some((a, b)) = neighbours(at, array.len(), up) else { return };
                let moved = array.remove(b);
                array.insert_formatted(a, moved);
            }
            _ => {}
        }
    }
}

/// Where a table stands in the text; what is written below it, such as `[procedure.state.name]`, goes with it.
fn set_place(table: &mut Table, place: Option<isize>) {
    table.set_position(place);
    table.iter_mut().filter_map(|(_, item)| item.as_table_mut()).for_each(|inner| set_place(inner, place));
}

fn neighbours(at: Option<usize>, length: usize, up: bool) -> Option<(usize, usize)> {
    let at = at?;
    let other = if up { at.checked_sub(1)? } else { at + 1 };
    (other < length).then(|| (at.min(other), at.max(other)))
}

pub(crate) fn is_called(table: &dyn TableLike, id: &str) -> bool {
    let named = |key: &str| table.get(key).and_then(Item::as_str);
    named("id").or_else(|| named("name")) == Some(id)
}

/// Writes a value under a key or a path of keys such as `source.law`; what stands around the old value stays.
pub fn write(table: &mut dyn TableLike, path: &str, written: Written) {
    if let Some((first, rest)) = path.split_once('.') {
        if table.get(first).is_none_or(|item| !item.is_table_like()) {
            if written == Written::Nothing {
                return;
            }
            table.insert(first, value(InlineTable::new()));
        }
        if let Some(inner) = table.get_mut(first).and_then(Item::as_table_like_mut) {
            write(inner, rest, written);
            if inner.is_empty() {
                table.remove(first);
            }
        }
        return;
    }
    if written == Written::Nothing {
        table.remove(path);
        return;
    }
    if table.get(path).is_some_and(|item| is_same(item, &written)) {
        return;
    }
    let mut fresh: Value = match written {
        Written::Text(text) => text.into(),
        Written::Whole(number) => number.into(),
        Written::Yes(yes) => yes.into(),
        Written::Words(words) => Value::Array(Array::from_iter(words)),
        Written::Nothing => return,
    };
    match table.get_mut(path).and_then(Item::as_value_mut) {
        Some(old) => {
            *fresh.decor_mut() = old.decor().clone();
            *old = fresh;
        }
        None => drop(table.insert(path, value(fresh))),
    }
}

fn is_same(item: &Item, written: &Written) -> bool {
    match written {
        Written::Text(text) => item.as_str() == Some(text),
        Written::Whole(number) => item.as_integer() == Some(*number),
        Written::Yes(yes) => item.as_bool() == Some(*yes),
        Written::Words(words) => {
            let alone = words.len() == 1 && item.as_str() == words.first().map(String::as_str);
            alone
                || item
                    .as_array()
                    .is_some_and(|array| array.iter().map(Value::as_str).eq(words.iter().map(|word| Some(word.as_str()))))
        }
        Written::Nothing => false,
    }
}

/// Writes a text in several languages. A language left empty goes, but Arabic and French stay, so that their lack is seen.
pub fn write_label(table: &mut dyn TableLike, path: &str, label: &Label, needed: bool) {
    let empty = label.ar.is_empty() && label.fr.is_empty() && label.en.as_deref().unwrap_or("").is_empty();
    if empty && !needed {
        write(table, path, Written::Nothing);
        return;
    }
    for (lang, text) in [("ar", Some(&label.ar)), ("fr", Some(&label.fr)), ("en", label.en.as_ref())] {
        let kept = text.filter(|text| !text.is_empty() || lang != "en");
        write(table, &format!("{path}.{lang}"), kept.map_or(Written::Nothing, |text| Written::Text(text.clone())));
    }
}

/// A text to begin with: blank, a model's, or another procedure's with a name of its own.
pub fn blank(new: &NewProcedure, like: Option<(&str, &str)>) -> Result<String, Fault> {
    let mut text = Text::parse(like.map_or(BLANK, |(_, text)| text))?;
    if let Some((id, _)) = like {
        text.keep_only(id);
    }
    if let Some(procedure) = text.first() {
        write(procedure, "id", Written::Text(new.id.clone()));
        write(procedure, "code", Written::Text(new.code.clone()));
        write(procedure, "version", Written::Whole(1));
        write_label(procedure, "title", &new.title, true);
        write(procedure, "title.zgh", Written::Nothing);
        if new.like.is_none() {
            // What a model says of itself is not what the procedure is for.
            write(procedure, "hint", Written::Nothing);
        }
    }
    Ok(text.to_string())
}
