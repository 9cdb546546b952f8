//! JSON and XML as one tree, so that everything is read once for both. Names may come twice; nothing is thrown away.

mod json;
mod xml;

use crate::repairs::{Repair, RepairKind};

/// The deepest nesting that is read.
const DEEPEST: usize = 32;
/// Names under which exports put their list beside a count or a page.
const WRAPPERS: [&str; 4] = ["data", "results", "items", "rows"];

#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Null,
    Text(String),
    List(Vec<Tree>),
    Fields(Vec<(String, Tree)>),
}

/// Why a text is no tree.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable(pub String);

/// The tree of a document, whichever of both it is.
pub fn read(text: &str, repairs: &mut Vec<Repair>) -> Result<Tree, Unreadable> {
    let text = text.trim_start();
    if text.starts_with('<') { xml::read(text, repairs) } else { json::read(text, repairs) }
}

impl Tree {
    /// The things of a list: an array, or the elements of one name below a wrapper, however deep the wrapper lies.
    pub fn items<'a>(&'a self, name: &str) -> Vec<&'a Tree> {
        match self {
            Tree::List(items) => items.iter().collect(),
            Tree::Fields(fields) => {
                let named: Vec<&Tree> = fields.iter().filter(|(known, _)| known == name).map(|(_, tree)| tree).collect();
                match (named.as_slice(), fields.as_slice()) {
                    ([Tree::List(items)], _) => items.iter().collect(),
                    ([_, ..], _) => named,
                    ([], [(_, only @ (Tree::Fields(_) | Tree::List(_)))]) => only.items(name),
                    ([], _) => {
                        let wrapper = |known: &str| {
                            known == format!("{name}s") || known == format!("service_{name}s") || WRAPPERS.contains(&known)
                        };
                        let wrapped = fields.iter().find(|(known, tree)| wrapper(known) && matches!(tree, Tree::List(_)));
                        wrapped.map_or_else(Vec::new, |(_, tree)| tree.items(name))
                    }
                }
            }
            Tree::Null | Tree::Text(_) => Vec::new(),
        }
    }

    /// The part of this name, the last that says something.
    pub fn part(&self, name: &str) -> Option<&Tree> {
        let Tree::Fields(fields) = self else { return None };
        let mut named = fields.iter().rev().filter(|(known, _)| known == name).map(|(_, tree)| tree);
        let last = named.next();
        last.into_iter().chain(named).find(|tree| !tree.is_blank()).or(last)
    }

    /// Text, trimmed; nothing for what is empty, or is a list.
    pub fn text(&self) -> Option<&str> {
        match self {
            Tree::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The text of the part of this name.
    pub fn said(&self, name: &str) -> Option<String> {
        self.part(name)?.text().map(str::to_owned)
    }

    fn is_blank(&self) -> bool {
        match self {
            Tree::Null => true,
            Tree::Text(text) => text.trim().is_empty(),
            Tree::List(items) => items.is_empty(),
            Tree::Fields(fields) => fields.is_empty(),
        }
    }

    /// Everything below as one line, for what is kept as it was written.
    pub fn line(&self) -> String {
        match self {
            Tree::Null => String::new(),
            Tree::Text(text) => text.clone(),
            Tree::List(items) => items.iter().map(Tree::line).collect::<Vec<_>>().join("; "),
            Tree::Fields(fields) => {
                fields.iter().map(|(name, tree)| format!("{name}={}", tree.line())).collect::<Vec<_>>().join("; ")
            }
        }
    }
}

/// Names that come twice in one thing, where only one can count.
pub fn note_repeats(fields: &[(String, Tree)], repairs: &mut Vec<Repair>) {
    for (place, (name, tree)) in fields.iter().enumerate() {
        if fields[..place].iter().any(|(known, other)| known == name && other != tree) {
            repairs.push(Repair::new(RepairKind::Twice, name, &tree.line()));
        }
    }
}
