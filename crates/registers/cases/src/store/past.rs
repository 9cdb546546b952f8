//! Rows of cases that another system kept, many in a statement.

use super::rows::{self, Keys};
use crate::model::{Audience, Case, EventKind, Sealed};
use kernel::{Id, Moment};
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
    let row = |told: &Told| rows::values(tx, &told.case, &told.sealed, &told.vault, &Keys::default());
    let cases = all.iter().map(row).collect::<Result<Vec<_>>>()?;
    tx.insert_rows(rows::INTO, &cases)?;
    let mut entries = Vec::new();
    for told in all {
        for (place, entry) in told.entries.iter().enumerate() {
            entries.push(entry_row(tx, told, place as i64 + 1, entry)?);
        }
    }
    tx.insert_rows("INSERT INTO cases_events (tenant, case_id, seq, at, actor, kind, audience, data, text)", &entries)
}

fn entry_row(tx: &Tx, told: &Told, seq: i64, entry: &PastEntry) -> Result<Vec<Value>> {
    let seal = |text: &String| told.vault.seal(tx.keys(), &format!("event/{seq}"), text);
    let text = entry.text.as_ref().map(seal).transpose()?;
    let (actor, data) = (tx.actor().to_string(), entry.data.to_string());
    Ok(args![tx.tenant(), told.case.id, seq, entry.at, actor, entry.kind, entry.audience, data, text])
}
