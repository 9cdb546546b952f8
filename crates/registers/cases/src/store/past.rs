//! Rows of cases that another system kept, many in a statement.

use super::flag;
use crate::model::{Audience, Case, EventKind, Sealed};
use kernel::{Id, Moment, Point};
use platform::store::Value;
use platform::store::seal::Vault;
use platform::{Json, Result, Tx, args};

/// A case with all that is written of it.
pub struct Told {
    pub case: Case,
    pub sealed: Sealed,
    pub vault: Vault,
    /// What its timeline says, in order.
    pub entries: Vec<PastEntry>,
}

pub struct PastEntry {
    pub kind: EventKind,
    pub audience: Audience,
    pub at: Moment,
    pub data: Json,
    pub text: Option<String>,
}

/// A new key for the row of a case.
pub fn new_vault(tx: &Tx, id: &Id) -> Result<Vault> {
    tx.keys().new_vault(&tx.tenant(), super::TABLE, id.as_str())
}

pub fn insert(tx: &mut Tx, all: &[Told]) -> Result<()> {
    let cases = all.iter().map(|told| case_row(tx, told)).collect::<Result<Vec<_>>>()?;
    tx.insert_rows(
        "INSERT INTO cases_cases (tenant, id, code, year, number, procedure, procedure_pin, state, phase, unit, area, quarter,
             lat_e6, lon_e6, cell, asset, channel, lang, restricted, hide_author, urgent, publication, public_words, vault,
             words, answers, contact, place_words, pin, received_at, moved_at, updated_at, answered_at, reopened, followers)",
        &cases,
    )?;
    let mut entries = Vec::new();
    for told in all {
        for (place, entry) in told.entries.iter().enumerate() {
            entries.push(entry_row(tx, told, place as i64 + 1, entry)?);
        }
    }
    tx.insert_rows("INSERT INTO cases_events (tenant, case_id, seq, at, actor, kind, audience, data, text)", &entries)
}

fn case_row(tx: &Tx, told: &Told) -> Result<Vec<Value>> {
    let Told { case, sealed, vault, .. } = told;
    let seal = |column: &str, text: &str| vault.seal(tx.keys(), column, text);
    Ok(args![
        tx.tenant(),
        case.id,
        case.code,
        case.year,
        case.number,
        case.procedure,
        case.procedure_pin,
        case.state,
        case.phase,
        case.unit,
        case.area,
        case.quarter,
        case.point.map(Point::lat_e6),
        case.point.map(Point::lon_e6),
        case.point.map(Point::cell),
        case.asset,
        case.channel,
        case.lang.code(),
        flag(case.restricted),
        flag(case.hide_author),
        flag(case.urgent),
        case.publication,
        case.public_words,
        vault.wrapped(),
        seal("words", &sealed.words)?,
        seal("answers", &serde_json::to_string(&sealed.answers)?)?,
        seal("contact", &serde_json::to_string(&sealed.contact)?)?,
        seal("place_words", &sealed.place_words)?,
        seal("pin", &sealed.pin)?,
        case.received_at,
        case.moved_at,
        case.updated_at,
        case.answered_at,
        0_i64,
        0_i64
    ])
}

fn entry_row(tx: &Tx, told: &Told, seq: i64, entry: &PastEntry) -> Result<Vec<Value>> {
    let seal = |text: &String| told.vault.seal(tx.keys(), &format!("event/{seq}"), text);
    let text = entry.text.as_ref().map(seal).transpose()?;
    let (actor, data) = (tx.actor().to_string(), entry.data.to_string());
    Ok(args![tx.tenant(), told.case.id, seq, entry.at, actor, entry.kind, entry.audience, data, text])
}
