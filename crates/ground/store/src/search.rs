//! Search by tokens that the kernel's folding made, clear or keyed, in the commit of the thing they find.
//!
//! One plain table instead of FTS5 and `tsvector`: the words are decided by our own folding, so the engines would only
//! store and intersect them; a primary key does that, gives the same answer on both, keeps sealed and clear words in one
//! place, and needs no second SQL. What is given up is ranking: results come newest first.

use crate::args;
use crate::engine::Tx;
use crate::problem::Result;
use kernel::{Id, Value};
use std::collections::BTreeSet;

/// Words of one search; more of them only narrow.
const WORDS: usize = 8;
/// Words indexed for one thing, each cut to [`LETTERS`].
const MOST: usize = 4_000;
const LETTERS: usize = 64;
/// Keyed words begin so; no folded word does.
const KEYED: &str = "~";
/// The first text after every keyed word.
const AFTER_KEYED: &str = "\u{7f}";

/// Whether words stand in clear in the index or as keyed hashes; and, of a search, whether it may also meet keyed ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    Clear,
    Sealed,
}

/// Makes these the clear, or the sealed, words of a thing, in place of those it had; the other kind stays.
pub fn index<S: AsRef<str>>(tx: &mut Tx, module: &str, subject: &Id, visibility: Visibility, tokens: &[S]) -> Result<()> {
    let own = match visibility {
        Visibility::Clear => "(token < $4 OR token >= $5)",
        Visibility::Sealed => "token >= $4 AND token < $5",
    };
    let sql = format!("DELETE FROM platform_search_tokens WHERE tenant = $1 AND module = $2 AND subject = $3 AND {own}");
    tx.execute(&sql, args![tx.tenant(), module, subject, KEYED, AFTER_KEYED])?;
    let mut words = BTreeSet::new();
    for token in tokens.iter().take(MOST) {
        let token = cut(token.as_ref());
        if !token.is_empty() {
            words.insert(if visibility == Visibility::Sealed { keyed(tx, module, &token)? } else { token });
        }
    }
    let words: Vec<String> = words.into_iter().collect();
    words.chunks(8).try_for_each(|group| insert(tx, module, subject, group))
}

fn insert(tx: &mut Tx, module: &str, subject: &Id, words: &[String]) -> Result<()> {
    let rows: Vec<String> = (0..words.len()).map(|place| format!("($1, $2, $3, ${})", place + 4)).collect();
    let sql = format!("INSERT INTO platform_search_tokens (tenant, module, subject, token) VALUES {}", rows.join(", "));
    let mut values = args![tx.tenant(), module, subject];
    values.extend(words.iter().cloned().map(Value::Text));
    tx.execute(&sql, values)
}

/// Takes a thing out of the search, clear words and sealed: erasure, or a decision to unpublish.
pub fn remove(tx: &mut Tx, module: &str, subject: &Id) -> Result<()> {
    let sql = "DELETE FROM platform_search_tokens WHERE tenant = $1 AND module = $2 AND subject = $3";
    tx.execute(sql, args![tx.tenant(), module, subject])
}

/// The things that hold every word, newest first. A clear word is met by its beginning, from two letters on; a keyed word
/// only whole, and only when `reach` is [`Visibility::Sealed`], so that the public cannot guess at sealed words.
pub fn find<S: AsRef<str>>(tx: &mut Tx, module: &str, reach: Visibility, tokens: &[S], limit: i64) -> Result<Vec<Id>> {
    let words: BTreeSet<String> = tokens.iter().map(|token| cut(token.as_ref())).filter(|token| !token.is_empty()).collect();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut values = args![tx.tenant(), module];
    let mut parts = Vec::new();
    for word in words.iter().take(WORDS) {
        let first = values.len() + 1;
        let end = if word.chars().count() > 1 { format!("{word}\u{10ffff}") } else { format!("{word}\u{1}") };
        values.extend(args![word, end]);
        let mut either = format!("token >= ${first} AND token < ${}", first + 1);
        if reach == Visibility::Sealed {
            either = format!("({either} OR token = ${})", first + 2);
            values.push(Value::Text(keyed(tx, module, word)?));
        }
        parts.push(format!("SELECT subject FROM platform_search_tokens WHERE tenant = $1 AND module = $2 AND {either}"));
    }
    values.push(Value::Int(limit));
    let limit = values.len();
    let sql = format!(
        "SELECT subject FROM ({}) AS found GROUP BY subject ORDER BY subject DESC LIMIT ${limit}",
        parts.join(" INTERSECT ")
    );
    tx.all(&sql, values, |row| row.get("subject"))
}

/// Keyed words would betray the module's other words if one hash served all modules.
fn keyed(tx: &Tx, module: &str, token: &str) -> Result<String> {
    let hash = tx.common.keys.lookup(&tx.tenant(), &format!("search/{module}"), token)?;
    Ok(format!("{KEYED}{hash}"))
}

fn cut(token: &str) -> String {
    token.trim().trim_start_matches(KEYED).chars().take(LETTERS).collect()
}
