//! Receipts and gapless numbers: what was acknowledged is stored, once, for good (reliability.md 3.1 and 3.3).

use crate::args;
use crate::engine::{Row, Tx};
use crate::journal::Head;
use crate::problem::{Problem, Result};
use crate::seal::verify_signature;
use kernel::{Id, Moment, Refusal};
use serde::{Deserialize, Serialize};

/// The verb of the entry that every deposit leaves in the journal; its place there is on the receipt.
pub const RECEIVED: &str = "platform.received";

/// What a door is about to store under a key that the client made.
#[derive(Debug, Clone)]
pub struct Deposit {
    /// UUIDv7 of the form or the `Idempotency-Key` header; kept for ever.
    pub key: Id,
    /// What is deposited, such as `report`.
    pub kind: &'static str,
    /// The register that numbers it, such as `reports`.
    pub register: &'static str,
    /// SHA-256 of the canonical content: the same key with another content is refused.
    pub fingerprint: String,
    /// Addresses of the attachments.
    pub attachments: Vec<String>,
}

/// The proof of a deposit, in the same commit as the deposit itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Receipt {
    pub tenant: String,
    pub register: String,
    pub year: i64,
    pub number: i64,
    pub key: Id,
    pub kind: String,
    /// The id of the row that was created.
    pub subject: Id,
    pub fingerprint: String,
    pub attachments: Vec<String>,
    pub received_at: Moment,
    /// Position of the deposit's own entry in the journal, and the hash that stood before it.
    pub chain_seq: i64,
    pub chain_previous: String,
    /// Durability level: D1 is one fsync on this node.
    pub level: String,
    pub signature: String,
    /// True when this answer repeats an earlier one.
    #[serde(skip)]
    pub replayed: bool,
}

impl Receipt {
    /// The bytes that the commune's key signs.
    pub fn signed_text(&self) -> String {
        format!(
            "jamaa-receipt-1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}",
            self.tenant,
            self.register,
            self.year,
            self.number,
            self.key,
            self.kind,
            self.subject,
            self.fingerprint,
            self.attachments.join(","),
            self.received_at,
            self.chain_seq,
            self.chain_previous,
            self.level
        )
    }
}

impl Receipt {
    /// Whether the commune's published key signed exactly this.
    pub fn is_genuine(&self, public_key: &str) -> bool {
        verify_signature(public_key, self.signed_text().as_bytes(), &self.signature)
    }
}

impl Tx<'_> {
    /// The next number of a register in a year, from 1, without gaps: it commits or vanishes with the action.
    pub fn next_number(&mut self, register: &str, year: i64) -> Result<i64> {
        self.next_numbers(register, year, 1)
    }

    /// The first of so many numbers that follow each other in a register and year.
    pub fn next_numbers(&mut self, register: &str, year: i64, count: i64) -> Result<i64> {
        let last: i64 = self.one(
            "INSERT INTO platform_numbers (tenant, register, year, last) VALUES ($1, $2, $3, $4)
             ON CONFLICT (tenant, register, year) DO UPDATE SET last = platform_numbers.last + excluded.last RETURNING last",
            args![self.tenant(), register, year, count],
            |row| row.get("last"),
        )?;
        Ok(last - count + 1)
    }

    /// Stores once: the first time runs `store` with the number and signs a receipt; the same key and content again
    /// gives the same receipt; the same key with another content is a conflict.
    pub fn deposit(&mut self, deposit: &Deposit, store: impl FnOnce(&mut Tx, i64) -> Result<Id>) -> Result<Receipt> {
        let asked_before = self.absent.as_ref() == Some(&deposit.key);
        if let Some(receipt) = if asked_before { None } else { find(self, &deposit.key)? } {
            if receipt.fingerprint != deposit.fingerprint || receipt.kind != deposit.kind {
                return Err(Problem::Conflict(Refusal::new("platform-key-reused")));
            }
            return Ok(Receipt { replayed: true, ..receipt });
        }
        let year = i64::from(self.today().year());
        let number = self.next_number(deposit.register, year)?;
        let subject = store(self, number)?;
        let Head { seq, hash: previous, .. } = self.head()?.clone();
        let told = serde_json::json!({ "key": deposit.key, "register": deposit.register, "year": year, "number": number });
        self.record(RECEIVED, &subject, &told)?;
        let mut receipt = Receipt {
            tenant: self.tenant().to_string(),
            register: deposit.register.into(),
            year,
            number,
            key: deposit.key.clone(),
            kind: deposit.kind.into(),
            subject,
            fingerprint: deposit.fingerprint.clone(),
            attachments: deposit.attachments.clone(),
            received_at: self.now(),
            chain_seq: seq + 1,
            chain_previous: previous,
            level: "D1".into(),
            signature: String::new(),
            replayed: false,
        };
        receipt.signature = self.common.keys.sign(&self.tenant(), receipt.signed_text().as_bytes())?;
        insert(self, &receipt)?;
        self.absent = None;
        Ok(receipt)
    }
}

fn insert(tx: &mut Tx, receipt: &Receipt) -> Result<()> {
    tx.execute(
        "INSERT INTO platform_receipts (tenant, key, subject, at, body) VALUES ($1, $2, $3, $4, $5)",
        args![tx.tenant(), receipt.key, receipt.subject, receipt.received_at, serde_json::to_string(receipt)?],
    )
}

/// The receipt of a key: stored or not stored, when the answer was lost on the way.
pub fn find(tx: &mut Tx, key: &Id) -> Result<Option<Receipt>> {
    let sql = "SELECT body FROM platform_receipts WHERE tenant = $1 AND key = $2";
    let found = tx.maybe(sql, args![tx.tenant(), key], read)?;
    // Nobody else writes to this commune before the action ends.
    tx.absent = found.is_none().then(|| key.clone());
    Ok(found)
}

/// The receipt of a stored thing.
pub fn of_subject(tx: &mut Tx, subject: &Id) -> Result<Option<Receipt>> {
    tx.maybe("SELECT body FROM platform_receipts WHERE tenant = $1 AND subject = $2", args![tx.tenant(), subject], read)
}

/// Up to `limit` receipts after a key, in key order; a restore walks them, or a sample of them.
pub fn after(tx: &mut Tx, key: &str, limit: i64) -> Result<Vec<Receipt>> {
    let sql = "SELECT body FROM platform_receipts WHERE tenant = $1 AND key > $2 ORDER BY key LIMIT $3";
    tx.all(sql, args![tx.tenant(), key, limit], read)
}

fn read(row: &Row) -> Result<Receipt> {
    Ok(serde_json::from_str(&row.get::<String>("body")?)?)
}
