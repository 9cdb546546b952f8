//! Search by words that the kernel's folding made, clear or keyed, in the commit of the thing they find.
//!
//! Plain tables instead of FTS5 and `tsvector`: the words are decided by our own folding, so the engines would only store
//! and intersect them; a primary key does that, gives the same answer on both, keeps sealed and clear words in one place, and
//! needs no second SQL. What is given up is ranking: results come newest first.
//!
//! A thing's words are first one row in `platform_fresh`, which a search reads whole: spread over the tree of all words they
//! would cost the deposit a page each. The worker merges them there, many things at once.

mod walk;

use crate::args;
use crate::engine::{Row, Tx};
use crate::problem::Result;
use kernel::{Id, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Words of one search; more of them only narrow.
const ASKED: usize = 8;
/// Words indexed for one thing, each cut to [`LETTERS`].
const MOST: usize = 4_000;
const LETTERS: usize = 64;
/// Words written or removed by one statement.
const GROUP: usize = 16;
/// Keyed words begin so; no folded word does.
const KEYED: &str = "~";
/// The first text after every keyed word.
const AFTER_KEYED: &str = "\u{7f}";

kernel::words! {
    /// Whether words stand in clear in the index or as keyed hashes; and, of a search, whether it may also meet keyed ones.
    pub enum Visibility { Clear = "clear", Sealed = "sealed" }
}

/// Makes these the clear, or the sealed, words of a thing, in place of those it had; the other kind stays.
pub fn index<S: AsRef<str>>(tx: &mut Tx, module: &str, subject: &Id, visibility: Visibility, tokens: &[S]) -> Result<()> {
    forget(tx, module, subject, visibility)?;
    index_new(tx, module, subject, visibility, tokens)
}

/// The same for a thing that has no words of this kind yet, such as one that is being made.
pub fn index_new<S: AsRef<str>>(tx: &mut Tx, module: &str, subject: &Id, visibility: Visibility, tokens: &[S]) -> Result<()> {
    let words = listed(tx, module, visibility, tokens)?;
    let sql = "INSERT INTO platform_fresh (tenant, module, subject, visibility, words) VALUES ($1, $2, $3, $4, $5)";
    tx.execute(sql, args![tx.tenant(), module, subject, visibility, words])
}

/// The same for many things at once, straight into the tree: so many fresh rows would have to be read by every search.
pub fn index_many<S: AsRef<str>>(tx: &mut Tx, module: &str, things: &[(Id, Visibility, Vec<S>)]) -> Result<()> {
    let list = |(subject, visibility, tokens): &(Id, Visibility, Vec<S>)| {
        let words = listed(tx, module, *visibility, tokens)?;
        Ok(Listed { module: module.to_owned(), subject: subject.clone(), visibility: *visibility, words })
    };
    let all = things.iter().map(list).collect::<Result<Vec<_>>>()?;
    plant(tx, &all)
}

/// The words as a list keeps them: each once, keyed where they are sealed, in order.
fn listed<S: AsRef<str>>(tx: &Tx, module: &str, visibility: Visibility, tokens: &[S]) -> Result<String> {
    let mut words = BTreeSet::new();
    for token in tokens.iter().take(MOST) {
        let token = cut(token.as_ref());
        if !token.is_empty() {
            words.insert(if visibility == Visibility::Sealed { keyed(tx, module, &token)? } else { token });
        }
    }
    Ok(words.into_iter().collect::<Vec<String>>().join(" "))
}

/// Takes a thing out of the search, clear words and sealed: erasure, or a decision to unpublish.
pub fn remove(tx: &mut Tx, module: &str, subject: &Id) -> Result<()> {
    Visibility::ALL.iter().try_for_each(|visibility| forget(tx, module, subject, *visibility))
}

/// What a list says of one thing.
struct Listed {
    module: String,
    subject: Id,
    visibility: Visibility,
    words: String,
}

impl Listed {
    fn read(row: &Row) -> Result<Listed> {
        Ok(Listed {
            module: row.get("module")?,
            subject: row.get("subject")?,
            visibility: row.get("visibility")?,
            words: row.get("words")?,
        })
    }
}

const OF_ONE: &str = "tenant = $1 AND module = $2 AND subject = $3 AND visibility = $4";

fn forget(tx: &mut Tx, module: &str, subject: &Id, visibility: Visibility) -> Result<()> {
    let one = args![tx.tenant(), module, subject, visibility];
    if tx.changed(&format!("DELETE FROM platform_fresh WHERE {OF_ONE}"), one.clone())? == 1 {
        return Ok(());
    }
    let sql = format!("DELETE FROM platform_indexed WHERE {OF_ONE} RETURNING words");
    match tx.maybe(&sql, one, |row| row.get::<String>("words"))? {
        Some(words) => unmerge(tx, module, subject, &words),
        None => walk_and_forget(tx, module, subject, visibility),
    }
}

fn unmerge(tx: &mut Tx, module: &str, subject: &Id, words: &str) -> Result<()> {
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    for group in words.chunks(GROUP) {
        let marks: Vec<String> = (0..group.len()).map(|place| format!("${}", place + 4)).collect();
        let sql = format!(
            "DELETE FROM platform_words WHERE tenant = $1 AND module = $2 AND subject = $3 AND word IN ({})",
            marks.join(", ")
        );
        let mut values = args![tx.tenant(), module, subject];
        values.extend(group.iter().map(|word| Value::Text((*word).into())));
        tx.execute(&sql, values)?;
    }
    Ok(())
}

/// A thing in no list: it has no words, or was indexed by an older program.
fn walk_and_forget(tx: &mut Tx, module: &str, subject: &Id, visibility: Visibility) -> Result<()> {
    let own = match visibility {
        Visibility::Clear => "(word < $4 OR word >= $5)",
        Visibility::Sealed => "word >= $4 AND word < $5",
    };
    let sql = format!("DELETE FROM platform_words WHERE tenant = $1 AND module = $2 AND subject = $3 AND {own}");
    tx.execute(&sql, args![tx.tenant(), module, subject, KEYED, AFTER_KEYED])
}

/// Moves up to `limit` fresh things of this commune into the tree of all words. Says how many; fewer than the limit means
/// that nothing is left.
pub fn merge(tx: &mut Tx, limit: i64) -> Result<usize> {
    let sql = "SELECT module, subject, visibility, words FROM platform_fresh WHERE tenant = $1
               ORDER BY module, subject, visibility LIMIT $2";
    let fresh = tx.all(sql, args![tx.tenant(), limit], Listed::read)?;
    let Some(last) = fresh.last() else { return Ok(0) };
    // Nobody else writes to this commune meanwhile: all up to the last are those that were read.
    let sql = "DELETE FROM platform_fresh WHERE tenant = $1 AND (module, subject, visibility) <= ($2, $3, $4)";
    tx.execute(sql, args![tx.tenant(), last.module, last.subject, last.visibility])?;
    plant(tx, &fresh)?;
    Ok(fresh.len())
}

/// Puts lists into the tree of all words, in the order of the tree, so that each of its pages is touched once.
fn plant(tx: &mut Tx, lists: &[Listed]) -> Result<()> {
    let tenant = tx.tenant();
    let row = |one: &Listed| args![tenant, one.module, one.subject, one.visibility, one.words];
    let rows: Vec<Vec<Value>> = lists.iter().map(row).collect();
    tx.insert_rows("INSERT INTO platform_indexed (tenant, module, subject, visibility, words)", &rows)?;
    let mut words: Vec<(&str, &str, &Id)> = Vec::new();
    for one in lists {
        words.extend(one.words.split(' ').filter(|word| !word.is_empty()).map(|word| (one.module.as_str(), word, &one.subject)));
    }
    words.sort_unstable();
    let rows: Vec<Vec<Value>> = words.iter().map(|(module, word, subject)| args![tenant, module, word, subject]).collect();
    tx.insert_rows("INSERT INTO platform_words (tenant, module, word, subject)", &rows)
}

/// The communes that have fresh words, asked across all of them.
pub fn unmerged(tx: &mut Tx) -> Result<Vec<String>> {
    tx.all("SELECT DISTINCT tenant FROM platform_fresh", Vec::new(), |row| row.get("tenant"))
}

/// A word that is looked for.
struct Wanted {
    /// From here up to, but not including, the second.
    clear: (String, String),
    keyed: Option<String>,
}

impl Wanted {
    /// A clear word is met by its beginning, from two letters on; a number and a keyed word only whole: house 13 is not 1302.
    fn new(tx: &Tx, module: &str, reach: Visibility, word: &str) -> Result<Wanted> {
        let whole = word.chars().nth(1).is_none() || word.starts_with(|first: char| first.is_ascii_digit());
        let end = if whole { format!("{word}\u{1}") } else { format!("{word}\u{10ffff}") };
        let keyed = if reach == Visibility::Sealed { Some(keyed(tx, module, word)?) } else { None };
        Ok(Wanted { clear: (word.to_owned(), end), keyed })
    }

    fn is_met_by(&self, word: &str) -> bool {
        (self.clear.0.as_str()..self.clear.1.as_str()).contains(&word) || self.keyed.as_deref() == Some(word)
    }

    /// The condition on `word`, its parameters appended to those there are.
    fn condition(&self, values: &mut Vec<Value>) -> String {
        let first = values.len() + 1;
        values.extend(args![self.clear.0, self.clear.1]);
        let clear = format!("word >= ${first} AND word < ${}", first + 1);
        let Some(keyed) = &self.keyed else { return clear };
        values.push(Value::Text(keyed.clone()));
        format!("({clear} OR word = ${})", first + 2)
    }
}

/// The things that hold every word, newest first. Keyed words are met only when `reach` is [`Visibility::Sealed`], so that the
/// public cannot guess at them.
pub fn find<S: AsRef<str>>(tx: &mut Tx, module: &str, reach: Visibility, tokens: &[S], limit: i64) -> Result<Vec<Id>> {
    let words: BTreeSet<String> = tokens.iter().map(|token| cut(token.as_ref())).filter(|token| !token.is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let wanted = words.iter().take(ASKED).map(|word| Wanted::new(tx, module, reach, word)).collect::<Result<Vec<_>>>()?;
    let mut found: BTreeSet<Id> = walk::find(tx, module, &wanted, limit)?.into_iter().collect();
    found.extend(fresh(tx, module, &wanted)?);
    Ok(found.into_iter().rev().take(usize::try_from(limit).unwrap_or(0)).collect())
}

/// Things with fresh words, which may have merged ones besides.
fn fresh(tx: &mut Tx, module: &str, wanted: &[Wanted]) -> Result<Vec<Id>> {
    let sql = "SELECT module, subject, visibility, words FROM platform_fresh WHERE tenant = $1 AND module = $2";
    let mut missing: BTreeMap<Id, Vec<&Wanted>> = BTreeMap::new();
    for one in tx.all(sql, args![tx.tenant(), module], Listed::read)? {
        let unmet = |word: &&Wanted| !one.words.split(' ').any(|known| word.is_met_by(known));
        missing.entry(one.subject.clone()).or_insert_with(|| wanted.iter().collect()).retain(unmet);
    }
    let mut found = Vec::new();
    for (subject, words) in missing.into_iter().filter(|(_, words)| words.len() < wanted.len()) {
        if has_merged(tx, module, &subject, &words)? {
            found.push(subject);
        }
    }
    Ok(found)
}

fn has_merged(tx: &mut Tx, module: &str, subject: &Id, words: &[&Wanted]) -> Result<bool> {
    for word in words {
        let mut values = args![tx.tenant(), module, subject];
        let condition = word.condition(&mut values);
        let sql = format!(
            "SELECT COUNT(*) AS n FROM platform_words WHERE tenant = $1 AND module = $2 AND subject = $3 AND {condition}"
        );
        if tx.count(&sql, values)? == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Keyed words would betray the module's other words if one hash served all modules.
fn keyed(tx: &Tx, module: &str, token: &str) -> Result<String> {
    let hash = tx.common.keys.lookup(&tx.tenant(), &format!("search/{module}"), token)?;
    Ok(format!("{KEYED}{hash}"))
}

fn cut(token: &str) -> String {
    token.trim().trim_start_matches(KEYED).chars().take(LETTERS).collect()
}
