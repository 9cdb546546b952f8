//! What is wrong in a declaration, where it stands in the file, and why: for the editor of the pack and for the pages.

use kernel::{Lang, Refusal};
use platform::Words;
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One fault. `at` leads there from the procedure: a list's name, then an id within it, then a key.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub at: Vec<String>,
    pub why: Refusal,
    /// Line in the file, from 1, once it was looked up.
    pub line: Option<usize>,
}

impl Fault {
    pub fn new(at: &[&str], key: &str) -> Fault {
        Fault {
            at: at.iter().map(|part| (*part).to_owned()).collect(),
            why: Refusal::new(format!("procedures-fault-{key}")),
            line: None,
        }
    }

    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Fault {
        self.why = self.why.with(name, value);
        self
    }

    /// A text that is no TOML, or whose keys are unknown.
    pub fn of_toml(error: &toml::de::Error, text: &str) -> Fault {
        let line = error.span().map(|span| line_of(text, span.start));
        Fault { line, ..Fault::new(&[], "toml").with("text", error.message()) }
    }

    /// The same with its line in this text.
    pub fn located(mut self, text: &str, procedure: &str) -> Fault {
        if self.line.is_none() {
            self.line = locate(text, procedure, &self.at);
        }
        self
    }

    /// A sentence of the program's own words, for those who read a log.
    pub fn sentence(&self) -> String {
        let files = [(Lang::En, "procedures".to_owned(), include_str!("../locales/en.ftl").to_owned())];
        let sentence = Words::load(files).map_or_else(|_| self.why.key.clone(), |words| words.refusal(Lang::En, &self.why));
        match self.line {
            Some(line) => format!("line {line}: {sentence}"),
            None if self.at.is_empty() => sentence,
            None => format!("{}: {sentence}", self.at.join(" ")),
        }
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// The line of the deepest part of the path that the file has; what comes from a base has no line of its own.
fn locate(text: &str, procedure: &str, at: &[String]) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let procedures = table.get_ref().get("procedure")?;
    let mut here = element(procedures, procedure)?;
    let mut offset = here.span().start;
    let mut path = at.iter();
    while let Some(part) = path.next() {
        let Some(next) = member(here, part) else { break };
        offset = next.span().start;
        here = next;
        if matches!(here.get_ref(), DeValue::Array(_))
            && let Some(id) = path.next()
        {
            let Some(found) = element(here, id) else { break };
            offset = found.span().start;
            here = found;
        }
    }
    Some(line_of(text, offset))
}

fn member<'a>(value: &'a Spanned<DeValue<'a>>, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
    match value.get_ref() {
        DeValue::Table(table) => table.get(key),
        _ => None,
    }
}

/// The element of a list of tables with this id.
fn element<'a>(value: &'a Spanned<DeValue<'a>>, id: &str) -> Option<&'a Spanned<DeValue<'a>>> {
    let DeValue::Array(list) = value.get_ref() else { return None };
    list.iter().find(|item| {
        member(item, "id").or_else(|| member(item, "name")).is_some_and(|found| found.get_ref().as_str() == Some(id))
    })
}
