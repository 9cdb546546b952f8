//! What every action reads and communes seldom change, kept in memory: units, quarters, holidays, settings.
//!
//! A module declares such tables as reference tables. A write to one of them gives the commune a new edition in the same
//! commit; what was built under another edition is not used again, on any machine.

use crate::args;
use crate::engine::{EVERYWHERE, Tx};
use crate::journal::GENESIS;
use crate::problem::Result;
use kernel::Id;
use std::any::{Any, TypeId};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, RwLock};

/// Values kept at most; beyond that all are forgotten together and built again as they are asked for.
const MOST: usize = 8_192;

/// The store's own tables of this kind.
const OWN: [&str; 2] = ["platform_settings", "platform_tenants"];

type Key = (Arc<str>, TypeId, String);
type Kept = (Arc<str>, Arc<dyn Any + Send + Sync>);

pub(crate) struct Memory {
    tables: HashSet<&'static str>,
    kept: RwLock<HashMap<Key, Kept>>,
}

impl Memory {
    pub(crate) fn new(tables: impl IntoIterator<Item = &'static str>) -> Self {
        Memory { tables: tables.into_iter().chain(OWN).collect(), kept: RwLock::default() }
    }

    pub(crate) fn is_changed_by(&self, sql: &str) -> bool {
        written_table(sql).is_some_and(|table| self.tables.contains(table))
    }

    fn find<T: Any + Send + Sync>(&self, key: &Key, edition: &str) -> Option<Arc<T>> {
        let kept = self.kept.read().ok()?;
        let (of, value) = kept.get(key)?;
        (**of == *edition).then(|| value.clone().downcast().ok()).flatten()
    }

    fn keep<T: Any + Send + Sync>(&self, key: Key, edition: Arc<str>, value: &Arc<T>) {
        if let Ok(mut kept) = self.kept.write() {
            if kept.len() >= MOST {
                kept.clear();
            }
            kept.insert(key, (edition, value.clone()));
        }
    }
}

/// What one transaction has read of a table, or of several, by an id, until it writes there.
#[derive(Default)]
pub(crate) struct Once(HashMap<&'static [&'static str], Answers>);

/// What was asked of these tables, by what is read and of which id.
type Answers = HashMap<(TypeId, Id), Box<dyn Any>>;

impl Once {
    pub(crate) fn forget(&mut self, sql: &str) {
        if !self.0.is_empty()
            && let Some(table) = written_table(sql)
        {
            self.0.retain(|tables, _| !tables.contains(&table));
        }
    }
}

/// The table that a statement writes to. Our SQL is written by hand and begins with its verb.
fn written_table(sql: &str) -> Option<&str> {
    let mut words = sql.split_ascii_whitespace();
    match words.next()? {
        "UPDATE" => words.next(),
        "INSERT" | "DELETE" => words.nth(1),
        _ => None,
    }
}

impl Tx<'_> {
    /// A value built from reference tables and the pack alone, with nothing else in it. `of` tells
    /// values of one type apart, such as the day they hold for. An action that has itself changed a reference table builds anew and keeps nothing.
    pub fn remembered<T: Any + Send + Sync>(&mut self, of: &str, build: impl FnOnce(&mut Tx) -> Result<T>) -> Result<Arc<T>> {
        let tenant = self.tenant();
        if &*tenant == EVERYWHERE || self.edited {
            return build(self).map(Arc::new);
        }
        let edition = self.edition()?;
        let key = (tenant, TypeId::of::<T>(), of.to_owned());
        if let Some(found) = self.common.memory.find(&key, &edition) {
            return Ok(found);
        }
        let value = Arc::new(build(self)?);
        self.common.memory.keep(key, edition, &value);
        Ok(value)
    }

    /// What stands in these tables under this id, read once in a transaction however many rooms ask for it, and again after a write
    /// to one of them. Values of one type mean one question.
    pub fn once<T: Any + Clone>(
        &mut self,
        tables: &'static [&'static str],
        id: &Id,
        read: impl FnOnce(&mut Tx) -> Result<T>,
    ) -> Result<T> {
        let key = (TypeId::of::<T>(), id.clone());
        if let Some(known) = self.once.0.get(tables).and_then(|rows| rows.get(&key)).and_then(|row| row.downcast_ref::<T>()) {
            return Ok(known.clone());
        }
        let row = read(self)?;
        self.once.0.entry(tables).or_default().insert(key, Box::new(row.clone()));
        Ok(row)
    }

    /// The mark of the reference tables as this transaction sees them: it changes with each write to one of them.
    pub fn edition(&mut self) -> Result<Arc<str>> {
        Ok(self.head()?.edition.clone())
    }

    /// A fresh id marks the new edition: one that was undone can never be taken for a later one.
    pub(crate) fn edit(&mut self) -> Result<()> {
        let edition = self.new_id().to_string();
        let sql = "INSERT INTO platform_heads (tenant, seq, hash, edition) VALUES ($1, 0, $2, $3)
                   ON CONFLICT (tenant) DO UPDATE SET edition = excluded.edition";
        self.head()?.edition = edition.as_str().into();
        self.execute(sql, args![self.tenant(), GENESIS, edition])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_written_table_is_the_one_after_the_verb() {
        assert_eq!(written_table("INSERT INTO a_x (n) VALUES ($1)"), Some("a_x"));
        assert_eq!(written_table("UPDATE a_x SET n = 1"), Some("a_x"));
        assert_eq!(written_table("\n  DELETE FROM a_x WHERE n = 1"), Some("a_x"));
        assert_eq!(written_table("SELECT 1 FROM a_x"), None);
    }
}
