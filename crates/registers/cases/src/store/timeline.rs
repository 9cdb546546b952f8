//! The timeline of a case: what happened, for whom to see, with the words sealed under the case's own key.

use super::lists::Where;
use crate::model::{Audience, Case, Entry, EventKind};
use kernel::{Id, Moment};
use platform::{Json, Result, Row, Tx, args};

/// Appends an entry. The text is sealed; the data must hold nothing personal.
pub fn add(tx: &mut Tx, case: &Case, kind: EventKind, audience: Audience, data: &Json, text: Option<&str>) -> Result<i64> {
    let sql = "SELECT seq AS n FROM cases_events WHERE tenant = $1 AND case_id = $2 ORDER BY seq DESC LIMIT 1";
    let seq = tx.count(sql, args![tx.tenant(), case.id])? + 1;
    put(tx, case, seq, (kind, audience, tx.now()), data, text)?;
    Ok(seq)
}

/// Appends an entry about something that happened earlier, elsewhere.
pub fn add_past(tx: &mut Tx, case: &Case, (kind, at): (EventKind, Moment), data: &Json) -> Result<()> {
    let sql = "SELECT seq AS n FROM cases_events WHERE tenant = $1 AND case_id = $2 ORDER BY seq DESC LIMIT 1";
    let seq = tx.count(sql, args![tx.tenant(), case.id])? + 1;
    put(tx, case, seq, (kind, Audience::Public, at), data, None)
}

/// The first entries of a case that is being opened: that it came in, and why staff must look at it before anybody else.
pub fn begin(tx: &mut Tx, case: &Case, data: &Json, suspect: Option<&Json>) -> Result<()> {
    put(tx, case, 1, (EventKind::Filed, Audience::Public, tx.now()), data, None)?;
    match suspect {
        Some(why) => put(tx, case, 2, (EventKind::Flagged, Audience::Staff, tx.now()), why, None),
        None => Ok(()),
    }
}

fn put(
    tx: &mut Tx,
    case: &Case,
    seq: i64,
    (kind, audience, at): (EventKind, Audience, Moment),
    data: &Json,
    text: Option<&str>,
) -> Result<()> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let sealed = text.map(|text| vault.seal(tx.keys(), &format!("event/{seq}"), text)).transpose()?;
    tx.execute(
        "INSERT INTO cases_events (tenant, case_id, seq, at, actor, kind, audience, data, text) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![tx.tenant(), case.id, seq, at, tx.actor().to_string(), kind, audience, data.to_string(), sealed],
    )
}

/// How often an action of the procedure was done in the life of a case.
pub fn times(tx: &mut Tx, case: &Id, action: &str) -> Result<i64> {
    let sql = "SELECT data FROM cases_events WHERE tenant = $1 AND case_id = $2 AND kind IN ('moved', 'extended')";
    let done: Vec<Json> = tx.all(sql, args![tx.tenant(), case], |row| Ok(serde_json::from_str(&row.get::<String>("data")?)?))?;
    Ok(done.iter().filter(|data| data["action"] == action).count() as i64)
}

/// The entries that these audiences may see, oldest first.
pub fn of(tx: &mut Tx, case: &Case, audiences: &[Audience]) -> Result<Vec<Entry>> {
    let vault = tx.keys().open_vault(&tx.tenant(), super::TABLE, case.id.as_str(), &case.vault)?;
    let sql = "SELECT * FROM cases_events WHERE tenant = $1 AND case_id = $2 ORDER BY seq";
    let to_staff = audiences.contains(&Audience::Staff);
    let all = tx.all(sql, args![tx.tenant(), case.id], |row| {
        let seq: i64 = row.get("seq")?;
        let sealed: Option<String> = row.get("text")?;
        let entry = read_clear(row)?;
        // What is only proposed is not told before it is signed.
        let sealed = sealed.filter(|_| to_staff || !entry.is_internal());
        Ok(Entry { text: sealed.map(|text| vault.open(&format!("event/{seq}"), &text)).transpose()?, ..entry })
    })?;
    Ok(all.into_iter().filter(|entry| audiences.contains(&entry.audience)).collect())
}

/// The same without the words, for the public part: nothing sealed is opened.
pub fn public(tx: &mut Tx, case: &Case) -> Result<Vec<Entry>> {
    let sql = "SELECT * FROM cases_events WHERE tenant = $1 AND case_id = $2 AND audience = 'public' ORDER BY seq";
    tx.all(sql, args![tx.tenant(), case.id], read_clear)
}

/// The public entries of several cases in a stretch of time, oldest first, for those who follow from outside.
pub fn public_among(tx: &mut Tx, cases: &[Id], from: Moment, until: Moment) -> Result<Vec<(Id, Entry)>> {
    let mut found = Vec::new();
    for some in cases.chunks(500) {
        let mut conditions = Where::tenant(tx);
        conditions.and("audience = 'public' AND at >= ? AND at <= ?", args![from, until]);
        let ids = some.iter().flat_map(|id| args![id]).collect();
        conditions.and(&format!("case_id IN ({})", Where::marks(some.len())), ids);
        let (text, values) = conditions.parts();
        let sql = format!("SELECT * FROM cases_events WHERE {text}");
        found.extend(tx.all(&sql, values, |row| Ok((row.get("case_id")?, read_clear(row)?)))?);
    }
    found.sort_by(|a: &(Id, Entry), b| (a.1.at, &a.0, a.1.seq).cmp(&(b.1.at, &b.0, b.1.seq)));
    Ok(found)
}

fn read_clear(row: &Row) -> Result<Entry> {
    Ok(Entry {
        seq: row.get("seq")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        by: None,
        kind: row.get("kind")?,
        audience: row.get("audience")?,
        data: serde_json::from_str(&row.get::<String>("data")?)?,
        text: None,
    })
}
