//! Rows of hooks. Few, and read whenever a report moves.

use crate::model::{Happening, Hook, OffWhy};
use kernel::{Id, Lang, Moment};
use platform::{Keys, Problem, Result, Row, Tx, args, json};

const TABLE: &str = "integrations_hooks";

/// All of them, the newest first.
pub fn all(tx: &mut Tx) -> Result<Vec<Hook>> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM integrations_hooks WHERE tenant = $1 ORDER BY created_at DESC, id DESC";
    tx.all(sql, args![tx.tenant()], |row| read(row, &keys, &tenant))
}

pub fn find(tx: &mut Tx, id: &Id) -> Result<Hook> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = "SELECT * FROM integrations_hooks WHERE tenant = $1 AND id = $2";
    tx.one(sql, args![tx.tenant(), id], |row| read(row, &keys, &tenant))
}

/// Locked until the end of the action: two tries of one hook must not overwrite what each found out.
pub fn locked(tx: &mut Tx, id: &Id) -> Result<Hook> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let sql = format!("SELECT * FROM integrations_hooks WHERE tenant = $1 AND id = $2{}", tx.for_update());
    tx.one(&sql, args![tx.tenant(), id], |row| read(row, &keys, &tenant))
}

/// Those that are on and want to be told of this.
pub fn wanting(tx: &mut Tx, happening: Happening) -> Result<Vec<Hook>> {
    let all = tx.remembered("", all)?;
    Ok(all.iter().filter(|hook| hook.off.is_none() && hook.happenings.contains(&happening)).cloned().collect())
}

fn read(row: &Row, keys: &Keys, tenant: &str) -> Result<Hook> {
    let id: Id = row.get("id")?;
    let vault = keys.open_vault(tenant, TABLE, id.as_str(), &row.get::<String>("vault")?)?;
    let list = |column: &str| -> Result<Vec<String>> { Ok(json::from_str(&row.get::<String>(column)?)?) };
    let off = row.get::<Option<Moment>>("off_at")?.zip(row.get::<Option<OffWhy>>("off_why")?);
    Ok(Hook {
        name: row.get("name")?,
        sealed: json::from_str(&vault.open("sealed", &row.get::<String>("sealed")?)?)?,
        lang: Lang::parse(&row.get::<String>("lang")?).ok_or_else(|| Problem::internal("a language"))?,
        happenings: list("events")?.iter().filter_map(|word| Happening::parse(word)).collect(),
        categories: list("categories")?,
        units: list("units")?.into_iter().map(Id::new).collect(),
        off,
        failing_since: row.get("failing_since")?,
        rests_until: row.get("rests_until")?,
        created_at: row.get("created_at")?,
        id,
    })
}

/// Writes a hook, new or changed.
pub fn put(tx: &mut Tx, hook: &Hook) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), TABLE, hook.id.as_str())?;
    let sealed = vault.seal(tx.keys(), "sealed", &json::to_string(&hook.sealed)?)?;
    tx.execute(
        "INSERT INTO integrations_hooks (tenant, id, name, vault, sealed, events, categories, units, lang, off_at, off_why,
          failing_since, rests_until, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (tenant, id) DO UPDATE SET name = $3, vault = $4, sealed = $5, events = $6, categories = $7, units = $8,
          lang = $9, off_at = $10, off_why = $11, failing_since = $12, rests_until = $13",
        args![
            tx.tenant(),
            hook.id,
            hook.name,
            vault.wrapped(),
            sealed,
            json::to_string(&hook.happenings)?,
            json::to_string(&hook.categories)?,
            json::to_string(&hook.units)?,
            hook.lang.code(),
            hook.off.map(|(at, _)| at),
            hook.off.map(|(_, why)| why),
            hook.failing_since,
            hook.rests_until,
            hook.created_at
        ],
    )
}

/// Removes a hook with all that it was told.
pub fn delete(tx: &mut Tx, id: &Id) -> Result<()> {
    tx.execute("DELETE FROM integrations_deliveries WHERE tenant = $1 AND hook = $2", args![tx.tenant(), id])?;
    tx.execute("DELETE FROM integrations_hooks WHERE tenant = $1 AND id = $2", args![tx.tenant(), id])
}
