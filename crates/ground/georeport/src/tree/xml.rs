//! XML: an element with elements is fields, one without is text, an empty one is nothing. Entities of a document's own are
//! never expanded.

use super::{DEEPEST, Tree, Unreadable};
use crate::repairs::{Repair, RepairKind};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};

/// An element that is being read.
#[derive(Default)]
struct Open {
    name: String,
    text: String,
    fields: Vec<(String, Tree)>,
}

impl Open {
    fn tree(self) -> Tree {
        if !self.fields.is_empty() {
            Tree::Fields(self.fields)
        } else if self.text.trim().is_empty() {
            Tree::Null
        } else {
            Tree::Text(self.text)
        }
    }
}

/// What is in the root, under the name of the root.
pub fn read(text: &str, repairs: &mut Vec<Repair>) -> Result<Tree, Unreadable> {
    let wrong = |error: quick_xml::Error| Unreadable(error.to_string());
    let mut reader = Reader::from_str(text);
    let mut open = vec![Open::default()];
    loop {
        match reader.read_event().map_err(wrong)? {
            Event::Start(start) => {
                if open.len() > DEEPEST {
                    return Err(Unreadable("nested too deep".into()));
                }
                open.push(Open { name: local(start.name().as_ref()), ..Open::default() });
            }
            Event::Empty(start) => {
                let name = local(start.name().as_ref());
                top(&mut open).fields.push((name, Tree::Null));
            }
            Event::End(_) => {
                let done = open.pop().unwrap_or_default();
                let name = done.name.clone();
                top(&mut open).fields.push((name, done.tree()));
            }
            Event::Text(part) => top(&mut open).text.push_str(&part.xml10_content()),
            Event::CData(part) => top(&mut open).text.push_str(&part.xml10_content()),
            Event::GeneralRef(part) => {
                let sign = resolved(&part, repairs);
                top(&mut open).text.push_str(&sign);
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    match open.pop() {
        Some(root) if open.is_empty() && !root.fields.is_empty() => Ok(Tree::Fields(root.fields)),
        _ => Err(Unreadable("the document ends too early".into())),
    }
}

fn top(open: &mut Vec<Open>) -> &mut Open {
    if open.is_empty() {
        open.push(Open::default());
    }
    let last = open.len() - 1;
    &mut open[last]
}

/// The name without the prefix of its namespace.
fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

fn resolved(part: &BytesRef, repairs: &mut Vec<Repair>) -> String {
    if let Ok(Some(sign)) = part.resolve_char_ref() {
        return sign.to_string();
    }
    let name: &str = part;
    match name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        other => {
            repairs.push(Repair::new(RepairKind::Signs, "", &format!("&{other};")));
            if other == "nbsp" { " ".into() } else { format!("&{other};") }
        }
    }
}
