//! The catalogue: all procedures of the country, found by id, in the order of their groups.

use crate::model::Procedure;
use crate::service::Tariff;
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

/// How people look for a request: by what happens to them, by who they are, by the service that answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    pub event: Vec<Group>,
    pub audience: Vec<Group>,
    pub service: Vec<Group>,
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
    /// Categories of report.
    pub procedures: BTreeMap<String, Arc<Procedure>>,
    /// Everything else that may be asked.
    pub requests: BTreeMap<String, Arc<Procedure>>,
    pub answers: Vec<AnswerTemplate>,
    pub look_up: LookUp,
    pub tariffs: Vec<Tariff>,
}

impl Catalog {
    pub fn find(&self, id: &str) -> Option<&Arc<Procedure>> {
        self.procedures.get(id).or_else(|| self.requests.get(id))
    }

    /// Reports and requests, also those that are not offered any more.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Procedure>> {
        self.procedures.values().chain(self.requests.values())
    }

    /// The requests that the commune offers, by code.
    pub fn offered_requests(&self) -> Vec<&Arc<Procedure>> {
        let mut found: Vec<_> = self.requests.values().filter(|p| p.offered).collect();
        found.sort_by(|a, b| a.code.cmp(&b.code));
        found
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

    /// The categories whose names or keywords hold words of the question, best first.
    pub fn search(&self, question: &str) -> Vec<&Arc<Procedure>> {
        search(self.offered(), question)
    }

    /// The requests whose names or keywords hold words of the question, best first.
    pub fn search_requests(&self, question: &str) -> Vec<&Arc<Procedure>> {
        search(self.offered_requests(), question)
    }
}

/// How well a word of the question is met: begun the same, or sounding the same, or one letter away.
fn meets(wanted: &str, word: &str) -> usize {
    if word == wanted {
        4
    } else if word.starts_with(wanted) {
        3
    } else if wanted.chars().count() > 3 && (fold::sounds(word) == fold::sounds(wanted) || is_near(wanted, word)) {
        2
    } else {
        0
    }
}

/// One letter too many, missing, wrong, or two changed places; two in a long word.
fn is_near(wanted: &str, word: &str) -> bool {
    let length = wanted.chars().count();
    let allowed = if length > 7 { 2 } else { 1 };
    length > 3 && strsim::osa_distance(wanted, word) <= allowed
}

fn search<'a>(among: Vec<&'a Arc<Procedure>>, question: &str) -> Vec<&'a Arc<Procedure>> {
    let wanted = fold::tokens(question);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, &Arc<Procedure>)> = among
        .into_iter()
        .filter_map(|procedure| {
            let (title, words) = words_of(procedure);
            let best = |wanted: &String| {
                let of = |list: &[String]| list.iter().map(|word| meets(wanted, word)).max().unwrap_or(0);
                // A word of the title says more than a keyword.
                (of(&title) * 3).max(of(&words) * 2)
            };
            let score: usize = wanted.iter().map(best).sum();
            (score > 0).then_some((score, procedure))
        })
        .collect();
    found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.code.cmp(&b.1.code)));
    // What meets only a small part of the question beside something that meets it whole is noise.
    let best = found.first().map_or(0, |(score, _)| *score);
    found.into_iter().filter(|(score, _)| score * 3 >= best).map(|(_, procedure)| procedure).collect()
}

fn words_of(procedure: &Procedure) -> (Vec<String>, Vec<String>) {
    let label = |label: &Label| {
        [Some(label.ar.clone()), Some(label.fr.clone()), label.en.clone(), label.zgh.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
    };
    let keywords = procedure.keywords.ar.iter().chain(&procedure.keywords.fr).chain(&procedure.keywords.en);
    let title = label(&procedure.title).into_iter().flat_map(|text| fold::tokens(&text)).collect();
    (title, keywords.flat_map(|text| fold::tokens(text)).collect())
}
