//! Rows of the contract with the gateway, and of what gateways said.

use crate::model::{Settings, Told};
use kernel::Id;
use platform::{Result, Tx, args, json};

const SETTINGS: &str = "gateways_settings";
const FACTS: &str = "gateways_facts";

/// The commune's settings; those of a commune that never wrote any name no gateway.
pub fn settings(tx: &mut Tx) -> Result<Settings> {
    let (keys, tenant) = (tx.keys().clone(), tx.tenant());
    let found = tx.maybe("SELECT * FROM gateways_settings WHERE tenant = $1", args![tx.tenant()], move |row| {
        let vault = keys.open_vault(&tenant, SETTINGS, "settings", &row.get::<String>("vault")?)?;
        Ok(Settings {
            kind: row.get("kind")?,
            merchant: row.get("merchant")?,
            store_key: vault.open("store_key", &row.get::<String>("store_key")?)?,
            account: row.get("account")?,
            password: vault.open("password", &row.get::<String>("password")?)?,
            pay_url: row.get("pay_url")?,
            api_url: row.get("api_url")?,
            place: json::from_str(&row.get::<String>("place")?)?,
            hours: json::from_str(&row.get::<String>("hours")?)?,
        })
    })?;
    Ok(found.unwrap_or_default())
}

pub fn save(tx: &mut Tx, settings: &Settings) -> Result<()> {
    let vault = tx.keys().new_vault(&tx.tenant(), SETTINGS, "settings")?;
    let store_key = vault.seal(tx.keys(), "store_key", &settings.store_key)?;
    let password = vault.seal(tx.keys(), "password", &settings.password)?;
    tx.execute(
        "INSERT INTO gateways_settings
             (tenant, kind, merchant, account, pay_url, api_url, vault, store_key, password, place, hours, changed_at, changed_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         ON CONFLICT (tenant) DO UPDATE SET kind = excluded.kind, merchant = excluded.merchant, account = excluded.account,
             pay_url = excluded.pay_url, api_url = excluded.api_url, vault = excluded.vault, store_key = excluded.store_key,
             password = excluded.password, place = excluded.place, hours = excluded.hours, changed_at = excluded.changed_at,
             changed_by = excluded.changed_by",
        args![
            tx.tenant(),
            settings.kind,
            settings.merchant,
            settings.account,
            settings.pay_url,
            settings.api_url,
            vault.wrapped(),
            store_key,
            password,
            json::to_string(&settings.place)?,
            json::to_string(&settings.hours)?,
            tx.now(),
            tx.actor().to_string()
        ],
    )
}

/// Keeps what a call said. False when the very same words were heard before. The mask of the card is sealed.
pub fn keep_fact(tx: &mut Tx, told: &Told, digest: &str) -> Result<bool> {
    let id = tx.new_id();
    let vault = tx.keys().new_vault(&tx.tenant(), FACTS, id.as_str())?;
    let card = vault.seal(tx.keys(), "card", &told.card)?;
    let sql = "INSERT INTO gateways_facts (tenant, id, digest, intent, code, amount, currency, external, vault, card, told_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING";
    let Told { intent, code, amount, currency, external, .. } = told;
    let amount = amount.map(|sum| sum.0);
    let args = args![tx.tenant(), id, digest, intent, code, amount, currency, external, vault.wrapped(), card, tx.now()];
    Ok(tx.changed(sql, args)? == 1)
}

/// How many calls were heard about a payment.
pub fn facts(tx: &mut Tx, intent: &Id) -> Result<i64> {
    tx.count("SELECT COUNT(*) AS n FROM gateways_facts WHERE tenant = $1 AND intent = $2", args![tx.tenant(), intent])
}
