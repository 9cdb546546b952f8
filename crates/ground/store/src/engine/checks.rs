//! What a machine must offer before a store is opened on it; each refusal says what to do.

use super::pg::Session;
use super::setup::Place;
use crate::problem::{Problem, Result};
use kernel::{Refusal, Value};
use std::fs::{File, TryLockError};
use std::path::PathBuf;

/// CVE-2025-8713 (statistics leak rows hidden by row-level security) is fixed from these on.
const OLDEST_POSTGRES: [(i64, i64); 3] = [(15, 14), (16, 10), (17, 6)];
/// Fixed in 3.51.3: committed writes could be lost at a WAL reset with two connections (3.7.0 to 3.51.2).
const OLDEST_SQLITE: i32 = 3_051_003;

/// Runs blocking work on a thread of its own: PostgreSQL's synchronous driver may not be called from an async thread.
pub(crate) fn apart<T: Send>(work: impl FnOnce() -> Result<T> + Send) -> Result<T> {
    std::thread::scope(|scope| scope.spawn(work).join())
        .unwrap_or_else(|_| Err(Problem::internal("a thread of the store panicked")))
}

/// Takes the SQLite file for this process alone, for as long as the returned file lives.
pub(crate) fn lock(place: &Place) -> Result<Option<File>> {
    let Place::File(path) = place else { return Ok(None) };
    let mut name = path.clone().into_os_string();
    name.push(".lock");
    let name = PathBuf::from(name);
    let file = File::options().create(true).truncate(false).write(true).open(&name).map_err(Problem::file(&name))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(Refusal::new("platform-second-server").with("path", path.display()).into()),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

pub(super) fn sqlite_version() -> Result<()> {
    if rusqlite::version_number() >= OLDEST_SQLITE {
        return Ok(());
    }
    Err(Refusal::new("platform-sqlite-old").with("found", rusqlite::version()).with("needed", "3.51.3").into())
}

/// Newer majors than we know were made after the fix.
fn supported(major: i64, minor: i64) -> bool {
    let newest = OLDEST_POSTGRES.iter().map(|(known, _)| *known).max().unwrap_or(0);
    major > newest || OLDEST_POSTGRES.iter().any(|(known, oldest)| *known == major && minor >= *oldest)
}

/// Version, encoding and the order of text: all that the same SQL needs to mean the same here.
pub(super) fn postgres_server(session: &mut Session) -> Result<()> {
    let rows = session.query("SELECT CAST(current_setting('server_version_num') AS BIGINT) AS n", &[])?;
    let number: i64 = rows.first().ok_or_else(|| Problem::internal("no version"))?.get("n")?;
    let (major, minor) = (number / 10_000, number % 10_000);
    if !supported(major, minor) {
        let refusal = Refusal::new("platform-postgres-old").with("found", format!("{major}.{minor}"));
        return Err(refusal.with("needed", "15.14, 16.10, 17.6").into());
    }
    let sql = "SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, CAST(datlocprovider AS TEXT) AS provider
               FROM pg_database WHERE datname = current_database()";
    let rows = session.query(sql, &[])?;
    let row = rows.first().ok_or_else(|| Problem::internal("no database"))?;
    let (encoding, collate, provider): (String, String, String) =
        (row.get("encoding")?, row.get("datcollate")?, row.get("provider")?);
    if encoding != "UTF8" {
        return Err(Refusal::new("platform-postgres-encoding").with("found", encoding).into());
    }
    // Text moments and codes are compared as text; only these orders are bytewise.
    if provider == "i" || !matches!(collate.as_str(), "C" | "POSIX" | "C.UTF-8" | "C.utf8") {
        return Err(Refusal::new("platform-postgres-collation").with("found", collate).into());
    }
    Ok(())
}

/// Refuses to serve as a role that row-level security does not bind, or that owns the tables.
pub(super) fn postgres_role(session: &mut Session) -> Result<()> {
    let sql = "SELECT current_user AS name,
                      CASE WHEN rolsuper OR rolbypassrls THEN 1 ELSE 0 END AS above,
                      (SELECT COUNT(*) FROM pg_class WHERE relname = $1 AND relowner = pg_roles.oid) AS owned
               FROM pg_roles WHERE rolname = current_user";
    let rows = session.query(sql, &[Value::Text("platform_heads".into())])?;
    let row = rows.first().ok_or_else(|| Problem::internal("no role"))?;
    let (name, above, owned): (String, i64, i64) = (row.get("name")?, row.get("above")?, row.get("owned")?);
    if above + owned == 0 { Ok(()) } else { Err(Refusal::new("platform-postgres-role").with("role", name).into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn servers_older_than_the_fix_are_refused() {
        for (major, minor) in [(9, 6), (14, 19), (15, 13), (16, 9), (17, 5)] {
            assert!(!supported(major, minor), "{major}.{minor}");
        }
        for (major, minor) in [(15, 14), (15, 18), (16, 10), (17, 6), (18, 0), (19, 1)] {
            assert!(supported(major, minor), "{major}.{minor}");
        }
    }

    #[test]
    fn the_sqlite_inside_the_program_is_new_enough() {
        sqlite_version().unwrap();
    }
}
