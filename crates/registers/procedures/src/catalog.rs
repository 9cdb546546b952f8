//! The catalogue: all procedures of the country, found by id, in the order of their groups.

use crate::model::Procedure;
use crate::service::Tariff;
use kernel::{Label, fold};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

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
    pub(crate) index: Index,
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
        self.search_among(self.offered(), question)
    }

    /// The requests whose names or keywords hold words of the question, best first.
    pub fn search_requests(&self, question: &str) -> Vec<&Arc<Procedure>> {
        self.search_among(self.offered_requests(), question)
    }

    fn search_among<'a>(&self, among: Vec<&'a Arc<Procedure>>, question: &str) -> Vec<&'a Arc<Procedure>> {
        let wanted = wanted(question);
        let index = self.index.0.get_or_init(|| self.all().map(|one| (one.id.clone(), Words::of(one))).collect());
        let met = |procedure: &'a Arc<Procedure>| {
            let scores: Vec<usize> = wanted.iter().map(|word| index.get(&procedure.id).map_or(0, |of| score(word, of))).collect();
            scores.iter().any(|score| *score > 0).then_some((scores, procedure))
        };
        let count = among.len();
        let all: Vec<(Vec<usize>, &Arc<Procedure>)> = among.into_iter().filter_map(met).collect();
        let weights: Vec<usize> =
            (0..wanted.len()).map(|place| weight(count, all.iter().filter(|(scores, _)| scores[place] > 0).count())).collect();
        let weighed = |scores: &[usize]| scores.iter().zip(&weights).map(|(score, weight)| score * weight).sum::<usize>();
        let mut found: Vec<(usize, &Arc<Procedure>)> = all.iter().map(|(scores, one)| (weighed(scores), *one)).collect();
        found.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.code.cmp(&b.1.code)));
        // What meets only a small part of the question beside something that meets it whole is noise.
        let best = found.first().map_or(0, |(score, _)| *score);
        found.into_iter().filter(|(score, _)| score * 3 >= best).map(|(_, procedure)| procedure).collect()
    }
}

/// Words with which people begin, whatever they want: «I want», «how do I», «my».
const SAID_ALWAYS: [&str; 46] = [
    "بغيت",
    "بغينا",
    "نبغي",
    "اريد",
    "عافاك",
    "واش",
    "كيفاش",
    "كيف",
    "ديال",
    "ديالي",
    "هاد",
    "هادي",
    "شي",
    "فين",
    "باش",
    "من",
    "في",
    "bghit",
    "bghina",
    "nbghi",
    "3afak",
    "wach",
    "kifach",
    "kif",
    "dyal",
    "dyali",
    "had",
    "hadi",
    "chi",
    "fin",
    "bach",
    "je",
    "veux",
    "voudrais",
    "mon",
    "ma",
    "mes",
    "pour",
    "une",
    "comment",
    "want",
    "my",
    "the",
    "how",
    "for",
    "to",
];

/// The words of a question that say what is wanted; all of them when there is no other.
fn wanted(question: &str) -> Vec<Word> {
    let all = Word::all(std::iter::once(question));
    let says = |word: &Word| !SAID_ALWAYS.contains(&word.text.as_str());
    if all.iter().any(says) { all.into_iter().filter(says).collect() } else { all }
}

/// A word that few procedures have says more than one that many have.
fn weight(all: usize, having: usize) -> usize {
    2 + (all / having.max(1)).max(1).ilog2() as usize
}

/// A word as it is searched: folded, with its key of sounds and its length, computed once.
#[derive(Debug)]
struct Word {
    text: String,
    sounds: String,
    length: usize,
}

impl Word {
    fn new(text: String) -> Word {
        Word { sounds: fold::sounds(&text), length: text.chars().count(), text }
    }

    fn all<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Word> {
        texts.flat_map(fold::tokens).map(Word::new).collect()
    }
}

/// The words of a procedure: of its title in every language, and its keywords.
#[derive(Debug)]
struct Words {
    title: Vec<Word>,
    keywords: Vec<Word>,
}

impl Words {
    fn of(procedure: &Procedure) -> Words {
        let Label { ar, fr, zgh, en } = &procedure.title;
        let titles = [Some(ar), Some(fr), en.as_ref(), zgh.as_ref()].into_iter().flatten();
        let keywords = procedure.keywords.ar.iter().chain(&procedure.keywords.fr).chain(&procedure.keywords.en);
        Words { title: Word::all(titles.map(String::as_str)), keywords: Word::all(keywords.map(String::as_str)) }
    }
}

/// The words of a catalogue, made when it is first searched. A copy of the catalogue, which may be changed, begins without.
#[derive(Debug, Default)]
pub(crate) struct Index(OnceLock<BTreeMap<String, Words>>);

impl Clone for Index {
    fn clone(&self) -> Index {
        Index::default()
    }
}

impl PartialEq for Index {
    fn eq(&self, _: &Index) -> bool {
        true // it says nothing that the procedures do not say
    }
}

/// How well a word of the question is met: begun the same, or sounding the same, or one letter away. A short word begins many
/// others: `dari`, my house, is no `dariba`, tax.
fn meets(wanted: &Word, word: &Word) -> usize {
    if word.text == wanted.text {
        4
    } else if word.text.starts_with(&wanted.text) {
        if wanted.length > 4 || word.length - wanted.length < 2 { 3 } else { 1 }
    } else if wanted.length > 3 && (word.sounds == wanted.sounds || is_near(wanted, word)) {
        2
    } else {
        0
    }
}

/// One letter too many, missing, wrong, or two changed places; two in a long word.
fn is_near(wanted: &Word, word: &Word) -> bool {
    let allowed = if wanted.length > 7 { 2 } else { 1 };
    // More letters apart than allowed: nothing has to be counted.
    wanted.length.abs_diff(word.length) <= allowed && strsim::osa_distance(&wanted.text, &word.text) <= allowed
}

fn score(wanted: &Word, words: &Words) -> usize {
    let of = |list: &[Word]| list.iter().map(|word| meets(wanted, word)).max().unwrap_or(0);
    // A word of the title says more than a keyword.
    (of(&words.title) * 3).max(of(&words.keywords) * 2)
}
