//! The journal: one hash chain per commune, written in the commit of the act it tells.

use crate::args;
use crate::engine::{Row, Tx, tx::Conn};
use crate::problem::{Problem, Result};
use crate::seal::{hex_sha256, verify_signature};
use kernel::{Day, Moment, Refusal, Value};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub use crate::dump::{Broken, Verified, dump, verify_dump};

/// Hash before the first entry.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The verb of a recorded look at a person's file.
pub const LOOKED: &str = "platform.looked";

/// One act: who did what to which thing, when. The summary holds ids and codes, never persons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub seq: i64,
    pub at: Moment,
    pub actor: String,
    pub verb: String,
    pub subject: String,
    pub summary: String,
    pub hash: String,
}

impl Entry {
    /// SHA-256 over the previous hash and every field, each preceded by its length so that none can flow into the next.
    pub fn expected_hash(&self, previous: &str) -> String {
        let at = self.at.to_string();
        let seq = self.seq.to_string();
        let mut text = String::with_capacity(256);
        for part in [previous, &seq, &at, &self.actor, &self.verb, &self.subject, &self.summary] {
            text.push_str(&part.len().to_string());
            text.push(':');
            text.push_str(part);
        }
        hex_sha256(text.as_bytes())
    }
}

/// The end of a commune's chain as a transaction sees it, with what stands in the same row.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: String,
    /// Changes with the reference tables; see `memory`.
    pub(crate) edition: Arc<str>,
}

impl Default for Head {
    fn default() -> Self {
        Head { seq: 0, hash: GENESIS.into(), edition: "".into() }
    }
}

impl Head {
    pub(crate) fn read(row: &Row) -> Result<Head> {
        Ok(Head { seq: row.get("seq")?, hash: row.get("hash")?, edition: row.get::<String>("edition")?.into() })
    }
}

impl Tx<'_> {
    /// Appends an act to the commune's chain. `verb` is `module.past_tense`; the summary must not hold personal data.
    pub fn record(&mut self, verb: &str, subject: impl std::fmt::Display, summary: &impl Serialize) -> Result<()> {
        let summary = serde_json::to_string(summary)?;
        let (at, actor) = (self.now(), self.actor().to_string());
        let head = self.head()?;
        let mut entry =
            Entry { seq: head.seq + 1, at, actor, verb: verb.into(), subject: subject.to_string(), summary, hash: String::new() };
        entry.hash = entry.expected_hash(&head.hash);
        (head.seq, head.hash) = (entry.seq, entry.hash.clone());
        self.fresh.push(entry);
        Ok(())
    }

    /// Like [`Tx::record`], but a second time for the same verb and subject does nothing. Says whether it was the first.
    pub fn record_once(&mut self, verb: &str, subject: impl std::fmt::Display, summary: &impl Serialize) -> Result<bool> {
        let subject = subject.to_string();
        let first = self.changed(
            "INSERT INTO platform_marks (tenant, verb, subject, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            args![self.tenant(), verb, subject, self.now()],
        )? == 1;
        if first {
            self.record(verb, subject, summary)?;
        }
        Ok(first)
    }

    /// Records that this actor looked at a person's file, for its owner to see. The reason is a code or the id of a case,
    /// never a person. It commits before the file is shown, in the action or after a [`crate::Store::look`]; a file that was not
    /// noted is not shown.
    pub fn look(&mut self, subject: impl std::fmt::Display, reason: &str) -> Result<()> {
        self.record(LOOKED, subject, &serde_json::json!({ "reason": reason }))
    }

    /// The looks that a question left, for a commit of their own.
    pub(crate) fn take_looks(&mut self) -> Vec<Entry> {
        let (looks, rest) = std::mem::take(&mut self.fresh).into_iter().partition(|entry| entry.verb == LOOKED);
        self.fresh = rest;
        looks
    }

    /// Appends what another transaction of the same actor noted.
    pub(crate) fn record_noted(&mut self, noted: &Entry) -> Result<()> {
        let summary: serde_json::Value = serde_json::from_str(&noted.summary)?;
        self.record(&noted.verb, &noted.subject, &summary)
    }

    /// How many entries the chain has, this transaction's own included.
    pub fn journal_length(&mut self) -> Result<i64> {
        Ok(self.head()?.seq)
    }

    /// The end of the chain, this transaction's own entries included.
    pub(crate) fn head(&mut self) -> Result<&mut Head> {
        if self.head.is_none() {
            let sql = "SELECT seq, hash, edition FROM platform_heads WHERE tenant = $1";
            self.head = Some(self.maybe(sql, args![self.tenant()], Head::read)?.unwrap_or_default());
        }
        self.head.as_mut().ok_or_else(|| Problem::internal("no head"))
    }
}

pub(crate) fn flush(tx: &mut Tx) -> Result<()> {
    let fresh = std::mem::take(&mut tx.fresh);
    if fresh.is_empty() {
        return Ok(());
    }
    let (tenant, head) = (tx.tenant(), tx.head()?.clone());
    let rows: Vec<Vec<Value>> = fresh
        .iter()
        .map(|entry| args![tenant, entry.seq, entry.at, entry.actor, entry.verb, entry.subject, entry.summary, entry.hash])
        .collect();
    tx.insert_rows("INSERT INTO platform_journal (tenant, seq, at, actor, verb, subject, summary, hash)", &rows)?;
    // On PostgreSQL once for all the actions of a commit.
    if tx.is_postgres() { Ok(()) } else { write_head(&mut tx.conn, &tenant, &head) }
}

/// Writes where the commune's chain ends. Nobody waits for it.
pub(crate) fn write_head(conn: &mut Conn, tenant: &str, head: &Head) -> Result<()> {
    let sql = "INSERT INTO platform_heads (tenant, seq, hash) VALUES ($1, $2, $3)
               ON CONFLICT (tenant) DO UPDATE SET seq = excluded.seq, hash = excluded.hash";
    conn.execute_later(sql, args![tenant, head.seq, head.hash])
}

/// Entries after `seq`, oldest first, at most `limit`.
pub fn entries_after(tx: &mut Tx, seq: i64, limit: i64) -> Result<Vec<Entry>> {
    let sql = "SELECT seq, at, actor, verb, subject, summary, hash FROM platform_journal
               WHERE tenant = $1 AND seq > $2 ORDER BY seq LIMIT $3";
    tx.all(sql, args![tx.tenant(), seq, limit], read_entry)
}

/// What a reader of the journal asks for; every part that is set narrows the list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// A verb, or its beginning: `cases.` for a whole module.
    pub verb: Option<String>,
    pub subject: Option<String>,
    pub actor: Option<String>,
    pub day: Option<Day>,
}

/// Entries before `seq` that were asked for, newest first. Only what was asked stands in the SQL, so that indexes serve it.
pub fn entries_before(tx: &mut Tx, asked: &Asked, seq: Option<i64>, limit: i64) -> Result<Vec<Entry>> {
    let mut conditions = String::from("tenant = $1");
    let mut values = args![tx.tenant()];
    let mut narrow = |condition: &str, value: Vec<Value>| {
        values.extend(value);
        conditions.push_str(&format!(" AND {}", condition.replace('?', &format!("${}", values.len()))));
    };
    if let Some(seq) = seq {
        narrow("seq < ?", args![seq]);
    }
    if let Some(verb) = &asked.verb {
        narrow("substr(verb, 1, length(?)) = ?", args![verb]);
    }
    if let Some(subject) = &asked.subject {
        narrow("subject = ?", args![subject]);
    }
    if let Some(actor) = &asked.actor {
        narrow("actor = ?", args![actor]);
    }
    if let Some(day) = asked.day {
        narrow("at >= ?", args![day.start()]);
        narrow("at < ?", args![day.next().start()]);
    }
    let sql = format!(
        "SELECT seq, at, actor, verb, subject, summary, hash FROM platform_journal
         WHERE {conditions} ORDER BY seq DESC LIMIT {limit}"
    );
    tx.all(&sql, values, read_entry)
}

/// One entry by its number; `NotFound` beyond the end.
pub fn entry(tx: &mut Tx, seq: i64) -> Result<Entry> {
    let sql = "SELECT seq, at, actor, verb, subject, summary, hash FROM platform_journal WHERE tenant = $1 AND seq = $2";
    tx.one(sql, args![tx.tenant(), seq], read_entry)
}

/// What happened to one thing, newest first.
pub fn entries_about(tx: &mut Tx, subject: &str, limit: i64) -> Result<Vec<Entry>> {
    let sql = "SELECT seq, at, actor, verb, subject, summary, hash FROM platform_journal
               WHERE tenant = $1 AND subject = $2 ORDER BY seq DESC LIMIT $3";
    tx.all(sql, args![tx.tenant(), subject, limit], read_entry)
}

fn read_entry(row: &Row) -> Result<Entry> {
    Ok(Entry {
        seq: row.get("seq")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        verb: row.get("verb")?,
        subject: row.get("subject")?,
        summary: row.get("summary")?,
        hash: row.get("hash")?,
    })
}

/// Looks at this thing, newest first: who looked at whose file, and why.
pub fn looks_at(tx: &mut Tx, subject: &str, limit: i64) -> Result<Vec<Entry>> {
    let sql = "SELECT seq, at, actor, verb, subject, summary, hash FROM platform_journal
               WHERE tenant = $1 AND subject = $2 AND verb = $3 ORDER BY seq DESC LIMIT $4";
    tx.all(sql, args![tx.tenant(), subject, LOOKED, limit], read_entry)
}

/// Looks at a subject by when they were, newest first, before a place in that order: a moment and a number.
pub fn looks_before(tx: &mut Tx, subject: &str, before: Option<(Moment, i64)>, limit: i64) -> Result<Vec<Entry>> {
    let sql = "SELECT seq, at, actor, verb, subject, summary, hash FROM platform_journal
               WHERE tenant = $1 AND subject = $2 AND verb = $3
               AND (CAST($4 AS TEXT) IS NULL OR at < $4 OR (at = $4 AND seq < $5)) ORDER BY at DESC, seq DESC LIMIT $6";
    let (at, seq) = (before.map(|(at, _)| at), before.map(|(_, seq)| seq));
    tx.all(sql, args![tx.tenant(), subject, LOOKED, at, seq, limit], read_entry)
}

/// The end of the chain on one day, signed with the commune's key and published: nobody can rewrite what came before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SignedHead {
    pub day: Day,
    pub seq: i64,
    pub hash: String,
    pub signature: String,
}

impl SignedHead {
    fn signed_text(&self, tenant: &str) -> String {
        format!("jamaa-head-1\n{tenant}\n{}\n{}\n{}", self.day, self.seq, self.hash)
    }

    /// Whether the commune's published key signed this head.
    pub fn is_genuine(&self, tenant: &str, public_key: &str) -> bool {
        verify_signature(public_key, self.signed_text(tenant).as_bytes(), &self.signature)
    }
}

/// Signs the head of today, once a day. `None` when it is signed already, or when nothing was ever recorded.
pub fn sign_head(tx: &mut Tx) -> Result<Option<SignedHead>> {
    let (tenant, Head { seq, hash, .. }) = (tx.tenant(), tx.head()?.clone());
    if seq == 0 {
        return Ok(None);
    }
    let mut head = SignedHead { day: tx.today(), seq, hash, signature: String::new() };
    head.signature = tx.common.keys.sign(&tenant, head.signed_text(&tenant).as_bytes())?;
    let fresh = tx.changed(
        "INSERT INTO platform_signed_heads (tenant, day, seq, hash, signature) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant, day) DO NOTHING",
        args![tenant, head.day, head.seq, head.hash, head.signature],
    )?;
    Ok((fresh == 1).then_some(head))
}

/// Every signed head of the commune, oldest first.
pub fn signed_heads(tx: &mut Tx) -> Result<Vec<SignedHead>> {
    let sql = "SELECT day, seq, hash, signature FROM platform_signed_heads WHERE tenant = $1 ORDER BY day";
    tx.all(sql, args![tx.tenant()], |row| {
        Ok(SignedHead { day: row.get("day")?, seq: row.get("seq")?, hash: row.get("hash")?, signature: row.get("signature")? })
    })
}

/// Walks the chain from the first entry, and compares its end with the recorded head and each signed head with its entry.
/// Returns how many entries hold.
pub fn verify(tx: &mut Tx) -> Result<i64> {
    let (mut seq, mut hash) = (0, GENESIS.to_owned());
    let mut signed = signed_heads(tx)?;
    let public_key = tx.common.keys.public_key(&tx.tenant())?;
    if signed.iter().any(|head| !head.is_genuine(&tx.tenant(), &public_key)) {
        return Err(broken(tx, seq));
    }
    loop {
        let entries = entries_after(tx, seq, 1_000)?;
        if entries.is_empty() {
            break;
        }
        for entry in entries {
            if entry.seq != seq + 1 || entry.expected_hash(&hash) != entry.hash {
                return Err(broken(tx, seq + 1));
            }
            (seq, hash) = (entry.seq, entry.hash);
            if signed.iter().any(|head| head.seq == seq && head.hash != hash) {
                return Err(broken(tx, seq));
            }
            signed.retain(|head| head.seq != seq);
        }
    }
    tx.head = None;
    let head = tx.head()?;
    if head.seq == seq && head.hash == hash && signed.is_empty() { Ok(seq) } else { Err(broken(tx, seq + 1)) }
}

fn broken(tx: &Tx, seq: i64) -> crate::Problem {
    Refusal::new("platform-journal-broken").with("tenant", tx.tenant()).with("where", seq).into()
}
