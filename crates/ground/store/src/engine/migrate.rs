//! Bringing the tables of a store to what the program needs, and refusing a store that does not match it.

use super::checks;
use super::dialect::{for_postgres, for_sqlite, quoted, statements};
use super::pg::Session;
use super::planner;
use super::setup::{Migrations, Place, Setup};
use super::sqlite;
use super::tx::Conn;
use crate::args;
use crate::problem::{Problem, Result};
use crate::seal::hex_sha256;
use kernel::{Moment, Refusal};
use serde::{Deserialize, Serialize};

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS platform_migrations (module TEXT NOT NULL, step BIGINT NOT NULL,
    checksum TEXT NOT NULL, applied_at TEXT NOT NULL, PRIMARY KEY (module, step))";
const FINGERPRINT: &str = "key_fingerprint";

/// A step that a store has, as its ledger names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Applied {
    pub module: String,
    pub step: i64,
    pub checksum: String,
}

/// A connection outside the store's threads, for migration, backup and loading.
pub(crate) enum Admin {
    Sqlite(rusqlite::Connection),
    Postgres(Box<Session>),
}

struct Pending {
    step: Applied,
    sql: &'static str,
}

/// Applies what is missing, module by module in floor order, one transaction per step. `before` runs first, only when
/// there is something to do on a store that already holds data: the moment for a backup.
pub fn migrate(setup: &Setup, before: impl FnOnce(&Place) -> Result<()> + Send) -> Result<Vec<Applied>> {
    if let Place::File(path) = &setup.place
        && let Some(folder) = path.parent()
    {
        std::fs::create_dir_all(folder).map_err(Problem::file(folder))?;
    }
    let _lock = checks::lock(&setup.place)?;
    let modules = setup.all_modules()?;
    checks::apart(|| migrate_with(&mut Admin::owner(&setup.place)?, setup, &modules, before))
}

pub(crate) fn migrate_with(
    admin: &mut Admin,
    setup: &Setup,
    modules: &[Migrations],
    before: impl FnOnce(&Place) -> Result<()>,
) -> Result<Vec<Applied>> {
    let role = setup.app_role()?;
    let known = if has_table(&mut admin.conn(), "platform_migrations")? { ledger(&mut admin.conn())? } else { Vec::new() };
    let pending = pending(modules, &known)?;
    if !known.is_empty() {
        check_key(&mut admin.conn(), setup)?;
        if !pending.is_empty() {
            before(&setup.place)?;
        }
    }
    admin.prepare(&role)?;
    let now = setup.clock.now();
    for one in &pending {
        admin.apply(one, &role, now)?;
    }
    if let Admin::Sqlite(connection) = admin
        && !planner::is_told(connection)?
    {
        planner::tell(connection)?;
    }
    let sql = "INSERT INTO platform_meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING";
    admin.conn().execute(sql, args![FINGERPRINT, setup.keys.fingerprint()])?;
    Ok(pending.into_iter().map(|one| one.step).collect())
}

/// Whether the store is exactly what this program and key expect. Reads only.
pub(crate) fn check_current(setup: &Setup) -> Result<()> {
    let place = setup.serving_place();
    if matches!(&place, Place::File(path) if !path.exists()) {
        return Err(no_tables(&place));
    }
    let mut admin = Admin::serving(&place)?;
    let mut conn = admin.conn();
    if !has_table(&mut conn, "platform_migrations")? {
        return Err(no_tables(&place));
    }
    let known = ledger(&mut conn)?;
    if let Some(missing) = pending(&setup.all_modules()?, &known)?.first() {
        return Err(Refusal::new("platform-schema-old").with("module", &missing.step.module).into());
    }
    check_key(&mut conn, setup)?;
    check_heads(&mut conn)
}

/// A place where nothing was ever made: perhaps the wrong place.
fn no_tables(place: &Place) -> Problem {
    let place = match place {
        Place::File(path) => path.display().to_string(),
        Place::Url(_) => "PostgreSQL".into(),
    };
    Refusal::new("platform-no-tables").with("place", place).into()
}

/// A store, or a backup, with more steps than the program, or with other ones, is not ours to touch.
pub(crate) fn refuse_other_schema(modules: &[Migrations], known: &[Applied]) -> Result<()> {
    for one in known {
        let steps = modules.iter().find(|m| m.module == one.module).map_or(&[][..], |m| m.steps);
        let Some(sql) = usize::try_from(one.step - 1).ok().and_then(|place| steps.get(place)) else {
            return Err(Refusal::new("platform-schema-newer").with("module", &one.module).with("step", one.step).into());
        };
        if checksum(sql) != one.checksum {
            return Err(Refusal::new("platform-migration-changed").with("module", &one.module).with("step", one.step).into());
        }
    }
    Ok(())
}

/// What the program has and the store has not.
fn pending(modules: &[Migrations], known: &[Applied]) -> Result<Vec<Pending>> {
    refuse_other_schema(modules, known)?;
    let mut missing = Vec::new();
    for module in modules {
        for (place, &sql) in module.steps.iter().enumerate() {
            let step = place as i64 + 1;
            if !known.iter().any(|one| one.module == module.module && one.step == step) {
                let step = Applied { module: module.module.into(), step, checksum: checksum(sql) };
                missing.push(Pending { step, sql });
            }
        }
    }
    Ok(missing)
}

/// Spaces at the ends and of indentation are not a change of meaning.
fn checksum(sql: &str) -> String {
    let words: Vec<&str> = sql.split_whitespace().collect();
    hex_sha256(words.join(" ").as_bytes())
}

pub(crate) fn ledger(conn: &mut Conn) -> Result<Vec<Applied>> {
    let rows = conn.query("SELECT module, step, checksum FROM platform_migrations ORDER BY module, step", Vec::new())?;
    rows.iter()
        .map(|row| Ok(Applied { module: row.get("module")?, step: row.get("step")?, checksum: row.get("checksum")? }))
        .collect()
}

fn has_table(conn: &mut Conn, name: &str) -> Result<bool> {
    let sql = match conn {
        Conn::Sqlite(_) => "SELECT COUNT(*) AS n FROM sqlite_master WHERE type = 'table' AND name = $1",
        Conn::Postgres(_) => "SELECT COUNT(*) AS n FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1",
    };
    let rows = conn.query(sql, args![name])?;
    Ok(rows.first().map(|row| row.get::<i64>("n")).transpose()? == Some(1))
}

/// Every table with rows of communes or modules, in the order they were made: a table refers only to earlier ones.
pub(crate) fn tables(conn: &mut Conn) -> Result<Vec<String>> {
    let sql = match conn {
        Conn::Sqlite(_) => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
             AND name <> 'platform_migrations' ORDER BY rowid"
        }
        Conn::Postgres(_) => {
            "SELECT CAST(c.relname AS TEXT) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = current_schema() AND c.relkind = 'r' AND c.relname <> 'platform_migrations' ORDER BY c.oid"
        }
    };
    conn.query(sql, Vec::new())?.iter().map(|row| row.get("name")).collect()
}

fn check_key(conn: &mut Conn, setup: &Setup) -> Result<()> {
    if !has_table(conn, "platform_meta")? {
        return Ok(());
    }
    let rows = conn.query("SELECT value FROM platform_meta WHERE key = $1", args![FINGERPRINT])?;
    let Some(stored) = rows.first().map(|row| row.get::<String>("value")).transpose()? else { return Ok(()) };
    let ours = setup.keys.fingerprint();
    if stored == ours {
        return Ok(());
    }
    Err(Refusal::new("platform-key-wrong").with("expected", stored).with("found", ours).into())
}

/// The end of every chain is where its head says it is.
fn check_heads(conn: &mut Conn) -> Result<()> {
    let sql = "SELECT h.tenant AS tenant FROM platform_heads h
               LEFT JOIN platform_journal j ON j.tenant = h.tenant AND j.seq = h.seq
               WHERE h.seq > 0 AND (j.hash IS NULL OR j.hash <> h.hash) LIMIT 1";
    match conn.query(sql, Vec::new())?.first() {
        None => Ok(()),
        Some(row) => Err(Refusal::new("platform-journal-broken").with("where", row.get::<String>("tenant")?).into()),
    }
}

impl Admin {
    /// As the one who may change tables.
    pub(crate) fn owner(place: &Place) -> Result<Admin> {
        match place {
            Place::File(path) => {
                checks::sqlite_version()?;
                Ok(Admin::Sqlite(sqlite::connect_writer(path)?))
            }
            Place::Url(url) => {
                let mut session = Session::connect(url)?;
                checks::postgres_server(&mut session)?;
                // A store may belong to a role that row-level security binds; the owner works for all communes.
                session.batch("SET app.tenant = '*'; SET lock_timeout = '10s'")?;
                Ok(Admin::Postgres(Box::new(session)))
            }
        }
    }

    /// As the serving program, across communes.
    fn serving(place: &Place) -> Result<Admin> {
        match place {
            Place::File(path) => {
                checks::sqlite_version()?;
                Ok(Admin::Sqlite(sqlite::connect_writer(path)?))
            }
            Place::Url(url) => {
                let mut session = Session::connect_serving(url)?;
                checks::postgres_server(&mut session)?;
                checks::postgres_role(&mut session)?;
                session.batch("SET app.tenant = '*'")?;
                Ok(Admin::Postgres(Box::new(session)))
            }
        }
    }

    pub(crate) fn conn(&mut self) -> Conn<'_> {
        match self {
            Admin::Sqlite(connection) => Conn::Sqlite(connection),
            Admin::Postgres(session) => Conn::Postgres(session),
        }
    }

    /// The ledger, and on PostgreSQL the role that will serve.
    fn prepare(&mut self, role: &str) -> Result<()> {
        let mut conn = self.conn();
        let Conn::Postgres(session) = &mut conn else { return conn.batch(&for_sqlite(LEDGER)) };
        session.make_role(role)?;
        let (ledger, role) = (LEDGER, quoted(role));
        let grants = format!("GRANT SELECT ON platform_migrations TO {role}");
        let schema = "DO $$ BEGIN EXECUTE format('GRANT USAGE ON SCHEMA %I TO ROLE', current_schema()); END $$";
        let schema = schema.replace("ROLE", &role.replace('\'', "''"));
        session.batch(&format!("{ledger}; {grants}; {schema}"))
    }

    fn apply(&mut self, pending: &Pending, role: &str, now: Moment) -> Result<()> {
        let (mut conn, step) = (self.conn(), &pending.step);
        conn.batch(match conn {
            Conn::Sqlite(_) => "BEGIN IMMEDIATE",
            Conn::Postgres(_) => "BEGIN; LOCK TABLE platform_migrations IN EXCLUSIVE MODE",
        })?;
        let outcome = apply_within(&mut conn, pending, role, now);
        match outcome {
            Ok(()) => conn.batch("COMMIT"),
            Err(problem) => {
                conn.batch("ROLLBACK")?;
                tracing::error!(module = step.module, step = step.step, ?problem, "migration step failed");
                Err(problem)
            }
        }
    }
}

fn apply_within(conn: &mut Conn, pending: &Pending, role: &str, now: Moment) -> Result<()> {
    let step = &pending.step;
    let sql = "SELECT step FROM platform_migrations WHERE module = $1 AND step = $2";
    if !conn.query(sql, args![step.module, step.step])?.is_empty() {
        return Ok(()); // another program of the same version was faster
    }
    for statement in statements(pending.sql) {
        match conn {
            Conn::Sqlite(_) => conn.batch(&for_sqlite(&statement))?,
            Conn::Postgres(_) => for_postgres(&statement, role).iter().try_for_each(|one| conn.batch(one))?,
        }
    }
    let sql = "INSERT INTO platform_migrations (module, step, checksum, applied_at) VALUES ($1, $2, $3, $4)";
    conn.execute(sql, args![step.module, step.step, step.checksum, now])?;
    Ok(())
}
