//! What a store is opened with: where the rows are, the keys, the clock, and the tables of every module.

use super::pg_address::Address;
use crate::clock::Clock;
use crate::facts::Facts;
use crate::problem::{Problem, Result};
use crate::seal::Keys;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the rows are.
#[derive(Clone, PartialEq)]
pub enum Place {
    File(PathBuf),
    Url(String),
}

/// An address may hold a password, which belongs in no log.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File(path) => write!(f, "File({})", path.display()),
            Place::Url(_) => f.write_str("Url(…)"),
        }
    }
}

/// The steps that make and change one module's tables: only ever appended to, numbered by their position from 1.
#[derive(Debug, Clone, Copy)]
pub struct Migrations {
    pub module: &'static str,
    pub steps: &'static [&'static str],
}

/// Everything `migrate` and `Store::open` need.
#[derive(Clone)]
pub struct Setup {
    /// The SQLite file, or PostgreSQL under the owner's address.
    pub place: Place,
    /// PostgreSQL under the application's address; its user is the application role. Without it the program connects
    /// with `place` and takes the role `jamaa_app`.
    pub app_url: Option<String>,
    pub keys: Arc<Keys>,
    pub clock: Clock,
    /// Event name to the job kinds that listen to it.
    pub listeners: HashMap<&'static str, Vec<String>>,
    /// What the modules know of the country, read from its pack.
    pub facts: Arc<Facts>,
    /// Tables that change seldom: what `Tx::remembered` builds from them lives until one of them is written.
    pub reference: Vec<&'static str>,
    /// In floor order; the store's own `platform` tables come first by themselves.
    pub modules: Vec<Migrations>,
}

/// The role that serves when no other is configured.
pub(crate) const APP_ROLE: &str = "jamaa_app";

impl Setup {
    pub fn new(place: Place, keys: Arc<Keys>) -> Self {
        let (clock, listeners) = (Clock::default(), HashMap::new());
        Setup { place, app_url: None, keys, clock, listeners, facts: Arc::default(), reference: Vec::new(), modules: Vec::new() }
    }

    pub(crate) fn serving_place(&self) -> Place {
        self.app_url.clone().map_or_else(|| self.place.clone(), Place::Url)
    }

    pub(crate) fn all_modules(&self) -> Result<Vec<Migrations>> {
        let mut all = vec![crate::tables::PLATFORM];
        all.extend(self.modules.iter().copied());
        for (place, one) in all.iter().enumerate() {
            if all[..place].iter().any(|other| other.module == one.module) {
                return Err(Problem::internal(format!("two modules bring tables as {}", one.module)));
            }
        }
        Ok(all)
    }

    /// The role that tables are granted to.
    pub(crate) fn app_role(&self) -> Result<String> {
        let Some(url) = &self.app_url else { return Ok(APP_ROLE.into()) };
        Ok(Address::parse(url)?.config.get_user().unwrap_or(APP_ROLE).to_owned())
    }
}

/// The file of the rows inside a data folder.
pub fn database_file(data: &Path) -> PathBuf {
    data.join("jamaa.db")
}
