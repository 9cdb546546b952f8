//! The catalogue: all procedures of the country, found by id, in the order of their groups.

use crate::model::Procedure;
use kernel::{Label, fold};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A group of categories, in the order in which it is offered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub id: String,
    pub icon: String,
    pub name: Label,
}

/// An answer ready to send, with variables in braces.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerTemplate {
    pub id: String,
    pub state: String,
    pub title: Label,
    pub text: Label,
    #[serde(default)]
    pub variables: Vec<String>,
}

/// Everything the pack declares, or what one commune makes of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Catalog {
    pub groups: Vec<Group>,
    pub procedures: BTreeMap<String, Arc<Procedure>>,
    pub answers: Vec<AnswerTemplate>,
}

impl Catalog {
    pub fn find(&self, id: &str) -> Option<&Arc<Procedure>> {
        self.procedures.get(id)
    }

    /// The offered procedures of a group, by code.
    pub fn of_group<'a>(&'a self, group: &'a str) -> Vec<&'a Arc<Procedure>> {
        let mut found: Vec<_> = self.procedures.values().filter(|p| p.offered && p.group == group).collect();
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found
    }

    pub fn offered(&self) -> Vec<&Arc<Procedure>> {
        let mut found: Vec<_> = self.procedures.values().filter(|p| p.offered).collect();
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found
    }

    /// The procedures whose names or keywords hold every word of the question, best first.
    pub fn search(&self, question: &str) -> Vec<&Arc<Procedure>> {
        let wanted = fold::tokens(question);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(usize, &Arc<Procedure>)> = self
            .offered()
            .into_iter()
            .filter_map(|procedure| {
                let words = words_of(procedure);
                let hits = wanted.iter().filter(|wanted| words.iter().any(|word| word.starts_with(wanted.as_str()))).count();
                (hits > 0).then_some((hits, procedure))
            })
            .collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.code.cmp(&b.1.code)));
        found.into_iter().map(|(_, procedure)| procedure).collect()
    }
}

fn words_of(procedure: &Procedure) -> Vec<String> {
    let label = |label: &Label| {
        [Some(label.ar.clone()), Some(label.fr.clone()), label.en.clone(), label.zgh.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    let keywords = procedure.keywords.ar.iter().chain(&procedure.keywords.fr).chain(&procedure.keywords.en).cloned();
    label(&procedure.title).into_iter().chain(keywords).flat_map(|text| fold::tokens(&text)).collect()
}
