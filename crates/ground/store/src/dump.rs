//! The journal as a file that anyone can check: no database, no program state, only the commune's published key.

use crate::engine::Tx;
use crate::journal::{Entry, GENESIS, SignedHead, entries_after, signed_heads};
use crate::problem::{Problem, Result};
use crate::seal::verify_signature;
use kernel::Moment;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;
use std::io::{BufRead, Write};

const FORMAT: &str = "jamaa-journal-1";

/// One line of the file: the header, the signed heads, the entries in order, and the signed end.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "lowercase")]
enum Line {
    Journal { format: String, tenant: String, public_key: String, at: Moment },
    Head(SignedHead),
    Entry(Entry),
    End { seq: i64, hash: String, signature: String },
}

/// What a good file says. Whoever checks it compares `public_key` with the one the commune publishes.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    pub tenant: String,
    pub public_key: String,
    /// When the file was written.
    pub at: Moment,
    pub entries: i64,
    pub signed_heads: usize,
    /// Hash of the last entry.
    pub head: String,
}

/// Where a file stops being the commune's journal.
#[derive(Debug, Clone, PartialEq)]
pub enum Broken {
    /// The line is not one of ours, or stands where it may not.
    Unreadable { line: usize },
    /// This entry was changed, or one before it was removed, added or moved.
    Entry { seq: i64 },
    /// The head signed on this day does not agree with the entries.
    Head { day: String },
    /// The file ends before the journal did.
    Truncated { seq: i64 },
    /// The end is not signed by the key of the file.
    Signature,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Unreadable { line } => write!(f, "unreadable line {line}"),
            Broken::Entry { seq } => write!(f, "entry {seq} does not follow"),
            Broken::Head { day } => write!(f, "signed head of {day} does not agree"),
            Broken::Truncated { seq } => write!(f, "cut short after entry {seq}"),
            Broken::Signature => f.write_str("the end is not signed by this key"),
        }
    }
}

/// Writes the whole journal of this commune, line by line.
pub fn dump(tx: &mut Tx, out: &mut impl Write) -> Result<()> {
    let tenant = tx.tenant().to_string();
    let public_key = tx.common.keys.public_key(&tenant)?;
    write_line(out, &Line::Journal { format: FORMAT.into(), tenant: tenant.clone(), public_key, at: tx.now() })?;
    for head in signed_heads(tx)? {
        write_line(out, &Line::Head(head))?;
    }
    let (mut seq, mut hash) = (0, GENESIS.to_owned());
    loop {
        let page = entries_after(tx, seq, 1_000)?;
        let Some(last) = page.last() else { break };
        (seq, hash) = (last.seq, last.hash.clone());
        for entry in page {
            write_line(out, &Line::Entry(entry))?;
        }
    }
    let signature = tx.common.keys.sign(&tenant, end_text(&tenant, tx.now(), seq, &hash).as_bytes())?;
    write_line(out, &Line::End { seq, hash, signature })?;
    Ok(out.flush()?)
}

fn write_line(out: &mut impl Write, line: &Line) -> Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    Ok(out.write_all(b"\n")?)
}

fn end_text(tenant: &str, at: Moment, seq: i64, hash: &str) -> String {
    format!("{FORMAT}\n{tenant}\n{at}\n{seq}\n{hash}")
}

/// Walks a dump from its first entry to its signed end.
pub fn verify_dump(file: impl BufRead) -> Result<Verified, Broken> {
    let mut lines = file.lines().enumerate().map(|(place, text)| read_line(place + 1, text));
    let Some((_, Line::Journal { format, tenant, public_key, at })) = lines.next().transpose()? else {
        return Err(Broken::Unreadable { line: 1 });
    };
    if format != FORMAT {
        return Err(Broken::Unreadable { line: 1 });
    }
    let mut walk = Walk { tenant, public_key, at, heads: HashMap::new(), found: 0, seq: 0, hash: GENESIS.to_owned() };
    for line in lines {
        match line? {
            (_, Line::Head(head)) if walk.seq == 0 => walk.expect(head)?,
            (_, Line::Entry(entry)) => walk.step(&entry)?,
            (_, Line::End { seq, hash, signature }) => return walk.end(seq, &hash, &signature),
            (place, _) => return Err(Broken::Unreadable { line: place }),
        }
    }
    Err(Broken::Truncated { seq: walk.seq })
}

fn read_line(place: usize, text: std::io::Result<String>) -> Result<(usize, Line), Broken> {
    let line = text.ok().and_then(|text| serde_json::from_str(&text).ok());
    line.map(|line| (place, line)).ok_or(Broken::Unreadable { line: place })
}

struct Walk {
    tenant: String,
    public_key: String,
    at: Moment,
    heads: HashMap<i64, Vec<SignedHead>>,
    found: usize,
    seq: i64,
    hash: String,
}

impl Walk {
    fn expect(&mut self, head: SignedHead) -> Result<(), Broken> {
        if !head.is_genuine(&self.tenant, &self.public_key) {
            return Err(Broken::Head { day: head.day.to_string() });
        }
        self.heads.entry(head.seq).or_default().push(head);
        Ok(())
    }

    fn step(&mut self, entry: &Entry) -> Result<(), Broken> {
        if entry.seq != self.seq + 1 || entry.expected_hash(&self.hash) != entry.hash {
            return Err(Broken::Entry { seq: self.seq + 1 });
        }
        (self.seq, self.hash) = (entry.seq, entry.hash.clone());
        for head in self.heads.remove(&self.seq).unwrap_or_default() {
            if head.hash != self.hash {
                return Err(Broken::Head { day: head.day.to_string() });
            }
            self.found += 1;
        }
        Ok(())
    }

    fn end(self, seq: i64, hash: &str, signature: &str) -> Result<Verified, Broken> {
        if !verify_signature(&self.public_key, end_text(&self.tenant, self.at, seq, hash).as_bytes(), signature) {
            return Err(Broken::Signature);
        }
        if (seq, hash) != (self.seq, self.hash.as_str()) || !self.heads.is_empty() {
            return Err(Broken::Truncated { seq: self.seq });
        }
        let Walk { tenant, public_key, at, found, hash, .. } = self;
        Ok(Verified { tenant, public_key, at, entries: seq, signed_heads: found, head: hash })
    }
}

impl From<Broken> for Problem {
    fn from(broken: Broken) -> Self {
        kernel::Refusal::new("platform-journal-broken").with("where", broken).into()
    }
}
