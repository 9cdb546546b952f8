//! What a person has with the commune, told by each module for the one page that gathers it.

use kernel::{Id, Lang, Moment};
use serde::Serialize;
use std::cmp::Reverse;
use store::{Result, Tx};

/// Whose things are asked for, in which language, and after which line the page goes on.
pub struct Asked<'a> {
    pub person: &'a Id,
    pub lang: Lang,
    pub before: Option<&'a (Moment, String)>,
    pub limit: i64,
}

impl Asked<'_> {
    /// Whether a line belongs on this page; for what cannot be cut in SQL.
    pub fn takes(&self, at: Moment, id: &str) -> bool {
        self.before.is_none_or(|(moment, last)| (at, id) < (*moment, last.as_str()))
    }
}

/// A word in a coloured pill: `river` examined, `forest` done, `future` under way, `alarm` late or refused.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pill {
    pub kind: &'static str,
    pub text: String,
}

/// One line of a person's page: something that happened between him and the commune, in the language asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    pub at: Moment,
    /// Unlike any other line of the same module.
    pub id: String,
    pub icon: String,
    pub title: String,
    pub text: String,
    pub pill: Option<Pill>,
    /// Where it opens for the person; empty when there is nothing more to see.
    pub path: String,
    /// Where it opens for staff who serve the person. Never the person's own link, which is a key.
    pub desk: String,
}

/// What comes next for a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// By when, or when; absent for what has no date.
    pub by: Option<Moment>,
    /// The commune waits for the person, not the person for the commune.
    pub yours: bool,
    pub icon: String,
    pub title: String,
    pub text: String,
    pub path: String,
    pub desk: String,
}

/// How one module tells of a person: lines newest first, at most `limit`, and the steps to come.
#[derive(Clone, Copy)]
pub struct Own {
    /// The filter under which its lines are shown; several modules may share one.
    pub kind: &'static str,
    pub lines: fn(&mut Tx, &Asked) -> Result<Vec<Line>>,
    pub steps: fn(&mut Tx, &Id, Lang) -> Result<Vec<Step>>,
}

/// No step to come.
pub fn no_steps(_: &mut Tx, _: &Id, _: Lang) -> Result<Vec<Step>> {
    Ok(Vec::new())
}

/// No line.
pub fn no_lines(_: &mut Tx, _: &Asked) -> Result<Vec<Line>> {
    Ok(Vec::new())
}

pub(crate) struct Owns(pub Vec<Own>);

/// The kinds under which lines may be asked, in floor order.
pub fn kinds(tx: &mut Tx) -> Result<Vec<&'static str>> {
    let mut kinds: Vec<&'static str> = Vec::new();
    for own in &tx.fact::<Owns>()?.0 {
        if !kinds.contains(&own.kind) {
            kinds.push(own.kind);
        }
    }
    Ok(kinds)
}

/// Lines of every module, or of one kind, newest first.
pub fn lines(tx: &mut Tx, kind: Option<&str>, asked: &Asked) -> Result<Vec<(&'static str, Line)>> {
    let mut all = Vec::new();
    for own in tx.fact::<Owns>()?.0.iter().filter(|own| kind.is_none_or(|kind| kind == own.kind)) {
        all.extend((own.lines)(tx, asked)?.into_iter().map(|line| (own.kind, line)));
    }
    all.sort_by(|(_, one), (_, other)| (other.at, &other.id).cmp(&(one.at, &one.id)));
    all.truncate(usize::try_from(asked.limit).unwrap_or(0));
    Ok(all)
}

/// The steps to come: what waits for the person first, each by its date.
pub fn steps(tx: &mut Tx, person: &Id, lang: Lang) -> Result<Vec<Step>> {
    let mut all = Vec::new();
    for own in &tx.fact::<Owns>()?.0 {
        all.extend((own.steps)(tx, person, lang)?);
    }
    all.sort_by_key(|step| (Reverse(step.yours), step.by.is_none(), step.by));
    Ok(all)
}
