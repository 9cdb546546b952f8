//! Sessions, grants and keys of programs: who is signed in, and what they may do today.

use crate::roles::Roles;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Day, Id, Moment};
use std::sync::Arc;
use store::seal::hex_sha256;
use store::{Actor, Grant, Problem, Result, Row, Tx, args};

kernel::words! {
    /// Whether a session belongs to a citizen's account or to a member of staff.
    pub enum Side { Citizen = "citizen", Staff = "staff" }
}

const CITIZEN_SECS: i64 = 30 * 86_400;
const STAFF_SECS: i64 = 12 * 3_600;
/// A staff session left alone this long is over.
const STAFF_IDLE_SECS: i64 = 2 * 3_600;
/// What each question asks of who asks: kept in memory until it changes.
pub(crate) const REFERENCE: [&str; 1] = ["access_grants"];

/// Who is signed in, as a request finds out.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub id: String,
    pub account: Id,
    pub person: Id,
    pub side: Side,
    /// Shown in the corner of each page, to that person alone.
    pub name: String,
    pub began_at: Moment,
    pub seen_at: Moment,
}

/// A dated grant as it is stored: a person, a role, where, from when to when, by which decision.
#[derive(Debug, Clone, PartialEq)]
pub struct GrantRow {
    pub id: Id,
    pub person: Id,
    pub role: String,
    pub unit: Option<Id>,
    pub area: Option<String>,
    pub starts_on: Day,
    pub ends_on: Option<Day>,
    pub decision: String,
}

/// Opens a session and gives the secret for the cookie; only its hash is stored.
pub fn start(tx: &mut Tx, account: &Id, person: &Id, side: Side, name: &str) -> Result<String> {
    let now = tx.now();
    begin(tx, account, person, side, name, now)
}

/// Ends every session of an account but goes on with this one under another secret. It is as old as it was: what asks for a
/// fresh session asks again.
///
/// # Errors
/// [`Problem::SignIn`] when it was ended meanwhile.
pub fn renew(tx: &mut Tx, session: &Session) -> Result<String> {
    alive(tx, session)?;
    end_all(tx, &session.account)?;
    begin(tx, &session.account, &session.person, session.side, &session.name, session.began_at)
}

/// # Errors
/// [`Problem::SignIn`] when the session was ended since the question came in.
pub fn alive(tx: &mut Tx, session: &Session) -> Result<()> {
    let sql = "SELECT COUNT(*) AS n FROM access_sessions WHERE tenant = $1 AND id = $2";
    if tx.count(sql, args![tx.tenant(), session.id])? == 1 { Ok(()) } else { Err(Problem::SignIn) }
}

fn begin(tx: &mut Tx, account: &Id, person: &Id, side: Side, name: &str, began_at: Moment) -> Result<String> {
    let token = URL_SAFE_NO_PAD.encode(tx.random::<32>()?);
    let id = hex_sha256(token.as_bytes());
    let tenant = tx.tenant();
    let vault = tx.keys().new_vault(&tenant, "access_sessions", &id)?;
    let sealed = vault.seal(tx.keys(), "name", name)?;
    let secs = if side == Side::Staff { STAFF_SECS } else { CITIZEN_SECS };
    tx.execute(
        "INSERT INTO access_sessions (tenant, id, account, person, side, vault, name, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![tenant, id, account, person, side, vault.wrapped(), sealed, began_at, tx.now(), began_at.plus_secs(secs)],
    )?;
    Ok(token)
}

/// The session of a cookie, if it is still good.
pub fn find(tx: &mut Tx, token: &str) -> Result<Option<Session>> {
    let id = hex_sha256(token.as_bytes());
    let tenant = tx.tenant();
    let keys = tx.keys().clone();
    let idle = tx.now().plus_secs(-STAFF_IDLE_SECS);
    let sql =
        "SELECT * FROM access_sessions WHERE tenant = $1 AND id = $2 AND expires_at > $3 AND (side = 'citizen' OR seen_at > $4)";
    tx.maybe(sql, args![tenant, id, tx.now(), idle], |row| {
        let vault = keys.open_vault(&tenant, "access_sessions", &id, &row.get::<String>("vault")?)?;
        Ok(Session {
            id: id.clone(),
            account: row.get("account")?,
            person: row.get("person")?,
            side: row.get("side")?,
            name: vault.open("name", &row.get::<String>("name")?)?,
            began_at: row.get("created_at")?,
            seen_at: row.get("seen_at")?,
        })
    })
}

/// Notes that the session is in use; called at most every few minutes.
pub fn touch(tx: &mut Tx, id: &str) -> Result<()> {
    tx.execute("UPDATE access_sessions SET seen_at = $1 WHERE tenant = $2 AND id = $3", args![tx.now(), tx.tenant(), id])
}

pub fn end(tx: &mut Tx, id: &str) -> Result<()> {
    tx.execute("DELETE FROM access_sessions WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}

/// Ends every session of an account: a changed password, a lost telephone, a departure.
pub fn end_all(tx: &mut Tx, account: &Id) -> Result<()> {
    tx.execute("DELETE FROM access_sessions WHERE tenant = $1 AND account = $2", args![tx.tenant(), account])
}

/// Removes what has expired.
pub fn sweep(tx: &mut Tx) -> Result<()> {
    tx.execute("DELETE FROM access_sessions WHERE tenant = $1 AND expires_at < $2", args![tx.tenant(), tx.now()])
}

pub fn add_grant(tx: &mut Tx, grant: &GrantRow) -> Result<()> {
    tx.execute(
        "INSERT INTO access_grants (tenant, id, person, role, unit, area, starts_on, ends_on, decision)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            tx.tenant(),
            grant.id,
            grant.person,
            grant.role,
            grant.unit,
            grant.area,
            grant.starts_on,
            grant.ends_on,
            grant.decision
        ],
    )
}

/// Ends a grant with its last day; history stays.
pub fn end_grant(tx: &mut Tx, id: &Id, last_day: Day) -> Result<()> {
    tx.execute("UPDATE access_grants SET ends_on = $1 WHERE tenant = $2 AND id = $3", args![last_day, tx.tenant(), id])
}

/// All grants, or one person's, past and future included.
pub fn grants(tx: &mut Tx, person: Option<&Id>) -> Result<Vec<GrantRow>> {
    let sql = "SELECT * FROM access_grants WHERE tenant = $1 ORDER BY starts_on, id";
    let all = tx.remembered("", |tx| tx.all(sql, args![tx.tenant()], read_grant))?;
    Ok(all.iter().filter(|grant| person.is_none_or(|person| grant.person == *person)).cloned().collect())
}

fn read_grant(row: &Row) -> Result<GrantRow> {
    Ok(GrantRow {
        id: row.get("id")?,
        person: row.get("person")?,
        role: row.get("role")?,
        unit: row.get("unit")?,
        area: row.get("area")?,
        starts_on: row.get("starts_on")?,
        ends_on: row.get("ends_on")?,
        decision: row.get("decision")?,
    })
}

impl GrantRow {
    pub fn holds_on(&self, day: Day) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|last| day <= last)
    }
}

/// The actor behind a session, with today's grants.
pub fn actor(tx: &mut Tx, session: &Session, roles: &Roles) -> Result<Actor> {
    if session.side == Side::Citizen {
        return Ok(Actor::Citizen { account: session.account.clone() });
    }
    let today = tx.today();
    let rows = grants(tx, Some(&session.person))?;
    let grants: Arc<[Grant]> =
        rows.into_iter().filter(|grant| grant.holds_on(today)).filter_map(|grant| reduce(grant, roles)).collect();
    Ok(Actor::Staff { account: session.account.clone(), person: session.person.clone(), grants })
}

fn reduce(grant: GrantRow, roles: &Roles) -> Option<Grant> {
    let role = roles.get(&grant.role)?;
    Some(Grant { role: grant.role, permissions: role.permissions.clone(), unit: grant.unit, area: grant.area })
}

/// What a program's key is good for. Nothing said is nothing limited, as of keys that the house itself makes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NewKey {
    pub label: String,
    pub role: String,
    /// Permissions of the role that the key holds; `None`: all of them.
    pub scopes: Option<Vec<String>>,
    /// The unit that answers for the program: the key reaches its files and those of the units below.
    pub unit: Option<Id>,
    /// Requests in a minute.
    pub per_minute: Option<i64>,
    /// Its last day.
    pub expires_on: Option<Day>,
}

/// Stores a program's key that holds all of a role, by its hash. `secret` is shown once.
pub fn add_key(tx: &mut Tx, secret: &str, label: &str, role: &str) -> Result<Id> {
    give_key(tx, secret, &NewKey { label: label.into(), role: role.into(), ..NewKey::default() })
}

/// Stores a program's key by its hash. `secret` is shown once.
pub fn give_key(tx: &mut Tx, secret: &str, new: &NewKey) -> Result<Id> {
    let id = tx.new_id();
    let scopes = new.scopes.as_ref().map(|scopes| scopes.join(" "));
    tx.execute(
        "INSERT INTO access_keys (tenant, id, hash, label, role, created_at, scopes, unit, per_minute, expires_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (tenant, hash) DO NOTHING",
        args![
            tx.tenant(),
            id,
            hex_sha256(secret.as_bytes()),
            new.label,
            new.role,
            tx.now(),
            scopes,
            new.unit,
            new.per_minute,
            new.expires_on
        ],
    )?;
    Ok(id)
}

/// A key that is good today.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownKey {
    pub id: Id,
    pub actor: Actor,
    pub per_minute: Option<u32>,
    pub used_at: Option<Moment>,
}

/// The key behind a secret. `None` when it is unknown, was withdrawn, or has expired.
pub fn known_key(tx: &mut Tx, secret: &str, roles: &Roles) -> Result<Option<KnownKey>> {
    let sql = "SELECT * FROM access_keys WHERE tenant = $1 AND hash = $2 AND revoked_at IS NULL
               AND (expires_on IS NULL OR expires_on >= $3)";
    let row = tx.maybe(sql, args![tx.tenant(), hex_sha256(secret.as_bytes()), tx.today()], read_key)?;
    Ok(row.map(|key| {
        let mut permissions = roles.get(&key.role).map(|role| role.permissions.clone()).unwrap_or_default();
        permissions.retain(|name| key.scopes.as_ref().is_none_or(|scopes| scopes.contains(name)));
        let grant = Grant { role: key.role, permissions, unit: key.unit, area: None };
        KnownKey {
            actor: Actor::Key { key: key.id.clone(), grants: Arc::new([grant]) },
            per_minute: key.per_minute.and_then(|most| u32::try_from(most).ok()),
            used_at: key.used_at,
            id: key.id,
        }
    }))
}

/// Notes that the key is in use; called at most every few minutes.
pub fn touch_key(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("UPDATE access_keys SET used_at = $1 WHERE tenant = $2 AND id = $3", args![tx.now(), tx.tenant(), id])
}

/// A program's key as the administration page lists it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct KeyRow {
    pub id: Id,
    pub label: String,
    pub role: String,
    /// `None`: all of the role.
    pub scopes: Option<Vec<String>>,
    pub unit: Option<Id>,
    pub per_minute: Option<i64>,
    pub expires_on: Option<Day>,
    pub created_at: Moment,
    pub used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
}

pub fn keys(tx: &mut Tx) -> Result<Vec<KeyRow>> {
    tx.all("SELECT * FROM access_keys WHERE tenant = $1 ORDER BY created_at", args![tx.tenant()], read_key)
}

fn read_key(row: &Row) -> Result<KeyRow> {
    let scopes: Option<String> = row.get("scopes")?;
    Ok(KeyRow {
        id: row.get("id")?,
        label: row.get("label")?,
        role: row.get("role")?,
        scopes: scopes.map(|scopes| scopes.split_whitespace().map(str::to_owned).collect()),
        unit: row.get("unit")?,
        per_minute: row.get("per_minute")?,
        expires_on: row.get("expires_on")?,
        created_at: row.get("created_at")?,
        used_at: row.get("used_at")?,
        revoked_at: row.get("revoked_at")?,
    })
}

pub fn revoke_key(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("UPDATE access_keys SET revoked_at = $1 WHERE tenant = $2 AND id = $3", args![tx.now(), tx.tenant(), id])
}
