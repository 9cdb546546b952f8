//! Throw-away stores for tests: a file in a temporary folder, or a database of its own on a test server.

use crate::engine::{Place, Setup, Store, migrate};
use crate::problem::Result;
use crate::seal::{Keys, hex};
use std::path::Path;
use std::sync::Arc;

/// Address of a PostgreSQL server where tests may make databases, as a superuser.
pub const DATABASE: &str = "JAMAA_TEST_DATABASE";

/// The place of a test's store. It is removed when this is dropped, so keep it longer than the store.
pub struct Temporary {
    pub setup: Setup,
    folder: tempfile::TempDir,
    database: Option<(String, String)>,
}

/// A fresh, empty, unmigrated place: a database on the server at `url`, or a file without one.
pub fn temporary(url: Option<&str>) -> Result<Temporary> {
    let keys = Arc::new(Keys::fresh()?);
    let folder = tempfile::tempdir()?;
    let Some(server) = url else {
        let setup = Setup::new(Place::File(folder.path().join("jamaa.db")), keys);
        return Ok(Temporary { setup, folder, database: None });
    };
    let name = format!("jamaa_test_{}", hex(&keys.random::<8>()?));
    on_server(server, &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"))?;
    let setup = Setup::new(Place::Url(within(server, &name)), keys);
    Ok(Temporary { setup, folder, database: Some((server.to_owned(), name)) })
}

/// One place per engine: always a file, and PostgreSQL too when [`DATABASE`] is set.
pub fn both() -> Result<Vec<Temporary>> {
    let mut places = vec![temporary(None)?];
    if let Ok(url) = std::env::var(DATABASE) {
        places.push(temporary(Some(&url))?);
    }
    Ok(places)
}

/// A migrated, open store per engine, with the place to keep beside it.
pub fn open_both() -> Result<Vec<(Temporary, Store)>> {
    both()?.into_iter().map(|place| place.open().map(|store| (place, store))).collect()
}

impl Temporary {
    /// Migrates and opens.
    pub fn open(&self) -> Result<Store> {
        migrate(&self.setup, |_| Ok(()))?;
        Store::open(self.setup.clone())
    }

    /// An empty folder for files and backups.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.database
            && let Err(problem) = on_server(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        {
            tracing::warn!(?problem, name, "a test database stays behind");
        }
    }
}

fn on_server(server: &str, sql: &str) -> Result<()> {
    crate::engine::checks::apart(|| crate::engine::pg::Session::connect(server)?.batch(sql))
}

/// The server's address with another database.
fn within(server: &str, database: &str) -> String {
    let (head, options) = server.split_once('?').map_or((server, String::new()), |(head, rest)| (head, format!("?{rest}")));
    let start = head.find("://").map_or(0, |place| place + 3);
    let end = head[start..].find('/').map_or(head.len(), |place| start + place);
    format!("{}/{database}{options}", &head[..end])
}
