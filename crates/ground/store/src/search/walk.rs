//! The walk through the tree of words: from the newest thing back, until enough are found.
//!
//! A frequent word stands for hundreds of thousands of things, of which a list shows the newest few: reading all of them would
//! make the search slower with every year. The rarest word leads, and what it leads to is asked for the others.

use super::{Listed, Wanted};
use crate::args;
use crate::engine::Tx;
use crate::problem::Result;
use kernel::{Id, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Things looked at together.
const STRIDE: usize = 256;
/// Strides before the rest is left to the database: words that never stand together would be walked to the first day.
const STRIDES: usize = 24;
/// Ways in which a word that leads may be spelled; one with more endings is only checked.
const SPELLINGS: usize = 24;
/// Of how many things a word may be rare.
const RARE: i64 = 500;

/// The things that hold every wanted word, newest first, at most `limit`.
pub(super) fn find(tx: &mut Tx, module: &str, wanted: &[Wanted], limit: i64) -> Result<Vec<Id>> {
    let spelled = wanted.iter().map(|one| spellings(tx, module, one)).collect::<Result<Vec<_>>>()?;
    if spelled.iter().flatten().any(Vec::is_empty) {
        return Ok(Vec::new());
    }
    let places = by_frequency(tx, module, &spelled)?;
    let mut ordered = places.iter().filter_map(|place| spelled[*place].clone());
    let Some(leading) = ordered.next() else { return intersection(tx, module, wanted, None, limit) };
    let spelled_out = Spelled { leading, others: ordered.collect() };
    match places.len() == wanted.len() {
        true => probe(tx, module, &spelled_out, limit),
        false => {
            let rest: Vec<&Wanted> = (0..wanted.len()).filter(|at| !places.contains(at)).map(|at| &wanted[at]).collect();
            walk(tx, module, wanted, &spelled_out, &rest, limit)
        }
    }
}

/// The words that end in few enough ways to ask for each, by their spellings.
struct Spelled {
    leading: Vec<String>,
    others: Vec<Vec<String>>,
}

/// The places of the words that may lead, the rarest first; a word that may end in too many ways has none.
fn by_frequency(tx: &mut Tx, module: &str, spelled: &[Option<Vec<String>>]) -> Result<Vec<usize>> {
    let mut ranked = Vec::new();
    for (place, spellings) in spelled.iter().enumerate() {
        let Some(spellings) = spellings else { continue };
        ranked.push((if spelled.len() == 1 { Frequency::default() } else { frequency(tx, module, spellings)? }, place));
    }
    ranked.sort();
    Ok(ranked.into_iter().map(|(_, place)| place).collect())
}

/// Goes through the things of the leading word and asks of each, in the tree, for one spelling of every other word. A database
/// that was left the choice would gather all things of the other words first.
fn probe(tx: &mut Tx, module: &str, words: &Spelled, limit: i64) -> Result<Vec<Id>> {
    let mut found = BTreeSet::new();
    for word in &words.leading {
        let mut values = args![tx.tenant(), module, word, limit];
        let asked: String = words.others.iter().map(|spellings| one_of(spellings, &mut values)).collect();
        let sql = format!(
            "SELECT subject FROM platform_words AS lead WHERE tenant = $1 AND module = $2 AND word = $3{asked}
             ORDER BY subject DESC LIMIT $4"
        );
        found.extend(tx.all(&sql, values, |row| row.get::<Id>("subject"))?);
    }
    Ok(found.into_iter().rev().take(usize::try_from(limit).unwrap_or(0)).collect())
}

fn one_of(spellings: &[String], values: &mut Vec<Value>) -> String {
    format!(
        " AND (SELECT 1 FROM platform_words AS other WHERE other.tenant = $1 AND other.module = $2 AND other.word IN ({})
           AND other.subject = lead.subject LIMIT 1) = 1",
        listed(spellings, values)
    )
}

/// Marks for a list that is not empty, its values appended. The last one stands again and again: for a few lengths of the list a
/// database keeps its plan.
fn listed<T: std::fmt::Display>(list: &[T], values: &mut Vec<Value>) -> String {
    let (first, count) = (values.len() + 1, list.len().next_power_of_two());
    values.extend(list.iter().chain(list.last().into_iter().cycle()).take(count).map(|one| Value::Text(one.to_string())));
    (first..first + count).map(|place| format!("${place}")).collect::<Vec<_>>().join(", ")
}

/// The same where the rest of the words may end in too many ways to ask for each: for these the lists of things are read, some
/// at a time.
fn walk(tx: &mut Tx, module: &str, wanted: &[Wanted], words: &Spelled, rest: &[&Wanted], limit: i64) -> Result<Vec<Id>> {
    let enough = usize::try_from(limit).unwrap_or(0);
    let (mut found, mut before) = (Vec::new(), None);
    for _ in 0..STRIDES {
        let (things, more) = stride(tx, module, words, before.as_ref())?;
        before = things.last().cloned().or(before);
        found.extend(holding(tx, module, things, rest)?);
        if found.len() >= enough || !more {
            found.truncate(enough);
            return Ok(found);
        }
    }
    let rest = i64::try_from(enough - found.len()).unwrap_or(0);
    found.extend(intersection(tx, module, wanted, before.as_ref(), rest)?);
    Ok(found)
}

/// The words of the tree that meet a wanted one; `None` when they are too many.
fn spellings(tx: &mut Tx, module: &str, wanted: &Wanted) -> Result<Option<Vec<String>>> {
    let (low, end) = &wanted.clear;
    let (mut found, mut last, mut sign) = (Vec::from_iter(wanted.keyed.clone()), low.clone(), ">=");
    loop {
        let sql = format!(
            "SELECT word FROM platform_words WHERE tenant = $1 AND module = $2 AND word {sign} $3 AND word < $4
             ORDER BY word LIMIT 1"
        );
        let next = tx.maybe(&sql, args![tx.tenant(), module, last, end], |row| row.get::<String>("word"))?;
        let Some(word) = next else { return Ok(Some(found)) };
        if found.len() >= SPELLINGS {
            return Ok(None);
        }
        found.push(word.clone());
        (last, sign) = (word, ">");
    }
}

/// How frequent a word is. Of two that are both frequent, the one whose newest things go further back is the rarer: their
/// names grow with time.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Frequency {
    /// Things that it leads to, up to [`RARE`] of each spelling.
    count: i64,
    /// The last of these.
    last: Option<Id>,
}

fn frequency(tx: &mut Tx, module: &str, spellings: &[String]) -> Result<Frequency> {
    let mut all = Frequency::default();
    for word in spellings {
        let sql = "SELECT COUNT(*) AS n, MIN(subject) AS last FROM (SELECT subject FROM platform_words
                   WHERE tenant = $1 AND module = $2 AND word = $3 ORDER BY subject DESC LIMIT $4) AS newest";
        let values = args![tx.tenant(), module, word, RARE];
        let one = tx.one(sql, values, |row| Ok(Frequency { count: row.get("n")?, last: row.get("last")? }))?;
        all = Frequency { count: (all.count + one.count).min(RARE), last: all.last.max(one.last) };
    }
    Ok(all)
}

/// The next things of all spelled words before one of them, newest first, and whether there may be more.
fn stride(tx: &mut Tx, module: &str, words: &Spelled, before: Option<&Id>) -> Result<(Vec<Id>, bool)> {
    let (mut things, mut horizon) = (BTreeSet::new(), None);
    for word in &words.leading {
        let mut values = args![tx.tenant(), module, word];
        let condition = before.map_or("", |before| {
            values.push(Value::Text(before.to_string()));
            " AND subject < $4"
        });
        let asked: String = words.others.iter().map(|spellings| one_of(spellings, &mut values)).collect();
        let sql = format!(
            "SELECT subject FROM platform_words AS lead WHERE tenant = $1 AND module = $2 AND word = $3{condition}{asked}
             ORDER BY subject DESC LIMIT {STRIDE}"
        );
        let some: Vec<Id> = tx.all(&sql, values, |row| row.get("subject"))?;
        // Beyond the last of a full answer this word may have things that were not read.
        if some.len() == STRIDE {
            horizon = horizon.max(some.last().cloned());
        }
        things.extend(some);
    }
    let known = |id: &Id| horizon.as_ref().is_none_or(|last| id >= last);
    Ok((things.into_iter().rev().filter(known).collect(), horizon.is_some()))
}

/// Those of these things that hold the other words too, in the same order.
fn holding(tx: &mut Tx, module: &str, things: Vec<Id>, others: &[&Wanted]) -> Result<Vec<Id>> {
    if others.is_empty() || things.is_empty() {
        return Ok(things);
    }
    let mut values = args![tx.tenant(), module];
    let listed = listed(&things, &mut values);
    let sql = format!(
        "SELECT module, subject, visibility, words FROM platform_indexed WHERE tenant = $1 AND module = $2 AND subject IN ({listed})"
    );
    let mut missing: BTreeMap<Id, Vec<&Wanted>> = BTreeMap::new();
    for one in tx.all(&sql, values, Listed::read)? {
        let unmet = |word: &&Wanted| !one.words.split(' ').any(|known| word.is_met_by(known));
        missing.entry(one.subject.clone()).or_insert_with(|| others.to_vec()).retain(unmet);
    }
    let mut found = Vec::new();
    for id in things {
        let holds = match missing.get(&id) {
            Some(missing) => missing.is_empty(),
            // In no list: an older program indexed it.
            None => super::has_merged(tx, module, &id, others)?,
        };
        if holds {
            found.push(id);
        }
    }
    Ok(found)
}

/// The same by the database, over everything before a thing: right for every word, and slow for frequent ones.
fn intersection(tx: &mut Tx, module: &str, wanted: &[Wanted], before: Option<&Id>, limit: i64) -> Result<Vec<Id>> {
    let mut values = args![tx.tenant(), module];
    let older = before.map_or("", |before| {
        values.push(Value::Text(before.to_string()));
        " AND subject < $3"
    });
    let mut parts = Vec::new();
    for word in wanted {
        let condition = word.condition(&mut values);
        parts.push(format!("SELECT subject FROM platform_words WHERE tenant = $1 AND module = $2{older} AND {condition}"));
    }
    values.push(Value::Int(limit));
    let sql = format!(
        "SELECT subject FROM ({}) AS found GROUP BY subject ORDER BY subject DESC LIMIT ${}",
        parts.join(" INTERSECT "),
        values.len()
    );
    tx.all(&sql, values, |row| row.get("subject"))
}
